"""No family is left without paper once there are as many copies as families, and not one before."""

import pytest

from liaison.essai.fiche import Fiche


@pytest.mark.parametrize(("copies", "without"), [(24, 1), (25, 0), (26, 0)])
def test_a_family_is_left_without_paper_until_each_has_its_copy(copies: int, without: int) -> None:
    assert Fiche(familles=25, copies=copies).sans_papier == without
