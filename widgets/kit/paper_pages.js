// A section too long for a telephone is read by pages, as a paper is: what a page begins with, a row or a paragraph, is
// whole on it.
import { h, set } from "./dom.js";

export const isNarrow = () => matchMedia("(max-width: 640px)").matches;
// What a page takes of the screen: under two, with what stands around it.
const SCREENS = 1.35;
const LEAVES = "tbody tr, li, :scope > :not(.defile, ul, ol)";

/** The pages of what a section holds: `cut` them anew when its width changes, `turnTo` that of a node, which `bar` follows. */
export function paperPages(content, words) {
  /** @type {HTMLElement[][]} */
  let pages = [];
  let at = 0;
  const turn = (by) => () => {
    if (!pages[at + by]) return;
    at += by;
    draw();
    content.parentElement.scrollIntoView({ block: "start" });
    content.focus({ preventScroll: true });
  };
  const back = h("button", { type: "button", class: "carnets-button", onclick: turn(-1) }, words.back);
  const next = h("button", { type: "button", class: "carnets-button", onclick: turn(1) }, words.next);
  const place = h("span");
  const bar = h("p", { class: "tourner", hidden: true }, back, place, next);
  content.tabIndex = -1;

  function draw() {
    pages.forEach((page, rank) => page.forEach((leaf) => set(leaf, "hidden", rank !== at)));
    // A table of which no row is on the page is not there either, its title included.
    for (const held of content.querySelectorAll(":scope > :is(.defile, ul, ol)")) {
      set(held, "hidden", !held.querySelector("tbody tr:not([hidden]), li:not([hidden])"));
    }
    set(bar, "hidden", pages.length < 2);
    back.setAttribute("aria-disabled", String(at === 0));
    next.setAttribute("aria-disabled", String(at === pages.length - 1));
    set(place, "textContent", words.place.replace("AT", at + 1).replace("COUNT", pages.length));
  }
  function cut() {
    const first = pages[at]?.[0];
    const leaves = /** @type {HTMLElement[]} */ ([...content.querySelectorAll(LEAVES)]);
    for (const node of content.querySelectorAll("[hidden]")) node.hidden = false;
    const most = isNarrow() ? SCREENS * innerHeight : Infinity;
    pages = [];
    let top = 0;
    for (const leaf of leaves) {
      const box = leaf.getBoundingClientRect();
      if (!pages.length || box.bottom - top > most) {
        pages.push([]);
        // A table says again what it is.
        top = box.top - (leaf.closest("table")?.caption?.offsetHeight ?? 0);
      }
      pages[pages.length - 1].push(leaf);
    }
    at = Math.max(0, pages.findIndex((page) => page.includes(first)));
    draw();
  }
  function turnTo(node) {
    const rank = pages.findIndex((page) => page.some((leaf) => leaf.contains(node)));
    if (rank >= 0) at = rank;
    draw();
  }
  return { bar, cut, turnTo };
}
