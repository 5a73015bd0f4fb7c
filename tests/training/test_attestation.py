"""The sheet to sign, who was there, and the attestation: what they say, what they do not, for whom."""

import csv
import datetime as dt
import io
import random
import re
from collections.abc import Callable
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path

import docx
import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from app.cli import app
from liaison.documents import Definitions, Document, Signatures, Table, to_pdf
from liaison.module import GUIDE, ModuleError, module_named, module_names, to_check
from liaison.training.badge.keys import new_key
from liaison.training.closing.lengths import minutes_said
from liaison.training.papers.attendance import UNEXPECTED, attendance_sheet
from liaison.training.papers.attestation import Attended, Length, attestation, minutes_words, phrase
from liaison.training.papers.presences import (
    PRESENCES,
    PresenceError,
    empty_presences,
    everybody,
    read_presences,
    read_text,
)
from liaison.training.session.codes import new_codes
from liaison.training.session.definition import HalfDay, Participant, Session, SessionFolder, write_session
from liaison.training.session.module_facts import module_facts

CODES = new_codes(4, random.Random(1))
FIRST, SECOND, THIRD = CODES[1:]
FOURTH, FIFTH = new_codes(2, random.Random(8))
NAMES = {FIRST: "Dominique Fictif", SECOND: "Alix Fictif"}
PEOPLE = {code: Participant(name) for code, name in NAMES.items()}
SESSION = Session(
    code=CODES[0],
    title="Relier l'école et les familles",
    date=dt.date(2026, 11, 20),
    place="Salle des Tilleuls",
    trainer="Camille Fictif",
    modules=("01_messagerie_ent", "02_diagnostic_familles"),
    mode="machines",
    participants=CODES[1:],
    hand_in_until=dt.datetime(2026, 11, 20, 18),
    names_until=dt.date(2026, 12, 31),
)
MODULES = [module_facts(name) for name in SESSION.modules]


@pytest.fixture
def place(tmp_path: Path) -> SessionFolder:
    write_session(tmp_path, SESSION)
    lines = "".join(f"{code};{name}\n" for code, name in NAMES.items())
    (tmp_path / "participants.csv").write_text(f"code;nom\n{lines}", encoding="utf-8")
    return SessionFolder(tmp_path, SESSION)


def liaison(*words: object) -> Result:
    return CliRunner().invoke(app, ["session", *(str(word) for word in words)])


def mark(place: SessionFolder, **marks: str) -> None:
    lines = [f"{code};{marks.get(code, ';')}" for code in SESSION.participants]
    (place.root / PRESENCES).write_text("\n".join(["code;matin;apres_midi", *lines]), encoding="utf-8")


def table(document: Document) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table))


def cells(document: Document) -> list[list[str]]:
    return [["".join(part.text for part in cell) for cell in row] for row in table(document).rows]


def words(document: Document) -> str:
    return document.model_dump_json().replace("\u00a0", " ")


def text_of(path: Path) -> str:
    pages = pypdf.PdfReader(BytesIO(path.read_bytes())).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages).replace("\u00a0", " ")


# The sheet to sign


def test_with_names_the_sheet_follows_their_order_and_keeps_room_for_the_unexpected() -> None:
    sheet = attendance_sheet(SESSION, MODULES, PEOPLE)
    assert table(sheet).header == ("Code", "Nom", "Signature, matin", "Signature, après-midi")
    rows = cells(sheet)
    assert [row[1] for row in rows[:3]] == ["Alix Fictif", "Dominique Fictif", ""]
    assert rows[2][0] == THIRD  # sans nom dans la liste : à la fin, par son code
    assert rows[3:] == [[""] * 4] * UNEXPECTED


def test_with_codes_only_the_sheet_has_no_column_for_a_name() -> None:
    sheet = attendance_sheet(SESSION, MODULES, {})
    assert table(sheet).header == ("Code", "Signature, matin", "Signature, après-midi")
    assert [row[0] for row in cells(sheet)] == sorted(SESSION.participants)


def test_a_session_of_one_half_day_has_one_column_to_sign() -> None:
    morning = SESSION.model_copy(update={"half_days": ("matin",)})
    sheet = attendance_sheet(morning, MODULES, {})
    assert table(sheet).header == ("Code", "Signature, matin")
    assert [block.lines for block in sheet.blocks if isinstance(block, Signatures)] == [("Camille Fictif, le matin",)]


ALIKE = {
    FIRST: Participant("Zoé Abel", "Abel", "a@abel.example"),
    SECOND: Participant("Zoé Abel", "", "b@abel.example"),
}


@pytest.mark.parametrize(("people", "number"), [(PEOPLE, False), (ALIKE, True)])
def test_what_the_sheet_says_that_it_holds_is_true_and_no_address_goes_round_the_room(
    people: dict[str, Participant], number: bool
) -> None:
    sheet = attendance_sheet(SESSION, MODULES, people)
    said = str(sheet).replace("\u00a0", " ")
    assert "De chaque personne, cette feuille porte le code et le nom, et rien d'autre." in said
    assert "@" not in said
    assert ("Un numéro, dans l'ordre de la liste, distingue deux personnes d'un même nom." in said) == number


@pytest.mark.parametrize("people", [PEOPLE, {}])
def test_the_sheet_holds_nothing_of_a_person_but_a_code_and_a_name(people: dict[str, Participant]) -> None:
    held = {cell for row in cells(attendance_sheet(SESSION, MODULES, people)) for cell in row} - {""}
    assert held == {*SESSION.participants, *(one.name for one in people.values())}


def test_the_sheet_follows_family_names_known_or_in_capitals_and_tells_two_of_one_name_apart() -> None:
    people = {
        FIRST: Participant("Zoé Abel", "Abel", "zoe@abel.example"),
        SECOND: Participant("Anne DURAND"),
        THIRD: Participant("Élodie d'Étang", "d'Étang"),
    }
    codes = (*SESSION.participants, FOURTH, FIFTH)
    people |= {FOURTH: Participant("Zoé Abel", "Abel"), FIFTH: Participant("Alix Éclair", "Éclair")}
    rows = cells(attendance_sheet(SESSION.model_copy(update={"participants": codes}), MODULES, people))
    assert [row[1] for row in rows[: len(codes)]] == [
        "ABEL Zoé (1)",
        "ABEL Zoé (2)",
        "D'ÉTANG Élodie",
        "Anne DURAND",
        "ÉCLAIR Alix",
    ]


def test_the_sheet_leaves_a_centimetre_to_sign_and_repeats_its_header_on_a_second_page() -> None:
    codes = new_codes(30, random.Random(2))
    many = SESSION.model_copy(update={"participants": codes})
    sheet = attendance_sheet(many, MODULES, {})
    assert (table(sheet).row_height_cm or 0) >= 1
    pages = pypdf.PdfReader(BytesIO(to_pdf(sheet))).pages
    assert len(pages) == 2
    assert all("Signature" in page.extract_text() for page in pages)


def test_the_command_writes_the_sheet_and_never_writes_over_who_was_there(place: SessionFolder) -> None:
    assert liaison("attendance", place.root).exit_code == 0
    assert "Alix Fictif" in text_of(place.documents / "emargement.pdf")
    assert docx.Document(str(place.documents / "emargement.docx")).tables
    mark(place, **{FIRST: "x;x"})
    before = (place.root / PRESENCES).read_bytes()
    result = liaison("attendance", place.root)
    assert result.exit_code == 0
    assert "n'a pas été touché" in result.stdout.replace("\u00a0", " ")
    assert (place.root / PRESENCES).read_bytes() == before


# Who was there


def test_the_list_to_fill_in_has_codes_and_no_name(place: SessionFolder) -> None:
    (place.root / PRESENCES).write_bytes(empty_presences(SESSION))
    lines = list(csv.reader(io.StringIO((place.root / PRESENCES).read_text("utf-8-sig")), delimiter=";"))
    assert lines == [["code", "matin", "apres_midi"], *([code, "", ""] for code in SESSION.participants)]
    with pytest.raises(PresenceError, match="Personne"):
        read_presences(place)


@given(st.dictionaries(st.sampled_from(SESSION.participants), st.sets(st.sampled_from(SESSION.half_days)), min_size=1))
def test_what_is_marked_is_what_is_read(marks: dict[str, set[HalfDay]]) -> None:
    def line(code: str) -> str:
        there = marks.get(code, set())
        return f"{code.lower()};{'X' if 'apres_midi' in there else ''};{'oui' if 'matin' in there else 'non'}"

    read = read_text("\n".join(["Code;apres_midi;matin", *map(line, SESSION.participants)]), SESSION)
    expected = {code: tuple(half for half in SESSION.half_days if half in there) for code, there in marks.items()}
    assert read == {code: there for code, there in expected.items() if there}


@pytest.mark.parametrize("separator", [";", ","])
def test_a_spreadsheet_may_separate_by_commas_and_leave_empty_lines(place: SessionFolder, separator: str) -> None:
    text = f"code;matin;apres_midi\r\n\r\n{FIRST};x;\r\n;;\r\n{SECOND}\r\n"
    (place.root / PRESENCES).write_text(text.replace(";", separator), encoding="utf-8-sig")
    assert read_presences(place) == {FIRST: ("matin",)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "première ligne"),
        ("code;matin", "première ligne"),
        ("code;matin;soir", "première ligne"),
        ("code;matin;matin", "première ligne"),
        (f"code;matin;apres_midi\n{FIRST};peut-être;", "ligne 2"),
        (f"code;matin;apres_midi\n{FIRST};x;\n{FIRST};x;", "ligne 3"),
        (f"code;matin;apres_midi\n{CODES[0]};x;", "ligne 2"),
        ("code;matin;apres_midi\nTROIS;x;", "ligne 2"),
        ("code;matin;apres_midi\n", "Personne"),
    ],
)
def test_what_is_not_understood_is_told_with_its_line(place: SessionFolder, text: str, told: str) -> None:
    (place.root / PRESENCES).write_text(text, encoding="utf-8")
    with pytest.raises(PresenceError, match=told):
        read_presences(place)


def test_a_list_that_is_not_text_is_refused(place: SessionFolder) -> None:
    (place.root / PRESENCES).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(PresenceError, match="UTF-8"):
        read_presences(place)


# The attestation


def test_an_attestation_says_who_what_when_where_and_by_whom() -> None:
    document = attestation(SESSION, MODULES, Attended(FIRST, SESSION.half_days, NAMES[FIRST]), minutes=390)
    told = words(document)
    for said in ("Dominique Fictif", "Salle des Tilleuls", "20 novembre 2026", "Camille Fictif", "6 h 30"):
        assert said in told
    for module in MODULES:
        for said in (module.title, module.takeaway, *module.objectives):
            assert said.replace("\u00a0", " ") in told


def test_an_attestation_says_what_it_is_not_and_that_competences_are_to_be_confirmed() -> None:
    told = words(attestation(SESSION, MODULES, Attended(FIRST, SESSION.half_days)))
    assert phrase("ce-qu-elle-n-est-pas") in told
    assert to_check() in told
    assert MODULES[0].competences[0] in told


def test_without_a_name_the_code_stands_and_the_name_is_a_line_to_fill_in() -> None:
    unnamed = attestation(SESSION, MODULES, Attended(FIRST, ("matin",)))
    named = attestation(SESSION, MODULES, Attended(FIRST, ("matin",), "Alix Fictif"))
    lines = [next(block.lines for block in one.blocks if isinstance(block, Signatures)) for one in (unnamed, named)]
    assert lines[0][0] == "Nom de la personne, à écrire à la main"
    assert lines[1] == lines[0][1:]
    assert FIRST in words(unnamed)
    assert FIRST not in words(named)


def test_who_came_for_the_morning_only_is_not_said_to_have_come_all_day() -> None:
    def there(*halves: HalfDay) -> str:
        blocks = attestation(SESSION, MODULES, Attended(FIRST, halves)).blocks
        items = dict(next(block.items for block in blocks if isinstance(block, Definitions)))
        return items["Présence constatée"][0].text

    assert there("matin") == "le matin seulement"
    assert there("apres_midi") == "l'après-midi seulement"
    assert there("matin", "apres_midi") == "le matin et l'après-midi"
    told = [words(attestation(SESSION, MODULES, Attended(FIRST, halves))) for halves in (("matin",), SESSION.half_days)]
    assert ["une partie de cette séance" in one for one in told] == [True, False]


def test_a_length_that_nobody_gave_is_said_to_be_the_planned_one() -> None:
    planned = words(attestation(SESSION, MODULES, Attended(FIRST, ("matin",))))
    assert f"{minutes_words(sum(module.minutes for module in MODULES))}, selon le programme" in planned
    assert "selon le programme" not in words(attestation(SESSION, MODULES, Attended(FIRST, ("matin",)), minutes=60))


PLANNED = sum(module.minutes for module in MODULES)
HALVES: dict[HalfDay, int] = {"matin": 180, "apres_midi": 210}


@pytest.mark.parametrize(
    ("halves", "minutes", "whole", "followed"),
    [
        (SESSION.half_days, None, f"{minutes_words(PLANNED)}, selon le programme des modules", None),
        (SESSION.half_days, PLANNED, minutes_words(PLANNED), None),
        (SESSION.half_days, HALVES, f"6 h 30, dont {minutes_words(PLANNED)} prévues pour les modules", None),
        (SESSION.half_days, 60, f"1 h ; le programme des modules en prévoit {minutes_words(PLANNED)}", None),
        (("matin",), HALVES, f"6 h 30, dont {minutes_words(PLANNED)} prévues pour les modules", "3 h"),
        (("apres_midi",), HALVES, f"6 h 30, dont {minutes_words(PLANNED)} prévues pour les modules", "3 h 30"),
        (("matin",), 390, f"6 h 30, dont {minutes_words(PLANNED)} prévues pour les modules", "à écrire à la main"),
        (("matin",), None, f"{minutes_words(PLANNED)}, selon le programme des modules", "à écrire à la main"),
    ],
)
def test_hours_presence_and_programme_never_contradict_one_another(
    halves: tuple[HalfDay, ...], minutes: Length, whole: str, followed: str | None
) -> None:
    blocks = attestation(SESSION, MODULES, Attended(FIRST, halves), minutes=minutes).blocks
    items = {label: words_ for label, (words_, *_) in next(one.items for one in blocks if isinstance(one, Definitions))}
    told = {label: str(getattr(part, "text", part)).replace("\u00a0", " ") for label, part in items.items()}
    assert told["Durée de la séance" if followed is None else "Durée de la séance entière"] == whole
    assert ("Durée suivie" in told) is (followed is not None)
    assert followed is None or told["Durée suivie"].endswith(followed)


@pytest.mark.parametrize("count", range(1, 9))
def test_an_attestation_says_every_objective_on_one_page_however_many_modules(count: int) -> None:
    modules = [module_facts(name) for name in islice(cycle(module_names(GUIDE)), count)]
    document = attestation(SESSION, modules, Attended(FIRST, SESSION.half_days), fingerprint="ABCD " * 7 + "ABCD")
    told = words(document)
    assert all(one.replace("\u00a0", " ") in told for module in modules for one in module.objectives)
    assert len(pypdf.PdfReader(BytesIO(to_pdf(document))).pages) == 1


@pytest.mark.parametrize(
    ("minutes", "said"), [(45, "45 min"), (59, "59 min"), (60, "1 h"), (61, "1 h 01"), (90, "1 h 30"), (420, "7 h")]
)
def test_minutes_are_said_as_hours_from_sixty(minutes: int, said: str) -> None:
    assert minutes_words(minutes) == said


@pytest.mark.parametrize(
    ("given", "minutes"),
    [("6h30", 390), ("6 h", 360), ("6 H 05", 365), ("45 min", 45), ("24h", 1440), ("6h59", 419), ("90 min", 90)],
)
def test_a_length_is_read_as_people_write_it(given: str, minutes: int) -> None:
    assert minutes_said(given) == minutes


@pytest.mark.parametrize("given", ["", "six heures", "0h", "0 min", "24h01", "-1h", "6.5", "6h3", "6h60", "6h75"])
def test_a_length_that_is_none_is_refused(given: str) -> None:
    with pytest.raises(ValueError, match="durée"):
        minutes_said(given)


# The command


def test_who_was_there_a_part_has_its_length_when_each_half_day_has_one_and_is_named_otherwise(
    place: SessionFolder,
) -> None:
    mark(place, **{FIRST: "x;", SECOND: "x;x"})
    said = liaison("attest", place.root, "--hours", "6h30").stdout.replace("\u00a0", " ")
    assert f"Là une partie de la séance seulement : {FIRST}." in said
    said = liaison("attest", place.root, "--hours", "matin 3h, après-midi 3h30").stdout
    assert "Là une partie" not in said
    assert "Durée suivie 3 h" in text_of(place.documents / "attestations" / f"{FIRST}.pdf")
    refused = liaison("attest", place.root, "--hours", "matin 3h")
    assert refused.exit_code == 2
    assert "apres-midi 3h" in refused.stderr.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("hours", "length", "part"),
    [("matin 3h, apres-midi 3h30", "6 h 30", "Durée suivie 3 h"), ("5 h", "5 h", "à écrire à la main")],
)
def test_a_length_that_was_given_once_is_kept_until_another_is_given(
    place: SessionFolder, hours: str, length: str, part: str
) -> None:
    mark(place, **{FIRST: "x;", SECOND: "x;x"})
    folder = place.documents / "attestations"
    liaison("attest", place.root, "--hours", hours)
    before = [text_of(folder / f"{code}.pdf") for code in (FIRST, SECOND)]
    again = liaison("attest", place.root)
    assert [text_of(folder / f"{code}.pdf") for code in (FIRST, SECOND)] == before
    assert part in before[0]
    assert f"Durée de la séance {length}" in before[1]
    assert f"{length}, donnée auparavant" in again.stdout.replace("\u00a0", " ")
    liaison("attest", place.root, "--hours", "4 h")
    assert "Durée de la séance 4 h" in text_of(folder / f"{SECOND}.pdf")
    liaison("attest", place.root)
    assert "Durée de la séance 4 h" in text_of(folder / f"{SECOND}.pdf")


def test_only_who_is_marked_present_gets_an_attestation(place: SessionFolder) -> None:
    mark(place, **{FIRST: "x;", THIRD: ";x"})
    result = liaison("attest", place.root)
    assert result.exit_code == 0, result.stderr
    made = sorted(path.name for path in (place.documents / "attestations").iterdir())
    assert made == sorted([f"{FIRST}.pdf", f"{THIRD}.pdf"])
    assert "Dominique Fictif" in text_of(place.documents / "attestations" / f"{FIRST}.pdf")
    assert "31/12/2026" in result.stdout


def test_what_is_said_while_attestations_are_written_counts_as_the_end_does(place: SessionFolder) -> None:
    codes = tuple(new_codes(12, random.Random(3)))
    place.participants_file.unlink()
    write_session(place.root, SESSION.model_copy(update={"participants": codes}))
    result = liaison("attest", place.root, "--all")
    assert result.exit_code == 0, result.stderr
    said = (result.stderr + result.stdout).replace("\u00a0", " ")
    assert re.findall(r"(\d+) attestation", said) == ["12"]
    assert re.findall(r"\[(\d)/(\d)\]", said) == [("1", "1")]


def test_one_person_can_have_theirs_alone_and_everybody_can_be_said_to_have_come(place: SessionFolder) -> None:
    mark(place, **{FIRST: "x;", SECOND: "x;"})
    assert liaison("attest", place.root, "--only", FIRST.lower()).exit_code == 0
    assert [path.stem for path in (place.documents / "attestations").iterdir()] == [FIRST]
    assert liaison("attest", place.root, "--all").exit_code == 0
    assert len(list((place.documents / "attestations").iterdir())) == len(SESSION.participants)
    again = liaison("attest", place.root)
    assert THIRD in again.stdout.split("noté présent")[1]  # n'est plus noté présent : à effacer à la main


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["--only", THIRD], "n'est pas noté présent"),
        (["--only", CODES[0]], "n'a pas de code"),
        (["--only", "??"], "n'est pas un code"),
        (["--hours", "longtemps"], "n'est pas une durée"),
    ],
)
def test_what_cannot_be_attested_is_refused_and_nothing_is_written(
    place: SessionFolder, asked: list[str], told: str
) -> None:
    mark(place, **{FIRST: "x;"})
    result = liaison("attest", place.root, *asked)
    assert result.exit_code == 2
    assert told in result.stderr.replace("\u00a0", " ")
    assert not place.documents.exists()


def test_a_name_that_no_font_writes_gets_its_papers_in_docx_and_stops_no_other(place: SessionFolder) -> None:
    unknown = "\U000100a0"  # linéaire B : aucune police ne l'a
    place.participants_file.write_text(f"code;nom\n{FIRST};Zoé\n{SECOND};Alix {unknown}\n", encoding="utf-8")
    result = liaison("attest", place.root, "--all")
    assert result.exit_code == 0
    folder = place.documents / "attestations"
    assert {path.suffix for path in folder.glob(f"{SECOND}.*")} == {".docx"}
    assert unknown in docx_text(folder / f"{SECOND}.docx")
    others = [code for code in SESSION.participants if code != SECOND]
    assert {path.name for path in folder.iterdir()} == {f"{SECOND}.docx", *(f"{code}.pdf" for code in others)}
    assert f"Sauf {SECOND}, en DOCX" in result.stdout.replace("\u00a0", " ")
    (folder / f"{FIRST}.docx").write_bytes(b"d'avant")
    assert liaison("attest", place.root, "--all", "--only", FIRST).exit_code == 0
    assert {path.suffix for path in folder.glob(f"{FIRST}.*")} == {".pdf"}


def test_a_name_that_no_font_writes_is_left_to_the_hand_on_the_sheet_that_everybody_signs(place: SessionFolder) -> None:
    unknown = "\U000100a0"
    place.participants_file.write_text(f"code;nom\n{FIRST};Zoé Fictive\n{SECOND};Alix {unknown}\n", encoding="utf-8")
    sheet = liaison("attendance", place.root)
    assert sheet.exit_code == 0
    assert f"à écrire à la main en face du code : {SECOND}" in sheet.stdout.replace("\u00a0", " ")
    printed = text_of(place.documents / "emargement.pdf")
    assert "Zoé Fictive" in printed
    assert SECOND in printed
    assert "Alix" not in printed
    assert unknown in docx_text(place.documents / "emargement.docx")


def test_a_sheet_that_no_font_writes_at_all_leaves_no_pdf_of_a_former_run(place: SessionFolder) -> None:
    assert liaison("attendance", place.root).exit_code == 0
    write_session(place.root, SESSION.model_copy(update={"title": "Relier \U000100a0"}))
    sheet = liaison("attendance", place.root)
    assert "Pas de PDF" in sheet.stdout.replace("\u00a0", " ")
    assert not (place.documents / "emargement.pdf").exists()
    assert (place.documents / "emargement.docx").exists()


def docx_text(path: Path) -> str:
    document = docx.Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_a_folder_that_is_no_session_is_refused(tmp_path: Path) -> None:
    for command in ("attendance", "attest", "badge"):
        result = liaison(command, tmp_path)
        assert result.exit_code == 2
        assert "seance.yaml" in result.stderr
    assert not list(tmp_path.iterdir())


def test_the_attestation_gives_the_fingerprint_of_the_badges_once_there_is_a_key(place: SessionFolder) -> None:
    mark(place, **{FIRST: "x;"})
    liaison("attest", place.root)
    path = place.documents / "attestations" / f"{FIRST}.pdf"
    assert "badge" not in text_of(path)
    key = new_key(place.keys)
    liaison("attest", place.root)
    assert key.fingerprint in text_of(path)


# What modules say of themselves


def test_every_module_that_can_be_led_says_what_documents_need() -> None:
    assert len(module_names(GUIDE)) >= 4
    for name in module_names(GUIDE):
        facts = module_facts(name)
        assert facts.minutes > 0
        assert len(facts.objectives) >= 3
        assert not any("\n" in one or one.endswith(";") for one in facts.objectives)


def test_a_module_is_known_by_its_number_and_an_unknown_one_is_refused_with_those_that_are_there() -> None:
    assert module_named("01") == module_named("01_messagerie_ent") == "01_messagerie_ent"
    for asked in ("1", "00", "", "01_messagerie"):
        with pytest.raises(ModuleError, match="01_messagerie_ent"):
            module_named(asked)


def _without_readme(folder: Path) -> None:
    (folder / "README.md").write_text("# Un module\n", encoding="utf-8")


def _without_minutes(folder: Path) -> None:
    (folder / "scenario.yaml").write_text("title: Un module\n", encoding="utf-8")


def _not_yaml(folder: Path) -> None:
    (folder / "scenario.yaml").write_text("title: [", encoding="utf-8")


@pytest.mark.parametrize("spoil", [_without_readme, _without_minutes, _not_yaml])
def test_a_module_that_lacks_a_part_says_which(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    folder = tmp_path / "09_essai"
    folder.mkdir()
    (folder / "README.md").write_text("**À la fin, on sait**\n- lire ;\n- écrire\n  aussi.\n", encoding="utf-8")
    scenario = "title: T\nquestion: Q\naudience: [forme]\ntakeaway: R\nminutes: {animation: 30}\n"
    (folder / "scenario.yaml").write_text(scenario, encoding="utf-8")
    assert module_facts("09_essai", tmp_path).objectives == ("lire", "écrire aussi")
    spoil(folder)
    with pytest.raises(ModuleError, match="09_essai"):
        module_facts("09_essai", tmp_path)


def test_everybody_is_everybody_all_day() -> None:
    assert everybody(SESSION) == dict.fromkeys(SESSION.participants, ("matin", "apres_midi"))
