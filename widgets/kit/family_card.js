// A card to read from top to bottom: who, three facts, the week in a sentence, then day by day.
import { h, on, put, redraw, uid } from "./dom.js";

// The events that are read at once; more are folded by day.
const MOST_OPEN = 8;
const MARKS = { bon: "✓", alerte: "▲", neutre: "•" };
// Where each step is on the line of a day: its shape, so that no colour is needed; its height is in the style.
const line = (marks) =>
  h(
    "span",
    { class: "bande", "aria-hidden": "true" },
    marks.map(({ at, step, shape }) => h("i", { class: step, style: `inset-inline-start:${at}%` }, shape)),
  );

// What a day was, in counts: « ✓ 2 à temps ▲ 4 pas à temps ».
const counts = (events, words) =>
  ["bon", "alerte"].map((tone) => [tone, events.filter((event) => event.tone === tone).length])
    .map(([tone, count]) => count ? `${MARKS[tone]} ${count} ${words[tone]} ` : "").join("");

function day({ label, events, marks = [] }, words, folds, model) {
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
  const date = h("span", { class: "date" }, label, " ");
  return h(
    "li",
    { class: marks.length ? "jour ligne" : "jour" },
    marks.length && lines.length ? "" : date,
    !lines.length ? [h("p", { class: "rien" }, words.nothing), marks.length && line(marks)] : folds || marks.length
      ? h(
        "details",
        {
          open: model.get("opened").includes(label),
          // On a phone a day that one reads stands in the place of the others.
          name: matchMedia("(max-width: 640px)").matches ? "jour" : null,
          ontoggle: ({ target: { open } }) => {
            const opened = model.get("opened");
            if (opened.includes(label) === open) return;
            put(model, "opened", open ? [...opened, label] : opened.filter((each) => each !== label));
          },
        },
        h("summary", {}, marks.length && date, counts(events, words), marks.length && line(marks)),
        h("ul", {}, lines),
      )
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
        ? h(
          "ol",
          { class: "semaine", "aria-label": words.week },
          days.map((date) => day(date, words, folds, model)),
        )
        : words.empty && h("p", { class: "rien" }, words.empty),
      days.some(({ marks = [] }) => marks.length) && [
        h("p", { class: "heures", "aria-hidden": "true" }, model.get("hours").map((hour) => h("span", {}, hour))),
        h("p", { class: "heures" }, model.get("key").map((step) => h("span", {}, step))),
      ],
    );
  });
}

export default { render };
