// Starts the questionnaire on its element, in the page that Python wrote; the languages are other pages.
{
  const root = document.getElementById("questionnaire");
  const scenario = JSON.parse(document.getElementById("questionnaire-donnees").textContent);
  const alone = "seule" in root.dataset;
  const addressOf = (code) => root.dataset.adresse.replace("{code}", code);
  const onLanguage = (code) => location.assign(addressOf(code) + location.hash);
  in_form.mount(root, scenario, { addressOf, onLanguage, remember: true, history: alone });
}
