// A table of choices where there is room for one. Narrow, each row folds into its name and what was chosen;
// rows of checkboxes alone stay open, on one line.
import { badge, h, on, put, setting, uid } from "./dom.js";

const change = (model, row, column, chosen) => {
  const value = model.get("value");
  put(model, "value", { ...value, [row]: { ...value[row], [column]: chosen } });
};

function selectCell(model, row, column, words) {
  const control = h(
    "select",
    { id: uid("choix"), "aria-label": `${row.label}, ${column.label}` },
    h("option", { value: "", hidden: true }, words.choose),
    ...column.options.map((option, index) => h("option", { value: String(index) }, option.label)),
  );
  control.addEventListener(
    "change",
    () => change(model, row.id, column.id, column.options[Number(control.value)].value),
  );
  const show = (chosen) => {
    const index = column.options.findIndex((option) => option.value === chosen);
    const next = index < 0 ? "" : String(index);
    if (control.value !== next) control.value = next;
  };
  return { row, column, control, show };
}

function checkboxCell(model, row, column) {
  const control = h("input", { type: "checkbox", "aria-label": `${row.label}, ${column.label}` });
  control.addEventListener("change", () => change(model, row.id, column.id, control.checked));
  return {
    row,
    column,
    control,
    show: (chosen) => {
      control.checked = chosen === true;
    },
  };
}

// What is no choice on this row: said where the others are chosen.
function settledCell(row, column, text) {
  return { row, column, settled: true, control: h("span", { class: "regle" }, text), show: () => {} };
}

// The same cells whatever the width: a choice keeps its element, and its focus, when the page is resized.
function buildCells(model, rows, columns, words) {
  const made = { select: selectCell, checkbox: checkboxCell };
  return rows.map((row) =>
    columns.map((column) => {
      const text = row.settled?.[column.id];
      const cell = text ? settledCell(row, column, text) : made[column.kind](model, row, column, words);
      cell.control.dataset.key = `${row.id} ${column.id}`;
      return cell;
    })
  );
}

function wideTable(rows, columns, cells, corner, labelId) {
  const body = rows.map((row, r) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, h("span", {}, row.label), badge(row.badge, row.label)),
      // A box's label is its target: 44 px where the box is 22.
      cells[r].map(({ column, control, settled }) =>
        h("td", {}, settled || column.kind === "select" ? control : h("label", { class: "case" }, control))
      ),
    )
  );
  return h(
    "table",
    { "aria-labelledby": labelId },
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        h("th", { scope: "col" }, corner),
        columns.map((column) => h("th", { scope: "col" }, column.label)),
      ),
    ),
    h("tbody", {}, body),
  );
}

const lower = (text) => text.replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (letter) => letter.toLowerCase());
const short = (choice) => choice.short ?? choice.label;

const alike = (choice, other) =>
  choice.options?.some(({ label }) => other.options?.some((option) => option.label === label));

/** What a row says folded. A word that an earlier column proposes too says its column: « secours : Téléphone ». */
function chosenWords(columns, row, value, words) {
  const summary = columns.map((column, index) => {
    const name = lower(short(column));
    const repeated = columns.slice(0, index).some((before) => alike(before, column));
    const settled = row.settled?.[column.id];
    if (settled) return { name, named: repeated, text: settled };
    if (column.kind === "checkbox") return { name, text: value?.[column.id] === true ? name : "" };
    const option = column.options.find((choice) => choice.value === value?.[column.id]);
    return { name, named: !option || repeated, text: option ? short(option) : lower(words.choose) };
  }).filter(({ text }) => text);
  const joined = (name, text) => `${name.replaceAll(" ", "\u00a0")}\u00a0:\u00a0${text}`;
  if (columns.length < 2 || !columns.every((column) => alike(columns[0], column))) {
    return summary.map(({ name, named, text }) => named ? joined(name, text) : text).join(" · ");
  }
  // The same choice everywhere: by what was chosen, « Non : élèves, direction ».
  const texts = [...new Set(summary.map(({ text }) => text))];
  if (texts.length === 1) return texts[0];
  return texts.map((text) =>
    joined(text, summary.filter((choice) => choice.text === text).map(({ name }) => name).join(", "))
  )
    .join(" · ");
}

function foldedRow(row, cells, group, memory) {
  const summary = h("span", { class: "dit" });
  const fields = cells.map(({ column, control, settled }) =>
    settled
      ? h("p", { class: "champ" }, h("span", {}, column.label), control)
      : column.kind === "select"
      ? h("div", { class: "champ" }, h("label", { for: control.id }, column.label), control)
      : h("label", { class: "champ" }, h("span", {}, column.label), control)
  );
  const details = h(
    "details",
    { name: group, open: memory.open === row.id },
    h("summary", { "data-key": `${row.id} ` }, h("span", { class: "nom" }, row.label), summary),
    h("div", { class: "champs" }, fields),
  );
  details.addEventListener("toggle", () => {
    if (details.open) memory.open = row.id;
    else if (memory.open === row.id) memory.open = null;
  });
  return { summary, node: h("li", {}, details, badge(row.badge, row.label)) };
}

function openRow(row, cells) {
  const name = uid("ligne");
  const boxes = cells.map(({ column, control }) =>
    h("label", { class: "coche" }, control, h("span", {}, short(column)))
  );
  return {
    node: h(
      "li",
      { class: "ouverte" },
      h(
        "div",
        { class: "cases", role: "group", "aria-labelledby": name },
        h("span", { class: "nom", id: name }, row.label),
        h("span", { class: "coches" }, boxes),
      ),
      badge(row.badge, row.label),
    ),
  };
}

function narrowList(rows, columns, cells, labelId, group, memory) {
  const open = columns.every((column) => column.kind === "checkbox");
  const made = rows.map((row, r) => open ? openRow(row, cells[r]) : foldedRow(row, cells[r], group, memory));
  return {
    node: h("ul", { role: "list", "aria-labelledby": labelId }, made.map(({ node }) => node)),
    summary: made.map(({ summary }) => summary),
  };
}

// What a table of these columns needs, in widths of a letter « m », before its choices are cut.
const needed = (columns) => columns.reduce((sum, column) => sum + (column.kind === "select" ? 9 : 6), 10);

function render({ model, el, signal }) {
  const { ids, body, name } = setting(model, el, { group: true });
  name.id = `${ids.control}-nom`;
  const region = h("div", { class: "defile" });
  body.append(region);
  const words = model.get("words");
  const group = uid("ligne");
  const memory = { open: null };
  /** @type {[any[][], HTMLElement[], boolean | null]} cells by row, what each row says, how they are laid out */
  let [cells, summary, wide] = [[], [], null];
  const show = () => {
    const value = model.get("value");
    for (const cell of cells.flat()) cell.show(value[cell.row.id]?.[cell.column.id]);
    const [rows, columns] = [model.get("rows"), model.get("columns")];
    summary.forEach((node, r) => {
      if (node) node.textContent = chosenWords(columns, rows[r], value[rows[r].id], words);
    });
  };
  const lay = () => {
    if (wide === null) return;
    const [rows, columns] = [model.get("rows"), model.get("columns")];
    const active = /** @type {HTMLElement | null} */ (document.activeElement);
    const key = active && region.contains(active) ? active.dataset.key : null;
    summary = [];
    if (!rows.length) region.replaceChildren(h("p", { class: "carnets-help" }, words.empty));
    else if (wide) region.replaceChildren(wideTable(rows, columns, cells, model.get("corner"), name.id));
    else {
      const list = narrowList(rows, columns, cells, name.id, group, memory);
      summary = list.summary;
      region.replaceChildren(list.node);
    }
    show();
    if (key) region.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
  };
  on(model, ["rows", "columns", "corner"], () => {
    cells = buildCells(model, model.get("rows"), model.get("columns"), words);
    lay();
  });
  model.on("change:value", show);
  const sized = new ResizeObserver(() => {
    const letter = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const next = el.clientWidth >= Math.max(40, needed(model.get("columns"))) * letter;
    if (!el.clientWidth || next === wide) return;
    wide = next;
    lay();
  });
  sized.observe(el);
  signal?.addEventListener("abort", () => sized.disconnect());
}

export default { render };
