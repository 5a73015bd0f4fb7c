"""No family is left without paper once there are as many papers as families, and not one before."""

import numpy as np
import pytest
from page_side import press, taken

from liaison.essai.families_drawn import families_drawn
from liaison.essai.fiche import FICHE_FILE, Fiche
from widgets.essai import Essai
from widgets.essai.path import EssaiChange, EssaiFiles


@pytest.mark.parametrize(("feuilles", "without"), [(24, 1), (25, 0), (26, 0)])
def test_a_family_is_left_without_paper_until_each_has_its_paper(feuilles: int, without: int) -> None:
    fiche = Fiche(familles=25, feuilles=feuilles)
    assert fiche.sans_papier == without
    assert families_drawn(fiche, "classe").counts == ((25 - without, without, 0, 0),)
    assert FICHE_FILE.parse(fiche.as_file(), "la fiche") == fiche


def test_one_goes_from_the_bet_to_what_it_was_about_and_what_is_told_then_follows_the_setting() -> None:
    lab = Essai()
    path = lab.widget
    assert path.current == "parier"
    assert lab.results.widget.children == ()
    lab.bet.question.value = "quelques"
    press(lab.bet.place)
    assert path.current == "voir"
    assert lab.results.summary.text.startswith("5")
    lab.state.feuilles = 25
    assert lab.results.summary.tone == "bon"


def test_the_families_that_a_change_moves_are_ringed_beside_those_of_the_bet() -> None:
    lab = Essai()
    change = EssaiChange(lab.state)
    change.show()
    assert change.dots.widget.children == (change.dots.after,)
    change.feuilles.value = 22
    change.show()
    assert change.dots.before in change.dots.widget.children
    moved = np.frombuffer(change.dots.after.code, dtype=np.uint8) >= 16
    assert np.flatnonzero(moved).tolist() == [20, 21]


def test_the_file_that_one_leaves_with_says_what_is_set() -> None:
    lab = Essai()
    files = EssaiFiles(lab.state)
    lab.state.feuilles = 12
    name, _mime, content = taken(files.fiche)
    assert name == "fiche_de_feuilles.json"
    assert FICHE_FILE.parse(content, name) == Fiche(familles=25, feuilles=12)
