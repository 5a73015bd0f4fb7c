"""Un texte sans accents ni majuscules : une fonction par chose à garder, et un seul endroit qui retire les accents."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.base.languages import french_name, of_families, word_of
from liaison.base.letters import folded, in_ascii, key, normal, slug, unaccented
from liaison.base.tables import plain
from liaison.diagnostic.publication.school_register import identity
from liaison.training.purge.line_words import folded_words
from liaison.training.session.definition import Participant
from widgets.kit import file_stem


@pytest.mark.parametrize(
    ("text", "without_accents", "without_capitals", "ascii_signs", "name"),
    [
        ("Élève", "Eleve", "eleve", "Eleve", "eleve"),
        ("Sacré-Cœur", "Sacre-Cœur", "sacre-coeur", "Sacre-Cur", "sacre_coeur"),
        ("  L'Haÿ  ", "  L'Hay  ", "  l'hay  ", "  L'Hay  ", "l_hay"),
        ("Straße", "Straße", "strasse", "Strae", "strasse"),
        ("REP +", "REP +", "rep +", "REP +", "rep"),
        ("日本", "日本", "日本", "", ""),
        ("مُدَرِّس", "مدرس", "مدرس", "", ""),
        ("हिन्दी", "हिन्दी", "हिन्दी", "", ""),
    ],
)
def test_each_way_to_bare_a_text_keeps_what_it_says(
    text: str, without_accents: str, without_capitals: str, ascii_signs: str, name: str
) -> None:
    assert (unaccented(text), folded(text), in_ascii(text), slug(text)) == (
        without_accents,
        without_capitals,
        ascii_signs,
        name,
    )


@given(st.text())
def test_a_text_bared_twice_is_a_text_bared_once(text: str) -> None:
    assert slug(slug(text)) == slug(text)
    assert in_ascii(in_ascii(text)) == in_ascii(text)


@given(st.text(alphabet="aéÉœŒçàï -'’", min_size=1))
def test_the_same_word_is_the_same_however_its_accents_are_coded(text: str) -> None:
    apart, whole = unicodedata.normalize("NFD", text), unicodedata.normalize("NFC", text)
    for bared in (unaccented, folded, in_ascii, slug, normal, key, plain, file_stem, folded_words):
        assert bared(apart) == bared(whole)


def test_a_joined_letter_is_two_wherever_words_are_compared_or_named() -> None:
    assert normal("Cœur") == key("C.œ.u.r") == plain("CŒUR") == file_stem("cœur") == folded_words("Cœur") == "coeur"
    assert Participant(name="Zoé Œuvrard", family="Œuvrard").sorted_by < Participant(name="A Oz", family="Oz").sorted_by


def test_a_more_is_kept_where_it_tells_two_things_apart() -> None:
    assert plain("REP +") == "rep_plus" != plain("REP")
    assert normal("3+") == "3 plus" != normal("3")


def test_what_files_of_before_hold_is_written_the_same() -> None:
    """A register is found by the name of its school: « œ » was lost in it, and still is."""
    assert identity("Collège du Sacré-Cœur") == "college_du_sacre_cur"
    for code in of_families().in_questionnaire:
        former = unicodedata.normalize("NFD", french_name(code)).encode("ascii", "ignore").decode("ascii")
        assert word_of(code) == former
