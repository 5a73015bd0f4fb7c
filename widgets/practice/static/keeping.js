// Keeps the pages on the device. Where the browser refuses (private window, plain http), they work all the same.
function keepPages(keeper) {
  if (!keeper || !location.protocol.startsWith("http") || !navigator.serviceWorker) return;
  const keep = async () => {
    try {
      await navigator.serviceWorker.register(keeper);
      const { active } = await navigator.serviceWorker.ready;
      // Who counts what the network costs opens the other languages when wanted.
      if (!(navigator.connection && navigator.connection.saveData)) active.postMessage("langues");
    } catch {
      // Nothing is kept: the pages come from the network each time.
    }
  };
  if (document.readyState === "complete") keep();
  else addEventListener("load", keep);
}
