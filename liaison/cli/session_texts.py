"""`liaison session texts` : les textes à lire, dans un fichier à remplir ; et les notes qui en reviennent."""

from __future__ import annotations

from pathlib import Path

from liaison.cli.output import print_json, say, whole_folder
from liaison.cli.session_modules import asked_exercises
from liaison.training.marks.texts_file import TEXTS, read_marks, texts_csv
from liaison.training.marks.texts_to_read import Readings, texts_to_read, write_marks

TABLE = f"{TEXTS}.csv"


def run(module: str | None, course: Path, out: Path | None, marks: Path | None, json: bool) -> None:
    """Write the table to fill in, in the documents of the session unless told otherwise; or take one that is filled."""
    exercises = asked_exercises(module, course)
    found = texts_to_read(course, exercises)
    if marks:
        changed = write_marks(course, read_marks(marks, found.texts))
        _taken(changed, texts_to_read(course, exercises), course, json)
        return
    target = out or course / "documents"
    with whole_folder(target) as folder:
        (folder / TABLE).write_bytes(texts_csv(found.texts))
    if json:
        print_json({**_counted(found), "fichier": str(target / TABLE)})
        return
    say(f"{_waiting(found)} Tableau à remplir : « {target / TABLE} », colonnes « points » et « commentaire ».")
    say(f"Puis : liaison session texts --course {course} --marks {target / TABLE}")
    _unmarked(found, course)


def _taken(changed: int, after: Readings, course: Path, json: bool) -> None:
    if json:
        print_json({**_counted(after), "changes": changed})
        return
    say(f"Notes et commentaires changés dans le carnet de notes : {changed}. {_waiting(after)}")
    if not after.waiting:
        say(f"Ensuite : liaison session close {course}")
    _unmarked(after, course)


def _counted(found: Readings) -> dict[str, object]:
    return {"textes": len(found.texts), "a_lire": found.waiting, "pas_notees": list(found.unmarked)}


def _waiting(found: Readings) -> str:
    return f"Textes encore à lire : {found.waiting} sur {len(found.texts)}."


def _unmarked(found: Readings, course: Path) -> None:
    if found.unmarked:
        listed = ", ".join(found.unmarked)
        say(f"Copies pas encore notées, leurs textes n'y sont pas : {listed}. liaison session grade --course {course}")
