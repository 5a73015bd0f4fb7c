"""Le menu dit combien de choses attendent dans chaque service : autant que de lignes marquées quand on l'ouvre."""

from __future__ import annotations

import pytest

from liaison.practice.compiled import compiled
from liaison.practice.machine import Machine, State, holds
from liaison.practice.model import ACCOUNTS, Item, Items
from liaison.practice.scenario import practice_scenario

SCENARIO = practice_scenario()
MACHINE = Machine(SCENARIO)
STARTS = [{}, *(mission.start for _, mission in SCENARIO.missions.values())]


def waiting(state: State, line: Item) -> int:
    return sum(all(holds(one, state.values) for one in conditions) for conditions in line.counts)


def marked(state: State) -> int:
    lines = [item for block in MACHINE.blocks(state) if isinstance(block, Items) for item in block.items]
    values = state.values
    return sum(bool(item.mark) and holds(item.when, values) and holds(item.mark_when, values) for item in lines)


@pytest.mark.parametrize("account", ACCOUNTS)
def test_the_menu_counts_what_the_service_marks_when_it_is_opened(account: str) -> None:
    told = 0
    for start in STARTS:
        menu = MACHINE.start({**start, "session": account, "ecran": "menu"})
        for service in SCENARIO.services:
            if account not in service.accounts:
                continue
            line = MACHINE.pressable(menu)[f"menu_{service.service}"]
            assert isinstance(line, Item)
            opened = MACHINE.start({**start, "session": account, "ecran": service.entry})
            assert waiting(menu, line) == marked(opened), (service.service, start)
            told += waiting(menu, line)
    assert told or account == "eleve"


def test_a_message_that_has_been_read_is_counted_no_more() -> None:
    line = MACHINE.pressable(MACHINE.start({"session": "responsable1", "ecran": "menu"}))["menu_messagerie"]
    assert isinstance(line, Item)
    counted = [
        waiting(MACHINE.start({"session": "responsable1", "ecran": "menu", "msg_delcourt": stage}), line)
        for stage in ("non_lu", "lu")
    ]
    assert counted[0] == counted[1] + 1


@pytest.mark.parametrize("code", ["fr", "ar", "tr"])
def test_the_count_has_its_words_in_the_page(code: str) -> None:
    made = compiled(code)
    lines = made["screens"]["menu"]["blocks"][0]["items"]
    assert "NOMBRE" in made["words"]["a-voir"]
    assert next(line for line in lines if line["id"] == "menu_messagerie")["counts"]
