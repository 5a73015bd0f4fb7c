"""`liaison improve` : que changer en premier dans une politique, pour atteindre un but."""

from __future__ import annotations

import json as jsonlib
import re
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from app.cli.output import Steps, print_json, print_table, say, whole_folder
from app.cli.reading import day, open_school
from liaison.base.numbers import number
from liaison.base.sentences import french_beside
from liaison.base.tables import csv_bytes
from liaison.base.words import upper_first
from liaison.messaging.policy.policy import load_policy, to_yaml
from liaison.messaging.search.aims import AIM_FILE, LABELS
from liaison.messaging.search.search import Search, SearchResult
from liaison.messaging.search.tried import SIDES, Reliability, Tried, by_chance
from liaison.messaging.search.words import (
    always_out_words,
    changes_words,
    conclusion,
    cost_words,
    goals_counted,
    goals_words,
    price_words,
    value_by_chance,
)
from liaison.messaging.traffic.clock import Period
from liaison.messaging.traffic.prepared import prepare

phrase = french_beside(__file__)


SHOWN = 10
TRAIL = re.compile(r"piste_(\d+)\.yaml")
HELD = {Reliability.ALWAYS: "oui", Reliability.HERE: "sur_ce_tirage", Reliability.NOT_HERE: "non"}
STEPS = 20  # lines of progress where nobody watches a bar


def run(
    policy: str, aim: str, school: str, weeks: int, seed: int, start: str | None, out: Path | None, json: bool
) -> int:
    """Search, write the policies of the front in `out`, print what to change first; 1 unless the aim is reached.

    What chance is enough to explain is not reached.
    """
    chosen, wanted = load_policy(policy), AIM_FILE.load(aim)
    place = open_school(school, seed)
    first = day(start, "--start") if start else place.opened_on
    search = Search(prepare(place, Period(first, weeks), seed), chosen, wanted)
    with whole_folder(out) if out else nullcontext() as folder:
        _advance(search)
        outcome = search.result()
        names = _write(folder, outcome) if folder else []
    left = _left_over(out, names) if out else []
    if json:
        print_json({**_answer(outcome, _paths(out, names)), "restes": _paths(out, left)})
    else:
        _print(place.name, outcome, _paths(out, names))
        if left:
            say(phrase("restes", names=", ".join(left)))
    return int(not _sure(outcome))


def _left_over(out: Path, names: Sequence[str]) -> list[str]:
    """Return the trails of a former search that are still in `out`, this one having written `names`.

    They start from another policy or seek another aim. A team may have made its own of one, so that nothing erases
    them.
    """
    trails = sorted((int(match[1]), path.name) for path in out.iterdir() if (match := TRAIL.fullmatch(path.name)))
    return [name for _, name in trails if name not in names]


def _paths(out: Path | None, names: Sequence[str]) -> list[str]:
    return [str(out / name) for name in names] if out else []


def _advance(search: Search) -> None:
    """Search to the end, or until Ctrl-C: what was found by then is kept."""
    every, shown = max(1, search.total // STEPS), 0
    with Steps(1 + search.total // every) as steps:
        steps.step(phrase("etape-a-essayer", n=search.total, count=number(search.total)))
        try:
            for progress in search.steps():
                if shown + every <= progress.tried < search.total:
                    shown = progress.tried
                    steps.step(phrase("etape", doing=progress.doing, n=progress.tried, count=number(progress.tried)))
        except KeyboardInterrupt:
            say(phrase("arrete"))


def _write(folder: Path, outcome: SearchResult) -> list[str]:
    """Write each trail, numbered as the screen does, what each setting does alone, and the whole answer."""
    files: dict[str, bytes] = {}
    for rank, trail in enumerate(outcome.trails, start=1):
        named = trail.policy.changed(
            name=phrase("nom-d-une-piste", policy=outcome.start.policy.name, rank=rank),
            description=changes_words(trail),
        )
        files[f"piste_{rank:02d}.yaml"] = to_yaml(named).encode("utf-8")
    goals = (goal.words() for goal in outcome.aim.goals)
    held = ("buts_atteints", "buts_atteints_sur_ce_tirage")
    header = ["changement", *goals, *held, *SIDES, "familles_laissees", "le_hasard_suffit_pour"]
    rows = [_row(outcome, trail) for trail in (outcome.start, *outcome.singles)]
    files["effet_de_chaque_reglage.csv"] = csv_bytes(header, rows, kind="effet-des-reglages")
    text = jsonlib.dumps(_answer(outcome, []), ensure_ascii=False, indent=1) + "\n"
    files["recherche.json"] = text.encode("utf-8")
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return list(files)


def _sure(outcome: SearchResult) -> bool:
    return outcome.best is not None and outcome.best.held == Reliability.ALWAYS


def _row(outcome: SearchResult, tried: Tried) -> list[object]:
    sides = (round(tried.sides[side], 4) for side in SIDES)
    goals = (round(value, 4) for value in tried.goals)
    reached = (
        sum(goal.held == held for goal in outcome.reached(tried)) for held in (Reliability.ALWAYS, Reliability.HERE)
    )
    return [changes_words(tried), *goals, *reached, *sides, tried.left_out_count, ", ".join(by_chance(tried))]


def _answer(outcome: SearchResult, paths: list[str]) -> dict[str, Any]:
    return {
        "but": outcome.aim.model_dump(mode="json", exclude_none=True),
        "conclusion": conclusion(outcome),
        "atteint": _sure(outcome),
        "atteint_sur_ce_tirage": outcome.best is not None,
        "arrete": outcome.stopped,
        "essayees": outcome.tried,
        "simulees_en_entier": outcome.whole,
        "simulees_pour_joindre": outcome.wide,
        "depart": _tried_answer(outcome, outcome.start),
        "reglages_seuls": [_tried_answer(outcome, tried) for tried in outcome.singles],
        "ensembles": [_tried_answer(outcome, tried) for tried in outcome.sets],
        "pistes": [_tried_answer(outcome, tried) for tried in outcome.trails],
        "front": [_tried_answer(outcome, tried) for tried in outcome.front],
        "toujours_de_cote": outcome.always_out,
        "fichiers": paths,
    }


def _tried_answer(outcome: SearchResult, tried: Tried) -> dict[str, Any]:
    return {
        "changements": [move.label for move in tried.changes],
        "buts": [round(value, 4) for value in tried.goals],
        "buts_atteints": [HELD[goal.held] for goal in outcome.reached(tried)],
        "manque": round(tried.missing, 4),
        **{side: round(value, 4) for side, value in tried.sides.items()},
        "familles_laissees": tried.left_out_count,
        "le_hasard_suffit_pour": list(by_chance(tried)),
    }


def _print(school: str, outcome: SearchResult, paths: list[str]) -> None:
    say(phrase("recherche", school=school, policy=outcome.start.policy.name, aim=outcome.aim.name))
    if outcome.tried > 1:
        tried, whole = number(outcome.tried), number(outcome.whole)
        say(phrase("essayees", tried=tried, whole=outcome.whole, whole_count=whole))
    else:
        say(phrase("rien-d-essaye"))
    say(conclusion(outcome))
    chosen = outcome.trails[0]
    for line in (*goals_words(outcome, chosen), *cost_words(outcome, chosen), always_out_words(outcome)):
        say(line)
    # All that reach the aim beyond chance are shown, then the best by the measure of the aim.
    ranked = sorted(
        outcome.singles,
        key=lambda tried: (
            tried.held != Reliability.ALWAYS,
            outcome.cost(tried) if tried.held == Reliability.ALWAYS else 0,
        ),
    )
    sure = sum(tried.held == Reliability.ALWAYS for tried in ranked)
    rows = [
        (
            changes_words(tried),
            value_by_chance(outcome, tried),
            goals_counted(outcome, tried),
            price_words(outcome, tried),
        )
        for tried in (outcome.start, *ranked[: max(SHOWN, sure)])
    ]
    print_table(
        [
            phrase("colonne-un-changement"),
            upper_first(LABELS[outcome.aim.rank_by]),
            phrase("colonne-buts-atteints"),
            phrase("colonne-cout"),
        ],
        rows,
    )
    if paths:
        say(phrase("ecrits", paths=", ".join(paths)))


__all__ = ["run"]
