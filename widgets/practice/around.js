// What surrounds the screen of the practice ENT: who is connected, the mission, its hints, the French words.
import { h } from "../kit/dom.js";
import { actionButton, switchButton, word } from "../phone/bits.js";
import { nextStep } from "./guide.js";
import { ficheCards } from "./identity.js";
import { go } from "../phone/journey.js";
import { pictogram } from "../phone/pictograms.js";
import { missionOf, serviceOf } from "./missions.js";

const ROLES = { responsable1: "role-responsable", responsable2: "role-responsable", eleve: "role-eleve" };

/** The header of the ENT: whose account, which school; or that nobody is connected. */
export function accountBar(app) {
  const { session } = app.state.values;
  if (session === "personne") {
    return h(
      "div",
      { class: "compte", "data-account": session },
      pictogram("telephone"),
      h("p", null, word(app, "personne")),
    );
  }
  const name = word(app, `compte-${session}`);
  const initials = name.split(/\s+/).map((part) => part[0]).slice(0, 2).join("");
  return h(
    "div",
    { class: "compte", "data-account": session },
    h("span", { class: "initiales", "aria-hidden": "true" }, initials),
    h(
      "p",
      null,
      h("bdi", null, name),
      h("span", { class: "compte-role" }, word(app, ROLES[session]), " · ", h("bdi", null, word(app, "college"))),
    ),
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
      !folded &&
        h(
          "p",
          { class: "mission-mots", "data-goal": true },
          place.over && !app.wide ? word(app, "faite") : mission.text,
        ),
      folded && h("p", { class: "mission-mots" }, word(app, "mission")),
      !app.wide && foldButton(app),
    ),
    !folded && missionTools(app, mission),
  );
}

function missionTools(app, mission) {
  const { place } = app;
  if (place.over) {
    return actionButton(app, "summary", "continuer", {
      mark: "suite",
      main: true,
      act: () => go(app, "fini"),
    });
  }
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
  const attrs = {
    type: "button",
    class: "carre",
    "data-do": "fold",
    "data-key": "fold",
    "aria-expanded": String(!folded),
  };
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
    )
  );
  return [
    h("ol", { class: "indices", role: "list", "aria-live": "polite", hidden: !lines.length }, lines),
    place.hints < total &&
    actionButton(app, "hint", place.hints ? "indice-autre" : "indice", { mark: "indice", small: true, act: more }),
  ];
}

/** What the person who helps looks at, and leaves to the other. */
export function helperLines(app, mission) {
  const line = (key, mark, text) => h("div", null, h("dt", null, pictogram(mark), word(app, key)), h("dd", null, text));
  return h(
    "details",
    { class: "aidant" },
    h("summary", { "data-key": "aidant" }, pictogram("main"), h("span", null, word(app, "aidant-titre"))),
    h("p", null, word(app, "aidant-conseil")),
    h(
      "dl",
      null,
      line("aidant-regarder", "oeil", mission.regarder),
      line("aidant-ne-pas-faire", "croix", mission["ne-pas-faire"]),
    ),
  );
}

/** Beside the phone on a wide page: the identity to use here. */
export const sidePanel = (
  app,
) => [h("h2", null, word(app, "fiche-titre")), h("p", null, word(app, "fiche-explication")), ficheCards(app)];

/** The switch that shows or hides the French words; only where they differ. */
export function frenchSwitch(app) {
  if (app.scenario.language.tag === "fr") return null;
  const turn = () => {
    app.place.french = !app.place.french;
    app.changed();
  };
  return switchButton(app, "french", "mots-francais", app.place.french, turn);
}

/** « Montrez-moi »: what to do next, or the advice to go back to the menu. */
export async function showMe(app) {
  const { state, place } = app;
  const event = await nextStep(app.scenario, state.values, missionOf(app, place.mission));
  // Who went on meanwhile, or left, no longer asks.
  if (app.state !== state || app.place !== place || app.asking) return;
  if (app.place.view !== "ent") go(app, "ent");
  app.pointed = event;
  app.notice = event ? null : { tone: "information", text: word(app, "montrer-rien") };
  app.changed();
}
