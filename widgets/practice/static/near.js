// Whether the page of another language can come, asked before this one is left: a browser's own error page says nothing
// of what is kept. Behind Voilà stands a server, which is asked; a page of its own may call nobody, and only knows
// whether the device has a network, or keeps the other pages itself.
async function nearby(served) {
  if (!served) {
    const keeper = navigator.serviceWorker && navigator.serviceWorker.controller;
    return location.protocol === "file:" || navigator.onLine || Boolean(keeper);
  }
  const late = new Promise((resolve) => setTimeout(() => resolve(false), 5000));
  const { href } = document.querySelector("link[rel~=icon]");
  return Promise.race([late, fetch(href, { method: "HEAD", cache: "no-store" }).then(() => true, () => false)]);
}
