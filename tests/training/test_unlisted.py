"""A list that lost names erases none from the papers that bear them: they are not written again with codes alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from training.a_session import ANNE, BRUNO, NAMES, SESSION, drop, people_csv, session_in, tree
from typer.testing import CliRunner

from app.cli.commands import app
from liaison.documents import to_docx
from liaison.training.closing.attended import modules_of
from liaison.training.closing.results_files import MOODLE
from liaison.training.closing.unlisted import unlisted
from liaison.training.papers.attestation import FOLDER, Attended, attestation
from liaison.training.purge.own_documents import BADGES
from liaison.training.session.code_sheet import CODES_SHEET, code_sheet
from liaison.training.session.definition import Participant, SessionFolder, load_session, write_session
from liaison.training.session.participants import participants_csv

LONG = (
    "Anne-Marie-Joséphine DE LA FONTAINE-D'ARTAGNAN VAN DER MEER de Saint-Exupéry-Montmorency",
    "محمد علي",
    "דוד כהן",
    "David כהן לוי",
    "Nguyễn Thị Minh Khai",
    "Оксана Ковальчук",
    "Félicité Œuvrard-Fiffre",
    "À découper Personne",
    "X",
)
PAPERS = {"attest": ["--all"], "badge": ["--all", "--names"], "attendance": []}


def fewer(path: Path) -> None:
    path.write_bytes(people_csv({BRUNO: NAMES[BRUNO]}))


LOSING: dict[str, Callable[[Path], object]] = {
    "manque": Path.unlink,
    "vide": lambda path: path.write_bytes(b""),
    "titres seuls": lambda path: path.write_bytes(people_csv({})),
    "codes sans nom": lambda path: path.write_bytes(people_csv(dict.fromkeys(NAMES, ""))),
    "moins de personnes": fewer,
}


@pytest.fixture
def place(tmp_path: Path) -> SessionFolder:
    place = session_in(tmp_path / "seance")
    place.participants_file.write_bytes(people_csv(NAMES))
    return place


def liaison(place: SessionFolder, command: str, *options: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["session", command, str(place.root), *options])
    return done.exit_code, " ".join((str(done.exception) + done.output).replace("\u00a0", " ").split())


@pytest.mark.parametrize("losing", LOSING.values(), ids=LOSING)
@pytest.mark.parametrize("command", PAPERS)
def test_a_paper_that_bears_a_name_is_not_written_again_without_it(
    place: SessionFolder, command: str, losing: Callable[[Path], object]
) -> None:
    assert liaison(place, command, *PAPERS[command])[0] == 0
    losing(place.participants_file)
    before = tree(place.root)
    code, said = liaison(place, command, *PAPERS[command])
    assert code == 2
    assert tree(place.root) == before
    if "n'a pas de noms" in said:  # without any name at all, badges with names are not to be had
        assert command == "badge"
        return
    assert "Rien n'a été écrit." in said
    assert ANNE in said
    assert (BRUNO in said) == (losing is not fewer)
    # The list that is put back is all it takes.
    place.participants_file.write_bytes(people_csv(NAMES))
    assert liaison(place, command, *PAPERS[command])[0] == 0


def test_without_a_name_of_theirs_people_have_their_papers_by_code_again_and_again(place: SessionFolder) -> None:
    place.participants_file.write_bytes(people_csv({BRUNO: NAMES[BRUNO]}))
    for command, options in PAPERS.items():
        for _ in range(2):
            assert liaison(place, command, *options)[0] == 0, command


def test_the_length_of_a_session_is_kept_only_with_the_attestations(place: SessionFolder) -> None:
    liaison(place, "attest", "--all")
    place.participants_file.unlink()
    before = tree(place.root)
    assert liaison(place, "attest", "--all", "--hours", "6h30")[0] == 2
    assert tree(place.root) == before


def test_who_wants_the_code_alone_erases_what_bears_the_name(place: SessionFolder) -> None:
    liaison(place, "attest", "--all")
    place.participants_file.unlink()
    for code in NAMES:
        (place.documents / FOLDER / f"{code}.pdf").unlink()
    assert liaison(place, "attest", "--all")[0] == 0


def test_closing_keeps_them_as_well(place: SessionFolder) -> None:
    liaison(place, "attest", "--all")
    before = tree(place.documents / FOLDER)
    place.participants_file.unlink()
    code, said = liaison(place, "close", "--all")
    assert code == 1
    assert "portent un nom" in said
    assert tree(place.documents / FOLDER) == before


@pytest.mark.parametrize(
    ("command", "paper"),
    [("attest", f"{FOLDER}/{ANNE}.pdf"), ("badge", f"{BADGES}/{ANNE}.json"), ("attendance", "emargement.docx")],
)
def test_erasing_is_refused_while_a_name_that_only_a_paper_has_would_be_looked_for_nowhere(
    place: SessionFolder, command: str, paper: str
) -> None:
    liaison(place, command, *PAPERS[command])
    fewer(place.participants_file)
    before = tree(place.root)
    code, said = liaison(place, "purge", "--now")
    assert code == 2
    assert "2 personnes ont un papier à un nom que « participants.csv » n'a pas, ou plus" in said
    assert ANNE in said
    assert tree(place.root) == before
    assert liaison(place, "purge", "--now", "--unmarked")[0] == 0
    assert not (place.documents / paper).exists()


@pytest.mark.parametrize("command", PAPERS)
def test_the_status_says_that_papers_bear_names_when_the_list_is_gone(place: SessionFolder, command: str) -> None:
    liaison(place, command, *PAPERS[command])
    assert "portent un nom" not in liaison(place, "status")[1]  # the list is there: the day is said
    listed = place.participants_file.read_bytes()
    place.participants_file.unlink()
    said = liaison(place, "status")[1]
    assert "participants.csv » n'est plus là, et des papiers de la séance portent un nom" in said
    assert ANNE in said
    place.participants_file.write_bytes(listed)
    assert "portent un nom" not in liaison(place, "status")[1]


def test_the_status_says_nothing_of_papers_that_were_always_by_code_alone(place: SessionFolder) -> None:
    place.participants_file.unlink()
    for command in ("attest", "attendance"):
        assert liaison(place, command, *PAPERS[command])[0] == 0
    assert "portent un nom" not in liaison(place, "status")[1]


def another(path: Path) -> None:
    path.write_bytes(people_csv({**NAMES, ANNE: "Paul Remplaçant"}))


def shorter(path: Path) -> None:
    path.write_bytes(people_csv({**NAMES, ANNE: "Anne Fictive"}))


def without_one(path: Path) -> None:
    path.write_bytes(people_csv({code: name for code, name in NAMES.items() if code != ANNE}))


def test_two_people_who_changed_codes_are_both_in_the_list_and_looked_for(place: SessionFolder) -> None:
    for command, options in PAPERS.items():
        assert liaison(place, command, *options)[0] == 0
    place.participants_file.write_bytes(people_csv({**NAMES, ANNE: NAMES[BRUNO], BRUNO: NAMES[ANNE]}))
    assert unlisted(place) == {}


def test_a_code_on_two_lines_is_refused_before_one_of_its_names_is_looked_for_nowhere(place: SessionFolder) -> None:
    listed = place.participants_file.read_text(encoding="utf-8-sig")
    place.participants_file.write_text(f"{listed}{ANNE};Zoé Petit;;\n", encoding="utf-8")
    before = tree(place.root)
    code, said = liaison(place, "purge", "--now", "--unmarked")
    assert code == 2
    assert f"le code {ANNE} a déjà un nom plus haut" in said
    assert "les écrire dans la même case" in said
    assert tree(place.root) == before


def test_who_leads_is_written_otherwise_since_and_the_sheet_to_sign_bears_no_other_name(place: SessionFolder) -> None:
    assert liaison(place, "attendance")[0] == 0
    write_session(place.root, place.session.model_copy(update={"trainer": "Quelqu'un d'Autre"}))
    assert unlisted(load_session(place.root)) == {}


def test_the_refusal_names_each_paper_that_bears_the_name(place: SessionFolder) -> None:
    print_codes(place)
    for command, options in PAPERS.items():
        assert liaison(place, command, *options)[0] == 0
    another(place.participants_file)
    shown = ["codes.pdf", "emargement.docx", "emargement.pdf", f"{FOLDER}/{ANNE}.pdf", f"{BADGES}/{ANNE}.json"]
    papers = [f"documents/{name}" for name in shown]
    assert f"nulle part. {ANNE} ({', '.join(papers)})." in liaison(place, "purge", "--now")[1]
    for paper in papers:  # what is said is all that there is to erase
        (place.root / paper).unlink()
    assert liaison(place, "purge", "--now")[0] == 0


def test_a_paper_that_does_not_say_whose_it_is_is_named_once(place: SessionFolder) -> None:
    paper = an_attestation_named_otherwise(place)
    another(place.participants_file)
    assert f"nulle part. {paper}." in liaison(place, "purge", "--now")[1]


def print_codes(place: SessionFolder) -> None:
    (place.documents / CODES_SHEET).write_bytes(code_sheet(SESSION, place.names()).pdf)


def print_sheet(place: SessionFolder) -> None:
    liaison(place, "attendance")


def print_attestations(place: SessionFolder) -> None:
    liaison(place, "attest", "--all")


@pytest.mark.parametrize("losing", [without_one, another, Path.unlink], ids=["ôté", "changé", "sans liste"])
@pytest.mark.parametrize("printed", [print_codes, print_sheet, print_attestations])
def test_no_paper_goes_alone_with_a_name_that_the_list_has_no_more_for_its_code(
    place: SessionFolder, printed: Callable[[SessionFolder], None], losing: Callable[[Path], object]
) -> None:
    printed(place)
    assert unlisted(place) == {}
    losing(place.participants_file)
    assert [*unlisted(place)] == ([*NAMES] if losing is Path.unlink else [ANNE])
    code, said = liaison(place, "purge", "--now")
    assert code == 2
    assert ANNE in said
    place.participants_file.write_bytes(people_csv({**NAMES, ANNE: f"Paul Remplaçant / {NAMES[ANNE]}"}))
    assert liaison(place, "purge", "--now")[0] == 0


def only(place: SessionFolder, *kept: str) -> None:
    """Leave of the documents those alone."""
    for path in [*place.documents.rglob("*")]:
        if path.is_file() and path.relative_to(place.documents).as_posix() not in kept:
            path.unlink()


def a_badge(place: SessionFolder) -> str:
    liaison(place, "badge", "--all", "--names")
    only(place, f"{BADGES}/{ANNE}.json")
    return ANNE


def a_badge_named_otherwise(place: SessionFolder) -> str:
    a_badge(place)
    (place.documents / BADGES / f"{ANNE}.json").rename(place.documents / BADGES / "badge (1).json")
    return f"documents/{BADGES}/badge (1).json"


def a_pdf_to_sign(place: SessionFolder) -> str:
    liaison(place, "attendance")
    only(place, "emargement.pdf")
    return ANNE


def an_attestation_named_otherwise(place: SessionFolder) -> str:
    liaison(place, "attest", "--all")
    only(place, f"{FOLDER}/{ANNE}.pdf")
    (place.documents / FOLDER / f"{ANNE}.pdf").rename(place.documents / FOLDER / "attestation 1.pdf")
    return f"documents/{FOLDER}/attestation 1.pdf"


def an_attestation_in_word(place: SessionFolder) -> str:
    person = Attended(ANNE, SESSION.half_days[:1], NAMES[ANNE])
    drop(place.documents, f"{FOLDER}/{ANNE}.docx", to_docx(attestation(SESSION, modules_of(place), person)))
    return ANNE


def an_attestation_put_elsewhere(place: SessionFolder) -> str:
    liaison(place, "attest", "--all")
    only(place, f"{FOLDER}/{ANNE}.pdf")
    (place.root / "a_envoyer").mkdir()
    (place.documents / FOLDER / f"{ANNE}.pdf").rename(place.root / "a_envoyer" / f"{ANNE}.pdf")
    return ANNE


def an_address(place: SessionFolder) -> str:
    marks = f"email,01\r\nanne.fictive-delatour@exemple.fr,12\r\n{BRUNO},9\r\n"
    drop(place.documents, MOODLE, marks.encode())
    return f"documents/{MOODLE}"


NAMED_PAPERS = (
    a_badge,
    a_badge_named_otherwise,
    a_pdf_to_sign,
    an_attestation_named_otherwise,
    an_attestation_in_word,
    an_attestation_put_elsewhere,
    an_address,
)


@pytest.mark.parametrize(
    "losing", [without_one, another, shorter, Path.unlink], ids=["ôté", "changé", "raccourci", "sans liste"]
)
@pytest.mark.parametrize("alone", NAMED_PAPERS)
def test_a_name_that_one_paper_alone_bears_is_said_whatever_the_paper_and_its_file(
    place: SessionFolder, alone: Callable[[SessionFolder], str], losing: Callable[[Path], object]
) -> None:
    whose = alone(place)
    assert unlisted(place) == {}
    losing(place.participants_file)
    assert whose in unlisted(place)
    before = tree(place.root)
    code, said = liaison(place, "purge", "--now")
    assert code == 2
    assert "à un nom que « participants.csv » n'a pas, ou plus" in said
    assert whose in said
    assert tree(place.root) == before
    place.participants_file.write_bytes(people_csv({**NAMES, ANNE: f"Paul Remplaçant / {NAMES[ANNE]}"}))
    assert unlisted(place) == {}


def test_papers_by_code_alone_name_nobody_whatever_their_file(place: SessionFolder) -> None:
    place.participants_file.unlink()
    for command in ("attest", "attendance"):
        liaison(place, command, *PAPERS[command])
    liaison(place, "badge", "--all")
    for path in [*(place.documents / FOLDER).iterdir(), *(place.documents / BADGES).iterdir()]:
        path.rename(path.with_name(f"copie de {path.name}"))
    drop(place.documents, MOODLE, f"email,01\r\n{BRUNO},9\r\ncdm75@exemple.fr,3\r\ncdupontm,2\r\n".encode())
    assert unlisted(place) == {}
    place.participants_file.write_bytes(people_csv(NAMES))
    assert unlisted(place) == {}


def test_an_address_that_the_list_still_has_names_nobody_else(place: SessionFolder) -> None:
    people = {ANNE: Participant("Zoé Petit", "Petit", "Anne.Fictive@exemple.fr")}
    place.participants_file.write_bytes(participants_csv(people))
    drop(place.documents, MOODLE, b"email,01\r\nanne.fictive@exemple.fr,12\r\n")
    assert unlisted(place) == {}


def test_a_sheet_to_sign_that_only_its_pdf_keeps_is_not_written_again_without_its_names(place: SessionFolder) -> None:
    a_pdf_to_sign(place)
    place.participants_file.unlink()
    before = tree(place.root)
    assert liaison(place, "attendance")[0] == 2
    assert tree(place.root) == before


@pytest.mark.parametrize("names", [LONG[:3], LONG[3:6], LONG[6:], ["Anne Martin"] * 3], ids=["a", "b", "c", "d"])
def test_no_paper_is_said_of_a_list_that_is_still_its_own(place: SessionFolder, names: list[str]) -> None:
    place.participants_file.write_bytes(people_csv(dict(zip(NAMES, names, strict=True))))
    for command, options in PAPERS.items():
        assert liaison(place, command, *options)[0] == 0
    assert unlisted(place) == {}


@pytest.mark.parametrize(("printed", "paper"), [(print_codes, CODES_SHEET), (print_sheet, "emargement.docx")])
@pytest.mark.parametrize("left", [0, 200, 2_000])
def test_a_sheet_that_cannot_be_read_is_said_of_whom_the_list_does_not_name(
    place: SessionFolder, printed: Callable[[SessionFolder], None], paper: str, left: int
) -> None:
    printed(place)
    sheet = place.documents / paper
    sheet.write_bytes(sheet.read_bytes()[:left])
    assert [*unlisted(place)] == [code for code in SESSION.participants if code not in NAMES]
    place.participants_file.unlink()
    assert [*unlisted(place)] == [*SESSION.participants]


def test_a_sheet_of_codes_printed_under_another_title_is_said_of_nobody_but_who_changed(place: SessionFolder) -> None:
    former = SESSION.model_copy(update={"title": "Un autre titre, avant", "place": "Ailleurs"})
    (place.documents / CODES_SHEET).write_bytes(code_sheet(former, place.names()).pdf)
    assert unlisted(place) == {}
    another(place.participants_file)
    assert [*unlisted(place)] == [ANNE]


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(LONG), min_size=len(NAMES), max_size=len(NAMES)))
def test_a_sheet_of_codes_is_never_said_of_a_list_that_is_still_its_own(place: SessionFolder, names: list[str]) -> None:
    place.participants_file.write_bytes(people_csv(dict(zip(NAMES, names, strict=True))))
    print_codes(place)
    assert unlisted(place) == {}


def test_a_session_of_codes_alone_is_erased_without_a_word_of_it(place: SessionFolder) -> None:
    place.participants_file.unlink()
    for command in ("attest", "attendance"):
        liaison(place, command, *PAPERS[command])
    liaison(place, "badge", "--all")
    assert len([*(place.documents / FOLDER).iterdir()]) == len(SESSION.participants)
    assert liaison(place, "purge", "--now")[0] == 0
