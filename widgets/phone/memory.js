// What this device keeps, and it alone: the place, the state, the missions done. Never a secret field.
// What is read there is data from outside: a former version of the page wrote it, another tab, or nobody of ours.
import { classOf, homeOf, longestOf, startState } from "./machine.js";
import { LEADS, SAYS } from "./standing.js";

const MEMORY_VERSION = 1;
const MOST_UNDONE = 20;
// No page of ours writes more, with every field full at each step to undo; nor more of a list.
const MOST_KEPT = 1e6;
const MOST_LISTED = 100;
// Of a place, what somebody did: the rest is only where one is.
const DONE = ["done", "files", "codes"];
const FILE_NAME = /^[a-z0-9_-]{1,60}\.(json|png)$/;

export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
export const isText = (value) => typeof value === "string";

/** What a field of a place may be: each gives back a value that it takes, and undefined for any other. */
export const such = (isOne) => (value) => (isOne(value) ? value : undefined);
export const among = (known) => such((value) => known.includes(value));
export const listed =
  (isOne) => (value) => (Array.isArray(value) ? value.filter(isOne).slice(-MOST_LISTED) : undefined);
export const count = such((value) => Number.isSafeInteger(value) && value >= 0);
export const whether = such((value) => typeof value === "boolean");

/** Whether what is kept, or here, says something of a person: an answer, a text, a mission done. */
export const isUnderWay = (record) => Boolean(record && (record.state || (record.place.done ?? []).length));

/** A browser may refuse storage, or have no room left: then nothing is kept, and nothing breaks. */
function attempt(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}

// A card number may be a real one, typed by mistake: nothing of it stays either.
const isKept = (field) => !field.secret && field.rule !== "carte";

/** Two sites of one host share its storage: what is kept is that of the folder of the page. */
const ofThisFolder = (name) => `${name}${location.pathname.replace(/[^/]*$/, "")}`;

/**
 * What is kept for a page: `read()` gives {place, state} or null, `write(place, state)`, `clear()`, true where nothing
 * is left: where nothing may be read, what was there may be, and goes as soon as something may. Of a place, only the fields of every page (`ofEveryPage`) and those that its look names (`keeps`) go to the device and come back.
 * `news()` gives what another tab did since: undefined for nothing, null when it erased, {place, state, left} otherwise;
 * `leave()` when someone leaves an account: `left` says so in the other tabs. What a tab writes that has not heard yet
 * of an erasing, or of a leaving, is put back as it was after it: nothing of before comes back. `other` says that the
 * answers or texts are no longer those that were there; `hear(news)` what a page made of it (standing.js).
 * `watch(act)` calls when there may be some. `passOn(code)` when the page of another language is asked for,
 * without a language when it no longer is, and `pass()` as this page is left: `passedOn()` is true in the one that comes,
 * once: it is the same person. What the device refuses to keep is nowhere else: `standing()` is no longer « kept », and
 * what was kept before stays; `kept()` gives it, and `has(place, state)` whether all that is written and done is in it.
 * Where the same page was drawn before, `standing` is how it stood then.
 */
export function openMemory(scenario, look, standing = "kept") {
  const name = ofThisFolder(look.memoryKey);
  const fields = { ...ofEveryPage(look), ...look.keeps?.(scenario) };
  const probe = () => (localStorage.setItem(`${name}:essai`, ""), localStorage.removeItem(`${name}:essai`), true);
  // Undefined where nothing may be read: something may be there.
  const stored = () => attempt(() => localStorage.getItem(name) || null);
  const put = (text) =>
    attempt(() => (text === null ? localStorage.removeItem(name) : localStorage.setItem(name, text), true)) === true;
  // What was there when this page last looked.
  let seen = /** @type {string | null} */ (null);
  const hear = (news) => void (standing = LEADS[news][standing] ?? standing);
  const refused = () => hear(isUnderWay(understood(seen)) ? "short" : "refused");
  // On a device without room, what is there already is kept.
  const meet = () => void ((seen = stored() ?? null) === null && !attempt(probe) && refused());
  // Since when this is kept: the last time that somebody left an account, or erased. What is older than `oldest` is of
  // before, unless the clock was put back since; a tab that only hears of an erasing does not know when it was, and
  // refuses nothing.
  let [since, oldest] = [0, 0];
  const later = () => (since = Math.max(Date.now(), since + 1));
  const leave = () => (oldest = later());
  const understood = (text) =>
    attempt(() => text.length <= MOST_KEPT && unpacked(scenario, fields, JSON.parse(text))) || null;
  const sinceOf = (text) => {
    const since = attempt(() => JSON.parse(text).since);
    return Number.isSafeInteger(since) ? since : 0;
  };
  // Another screen changes nothing of what was written or chosen.
  const writtenIn = (state) => {
    if (!state) return "";
    const { values, typed } = packed(scenario, { ...state, past: [] });
    return JSON.stringify([{ ...values, ecran: undefined }, typed]);
  };
  const isIn = (ones = [], others = []) =>
    ones.every((mine) => others.some((other) => JSON.stringify(other) === JSON.stringify(mine)));
  // The language asked for, and what this page knew of the device then.
  let passing = "";
  const mark = `${name}:passage`;
  return {
    name,
    standing: () => standing,
    hear,
    kept: () => understood(seen),
    has(place, state) {
      const there = understood(seen);
      return there !== null && (!state || writtenIn(state) === writtenIn(there.state)) &&
        DONE.every((name) => isIn(place[name], there.place[name]));
    },
    read() {
      meet();
      since = oldest = Math.max(oldest, sinceOf(seen));
      if (seen === null) later();
      return understood(seen);
    },
    news() {
      const text = stored();
      if (text === seen) return undefined;
      if (text === undefined) return refused();
      if (text !== null && sinceOf(text) < oldest && oldest <= Date.now()) {
        if (put(seen)) return undefined;
        // Without room, nothing rather than what is of before.
        put(seen = null);
        return refused();
      }
      const before = seen;
      seen = text;
      if (text === null) return later(), null;
      // Who had nothing there hears of a beginning, not of an end.
      const left = before !== null && sinceOf(text) !== since;
      since = oldest = sinceOf(text);
      const theirs = understood(text);
      hear(isUnderWay(theirs) ? "begun" : "blank");
      const other = writtenIn(theirs?.state) !== writtenIn(understood(before)?.state);
      return theirs ? { ...theirs, left, other } : undefined;
    },
    write(place, state) {
      if (SAYS[standing].shut) return;
      if (stored() === undefined) return refused();
      const placeFields = Object.fromEntries(Object.keys(fields).map((field) => [field, place[field]]));
      const all = state && packed(scenario, state);
      const textOf = (state) => JSON.stringify({ version: MEMORY_VERSION, since, place: placeFields, state });
      // What « Annuler » takes back is the longest, and the first to be given up.
      const taken = [all, all && { ...all, past: [] }].some((state) => put(textOf(state)));
      // What was kept before stays, but that of an account left since.
      if (!taken && sinceOf(stored()) < oldest) put(null);
      seen = stored() ?? null;
      if (taken) hear("wrote");
      else refused();
    },
    leave() {
      leave();
      hear("joined");
    },
    clear() {
      leave();
      const isGone = attempt(() => [name, `${name}:langue`].every((key) => (localStorage.removeItem(key), 1))) || !seen;
      meet();
      return isGone;
    },
    watch(act) {
      const hear = (event) => (event.key === name || event.key === null) && act();
      const look = () => document.visibilityState === "visible" && act();
      // A tab that slept was told nothing: it looks when it is shown again.
      const heard = [[window, "storage", hear], [document, "visibilitychange", look], [window, "pageshow", act]];
      heard.forEach(([target, kind, listener]) => target.addEventListener(kind, listener));
      return () => heard.forEach(([target, kind, listener]) => target.removeEventListener(kind, listener));
    },
    passOn: (code) => void (passing = code && code + since),
    pass() {
      if (passing) attempt(() => sessionStorage.setItem(mark, `${passing} ${Date.now()}`));
      passing = "";
    },
    passedOn: () =>
      attempt(() => {
        const [who, at] = (sessionStorage.getItem(mark) ?? "").split(" ");
        sessionStorage.removeItem(mark);
        // The page that came in its place was on its way already: a later one, or what was erased since, is somebody else's.
        return who === scenario.language.code + since && performance.timing.navigationStart <= Number(at);
      }) === true,
  };
}

// Only what is not as at the beginning: twenty steps to undo stay small. A secret text is as if never typed.
function packed(scenario, { values, typed, past }) {
  const changesOf = (all) => ({
    values: Object.fromEntries(
      Object.entries(all.values).filter(([name, value]) =>
        value !== scenario.variables[name][0] && !(name in scenario.inputs)
      ),
    ),
    typed: Object.fromEntries(
      Object.entries(all.typed).filter(([name, text]) => text && isKept(scenario.inputs[name])),
    ),
  });
  return { ...changesOf({ values, typed }), past: past.map((step) => ({ ...changesOf(step), by: step.by })) };
}

// Of another version, only what is done is sure to mean the same.
function unpacked(scenario, fields, record) {
  if (!isObject(record)) return null;
  const place = placeFrom(fields, isObject(record.place) ? record.place : {});
  if (record.version !== MEMORY_VERSION) return { place: { done: place.done ?? [] }, state: null };
  return { place, state: isObject(record.state) ? stateFrom(scenario, record.state) : null };
}

const ofEveryPage = ({ views }) => {
  const shown = [...Object.keys(views), "ent"];
  return {
    view: among(shown),
    trail: listed((view) => shown.includes(view)),
    french: whether,
    files: listed((name) => isText(name) && FILE_NAME.test(name)),
  };
};

/** Of a place, what can still be gone back to; the rest is left out, and is as for someone who has just arrived. */
function placeFrom(fields, place) {
  const taken = Object.entries(fields).map(([name, take]) => [name, take(place[name])]);
  return Object.fromEntries(taken.filter(([, value]) => value !== undefined));
}

// Values and texts that no longer exist are as at the beginning; a screen that is gone leads to the menu.
function stateFrom(scenario, state) {
  const whole = (record) => {
    const [given, texts] = [isObject(record.values) ? record.values : {}, isObject(record.typed) ? record.typed : {}];
    const { values, typed } = startState(scenario);
    for (const name in values) if (scenario.variables[name].includes(given[name])) values[name] = given[name];
    for (const name in typed) {
      typed[name] = isText(texts[name]) && isKept(scenario.inputs[name])
        ? texts[name].slice(0, longestOf(scenario.inputs[name]))
        : "";
      values[name] = classOf(scenario.inputs[name], typed[name]);
    }
    if (given.ecran !== undefined && given.ecran !== values.ecran) values.ecran = homeOf(values);
    return { values, typed };
  };
  const past = Array.isArray(state.past) ? state.past.filter(isObject).slice(-MOST_UNDONE) : [];
  return {
    ...whole(state),
    said: null,
    past: past.map((step) => ({ ...whole(step), by: isText(step.by) ? step.by : "" })),
  };
}
