import { childViews, idOf } from "./child_views.js";
import { h, on, put, set, uid } from "./dom.js";

export default {
  render({ model, el, signal }) {
    const group = uid("panels");
    const views = childViews(model, signal);
    let panels = [];

    function panel(_, index) {
      const name = h("span", { class: "carnets-panel-title" });
      const summary = h("span", { class: "carnets-panel-summary" });
      const body = h("div", { class: "carnets-panel-body" });
      const details = h(
        "details",
        { name: group },
        h("summary", null, h("span", { class: "carnets-panel-line" }, name, summary)),
        body,
      );
      details.addEventListener("toggle", () => {
        if (details.open) {
          views.show(idOf(model.get("children")[index]), body);
          if (model.get("open_index") !== index) put(model, "open_index", index);
        } else if (model.get("open_index") === index) put(model, "open_index", -1);
      });
      return { name, summary, body, details };
    }
    function open() {
      const index = model.get("open_index");
      // Closed first: the browser allows one open group of a name at a time.
      panels.forEach(({ details }, i) => i !== index && set(details, "open", false));
      if (panels[index]) set(panels[index].details, "open", true);
    }
    on(model, ["titles", "children"], () => {
      if (model.get("titles").length !== panels.length) {
        panels = model.get("titles").map(panel);
        el.replaceChildren(...panels.map(({ details }) => details));
      } else {
        panels.forEach(({ body, details }, i) => {
          const id = idOf(model.get("children")[i]);
          if (!details.open || !id) return body.replaceChildren();
          return views.of(id)?.then((view) => body.firstChild === view.el) ??
            (body.replaceChildren(), views.show(id, body));
        });
      }
      open();
    });
    on(model, ["titles", "summaries"], () => {
      panels.forEach(({ name, summary }, i) => {
        set(name, "textContent", model.get("titles")[i]);
        set(summary, "textContent", model.get("summaries")[i] ?? "");
      });
    });
    model.on("change:open_index", open);
    return views.remove;
  },
};
