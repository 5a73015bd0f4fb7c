"""Sous combien de noms une même donnée passe d'un bout à l'autre : `python -m project.names_of_a_datum`, depuis tests/.

Three ways are walked in this process: a policy to its charter, a file of answers to its published tables, a copy to its
mark. A datum is an object of a class of the suite; its names are those of the parameters and variables of our
functions that hold it when they return, collections of it and parts of it left aside.
"""

import io
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).parents[2]
ROOMS = ("liaison", "app")


class Walked:
    """What was seen of a way: its rooms, and by class of what it carries, the names under which it passed."""

    def __init__(self) -> None:
        self.rooms: set[str] = set()
        self.names: dict[str, set[str]] = defaultdict(set)

    def look(self, frame: FrameType, event: str, _: object) -> None:
        if event != "return" or not (room := room_of(frame.f_code.co_filename)):
            return
        self.rooms.add(room)
        for name, value in frame.f_locals.items():
            if type(value).__module__.partition(".")[0] in ROOMS and name not in {"self", "cls"}:
                self.names[type(value).__name__].add(name)


@cache
def room_of(file: str) -> str:
    """Return in which room a function is written, "" when it is not one of ours: a way returns a million times."""
    if not file.startswith(str(ROOT)):
        return ""
    room, *inside = Path(file).relative_to(ROOT).parts
    return "/".join([room, *inside[:1]]) if room in ROOMS else ""


def walked(way: Callable[[], object]) -> Walked:
    """Return what is seen while a way is walked."""
    seen = Walked()
    sys.setprofile(seen.look)
    try:
        way()
    finally:
        sys.setprofile(None)
    return seen


def ways(folder: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield the three ways, by their title, ready to be walked."""
    from bench_diagnostic import published, write_answers
    from training.a_course import COURSE, answered, hand_in
    from training.a_session import ANNE, markable_session
    from typer.testing import CliRunner

    from app.cli.commands import app
    from liaison.training.marks.gradebook import grade_course

    charter = ["charter", "--policy", "circulaire_2025", "--weeks", "1", "--out", str(folder / "charte")]
    answers, school = write_answers(folder, 40)
    session = markable_session(folder / "seance")
    hand_in(session, ANNE, answered({"message_de_21_heures": "attend"}))
    yield "politique → charte", lambda: CliRunner().invoke(app, charter, catch_exceptions=False)
    yield "réponses → tableaux publiés", lambda: published(answers, school, folder / "tableaux")
    yield "copie → note", lambda: list(grade_course(session, COURSE))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for title, way in ways(Path(folder)):
            with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
                seen = walked(way)
            total = sum(map(len, seen.names.values()))
            print(f"{title} : {len(seen.rooms)} pièces, {len(seen.names)} classes, {total} noms")
            for name, names in sorted(seen.names.items(), key=lambda pair: -len(pair[1])):
                print(f"  {name} : {', '.join(sorted(names))}")


if __name__ == "__main__":
    main()
