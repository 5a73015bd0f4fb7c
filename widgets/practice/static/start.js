// Starts the practice ENT on its element, in the page that Python wrote; the languages are other pages.
{
  const root = document.getElementById("pratique");
  const scenario = JSON.parse(document.getElementById("pratique-donnees").textContent);
  const addressOf = (code) => root.dataset.adresse.replace("{code}", code);
  const onLanguage = (code) => location.assign(addressOf(code) + location.hash);
  in_practice.mount(root, scenario, { addressOf, onLanguage, onState() {}, remember: true });
  // Keeps the page on the device. Where the browser refuses (private window, plain http), the page works all the same.
  const worker = root.dataset.gardien;
  if (worker && location.protocol.startsWith("http") && navigator.serviceWorker)
    addEventListener("load", () => navigator.serviceWorker.register(worker).catch(() => {}));
}
