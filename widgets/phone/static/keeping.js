// @ts-nocheck -- a script, not a module: what it names comes from others
// Keeps the pages on the device. Where the browser refuses (private window, plain http), they work all the same.
// `larger`: the pages whose texts are not compressed, for a browser that reads no others.
// deno-lint-ignore no-unused-vars -- called by what starts a page, joined after it
function keepPages(keeper, larger = false) {
  if (!keeper || !location.protocol.startsWith("http") || !navigator.serviceWorker) return;
  const keep = async () => {
    try {
      await navigator.serviceWorker.register(keeper);
      const { active } = await navigator.serviceWorker.ready;
      // Who counts what the network costs opens the other languages when wanted.
      if (!(navigator.connection && navigator.connection.saveData)) active.postMessage({ larger });
    } catch {
      // Nothing is kept: the pages come from the network each time.
    }
  };
  if (document.readyState === "complete") keep();
  else addEventListener("load", keep);
}
