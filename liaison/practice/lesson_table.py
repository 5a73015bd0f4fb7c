"""Les missions de l'ENT d'entraînement comme la leçon les groupe : une ligne par mission, des mots français."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from liaison.base.languages import FRENCH
from liaison.practice.compiled import wording
from liaison.practice.explore import back_on_track, gestures
from liaison.practice.machine import Machine, State
from liaison.practice.scenario import practice_scenario


def missions_in_french() -> pd.DataFrame:
    """Return one row for each mission: what it asks, its service, its minutes, its gestures, and what each faces.

    `Gestes` counts those of the shortest way; `Choix`, on average, what can be touched at each of them; « Rattrapée »:
    whether after a first wrong press, « Retour » then the same way finish it.
    """
    scenario, sentence = practice_scenario(), wording(FRENCH)
    rows = []
    for name, (service, mission) in scenario.missions.items():
        possible = gestures(scenario, name)
        rows.append(
            {
                "Mission": sentence(f"mission-{name}"),
                "Service": sentence(f"{service.service}-nom"),
                "Minutes": mission.minutes,
                "Gestes": len(possible),
                "Choix": sum(possible) / len(possible),
                "Rattrapée": back_on_track(scenario, name),
            }
        )
    return pd.DataFrame(rows)


def menus_in_french(accounts: Sequence[str]) -> pd.DataFrame:
    """Return one row for each service, and a column for each account: whether its menu offers it."""
    scenario, sentence = practice_scenario(), wording(FRENCH)
    machine = Machine(scenario)
    offered = {
        sentence(f"commun-compte-{account}"): machine.pressable(machine.start({"ecran": "menu", "session": account}))
        for account in accounts
    }
    return pd.DataFrame(
        [
            {
                "Service": sentence(f"{service.service}-nom"),
                **{name: f"menu_{service.service}" in menu for name, menu in offered.items()},
            }
            for service in scenario.services
            if any(f"menu_{service.service}" in menu for menu in offered.values())
        ]
    )


def screen_in_french(state: State) -> str:
    """Return the title of the screen where somebody is."""
    screen = state.values["ecran"]
    title = next(service.screens[screen].title for service in practice_scenario().services if screen in service.screens)
    return wording(FRENCH)(title)
