"""`liaison simulate --replications` : ce que le hasard et les hypothèses changent à chaque chiffre."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from app.cli.output import print_table, say
from liaison.base.numbers import percent
from liaison.base.sentences import french_beside
from liaison.base.tables import OPEN_DATA, table_csv
from liaison.messaging.policy.policy import Policy
from liaison.messaging.reading.uncertainty import ENOUGH_DRAWS, Explored, Interval, Trial, explored, replicated
from liaison.messaging.traffic.hypotheses import SimulationHypotheses

phrase = french_beside(__file__)


DOUBT_FILE = "incertitude.csv"
SHOWN = {"reach.share": "informees", "left_out.share": "laissees"}
BARS = 5


@dataclass(frozen=True)
class Doubted:
    """The interval of each figure over the draws, and its span over the hypotheses."""

    seeds: tuple[int, int]
    intervals: dict[str, Interval]
    hypotheses: Explored

    def rows(self) -> list[dict[str, Any]]:
        """Return one row per figure that the first draw has."""
        rows = []
        for name in sorted(self.hypotheses.usual):
            chance, span = self.intervals[name], self.hypotheses.span(name)
            rows.append(
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
        return rows

    def write(self, folder: Path) -> None:
        """Write the rows in the folder."""
        table = pd.DataFrame(self.rows())
        written = table_csv(table, OPEN_DATA, kind="incertitude-d-une-simulation", index=False)
        (folder / DOUBT_FILE).write_bytes(written)

    def dump(self) -> dict[str, Any]:
        """Return the same for a machine."""
        return {"graines": list(self.seeds), "chiffres": self.rows()}

    def show(self) -> None:
        """Print both intervals of the main figures, and the hypotheses that move the first one most."""
        say(self._chance())
        say(phrase("des-hypotheses"))
        lines = []
        for name, word in SHOWN.items():
            chance, span = self.intervals[name], self.hypotheses.span(name)
            label, by = phrase(f"chiffre-{word}"), span.by or phrase("aucune-hypothese")
            lines.append((label, _between(chance.low, chance.high), _between(span.low, span.high), by))
        print_table(
            [phrase(f"colonne-{column}") for column in ("chiffre", "hasard", "hypotheses", "celle-qui-compte")], lines
        )
        bars = self.hypotheses.bars("reach.share")[:BARS]
        rows = [
            (bar.range.label, percent(bar.at_low, most=1, least=1), percent(bar.at_high, most=1, least=1))
            for bar in bars
        ]
        print_table(
            [phrase(f"colonne-{column}") for column in ("informees-selon", "au-plus-bas", "au-plus-haut")], rows
        )

    def _chance(self) -> str:
        draws = self.seeds[1] - self.seeds[0] + 1
        seeds = {"first": str(self.seeds[0]), "last": str(self.seeds[1])}
        if draws >= ENOUGH_DRAWS:
            return phrase("assez-de-tirages", **seeds)
        return phrase("trop-peu-de-tirages", **seeds, draws=draws, enough=ENOUGH_DRAWS)


def doubted(trial: Trial, policy: Policy, replications: int, hypotheses: SimulationHypotheses | None) -> Doubted:
    """Return what chance and each hypothesis change, from the trial's seed on."""
    seeds = (trial.seed, trial.seed + replications - 1)
    return Doubted(seeds, replicated(trial, policy, replications, hypotheses), explored(trial, policy, hypotheses))


def _between(low: float, high: float) -> str:
    return phrase("de-a", low=percent(low, most=1, least=1), high=percent(high, most=1, least=1))
