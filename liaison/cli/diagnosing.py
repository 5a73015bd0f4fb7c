"""`liaison diagnose` : lire les réponses des familles, et écrire ce qui peut en être publié."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Named
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from liaison.cli.output import InputError, Steps, print_json, print_table, say, whole_folder
from liaison.diagnostic.differencing import check_differencing
from liaison.diagnostic.disclosure import DEFAULT_THRESHOLD
from liaison.diagnostic.exporting import corrections_csv, problems_csv
from liaison.diagnostic.indicators import Indicators, indicators
from liaison.diagnostic.mapping import MAPPING, Mapping, mapping_text
from liaison.diagnostic.publication import FILE, Publication, publication, read_register, register_bytes
from liaison.diagnostic.questionnaire import QUESTIONNAIRE, Questionnaire
from liaison.diagnostic.reading import ReadReport, read_chunks
from liaison.diagnostic.report import main_rows, public_table, response_rows, write_report
from liaison.diagnostic.reports import merged
from liaison.diagnostic.tabulation import AXIS
from liaison.diagnostic.weights import Population, read_population
from liaison.safe_csv import table_csv

Made = TypeVar("Made")
ROWS_AT_ONCE = 20_000
MOST_SHOWN = 10
# What the team keeps for itself: cells as they were written, which may hold a name.
TEAM = "equipe_"


@dataclass(frozen=True)
class Asked:
    """What `liaison diagnose` was asked, once read."""

    files: Sequence[Path]
    questionnaire: Questionnaire
    mapping: Mapping | None
    by: str
    threshold: int
    population: Population | None
    former: tuple[Publication, ...]


def run(
    files: list[Path],
    questionnaire: str,
    mapping: Path | None,
    by: str,
    threshold: int | None,
    school: Path | None,
    previous: list[Path],
    name: str,
    out: Path | None,
    json: bool,
) -> int:
    """Read the answers, write what may be published in `out`, print a summary; return 1 when lines were refused."""
    asked = _asked(files, questionnaire, mapping, by, threshold, school, previous, out)
    today = dt.date.today()
    with whole_folder(out) if out else nullcontext() as folder, Steps(_steps(files) + (2 if out else 1)) as steps:
        read = merged(list(_parts(asked, steps)), asked.questionnaire)
        if not len(read.answers):
            raise InputError(_nothing_kept(read))
        steps.step("Comptes, parts et cases cachées")
        found = indicators(read.answers, asked.population, asked.threshold, asked.by)
        shown = publication(found, asked.questionnaire.id, today)
        check_differencing(asked.former, shown)
        names: list[str] = []
        if folder:
            steps.step(f"Écriture dans « {out} »")
            names = _write(folder, read, found, name, today, register_bytes(asked.former, shown))
    paths = [str(out / each) for each in names] if out else []
    if json:
        print_json(_answer(read, found, paths))
    else:
        _print(read, found, out, names)
    return 1 if read.lines_refused else 0


def _asked(
    files: list[Path],
    questionnaire: str,
    mapping: Path | None,
    by: str,
    threshold: int | None,
    school: Path | None,
    previous: list[Path],
    out: Path | None,
) -> Asked:
    twice = {path.name for path in files if [each.name for each in files].count(path.name) > 1}
    if twice:
        raise InputError(
            f"Deux fichiers s'appellent « {min(twice)} » : les refus ne diraient pas duquel ils parlent. En renommer "
            "un."
        )
    for path in [*files, *([mapping] if mapping else [])]:
        if not path.is_file():
            raise InputError(f"« {path} » n'existe pas, ou n'est pas un fichier. Rien n'a été lu.")
    asked = QUESTIONNAIRE.load(questionnaire)
    places = [*previous, *([out] if out and (out / FILE).is_file() else [])]
    former = [each for place in places for each in read_register(place).publications]
    return Asked(
        files=files,
        questionnaire=asked,
        mapping=MAPPING.load(mapping) if mapping else None,
        by=f"{AXIS}__{by}" if by in ("equipement", "competences") else by,
        threshold=DEFAULT_THRESHOLD if threshold is None else threshold,
        population=read_population(school, asked) if school else None,
        former=tuple(each for rank, each in enumerate(former) if each not in former[:rank]),
    )


def _blocks(path: Path) -> int:
    """Return in how many blocks of lines a file will be read, to say how far the reading is."""
    try:
        with path.open("rb") as stream:
            lines = sum(block.count(b"\n") for block in iter(lambda: stream.read(1 << 20), b""))
    except OSError:
        return 1
    return 1 + lines // ROWS_AT_ONCE


def _steps(files: Sequence[Path]) -> int:
    return sum(map(_blocks, files))


def _parts(asked: Asked, steps: Steps) -> Iterator[ReadReport]:
    """Yield what becomes of each block of each file.

    Raises:
        InputError: a file of which nothing can be read.
    """
    seen: dict[str, str] = {}
    for path in asked.files:
        planned, lines = _blocks(path), 0
        steps.step(f"Lecture de « {path.name} »")
        for rank, part in enumerate(
            read_chunks(path, asked.questionnaire, asked.mapping, rows=ROWS_AT_ONCE, seen=seen)
        ):
            whole = next((each for each in part.refused if each.line is None), None)
            if whole:
                raise InputError(f"{whole} Rien n'a été écrit.")
            lines += part.lines_in
            if rank + 1 < planned:
                steps.step(f"Lecture de « {path.name} », {lines} lignes lues")
            yield part


def _nothing_kept(read: ReadReport) -> str:
    reasons = list(dict.fromkeys(str(each) for each in read.refused))[:3]
    return f"Aucune réponse n'est gardée, rien n'est écrit. {read.summary()} {' '.join(reasons)}"


def _write(folder: Path, read: ReadReport, found: Indicators, name: str, today: dt.date, register: bytes) -> list[str]:
    """Write every file, and return their names, what may be published first."""
    files = {
        "indicateurs.csv": table_csv(public_table(found), index=False),
        "taux_de_reponse.csv": table_csv(found.response, index=False),
        FILE: register,
        f"{TEAM}problemes.csv": problems_csv(read),
    }
    for own, lines in _by_file(corrections_csv(read)).items():
        files[f"{TEAM}corrections_{own}.csv"] = lines
    # One for all when all were read alike; otherwise each file has its own, to read its next export with.
    alike = {"": read.mapping} if read.mapping is not None else _by_file(read.mappings)
    for own, mapping in alike.items():
        files[f"{TEAM}correspondance{f'_{own}' if own else ''}.yaml"] = mapping_text(mapping).encode("utf-8")
    made = [path.name for path in write_report(found, name, folder, today, read.summary())]
    for each, content in files.items():
        (folder / each).write_bytes(content)
    return [*made, *files]


def _by_file(made: Named[str, Made]) -> dict[str, Made]:
    """Return what each file gives, by its name without ending: « reponses.csv » and « reponses.xlsx » keep theirs."""
    stems = [Path(file).stem for file in made]
    own = {file: Path(file).stem if stems.count(Path(file).stem) == 1 else file.replace(".", "_") for file in made}
    return {own[file]: content for file, content in made.items()}


def _answer(read: ReadReport, found: Indicators, paths: list[str]) -> dict[str, Any]:
    said = read.table().astype(object).where(lambda table: table.notna(), None)
    figures, rates = (
        table.astype(object).where(table.notna(), None).to_dict("records") for table in (found.table, found.response)
    )
    return {
        "lignes_lues": read.lines_in,
        "reponses_gardees": len(read.answers),
        "lignes_refusees": read.lines_refused,
        "format": read.format,
        "remarques": said.drop(columns="valeur").to_dict("records"),
        "par": found.by,
        "seuil": found.threshold,
        "familles": found.population,
        "avertissements": list(found.warnings),
        "indicateurs": figures,
        "taux_de_reponse": rates,
        "fichiers": paths,
    }


def _print(read: ReadReport, found: Indicators, out: Path | None, names: list[str]) -> None:
    say(read.summary())
    for refused in read.refused[:MOST_SHOWN]:
        say(f"Refusé : {refused}")
    if len(read.refused) > MOST_SHOWN:
        say(f"Et {len(read.refused) - MOST_SHOWN} autres refus.")
    for flagged in read.flagged[:MOST_SHOWN]:
        say(f"À vérifier : {flagged}")
    if len(read.flagged) > MOST_SHOWN:
        say(f"Et {len(read.flagged) - MOST_SHOWN} autres points à vérifier.")
    say()
    for warning in found.warnings:
        say(warning)
    if found.answers is not None:
        print_table(["Niveau", "Réponses", "Familles", "Part des familles"], response_rows(found))
        print_table(["Axe", "Situation", "Familles", "Part", "Intervalle à 95 %"], main_rows(found))
        say(f"« caché » : moins de {found.threshold} familles, ou un nombre qui en trahirait un autre.")
    if out:
        public = [name for name in names if not name.startswith(TEAM)]
        team = [name for name in names if name.startswith(TEAM)]
        say(f"Écrits dans « {out} », à publier : {', '.join(public)}.")
        say(f"Pour l'équipe seulement : {', '.join(team)}.")
