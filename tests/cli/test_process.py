"""La commande `liaison` dans un vrai processus : codes de sortie, Ctrl-C, terminal pauvre, temps de démarrage."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from narrowing import present


def spawn(*words: object, cwd: Path) -> subprocess.Popen:
    command = [sys.executable, "-c", "from app.cli import main; main()", *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=cwd)


def test_a_real_process_refuses_with_code_2_and_no_trace(tmp_path: Path) -> None:
    process = spawn("check", "absent.yaml", cwd=tmp_path)
    answer, error = process.communicate(timeout=60)
    assert (process.returncode, answer) == (2, "")
    assert "absent.yaml" in error
    assert "Traceback" not in error


@pytest.mark.skipif(os.name == "nt", reason="signaux de POSIX")
@pytest.mark.parametrize("step", ["[1/4]", "[2/4]", "[4/4]"])
def test_ctrl_c_during_simulate_leaves_no_folder(step: str, tmp_path: Path) -> None:
    words = ("simulate", "--school", "college_rural", "--policy", "equilibree", "--weeks", 40, "--out", "r/s")
    process = spawn(*words, cwd=tmp_path)
    for line in present(process.stderr):
        if line.startswith(step):
            time.sleep(0.15)
            process.send_signal(signal.SIGINT)
            break
    _, error = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Interrompu" in error
    assert "Traceback" not in error
    assert list(tmp_path.iterdir()) == []


def test_a_terminal_that_lacks_letters_stops_nothing(tmp_path: Path) -> None:
    more = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-c", "from app.cli import main; main()", "check", "absente.yaml"]
    found = subprocess.run(command, capture_output=True, cwd=tmp_path, env=more)
    assert found.returncode == 2
    assert b"absente.yaml" in found.stderr
    found = subprocess.run([*command[:3], "check", "equilibree"], capture_output=True, cwd=tmp_path, env=more)
    assert found.returncode in (0, 1)
    assert b'Politique " Equilibree "' in found.stdout


@pytest.mark.skipif(os.name == "nt", reason="mesure de POSIX")
def test_help_is_quick() -> None:
    import resource  # POSIX only

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-c", "from app.cli import main; main()", "--help"], check=True, capture_output=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    # Computing time and not time on the clock: other tests run at the same time.
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 0.6


def test_the_command_loads_nothing_heavy_before_it_is_asked() -> None:
    heavy = "('babel', 'fluent', 'pandas', 'numpy', 'pydantic', 'rich')"
    listing = f"import sys, app.cli.commands; print([name for name in {heavy} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", listing], check=True, capture_output=True, text=True).stdout
    assert found.strip() == "[]"
