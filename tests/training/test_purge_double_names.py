"""De deux noms de famille, on n'en signe souvent qu'un : il se retrouve, avec ce qui le précède et comme on l'écrit."""

from __future__ import annotations

import datetime as dt
from itertools import permutations

import pytest
from training.a_session import ANNE, BRUNO, NOON, drop, people_csv

from liaison.training.purge.name_search import NameSearch
from liaison.training.purge.purging import purge
from liaison.training.session.definition import SessionFolder

FAMILIES = {
    "Morel": ("Morel",),
    "d'Artagnan": ("d'Artagnan", "d’Artagnan", "D'ARTAGNAN", "Dartagnan", "Artagnan"),
    "N'Diaye": ("N'Diaye", "NDiaye", "ndiaye", "N Diaye"),
    "O'Connor": ("O'Connor", "Oconnor"),
    "de la Fontaine": ("de la Fontaine", "De La Fontaine", "La Fontaine", "Delafontaine", "Lafontaine", "Fontaine"),
    "Le Roux": ("Le Roux", "LEROUX", "le roux"),
    "van der Meer": ("van der Meer", "VANDERMEER", "Van der Meer"),
}


@pytest.mark.parametrize("capitals", [False, True], ids=["minuscules", "CAPITALES"])
@pytest.mark.parametrize(("one", "other"), list(permutations(FAMILIES, 2)))
def test_either_of_two_family_names_joined_by_a_hyphen_is_told(one: str, other: str, capitals: bool) -> None:
    family = f"{one}-{other}"
    line = f"Jeanne {family.upper() if capitals else family}"
    search = NameSearch([line])
    told = [
        text
        for written in (*FAMILIES[one], *FAMILIES[other], family)
        for text in (f"Bien à vous, Jeanne {written}.", f"{written} Jeanne (absente)")
        if search.finds(text) or search.doubted(text)
    ]
    assert len(told) == 2 * (len(FAMILIES[one]) + len(FAMILIES[other]) + 1)


@pytest.mark.parametrize("text", ["Jeanne d'Arc", "la fontaine, Jeanne", "d'un mot, de la cour", "Awa N'a rien dit"])
def test_what_only_begins_alike_is_not_told(text: str) -> None:
    search = NameSearch(["Jeanne D'ARTAGNAN-MOREL", "Marie DE LA FONTAINE-DURAND", "Awa N'DIAYE-BA"])
    assert not search.finds(text)
    assert not search.doubted(text)


def test_nothing_is_certified_while_one_of_the_two_names_is_there(place: SessionFolder) -> None:
    place.participants_file.write_bytes(people_csv({ANNE: "Jeanne D'ARTAGNAN-MOREL", BRUNO: "Bruno Imaginé"}))
    kept = drop(place.submitted, f"{ANNE}/01/reponses.json", b"Jeanne d'Artagnan")
    assert not purge(place, NOON + dt.timedelta(days=31)).certified
    assert kept.exists()


def test_a_name_of_endless_particles_is_sought_without_end() -> None:
    line = f"Jeanne {'de ' * 400}D'ARTAGNAN-{'-'.join(['MOREL', 'DE'] * 100)}"
    search = NameSearch([line])
    assert search.doubted("Jeanne d'Artagnan")
