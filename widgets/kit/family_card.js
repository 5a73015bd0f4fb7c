// A card to read from top to bottom: who, three facts, the week in a sentence, then day by day.
import { h, on, put, redraw, svg, uid } from "./dom.js";

// The events that are read at once; more are folded by day.
const MOST_OPEN = 8;
const MARKS = { bon: "✓", alerte: "▲", neutre: "•" };
// A step of a message, by its shape: no colour is needed.
const shape = (step, model, attrs, ...more) =>
  svg("svg", { class: step, ...attrs }, svg("path", { d: `M0 0${model.get("shapes")[step]}` }), ...more);
const sample = (step, model) =>
  shape(step, model, { viewBox: "-5 -5 10 10", width: 10, height: 10, "aria-hidden": "true" });
// A day from 0 h to 24 h, its marks by lanes of nine points: none hides another (family_card.py).
const line = (marks, model) =>
  svg(
    "svg",
    {
      class: "bande",
      width: "100%",
      height: 10 + 9 * Math.max(...marks.map(({ lane }) => lane)),
      "aria-hidden": "true",
    },
    [0, 25, 50, 75, 100].map((x) => svg("line", { x1: `${x}%`, x2: `${x}%`, y2: "100%" })),
    marks.map(({ at, lane, step, count, early }) =>
      shape(
        step,
        model,
        { x: `${at}%`, y: 5 + 9 * lane },
        svg("text", { x: early ? 5 : -5, y: 4, "text-anchor": early ? null : "end" }, count),
      )
    ),
  );

// What a day was, in counts: « ✓ 2 à temps ▲ 4 pas à temps ».
const counts = (events, words) =>
  ["bon", "alerte"].map((tone) => [tone, events.filter((event) => event.tone === tone).length])
    .map(([tone, count]) => count ? `${MARKS[tone]} ${count} ${words[tone]} ` : "").join("");

function day({ label, events, marks = [], note }, words, folds, model) {
  const lines = events.map(({ tone = "neutre", step, time, text }) =>
    h(
      "li",
      { class: step ?? tone },
      h("span", { class: "marque", "aria-hidden": "true" }, step ? sample(step, model) : MARKS[tone]),
      h(
        "span",
        { class: "quand" },
        time && h("time", {}, time),
        " ",
        words[step ?? tone] && h("span", { class: "mot" }, words[step ?? tone]),
      ),
      h("span", { class: "texte" }, text),
    )
  );
  const date = h("span", { class: "date" }, label, " ");
  return h(
    "li",
    { class: marks.length ? "jour ligne" : "jour" },
    marks.length && lines.length ? "" : date,
    !lines.length ? h("p", { class: "rien" }, words.nothing) : folds || marks.length
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
        h("summary", {}, marks.length && date, counts(events, words) || note, marks.length && line(marks, model)),
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
        h(
          "p",
          { class: "heures", style: "justify-content:start" },
          Object.keys(model.get("shapes")).map((step) => [
            { a_temps: words.written, sonne: words.then }[step],
            h("span", {}, sample(step, model), " ", words[step]),
          ]),
        ),
      ],
    );
  });
}

export default { render };
