// Where the learner is around the ENT: which view, which mission of which list, what is done. No drawing here.
import { h } from "../kit/dom.js";
import { chosenIn, missionOf, word } from "./bits.js";
import { holds, startState, step, visibleBlocks } from "./machine.js";

const LONGEST_TRAIL = 12;

/** What « a mediator's address » asks for: #parcours=id or #missions=a,b, &aidant=1, &vue=accueil. */
export function readFragment(scenario, hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const path = scenario.paths.find(({ id }) => id === given.get("parcours"));
  const asked = (given.get("missions") ?? "").split(",").filter((id) => scenario.missions.some((one) => one.id === id));
  return {
    path: path ? path.id : asked.length ? "choix" : null,
    list: path ? path.missions : asked,
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

/** The place kept on this device, unless the address now asks for another list; what is done stays done. */
export function placeAgain(scenario, kept, fragment) {
  const first = firstPlace(scenario, fragment);
  if (!kept) return first;
  const place = { ...first, ...kept };
  if (!fragment.path || kept.asked === first.asked) {
    return fragment.started && place.view === "langue" ? { ...place, view: "accueil", trail: ["langue"] } : place;
  }
  const { view, trail, path, list, helper, asked } = first;
  return { ...place, view, trail, path, list, helper, asked, mission: null, over: false };
}

/** Open a view; one already in the trail is gone back to. */
export function go(app, view, notice = null) {
  const { place } = app;
  if (place.view !== view) {
    // Changing language is a detour: one comes back from it to where one was.
    const at = view === "langue" ? -1 : place.trail.indexOf(view);
    place.trail = at >= 0 ? place.trail.slice(0, at) : [...place.trail, place.view].slice(-LONGEST_TRAIL);
    place.view = view;
  }
  app.notice = notice;
  app.pointed = null;
  app.changed();
}

/** « Retour » in a view of the frame, or from the first screen of the ENT. */
export function goBack(app) {
  const { place } = app;
  if (!place.trail.length) return false;
  place.view = place.trail[place.trail.length - 1];
  place.trail = place.trail.slice(0, -1);
  if (place.view === "ent" && !app.state) place.view = "accueil";
  app.notice = app.pointed = null;
  app.changed();
  return true;
}

export function openList(app, path, list) {
  Object.assign(app.place, { path, list });
  go(app, "serie");
}

/** Show what a mission asks; nothing begins yet. */
export function openMission(app, id) {
  if (app.place.mission !== id || app.place.over) {
    Object.assign(app.place, { mission: id, over: false, hints: 0, folded: false });
    app.state = null;
  }
  go(app, "mission");
}

/** Begin the mission shown, or begin it again. */
export function beginMission(app) {
  const mission = missionOf(app, app.place.mission);
  Object.assign(app.place, { over: false, hints: 0 });
  app.state = startState(app.scenario, mission.start);
  app.place.trail = app.place.trail.filter((view) => view !== "fini" && view !== "ent");
  go(app, "ent");
}

/** Walk about without a mission, in an account. */
export function roam(app, session) {
  Object.assign(app.place, { mission: null, over: false, hints: 0 });
  app.state = startState(app.scenario, session === "personne" ? {} : { session, ecran: "menu" });
  go(app, "ent");
}

/** The next mission of the list that is not done, after this one first. */
export function missionAfter(app, id = app.place.mission) {
  const { list, done } = app.place;
  const at = list.indexOf(id);
  const turned = [...list.slice(at + 1), ...list.slice(0, Math.max(at, 0))];
  return turned.find((one) => !done.includes(one) && one !== id) ?? null;
}

/** One thing that the learner does in the ENT. Gives back whether the mission has just been done. */
export function act(app, event) {
  const { place } = app;
  const before = app.state;
  app.state = step(app.scenario, before, event);
  app.notice = event.kind === "undo" && app.state !== before ? undoneNotice(app, before) : null;
  app.pointed = null;
  if (before.values.session !== "personne" && app.state.values.session === "personne") leaveAccount(app);
  if (app.state.values.ecran !== before.values.ecran) app.unveiled.clear();
  const mission = place.mission && !place.over && missionOf(app, place.mission);
  if (!mission || !holds(mission.goal, app.state.values)) return false;
  place.over = true;
  if (!place.done.includes(mission.id)) place.done = [...place.done, mission.id];
  return true;
}

// Who left an account leaves nothing of what was read, written or chosen there: all is as the mission gave it.
function leaveAccount(app) {
  const { values, said } = app.state;
  const given = app.place.mission && !app.place.over ? missionOf(app, app.place.mission).start : {};
  app.state = { ...startState(app.scenario, { ...given, session: values.session, ecran: values.ecran }), said };
  app.memory.leave();
}

/** The state of another tab, on the screen where this one is. */
export function elsewhere(here, state) {
  if (!here || !state) return here ?? state;
  return { ...state, values: { ...state.values, ecran: here.values.ecran }, said: here.said };
}

/** What « Annuler » takes back, in the words of the button pressed or of the answer chosen. */
export function undoneLabel(app, state = app.state) {
  const last = state.past[state.past.length - 1];
  if (!last) return "";
  const blocks = app.scenario.screens[last.values.ecran].blocks;
  const parts = blocks.flatMap((block) => block.items ?? block.boxes ?? [block]);
  const done = parts.find((one) => last.by === (one.id ?? one.variable));
  const answer = done?.options?.find(({ value }) => value === state.values[last.by]);
  return answer?.text ?? done?.text ?? done?.label ?? "";
}

/** What is said once that is taken back: the answer that comes back with it or, where none does, what it was. */
export function undoneNotice(app, before) {
  const { values } = app.state;
  const isBack = ({ variable, boxes = [{ variable }] }) =>
    boxes.some((one) => values[one.variable] !== before.values[one.variable]);
  const answer = chosenIn(visibleBlocks(app.scenario, values).filter(isBack), values);
  const text = answer
    ? word(app, "annule-choix", { CHOIX: answer })
    : word(app, "annule", { ACTION: undoneLabel(app, before) });
  return { tone: "information", text };
}

/** What this page holds of a person is gone from it; what the device keeps is another matter. */
export function forgetPerson(app) {
  const place = app.look.place(app.scenario, null, location.hash || app.host.fragment || "");
  app.place = { ...place, view: "langue", trail: [] };
  app.state =
    app.notice =
    app.pointed =
    app.composed =
      null;
  app.asking = false;
  app.unveiled.clear();
}

/** Somebody else begins, or everything is erased: nothing of before can come back, here or in another tab. */
export function startAfresh(app, said = null) {
  const files = filesLeft(app);
  app.memory.clear();
  forgetPerson(app);
  app.notice = noticeOfErasing(said, files);
  app.changed({ keep: false });
}

/** What is said once all is erased: what no page can erase is named with it. */
export function noticeOfErasing(said, files) {
  const text = [said, files].filter(Boolean).join(" ");
  return text ? { tone: files ? "attention" : "fait", text } : null;
}

/** The sentence that names what was put in the downloads of this device; "" for nothing. */
export function filesLeft(app) {
  const { files = [] } = app.place;
  return files.length ? word(app, "effacer-telecharge", { NOM: files.join(", ") }) : "";
}

/** A file goes to the downloads of the device: only the person can delete it there, so its name is kept. */
export function download(app, blob, name) {
  const link = h("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  app.place.files = [...new Set([...(app.place.files ?? []), name])];
}
