"""Une question d'une école qui a une case d'une question de la suite reste la sienne, et n'ôte aucune famille à
l'autre ; ce que la lecture dit de faire d'une colonne la nomme comme le fichier."""

import re
from collections.abc import Sequence
from random import Random

import pytest
from diagnostic.survey_exports import Rows, csv_text, kobo, limesurvey, some_families, survey_monkey, words

from liaison.diagnostic.own.questionnaire import own_questionnaire
from liaison.diagnostic.own.words import left_words
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.reading import read_answers
from liaison.diagnostic.reading.reports import ReadReport

QUESTIONNAIRE = family_questionnaire()
FAMILIES = some_families(QUESTIONNAIRE, 60, seed=12)
DEVICES = [f"appareils__{value}" for value in ("ordinateur", "tablette", "smartphone", "aucun")]
TABLET, OWN = "Une tablette", "Quels appareils avez-vous dans votre chambre ?"
BOXES = ("Un ordinateur", TABLET, "Une console")
CHANCE = Random(5)
TICKED = [tuple(sorted(CHANCE.sample(range(3), CHANCE.choice((1, 2))))) for _ in range(60)]


def beside(tool: str, ticked: Sequence[Sequence[int]] = TICKED) -> Rows:
    """Return an export of the suite's questions, then one more of the school's own, as the tool writes it."""
    if tool == "kobo":
        rows = kobo(FAMILIES, labels=True, group="")
        own = [[OWN, *(f"{OWN}/{box}" for box in BOXES)]]
        cells = [[" ".join(BOXES[at] for at in each), *(str(int(at in each)) for at in range(3))] for each in ticked]
    elif tool == "limesurvey":
        rows = limesurvey(FAMILIES, heading="full", long=True)
        own = [[f"{OWN} [{box}]" for box in BOXES]]
        cells = [["Oui" if at in each else "Non" for at in range(3)] for each in ticked]
    else:
        rows = survey_monkey(FAMILIES)
        own = [[OWN, "", ""], list(BOXES)]
        cells = [[BOXES[at] if at in each else "" for at in range(3)] for each in ticked]
    return [[*row, *more] for row, more in zip(rows, [*own, *cells], strict=True)]


def read(rows: Rows) -> ReadReport:
    return read_answers(csv_text(rows, ",").encode(), QUESTIONNAIRE, name="export.csv")


def without_the_tablet(rows: Rows, tool: str) -> Rows:
    titles = rows[1] if tool == "survey_monkey" else rows[0]
    at = next(place for place, title in enumerate(titles) if TABLET in title)
    return [[*row[:at], *row[at + 1 :]] for row in rows]


TOOLS = pytest.mark.parametrize("tool", ["kobo", "limesurvey", "survey_monkey"])


@TOOLS
def test_a_question_of_the_school_that_has_the_same_box_is_not_counted_for_it(tool: str) -> None:
    report = read(beside(tool))
    (why,) = report.unasked.values()
    assert "appareils" not in why
    for name in DEVICES:
        assert report.answers.table[name].fillna(False).tolist() == FAMILIES.table[name].fillna(False).tolist()


@pytest.mark.parametrize("tool", ["limesurvey", "survey_monkey"])
def test_a_box_that_the_file_lacks_is_not_that_of_the_other_question_and_the_rest_is_read(tool: str) -> None:
    report = read(without_the_tablet(beside(tool), tool))
    assert {name for name in report.answers.unasked if name in DEVICES} == {"appareils__tablette"}
    computers = report.answers.table["appareils__ordinateur"].fillna(False).tolist()
    assert computers == FAMILIES.table["appareils__ordinateur"].fillna(False).tolist()


@TOOLS
def test_boxes_that_only_other_families_ticked_may_be_the_same_question_asked_again(tool: str) -> None:
    rows = without_the_tablet(beside(tool, [[] if rank < 30 else each for rank, each in enumerate(TICKED)]), tool)
    lines = rows[2:] if tool == "survey_monkey" else rows[1:]
    own = len(lines[0]) - (4 if tool == "kobo" else 3)
    title = words()("appareils")
    devices = range(rows[0].index(next(each for each in rows[0] if each.startswith(title))), own)
    for row in lines[30:]:
        for at in list(devices)[: 4 if tool == "kobo" else 3]:
            row[at] = ""
    assert {*DEVICES} <= read(rows).answers.unasked


@TOOLS
def test_the_column_that_is_to_be_taken_out_is_named_as_the_file_names_it(tool: str) -> None:
    rows = without_the_tablet(beside(tool, [[] for _ in TICKED]), tool)
    rows[0][-1] = f"Dans la chambre [{TABLET}]" if tool != "kobo" else f"Dans la chambre/{TABLET}"
    if tool == "survey_monkey":
        rows[0][-3:], rows[1][-3:] = ["Dans la chambre", "", ""], ["Un lit", "Une lampe", TABLET]
    for row in rows[2:]:
        row[-1] = TABLET if tool == "survey_monkey" else "1"
    (why,) = read(rows).unasked.values()
    reason = why["appareils"].reason.replace("\u00a0", " ").replace("\u202f", " ")
    names = re.findall(r"la colonne « (.+?) »", reason)
    above = [f"Dans la chambre > {title}" for title in rows[1]] if tool == "survey_monkey" else []
    assert names
    titles = [title.replace("\u00a0", " ").replace("\u202f", " ") for title in (*rows[0], *above)]
    assert all(any(title.startswith(name.removesuffix("…")) for title in titles) for name in names)


def test_the_questionnaire_made_of_an_export_has_the_title_and_every_box_of_the_school() -> None:
    rows = [row[:2] + row[-9:] for row in beside("kobo")]
    rows = [[*row, "6e" if rank % 2 else "5e"] for rank, row in enumerate(rows)]
    rows[0][-1] = "Classe"
    own = own_questionnaire("export.csv", csv_text(rows, ",").encode())
    (asked,) = (each for each in own.counted if set(each.answers) & set(BOXES))
    assert (asked.title, asked.answers) == (OWN, BOXES)
    assert not [each for each in left_words(own) if " > " in each]
