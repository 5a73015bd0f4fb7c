"""`liaison simulate` : la trace et les indicateurs d'une politique sur une école."""

from __future__ import annotations

import importlib.util
import json as jsonlib
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from app.cli.doubting import DOUBT_FILE, Doubted, doubted
from app.cli.output import InputError, Steps, print_json, print_table, say, say_written, whole_folder
from app.cli.reading import day, open_school
from app.cli.simulation_request import SchoolRequest
from liaison.base.numbers import number, percent
from liaison.base.sentences import french_beside
from liaison.base.tables import OPEN_DATA, table_csv
from liaison.messaging.delivery.simulate import simulate
from liaison.messaging.policy.policy import load_policy
from liaison.messaging.reading.indicators import Indicators, indicators
from liaison.messaging.reading.uncertainty import Trial
from liaison.messaging.traffic.clock import Period
from liaison.messaging.traffic.hypotheses import read_hypotheses
from liaison.messaging.vocabulary import DAYS

phrase = french_beside(__file__)


FIGURES = ("trace.csv", "indicateurs.json", "indicateurs.csv")
FIGURE_COLUMNS = ["tableau", "ligne", "libelle", "mesure", "valeur"]


def run(request: SchoolRequest, json: bool) -> None:
    """Simulate, write the trace and the indicators in `out`, and print the main figures."""
    chosen = load_policy(request.policy)
    first = None if request.start is None else day(request.start, "--start")
    out, seed, replications = request.out, request.seed, request.replications
    parquet = importlib.util.find_spec("pyarrow") is not None
    count = 3 + (out is not None) + (replications > 1)
    doubt: Doubted | None = None
    with whole_folder(out) if out else nullcontext() as folder, Steps(count) as steps:
        steps.step(phrase("etape-ecole", school=request.school))
        place = open_school(request.school, seed)
        steps.step(phrase("etape-messages", weeks=request.weeks))
        period = _period(first or place.opened_on, request.weeks)
        hypotheses = read_hypotheses(request.hypotheses, period.start) if request.hypotheses else None
        trace = simulate(place, chosen, period, seed, hypotheses)
        steps.step(phrase("etape-indicateurs"))
        figures = indicators(trace)
        if replications > 1:
            steps.step(phrase("etape-tirages", replications=replications))
            doubt = doubted(Trial(place, period, seed), chosen, replications, hypotheses)
        if folder:
            steps.step(phrase("etape-ecriture", out=out))
            _write(trace.table(), figures, folder, parquet)
            if doubt:
                doubt.write(folder)
    context = {"ecole": place.name, "politique": chosen.name, "semaines": request.weeks, "graine": seed}
    files = [*FIGURES, *([DOUBT_FILE] if doubt else []), *(["trace.parquet"] if parquet else [])] if out else []
    if json:
        paths = [str(out / name) for name in files] if out else []
        unsure = {"incertitude": doubt.dump()} if doubt else {}
        print_json({**context, "fichiers": paths, "indicateurs": figures.model_dump(mode="json"), **unsure})
        return
    _print(context, figures)
    if doubt:
        doubt.show()
    if out:
        say_written(out, files)


def _period(start: Any, weeks: int) -> Period:
    try:
        return Period(start, weeks)
    except ValueError as error:
        raise InputError(str(error)) from error


def _write(table: pd.DataFrame, figures: Indicators, folder: Path, parquet: bool) -> None:
    if parquet:
        table.to_parquet(folder / "trace.parquet", index=False)
    (folder / "trace.csv").write_bytes(trace_csv(table))
    text = jsonlib.dumps(figures.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"
    (folder / "indicateurs.json").write_text(text, encoding="utf-8", newline="\n")
    rows = pd.DataFrame(figure_rows(figures.model_dump(mode="json")), columns=FIGURE_COLUMNS, dtype=object)
    written = table_csv(rows, OPEN_DATA, kind="indicateurs-d-une-simulation", index=False)
    (folder / "indicateurs.csv").write_bytes(written)


def trace_csv(table: pd.DataFrame) -> bytes:
    """Return what became of every message, one line per message, recipient and channel."""
    return table_csv(as_text(table), OPEN_DATA, kind="trace-d-une-simulation", index=False)


def as_text(table: pd.DataFrame) -> pd.DataFrame:
    """Return the trace as it is written: oui and non, local times as 2026-09-01T19:44+02:00, empty for never.

    pandas formats aware times one by one: 54 s for a collège over 12 weeks, against 1 s so.
    """
    written = table.copy(deep=False)
    for column in table.columns:
        if isinstance(table[column].dtype, pd.DatetimeTZDtype):
            written[column] = _local_text(table[column])
        elif table[column].dtype == bool:
            written[column] = np.where(table[column], "oui", "non")
    return written


def _local_text(times: pd.Series) -> np.ndarray:
    local = times.dt.tz_localize(None).to_numpy().astype("datetime64[m]")
    utc = times.dt.tz_convert("UTC").dt.tz_localize(None).to_numpy().astype("datetime64[m]")
    text = np.datetime_as_string(local, unit="m")
    # Europe/Paris is one hour ahead of UTC in winter, two in summer.
    summer = (local - utc) == np.timedelta64(120, "m")
    return np.where(np.isnat(local), "", np.char.add(text, np.where(summer, "+02:00", "+01:00")))


def figure_rows(figures: dict[str, Any]) -> list[tuple[str, str, str, str, Any]]:
    """Return the indicators as one figure a row: table, row, label, measure, value."""
    rows: list[tuple[str, str, str, str, Any]] = []
    for name, value in figures.items():
        if name in ("version", "left_out_families"):
            continue
        if isinstance(value, list):
            for line in value:
                key = str(next(line[key] for key in ("profile", "purpose", "reason") if key in line))
                measures = {k: v for k, v in line.items() if k not in ("profile", "purpose", "reason", "label")}
                rows += [(name, key, str(line.get("label", "")), k, v) for k, v in measures.items()]
        elif isinstance(value, dict):
            rows += [(name, "ensemble", "", k, v) for k, v in value.items() if not isinstance(v, list)]
            rows += [(f"{name}.by_hour", *cell) for cell in _hours(value.get("by_hour", []))]
        else:
            rows.append((name, "ensemble", "", "value", value))
    return rows


def _hours(by_hour: list[list[int]]) -> Iterator[tuple[str, str, str, int]]:
    for weekday, counts in zip(DAYS, by_hour, strict=False):
        for hour, count in enumerate(counts):
            yield weekday, phrase("d-une-heure", day=weekday, hour=hour, next=hour + 1), f"hour_{hour:02d}", count


def _print(context: dict[str, Any], figures: Indicators) -> None:
    say(phrase("simulation", school=context["ecole"], policy=context["politique"], weeks=context["semaines"]))
    say(phrase("fictives", seed=context["graine"]))
    reach = figures.reach
    say(
        phrase(
            "informees",
            share=percent(reach.share, most=1, least=1),
            informed=reach.informed,
            messages=reach.messages,
        )
    )
    say(phrase("laissees", left_out=len(figures.left_out_families), families=figures.families))
    load = figures.load
    say(
        phrase(
            "notifications",
            median=number(load.per_week_median, most=1, least=1),
            p95=number(load.per_week_p95, most=1, least=1),
        )
    )
    rows = [(p.label, p.families, percent(p.share, most=1, least=1), p.left_out) for p in figures.by_profile]
    print_table([phrase(f"colonne-{column}") for column in ("profil", "familles", "informees", "laissees")], rows)
