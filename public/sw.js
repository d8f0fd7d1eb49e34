// @ts-check
/**
 * Keeps one whole build on the device. `ask pack` fills in which build this is and which files belong to it.
 * All files are stored, or none; page and program always come from the same build; a new build waits until the
 * person wants it; a broken deploy leaves the old build running.
 */

const BUILD = "{build}";
const FILES = ["{files}"];

const worker = /** @type {any} */ (self);
// Several apps may share an origin: only caches with this folder's name are ours.
const OURS = `ask-about-immunotherapy ${worker.registration.scope} `;
const CACHE = OURS + BUILD;

const store = async () => {
  const cache = await caches.open(CACHE);
  try {
    await cache.addAll(FILES.map((file) => new Request(file, { cache: "no-cache" })));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
};

const forgetOthers = async () => {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== CACHE).map((name) => caches.delete(name)));
  await worker.clients.claim();
};

/**
 * The stored page for this folder's own address, whatever stands behind `?`; the host's other pages stay its own.
 * @param {Request} request
 */
const answer = async (request) => {
  const cache = await caches.open(CACHE);
  const home = new URL(worker.registration.scope).pathname;
  const { pathname } = new URL(request.url);
  const own = request.mode === "navigate" && (pathname === home || pathname === `${home}index.html`);
  const stored = own ? await cache.match("./") : await cache.match(request, { ignoreSearch: true });
  return stored ?? fetch(request);
};

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(store()));
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(forgetOthers()));
worker.addEventListener("message", (/** @type {any} */ event) => {
  if (event.data === "use-new-version") worker.skipWaiting();
});
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const url = new URL(event.request.url);
  if (event.request.method === "GET" && url.href.startsWith(worker.registration.scope)) {
    event.respondWith(answer(event.request));
  }
});
