// A table of choices. Narrow, each row becomes a card: explicit roles keep it a table for a screen reader,
// because `display: block` would otherwise take its semantics away.
import { badge, h, on, put, setting } from "./dom.js";

const change = (model, row, column, chosen) => {
  const value = model.get("value");
  put(model, "value", { ...value, [row]: { ...value[row], [column]: chosen } });
};

function selectCell(model, row, column, words) {
  const control = h("select", { "aria-label": `${row.label}, ${column.label}` },
    h("option", { value: "", hidden: true }, words.choose),
    ...column.options.map((option, index) => h("option", { value: String(index) }, option.label)));
  control.addEventListener("change", () => change(model, row.id, column.id, column.options[Number(control.value)].value));
  const show = (chosen) => {
    const index = column.options.findIndex((option) => option.value === chosen);
    const next = index < 0 ? "" : String(index);
    if (control.value !== next) control.value = next;
  };
  return { control, content: control, show };
}

function checkboxCell(model, row, column) {
  const control = h("input", { type: "checkbox", "aria-label": `${row.label}, ${column.label}` });
  control.addEventListener("change", () => change(model, row.id, column.id, control.checked));
  // The label is the target: 44 px where the box is 22.
  return { control, content: h("label", { class: "case" }, control), show: (chosen) => { control.checked = chosen === true; } };
}

function build(model, labelId) {
  const words = model.get("words");
  const rows = model.get("rows");
  const columns = model.get("columns");
  const cells = [];
  const head = h("tr", { role: "row" }, h("th", { scope: "col", role: "columnheader" }, model.get("corner")),
    ...columns.map((column) => h("th", { scope: "col", role: "columnheader" }, column.label)));
  const body = rows.map((row) => h("tr", { role: "row" },
    h("th", { scope: "row", role: "rowheader" }, h("span", {}, row.label), badge(row.badge, row.label)),
    ...columns.map((column) => {
      const cell = (column.kind === "select" ? selectCell : checkboxCell)(model, row, column, words);
      cells.push({ ...cell, row: row.id, column: column.id });
      return h("td", { role: "cell" }, h("span", { class: "rappel", "aria-hidden": "true" }, column.label), cell.content);
    })));
  const table = h("table", { role: "table", "aria-labelledby": labelId },
    h("thead", { role: "rowgroup" }, head), h("tbody", { role: "rowgroup" }, ...body));
  return { node: rows.length ? table : h("p", { class: "carnets-help" }, words.empty), cells };
}

function render({ model, el }) {
  const { ids, body, name } = setting(model, el, { group: true });
  name.id = `${ids.control}-nom`;
  const region = h("div", { class: "defile" });
  body.append(region);
  let cells = [];
  const show = () => {
    const value = model.get("value");
    for (const cell of cells) cell.show(value[cell.row]?.[cell.column]);
  };
  on(model, ["rows", "columns", "corner"], () => {
    const made = build(model, name.id);
    cells = made.cells;
    region.replaceChildren(made.node);
    show();
  });
  model.on("change:value", show);
}

export default { render };
