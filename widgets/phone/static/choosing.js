// @ts-nocheck -- a script, not a module: what it names comes from others
// On a page where a language is chosen: what its address says after « # » follows to the page of that language, past the
// choice that it has too, but where it goes on with what was begun (« suite »). One whose page cannot come is said so, in
// that language, and this page stays. `entier`: the site has larger pages, for a browser that opens no compressed texts.
{
  const fragment = location.hash.slice(1);
  const box = document.querySelector("[role=alert]");
  const { gardien: keeper, entier: larger } = box.dataset;
  for (const link of document.querySelectorAll("[data-page]")) {
    const past = link.dataset.page === "suite" ? [] : ["vue=accueil"];
    const all = [fragment, ...past].filter(Boolean).join("&");
    if (all) link.href = `${link.getAttribute("href")}#${all}`;
    const say = (why) => {
      Object.assign(box, { hidden: !why, lang: link.lang, dir: link.dir, textContent: why && link.dataset[why] });
      if (why) box.scrollIntoView({ block: "nearest" });
    };
    link.addEventListener("click", (event) => follow(event, keeper, say));
  }
  keepPages(keeper, larger !== undefined && !window.DecompressionStream);
}
