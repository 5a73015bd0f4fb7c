import { h, on } from "./dom.js";

const MARKS = { information: "i", attention: "!", erreur: "▲" };

export default {
  render({ model, el }) {
    const box = h("div", { class: "carnets-notice-box" });
    el.append(box);
    on(model, ["kind", "title", "text"], () => {
      const kind = model.get("kind");
      const [title, text] = [model.get("title"), model.get("text")];
      el.dataset.kind = kind;
      el.hidden = !title && !text;
      box.setAttribute("aria-live", kind === "erreur" ? "assertive" : "polite");
      box.replaceChildren(
        h("span", { class: "carnets-notice-mark", "aria-hidden": "true" }, MARKS[kind]),
        h(
          "div",
          null,
          h("p", { class: "carnets-notice-title" }, h("span", null, model.get("words")[kind]), title && ` · ${title}`),
          text && text.split("\n").map((line) => h("p", null, line)),
        ),
      );
    });
  },
};
