// @ts-nocheck -- a script, not a module: what it names comes from others
// Why another page cannot come, asked before this one is left: a browser's own error page says nothing of what is kept.
// "" when it can; « seule »: it is not beside this one; « refusee »: the server answers, and does not give that page;
// « loin »: no server answers. Slow is not failed: that it still comes is said meanwhile (« lente »). Behind Voilà stands a
// server, which is asked. A page of its own may call nobody; it may start a worker, of its own site only: started so, its
// keeper asks the server for the page, even where nothing is kept.
const SLOW_MS = 1000;
// A browser from before 2021 may read nothing ahead, and tells nothing of it: the page is opened as a link is.
const UNTOLD_MS = 5000;
// A server that said nothing for so long does not answer.
const SILENT_MS = 60000;

async function whyFar(keeper, href, alone = false) {
  if (location.protocol === "file:") return beside(href);
  // Opened from a telephone's list of files, a page has no neighbour.
  if (!location.protocol.startsWith("http")) return "seule";
  // The keeper has the pages, or says itself why one cannot come: too late for what goes with this one.
  const { controller } = (keeper && navigator.serviceWorker) || {};
  if (controller && !alone) return "";
  const asking = controller ? readAhead(href) : keeper ? starts(keeper, href) : answers();
  const silence = new Promise((resolve) => setTimeout(resolve, SILENT_MS));
  const status = await Promise.race([silence, asking]);
  return !status ? "loin" : status < 400 ? "" : "refusee";
}

// No script may read a file; the browser tells whether it could read one ahead. Where it cannot so read the page that is
// open, it tells nothing of another, which is opened as a link is.
async function beside(href) {
  const [open, other] = await Promise.all([readAhead(location.href), readAhead(href)]);
  return other || !open ? "" : "seule";
}

// The status of what was read ahead; 0 where none came, or where the browser does not tell it (before 2023).
function readAhead(href) {
  return new Promise((resolve) => {
    // Another address each time: what was not there may have come meanwhile.
    const address = `${href.split(/[?#]/)[0]}?${Date.now()}`;
    const link = document.createElement("link");
    const refused = () => (performance.getEntriesByName(address)[0] || {}).responseStatus || 0;
    const tell = (status) => () => (link.remove(), resolve(status()));
    const reading = { rel: "preload", as: "style", href: address, onload: tell(() => 200), onerror: tell(refused) };
    document.head.append(Object.assign(link, reading));
    setTimeout(tell(() => 200), UNTOLD_MS);
  });
}

function answers() {
  const { href } = document.querySelector("link[rel~=icon]");
  return fetch(href, { method: "HEAD", cache: "no-store" }).then(({ status }) => status, () => 0);
}

function starts(keeper, href) {
  return new Promise((resolve) => {
    // Another address each time: never from the cache of the browser.
    const worker = new Worker(`${keeper}?${Date.now()}`);
    const tell = (status) => (worker.terminate(), resolve(status));
    // The keeper itself did not come, and is told without a reason.
    Object.assign(worker, { onmessage: ({ data }) => tell(data), onerror: () => tell(readAhead(href)) });
    worker.postMessage(href);
  });
}

// The page that was asked for, while it may still come; of two, the last one pressed is wanted.
let wanted = null;

function end(why = "", name = "") {
  const { slow, say } = wanted;
  wanted = null;
  clearTimeout(slow);
  say(why, name);
}

/**
 * Open the page of a pressed link if it can come, and if `leaves()`, asked then, is true; else stay here and call
 * `say(why, its name)`. It is called with « lente » too when the page is slow to come, then with "" once it is no longer
 * on its way. `alone`: what is here alone would go.
 */
// deno-lint-ignore no-unused-vars -- called by what starts a page, joined after it
async function follow(event, keeper, say, leaves = () => true, alone = false) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const { href } = event.currentTarget;
  // Pressed again, it is on its way.
  if (wanted && wanted.href === href && !wanted.comes) return;
  stay();
  const mine = wanted = { href, say, comes: false, slow: setTimeout(() => say("lente"), SLOW_MS) };
  const why = await whyFar(keeper, href, alone);
  if (wanted !== mine) return;
  if (why || !leaves()) return end(why, new URL(href).pathname.split("/").pop());
  const over = () => wanted === mine && end();
  addEventListener("pagehide", over);
  if (window.navigation) navigation.addEventListener("navigateerror", over);
  mine.comes = true;
  location.assign(href);
}

/** Go nowhere after all: the page that was asked for does not come any more. */
function stay() {
  if (!wanted) return;
  const { comes } = wanted;
  end();
  if (comes) window.stop();
}
