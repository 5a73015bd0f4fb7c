"""Une réponse proposée que le premier fichier n'avait pas : toutes s'ajoutent d'un coup, et le fichier se publie."""

from __future__ import annotations

from diagnostic.test_free_words import SINGLE, WAY, WAYS, content, count, made, read, said

from liaison.diagnostic.own.questionnaire import OwnQuestionnaire, own_questionnaire
from liaison.diagnostic.reading.more_answers import more_answers, more_words
from liaison.diagnostic.reading.reading import read_answers
from liaison.diagnostic.reading.reports import ReadReport
from liaison.diagnostic.reading.wording import lexicon
from liaison.diagnostic.reading.words_decided import with_words


def among(cells: list[str], more: list[str]) -> list[str]:
    """The cells of a file, others among them: all at its end, they would be an answer added while families answer."""
    every = [*cells, *more]
    return [every[rank * 7 % len(every)] for rank in range(len(every))]


def again(own: OwnQuestionnaire, cells: list[str]) -> ReadReport:
    """What is read once every answer that is not known is taken for one more."""
    more = more_answers(read(own, cells))
    assert more is not None
    mapping = with_words(own.mapping, more.decided, lexicon(more.questionnaire))
    return read_answers(content(cells), more.questionnaire, mapping, name="semaine_2.csv")


def test_answers_that_several_families_give_are_added_at_once_and_count() -> None:
    own, later = made(SINGLE), [*SINGLE, *["En train"] * 9, *["En car"] * 4]
    (line,) = more_words(read(own, later))
    assert "« En train », « En car »" in said(line)
    assert "--more-answers" in said(line)
    report = again(own, later)
    assert (count(report, "en_train"), count(report, "en_car"), report.waits) == (9, 4, False)
    assert report.answers.questionnaire.items[0].words["en_train"] == "En train"


def test_in_a_cell_of_several_answers_a_new_one_counts_beside_the_others() -> None:
    ticked = [*WAYS, "En bus;À pied", "À pied;En voiture", "En bus;En voiture"] * 6
    own = own_questionnaire("semaine_1.csv", content(ticked), "transport").read_again()
    assert own.questionnaire.items[0].kind == "multiple"
    report = again(own, among(ticked, ["En bus;En train"] * 9))
    assert (count(report, "en_train"), count(report, "en_bus"), report.waits) == (9, 18 + 9, False)


def test_what_few_families_wrote_where_no_other_answer_is_offered_counts_as_another_one() -> None:
    own = own_questionnaire("semaine_1.csv", content(WAYS * 12), "transport").read_again()
    report = again(own, [*WAYS * 12, "en trottinette", "avec un voisin"])
    assert (count(report, "autre"), report.waits) == (2, False)


def test_an_answer_that_may_name_somebody_is_not_added_and_still_waits() -> None:
    own, later = made(SINGLE), [*SINGLE, *["Sophie Durand"] * 9, *["En train"] * 9]
    report = again(own, later)
    assert "sophie_durand" not in report.answers.questionnaire.items[0].values
    assert count(report, "en_train") == 9
    assert report.waits
    assert more_answers(report) is None


def test_a_file_of_which_all_is_read_and_the_questionnaire_of_the_suite_have_none_to_add() -> None:
    own = made(SINGLE)
    assert more_answers(read(own, SINGLE)) is None
    assert list(more_words(read(own, SINGLE))) == []
    assert own.questionnaire.items[0].title == WAY
