// @ts-nocheck -- a script, not a module: what it names comes from others
// A poster's address names missions after « # »: the page of the chosen language gets them, past its own choice.
{
  const asked = location.hash.slice(1);
  for (const link of document.querySelectorAll("[data-page]")) {
    const past = link.dataset.page === "choix" ? ["vue=accueil"] : [];
    const all = [asked, ...past].filter(Boolean).join("&");
    if (all) link.href = `${link.getAttribute("href")}#${all}`;
  }
  // As memory.js names it: two sites of one host do not share what they keep.
  const memory = `carnets:pratique${location.pathname.replace(/[^/]*$/, "")}`;
  const offer = () => {
    let kept = "";
    try {
      kept = (localStorage.getItem(memory) && localStorage.getItem(`${memory}:langue`)) ?? "";
    } catch {
      // The browser keeps nothing: the languages are all there.
    }
    for (const one of document.querySelectorAll("[data-langue]")) one.hidden = one.dataset.langue !== kept;
  };
  // Also when the page is brought back as it was: what was kept may have been erased meanwhile.
  addEventListener("pageshow", offer);
  keepPages(document.querySelector("[data-gardien]").dataset.gardien, !window.DecompressionStream);
}
