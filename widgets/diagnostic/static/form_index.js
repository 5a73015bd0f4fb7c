// @ts-nocheck -- a script, not a module: what it names comes from others
// What the school set after « # » (level, mode) follows to the page of the chosen language, past its own choice.
{
  const asked = location.hash.slice(1);
  for (const link of document.querySelectorAll("[data-page]")) {
    link.href = `${link.getAttribute("href")}#${[asked, "vue=accueil"].filter(Boolean).join("&")}`;
  }
  keepPages(document.querySelector("[data-gardien]").dataset.gardien);
}
