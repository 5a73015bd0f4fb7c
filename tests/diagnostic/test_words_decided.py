"""Un mot inconnu qui revient : la ligne à ajouter est donnée, et partout où il est écrit il compte."""

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.mapping import MappingError, values_of
from liaison.diagnostic.reading.reading import read_chunks
from liaison.diagnostic.reading.reports import ReadReport
from liaison.diagnostic.reading.words_decided import Remedy, decided_words, remedies, remedy_words

QUESTIONNAIRE = family_questionnaire()
LINES = ["Fibre;Un ordinateur"] * 385 + ["Par une box;Un ordinateur, PC de bureau"] * 3 + ["Satellite;Un ordinateur"]


def read(*words: str) -> ReadReport:
    header = "À la maison, comment avez-vous internet ?;À la maison, quels appareils servent pour l'école ?"
    text = "\n".join([header, *LINES])
    (report,) = read_chunks(text.encode(), QUESTIONNAIRE, decided=decided_words(words, QUESTIONNAIRE))
    return report


def test_a_word_that_many_lines_have_gives_the_line_that_counts_them() -> None:
    found = remedies(read())
    assert [(each.target, each.word, each.lines) for each in found] == [
        ("connexion", "Fibre", 385),
        ("appareils", "PC de bureau", 3),
    ]
    (first, last) = remedy_words(read(), 1)
    assert "--word 'connexion: Fibre=RÉPONSE'" in first
    assert "fixe" in first
    assert last.startswith("1 autre")


@pytest.mark.skipif(os.name != "posix", reason="Windows a ses propres guillemets")
@pytest.mark.parametrize("word", ["$(touch ici)", "`touch ici`", 'Pas "encore" vu', "l'ordi", "!fibre", "a\\b"])
def test_a_terminal_reads_the_line_as_it_was_written_and_obeys_nothing_in_it(word: str, tmp_path: Path) -> None:
    option = Remedy("connexion", word, 2, "Internet", ("fixe",)).option
    script = f"for word in {option}; do printf '%s\\n' \"$word\"; done"
    done = subprocess.run(["sh", "-c", script], capture_output=True, text=True, cwd=tmp_path, check=True)
    assert done.stdout.splitlines() == ["--word", f"connexion: {word}=RÉPONSE"]
    assert not [*tmp_path.iterdir()]


def test_once_it_is_decided_every_line_counts_and_the_word_of_one_line_stays_unread() -> None:
    report = read("connexion: Fibre=fixe", "appareils: PC de bureau = ordinateur")
    assert (len(report.answers), [cell.word for cell in report.unread]) == (389, ["Satellite"])
    assert (report.answers.table["connexion"].dropna() == "fixe").all()
    assert int(report.answers.table["connexion"].isna().sum()) == 1
    assert remedies(report) == ()


def test_a_word_said_to_be_no_answer_leaves_the_question_unanswered() -> None:
    report = read("connexion: Fibre=sans_reponse", "connexion: Satellite=fixe")
    assert int(report.answers.table["connexion"].isna().sum()) == 385


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Fibre=fixe", "ne se lit pas"),
        ("connexion: Fibre", "ne se lit pas"),
        ("internet: Fibre=fixe", "n'est pas une question"),
        ("seul: Oui=sans_aide", "ligne par ligne"),
        ("connexion: Fibre=rapide", "Réponses acceptées : fixe"),
    ],
)
def test_a_line_that_cannot_be_understood_says_how_to_write_it(text: Any, said: str) -> None:
    with pytest.raises(MappingError) as caught:
        decided_words([text], QUESTIONNAIRE)
    assert said in str(caught.value).replace("\u00a0", " ")


JOINED = {
    "Smartphone et ordinateur": {"smartphone", "ordinateur"},
    "Un ordinateur & une tablette": {"ordinateur", "tablette"},
    "Tablette, smartphone et ordinateur": {"tablette", "smartphone", "ordinateur"},
    "smartphone / tablette": {"smartphone", "tablette"},
    "Smartphone+Tablette": {"smartphone", "tablette"},
}


def devices(cells: list[str], *words: str) -> ReadReport:
    lines = ["Internet ?;À la maison, quels appareils servent pour l'école ?;connexion"]
    lines += [f";{cell};fixe" for cell in cells]
    text = "\n".join(lines)
    (report,) = read_chunks(text.encode(), QUESTIONNAIRE, decided=decided_words(words, QUESTIONNAIRE))
    return report


def ticked(report: ReadReport, rank: int) -> set[str]:
    row = report.answers.table.iloc[rank]
    return {str(name).partition("__")[2] for name, cell in row.items() if str(name).startswith("appareils__") and cell}


@pytest.mark.parametrize("cell", JOINED)
@pytest.mark.parametrize("times", [1, 3, 30])
def test_answers_that_a_hand_joined_tick_each_their_box(cell: str, times: int) -> None:
    report = devices([*["Un ordinateur, Une tablette"] * 5, *[cell] * times])
    assert (len(report.answers), report.unread, remedies(report)) == (5 + times, (), ())
    assert ticked(report, 5) == JOINED[cell]
    # The comma is what separates the answers of this column; nothing else is known to.
    by_hand = cell.rpartition(", ")[2]
    guessed = [values_of(meaning) for each in report.guesses for word, meaning in each.words if word == by_hand]
    assert [len(each) for each in guessed] == [2]
    assert ticked(report, 0) == {"ordinateur", "tablette"}


@pytest.mark.parametrize("times", [3, 30])
def test_a_word_of_which_not_all_is_known_is_not_read_and_may_mean_several_answers(times: int) -> None:
    cells = [*["Un ordinateur, Une tablette"] * 5, *["Smartphone et PC"] * times]
    report = devices(cells)
    (remedy,) = remedies(report)
    assert (remedy.target, remedy.word, remedy.lines, remedy.of_several) == (
        *("appareils", "Smartphone et PC", times),
        True,
    )
    assert "ou plusieurs avec « + » (ordinateur+tablette)." in next(remedy_words(report, 1)).replace("\u00a0", " ")
    decided = devices(cells, "appareils: Smartphone et PC=smartphone+ordinateur")
    assert (ticked(decided, 5), decided.unread) == ({"smartphone", "ordinateur"}, ())


def test_several_answers_are_refused_where_one_is_chosen_and_not_said_to_be_taken() -> None:
    assert next(remedy_words(read(), 1)).replace("\u00a0", " ").endswith("aucune ou sans_reponse.")
    with pytest.raises(MappingError, match="n'est pas une réponse"):
        decided_words(["connexion: Fibre et 4G=fixe+mobile_suffisante"], QUESTIONNAIRE)
    with pytest.raises(MappingError, match="n'est pas une réponse"):
        decided_words(["appareils: PC et télé=ordinateur+tele"], QUESTIONNAIRE)


def test_an_answer_that_holds_the_word_and_is_one_answer_stays_whole() -> None:
    cells = [*["Un ordinateur, Une tablette"] * 5, "Un ordinateur et demi"]
    report = devices(cells, "appareils: Un ordinateur et demi=ordinateur")
    assert ticked(report, 5) == {"ordinateur"}
