// The missions of the practice ENT: which one of which list, what is done, what comes next. No drawing here.
import { word } from "../phone/bits.js";
import { beginAs, go, undoneNotice } from "../phone/journey.js";
import { holds, startState, step } from "../phone/machine.js";
import { among, count, isText, listed, such, whether } from "../phone/memory.js";

// Without its mission, there is nothing to show there.
const ABOUT_A_MISSION = ["mission", "fini"];

/** What « a mediator's address » asks for: #parcours=id or #missions=a,b, &aidant=1, &vue=accueil. */
export function readFragment(scenario, hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const path = scenario.paths.find(({ id }) => id === given.get("parcours"));
  const ids = (given.get("missions") ?? "").split(",").filter((id) =>
    scenario.missions.some((mission) => mission.id === id)
  );
  return {
    path: path ? path.id : ids.length ? "choix" : null,
    list: path ? path.missions : ids,
    helper: given.get("aidant") === "1",
    started: given.get("vue") === "accueil",
  };
}

/** The place of someone who has just arrived by this address. */
export function firstPlace(scenario, fragment) {
  const path = scenario.paths[0];
  return {
    view: fragment.started ? "accueil" : "langue",
    trail: fragment.started ? ["langue"] : [],
    path: fragment.path ?? path?.id ?? null,
    list: fragment.path ? fragment.list : (path?.missions ?? []),
    mission: null,
    over: false,
    hints: 0,
    helper: fragment.helper,
    french: true,
    folded: false,
    done: [],
    asked: location.hash,
  };
}

/** What the device keeps of a place, beside what it keeps of that of any page. */
export function keeps(scenario) {
  const missions = scenario.missions.map(({ id }) => id);
  const those = listed((id) => missions.includes(id));
  const paths = scenario.paths.map(({ id }) => id);
  return {
    mission: (value) => (missions.includes(value) ? value : null),
    done: those,
    list: those,
    path: among([...paths, "choix"]),
    hints: count,
    walk: count,
    asked: such(isText),
    over: whether,
    helper: whether,
    folded: whether,
  };
}

// A mission that is no more is no place to go back to.
function stillThere(former, first) {
  if (former.mission) return former;
  const isGone = (view) => ABOUT_A_MISSION.includes(view);
  const trail = (former.trail ?? first.trail).filter((view) => !isGone(view));
  return { ...former, trail, view: isGone(former.view) ? first.view : (former.view ?? first.view) };
}

/** The place kept on this device, unless the address now asks for another list; what is done stays done. */
export function placeAgain(scenario, former, fragment) {
  const first = firstPlace(scenario, fragment);
  if (!former) return first;
  const place = { ...first, ...stillThere(former, first) };
  if (!fragment.path || former.asked === first.asked) {
    return fragment.started && place.view === "langue" ? { ...place, view: "accueil", trail: ["langue"] } : place;
  }
  const { view, trail, path, list, helper } = first;
  return { ...place, view, trail, path, list, helper, asked: first.asked, mission: null, over: false };
}

/** « 3 min » of one mission, or of a list of them. */
export const minutesOf = (app, missions) =>
  word(app, "minutes", { NOMBRE: missions.reduce((sum, mission) => sum + mission.minutes, 0) });

export const missionOf = (app, id) => app.scenario.missions.find((mission) => mission.id === id);

export const serviceOf = (app, id) => app.scenario.services.find((service) => service.id === id);

export function openList(app, path, list) {
  Object.assign(app.place, { path, list });
  go(app, "serie");
}

// What is begun now is not what another tab began: two tabs share a walk only where one took up the other's.
const newWalk = (app, what) => Object.assign(app.place, { over: false, hints: 0, walk: Date.now(), ...what });

/** Show what a mission asks; nothing begins yet. */
export function openMission(app, id) {
  if (app.place.mission !== id || app.place.over) {
    newWalk(app, { mission: id, folded: false });
    app.state = null;
  }
  go(app, "mission");
}

/** Begin the mission shown, or begin it again. */
export function beginMission(app) {
  const mission = missionOf(app, app.place.mission);
  newWalk(app);
  beginAs(app, startState(app.scenario, mission.start));
  app.place.trail = app.place.trail.filter((view) => view !== "fini" && view !== "ent");
  go(app, "ent");
}

/** Walk about without a mission, in an account. */
export function roam(app, session) {
  newWalk(app, { mission: null });
  beginAs(app, startState(app.scenario, session === "personne" ? {} : { session, ecran: "menu" }));
  go(app, "ent");
}

/** The next mission of the list that is not done, after this one first. */
export function missionAfter(app, id = app.place.mission) {
  const { list, done } = app.place;
  const at = list.indexOf(id);
  const turned = [...list.slice(at + 1), ...list.slice(0, Math.max(at, 0))];
  return turned.find((other) => !done.includes(other) && other !== id) ?? null;
}

/** One thing that the learner does in the ENT. Gives back whether the mission has just been done. */
export function act(app, event) {
  const { place } = app;
  const before = app.state;
  app.state = step(app.scenario, before, event);
  app.notice = event.kind === "undo" && app.state !== before ? undoneNotice(app, before) : null;
  app.pointed = null;
  const left = before.values.session !== "personne" && app.state.values.session === "personne";
  if (left) leaveAccount(app);
  if (app.state.values.ecran !== before.values.ecran) app.unveiled.clear();
  const mission = place.mission && !place.over && missionOf(app, place.mission);
  const over = Boolean(mission) && holds(mission.goal, app.state.values);
  if (over) place.over = true;
  if (over && !place.done.includes(mission.id)) place.done = [...place.done, mission.id];
  if (left && app.state.said && place.done.length) sayAlso(app, word(app, "deconnexion-missions"));
  return over;
}

function sayAlso(app, sentence) {
  const { said: saying } = app.state;
  app.state = { ...app.state, said: { ...saying, say: `${saying.say} ${sentence}` } };
}

// Who left an account leaves nothing of what was read, written or chosen there: all is as the mission gave it.
function leaveAccount(app) {
  const { values, said: saying } = app.state;
  const given = app.place.mission && !app.place.over ? missionOf(app, app.place.mission).start : {};
  app.state = { ...startState(app.scenario, { ...given, session: values.session, ecran: values.ecran }), said: saying };
  // Then nothing of before stays, not even what another tab wrote where this one had no room.
  app.memory.leave();
}
