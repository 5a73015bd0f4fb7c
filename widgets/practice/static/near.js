// Whether another page can come, asked before this one is left: a browser's own error page says nothing of what is
// kept. Behind Voilà stands a server, which is asked. A page of its own may call nobody; it may start a worker, of its
// own site only: whether the script of its keeper comes says whether its server answers, even where nothing is kept.
const NEAR_MS = 5000;

async function nearby(keeper) {
  if (location.protocol === "file:") return true;
  // The keeper has the pages, or says itself that one cannot come.
  if (keeper && navigator.serviceWorker && navigator.serviceWorker.controller) return true;
  const late = new Promise((resolve) => setTimeout(() => resolve(false), NEAR_MS));
  return Promise.race([late, keeper ? starts(keeper) : answers()]);
}

function answers() {
  const { href } = document.querySelector("link[rel~=icon]");
  return fetch(href, { method: "HEAD", cache: "no-store" }).then(() => true, () => false);
}

function starts(keeper) {
  return new Promise((resolve) => {
    // Another address each time: never from the cache of the browser.
    const worker = new Worker(`${keeper}?${Date.now()}`);
    const tell = (near) => () => (worker.terminate(), resolve(near));
    Object.assign(worker, { onmessage: tell(true), onerror: tell(false) });
  });
}

/** Open the page of a pressed link, after `leave()`, if it can come; else stay here and call `stay()`. */
async function follow(event, keeper, stay, leave = () => {}) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const { href } = event.currentTarget;
  if (!(await nearby(keeper))) return stay();
  leave();
  location.assign(href);
}
