// What surrounds the screen of the ENT: who is connected, the mission, the bars, the foot of the page.
import { h } from "./dom.js";
import { actionButton, missionOf, serviceOf, switchButton, word } from "./bits.js";
import { go, goBack, showMe, undoneLabel } from "./journey.js";
import { ficheCards } from "./identity.js";
import { pictogram } from "./pictograms.js";

const ROLES = { responsable1: "role-responsable", responsable2: "role-responsable", eleve: "role-eleve" };

/** « Retour », always at the same place: in the ENT as the screen says, elsewhere to the view before. */
export function backButton(app) {
  const { view, trail } = app.place;
  const inside = view === "ent" && app.scenario.screens[app.state.values.ecran].back !== app.state.values.ecran;
  if (!inside && !trail.length) return h("span", { class: "sans-retour" });
  const press = () => (inside ? app.dispatch({ kind: "back", target: "", value: "" }) : goBack(app));
  const attrs = { type: "button", class: "carnets-button bouton", "data-key": "back", onclick: press };
  const what = inside ? { "data-event": "back" } : { "data-do": "back" };
  return h("button", { ...attrs, ...what }, pictogram("retour"), h("span", null, word(app, "retour")));
}

/** The header of the ENT: whose account, which school; or that nobody is connected. */
export function accountBar(app) {
  const { session } = app.state.values;
  if (session === "personne") {
    return h("div", { class: "compte", "data-account": session }, pictogram("telephone"), h("p", null, word(app, "personne")));
  }
  const name = word(app, `compte-${session}`);
  const initials = name.split(/\s+/).map((part) => part[0]).slice(0, 2).join("");
  return h(
    "div",
    { class: "compte", "data-account": session },
    h("span", { class: "initiales", "aria-hidden": "true" }, initials),
    h("p", null, h("bdi", null, name), h("span", { class: "compte-role" }, word(app, ROLES[session]), " · ", h("bdi", null, word(app, "college")))),
  );
}

/** What there is to do, « Écouter », « Montrez-moi », the hints seen so far, the helper's lines. */
export function missionPanel(app) {
  const { place } = app;
  const mission = place.mission && missionOf(app, place.mission);
  if (!mission) return app.wide ? null : false;
  const folded = place.folded && !app.wide;
  return h(
    "section",
    { class: "mission", "aria-label": word(app, "mission"), "data-over": place.over },
    h(
      "div",
      { class: "mission-but" },
      h("span", { class: "pastille" }, pictogram(place.over ? "coche" : serviceOf(app, mission.service).pictogram)),
      app.wide && h("h2", null, word(app, place.over ? "faite" : "mission")),
      !folded && h("p", { class: "mission-mots", "data-goal": true }, place.over && !app.wide ? word(app, "faite") : mission.text),
      folded && h("p", { class: "mission-mots" }, word(app, "mission")),
      !app.wide && foldButton(app),
    ),
    !folded && missionTools(app, mission),
  );
}

function missionTools(app, mission) {
  const { place } = app;
  if (place.over) return actionButton(app, "summary", "continuer", { mark: "suite", main: true, act: () => go(app, "fini") });
  const goal = () => app.root.querySelector(".mission-but");
  return [
    h(
      "div",
      { class: "rangee" },
      app.listen("but", goal),
      actionButton(app, "show-me", "montrer", { mark: "doigt", small: true, act: () => showMe(app) }),
    ),
    app.wide && hintList(app, mission),
    place.helper && helperLines(app, mission),
  ];
}

function foldButton(app) {
  const { folded } = app.place;
  const label = word(app, folded ? "mission-deplier" : "mission-plier");
  const turn = () => {
    app.place.folded = !folded;
    app.changed();
  };
  const attrs = { type: "button", class: "carre", "data-do": "fold", "data-key": "fold", "aria-expanded": String(!folded) };
  return h("button", { ...attrs, "aria-label": label, onclick: turn }, pictogram("plier"));
}

/** The hints asked for so far, and the button that gives one more. */
export function hintList(app, mission) {
  const { place } = app;
  const total = mission.hints.length;
  const more = () => {
    place.hints += 1;
    app.changed();
  };
  const lines = mission.hints.slice(0, place.hints).map((text, index) =>
    h(
      "li",
      null,
      h("span", { class: "indice-numero" }, word(app, "indice-numero", { NOMBRE: index + 1, TOTAL: total })),
      " ",
      h("span", null, text),
    ),
  );
  return [
    h("ol", { class: "indices", role: "list", "aria-live": "polite", hidden: !lines.length }, lines),
    place.hints < total &&
      actionButton(app, "hint", place.hints ? "indice-autre" : "indice", { mark: "indice", small: true, act: more }),
  ];
}

/** What the person who helps looks at, and leaves to the other. */
export function helperLines(app, mission) {
  const line = (key, mark, text) =>
    h("div", null, h("dt", null, pictogram(mark), word(app, key)), h("dd", null, text));
  return h(
    "details",
    { class: "aidant" },
    h("summary", { "data-key": "aidant" }, pictogram("main"), h("span", null, word(app, "aidant-titre"))),
    h("p", null, word(app, "aidant-conseil")),
    h("dl", null, line("aidant-regarder", "oeil", mission.regarder), line("aidant-ne-pas-faire", "croix", mission["ne-pas-faire"])),
  );
}

/** Beside the phone on a wide page: the identity to use here. */
export const sidePanel = (app) => [h("h2", null, word(app, "fiche-titre")), h("p", null, word(app, "fiche-explication")), ficheCards(app)];

/** « Menu » and « Annuler », which says what it takes back. */
export function bottomBar(app) {
  const what = undoneLabel(app);
  const send = (kind) => app.dispatch({ kind, target: "", value: "" });
  const undo = () => {
    if (app.state.past.length) return send("undo");
    app.notice = { tone: "information", text: word(app, "annuler-rien") };
    app.changed();
  };
  const one = (kind, mark, key, onclick, more) =>
    h(
      "button",
      { type: "button", class: "onglet", "data-event": kind, "data-key": kind, onclick },
      pictogram(mark),
      h("span", { class: "onglet-mots" }, word(app, key), more && h("span", { class: "onglet-detail" }, more)),
    );
  return [one("home", "menu", "menu", () => send("home")), one("undo", "annuler", "annuler", undo, what)];
}

/** What is true of the whole page: invented, nothing leaves; a translation not read yet says so. */
export function footNotes(app, alone) {
  const { language } = app.scenario;
  const link = (name, key, view, mark) => actionButton(app, name, key, { mark, small: true, act: () => go(app, view) });
  const links = !alone && app.place.view !== "ent";
  return [
    h("p", null, pictogram("cadenas"), h("span", null, word(app, "tout-est-invente"))),
    !language.reviewed && h("p", { "data-unreviewed": true }, pictogram("langue"), h("span", null, word(app, "non-relu"))),
    !app.memory.works() && h("p", null, pictogram("attention"), h("span", null, word(app, "rien-garde"))),
    links &&
      h(
        "div",
        { class: "rangee" },
        link("network", "reseau-titre", "reseau", "oeil"),
        link("erase", "effacer-lien", "effacer", "effacer"),
      ),
  ];
}

/** The switch that shows or hides the French words; only where they differ. */
export function frenchSwitch(app) {
  if (app.scenario.language.tag === "fr") return null;
  const turn = () => {
    app.place.french = !app.place.french;
    app.changed();
  };
  return switchButton(app, "french", "mots-francais", app.place.french, turn);
}

