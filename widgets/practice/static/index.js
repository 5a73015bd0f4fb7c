// Where something was begun, the first page offers to go on with it, in its language. It names nothing of other scripts.
{
  // As memory.js names it: two sites of one host do not share what they keep.
  const memory = `carnets:pratique${location.pathname.replace(/[^/]*$/, "")}`;
  const offer = () => {
    let chosen = "";
    try {
      chosen = (localStorage.getItem(memory) && localStorage.getItem(`${memory}:langue`)) ?? "";
    } catch {
      // The browser keeps nothing: the languages are all there.
    }
    /** @type {NodeListOf<HTMLElement>} */
    const offers = document.querySelectorAll("[data-langue]");
    for (const offer of offers) offer.hidden = offer.dataset.langue !== chosen;
  };
  // Also when the page is brought back as it was: what was kept may have been erased meanwhile.
  addEventListener("pageshow", offer);
}
