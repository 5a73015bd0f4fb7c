"""Ce qu'ont remis les équipes d'une séance, d'un format à la fois."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from liaison.base.faults import FrenchError
from liaison.base.guarded import NotTakenError, taken
from liaison.questions.team_file import TeamFile
from liaison.training.hand_in.reading import LARGEST_TEAM_FILE
from liaison.training.session.definition import SessionFolder

MOST_FILES = 200  # looked at, in a folder that anybody may have filled


class TeamFiles(NamedTuple):
    """What the files of a format hold, in the order of their names, and the names of those that do not read."""

    contents: tuple[Any, ...] = ()
    unread: tuple[str, ...] = ()


def handed_in(place: SessionFolder) -> bool:
    """Return whether the teams of a session handed something in, of whatever format."""
    return bool(_listed(place.teams))


def team_files(place: SessionFolder, kind: TeamFile) -> TeamFiles:
    """Return what the teams of a session handed in of one format; files of another are left aside."""
    contents, unread = [], []
    for path in islice(_listed(place.teams), MOST_FILES):
        try:
            contents.append(kind.form.parse(taken(place.teams, path.name, largest=LARGEST_TEAM_FILE), path.name))
        except (OSError, NotTakenError, FrenchError):
            if kind.is_one(path.stem, ()):
                unread.append(path.name)
    return TeamFiles(tuple(contents), tuple(unread))


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError:
        return []


__all__ = ["MOST_FILES", "TeamFiles", "handed_in", "team_files"]
