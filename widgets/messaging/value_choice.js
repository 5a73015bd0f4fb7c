import { h, on, put, redraw, set, setting, uid } from "../kit/dom.js";
import { roomText } from "../kit/room_text.js";

export default {
  render({ model, el }) {
    const title = h("h3", { tabindex: "-1" });
    el.append(title);
    const { body } = setting(model, el, { group: true });
    const name = uid("valeur");
    const option = ({ value, lines, room }) =>
      h(
        "label",
        { class: "valeur" },
        h("input", {
          type: "radio",
          name,
          value,
          "data-key": value,
          checked: value === model.get("value"),
          onchange: () => put(model, "value", value),
        }),
        h(
          "span",
          {},
          h("strong", {}, value),
          lines.map((line, at) => h("span", { class: "fait" }, roomText(line, room[at]))),
        ),
      );
    on(model, ["options"], () => redraw(body, model.get("options").map(option)));
    on(model, ["value"], () => {
      for (const input of body.querySelectorAll("input")) set(input, "checked", input.value === model.get("value"));
    });
    on(model, ["title"], () => set(title, "textContent", model.get("title")));
    model.on("change:title", () => {
      if (!el.isConnected || !model.get("title")) return;
      title.focus({ preventScroll: true });
      if (title.getBoundingClientRect().top < 0) title.scrollIntoView({ block: "start" });
    });
  },
};
