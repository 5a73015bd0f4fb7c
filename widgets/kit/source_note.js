import { badge, h, on, redraw, set } from "./dom.js";

export default {
  render({ model, el }) {
    const text = h("p", null);
    const mark = h("div", { class: "carnets-mark" });
    el.append(text, mark);
    on(model, ["text"], () => set(text, "textContent", model.get("text")));
    on(model, ["badge", "text"], () => redraw(mark, badge(model.get("badge"), model.get("text"))));
  },
};
