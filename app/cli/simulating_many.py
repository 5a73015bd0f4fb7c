"""`liaison simulate --annuaire …` : la même politique dans tous les collèges et lycées d'une académie."""

from __future__ import annotations

import datetime as dt
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from app.cli.block_runners import Runner, here, on_cores, on_dask
from app.cli.kept_blocks import KeptBlocks
from app.cli.output import InputError, Steps, print_json, print_table, say, whole_folder
from app.cli.reading import day
from liaison.base.faults import FrenchError
from liaison.base.numbers import percent
from liaison.base.tables import table_csv
from liaison.messaging.clock import Period
from liaison.messaging.establishments import Establishment, Result, Row, Simulated, Unreadable, blocks
from liaison.messaging.establishments_report import by_ips, write_establishments_report
from liaison.messaging.hypotheses import read_hypotheses
from liaison.messaging.policy import load_policy, to_yaml
from liaison.school.annuaire import RENTREE, OpenDataReading, establishments, read_open_data
from liaison.school.vocabulary import Zone

TABLE, REFUSALS = "etablissements", "illisibles.csv"


@dataclass(frozen=True)
class Files:
    """The official files that say which establishments there are, of what size and social profile.

    `zone`: whose holidays are supposed where the académie has no zone (Corse, outre-mer).
    """

    annuaire: Path
    ips: tuple[Path, ...]
    effectifs: Path | None
    zone: Zone | None = None


def run(
    files: Files,
    academy: str | None,
    policy: str,
    weeks: int,
    seed: int,
    start: str | None,
    supposed: Path | None,
    out: Path | None,
    processes: int | None,
    dask: str | None,
    restart: bool,
    json: bool,
) -> None:
    """Simulate the policy in every collège and lycée, and write a row of indicators for each, a report by IPS."""
    if out is None:
        raise InputError("Dire où écrire, avec --out DOSSIER : ce qui est fini y est gardé à chaque instant.")
    asked = _asked(policy, weeks, seed, start, supposed)
    began = time.monotonic()
    read, unreadable, supposed_zones = read_files(files, academy)
    if not read:
        raise InputError(_nothing(unreadable))
    todo = dict(enumerate(blocks(read)))
    kept = KeptBlocks(out, asked.signature(read), len(todo), restart)
    results = _simulated(todo, asked, kept, _runner(processes, dask, len(todo)))
    rows = [row for number in sorted(results) for row in results[number].rows]
    unreadable += [one for number in sorted(results) for one in results[number].unreadable]
    where = _where(academy, files.zone, supposed_zones, len(read))
    with whole_folder(out) as folder:
        names = _write(folder, rows, unreadable, asked, where)
    kept.forget()
    zone = files.zone if supposed_zones else None
    _tell(rows, unreadable, asked, zone, [str(out / name) for name in names], time.monotonic() - began, json)


def _asked(policy: str, weeks: int, seed: int, start: str | None, supposed: Path | None) -> Simulated:
    first = RENTREE if start is None else day(start, "--start")
    try:
        period = Period(first, weeks)
    except ValueError as error:
        raise InputError(str(error)) from error
    hypotheses = read_hypotheses(supposed, period.start) if supposed else None
    return Simulated(load_policy(policy), period, seed, hypotheses)


def read_files(files: Files, academy: str | None) -> tuple[list[Establishment], list[Unreadable], int]:
    """Return the establishments that the files describe well enough, why the others are not, whose zone is supposed."""
    found: list[Establishment] = []
    refused: list[Unreadable] = []
    supposed = 0
    for code, name in establishments(files.annuaire, academy).items():
        try:
            reading = _one(files, code)
        except FrenchError as error:
            refused.append(Unreadable(uai=code, nom=name, raison=str(error)))
            continue
        found.append(Establishment(uai=code, name=reading.official_name, aggregates=reading.aggregates))
        supposed += reading.zone_supposed
    return found, refused, supposed


def _one(files: Files, code: str) -> OpenDataReading:
    """Return one establishment, with its IPS from the first file that has it: collèges and lycées have one each."""
    first, *others = [
        read_open_data(files.annuaire, ips, files.effectifs, code, files.zone) for ips in (files.ips or (None,))
    ]
    return next((one for one in (first, *others) if one.aggregates.ips is not None), first)


def _where(academy: str | None, zone: Zone | None, supposed: int, count: int) -> str:
    """Return what the report is about, and whose holidays are an assumption."""
    place = f"Académie de {academy}" if academy else "Tous les établissements du fichier"
    if not supposed:
        return place
    some = "" if supposed == count else f"dont {supposed} "
    return f"{place}, {some}aux vacances supposées de la zone {zone}"


def _runner(processes: int | None, dask: str | None, count: int) -> Runner:
    if dask is not None:
        return on_dask(dask)
    wanted = min(processes or os.cpu_count() or 1, count)
    return here if wanted == 1 else on_cores(wanted)


def _simulated(
    todo: dict[int, tuple[Establishment, ...]], asked: Simulated, kept: KeptBlocks, runner: Runner
) -> dict[int, Result]:
    """Return the result of every block, those of a former run included; what is done is kept at once."""
    results = kept.done()
    left = {number: block for number, block in todo.items() if number not in results}
    total = sum(map(len, todo.values()))
    done = total - sum(map(len, left.values()))
    with Steps(1 + len(left)) as steps:
        said = f"{done} établissements déjà faits sur {total}" if done else f"{total} établissements à simuler"
        steps.step(said)
        try:
            for number, result in runner(left, asked):
                kept.keep(number, result)
                results[number] = result
                done += len(todo[number])
                steps.step(f"{done} établissements sur {total}")
        except KeyboardInterrupt:
            print(
                f"Interrompu : {done} établissements sur {total} sont gardés. Relancer la même commande pour finir.",
                file=sys.stderr,
            )
            raise
    return results


def _nothing(unreadable: Sequence[Unreadable]) -> str:
    reason = f" Par exemple : {unreadable[0].raison}" if unreadable else ""
    return f"Aucun collège ni lycée n'a pu être lu dans ces fichiers.{reason}"


def _write(
    folder: Path, rows: Sequence[Row], unreadable: Sequence[Unreadable], asked: Simulated, where: str
) -> list[str]:
    table = pd.DataFrame([row.model_dump() for row in rows], columns=list(Row.model_fields))
    refusals = pd.DataFrame([one.model_dump() for one in unreadable], columns=list(Unreadable.model_fields))
    made = write_establishments_report(rows, unreadable, asked, where, folder, dt.date.today())
    table.to_parquet(folder / f"{TABLE}.parquet", index=False)
    (folder / f"{TABLE}.csv").write_bytes(table_csv(table, index=False))
    (folder / REFUSALS).write_bytes(table_csv(refusals, index=False))
    (folder / "politique.yaml").write_text(to_yaml(asked.policy), encoding="utf-8", newline="\n")
    return [f"{TABLE}.parquet", f"{TABLE}.csv", REFUSALS, "politique.yaml", *(path.name for path in made)]


def _tell(
    rows: Sequence[Row],
    unreadable: Sequence[Unreadable],
    asked: Simulated,
    supposed_zone: Zone | None,
    files: list[str],
    seconds: float,
    json: bool,
) -> None:
    peak = _peak_mib()
    if json:
        answer: dict[str, Any] = {
            "politique": asked.policy.name,
            "semaines": asked.period.weeks,
            "graine": asked.seed,
            "zone_supposee": supposed_zone,
            "etablissements": [row.model_dump() for row in rows],
            "illisibles": [one.model_dump() for one in unreadable],
            "secondes": round(seconds, 1),
            "memoire_mio": peak,
            "fichiers": files,
        }
        print_json(answer)
        return
    say(f"Politique « {asked.policy.name} », {asked.period.weeks} semaines, {len(rows)} établissements.")
    say(f"Familles fictives, graine {asked.seed}. Les comportements sont des hypothèses.")
    if supposed_zone:
        say(f"Où l'académie n'a pas de zone, les vacances sont supposées être celles de la zone {supposed_zone}.")
    groups = [(one.label, len(one.rows), percent(one.median, most=1, least=1)) for one in by_ips(rows)]
    print_table(["IPS", "Établissements", "Familles laissées de côté (médiane)"], groups)
    if unreadable:
        say(f"Sans ligne : {len(unreadable)} établissements, avec leur raison dans {REFUSALS}.")
    say(f"{seconds:.0f} s{f' ; {peak} Mio au plus dans un processus' if peak else ''}.")
    say(f"Écrits : {', '.join(files)}.")


def _peak_mib() -> int | None:
    """Return the most memory that a process of this machine took; None where the system does not say."""
    try:
        import resource
    except ImportError:  # Windows
        return None
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return round(max(resource.getrusage(one).ru_maxrss for one in who) / 1024)


__all__ = ["Files", "run"]
