// What this device keeps, and it alone: the place, the state, the missions done. Never a secret field.
import { startState } from "./machine.js";

const MEMORY_VERSION = 1;

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

/** {read(), write(place, state), clear(), works()} under a name; with `wanted` false, nothing is ever kept. */
export function openMemory(scenario, name, wanted = true) {
  const probe = () => (localStorage.setItem(`${name}:essai`, ""), localStorage.removeItem(`${name}:essai`), true);
  let works = wanted && attempt(probe) === true;
  return {
    works: () => works,
    read: () => (wanted ? attempt(() => unpacked(scenario, JSON.parse(localStorage.getItem(name)))) : undefined),
    write(place, state) {
      if (!wanted) return;
      const text = JSON.stringify({ version: MEMORY_VERSION, place, state: state && packed(scenario, state) });
      works = attempt(() => (localStorage.setItem(name, text), true)) === true;
    },
    clear: () => attempt(() => localStorage.removeItem(name)),
  };
}

// Only what is not as at the beginning: twenty steps to undo stay small. A secret text is as if never typed.
function packed(scenario, { values, typed, past }) {
  const kept = (all) => ({
    values: Object.fromEntries(
      Object.entries(all.values).filter(
        ([name, value]) => value !== scenario.variables[name][0] && !(name in scenario.inputs && !isKept(scenario.inputs[name])),
      ),
    ),
    typed: Object.fromEntries(Object.entries(all.typed).filter(([name, text]) => text && isKept(scenario.inputs[name]))),
  });
  return { ...kept({ values, typed }), past: past.map((one) => ({ ...kept(one), by: one.by })) };
}

const isText = (value) => typeof value === "string";
const isTexts = (value) => Array.isArray(value) && value.every(isText);

// Throws on anything that this scenario cannot have written: the caller then starts afresh.
function unpacked(scenario, { version, place, state }) {
  if (version !== MEMORY_VERSION) throw new Error("version");
  const missions = new Set(scenario.missions.map(({ id }) => id));
  const known = (id) => missions.has(id);
  if (!isText(place.view) || !isTexts(place.trail) || !isTexts(place.done) || !isTexts(place.list)) throw new Error("place");
  return {
    place: {
      ...place,
      done: place.done.filter(known),
      list: place.list.filter(known),
      mission: known(place.mission) ? place.mission : null,
    },
    state: state ? restored(scenario, state) : null,
  };
}

function restored(scenario, { values, typed, past }) {
  const whole = (kept) => {
    for (const [name, value] of Object.entries(kept.values)) {
      if (!scenario.variables[name].includes(value)) throw new Error(name);
    }
    for (const [name, text] of Object.entries(kept.typed)) {
      if (!(name in scenario.inputs) || !isText(text)) throw new Error(name);
    }
    const first = startState(scenario, kept.values);
    return { values: first.values, typed: { ...first.typed, ...kept.typed } };
  };
  return { ...whole({ values, typed }), said: null, past: past.map((one) => ({ ...whole(one), by: String(one.by) })) };
}
