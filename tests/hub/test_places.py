"""Les places de la salle : ce qu'on y trouve, ce qui n'y est pas, ce que chacun peut lire."""

import datetime as dt
import os
import re
import shutil
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hub.rooms import MODULE, open_folder, released_session
from ports import free_port

from app.room import accounts, opening, places
from app.room.access import TRAINER, access_of
from app.room.accounts import Account, AccountError, can_separate, separate_accounts, trainer_account
from app.room.door import Door
from app.room.opening import OpeningError
from app.room.places import Room, close_to_others, furnish, lay_out
from app.room.settings import hidden_folders
from app.room.walled import Walls
from liaison.base.suite import SUITE
from liaison.training.purge.purging import purge
from liaison.training.session.definition import load_session
from liaison.training.session.ownership import give_session
from widgets.home import home

as_root = pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="demande les droits d'administration")


@pytest.fixture
def room(tmp_path: Path) -> Room:
    released_session(tmp_path / "seance", 2)
    room = Room(load_session(tmp_path / "seance"))
    lay_out(room)
    return room


@pytest.fixture
def open_room() -> Iterator[Room]:
    """A room in a folder that every account may cross, as /srv is; pytest's own is closed."""
    with open_folder() as folder:
        released_session(folder / "seance", 2)
        room = Room(load_session(folder / "seance"))
        lay_out(room)
        yield room


@pytest.mark.parametrize("alone", [True, False])
def test_a_space_holds_the_exercise_without_its_solution_and_lessons_where_it_has_an_account(
    room: Room, alone: bool
) -> None:
    code = room.folder.session.participants[0]
    furnish(room, code, Account(os.getuid(), os.getgid()) if alone else None, None)
    space = room.space(code)
    assert {path.name for path in space.iterdir()} == {"notebooks", MODULE}
    assert (space / "notebooks" / MODULE / "application.ipynb").is_file()
    # JupyterLab opens a lesson, and where there is one account for all a place has none.
    assert (space / "notebooks" / MODULE / "lecon.ipynb").is_file() is alone
    assert not {"seance", "textes"} & {path.name for path in (space / "notebooks").iterdir()}
    assert {path.name for path in (space / MODULE).iterdir()} == {"exercice.ipynb", "scenario.yaml"}
    inside = {path.name for path in (space / "notebooks").rglob("*")}
    assert not inside & {"exercice.ipynb", "exercice.yaml", "animation.md", "reponses.json"}


def test_the_home_of_a_space_leads_to_nothing_that_is_not_there(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    code = room.folder.session.participants[0]
    furnish(room, code, None, None)
    monkeypatch.chdir(room.space(code) / "notebooks")
    linked = re.findall(r'href="/(?:voila/render|lab/tree)/([^"?]+)', home()._repr_html_())
    assert linked
    assert [path for path in linked if not (room.space(code) / path).is_file()] == []


def test_a_space_is_furnished_once_and_what_was_done_stays(room: Room) -> None:
    code = room.folder.session.participants[0]
    furnish(room, code, None, None)
    answers = room.space(code) / MODULE / "reponses.json"
    answers.write_text("{}", encoding="utf-8")
    (room.space(code) / "notebooks" / "accueil.ipynb").unlink()
    furnish(room, code, None, None)
    assert answers.read_text(encoding="utf-8") == "{}"
    assert not (room.space(code) / "notebooks" / "accueil.ipynb").exists()


def test_a_full_disk_leaves_no_half_made_space(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(places.shutil, "copytree", full)
    with pytest.raises(OSError, match="No space left"):
        furnish(room, room.folder.session.participants[0], None, None)
    assert list(room.spaces.iterdir()) == []


def test_a_disk_almost_full_is_refused_before_anything_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    released_session(tmp_path / "seance", 1)
    shutil.rmtree(tmp_path / "seance" / "salle")
    monkeypatch.setattr(opening, "trainer_account", lambda _session: None)
    monkeypatch.setattr(opening, "relay_command", lambda: ["node", "relais"])
    monkeypatch.setattr(opening, "free_mb", lambda _folder: 199)
    asked = opening.RoomRequest(tmp_path / "seance", address="127.0.0.1")
    with pytest.raises(OpeningError, match="199 Mo"), opening.prepared(asked):
        raise AssertionError("la salle ne s'ouvre pas")
    assert not (tmp_path / "seance" / "salle").exists()


def test_a_session_whose_names_are_being_erased_is_not_opened_for_nothing_that_is_handed_in_would_be_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    released_session(tmp_path / "seance", 1)
    monkeypatch.setattr(opening, "trainer_account", lambda _session: None)
    place = load_session(tmp_path / "seance")
    assert purge(place, dt.datetime.now(dt.UTC), early=True).done_at
    before = {*place.root.rglob("*")}
    asked = opening.RoomRequest(place.root, address="127.0.0.1")
    with pytest.raises(OpeningError, match="ne serait plus pris"), opening.prepared(asked):
        raise AssertionError("la salle ne s'ouvre pas")
    assert {*place.root.rglob("*")} == before


def test_the_hub_and_its_relay_listen_where_nothing_does_after_the_last_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    released_session(tmp_path / "seance", 1)
    monkeypatch.setattr(opening, "trainer_account", lambda _session: None)
    monkeypatch.setattr(opening, "relay_command", lambda: ["node", "relais"])
    room = free_port()
    with socket.socket() as other, opening.prepared(opening.RoomRequest(tmp_path / "seance", "127.0.0.1", room)) as one:
        first = (one.opening.hub_port, one.opening.relay_port)
        assert one.last_port < first[0] < first[1] < room + 20
        other.bind(("127.0.0.1", first[0]))
        other.listen()
        released_session(tmp_path / "autre", 1)
        with opening.prepared(opening.RoomRequest(tmp_path / "autre", "127.0.0.1", room)) as two:
            assert first[0] < two.opening.hub_port < two.opening.relay_port


def test_a_machine_that_cannot_build_walls_is_refused_and_told_what_to_do(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "trainer_account", lambda _session: Account(os.getuid(), os.getgid()))
    monkeypatch.setattr(opening, "relay_command", lambda: ["node", "relais"])
    monkeypatch.setattr(opening, "can_separate", lambda _spaces: True)
    monkeypatch.setattr(opening, "can_stand", lambda *_: False)
    asked = opening.RoomRequest(room.root, address="127.0.0.1")
    with pytest.raises(OpeningError, match="Ouvrez-la sans sudo"), opening.prepared(asked):
        raise AssertionError("la salle ne s'ouvre pas")
    assert list(room.spaces.iterdir()) == []


@as_root
@pytest.mark.skipif(sys.platform != "linux", reason="demande Linux")
def test_a_session_in_the_folder_of_the_suite_is_refused_before_its_places_would_fail_to_open(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "trainer_account", lambda _session: Account(os.getuid(), os.getgid()))
    monkeypatch.setattr(opening, "relay_command", lambda: ["node", "relais"])
    monkeypatch.setattr(opening, "can_separate", lambda _session: True)
    monkeypatch.setattr(opening, "hidden_folders", lambda _room: (str(SUITE),))
    monkeypatch.setattr(opening, "DOORKEEPER", 0)  # whom a Python in /root opens to
    asked = opening.RoomRequest(room.root, address="127.0.0.1")
    with pytest.raises(OpeningError, match="Mettez la séance dans un dossier à part") as refused:
        opening.prepared(asked).__enter__()
    assert str(room.root) in str(refused.value)
    assert list(room.spaces.iterdir()) == []


@as_root
@pytest.mark.skipif(sys.platform != "linux" or shutil.which("setpriv") is None, reason="demande Linux et setpriv")
@pytest.mark.parametrize(("rights", "stand"), [((), True), (("--bounding-set=-sys_admin",), False)])
def test_whether_walls_can_stand_is_tried_and_not_guessed(rights: tuple[str, ...], stand: bool) -> None:
    said = "from app.room.walled import can_stand; print(can_stand(0))"
    words = ["setpriv", *rights, sys.executable, "-c", said]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(stand)


@as_root
@pytest.mark.skipif(sys.platform != "linux", reason="demande Linux")
@pytest.mark.parametrize("umask", [0o022, 0o077])
def test_behind_walls_what_is_kept_under_a_shared_folder_is_reached_whatever_the_room_leaves_to_others(
    umask: int,
) -> None:
    with open_folder() as folder:
        assert Path("/tmp") in folder.parents
        kept = folder / "suite" / "notebooks"
        kept.mkdir(parents=True)
        for path in (kept.parent, kept):
            path.chmod(0o755)
        (kept / "accueil").write_text("lu", encoding="utf-8")
        (kept / "accueil").chmod(0o644)
        done = behind_walls(["cat", str(kept / "accueil")], Path("/"), kept=(str(kept),), umask=umask)
        assert done.returncode == 0, done.stderr


def behind_walls(
    words: list[str], cwd: Path, kept: tuple[str, ...], hidden: tuple[str, ...] = (), umask: int = 0o022
) -> "subprocess.CompletedProcess[str]":
    """A program that runs to its end as that of a place does."""
    door = Door(0, "", "", hub_port=0, account=accounts.DOORKEEPER)
    env = {**os.environ, **Walls(70_001, 70_001, door, kept, hidden).variable()}
    whole = [sys.executable, "-I", "-m", "app.room.walled", *words]
    return subprocess.run(whole, cwd=cwd, env=env, umask=umask, capture_output=True, text=True)


@as_root
@pytest.mark.skipif(sys.platform != "linux", reason="demande Linux")
@pytest.mark.parametrize("beneath", ["/tmp", "/srv"])
def test_behind_its_walls_a_place_sees_of_all_sessions_only_what_is_its_own(beneath: str) -> None:
    with open_folder(beneath) as folder:
        mine, other, former = (folder / name / "reponses" for name in ("jour/espaces/A", "jour/espaces/B", "hier/A"))
        for one in (mine, other, former):
            one.parent.mkdir(parents=True)
            one.write_text("lu", encoding="utf-8")  # everybody's: nothing but the walls hides it
        found = f"cat {mine} ../A/reponses; cat {other} ../B/reponses {former} ../../../hier/A/reponses; ls .."
        hidden = (str(folder / "jour"), str(folder / "hier"))
        done = behind_walls(["sh", "-c", found], mine.parent, (str(mine.parent),), hidden)
        assert done.stdout.count("lu") == 2
        assert done.stdout.count("No such file") == 4
        assert done.stdout.splitlines()[-1] == "[] A"


def test_what_the_guide_puts_beside_sessions_is_hidden_wherever_this_session_is(room: Room) -> None:
    guide = (SUITE / "docs" / "animer_une_seance.md").read_text(encoding="utf-8")
    named = {name for name in ("seances", "depot", "sortie") if re.search(rf"[ `]{name}[/` ]", guide)}
    assert len(named) == 3
    assert {str(room.root.parent), *(str(SUITE / name) for name in named)} == {*hidden_folders(room)}


@as_root
@pytest.mark.skipif(sys.platform != "linux", reason="demande Linux")
def test_what_is_hidden_in_a_folder_that_shows_again_stays_hidden() -> None:
    with open_folder("/srv") as folder:
        suite, mine = folder / "suite", folder / "seance" / "espaces" / "A"
        for one in (names := suite / "seances" / "noms.csv", code := suite / "code.py", work := mine / "reponses"):
            one.parent.mkdir(parents=True, exist_ok=True)
            one.write_text("lu", encoding="utf-8")
        kept, hidden = (str(suite), str(mine)), (str(suite / "seances"), str(folder))
        done = behind_walls(["cat", *map(str, (names, code, work))], mine, kept, hidden)
        assert (done.stdout.count("lulu"), done.stdout.count("No such file")) == (1, 1)


def test_the_session_is_closed_to_other_accounts(room: Room) -> None:
    names = room.root / "participants.csv"
    names.write_text("code;nom\n", encoding="utf-8")
    names.chmod(0o644)
    access_of(room.access)
    close_to_others(room)
    assert stat.S_IMODE(names.stat().st_mode) & 0o007 == 0
    assert stat.S_IMODE(room.root.stat().st_mode) & 0o007 == 0
    # The name of a folder is a code, and there are few enough of them to try them all.
    for folder in (room.top, room.spaces):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    # Places read what is released, and make no course beside ours; they read until when they may hand in.
    assert stat.S_IMODE(room.exchange.stat().st_mode) == 0o755
    assert stat.S_IMODE(room.deadline.stat().st_mode) == 0o644


def test_a_file_that_goes_away_meanwhile_stops_nothing(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    (room.root / "a_partir").write_text("", encoding="utf-8")
    (room.root / "z_reste").write_text("", encoding="utf-8")
    listed = Path.iterdir

    def then_gone(folder: Path) -> list[Path]:
        found = sorted(listed(folder))
        (folder / "a_partir").unlink()
        return found

    monkeypatch.setattr(Path, "iterdir", then_gone)
    close_to_others(room)
    assert stat.S_IMODE((room.root / "z_reste").stat().st_mode) & 0o007 == 0


def test_numbers_are_everybody_s_own_and_stay_theirs(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accounts, "_known", lambda: {accounts.FIRST})
    given = separate_accounts(room.people, room.spaces, Account(70_009, 70_009))
    assert len({account.uid for account in given.values()}) == len(room.people)
    assert accounts.FIRST not in {account.uid for account in given.values()}
    assert given[TRAINER].uid == 70_009


@as_root
def test_two_sessions_share_no_number_wherever_their_folders_are(tmp_path: Path) -> None:
    rooms: list[Room] = []
    for parent in ("hier", "jour", "jour"):
        folder = tmp_path / parent / f"seance-{len(rooms)}"
        released_session(folder, 20, seed=len(rooms))
        rooms.append(Room(load_session(folder)))
        lay_out(rooms[-1])
    given = [separate_accounts(one.people, one.spaces, Account(70_009, 70_009)) for one in rooms]
    numbers = [account.uid for of_one in given for name, account in of_one.items() if name != TRAINER]
    assert len(set(numbers)) == len(numbers) == 60


@as_root
def test_a_number_that_a_session_beside_holds_is_not_drawn_again(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = tmp_path / "hier" / "salle" / "espaces" / "K7M2P"
    held.mkdir(parents=True)
    os.chown(held, accounts.FIRST, accounts.FIRST)
    drawn = iter(range(9))
    monkeypatch.setattr(accounts.secrets, "randbelow", lambda _most: next(drawn))
    given = separate_accounts(room.people, room.spaces, Account(70_009, 70_009))
    assert [given[name].uid - accounts.FIRST for name in room.folder.session.participants] == [1, 2]


@as_root
def test_a_space_keeps_its_account_when_somebody_joins(room: Room) -> None:
    first, second = room.folder.session.participants
    account = Account(accounts.FIRST + 7, accounts.FIRST + 7)
    furnish(room, second, account, None)
    given = separate_accounts((first, second, TRAINER), room.spaces, Account(70_009, 70_009))
    assert given[second] == account
    assert given[first] != account


@as_root
def test_one_person_s_programs_read_neither_the_others_space_nor_the_session(open_room: Room) -> None:
    room = open_room
    first, second = room.folder.session.participants
    trainer = Account(accounts.LAST - 1, accounts.LAST - 1)
    given = {first: Account(70_001, 70_001), second: Account(70_002, 70_002)}
    for name, account in given.items():
        furnish(room, name, account, trainer)
        (room.space(name) / MODULE / "reponses.json").write_text("{}", encoding="utf-8")
    access_of(room.access)
    close_to_others(room)
    for folder in (room.root, room.top, room.spaces):
        folder.chmod(0o711)  # as the walls of a place let it through

    def reads(account: Account, path: Path) -> bool:
        words = ["ls", str(path)] if path.is_dir() else ["cat", str(path)]
        return subprocess.run(words, capture_output=True, **account.popen()).returncode == 0

    mine = room.space(first) / MODULE / "reponses.json"
    assert reads(given[first], mine)
    assert reads(trainer, mine)
    for secret in (mine, room.space(first), room.spaces, room.access, room.root / "seance.yaml", room.hub, room.root):
        assert not reads(given[second], secret), secret


@as_root
def test_accounts_are_kept_apart_only_where_they_can_really_enter(
    open_room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(accounts.sys, "executable", "/bin/sh")
    monkeypatch.setattr(accounts, "PROBE", 'cd "$0"')
    open_room.root.chmod(0o700)  # the walls show a place what is its own
    assert can_separate(open_room.root)
    open_room.root.parent.chmod(0o700)
    assert not can_separate(open_room.root)
    open_room.root.parent.chmod(0o711)
    monkeypatch.setattr(accounts, "PROBE", "false")
    assert not can_separate(open_room.root)


@as_root
def test_a_closed_folder_on_the_way_is_named_with_what_opens_it(
    open_room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(accounts, "PROBE", "import os, sys; os.chdir(sys.argv[1])")
    monkeypatch.setattr(opening, "trainer_account", lambda _session: Account(12345, 12345))
    closed = open_room.root.parent
    closed.chmod(0o700)
    with pytest.raises(OpeningError) as refused, opening.prepared(opening.RoomRequest(open_room.root)):
        pass
    said = str(refused.value)
    assert f"« {closed} »".replace(" ", "\u00a0") in said, said
    command = re.search(r"sudo chmod o\+x ([^;]+?)\s*;", said)
    assert command is not None, said
    assert str(closed) in command[1].split()
    subprocess.run(["chmod", "o+x", closed], check=True)
    assert closed not in accounts.closed_folders(open_room.root)


def test_the_trial_of_an_account_enters_the_spaces_by_their_whole_path(tmp_path: Path) -> None:
    def tried(spaces: Path) -> int:
        return subprocess.run([sys.executable, "-c", accounts.PROBE, str(spaces)], capture_output=True).returncode

    assert tried(tmp_path) == 0
    assert tried(tmp_path / "absent") != 0


@as_root
def test_an_administrator_alone_is_no_trainer_and_whoever_called_sudo_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SUDO_UID", "SUDO_GID"):
        monkeypatch.delenv(name, raising=False)
    for uid in (None, "0", "personne"):
        if uid is not None:
            monkeypatch.setenv("SUDO_UID", uid)
            monkeypatch.setenv("SUDO_GID", "70006")
        with pytest.raises(AccountError, match="tous les droits sur cette machine"):
            trainer_account(tmp_path)
    monkeypatch.setenv("SUDO_UID", "70005")
    assert trainer_account(tmp_path) == Account(70_005, 70_006)
    os.chown(tmp_path, 70_007, 70_008)
    assert trainer_account(tmp_path) == Account(70_007, 70_008)


@as_root
def test_a_session_made_by_an_administrator_is_given_and_what_is_somebody_else_s_is_not(tmp_path: Path) -> None:
    for folder in ("documents", "salle/echange"):
        (tmp_path / folder).mkdir(parents=True)
    for name in ("seance.yaml", "documents/codes.pdf", "autre", "salle/echange/copie"):
        (tmp_path / name).write_text("", encoding="utf-8")
    os.chown(tmp_path / "autre", 70_001, 70_001)
    (tmp_path / "lien").symlink_to("/etc/passwd")
    (tmp_path / "second_nom").hardlink_to(tmp_path / "documents" / "codes.pdf")
    give_session(tmp_path, 70_005, 70_006)
    owners = {path.name: path.lstat().st_uid for path in (tmp_path, *tmp_path.rglob("*"))}
    assert owners == {
        tmp_path.name: 70_005,
        "documents": 70_005,
        "seance.yaml": 70_005,
        "lien": 70_005,
        "autre": 70_001,
        "salle": 0,
        "echange": 0,
        "copie": 0,
        "codes.pdf": 0,
        "second_nom": 0,
    }
    assert Path("/etc/passwd").stat().st_uid == 0


def test_a_space_of_another_account_is_not_opened_under_one_for_all(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = room.folder.session.participants[0]
    room.space(code).mkdir()
    monkeypatch.setattr(opening, "trainer_account", lambda _session: None)
    monkeypatch.setattr(opening.os, "geteuid", lambda: room.root.stat().st_uid + 1)
    with pytest.raises(OpeningError, match="un compte par place"), opening.prepared(opening.RoomRequest(room.root)):
        raise AssertionError("la salle ne s'ouvre pas")
