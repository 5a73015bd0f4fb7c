// The views around the ENT: choosing a language, beginning, choosing a mission, the end of a mission.
import { h } from "../kit/dom.js";
import { actionButton, frenchOf, lineButton, switchButton, word } from "../phone/bits.js";
import { go, isGoing } from "../phone/journey.js";
import { memoView } from "./memo.js";
import { frenchSwitch, helperLines } from "./around.js";
import { pictogram } from "../phone/pictograms.js";
import { composerView, helpView, identityView } from "./tools.js";
import {
  beginMission,
  minutesOf,
  missionAfter,
  missionOf,
  openList,
  openMission,
  roam,
  serviceOf,
} from "./missions.js";

function startView(app) {
  const { place } = app;
  // Where one only looks, the walk that goes on is on the device.
  const walk = [app, app.memory.kept()].find(isGoing);
  const going = walk?.place.mission;
  const next = going ?? missionAfter(app, null);
  const mission = next && missionOf(app, next);
  const goOn = () => app.goOn(walk);
  const begin = going ? goOn : () => openMission(app, next);
  return {
    title: word(app, "accueil-titre"),
    body: [
      h("p", null, word(app, "accueil-explication")),
      walk && !going && actionButton(app, "resume", "continuer", { mark: "suite", main: true, act: goOn }),
      mission && h("p", { class: "annonce" }, mission.text),
      next &&
      actionButton(app, "begin", going || place.done.length ? "continuer" : "commencer", {
        mark: "suite",
        main: !walk || going,
        act: begin,
      }),
      h("ul", { class: "lignes" }, [
        frameLine(app, "missions", "choisir-mission", "orientation", "parcours", "choisir-mission-detail"),
        frameLine(app, "roam", "promener", "maison", "promenade", "promener-detail"),
        frameLine(app, "memo", "memo-titre", "papier", "memo", "memo-detail"),
        frameLine(app, "language", "langue-changer", "langue", "langue"),
      ]),
      switchButton(app, "helper", "aidant", place.helper, () => {
        place.helper = !place.helper;
        app.changed();
      }),
      frenchSwitch(app),
    ],
  };
}

const frameLine = (app, name, key, mark, view, detail) =>
  lineButton(
    { "data-do": name, "data-key": name, onclick: () => go(app, view) },
    { mark, text: word(app, key), detail: detail && word(app, detail) },
  );

function pathsView(app) {
  const { scenario, place } = app;
  const paths = scenario.paths.map((path) =>
    lineButton(
      {
        "data-do": "path",
        "data-id": path.id,
        "data-key": `path ${path.id}`,
        onclick: () => openList(app, path.id, path.missions),
      },
      { mark: "orientation", text: path.text, detail: path.phrase, ...progressOf(app, path.missions) },
    )
  );
  const services = scenario.services.map((service) => {
    const missions = scenario.missions.filter((mission) => mission.service === service.id);
    if (!missions.length) return null;
    const { aside } = progressOf(app, missions.map(({ id }) => id), false);
    return h(
      "details",
      { class: "service", "data-service": service.id },
      h(
        "summary",
        { "data-key": `service ${service.id}` },
        h("span", { class: "pastille" }, pictogram(service.pictogram)),
        h(
          "span",
          { class: "ligne-mots" },
          h("span", { class: "ligne-titre" }, service.name),
          frenchOf(app, service.fr),
        ),
        h("span", { class: "ligne-cote" }, aside),
        pictogram("suite"),
      ),
      h("ul", { class: "lignes" }, missions.map((mission) => missionLine(app, mission))),
    );
  });
  return {
    title: word(app, "parcours-titre"),
    body: [
      place.path === "choix" && h("ul", { class: "lignes" }, ownListLine(app)),
      h("h2", null, word(app, "parcours-prets")),
      h("ul", { class: "lignes" }, paths),
      h("h2", null, word(app, "parcours-services")),
      h("div", { class: "services" }, services),
      h("ul", { class: "lignes" }, frameLine(app, "compose", "composer-titre", "lien", "composer", "composer-detail")),
    ],
  };
}

const ownListLine = (app) =>
  lineButton(
    {
      "data-do": "path",
      "data-id": "choix",
      "data-key": "path choix",
      onclick: () => openList(app, "choix", app.place.list),
    },
    { mark: "orientation", text: word(app, "parcours-choisi"), ...progressOf(app, app.place.list) },
  );

function progressOf(app, ids, timed = true) {
  const missions = ids.map((id) => missionOf(app, id)).filter(Boolean);
  const number = missions.filter(({ id }) => app.place.done.includes(id)).length;
  const counted = word(app, "faites", { NOMBRE: number, TOTAL: missions.length });
  return { aside: [timed && h("span", null, minutesOf(app, missions)), h("span", null, counted)] };
}

function missionLine(app, mission) {
  const done = app.place.done.includes(mission.id) && word(app, "faite");
  return lineButton(
    {
      "data-do": "mission",
      "data-id": mission.id,
      "data-key": `mission ${mission.id}`,
      onclick: () => openMission(app, mission.id),
    },
    {
      mark: serviceOf(app, mission.service).pictogram,
      text: mission.text,
      detail: word(app, `niveau-${mission.level}`),
      aside: minutesOf(app, [mission]),
      done,
    },
  );
}

function listView(app) {
  const { path, list } = app.place;
  const ready = app.scenario.paths.find(({ id }) => id === path);
  const next = missionAfter(app, null);
  const key = list.some((id) => app.place.done.includes(id)) ? "continuer" : "commencer";
  return {
    title: ready?.text ?? word(app, "parcours-choisi"),
    body: [
      h("p", null, ready?.phrase ?? word(app, "parcours-choisi-phrase")),
      next
        ? actionButton(app, "begin", key, { mark: "suite", main: true, act: () => openMission(app, next) })
        : h("p", { class: "annonce" }, word(app, "parcours-fini")),
      h("ol", { class: "lignes", role: "list" }, list.map((id) => missionLine(app, missionOf(app, id)))),
    ],
  };
}

function missionView(app) {
  const { place } = app;
  const mission = missionOf(app, place.mission);
  const service = serviceOf(app, mission.service);
  const going = app.state && !place.over;
  const account = mission.start.session ?? "personne";
  return {
    title: word(app, "mission"),
    body: [
      h(
        "p",
        { class: "etapes" },
        pictogram(service.pictogram),
        h("span", null, service.name),
        frenchOf(app, service.fr),
      ),
      h("p", { class: "but", "data-goal": true }, mission.text),
      account !== "personne" &&
      h(
        "p",
        { class: "etapes" },
        pictogram("personne"),
        h("span", null, word(app, "mission-vous-etes")),
        h("bdi", null, word(app, `compte-${account}`)),
      ),
      h(
        "p",
        { class: "etapes" },
        pictogram("horloge"),
        h("span", null, minutesOf(app, [mission])),
        h("span", null, word(app, `niveau-${mission.level}`)),
      ),
      going && actionButton(app, "resume", "continuer", { mark: "suite", main: true, act: () => go(app, "ent") }),
      actionButton(app, "start", going ? "mission-recommencer" : "commencer", {
        mark: going ? "annuler" : "suite",
        main: !going,
        act: () => beginMission(app),
      }),
      h("ul", { class: "lignes" }, frameLine(app, "identity", "fiche-titre", "fiche", "fiche", "fiche-detail")),
      place.helper && helperLines(app, mission),
    ],
  };
}

function doneView(app) {
  const mission = missionOf(app, app.place.mission);
  const next = missionAfter(app);
  return {
    title: word(app, "fini-titre"),
    body: [
      h("p", { class: "etapes" }, pictogram("coche"), h("span", null, mission.text)),
      h("div", { class: "retenir" }, h("h2", null, word(app, "retenir")), h("p", null, mission.remember)),
      !next && h("p", { class: "annonce" }, word(app, "parcours-fini")),
      next &&
      actionButton(app, "next", "mission-suivante", { mark: "suite", main: true, act: () => openMission(app, next) }),
      h("ul", { class: "lignes" }, [
        frameLine(app, "memo", "memo-titre", "papier", "memo", "memo-detail"),
        frameLine(app, "missions", "choisir-mission", "orientation", "parcours"),
        app.state && frameLine(app, "again", "revoir-ecran", "oeil", "ent"),
      ]),
    ],
  };
}

function roamView(app) {
  const accounts = ["responsable1", "responsable2", "eleve", "personne"];
  const role = { responsable1: "role-responsable", responsable2: "role-responsable", eleve: "role-eleve" };
  return {
    title: word(app, "promenade-compte"),
    body: [
      h(
        "ul",
        { class: "lignes" },
        accounts.map((account) =>
          lineButton(
            { "data-do": "walk", "data-id": account, "data-key": account, onclick: () => roam(app, account) },
            {
              mark: account === "personne" ? "telephone" : account === "eleve" ? "cahier" : "personne",
              text: word(app, account === "personne" ? "personne" : `compte-${account}`),
              detail: role[account] && word(app, role[account]),
            },
          )
        ),
      ),
    ],
  };
}

/** Its own views by their names, which are also `data-view`; frame.js has those of every page, and draws the ENT. */
export const VIEWS = {
  accueil: startView,
  parcours: pathsView,
  serie: listView,
  mission: missionView,
  promenade: roamView,
  fini: doneView,
  memo: memoView,
  aide: helpView,
  fiche: identityView,
  composer: composerView,
};
