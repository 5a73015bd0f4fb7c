import { h, on, set, uid } from "./dom.js";

export default {
  render({ model, el }) {
    const words = model.get("words");
    const id = uid("progress");
    const label = h("label", { for: id });
    const bar = h("progress", { id });
    const status = h("p", { class: "carnets-progress-said", "aria-live": "polite" });
    const stop = h("button", { type: "button", class: "carnets-button", onclick: press }, words.stop);
    el.append(label, h("div", { class: "carnets-progress-line" }, bar, stop), status);
    stop.hidden = !model.get("stops");
    let stopping = false;

    function press() {
      if (stop.getAttribute("aria-disabled") === "true") return;
      stopping = true;
      model.send({ kind: "stop" });
      show();
    }
    function show() {
      const { max, value, running } = Object.fromEntries(
        ["max", "value", "running"].map((name) => [name, model.get(name)]),
      );
      if (!running) stopping = false;
      set(label, "textContent", model.get("label"));
      if (max > 0) Object.assign(bar, { max, value: Math.min(value, max) });
      else if (running) bar.removeAttribute("value");
      else Object.assign(bar, { max: 1, value: 0 });
      // Neither gone nor disabled: whoever has the keyboard on it is not thrown to the top of the page.
      stop.setAttribute("aria-disabled", String(!running || stopping));
      const finished = max > 0 && value >= max;
      const state = stopping ? words.stopping : running ? "" : finished ? words.done : value > 0 ? words.halted : "";
      set(status, "textContent", [model.get("said"), state].filter(Boolean).join(" · "));
    }
    on(model, ["label", "value", "max", "running", "said"], show);
  },
};
