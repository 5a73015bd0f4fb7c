// The page's own log of what it has read, as the browser counted it. Nothing here asks for anything.

/** {local, host, own, elsewhere, files}: how many files came from here, which came from another host. */
export function readTraffic() {
  const entries = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  const files = entries
    .map((entry) => ({ address: new URL(entry.name, location.href), size: entry.transferSize || entry.encodedBodySize || 0 }))
    // What the page makes for itself has no server.
    .filter(({ address }) => !["data:", "blob:"].includes(address.protocol))
    .map(({ address, size }) => ({
      name: address.pathname.split("/").pop() || "/",
      host: address.host,
      elsewhere: address.host !== location.host || address.protocol !== location.protocol,
      size,
    }));
  const elsewhere = files.filter((file) => file.elsewhere);
  return { local: location.protocol === "file:", host: location.host, own: files.length - elsewhere.length, elsewhere, files };
}
