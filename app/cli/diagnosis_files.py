"""Ce que l'équipe garde d'un diagnostic : lignes à corriger, remarques, correspondance. Rien de ce qu'elle y a écrit
ne se perd.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from app.cli.output import InputError
from liaison.base.sentences import french_beside
from liaison.diagnostic.own.questionnaire import questionnaire_text
from liaison.diagnostic.papers.exporting import corrections_csv, free_name, problems_csv
from liaison.diagnostic.questionnaire.questionnaire import Questionnaire
from liaison.diagnostic.reading.mapping import mapping_text
from liaison.diagnostic.reading.reading import ReadReport

phrase = french_beside(__file__)


Made = TypeVar("Made")
# Cells as they were written, which may hold a name.
TEAM = "equipe_"
CORRECTIONS = f"{TEAM}corrections_"
MAPPINGS = f"{TEAM}correspondance"


def write_team_files(
    folder: Path, out: Path, read: ReadReport, given: Sequence[Path], more: Questionnaire | None = None
) -> list[str]:
    """Write in `folder`, on its way to `out`, what the team keeps, and return the names. `more`: the questionnaire to
    which answers were added, to read the next export with.

    A file that the team may have corrected in `out` stays: the new one takes another name. A mapping that was `given`
    from there is not written again.
    """
    files: dict[str, bytes] = {f"{TEAM}problemes.csv": problems_csv(read)}
    edited = {f"{CORRECTIONS}{own}.csv": lines for own, lines in _by_file(corrections_csv(read)).items()}
    # One for all when all were read alike; otherwise each file has its own, to read its next export with.
    alike = {"": read.mapping} if read.mapping is not None else _by_file(read.mappings)
    for own, mapping in alike.items():
        name = f"{MAPPINGS}{f'_{own}' if own else ''}.yaml"
        if not _is_one_of(out / name, given):
            edited[name] = mapping_text(mapping).encode("utf-8")
    if more:
        edited[f"{TEAM}questionnaire.yaml"] = questionnaire_text(more).encode("utf-8")
    for name, content in edited.items():
        files[free_name(name, partial(_taken, out, files, content))] = content
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return list(files)


def check_inputs_stay(folder: Path, out: Path, given: Sequence[Path]) -> None:
    """Check that no file of `folder` is about to be put in `out` over one that was read.

    Raises:
        InputError: one would be.
    """
    for made in folder.iterdir():
        place = out / made.name
        if _is_one_of(place, given) and not _holds(place, made.read_bytes()):
            raise InputError(phrase("fichier-a-lire", place=place))


def _taken(out: Path, files: Mapping[str, bytes], content: bytes, name: str) -> bool:
    return name in files or ((out / name).exists() and not _holds(out / name, content))


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:  # a folder of that name, or a file that may not be read
        return False


def _is_one_of(path: Path, given: Sequence[Path]) -> bool:
    return path.exists() and any(path.samefile(each) for each in given)


def _by_file(made: Mapping[str, Made]) -> dict[str, Made]:
    """Return what each file gives, by its name without ending: « reponses.csv » and « reponses.xlsx » keep theirs."""
    stems = [Path(file).stem for file in made]
    own = {file: Path(file).stem if stems.count(Path(file).stem) == 1 else file.replace(".", "_") for file in made}
    return {own[file]: content for file, content in made.items()}


__all__ = ["CORRECTIONS", "MAPPINGS", "TEAM", "check_inputs_stay", "write_team_files"]
