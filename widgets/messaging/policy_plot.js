// Policies as dots on two axes; the third figure is the size of the dot and a number beside its name. One stop of the
// keyboard, whose arrows go from dot to dot; the row of the table that says the same is marked.
import { h, on, only, svg, uid } from "../kit/dom.js";
import { roomText } from "../kit/room_text.js";

const HEIGHT = 260;
const EDGE = { left: 44, right: 14, top: 22, bottom: 34 };
const LINE = 18; // between two names
const SIGN = 7.2; // how wide a sign of a name is, about
const radius = (size) => 5 + 11 * Math.sqrt(Math.max(0, Math.min(1, size)));

/** Names pushed apart until no two of the same side overlap, inside the drawing. */
function apart(labels) {
  for (const side of ["start", "end"]) {
    const sorted = labels.filter((label) => label.side === side).sort((label, other) => label.y - other.y);
    for (let at = 1; at < sorted.length; at += 1) sorted[at].y = Math.max(sorted[at].y, sorted[at - 1].y + LINE);
    let most = HEIGHT - EDGE.bottom;
    for (const label of sorted.reverse()) {
      label.y = Math.min(label.y, most);
      most = label.y - LINE;
    }
  }
}

const tspan = (attrs, words) => svg("tspan", attrs, words);
const cut = (name, room) => (name.length <= room ? name : `${name.slice(0, Math.max(3, room - 1)).trimEnd()}…`);

function render({ model, el, signal }) {
  const title = h("p", { class: "titre", id: uid("politiques") });
  const drawing = h("div", { class: "dessin", role: "group", "aria-labelledby": title.id });
  const how = h("p", { class: "carnets-help" });
  const table = h("div");
  el.append(title, drawing, how, table);
  let width = 0;
  let at = 0;
  /** @type {SVGElement[]} */
  let dots = [];

  function stand(next) {
    at = Math.max(0, Math.min(dots.length - 1, next));
    dots.forEach((dot, index) => dot.setAttribute("tabindex", index === at ? "0" : "-1"));
  }
  const mark = (index) =>
    table.querySelectorAll("tbody tr").forEach((row, place) => row.classList.toggle("ici", place === index));

  function frame(x, y) {
    const [across, up] = model.get("axes");
    const bottom = HEIGHT - EDGE.bottom;
    const parts = [svg("text", { class: "axe", x: 0, y: 12 }, `↑ ${up.label}`)];
    for (const tick of up.ticks) {
      parts.push(
        svg("line", { class: tick.at ? "grille" : "zero", x1: x(0), x2: x(1), y1: y(tick.at), y2: y(tick.at) }),
      );
      parts.push(svg("text", { x: x(0) - 6, y: y(tick.at) + 4, "text-anchor": "end" }, tick.text));
    }
    for (const tick of across.ticks) {
      parts.push(
        svg("line", { class: tick.at ? "grille" : "zero", x1: x(tick.at), x2: x(tick.at), y1: y(1), y2: bottom }),
      );
      parts.push(svg("text", { x: x(tick.at), y: bottom + 16, "text-anchor": "middle" }, tick.text));
    }
    parts.push(svg("text", { class: "axe", x: x(1), y: HEIGHT - 2, "text-anchor": "end" }, `${across.label} →`));
    return svg("g", { "aria-hidden": "true" }, parts);
  }

  function draw() {
    const points = model.get("points");
    if (!width || !points.length) return only(drawing);
    const x = (part) => EDGE.left + (width - EDGE.left - EDGE.right) * part;
    const y = (part) => HEIGHT - EDGE.bottom - (HEIGHT - EDGE.top - EDGE.bottom) * part;
    const labels = points.map((point) => {
      const side = x(point.x) < width / 2 ? "start" : "end";
      const off = radius(point.size) + 6;
      const from = x(point.x) + (side === "start" ? off : -off);
      const room = Math.floor((side === "start" ? width - from : from) / SIGN) - String(point.beside).length - 3;
      const texts = [point.name, point.projected].map((name) => `${cut(name, room)} · ${point.beside}`);
      return { side, from, y: y(point.y) + 4, home: y(point.y), texts };
    });
    apart(labels);
    const before = dots.indexOf(/** @type {any} */ (document.activeElement));
    const order = points.map((_, index) => index).sort((place, other) => points[place].x - points[other].x);
    dots = points.map((point, index) => {
      const label = labels[index];
      const moved = Math.abs(label.y - 4 - label.home) > 3;
      return svg(
        "g",
        { class: point.strong ? "point fort" : "point", role: "img", "aria-label": point.words },
        moved && svg("line", { class: "fil", x1: x(point.x), y1: label.home, x2: label.from, y2: label.y - 4 }),
        svg("circle", { class: "cible", cx: x(point.x), cy: y(point.y), r: 22 }),
        svg("circle", { class: "rond", cx: x(point.x), cy: y(point.y), r: radius(point.size) }),
        svg("circle", { class: "centre", cx: x(point.x), cy: y(point.y), r: 2.5 }),
        svg("text", { x: label.from, y: label.y, "text-anchor": label.side }, roomText(...label.texts, tspan)),
      );
    });
    dots.forEach((dot, index) => {
      dot.addEventListener("focus", () => {
        stand(index);
        mark(index);
      });
      dot.addEventListener("blur", () => mark(-1));
      dot.addEventListener("click", () => dot.focus());
      dot.addEventListener("keydown", (event) => {
        const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
        if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
        event.preventDefault();
        const place = order.indexOf(index) + step;
        if (place >= 0 && place < order.length) dots[order[place]].focus();
      });
    });
    only(drawing, svg("svg", { width, height: HEIGHT }, frame(x, y), dots));
    stand(before >= 0 ? before : Math.min(at, dots.length - 1));
    if (before >= 0) dots[at].focus({ preventScroll: true });
  }

  const sized = new ResizeObserver(() => {
    if (drawing.clientWidth === width) return;
    width = drawing.clientWidth;
    draw();
  });
  sized.observe(drawing);
  signal?.addEventListener("abort", () => sized.disconnect());
  on(model, ["title", "projected", "words", "axes", "points", "table"], () => {
    only(title, ...roomText(model.get("title"), model.get("projected")));
    how.textContent = model.get("words").how ?? "";
    const { columns = [], rows = [] } = model.get("table");
    const head = columns.map((label) => h("th", { scope: "col" }, label));
    const points = model.get("points");
    const body = rows.map(([name, ...cells], at) =>
      h(
        "tr",
        {},
        h("th", { scope: "row" }, roomText(name, points[at]?.projected)),
        cells.map((cell) => h("td", {}, cell)),
      )
    );
    only(
      table,
      h("table", { "aria-labelledby": title.id }, h("thead", {}, h("tr", {}, head)), h("tbody", {}, body)),
    );
    draw();
  });
}

export default { render };
