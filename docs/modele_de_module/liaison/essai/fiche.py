"""Un fichier que l'étude écrit : sa version est dans le fichier, et `liaison schema` le décrit."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from liaison.base.faults import FrenchError
from liaison.base.formats import FileFormat
from liaison.base.sentences import french_beside

phrase = french_beside(__file__)


class FicheError(FrenchError):
    """A file that is not a fiche, and why."""


class Fiche(BaseModel):
    """How many families there are, and how many papers."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[1] = 1
    familles: Annotated[int, Field(ge=0)]
    feuilles: Annotated[int, Field(ge=0)]

    @property
    def sans_papier(self) -> int:
        """The families that no paper reaches."""
        return max(0, self.familles - self.feuilles)

    def as_file(self) -> bytes:
        """Return the file that says it, as `FICHE_FILE` reads it again."""
        return f"{self.model_dump_json(indent=2)}\n".encode()


FICHE_FILE = FileFormat(Fiche, 1, partial(phrase, "une-fiche"), "version, familles, feuilles", FicheError)
