"""Un nom comme une liste l'écrit : le nom de famille n'est jamais deviné, et ce qui n'est pas un nom est dit."""

import re
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from training.a_list import ANNE, KNOWN, MAILS, NO_TITLES, file_of
from training.a_session import SESSION

from app.cli.output import InputError
from app.cli.session_list import answers_of, read_list
from liaison.documents import Table
from liaison.training.papers.attendance import attendance_sheet
from liaison.training.session.definition import Participant, SessionError
from liaison.training.session.list_answers import ListAnswers
from liaison.training.session.participants import ColumnsError, read_participants
from liaison.training.session.tidy_lines import tidied
from liaison.training.session.written_name import whole_name


@pytest.mark.parametrize(
    ("name", "alone", "first", "last"),
    [
        ("DUPONT Jean", "DUPONT", "DUPONT", "DUPONT"),
        ("Jean DUPONT", "DUPONT", "DUPONT", "DUPONT"),
        ("Jean de LA TOUR", "de LA TOUR", "de LA TOUR", "de LA TOUR"),
        ("de LA TOUR Jean", "de LA TOUR", "de LA TOUR", "de LA TOUR"),
        ("JEAN DUPONT", "", "JEAN", "DUPONT"),
        ("Jean Dupont", "", "Jean", "Dupont"),
        ("Jean de La Tour", "", "Jean de La", "de La Tour"),
        ("de La Tour Jean", "", "de La Tour", "La Tour Jean"),
        ("d'Alembert Jean", "", "d'Alembert", "Jean"),
        ("Jean D'ALEMBERT", "D'ALEMBERT", "D'ALEMBERT", "D'ALEMBERT"),
        ("Dupont de Nemours Jean", "", "Dupont de Nemours", "de Nemours Jean"),
        ("DUPONT Jean MARTIN", "", "DUPONT", "MARTIN"),
        ("J. R. Martin", "", "J.", "Martin"),
        ("Cher", "", "", ""),
        ("Zoé Martin, AED", "", "Zoé", "Martin"),
        ("Paul Durand (CPE)", "", "Paul", "Durand"),
        ("Zoé MARTIN - AED", "MARTIN", "MARTIN", "MARTIN"),
        ("Durand Paul [5e B]", "", "Durand", "Paul"),
        ("MARTIN, Zoé", "MARTIN", "MARTIN", "MARTIN"),
        ("Martin, Zoé", "Martin", "Martin", "Martin"),
        ("de La Tour, Zoé", "de La Tour", "de La Tour", "de La Tour"),
        ("LE GOFF, Anne", "LE GOFF", "LE GOFF", "LE GOFF"),
        ("Zoé, MARTIN", "MARTIN", "MARTIN", "MARTIN"),
        ("Mme Martin Zoé", "", "Martin", "Zoé"),
        ("AED Zoé Martin", "", "Zoé", "Martin"),
        ("Luc Noir CPE", "", "Luc", "Noir"),
        ("Luc NOIR CPE", "NOIR", "NOIR", "NOIR"),
        ("Luc Noir professeur·e de Maths", "", "Luc", "Noir"),
        ("Luc Noir Directrice", "", "Luc", "Noir"),
        ("Luc Noir référent numérique", "", "Luc", "Noir"),
        ("Référente numérique : Luc Noir", "", "", ""),
        ("Anne Roux Psy EN", "", "Anne", "Roux"),
        ("Luc CPE de La Tour", "", "Luc de La", "de La Tour"),
        ("Luc Principal", "", "Luc", "Principal"),
        ("M. Cuisinier", "Cuisinier", "Cuisinier", "Cuisinier"),
        ("Mme la CPE", "", "", ""),
        ("Zoé Martin-Durand", "", "Zoé", "Martin-Durand"),
    ],
)
def test_capitals_say_the_family_name_then_the_end_that_was_said_and_nothing_else(
    name: str, alone: str, first: str, last: str
) -> None:
    read = [whole_name(name, end).family for end in (None, "debut", "fin")]
    assert read == [alone, first, last]


@pytest.mark.parametrize(
    ("title", "cell", "person"),
    [
        ("Nom Prénom", "Fictive Anne", Participant("Fictive Anne", "Fictive")),
        ("Prénom et nom", "Anne Fictive", Participant("Anne Fictive", "Fictive")),
        ("NOM Prénom", "Anne FICTIVE", Participant("Anne FICTIVE", "FICTIVE")),
        ("Prénom Nom", "Anne de La Fiction", Participant("Anne de La Fiction", "de La Fiction")),
        ("Nom", "Anne Fictive", ANNE),
        ("Participant", "Anne Fictive", ANNE),
    ],
)
def test_a_single_column_gives_the_family_name_that_its_title_or_its_capitals_say(
    tmp_path: Path, title: str, cell: str, person: Participant
) -> None:
    found = read_participants(file_of(tmp_path, f"{title}\n{cell}\n"))
    assert found.people == (person,)
    assert bool(found.without_family) is not bool(person.family)
    assert [one.person.family for one in found.to_check] == [person.family] * (cell.count(" ") > 1)


FUNCTIONS = ["CPE", "AED", "AESH", "PsyEN", "professeur·e", "prof de maths"]
MAY_BE_NAMES = ["Principal", "Cuisinier", "directrice", "Infirmière", "secrétaire", "Documentaliste", "PE"]


def told_of(folder: Path, text: str) -> tuple[list[tuple[str, str]], str]:
    """Return the names and family names of a list, and all that its trainer is told of it."""
    told: list[str] = []
    people = read_list(file_of(folder, text), None, told.append)
    return [(one.name, one.family) for one in people], "\n".join(told).replace("\u00a0", " ")


@pytest.mark.parametrize(
    "written", ["{}, {}", "{} ({})", "{} [{}]", "{} - {}", "{} \u2013 {}", "{} / {}", "{} | {}", "{} : {}"]
)
def test_a_function_that_a_sign_parts_from_a_name_is_set_aside_and_said(tmp_path: Path, written: str) -> None:
    functions = [*FUNCTIONS, *MAY_BE_NAMES, "infirmier(ère)", "enseignant/enseignante"]
    lines = [written.format("Zoé Martin", function) for function in functions]
    people, told = told_of(tmp_path, "\n".join(["Prénom Nom", *lines, "Paul Durand"]))
    assert people == [("Zoé Martin", "Martin")] * len(lines) + [("Paul Durand", "Durand")]
    for number, function in enumerate(functions[:-1], 2):
        assert f"« {function} », ligne {number}" in told
    assert "« enseignant" in told
    assert "enseignante »" in told


@pytest.mark.parametrize(
    "written", ["{0} {1}", "{1} {0}", "Mme la {1} {0}", "{1} : {0}", "{1}, {0}", "{0}, {1} (stagiaire)"]
)
@pytest.mark.parametrize("function", ["CPE", "AED", "AESH"])
def test_what_is_nobodys_name_is_set_aside_without_a_sign_too(tmp_path: Path, written: str, function: str) -> None:
    people, told = told_of(tmp_path, f"Prénom Nom\n{written.format('Zoé Martin', function)}\n")
    assert [(name.removeprefix("Mme "), family) for name, family in people] == [("Zoé Martin", "Martin")]
    assert f"{function} », ligne 2" in told


@pytest.mark.parametrize("word", MAY_BE_NAMES)
def test_a_function_that_may_be_a_name_stays_in_it_and_is_asked_about(tmp_path: Path, typed: Any, word: str) -> None:
    typed("1")
    lines = {f"Luc Noir {word}": "Noir", f"{word} Luc Noir": "Noir", f"Luc {word}": word, f"M. {word}": word}
    people, told = told_of(tmp_path, "Prénom Nom\nPaul Durand\n" + "\n".join(lines))
    read = [(name.removeprefix("M. "), family) for name, family in lines.items()]
    assert people[1:] == read
    for number, (name, family) in enumerate(read, 3):
        assert f"ligne {number}, {name} (nom de famille lu : {family})" in told
    typed("2")
    with pytest.raises(InputError, match="Rien n'a été fait"):
        told_of(tmp_path, f"Prénom Nom\nLuc {word}\n")
    typed("1")
    assert told_of(tmp_path, f"Prénom Nom\nLuc {word}\n")[0] == [(f"Luc {word}", word)]


@pytest.mark.parametrize(
    "line", ["Mme la CPE", "Directrice", "AED", "M. le principal adjoint", "Léa -", "? Léa", "Léa, ."]
)
def test_a_line_that_names_nobody_wholly_is_asked_about_by_its_number(tmp_path: Path, typed: Any, line: str) -> None:
    text = f"Prénom Nom\nPaul Durand\n{line}\n"
    typed("1")
    people, told = told_of(tmp_path, text)
    assert people[1] == (line if "Léa" not in line else "Léa", "")
    assert f"ligne 3, {people[1][0]} (nom de famille lu : aucun)" in told
    typed("2")
    with pytest.raises(InputError, match="Rien n'a été fait"):
        told_of(tmp_path, text)


@pytest.mark.parametrize("line", ["-;-", ".;?", "-;"])
def test_a_line_without_any_name_is_refused_by_its_number(tmp_path: Path, line: str) -> None:
    with pytest.raises(SessionError, match=rf"ligne 3.*un nom est attendu, pas «\s{re.escape(line.split(';')[0])}"):
        read_participants(file_of(tmp_path, f"Nom;Prénom\nDurand;Paul\n{line}\n"))


@pytest.mark.parametrize(
    ("line", "person", "said"),
    [
        ("Martin (CPE);Zoé", ("Zoé Martin", "Martin"), "« CPE », ligne 2"),
        ("Petit, AED;Luc", ("Luc Petit", "Petit"), "« AED », ligne 2"),
        ("Durand;Ali (AESH)", ("Ali Durand", "Durand"), "« AESH », ligne 2"),
        ("Principal;Luc", ("Luc Principal", "Principal"), ""),
        ("Noir Directrice;Luc", ("Luc Noir Directrice", "Noir Directrice"), "ligne 2, Luc Noir Directrice"),
        ("Martin;Directrice", ("Directrice Martin", "Martin"), "ligne 2, Directrice Martin"),
        ("CPE;Zoé", ("Zoé", ""), "« CPE », ligne 2"),
        ("-;Léa", ("Léa", ""), "ligne 2, Léa"),
        ("Roux;?", ("Roux", "Roux"), "ligne 2, Roux"),
        ("Martin (Lille);Zoé", ("Zoé Martin (Lille)", "Martin (Lille)"), "ligne 2, Zoé Martin (Lille)"),
    ],
)
def test_in_columns_of_their_own_names_are_read_the_same_way(
    tmp_path: Path, line: str, person: tuple[str, str], said: str
) -> None:
    people, told = told_of(tmp_path, f"Nom;Prénom\n{line}\n")
    assert people == [person]
    assert told == said if not said else said in told


@pytest.mark.parametrize(
    ("cells", "people", "said"),
    [
        (["MARTIN, Zoé", "Petit, Luc"], [("Zoé MARTIN", "MARTIN"), ("Luc Petit", "Petit")], "2 lignes"),
        (
            ["Martin Durand, Zoé", "Petit, Luc"],
            [("Zoé Martin Durand", "Martin Durand"), ("Luc Petit", "Petit")],
            "2 lignes",
        ),
        (["Anne Roux", "Petit, Luc"], [("Anne Roux", "Roux"), ("Luc Petit", "Petit")], "vérifier"),
        (["Anne Roux", "PETIT, Luc"], [("Anne Roux", "Roux"), ("Luc PETIT", "PETIT")], "1 ligne,"),
        (
            ["Anne Roux, Lille", "Paul Durand, Brest"],
            [("Anne Roux, Lille", "Roux"), ("Paul Durand, Brest", "Durand")],
            "Autre chose",
        ),
        (["Anne Roux DDEN"], [("Anne Roux DDEN", "DDEN")], "vérifier"),
        (["Martin, AED", "Anne Roux"], [("Martin", ""), ("Anne Roux", "Roux")], "Un prénom sans nom"),
        (["Principal, Zoé", "Anne Roux"], [("Zoé Principal", "Principal"), ("Anne Roux", "Roux")], "Une fonction, ou"),
        (["PRINCIPAL, Marie Claire", "A B"], [("PRINCIPAL, Marie Claire", ""), ("A B", "B")], "Un prénom sans nom"),
        (
            ["Gris, collège Hugo", "Anne Roux"],
            [("Gris, collège Hugo", ""), ("Anne Roux", "Roux")],
            "Un prénom sans nom",
        ),
    ],
)
def test_a_comma_turns_a_name_where_capitals_a_lone_name_or_the_whole_column_say_so(
    tmp_path: Path, cells: list[str], people: list[tuple[str, str]], said: str
) -> None:
    found, told = told_of(tmp_path, "Prénom Nom\n" + "".join(f'"{cell}"\n' for cell in cells))
    assert found == people
    assert said in told


# Names as people have them, none of whose words is one of a function.
WORDS = st.from_regex(r"[A-ZÉ][a-zéè]{2,9}", fullmatch=True).filter(
    lambda word: not whole_name(f"Xu Yo {word}", None).unsure
)
GIVEN = st.builds("".join, st.tuples(WORDS, st.sampled_from(["", "-Anne", "-Paul"])))
FAMILY = st.builds("".join, st.tuples(st.sampled_from(["", "de ", "Le ", "d'"]), WORDS, st.sampled_from(["", "-Roux"])))
SHAPES: dict[str, tuple[str, str]] = {
    "{given} {family}": ("Prénom Nom", ""),
    "{family} {given}": ("Nom Prénom", ""),
    "{FAMILY} {given}": ("Participant", ""),
    "{given} {FAMILY}": ("Participant", ""),
    "{FAMILY}, {given}": ("Participant", "NOM, Prénom"),
    "{family}, {given}": ("Participant", "NOM, Prénom"),
    "{family}, {given} (CPE)": ("Participant", "« CPE », ligne"),
    "{given} {family}, AED": ("Prénom Nom", "« AED », ligne"),
    "{given} {family} AED": ("Prénom Nom", "« AED », ligne"),
    "AED {given} {family}": ("Prénom Nom", "« AED », ligne"),
    "{family} {given} - professeure de Lettres": ("Nom Prénom", "« professeure de Lettres », ligne"),
    "Mme {FAMILY} {given}": ("Nom Prénom", ""),
    "{given} {family} Principal": ("Prénom Nom", "Une fonction, ou une partie du nom"),
    "{given} {family} (Lille)": ("Prénom Nom", "Autre chose est écrit"),
}
TOKENS = ["Zoé", "MARTIN", "CPE", "la", "de", "Mme", "d'Or", "5e", "Principal", "PE", "professeur(e)", "مريم"]
TOKENS += ["(AED)", "[Lille]", "(née Roux)", "(", ",", ";", "/", "-", "?", ":", "|"]


@given(st.lists(st.sampled_from(TOKENS), max_size=9), st.sampled_from([None, "debut", "fin"]), st.booleans())
@example(["Zoé", "MARTIN", "-", "Lille", "(AED)", "d'Or"], "fin", False)
@settings(max_examples=400, deadline=None)
def test_no_word_of_a_cell_is_lost_it_is_in_the_name_or_told_to_be_apart(
    tokens: list[str], end: Any, turned: bool
) -> None:
    read = whole_name(" ".join(tokens), end, turned=turned)
    assert sorted(re.findall(r"\w+", " ".join([read.name, *read.apart]))) == sorted(
        re.findall(r"\w+", " ".join(tokens))
    )
    assert set(re.findall(r"\w+", read.family)) <= set(re.findall(r"\w+", read.name))


@pytest.mark.parametrize("sign", [", ", ",", ";", "\t"])
def test_what_a_comma_cuts_off_under_a_single_title_is_not_lost(tmp_path: Path, sign: str) -> None:
    people, _ = told_of(tmp_path, f"Prénom Nom\nMARTIN{sign}Zoé\nDURAND{sign}Ali\n")
    assert people == [("Zoé MARTIN", "MARTIN"), ("Ali DURAND", "DURAND")]
    people, told = told_of(tmp_path, f"Prénom Nom\nZoé Martin{sign}CPE\nAli Durand{sign}Lille\n")
    assert people == [("Zoé Martin", "Martin"), ("Ali Durand, Lille", "Durand")]
    assert "« CPE », ligne 2" in told
    lines = f"MARTIN{sign}Zoé\nDURAND{sign}Ali\n"
    found = read_participants(file_of(tmp_path, lines), NO_TITLES).people
    assert [one.family for one in found] == ["MARTIN", "DURAND"]


@given(
    people=st.lists(st.tuples(GIVEN, FAMILY), min_size=1, max_size=6, unique=True),
    shape=st.sampled_from(sorted(SHAPES)),
)
@settings(max_examples=120, deadline=None)
def test_however_a_name_is_written_its_parts_come_back_or_a_sentence_says_that_they_may_not(
    tmp_path_factory: pytest.TempPathFactory, people: list[tuple[str, str]], shape: str
) -> None:
    title, said = SHAPES[shape]
    lines = [shape.format(given=one, family=family, FAMILY=family.upper()) for one, family in people]
    found, told = told_of(tmp_path_factory.mktemp("liste"), "\n".join([title, *(f'"{line}"' for line in lines)]))
    assert [family.casefold() for _, family in found] == [family.casefold() for _, family in people]
    for (name, _), (one, family) in zip(found, people, strict=True):
        assert sorted(f"{one} {family}".casefold().split()) == [
            word for word in sorted(name.casefold().split()) if word not in ("mme", "principal", "(lille)")
        ]
    assert said in told


@pytest.mark.parametrize(
    ("line", "named"), [("Martin;Zoé", ""), (";Zoé", "Zoé"), ("Martin;", "Martin"), (";Marie Claire", "Marie Claire")]
)
def test_a_line_without_its_family_name_or_its_given_name_is_asked_about(
    tmp_path: Path, typed: Any, line: str, named: str
) -> None:
    path, told = file_of(tmp_path, f"Nom;Prénom\nFictive;Anne\n{line}\n"), list[str]()
    typed(*(["1"] if named else []))
    assert len(read_list(path, None, told.append)) == 2
    text = " ".join(told).replace("\u00a0", " ")
    assert (f"gardé le résultat) : ligne 3, {named} (nom de famille lu" in text) == bool(named)
    # Said once the session is made: its file is what is left to mend.
    assert ("dans participants.csv, colonnes « nom » et « nom_de_famille »." in text) == bool(named)
    typed("2")
    if named:
        with pytest.raises(InputError, match="Rien n'a été fait"):
            read_list(path, None, told.append)


def test_what_is_not_known_is_said_with_what_to_do_and_on_the_sheet_until_it_is(tmp_path: Path) -> None:
    told: list[str] = []
    path = file_of(tmp_path, "Zoé Arbre\nAnne Fictive\n")
    people = read_list(path, None, told.append)
    assert "--family-name debut" in told[0]
    assert "Zoé Arbre, Anne Fictive" in told[0]
    assert listed(people) == (["Anne Fictive", "Zoé Arbre"], True)
    assert listed(read_list(path, answers_of(None, False, "fin"), told.append)) == (
        ["ARBRE Zoé", "FICTIVE Anne"],
        False,
    )
    assert listed((Participant("ARBRE Zoé", "ARBRE"),)) == (["ARBRE Zoé"], False)


def listed(people: tuple[Participant, ...]) -> tuple[list[str], bool]:
    """Return the names of the sheet to sign, in order, and whether it says that family names are not known."""
    codes = SESSION.participants[: len(people)]
    sheet = attendance_sheet(SESSION, (), dict(zip(codes, people, strict=True)))
    (table,) = (block for block in sheet.blocks if isinstance(block, Table))
    names = [row[1][0].text for row in table.rows if row[1]]
    return names, "nom de famille n'est pas connu" in str(sheet).replace("\xa0", " ")


@pytest.mark.parametrize(
    "written",
    ["{} <{}>", '"{}" <{}>', "{} ({})", "{} {}", "1. {} <{}>", "2) {} <{}>", "(3) {} <{}>", "4 - {} <mailto:{}>"]
    + [f"{bullet} {{}} <{{}}>" for bullet in "-\u2013\u2022*\u25aa"],
)
def test_numbers_bullets_and_the_address_beside_a_name_do_not_go_on_an_attestation(
    tmp_path: Path, written: str
) -> None:
    path = file_of(
        tmp_path, "".join(written.format(one.name, mail) + "\n" for one, mail in zip(KNOWN, MAILS, strict=True))
    )
    said: list[str] = []
    people = read_list(path, None, said.append)
    assert [(one.name, one.email) for one in people] == [
        (one.name, mail) for one, mail in zip(KNOWN, MAILS, strict=True)
    ]
    assert any("Adresse lue à côté d'un nom" in one and "2 lignes" in one for one in said)
    assert any("Numéro ou puce" in one for one in said) == (not written.startswith(("{", '"')))


def test_whatever_sign_stands_before_a_name_either_stays_with_it_or_is_said_to_be_taken_off(tmp_path: Path) -> None:
    signs = [sign for sign in map(chr, range(sys.maxunicode)) if unicodedata.category(sign)[0] in "PS"]
    taken_off: list[str] = []
    for sign in (*signs, "--", "-->", "[ ]", "[x]", "- [ ]", "\u2610 12.", "* (3)", "1. \u2022"):
        line = tidied([f"{sign} MARTIN Zoé"])
        read = whole_name(line.cells[0], None)
        if line.numbered:
            assert line.cells == ("MARTIN Zoé",)
        elif sign not in read.name and not (read.more or read.several or read.turned):
            taken_off.append(sign)
    assert taken_off == []
    people, said = told_of(tmp_path, "\u2022 MARTIN Zoé\n\u2013 PETIT Luc\n\u2610 LE GOFF Maëlle\nROY Max\n")
    assert [family for _, family in people] == ["MARTIN", "PETIT", "LE GOFF", "ROY"]
    assert "Numéro ou puce enlevé devant un nom : 3 lignes." in said


@pytest.mark.parametrize("written", ["Anne <a@b.example> <c@d.example>", "<a@b.example>", "Anne <Fictive>"])
def test_what_is_left_of_an_address_is_no_name(tmp_path: Path, written: str) -> None:
    with pytest.raises(SessionError, match=r"ligne 2.*un nom est attendu"):
        read_participants(file_of(tmp_path, f"Nom et prénom\n{written}\n"))


def test_the_answer_that_is_printed_is_the_best_and_a_family_name_takes_its_given_name_along(tmp_path: Path) -> None:
    path = file_of(tmp_path, "Nom;Nom d'usage;Prénom\nFictive;Autre;Anne\n")
    with pytest.raises(ColumnsError, match='--name-column "Prénom,Nom"'):
        read_participants(path)
    (person,) = read_participants(path, ListAnswers(columns=("Nom",))).people
    assert (person.name, person.family) == ("Anne Fictive", "Fictive")
    (person,) = read_participants(file_of(tmp_path, "N°;Civ.;Participant(e)\n1;Mme;Anne FICTIVE\n")).people
    assert person.name == "Anne FICTIVE"


@pytest.mark.parametrize(
    ("titles", "line", "person"),
    [
        ("Nom;Prénom;Fonction", "Mme DURAND;Sophie;PE", ("Sophie DURAND", "DURAND")),
        ("Civilité;Nom;Prénom", "Mme;Mme ROY;Léa", ("Léa ROY", "ROY")),
        ("Nom;Prénom", "ROY;Mme Léa", ("Léa ROY", "ROY")),
        ("Nom Prénom", "Martin Zoé Mme", ("Martin Zoé", "Martin")),
        ("Nom Prénom", '"Mme, Martin Zoé"', ("Martin Zoé", "Martin")),
        ("Participant", '"MARTIN, Mme Zoé"', ("Zoé MARTIN", "MARTIN")),
        ("Prénom Nom", "Anne M.", ("Anne M.", "M.")),
        ("Prénom;Nom", "Jean;Docteur", ("Jean Docteur", "Docteur")),
    ],
)
def test_a_civility_is_no_part_of_a_name_wherever_it_stands_and_an_initial_is(
    tmp_path: Path, titles: str, line: str, person: tuple[str, str]
) -> None:
    people, told = told_of(tmp_path, f"{titles}\n{line}\n")
    assert people == [person]
    assert ("« Mme », ligne 2" in told) == ("Mme" in line)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("MARTIN, Zoé\nPETIT, Luc, CPE\nROY, Anne\n", [("Zoé MARTIN", "MARTIN"), ("Luc PETIT", "PETIT")]),
        ("Martin, Zoé\nPetit, Luc\nRoy, Anne\n", [("Zoé Martin", "Martin"), ("Luc Petit", "Petit")]),
    ],
)
@pytest.mark.parametrize("answers", [ListAnswers(), ListAnswers(titled=False)], ids=["rien", "sans titres"])
def test_a_text_of_family_names_a_comma_and_given_names_is_read_as_it_is_written(
    tmp_path: Path, text: str, people: list[tuple[str, str]], answers: ListAnswers
) -> None:
    found = read_participants(file_of(tmp_path, text), answers)
    assert [(one.name, one.family) for one in found.people][:2] == people
    assert len(found.people) == len(found.turned) == 3


# What is not in capitals on one side of each line may be anything; what is, only somebody.
IN_CAPITALS = ["MARTIN{0}Zoé{0}CPE\nPETIT{0}Luc{0}DDEN\nROY{0}Anne\n", "Zoé{0}MARTIN\nLuc{0}PETIT\n"]
IN_CAPITALS += ["MARTIN{0}Zoé\nLE GOFF{0}Luc-Marie{0}Collège Hugo\n", "MARTIN{0}Zoé{0}Lyon{0}5e\nPETIT{0}Luc\n"]


@pytest.mark.parametrize("sign", [",", ", ", ";", "\t", " | ", "|"])
@pytest.mark.parametrize("text", IN_CAPITALS)
@pytest.mark.parametrize("answers", [(None, False, None), (None, True, None)], ids=["rien", "sans titres"])
def test_family_names_in_capitals_in_a_column_of_their_own_need_no_question(
    tmp_path: Path, answers: Any, text: str, sign: str
) -> None:
    told: list[str] = []
    people = read_list(file_of(tmp_path, text.format(sign)), answers_of(*answers), told.append)
    assert "MARTIN" in people[0].name
    assert all(one.name.endswith(one.family) and one.family.isupper() for one in people)
    said = " ".join(told).replace("\u00a0", " ")
    for beside in ("CPE", "DDEN", "Collège Hugo", "Lyon", "5e"):
        assert (f"« {beside} »" in said) == (beside in text)


@pytest.mark.parametrize(
    ("columns", "said", "not_said"),
    [("2,1", ["ligne 2, colonne 3, « CPE »"], ["« Max »"]), ("2", ["ligne 2, colonne 1, « Petit »"], ["« Zoé »"])],
)
def test_nothing_of_a_line_is_lost_when_its_columns_are_given_by_number(
    tmp_path: Path, columns: str, said: list[str], not_said: list[str]
) -> None:
    told: list[str] = []
    path = file_of(tmp_path, "Le Goff, Jean et Roy, Max\nPetit, Luc, CPE\nNoir, Zoé\n")
    people = read_list(path, answers_of(columns, True, None), told.append)
    assert people[0].name == "Le Goff, Jean et Roy, Max"
    words = " ".join(told).replace("\u00a0", " ")
    assert "Plusieurs personnes sur une ligne" in words
    assert [one for one in [*said, *not_said] if f"{one}" in words] == said


INVERTED: list[tuple[str, str | None, bool, str | None]] = [
    ("Zoé;MARTIN", "2,1", True, None),
    ("MARTIN;Zoé", "1,2", True, None),
    ("Nom;Prénom\nZoé;MARTIN", None, False, None),
]
INVERTED += [("Zoé;MARTIN\nLuc;Petit", None, True, "debut"), ("MARTIN;Zoé\nLuc;Petit", None, True, "fin")]


@pytest.mark.parametrize(("text", "columns", "untitled", "end"), INVERTED)
def test_capitals_that_are_not_where_the_family_name_was_said_to_be_are_told(
    tmp_path: Path, text: str, columns: str | None, untitled: bool, end: str | None
) -> None:
    told: list[str] = []
    people = read_list(file_of(tmp_path, text + "\n"), answers_of(columns, untitled, end), told.append)
    assert people[0].family == "Zoé"
    said = " ".join(told).replace("\u00a0", " ")
    assert "Noms de famille à vérifier" in said
    assert "(nom de famille lu : Zoé)" in said
    right = (
        (columns and ",".join(reversed(columns.split(",")))),
        untitled,
        end and {"fin": "debut", "debut": "fin"}[end],
    )
    told.clear()
    read_list(file_of(tmp_path, text.replace("Nom;Prénom", "Prénom;Nom") + "\n"), answers_of(*right), told.append)
    assert "à vérifier" not in " ".join(told)


@pytest.mark.parametrize("text", ["12 ROY Max\nPETIT Luc\n", "PETIT Luc\n12 ROY Max\n", "1 ROY Max\n2 PETIT Luc\n"])
def test_a_number_before_a_name_is_no_part_of_it_and_no_title(tmp_path: Path, text: str) -> None:
    people, told = told_of(tmp_path, text)
    assert {*people} == {("ROY Max", "ROY"), ("PETIT Luc", "PETIT")}
    assert "Mis à part du nom, et donc absent de l'attestation : « 1" in told


def test_every_line_that_is_nobody_is_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(SessionError) as refused:
        read_participants(file_of(tmp_path, "MARTIN Zoé\n---\nROY Max\n***\n" + "x" * 200 + "\n"))
    said = str(refused.value).replace("\u00a0", " ")
    assert "3 lignes à corriger" in said
    for line in ("ligne 2 : un nom est attendu, pas « --- »", "ligne 4 : un nom", "ligne 5 : un nom de 200 signes"):
        assert line in said
    assert "ligne 3" not in said


# What is known is set aside; what is not, and is evidently no name, is told, and is no family name.
BESIDE = [
    ("Melle PETIT-JEAN Anne", "PETIT-JEAN", "Mis à part du nom, et donc absent de l'attestation : « Melle »"),
    ("M.MARTIN Luc", "MARTIN", "Mis à part du nom, et donc absent de l'attestation : « M. »"),
    ("Me LEROY Paul", "LEROY", "Mis à part du nom, et donc absent de l'attestation : « Me »"),
    ("Mrs SMITH Jane", "SMITH", "Mis à part du nom, et donc absent de l'attestation : « Mrs »"),
    ("Vve BLANC Marie", "BLANC", "Autre chose est écrit avec le nom"),
    ("Zgr. BLANC Marie", "BLANC", "Autre chose est écrit avec le nom"),
    ("DURAND née MARTIN Sophie", "", "Autre chose est écrit avec le nom"),
    ("PETIT ép. LEROY Zoé", "", "Autre chose est écrit avec le nom"),
    ("DURAND xyz MARTIN Sophie", "", "Autre chose est écrit avec le nom"),
    ("Sophie DURAND (MARTIN)", "DURAND", "Autre chose est écrit avec le nom"),
    ("Jean NOIR / Max GRIS", "", "Plusieurs personnes sur une ligne"),
    ("Anne ROY + Luc BLANC", "", "Plusieurs personnes sur une ligne"),
    ("Anne ROY avec Luc BLANC", "", "Plusieurs personnes sur une ligne"),
]


@pytest.mark.parametrize(("line", "family", "said"), BESIDE)
def test_what_is_evidently_no_name_is_set_aside_or_told_and_is_no_family_name(
    tmp_path: Path, line: str, family: str, said: str
) -> None:
    people, told = told_of(tmp_path, f"Participant\n{line}\n")
    assert [one for _, one in people] == [family]
    assert said in told


@pytest.mark.parametrize("line", ["J.R. Martin", "J.-P. MARTIN", "zoé MARTIN", "Jean de La Tour", "Théo d'alembert"])
def test_an_initial_a_particle_and_a_small_letter_are_of_a_name(tmp_path: Path, line: str) -> None:
    people, told = told_of(tmp_path, f"Participant\n{line}\n")
    assert [name for name, _ in people] == [line]
    assert "Autre chose" not in told
    assert "Mis à part" not in told


TWO_ON_A_LINE = ["Monsieur et Madame PETIT", "M. ou Mme PETIT", "MM. Durand", "Mmes PETIT et ROY", "M./Mme PETIT"]
TWO_ON_A_LINE += ["Jean et Zoé PETIT", "Jean & Zoé PETIT", "Le Goff, Jean et Roy, Max", "Mme PETIT, M. ROY"]


@pytest.mark.parametrize("line", TWO_ON_A_LINE)
@pytest.mark.parametrize("titles", ["Prénom Nom", "Prénom;Nom"])
def test_two_people_on_a_line_are_asked_about_by_its_number_and_left_as_written(
    tmp_path: Path, typed: Any, titles: str, line: str
) -> None:
    given, _, family = line.rpartition(" ")
    cells = f'"{given}";{family}' if ";" in titles else f'"{line}"'
    typed("1")
    people, told = told_of(tmp_path, f"{titles}\n{cells}\n")
    assert people[0][0] == line
    assert f"Plusieurs personnes sur une ligne ? Un seul code y répond : ligne 2, {line}" in told
    assert "une personne par ligne" in told


@pytest.mark.parametrize("line", ["Zoé OU", "Ou Zoé", "Luc Noir professeur de lettres et d'histoire", "Zoé Etou"])
def test_a_name_that_looks_like_two_people_is_one(tmp_path: Path, line: str) -> None:
    _, told = told_of(tmp_path, f"Prénom Nom\n{line}\n")
    assert "Plusieurs personnes" not in told
