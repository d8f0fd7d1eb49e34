// @ts-check
/**
 * Starts the program: the only script of the page. It fetches program and content side by side, hands the content
 * to the program, registers the service worker, and shows the failure page when anything is missing.
 * What can be Rust is Rust; this is what must run before and when Rust cannot.
 */

const script = /** @type {HTMLScriptElement} */ (document.querySelector("script[data-wasm]"));

/** An address of the build, resolved against the page. @param {string} name */
const address = (name) => new URL(/** @type {string} */ (script.dataset[name]), document.baseURI).href;

/** Text of a file, or an error that says which. @param {string} name */
const text = async (name) => {
  const response = await fetch(address(name));
  if (!response.ok) throw new Error(`${name}: HTTP ${response.status}`);
  return response.text();
};

/** Plain words, emergency advice and a phone line instead of a blank page. @param {unknown} reason */
const fail = (reason) => {
  console.error(reason);
  document.documentElement.dataset.state = "failed";
  const failure = document.getElementById("failure");
  if (failure) failure.hidden = false;
};

/** The styles of the later screens: kept when they are there or will not come, never broken. */
const styles = () => new Promise((done) => {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address("styles");
  link.onload = link.onerror = done;
  document.head.append(link);
});

const start = async () => {
  const catalog = text("catalog");
  const details = text("details");
  details.catch(() => {}); // reported below, when it is awaited
  const program = await import(address("js"));
  await program.default({ module_or_path: address("wasm") });
  program.start(await catalog, styles());
  program.add_details(await details);
};

/** Keeps one build on the device for use without a network. Not in a frame: there it would belong to the portal. */
const keep = async () => {
  const worker = script.dataset.worker;
  if (!worker || window.top !== window) return;
  const registration = await navigator.serviceWorker.register(worker, { updateViaCache: "none" });
  const offer = () => {
    // Without a controller this is the first build on this device: nothing old runs, nothing to offer.
    if (registration.waiting && navigator.serviceWorker.controller) document.dispatchEvent(new CustomEvent("new-version"));
  };
  offer();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", offer);
  });
  document.addEventListener("use-new-version", () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    registration.waiting?.postMessage("use-new-version");
  });
};

/**
 * Leaves at once, for somebody who must not be seen here: hides the page, lets the program forget the list, and goes
 * to the neutral page that the link in `index.html` names, in place of this one. In a frame only the frame goes blank,
 * because the host's page is not ours. Coming back with the browser's own button leaves again: a mark in the session
 * storage, which goes with the tab and says nothing about the person, tells so.
 */
const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector("[data-leave]"));
const MARK = "ask-about-immunotherapy.left";
/** Session storage throws in a sandboxed frame. @param {(session: Storage) => unknown} use */
const session = (use) => {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
};
const leave = () => {
  const root = document.documentElement;
  root.hidden = true;
  root.dataset.left = "";
  document.title = "…";
  session((kept) => kept.setItem(MARK, "1"));
  document.dispatchEvent(new CustomEvent("leave"));
  location.replace(link && window.top === window ? link.href : "about:blank");
};
link?.addEventListener("click", (event) => {
  event.preventDefault();
  leave();
});
/** When Escape was pressed last, latest at the end. @type {number[]} */
let escapes = [];
addEventListener("keydown", ({ key, repeat, timeStamp }) => {
  if (repeat) return;
  escapes = key === "Escape" ? [...escapes.filter((time) => timeStamp - time < 2000), timeStamp] : [];
  if (escapes.length === 3) leave();
}, true);
addEventListener("pageshow", ({ persisted }) => {
  if (persisted && "left" in document.documentElement.dataset) leave();
});
const [visit] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
const returned = visit?.type === "back_forward" && session((kept) => kept.getItem(MARK)) !== null;
if (!returned) session((kept) => kept.removeItem(MARK));

// A deep link must not flash the home screen before the program runs.
document.documentElement.dataset.page = /^(#\/?)?$/.test(location.hash) ? "home" : "other";
document.querySelector("[data-skip]")?.addEventListener("click", (event) => {
  event.preventDefault();
  document.getElementById("main")?.focus();
});
// A program that stopped must not leave a dead screen behind.
addEventListener("error", ({ error }) => {
  if (error instanceof WebAssembly.RuntimeError) fail(error);
});
if (returned) leave();
else start().catch(fail);
if (document.readyState === "complete") keep().catch(() => {});
else addEventListener("load", () => keep().catch(() => {}));
