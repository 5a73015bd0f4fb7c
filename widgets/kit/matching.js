import { h, on, put, redraw, set, setting, uid } from "./dom.js";

// A pair a line: the item, then a list of its own. The browser's own control, by touch, mouse and keyboard alike.
export default {
  render({ model, el }) {
    const { body } = setting(model, el, { group: true });
    const words = model.get("words");
    const list = h("ul", { class: "carnets-pairs", role: "list" });
    body.append(list);
    function choose(item, chosen) {
      const value = { ...model.get("value"), [item]: chosen };
      if (!chosen) delete value[item];
      put(model, "value", value);
    }
    function pair({ value, label }) {
      const id = uid("pair");
      const options = model.get("options").map((option) => h("option", { value: option.value }, option.label));
      const select = h(
        "select",
        { id, "data-key": value, onchange: () => choose(value, select.value) },
        h("option", { value: "" }, options.length ? words.choose : words.empty),
        options,
      );
      return h("li", null, h("label", { for: id }, label), select);
    }
    const show = () => {
      for (const select of list.querySelectorAll("select")) {
        set(select, "value", model.get("value")[select.dataset.key] ?? "");
      }
    };
    on(model, ["items", "options"], () => {
      const items = model.get("items");
      redraw(list, items.length ? items.map(pair) : h("li", { class: "carnets-help" }, words.empty));
      show();
    });
    model.on("change:value", show);
  },
};
