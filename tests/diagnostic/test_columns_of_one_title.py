"""Deux colonnes d'un même titre, ou deux questions des mêmes lignes : la première n'est pas la bonne parce qu'elle est
la première."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from diagnostic.survey_exports import Rows, csv_text, google_forms, kobo, some_families, words
from diagnostic.tools_by_hand import microsoft_forms
from narrowing import present

from liaison.diagnostic.papers.exporting import corrections_csv
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.mapping import MAPPING, Mapping, mapping_text
from liaison.diagnostic.reading.reading import ReadReport, read_answers, read_chunks

pytestmark = pytest.mark.usefixtures("sentences_of_the_tests")

QUESTIONNAIRE = family_questionnaire()
FAMILIES = some_families(QUESTIONNAIRE, 40, seed=23)
t = words()
STATEMENTS = [t(f"seul-{row}") for row in QUESTIONNAIRE.items[4].rows]
OWN_ANSWERS = (t("seul-sans_aide"), t("seul-pas_encore"))


def read(rows: Rows, mapping: Mapping | None = None) -> ReadReport:
    return read_answers(csv_text(rows).encode(), QUESTIONNAIRE, mapping, name="essai.csv")


def with_likert(rows: Rows, titles: Sequence[str], answers: Sequence[str], at: int) -> Rows:
    """Return an export with one more likert of the school, before the column `at`."""
    cells = [[answers[(rank + place) % len(answers)] for place in range(len(titles))] for rank in range(len(rows))]
    return [[*row[:at], *(cells[rank] if rank else titles), *row[at:]] for rank, row in enumerate(rows)]


def same_as_without(report: ReadReport, question: str) -> bool:
    expected = [name for name in FAMILIES.table if str(name).partition("__")[0] == question]
    return all(report.answers.table[name].tolist() == FAMILIES.table[name].tolist() for name in expected)


def why(report: ReadReport, question: str) -> str:
    return report.unasked["essai.csv"][question].reason.replace("\u00a0", " ")


@pytest.mark.parametrize("at", [5, -1])
@pytest.mark.parametrize(
    ("question", "boxes"),
    [("atelier", ("matin", "soir")), ("appareils", ("tablette", "smartphone")), ("pret", ("cle_internet", "aucun"))],
)
def test_the_statements_of_a_likert_do_not_take_the_place_of_the_question_that_has_them_as_boxes(
    question: str, boxes: tuple[str, ...], at: int
) -> None:
    titles = [t(f"{question}-{box}") for box in boxes]
    report = read(with_likert(microsoft_forms(FAMILIES), titles, ("Oui", "Non"), at))
    assert (question in {each.partition("__")[0] for each in report.answers.unasked}, report.waits) == (False, False)
    assert same_as_without(report, question)


def test_two_likerts_of_the_same_statements_are_neither_known_by_the_place_and_what_to_do_is_true() -> None:
    rows = with_likert(microsoft_forms(FAMILIES), STATEMENTS, OWN_ANSWERS, 5)
    report = read(rows)
    assert {f"seul__{row}" for row in QUESTIONNAIRE.items[4].rows} <= report.answers.unasked
    assert "donner à chacune le titre de sa question suivi du sien" in why(report, "seul")
    assert f"« {STATEMENTS[0]} (6e colonne) »" in why(report, "seul")
    rows[0][5:10] = [f"Votre enfant sait-il le faire ? {each}" for each in STATEMENTS]
    later = [place for place, title in enumerate(rows[0]) if title in STATEMENTS]
    for place in later:
        rows[0][place] = f"{t('seul')} {rows[0][place]}"
    mended = read(rows)
    assert (mended.waits, same_as_without(mended, "seul")) == (False, True)


def test_a_row_with_its_question_is_known_whatever_stands_alone_before_it() -> None:
    rows = with_likert(google_forms(FAMILIES), STATEMENTS, OWN_ANSWERS, 1)
    rows[0][0] = "Reçu"
    report = read(rows)
    assert same_as_without(report, "seul")


def test_two_groups_of_kobo_with_the_same_rows_are_neither_known_by_the_place() -> None:
    rows = kobo(FAMILIES, labels=True, group="")
    rows[0] = [title.replace(f"{t('seul')}/", "vous/") for title in rows[0]]
    assert same_as_without(read(rows), "seul")
    both = with_likert(rows, [f"enfant/{each}" for each in STATEMENTS], OWN_ANSWERS, 2)
    assert {f"seul__{row}" for row in QUESTIONNAIRE.items[4].rows} <= read(both).answers.unasked


def bare(families: Sequence[Sequence[bool]], *, loan_first: bool = False) -> Rows:
    """Return boxes alone of two questions that have one box in common: what is answered is of each its own."""
    devices = [t(f"appareils-{box}") for box in ("ordinateur", "tablette")]
    loan = [t(f"pret-{box}") for box in ("ordinateur", "cle_internet")]
    both, order = [*devices, *loan], (2, 3, 0, 1) if loan_first else (0, 1, 2, 3)
    lines = [["x" if each[place] else "" for place in order] for each in families]
    head = [both[place] for place in order]
    return [[t("connexion"), *head, t("imprimante")], *([t("connexion-fixe"), *line, ""] for line in lines)]


BOTH = [(rank % 2 == 0, rank % 3 == 0, rank % 5 == 0, rank % 7 == 0) for rank in range(30)]


def test_a_mapping_kept_reads_the_columns_of_one_title_where_they_stood_and_nowhere_else() -> None:
    first = read(bare(BOTH))
    assert first.waits
    right = first.with_guesses_right().mapping
    assert right is not None
    kept = MAPPING.parse(mapping_text(right), "gardée")
    again = read(bare(BOTH[::-1]), kept)
    assert again.waits is False
    assert again.answers.table["pret__ordinateur"].sum() == sum(each[2] for each in BOTH)
    moved = read(bare(BOTH, loan_first=True), kept)
    assert {"pret__ordinateur", "appareils__ordinateur"} <= moved.answers.unasked
    assert f"« {t('pret-ordinateur')} » entre « {t('appareils-tablette')} » et" in str(
        [str(each) for each in moved.flagged]
    ).replace("\\xa0", " ")
    # A mapping that a hand wrote, or that is kept from before, does not say between which: it waits.
    unsaid = kept.model_copy(
        update={"colonnes": tuple(each.model_copy(update={"entre": None}) for each in kept.colonnes)}
    )
    assert {each.target for each in read(bare(BOTH), unsaid).guesses} == {"pret__ordinateur", "appareils__ordinateur"}


def test_a_line_that_is_corrected_is_read_though_its_columns_stand_elsewhere_in_the_file_of_corrections() -> None:
    kept = present(read(bare(BOTH)).with_guesses_right().mapping)
    rows = bare(BOTH)
    rows[1][3] = "peut-être"
    first = read(rows, kept)
    (corrections,) = corrections_csv(first).values()
    corrected = corrections.decode("utf-8-sig").replace("peut-être", "x").encode()
    (report,) = read_chunks(corrected, QUESTIONNAIRE, name="corrigé.csv", known={"essai.csv": kept})
    assert (report.refused, report.answers.unasked.isdisjoint({"pret__ordinateur", "connexion"})) == ((), True)
    assert report.answers.table["pret__ordinateur"].tolist() == [True]


def test_a_guess_of_a_column_names_it_by_its_title_and_its_place() -> None:
    for loan_first in (False, True):
        named = {each.target: each.column for each in read(bare(BOTH, loan_first=loan_first)).guesses}
        places = (4, 2) if loan_first else (2, 4)
        assert named["appareils__ordinateur"] == f"{t('appareils-ordinateur')} ({places[0]}e colonne)"
        assert named["pret__ordinateur"] == f"{t('pret-ordinateur')} ({places[1]}e colonne)"


@pytest.mark.parametrize("quiz", ["Google Forms", "Microsoft Forms"])
def test_what_a_quiz_writes_beside_each_answer_leaves_no_question_out(quiz: str) -> None:
    rows = google_forms(FAMILIES) if quiz == "Google Forms" else microsoft_forms(FAMILIES)
    beside = ("{} [Score]", "{} [Feedback]") if quiz == "Google Forms" else ("Points : {}", "Commentaires : {}")
    first = 1 if quiz == "Google Forms" else 5
    marked = [
        [
            *row[:first],
            *(
                each
                for place, cell in enumerate(row[first:], first)
                for each in (cell, *(form.format(rows[0][place]) if not rank else "0.00 / 1" for form in beside))
            ),
        ]
        for rank, row in enumerate(rows)
    ]
    report = read(marked)
    assert report.answers.unasked <= {"mode"}
    assert all(same_as_without(report, item.id) for item in QUESTIONNAIRE.items)
