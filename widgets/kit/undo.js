import { h, on, send, set } from "./dom.js";

const TYPED = "input:not([type=radio], [type=checkbox], [type=range]), textarea, [contenteditable=true], .cm-editor *";

export default {
  render({ model, el }) {
    const words = model.get("words");
    // aria-disabled and not disabled: the keyboard keeps its place when the last change is undone.
    const button = (event, keys) =>
      h("button", {
        type: "button",
        class: "carnets-button",
        title: words[`${event}-key`],
        "aria-keyshortcuts": keys,
        onclick: () => press(event),
      }, words[event]);
    const buttons = { undo: button("undo", "Control+Z"), redo: button("redo", "Control+Y") };
    const status = h("p", { class: "carnets-help", role: "status" });
    el.append(h("p", { class: "carnets-undo-buttons" }, Object.values(buttons)), status);

    const press = (event) => model.get(`can_${event}`) && send(model, { event });
    on(model, ["can_undo", "can_redo", "sentence"], () => {
      for (const [event, node] of Object.entries(buttons)) {
        node.setAttribute("aria-disabled", String(!model.get(`can_${event}`)));
      }
      set(status, "textContent", model.get("sentence"));
    });
    // A text undoes its own letters; a notebook, which holds other things, keeps the keys that are not of this lab.
    function pressed(event) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.target.closest?.(TYPED)) return;
      const key = event.key.toLowerCase();
      const wanted = key === "y" || (key === "z" && event.shiftKey) ? "redo" : key === "z" && "undo";
      const isHere = el.getClientRects().length > 0 &&
        ("etat" in document.documentElement.dataset || el.closest(".carnets-lab-path")?.contains(event.target));
      if (!wanted || !isHere) return;
      event.preventDefault();
      press(wanted);
    }
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  },
};
