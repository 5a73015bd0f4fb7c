// A table one sorts by its headers and takes away as a file that a French spreadsheet opens as it is.
import { csv, withUnit, yesOrNo } from "./csv.js";
import { h, hidden, on, put, redraw, save, uid } from "./dom.js";

const numbers = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 2 });
const words = new Intl.Collator("fr", { numeric: true });

const nothing = (value) => value === null || value === undefined || value === "";

/** A value as a cell shows it. */
export function shown(value, missing) {
  if (nothing(value)) return [h("span", { "aria-hidden": "true" }, "–"), hidden(missing)];
  if (typeof value === "boolean") return yesOrNo(value);
  return typeof value === "number" ? numbers.format(value) : String(value);
}

/** Rows in the order asked for; a missing value comes last, whatever the direction. */
export function sorted(rows, sort) {
  if (!sort?.by) return rows;
  const turn = sort.descending ? -1 : 1;
  return rows.slice().sort((row, other) => {
    const [a, b] = [row[sort.by], other[sort.by]];
    if (nothing(a) || nothing(b)) return Number(nothing(a)) - Number(nothing(b));
    return turn * (typeof a === "number" && typeof b === "number" ? a - b : words.compare(String(a), String(b)));
  });
}

/** Have the browser save a table under its caption. */
export function saveTable(caption, text) {
  const file = caption.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "").slice(0, 60);
  save(`${file || "tableau"}.csv`, text, "text/csv;charset=utf-8");
}

/** The table alone, in a region that scrolls by itself; `onSort(column_id)` makes the headers buttons; `cards`: where
 * it is narrow, each row is a card in which each cell says its column. */
export function table({ caption, columns, rows, sort, words, onSort, cards }) {
  const id = uid("tableau");
  const head = columns.map((column) => {
    const order = sort?.by === column.id ? (sort.descending ? "descending" : "ascending") : "none";
    const kind = column.numeric ? "nombre" : null;
    if (!onSort) {
      return h("th", { scope: "col", class: kind, ...(cards ? { role: "columnheader" } : {}) }, withUnit(column));
    }
    const arrow = h(
      "span",
      { "aria-hidden": "true", class: "sens" },
      { ascending: "▲", descending: "▼", none: "↕" }[order],
    );
    const button = h(
      "button",
      {
        type: "button",
        "data-key": `tri-${column.id}`,
        title: words.sort,
        onclick: () => onSort(column.id),
      },
      withUnit(column),
      arrow,
    );
    // A step that is projected shows no button: its heading is then what the column is called.
    return h("th", { scope: "col", "aria-sort": order, class: kind, "data-label": withUnit(column) }, button);
  });
  // Drawn as blocks, a table would no longer be one for a screen reader: its roles are written.
  const role = (name) => (cards ? { role: name } : {});
  const cell = (column, index) => ({
    ...(index ? role("cell") : { scope: "row", ...role("rowheader") }),
    ...(cards && index ? { "data-titre": withUnit(column) } : {}),
    class: column.numeric ? "nombre" : null,
  });
  const body = sorted(rows, sort).map((row) =>
    h(
      "tr",
      role("row"),
      ...columns.map((column, index) =>
        h(index ? "td" : "th", cell(column, index), shown(row[column.id], words.missing))
      ),
    )
  );
  const empty = rows.length ? null : h("tr", {}, h("td", { colspan: String(columns.length || 1) }, words.empty));
  const drawn = { ...role("table"), class: cards ? "en-cartes" : null };
  const grid = h(
    "table",
    drawn,
    h("caption", { id }, caption),
    h("thead", role("rowgroup"), h("tr", role("row"), ...head)),
    h("tbody", role("rowgroup"), ...body, empty),
  );
  return scrolling(grid, id);
}

/** What is wider than its place, in a region that scrolls by itself and is named by `id`. */
export function scrolling(content, id) {
  const region = h("div", { class: "defile carnets-table", "data-key": "defile" }, content);
  // A region that scrolls can be reached with the keyboard; one that does not is no stop.
  new ResizeObserver(() => {
    const scrolls = region.scrollWidth > region.clientWidth;
    for (const [name, value] of [["tabindex", "0"], ["role", "region"], ["aria-labelledby", id]]) {
      if (scrolls) region.setAttribute(name, value);
      else region.removeAttribute(name);
    }
  }).observe(region);
  return region;
}

function render({ model, el }) {
  const words = model.get("words");
  const root = h("div", {});
  const download = h("button", { type: "button", class: "carnets-button" }, words.download);
  download.addEventListener(
    "click",
    () => saveTable(model.get("caption"), csv(model.get("columns"), sorted(model.get("rows"), model.get("sort")))),
  );
  const plain = model.get("plain");
  const onSort = (by) => {
    const sort = model.get("sort");
    put(model, "sort", { by, descending: sort.by === by && !sort.descending });
  };
  on(model, ["caption", "columns", "rows", "sort"], () => {
    const { caption, columns, rows, sort } = Object.fromEntries(
      ["caption", "columns", "rows", "sort"].map((key) => [key, model.get(key)]),
    );
    redraw(
      root,
      table({ caption, columns, rows, sort, words, onSort: plain ? null : onSort, cards: model.get("cards") }),
    );
    download.disabled = rows.length === 0;
  });
  el.append(...(plain ? [root] : [root, download]));
}

export default { render };
