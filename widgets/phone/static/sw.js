// @ts-nocheck -- a script, not a module: what it names comes from others
// Keeps on the device the pages that were opened, so that they open again without any network.
// The name holds a digest of all pages: another digest is another cache, and the former one is dropped. All sites of a
// host share their caches: the folder is in the name, and what two schools keep there is never dropped by each other.
const OURS = `carnets-{family} ${new URL("./", location).pathname} `;
const NAME = `${OURS}{digest}`;
// What to say, in each language, to who asks for a page that is neither here nor to be had: {page: {why: HTML, …}}; why
// is « refusee » when the server answers and does not give it, « loin » when it does not answer.
const FAR = "{far}";
const HERE = new URL("./", location).href;
const FIRST = new URL("index.html", location).href;

// One page, whatever follows « ? » or « # » ; a folder is its index.html.
function address(url) {
  const parsed = new URL(url);
  parsed.search = parsed.hash = "";
  return parsed.pathname.endsWith("/") ? new URL("index.html", parsed).href : parsed.href;
}

// A browser does not open from a cache what came from another address.
const worthKeeping = (answer) => answer.ok && !answer.redirected;

async function formerly() {
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== NAME);
  const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return { names, pages: requests.flat().map((request) => request.url) };
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
  const cached = await cache.match(url);
  if (cached) return cached;
  try {
    const fresh = await fetch(request);
    if (worthKeeping(fresh)) await cache.put(url, fresh.clone());
    // What a server says of its own faults is no page of ours.
    return fresh.status >= 400 && request.mode === "navigate" && languageOf(url) in FAR
      ? instead(cache, url, "refusee")
      : fresh;
  } catch (error) {
    if (request.mode !== "navigate") throw error;
    return instead(cache, url, "loin");
  }
}

const nameOf = (url) => new URL(url).pathname.split("/").pop();
const instead = async (cache, url, why) => (await cache.match(whole(url))) || farAway(cache, url, why);

// A browser that cannot open compressed texts was led to the larger page (opening.js), and has that one only.
const whole = (page) => page.replace(/\.html$/, ".entier.html");

// The page of the language that an address is in: the larger one as well.
const languageOf = (url) => nameOf(url).replace(/\.entier\.html$/, ".html");

// Whose words: those of the page that is left, else of the one that is asked for, else of the only one that the device
// keeps, else those that the browser speaks. Which was read last is not noted: the next person would find it.
async function spoken(here, url) {
  const [left] = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const addresses = left && left.url.startsWith(HERE) ? [left.url, url] : [url];
  const onDevice = Object.keys(FAR).filter((page) => here.includes(page));
  const only = onDevice.length === 1 ? onDevice : [];
  return [...addresses.map(languageOf), ...only, ...likeliest()].find((page) => page in FAR);
}

// The pages of every language, those that the browser speaks first.
function likeliest() {
  const pages = Object.keys(FAR);
  const start = (tag) => tag.toLowerCase().split("-")[0];
  const browsers = navigator.languages.map((tag) => pages.find((page) => FAR[page].lang === start(tag)));
  return [...new Set([...browsers, ...pages])].filter(Boolean);
}

// Leads to what is here: the page of that language, else the first one; then to the others that are here.
async function farAway(cache, url, why) {
  const here = (await cache.keys()).map(({ url }) => languageOf(url));
  const page = await spoken(here, url);
  const { lang, dir, title, onward } = FAR[page];
  const sentence = FAR[page][why];
  const others = Object.keys(FAR).filter((other) => other !== page && here.includes(other));
  const links = others.map((other) =>
    `<span><a href="${other}" lang="${FAR[other].lang}" dir="${FAR[other].dir}">${FAR[other].name}</a></span>`
  );
  const body = `<!doctype html><html lang="${lang}" dir="${dir}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${sentence.match(/^[^.]*/)[0]} · ${title}</title>
<style>body { padding: 1rem; font: 18px/1.5 system-ui, sans-serif; color-scheme: light dark }
a { display: inline-block; padding: 0.6rem 0 } span { margin-inline-end: 1rem }</style>
<main><h1>${title}</h1><p>${sentence}</p>
<p><a href="${here.includes(page) ? page : "index.html"}">${onward}</a></p></main>
<nav>${links.join(" ")}</nav></html>`;
  return new Response(body, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}

// The other languages, once the page that is read is here; one that does not come is asked for again next time. When the
// network is lost meanwhile, the only one that is here is one that the person may read.
async function keepLanguages(larger) {
  const cache = await caches.open(NAME);
  for (const page of likeliest()) {
    const url = new URL(larger ? whole(page) : page, location).href;
    if (await cache.match(url)) continue;
    const answer = await fetch(url);
    if (worthKeeping(answer)) await cache.put(url, answer);
  }
}

// Started by a page as an ordinary worker (near.js), it only says what the server answers when asked for the page, 0 for
// nothing; one that does not know this way of asking (405, 501) is believed to have it.
async function askServer(page) {
  const { status } = await fetch(page, { method: "HEAD", cache: "no-store" }).catch(() => ({ status: 0 }));
  postMessage(status === 405 || status === 501 ? 200 : status);
}

addEventListener("install", (event) => event.waitUntil(fill()));
addEventListener("activate", (event) => event.waitUntil(drop()));
addEventListener("message", (event) => {
  if (!self.registration) askServer(event.data);
  else event.waitUntil(keepLanguages(event.data.larger).catch(() => {}));
});
addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(HERE)) event.respondWith(answer(event.request));
});
