"""Le dépôt est le cours nbgrader : `nbgrader generate_assignment 01_messagerie_ent`, depuis cette racine."""

import os
from importlib.machinery import all_suffixes
from pathlib import Path

from nbgrader.converters import Autograde

from liaison.training.marks.nbgrader_path import OnlyCellsOfTheExercise, OnlyWrittenTextsWait
from liaison.training.session.own_programs import path_with_ours

ROOT = Path(__file__).resolve().parent
ANSWERS = "reponses.json"
# The state before, and what could not be read: beside the answers of who tried the exercise in place.
FORMER = "reponses_precedentes.json"
KEPT_BESIDE = "reponses_*.json"
MODULES = sorted(folder.name for folder in (ROOT / "notebooks").glob("[0-9]*") if folder.is_dir())


def remove_answers(**_: object) -> None:
    """Take out of every release the answers of a trainer who tried the exercise in place."""
    # nbgrader swallows what a hook raises: nothing here may fail half-way.
    for pattern in (ANSWERS, KEPT_BESIDE):
        for file in (ROOT / "release").rglob(pattern):
            file.unlink(missing_ok=True)


def set_links_aside(assignment: str, **_: object) -> None:
    """Rename answers that are a link: nbgrader would follow it, and mark the answers of somebody else.

    A whole folder that is a link leaves an empty one: nbgrader has already listed it.
    """
    submitted = ROOT / "submitted"
    for folder in [*submitted.glob("*"), *submitted.glob(f"*/{assignment}")]:
        if folder.is_symlink() and not folder.name.startswith("."):
            folder.rename(folder.with_name(f".{folder.name}.lien"))
            (submitted / folder.relative_to(submitted).parts[0] / assignment).mkdir(parents=True)
    for file in submitted.glob(f"*/{assignment}/{ANSWERS}"):
        if file.is_symlink():
            file.rename(file.with_name(f"{ANSWERS}.lien"))


# Otherwise nbgrader, started by its whole path, would not find alembic, and leave half a gradebook.
os.environ["PATH"] = path_with_ours()

c = get_config()  # noqa: F821  (given by traitlets, which executes this file)

c.CourseDirectory.root = str(ROOT)
c.CourseDirectory.course_id = "carnets-de-liaison"
c.CourseDirectory.source_directory = "notebooks"
c.CourseDirectory.notebook_id = "exercice"

# Only the exercise and what it reads go out. The lesson and the app stay behind through notebook_id.
# The answers must not be listed here: nbgrader uses this same list when it copies what a learner handed in.
c.CourseDirectory.ignore = [
    ".ipynb_checkpoints",
    "__pycache__",
    # Python looks for what an exercise imports where the copy is, before it looks where ours is.
    *(f"*{suffix}" for suffix in all_suffixes()),
    "*.lien",
    ".*.partiel",
    "remise-*.zip",
    "participant.json",
    "feedback",
    "README.md",
    "animation.md",
    "vignette.svg",
    # The questions and their key: Python reads them where the suite is, and no copy of a learner holds them.
    "exercice.yaml",
]
c.GenerateAssignment.post_convert_hook = remove_answers
c.Autograde.pre_convert_hook = set_links_aside
# Nobody writes code in our exercises, so none that a learner wrote is run: what nbgrader locks is all that it runs.
c.Autograde.sanitize_preprocessors = [OnlyCellsOfTheExercise, *Autograde.sanitize_preprocessors.default()]
# A text that was not written would otherwise wait for the trainer.
c.Autograde.autograde_preprocessors = [*Autograde.autograde_preprocessors.default(), OnlyWrittenTextsWait]

# Otherwise a file of answers left in the source replaces the learner's at autograde: a wrong answer gets full marks.
c.Autograde.exclude_overwriting = {module: [ANSWERS, FORMER] for module in MODULES}

# zip_collect takes nothing by default. One archive per learner, named after them, holding what they worked on;
# `file_id` keeps folder and extension. Both separators: Windows writes the other one.
c.FileNameCollectorPlugin.valid_ext = [".ipynb", ".json", ".txt"]
c.FileNameCollectorPlugin.named_regexp = r".*[/\\]extracted[/\\](?P<student_id>[^/\\]+)[/\\](?P<file_id>.+)"
