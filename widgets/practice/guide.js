// « Montrez-moi »: the shortest way from here to the goal of a mission, and its first step.
import { effectOf, enterScreen, firstCase, holds, homeOf, pressable, visibleBlocks, visibleParts } from "./machine.js";

const MOST_STATES = 20000;
const LONGEST_MS = 180;
const CROSSROADS = ["menu", "seuil"];

/** The next event {kind, target, value} towards the goal, or null when none is found within bounds. */
export function nextStep(scenario, values, mission) {
  if (holds(mission.goal, values)) return null;
  const until = performance.now() + LONGEST_MS;
  // First without wandering into the other services: what they hold cannot matter to this one.
  return search(scenario, values, mission, worthwhile(scenario, mission), until) ?? search(scenario, values, mission, null, until);
}

// The screens where more than going back is worth trying: the mission's service, the doors, where one signs in.
function worthwhile(scenario, mission) {
  const lines = scenario.screens.menu.blocks.flatMap((block) => block.items ?? []);
  const entries = Object.fromEntries(lines.map((item) => [item.id, item.cases[0].go]));
  const others = Object.entries(entries).filter(([id, go]) => id !== `menu_${mission.service}` && !CROSSROADS.includes(go));
  const closed = new Set([...others.map(([, go]) => go), "menu"]);
  const found = new Set(["menu"]);
  const queue = ["seuil", mission.start.ecran, entries[`menu_${mission.service}`]].filter(Boolean);
  while (queue.length) {
    const name = queue.pop();
    if (found.has(name) || closed.has(name)) continue;
    found.add(name);
    for (const block of scenario.screens[name].blocks) {
      for (const one of [...(block.cases ?? []), ...(block.items ?? []).flatMap((item) => item.cases)]) {
        if (one.go) queue.push(one.go);
      }
    }
  }
  return { found, closed };
}

// Only what the search can change is copied and compared; all the rest is the prototype.
function movable(scenario, allowed) {
  const names = new Set(["ecran", "session"]);
  const take = (cases) => cases?.forEach((one) => Object.keys(one.set ?? {}).forEach((name) => names.add(name)));
  for (const name of allowed?.found ?? Object.keys(scenario.screens)) {
    take(scenario.screens[name].enter);
    for (const block of scenario.screens[name].blocks) {
      take(block.cases);
      block.items?.forEach((item) => take(item.cases));
      if (block.variable) names.add(block.variable);
      if (block.input) names.add(block.input);
    }
  }
  return [...names];
}

function search(scenario, values, mission, allowed, until) {
  const names = movable(scenario, allowed);
  const from = Object.create({ ...values });
  for (const name of names) from[name] = values[name];
  const keyOf = (one) => names.map((name) => one[name]).join();
  const seen = new Set([keyOf(from)]);
  let level = [{ values: from, first: null }];
  while (level.length) {
    const deeper = [];
    for (const { values: here, first } of level) {
      for (const [event, after] of successors(scenario, here, allowed)) {
        const key = keyOf(after);
        if (seen.has(key)) continue;
        if (holds(mission.goal, after)) return first ?? event;
        seen.add(key);
        if (seen.size > MOST_STATES || performance.now() > until) return null;
        deeper.push({ values: after, first: first ?? event });
      }
    }
    level = deeper;
  }
  return null;
}

function* successors(scenario, values, allowed) {
  if (!allowed || allowed.found.has(values.ecran)) {
    for (const [target, pressed] of Object.entries(pressable(scenario, values))) {
      const one = firstCase(pressed.cases, values);
      if (!one || allowed?.closed.has(one.go) && one.go !== "menu") continue;
      if (one.set || one.go) yield [{ kind: "press", target, value: "" }, effectOf(scenario, values, one).values];
    }
    for (const block of visibleBlocks(scenario, values)) {
      if (block.kind === "choice") {
        for (const { value } of visibleParts(block.options, values)) {
          yield [{ kind: "choose", target: block.variable, value }, own(values, block.variable, value)];
        }
      } else if (block.kind === "field") {
        const value = scenario.inputs[block.input].samples.bon;
        yield [{ kind: "type", target: block.input, value }, own(values, block.input, "bon")];
      }
    }
  }
  const { back } = scenario.screens[values.ecran];
  yield [{ kind: "back", target: "", value: "" }, enterScreen(scenario, values, back).values];
  yield [{ kind: "home", target: "", value: "" }, enterScreen(scenario, values, homeOf(values)).values];
}

const own = (values, name, value) => {
  const after = Object.assign(Object.create(Object.getPrototypeOf(values)), values);
  after[name] = value;
  return after;
};
