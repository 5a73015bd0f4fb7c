import { h, on, send, set, setting } from "./dom.js";

export default {
  render({ model, el }) {
    const { body, name, sync } = setting(model, el);
    const button = h("button", { type: "button", class: "carnets-button", onclick: ask });
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
      if (paper) button.setAttribute("aria-label", whole);
      // aria-disabled and not disabled: the keyboard keeps its place while the file is made.
      button.setAttribute("aria-disabled", String(making));
      set(status, "textContent", making ? model.get("words").making : model.get("said"));
    }
    model.on("msg:custom", (message, buffers) => {
      making = false;
      show();
      if (message.kind !== "file") return;
      const url = URL.createObjectURL(new Blob([buffers[0]], { type: message.mime }));
      const link = h("a", { href: url, download: message.name, hidden: true });
      el.append(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    });
    on(model, ["label", "paper", "said", "error"], show);
  },
};
