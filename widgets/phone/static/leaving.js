// @ts-nocheck -- a script, not a module: what it names comes from others
// On a page where a language is chosen: one whose page cannot come is said so, in that language, and this page stays.
{
  const box = document.querySelector("[role=alert]");
  for (const link of document.querySelectorAll("[data-page]")) {
    const stay = (why) => {
      Object.assign(box, { hidden: false, lang: link.lang, dir: link.dir, textContent: link.dataset[why] });
      box.scrollIntoView({ block: "nearest" });
    };
    link.addEventListener("click", (event) => follow(event, box.dataset.gardien, stay));
  }
}
