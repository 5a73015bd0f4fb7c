"""« Montrez-moi » : suivi pas à pas depuis le départ de chaque mission, il la finit, sur un appareil lent aussi."""

from __future__ import annotations

import json

from javascript import PHONE, PRACTICE, printed

from liaison.practice.compiled import compiled

MOST_STEPS = 40
# On this clock the search is a slow telephone's: each look at it is five thousandths of a second later.
FOLLOW = """
let now = 0;
globalThis.performance = { now: () => (now += 5) };
const followed = async (mission) => {
  let state = in_machine.startState(scenario, mission.start);
  for (let step = 0; step < MOST_STEPS; step++) {
    if (in_machine.holds(mission.goal, state.values)) return "finie";
    const event = await in_guide.nextStep(scenario, state.values, mission);
    if (!event) return `rien à montrer : ${state.values.ecran}`;
    state = in_machine.step(scenario, state, event);
  }
  return `pas finie : ${state.values.ecran}`;
};
(async () => {
  const found = {};
  for (const mission of scenario.missions) found[mission.id] = await followed(mission);
  console.log(JSON.stringify(found));
})();
"""


def test_what_is_shown_step_by_step_finishes_every_mission_on_a_slow_telephone_too() -> None:
    scenario = compiled("fr")
    guide, machine = ((folder / name).as_uri() for folder, name in ((PRACTICE, "guide.js"), (PHONE, "machine.js")))
    imports = f'import * as in_guide from "{guide}";\nimport * as in_machine from "{machine}";\n'
    given = f"const [scenario, MOST_STEPS] = [{json.dumps(scenario)}, {MOST_STEPS}];"
    found = json.loads(printed(f"{imports}{given}{FOLLOW}"))
    assert set(found) == {mission["id"] for mission in scenario["missions"]}
    assert {name: said for name, said in found.items() if said != "finie"} == {}
