import { h, on, put, set, uid } from "./dom.js";

const connected = (node, signal) =>
  new Promise((resolve) => {
    const look = () => {
      if (node.isConnected) resolve(true);
      else if (signal?.aborted) resolve(false);
      else requestAnimationFrame(look);
    };
    look();
  });

export default {
  render({ model, el, signal }) {
    const group = uid("panels");
    const made = new Map();
    let panels = [];
    let gone = false;

    // A child view is a Lumino widget: attached through Lumino, it hears that it is on the page (ipywidgets needs it).
    async function show(id, host) {
      if (made.has(id)) return host.append(await made.get(id).then((view) => view.el));
      const create = async () => {
        const child = await model.widget_manager.get_model(id);
        return model.widget_manager.create_view(child);
      };
      made.set(id, create());
      const view = await made.get(id);
      if (gone || !(await connected(host, signal))) return undefined;
      const lumino = view.luminoWidget ?? view.pWidget;
      return lumino.isAttached ? host.append(view.el) : lumino.constructor.attach(lumino, host);
    }
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
          show(model.get("children")[index].slice(10), body);
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
          const id = model.get("children")[i]?.slice(10);
          if (!details.open || !id) return body.replaceChildren();
          return made.get(id)?.then((view) => body.firstChild === view.el) ?? (body.replaceChildren(), show(id, body));
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
    return async () => {
      gone = true;
      for (const view of made.values()) (await view).remove();
    };
  },
};
