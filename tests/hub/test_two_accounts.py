"""Deux vrais comptes dans la salle : ce que l'un pose dans l'échange ne lui donne rien de l'autre, ni de la séance."""

import contextlib
import datetime as dt
import json
import os
import pwd
import shutil
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest
from hub.rooms import MODULE, liaison, open_folder, released_session, small_session, within
from hub.visitor import COURSE

from app.room.access import access_of
from app.room.accounts import Account
from app.room.course import release
from app.room.memory import end_heaviest
from app.room.places import Room, close_to_others, furnish, lay_out
from liaison.training.board.live import LiveBoard
from liaison.training.session.definition import load_session

SECRET = "0123456789abcdef" * 8
TEXT = "ce que nul autre ne doit lire"
pytestmark = pytest.mark.skipif(
    os.name != "posix" or os.geteuid() != 0 or shutil.which("useradd") is None,
    reason="demande les droits d'administration, et useradd",
)


@dataclass(frozen=True)
class Someone:
    """A person of the room with an account of their own, who writes shell commands in it."""

    code: str
    account: Account
    room: Room

    @property
    def answers(self) -> Path:
        return self.room.space(self.code) / MODULE / "reponses.json"

    @property
    def inbound(self) -> Path:
        return self.room.exchange / COURSE / "inbound"

    def sh(self, script: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            ["/bin/sh", "-c", script], cwd="/", capture_output=True, text=True, timeout=30, **self.account.popen()
        )

    def put(self, code: str, stamp: str, script: str, module: str = MODULE) -> Path:
        """Make a folder of the exchange by hand: `script` fills it, standing in it."""
        folder = self.inbound / f"{code}+{module}+{stamp} UTC+abcdefgh1234"
        done = self.sh(
            f"mkdir '{folder}' && cd '{folder}' && printf %s {SECRET} > submission_secret.txt &&"
            f" printf %s '{stamp} UTC' > timestamp.txt && {script}"
        )
        assert done.returncode == 0, done.stderr
        return folder


@pytest.fixture(scope="module")
def accounts() -> Iterator[tuple[Account, ...]]:
    """Three real accounts of the machine, that end with the tests: the trainer's, two participants'."""
    names = [f"carnets-essai-{number}" for number in range(3)]
    made = []
    try:
        for name in names:
            subprocess.run(["useradd", "--no-create-home", "--shell", "/bin/sh", name], check=True)
            made.append(name)
        yield tuple(Account(pwd.getpwnam(name).pw_uid, pwd.getpwnam(name).pw_gid) for name in names)
    finally:
        for name in made:
            subprocess.run(["userdel", name], check=False, capture_output=True)


@pytest.fixture
def people(accounts: tuple[Account, ...]) -> Iterator[tuple[Someone, Someone]]:
    """The curious one and the other, each at their place, in a session that belongs to the trainer."""
    with open_folder() as folder:
        yield settled(folder, *accounts)


def settled(folder: Path, trainer: Account, *others: Account) -> tuple[Someone, Someone]:
    """A session of the trainer, in which each has a place, and the other has kept an answer."""
    session = folder / "seance"
    codes = released_session(session, 2)
    (session / "participants.csv").write_text(f"code;nom\n{codes[1]};Zoé Inventée\n", encoding="utf-8")
    (session / "documents").mkdir()
    (session / "documents" / "codes.pdf").write_text("noms", encoding="utf-8")
    room = Room(load_session(session))
    lay_out(room)
    access_of(room.access)
    for path in (session, *session.rglob("*")):
        os.chown(path, trainer.uid, trainer.gid)
    release(room, None, folder)  # the exercise is there: what is left is to close the exchange
    for code, account in zip(codes, others, strict=True):
        furnish(room, code, account, trainer)
    close_to_others(room)
    for way in (room.root, room.top, room.spaces):
        way.chmod(0o711)  # as the walls of a place let it through
    curious, other = (Someone(code, account, room) for code, account in zip(codes, others, strict=True))
    other.sh(f"printf '%s' '{answers(TEXT)}' > '{other.answers}'")
    return curious, other


def answers(text: str) -> str:
    kept = {"message_clair": {"attempts": 1, "first": text, "last": text}}
    return json.dumps({"version": 1, "exercise": MODULE, "edition": 1, "answers": kept}, ensure_ascii=False)


def collected(someone: Someone, code: int = 1) -> str:
    """What the trainer reads, who opened the room with sudo."""
    done = liaison("session", "hub", str(someone.room.root), "--collect", check=False)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout.replace("\u00a0", " ")


def taken(someone: Someone) -> dict[str, str]:
    submitted = someone.room.folder.submitted
    return {path.name: (path / MODULE / "reponses.json").read_text() for path in submitted.glob("*")}


def now(minutes: int = 0) -> str:
    return f"{dt.datetime.now(tz=dt.UTC) - dt.timedelta(minutes=minutes):%Y-%m-%d %H:%M:%S.%f}"


def test_what_somebody_else_kept_is_not_read_through_a_link(people: tuple[Someone, Someone]) -> None:
    curious, other = people
    curious.put(curious.code, now(), f"ln -s '{other.answers}' reponses.json && printf '{{}}' > exercice.ipynb")
    said = collected(curious)
    assert "n'est pas suivi" in said
    assert f"place {curious.code}" in said
    assert taken(curious) == {}
    copies = [path for path in curious.room.root.rglob("*.json") if not path.is_symlink() and path != other.answers]
    assert [path for path in copies if TEXT in path.read_text(encoding="utf-8")] == []


def test_nothing_of_the_session_or_of_the_machine_is_copied_through_a_link(people: tuple[Someone, Someone]) -> None:
    curious, _other = people
    secrets = ("participants.csv", "salle/acces.json", "documents/codes.pdf", "/dev/zero", "/")
    for number, secret in enumerate(secrets):
        links = " && ".join(f"ln -s '{curious.room.root / secret}' {name}" for name in ("exercice.ipynb", "autre"))
        curious.put(curious.code, now(number), f"{links} && printf '%s' '{answers('')}' > reponses.json")
    assert collected(curious).count("« exercice.ipynb » est un lien") == len(secrets)
    assert taken(curious) == {}


def test_a_whole_folder_that_leads_to_somebody_else_s_is_not_followed(people: tuple[Someone, Someone]) -> None:
    curious, other = people
    name = curious.inbound / f"{curious.code}+{MODULE}+{now()} UTC+abcdefgh1234"
    assert curious.sh(f"ln -s '{other.answers.parent}' '{name}'").returncode == 0
    assert "c'est un lien" in collected(curious)
    assert taken(curious) == {}


def test_a_second_name_of_somebody_else_s_file_is_not_theirs_to_hand_in(people: tuple[Someone, Someone]) -> None:
    curious, other = people
    folder = curious.put(curious.code, now(), "true")
    # As a system without protected_hardlinks lets anybody do who can reach the file.
    os.link(other.answers, folder / "reponses.json")
    assert "à un autre compte" in collected(curious)
    assert taken(curious) == {}


def test_a_copy_under_somebody_else_s_code_replaces_nothing(people: tuple[Someone, Someone]) -> None:
    curious, other = people
    other.put(other.code, now(5), f"cp '{other.answers}' reponses.json")
    for stamp in (now(), "2099-01-01 10:00:00.000000"):
        curious.put(other.code, stamp, f"printf '%s' '{answers('faux')}' > reponses.json")
    said = collected(curious)
    assert said.count(f"porte le code {other.code}") == 2
    assert f"place {curious.code}" in said
    assert list(taken(other)) == [other.code]
    assert TEXT in taken(other)[other.code]
    # « C'est remis », said later, is still true.
    other.put(other.code, now(), f"printf '%s' '{answers('la dernière')}' > reponses.json")
    collected(other, code=0)  # what was refused was said before
    assert "la dernière" in taken(other)[other.code]


def test_the_board_shows_neither_a_code_that_nobody_has_nor_somebody_else_s_hand_in(
    people: tuple[Someone, Someone],
) -> None:
    curious, other = people
    curious.put("22222", now(), f"printf '%s' '{answers('')}' > reponses.json")
    curious.put(other.code, now(), f"printf '%s' '{answers('')}' > reponses.json")
    curious.sh(f"rm -f '{curious.answers}' && ln -s '{other.answers}' '{curious.answers}'")
    board = LiveBoard(curious.room.root)
    board.look()
    table = board.look().tables[MODULE]
    steps = {one.code: (one.step, one.answered) for one in table.people}
    assert set(steps) == {curious.code, other.code}
    assert steps[other.code] == ("started", 1)
    assert steps[curious.code][1] == 0


def test_what_is_collected_is_the_trainer_s_and_never_the_administrator_s(
    people: tuple[Someone, Someone], accounts: tuple[Account, ...]
) -> None:
    _curious, other = people
    other.put(other.code, now(), f"cp '{other.answers}' reponses.json")
    collected(other, code=0)
    copied = list(other.room.folder.submitted.rglob("*"))
    assert copied
    assert {path.stat().st_uid for path in copied} == {accounts[0].uid}
    assert {path.stat().st_mode & 0o077 for path in copied} == {0}


def test_nobody_takes_away_what_somebody_else_handed_in_even_by_its_name(people: tuple[Someone, Someone]) -> None:
    curious, other = people
    folder = other.put(other.code, now(), f"cp '{other.answers}' reponses.json && chmod 777 .")
    assert curious.sh(f"ls '{curious.inbound}'").returncode != 0
    assert curious.sh(f"mv '{folder}' '{curious.inbound}/ailleurs'").returncode != 0
    collected(other, code=0)
    assert list(taken(other)) == [other.code]


def test_a_course_that_nbgrader_has_just_released_is_moved_by_nobody(accounts: tuple[Account, ...]) -> None:
    trainer, curious, _other = accounts
    with open_folder() as folder:
        session = folder / "seance"
        (code,) = small_session(session, 1)
        room = Room(load_session(session))
        lay_out(room)
        access_of(room.access)
        for path in (session, *session.rglob("*")):
            os.chown(path, trainer.uid, trainer.gid)
        release(room, None, folder)
        furnish(room, code, curious, trainer)
        for way in (room.root, room.top, room.spaces):
            way.chmod(0o711)  # as the walls of a place let it through
        someone = Someone(code, curious, room)
        course = room.exchange / COURSE
        assert someone.sh(f"ls '{course}/outbound/{MODULE}'").returncode == 0
        assert someone.sh(f"mkdir '{someone.inbound}/une-remise'").returncode == 0
        for script in (
            f"mv '{course}' '{course}-vole'",
            f"mkdir '{course}-suite'",
            f"mv '{someone.inbound}' '{course}/x'",
        ):
            assert someone.sh(script).returncode != 0, script
        assert someone.sh(f"ls '{someone.inbound}'").returncode != 0


def test_a_place_makes_no_course_beside_ours(people: tuple[Someone, Someone]) -> None:
    curious, _other = people
    assert curious.sh(f"mkdir '{curious.room.exchange}/{COURSE}-suite'").returncode != 0
    assert curious.sh(f"touch '{curious.room.exchange}/{COURSE}/un fichier'").returncode != 0


def test_a_place_that_takes_too_much_memory_loses_its_heaviest_program_and_nobody_else_does(
    people: tuple[Someone, Someone],
) -> None:
    curious, other = people
    hoard = "(head -c 60000000 /dev/zero; exec sleep 60) | tail -c 60000000"
    hoards = [
        subprocess.Popen(["/bin/sh", "-c", hoard], start_new_session=True, **one.account.popen())
        for one in (curious, other)
    ]
    try:
        assert within(20, lambda: all(heaviest(one) > 50_000_000 for one in people))
        assert end_heaviest({curious.account.uid: curious.code}, most=50_000_000) == [curious.code]
        assert within(10, lambda: heaviest(curious) < 50_000_000)
        assert heaviest(other) > 50_000_000
        assert end_heaviest({other.account.uid: other.code}) == []
    finally:
        for one in hoards:
            os.killpg(one.pid, signal.SIGKILL)
            one.wait(10)


def heaviest(someone: Someone) -> int:
    """The bytes of the heaviest program of a person."""
    weights = [0]
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if process.uids().real == someone.account.uid:
                weights.append(process.memory_info().rss)
    return max(weights)
