// A card to read from top to bottom: who, three facts, the week in a sentence, then day by day.
import { h, on, redraw, uid } from "./dom.js";

const MARKS = { bon: "✓", alerte: "▲", neutre: "•" };

function day({ label, events }, words) {
  const lines = events.map((event) =>
    h(
      "li",
      { class: event.tone ?? "neutre" },
      h("span", { class: "marque", "aria-hidden": "true" }, MARKS[event.tone ?? "neutre"]),
      h(
        "span",
        { class: "quand" },
        event.time && h("time", {}, event.time),
        " ",
        words[event.tone] && h("span", { class: "mot" }, words[event.tone]),
      ),
      h("span", { class: "texte" }, event.text),
    )
  );
  return h(
    "li",
    { class: "jour" },
    h("span", { class: "date" }, label),
    lines.length ? h("ul", {}, lines) : h("p", { class: "rien" }, words.nothing),
  );
}

function render({ model, el }) {
  const words = model.get("words");
  const id = uid("famille");
  const root = h("article", { "aria-labelledby": id });
  el.append(root);
  on(model, ["name", "facts", "days", "summary"], () => {
    const days = model.get("days");
    redraw(
      root,
      h("p", { class: "nom", id }, model.get("name")),
      h("ul", { class: "faits" }, model.get("facts").map((fact) => h("li", {}, fact))),
      model.get("summary") && h("p", { class: "resume" }, model.get("summary")),
      days.length
        ? h("ol", { class: "semaine", "aria-label": words.week }, days.map((date) => day(date, words)))
        : words.empty && h("p", { class: "rien" }, words.empty),
    );
  });
}

export default { render };
