// Whether another page can come, asked before this one is left: a browser's own error page says nothing of what is
// kept. Behind Voilà stands a server, which is asked. A page of its own may call nobody; it may start a worker, of its
// own site only: started so, its keeper asks the server for the page, even where nothing is kept.
const NEAR_MS = 5000;

async function nearby(keeper, href) {
  if (location.protocol === "file:") return beside(href);
  // Opened from a telephone's list of files, a page has no neighbour.
  if (!location.protocol.startsWith("http")) return false;
  // The keeper has the pages, or says itself that one cannot come.
  if (keeper && navigator.serviceWorker && navigator.serviceWorker.controller) return true;
  return Promise.race([late(false), keeper ? starts(keeper, href) : answers()]);
}

const late = (near) => new Promise((resolve) => setTimeout(() => resolve(near), NEAR_MS));

// Copied alone, a page lost its neighbours. No script may read a file; the browser tells whether it could read one ahead.
// Where it cannot so read the page that is open, it tells nothing of another, which is opened as a link is.
async function beside(href) {
  const [open, other] = await Promise.race([late([]), Promise.all([readAhead(location.href), readAhead(href)])]);
  return Boolean(other || !open);
}

function readAhead(href) {
  return new Promise((resolve) => {
    // Another address each time: what was not there may have come meanwhile.
    const asked = Object.assign(new URL(href), { search: `${Date.now()}`, hash: "" }).href;
    const link = Object.assign(document.createElement("link"), { rel: "preload", as: "style", href: asked });
    const tell = (read) => () => (link.remove(), resolve(read));
    document.head.append(Object.assign(link, { onload: tell(true), onerror: tell(false) }));
  });
}

function answers() {
  const { href } = document.querySelector("link[rel~=icon]");
  return fetch(href, { method: "HEAD", cache: "no-store" }).then(({ ok }) => ok, () => false);
}

function starts(keeper, href) {
  return new Promise((resolve) => {
    // Another address each time: never from the cache of the browser.
    const worker = new Worker(`${keeper}?${Date.now()}`);
    const tell = (near) => (worker.terminate(), resolve(near));
    Object.assign(worker, { onmessage: ({ data }) => tell(data), onerror: () => tell(false) });
    worker.postMessage(href);
  });
}

/** Open the page of a pressed link, after `leave()`, if it can come; else stay here and call `stay()`. */
async function follow(event, keeper, stay, leave = () => {}) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const { href } = event.currentTarget;
  if (!(await nearby(keeper, href))) return stay();
  leave();
  location.assign(href);
}
