"""Comment une personne s'écrit est dit une fois : chercher un nom et lire une liste connaissent les mêmes mots."""

import pytest

from liaison.diagnostic.own.may_name import may_name, title_may_name
from liaison.personal.civility import BEFORE_A_NAME, CIVILITIES, calls_somebody, parted
from liaison.personal.family_names import family_in
from liaison.personal.identifying import names_somebody
from liaison.personal.widespread_names import is_widespread_name

CALLED = ["Voir Dr Martin", "Melle Martin", "Messieurs Durand", "Maître Blanc", "Me Blanc", "MM. Durand et Noir"]
CALLED += ["Mlles Durand", "Mesdemoiselles Durand", "Mesdames Noir", "M. Noir", "Mr. Noir", "chez mme Noir"]
CALLED += ["Señora García", "Pr Blanc", "docteur Blanc", "MADAME NOIR"]


@pytest.mark.parametrize("answer", CALLED)
def test_every_reader_sees_that_a_civility_calls_somebody(answer: str) -> None:
    assert names_somebody([answer, "Oui", "Non"]) == "nomme une personne"
    assert may_name(answer)
    assert title_may_name(answer)


@pytest.mark.parametrize(
    "answer",
    [
        *("Par SMS", "Au CDI", "Un PC", "Ne pas me Rappeler", "ME RAPPELER", "Taille M", "5 MM D'ÉPAISSEUR", "Docteur"),
        *("mon docteur", "LE MAITRE DE CP", "Le maître de la classe", "Mademoiselle", "Bay", "Plus pr Blanc"),
    ],
)
def test_what_calls_nobody_does_not(answer: str) -> None:
    assert not calls_somebody(answer)


def test_a_family_name_that_is_a_civility_too_is_not_taken_out_of_a_list() -> None:
    assert parted(["Mme", "Zoé", "Martin"]) == (["Mme"], ["Zoé", "Martin"])
    for name in ("MAITRE", "Bay", "Sir"):
        assert parted([name, "Zoé"]) == ([], [name, "Zoé"])
    assert BEFORE_A_NAME | {"m", "me"} > CIVILITIES


@pytest.mark.parametrize("particle", ["ten", "ter", "ibn", "abu", "aït", "ait", "bint", "do"])
def test_a_particle_leads_a_family_name_on_for_every_reader(particle: str) -> None:
    assert family_in(["Zoé", particle, "Martin"], "fin") == f"{particle} Martin"
    assert is_widespread_name(f"{particle} Martin Léa")
    assert not is_widespread_name(particle)
