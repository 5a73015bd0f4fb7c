"""La page dit des faits publiés ce que le modèle donne, et une entrée n'y passe pas pour un résultat."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from published_facts import Fact, facts, table

PAGE = Path(__file__).parents[2] / "docs/modele_messagerie.md"


@pytest.fixture(scope="module")
def found() -> list[Fact]:
    return facts()


def test_the_page_says_what_the_command_prints(found: list[Fact]) -> None:
    assert table(found) in PAGE.read_text(encoding="utf-8"), "refaire le tableau : python -m tests.published_facts"


def test_an_input_is_never_called_a_prediction(found: list[Fact]) -> None:
    roles = {one.fact: one.role for one in found}
    assert {role.split(" ")[0].strip(",") for role in roles.values()} == {"entrée", "prédiction", "absent"}
    assert all(role.startswith("entrée") for fact, role in roles.items() if "inscription" in fact or "comptes" in fact)
    assert all(one.gap for one in found)


def test_the_model_does_not_predict_that_calls_fall_within_the_week(found: list[Fact]) -> None:
    """The day the model learns it, this line of the page has to say so."""
    calls = next(one for one in found if "appels" in one.fact)
    monday, friday = (int(share) for share in re.findall(r"(\d+) %", calls.model))
    assert abs(monday - friday) <= 3
