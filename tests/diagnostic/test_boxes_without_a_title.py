"""Une question à cases dont une seule colonne a le titre : chaque case est lue, ou dite non lue, jamais comptée 0."""

import pytest
from diagnostic import survey_exports
from diagnostic.survey_exports import Rows, csv_text, some_families, survey_monkey, words

from liaison.diagnostic.own.questionnaire import own_questionnaire
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading import wording
from liaison.diagnostic.reading.mapping import MappedColumn, Mapping
from liaison.diagnostic.reading.questions_read import questions_read
from liaison.diagnostic.reading.reading import read_answers
from liaison.diagnostic.reading.reports import ReadReport

QUESTIONNAIRE = family_questionnaire()
FAMILIES = some_families(QUESTIONNAIRE, 40, seed=3)
DEVICES = "appareils"
BOXES = next(item for item in QUESTIONNAIRE.items if item.id == DEVICES).values


@pytest.fixture(autouse=True)
def sentences_of_the_suite(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(survey_exports, "TEXTS", wording.TEXTS)


def read(rows: Rows, mapping: Mapping | None = None) -> ReadReport:
    return read_answers(csv_text(rows, ",").encode(), QUESTIONNAIRE, mapping, name="export.csv")


def check_same(report: ReadReport) -> None:
    assert (report.lines_in, report.refused, report.unread) == (len(FAMILIES), (), ())
    assert report.answers.unasked <= {"mode"}
    for name in FAMILIES.table.columns.difference(["mode"]):
        assert report.answers.table[name].tolist() == FAMILIES.table[name].tolist(), name


def devices_alone(cells: list[list[str]], titles: list[str]) -> Rows:
    return [["connexion", *titles], *(["fixe", *row] for row in cells)]


@pytest.mark.parametrize("titled", [True, False])
def test_a_second_line_of_header_that_says_response_is_no_family(titled: bool) -> None:
    rows = survey_monkey(FAMILIES)
    title = [["Enquête", *[""] * (len(rows[0]) - 1)]]
    check_same(read([*(title if titled else []), *rows]))


def test_a_school_s_own_form_of_two_lines_keeps_the_titles_of_its_first_line() -> None:
    services = ["Cantine", "Garderie"]
    rows = [
        ["Respondent ID", "Quels services utilisez-vous ?", "", "Êtes-vous content ?"],
        ["", *services, "Response"],
        *([str(rank), "Cantine" if rank % 2 else "", "Garderie" if rank % 3 else "", "Oui"] for rank in range(40)),
        *([str(rank), "Cantine", "", "Non"] for rank in range(40, 60)),
    ]
    own = own_questionnaire("export.csv", csv_text(rows, ",").encode())
    asked = {own.questionnaire.own_words[item.id]: item.kind for item in own.questionnaire.items}
    assert asked == {"Quels services utilisez-vous ?": "multiple", "Êtes-vous content ?": "single"}


@pytest.mark.parametrize("third", [True, False])
def test_the_two_or_three_lines_of_a_header_of_qualtrics_are_no_family(third: bool) -> None:
    titles, below, *lines = survey_monkey(FAMILIES)
    last, headers = "", []
    for title, part in zip(titles, below, strict=True):
        last = title or last
        plain = part in ("", "Response")
        headers.append(last if plain else f"{last} - Selected Choice - {part}")
    codes = ["ResponseId", "StartDate", "IPAddress", *(f"Q{rank}" for rank in range(len(titles) - 3))]
    imports = [f'{{"ImportId":"QID{rank}"}}' for rank in range(len(titles))]
    check_same(read([codes, headers, *([imports] if third else []), *lines]))


def test_a_box_that_holds_its_own_words_is_ticked() -> None:
    t = words()
    rows = [[f"{t(DEVICES)} [{t(f'{DEVICES}-{box}')}]" for box in BOXES]]
    rows += [[t(f"{DEVICES}-{BOXES[0]}"), *[""] * (len(BOXES) - 1)]] * 3
    answers = read(rows).answers
    assert [answers.table[f"{DEVICES}__{box}"].tolist() for box in BOXES[:2]] == [[True] * 3, [False] * 3]


@pytest.mark.parametrize("again", ["", "Unnamed: 3", "Colonne1", "the same"])
def test_boxes_that_bear_no_title_are_named_by_the_one_answer_that_each_holds(again: str) -> None:
    t = words()
    told = [t(f"{DEVICES}-{box}") for box in BOXES[:3]]
    titles = [t(DEVICES), *[t(DEVICES) if again == "the same" else again] * 3]
    report = read(devices_alone([[told[0], "", "", ""], ["", told[1], told[2], ""]], titles))
    assert {f"{DEVICES}__{box}" for box in BOXES[:3]}.isdisjoint(report.answers.unasked)
    assert {f"{DEVICES}__{box}" for box in BOXES[3:]} <= report.answers.unasked
    assert report.answers.table[f"{DEVICES}__{BOXES[1]}"].tolist() == [False, True]


def test_boxes_without_a_title_that_hold_several_answers_each_are_not_asked_and_it_is_said() -> None:
    t = words()
    told = [t(f"{DEVICES}-{box}") for box in BOXES[:3]]
    rows = devices_alone([[told[0], told[1]], [told[1], told[2]]], [t(DEVICES), ""])
    report = read(rows)
    assert {f"{DEVICES}__{box}" for box in BOXES} <= report.answers.unasked
    why = next(question.why for question in questions_read(report) if question.name == DEVICES)
    assert "colonnes sans titre" in why


def test_a_mapping_that_takes_one_box_for_the_whole_question_is_not_followed() -> None:
    t = words()
    told = [t(f"{DEVICES}-{box}") for box in BOXES[:3]]
    rows = devices_alone([[told[0], told[1]], [told[1], told[2]]], [t(DEVICES), ""])
    columns = (MappedColumn(source="connexion", cible="connexion"), MappedColumn(source=t(DEVICES), cible=DEVICES))
    report = read(rows, Mapping(questionnaire=QUESTIONNAIRE.id, colonnes=columns))
    assert {f"{DEVICES}__{box}" for box in BOXES} <= report.answers.unasked


def test_a_mapping_kept_of_boxes_without_a_title_does_not_read_them_in_another_order() -> None:
    title = words()(DEVICES)
    boxes = [words()(f"{DEVICES}-{box}") for box in BOXES[:3]]
    cells = [[box if (rank + place) % 3 else "" for place, box in enumerate(boxes)] for rank in range(30)]
    first = read(devices_alone(cells, [title, "", ""]))
    kept = first.with_guesses_right().mapping
    again = read(devices_alone(cells[::-1], [title, "", ""]), kept)
    assert (again.guesses, again.answers.table[f"{DEVICES}__{BOXES[0]}"].sum()) == ((), 20)
    moved = read(devices_alone([row[::-1] for row in cells], [title, "", ""]), kept)
    assert {f"{DEVICES}__{box}" for box in BOXES} <= moved.answers.unasked
    assert moved.unread == ()


def test_a_note_without_a_title_beside_a_list_of_answers_changes_nothing() -> None:
    t = words()
    told = [t(f"{DEVICES}-{box}") for box in BOXES[:3]]
    report = read(devices_alone([[f"{told[0]};{told[1]}", "rappeler"], [told[2], ""]], [t(DEVICES), ""]))
    assert {f"{DEVICES}__{box}" for box in BOXES}.isdisjoint(report.answers.unasked)
