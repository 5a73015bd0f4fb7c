"""Un mot inconnu qui revient : la ligne à ajouter est donnée, et partout où il est écrit il compte."""

from typing import Any

import pytest

from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.mapping import MappingError
from liaison.diagnostic.reading.reading import read_chunks
from liaison.diagnostic.reading.reports import ReadReport
from liaison.diagnostic.reading.words_decided import decided_words, remedies, remedy_words

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
    assert '--word "connexion: Fibre=RÉPONSE"' in first
    assert "fixe" in first
    assert last.startswith("1 autre")


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
