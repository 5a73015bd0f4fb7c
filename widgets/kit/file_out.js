import { h, on, save, send, set, setting } from "./dom.js";

export default {
  render({ model, el }) {
    const { body, name, sync } = setting(model, el);
    const button = h("button", { type: "button", onclick: ask });
    const status = h("p", { class: "carnets-file-said", role: "status" });
    body.append(button, status);
    sync(button);
    // The button carries the name itself.
    name.hidden = true;
    let making = false;

    function ask() {
      if (making) return;
      making = true;
      show();
      send(model, { kind: "request" });
    }
    function show() {
      const paper = model.get("paper");
      const whole = paper ? `${paper} : ${model.get("label")}` : model.get("label");
      set(name, "textContent", whole);
      set(button, "textContent", model.get("label"));
      set(button, "className", `carnets-button${model.get("main") ? " carnets-button-main" : ""}`);
      if (paper) button.setAttribute("aria-label", whole);
      // aria-disabled and not disabled: the keyboard keeps its place while the file is made.
      button.setAttribute("aria-disabled", String(making));
      set(status, "textContent", making ? model.get("words").making : model.get("said"));
    }
    model.on("msg:custom", (message, buffers) => {
      making = false;
      show();
      if (message.kind === "file") save(message.name, buffers[0], message.mime);
    });
    on(model, ["label", "main", "paper", "said", "error"], show);
  },
};
