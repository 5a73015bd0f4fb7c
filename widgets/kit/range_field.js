import { h, hidden, on, put, set, setting, unitBeside } from "./dom.js";

export default {
  render({ model, el }) {
    const { ids, body, name, sync, complain } = setting(model, el);
    name.id = ids.name = `${ids.control}-name`;
    const word = hidden(model.get("words").slider);
    word.id = `${ids.control}-slider`;
    const slider = h("input", {
      type: "range",
      "aria-labelledby": `${ids.name} ${word.id}`,
      oninput: () => choose(slider.valueAsNumber),
    });
    const number = h("input", {
      type: "number",
      id: ids.control,
      inputmode: "decimal",
      onchange: () => choose(number.valueAsNumber),
    });
    const unit = h("span", { class: "carnets-unit" });
    body.append(slider, word, h("span", { class: "carnets-number" }, number, unit));
    sync(number);
    sync(slider);

    function choose(value) {
      const { min, max } = slider;
      if (Number.isNaN(value)) return complain(model.get("words")["not-a-number"]);
      if (value < min || value > max) {
        return complain(model.get("words")["out-of-bounds"].replace("MIN", min).replace("MAX", max));
      }
      put(model, "value", value);
      show();
    }
    function show() {
      const value = model.get("value");
      complain("");
      set(slider, "value", String(value));
      // While someone types « 1 » on the way to « 15 », the field is theirs.
      if (number.valueAsNumber !== value) number.value = value;
      slider.setAttribute("aria-valuetext", `${value.toLocaleString("fr")} ${unitBeside(model, value)}`.trim());
      set(unit, "textContent", unitBeside(model, value));
    }
    on(model, ["min", "max", "step", "unit", "value"], () => {
      for (const bound of ["min", "max", "step"]) {
        slider[bound] = number[bound] = model.get(bound);
      }
      unit.hidden = !model.get("unit");
      show();
    });
  },
};
