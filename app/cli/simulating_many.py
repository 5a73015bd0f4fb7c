"""`liaison simulate --annuaire …` : la même politique dans tous les collèges et lycées d'une académie."""

from __future__ import annotations

import datetime as dt
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from app.cli.block_runners import Runner, here, on_cores, on_dask
from app.cli.kept_blocks import KeptBlocks
from app.cli.output import InputError, Steps, print_json, print_table, say, whole_folder
from app.cli.reading import day
from app.cli.simulation_request import AcademyRequest, Files
from liaison.base.faults import FrenchError
from liaison.base.numbers import percent
from liaison.base.sentences import french_beside
from liaison.base.tables import table_csv
from liaison.messaging.policy.policy import load_policy, to_yaml
from liaison.messaging.reading.establishments import (
    BlockResult,
    Establishment,
    EstablishmentRow,
    Simulated,
    Unreadable,
    blocks,
)
from liaison.messaging.reading.establishments_report import by_ips, write_establishments_report
from liaison.messaging.traffic.clock import Period
from liaison.messaging.traffic.hypotheses import read_hypotheses
from liaison.school.open_data.annuaire import RENTREE, OpenDataReading, establishments, read_open_data
from liaison.school.vocabulary import Zone

phrase = french_beside(__file__)


TABLE, REFUSALS = "etablissements", "illisibles.csv"


def run(request: AcademyRequest, json: bool) -> None:
    """Simulate the policy in every collège and lycée, and write a row of indicators for each, a report by IPS."""
    files, out = request.files, request.out
    if out is None:
        raise InputError(phrase("ou-ecrire"))
    simulated = _read(request)
    began = time.monotonic()
    read, unreadable, supposed_zones = read_files(files, request.academy)
    if not read:
        raise InputError(_nothing(unreadable))
    todo = dict(enumerate(blocks(read)))
    finished = KeptBlocks(out, simulated.signature(read), len(todo), request.restart)
    results = _simulated(todo, simulated, finished, _runner(request.processes, request.dask, len(todo)))
    rows = [row for number in sorted(results) for row in results[number].rows]
    unreadable += [refusal for number in sorted(results) for refusal in results[number].unreadable]
    where = _where(request.academy, files.zone, supposed_zones, len(read))
    with whole_folder(out) as folder:
        names = _write(folder, rows, unreadable, simulated, where)
    finished.forget()
    zone = files.zone if supposed_zones else None
    _tell(rows, unreadable, simulated, zone, [str(out / name) for name in names], time.monotonic() - began, json)


def _read(request: AcademyRequest) -> Simulated:
    first = RENTREE if request.start is None else day(request.start, "--start")
    try:
        period = Period(first, request.weeks)
    except ValueError as error:
        raise InputError(str(error)) from error
    hypotheses = read_hypotheses(request.hypotheses, period.start) if request.hypotheses else None
    return Simulated(load_policy(request.policy), period, request.seed, hypotheses)


def read_files(files: Files, academy: str | None) -> tuple[list[Establishment], list[Unreadable], int]:
    """Return the establishments that the files describe well enough, why the others are not, whose zone is supposed."""
    readable: list[Establishment] = []
    refused: list[Unreadable] = []
    supposed = 0
    for code, name in establishments(files.annuaire, academy).items():
        try:
            reading = _read_establishment(files, code)
        except FrenchError as error:
            refused.append(Unreadable(uai=code, nom=name, raison=str(error)))
            continue
        readable.append(Establishment(uai=code, name=reading.official_name, aggregates=reading.aggregates))
        supposed += reading.zone_supposed
    return readable, refused, supposed


def _read_establishment(files: Files, code: str) -> OpenDataReading:
    """Return one establishment, with its IPS from the first file that has it: collèges and lycées have one each."""
    first, *others = [
        read_open_data(files.annuaire, ips, files.effectifs, code, files.zone) for ips in (files.ips or (None,))
    ]
    return next((reading for reading in (first, *others) if reading.aggregates.ips is not None), first)


def _where(academy: str | None, zone: Zone | None, supposed: int, count: int) -> str:
    """Return what the report is about, and whose holidays are an assumption."""
    place = phrase("academie", academy=academy) if academy else phrase("tout-le-fichier")
    if not supposed:
        return place
    if supposed == count:
        return phrase("zone-de-tous", place=place, zone=zone or "")
    return phrase("zone-de-quelques-uns", place=place, zone=zone or "", supposed=supposed)


def _runner(processes: int | None, dask: str | None, count: int) -> Runner:
    if dask is not None:
        return on_dask(dask)
    wanted = min(processes or os.cpu_count() or 1, count)
    return here if wanted == 1 else on_cores(wanted)


def _simulated(
    todo: dict[int, tuple[Establishment, ...]], request: Simulated, finished: KeptBlocks, runner: Runner
) -> dict[int, BlockResult]:
    """Return the result of every block, those of a former run included; what is done is kept at once."""
    results = finished.done()
    left = {number: block for number, block in todo.items() if number not in results}
    total = sum(map(len, todo.values()))
    done = total - sum(map(len, left.values()))
    with Steps(1 + len(left)) as steps:
        first = phrase("etape-deja-faits", done=done, total=total) if done else phrase("etape-a-simuler", total=total)
        steps.step(first)
        try:
            for number, result in runner(left, request):
                finished.keep(number, result)
                results[number] = result
                done += len(todo[number])
                steps.step(phrase("etape-avance", done=done, total=total))
        except KeyboardInterrupt:
            print(
                phrase("interrompu", done=done, total=total),
                file=sys.stderr,
            )
            raise
    return results


def _nothing(unreadable: Sequence[Unreadable]) -> str:
    if unreadable:
        return phrase("rien-lu-par-exemple", reason=unreadable[0].raison)
    return phrase("rien-lu")


def _write(
    folder: Path, rows: Sequence[EstablishmentRow], unreadable: Sequence[Unreadable], request: Simulated, where: str
) -> list[str]:
    table = pd.DataFrame([row.model_dump() for row in rows], columns=list(EstablishmentRow.model_fields))
    refusals = pd.DataFrame([refusal.model_dump() for refusal in unreadable], columns=list(Unreadable.model_fields))
    made = write_establishments_report(rows, unreadable, request, where, folder, dt.date.today())
    table.to_parquet(folder / f"{TABLE}.parquet", index=False)
    (folder / f"{TABLE}.csv").write_bytes(table_csv(table, kind="etablissements-simules", index=False))
    (folder / REFUSALS).write_bytes(table_csv(refusals, kind="etablissements-non-simules", index=False))
    (folder / "politique.yaml").write_text(to_yaml(request.policy), encoding="utf-8", newline="\n")
    return [f"{TABLE}.parquet", f"{TABLE}.csv", REFUSALS, "politique.yaml", *(path.name for path in made)]


def _tell(
    rows: Sequence[EstablishmentRow],
    unreadable: Sequence[Unreadable],
    request: Simulated,
    supposed_zone: Zone | None,
    files: list[str],
    seconds: float,
    json: bool,
) -> None:
    peak = _peak_mib()
    if json:
        answer: dict[str, Any] = {
            "politique": request.policy.name,
            "semaines": request.period.weeks,
            "graine": request.seed,
            "zone_supposee": supposed_zone,
            "etablissements": [row.model_dump() for row in rows],
            "illisibles": [refusal.model_dump() for refusal in unreadable],
            "secondes": round(seconds, 1),
            "memoire_mio": peak,
            "fichiers": files,
        }
        print_json(answer)
        return
    say(phrase("simulation", policy=request.policy.name, weeks=request.period.weeks, count=len(rows)))
    say(phrase("fictives", seed=request.seed))
    if supposed_zone:
        say(phrase("zone-supposee", zone=supposed_zone))
    groups = [(group.label, len(group.rows), percent(group.median, most=1, least=1)) for group in by_ips(rows)]
    print_table([phrase(f"colonne-{column}") for column in ("ips", "etablissements", "laissees")], groups)
    if unreadable:
        say(phrase("sans-ligne", count=len(unreadable), file=REFUSALS))
    duration = f"{seconds:.0f}"
    say(phrase("duree-et-memoire", seconds=duration, peak=peak) if peak else phrase("duree", seconds=duration))
    say(phrase("ecrits", files=", ".join(files)))


def _peak_mib() -> int | None:
    """Return the most memory that a process of this machine took; None where the system does not say."""
    try:
        import resource
    except ImportError:  # Windows
        return None
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return round(max(resource.getrusage(whose).ru_maxrss for whose in who) / 1024)


__all__ = ["Files", "run"]
