import { h, on, send, set } from "./dom.js";

export default {
  render({ model, el }) {
    const button = h("button", { type: "button", onclick: () => send(model, { event: "press" }) });
    el.append(button);
    on(model, ["label", "main", "disabled"], () => {
      set(button, "textContent", model.get("label"));
      set(button, "disabled", model.get("disabled"));
      set(button, "className", `carnets-button${model.get("main") ? " carnets-button-main" : ""}`);
    });
  },
};
