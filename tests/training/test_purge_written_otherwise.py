"""Un nom se retrouve comme une personne le lit, quelle que soit la façon dont un programme l'a écrit."""

import datetime as dt
import json
import sqlite3
from contextlib import closing

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from training.a_session import ANNE, BRUNO, NOON, drop, people_csv

from liaison.readers.readable_text import forms_of
from liaison.training.purge.name_search import NameSearch
from liaison.training.purge.purging import purge
from liaison.training.session.definition import SessionFolder

AFTER = NOON + dt.timedelta(days=31)
NAMES = ["Zoé Martin", "Luc PETIT", "Li WU", "Anne Roy", "Jean-Luc LE GOFF", "Pat O'BRIEN"]
BETWEEN = [" ", "\n", "\r\n", "\n\n", "\t", "\u00a0", "\u2028", "\v", "\f", " \n "]
names = st.sampled_from(NAMES)
gaps = st.text(st.sampled_from("".join(BETWEEN)), min_size=1, max_size=3)
before = st.sampled_from(["", "…mardi à 18 h.", "Bien à vous,", "merci", "n", "C:"])


def found(name: str, text: str) -> bool:
    search = NameSearch([name])
    return any(search.finds(form) for form in forms_of(text))


def told(name: str, text: str) -> bool:
    search = NameSearch([name])
    return any(search.finds(form) or search.doubted(form) for form in forms_of(text))


def notebook(text: str) -> dict[str, object]:
    cell = {"cell_type": "code", "source": text.splitlines(keepends=True), "outputs": []}
    return {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


@given(name=names, head=before, start=gaps, between=gaps, depth=st.integers(1, 3), plain=st.booleans(), ends=gaps)
@example("Zoé Martin", "mardi à 18 h.", "\n", " ", 1, True, "\n")
@example("Li WU", "mardi.", "\n\n", "\n", 2, False, "\n")
@settings(max_examples=150, deadline=None)
def test_a_name_on_a_line_of_its_own_is_found_in_json_as_often_as_it_is_quoted(
    name: str, head: str, start: str, between: str, depth: int, plain: bool, ends: str
) -> None:
    signed = between.join(name.split(" ", 1))
    written: object = f"{head}{start}{signed}{ends}n"
    kept = json.dumps(notebook(f"{head}{start}{signed}{ends}n"), ensure_ascii=plain)
    for _ in range(depth):
        written = json.dumps({"texte": written}, ensure_ascii=plain)
    for text in (str(written), kept, json.dumps({"carnet": kept}), str(written)[:-2]):
        assert found(name, text)
        assert not found("Paul Personne", text)


def test_what_is_json_to_its_bottom_or_almost_is_read_and_breaks_nothing() -> None:
    assert found("Zoé Martin", "[" * 200_000 + r'"x\nZoé Martin')
    assert found("Zoé Martin", '{"a": "x\\nZoé Martin", "a": 1}')
    assert found("Zoé Martin", '{"nom": "Martin", "prenom": "Zoé"}')
    assert not found("Zoé Martin", '{"a": "vue à martin", "b": "zoé, oui", "c": "n"}')


GLUED = [
    ("Zoé Martin", "zoemartin"),
    ("Zoé Martin", "zoemartin@free.fr"),
    ("Zoé Martin", "MartinZoe2"),
    ("Zoé Martin", "p3_zoemartin.txt"),
    ("Li WU", "LiWU"),
    ("Anne ROY", "ROYANNE"),
    ("Anne Marie DUBOIS", "ZoeMartin, AnneMarie"),
]
APOSTROPHES = [
    ("Pat O'BRIEN", "Pat OBrien"),
    ("Pat OBRIEN", "Pat O\u2019Brien"),
    ("Luc D'HONT", "Luc Dhont"),
    ("Jean-Luc ROY", "JeanLuc Roy"),
    ("Yann LE GOFF", "Legoff Yann"),
]


@pytest.mark.parametrize(("name", "text"), GLUED)
def test_a_short_name_in_one_word_is_for_a_person_to_look_at(name: str, text: str) -> None:
    search = NameSearch([name])
    assert search.doubted(text)
    assert not search.finds(text)
    assert not search.doubted(f"x{text}".replace("_", "x").replace(", ", "x"))


@pytest.mark.parametrize(("name", "text"), APOSTROPHES)
def test_what_joins_a_name_or_not_is_the_same_name(name: str, text: str) -> None:
    assert NameSearch([name]).finds(text)
    assert not NameSearch([name]).finds(f"x{text[1:]}")


CUTS = ["\u00ad", "\u200b", "\u200d", "\u2060", "-\n", "-\r\n  ", "\u2010\n"]


@pytest.mark.parametrize("cut", CUTS, ids=ascii)
def test_what_cuts_a_word_without_being_read_does_not_hide_a_name(cut: str) -> None:
    assert found("Zoé Martin", f"vu par Zoé Mar{cut}tin hier")
    assert found("Zoé Martin", json.dumps({"texte": f"vu par Zoé Mar{cut}tin hier"}))
    assert not found("Zoé Martin", f"vu par Zoé Mar{cut}in hier")


@pytest.mark.parametrize(
    "text",
    [
        "Zoé Mar&shy;tin",
        "<w:r><w:t>Zoé</w:t><w:tab/><w:t>Mar</w:t></w:r><w:r><w:t>tin</w:t></w:r>",
        "<p>Zoé<br>Mar<b>t</b>in</p>",
        "<text:p>Zoé<text:tab/>Mar<text:span>tin</text:span></text:p>",
        "<tr><td>Mar<i>tin</i></td><td>Zoé</td></tr>",
    ],
)
def test_a_tag_that_cuts_a_word_and_one_between_two_words_are_told_apart(text: str) -> None:
    assert found("Zoé Martin", text)
    assert not found("Zoé Marin", text)


SENTENCES = [
    ("Rose BLANC", "un fond blanc. Rose sur le bord"),
    ("Claire FONTAINE", "l'eau est claire, fontaine ou non"),
    ("Claire FONTAINE", "« claire ? » fontaine ou non"),
]


@pytest.mark.parametrize(("name", "text"), SENTENCES)
def test_the_end_of_a_sentence_between_two_words_is_doubted_and_erases_nothing(name: str, text: str) -> None:
    search = NameSearch([name])
    assert (search.finds(text), search.doubted(text)) == (False, True)
    assert search.replaced(text) == text


@pytest.mark.parametrize(
    "text", ["BLANC, Rose", "rose blanc", "rose.blanc@free.fr", "Rose. Blanc", "un. rose blanc. x"]
)
def test_a_name_with_a_sign_that_ends_no_sentence_is_sure(text: str) -> None:
    assert NameSearch(["Rose BLANC"]).finds(text)
    assert "lanc" not in NameSearch(["Rose BLANC"]).replaced(text)


def test_a_copy_signed_on_a_line_of_its_own_goes(place: SessionFolder) -> None:
    place.participants_file.write_bytes(people_csv({ANNE: "Li WU", BRUNO: "Bruno Imaginé"}))
    signed = drop(place.submitted, f"{ANNE}/01/reponses.json", json.dumps({"texte": "mardi.\n\nLi\nWU"}).encode())
    book = json.dumps(notebook("Mardi.\nLi WU")).encode()
    marked = drop(place.root, f"autograded/{ANNE}/01/exercice.ipynb", book)
    other = drop(place.submitted, f"{BRUNO}/01/reponses.json", json.dumps({"texte": "mardi.\nvue"}).encode())
    assert purge(place, AFTER).certified
    assert (signed.exists(), marked.exists(), other.exists()) == (False, False, True)


def test_a_name_in_json_in_a_cell_of_a_base_is_taken_out(place: SessionFolder) -> None:
    place.participants_file.write_bytes(people_csv({ANNE: "Li WU", BRUNO: "Bruno Imaginé"}))
    with closing(sqlite3.connect(place.root / "gradebook.db")) as base, base:
        base.execute("CREATE TABLE cell (source TEXT)")
        base.execute("INSERT INTO cell VALUES (?)", (json.dumps({"texte": "mardi.\nLi WU"}),))
    assert purge(place, AFTER).certified
    with closing(sqlite3.connect(place.root / "gradebook.db")) as base:
        assert base.execute("SELECT source FROM cell").fetchall() == [("[nom effacé]",)]
