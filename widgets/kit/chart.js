// Draws what `picture` says and computes no figure. Bars, dots, strips and ranges are HTML: their labels and
// counts are the text of the page (read aloud, zoomed, mirrored for right-to-left). Only lines need SVG.
import { childViews, imageOut } from "./child_views.js";
import { csv } from "./csv.js";
import { saveTable, table } from "./data_table.js";
import { h, hidden, on, redraw, svg, uid } from "./dom.js";

const percent = (part) => `${Math.max(0, Math.min(1, part)) * 100}%`;
const strong = (row) => (row.strong ? "ligne forte" : "ligne");

function scale(axis, label) {
  const marks = axis.ticks.map((tick) => h("span", { style: `inset-inline-start:${percent(tick.at)}` }, tick.text));
  return h(
    "div",
    { class: "axe", "aria-hidden": "true" },
    h("div", { class: "graduations" }, marks),
    h("p", {}, label),
  );
}

function range(interval) {
  return h("span", {
    class: "barre entre",
    style: `inset-inline-start:${percent(interval[0])};inline-size:${percent(interval[1] - interval[0])}`,
  });
}

function bar(length, interval, kind) {
  const whisker = interval &&
    h("span", {
      class: "moustache",
      style: `inset-inline-start:${percent(interval[0])};inline-size:${percent(interval[1] - interval[0])}`,
    });
  return h(
    "div",
    { class: "piste", "aria-hidden": "true" },
    h("span", { class: `barre ${kind}`, style: `inline-size:${percent(length)}` }),
    whisker,
  );
}

function bars({ rows, axis, x_label }) {
  const lines = rows.map((row) =>
    h(
      "li",
      { class: strong(row) },
      h("span", { class: "nom" }, row.label, hidden(" : ")),
      row.hidden
        ? h("div", { class: "piste cachee", "aria-hidden": "true" }, row.interval && range(row.interval))
        : bar(row.length, row.interval, "une"),
      h("span", { class: "compte" }, row.text),
    )
  );
  return [h("ul", { class: "lignes" }, lines), scale(axis, x_label)];
}

function compare({ rows, axis, names, x_label }) {
  const key = h(
    "p",
    { class: "cle", "aria-hidden": "true" },
    names.map((name, index) => h("span", {}, h("span", { class: `barre ${index ? "apres" : "avant"}` }), name)),
  );
  const lines = rows.map((row) =>
    h(
      "li",
      { class: strong(row) },
      h("span", { class: "nom" }, row.label, hidden(" : ")),
      h(
        "div",
        { class: "paire" },
        row.pair.map((side, index) =>
          h(
            "div",
            { class: "cote" },
            bar(side.length, null, index ? "apres" : "avant"),
            h("span", { class: "compte" }, hidden(`${side.name} : `), side.text, hidden(", ")),
          )
        ),
        h("span", { class: "ecart" }, row.change),
      ),
    )
  );
  return [key, h("ul", { class: "lignes" }, lines), scale(axis, x_label)];
}

function dots({ rows, per_dot, x_label }) {
  const lines = rows.map((row) =>
    h(
      "li",
      { class: strong(row) },
      h("span", { class: "nom" }, row.label, hidden(" : ")),
      // The count follows the last dot: the eye that counts arrives there.
      h(
        "span",
        { class: "points" },
        Array.from({ length: row.dots }, () => h("i", {})),
        h("span", { class: "compte" }, row.text),
      ),
    )
  );
  const note = [x_label, per_dot].filter(Boolean).join(" ");
  return [h("ul", { class: "lignes" }, lines), note && h("p", { class: "axe-nom" }, note)];
}

function ranges({ rows, x_label, zero }) {
  const at_zero = (name, ...inside) =>
    zero == null ? null : h("span", { class: name, style: `inset-inline-start:${percent(zero)}` }, ...inside);
  const lines = rows.map((row) =>
    h(
      "li",
      { class: strong(row) },
      h("span", { class: "nom" }, row.label, hidden(" : ")),
      h(
        "div",
        { class: "etendue", "aria-hidden": "true" },
        h(
          "div",
          { class: "piste", style: `--pile:${row.pile}` },
          at_zero("zero"),
          h("span", {
            class: "plage",
            style: `inset-inline-start:${percent(row.stretch[0])};inline-size:${
              percent(row.stretch[1] - row.stretch[0])
            }`,
          }),
          row.marks.map((mark) =>
            h("i", { title: mark.text, style: `inset-inline-start:${percent(mark.at)};--pile:${mark.pile}` })
          ),
          h("span", { class: "mediane", style: `inset-inline-start:${percent(row.median)}` }),
        ),
        h(
          "div",
          { class: "bouts" },
          row.ends.map((end) => h("span", {}, end)),
          zero > 0 && zero < 1 ? at_zero("nul", "0") : null,
        ),
      ),
      h("span", { class: "compte" }, row.text),
    )
  );
  return [h("ul", { class: "lignes" }, lines), x_label && h("p", { class: "axe-nom" }, x_label)];
}

// One tab stop; arrows read hour after hour, and what is read is also written under the strip.
function hours({ rows, columns, scale: highest, x_label }, words, memory) {
  const readout = h("p", { class: "lecture" }, memory.text ?? words.read_hours);
  const step = Math.max(1, Math.ceil(columns.length / 8));
  const cells = rows.map((row, r) =>
    row.cells.map((cell, c) => {
      const node = h("td", {
        class: cell.marked ? "marquee" : null,
        tabindex: "-1",
        role: "gridcell",
        "aria-label": cell.text,
        "data-key": `h-${r}-${c}`,
        style: `--niveau:${percent(cell.level)}`,
      });
      node.addEventListener("focus", () => {
        memory.at = [r, c];
        readout.textContent = cell.text;
        memory.text = cell.text;
        move(r, c);
      });
      node.addEventListener("pointerenter", () => {
        readout.textContent = cell.text;
      });
      return node;
    })
  );
  let stop = null;
  const move = (r, c) => {
    if (stop) stop.tabIndex = -1;
    stop = cells[r][c];
    stop.tabIndex = 0;
  };
  const [r0, c0] = memory.at ?? [0, 0];
  move(Math.min(r0, rows.length - 1), Math.min(c0, columns.length - 1));
  const moves = {
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    Home: [0, -columns.length],
    End: [0, columns.length],
  };
  const grid = h(
    "table",
    { role: "grid", "aria-label": x_label || words.read_hours },
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        h("td", {}),
        columns.map((column, c) =>
          h(
            "th",
            { scope: "col" },
            c % step
              ? hidden(column)
              : h("span", { class: (c / step) % 2 ? "parfois" : null, "aria-hidden": "true" }, column),
          )
        ),
      ),
    ),
    h(
      "tbody",
      {},
      rows.map((row, r) =>
        h("tr", { class: row.strong ? "forte" : null }, h("th", { scope: "row" }, row.label), cells[r])
      ),
    ),
  );
  grid.addEventListener("keydown", (event) => {
    if (!moves[event.key] || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const [r, c] = memory.at ?? [0, 0];
    const clamp = (value, end) => Math.max(0, Math.min(end - 1, value));
    cells[clamp(r + moves[event.key][0], rows.length)][clamp(c + moves[event.key][1], columns.length)].focus();
  });
  return [
    h("div", { class: "bandes" }, grid),
    h("p", { class: "axe-nom" }, x_label && `${x_label}. `, highest),
    readout,
  ];
}

const MARKERS = [
  (x, y) => svg("circle", { cx: x, cy: y, r: 4 }),
  (x, y) => svg("rect", { x: x - 4, y: y - 4, width: 8, height: 8 }),
  (x, y) => svg("path", { d: `M${x} ${y - 5}l5 9h-10z` }),
];

// Names at the ends of the lines, pushed apart until no two overlap.
function apart(ends) {
  const sorted = ends.slice().sort((curve, other) => curve.y - other.y);
  for (let i = 1; i < sorted.length; i += 1) sorted[i].y = Math.max(sorted[i].y, sorted[i - 1].y + 18);
}

function lines({ series, labels, axis, x_label, y_label }, width) {
  const longest = Math.max(...series.map((curve) => `${curve.label}\u00a0: ${curve.last}`.length));
  const [left, right, top, height] = [40, Math.min(width * 0.42, longest * 8 + 14), 14, 180];
  const x = (index) => left + ((width - left - right) * index) / Math.max(1, labels.length - 1);
  const y = (value) => top + height * (1 - value);
  const root = svg("svg", { width, height: height + top + 30, "aria-hidden": "true", focusable: "false" });
  for (const tick of axis.ticks) {
    root.append(
      svg("line", { class: tick.at ? "grille" : "zero", x1: left, x2: width - right, y1: y(tick.at), y2: y(tick.at) }),
      svg("text", { x: left - 6, y: y(tick.at) + 4, "text-anchor": "end" }, tick.text),
    );
  }
  const step = Math.ceil((labels.length * 56) / Math.max(1, width - left - right));
  labels.forEach((label, i) => {
    if (i % step === 0) root.append(svg("text", { x: x(i), y: height + top + 20, "text-anchor": "middle" }, label));
  });
  const ends = [];
  series.forEach((curve, s) => {
    const group = svg("g", { class: `serie${s % 3 === 1 ? " tirets" : ""}${curve.strong ? " forte" : ""}` });
    group.style.color = `var(--serie-${(s % 6) + 1})`;
    let path = "";
    curve.points.forEach((value, i) => {
      if (value === null) return;
      path += `${path && curve.points[i - 1] !== null ? "L" : "M"}${x(i)} ${y(value)}`;
      group.append(MARKERS[s % MARKERS.length](x(i), y(value)));
    });
    group.prepend(svg("path", { class: "trait", d: path }));
    const last = curve.points.findLastIndex((value) => value !== null);
    if (last >= 0) ends.push({ y: y(curve.points[last]) + 4, text: `${curve.label}\u00a0: ${curve.last}`, group });
    root.append(group);
  });
  apart(ends);
  for (const end of ends) end.group.append(svg("text", { class: "fin", x: width - right + 8, y: end.y }, end.text));
  return [h("p", { class: "axe-nom" }, y_label), root, h("p", { class: "axe-nom" }, x_label)];
}

const HTML_KINDS = { bars, compare, dots, ranges, gaps: ranges, hours };

function render({ model, el, signal }) {
  const words = model.get("words");
  const ids = { title: uid("graphique"), alt: uid("graphique-texte") };
  const title = h("p", { class: "titre", id: ids.title });
  const alt = h("p", { class: "carnets-hidden", id: ids.alt });
  const drawing = h("div", { class: "dessin" });
  const note = h("p", { class: "source" });
  const data = h("div", {});
  const download = h("button", { type: "button", class: "carnets-button" }, words.download);
  const details = h("details", {}, h("summary", {}, words.see_data), data, download);
  const views = childViews(model, signal);
  const image = imageOut(model, views);
  const memory = {};
  let width = 0;

  const drawTable = (picture) => {
    if (details.open) redraw(data, table({ caption: picture.title, ...picture.table, words }));
  };
  const draw = () => {
    const picture = model.get("picture");
    title.textContent = picture.title;
    alt.textContent = picture.alt;
    note.textContent = picture.note;
    details.hidden = image.hidden = picture.empty;
    drawing.dataset.kind = picture.kind;
    if (picture.empty) drawing.replaceChildren(h("p", { class: "vide" }, words.empty));
    else if (picture.kind === "lines") { if (width) redraw(drawing, lines(picture, width)); }
    else redraw(drawing, HTML_KINDS[picture.kind](picture, words, memory));
    drawTable(picture);
  };
  details.addEventListener("toggle", () => drawTable(model.get("picture")));
  download.addEventListener("click", () => {
    const { title: name, table: { columns, rows } } = model.get("picture");
    saveTable(name, csv(columns, rows));
  });
  const sized = new ResizeObserver(() => {
    if (drawing.clientWidth === width) return;
    width = drawing.clientWidth;
    if (model.get("picture").kind === "lines") draw();
  });
  sized.observe(drawing);
  signal?.addEventListener("abort", () => sized.disconnect());
  el.append(
    h(
      "figure",
      { "aria-labelledby": ids.title, "aria-describedby": ids.alt },
      h("figcaption", {}, title, alt),
      drawing,
      note,
      details,
      image,
    ),
  );
  on(model, ["picture"], draw);
  return views.remove;
}

export default { render };
