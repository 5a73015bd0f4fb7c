"""« Oui », « oui », « OUI » : une seule réponse, quand le questionnaire est fait comme quand il est relu."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from diagnostic.survey_exports import csv_text
from diagnostic.test_free_words import said

from liaison.base.letters import key, one_spelling, signed_key
from liaison.diagnostic.own.questionnaire import OwnQuestionnaire, own_questionnaire
from liaison.diagnostic.own.words import alike_words
from liaison.diagnostic.questionnaire.questionnaire import QuestionnaireError
from liaison.diagnostic.reading.mapping import MappedColumn
from liaison.diagnostic.reading.reading import read_answers
from liaison.diagnostic.reading.wording import lexicon
from liaison.diagnostic.reading.words_decided import decided_words, remedies, with_words

TITLE = "Votre avis ?"


def content(cells: Sequence[str], title: str = TITLE) -> bytes:
    rows = [[title, "Cantine ?"], *([cell, ("Bien", "Mal", "Bof")[rank % 3]] for rank, cell in enumerate(cells))]
    return csv_text(rows).encode()


def made(cells: Sequence[str], title: str = TITLE) -> OwnQuestionnaire:
    return own_questionnaire("export.csv", content(cells, title), "export")


def counts(own: OwnQuestionnaire, cells: Sequence[str]) -> dict[str, int]:
    """Return how many families give each answer, by the words that are published."""
    answers = read_answers(content(cells), own.questionnaire, own.mapping, name="export.csv").answers
    item = next(each for each in own.questionnaire.items if each.title == TITLE)
    table = answers.table
    if item.kind == "multiple":
        return {item.words[value]: int(table[f"{item.id}__{value}"].sum()) for value in item.values}
    return {item.words[value]: int((table[item.id] == value).sum()) for value in item.values}


ONE = [
    ("Oui", "OUI"),
    ("Par téléphone", "par  telephone"),
    ("Par téléphone", "Par\u00a0téléphone "),
    ("Jamais", "jamais."),
    ("Peut-être", "peut être"),
    ("L'ENT", "l’ent"),
    ("1", "1.0"),
    ("2,5", "2.50"),
    ("Déjà !", "deja"),
]
TWO = [("A+", "A-"), ("+", "-"), ("2", "< 2"), ("12", "1 2"), ("Oui", "Oui, un peu"), ("Par SMS", "SMS"), ("1", "-1")]


@pytest.mark.parametrize(("text", "other"), ONE)
def test_spellings_of_one_answer_are_one_and_are_read_as_one(text: str, other: str) -> None:
    assert one_spelling(text) == one_spelling(other)
    assert key(text) == key(other)
    assert signed_key(text) == signed_key(other)


@pytest.mark.parametrize(("text", "other"), TWO)
def test_what_a_sign_a_number_or_a_word_tells_apart_stays_two(text: str, other: str) -> None:
    assert one_spelling(text) != one_spelling(other)


def test_a_sheet_typed_by_hand_has_one_answer_for_each_the_most_frequent_spelling_is_published_and_it_is_said() -> None:
    cells = [*["Oui"] * 45, *["oui"] * 19, *["OUI"] * 13, *["Non"] * 20, *["non "] * 17, *["NON."] * 16]
    own = made(cells)
    assert counts(own, cells) == {"Oui": 77, "Non": 53}
    (line,) = map(said, alike_words(own))
    assert line.startswith(f"À « {TITLE} », une seule réponse : « Oui », « oui », « OUI » ; ")
    assert "« Non », « non », « NON. »" in line
    assert said(alike_words(made(["Oui", "Non"] * 20))) == "[]"


@pytest.mark.parametrize("most", ["Par  téléphone", "par telephone", "PAR TÉLÉPHONE"])
def test_answers_of_cells_that_hold_several_and_rows_of_a_grid_are_one_too(most: str) -> None:
    own = made(["par sms, par courrier", "Par SMS", "par courrier", "Par courrier, par sms"] * 9)
    cells = ["par sms, Par courrier", "PAR SMS"]
    assert counts(own, cells) == {"par sms": 2, "par courrier": 1}
    rows = [["Êtes-vous content ? [Du repas]", "Êtes-vous content ? [Du bruit]", "Cantine ?"]]
    rows += [["Bien", "bien", "Oui"], ["Mal", "MAL", "Non"], ["bien", "Mal", "Bof"], ["Mal.", "Bien", "Oui"]] * 6
    grid = own_questionnaire("export.csv", csv_text(rows).encode(), "export")
    assert sorted(grid.counted[0].answers) == ["Bien", "Mal"]
    numbers = made([*["1"] * 20, *["1.0"] * 5, *["2"] * 9, *["2,0"] * 3])
    assert counts(numbers, ["1", "1,0", "2.00"]) == {"1": 2, "2": 1}


def test_two_answers_that_a_person_wrote_in_the_mapping_stay_two_and_a_third_spelling_is_of_neither() -> None:
    own = made([*["Marché"] * 9, *["Voiture"] * 9])
    column, *others = own.mapping.colonnes
    item, *rest = own.questionnaire.items
    two = item.model_copy(
        update={"values": (*item.values, "marche_a_pied"), "words": item.words | {"marche_a_pied": "marche"}}
    )
    asked = own.questionnaire.model_copy(update={"items": (two, *rest)})
    for values in (column.valeurs, {**column.valeurs, "marche": "marche_a_pied"}):
        kept = MappedColumn(**(column.model_dump() | {"valeurs": values}))
        mapping = own.mapping.model_copy(update={"colonnes": (kept, *others)})
        cells = ["Marché", "marche", "Marche", "voiture"]
        report = read_answers(content(cells), asked, mapping, name="export.csv")
        assert report.answers.table[item.id].astype(object).tolist()[:2] == ["marche", "marche_a_pied"]
        assert [cell.word for cell in (*report.unread, *report.refused)] == ["Marche"]


def test_an_answer_that_a_sign_tells_apart_is_decided_without_undoing_the_other() -> None:
    own = made(["A+", "B"] * 9)
    target = own.questionnaire.items[0].id
    decided = decided_words([f"{target}: A-=b"], own.questionnaire)
    mapping = with_words(own.mapping, decided, lexicon(own.questionnaire))
    report = read_answers(content(["A+", "A-"]), own.questionnaire, mapping, name="export.csv")
    assert report.answers.table[target].astype(object).tolist() == ["a", "b"]


def test_an_unknown_word_under_two_spellings_has_one_remedy() -> None:
    own = made(["Oui", "Non"] * 9)
    report = read_answers(content([*["Oui"] * 9, "Parfois", "parfois", "parfois"]), own.questionnaire, own.mapping)
    assert [(each.word, each.lines) for each in remedies(report)] == [("parfois", 3)]


@pytest.mark.parametrize("often", ["école verte", "soleil levant"])
def test_a_spelling_that_may_name_somebody_holds_the_question_even_if_it_is_not_the_most_frequent(often: str) -> None:
    cells = [*["la cantine"] * 9, *[often] * 9, *[often.title()] * 4]
    own = made(cells)
    (held,) = own.questionnaire.held
    assert often.title() in held.words.values()
    assert alike_words(own) == []


def test_a_sentence_that_each_family_wrote_in_its_own_way_is_not_an_answer() -> None:
    sentence = "mon fils est hospitalisé depuis la rentrée"
    ways = [sentence, sentence.title(), sentence.upper(), f"{sentence} !", f"{sentence}."]
    try:
        own = made([*["Oui"] * 6, *ways])
    except QuestionnaireError:
        return
    assert not any("hospitalis" in text.lower() for text in own.texts().values())


def test_microsoft_forms_writes_its_sign_after_one_box_and_the_question_takes_several() -> None:
    own = made(["Pronote;", "Le carnet;", "La messagerie;"] * 9)
    assert own.questionnaire.items[0].kind == "multiple"
    cells = ["Pronote;Le carnet;", "La messagerie;", "Pronote"]
    assert counts(own, cells) == {"Pronote": 2, "Le carnet": 1, "La messagerie": 1}
