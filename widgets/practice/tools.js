// The views that help: aide, ma fiche, what the page has read, a mediator's list of missions, erasing.
import { h, uid } from "./dom.js";
import { actionButton, lineButton, minutesOf, missionOf, noticeBox, switchButton, word } from "./bits.js";
import { beginMission, filesLeft, go, goBack, showMe, startAfresh } from "./journey.js";
import { ficheCards } from "./identity.js";
import { frenchSwitch, helperLines, hintList } from "./phone.js";
import { pictogram } from "./pictograms.js";
import { readByKeeper, readTraffic } from "./traffic.js";

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
        ["retour", "menu", "annuler"].map((name) => h("li", null, pictogram(name), h("span", null, word(app, `aide-bouton-${name}`)))),
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

export function trafficView(app) {
  askKeeper(app);
  const { local, host, own, elsewhere, files } = readTraffic(app.kept ?? []);
  const here = local ? word(app, "reseau-appareil", { NOMBRE: own }) : word(app, "reseau-serveur", { NOMBRE: own, SERVEUR: host });
  const others = [...new Set(elsewhere.map((file) => file.host))];
  return {
    title: word(app, "reseau-titre"),
    body: [
      h("p", { "data-own": own }, here),
      h("p", { "data-elsewhere": elsewhere.length }, word(app, "reseau-ailleurs", { NOMBRE: elsewhere.length })),
      elsewhere.length
        ? noticeBox(app, "attention", word(app, "reseau-anormal"), h("p", null, others.join(", ")))
        : noticeBox(app, "information", word(app, "reseau-rien-ne-part")),
      app.host.served && h("p", null, word(app, "reseau-langue")),
      h("details", { class: "liste-fichiers" }, h("summary", { "data-key": "files" }, word(app, "reseau-liste")), fileTable(app, files)),
    ],
  };
}

/** What the keeper of the pages has read is learnt a moment later, and as it goes on. */
async function askKeeper(app) {
  const kept = await readByKeeper();
  const known = JSON.stringify(app.kept ?? []);
  if (app.place.view !== "reseau" || JSON.stringify(kept) === known) return;
  app.kept = kept;
  app.draw();
}

function fileTable(app, files) {
  const head = ["fichier", "origine", "taille"].map((name) => h("th", { scope: "col" }, word(app, `reseau-${name}`)));
  const lines = files.map(({ name, host, size }) =>
    h(
      "tr",
      null,
      h("th", { scope: "row", dir: "ltr" }, name),
      h("td", { dir: "ltr" }, host || "—"),
      h("td", null, size ? word(app, "reseau-ko", { NOMBRE: Math.ceil(size / 1024) }) : "—"),
    ),
  );
  const caption = h("caption", { class: "carnets-hidden" }, word(app, "reseau-liste"));
  return h("table", { class: "tableau" }, caption, h("thead", null, h("tr", null, head)), h("tbody", null, lines));
}

export function composerView(app) {
  app.composed = app.composed ?? { list: [], helper: false };
  const { composed } = app;
  const services = app.scenario.services.map((service) => {
    const missions = app.scenario.missions.filter((one) => one.service === service.id);
    const boxes = missions.map((mission) => composerBox(app, mission));
    return boxes.length > 0 && h("fieldset", { class: "champ" }, h("legend", null, pictogram(service.pictogram), service.name), boxes);
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
  const box = { type: "checkbox", checked: at >= 0, value: mission.id, "data-compose": mission.id, "data-key": mission.id, onchange: turn };
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

export function eraseView(app) {
  return {
    title: word(app, "effacer-titre"),
    body: [
      h("p", null, word(app, "effacer-explication")),
      filesLeft(app) && noticeBox(app, "attention", filesLeft(app)),
      actionButton(app, "erase-all", "effacer-lien", { mark: "effacer", main: true, act: () => startAfresh(app, word(app, "effacer-fait")) }),
      actionButton(app, "keep", "effacer-garder", { mark: "retour", act: () => goBack(app) }),
    ],
  };
}
