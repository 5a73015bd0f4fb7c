"""« Montrez-moi » : suivi pas à pas depuis le départ de chaque mission, il la finit, sur un appareil lent aussi."""

from __future__ import annotations

import json
import re
from functools import cache
from itertools import pairwise
from typing import Any

from javascript import PHONE, WIDGETS, printed

from liaison.practice.compiled import compiled

PRACTICE = WIDGETS / "practice"

MOST_STEPS = 40
# On this clock the search is a slow telephone's: each look at it is five thousandths of a second later.
FOLLOW = """
let now = 0;
globalThis.performance = { now: () => (now += 5) };
const followed = async (mission) => {
  let state = in_machine.startState(scenario, mission.start);
  const pressed = [];
  for (let step = 0; step < MOST_STEPS; step++) {
    if (in_machine.holds(mission.goal, state.values)) return { said: "finie", pressed };
    const event = await in_guide.nextStep(scenario, state.values, mission);
    if (!event) return { said: `rien à montrer : ${state.values.ecran}`, pressed };
    if (event.kind === "press") pressed.push(event.target);
    state = in_machine.step(scenario, state, event);
  }
  return { said: `pas finie : ${state.values.ecran}`, pressed };
};
(async () => {
  const found = {};
  for (const mission of scenario.missions) found[mission.id] = await followed(mission);
  console.log(JSON.stringify(found));
})();
"""


QUOTED = re.compile("«\u00a0(.*?)\u00a0»")
# Buttons that a hint names and the way shown does without: the list that opens by itself once a message is sent; what
# takes back a mistake.
DONE_WITHOUT = {("message_du_soir", "Messages envoyés"), ("orientation_saisir_voeu", "Vider la liste")}


@cache
def shown() -> dict[str, dict[str, Any]]:
    """What « Montrez-moi » shows of each mission: how it ended, and the buttons pressed, in order."""
    guide, machine = ((folder / name).as_uri() for folder, name in ((PRACTICE, "guide.js"), (PHONE, "machine.js")))
    imports = f'import * as in_guide from "{guide}";\nimport * as in_machine from "{machine}";\n'
    given = f"const [scenario, MOST_STEPS] = [{json.dumps(compiled('fr'))}, {MOST_STEPS}];"
    found: dict[str, dict[str, Any]] = json.loads(printed(f"{imports}{given}{FOLLOW}"))
    return found


def buttons() -> dict[str, str]:
    """What each button of the practice ENT says, by its name."""
    blocks = [block for screen in compiled("fr")["screens"].values() for block in screen["blocks"]]
    parts = [part for block in blocks for part in (block.get("items") or [block])]
    return {part["id"]: part["text"] for part in parts if "id" in part}


def test_what_is_shown_step_by_step_finishes_every_mission_on_a_slow_telephone_too() -> None:
    assert set(shown()) == {mission["id"] for mission in compiled("fr")["missions"]}
    assert {name: one["said"] for name, one in shown().items() if one["said"] != "finie"} == {}


def test_what_is_shown_is_what_the_hints_say_in_their_order_so_one_reads_before_one_declares() -> None:
    says = buttons()
    faults = []
    for mission in compiled("fr")["missions"]:
        pressed = [says[name] for name in shown()[mission["id"]]["pressed"]]
        named = dict.fromkeys(words for hint in mission["hints"] for words in QUOTED.findall(hint))
        wanted = [words for words in named if words in says.values() and (mission["id"], words) not in DONE_WITHOUT]
        faults += [(mission["id"], words, "absent") for words in wanted if words not in pressed]
        places = [(pressed.index(words), words) for words in wanted if words in pressed]
        faults += [(mission["id"], words, "trop tôt") for (before, _), (at, words) in pairwise(places) if at < before]
    assert faults == []
