"""Le questionnaire d'une école dit les mots de son export : des titres, des réponses dans leur ordre, et d'un seul
tenant celles qui le sont."""

import pytest
from diagnostic.survey_exports import Rows, csv_text

from liaison.base.letters import key
from liaison.diagnostic.own.questionnaire import OwnQuestionnaire, own_questionnaire
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.formats.source import SourceColumn
from liaison.diagnostic.reading.reading import read_answers
from liaison.diagnostic.reading.unread import never_read
from liaison.personal.contacts import contact_in
from liaison.personal.identifying import named_personal

CODES = ["ResponseId", "StartDate", "IPAddress", "Status"]


def own_of(rows: Rows, name: str = "export.csv") -> OwnQuestionnaire:
    return own_questionnaire(name, csv_text(rows, ",").encode())


def qualtrics() -> Rows:
    boxes = [f"Quels services ? - Selected Choice - {box}" for box in ("Cantine", "Garderie", "Bus")]
    places = [f"Êtes-vous content ? - {place}" for place in ("La cantine", "Le bus")]
    titles = ["Response ID", "Start Date", "IP Address", "Response Type", *boxes, *places]
    imports = [f'{{"ImportId":"QID{rank}"}}' for rank in range(len(titles))]
    lines = [
        [
            *(f"R_{rank}", "2026-11-02 08:00:00", "192.0.2.1", "0"),
            *("Cantine" if rank % 2 else "", "Garderie" if rank % 3 else "", "Bus" if rank % 5 < 2 else ""),
            *("Bien" if rank % 4 else "Moyen", "Moyen" if rank % 3 else "Bien"),
        ]
        for rank in range(60)
    ]
    return [[*CODES, "Q1_1", "Q1_2", "Q1_3", "Q2_1", "Q2_2"], titles, imports, *lines]


def test_the_three_lines_of_a_header_of_qualtrics_give_the_words_of_the_second() -> None:
    own = own_of(qualtrics())
    services, content = own.counted
    assert (services.item.kind, services.answers) == ("multiple", ("Cantine", "Garderie", "Bus"))
    assert (content.item.kind, content.rows) == ("grid", ("La cantine", "Le bus"))
    assert not own.questionnaire.held
    assert "importid" not in own.texts()["questionnaire.yaml"].lower()


def test_a_mapping_made_of_the_third_line_is_still_followed() -> None:
    rows = qualtrics()
    own = own_of(rows)
    third = {key(title): code for title, code in zip(rows[1], rows[2], strict=True)}
    read = {key(each.source): each for each in own.mapping.colonnes}
    assert set(read) <= set(third)
    former = own.mapping.model_copy(
        update={"colonnes": tuple(each.model_copy(update={"source": third[name]}) for name, each in read.items())}
    )
    content = csv_text(rows, ",").encode()
    both = [read_answers(content, own.questionnaire, each).answers for each in (own.mapping, former)]
    assert both[0].table.equals(both[1].table)
    assert not both[1].unasked & {column.name for column in own.questionnaire.columns()}


@pytest.mark.parametrize(
    "title",
    [
        "First Name",
        "Last Name",
        "Recipient First Name",
        "Recipient Last Name",
        "Full name",
        "Given Name",
        "Family Name",
    ],
)
def test_a_name_asked_in_english_is_the_title_of_a_name(title: str) -> None:
    assert named_personal(title) == "porte le titre d'un nom de personne"


@pytest.mark.parametrize("title", ["Location Latitude", "LocationLongitude", "Longitude", "GPS"])
def test_a_place_on_the_map_is_named_as_such_even_empty_and_is_no_number_of_social_security(title: str) -> None:
    cells = ["48.1173450000000", "-1.6777926123456", "1.6777926123456789", "2.1234567890123"]
    assert contact_in(cells) is None
    assert contact_in(["1 85 05 78 006 084 91"]) is not None
    for own in (cells, []):
        assert never_read(SourceColumn(title, 0), own) == "porte le titre de coordonnées géographiques"


def test_the_address_of_a_recipient_is_named_as_such_even_empty() -> None:
    assert "adresse" in never_read(SourceColumn("Recipient Email", 0), [])


def test_columns_of_names_in_english_are_said_never_read() -> None:
    rows = [["First Name", "Last Name", "connexion"], *([["Ali", "Petit", "fixe"], ["Lou", "Riou", "aucune"]] * 20)]
    report = read_answers(csv_text(rows).encode(), family_questionnaire(), name="export.csv")
    said = next(each.reason for each in report.flagged if "jamais lues" in each.reason)
    assert "First Name" in said
    assert "Last Name" in said


def answers_of(title: str, cells: list[str]) -> tuple[str, ...]:
    rows = [[title, "Autre question ?"], *([cell, "AB"[rank % 2]] for rank, cell in enumerate(cells * 12))]
    return next(each.answers for each in own_of(rows).counted if each.title == title)


def test_hours_come_in_their_order() -> None:
    hours = ["17 h", "19 h 30", "18 h", "8h", "16h45"]
    assert answers_of("À quelle heure finissez-vous ?", hours) == ("8h", "16h45", "17 h", "18 h", "19 h 30")


def test_yes_comes_before_no_and_no_opinion_last() -> None:
    cells = ["Sans avis", "Non", "Oui", "Non", "Oui", "Ne sait pas"]
    assert answers_of("Content ?", cells)[:3] == ("Oui", "Non", "Sans avis")
    assert answers_of("Content ?", ["Plutôt non", "Sans avis", "Plutôt oui"]) == (
        "Plutôt non",
        "Plutôt oui",
        "Sans avis",
    )


def test_an_answer_that_holds_the_separator_is_one_answer() -> None:
    cells = ["Garderie, étude, Bus", "Cantine, Garderie, étude", "Cantine", "Bus", "Cantine, Bus", "Garderie, étude"]
    own = own_of([["Quels services ?", "Avis ?"], *([cell, "AB"[rank % 2]] for rank, cell in enumerate(cells * 12))])
    services = own.counted[0]
    assert set(services.answers) == {"Garderie, étude", "Bus", "Cantine"}
    report = read_answers(
        csv_text([["Quels services ?", "Avis ?"], ["Cantine, Garderie, étude", "A"]], ",").encode(),
        own.questionnaire,
        own.mapping,
    )
    assert not report.unread
    boxes = [column.name for column in own.questionnaire.columns() if column.item.id == services.item.id]
    assert report.answers.table[boxes].iloc[0].sum() == 2


@pytest.mark.parametrize("ticked", [("x", ""), ("Oui", "Non"), ("1", "0")])
@pytest.mark.parametrize("written", ["{} - {}", "{} : {}", "{} ({})", "{} [{}]", "{}->{}", "{} — {}"])
@pytest.mark.parametrize(
    "title", ["Quels ateliers ?", "Quels ateliers ? (plusieurs réponses)", "Ateliers (deux au plus) ?"]
)
def test_what_follows_the_mark_of_a_question_is_a_part_of_it_whatever_signs_it_holds(
    title: str, written: str, ticked: tuple[str, str]
) -> None:
    boxes = ("Cuisine", "Jardin (printemps, été)", "Lecture [soir]", "Cuisine - desserts", "Sport : ballon")
    lines = [[*(ticked[(rank + at) % 3 > 0] for at in range(5)), ("6e", "5e")[rank % 2]] for rank in range(40)]
    own = own_of([[*(written.format(title, box) for box in boxes), "Classe"], *lines])
    (asked,) = own.counted
    assert (asked.title, asked.item.kind, asked.answers) == (title, "multiple", boxes)


def test_two_questions_in_which_how_to_answer_is_told_after_the_mark_stay_two() -> None:
    titles = [
        "Cantine ? (une seule réponse)",
        "Garderie ? (une seule réponse)",
        "Étude ? - une seule réponse",
        "Classe",
    ]
    lines = [[("Oui", "Non")[rank % place < 2] for place in (3, 5, 7)] + [f"{3 + rank % 4}e"] for rank in range(40)]
    assert [each.title for each in own_of([titles, *lines]).counted] == titles[:3]
