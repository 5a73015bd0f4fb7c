import { scrolling } from "./data_table.js";
import { h, on, only, svg, uid } from "./dom.js";
import { isNarrow, paperPages } from "./paper_pages.js";

/** A node of a document: a text, or [tag, attributes, ...nodes]. */
function drawn(node, make = h) {
  if (typeof node === "string") return node;
  const [tag, attributes, ...nodes] = node;
  const element = tag === "svg" ? svg : make;
  const children = nodes.map((each) => drawn(each, element));
  if (attributes.class !== "table") return element(tag, attributes, children);
  const [table] = children;
  table.caption.id = uid("papier");
  return scrolling(table, table.caption.id);
}

export default {
  render({ model, el, signal }) {
    /** What one opened or closed, by title. @type {Map<string, boolean>} */
    const turned = new Map();
    /** The pages of each section. @type {Map<Element, ReturnType<typeof paperPages>>} */
    const paged = new Map();

    function section({ title, caption, nodes, after }) {
      const content = h("div", { class: "contenu" }, nodes.map((each) => drawn(each)));
      const comesOpen = !after && !matchMedia("(max-width: 800px)").matches;
      const about = caption && h("span", { class: "carnets-help carnets-heard" }, ` ${caption}`);
      const summary = h("summary", null, h("h3", null, title), about);
      const details = h("details", { open: turned.get(title) ?? comesOpen }, summary, content);
      const pages = paperPages(content, model.get("words"));
      details.append(pages.bar);
      paged.set(details, pages);
      details.addEventListener("toggle", () => details.open && pages.cut());
      summary.addEventListener("click", () => turned.set(title, !details.open));
      return details;
    }
    // The address says the step that one is at: what leads to a place of the document leads there without it.
    el.addEventListener("click", (event) => {
      const lead = /** @type {Element} */ (event.target).closest("a")?.getAttribute("href") ?? "";
      if (!lead.startsWith("#")) return;
      event.preventDefault();
      const place = /** @type {HTMLElement | null} */ (el.querySelector(`[id="${CSS.escape(lead.slice(1))}"]`));
      const details = place?.closest("details");
      if (!place || !details) return;
      // On a telephone a section stands alone, on the page that one reads of it.
      const others = isNarrow() ? [...paged.keys()].filter((other) => other !== details) : [];
      for (const other of others) other.removeAttribute("open");
      details.open = true;
      paged.get(details)?.cut();
      paged.get(details)?.turnTo(place);
      place.tabIndex = -1;
      place.focus();
    });
    on(model, ["sections"], () => {
      paged.clear();
      only(el, ...model.get("sections").map(section));
    });
    let width = 0;
    const sized = new ResizeObserver(() => {
      if (el.clientWidth === width) return;
      width = el.clientWidth;
      for (const [details, pages] of paged) if (details.hasAttribute("open")) pages.cut();
    });
    sized.observe(el);
    signal?.addEventListener("abort", () => sized.disconnect());
  },
};
