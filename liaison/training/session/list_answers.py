"""Ce que l'on a répondu d'une liste de participants : gardé à côté d'elle, sans aucun nom, pour la fois suivante."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from liaison.base.files import put_whole
from liaison.base.formats import FileFormat
from liaison.base.sentences import french_beside
from liaison.base.yaml_text import write_yaml
from liaison.personal.family_names import End
from liaison.training.session.definition import SessionError
from liaison.training.session.ownership import give_beside

phrase = french_beside(__file__)


class ListAnswers(BaseModel):
    """How a list is read, as somebody said: None or nothing is recognised, or asked.

    `columns`: those of the name, by title or by number from the left; two are the given name, then the family name.
    `titled`: whether its first line is that of titles. `family`: at which end of a whole name the family name is.
    `seen`: the fingerprint of the titles, or of the first line, of the list that it was said of.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[1] = 1
    seen: str = Field("", max_length=64)
    columns: tuple[str, ...] = Field((), max_length=2)
    titled: bool | None = None
    family: End | None = None


LIST_ANSWERS = FileFormat(
    ListAnswers, 1, partial(phrase, "lecture-d-une-liste"), "version, columns, titled", SessionError
)


def seen_in(line: Sequence[str]) -> str:
    """Return the fingerprint of a line: a first line may be the name of somebody, and none is kept."""
    return hashlib.sha256("\x1f".join(line).encode()).hexdigest()


def kept_beside(path: Path) -> Path:
    """Return where the answers about a list are kept."""
    return path.with_name(f"{path.stem}.lecture.yaml")


def kept_answers(path: Path) -> ListAnswers | None:
    """Return what was answered about a list before, None when nothing was.

    Raises:
        SessionError: the file was changed by hand, and no longer holds answers.
    """
    beside = kept_beside(path)
    return LIST_ANSWERS.load(beside) if beside.is_file() else None


def keep_answers(path: Path, answers: ListAnswers) -> bool:
    """Keep what was answered about a list beside it; whether it could be."""
    try:
        content = write_yaml(answers.model_dump(mode="json"), blocks_only=False)
        put_whole(kept_beside(path), f"{phrase('en-tete')}\n{content}".encode(), private=True)
        give_beside(kept_beside(path), path)
    except OSError:
        return False
    return True


__all__ = ["LIST_ANSWERS", "ListAnswers", "keep_answers", "kept_answers", "kept_beside", "seen_in"]
