// The practice ENT in motion. Says exactly what liaison/practice/machine.py and inputs.py say: both run the cases of
// tests/cases/machine.yaml, and a test replays thousands of walks in both. Pure: no page, no storage.

/**
 * @typedef {Record<string, string>} Values every variable by name, with `ecran` and `session`
 * @typedef {Record<string, any>} Condition `{name: [values], any: [conditions], not: condition}`
 * @typedef {{ when?: Condition, set?: Values, say?: string, go?: string, lasting?: boolean }} Case
 * @typedef {{ rule: string, accept?: string[], secret?: boolean, former?: string, months: Record<string, number>,
 *   samples: Record<string, string | null> }} Field
 * @typedef {{ variables: Record<string, string[]>, inputs: Record<string, Field>, written: Values,
 *   screens: Record<string, { back: string, enter?: Case[], blocks: any[] }> }} Scenario
 * @typedef {{ values: Values, typed: Values, by: string }} Past what « Annuler » gives back, and what changed it
 * @typedef {{ values: Values, typed: Values, said: Case | null, past: Past[] }} State
 * @typedef {{ variable: string, alone?: boolean }} Box
 * @typedef {{ kind: string, target?: string, value?: string }} Event
 */

const LONGEST_HISTORY = 20;
const TICKED = ["oui", "non"];
const SHORTEST_PASSWORD = 12;
const [LONGEST_TEXT, LONGEST_ENTRY] = [2000, 100];
// What Python calls white space, which is not quite what JavaScript does.
// deno-lint-ignore no-control-regex -- it is one of them
const BLANKS = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;

/**
 * Whether a condition {name: [values], any: […], not: {…}} holds for these values.
 * @param {Condition} condition
 * @param {Values} values
 * @returns {boolean}
 */
export function holds(condition, values) {
  for (const name in condition) {
    if (name === "any") {
      if (!condition.any.some((/** @type {Condition} */ alternative) => holds(alternative, values))) return false;
    } else if (name === "not") {
      if (holds(condition.not, values)) return false;
    } else if (!condition[name].includes(values[name])) return false;
  }
  return true;
}

// Marks of direction, joiners, the hyphen of the end of a line: copied with a text, and seen by nobody.
const UNSEEN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
// What people put between the digits of a number, once NFKC has made one space, one hyphen of many.
const BETWEEN = /[ .,:;،؛·/\\_'’()\u2010-\u2015\u2212-]/g;
// France's code before a mobile, with or without the zero that it replaces.
const FRANCE = /^(?:\+|00)?330?(?=[67])/;
// Digits, or letters: whatever stands between them, or nothing, in 14mars2012.
const WORD = /[0-9]+|\p{L}+/gu;
const NUMBER = /^[0-9]{1,4}$/;
// 14032012, 140312 and 20120314: no month is the 19th nor the 20th.
const YEAR_LAST = /^([0-9]{2})([0-9]{2})((?:19|20)?[0-9]{2})$/;
const YEAR_FIRST = /^([0-9]{4})([0-9]{2})([0-9]{2})$/;
const MARKS = /[\u0300-\u036f\u064b-\u065f\u0640\u0670]/g;

/**
 * How many letters a field can hold: a message, or what is written in a box.
 * @param {Field} field
 */
export const longestOf = (field) => (field.rule === "texte" ? LONGEST_TEXT : LONGEST_ENTRY);

/**
 * « vide », « bon », « faux » or « ancien »: what the practice ENT remembers of a typed text.
 * @param {Field} field
 * @param {string} text
 */
export function classOf(field, text) {
  const entry = text.replace(UNSEEN, "").replace(BLANKS, " ").replace(/^ | $/g, "");
  if (!entry) return "vide";
  if (westernDigits(entry) === field.former) return "ancien";
  return isRight(field, entry) ? "bon" : "faux";
}

/**
 * What an Arabic, Persian or Urdu keyboard writes for 0 to 9.
 * @param {string} text
 */
const westernDigits = (text) =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15));

/**
 * @param {Field} field
 * @param {string} written
 */
function isRight(field, written) {
  const accept = field.accept || [];
  const typed = westernDigits(written);
  // Code points, as Python counts.
  if (field.rule === "mot_de_passe") return [...typed].length >= SHORTEST_PASSWORD;
  // The capitals of a password count, as they do in the real one; those of an address do not.
  if (field.secret && field.rule === "exact") return accept.includes(typed);
  const normalized = typed.normalize("NFKC");
  if (field.rule === "date") return accept.includes(isoDate(field, normalized));
  const joined = normalized.replace(BETWEEN, "");
  if (field.rule === "mobile") return accept.includes(joined.replace(FRANCE, "0"));
  if (field.rule === "exact") return accept.some((accepted) => accepted.toLowerCase() === normalized.toLowerCase());
  if (field.rule === "code" || (field.rule === "carte" && accept.length)) return accept.includes(joined);
  return true;
}

/**
 * A capital « I » of Turkish is small without a dot, which not every keyboard has.
 * @param {string} text
 */
const plain = (text) => text.toLowerCase().normalize("NFD").replace(MARKS, "").replace(/ı/g, "i").replace(/ى/g, "ي");

/**
 * @param {string} text
 * @param {(word: string) => boolean} isMonth
 */
function wordsOf(text, isMonth) {
  /** @type {string[]} */
  const words = [];
  for (const word of plain(text).match(WORD) || []) {
    const longer = `${words[words.length - 1]}${word}`;
    if (isMonth(longer)) words.splice(-1, 1, longer);
    else words.push(...word.replace(YEAR_LAST, "$1 $2 $3").replace(YEAR_FIRST, "$1 $2 $3").split(" "));
  }
  return words;
}

/**
 * 12/03/2014, 12.III.2014, le 12 mars 2014; the text when it is no such date. `months`: the names that families write.
 * @param {Field} field
 * @param {string} text
 */
function isoDate({ months }, text) {
  const isMonth = (/** @type {string} */ word) => Object.keys(months).includes(word);
  // The day of the week, « de », « le »: what is neither a number nor a month says nothing here.
  const telling = wordsOf(text, isMonth).filter((word) => NUMBER.test(word) || isMonth(word));
  // آذار/مارس: a month by two of its names is one month.
  const again = (/** @type {string} */ word, /** @type {string} */ before) =>
    isMonth(word) && isMonth(before) && months[word] === months[before];
  const parts = telling.filter((word, at) => !again(word, telling[at - 1]));
  // « mar. 14 mars »: the short name of a day is that of a month.
  if (parts.length === 4 && isMonth(parts[0])) parts.shift();
  if (parts.length !== 3) return text;
  const [first, second, third] = parts;
  const ordered = first.length === 4 && !isMonth(first)
    ? [third, second, first]
    : isMonth(first)
    ? [second, first, third]
    : parts;
  const [day, month, year] = ordered;
  const number = isMonth(month) ? String(months[month]) : month;
  return `${year.length === 2 ? "20" : ""}${year}-${number.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/**
 * The state in which everything has its first value, except what is given.
 * @param {Scenario} scenario
 * @param {Values} [given]
 * @returns {State}
 */
export function startState(scenario, given = {}) {
  /** @type {Values} */
  const values = {};
  for (const name in scenario.variables) values[name] = scenario.variables[name][0];
  const typed = Object.fromEntries(Object.keys(scenario.inputs).map((name) => [name, ""]));
  return { values: { ...values, ...given }, typed, said: null, past: [] };
}

/**
 * The blocks that the screen shows now, in order.
 * @param {Scenario} scenario
 * @param {Values} values
 */
export const visibleBlocks = (scenario, values) =>
  scenario.screens[values.ecran].blocks.filter((block) => !block.when || holds(block.when, values));

/**
 * The lines of a block (items, options, rows, turns) that show now.
 * @param {any[]} parts
 * @param {Values} values
 */
export const visibleParts = (parts, values) => parts.filter((part) => !part.when || holds(part.when, values));

/**
 * What can be pressed on the screen now, by id.
 * @param {Scenario} scenario
 * @param {Values} values
 */
export function pressable(scenario, values) {
  /** @type {Record<string, { cases: Case[] }>} */
  const pressed = {};
  for (const block of visibleBlocks(scenario, values)) {
    if (block.kind === "action") pressed[block.id] = block;
    else if (block.kind === "items") { for (const item of visibleParts(block.items, values)) pressed[item.id] = item; }
  }
  return pressed;
}

/**
 * Where « Menu » leads: the menu of the account, or the doorstep when nobody is signed in.
 * @param {Values} values
 */
export const homeOf = (values) => (values.session === "personne" ? "seuil" : "menu");

/**
 * The first case that holds, if any.
 * @param {Case[] | undefined} cases
 * @param {Values} values
 */
export const firstCase = (cases, values) => cases?.find(({ when }) => !when || holds(when, values));

/**
 * Keeps the prototype: the guide puts there what no event of its search can change.
 * @param {Values} values
 * @param {Values} changes
 * @returns {Values}
 */
const changed = (values, changes) => Object.assign(Object.create(Object.getPrototypeOf(values)), values, changes);

/**
 * All that a case sets: what it says and, when it leaves the account, what was written there.
 * @param {Scenario} scenario
 * @param {Case} thisCase
 * @returns {Values}
 */
const settingsOf = (
  scenario,
  thisCase,
) => (thisCase.set?.session === "personne" ? { ...scenario.written, ...thisCase.set } : (thisCase.set ?? {}));

/**
 * What a case does: {values, cleared: names set, said}; entering a screen applies its own first case.
 * @param {Scenario} scenario
 * @param {Values} values
 * @param {Case} thisCase
 */
export function effectOf(scenario, values, thisCase) {
  const set = settingsOf(scenario, thisCase);
  const cleared = Object.keys(set);
  const after = cleared.length ? changed(values, set) : values;
  const saying = thisCase.say ? thisCase : null;
  if (!thisCase.go) return { values: after, cleared, said: saying };
  const entered = enterScreen(scenario, after, thisCase.go);
  return { values: entered.values, cleared: cleared.concat(entered.cleared), said: entered.said ?? saying };
}

/**
 * Entering a screen: its first `enter` case that holds applies.
 * @param {Scenario} scenario
 * @param {Values} values
 * @param {string} name
 */
export function enterScreen(scenario, values, name) {
  const after = changed(values, { ecran: name });
  const thisCase = firstCase(scenario.screens[name].enter, after);
  if (!thisCase) return { values: after, cleared: [], said: null };
  const set = thisCase.set ?? {};
  return { values: changed(after, set), cleared: Object.keys(set), said: thisCase.say ? thisCase : null };
}

/**
 * A field set back to « vide » loses its text too.
 * @param {Values} typed
 * @param {string[]} names
 */
function withoutTexts(typed, names) {
  const lost = names.filter((name) => typed[name]);
  return lost.length ? { ...typed, ...Object.fromEntries(lost.map((name) => [name, ""])) } : typed;
}

/**
 * @param {Past[]} past
 * @param {Past} latest
 */
const withOneMore = (past, latest) => [...past, latest].slice(-LONGEST_HISTORY);

/**
 * What choosing this value changes on the screen, or null when it cannot be chosen there. A box is « oui » or « non »;
 * one that stands alone empties the others and is emptied by them.
 * @param {Scenario} scenario
 * @param {Values} values
 * @param {string} target
 * @param {string} value
 * @returns {Values | null}
 */
function chosen(scenario, values, target, value) {
  for (const block of visibleBlocks(scenario, values)) {
    const options = block.kind === "choice" && block.variable === target ? visibleParts(block.options, values) : [];
    if (options.some((option) => option.value === value)) return { [target]: value };
    const box = block.kind === "boxes" && block.boxes.find((/** @type {Box} */ { variable }) => variable === target);
    if (!box || !TICKED.includes(value)) continue;
    const emptied = value === "oui"
      ? block.boxes.filter((/** @type {Box} */ other) => other !== box && (other.alone || box.alone))
      : [];
    return {
      ...Object.fromEntries(emptied.map((/** @type {Box} */ { variable }) => [variable, "non"])),
      [target]: value,
    };
  }
  return null;
}

/**
 * The state after an event; the same state when the event is not possible there.
 * @param {Scenario} scenario
 * @param {State} state
 * @param {Event} event
 * @returns {State}
 */
export function step(scenario, state, { kind, target = "", value = "" }) {
  const { values, typed, past } = state;
  if (kind === "undo") {
    if (!past.length) return state;
    const last = past[past.length - 1];
    return { values: last.values, typed: last.typed, said: null, past: past.slice(0, -1) };
  }
  if (kind === "type") {
    const shown = visibleBlocks(scenario, values).some((block) => block.kind === "field" && block.input === target);
    if (!shown) return state;
    const inputClass = classOf(scenario.inputs[target], value);
    return {
      values: changed(values, { [target]: inputClass }),
      typed: { ...typed, [target]: value },
      said: null,
      past,
    };
  }
  if (kind === "choose") {
    const set = chosen(scenario, values, target, value);
    if (!set) return state;
    return { values: changed(values, set), typed, said: null, past: withOneMore(past, { values, typed, by: target }) };
  }
  if (kind === "press") {
    const thisCase = firstCase(pressable(scenario, values)[target]?.cases, values);
    if (!thisCase) return state;
    const after = effectOf(scenario, values, thisCase);
    const longer = thisCase.set ? withOneMore(past, { values, typed, by: target }) : past;
    // « Annuler » must not open the account of the person before on a shared device, nor take back what cannot be.
    const undoable = (thisCase.set?.session ?? values.session) === values.session && !thisCase.lasting ? longer : [];
    return { values: after.values, typed: withoutTexts(typed, after.cleared), said: after.said, past: undoable };
  }
  const name = kind === "back" ? scenario.screens[values.ecran].back : homeOf(values);
  const after = enterScreen(scenario, values, name);
  return { values: after.values, typed: withoutTexts(typed, after.cleared), said: after.said, past };
}
