import { h, on, put, set, setting } from "./dom.js";

export default {
  render({ model, el }) {
    const { ids, body, sync } = setting(model, el);
    const select = h("select", { id: ids.control, onchange: () => put(model, "value", select.value) });
    body.append(select);
    sync(select);
    on(model, ["options", "value"], () => {
      const value = model.get("value");
      const words = model.get("words");
      const choices = model.get("options");
      const nothing = { value: "", label: choices.length ? words.none : words.empty };
      const options = value ? choices : [nothing, ...choices];
      const shown = [...select.options].map((option) => option.value + option.text).join("\n");
      if (shown !== options.map((option) => option.value + option.label).join("\n")) {
        select.replaceChildren(...options.map((option) => h("option", { value: option.value }, option.label)));
      }
      set(select, "value", value);
    });
  },
};
