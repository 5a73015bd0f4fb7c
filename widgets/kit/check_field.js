import { h, on, put, set, setting } from "./dom.js";

export default {
  render({ model, el }) {
    const { ids, name, sync } = setting(model, el);
    const box = h("input", { type: "checkbox", id: ids.control, onchange: () => put(model, "value", box.checked) });
    name.before(box);
    sync(box);
    on(model, ["value"], () => set(box, "checked", model.get("value")));
  },
};
