import { h, on, put, set, setting } from "./dom.js";

export default {
  render({ model, el }) {
    const { ids, body, sync, complain } = setting(model, el);
    const words = model.get("words");
    const input = h("input", { type: "number", step: "any", inputmode: "decimal", id: ids.control, onchange: read });
    const select = h("select", { "aria-label": words.unit, onchange: () => keep({ unit: select.value }) });
    const word = h("span", { class: "carnets-unit" });
    body.append(input, select, word);
    sync(input);
    sync(select);
    const keep = (part) => put(model, "value", { ...model.get("value"), ...part });
    function read() {
      if (input.validity.badInput) return complain(words["not-a-number"]);
      complain("");
      keep({ number: input.value === "" ? null : input.valueAsNumber });
    }
    const show = () => {
      const { number, unit } = model.get("value");
      if ((input.value === "" ? null : input.valueAsNumber) !== number) input.value = number ?? "";
      set(select, "value", unit);
    };
    on(model, ["units"], () => {
      const units = model.get("units");
      select.replaceChildren(
        h("option", { value: "" }, words.choose),
        ...units.map((unit) => h("option", { value: unit.value }, unit.label)),
      );
      select.hidden = units.length < 2;
      word.hidden = units.length !== 1;
      set(word, "textContent", units.length === 1 ? units[0].label : "");
      show();
    });
    model.on("change:value", show);
  },
};
