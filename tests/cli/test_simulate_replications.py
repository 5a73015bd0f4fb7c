"""« liaison simulate --replications » : chaque chiffre avec ce que le hasard et les hypothèses y changent."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest


def test_replications_write_an_interval_for_every_figure_and_say_what_counts(
    liaison: Any, school: Any, tmp_path: Path
) -> None:
    words = ("simulate", "--school", school, "--policy", "tout_tout_de_suite", "--weeks", 1, "--seed", 7)
    result = liaison(*words, "--replications", 3, "--out", tmp_path / "a")
    assert result.exit_code == 0, result.output
    text = result.stdout.replace("\u00a0", " ")
    assert "Graines 7 à 9 : les 3 tirages vont d'un bout à l'autre du premier intervalle" in text
    assert "Celle qui compte le plus" in text
    rows = pd.read_csv(tmp_path / "a" / "incertitude.csv").set_index("chiffre")
    assert len(rows) > 60
    share = rows.loc["reach.share"]
    assert share["tirages"] == 3
    assert share["hypotheses_bas"] < share["moyenne"] < share["hypotheses_haut"]
    assert share["hypothese_qui_compte"] in text
    again = json.loads(liaison(*words, "--replications", 3, "--json").stdout)
    assert again["incertitude"]["graines"] == [7, 9]
    assert again["incertitude"]["chiffres"][0]["chiffre"] == rows.index[0]


@pytest.mark.parametrize(("count", "promised"), [(18, False), (19, True)])
def test_nine_chances_in_ten_are_promised_from_nineteen_draws_on(
    liaison: Any, school: Any, count: int, promised: bool
) -> None:
    words = ("simulate", "--school", school, "--policy", "equilibree", "--weeks", 1, "--replications", count)
    text = liaison(*words).stdout.replace("\u00a0", " ")
    assert ("une autre graine aurait neuf chances sur dix" in text) == promised
    assert ("--replications 19 ou plus" in text) != promised


def test_one_draw_says_no_interval_and_none_is_refused(liaison: Any, school: Any, tmp_path: Path) -> None:
    words = ("simulate", "--school", school, "--policy", "equilibree", "--weeks", 1)
    alone = liaison(*words, "--replications", 1, "--out", tmp_path / "b")
    assert alone.exit_code == 0
    assert "tirages" not in alone.stdout
    assert not (tmp_path / "b" / "incertitude.csv").exists()
    assert liaison(*words, "--replications", 0).exit_code == 2
    many = liaison("simulate", "--annuaire", "annuaire.csv", "--policy", "equilibree", "--replications", 2)
    assert many.exit_code == 2
    assert "--replications" in many.stderr
