// Starts the practice ENT on its element, in the page that Python wrote; the languages are other pages.
{
  const root = document.getElementById("pratique");
  const scenario = JSON.parse(document.getElementById("pratique-donnees").textContent);
  const alone = "gardien" in root.dataset;
  const addressOf = (code) => root.dataset.adresse.replace("{code}", code);
  const onLanguage = (code) => location.assign(addressOf(code) + location.hash);
  in_practice.mount(root, scenario, { addressOf, onLanguage, remember: true, history: alone });
  // The first page of the site offers to go on in the language in which a place is kept. Once erased, nothing stays.
  addEventListener("pagehide", () => {
    try {
      if (localStorage.getItem("carnets:pratique")) localStorage.setItem("carnets:pratique:langue", scenario.language.code);
      else localStorage.removeItem("carnets:pratique:langue");
    } catch {
      // The browser keeps nothing: there is no place to go back to.
    }
  });
  // Keeps the page on the device. Where the browser refuses (private window, plain http), it works all the same.
  if (alone && location.protocol.startsWith("http") && navigator.serviceWorker)
    addEventListener("load", () => navigator.serviceWorker.register(root.dataset.gardien).catch(() => {}));
}
