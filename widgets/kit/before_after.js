// Before and after in a real table; narrow, each line becomes a card and keeps its roles.
import { scrolling } from "./data_table.js";
import { h, on, redraw, uid } from "./dom.js";

function render({ model, el }) {
  const words = model.get("words");
  const id = uid("avant-apres");
  const root = h("div", {});
  el.append(root);
  on(model, ["label", "pair"], () => {
    const { titles, lines } = model.get("pair");
    const heads = [words.what, ...titles, words.difference];
    const cell = (text, index, name) =>
      h(
        "td",
        { role: "cell", class: name },
        h("span", { class: "rappel", "aria-hidden": "true" }, heads[index]),
        h("span", {}, text),
      );
    const table = h(
      "table",
      { role: "table", "aria-labelledby": id },
      h(
        "thead",
        { role: "rowgroup" },
        h("tr", { role: "row" }, heads.map((text) => h("th", { scope: "col", role: "columnheader" }, text))),
      ),
      h(
        "tbody",
        { role: "rowgroup" },
        lines.map((line) =>
          h(
            "tr",
            { role: "row" },
            h("th", { scope: "row", role: "rowheader" }, line.label),
            cell(line.before, 1, "avant"),
            cell(line.after, 2, "apres"),
            cell(line.difference, 3, "ecart"),
          )
        ),
      ),
    );
    redraw(
      root,
      h("p", { id, class: "nom" }, model.get("label")),
      lines.length ? scrolling(table, id) : h("p", { class: "carnets-help" }, words.empty),
    );
  });
}

export default { render };
