"""Une salle ouverte avec sudo, par HTTP : ce qu'un programme atteint hors des murs d'une place, ce qu'il en reste."""

import contextlib
import copy
import json
import os
import pwd
import shutil
import socket
import subprocess
from collections.abc import Iterator
from urllib.parse import urlsplit

import psutil
import pytest
import requests
from hub.attacks import EXERCISE, run_in_place, told_to_a_stranger
from hub.rooms import MODULE, Administrator, OpenRoom, answered, open_folder, released_session, within
from hub.visitor import COURSE, Visitor
from ports import free_port

from app.room.access import TRAINER
from app.room.places import Room, close_to_others, lay_out
from liaison.training.session.definition import load_session

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        os.name != "posix" or os.geteuid() != 0 or not all(map(shutil.which, ("useradd", "unshare"))),
        reason="demande les droits d'administration, useradd et unshare",
    ),
]
MARK = "carnets-essai-qui-reste"
# What a person starts from a notebook, and that leaves it: a page on every address of the machine.
DETACHED = """
import subprocess, sys, socket, time
serve = "import http.server as h; h.HTTPServer(('0.0.0.0', {port}), h.SimpleHTTPRequestHandler).serve_forever()"
words = ["sh", "-c", 'setsid "$0" "$@" >/dev/null 2>&1 &', sys.executable, "-c", serve, "{mark}"]
subprocess.run(words, check=True)
for _ in range(100):
    with socket.socket() as asking:
        if not asking.connect_ex(("127.0.0.1", {port})):
            print("ouverte")
            break
    time.sleep(0.1)
"""
REACHED = """
import json, socket
def opens(address):
    with socket.socket() as asking:
        asking.settimeout(3)
        return not asking.connect_ex(tuple(address))
print(json.dumps([address for address in {addresses} if opens(address)]))
"""
ASKED = """
import json, urllib.error, urllib.request
def answer(path):
    asking = urllib.request.Request("http://127.0.0.1:{port}" + path, headers={{"X-Forwarded-For": "127.0.0.1"}})
    try:
        return urllib.request.urlopen(asking).status
    except urllib.error.HTTPError as error:
        return error.code
print(json.dumps([answer(path) for path in ("/hub/api", "/hub/api/", "/hub/login", "/", "//hub/api/", "/hub/apiary")]))
"""
SEEN = """
import glob, json, os
print(json.dumps([open(name).read() for name in glob.glob("/proc/[0-9]*/cmdline")]))
"""
# Every file that a program of the place could write to, by whoever of its processes holds it.
HELD = """
import glob, json, os
def end(name):
    try:
        return os.readlink(name)
    except OSError:
        return ""
names = glob.glob("/proc/[0-9]*/fd/*")
print(json.dumps(sorted({end(name) for name in names if end(name).startswith("/")})))
said = end(f"/proc/{os.getppid()}/fd/2")
own = next(number for number in os.listdir("/proc/self/fd") if end(f"/proc/self/fd/{number}") == said)
os.write(int(own), b"\\x1b[31mtout va bien\\n")
"""
LOOKED = """
import json, os
print(json.dumps([path for path in {paths} if os.path.lexists(path)]))
"""
SMUGGLED = """
import socket
with socket.create_connection(("127.0.0.1", {port})) as asking:
    asking.sendall(b"GET /hub/api HTTP/1.1\\r\\nHost: x\\r\\nA: b\\n\\nGET /hub/login HTTP/1.1\\nHost: x\\r\\n\\r\\n")
    print(b"".join(iter(lambda: asking.recv(65536), b"")).split(b"\\r\\n")[0])
"""
HOARDS = {
    "/dev/shm": "open('/dev/shm/x', 'wb').write(bytes(400 * 2**20))",
    "/tmp": "open('/tmp/x', 'wb').write(bytes(400 * 2**20))",
    "System V": "import ctypes; assert ctypes.CDLL(None).shmget(0, 2**20, 0o1600) >= 0",
}
# Neither is a file that anybody sees, nor memory of the program's own.
ENDLESS = """
import os
kept = os.memfd_create("x")
for _ in range(3 * 1024):
    os.write(kept, bytes(2**20))
print("tout est pris")
"""


@pytest.fixture(scope="module")
def trainer() -> Iterator[pwd.struct_passwd]:
    """The account from which the trainer calls sudo; it ends with the tests."""
    name = f"carnets-essai-{os.getpid()}"  # the same tests may run beside
    subprocess.run(["useradd", "--no-create-home", "--shell", "/bin/sh", name], check=True)
    try:
        yield pwd.getpwnam(name)
    finally:
        subprocess.run(["userdel", name], check=False, capture_output=True)


def test_behind_its_walls_a_place_works_and_reaches_nobody(trainer: pwd.struct_passwd) -> None:
    # As the guide says; what is in /tmp is hidden from places by another wall.
    with open_folder(beneath="/srv") as folder:
        codes = released_session(folder / "seance", 2)
        released_session(folder / "hier", 2)
        (folder / "noms.csv").write_text("nom\nAnne Fictive\n", encoding="utf-8")
        for path in (folder / "seance", *(folder / "seance").rglob("*")):
            os.chown(path, trainer.pw_uid, trainer.pw_gid)
        sudo = Administrator(trainer.pw_uid, trainer.pw_gid)
        room = OpenRoom(folder / "seance", codes=codes, opened_by=sudo)
        try:
            curious, other = arrived(room)
            the_usual_life_goes_on(room, other)
            port = free_port()
            assert run_in_place(curious, DETACHED.format(port=port, mark=MARK)) == "ouverte\n"
            nobody_outside_reaches(port)
            a_place_reaches_the_hub_alone(room, curious, port, other)
            a_page_of_a_place_is_shown_to_its_person_alone(room, curious, other)
            a_place_holds_no_file_of_the_hub(room, curious)
            a_place_sees_no_other_place_nor_another_session(room, curious, other)
            who_enters_is_told_no_code_of_anybody_else(room, other)
            a_second_browser_is_told_of_by_whatever_address_it_comes(room, other)
            who_leaves_leaves_nothing_that_opens(room, other)
            what_is_shared_is_bounded(room, other)
        finally:
            left = running(MARK, room.family())
            ended = room.close()
        assert (len(left), ended) == (1, 0)
        assert psutil.wait_procs(left, timeout=5)[1] == []
        assert list(os.scandir(room.space(codes[0])))  # what was there stays


def arrived(room: OpenRoom) -> tuple[Visitor, Visitor]:
    """Two people, each at their place."""
    first, second = (room.visitor(code) for code in room.codes)
    for one in (first, second):
        one.enter()
        one.http.get(f"{one.base}/hub/spawn")
    for one in (first, second):
        one.take_place()
    return first, second


def the_usual_life_goes_on(room: OpenRoom, person: Visitor) -> None:
    """The pages of a place, an app and an exercise with their kernels, a hand-in, what is collected and comes back."""
    assert person.get("lab").ok
    for page in (EXERCISE, f"voila/render/notebooks/{MODULE}/application.ipynb"):
        assert "carnets.noyau" in person.get(page).text
    answers = room.space(person.name) / MODULE / "reponses.json"
    run_in_place(person, f"open({str(answers)!r}, 'w').write({answered()!r})")
    here = f"import os; os.chdir({str(answers.parent)!r}); "
    for named, made, undone in (
        ("tuyau", "os.mkfifo('tuyau')", "os.remove('tuyau')"),
        (".tuyau", "os.mkfifo('.tuyau')", "os.remove('.tuyau')"),
        ("\ufffd", r"os.mkfifo(b'\xff')", r"os.remove(b'\xff')"),
        (".note", "open('.note', 'w').close(); os.chmod('.note', 0)", "os.remove('.note')"),
        ("brouillons", "os.mkdir('brouillons', 0)", "os.rmdir('brouillons')"),
        ("boucle", "os.symlink('.', 'boucle')", "os.remove('boucle')"),
    ):
        run_in_place(person, here + made)
        assert f"« {named} » ne peut pas se copier" in person.hand_in(MODULE).replace("\u00a0", " ")
        run_in_place(person, here + undone)
    assert "C’est remis" in person.hand_in(MODULE)
    folder = room.folder
    room.trainer.liaison("session", "hub", str(folder), "--collect")
    assert (folder / "submitted" / person.name / MODULE / "reponses.json").read_text() == answered()
    # As `session feedback` leaves them.
    shutil.copytree(folder / "submitted" / person.name, folder / "feedback" / person.name)
    (folder / "feedback" / person.name / MODULE / "exercice.html").write_text("<p>Lu.</p>", encoding="utf-8")
    room.trainer.liaison("session", "hub", str(folder), "--give-back")
    assert "Lire mon retour" in person.post("place", module=MODULE, action="retour").text.replace("\u00a0", " ")


def nobody_outside_reaches(port: int) -> None:
    addresses = {
        one.address for of_one in psutil.net_if_addrs().values() for one in of_one if one.family == socket.AF_INET
    }
    assert "127.0.0.1" in addresses
    for address in addresses:
        with socket.socket() as asking:
            assert asking.connect_ex((address, port)) != 0, address


def server_of(room: OpenRoom, person: Visitor) -> psutil.Process:
    found = running("jupyterhub.singleuser", room.family())
    return next(one for one in found if one.cmdline()[1] == "-m" and one.environ()["JUPYTERHUB_USER"] == person.name)


def running(word: str, among: list[psutil.Process]) -> list[psutil.Process]:
    """The programs that were started with that word."""
    found = []
    for one in among:
        with contextlib.suppress(psutil.NoSuchProcess):  # a kernel may end meanwhile
            if one.status() != psutil.STATUS_ZOMBIE and word in one.cmdline():
                found.append(one)
    return found


def a_place_reaches_the_hub_alone(room: OpenRoom, curious: Visitor, own: int, other: Visitor) -> None:
    theirs = server_of(room, other).environ()
    ports = [urlsplit(theirs[name]).port for name in ("JUPYTERHUB_SERVICE_URL", "JUPYTERHUB_API_URL")]
    machine = [[one.address, urlsplit(room.base).port] for one in psutil.net_if_addrs()["lo"][:1]]
    addresses = [["127.0.0.1", port] for port in (own, *ports)] + machine + [["192.0.2.1", 80]]
    reached = json.loads(run_in_place(curious, REACHED.format(addresses=addresses)))
    assert reached == [["127.0.0.1", own], ["127.0.0.1", ports[1]]]
    # The other one reaches neither what the curious one serves, nor a page of the hub.
    assert json.loads(run_in_place(other, REACHED.format(addresses=addresses))) == [
        ["127.0.0.1", ports[0]],
        ["127.0.0.1", ports[1]],
    ]
    assert json.loads(run_in_place(curious, ASKED.format(port=ports[1]))) == [200, 200, 403, 403, 403, 403]
    assert "400 Bad Request" in run_in_place(curious, SMUGGLED.format(port=ports[1]))
    seen = json.loads(run_in_place(curious, SEEN))
    assert any("singleuser" in words for words in seen)
    assert not any("configurable-http-proxy" in words for words in seen)


def a_page_of_a_place_is_shown_to_its_person_alone(room: OpenRoom, curious: Visitor, other: Visitor) -> None:
    """Even under the address of the room: it could do there in somebody's name whatever they may."""
    page = f"/user/{curious.name}/place"
    assert curious.get(page).url.endswith(page)
    trainer = room.visitor(TRAINER, room.access["trainer"])
    assert trainer.enter().status_code == 302
    for somebody in (other, trainer):
        shown = somebody.get(page)
        # The hub alone answered: no program of the place was asked, nor told a cookie.
        assert (shown.status_code, "X-JupyterHub-Version" in shown.headers) == (404, True)
        assert [urlsplit(one.headers["Location"]).path for one in shown.history] == ["/hub/login", f"/hub{page}"]
    assert told_to_a_stranger(room.base, curious.name) == told_to_a_stranger(room.base, "22222")
    port = urlsplit(server_of(room, curious).environ()["JUPYTERHUB_SERVICE_URL"]).port
    for cookie in ("", "carnets-place=faux", f"carnets-place={ticket(other)}"):
        direct = requests.get(f"http://127.0.0.1:{port}{page}", headers={"Cookie": cookie}, allow_redirects=False)
        assert direct.status_code == 302, cookie
    assert one_request_alone(port, page, ticket(curious)) == 1
    own = requests.get(
        f"http://127.0.0.1:{port}{page}",
        headers={"Cookie": f"carnets-place={ticket(curious)}"},
        allow_redirects=False,
    )
    assert urlsplit(own.headers["Location"]).path == "/hub/api/oauth2/authorize"


def one_request_alone(port: int | None, page: str, of_its_person: str) -> int:
    """How many answers a connection brings, on which somebody else's request follows the one of its person."""
    lines = [f"GET {page} HTTP/1.1", "Host: 127.0.0.1", "Connection: keep-alive"]
    cookie = f"Cookie: carnets-place={of_its_person}"
    both = "\r\n".join([*lines, cookie, "", *lines, "", ""]).encode()
    with socket.create_connection(("127.0.0.1", port or 0), timeout=30) as asking:
        asking.sendall(both)
        answers = b"".join(iter(lambda: asking.recv(65536), b""))
    return answers.count(b"HTTP/1.1 ")


def ticket(person: Visitor) -> str:
    return next(one.value or "" for one in person.http.cookies if one.name == "carnets-place")


def a_place_holds_no_file_of_the_hub(room: OpenRoom, person: Visitor) -> None:
    held = json.loads(run_in_place(person, HELD))
    assert [one for one in held if "salle/journal.txt" in one or "salle/hub" in one] == []
    journal = room.folder / "salle" / "journal.txt"
    assert within(10, lambda: f"[{person.name}]  [31mtout va bien\n" in journal.read_text(encoding="utf-8"))
    assert "\x1b[31mtout va bien" not in journal.read_text(encoding="utf-8")


def a_place_sees_no_other_place_nor_another_session(room: OpenRoom, curious: Visitor, other: Visitor) -> None:
    former = room.folder.parent / "hier" / "salle" / "echange" / COURSE / "inbound"
    # Another room that opens while this place runs, whose walls know nothing of it.
    later = room.folder.parent / "demain"
    codes = released_session(later, 1, seed=6)
    beside = Room(load_session(later))
    lay_out(beside)
    close_to_others(beside)
    inside = (later / "seance.yaml", beside.exchange / COURSE / "inbound", beside.space(codes[0]))
    inside[-1].mkdir()
    # The list from which the session was made is beside it, as the guide says.
    names = room.folder.parent / "noms.csv"
    looked = [
        str(one)
        for one in (
            room.space(curious.name),
            room.space(other.name),
            former,
            names,
            room.folder / "seance.yaml",
            *inside,
        )
    ]
    assert all(one.exists() for one in (former, names, *inside))
    seen = json.loads(run_in_place(curious, LOOKED.format(paths=looked)))
    assert seen == [looked[0]]
    assert [one for one in looked if one not in {str(former), str(names)} and can_be_seen(one)] == []


def can_be_seen(path: str) -> bool:
    """Whether any account of the machine can tell that there is something there."""
    return (
        subprocess.run(["stat", path], capture_output=True, user=64_322, group=64_322, extra_groups=[]).returncode == 0
    )


def who_enters_is_told_no_code_of_anybody_else(room: OpenRoom, other: Visitor) -> None:
    for name, password in ((room.codes[0], None), (TRAINER, room.access["trainer"])):
        answer = room.visitor(name, password).enter()
        assert answer.status_code == 302
        assert other.name not in str(answer.headers) + answer.text


def a_second_browser_is_told_of_by_whatever_address_it_comes(room: OpenRoom, person: Visitor) -> None:
    told = "ouverte aussi sur un autre appareil"
    assert told not in person.get("place").text.replace("\u00a0", " ")
    second = room.visitor(person.name)
    second.enter()
    assert second.get(f"files/{MODULE}/exercice.ipynb").ok
    assert told in person.get("place").text.replace("\u00a0", " ")


def who_leaves_leaves_nothing_that_opens(room: OpenRoom, person: Visitor) -> None:
    """Neither to the browser that they left, nor to who copied what it held."""
    copied = room.visitor(person.name)
    copied.http.cookies.update(copy.deepcopy(person.http.cookies))
    before = ticket(person)
    assert urlsplit(copied.get("lab").url).path.startswith(f"/user/{person.name}/lab")
    person.get("/hub/logout")
    for path in ("place", "lab", f"files/{MODULE}/exercice.ipynb", "/hub/home"):
        assert urlsplit(copied.get(path).url).path == "/hub/login", path
    # Who comes back finds their place again, behind a door that knows the former ticket no more.
    person.enter()
    person.take_place()
    assert ticket(person) != before
    assert not copied.get("place").url.endswith("/place")
    # The trainer does not enter where a page of theirs may have stayed open; they themselves are not put out.
    trainer = room.visitor(TRAINER, room.access["trainer"])
    trainer.http = person.http
    refused = trainer.enter()
    assert refused.status_code == 403
    assert "ouvrez une fenêtre privée" in refused.content.decode().replace("\u00a0", " ")
    assert person.get("place").url.endswith("/place")


def what_is_shared_is_bounded(room: OpenRoom, person: Visitor) -> None:
    for where, code in HOARDS.items():
        assert "Error" in run_in_place(person, f"try:\n    {code}\nexcept Exception as e: print(repr(e))"), where
    if "pas de groupe de contrôle" in room.said:
        pytest.skip("le système ne compte pas la mémoire de chaque place")
    assert "tout est pris" not in run_in_place(person, ENDLESS)
    assert within(10, lambda: f"La place {person.name} prenait trop de mémoire" in room.said)
