// The views of the widgets that a part holds.
import { h, on, put } from "./dom.js";

const connected = (node, signal) =>
  new Promise((resolve) => {
    const watch = new MutationObserver(look);
    function look() {
      if (!node.isConnected && !signal?.aborted) return;
      watch.disconnect();
      resolve(node.isConnected);
    }
    watch.observe(document, { childList: true, subtree: true });
    signal?.addEventListener("abort", look);
    look();
  });

/** `show(id, host)` draws a widget there, made at its first showing then kept; `remove()` ends them all. */
export function childViews(model, signal) {
  const made = new Map();
  let gone = false;

  async function make(id) {
    const child = await model.widget_manager.get_model(id);
    return model.widget_manager.create_view(child);
  }
  // A child view is a Lumino widget: attached through Lumino, it hears that it is on the page (ipywidgets needs it).
  async function show(id, host) {
    if (made.has(id)) return host.append(await made.get(id).then((view) => view.el));
    made.set(id, make(id));
    const view = await made.get(id);
    if (gone || !(await connected(host, signal))) return undefined;
    const lumino = view.luminoWidget ?? view.pWidget;
    return lumino.isAttached ? host.append(view.el) : lumino.constructor.attach(lumino, host);
  }
  return {
    show,
    /** The view of a widget that was shown, undefined for another. */
    of: (id) => made.get(id),
    async remove() {
      gone = true;
      for (const view of made.values()) (await view).remove();
    },
  };
}

/** The id of a widget, of how a trait names it. */
export const idOf = (named) => named?.slice("IPY_MODEL_".length);

/** « Enregistrer l'image »: Python makes its buttons when it is first opened. */
export function imageOut(model, views) {
  const place = h("div");
  const root = h("details", {}, h("summary", {}, model.get("words").image), place);
  root.addEventListener("toggle", () => put(model, "wanted", true));
  on(model, ["image"], () => {
    if (model.get("image")) views.show(idOf(model.get("image")), place);
  });
  return root;
}
