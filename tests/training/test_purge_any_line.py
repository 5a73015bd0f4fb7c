"""Whatever a line of the list writes around its names, known to the suite or invented, the erasure looks for them."""

import datetime as dt
import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from training.a_session import ANNE, BRUNO, NOON, drop, people_csv
from typer.testing import CliRunner

from app.cli import app as cli
from app.cli import session_purging
from liaison.training.purge.erasure import doubt, read_erasure
from liaison.training.purge.name_search import NameSearch
from liaison.training.purge.purging import purge
from liaison.training.session.definition import SessionFolder

AFTER = NOON + dt.timedelta(days=31)
GIVEN = ["Zoé", "Jean-Paul", "Léa", "Anne Marie", "Jo"]
FAMILIES = ["DURAND", "Le Goff", "PETIT-JEAN", "d'Alembert", "Özgür", "WU"]
# Those of an invented word are never in a list of ours: the search is not to depend on one.
AROUND = ["Mme", "M.", "Melle", "Me", "Vve", "Mrs", "Xlle", "Zgr.", "QQ", "Sénéchale", ""]
GLUE = [" ", ".", " . ", "\u00a0"]
SECOND = ["née", "ép.", "veuve", "dite", "alias", "xyz", "(", "/", "ex-"]
BETWEEN = ["/", "+", "&", "et", "avec", ";", ",", " - ", "|", "und"]
around, glue, second, between = map(st.sampled_from, (AROUND, GLUE, SECOND, BETWEEN))
people = st.tuples(st.sampled_from(GIVEN), st.sampled_from(FAMILIES), st.booleans())


def written(person: tuple[str, str, bool]) -> str:
    first, last, turned = person
    return f"{last} {first}" if turned else f"{first} {last}"


def told(line: str, text: str) -> bool:
    """Return whether a text is erased, or named to whoever has to read it: what the certificate must not pass over."""
    search = NameSearch([line])
    return search.finds(text) or search.doubted(text)


@given(person=people, civility=around, glue=glue, text=st.booleans())
@example(("Luc", "MARTIN", True), "M", ".", False)
@example(("Anne", "PETIT-JEAN", True), "Melle", " ", False)
@example(("Paul", "LEROY", True), "Me", " ", False)
@settings(max_examples=250, deadline=None)
def test_a_name_behind_any_word_is_found_in_both_orders(
    person: tuple[str, str, bool], civility: str, glue: str, text: bool
) -> None:
    line = f"{civility}{glue}{written(person)}"
    read = f"Bonjour, je suis {written((*person[:2], text))}, merci."
    assert NameSearch([line]).finds(read)
    assert not told(line, "Bonjour, je suis là, merci.")


@given(person=people, other=st.sampled_from(["MARTIN", "Roux", "LE BRAS"]), mark=second, civility=around)
@example(("Sophie", "DURAND", True), "MARTIN", "(", "")
@settings(max_examples=250, deadline=None)
def test_either_family_name_of_somebody_who_has_two_is_found(
    person: tuple[str, str, bool], other: str, mark: str, civility: str
) -> None:
    first, last, turned = person
    line = f"{civility} {last} {mark} {other} {first}" if turned else f"{civility} {first} {last} {mark} {other}"
    for family in (last, other):
        assert told(line, f"vu par {first} {family} hier")
        assert told(line, f"vu par {family} {first} hier")


@given(one=people, other=people, sign=between, civility=around)
@example(("Jean", "NOIR", False), ("Max", "GRIS", False), "/", "")
@settings(max_examples=250, deadline=None)
def test_each_of_two_people_of_a_line_is_found(
    one: tuple[str, str, bool], other: tuple[str, str, bool], sign: str, civility: str
) -> None:
    line = f"{civility} {written(one)} {sign} {written(other)}"
    for first, last, _ in (one, other):
        assert told(line, f"vu par {first} {last} hier")
        assert told(line, f"vu par {last.upper()} {first} hier")


# Anything at all around a name: words of ours, words of nobody, capitals or not, signs glued or not.
decorations = st.lists(
    st.sampled_from([*AROUND, *SECOND, *BETWEEN, "CPE", "Principal", "12", "(Lille)", "absente", "de", "J", "Collège"])
    | st.text("abcdXYZéÉ.-'", min_size=1, max_size=6),
    max_size=3,
)


@given(person=people, before=decorations, inside=decorations, after=decorations, turned=st.booleans())
@settings(max_examples=600, deadline=None)
def test_nothing_written_around_a_name_hides_it_from_the_search(
    person: tuple[str, str, bool], before: list[str], inside: list[str], after: list[str], turned: bool
) -> None:
    first, last, other = person
    parts = (last, first) if other else (first, last)
    line = " ".join([*before, parts[0], *inside, parts[1], *after])
    assert told(line, f"vu par {written((first, last, turned))} hier")


# As a line was reproduced, and what stayed although nothing was said to.
STAYED = [
    ("Melle PETIT-JEAN Anne", "Anne PETIT-JEAN"),
    ("M.MARTIN Luc", "Luc MARTIN"),
    ("Me LEROY Paul", "Paul LEROY"),
    ("Mrs SMITH Jane", "Jane Smith"),
    ("Vve BLANC Marie", "Marie Blanc"),
    ("DURAND née MARTIN Sophie", "Sophie DURAND"),
    ("DURAND née MARTIN Sophie", "Sophie Martin"),
    ("Mme PETIT ép. LEROY Zoé", "LEROY Zoé"),
    ("Sophie DURAND (MARTIN)", "Sophie Martin"),
    ("Jean NOIR / Max GRIS", "Max GRIS"),
    ("Anne ROY + Luc BLANC", "Blanc Luc"),
    ("Anne ROY avec Luc BLANC", "Luc BLANC"),
    ("Anne ROY, Luc BLANC", "Luc BLANC"),
    ("Mme Inès EL HADJ dite Nina", "El Hadj Inès"),
    ("\u0640 Ali \u0640 FASSI \u00bd", "Ali Fassi"),
]


@pytest.mark.parametrize(("line", "text"), STAYED)
def test_a_line_that_is_not_understood_leaves_no_copy_with_its_name(place: SessionFolder, line: str, text: str) -> None:
    place.participants_file.write_bytes(people_csv({ANNE: line, BRUNO: "Bruno Imaginé"}))
    named = drop(place.submitted, f"{ANNE}/01/reponses.json", json.dumps({"texte": f"je suis {text}"}).encode())
    other = drop(place.submitted, f"{BRUNO}/01/reponses.json", b'{"texte": "je suis venue"}')
    proof = purge(place, AFTER)
    assert proof.certified
    assert (named.exists(), other.exists()) == (False, True)


# What a line has beside a name, or half of one, is in many texts: no copy is erased for it.
NOT_A_NAME = [
    ("Zoé MARTIN (Collège Jean Moulin)", "le collège Jean Moulin"),
    ("Zoé Martin Collège Jean Moulin", "le collège Jean Moulin"),
    ("Zoé Martin, Lille Sud", "à Lille Sud"),
    ("Zoé Martin CPE Jean Moulin", "vers Jean Moulin"),
    ("Anne Marie DUPONT", "Anne Marie est venue"),
    ("Jean-Luc MARTIN", "Jean-Luc, ou Luc Martin"),
    ("Jean de La Tour", "de la cour, de la tour"),
    ("Sophie DURAND née MARTIN", "Sophie, née en mai"),
    ("Jean et Zoé PETIT", "Jean et Zoé"),
    ("M. le Principal", "vu avec M. le Principal"),
    ("Mme la CPE", "Mme la CPE"),
    ("M. LE GRAND", "le grand jour"),
    ("Collège Hugo", "le collège Hugo"),
]


@pytest.mark.parametrize(("line", "text"), NOT_A_NAME)
def test_what_is_no_whole_name_erases_nothing(line: str, text: str) -> None:
    assert not NameSearch([line]).finds(text)


@pytest.mark.parametrize(
    ("line", "text"), [("Anne Marie DUPONT", "Anne Marie"), ("Sophie DURAND", "DURAND;Mme;Sophie"), NOT_A_NAME[0]]
)
def test_a_file_with_two_words_of_one_line_stays_and_nothing_is_certified(
    place: SessionFolder, capsys: pytest.CaptureFixture[str], line: str, text: str
) -> None:
    place.participants_file.write_bytes(people_csv({ANNE: line, BRUNO: "Bruno Imaginé"}))
    kept = drop(place.submitted, f"{ANNE}/01/reponses.json", text.encode())
    assert session_purging.run(place.root, early=True, json=False) == 1
    said = " ".join(capsys.readouterr().out.replace("\u00a0", " ").split())
    proof = read_erasure(place)
    assert proof is not None
    assert kept.exists()
    assert [one.reason for one in proof.to_read] == [doubt()]
    assert not proof.certified
    assert "Aucun nom entier" not in said
    assert "1 fichier porte deux mots d'une même ligne" in said


@pytest.mark.parametrize(
    ("line", "unclear"), [("Zoé", 1), ("Mme la CPE", 1), ("M. DURAND", 1), ("Zoé DURAND", 0), ("Luc Principal", 0)]
)
def test_a_line_that_has_not_two_words_of_a_name_is_not_certified_and_the_search_says_what_it_was(
    place: SessionFolder, capsys: pytest.CaptureFixture[str], line: str, unclear: int
) -> None:
    place.participants_file.write_bytes(people_csv({ANNE: line, BRUNO: "Bruno Imaginé"}))
    assert session_purging.run(place.root, early=True, json=False) == 0
    said = " ".join(capsys.readouterr().out.replace("\u00a0", " ").split())
    proof = read_erasure(place)
    assert proof is not None
    assert (proof.state, proof.names_unclear) == ("fait", unclear)
    assert ("Aucun nom entier" in said) == (not unclear)
    assert ("1 ligne de la liste n'a pas deux mots de nom" in said) == bool(unclear)
    assert "les mots de chaque ligne de la liste deux à deux" in said
    status = CliRunner().invoke(cli, ["session", "status", str(place.root)]).stdout
    told = " ".join(status.replace("\u00a0", " ").split())
    assert ("Les noms de la liste ont été cherchés, et effacés" in told) == (not unclear)
    assert ("rien n'assure qu'aucun ne reste" in told) == bool(unclear)


def test_a_proof_of_an_earlier_version_is_read_and_says_what_it_said(place: SessionFolder) -> None:
    place.participants_file.write_bytes(people_csv({ANNE: "Zoé DURAND", BRUNO: "Bruno Imaginé"}))
    written = json.loads(purge(place, AFTER).model_dump_json())
    del written["names_unclear"], written["searched"]
    place.erasure.write_text(json.dumps(written), encoding="utf-8")
    read = read_erasure(place)
    assert read is not None
    assert (read.certified, read.searched) == (True, "")
