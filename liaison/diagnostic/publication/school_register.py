"""Le registre d'une école sur cet ordinateur : ce qu'elle a déjà publié, dans quelque dossier que ce soit.

The register beside an export says what was published in that folder. This one follows the school: one file for each, in
the data folder of the person who uses this computer. It holds what exports show and the name of the school, nothing
else: no answer, no mark of one. Fictitious answers are not inscribed.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from liaison.base.faults import why
from liaison.base.files import put_all
from liaison.base.letters import in_ascii, slug
from liaison.base.sentences import french_beside
from liaison.diagnostic.publication.publication import (
    REGISTER,
    Publication,
    PublicationError,
    Register,
    ShownPlan,
    register_bytes,
)
from liaison.diagnostic.publication.same_form import compared_with
from liaison.school.open_data.uai import control_letter
from liaison.school.vocabulary import FICTION, UNNAMED

phrase = french_beside(__file__)

FOLDER = "carnets-de-liaison"
PLACE = "LIAISON_REGISTRES"  # a folder that several people of one school share, in place of that of each
_LONGEST = 60


@dataclass(frozen=True)
class SchoolRegister:
    """What one school already published, and where its register is; no path: fictitious answers, kept nowhere."""

    name: str
    former: tuple[Publication, ...]
    path: Path | None
    earlier: tuple[Publication, ...] = ()  # not compared: somebody said that another collection begins
    plans: tuple[ShownPlan, ...] = ()
    earlier_plans: tuple[ShownPlan, ...] = ()

    def inscribe(self, new: Publication | None, on: dt.date, plan: ShownPlan | None = None) -> None:
        """Keep one publication more, or a plan, or both.

        The register of an earlier collection stays beside, under its last day.

        What another form published stays in the register: the next export of that form is compared with it.

        Raises:
            PublicationError: the register cannot be written.
        """
        if self.path is None:
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            over = compared_with(self.earlier, new) if new else ()
            others = (each for each in self.earlier if each not in over)
            plans = (*(() if over else self.earlier_plans), *self.plans, *([plan] if plan else []))
            files = {self.path: register_bytes((*others, *self.former), new, self.name, plans)}
            if over and self.path.exists():
                files[self.path.with_name(f"{self.path.stem}.{on:%Y-%m-%d}.ancien")] = self.path.read_bytes()
            put_all(files)
        except OSError as error:
            raise PublicationError(phrase("registre-non-ecrit", path=self.path, reason=why(error))) from error


def school_register(name: str, *, fictitious: bool = False, first: bool = False, known: bool = False) -> SchoolRegister:
    """Return the register of a school on this computer.

    `first`: somebody says that these answers were never published, and a collection begins. `known`: an export of
    before is given besides. Without a name, the school is the only one inscribed here, when there is one.

    Raises:
        PublicationError: nothing here says whether these answers were published, and somebody has to.
    """
    if fictitious:
        return SchoolRegister(name, (), None)
    folder = registers_folder()
    registers = _inscribed(folder)
    own, unnamed = identity(name), identity(UNNAMED)
    if own == unnamed and own not in registers and len(registers) > 1:
        raise PublicationError(phrase("plusieurs-ecoles", schools=_names(registers)))
    if own not in registers and len(registers) == 1 and unnamed in (own, *registers):
        (own,) = registers  # one school here, that was not named before, or is not this time
    path, register = registers.get(own, (folder / f"{own}.json", None))
    if register is None and registers and not (first or known):
        raise PublicationError(phrase("aucune-publication-connue", name=name, schools=_names(registers)))
    if register is None:
        return SchoolRegister(name, (), path)
    school = register.ecole if name == UNNAMED else name
    if first:
        return SchoolRegister(school, (), path, register.publications, (), register.plans)
    return SchoolRegister(school, register.publications, path, plans=register.plans)


def identity(name: str) -> str:
    """Return by what a school is known: its UAI when its name holds one, otherwise its name, however it is written.

    Without « œ », which `in_ascii` loses: the registers of before bear such names, and one that is not found would let
    two publications be compared.
    """
    words = slug(in_ascii(name)).split("_")
    codes = (word for word in words if re.fullmatch(r"\d{7}[a-z]", word))
    code = next((word for word in codes if control_letter(word[:7]) == word[7].upper()), None)
    return code or "_".join(words)[:_LONGEST] or "ecole"


def registers_folder() -> Path:
    """Return where the registers of schools are: `PLACE`, or the data folder of the person, as each system has one."""
    if place := os.environ.get(PLACE):
        return Path(place)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / FOLDER / "publications"


def is_fictitious(paths: Sequence[Path]) -> bool:
    """Whether answers are fictitious: the name of one of their files says so."""
    return any(FICTION in path.name.lower() for path in paths)


def _inscribed(folder: Path) -> dict[str, tuple[Path, Register]]:
    """Return the register of each school inscribed on this computer, and where it is."""
    try:
        registers = [(path, REGISTER.load(path)) for path in sorted(folder.glob("*.json"))]
    except OSError as error:
        raise PublicationError(phrase("dossier-illisible", folder=folder, reason=why(error))) from error
    return {identity(register.ecole or path.stem): (path, register) for path, register in registers}


def _names(registers: Mapping[str, tuple[Path, Register]]) -> str:
    return ", ".join(f"« {register.ecole or own} »" for own, (_, register) in registers.items())


__all__ = ["PLACE", "SchoolRegister", "identity", "is_fictitious", "registers_folder", "school_register"]
