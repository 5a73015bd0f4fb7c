import { h, on, send, set } from "./dom.js";

export default {
  render({ model, el }) {
    const press = () => model.get("disabled") || send(model, { event: "press" });
    const button = h("button", { type: "button", onclick: press });
    el.append(button);
    on(model, ["label", "main", "disabled"], () => {
      set(button, "textContent", model.get("label"));
      // aria-disabled and not disabled: the keyboard keeps its place while what it pressed is done.
      button.setAttribute("aria-disabled", model.get("disabled"));
      set(button, "className", `carnets-button${model.get("main") ? " carnets-button-main" : ""}`);
    });
  },
};
