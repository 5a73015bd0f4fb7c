"""`liaison simulate --replications` : ce que le hasard et les hypothèses changent à chaque chiffre."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from app.cli.output import print_table, say
from liaison.base.numbers import percent
from liaison.base.tables import OPEN_DATA, table_csv
from liaison.messaging.hypotheses import Hypotheses
from liaison.messaging.policy import Policy
from liaison.messaging.uncertainty import ENOUGH_DRAWS, Explored, Interval, Trial, explored, replicated

DOUBT_FILE = "incertitude.csv"
SHOWN = {"reach.share": "Informées à temps", "left_out.share": "Familles laissées dehors"}
BARS = 5


@dataclass(frozen=True)
class Doubted:
    """The interval of each figure over the draws, and its span over the hypotheses."""

    seeds: tuple[int, int]
    intervals: dict[str, Interval]
    hypotheses: Explored

    def rows(self) -> list[dict[str, Any]]:
        """Return one row per figure that the first draw has."""
        found = []
        for name in sorted(self.hypotheses.usual):
            chance, span = self.intervals[name], self.hypotheses.span(name)
            found.append(
                {
                    "chiffre": name,
                    "tirages": chance.draws,
                    "moyenne": chance.mean,
                    "hasard_bas": chance.low,
                    "hasard_haut": chance.high,
                    "hypotheses_bas": span.low,
                    "hypotheses_haut": span.high,
                    "hypothese_qui_compte": span.by or "",
                }
            )
        return found

    def write(self, folder: Path) -> None:
        """Write the rows in the folder."""
        (folder / DOUBT_FILE).write_bytes(table_csv(pd.DataFrame(self.rows()), OPEN_DATA, index=False))

    def dump(self) -> dict[str, Any]:
        """Return the same for a machine."""
        return {"graines": list(self.seeds), "chiffres": self.rows()}

    def show(self) -> None:
        """Print both intervals of the main figures, and the hypotheses that move the first one most."""
        say(f"Graines {self.seeds[0]} à {self.seeds[1]} : {self._chance()}")
        say("Le second est celui des hypothèses, chacune seule d'un bout à l'autre de sa fourchette.")
        lines = []
        for name, label in SHOWN.items():
            chance, span = self.intervals[name], self.hypotheses.span(name)
            lines.append((label, _between(chance.low, chance.high), _between(span.low, span.high), span.by or "aucune"))
        print_table(["Chiffre", "Hasard", "Hypothèses", "Celle qui compte le plus"], lines)
        bars = self.hypotheses.bars("reach.share")[:BARS]
        rows = [
            (bar.range.label, percent(bar.at_low, most=1, least=1), percent(bar.at_high, most=1, least=1))
            for bar in bars
        ]
        print_table(["Informées à temps, selon", "Au plus bas de sa fourchette", "Au plus haut"], rows)

    def _chance(self) -> str:
        draws = self.seeds[1] - self.seeds[0] + 1
        if draws >= ENOUGH_DRAWS:
            return "une autre graine aurait neuf chances sur dix de tomber dans le premier intervalle."
        return (
            f"les {draws} tirages vont d'un bout à l'autre du premier intervalle, et un autre pourrait en sortir. "
            f"Avec --replications {ENOUGH_DRAWS} ou plus, un autre aurait neuf chances sur dix d'y tomber."
        )


def doubted(trial: Trial, policy: Policy, replications: int, hypotheses: Hypotheses | None) -> Doubted:
    """Return what chance and each hypothesis change, from the trial's seed on."""
    seeds = (trial.seed, trial.seed + replications - 1)
    return Doubted(seeds, replicated(trial, policy, replications, hypotheses), explored(trial, policy, hypotheses))


def _between(low: float, high: float) -> str:
    return f"de {percent(low, most=1, least=1)} à {percent(high, most=1, least=1)}"
