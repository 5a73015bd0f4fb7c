"""Une liste de participants comme en ont les établissements : ce qu'elle ne dit pas est demandé, une fois."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from training.a_list import ANNE, ELODIE, KNOWN, MAILS, NO_TITLES, file_of, with_mails

from app.cli.output import InputError
from app.cli.session_list import answers_of, read_list
from liaison.diagnostic.answers import FamilyAnswer
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.answer_code import code_of
from liaison.training.session.definition import Participant, SessionError
from liaison.training.session.list_answers import ListAnswers, kept_beside
from liaison.training.session.participants import ColumnsError, read_participants

TURNED = (Participant("Fictive Anne", "Fictive"), Participant("Inventée Élodie", "Inventée"))
TWO = "Anne;Fictive\nÉlodie;Inventée\n"
UNKNOWN = [
    "Agent concerné;Service\nAnne Fictive;Vie scolaire\n",
    TWO,
    "Fictive;Anne;a@b.example\nInventée;Élodie;c@d.example\n",
    "Qui;Fonction;Lieu\nAnne Fictive;CPE;Les Tilleuls\n",
    "Nom d'usage;Nom de naissance;Prénom\nFictive;Autre;Anne\n",
    "Rôle;Qui;Mail perso\nCPE;Anne;a@b.c\n",
    "Inscrits\nAnne Fictive\nÉlodie Inventée\n",
    "Stage du 27 novembre 2026\nAnne Fictive\nÉlodie Inventée\n",
    "Liste des présents\nAnne Fictive\n",
    "Qui;Contact\nAnne Fictive;a@b.example\n",
    "Anne Fictive;anne.fictive@college\nÉlodie Inventée;c@d.example\n",
    "Anne Fictive;\nÉlodie Inventée;c@d.example\nPaul Exemple;e@f.example\n",
    "Anne Fictive;\n" * 6 + "Élodie Inventée;c@d.example\n",
]


@pytest.mark.parametrize("text", UNKNOWN)
def test_a_first_line_that_may_be_titles_is_asked_about_and_nobody_is_read(tmp_path: Path, text: str) -> None:
    with pytest.raises(ColumnsError) as asked:
        read_participants(file_of(tmp_path, text))
    assert asked.value.titles == tuple(text.splitlines()[0].split(";"))
    for answer in ("--name-column", "--no-titles", "rien n'a été fait"):
        assert answer in str(asked.value).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("text", "answers", "people"),
    [
        (UNKNOWN[0], {"columns": ("agent concerné",)}, (ANNE,)),
        ("A;B;Mail\nAnne;Fictive;a@b.example", {"columns": ("A", "B")}, with_mails(KNOWN[:1])),
        (TWO, {"titled": False}, (ANNE, ELODIE)),
        (TWO, {"titled": False, "family": "fin"}, KNOWN),
        ("Fictive;Anne\nInventée;Élodie\n", {"titled": False, "columns": ("2", "1")}, KNOWN),
        (UNKNOWN[2], {"titled": False, "columns": ("2", "1")}, with_mails(KNOWN)),
        (UNKNOWN[6], {"columns": ("Inscrits",)}, (ANNE, ELODIE)),
        ("Qui;Contact\nAnne Fictive;a@b.example", {"columns": ("Qui",)}, (replace(ANNE, email="a@b.example"),)),
        ("Anne\nÉlodie Inventée\n", {"titled": False}, (Participant("Anne"), ELODIE)),
        (UNKNOWN[7], {"columns": ("Stage du 27 novembre 2026",), "family": "fin"}, KNOWN),
    ],
)
def test_each_answer_reads_the_list(tmp_path: Path, text: str, answers: dict[str, Any], people: Any) -> None:
    assert read_participants(file_of(tmp_path, text), ListAnswers(**answers)).people == people


@pytest.mark.parametrize(
    "answers", [{"columns": ("C",)}, {"titled": False, "columns": ("4",)}, {"titled": False, "columns": ("0",)}]
)
def test_a_column_that_is_not_there_is_asked_about_again(tmp_path: Path, answers: dict[str, Any]) -> None:
    with pytest.raises(ColumnsError):
        read_participants(file_of(tmp_path, "A;B;X\nAnne;Fictive;1\n"), ListAnswers(**answers))


def test_a_line_above_people_with_addresses_is_told_too(tmp_path: Path) -> None:
    found = read_participants(file_of(tmp_path, "Stage du 27\nAnne Fictive;a@b.example\n"))
    assert (found.people, found.above) == ((replace(ANNE, email="a@b.example"),), ("Stage du 27",))


@pytest.mark.parametrize("above", ["Stage du 27 novembre\n", "Stage;27/11/2026\n\nLes Tilleuls\n"])
def test_titles_under_other_lines_are_found_and_those_lines_are_told(tmp_path: Path, above: str) -> None:
    found = read_participants(file_of(tmp_path, f"{above}Nom;Prénom;Courriel\nFictive;Anne;a@b.example\n"))
    assert found.people == (Participant("Anne Fictive", "Fictive", "a@b.example"),)
    assert len(found.above) == len([line for line in above.splitlines() if line])
    told: list[str] = []
    read_list(tmp_path / "noms.csv", None, told.append)
    assert "Au-dessus des titres" in told[0]


# Letters and digits together, as in the code that a family's answers make: what schools write beside a name.
MIXED = st.from_regex(r"(0[0-9]{6}[A-Z])|([A-Z0-9]{4}( [A-Z0-9]{4}){0,6})", fullmatch=True)
OF_A_FAMILY = code_of(
    FamilyAnswer(questionnaire=family_questionnaire().id, jeton="0123abcd", contexte={}, reponses={}),
    family_questionnaire(),
)


@given(
    beside=st.lists(MIXED | st.just(OF_A_FAMILY), min_size=1, max_size=45),
    sign=st.sampled_from(";,\t"),
    title=st.sampled_from(["UAI", "Code", "Établissement"]),
)
@example(beside=["0350003N"], sign=";", title="UAI")
@settings(max_examples=60, deadline=None)
def test_whatever_stands_beside_a_name_a_list_is_one_of_people(
    tmp_path_factory: pytest.TempPathFactory, beside: list[str], sign: str, title: str
) -> None:
    rows = [["Nom de famille", "Prénom", title, "Adresse de courriel"]]
    rows += [[f"NOM{at}", f"Prénom{at}", text, f"p{at}@ac-x.example"] for at, text in enumerate(beside)]
    path = file_of(tmp_path_factory.mktemp("liste"), "\n".join(map(sign.join, rows)))
    assert read_participants(path).people == tuple(
        Participant(f"{given} {family}", family, mail) for family, given, _, mail in rows[1:]
    )


def test_addresses_with_digits_beside_names_with_digits_are_no_codes_of_families(tmp_path: Path) -> None:
    rows = [f"NOM{at},Prénom{at},p{at}@ac-x.example" for at in range(3)]
    path = file_of(tmp_path, "\n".join(["Nom de famille,Prénom,Adresse de courriel", *rows]))
    assert [one.email for one in read_participants(path).people] == [f"p{at}@ac-x.example" for at in range(3)]


@pytest.mark.parametrize(
    ("text", "answers", "people"),
    [
        (UNKNOWN[0], ["1", "agent concerné", "2"], [Participant("Anne Fictive", "Fictive")]),
        (UNKNOWN[0], ["9", "1", "Autre", "1", "agent concerné", "3"], [ANNE]),
        (TWO, ["2", "2"], list(KNOWN)),
        ("Fictive;Anne;CPE\nInventée;Élodie;AED\n", ["2", "2, 1"], list(KNOWN)),
        (UNKNOWN[6], ["1", "2"], list(KNOWN)),
        (
            "Fictive Anne\nInventée Élodie\n",
            ["1"],
            list(TURNED),
        ),
    ],
)
def test_what_was_answered_is_not_asked_again_of_the_same_list(
    tmp_path: Path, typed: Any, text: str, answers: list[str], people: list[Participant]
) -> None:
    path, told = file_of(tmp_path, text), list[str]()
    left = typed(*answers)
    assert list(read_list(path, None, told.append)) == people
    assert next(left, None) is None
    typed(*(["3"] if answers[-1] == "3" else []))  # « je ne sais pas » is no answer
    again: list[str] = []
    assert list(read_list(path, None, again.append)) == people
    assert any(kept_beside(path).name in one for one in again) or answers[-1] == "3"
    kept = kept_beside(path).read_text(encoding="utf-8")
    assert not [word for one in people for word in one.name.split() if word in kept]
    path.write_text("Autre;Titre\nAnne Fictive;X\n", encoding="utf-8")
    typed("3")
    with pytest.raises(InputError, match="Rien n'a été fait"):
        read_list(path, None, told.append)


def test_options_are_kept_as_answers_are(tmp_path: Path) -> None:
    path, told = file_of(tmp_path, TWO), list[str]()
    with pytest.raises(ColumnsError):
        read_list(path, answers_of(None, False, None), told.append)
    assert read_list(path, answers_of(None, True, "fin"), told.append) == KNOWN
    assert read_list(path, None, told.append) == KNOWN
    kept_beside(path).write_text("version: 2\n", encoding="utf-8")
    with pytest.raises(SessionError, match="version"):
        read_list(path, None, told.append)


@pytest.mark.parametrize(
    ("text", "before", "after", "people"),
    [
        (TWO, (None, True, None), (None, False, "fin"), KNOWN),
        (TWO, (None, True, "fin"), (None, True, None), KNOWN),
        (TWO, (None, True, "fin"), ("1,2", False, None), KNOWN),
        (f"Qui;Lieu\n{TWO}", (None, True, None), ("Qui,Lieu", False, None), KNOWN),
        (f"Qui;Lieu\n{TWO}", ("Qui,Lieu", False, None), (None, False, "fin"), KNOWN),
        (f"Qui\n{TWO.replace(';', ' ')}", ("Qui", False, "debut"), (None, False, "fin"), KNOWN),
    ],
)
def test_an_option_given_later_leaves_what_was_kept_of_the_rest(
    tmp_path: Path, text: str, before: Any, after: Any, people: Any
) -> None:
    path, told = file_of(tmp_path, text), list[str]()
    read_list(path, answers_of(*before), told.append)
    assert read_list(path, answers_of(*after), told.append) == people
    assert read_list(path, None, told.append) == people


@pytest.mark.parametrize(("columns", "family"), [(None, "milieu"), ("A,B,C", None)])
def test_an_option_that_says_nothing_is_refused(columns: str | None, family: str | None) -> None:
    with pytest.raises(InputError):
        answers_of(columns, False, family)


def test_an_address_that_two_people_have_is_told(tmp_path: Path) -> None:
    said: list[str] = []
    path = file_of(tmp_path, "Prénom;Nom;Courriel\nAnne;Fictive;a@b.example\nÉlodie;Inventée;A@b.example\n")
    read_list(path, None, said.append)
    assert "a@b.example, pour Anne Fictive, Élodie Inventée" in " ".join(said)
    path = file_of(tmp_path, "Prénom;Nom;Courriel\nAnne;Fictive;a@b.example\nÉlodie;Inventée;c@b.example\n")
    said.clear()
    read_list(path, None, said.append)
    assert not any("adresse" in one for one in said)


@pytest.mark.parametrize("heading", ["Liste des stagiaires", "Liste des inscrits;"])
def test_without_titles_the_name_of_the_list_is_nobody(tmp_path: Path, heading: str) -> None:
    found = read_participants(file_of(tmp_path, f"{heading}\nAnne Fictive\nÉlodie Inventée\n"), NO_TITLES)
    assert [one.name for one in found.people] == ["Anne Fictive", "Élodie Inventée"]
    assert found.above == (heading.strip(";"),)
    assert len(read_participants(file_of(tmp_path, "Anne Liste\nPaul Groupe\n"), NO_TITLES).people) == 2


@pytest.mark.parametrize("title", ["Adresse de messagerie", "Boîte de messagerie", "Contact", "Compte M@gistère", ""])
def test_a_column_of_addresses_is_read_whatever_its_title(tmp_path: Path, title: str) -> None:
    lines = ["Nom;Prénom;" + title, *(f"{one.family};{one.name.split()[0]};" for one in KNOWN)]
    lines[1:] = [line + mail for line, mail in zip(lines[1:], MAILS, strict=True)]
    found = read_participants(file_of(tmp_path, "\n".join(lines)))
    assert found.people == with_mails(KNOWN)
    assert found.unread == ()


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Nom;Prénom;Contact\nFictive;Anne;a@b.example\nInventée;Élodie;06 00 00 00 00\n", ["Contact"]),
        ("Nom;Prénom;Courriel;Contact\nFictive;Anne;a@b.example;d@e.example\nInventée;Élodie;;\n", ["Contact"]),
        ("Nom;Prénom;Contact\nFictive;Anne;06 00 00 00 00\n", []),
    ],
)
def test_addresses_that_are_left_in_a_list_are_said(tmp_path: Path, text: str, titles: list[str]) -> None:
    said: list[str] = []
    people = read_list(file_of(tmp_path, text), None, said.append)
    assert [one.name for one in people][:1] == ["Anne Fictive"]
    assert [line for line in said if "n'ont pas été lues" in line] == [
        line for line in said if any(f"« {title} »" in line for title in titles)
    ]
    assert len([line for line in said if "n'ont pas été lues" in line]) == len(titles)


@pytest.mark.parametrize("text", ["Martin,Zoé\nPetit,Luc\n", "Qui, Lieu\nAnne Fictive, 5e\n", "A, B, C\nD, E, F\n"])
def test_a_table_whose_columns_have_no_titles_is_still_asked_about(tmp_path: Path, text: str) -> None:
    with pytest.raises(ColumnsError):
        read_participants(file_of(tmp_path, text))


@pytest.mark.parametrize("text", ["Martin, Zoé, DDEN\nPetit, Luc, CPE\n", "A,B,C\nD,E,F\n"])
def test_a_first_line_that_is_said_to_be_somebody_is_not_asked_about_again(tmp_path: Path, text: str) -> None:
    path = file_of(tmp_path, text)
    with pytest.raises(ColumnsError) as first:
        read_participants(path)
    with pytest.raises(ColumnsError) as second:
        read_participants(path, ListAnswers(titled=False))
    assert "ligne de titres" in str(first.value)
    assert "ligne de titres" not in str(second.value)
    assert '--no-titles --name-column "2,1"' in str(second.value).replace("\u00a0", " ")
    assert len(read_participants(path, ListAnswers(titled=False, columns=("2", "1"))).people) == 2


@pytest.mark.parametrize("first", ["12 inscrits", "27 novembre 2026", "12 Roy Max"])
def test_a_first_line_that_begins_with_a_number_is_asked_about_when_it_may_be_a_title(
    tmp_path: Path, first: str
) -> None:
    with pytest.raises(ColumnsError):
        read_participants(file_of(tmp_path, f"{first}\nPETIT Luc\nROY Léa\n"))
