import { h, hidden, on, set } from "./dom.js";

export default {
  render({ model, el }) {
    const sentence = h("p", { class: "carnets-step-said" });
    const list = h("ol", { "aria-label": model.get("words").list });
    el.append(sentence, list);
    on(model, ["said"], () => set(sentence, "textContent", model.get("said")));
    on(model, ["steps", "current"], () => {
      const current = model.get("current");
      list.replaceChildren(
        ...model
          .get("steps")
          .map((name, index) =>
            h(
              "li",
              { "aria-current": index === current && "step", class: index < current && "carnets-step-done" },
              h("span", { class: "carnets-step-name" }, name),
              index < current && hidden(` (${model.get("words").done})`),
            )
          ),
      );
    });
  },
};
