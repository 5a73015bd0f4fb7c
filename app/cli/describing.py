"""`liaison schema` : le schéma JSON d'un format de fichier, et la liste de ces formats."""

from __future__ import annotations

import pkgutil
import re
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import liaison
from app.cli.output import InputError, print_table
from liaison.base.formats import FileFormat
from liaison.base.letters import slug
from liaison.base.sentences import french_beside

phrase = french_beside(__file__)


# How a format is written where it is made: only those modules are loaded. To load all of them takes seconds, and a list
# of them would be one more file to edit for each; a test finds the formats otherwise, and none is missing here.
_MADE = re.compile(r"^[A-Z_]+ = FileFormat\(", re.MULTILINE)
_ARTICLE = re.compile(r"^(?:un|une|des|les|le|la) |^l'")


def formats() -> dict[str, FileFormat[Any]]:
    """Return every file format of the suite by its name, as found in its code: « politique-de-messagerie »."""
    formats_by_name: dict[str, FileFormat[Any]] = {}
    for module in pkgutil.walk_packages(liaison.__path__, "liaison."):
        path = Path(liaison.__path__[0], *module.name.split(".")[1:]).with_suffix(".py")
        if path.is_file() and _MADE.search(path.read_text(encoding="utf-8")):
            for value in vars(import_module(module.name)).values():
                if isinstance(value, FileFormat):
                    formats_by_name[_name(value)] = value
    return dict(sorted(formats_by_name.items()))


def run(subject: str | None) -> None:
    """Print the JSON Schema of a format, named by any word of its name; without a name, the list of formats.

    Raises:
        InputError: no format has that name, or several have.
    """
    known = formats()
    if subject is None:
        rows = [(name, form.version, form.keys) for name, form in known.items()]
        print_table([phrase(f"colonne-{column}") for column in ("format", "version", "cles")], rows)
        return
    slug = _slug(subject)
    matching = [slug] if slug in known else [name for name in known if f"-{slug}-" in f"-{name}-"]
    if len(matching) != 1:
        names = ", ".join(matching or known)
        raise InputError(phrase("plusieurs-formats" if matching else "aucun-format", subject=subject, names=names))
    sys.stdout.write(known[matching[0]].schema())


def _name(form: FileFormat[Any]) -> str:
    return _slug(_ARTICLE.sub("", form.named()))


def _slug(text: str) -> str:
    return slug(text).replace("_", "-")
