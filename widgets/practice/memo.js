// The memo: one page of what was learned, with blank lines to fill by hand; to print, or to keep as a picture.
import { h } from "../kit/dom.js";
import { actionButton, word } from "../phone/bits.js";
import { download } from "../phone/journey.js";
import { pictogram, PICTOGRAMS } from "../phone/pictograms.js";
import { serviceOf } from "./missions.js";

const BLANKS_TO_FILL = ["adresse", "identifiant", "appeler", "quand"];
const IMAGE = { width: 1080, margin: 72, text: 34, title: 56, line: 1.45 };
// The picture is made to be kept and printed: dark on white whatever the screen.
const INK = { text: "#1d2330", soft: "#4a5265", accent: "#1f5f6b", rule: "#6b7385", paper: "#ffffff" };

// In the order of the services, so that two memos read alike.
const learnedBy = (app) =>
  app.scenario.missions
    .filter(({ id }) => app.place.done.includes(id))
    .map((mission) => ({ mark: serviceOf(app, mission.service).pictogram, text: mission.remember }))
    .filter((piece, index, all) => all.findIndex(({ text }) => text === piece.text) === index);

// Letters and lines, as the print style reckons them: a line costs some letters too.
const LONG_FROM = [600, 1400, 2600];
const LINE_COST = 20;
const lengthOf = (learned) => learned.reduce((sum, { text }) => sum + text.length + LINE_COST, 0);
const longOf = (learned) => LONG_FROM.filter((least) => lengthOf(learned) > least).length;

export function memoView(app) {
  const learned = learnedBy(app);
  return {
    title: word(app, "memo-titre"),
    body: [
      h(
        "div",
        { class: longOf(learned) >= 2 ? "memo deux-colonnes" : "memo", "data-long": longOf(learned) },
        h("h2", null, word(app, "memo-appris")),
        learned.length
          ? h(
            "ul",
            { class: "appris", role: "list" },
            learned.map(({ mark, text }) => h("li", null, pictogram(mark), h("span", null, text))),
          )
          : h("p", null, word(app, "memo-vide")),
        h("h2", null, word(app, "memo-chez-moi")),
        h(
          "ul",
          { class: "a-remplir", role: "list" },
          BLANKS_TO_FILL.map((name) => h("li", null, word(app, `memo-${name}`))),
        ),
        h("p", { class: "ligne-detail" }, word(app, "memo-pas-de-secret")),
      ),
      longOf(learned) === LONG_FROM.length && h("p", { class: "ligne-detail a-l-ecran" }, word(app, "memo-deux-pages")),
      h(
        "div",
        { class: "rangee a-l-ecran" },
        actionButton(app, "print", "memo-imprimer", { mark: "imprimer", main: true, act: () => print() }),
        actionButton(app, "image", "memo-image", { mark: "image", act: () => saveImage(app, learned) }),
      ),
    ],
  };
}

function saveImage(app, learned) {
  memoCanvas(app, learned).toBlob((blob) => {
    download(app, blob, "memo-ent.png");
    app.notice = { tone: "fait", text: word(app, "memo-image-faite") };
    app.changed();
  });
}

/** The memo as a canvas, whose height is that of its text. */
export function memoCanvas(app, learned) {
  const canvas = h("canvas");
  canvas.width = IMAGE.width;
  // Once to measure, once to draw: setting the height wipes the canvas.
  canvas.height = Math.ceil(paint(app, canvas.getContext("2d"), learned));
  paint(app, canvas.getContext("2d"), learned);
  return canvas;
}

function paint(app, pen, learned) {
  const { width, margin, text, title, line } = IMAGE;
  const rtl = app.scenario.language.direction === "rtl";
  const family = getComputedStyle(app.root).fontFamily;
  const start = (inset) => (rtl ? width - margin - inset : margin + inset);
  pen.fillStyle = INK.paper;
  pen.fillRect(0, 0, width, pen.canvas.height);
  pen.direction = rtl ? "rtl" : "ltr";
  pen.textAlign = "start";
  pen.textBaseline = "alphabetic";
  let y = margin;
  const write = (words, { size = text, weight = 400, ink = INK.text, inset = 0, after = 0.6 } = {}) => {
    pen.font = `${weight} ${size}px ${family}`;
    pen.fillStyle = ink;
    for (const piece of wrapped(pen, words, width - 2 * margin - inset)) {
      y += size * line;
      pen.fillText(piece, start(inset), y);
    }
    y += size * after;
  };
  write(word(app, "memo-titre"), { size: title, weight: 700, after: 0.2 });
  write(word(app, "memo-appris"), { size: 40, weight: 700, ink: INK.accent, after: 0.2 });
  if (!learned.length) write(word(app, "memo-vide"));
  for (const piece of learned) {
    drawMark(pen, piece.mark, rtl ? start(0) - 44 : start(0), y + 14);
    write(piece.text, { inset: 68, after: 0.5 });
  }
  write(word(app, "memo-chez-moi"), { size: 40, weight: 700, ink: INK.accent, after: 0.2 });
  for (const name of BLANKS_TO_FILL) {
    write(word(app, `memo-${name}`), { after: 1.7 });
    pen.strokeStyle = INK.rule;
    pen.lineWidth = 2;
    pen.beginPath();
    pen.moveTo(margin, y);
    pen.lineTo(width - margin, y);
    pen.stroke();
  }
  write(word(app, "memo-pas-de-secret"), { size: 28, ink: INK.soft });
  return y + margin;
}

function drawMark(pen, name, x, y) {
  pen.save();
  pen.translate(x, y);
  pen.scale(44 / 24, 44 / 24);
  Object.assign(pen, { strokeStyle: INK.accent, lineWidth: 1.75, lineCap: "round", lineJoin: "round" });
  pen.stroke(new Path2D(PICTOGRAMS[name]));
  pen.restore();
}

function wrapped(pen, text, width) {
  const lines = [""];
  for (const piece of text.split(/[ \n]+/)) {
    const last = lines[lines.length - 1];
    const longer = last ? `${last} ${piece}` : piece;
    if (last && pen.measureText(longer).width > width) lines.push(piece);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
