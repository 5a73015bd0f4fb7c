// A card to read from top to bottom: who, three facts, the week in a sentence, then day by day.
import { h, on, redraw, uid } from "./dom.js";

// The events that are read at once; more are folded by day.
const MOST_OPEN = 8;
const MARKS = { bon: "✓", alerte: "▲", neutre: "•" };

// What a day was, in counts: « ✓ 2 à temps ▲ 4 pas à temps ».
const counts = (events, words) =>
  ["bon", "alerte"].map((tone) => [tone, events.filter((event) => event.tone === tone).length])
    .map(([tone, count]) => count ? `${MARKS[tone]} ${count} ${words[tone]} ` : "").join("");

function day({ label, events }, words, folds) {
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
    !lines.length
      ? h("p", { class: "rien" }, words.nothing)
      : folds
      ? h("details", { name: "jour" }, h("summary", {}, counts(events, words)), h("ul", {}, lines))
      : h("ul", {}, lines),
  );
}

function render({ model, el }) {
  const words = model.get("words");
  const id = uid("famille");
  const root = h("article", { "aria-labelledby": id });
  el.append(root);
  on(model, ["name", "facts", "days", "summary"], () => {
    const days = model.get("days");
    const folds = days.flatMap(({ events }) => events).length > MOST_OPEN;
    redraw(
      root,
      h("p", { class: "nom", id }, model.get("name")),
      h("ul", { class: "faits" }, model.get("facts").map((fact) => h("li", {}, fact))),
      model.get("summary") && h("p", { class: "resume" }, model.get("summary")),
      days.length
        ? h("ol", { class: "semaine", "aria-label": words.week }, days.map((date) => day(date, words, folds)))
        : words.empty && h("p", { class: "rien" }, words.empty),
    );
  });
}

export default { render };
