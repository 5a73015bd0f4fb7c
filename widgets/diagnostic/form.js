// The questionnaire for families on a page: the frame of the practice ENT, around one question at a time.
import { h, svg } from "../kit/dom.js";
import { codeOf, inGroups } from "./answer_code.js";
import { actionButton, lineButton, noticeBox, switchButton, word } from "../phone/bits.js";
import { mountFrame, partOf } from "../phone/frame.js";
import { codeFor, codesOf, codesTogether, keptCodes, versionAfter, withCode } from "./children.js";
import { familyAnswer, fileName, fileText, MOST_VERSIONS, questionScreens } from "./family_file.js";
import { beginAs, download, elsewhere, filesLeft, go, startAfresh, undoneNotice } from "../phone/journey.js";
import { enterScreen, startState, step } from "../phone/machine.js";
import { among, isObject, such, whether } from "../phone/memory.js";
import { pictogram } from "../phone/pictograms.js";
import { qrOf } from "./qr.js";

const SUMMARY = "seuil";

/** What the school sets in the address: #niveau=sixieme&mode=telephone&aidant=1; what it does not accept is left out. */
function contextOf(scenario, hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const accepted = Object.entries(scenario.file.context).filter(([name, values]) => values.includes(given.get(name)));
  return Object.fromEntries(accepted.map(([name]) => [name, given.get(name)]));
}

// An address that says nothing of the level keeps the one known; of another level, it is another child.
function contextAgain(scenario, former, hash) {
  const known = Object.entries(scenario.file.context).filter(([name, values]) => values.includes(former?.[name]));
  return {
    ...scenario.file.without,
    ...Object.fromEntries(known.map(([name]) => [name, former[name]])),
    ...contextOf(scenario, hash),
  };
}

/** What the device keeps of a place, beside what it keeps of that of any page. */
const keeps = (scenario) => ({
  helper: whether,
  context: such(isObject),
  from: among(Object.keys(scenario.screens)),
  ...keptCodes,
});

// The place kept on this device.
function placeOf(scenario, former, hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const started = given.get("vue") === "accueil";
  const first = {
    view: started ? "accueil" : "langue",
    trail: started ? ["langue"] : [],
    done: [],
    list: [],
    mission: null,
  };
  const helper = given.get("aidant") === "1";
  const known = { ...first, helper, french: false, ...former };
  const place = { ...known, codes: codesOf(scenario, known), context: contextAgain(scenario, known.context, hash) };
  return started && place.view === "langue" ? { ...place, view: "accueil", trail: ["langue"] } : place;
}

function act(app, event) {
  const before = app.state;
  const at = before.values.ecran;
  const back = event.kind === "back" && at === SUMMARY && isQuestion(app.place.from ?? "") && app.place.from;
  app.state = back ? returned(app, back) : step(app.scenario, before, event);
  if (isQuestion(at) && app.state.values.ecran === SUMMARY) app.place.from = at;
  app.notice = event.kind === "undo" && app.state !== before ? undoneNotice(app, before) : null;
  app.pointed = null;
  return null;
}

const isQuestion = (screen) => screen.startsWith("q_");

// « Retour » from one's answers leads to the question from which one came.
function returned(app, screen) {
  const { values, said: saying } = enterScreen(app.scenario, app.state.values, screen);
  return { ...app.state, values, said: saying };
}

function begin(app) {
  if (!app.state) beginAs(app, startState(app.scenario));
  go(app, "ent");
}

const helperSwitch = (app) =>
  switchButton(app, "helper", "aidant", app.place.helper, () => {
    app.place.helper = !app.place.helper;
    app.changed();
  });

function startView(app) {
  return {
    title: word(app, "accueil-titre"),
    body: [
      h("p", null, word(app, "accueil-explication")),
      noticeBox(app, "information", word(app, "accueil-anonyme")),
      actionButton(app, "begin", app.state ? "continuer" : "commencer", {
        mark: "suite",
        main: true,
        act: () => begin(app),
      }),
      h("ul", { class: "lignes" }, viewLine(app, "language", "langue", "langue-changer", "langue")),
      helperSwitch(app),
      app.place.helper && helperBox(app, true),
      ...informationBox(app),
    ],
  };
}

/** What the school says of the data: who, what for, how long, which rights. What is missing is said without unfolding. */
function informationBox(app) {
  const { title, lines, missing } = app.scenario.information;
  const summary = h("summary", { "data-key": "information" }, pictogram("document"), h("span", null, title));
  return [
    missing && noticeBox(app, "attention", missing),
    h("details", { class: "donnees" }, summary, lines.map((line) => h("p", null, line))),
  ];
}

const viewLine = (app, name, mark, key, view) =>
  lineButton({ "data-do": name, "data-key": name, onclick: () => go(app, view) }, { mark, text: word(app, key) });

function helpView(app) {
  const touches = { retour: "retour", menu: "menu", annuler: "annuler" };
  return {
    title: word(app, "aide-titre"),
    body: [
      h("p", null, word(app, "accueil-anonyme")),
      h("ul", { class: "lignes" }, [
        viewLine(app, "language", "langue", "langue-changer", "langue"),
        viewLine(app, "home", "maison", "accueil-aller", "accueil"),
        viewLine(app, "erase", "effacer", "effacer-titre", "effacer"),
      ]),
      h("h2", null, word(app, "aide-touches")),
      h(
        "ul",
        { class: "touches", role: "list" },
        Object.entries(touches).map(([name, mark]) =>
          h("li", null, pictogram(mark), h("span", null, word(app, `aide-bouton-${name}`)))
        ),
      ),
      helperSwitch(app),
      app.place.helper && helperBox(app, true),
      ...informationBox(app),
    ],
  };
}

// How to help without answering instead: said on the first screen, folded on each question.
const helperBox = (app, open = false) =>
  h(
    "details",
    { class: "aidant", open },
    h("summary", { "data-key": "aidant" }, pictogram("main"), h("span", null, word(app, "aidant-titre"))),
    h("p", null, word(app, "aidant-conseil")),
  );

/** Above a question: how far one is, in words and as a line. */
function aboveScreen(app) {
  const screens = questionScreens(app.scenario);
  const at = screens.indexOf(app.state.values.ecran);
  if (at < 0) return null;
  const howFar = app.scenario.screens[app.state.values.ecran].asked;
  return h(
    "div",
    { class: "avancee" },
    h("p", null, howFar),
    app.place.helper && helperBox(app),
    h("progress", { value: at + 1, max: screens.length, "aria-label": howFar }),
  );
}

/** The last block of the last screen: the code to show or to say, and the file for who prefers. Nothing is sent. */
function drawFile(app) {
  if (!Object.keys(answerOf(app).reponses).length) return noticeBox(app, "attention", word(app, "remettre-vide"));
  const given = shownCode(app);
  const { code } = given;
  return h(
    "div",
    { class: "groupe" },
    h("p", null, word(app, "remettre-explication")),
    contextLines(app),
    given.handed > 1 &&
      noticeBox(app, "attention", word(app, given.handed > MOST_VERSIONS ? "code-trop" : "code-nouveau")),
    h(
      "div",
      { class: "code" },
      picture(qrOf(code), word(app, "code-dessin")),
      h("p", { class: "code-lettres", dir: "ltr", translate: "no", "data-code": code }, inGroups(code)),
    ),
    h("p", null, word(app, "code-donner")),
    given.handed < MOST_VERSIONS && h("p", null, word(app, "code-changer")),
    actionButton(app, "save", "remettre-enregistrer", { mark: "document", act: () => save(app) }),
    h(
      "details",
      { class: "fichier" },
      h("summary", { "data-key": "file" }, pictogram("oeil"), h("span", null, word(app, "remettre-voir"))),
      h("pre", { dir: "ltr", lang: "fr", tabindex: "0" }, fileText(answerOf(app, given))),
    ),
    h("ul", { class: "lignes" }, nextFamilyLine(app)),
  );
}

/** What the code and the file hold that nobody was asked: the class that the address says, and the way of answering. */
function contextLines(app) {
  const { said: words } = app.scenario.file;
  const given = Object.entries(answerOf(app).contexte);
  const line = ([name, value]) =>
    h("div", null, h("dt", null, words[name].name), h("dd", null, words[name].values[value]));
  return h("dl", { class: "contexte" }, given.map(line));
}

const answerOf = (app, given) => familyAnswer(app.scenario, app.state.values, app.place.context, given);

/** The code of the answers, kept. One that is not the code shown before is one version more: the school keeps the latest. */
function shownCode(app) {
  const { place, scenario } = app;
  const codeAs = (given) => codeOf(scenario, answerOf(app, given));
  const former = codeFor(scenario, place);
  if (former.code === codeAs(former)) return former;
  const later = { ...former, handed: versionAfter(place.codes, former) };
  const given = { ...later, code: codeAs(later) };
  place.codes = withCode(place.codes, given);
  app.keep();
  return given;
}

// Dark on white with its margin of four, whatever the colours of the screen: a reader wants nothing else.
function picture(modules, label) {
  const side = modules.length + 8;
  const dark = modules.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x + 4} ${y + 4}h1v1h-1z` : ""))).join(
    "",
  );
  return svg(
    "svg",
    { viewBox: `0 0 ${side} ${side}`, role: "img", "aria-label": label, "shape-rendering": "crispEdges" },
    svg("rect", { width: side, height: side, fill: "#ffffff" }),
    svg("path", { d: dark, fill: "#000000" }),
  );
}

const nextFamilyLine = (app) =>
  lineButton(
    { "data-do": "next", "data-key": "next", onclick: () => startAfresh(app) },
    {
      mark: "famille",
      text: word(app, "autre-famille"),
      detail: [word(app, "effacer-explication"), filesLeft(app)].join(" ").trim(),
    },
  );

function save(app) {
  const answer = answerOf(app, shownCode(app));
  const blob = new Blob([fileText(answer)], { type: "application/json" });
  const name = fileName(answer);
  download(app, blob, name);
  app.notice = { tone: "fait", text: word(app, "remettre-fait", { NOM: name }) };
  app.changed();
}

const LOOK = {
  memoryKey: "carnets:questionnaire",
  className: "carnets-form",
  place: placeOf,
  keeps,
  act,
  above: aboveScreen,
  drawn: { file: drawFile },
  views: { accueil: startView, aide: helpView },
  // One family answers: a tab takes in what the other holds, and stays on its own question.
  join(app, { place, state }) {
    app.place.codes = codesTogether(app.place.codes, codesOf(app.scenario, place));
    app.place.files = [...new Set([...(app.place.files ?? []), ...(place.files ?? [])])];
    app.state = elsewhere(app.state, state);
  },
  follow(app) {
    app.place.context = contextAgain(app.scenario, app.place.context, location.hash);
    app.changed();
  },
};

/** Draw the questionnaire in `root`; `host` is that of `mountFrame`. */
export const mount = (root, scenario, host = {}) => mountFrame(root, scenario, LOOK, host);

export const formPart = partOf(mount);
export default formPart;
