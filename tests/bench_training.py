"""Ce que coûte noter : trente copies, mille copies, et nbgrader sur les mêmes trente, dans le même appel.

Every copy holds its own settings, so that each is simulated. Each measure is that of a whole command, from the start of
its process to its end; `marking_30_s` alone begins once the libraries are open.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FEW, MANY = 30, 1000
A_FEW, SOME = 1, 2  # every line runs; the figures say nothing
HERE = str(Path(__file__).parent)
if HERE not in sys.path:
    sys.path.insert(0, HERE)


def course(folder: Path) -> None:
    """Make a course as nbgrader does."""
    from training.a_course import COURSE, course_in, nbgrader

    course_in(folder)
    nbgrader(folder, "generate_assignment", COURSE.id)


def handed_in(folder: Path, copies: int) -> None:
    """Hand in that many copies, each with settings of its own."""
    from training.a_course import hand_in, of_their_own

    for number in range(copies):
        hand_in(folder, f"eleve_{number:04d}", of_their_own(number))


# The command as its script runs it, and what it does once its libraries are open.
COMMAND = "from app.cli import main; main()"
MARKING = """
import sys, time
from pathlib import Path
from app.cli.session_grading import run
start = time.perf_counter()
run(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), True)
print(time.perf_counter() - start, file=sys.stderr)
"""


def command(*words: str) -> float:
    """Return the seconds of a command `liaison session …`, from the start of its process to its end."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", COMMAND, "session", *words], check=True, capture_output=True)
    return time.perf_counter() - start


def ours(folder: Path) -> float:
    """Return the seconds of `liaison session grade` on the course; every copy must have its mark."""
    from training.a_course import COURSE

    out = folder / "notes"
    seconds = command("grade", COURSE.id, "--session", str(folder), "--out", str(out))
    marks = (out / "notes.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    assert len(marks) == len(list((folder / "submitted").iterdir()))
    assert all('"24,0"' in line for line in marks)
    return seconds


def marking(folder: Path) -> float:
    """Return the seconds of the marking alone, once the libraries are open."""
    from training.a_course import COURSE

    words = [sys.executable, "-c", MARKING, COURSE.id, str(folder), str(folder / "notes_seules")]
    said = subprocess.run(words, check=True, capture_output=True, text=True)
    return float(said.stderr.splitlines()[-1])


def feedback(folder: Path, *options: str) -> float:
    """Return the seconds of `liaison session feedback` on the course; everybody must have a page."""
    from training.a_course import COURSE

    seconds = command("feedback", COURSE.id, "--session", str(folder), *options)
    assert len(list((folder / "feedback").rglob("retour.html"))) == len(list((folder / "submitted").iterdir()))
    return seconds


def theirs(folder: Path) -> float:
    """Return the seconds of nbgrader's own `autograde` on the course."""
    from training.a_course import COURSE, nbgrader

    start = time.perf_counter()
    nbgrader(folder, "autograde", COURSE.id)
    seconds = time.perf_counter() - start
    assert len(list((folder / "autograded").iterdir())) == len(list((folder / "submitted").iterdir()))
    return seconds


def measure(small: bool = False) -> dict[str, float]:
    """Return the figures of marking and of feedback by their stable names."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "cours"
        folder.mkdir()
        course(folder)
        many_folder = Path(shutil.copytree(folder, Path(place) / "cours_de_mille"))
        handed_in(folder, A_FEW if small else FEW)
        bare = folder / "gradebook.db"
        kept = shutil.copy(bare, folder / "vide.db")
        few = ours(folder)
        shutil.copy(kept, bare)
        alone = marking(folder)
        pages, printed = feedback(folder, "--no-pdf"), feedback(folder)
        shutil.copy(kept, bare)
        slow = theirs(folder)
        handed_in(many_folder, SOME if small else MANY)
        many = ours(many_folder)
    return {
        "training.grade_30_s": few,
        "training.marking_30_s": alone,
        "training.grade_1000_s": many,
        "training.feedback_30_s": pages,
        "training.feedback_pdf_30_s": printed,
        "training.nbgrader_30_s": slow,
        "training.ratio_to_nbgrader_30": slow / few,
    }
