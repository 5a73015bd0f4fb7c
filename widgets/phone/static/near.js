// @ts-nocheck -- a script, not a module: what it names comes from others
// Why another page cannot come, asked before this one is left: a browser's own error page says nothing of what is kept.
// "" when it can; « seule »: it is not beside this one; « refusee »: the server answers, and does not give
// that page; « loin »: no server answers. Slow is not failed: that it still comes is said meanwhile (« lente »). Behind Voilà stands a server, which is asked. A page of its own may call
// nobody; it may start a worker, of its own site only: started so, its keeper asks the server for the page, even where
// nothing is kept.
const SLOW_MS = 1000;
const FILE_MS = 5000;
// A server that said nothing for so long does not answer.
const SILENT_MS = 60000;

async function whyFar(keeper, href) {
  if (location.protocol === "file:") return (await beside(href)) ? "" : "seule";
  // Opened from a telephone's list of files, a page has no neighbour.
  if (!location.protocol.startsWith("http")) return "seule";
  // The keeper has the pages, or says itself why one cannot come.
  if (keeper && navigator.serviceWorker && navigator.serviceWorker.controller) return "";
  const status = await Promise.race([late(SILENT_MS, 0), keeper ? starts(keeper, href) : answers()]);
  return status === 0 ? "loin" : status < 400 ? "" : "refusee";
}

const late = (after, outcome) => new Promise((resolve) => setTimeout(() => resolve(outcome), after));

// No script may read a file; the browser tells whether it could read one ahead. Where it cannot so read the page that is
// open, it tells nothing of another, which is opened as a link is.
async function beside(href) {
  const [open, other] = await Promise.race([
    late(FILE_MS, []),
    Promise.all([readAhead(location.href), readAhead(href)]),
  ]);
  return Boolean(other || !open);
}

// The status of what was read ahead; 0 where none came, or where the browser does not tell it (before 2023).
function readAhead(href) {
  return new Promise((resolve) => {
    // Another address each time: what was not there may have come meanwhile.
    const address = Object.assign(new URL(href), { search: `${Date.now()}`, hash: "" }).href;
    const link = Object.assign(document.createElement("link"), { rel: "preload", as: "style", href: address });
    const refused = () => performance.getEntriesByName(address).map(({ responseStatus }) => responseStatus)[0] || 0;
    const tell = (status) => () => (link.remove(), resolve(status()));
    document.head.append(Object.assign(link, { onload: tell(() => 200), onerror: tell(refused) }));
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

let [wanted, slow, onItsWay] = ["", 0, false];

/**
 * Open the page of a pressed link if it can come, and if `leaves()`, asked then, is true; else stay here and call
 * `say(why, its name)`. It is called with « lente » too when the page is slow to come, then with "" once it is no longer
 * on its way.
 */
// deno-lint-ignore no-unused-vars -- called by what starts a page, joined after it
async function follow(event, keeper, say, leaves = () => true) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const { href } = event.currentTarget;
  // Pressed again, it is on its way; of two, the last one pressed is wanted.
  if (href === wanted) return;
  wanted = href;
  clearTimeout(slow);
  slow = setTimeout(() => say("lente"), SLOW_MS);
  const why = await whyFar(keeper, href);
  if (href !== wanted) return;
  wanted = "";
  if (why || !leaves()) {
    clearTimeout(slow);
    return say(why, new URL(href).pathname.split("/").pop());
  }
  const ended = () => {
    onItsWay = false;
    clearTimeout(slow);
    say("");
  };
  addEventListener("pagehide", ended, { once: true });
  if (window.navigation) navigation.addEventListener("navigateerror", ended, { once: true });
  onItsWay = true;
  location.assign(href);
}

/** Go nowhere after all: the page that was asked for does not come any more. */
// deno-lint-ignore no-unused-vars -- called by what starts a page, joined after it
function stay() {
  if (!wanted && !onItsWay) return;
  [wanted, onItsWay] = ["", false];
  clearTimeout(slow);
  window.stop();
}
