"""Ce que coûte noter : trente copies, mille copies, et nbgrader sur les mêmes trente, dans le même appel.

Every copy holds its own settings, so that each is simulated. Each measure of ours is that of a fresh process, from the
start of the command to the last mark written; nbgrader's is that of its own command.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FEW, MANY = 30, 1000
HERE = str(Path(__file__).parent)
if HERE not in sys.path:
    sys.path.insert(0, HERE)


def course(folder: Path, copies: int) -> None:
    """Make a course as nbgrader does, and that many copies handed in."""
    from training.a_course import COURSE, course_in, hand_in, nbgrader, of_their_own

    course_in(folder)
    nbgrader(folder, "generate_assignment", COURSE.id)
    for number in range(copies):
        hand_in(folder, f"eleve_{number:04d}", of_their_own(number))


def ours(folder: Path) -> float:
    """Return the seconds of `liaison session grade` on the course, and check that every copy has its mark."""
    from training.a_course import COURSE

    start = time.perf_counter()
    words = ("session", "grade", COURSE.id, "--course", str(folder), "--out", str(folder / "notes"))
    run = "from liaison.cli import main; main()"
    subprocess.run([sys.executable, "-c", run, *words], check=True, capture_output=True)
    seconds = time.perf_counter() - start
    lines = (folder / "notes" / "notes.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 1 + len(list((folder / "submitted").iterdir()))
    return seconds


def theirs(folder: Path) -> float:
    """Return the seconds of nbgrader's own `autograde` on the course."""
    from training.a_course import COURSE, nbgrader

    start = time.perf_counter()
    nbgrader(folder, "autograde", COURSE.id)
    seconds = time.perf_counter() - start
    assert len(list((folder / "autograded").iterdir())) == FEW
    return seconds


def measure() -> dict[str, float]:
    """Return the figures of marking by their stable names."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "cours"
        folder.mkdir()
        course(folder, FEW)
        bare = folder / "gradebook.db"
        kept = shutil.copy(bare, folder / "vide.db")
        few = ours(folder)
        shutil.copy(kept, bare)
        slow = theirs(folder)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "cours"
        folder.mkdir()
        course(folder, MANY)
        many = ours(folder)
    return {
        "training.grade_30_s": few,
        "training.grade_1000_s": many,
        "training.nbgrader_30_s": slow,
        "training.ratio_to_nbgrader_30": slow / few,
    }
