// What surrounds every page for families: « Retour » above, « Menu » and « Annuler » below, the foot of the page.
import { h } from "../kit/dom.js";
import { actionButton, word } from "./bits.js";
import { go, goBack, isOnlyHere, standingOf, undoneLabel } from "./journey.js";
import { pictogram } from "./pictograms.js";

/** « Retour », always at the same place: in the ENT as the screen says, elsewhere to the view before. */
export function backButton(app) {
  const { view, trail } = app.place;
  const inside = view === "ent" && app.scenario.screens[app.state.values.ecran].back !== app.state.values.ecran;
  if (!inside && !trail.length && !app.leaving) return h("span", { class: "sans-retour" });
  const press = () => (inside ? app.dispatch({ kind: "back", target: "", value: "" }) : goBack(app));
  const attrs = { type: "button", class: "carnets-button bouton", "data-key": "back", onclick: press };
  const what = inside ? { "data-event": "back" } : { "data-do": "back" };
  return h("button", { ...attrs, ...what }, pictogram("retour"), h("span", null, word(app, "retour")));
}

/** « Menu » and « Annuler », which says what it takes back. */
export function bottomBar(app) {
  const what = undoneLabel(app);
  const send = (kind) => app.dispatch({ kind, target: "", value: "" });
  const undo = () => {
    if (app.state.past.length) return send("undo");
    app.notice = { tone: "information", text: word(app, "annuler-rien") };
    app.changed();
  };
  const button = (kind, mark, key, onclick, more) =>
    h(
      "button",
      { type: "button", class: "onglet", "data-event": kind, "data-key": kind, onclick },
      pictogram(mark),
      h("span", { class: "onglet-mots" }, word(app, key), more && h("span", { class: "onglet-detail" }, more)),
    );
  return [button("home", "menu", "menu", () => send("home")), button("undo", "annuler", "annuler", undo, what)];
}

const footNote = (mark, text, attrs = {}) => h("p", attrs, pictogram(mark), h("span", null, text));

/** What is true of the whole page: invented, nothing leaves; a translation not read yet, and what is not kept, say so. */
export function footNotes(app, alone) {
  const { language } = app.scenario;
  const { foot, empty } = standingOf(app);
  const link = (name, key, view, mark) => actionButton(app, name, key, { mark, small: true, act: () => go(app, view) });
  const links = !alone && app.place.view !== "ent";
  return [
    footNote("cadenas", word(app, "tout-est-invente")),
    !language.reviewed && footNote("langue", word(app, "non-relu"), { "data-unreviewed": true }),
    foot && (empty || isOnlyHere(app)) && footNote("attention", word(app, foot)),
    links &&
    h(
      "div",
      { class: "rangee" },
      link("network", "reseau-titre", "reseau", "oeil"),
      link("erase", "effacer-lien", "effacer", "effacer"),
    ),
  ];
}
