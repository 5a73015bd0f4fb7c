// Keeps on the device the pages that were opened, so that they open again without any network.
// The name holds a digest of all pages: another digest is another cache, and the former one is dropped.
const NAME = "carnets-pratique-{digest}";
const OURS = "carnets-pratique-";
const HERE = new URL("./", location).href;
const FIRST = new URL("index.html", location).href;

// One page, whatever follows « ? » or « # » ; a folder is its index.html.
function address(url) {
  const found = new URL(url);
  found.search = found.hash = "";
  return found.pathname.endsWith("/") ? new URL("index.html", found).href : found.href;
}

// A browser does not open from a cache what came from another address.
const worthKeeping = (answer) => answer.ok && !answer.redirected;

async function formerly() {
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== NAME);
  const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return { names, pages: kept.flat().map((request) => request.url) };
}

async function fill() {
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const { pages } = await formerly();
  const here = open.map((client) => client.url).filter((url) => url.startsWith(HERE));
  const wanted = new Set([FIRST, ...pages, ...here].map(address));
  const cache = await caches.open(NAME);
  // « no-cache »: what the browser has just received is asked about, and not sent a second time.
  await Promise.all([...wanted].map(async (url) => {
    const answer = await fetch(url, { cache: "no-cache" });
    if (worthKeeping(answer)) await cache.put(url, answer);
  }));
  await skipWaiting();
}

async function drop() {
  const { names } = await formerly();
  await Promise.all(names.map((name) => caches.delete(name)));
  await clients.claim();
}

async function answer(request) {
  const cache = await caches.open(NAME);
  const url = address(request.url);
  const kept = await cache.match(url);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (worthKeeping(fresh)) await cache.put(url, fresh.clone());
  return fresh;
}

addEventListener("install", (event) => event.waitUntil(fill()));
addEventListener("activate", (event) => event.waitUntil(drop()));
addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(HERE)) event.respondWith(answer(event.request));
});
