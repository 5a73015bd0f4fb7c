// The views that help in the practice ENT: aide, ma fiche, a mediator's list of missions.
import { h, uid } from "../kit/dom.js";
import { actionButton, lineButton, switchButton, word } from "../phone/bits.js";
import { go } from "../phone/journey.js";
import { ficheCards } from "./identity.js";
import { frenchSwitch, helperLines, hintList, showMe } from "./around.js";
import { pictogram } from "../phone/pictograms.js";
import { beginMission, minutesOf, missionOf } from "./missions.js";

export function helpView(app) {
  const { place } = app;
  const inMission = place.mission && app.state && !place.over ? missionOf(app, place.mission) : null;
  return {
    title: word(app, "aide-titre"),
    body: [
      inMission && missionHelp(app, inMission),
      h("ul", { class: "lignes" }, [
        toolLine(app, "identity", "fiche", "fiche-titre", "fiche"),
        toolLine(app, "memo", "papier", "memo-titre", "memo"),
        toolLine(app, "language", "langue", "langue-changer", "langue"),
        toolLine(app, "home", "maison", "accueil-aller", "accueil"),
      ]),
      h("h2", null, word(app, "aide-touches")),
      h(
        "ul",
        { class: "touches", role: "list" },
        ["retour", "menu", "annuler"].map((name) =>
          h("li", null, pictogram(name), h("span", null, word(app, `aide-bouton-${name}`)))
        ),
      ),
      h("h2", null, word(app, "aide-reglages")),
      frenchSwitch(app),
      switchButton(app, "helper", "aidant", place.helper, () => {
        place.helper = !place.helper;
        app.changed();
      }),
    ],
  };
}

function missionHelp(app, mission) {
  return h(
    "section",
    { class: "mission" },
    h("h2", null, word(app, "mission")),
    h("p", { class: "mission-mots" }, mission.text),
    hintList(app, mission),
    actionButton(app, "show-me", "montrer", { mark: "doigt", main: true, act: () => showMe(app) }),
    actionButton(app, "restart", "mission-recommencer", { mark: "annuler", act: () => beginMission(app) }),
    app.place.helper && helperLines(app, mission),
  );
}

const toolLine = (app, name, mark, key, view) =>
  lineButton({ "data-do": name, "data-key": name, onclick: () => go(app, view) }, { mark, text: word(app, key) });

export function identityView(app) {
  return {
    title: word(app, "fiche-titre"),
    body: [h("p", null, word(app, "fiche-explication")), h("div", { class: "identites" }, ficheCards(app))],
  };
}

export function composerView(app) {
  app.composed = app.composed ?? { list: [], helper: false };
  const { composed } = app;
  const services = app.scenario.services.map((service) => {
    const missions = app.scenario.missions.filter((mission) => mission.service === service.id);
    const boxes = missions.map((mission) => composerBox(app, mission));
    return boxes.length > 0 &&
      h("fieldset", { class: "champ" }, h("legend", null, pictogram(service.pictogram), service.name), boxes);
  });
  const missions = composed.list.map((id) => missionOf(app, id));
  return {
    title: word(app, "composer-titre"),
    body: [
      h("p", null, word(app, "composer-explication")),
      services,
      switchButton(app, "compose-helper", "composer-aidant", composed.helper, () => {
        composed.helper = !composed.helper;
        app.draw();
      }),
      composed.list.length ? composedAddress(app, missions) : h("p", null, word(app, "composer-vide")),
    ],
  };
}

function composerBox(app, mission) {
  const { list } = app.composed;
  const at = list.indexOf(mission.id);
  const turn = () => {
    app.composed.list = at >= 0 ? list.filter((id) => id !== mission.id) : [...list, mission.id];
    app.draw();
  };
  const box = {
    type: "checkbox",
    checked: at >= 0,
    value: mission.id,
    "data-compose": mission.id,
    "data-key": mission.id,
    onchange: turn,
  };
  return h(
    "label",
    { class: "choix" },
    h("input", box),
    h("span", null, mission.text, h("span", { class: "ligne-detail" }, minutesOf(app, [mission]))),
    at >= 0 && h("span", { class: "rang" }, at + 1),
  );
}

/** The address that opens this list of missions, in this language. */
export function addressOfList(app, ids, helper) {
  const { code } = app.scenario.language;
  const address = new URL(app.host.addressOf?.(code) ?? location.href, location.href);
  address.hash = `missions=${ids.join(",")}${helper ? "&aidant=1" : ""}`;
  return address.href;
}

function composedAddress(app, missions) {
  const address = addressOfList(app, app.composed.list, app.composed.helper);
  const id = uid();
  const field = h("textarea", { id, readonly: true, rows: 3, dir: "ltr", "data-address": true, value: address });
  const copy = async () => {
    let key = "composer-copiee";
    try {
      await navigator.clipboard.writeText(address);
    } catch {
      key = "composer-a-la-main";
    }
    app.notice = { tone: key === "composer-copiee" ? "fait" : "information", text: word(app, key) };
    app.draw();
    if (key !== "composer-copiee") app.root.querySelector("[data-address]").select();
  };
  return h(
    "div",
    { class: "champ" },
    h("label", { for: id }, word(app, "composer-adresse"), " · ", minutesOf(app, missions)),
    field,
    actionButton(app, "copy", "composer-copier", { mark: "copier", main: true, act: copy }),
  );
}
