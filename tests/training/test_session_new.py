"""What a new session is made from: the list of names as people keep it, the strips of codes, the note in the folder."""

import json
import random
import re
import shutil
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.a_course import COURSE
from training.a_session import ANNE, BRUNO, CHLOE, NAMES, SESSION, people_csv
from typer.testing import CliRunner

from app.cli.commands import app as cli
from app.interruptions import Ended
from app.loading import INTERRUPTED, INTERRUPTION
from liaison.training.session import making as new_session
from liaison.training.session.code_sheet import code_sheet, steps_of
from liaison.training.session.codes import new_codes
from liaison.training.session.definition import (
    MODES,
    Mode,
    Participant,
    SessionError,
    SessionFolder,
    told_apart,
    write_session,
)
from liaison.training.session.making import checked_modules, make_session, modules_with_exercise
from liaison.training.session.note import session_note
from liaison.training.session.participants import read_participants
from liaison.training.session.preparing import codes_given

WHOLE = Participant("Anne Fictive", "Fictive", "a@b.example")
NAMED = Participant("Anne Fictive", "", "a@b.example")
PAIR = ("Anne Fictive", "Élodie Inventée")


def listed(tmp_path: Path, content: bytes, name: str = "noms.csv") -> tuple[str, ...]:
    path = tmp_path / name
    path.write_bytes(content)
    return tuple(one.name for one in read_participants(path).people)


def test_the_order_of_codes_says_nothing_of_that_of_the_list() -> None:
    people = [Participant(name) for name in NAMES.values()]
    draw, as_listed = random.Random(3), set()
    for _ in range(100):
        drawn = codes_given(SESSION, people, draw)
        assert [*drawn.values()] == people
        as_listed.add([code for code in SESSION.participants if code in drawn] == [*drawn])
    assert as_listed == {True, False}


def test_codes_without_a_name_are_in_no_order_either() -> None:
    draw, first = random.Random(3), Participant("Anne Fictive")
    assert {code for _ in range(100) for code in codes_given(SESSION, [first], draw)} == {*SESSION.participants}


@pytest.mark.parametrize(
    "text",
    [
        "Anne Fictive\nÉlodie Inventée\n",
        "\n  Anne   Fictive \n\nÉlodie\u00a0Inventée",
        "nom\nAnne Fictive\nÉlodie Inventée\n",
        "Prénom;NOM\nAnne;Fictive\nÉlodie;Inventée\n",
        "NOM;Prénom;courriel\nFictive;Anne;a@b.example\nInventée;Élodie;c@d.example\n",
        "N°\tNom complet\n1\tAnne Fictive\n2\tÉlodie Inventée\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_list_is_read_as_a_text_editor_or_a_spreadsheet_keeps_it(tmp_path: Path, text: str, encoding: str) -> None:
    assert listed(tmp_path, text.encode(encoding)) == PAIR


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "vide"),
        (b"\n \n", "aucun nom"),
        (b"nom\n", "aucun nom"),
        (b"Anne Fictive\n12345\n", "ligne 2"),
        (b"Anne Fictive\n" + b"x" * 121, "ligne 2"),
        (b"%PDF-1.7", "tableau"),
        ("\n".join(f"Personne Numéro {number}" for number in range(2001)).encode(), "plus de 2\u202f000"),
    ],
)
def test_what_is_no_list_of_names_says_which_line(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(SessionError, match=said):
        listed(tmp_path, content)


KAZEMZADEH = "لیلا کاظم\u200cزاده"
SINHALA = "ශ්\u200dරී"


@pytest.mark.parametrize("name", [KAZEMZADEH, SINHALA, "王小明", "สมชาย ใจดี"])
def test_a_name_is_kept_as_its_language_writes_it(tmp_path: Path, name: str) -> None:
    assert listed(tmp_path, f"Anne Fictive\n{name}\n".encode()) == ("Anne Fictive", name)


@pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\u00ad"])
def test_what_a_page_leaves_invisible_in_a_name_is_dropped(tmp_path: Path, sign: str) -> None:
    text = f"{sign}nom\nAnne{sign} Fic{sign}tive\n{sign}\n{sign}Élodie Inventée{sign}\n"
    assert listed(tmp_path, text.encode()) == PAIR


@pytest.mark.parametrize(
    ("name", "shown"), [("Anne\x07 Fictive", "« Anne\ufffd Fictive »"), ("١٢٣", "« ١٢٣ »"), ("\u200c", "« \u200c »")]
)
def test_what_is_no_name_is_shown_as_it_is_written(tmp_path: Path, name: str, shown: str) -> None:
    with pytest.raises(SessionError) as refused:
        listed(tmp_path, f"Anne Fictive\n{name}\n".encode())
    assert f"un nom est attendu, pas {shown}" in str(refused.value).replace("\u00a0", " ")


def test_two_people_of_one_name_are_two_participants(tmp_path: Path) -> None:
    assert listed(tmp_path, b"Anne Fictive\nAnne Fictive\n") == ("Anne Fictive", "Anne Fictive")


@given(st.lists(st.text("aéÖ'=-@ ;\"", min_size=1, max_size=20).filter(str.strip), min_size=3, max_size=3))
def test_names_written_in_the_session_are_read_back(tmp_path_factory: pytest.TempPathFactory, names: list[str]) -> None:
    root = tmp_path_factory.getbasetemp()
    write_session(root, SESSION)
    place = SessionFolder(root, SESSION)
    kept = dict(zip((ANNE, BRUNO, CHLOE), (" ".join(name.split()) for name in names), strict=True))
    place.participants_file.write_bytes(people_csv(kept))
    assert place.names() == kept


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("NOM;Prénom;courriel\nFictive;Anne;a@b.example", WHOLE),
        ("Nom d'usage;Prénom usuel;Mél.\nFictive;Anne;a@b.example", WHOLE),
        ("First name,Last name,Email address\nAnne,Fictive,a@b.example", WHOLE),
        ("Établissement;Nom de l'agent;Prénom\nLes Tilleuls;Fictive;Anne", Participant("Anne Fictive", "Fictive")),
        ("Nom de l'établissement;Stagiaire;E-mail\nLes Tilleuls;Anne Fictive;a@b.example", NAMED),
        ("Anne Fictive;a@b.example", NAMED),
        ("Qui;Courriel\nAnne Fictive;a@b.example", NAMED),
    ],
)
def test_titles_say_which_column_is_the_name_and_addresses_are_kept(
    tmp_path: Path, text: str, person: Participant
) -> None:
    (tmp_path / "noms.csv").write_text(text, encoding="utf-8")
    assert read_participants(tmp_path / "noms.csv").people == (person,)


@pytest.mark.parametrize(
    ("lines", "said"),
    [("Anne Fictive;a@b.fr\nAnne Fictive;a@b.fr", "ligne 3.*ligne 2"), ("Anne;pas une adresse", "ligne 2")],
)
def test_one_person_twice_or_an_address_that_is_none_is_said_with_its_line(
    tmp_path: Path, lines: str, said: str
) -> None:
    (tmp_path / "noms.csv").write_text(f"nom;courriel\n{lines}\n", encoding="utf-8")
    with pytest.raises(SessionError, match=said):
        read_participants(tmp_path / "noms.csv")


@pytest.mark.parametrize("addresses", [("a@b.example", "c@d.example"), ("a@b.example", ""), ("", "")])
def test_two_people_of_one_name_are_told_apart_without_their_address_and_the_others_by_their_name(
    addresses: tuple[str, str],
) -> None:
    people = {
        ANNE: Participant("Anne Fictive", "", addresses[0]),
        CHLOE: Participant("Chloé Özgür"),
        BRUNO: Participant("anne  fictive", "", addresses[1]),
    }
    assert told_apart(people) == {ANNE: "Anne Fictive (1)", CHLOE: "Chloé Özgür", BRUNO: "anne  fictive (2)"}


@pytest.mark.parametrize("mode", MODES)
def test_a_strip_says_the_code_what_to_open_and_where_to_hand_in(mode: Mode) -> None:
    said = " ".join(steps_of(SESSION.model_copy(update={"mode": mode}), ANNE)).replace("\u00a0", " ")
    assert "l'exercice : « Régler la messagerie de l'ENT »" in said
    two = SESSION.model_copy(update={"mode": mode, "modules": ("01_messagerie_ent", "03_accompagnement")})
    assert "les exercices\u00a0: " in steps_of(two, ANNE)[0 if mode != "reseau" else 1]
    assert "avant le 27 novembre 2026, 18 h" in said
    if mode == "reseau":
        assert "mot de passe de la salle" in said
        assert "« Remettre »" in said
    else:
        assert f"remise-{ANNE}.zip" in said
    chosen = SESSION.model_copy(update={"mode": mode, "opens_at": "https://salle.example", "hands_in_at": "au CODE 12"})
    said = " ".join(steps_of(chosen, ANNE))
    assert "https://salle.example" in said
    assert ("au CODE 12" in said) == (mode != "reseau")


def test_the_sheet_has_a_strip_for_each_participant_and_is_tagged() -> None:
    pdf = pypdf.PdfReader(BytesIO(code_sheet(SESSION, NAMES).pdf))
    text = "\n".join(page.extract_text() for page in pdf.pages)
    for code in SESSION.participants:
        assert len(re.findall(rf"^{code}$", text, re.MULTILINE)) == 1
    assert "Chloé Özgür" in text
    catalog: Any = pdf.root_object
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "fr"
    assert "pdfuaid" in catalog["/Metadata"].get_data().decode()
    assert pdf.metadata is not None
    assert pdf.metadata.title == f"Codes de la séance {SESSION.code}"


NO_FONT_HAS_IT = "\U000100a0"  # une lettre du linéaire B


def test_a_name_that_no_font_writes_leaves_its_strip_with_the_code_alone() -> None:
    named = {ANNE: f"{NO_FONT_HAS_IT} Fictive", BRUNO: NAMES[BRUNO], CHLOE: f"Chloé {NO_FONT_HAS_IT}"}
    sheet = code_sheet(SESSION, named)
    assert sheet.unnamed == (ANNE, CHLOE)
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(sheet.pdf)).pages)
    assert all(len(re.findall(rf"^{code}$", text, re.MULTILINE)) == 1 for code in SESSION.participants)
    assert NAMES[BRUNO] in text
    assert not any(other in text for other in ("Fictive", "Chloé"))
    assert code_sheet(SESSION, NAMES).unnamed == ()


@pytest.mark.parametrize("field", ["place", "opens_at"])
def test_what_no_font_writes_of_the_session_itself_is_refused_in_the_words_of_the_command(field: str) -> None:
    with pytest.raises(SessionError, match="L'écrire autrement") as refused:
        code_sheet(SESSION.model_copy(update={field: NO_FONT_HAS_IT}), NAMES)
    assert "DOCX" not in str(refused.value)


def test_strips_follow_the_list_and_codes_without_a_name_come_after() -> None:
    named = {code: NAMES[code] for code in (CHLOE, ANNE)}
    pages = pypdf.PdfReader(BytesIO(code_sheet(SESSION, named).pdf)).pages
    text = "".join(page.extract_text() for page in pages)
    order = sorted(SESSION.participants, key=lambda code: text.index(f"remise-{code}"))
    assert order == [CHLOE, ANNE, *(code for code in SESSION.participants if code not in named)]


def test_a_session_is_made_whatever_the_names_and_says_once_which_strips_have_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(new_session, "_release", lambda *_: None)
    (tmp_path / "seance").mkdir()
    said: list[str] = []
    names = {ANNE: NO_FONT_HAS_IT, BRUNO: NAMES[BRUNO], CHLOE: NO_FONT_HAS_IT}
    people = {code: Participant(name, "", f"{code}@ecole.example") for code, name in names.items()}
    place = make_session(tmp_path / "seance", SESSION, people, warn=said.append)
    sentence, alike = said
    assert f"le nom de {ANNE}, {CHLOE} :" in sentence
    assert f"{NO_FONT_HAS_IT} (1), {NO_FONT_HAS_IT} (2)" in alike
    assert "Le numéro suit l'ordre de la liste" in alike
    assert "leur" not in sentence  # one person or several
    assert place.names() == names
    assert (place.documents / "codes.pdf").is_file()


def test_fifty_strips_are_never_cut_by_the_end_of_a_page() -> None:
    many = SESSION.model_copy(update={"participants": new_codes(50)})
    pages = [page.extract_text() for page in pypdf.PdfReader(BytesIO(code_sheet(many, {}).pdf)).pages]
    for code in many.participants:
        (page,) = [text for text in pages if re.search(rf"^{code}$", text, re.MULTILINE)]
        assert f"remise-{code}.zip" in page


def test_the_note_of_the_folder_says_until_when_names_are_kept() -> None:
    said = session_note(SESSION).replace("\u00a0", " ")
    assert "27 décembre 2026" in said
    assert SESSION.code in said
    assert said.endswith("\n")
    assert "session collect" in said
    room = session_note(SESSION.model_copy(update={"mode": "reseau"}))
    assert "session hub" in room
    assert "session collect" not in room


def test_a_module_is_named_by_its_number_or_whole() -> None:
    known = modules_with_exercise()
    assert checked_modules(("01",)) == checked_modules(("01", "01_messagerie_ent")) == ("01_messagerie_ent",)
    assert checked_modules(known) == known
    with pytest.raises(SessionError, match="01_messagerie_ent"):
        checked_modules(("galerie",))


def test_without_the_notebooks_of_the_suite_it_is_said_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SessionError, match="dossier de la suite"):
        checked_modules(("01",), tmp_path)


def test_what_nbgrader_refuses_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from nbgrader.apps import NbGraderAPI

    told = {"success": False, "error": None, "log": "[INFO] début\n[ERROR] Duplicate grade id\n"}
    monkeypatch.setattr(NbGraderAPI, "generate_assignment", lambda *_, **__: told)
    (tmp_path / "seance").mkdir()
    steps: list[str] = []
    with pytest.raises(SessionError, match="Duplicate grade id"):
        make_session(tmp_path / "seance", SESSION, step=steps.append)
    assert steps[-1].replace("\u00a0", " ") == f"Exercice « {COURSE.title} »"  # its name for people, not its folder


@pytest.mark.parametrize("cut", [KeyboardInterrupt, Ended])
def test_an_interruption_that_nbgrader_keeps_to_itself_ends_the_command_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cut: type[BaseException]
) -> None:
    from nbgrader.converters import GenerateAssignment

    def interrupted(*_: object) -> None:
        raise cut

    monkeypatch.setattr(GenerateAssignment, "start", interrupted)
    asked = ["--participants", "2", "--date", "2026-11-27", "--module", "01", "--mode", "cle"]
    done = CliRunner().invoke(cli, ["session", "new", *asked, "--out", str(tmp_path / "seance")])
    assert done.exit_code == INTERRUPTED
    assert INTERRUPTION in done.stderr.replace("\u00a0", " ")
    assert "nbgrader" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_what_a_trainer_tried_in_the_modules_folder_does_not_go_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(new_session, "_release", lambda *_: None)
    suite = tmp_path / "suite"
    module = suite / "notebooks" / SESSION.modules[0]
    shutil.copytree(new_session.SUITE / "notebooks" / SESSION.modules[0], module)
    shutil.copy(new_session.SUITE / "nbgrader_config.py", suite)
    for name in ("reponses.json", "reponses_precedentes.json", "participant.json", f"remise-{ANNE}.zip"):
        (module / name).write_text(json.dumps({"secret": True}), encoding="utf-8")
    monkeypatch.setattr(new_session, "SUITE", suite)
    monkeypatch.setattr(new_session, "NOTEBOOKS", suite / "notebooks")
    (tmp_path / "seance").mkdir()
    place = make_session(tmp_path / "seance", SESSION)
    kept = sorted(path.name for path in (place.source / SESSION.modules[0]).iterdir())
    assert kept == ["exercice.ipynb", "scenario.yaml"]
