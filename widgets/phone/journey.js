// Where someone is on a page: which view, by which way, what can be taken back, what is left on the device. No drawing here.
import { h } from "../kit/dom.js";
import { chosenIn, word } from "./bits.js";
import { visibleBlocks } from "./machine.js";
import { SAYS } from "./standing.js";

const LONGEST_TRAIL = 12;

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
  // From the question whether to leave, to the languages: they are still there behind it.
  if (!app.leaving) {
    if (!place.trail.length) return false;
    place.view = place.trail[place.trail.length - 1];
    place.trail = place.trail.slice(0, -1);
    if (place.view === "ent" && !app.state) place.view = "accueil";
  }
  app.leaving = app.notice = app.pointed = null;
  app.changed();
  return true;
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
  const done = parts.find((part) => last.by === (part.id ?? part.variable));
  const answer = done?.options?.find(({ value }) => value === state.values[last.by]);
  return answer?.text ?? done?.text ?? done?.label ?? "";
}

/** What is said once that is taken back: the answer that comes back with it or, where none does, what it was. */
export function undoneNotice(app, before) {
  const { values } = app.state;
  const isBack = ({ variable, boxes = [{ variable }] }) =>
    boxes.some((box) => values[box.variable] !== before.values[box.variable]);
  const answer = chosenIn(visibleBlocks(app.scenario, values).filter(isBack), values);
  const text = answer
    ? word(app, "annule-choix", { CHOIX: answer })
    : word(app, "annule", { ACTION: undoneLabel(app, before) });
  return { tone: "information", text };
}

/** Somebody begins: what is as in this state was written, answered or done by nobody. */
export function beginAs(app, state) {
  app.state = app.first = state;
}

// Another screen changes nothing of what was written or chosen; what was written and erased is written no more.
const isOtherwise = (before, after) =>
  ["values", "typed"].some((part) =>
    Object.entries(after[part]).some(([name, value]) => name !== "ecran" && value !== before[part][name])
  );

// What is taken up from elsewhere has no beginning here: it counts as written.
const isWritten = ({ first, state }) => Boolean(state) && (!first || isOtherwise(first, state));

/** A walk that one may come back to, here or on the device. */
export const isGoing = (record) => record?.state && !record.place.over;

const isDone = ({ done = [], files = [] }) => done.length > 0 || files.length > 0;

/** What is said and done of what the device does not keep. */
export const standingOf = (app) => SAYS[app.memory.standing()];

/** Whether something was written, answered or done that this page alone has: it goes with it. */
export const isOnlyHere = (app) =>
  app.memory.standing() !== "kept" && (isWritten(app) || isDone(app.place)) &&
  !app.memory.has(app.place, isWritten(app) ? app.state : null);

/** Where one is once a language is chosen: the list of languages, and the help that led there, are a detour. */
export function placeLeft(place) {
  if (place.view !== "langue") return place;
  const trail = [...place.trail];
  while (["langue", "aide"].includes(trail[trail.length - 1])) trail.pop();
  const view = trail.pop();
  return view ? { ...place, view, trail } : { ...place, view: "accueil", trail: ["langue"] };
}

/** What this page holds of a person is gone from it; what the device keeps is another matter. */
export function forgetPerson(app) {
  const place = app.look.place(app.scenario, null, location.hash || app.host.fragment || "");
  app.place = { ...place, view: "langue", trail: [] };
  app.state =
    app.first =
    app.wrote =
    app.notice =
    app.pointed =
    app.leaving =
    app.composed =
      null;
  app.asking = app.known = app.alone = false;
  app.memory.hear("taken");
  app.unveiled.clear();
}

/** Somebody else begins, or everything is erased: nothing of before can come back, here or in another tab. */
export function startAfresh(app, sentence = null) {
  const files = filesLeft(app);
  forgetPerson(app);
  app.notice = noticeOfErasing(app.memory.clear() && sentence, files);
  app.changed({ keep: false });
}

/** What is said once all is erased: what no page can erase is named with it. */
export function noticeOfErasing(sentence, files) {
  const text = [sentence, files].filter(Boolean).join(" ");
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
