import { h, hidden, on, set } from "../kit/dom.js";
import { keyed } from "./keyed.js";

function line() {
  const [who, label, needs] = ["qui", "etape", "besoins"].map((name) => h("span", { class: name }));
  return { node: h("li", {}, who, hidden(" : "), label, needs), who, label, needs };
}

export default {
  render({ model, el }) {
    const title = h("h3", {});
    const note = h("p", { class: "carnets-help" });
    const list = h("ul", { class: "personnes" });
    el.append(title, list, note);
    on(model, ["title", "note"], () => {
      set(title, "textContent", model.get("title"));
      set(note, "textContent", model.get("note"));
    });
    const draw = keyed(list, line, ({ node, who, label, needs }, row) => {
      set(node.dataset, "step", row.step);
      set(who, "textContent", row.who);
      set(label, "textContent", row.label);
      set(needs, "textContent", row.needs);
    });
    on(model, ["rows"], () => draw(model.get("rows")));
  },
};
