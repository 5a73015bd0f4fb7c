"""`liaison serve` interrompu à un instant quelconque : une phrase, plus de processus, rien qui reste."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from random import Random

import psutil
import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st
from narrowing import present

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signaux de POSIX")

# At its n-th event (a file opened, a module imported, a text run…), a program has its whole group interrupted, as a
# terminal does; `lost`: where what an interruption raises goes nowhere, as between two imports. The command's events
# count from its own first import: before, Python itself starts. The server's, from the first.
INTERRUPTS_ITSELF = """
import os, signal, sys
program, left, lost = sys.orig_argv[1:3], *os.environ["INTERRUPT"].split()[1:]
class Dying:
    def __del__(self):
        os.killpg(0, signal.SIGINT)
def count(event, words):
    global left, begun
    begun = begun or words[:1] == ("liaison.base.terminal",)
    left -= begun
    if left == 0 and begun:
        left = -1
        Dying() if lost == "lost" else os.killpg(0, signal.SIGINT)
left, begun = int(left), "app.voila" in program
if os.environ["INTERRUPT"].split()[0] in " ".join(program):
    sys.addaudithook(count)
"""
ENDS = re.compile("Interrompu|Arrêtée avant d’être ouverte|La suite est arrêtée")
# More than it takes to be open: beyond, it is interrupted once it says where it is.
EVENTS = {"bin/liaison": 4_900, "app.voila": 38_000}
LIAISON = Path(sys.executable).with_name("liaison")

moments = st.builds(
    lambda program, seed: (program, Random(seed).randint(1, EVENTS[program])),  # as likely late as early
    st.sampled_from(sorted(EVENTS)),
    st.integers(0, 2**32),
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home, a temporary folder, and the programs' way to interrupt themselves."""
    home = tmp_path_factory.mktemp("chez_soi")
    for name in ("maison", "provisoire", "python"):
        (home / name).mkdir()
    (home / "python" / "sitecustomize.py").write_text(INTERRUPTS_ITSELF, encoding="utf-8")
    return home


def environment(home: Path, interrupt: str, writable: bool) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "IPYTHON", "XDG"))}
    folders = {"HOME": str(home / "maison" if writable else os.devnull), "TMPDIR": str(home / "provisoire")}
    return {**kept, **folders, "PYTHONPATH": str(home / "python"), "INTERRUPT": interrupt}


def still_there(home: Path) -> list[psutil.Process]:
    def in_it(process: psutil.Process) -> bool:
        try:
            return process.environ().get("TMPDIR") == str(home / "provisoire")
        except psutil.Error:
            return False

    return [process for process in psutil.process_iter() if in_it(process)]


# From the first line of the command on, before it has loaded what it says its sentences with.
AT_ITS_FIRST_LINES = """
import os, signal, sys
left, begun = int(sys.argv[1]), False
def count(event, words):
    global left, begun
    left -= begun
    begun = begun or (event == "exec" and words[0].co_filename.endswith("entry.py"))
    if left == 0 and begun:
        left = -1
        os.kill(os.getpid(), signal.SIGINT)
sys.addaudithook(count)
from app.entry import main
sys.argv = ["liaison", "check", "equilibree"]
main()
"""


@pytest.mark.parametrize("at", [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144])
def test_ctrl_c_in_the_first_instants_of_a_command_shows_no_trace(at: int) -> None:
    found = subprocess.run(
        [sys.executable, "-c", AT_ITS_FIRST_LINES, str(at)], capture_output=True, text=True, timeout=60
    )
    assert found.returncode in (-signal.SIGINT, 130)
    assert found.stderr in ("", "Interrompu. Rien n'a été écrit à moitié.\n")
    assert found.stdout == ""


@given(moment=moments, lost=st.booleans(), writable=st.booleans())
@example(moment=("app.voila", 1), lost=False, writable=True)
@settings(max_examples=7, phases=[Phase.explicit, Phase.generate])  # each one is a start
def test_ctrl_c_at_any_moment_of_a_start_ends_it_with_one_sentence_and_leaves_nothing(
    home: Path, moment: tuple[str, int], lost: bool, writable: bool
) -> None:
    program, at = moment
    env = environment(home, f"{program} {at} {'lost' if lost else 'raised'}", writable)
    with subprocess.Popen(
        [LIAISON, "serve", "--no-browser"],
        env=env,
        start_new_session=True,
        text=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as process:
        said = ""
        for line in present(process.stdout):
            said += line
            if "http://" in line:
                os.killpg(process.pid, signal.SIGINT)
        code = process.wait(20)
    assert len(ENDS.findall(said)) == 1, said
    assert code in (0, 130), said
    assert not re.search("Traceback|Exception|Error|Warning", said), said
    assert psutil.wait_procs(still_there(home), timeout=1)[1] == []
    assert [*(home / "provisoire").iterdir()] == []
    assert [*home.glob("maison/**/en-cours/*")] == []
