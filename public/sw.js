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

/** @param {Request} request */
const answer = async (request) => {
  const cache = await caches.open(CACHE);
  const page = request.mode === "navigate" ? await cache.match("./") : undefined;
  return page ?? (await cache.match(request, { ignoreSearch: true })) ?? fetch(request);
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
