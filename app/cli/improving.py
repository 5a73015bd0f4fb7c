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
from liaison.base.numbers import counted, number
from liaison.base.tables import csv_bytes
from liaison.base.words import upper_first
from liaison.messaging.aims import AIM_FILE, LABELS
from liaison.messaging.clock import Period
from liaison.messaging.policy import load_policy, to_yaml
from liaison.messaging.prepared import prepare
from liaison.messaging.search import Found, Search
from liaison.messaging.search_words import (
    always_out_words,
    changes_words,
    conclusion,
    cost_words,
    goals_counted,
    goals_words,
    price_words,
    value_by_chance,
)
from liaison.messaging.tried import SIDES, Held, Tried, by_chance

SHOWN = 10
TRAIL = re.compile(r"piste_(\d+)\.yaml")
HELD = {Held.ALWAYS: "oui", Held.HERE: "sur_ce_tirage", Held.NOT_HERE: "non"}
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
        found = search.found()
        names = _write(folder, found) if folder else []
    left = _left_over(out, names) if out else []
    if json:
        print_json({**_answer(found, _paths(out, names)), "restes": _paths(out, left)})
    else:
        _print(place.name, found, _paths(out, names))
        if left:
            say(f"Restent d'une recherche d'avant, à jeter : {', '.join(left)}.")
    return int(not _sure(found))


def _left_over(out: Path, names: Sequence[str]) -> list[str]:
    """Return the trails of a former search that are still in `out`, this one having written `names`.

    They start from another policy or seek another aim. A team may have made its own of one, so that nothing erases
    them.
    """
    trails = sorted((int(found[1]), path.name) for path in out.iterdir() if (found := TRAIL.fullmatch(path.name)))
    return [name for _, name in trails if name not in names]


def _paths(out: Path | None, names: Sequence[str]) -> list[str]:
    return [str(out / name) for name in names] if out else []


def _advance(search: Search) -> None:
    """Search to the end, or until Ctrl-C: what was found by then is kept."""
    every, told = max(1, search.total // STEPS), 0
    with Steps(1 + search.total // every) as steps:
        steps.step(f"{counted(search.total, 'politique', 'politiques')} à essayer")
        try:
            for progress in search.steps():
                if told + every <= progress.tried < search.total:
                    told = progress.tried
                    tried = counted(progress.tried, "politique essayée", "politiques essayées")
                    steps.step(f"{progress.doing} : {tried}")
        except KeyboardInterrupt:
            say("Arrêté : voici ce qui était trouvé.")


def _write(folder: Path, found: Found) -> list[str]:
    """Write each trail, numbered as the screen does, what each setting does alone, and the whole answer."""
    files: dict[str, bytes] = {}
    for rank, one in enumerate(found.trails, start=1):
        named = one.policy.changed(name=f"{found.start.policy.name}, piste {rank}", description=changes_words(one))
        files[f"piste_{rank:02d}.yaml"] = to_yaml(named).encode("utf-8")
    goals = (goal.words() for goal in found.aim.goals)
    held = ("buts_atteints", "buts_atteints_sur_ce_tirage")
    header = ["changement", *goals, *held, *SIDES, "familles_laissees", "le_hasard_suffit_pour"]
    rows = [_row(found, one) for one in (found.start, *found.singles)]
    files["effet_de_chaque_reglage.csv"] = csv_bytes(header, rows)
    text = jsonlib.dumps(_answer(found, []), ensure_ascii=False, indent=1) + "\n"
    files["recherche.json"] = text.encode("utf-8")
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return list(files)


def _sure(found: Found) -> bool:
    return found.best is not None and found.best.held == Held.ALWAYS


def _row(found: Found, one: Tried) -> list[object]:
    sides = (round(one.sides[side], 4) for side in SIDES)
    goals = (round(value, 4) for value in one.goals)
    reached = (sum(goal.held == held for goal in found.reached(one)) for held in (Held.ALWAYS, Held.HERE))
    return [changes_words(one), *goals, *reached, *sides, int(one.left_out.sum()), ", ".join(by_chance(one))]


def _answer(found: Found, paths: list[str]) -> dict[str, Any]:
    return {
        "but": found.aim.model_dump(mode="json", exclude_none=True),
        "conclusion": conclusion(found),
        "atteint": _sure(found),
        "atteint_sur_ce_tirage": found.best is not None,
        "arrete": found.stopped,
        "essayees": found.tried,
        "simulees_en_entier": found.whole,
        "simulees_pour_joindre": found.wide,
        "depart": _told(found, found.start),
        "reglages_seuls": [_told(found, one) for one in found.singles],
        "ensembles": [_told(found, one) for one in found.sets],
        "pistes": [_told(found, one) for one in found.trails],
        "front": [_told(found, one) for one in found.front],
        "toujours_de_cote": found.always_out,
        "fichiers": paths,
    }


def _told(found: Found, one: Tried) -> dict[str, Any]:
    return {
        "changements": [move.label for move in one.changes],
        "buts": [round(value, 4) for value in one.goals],
        "buts_atteints": [HELD[goal.held] for goal in found.reached(one)],
        "manque": round(one.missing, 4),
        **{side: round(value, 4) for side, value in one.sides.items()},
        "familles_laissees": int(one.left_out.sum()),
        "le_hasard_suffit_pour": list(by_chance(one)),
    }


def _print(school: str, found: Found, paths: list[str]) -> None:
    say(f"{school}, politique « {found.start.policy.name} », but « {found.aim.name} ».")
    tried = "Aucune autre politique essayée."
    if found.tried > 1:
        whole = counted(found.whole, "simulée", "simulées")
        tried = f"{number(found.tried)} politiques essayées, {whole} en entier."
    say(f"École et familles fictives. {tried}")
    say(conclusion(found))
    chosen = found.trails[0]
    for line in (*goals_words(found, chosen), *cost_words(found, chosen), always_out_words(found)):
        say(line)
    # All that reach the aim beyond chance are shown, then the best by the measure of the aim.
    ranked = sorted(
        found.singles, key=lambda one: (one.held != Held.ALWAYS, found.cost(one) if one.held == Held.ALWAYS else 0)
    )
    sure = sum(one.held == Held.ALWAYS for one in ranked)
    rows = [
        (changes_words(one), value_by_chance(found, one), goals_counted(found, one), price_words(found, one))
        for one in (found.start, *ranked[: max(SHOWN, sure)])
    ]
    print_table(
        ["Un seul changement", upper_first(LABELS[found.aim.rank_by]), "Buts atteints", "Ce qu'il en coûte"], rows
    )
    if paths:
        say(f"Écrits : {', '.join(paths)}.")


__all__ = ["run"]
