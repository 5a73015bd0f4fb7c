"""« Autre » ne prend que du texte libre : un mot que plusieurs familles ont écrit pareil est dit, et attend."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from diagnostic.survey_exports import csv_text

from liaison.diagnostic.own.questionnaire import OwnQuestionnaire, own_questionnaire
from liaison.diagnostic.own.words import written_words
from liaison.diagnostic.own.written import FEW
from liaison.diagnostic.papers.report_words import question_words
from liaison.diagnostic.reading.free_words import free_words_said, settled_twice
from liaison.diagnostic.reading.mapping import MappedColumn
from liaison.diagnostic.reading.reading import read_answers, read_chunks
from liaison.diagnostic.reading.reports import ReadReport, merged
from liaison.diagnostic.reading.words_decided import remedies, remedy_words, several_words

WAYS = ["En bus", "À pied", "En voiture"]
TYPED = ["en trottinette", "avec un voisin"]
TICKED = ["En bus, À pied", "En voiture", "À pied, En voiture"]
WAY = "Comment venez-vous ?"


def content(cells: Sequence[str]) -> bytes:
    """Return an export of one question, beside one that everybody answers."""
    rows = [["Horodateur", WAY, "Cantine ?"]]
    rows += [
        [f"02/11/2026 18:{rank // 60:02}:{rank % 60:02}", c, ("Oui", "Non")[rank % 2]] for rank, c in enumerate(cells)
    ]
    return csv_text(rows).encode()


SINGLE, MULTIPLE = [*WAYS * 12, *TYPED], [*TICKED * 12, *(f"En bus, {word}" for word in TYPED)]


def made(cells: Sequence[str]) -> OwnQuestionnaire:
    own = own_questionnaire("semaine_1.csv", content(cells), "transport").read_again()
    assert own.mapping.colonnes[0].sinon == "autre"
    return own


def read(own: OwnQuestionnaire, cells: Sequence[str]) -> ReadReport:
    return read_answers(content(cells), own.questionnaire, own.mapping, name="semaine_2.csv")


def count(report: ReadReport, answer: str) -> int:
    table, name = report.answers.table, report.answers.questionnaire.items[0].id
    return int((table[name] == answer).sum()) if name in table else int(table[f"{name}__{answer}"].sum())


def said(sentences: object) -> str:
    return str(sentences).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("cells", [SINGLE, MULTIPLE], ids=["une réponse", "plusieurs"])
@pytest.mark.parametrize("times", [FEW, FEW + 1])
def test_a_word_of_a_few_families_is_another_answer_and_one_of_more_is_listed_and_waits(
    cells: list[str], times: int
) -> None:
    later = [*cells, *["Les SMS du collège"] * times]
    report = read(made(cells), later)
    several = times > FEW
    assert count(report, "autre") == len(TYPED) + (0 if several else times)
    assert [cell.word for cell in report.unread] == ["Les SMS du collège"] * (times if several else 0)
    assert (report.waits, [each.word for each in remedies(report)]) == (
        several,
        ["Les SMS du collège"] if several else [],
    )
    assert len(report.answers) == len(later)
    (line,) = free_words_said(report, question_words)
    free = len(TYPED) + (0 if several else times)
    assert said(line).startswith(f"{free} réponses qui ne sont pas dans le questionnaire comptent « Autre »")
    assert f"« {WAY} » : {free}" in said(line)


def test_the_remedy_of_a_new_answer_says_how_to_add_it_and_it_then_counts() -> None:
    own = made(SINGLE)
    later = [*SINGLE, *["En train"] * 9]
    assert "l'ajouter plutôt à « values » et à « words »" in said(next(remedy_words(read(own, later), 1)))
    item, *others = own.questionnaire.items
    more = item.model_copy(
        update={"values": (*item.values, "en_train"), "words": item.words | {"en_train": "En train"}}
    )
    asked = own.questionnaire.model_copy(update={"items": (more, *others)})
    report = read_answers(content(later), asked, own.mapping, name="semaine_2.csv")
    assert (count(report, "en_train"), count(report, "autre"), report.waits) == (9, len(TYPED), False)


def test_an_offered_answer_that_few_chose_in_the_first_week_is_listed_when_more_choose_it() -> None:
    first = [*WAYS * 8, *["Par le ramassage"] * 2]
    own = made(first)
    (line,) = map(said, written_words(own))
    assert "semblent avoir écrite" not in line
    assert "Si l'une d'elles est proposée" in line
    assert read(own, first).unread == ()
    year = [*WAYS * 40, *["Par le ramassage"] * 29]
    assert [(each.word, each.lines) for each in remedies(read(own, year))] == [("Par le ramassage", 29)]


def test_what_is_chosen_and_not_typed_is_listed_even_of_one_family() -> None:
    own = made(SINGLE)
    for word in ("Non", "12"):
        assert [cell.word for cell in read(own, [*SINGLE, word]).unread] == [word]
    assert read(own, [*SINGLE, "Autre (précisez)", "Other"]).unread == ()


def test_two_ticks_of_one_cell_are_never_another_answer_and_both_count_once_the_question_takes_several() -> None:
    own = made(SINGLE)
    later = [*SINGLE, *["En bus, À pied"] * 7, "À pied;En voiture", "En bus, à cheval"]
    report = read(own, later)
    assert (count(report, "autre"), len(report.unread), remedies(report)) == (len(TYPED) + 1, 8, ())
    (line,) = map(said, several_words(report))
    assert "« En bus, À pied », et d'autres : 8 lignes" in line
    assert "« kind: multiple » à la place de « kind: single »" in line
    item, *others = own.questionnaire.items
    asked = own.questionnaire.model_copy(update={"items": (item.model_copy(update={"kind": "multiple"}), *others)})
    whole = read_answers(content(later), asked, own.mapping, name="semaine_2.csv")
    assert [count(whole, name) for name in ("en_bus", "a_pied", "en_voiture", "autre")] == [20, 19, 12, 3]
    assert [cell.word for cell in whole.unread] == ["À pied;En voiture"]
    assert list(several_words(whole)) == []


def test_two_ticks_have_the_same_remedy_where_the_question_has_no_other_answer() -> None:
    own = own_questionnaire("semaine_1.csv", content(WAYS * 12), "transport").read_again()
    report = read(own, [*WAYS * 12, *["En bus, À pied"] * 3])
    assert (len(report.unread), remedies(report), len(list(several_words(report)))) == (3, (), 1)


def test_a_word_is_counted_over_all_files_and_each_family_once() -> None:
    own = made(SINGLE)

    def listed(*files: Sequence[str]) -> int:
        def parts(alike: frozenset[tuple[str, str]]) -> list[ReadReport]:
            return [
                part
                for rank, cells in enumerate(files)
                for part in read_chunks(
                    content(cells), own.questionnaire, own.mapping, name=f"{rank}.csv", listed=alike
                )
            ]

        return len(merged(settled_twice(parts), own.questionnaire).unread)

    two = [*SINGLE, "Ramassage", "ramassage"]
    other = [*reversed(SINGLE), "Ramassage", "ramassage"]
    assert listed(two, other) == 4
    assert listed(two, [*two, "Ramassage"]) == 0  # the same two families, and a third one


def test_a_word_that_the_mapping_leaves_to_be_decided_is_not_read_as_another_answer() -> None:
    own = made(SINGLE)
    first, *others = own.mapping.colonnes
    waiting = MappedColumn(**(first.model_dump() | {"valeurs": {**first.valeurs, "Ramassage": None}}))
    mapping = own.mapping.model_copy(update={"colonnes": (waiting, *others)})
    report = read_answers(content([*SINGLE, "ramassage"]), own.questionnaire, mapping, name="semaine_2.csv")
    assert [cell.word for cell in report.unread] == ["ramassage"]


def test_what_is_typed_in_the_box_of_another_answer_ticks_it_whatever_it_is() -> None:
    rows = [["Vos outils [Bus]", "Vos outils [Vélo]", "Vos outils [Autre]", "Cantine ?"]]
    rows += [["Oui", "Non", "", "Oui"], ["Non", "Oui", "montre", "Non"]] * 9
    own = own_questionnaire("export.csv", csv_text(rows).encode(), "outils").read_again()
    report = read_answers(csv_text(rows).encode(), own.questionnaire, own.mapping, name="export.csv")
    assert (report.unread, report.free, count(report, "autre")) == ((), (), 9)
