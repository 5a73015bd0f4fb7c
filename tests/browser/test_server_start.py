"""Le serveur comme une nouvelle venue le rencontre : il s'ouvre en français, et s'arrête aussitôt qu'on le lui dit."""

import http.client
import os
import re
import signal
import socket
import stat
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

import full_disk
import psutil
import pytest
from browser.accounts import can_be_others
from browser.small_suite import signed_in, wait_until
from full_disk import fill

from app.voila.ports import HOST, NoFreePortError, number, take_port
from app.voila.state import NAME, RUNNING

REPOSITORY = Path(__file__).parents[2]
posix = pytest.mark.skipif(os.name == "nt", reason="signaux de POSIX")


def test_a_taken_port_is_left_and_the_next_free_one_taken() -> None:
    with socket.socket() as holder:
        holder.bind((HOST, 0))
        holder.listen()
        taken = holder.getsockname()[1]
        assert number_taken(taken) > taken
    assert number_taken(taken) == taken


def number_taken(*arguments: int) -> int:
    sockets = take_port(*arguments)
    taken = number(sockets)
    for one in sockets:
        one.close()
    return taken


def test_a_port_just_left_is_taken_again_though_its_last_visitors_are_still_remembered() -> None:
    server = take_port(0)[0]
    visitor = socket.create_connection((HOST, number([server])))
    port = number([server])
    seen, _ = server.accept()
    # Closed by the server first, as when it stops with pages open: the system keeps the connection for a minute.
    seen.close()
    visitor.close()
    server.close()
    assert number_taken(port) == port


def test_a_port_that_was_taken_is_seen_by_a_launch_at_the_same_moment() -> None:
    first = take_port(0)
    assert number_taken(number(first)) > number(first)
    first[0].close()


def test_no_free_port_is_an_error_with_its_bounds() -> None:
    with socket.socket() as holder:
        holder.bind((HOST, 0))
        taken = holder.getsockname()[1]
        with pytest.raises(NoFreePortError, match=str(taken)):
            take_port(taken, tries=1)


def run_to_its_end(*arguments: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "app.voila", "--no-browser", *arguments]
    return subprocess.run(
        command, cwd=REPOSITORY, capture_output=True, text=True, encoding="utf-8", timeout=60, env=env
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--folder", "{empty}"], "Le carnet d’accueil manque"),
        (["--port", "80"], "choisissez un nombre entre 1024 et 65535"),
        (["--port", "abc"], "Option refusée"),
        (["--inconnu"], "Option refusée"),
    ],
)
def test_a_bad_start_is_refused_in_one_french_sentence(arguments: list[str], words: str, tmp_path: Path) -> None:
    done = run_to_its_end(*[argument.format(empty=tmp_path) for argument in arguments])
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr + done.stdout


def test_the_server_says_in_french_what_it_does_takes_the_next_port_and_stops_at_once(
    start_suite: Callable[..., Any], folder: Path, tmp_path: Path
) -> None:
    running = tmp_path / NAME / RUNNING
    running.mkdir(parents=True)
    killed = [running / name for name in ("jpserver-9999999.json", "kernel-0.json")]
    for path in killed:
        path.touch()
        os.utime(path, (0, 1000))
    # Whatever Node runs writes it there first.
    script, run = tmp_path / "node.js", tmp_path / "node.txt"
    script.write_text(f"require('fs').writeFileSync({str(run)!r}, '')", encoding="utf-8")
    env = {**os.environ, "JUPYTER_DATA_DIR": str(tmp_path / "jupyter"), "NODE_OPTIONS": f"--require={script}"}
    with socket.socket() as holder:
        holder.bind((HOST, 0))
        holder.listen()
        taken = holder.getsockname()[1]
        suite = start_suite("--port", str(taken), "--folder", str(folder), env=env)
        suite.wait_for_address()
    # What a launch that was killed left.
    assert not any(path.exists() for path in killed)
    # JupyterLab asks Node nothing: the suite builds nothing with it.
    assert not run.exists()
    suite.process.send_signal(signal.SIGINT)
    assert suite.process.wait(20) == 0
    wait_until(lambda: "La suite est arrêtée" in suite.output, 5, suite.output)
    assert f"Le port {taken} est déjà pris" in suite.output
    assert "Chargement de JupyterLab" in suite.output
    assert "Traceback" not in suite.output
    assert not re.search(r"Shut down|stopping|To access the server", suite.output)


@pytest.mark.parametrize(
    ("name", "after_s"), [*product(["SIGINT", "SIGTERM"], [0.3, 1.0, 6.0]), pytest.param("SIGHUP", 1.0, marks=posix)]
)
def test_the_server_and_its_kernels_end_within_five_seconds_whatever_is_under_way(
    start_suite: Callable[..., Any], folder: Path, name: str, after_s: float
) -> None:
    suite = start_suite("--port", "0", "--folder", str(folder))
    suite.base, suite.key = suite.wait_for_address().split("/?")
    opener = signed_in(suite)
    opening = threading.Thread(target=open_quietly, args=(opener, f"{suite.base}/voila/render/notebooks/sorties.ipynb"))
    opening.start()
    # While the page and the spare kernels start; then, once they are there.
    time.sleep(after_s)
    children = psutil.Process(suite.process.pid).children(recursive=True)
    suite.process.send_signal(getattr(signal, name))
    assert suite.process.wait(5) == 0
    opening.join(5)
    _, left = psutil.wait_procs(children, timeout=1)
    assert not [one for one in left if is_alive(one)]
    wait_until(lambda: "La suite est arrêtée" in suite.output, 2, suite.output)
    assert "Traceback" not in suite.output
    if after_s == 6.0:
        assert children, "aucun noyau n'avait démarré"


def open_quietly(opener: urllib.request.OpenerDirector, url: str) -> None:
    with suppress(OSError, http.client.HTTPException, ValueError):
        opener.open(url, timeout=20).read()


def says_how_to_stop(suite: Any) -> bool:
    return "Ctrl-C" in suite.output


def test_the_start_shows_a_newcomer_nothing_but_french_sentences(start_suite: Callable[..., Any], folder: Path) -> None:
    for arguments in ([], ["--folder", str(folder)]):
        suite = start_suite("--port", "0", *arguments)
        suite.wait_for_address()
        wait_until(partial(says_how_to_stop, suite), 5, suite.output)
        suite.stop()
        assert len(suite.lines) == 6, suite.output
        assert not re.search(r"Warning|WARNING|warn\(|\[E ", suite.output)


def test_two_launches_at_the_same_moment_both_open_each_at_its_address(
    start_suite: Callable[..., Any], folder: Path
) -> None:
    port = str(number_taken(0))
    both = [start_suite("--port", port, "--folder", str(folder)) for _ in range(2)]
    addresses = {suite.wait_for_address().split("/?")[0] for suite in both}
    assert len(addresses) == 2
    assert f"http://{HOST}:{port}" in addresses
    for suite in both:
        assert suite.stop() == 0
        assert not re.search(r"ERROR|Traceback|already in use", suite.output)


@pytest.mark.parametrize("said", ["vérification du dossier", "Chargement de JupyterLab"])
def test_a_ctrl_c_before_the_server_is_open_ends_with_a_sentence(
    start_suite: Callable[..., Any], folder: Path, said: str
) -> None:
    suite = start_suite("--port", "0", "--folder", str(folder))
    wait_until(lambda: said in suite.output, 20, suite.output)
    suite.process.send_signal(signal.SIGINT)
    assert suite.process.wait(10) == 0
    ends = re.compile("Arrêtée avant d’être ouverte|La suite est arrêtée")
    wait_until(lambda: bool(ends.search(suite.output)), 5, suite.output)
    assert "Traceback" not in suite.output


@pytest.mark.skipif(sys.platform != "linux", reason="`setsid --ctty` est de Linux")
@pytest.mark.parametrize("after_s", [0.0, 0.3, 0.7, 1.2, 2.0])
def test_a_ctrl_c_in_a_terminal_shows_nothing_but_french_sentences(folder: Path, after_s: float) -> None:
    """A terminal tells all that it holds of a Ctrl-C, and not the server alone."""
    keyboard, terminal = os.openpty()
    command = [
        "setsid",
        "--ctty",
        sys.executable,
        "-m",
        "app.voila",
        "--no-browser",
        "--port",
        "0",
        "--folder",
        str(folder),
    ]
    with subprocess.Popen(command, cwd=REPOSITORY, stdin=terminal, stdout=terminal, stderr=terminal) as process:
        os.close(terminal)
        said = ""
        with suppress(OSError):  # Linux tells by an error that nobody holds the terminal any more
            while words := os.read(keyboard, 65536):
                said += words.decode()
                if "Ctrl-C" in said and "^C" not in said:
                    time.sleep(after_s)
                    os.write(keyboard, b"\x03")
                    said += "^C"
        assert process.wait(10) == 0
    os.close(keyboard)
    after = said.split("^C")[-1].strip()
    assert after == "La suite est arrêtée. Vos fichiers sont gardés.", said


@posix
def test_the_last_word_of_a_suite_whose_room_is_still_closing_says_so(
    start_suite: Callable[..., Any], folder: Path
) -> None:
    suite = start_suite("--port", "0", "--folder", str(folder))
    suite.wait_for_address()
    named = ("app.room", f"--suite={suite.process.pid}")
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)", *named]) as room:
        suite.process.send_signal(signal.SIGINT)
        assert suite.process.wait(5) == 0
        wait_until(lambda: "La suite est arrêtée" in suite.output, 2, suite.output)
        room.kill()
    assert "La salle qu’elle avait ouverte se ferme d’elle-même" in suite.lines[-1]


def test_a_ctrl_c_that_cuts_a_text_being_run_ends_as_any_other() -> None:
    # As a library that makes a dataclass while it loads.
    text = "import os, signal; os.kill(os.getpid(), signal.SIGINT); [0 for _ in range(10**6)]"
    code = f"""
from app.voila import command
command._loaded = lambda *_: exec({text!r})
assert command.main(["--no-browser", "--port", "0"]) == 0
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert (done.returncode, "Arrêtée avant" in done.stderr) == (0, True), done


def test_a_terminal_without_our_letters_stops_nothing(folder: Path) -> None:
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = run_to_its_end("--folder", str(folder / "absent"), env=env)
    assert done.returncode == 2
    assert "Le carnet d'accueil manque" in done.stderr
    assert "?" not in done.stderr
    assert "Traceback" not in done.stderr + done.stdout


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of four megabytes: a home, and not much in it."""
    with full_disk.small_disk(tmp_path):
        yield tmp_path


@can_be_others
def test_a_disk_that_fills_while_the_suite_is_open_is_said_on_the_page(
    start_suite: Callable[..., Any], small_disk: Path, folder: Path
) -> None:
    suite = start_suite("--port", "0", "--folder", str(folder), "--spare-kernels", "0", env=at_home_in(small_disk))
    suite.base, suite.key = suite.wait_for_address().split("/?")
    opener = signed_in(suite)
    fill(small_disk)
    with pytest.raises(urllib.error.HTTPError) as refused:
        opener.open(f"{suite.base}/voila/render/notebooks/formulaire.ipynb", timeout=60)
    assert "Le disque est plein" in refused.value.read().decode()
    assert suite.stop() == 0


@can_be_others
def test_a_full_disk_is_said_with_what_to_do(small_disk: Path, folder: Path) -> None:
    # Enough to begin a file, as full disks have: with nothing at all, the temporary folder of the machine is used.
    fill(small_disk, left=100_000)
    done = run_to_its_end("--folder", str(folder), env=at_home_in(small_disk))
    assert done.returncode == 1
    assert re.search(r"La suite ne peut pas s’ouvrir\s: le disque est plein\.", done.stderr)
    assert "Libérez de la place" in done.stderr
    assert "Traceback" not in done.stderr + done.stdout


@posix
def test_what_holds_the_key_is_for_its_owner_alone_even_where_the_folders_were_open(
    start_suite: Callable[..., Any], folder: Path, tmp_path: Path
) -> None:
    top = tmp_path / NAME
    (top / RUNNING).mkdir(parents=True)
    for opened in (top, top / RUNNING):
        opened.chmod(0o755)
    env = {**os.environ, "JUPYTER_DATA_DIR": str(tmp_path / "jupyter")}
    suite = start_suite("--port", "0", "--folder", str(folder), env=env)
    key = suite.wait_for_address().partition("token=")[2]
    assert [stat.S_IMODE(each.stat().st_mode) & 0o077 for each in (top, top / RUNNING)] == [0, 0]
    holding = [file for file in top.rglob("*") if file.is_file() and key in file.read_text(errors="replace")]
    assert holding
    assert {file.name: stat.S_IMODE(file.stat().st_mode) for file in holding} == {file.name: 0o600 for file in holding}
    assert suite.stop() == 0


def at_home_in(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "XDG"))}
    return {**kept, **dict.fromkeys(("HOME", "TMPDIR", "TEMP"), str(folder))}


def test_a_home_that_cannot_be_written_is_said_and_the_suite_opens_all_the_same(
    start_suite: Callable[..., Any], folder: Path, tmp_path: Path
) -> None:
    env = without_home(tmp_path)
    suite = start_suite("--port", "0", "--folder", str(folder), env=env)
    address = suite.wait_for_address()
    assert "ne peut pas être écrit" in suite.output
    base, key = address.split("/?")
    assert urllib.request.urlopen(f"{base}/api/status?{key}", timeout=20).status == 200
    assert suite.stop() == 0
    assert not any((tmp_path / "provisoire").iterdir())


def without_home(folder: Path) -> dict[str, str]:
    """An environment where the state of the server can only be temporary, in the subfolder `provisoire`."""
    (closed := folder / "fichier").touch()
    (temporary := folder / "provisoire").mkdir()
    # A folder below a file cannot be made, whoever runs the test (root writes where permissions forbid it).
    home = {"HOME": str(closed / "maison"), "JUPYTER_DATA_DIR": str(closed / "maison" / "jupyter")}
    return {**os.environ, **home, "TMPDIR": str(temporary), "TEMP": str(temporary)}


NEVER_ENDING = """
import os, subprocess, sys, threading, app.voila.stop, app.voila.command
from jupyter_server.serverapp import ServerApp
def write_and_start():
    while True:
        os.makedirs(os.environ["IPYTHONDIR"], exist_ok=True)
        subprocess.Popen([sys.executable, "-S", "-c", "import os; os.makedirs(os.environ['IPYTHONDIR'] + '/profil')"])
ServerApp.stop = lambda *_, **__: threading.Thread(target=write_and_start).start()
app.voila.stop.LONGEST_S = 0.5
sys.exit(app.voila.command.main(["--port", "0", "--no-browser"]))
"""


def test_a_server_that_no_longer_answers_ends_all_the_same_and_leaves_no_folder(tmp_path: Path) -> None:
    command = [sys.executable, "-c", NEVER_ENDING]
    env = without_home(tmp_path)
    with subprocess.Popen(command, cwd=REPOSITORY, env=env, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert any("http://" in line for line in process.stdout)
        assert any((tmp_path / "provisoire").iterdir())
        process.send_signal(signal.SIGINT)
        assert process.wait(5) == 0
        assert "La suite est arrêtée" in process.stdout.read()
    assert not any((tmp_path / "provisoire").iterdir())


CUT_SHORT = """
import asyncio, anyio.to_thread
from app.voila.stop import end_what_is_under_way
async def request():
    await anyio.to_thread.run_sync(int)
    await asyncio.Event().wait()
loop = asyncio.new_event_loop()
task = loop.create_task(request())
loop.call_later(0.2, loop.stop)
loop.run_forever()
end_what_is_under_way(loop)
"""


def test_a_request_cut_short_does_not_keep_python_from_ending() -> None:
    # The thread that anyio lends to a request ends with it: Python would wait for it, for ever.
    subprocess.run([sys.executable, "-c", CUT_SHORT], cwd=REPOSITORY, timeout=10, check=True)


CUT_BEFORE_IT_BEGAN = """
import asyncio
from app.voila.stop import end_what_is_under_way
async def start_kernel():
    pass
async def ensured(starting):
    await starting
loop = asyncio.new_event_loop()
task = loop.create_task(ensured(start_kernel()))
end_what_is_under_way(loop)
del task
"""


def test_a_kernel_whose_start_was_asked_for_in_the_last_moment_is_given_up_without_a_word() -> None:
    command = [sys.executable, "-c", CUT_BEFORE_IT_BEGAN]
    ended = subprocess.run(command, cwd=REPOSITORY, timeout=10, check=True, capture_output=True, text=True)
    assert ended.stderr == ""


def is_alive(process: psutil.Process) -> bool:
    """Whether it still runs: what has ended waits for the system to take note (a zombie), which is no fault of ours."""
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
