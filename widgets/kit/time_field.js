import { h, on, put, set, setting } from "./dom.js";

export default {
  render({ model, el }) {
    const { ids, body, sync, complain } = setting(model, el);
    let last = model.get("value") || "18:00";
    const time = h("input", { type: "time", id: ids.control, onchange: read, onblur: read });
    const box = h("input", { type: "checkbox", onchange: () => put(model, "value", box.checked ? "" : last) });
    const boxText = h("span", null);
    const none = h("label", { class: "carnets-none" }, box, boxText);
    body.append(time, none);
    sync(time);

    function read() {
      // A half-typed hour has no value: it must not pass for « none ».
      if (time.validity.badInput) return complain(model.get("words").unreadable);
      complain("");
      if (time.value === "" && model.get("none_label")) return set(time, "value", model.get("value"));
      if (time.value !== model.get("value")) put(model, "value", time.value);
    }
    on(model, ["value", "none_label", "disabled"], () => {
      const value = model.get("value");
      if (value) last = value;
      complain("");
      set(time, "value", value);
      set(boxText, "textContent", model.get("none_label"));
      none.hidden = !boxText.textContent;
      set(box, "checked", value === "");
      box.disabled = model.get("disabled");
      time.disabled = model.get("disabled") || (!none.hidden && box.checked);
    });
  },
};
