// The screen of the ENT as the scenario describes it: each kind of block as the HTML element that it is.
import { h, uid } from "../kit/dom.js";
import { chosenIn, frenchOf, lineButton, noticeBox, word } from "./bits.js";
import { holds, longestOf, visibleBlocks, visibleParts } from "./machine.js";
import { pictogram } from "./pictograms.js";

/** The elements of the screen, in order. */
export const screenBlocks = (app) =>
  visibleBlocks(app.scenario, app.state.values).map((block) =>
    (DRAWN[block.kind] ?? app.look.drawn[block.kind])(app, block)
  );

/** What decides whether the screen must be drawn again: what shows, without what is being typed. */
export const shapeOf = (app) => {
  const { values } = app.state;
  return visibleBlocks(app.scenario, values).map((block) => {
    const parts = block.items ?? block.options ?? block.rows ?? block.turns ?? [];
    const echo = block.kind === "typed" ? app.state.typed[block.input] : "";
    const partShape = (part) => [part, part.mark_when && holds(part.mark_when, values), waiting(part, values)];
    return [block, echo, visibleParts(parts, values).map(partShape)];
  });
};

// How many things wait behind a line of the menu.
const waiting = ({ counts = [] }, values) =>
  counts.filter((all) => all.every((condition) => holds(condition, values))).length;

const shown = (app, parts) => visibleParts(parts, app.state.values);

function drawSentence(app, block) {
  return block.tone && block.tone !== "simple" ? noticeBox(app, block.tone, block.text) : h("p", null, block.text);
}

function drawFacts(app, block) {
  const rows = shown(app, block.rows).map((row) => h("div", null, h("dt", null, row.term), h("dd", null, row.text)));
  return h("dl", { class: "faits" }, rows);
}

function drawAction(app, block) {
  const kind = `carnets-button bouton${block.main ? " carnets-button-main" : ""}`;
  return h(
    "button",
    { type: "button", class: kind, "data-press": block.id, "data-key": block.id, onclick: () => press(app, block.id) },
    pictogram(block.pictogram),
    h("span", null, block.text, frenchOf(app, block.fr)),
  );
}

const press = (app, target) => app.dispatch({ kind: "press", target, value: "" });

function drawItems(app, block) {
  const { ecran, session } = app.state.values;
  const label = block.label && uid();
  const lines = shown(app, block.items).map((item) => {
    const count = waiting(item, app.state.values);
    const marked = item.mark ? !item.mark_when || holds(item.mark_when, app.state.values) : count > 0;
    const attrs = {
      "data-press": item.id,
      "data-key": item.id,
      "data-marked": marked,
      onclick: () => press(app, item.id),
    };
    const { text, aside: when, pictogram: mark } = item;
    const detail = (item.recalls && chosenIn(app.scenario.screens[item.recalls].blocks, app.state.values)) ||
      item.detail;
    return lineButton(attrs, {
      mark,
      text,
      french: frenchOf(app, item.fr),
      detail,
      when,
      tag: marked && (item.mark || word(app, "a-voir", { NOMBRE: count })),
    });
  });
  const tiled = ecran === "menu" && session !== "personne";
  return h(
    "div",
    { class: "groupe" },
    label && h("p", { class: "groupe-titre", id: label }, block.label),
    h("ul", { class: tiled ? "tuiles" : "lignes", "aria-labelledby": label }, lines),
  );
}

function drawChoice(app, block) {
  const name = uid();
  const help = block.help && uid();
  const choose = (value) => app.dispatch({ kind: "choose", target: block.variable, value });
  const options = shown(app, block.options).map((option) => {
    const checked = app.state.values[block.variable] === option.value;
    const input = {
      type: "radio",
      name,
      value: option.value,
      checked,
      "data-choose": block.variable,
      "data-key": `${block.variable} ${option.value}`,
      onchange: () => choose(option.value),
    };
    return h(
      "label",
      { class: "choix" },
      h("input", input),
      option.pictogram && pictogram(option.pictogram),
      h("span", null, option.text, option.help && h("span", { class: "ligne-detail" }, option.help)),
    );
  });
  return h(
    "fieldset",
    { class: "champ", "aria-describedby": help },
    h(
      "legend",
      { class: block.titled ? "carnets-hidden" : null },
      block.pictogram && pictogram(block.pictogram),
      block.label,
    ),
    help && h("p", { class: "carnets-help", id: help }, block.help),
    options,
  );
}

// Several answers at once. The title of the screen is the question: the legend says it again to who does not see it.
function drawBoxes(app, block) {
  const help = block.help && uid();
  const boxes = block.boxes.map(({ variable, text, pictogram: mark }) => {
    const choose = (event) =>
      app.dispatch({ kind: "choose", target: variable, value: event.target.checked ? "oui" : "non" });
    const checked = app.state.values[variable] === "oui";
    const box = { type: "checkbox", checked, "data-choose": variable, "data-key": variable, onchange: choose };
    return h("label", { class: "choix" }, h("input", box), mark && pictogram(mark), h("span", null, text));
  });
  return h(
    "fieldset",
    { class: "champ", "aria-describedby": help },
    h("legend", { class: "carnets-hidden" }, block.label),
    help && h("p", { class: "carnets-help", id: help }, block.help),
    boxes,
  );
}

// Secrets are hidden by style rather than by `type=password`: no password manager offers to keep a fictitious one.
function drawField(app, block) {
  const field = app.scenario.inputs[block.input];
  const [id, help, most] = [uid(), block.help && uid(), longestOf(field)];
  const attrs = {
    id,
    "data-type": block.input,
    "data-key": block.input,
    value: app.state.typed[block.input],
    maxlength: most,
    dir: field.rule === "texte" ? "auto" : "ltr",
    autocomplete: "off",
    autocapitalize: field.rule === "texte" ? "sentences" : "none",
    spellcheck: "false",
    inputmode: { mobile: "tel", carte: "numeric", code: "numeric" }[field.rule],
    "aria-describedby": help,
    class: field.secret && !app.unveiled.has(block.input) ? "voile" : null,
  };
  // The browser cuts what is too long without a word: it is said here.
  const full = h("p", { class: "carnets-help", role: "status" });
  const weigh = () => (full.textContent = box.value.length < most ? "" : word(app, "champ-plein", { NOMBRE: most }));
  const type = (event) => {
    weigh();
    if (!event.isComposing) app.dispatch({ kind: "type", target: block.input, value: event.target.value });
  };
  const box = block.long ? h("textarea", { ...attrs, rows: 4 }) : h("input", { type: "text", ...attrs });
  box.addEventListener("input", type);
  box.addEventListener("compositionend", type);
  weigh();
  return h(
    "div",
    { class: "champ" },
    h("label", { for: id }, block.label),
    help && h("p", { class: "carnets-help", id: help }, block.help),
    h("div", { class: "saisie" }, box, field.secret && unveilButton(app, block.input)),
    full,
  );
}

function unveilButton(app, name) {
  const open = app.unveiled.has(name);
  const attrs = {
    type: "button",
    class: "carnets-button bouton petit",
    "data-key": `voir ${name}`,
    "aria-pressed": String(open),
  };
  const turn = () => {
    if (!app.unveiled.delete(name)) app.unveiled.add(name);
    app.draw();
  };
  return h(
    "button",
    { ...attrs, onclick: turn },
    pictogram("oeil"),
    h("span", null, word(app, open ? "cacher" : "voir")),
  );
}

function drawTyped(app, block) {
  const text = app.state.typed[block.input].trim();
  return h("dl", { class: "faits" }, h("div", null, h("dt", null, block.label), h("dd", { dir: "auto" }, text || "—")));
}

function drawBubbles(app, block) {
  const turns = shown(app, block.turns).map((turn) =>
    h(
      "li",
      { class: turn.mine ? "parole mienne" : "parole" },
      h("p", { class: "parole-qui" }, turn.who, turn.aside && h("span", { class: "parole-quand" }, turn.aside)),
      h(
        "p",
        { class: "parole-mots", dir: turn.typed ? "auto" : null },
        turn.typed ? app.state.typed[turn.typed] : turn.text,
      ),
    )
  );
  return h("ol", { class: "paroles", "aria-label": block.label }, turns);
}

function drawTable(app, block) {
  const rows = shown(app, block.rows).map(({ cells: [first, ...others] }) =>
    h(
      "tr",
      null,
      h("th", { scope: "row" }, first),
      others.map((cell, at) => h("td", { "data-column": block.columns[at + 1] }, cell)),
    )
  );
  const columns = h("tr", null, block.columns.map((column) => h("th", { scope: "col" }, column)));
  return h(
    "table",
    { class: "tableau" },
    h("caption", null, block.caption),
    h("thead", null, columns),
    h("tbody", null, rows),
  );
}

const DRAWN = {
  text: drawSentence,
  heading: (_, block) => h("h2", null, block.text),
  facts: drawFacts,
  action: drawAction,
  items: drawItems,
  choice: drawChoice,
  boxes: drawBoxes,
  field: drawField,
  typed: drawTyped,
  bubbles: drawBubbles,
  table: drawTable,
  picture: (_, block) => h("div", { class: "grande-image" }, pictogram(block.pictogram, block.text)),
};
