// The frame of every page for families: bars, title, speech, memory, history; what it shows is its `look`.
import { h, only, put, redraw } from "../kit/dom.js";
import { pointAt } from "./pointing.js";
import { screenBlocks, shapeOf } from "./blocks.js";
import { backButton, bottomBar, footNotes } from "./bars.js";
import { actionButton, noticeBox, word } from "./bits.js";
import { eraseView, trafficView } from "./device.js";
import {
  beginAs,
  filesLeft,
  forgetPerson,
  go,
  goBack,
  isGoing,
  isOnlyHere,
  noticeOfErasing,
  placeLeft,
  standingOf,
} from "./journey.js";
import { startState } from "./machine.js";
import { languageView, leavingView, openPage } from "./language.js";
import { isUnderWay, openMemory } from "./memory.js";
import { pictogram } from "./pictograms.js";
import { resumeView } from "./resume.js";
import { onVoices, sentencesOf, speak, stopSpeech, voiceFor } from "./speech.js";

const WIDE_PX = 900;
const TIGHT_REM = 19;
const VIEWS_OF_ALL = { langue: languageView, effacer: eraseView, reseau: trafficView };

/**
 * Draw a scenario in `root`, whose property `practice` lets a test drive it. A `look` says what is its own:
 * `memoryKey`; `views` by name, « accueil » and « aide » at least, beside those of every page;
 * `place(scenario, former, hash)` where one is, {view, trail, …}, `former` being where one was; `keeps(scenario)` what
 * the device keeps of its own fields (memory.js), `done` being the list of what is done; `act(app, event)` what an event
 * does, and gives the view to open then, if any; `follow(app)` what another fragment of the address asks;
 * `join(app, news)` takes in what the same person did in another tab; and, inside the ENT (a scenario with a machine),
 * `above(app)`, `before(app)`, `after(app)`: what stands above the screen and, on a wide page, beside it.
 * `drawn`: its own kinds of blocks; `className`: its own class.
 * `host`: `addressOf(code)` the address of another language, or null when `onLanguage(code)` brings it;
 * `follow(event, say, leaves, alone)` opens the page of a pressed link if it can come and `leaves()`, and calls
 * `say(why, its name)` when it is slow to, or cannot; `alone`: what is here alone would be lost; `stay()` gives up the one
 * that is on its way; `history`: the browser's back key is « Retour »;
 * `served`: a kernel is there, which learns the language chosen; `place`: where to be, when already under way.
 */
export function mountFrame(root, scenario, look, host = {}) {
  const app = {
    scenario,
    look: withViewsOfAll(look),
    host,
    root,
    unveiled: new Set(),
    notice: null,
    pointed: null,
    leaving: null,
    speaking: null,
  };
  const going = host.kept?.();
  app.memory = openMemory(scenario, app.look, going?.standing);
  const [remembered, samePerson] = [app.memory.read(), app.memory.passedOn()];
  // Whoever opens the page may be somebody else. Who has just chosen another language is not. Where nothing was begun,
  // there is nothing to ask: what was looked at before, or set by another address, decides nothing.
  const record = going ?? (samePerson || isUnderWay(remembered) ? remembered : null);
  takeUp(app, record);
  // A file stays in the downloads, whoever opens the page.
  app.place.files = app.place.files ?? remembered?.place.files;
  app.asking = going ? going.asking : isUnderWay(record) && !samePerson;
  app.known = !app.asking && isUnderWay(record);
  app.first = going?.first ?? null;
  app.dispatch = (event) => dispatch(app, event);
  app.draw = () => drawAll(app);
  app.catchUp = () => catchUp(app);
  app.keep = (place) => keep(app, place);
  app.goOn = (walk) => {
    if (walk !== app) takeUp(app, walk);
    go(app, "ent");
  };
  app.changed = ({ keep = true } = {}) => {
    stay(app);
    app.known = app.known || (!app.asking && isUnderWay(app));
    if (keep) app.keep();
    app.draw();
  };
  app.listen = (key, node) => listen(app, key, node);
  root.classList.add("carnets", "carnets-part", "carnets-phone", ...(look.className ? [look.className] : []));
  for (const [name, value] of [["lang", scenario.language.tag], ["dir", scenario.language.direction]]) {
    root.setAttribute(name, value);
  }
  app.parts = partsOf(app);
  only(root, ...Object.values(app.parts));
  const stop = [
    watchWidth(app),
    onVoices(app.draw),
    watchHistory(app),
    watchFragment(app),
    watchTabs(app),
    watchLeaving(app),
    watchLinks(app),
    () => stopSpeech(),
  ];
  // What the mount before could not keep, this one cannot either: it tries, and asks before it goes.
  if (going) app.keep();
  firstDraw(app, record);
  root.practice = {
    memory: app.memory.name,
    state: () => app.state && { ...app.state, said: app.state.said?.say ?? null },
    underWay: () => isUnderWay(app),
    dispatch: app.dispatch,
    place: () => app.place,
    start(values = {}) {
      Object.assign(app.place, { mission: null, over: false });
      app.asking = false;
      beginAs(app, startState(scenario, values));
      go(app, "ent");
    },
    kept: () => ({
      place: placeLeft(app.place),
      state: app.state && { ...app.state, said: null },
      asking: app.asking,
      first: app.first,
      standing: app.memory.standing(),
    }),
    destroy: () => stop.forEach((end) => end()),
  };
  return root.practice;
}

const withViewsOfAll = (look) => ({ ...look, views: { ...VIEWS_OF_ALL, ...look.views } });

function takeUp(app, record) {
  app.place = app.look.place(app.scenario, record?.place, location.hash || app.host.fragment || "");
  app.state = app.wrote = record?.state ?? null;
  app.first = null;
  if (app.place.view === "ent" && !app.state) app.place.view = "accueil";
}

// Whatever was kept, the page shows something.
function firstDraw(app, record) {
  try {
    app.draw();
  } catch (error) {
    if (!record) throw error;
    forgetPerson(app);
    app.draw();
  }
}

/** What another tab did, before this one goes on: "anew" where that changed everything here, "joined", or nothing. */
function catchUp(app) {
  const [hadOnlyHere, standing] = [isOnlyHere(app), app.memory.standing()];
  const news = app.memory.news();
  // What stood otherwise, the page says.
  if (news === undefined) return app.memory.standing() === standing ? "" : "joined";
  const [nobodyYet, begun] = [!isUnderWay(app) && !app.known, isUnderWay(news)];
  // What was only looked at since an erasing is nobody's place: to whoever slept, it is the erasing.
  if (news === null || (news.left && !nobodyYet && !begun)) {
    const files = filesLeft(app);
    forgetPerson(app);
    app.notice = noticeOfErasing(word(app, "effacer-fait"), files);
    return "anew";
  }
  const [same, onlyHere] = [isSameWalk(app, news), !news.left && hadOnlyHere];
  // What was erased, or left, is so in every tab; and a page that asks has nothing of its own.
  if (!app.asking && (onlyHere || (nobodyYet ? !begun : !news.left))) {
    // Another walk stays the other tab's, and what had no room stays here: only what is done there is so here.
    app.look.join?.(app, same && !onlyHere ? news : { ...news, state: null });
    // What the other tab wrote since is not written over: this page keeps nothing more, and goes on saying so.
    if (!onlyHere) app.memory.hear("joined");
    else if (news.state && (news.other || !same)) app.memory.hear("otherwise");
    // A tab that only looks has nothing to keep: what the device keeps is the walk that goes on.
    if (app.state && !news.state) write(app);
    return "joined";
  }
  // A tab may be in somebody else's hands, unless all that was done is that an account was left there.
  showAnew(app, news, app.asking || same || walkOf(news) !== walkOf(app));
  return "anew";
}

// In a page that the suite serves, the first never comes this far, and the second is said in its place.
const LEAVING = ["beforeunload", "carnets:depart"];

function write(app, place = app.place) {
  const { state } = app;
  // Who only looks writes over no walk that goes on: what is done is added to it.
  const walk = (!state || state === app.wrote) && app.memory.kept();
  if (isGoing(walk) && !(state && isSameWalk(app, walk))) {
    app.memory.write({ ...walk.place, done: place.done, files: place.files }, walk.state);
  } else app.memory.write(place, state);
  // What is kept is not asked about.
  if (app.memory.standing() === "kept") {
    app.wrote = state;
    app.leaving = null;
  }
  warn(app);
}

// What this page alone has goes with it: that is said once where one looks, and aloud, beside what is said of the gesture;
// then at the foot of each screen, and by the browser.
function warn(app) {
  const alone = isOnlyHere(app);
  if (alone && !app.alone) {
    for (const name of LEAVING) addEventListener(name, app.warn);
    const sentences = [app.notice?.text ?? app.state?.said?.say, word(app, standingOf(app).foot)];
    app.notice = { tone: "attention", text: sentences.filter(Boolean).join(" ") };
  }
  app.alone = alone;
}

/** False where another tab changed everything: nothing more is done here. */
function keep(app, place) {
  if (catchUp(app) === "anew") return false;
  write(app, place);
  return true;
}

// Who goes on here stays: the page that was on its way does not come any more.
function stay(app) {
  app.host.stay?.();
  app.memory.passOn();
}

// Begun once, then gone on with in two tabs: one account, hence the same messages. A mission begun anew is another walk.
const walkOf = ({ place }) => `${place.mission ?? ""} ${place.walk ?? 0}`;
const isSameWalk = (app, news) =>
  walkOf(news) === walkOf(app) &&
  (!news.state || !app.state || news.state.values.session === app.state.values.session);

const watchTabs = (app) => app.memory.watch(() => catchUp(app) && (warn(app), app.draw()));

// A page left for another may come back as it was, for whoever holds the telephone then: it begins anew, as for whoever
// opens it, with what the device keeps and nothing of its own. What is not kept lives as long as its page, which the
// browser warns of.
function watchLeaving(app) {
  const leave = () => {
    app.memory.pass();
    showAnew(app, app.memory.read());
    app.draw();
  };
  app.warn = (event) => {
    if (!isOnlyHere(app)) return;
    // Agreed to once: if nothing comes in its place, the page is still there, and asks again.
    if (app.leaving?.agreed) return void (app.leaving.agreed = false);
    event.preventDefault();
    event.returnValue = true; // a browser from before 2024
  };
  addEventListener("pagehide", leave);
  return () => {
    removeEventListener("pagehide", leave);
    for (const name of LEAVING) removeEventListener(name, app.warn);
  };
}

/** Nothing is left here but what the device keeps. */
function showAnew(app, record, asks = true) {
  forgetPerson(app);
  if (isUnderWay(record)) {
    takeUp(app, record);
    app.asking = asks;
  }
  app.place.files = record?.place.files;
}

const partsOf = (app) => ({
  live: h("p", { class: "carnets-hidden", role: "status", "aria-live": "polite", "data-live": true }),
  top: h("header", { class: "barre-haute" }),
  before: h("aside", { class: "a-cote avant", "aria-label": word(app, app.look.besideKey ?? "aide") }),
  // Voilà's page has a main part of its own, and a page has only one.
  main: h(app.root.closest("main") ? "div" : "main", { class: "ecran" }),
  after: h("aside", { class: "a-cote apres", "aria-label": word(app, app.look.afterKey ?? "aide") }),
  foot: h("footer", { class: "pied" }),
  bottom: h("nav", { class: "barre-basse", "aria-label": word(app, "nom") }),
});

function dispatch(app, event) {
  // What another tab did comes before what is done here; where that changed everything, nothing more is done here.
  if (catchUp(app) === "anew") return app.draw();
  if (!app.state) return;
  stay(app);
  const [shape, calm] = [event.kind === "type" && shapeOf(app), !app.notice && !app.pointed && !app.state.said];
  const before = app.state;
  const view = app.look.act(app, event);
  // In an account just entered, or left, nothing is written yet.
  if (before.values.session !== app.state.values.session) app.first = app.state;
  if (view) return go(app, view);
  // While typing, the field stays the same element: no caret, no keyboard of the phone is disturbed.
  if (shape && calm && JSON.stringify(shape) === JSON.stringify(shapeOf(app)) && typedIs(app, event)) {
    if (!app.keep() || app.notice) return app.draw();
    drawFoot(app);
  } else app.changed();
}

const typedIs = (app, { target, value }) =>
  [...app.root.querySelectorAll(`[data-type="${CSS.escape(target)}"]`)].every((field) => field.value === value);

function drawAll(app) {
  const { root, place, state, parts } = app;
  const alone = app.leaving ? "quitter" : app.asking ? "reprise" : "";
  const inEnt = place.view === "ent" && !alone;
  const drawn = { quitter: leavingView, reprise: resumeView }[alone] ?? (inEnt ? entView : app.look.views[place.view]);
  const view = drawn(app);
  const where = alone || (inEnt ? `ent ${state.values.ecran}` : `${place.view} ${place.mission}`);
  const moved = app.where !== undefined && app.where !== where;
  app.where = where;
  root.dataset.view = alone || place.view;
  root.dataset.screen = state?.values.ecran ?? "";
  root.toggleAttribute("data-large", Boolean(app.wide));
  if (moved) stopListening(app);
  const caret = caretOf(root);
  const title = h("h1", { tabindex: "-1", lang: view.lang }, view.title);
  const name = h("p", { class: "barre-nom" }, word(app, "nom"));
  redraw(parts.top, !app.asking && backButton(app), name, !alone && helpButton(app));
  redraw(
    parts.main,
    inEnt && app.look.above?.(app),
    h(
      "div",
      { class: "contenu" },
      h("div", { class: "titre" }, title, listenButton(app)),
      view.under,
      noticeOf(app),
      view.body,
    ),
  );
  redraw(parts.before, inEnt && app.wide && app.look.before?.(app));
  redraw(parts.after, inEnt && app.wide && app.look.after?.(app));
  redraw(parts.bottom, inEnt && bottomBar(app));
  drawFoot(app);
  for (const name of ["before", "after", "bottom"]) parts[name].hidden = !parts[name].hasChildNodes();
  restoreCaret(caret);
  if (moved) arrive(app, title);
  pointAt(app);
  announce(app);
}

const drawFoot = (app) => redraw(app.parts.foot, footNotes(app, Boolean(app.leaving || app.asking)));

function entView(app) {
  const screen = app.scenario.screens[app.state.values.ecran];
  const french = app.place.french && screen.fr;
  const under = french && h("p", { class: "francais sous-titre", lang: "fr", dir: "ltr" }, screen.fr);
  return { title: screen.title, under, body: screenBlocks(app) };
}

function noticeOf(app) {
  const saying = app.place.view === "ent" || app.place.view === "fini" ? app.state?.said : null;
  const notice = app.notice ?? (saying && { tone: saying.tone ?? "information", text: saying.say });
  if (!notice) return null;
  const box = noticeBox(app, notice.tone === "simple" ? "information" : notice.tone, notice.text);
  box.dataset.said = "";
  return box;
}

// Said again even when the sentence is the same as before.
function announce(app) {
  const box = app.parts.main.querySelector("[data-said]");
  const announcement = app.pointed?.words ?? (box && (app.notice || app.state?.said) ? sentencesOf(box).join(" ") : "");
  app.parts.live.textContent = "";
  clearTimeout(app.announcing);
  if (!announcement) return;
  app.announcing = setTimeout(() => (app.parts.live.textContent = announcement), 80);
  if (!app.pointed) box?.scrollIntoView({ block: "nearest" });
}

function arrive(app, title) {
  title.focus({ preventScroll: true });
  if (app.root.getBoundingClientRect().top < 0) app.root.scrollIntoView({ block: "start" });
}

const focused = () => /** @type {HTMLInputElement | null} */ (document.activeElement);

function caretOf(root) {
  const field = focused();
  if (!field || !root.contains(field) || !field.matches("[data-type]")) return null;
  return [field.dataset.key, field.selectionStart, field.selectionEnd];
}

function restoreCaret(caret) {
  const field = focused();
  if (caret && field?.dataset?.key === caret[0]) field?.setSelectionRange(caret[1], caret[2]);
}

function helpButton(app) {
  const open = app.place.view === "aide";
  const turn = () => (open ? goBack(app) : go(app, "aide"));
  const attrs = {
    type: "button",
    class: "carnets-button bouton",
    "data-do": "help",
    "data-key": "help",
    "aria-pressed": String(open),
  };
  return h("button", { ...attrs, onclick: turn }, pictogram("aide"), h("span", null, word(app, "aide")));
}

function listenButton(app) {
  const node = () => app.parts.main.querySelector(".contenu");
  return app.listen("ecran", node);
}

// No button when the device has no voice of its own for the language.
function listen(app, key, node) {
  const { tag } = app.scenario.language;
  if (!voiceFor(tag)) return null;
  const going = app.speaking === key;
  const turn = () => {
    if (going) return stopListening(app, true);
    app.speaking = key;
    speak(sentencesOf(node()), tag, () => app.speaking === key && stopListening(app, true));
    app.draw();
  };
  return actionButton(app, "listen", going ? "arreter" : "ecouter", {
    id: key,
    mark: going ? "croix" : "ecouter",
    small: true,
    act: turn,
  });
}

function stopListening(app, draw = false) {
  if (app.speaking === null) return;
  app.speaking = null;
  stopSpeech();
  if (draw) app.draw();
}

// The width of the practice ENT itself: in a notebook the window is larger.
function watchWidth(app) {
  const measure = () => {
    const wide = app.root.clientWidth >= WIDE_PX;
    const changed = wide !== app.wide;
    app.wide = wide;
    const letter = parseFloat(getComputedStyle(document.documentElement).fontSize);
    app.root.classList.toggle("serre", app.root.clientWidth < TIGHT_REM * letter);
    return changed;
  };
  measure();
  const observer = new ResizeObserver(() => measure() && app.draw());
  observer.observe(app.root);
  return () => observer.disconnect();
}

// One entry ahead in the browser's history, so that its back key comes here first.
function watchHistory(app) {
  if (!app.host.history) return () => {};
  const ahead = () => history.pushState({ practice: true }, "");
  let fragment = location.hash;
  const back = () => {
    // Another fragment is another series of missions, not a step back.
    if (location.hash !== fragment) return void (fragment = location.hash);
    const button = app.root.querySelector(".barre-haute [data-event=back], .barre-haute [data-do=back]");
    if (!button) return history.back();
    ahead();
    button.click();
  };
  ahead();
  addEventListener("popstate", back);
  return () => removeEventListener("popstate", back);
}

function watchFragment(app) {
  const read = () => app.asking || app.look.follow?.(app);
  addEventListener("hashchange", read);
  return () => removeEventListener("hashchange", read);
}

// What surrounds the frame, in Voilà, leads elsewhere too.
function watchLinks(app) {
  const links = [...document.querySelectorAll("a[href]:not([href^='#'])")].filter((link) => !app.root.contains(link));
  const press = (event) => openPage(app, event);
  for (const link of links) link.addEventListener("click", press);
  return () => links.forEach((link) => link.removeEventListener("click", press));
}

/** The part of the kit that a mount function makes: a notebook and Voilà bring its scenario, in another language too. */
export const partOf = (mount) => ({
  render({ model, el }) {
    let shown = null;
    const draw = () => {
      const going = shown?.kept();
      shown?.destroy();
      shown = mount(el, model.get("scenario"), {
        addressOf: () => null,
        onLanguage: (code) => put(model, "language", code),
        kept: () => going,
        fragment: model.get("state").fragment,
        served: true,
      });
    };
    model.on("change:scenario", draw);
    draw();
    return () => shown.destroy();
  },
});
