// « Montrez-moi »: a way from here to the goal of a mission, and its first step.
//
// The whole ENT has far too many states to search blindly. So first an easier question, in which nothing done is ever
// undone: what does each value cost to obtain, and by what? It gives the few things to do that matter for this goal;
// then a true search, on the real machine, tries those only.
import {
  effectOf,
  enterScreen,
  firstCase,
  holds,
  homeOf,
  pressable,
  visibleBlocks,
  visibleParts,
} from "../phone/machine.js";

// What is too much is counted in work done, never in time: a slow telephone finds what a fast one does, later.
const MOST_STATES = 20000;
const SLICE_MS = 40;
const deeds = new WeakMap();

/** The next event {kind, target, value} towards the goal, or null: none within bounds. The page is drawn meanwhile. */
export async function nextStep(scenario, values, mission) {
  const work = searches(scenario, values, mission);
  for (;;) {
    const until = performance.now() + SLICE_MS;
    do {
      const { done, value } = work.next();
      if (done) return value;
    } while (performance.now() < until);
    await new Promise((resolve) => setTimeout(resolve));
  }
}

function* searches(scenario, values, mission) {
  if (holds(mission.goal, values)) return null;
  const costs = yield* costsFrom(scenario, values);
  const tried = (plan) => search(scenario, values, mission, new Set([...plan, ...routesTo(scenario, plan)]));
  return (yield* tried(planFor(costs, mission.goal))) ??
    (yield* tried(planFor(costs, mission.goal, deedsOf(scenario))));
}

// The kinds of text that are tried in a field, each by its sample: a refusal may be what there is to see.
const samplesOf = (scenario, input) =>
  Object.entries(scenario.inputs[input].samples).filter(([, text]) => text != null);

// Everything that can ever be done: {key of the event, needs: [[condition, must it hold]], effects}.
function deedsOf(scenario) {
  if (!deeds.has(scenario)) {
    deeds.set(
      scenario,
      Object.entries(scenario.screens).flatMap(([name, screen]) => deedsIn(scenario, name, screen)),
    );
  }
  return deeds.get(scenario);
}

function deedsIn(scenario, name, screen) {
  const gathered = [];
  const here = [{ ecran: [name] }, true];
  const add = (key, effects, ...needs) =>
    gathered.push({
      key: `${name} ${key}`,
      screen: name,
      effects,
      needs: honest([here, ...needs.filter(([condition]) => condition)]),
    });
  const addCases = (key, cases, ...needs) =>
    cases.forEach((part, index) => {
      const before = cases.slice(0, index).map(({ when }) => [when, false]);
      add(key, { ...part.set, ...(part.go && { ecran: part.go }) }, ...needs, [part.when, true], ...before);
    });
  for (const block of screen.blocks) {
    const shown = [block.when, true];
    if (block.kind === "action") addCases(`press ${block.id}`, block.cases, shown);
    for (const item of block.items ?? []) addCases(`press ${item.id}`, item.cases, shown, [item.when, true]);
    for (const { value, when } of block.options ?? []) {
      add(`choose ${block.variable} ${value}`, { [block.variable]: value }, shown, [when, true]);
    }
    if (block.kind !== "field") continue;
    for (const [kind] of samplesOf(scenario, block.input)) {
      add(`type ${block.input} ${kind}`, { [block.input]: kind }, shown);
    }
  }
  // Entering is no event of its own: it only tells what a screen changes.
  addCases("enter", screen.enter ?? []);
  add("back", { ecran: screen.back });
  add("home", { ecran: "menu" }, [{ session: ["personne"] }, false]);
  add("home", { ecran: "seuil" }, [{ session: ["personne"] }, true]);
  return gathered;
}

// What must not hold is not avoided by giving up what must hold: leaving the account is no way to fill a form.
function honest(needs) {
  const held = needs.filter(([, wanted]) => wanted).map(([condition]) => condition);
  const forced = (name, values) =>
    held.some((part) => part[name] && name !== "any" && part[name].every((value) => values.includes(value)));
  return needs.map(([condition, wanted]) => {
    if (wanted) return [condition, wanted];
    const left = Object.entries(condition).filter(([name, part]) =>
      name === "any" || name === "not" || !forced(name, part)
    );
    return [Object.fromEntries(left), wanted];
  });
}

// The doors by which one comes back from the menu, or from the doorstep, to the screens of the plan.
function routesTo(scenario, plan) {
  /** @type {Map<string, any>} */
  const doors = new Map([["menu", null], ["seuil", null]]);
  const leading = deedsOf(scenario).filter(({ key, effects }) => effects.ecran && key.includes(" press "));
  for (const [screen] of doors) {
    for (const deed of leading) {
      if (deed.screen === screen && !doors.has(deed.effects.ecran)) doors.set(deed.effects.ecran, deed);
    }
  }
  const gathered = new Set();
  for (const { screen } of plan) {
    for (let deed = doors.get(screen); deed && !gathered.has(deed); deed = doors.get(deed.screen)) gathered.add(deed);
  }
  return gathered;
}

// What each value of each variable costs from here, and the deed by which: Map of "name value" to {cost, by}.
function* costsFrom(scenario, values) {
  const facts = new Map();
  for (const name in scenario.variables) facts.set(`${name} ${values[name]}`, { cost: 0, by: null });
  const costs = { facts, variables: scenario.variables };
  for (let again = true; again;) {
    again = false;
    yield;
    for (const deed of deedsOf(scenario)) {
      const cost = 1 + deed.needs.reduce((sum, [condition, wanted]) => sum + costOf(costs, condition, wanted).cost, 0);
      if (cost === Infinity) continue;
      for (const [name, value] of Object.entries(deed.effects)) {
        const key = `${name} ${value}`;
        if ((facts.get(key)?.cost ?? Infinity) <= cost) continue;
        facts.set(key, { cost, by: deed });
        again = true;
      }
    }
  }
  return costs;
}

const NEVER = { cost: Infinity, keys: [] };
const cheapest = (all) => all.reduce((best, part) => (part.cost < best.cost ? part : best), NEVER);
const together = (all) => ({
  cost: all.reduce((sum, { cost }) => sum + cost, 0),
  keys: all.flatMap(({ keys }) => keys),
});

const possible = (all) => ({
  ...cheapest(all),
  keys: all.filter(({ cost }) => cost < Infinity).flatMap(({ keys }) => keys),
});

// What it costs that a condition holds, or that it does not, and by which values: `either` chooses among those.
function costOf(costs, condition, wanted, either = cheapest) {
  const parts = Object.entries(condition).map(([name, part]) => {
    if (name === "not") return costOf(costs, part, !wanted, either);
    if (name === "any") return (wanted ? either : together)(part.map((inner) => costOf(costs, inner, wanted, either)));
    const values = wanted ? part : costs.variables[name].filter((value) => !part.includes(value));
    return either(
      values.map((value) => ({
        cost: costs.facts.get(`${name} ${value}`)?.cost ?? Infinity,
        keys: [`${name} ${value}`],
      })),
    );
  });
  return (wanted ? together : either)(parts);
}

// The deeds by which the goal is obtained when nothing is ever undone; with `all`, every other deed that also gives one
// of the values needed.
function planFor(costs, goal, all = []) {
  const plan = new Set();
  const either = all.length ? possible : cheapest;
  const queue = [...costOf(costs, goal, true, either).keys];
  const others = new Map();
  for (const deed of all) {
    for (const [name, value] of Object.entries(deed.effects)) {
      const key = `${name} ${value}`;
      others.set(key, [...(others.get(key) ?? []), deed]);
    }
  }
  const met = new Set();
  while (queue.length) {
    const key = queue.pop();
    if (met.has(key)) continue;
    met.add(key);
    const best = costs.facts.get(key)?.by;
    for (const deed of [best, ...(best ? (others.get(key) ?? []) : [])]) {
      if (!deed || plan.has(deed)) continue;
      plan.add(deed);
      if (deed === best) {
        for (const [condition, wanted] of deed.needs) queue.push(...costOf(costs, condition, wanted, either).keys);
      }
    }
  }
  return plan;
}

// Breadth first, by these deeds, « Retour » and « Menu ». Only what they change is copied and compared.
function* search(scenario, values, mission, plan) {
  const allowed = new Set([...plan].map(({ key }) => key));
  const screens = Object.values(scenario.screens).flatMap(({ enter = [] }) =>
    enter.flatMap(({ set = {} }) => Object.keys(set))
  );
  const names = [
    ...new Set(["ecran", "session", ...screens, ...[...plan].flatMap(({ effects }) => Object.keys(effects))]),
  ];
  const from = Object.create({ ...values });
  for (const name of names) from[name] = values[name];
  const keyOf = (part) => names.map((name) => part[name]).join();
  const seen = new Set([keyOf(from)]);
  for (let level = [{ values: from, first: null }]; level.length;) {
    const deeper = [];
    for (const { values: here, first } of level) {
      yield;
      for (const [event, after] of successors(scenario, here, allowed)) {
        const key = keyOf(after);
        if (seen.has(key)) continue;
        if (holds(mission.goal, after)) return first ?? event;
        seen.add(key);
        if (seen.size > MOST_STATES) return null;
        deeper.push({ values: after, first: first ?? event });
      }
    }
    level = deeper;
  }
  return null;
}

function* successors(scenario, values, allowed) {
  const screen = values.ecran;
  for (const [target, { cases }] of Object.entries(pressable(scenario, values))) {
    const part = allowed.has(`${screen} press ${target}`) && firstCase(cases, values);
    if (part?.set || part?.go) yield [{ kind: "press", target, value: "" }, effectOf(scenario, values, part).values];
  }
  for (const block of visibleBlocks(scenario, values)) {
    if (block.kind === "choice") {
      for (const { value } of visibleParts(block.options, values)) {
        const event = { kind: "choose", target: block.variable, value };
        if (allowed.has(`${screen} choose ${block.variable} ${value}`)) {
          yield [event, withValue(values, block.variable, value)];
        }
      }
    } else if (block.kind === "field") {
      for (const [kind, value] of samplesOf(scenario, block.input)) {
        const event = { kind: "type", target: block.input, value };
        if (allowed.has(`${screen} type ${block.input} ${kind}`)) yield [event, withValue(values, block.input, kind)];
      }
    }
  }
  yield [{ kind: "back", target: "", value: "" }, enterScreen(scenario, values, scenario.screens[screen].back).values];
  yield [{ kind: "home", target: "", value: "" }, enterScreen(scenario, values, homeOf(values)).values];
}

function withValue(values, name, value) {
  const after = Object.assign(Object.create(Object.getPrototypeOf(values)), values);
  after[name] = value;
  return after;
}
