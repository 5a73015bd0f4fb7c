"""Ce qu'une place ouvre quand tout le monde est sous un même compte : une liste courte, et rien d'autre."""

import subprocess
import sys
from resource import RLIMIT_NPROC, getrlimit

import pytest
from hub.attacks import ADDRESSES, EXERCISE
from hub.rooms import MODULE
from hypothesis import given
from hypothesis import strategies as st

from app.room.access import TRAINER
from app.room.doors import is_this_computer
from app.room.front import DOCUMENT
from app.room.gate import MESSAGES, is_open
from app.room.servers import person_settings
from app.room.settings import LIMITED

ID = "0" * 8 + "-0000-0000-0000-" + "0" * 12


# Each is one sign away from an address that is open: what a browser asks of it is closed all the same.
BESIDE = (
    f"DELETE api/kernels/{ID}",
    f"POST api/kernels/{ID}/restart",
    f"GET api/kernels/{ID}",
    "GET api/kernels/../channels",
    f"POST {EXERCISE}",
    f"POST api/kernels/{ID}/channels",
    f"GET files/{MODULE}/feedback/../exercice.html",
    f"GET files/{MODULE}/feedback/2026/../../exercice.html",
    "OPTIONS place",
    "PATCH place",
    "PUT place",
    f"DELETE voila/api/shutdown/{ID}",
    "GET carnets/0a/é.js",
    "GET voila/render/notebooks/٠١_x/application.ipynb",
    "GET voila/render/notebooks/seance/application.ipynb",
    "GET voila/render/notebooks/textes/application.ipynb",
    "GET voila/render/notebooks/equipe/lecon.ipynb",
    "POST voila/api/shutdown/",
    f"POST voila/api/shutdown/../../api/kernels/{ID}",
)


@pytest.mark.parametrize("address", [*ADDRESSES, *BESIDE])
def test_what_runs_code_or_reads_a_file_is_closed(address: str) -> None:
    method, _, path = address.partition(" ")
    assert not is_open(method, path)


@pytest.mark.parametrize(
    "address",
    [
        "GET ",
        "GET place",
        "POST place",
        f"GET {EXERCISE}",
        "GET voila/render/notebooks/accueil.ipynb",
        "GET voila/render/notebooks/equipe/application.ipynb",
        f"GET voila/render/notebooks/{MODULE}/application.ipynb",
        "GET carnets/0123abc/voila/static/page.js",
        f"GET api/kernels/{ID}/channels",
        f"POST voila/api/shutdown/{ID}",
        f"GET files/{MODULE}/feedback/2026-11-27%2014%3A05%3A06.123456%20UTC/exercice.html",
        f"GET files/{MODULE}/feedback/2026-11-27%2014:05:06.123456%20UTC/exercice.html",
    ],
)
def test_what_a_page_of_ours_asks_is_open(address: str) -> None:
    method, _, path = address.partition(" ")
    assert is_open(method, path)


@given(st.text("./%2ef\\a0", min_size=1, max_size=12), st.sampled_from(["carnets/0a/{}/x.js", "voila/render/{}.ipynb"]))
def test_no_way_up_is_open_however_it_is_written(way: str, address: str) -> None:
    path = address.format(way)
    ways_up = {"", ".", ".."} & set(path.split("/")) or "%" in path or "\\" in path
    assert not (is_open("GET", path) and ways_up)


def test_a_shared_place_takes_what_widgets_say_and_no_code() -> None:
    alone, shared = person_settings("/user/x/", "KNM64"), person_settings("/user/x/", "KNM64", shared=True)
    assert shared.SuiteKernels.allowed_message_types == list(MESSAGES)
    assert shared.ServerApp.jpserver_extensions["jupyterlab"] is False
    assert alone.ServerApp.jpserver_extensions["jupyterlab"] is True
    assert {kind for kind in MESSAGES if not kind.startswith("comm_")} == {"kernel_info_request"}
    # A server that could not stand behind its gate does not open.
    assert shared.ServerApp.jpserver_extensions["app.room.gate"] is True
    assert shared.ServerApp.reraise_server_extension_failures is True
    assert "app.room.gate" not in alone.ServerApp.jpserver_extensions


def test_the_trainer_has_jupyterlab_even_where_places_have_none_and_marks_alone() -> None:
    for shared in (True, False):
        parts = person_settings("/user/x/", TRAINER, shared=shared).ServerApp.jpserver_extensions
        assert (parts["jupyterlab"], parts.get("app.room.gate", False)) == (True, False)
        assert parts["nbgrader.server_extensions.formgrader"] is True
        theirs = person_settings("/user/x/", "KNM64", shared=shared).ServerApp.jpserver_extensions
        assert theirs["nbgrader.server_extensions.formgrader"] is False


@pytest.mark.parametrize("name", ["KNM64", TRAINER])
def test_what_is_sent_to_a_server_is_bounded_as_at_the_relay(name: str) -> None:
    server = person_settings("/user/x/", name).ServerApp
    assert server.max_body_size == server.max_buffer_size == DOCUMENT


@pytest.mark.parametrize("name", ["KNM64", "formation"])
def test_nobody_has_a_terminal_in_the_room(name: str) -> None:
    server = person_settings("/user/x/", name).ServerApp
    assert server.terminals_enabled is False
    assert server.jpserver_extensions["jupyter_server_terminals"] is False


@pytest.mark.parametrize(
    ("passed_by", "here"),
    [
        ("127.0.0.1", True),
        ("::ffff:127.0.0.1", True),
        ("203.0.113.7,127.0.0.1", True),
        ("127.0.0.1,203.0.113.7", False),
        ("127.0.0.1, ::ffff:203.0.113.7", False),
        ("203.0.113.7", False),
        ("ici", False),
        ("", False),
    ],
)
def test_the_trainer_comes_in_from_the_laptop_alone_whatever_the_browser_claims(passed_by: str, here: bool) -> None:
    assert is_this_computer(passed_by) is here


@pytest.mark.skipif(sys.platform != "linux", reason="macOS ne tient pas cette limite")
@pytest.mark.parametrize(("asked", "holds"), [(50_000_000, True), (400_000_000, False)])
def test_a_program_of_a_place_takes_no_more_memory_than_its_share(asked: int, holds: bool) -> None:
    words = [sys.executable, "-I", str(LIMITED), "300000000", "0", sys.executable, "-c", f"bytearray({asked})"]
    done = subprocess.run(words, capture_output=True, text=True, timeout=60)
    assert (done.returncode == 0) is holds
    assert holds or "MemoryError" in done.stderr


@pytest.mark.parametrize("processes", [4000, 0])
def test_a_program_of_a_place_cannot_take_its_limits_off(processes: int) -> None:
    script = "import resource as r; print(*r.getrlimit(r.RLIMIT_DATA), *r.getrlimit(r.RLIMIT_NPROC))"
    words = [sys.executable, "-I", str(LIMITED), "300000000", str(processes), sys.executable, "-c", script]
    done = subprocess.run(words, capture_output=True, text=True, timeout=60)
    # 0: as many as the account has, which other places share.
    most = (processes, processes) if processes else getrlimit(RLIMIT_NPROC)
    assert done.stdout.split() == ["300000000", "300000000", *map(str, most)]
