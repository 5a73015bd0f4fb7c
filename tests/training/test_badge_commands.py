"""Badges by the command line: signed for who was there, kept when they hold, verified by exit code."""

import datetime as dt
import json
import random
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from app.cli import app
from app.cli.badging import state_sentence
from liaison.training.badge.keys import known_fingerprints
from liaison.training.papers.presences import PRESENCES
from liaison.training.session.codes import new_codes
from liaison.training.session.definition import Session, SessionFolder, write_session

CODES = new_codes(4, random.Random(1))
FIRST, SECOND, THIRD = CODES[1:]
SESSION = Session(
    code=CODES[0],
    title="Relier l'école et les familles",
    date=dt.date(2025, 11, 20),
    trainer="Camille Fictif",
    modules=("01_messagerie_ent",),
    mode="cle",
    participants=CODES[1:],
    hand_in_until=dt.datetime(2025, 11, 20, 18),
    names_until=dt.date(2025, 12, 31),
)


@pytest.fixture
def place(tmp_path: Path) -> SessionFolder:
    write_session(tmp_path, SESSION)
    (tmp_path / "participants.csv").write_text(f"code;nom\n{FIRST};Dominique Fictif\n", encoding="utf-8")
    (tmp_path / PRESENCES).write_text(f"code;matin;apres_midi\n{FIRST};x;x\n{SECOND};;x\n{THIRD}\n", encoding="utf-8")
    return SessionFolder(tmp_path, SESSION)


def liaison(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def signed(place: SessionFolder, *options: str) -> dict[str, Any]:
    result = liaison("session", "badge", place.root, *options, "--json")
    assert result.exit_code == 0, result.stderr
    answer: dict[str, Any] = json.loads(result.stdout)
    return answer


def badge(place: SessionFolder, code: str = FIRST) -> Path:
    return place.documents / "badges" / f"{code}.json"


def said(result: Result) -> str:
    return (result.stdout + result.stderr).replace("\u00a0", " ")


def test_who_was_there_has_a_badge_and_nobody_else(place: SessionFolder) -> None:
    answer = signed(place)
    assert answer["signes"] == [FIRST, SECOND]
    assert sorted(path.name for path in badge(place).parent.iterdir()) == sorted([f"{FIRST}.json", f"{SECOND}.json"])
    assert known_fingerprints(place.keys) == (answer["empreinte"],)


def test_a_badge_that_holds_is_kept_as_it_is_and_a_damaged_one_is_signed_again(place: SessionFolder) -> None:
    signed(place)
    first, second = badge(place).read_bytes(), badge(place, SECOND).read_bytes()
    badge(place, SECOND).write_bytes(second.replace(b"Camille", b"Dominique"))
    answer = signed(place)
    assert (answer["gardes"], answer["signes"]) == ([FIRST], [SECOND])
    assert badge(place).read_bytes() == first
    assert signed(place, "--again")["signes"] == [FIRST, SECOND]


def test_the_badge_of_who_is_no_longer_marked_present_is_to_be_erased_by_hand(place: SessionFolder) -> None:
    assert "effacer" not in said(liaison("session", "badge", place.root))
    (place.root / PRESENCES).write_text(f"code;matin;apres_midi\n{FIRST};x;x\n{SECOND};;\n{THIRD}\n", encoding="utf-8")
    told = said(liaison("session", "badge", place.root))
    assert f"À effacer à la main, qui n'est plus noté présent : {SECOND}." in told
    assert badge(place, SECOND).exists()


def test_a_name_that_is_asked_for_or_no_longer_is_changes_the_badge(place: SessionFolder) -> None:
    signed(place)
    assert b"Dominique" not in badge(place).read_bytes()
    assert signed(place, "--names")["signes"] == [FIRST]
    assert b"Dominique Fictif" in badge(place).read_bytes()
    assert signed(place)["signes"] == [FIRST]
    assert b"Dominique" not in badge(place).read_bytes()


def test_with_a_new_key_all_are_signed_again_and_the_former_fingerprint_is_no_longer_theirs(
    place: SessionFolder,
) -> None:
    former = signed(place)["empreinte"]
    later = signed(place, "--new-key")
    assert later["signes"] == [FIRST, SECOND]
    assert liaison("badge", "verify", badge(place), "--issuer", former).exit_code == 1
    assert liaison("badge", "verify", badge(place), "--issuer", later["empreinte"]).exit_code == 0


def test_the_exit_code_is_zero_only_for_a_badge_of_the_issuer_expected(place: SessionFolder) -> None:
    printed = signed(place, "--valid-until", "2027-11-20")["empreinte"]
    altered = place.root / "altere.json"
    altered.write_bytes(badge(place).read_bytes().replace(b"Camille", b"Dominique"))
    for path, options, code, state in (
        (badge(place), ["--issuer", printed, "--code", FIRST.lower(), "--date", "2026-01-01"], 0, "valide"),
        (badge(place), [], 1, "emetteur_a_confirmer"),
        (badge(place), ["--issuer", printed, "--code", SECOND], 1, "autre_personne"),
        (badge(place), ["--issuer", "0000 " * 7 + "0000"], 1, "autre_emetteur"),
        (badge(place), ["--issuer", printed, "--date", "2025-11-19"], 1, "pas_encore_valable"),
        (badge(place), ["--issuer", printed, "--date", "2025-11-20"], 0, "valide"),
        (badge(place), ["--issuer", printed, "--date", "2027-11-20"], 0, "valide"),
        (badge(place), ["--issuer", printed, "--date", "2027-11-21"], 1, "expire"),
        (altered, ["--issuer", printed], 1, "altere"),
    ):
        result = liaison("badge", "verify", path, *options)
        assert result.exit_code == code, (state, said(result))
        assert state_sentence(state) in said(result)  # type: ignore[arg-type]
        answer = json.loads(liaison("badge", "verify", path, *options, "--json").stdout)
        assert answer["etat"] == state


def test_a_valid_badge_says_what_it_is_for_and_until_when(place: SessionFolder) -> None:
    printed = signed(place, "--names", "--valid-until", "2027-11-20")["empreinte"]
    told = said(liaison("badge", "verify", badge(place), "--issuer", printed, "--date", "2026-01-01"))
    for words in (
        "Relier l'école",
        "par Camille Fictif, à Dominique Fictif",
        "du 20 novembre 2025",
        "21 novembre 2027",
    ):
        assert words in told


def test_nothing_that_an_altered_badge_says_is_repeated(place: SessionFolder) -> None:
    printed = signed(place)["empreinte"]
    path = place.root / "faux.json"
    path.write_bytes(badge(place).read_bytes().replace(b"Camille Fictif", b"Ministere"))
    for options in ([], ["--issuer", printed], ["--json"]):
        result = liaison("badge", "verify", path, *options)
        assert result.exit_code == 1
        assert "Ministere" not in said(result)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--issuer", "12"], "n'est pas une empreinte"),
        (["--code", "12"], "n'est pas un code"),
        (["--date", "demain"], "n'est pas une date"),
    ],
)
def test_what_is_asked_wrongly_is_refused(place: SessionFolder, options: list[str], told: str) -> None:
    signed(place)
    result = liaison("badge", "verify", badge(place), *options)
    assert result.exit_code == 2
    assert told in said(result)


def test_another_file_is_refused_in_french(place: SessionFolder) -> None:
    for path in (place.root / "seance.yaml", place.root, place.root / "absent.json"):
        result = liaison("badge", "verify", path)
        assert result.exit_code == 2
        assert "badge" in said(result)
        assert "Traceback" not in said(result)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--only", THIRD], "n'est pas noté présent"),
        (["--valid-until", "2025-11-19"], "vient avant la séance"),
        (["--valid-until", "bientôt"], "n'est pas une date"),
    ],
)
def test_a_badge_that_cannot_be_given_is_refused_and_nothing_is_written(
    place: SessionFolder, options: list[str], told: str
) -> None:
    result = liaison("session", "badge", place.root, *options)
    assert result.exit_code == 2
    assert told in said(result)
    assert not place.documents.exists()
    assert not place.keys.exists()


def test_names_that_the_session_does_not_have_cannot_be_written(place: SessionFolder) -> None:
    place.participants_file.unlink()
    result = liaison("session", "badge", place.root, "--names")
    assert result.exit_code == 2
    assert "n'a pas de noms" in said(result)


def test_the_help_says_what_the_exit_codes_mean() -> None:
    assert "Code de sortie" in said(liaison("badge", "verify", "--help"))


def test_once_names_are_erased_a_badge_without_a_name_stays_and_is_still_valid(place: SessionFolder) -> None:
    signed(place)
    printed = signed(place, "--only", FIRST, "--names")["empreinte"]
    assert liaison("session", "attest", place.root).exit_code == 0
    result = liaison("session", "purge", place.root, "--now")
    assert result.exit_code == 0, said(result)
    assert not badge(place).exists()
    assert not (place.documents / "attestations" / f"{FIRST}.pdf").exists()
    assert liaison("badge", "verify", badge(place, SECOND), "--issuer", printed, "--code", SECOND).exit_code == 0
    assert (place.root / PRESENCES).is_file()


def test_badges_that_a_closing_signed_already_are_said_to_be_so(place: SessionFolder) -> None:
    first = said(liaison("session", "badge", place.root))
    assert "Badges signés : 2. Déjà là, gardés : 0." in first
    before = badge(place).read_bytes()
    again = said(liaison("session", "badge", place.root))
    assert "Rien à signer : 2 badges l'étaient déjà, et restent tels quels. Clore une séance les signe aussi." in again
    assert badge(place).read_bytes() == before
    assert "Badges signés : 2." in said(liaison("session", "badge", place.root, "--again"))


def test_closing_keeps_the_names_and_the_end_that_badges_were_signed_with(place: SessionFolder) -> None:
    signed(place, "--names", "--valid-until", "2099-01-01")
    before = badge(place).read_bytes()
    liaison("session", "close", place.root)
    assert badge(place).read_bytes() == before
    signed(place)  # asked for without them
    assert badge(place).read_bytes() != before
    badge(place).write_bytes(before.replace(b"2099", b"2098"))
    liaison("session", "close", place.root)
    assert badge(place).read_bytes() != before.replace(b"2099", b"2098")  # one that does not hold is signed again
