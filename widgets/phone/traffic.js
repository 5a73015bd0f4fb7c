// The page's own log of what it has read, as the browser counted it. Nothing here asks for anything.

const withoutSearch = (address) => `${address.origin}${address.pathname}`;

/**
 * What the keeper of the pages (sw.js) has read for this site, itself included: [{name, size}]. The browser counts in the
 * page only what the page reads.
 */
export async function readByKeeper() {
  try {
    const keeper = await navigator.serviceWorker.getRegistration();
    const stored = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).matchAll()));
    const here = new URL("./", location.href).href;
    const pages = stored
      .flat()
      .filter(({ url }) => new URL("./", url).href === here)
      .map(({ url, headers }) => ({ name: url, size: Number(headers.get("Content-Length")) || 0 }));
    return keeper && keeper.active ? [{ name: keeper.active.scriptURL, size: 0 }, ...pages] : pages;
  } catch {
    // No keeper here: from a stick, in a private window, in Voilà.
    return [];
  }
}

/** {local, host, own, elsewhere, files}: how many files came from here, and from another host. */
export function readTraffic(byKeeper) {
  const entries = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  const read = /** @type {PerformanceResourceTiming[]} */ (entries).map((entry) => ({
    name: entry.name,
    size: entry.transferSize || entry.encodedBodySize || 0,
  }));
  const all = [...read, ...byKeeper].map(({ name, size }) => ({ address: new URL(name, location.href), size }));
  const files = all
    // A file read twice is one file.
    .filter(({ address }, at) => all.findIndex((file) => withoutSearch(file.address) === withoutSearch(address)) === at)
    // What the page makes for itself has no server.
    .filter(({ address }) => !["data:", "blob:"].includes(address.protocol))
    .map(({ address, size }) => ({
      name: address.pathname.split("/").pop() || "/",
      host: address.host,
      elsewhere: address.host !== location.host || address.protocol !== location.protocol,
      size,
    }));
  const elsewhere = files.filter((file) => file.elsewhere);
  return {
    local: location.protocol === "file:",
    host: location.host,
    own: files.length - elsewhere.length,
    elsewhere,
    files,
  };
}
