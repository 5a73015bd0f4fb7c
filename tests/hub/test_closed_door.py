"""Ce qu'on envoie à la salle sans y être entré, et ce qu'elle n'ouvre à personne."""

import http.client
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest
from hub.attacks import EXERCISE, V1, channel_to, kernel_of_the_exercise, told_to_a_stranger
from hub.rooms import OpenRoom, open_folder, released_session
from hub.visitor import Visitor

from app.room.access import TRAINER
from app.room.servers import MOST_PAGES

pytestmark = pytest.mark.slow

MB = 2**20
CLOSED = ("token", "admin", "services", "shares", "accept-share", "user-redirect/x", "metrics", "api/users", "api/info")


@pytest.fixture(scope="module")
def room() -> Iterator[OpenRoom]:
    """A room with one person at their place."""
    with open_folder() as folder:
        opened = OpenRoom(folder / "seance", codes=released_session(folder / "seance", 1))
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def someone(room: OpenRoom) -> Visitor:
    """Somebody at their place."""
    visitor = room.visitor(room.codes[0])
    visitor.enter()
    visitor.take_place()
    return visitor


def sent(base: str, path: str, megabytes: int, **headers: str) -> tuple[int, str]:
    """The status and the page that a stranger is answered who posts that much."""
    where = urlsplit(base)
    wire = http.client.HTTPConnection(where.hostname or "", where.port, timeout=60)
    length = {"Content-Length": str(megabytes * MB), "Content-Type": "application/x-www-form-urlencoded"}
    wire.putrequest("POST", path)
    for name, value in {**length, **headers}.items():
        wire.putheader(name, value)
    wire.endheaders()
    for _ in range(megabytes):
        try:
            wire.send(b"x" * MB)
        except OSError:  # it does not listen any more: what it said is read all the same
            break
    try:
        answer = wire.getresponse()
        return answer.status, answer.read().decode()
    finally:
        wire.close()


def highest(process: psutil.Process) -> int:
    """The most memory that a process ever had."""
    lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))


def running(room: OpenRoom, word: str) -> psutil.Process:
    return next(one for one in room.family() if word in " ".join(one.cmdline()))


@pytest.mark.skipif(sys.platform != "linux", reason="lit /proc")
@pytest.mark.parametrize(
    ("path", "megabytes", "process", "answer"),
    [
        ("/hub/login", 95, "jupyterhub_config.py", (413, "C’est trop pour la salle")),
        ("/user/{code}/place", 120, "jupyterhub.singleuser", (413, "C’est trop pour la salle")),
        ("/user/{code}/place", 20, "jupyterhub.singleuser", (413, "C’est trop pour la salle")),
    ],
)
def test_what_a_stranger_sends_is_kept_by_nobody(
    room: OpenRoom, someone: Visitor, path: str, megabytes: int, process: str, answer: tuple[int, str]
) -> None:
    keeper = running(room, process)
    before = highest(keeper)
    said = sent_together(room.base, path.format(code=someone.name), megabytes)
    assert {status for status, _page in said} == {answer[0]}
    assert all(answer[1] in page for _status, page in said)
    assert highest(keeper) - before < 60 * MB


def sent_together(base: str, path: str, megabytes: int) -> list[tuple[int, str]]:
    with ThreadPoolExecutor(12) as many:
        return list(many.map(lambda _: sent(base, path, megabytes), range(12)))


@pytest.mark.skipif(sys.platform != "linux", reason="lit /proc")
@pytest.mark.parametrize(
    ("path", "answer"), [("place", (413, "C’est trop gros pour ce serveur")), ("lab", (404, "Cette page n’existe pas"))]
)
def test_what_a_program_of_this_computer_sends_past_the_relay_is_kept_by_no_place(
    room: OpenRoom, someone: Visitor, path: str, answer: tuple[int, str]
) -> None:
    keeper = running(room, "jupyterhub.singleuser")
    before = highest(keeper)
    said = sent_together(keeper.environ()["JUPYTERHUB_SERVICE_URL"], f"/user/{someone.name}/{path}", 20)
    assert all((status, answer[1] in page) == (answer[0], True) for status, page in said)
    assert highest(keeper) - before < 60 * MB


def test_a_document_of_ordinary_size_is_saved_by_who_is_in_and_by_nobody_else(room: OpenRoom) -> None:
    trainer = room.visitor(TRAINER, room.access["trainer"])
    trainer.enter()
    trainer.take_place()
    content = {"type": "file", "format": "text", "content": "x" * 20 * MB}
    address = f"{trainer.own}/user/{TRAINER}/api/contents/long.txt"
    headers = {"X-XSRFToken": trainer.own_token}
    assert trainer.http.put(address, json=content, headers=headers).status_code == 201
    assert (room.folder / "long.txt").stat().st_size == 20 * MB
    for name in list(trainer.http.cookies.keys()):
        if name.startswith("jupyterhub-user"):
            trainer.http.cookies.set(name, "faux", path=f"/user/{TRAINER}/")
    assert trainer.http.put(address, json=content, headers=headers).status_code == 413


@pytest.mark.skipif(sys.platform != "linux", reason="lit /proc")
def test_no_server_of_anybody_holds_a_file_of_the_hub(room: OpenRoom, someone: Visitor) -> None:
    trainer = room.visitor(TRAINER, room.access["trainer"])
    trainer.enter()
    trainer.take_place()
    hub = running(room, "jupyterhub_config.py")
    assert any(one.path == str(room.folder / "salle" / "journal.txt") for one in hub.open_files())
    servers = [one for one in room.family() if "jupyterhub.singleuser" in one.cmdline()]
    assert {one.environ()["JUPYTERHUB_USER"] for one in servers} == {TRAINER, someone.name}
    held = {file.path for server in servers for one in (server, *server.children()) for file in one.open_files()}
    assert [one for one in held if one.startswith(str(room.folder / "salle" / "journal"))] == []
    assert [one for one in held if one.startswith(str(room.folder / "salle" / "hub"))] == []


@pytest.mark.parametrize("path", CLOSED)
def test_an_address_of_jupyterhub_that_the_room_does_not_need_is_one_that_does_not_exist(
    someone: Visitor, path: str
) -> None:
    unknown = someone.get("/hub/inconnue")
    answer = someone.get(f"/hub/{path}")
    assert (answer.status_code, answer.content) == (404, unknown.content)
    assert "Cette page n’existe pas" in answer.content.decode()


def test_nobody_makes_a_key_of_their_own(room: OpenRoom, someone: Visitor) -> None:
    headers = {"X-XSRFToken": someone.token("/hub/")}
    asked = someone.http.post(f"{room.base}/hub/api/users/{someone.name}/tokens", json={}, headers=headers)
    assert asked.status_code == 404
    assert "Cette page n’existe pas" in asked.content.decode()
    mine = someone.get("/hub/api/user").json()["scopes"]
    assert f"access:servers!user={someone.name}" in mine
    assert [one for one in mine if "token" in one or "share" in one] == []


def test_a_stranger_is_answered_alike_for_a_place_that_runs_and_for_one_that_never_was(
    room: OpenRoom, someone: Visitor
) -> None:
    never = next(code for code in ("22222", "33333") if code not in room.codes)
    said = told_to_a_stranger(room.base, someone.name)
    assert said == told_to_a_stranger(room.base, never)
    assert b"Location: /hub/login" in said.replace(b"location", b"Location")


def test_whoever_opens_pages_without_end_has_a_few_kernels_and_the_oldest_page_says_that_it_stopped(
    room: OpenRoom, someone: Visitor
) -> None:
    def kernels_of_pages() -> int:
        return sum("ipykernel_launcher" in one.cmdline() for one in room.family())

    first = channel_to(someone, kernel_of_the_exercise(someone), V1)
    with ThreadPoolExecutor(4) as many:
        opened = list(many.map(lambda _: someone.get(EXERCISE).status_code, range(MOST_PAGES)))
    assert opened[-1] == 200
    assert kernels_of_pages() <= MOST_PAGES
    said = b""
    while b'"dead"' not in said:
        frame = first.recv()
        said = frame if isinstance(frame, bytes) else frame.encode()
    first.close()
