"""Une adresse électronique, un numéro de téléphone ont une forme, dans une liste comme dans un texte libre."""

import pytest

from liaison.personal.contacts import EMAIL, contact_in


@pytest.mark.parametrize("address", ["parent@exemple.fr", "p.x+1@sous.exemple.org"])
def test_an_address_is_one_for_every_reader(address: str) -> None:
    assert EMAIL.fullmatch(address)
    assert contact_in([f"écrire à {address}, le soir"]) == ("une adresse électronique", 1)


@pytest.mark.parametrize("text", ["a@b", "@exemple.fr", "deux@exemple.fr;trois@exemple.fr", "<p@exemple.fr>", "p@x.f"])
def test_what_is_not_one_whole_address_is_none(text: str) -> None:
    assert not EMAIL.fullmatch(text)


@pytest.mark.parametrize("text", ["06 12 34 56 78", "+33612345678", "le soir : 01.23.45.67.89"])
def test_a_telephone_number_is_seen(text: str) -> None:
    assert contact_in([text]) == ("un numéro de téléphone", 1)
