// @ts-nocheck -- a script, not a module: what it names comes from others
// Starts the questionnaire on its element, in the page that Python wrote; the languages are other pages.
{
  const root = document.getElementById("questionnaire");
  const scenario = JSON.parse(document.getElementById("questionnaire-donnees").textContent);
  const alone = "gardien" in root.dataset;
  const addressOf = (code) => root.dataset.adresse.replace("{code}", code);
  const onLanguage = (code) => location.assign(addressOf(code) + location.hash);
  const open = (event, stay, leave) => follow(event, root.dataset.gardien, stay, leave);
  in_form.mount(root, scenario, { addressOf, onLanguage, follow: open, remember: true, history: alone });
  pageAttendue.started();
  keepPages(root.dataset.gardien);
}
