"""No family is left without paper once there are as many papers as families, and not one before."""

import pytest
from page_side import press

from liaison.essai.fiche import Fiche
from widgets.essai import Essai


@pytest.mark.parametrize(("feuilles", "without"), [(24, 1), (25, 0), (26, 0)])
def test_a_family_is_left_without_paper_until_each_has_its_paper(feuilles: int, without: int) -> None:
    assert Fiche(familles=25, feuilles=feuilles).sans_papier == without


def test_nothing_is_told_before_the_bet_and_what_is_told_then_follows_the_setting() -> None:
    lab = Essai()
    assert lab.results.widget.children == ()
    lab.bet.question.value = "quelques"
    press(lab.bet.place)
    assert lab.results.summary.text.startswith("5")
    lab.feuilles.value = 25
    assert lab.results.summary.tone == "bon"
