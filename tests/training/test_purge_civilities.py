"""A civility, a function or a second person beside a name in the list hides nobody from the search that erases."""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from training.a_session import ANNE, BRUNO, NOON, drop, people_csv

from app.cli.session_list import read_list
from liaison.training.purge.erasure import doubt
from liaison.training.purge.name_search import NameSearch
from liaison.training.purge.purging import purge
from liaison.training.session.definition import SessionFolder

AFTER = NOON + dt.timedelta(days=31)
GIVEN = ["Zoé", "Jean-Paul", "Léa", "Sophie", "Anne Marie"]
FAMILIES = ["DURAND", "Le Goff", "PETIT", "d'Alembert", "Özgür"]
CIVILITIES = ["Mme", "M.", "Madame", "Monsieur", "Mlle", "Mr", "Dr", "MME", "mme", ""]
# As an older version kept them, or as somebody writes them in participants.csv.
LISTED = ["{civility} {given} {family}", "{civility} {family} {given}", "{given} {civility} {family}"]
LISTED += ["{civility} {given} {family} (Lille)", "{given} {family} {civility}", "12 {family} {given}"]
LISTED += ["{civility} {given} {family} Principal", "{family}, {civility} {given}", "{given} {family}, CPE"]
LISTED += ["{civility} {given} {family} et Mme Inès Fictive", "M. Ali Fictif ou {civility} {given} {family}"]
TEXTS = [
    "Je suis {given} {family}.",
    "{family} {given} était là",
    "{family}, {given}",
    "vu par {civility} {given} {family}",
]


def bare(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


WRITTEN: list[Callable[[str], str]] = [str, str.upper, str.lower, bare]


def words_of(text: str) -> str:
    words = re.findall(r"[^\W_]+", bare(text).casefold())
    return f" {' '.join(words)} "


def in_lower_case(text: str) -> bool:
    return "," in text and any(word.islower() for word in re.findall(r"[^\W_]+(?=, )|(?<=, )[^\W_]+", text))


@given(
    given=st.sampled_from(GIVEN),
    family=st.sampled_from(FAMILIES),
    civility=st.sampled_from(CIVILITIES),
    listed=st.sampled_from(LISTED),
)
@example("Sophie", "DURAND", "Mme", LISTED[0])
@settings(max_examples=150, deadline=None)
def test_whatever_a_list_has_beside_a_name_it_is_found_in_every_order_and_writing(
    given: str, family: str, civility: str, listed: str
) -> None:
    parts = {"given": given, "family": family, "civility": civility}
    search = NameSearch([listed.format(**parts).strip()])
    for text in TEXTS:
        for written in WRITTEN:
            read = written(text.format(**parts))
            # « martin, zoé », as « une rose, blanche », is for a person to tell.
            assert search.doubted(read) if in_lower_case(read) else search.finds(read)


@pytest.mark.parametrize("listed", [LISTED[0], LISTED[2], LISTED[-1]])
def test_when_it_is_said_that_no_whole_name_is_left_none_is(place: SessionFolder, listed: str) -> None:
    parts = {"given": "Zoé", "family": "d'Alembert", "civility": "Mme"}
    place.participants_file.write_bytes(people_csv({ANNE: listed.format(**parts), BRUNO: "Bruno Imaginé"}))
    texts = [written(text.format(**parts)) for text in TEXTS for written in WRITTEN]
    for number, text in enumerate([*texts, "Je suis là."]):
        drop(place.submitted, f"{ANNE}/{number}/reponses.json", text.encode())
    drop(place.documents, "textes.csv", f"un;{texts[0]}".encode())
    proof = purge(place, AFTER)
    told = {one.path for one in proof.to_read if one.reason == doubt()}
    stays = {path.relative_to(place.root).as_posix(): path for path in place.root.rglob("*") if path.is_file()}
    left = [path.read_text(encoding="utf-8") for shown, path in stays.items() if shown not in told]
    whole = [words_of("Zoé d'Alembert"), words_of("d'Alembert Zoé")]
    assert proof.state == "fait"
    assert len(told) == 1  # « d'alembert, zoé », which may be two words of a sentence
    assert not proof.certified
    assert "Je suis là." in left
    assert not [one for one in left for name in whole if name in words_of(one)]


@pytest.mark.parametrize("listed", ["Mme DURAND", "DURAND", "Mme Sophie DURAND"])
@pytest.mark.parametrize("text", ["Bonjour, je suis là.", "Mme Petit, M. Roy", "Durer et Durant", "Mme la principale"])
def test_a_civility_or_a_function_alone_is_nobody(listed: str, text: str) -> None:
    search = NameSearch([listed])
    assert not search.finds(text)
    assert search.parts(f"Madame {text}") == search.parts(text)
    assert search.count == 1


@pytest.mark.parametrize("civility", ["Mme", "mme", "Madame", "MADAME"])
@pytest.mark.parametrize("listed", ["Mme DURAND", "DURAND", "Monsieur et Madame DURAND"])
def test_somebody_of_whom_one_word_is_known_is_found_with_a_civility_everywhere(listed: str, civility: str) -> None:
    assert NameSearch([listed]).finds(f"{civility} Durand est là")
    assert not NameSearch([listed]).finds("Durand est là")


def test_a_list_with_civilities_makes_a_session_without_and_says_so(place: SessionFolder) -> None:
    names = drop(place.root.parent, "m.txt", "Mme Sophie DURAND\nM. Jean BERGER\nMARTIN Zoé Mme\n".encode())
    told: list[str] = []
    people = read_list(names, None, told.append)
    assert [one.name for one in people] == ["Sophie DURAND", "Jean BERGER", "MARTIN Zoé"]
    assert "« Mme », lignes 1 et 3 ; « M. », ligne 2" in told[0].replace("\u00a0", " ")
