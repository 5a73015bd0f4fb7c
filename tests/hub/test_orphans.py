"""Un programme de la salle finit avec celui qui l'a lancé, même tué net, même s'il n'écoute pas."""

import os
import subprocess
import sys
from collections.abc import Iterator

import psutil
import pytest
from hub.rooms import within

SERVER = """
import os, signal, sys, time
from app.room import orphans
orphans.LOOK_S = 0.05
if sys.argv[1] == "deaf":
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
os.environ[orphans.HUB] = str(os.getppid())
orphans.end_without_hub() if sys.argv[1] != "deaf" else orphans.end_without(os.getppid(), polite=0.5)
print(os.getpid(), orphans.HUB in os.environ, flush=True)
time.sleep(600)
"""
HUB = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {SERVER!r}, sys.argv[1]])"
pytestmark = pytest.mark.skipif(os.name != "posix", reason="une salle demande Linux ou macOS")


@pytest.fixture(params=["listening", "deaf"])
def started(request: pytest.FixtureRequest) -> Iterator[tuple["subprocess.Popen[str]", psutil.Process, str, str]]:
    hub = subprocess.Popen([sys.executable, "-c", HUB, request.param], stdout=subprocess.PIPE, text=True)
    assert hub.stdout is not None
    number, heir = hub.stdout.readline().split()
    server = psutil.Process(int(number))
    yield hub, server, heir, request.param
    hub.kill()
    hub.wait()
    if server.is_running():
        server.kill()


def test_a_server_whose_hub_is_killed_ends_and_hands_its_number_to_nobody(
    started: tuple["subprocess.Popen[str]", psutil.Process, str, str],
) -> None:
    hub, server, heir, kind = started
    assert kind == "deaf" or heir == "False"
    assert not within(0.3, lambda: not server.is_running())  # as long as its hub is there
    hub.kill()
    hub.wait()
    assert psutil.wait_procs([server], timeout=20)[1] == []
