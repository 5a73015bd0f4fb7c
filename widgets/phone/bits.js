// The small pieces that every view of a page of the phone is made of.
import { h } from "../kit/dom.js";
import { pictogram } from "./pictograms.js";

const TONE_PICTOGRAMS = { information: "info", attention: "attention", erreur: "erreur", fait: "coche" };

/** A sentence of the frame; words in capitals are filled: say(app, "annule", { ACTION: "…" }). */
export function word(app, key, holes = {}) {
  const sentence = app.scenario.words[key] ?? key;
  return Object.entries(holes).reduce((text, [hole, value]) => text.split(hole).join(value), sentence);
}

/** Under translated words, those of the real ENT: small, in French, unless the learner hides them. */
export const frenchOf = (app, text) =>
  text && app.place.french && h("span", { class: "francais", lang: "fr", dir: "ltr" }, text);

/**
 * A button of the frame: `data-do` says what it does, `data-id` with what.
 * @param {any} app
 * @param {string} name
 * @param {string} key its word
 * @param {{ id?: string, main?: boolean, mark?: string, act?: () => void, small?: boolean, label?: string }} [how]
 */
export function actionButton(app, name, key, { id, main, mark, act, small, label } = {}) {
  const kind = `carnets-button bouton${main ? " carnets-button-main" : ""}${small ? " petit" : ""}`;
  return h(
    "button",
    { type: "button", class: kind, "data-do": name, "data-id": id, "data-key": `${name} ${id ?? ""}`, onclick: act },
    mark && pictogram(mark),
    h("span", null, label ?? word(app, key)),
  );
}

/**
 * One line that opens something. `attrs` go on its button.
 * @param {Record<string, any>} attrs
 * @param {{ mark?: string, text: any, french?: any, detail?: any, when?: any, aside?: any, tag?: any, done?: any }} said
 */
export function lineButton(attrs, { mark, text, french, detail, when, aside, tag, done }) {
  return h(
    "li",
    null,
    h(
      "button",
      { type: "button", class: "ligne", ...attrs },
      mark && h("span", { class: "pastille" }, pictogram(mark)),
      h(
        "span",
        { class: "ligne-mots" },
        h("span", { class: "ligne-titre" }, text),
        french,
        detail && h("span", { class: "ligne-detail" }, detail),
        (when || tag) &&
          h(
            "span",
            { class: "ligne-quand" },
            when && h("span", null, when),
            tag && h("span", { class: "etiquette" }, tag),
          ),
      ),
      (aside || done) && h("span", { class: "ligne-cote" }, done && pictogram("coche", done), aside),
      pictogram("suite"),
    ),
  );
}

/** A notice: its tone in words and by its pictogram, never by colour alone. */
export function noticeBox(app, tone, text, ...more) {
  return h(
    "div",
    { class: "avis", "data-tone": tone },
    pictogram(TONE_PICTOGRAMS[tone] ?? "info"),
    h("div", null, h("p", { class: "avis-ton" }, word(app, `ton-${tone}`)), h("p", null, text), ...more),
  );
}

/** A setting that is on or off. */
export function switchButton(app, name, key, on, act) {
  return h(
    "button",
    {
      type: "button",
      class: "bascule",
      role: "switch",
      "aria-checked": String(on),
      "data-do": name,
      "data-key": name,
      onclick: act,
    },
    h("span", null, word(app, key)),
    h(
      "span",
      { class: "bascule-etat", "aria-hidden": "true" },
      pictogram(on ? "coche" : "croix"),
      word(app, on ? "oui" : "non"),
    ),
  );
}

/** What is chosen in these blocks, in its words; "" when nothing is. */
export function chosenIn(blocks, values) {
  const parts = blocks.flatMap(({ kind, variable, options = [], boxes = [] }) => {
    if (kind === "choice") return options.filter(({ value }) => values[variable] === value);
    return boxes.filter((box) => values[box.variable] === "oui");
  });
  return parts.map(({ text }) => text).join(" · ");
}
