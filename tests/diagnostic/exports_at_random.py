"""Des exports tirés au hasard, dont on sait de quelle famille est chaque ligne, et combien la lecture en compte.

python -m diagnostic.exports_at_random 1000          (depuis tests/ : autant de jeux de deux à quatre fichiers)
python -m diagnostic.exports_at_random 1000 --seed 4 --each     (chaque jeu où le compte n'est pas le bon)

A set is exact, said (a doubt that the reading says, with how many), or wrong in silence: families counted twice, or two
families taken for one. Families that answer alike are known by how many they are: nothing else tells one from another.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import io
import platform
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple

import numpy as np

from liaison.diagnostic.questionnaire.item import Item
from liaison.diagnostic.questionnaire.questionnaire import Questionnaire, family_questionnaire
from liaison.diagnostic.reading.corrected import settled
from liaison.diagnostic.reading.formats.suite import HEAD, TOKEN, VERSION
from liaison.diagnostic.reading.mapping import Mapping
from liaison.diagnostic.reading.reading import read_chunks
from liaison.diagnostic.reading.reports import ReadReport

SITUATIONS = (
    *("again", "cumulative", "edited", "column", "siblings", "classes", "school", "mixed"),
    *("level", "pasted", "alone", "overlap"),
    *("clock", "one level", "two tools", "many alone"),
)
NUMBERS = ("kept", "renewed", "by class", "absent")
TIMES = ("second", "minute", "pasted", "absent")
PASTED = ("lines", "header and lines", "some lines")
CHANGE_OF_HOUR = 0.5  # parts d'un export dont l'heure a changé
MANY = (41, 48)  # fichiers d'une ligne
LEVELS = ("sixieme", "cinquieme", "quatrieme", "troisieme")
SPANS = (60, 600, 3600, 14 * 86_400)  # secondes où une classe répond : dans une salle, un soir, en quinze jours
SKIPPED = 0.04
ENDING = 0.9  # des jeux : leurs fichiers ont une extension
BY_ANSWERS = "sans heure ni numéro tiré au hasard qui le prouve"
Cells = list[str]


class Tool(NamedTuple):
    """How a tool writes what it knows of a response: its counters, the numbers that it draws, its times."""

    counters: tuple[str, ...] = ()
    drawn: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    written: str = "%Y-%m-%d %H:%M:%S"
    delimiter: str = ","
    before: tuple[str, ...] = ()  # columns that are of no use here, by which the tool is recognised
    above: int = 0  # empty lines above the header
    keeps_times: bool = True  # of a response that its family changes


TOOLS = {
    "google": Tool(times=("Horodateur",), written="%d/%m/%Y %H:%M:%S", keeps_times=False),
    "limesurvey": Tool(("id",), ("seed",), ("submitdate",), before=("lastpage", "startlanguage")),
    "ms_forms": Tool(("ID",), (), ("Heure de début", "Heure de fin"), before=("Adresse de messagerie", "Nom")),
    "tally": Tool((), ("Submission ID", "Respondent ID"), ("Submitted at",)),
    "framaforms": Tool(
        ("Numéro de série",),
        ("SID",),
        ("Date/heure de soumission",),
        written="%d/%m/%Y - %H:%M:%S",
        delimiter="\t",
        before=("Terminé", "Modifié", "Brouillon", "Adresse IP", "UID", "Nom utilisateur"),
        above=2,
    ),
    "kobo": Tool(("_id",), ("_uuid",), ("_submission_time",), delimiter=";", before=("_validation_status", "_notes")),
    "suite": Tool(drawn=(TOKEN,)),
    "table": Tool(delimiter=";"),
}


@dataclass(frozen=True)
class Family:
    """One family of one class: what it answers, in the end and before it changed, and when it did."""

    rank: int
    of_class: int
    answers: dict[str, str]
    former: dict[str, str] | None
    sent: dt.datetime
    drawn: int


@dataclass(frozen=True)
class Export:
    """One file: of which families, in this order; whether they have changed their answers yet; what it does not ask."""

    families: Sequence[Family]
    edited: bool = True
    lacks: frozenset[str] = frozenset()
    written: str = ""  # another writing of its times
    shift: dt.timedelta = dt.timedelta()
    late: frozenset[int] = frozenset()  # the families of which the time is `shift` apart; none: all
    tool: str = ""  # of another tool than the others
    wrong_level: frozenset[int] = frozenset()  # the families of which the level was wrong, and the school corrected it
    pasted: str = ""  # its lines stand twice in it: PASTED


@dataclass(frozen=True)
class Drawn:
    """One set of files of one form: how it is made, and of which family each line is."""

    situation: str
    tool: str
    numbers: str
    times: str
    questions: tuple[str, ...]
    exports: list[Export]
    files: dict[str, bytes] = field(default_factory=dict)
    family_of: dict[tuple[str, int], Family] = field(default_factory=dict)

    def families(self) -> list[Family]:
        """Each family of which some line answers something."""
        answering = {
            family.rank: family
            for export in self.exports
            for family in export.families
            if any(family.answers.get(name) for name in self.questions if name not in export.lacks)
        }
        return list(answering.values())

    def __str__(self) -> str:
        sizes = [(len(each.families), len(self.questions) - len(each.lacks)) for each in self.exports]
        made = (self.situation, self.tool, f"numbers {self.numbers}", f"times {self.times}")
        return f"{', '.join(made)}, families and questions {sizes}"


class Verdict(NamedTuple):
    """How many families count too often, and how many count no more; whether the reading says a doubt, and waits."""

    doubled: int
    lost: int
    said: bool
    waits: bool

    @property
    def name(self) -> str:
        """In one word, what became of the families."""
        if not self.doubled and not self.lost:
            return "false wait" if self.waits else "exact"
        kind = "merging" if self.lost else "doubling"
        return f"said {kind}" if self.said else f"silent {kind}"


VERDICTS = ("exact", "false wait", "said doubling", "said merging", "silent doubling", "silent merging")


@cache
def _questionnaire() -> Questionnaire:
    return family_questionnaire()


def _answer(item: Item, weights: np.ndarray, chance: np.random.Generator) -> str:
    """What a family says to a question, as a cell; a grid is one row of it."""
    if item.kind != "multiple":
        return str(chance.choice(item.values, p=weights))
    others = [value for value in item.values if value not in item.alone]
    if chance.random() < weights[-1]:
        return item.values[-1]
    ticked = [value for value, weight in zip(others, weights, strict=False) if chance.random() < min(1.0, 1.6 * weight)]
    return ";".join(ticked or others[:1])


def _column(item: Item) -> str:
    return f"{item.id}__{item.rows[0]}" if item.kind == "grid" else item.id


class _School:
    """The families of a set of classes, who answer as a school does: some answers are much commoner than others."""

    def __init__(self, chance: np.random.Generator):
        self.chance = chance
        items = list(_questionnaire().items)
        count = int(chance.choice([3, 4, 6, len(items)]))
        self.items = [items[rank] for rank in sorted(chance.choice(len(items), count, replace=False).tolist())]
        spread = float(chance.choice([0.4, 1.0, 3.0]))
        self._weights = {each.id: chance.dirichlet(np.full(len(each.values), spread)) for each in self.items}
        self._span = int(chance.choice(SPANS))
        self._start = dt.datetime(2026, 11, 3, 8)
        self._by_level = bool(chance.random() < 0.5)
        self._count = 0

    def _answers(self) -> dict[str, str]:
        said = {
            _column(item): _answer(item, self._weights[item.id], self.chance)
            for rank, item in enumerate(self.items)
            if not rank or self.chance.random() >= SKIPPED
        }
        # Devices that are shared although there are none are another matter.
        if said.get("appareils") == "aucun" and "partage" in said:
            said["partage"] = "pas_d_appareil"
        elif said.get("partage") == "pas_d_appareil":
            said["partage"] = "un_enfant"
        return said

    def of_class(self, of_class: int, count: int, edits: float, homes: Sequence[Family] = ()) -> list[Family]:
        """So many families of a class, in the order in which they answer; `homes`: some are the same homes."""
        families = []
        for rank in range(count):
            same = homes[rank].answers if rank < len(homes) else None
            answers = dict(same) if same else self._answers()
            answers["niveau"] = LEVELS[of_class if self._by_level else 0]
            former = None
            if self.chance.random() < edits:
                former, changed = dict(answers), str(self.chance.choice([_column(item) for item in self.items]))
                answers[changed] = self._answers().get(changed, answers.get(changed, ""))
            late = int(self.chance.integers(0, self._span))
            if same and self.chance.random() < 0.5:  # a parent answers for one child, then for the other
                sent = homes[rank].sent + dt.timedelta(seconds=int(self.chance.integers(20, 400)))
            else:
                sent = self._start + dt.timedelta(seconds=late)
            self._count += 1
            families.append(
                Family(self._count, of_class, answers, former, sent, int(self.chance.integers(10**8, 10**9)))
            )
        return sorted(families, key=lambda each: each.sent)


def _exports(situation: str, school: _School) -> list[Export]:
    """The files that one gives: the whole of a form, its exports week after week, those of two classes."""
    chance = school.chance

    def size() -> int:
        return int(np.exp(chance.uniform(np.log(3), np.log(61))))

    def some(families: Sequence[Family], parts: Sequence[float], *, edited: bool = False) -> list[Export]:
        cut = [max(1, round(part * len(families))) for part in parts]
        return [Export(families[:count], edited=not edited or count == cut[-1]) for count in cut]

    edits = float(chance.choice([0.03, 0.1, 0.25])) if situation in ("edited", "mixed") else 0.0
    first = school.of_class(0, size(), edits)
    weeks = [(0.5, 1.0), (0.9, 1.0), (0.3, 0.6, 1.0), (0.2, 0.5, 0.8, 1.0)][int(chance.integers(4))]
    if situation == "alone":
        return _alone(school, first)
    if situation == "many alone":
        own = school.of_class(1, int(chance.integers(*MANY)), 0.0)
        return [Export([each]) for each in (*own, *chance.permutation(np.array(own, dtype=object))[:2].tolist())]
    if situation == "clock":
        return _of_two_clocks(school, some(first, weeks))
    if situation == "overlap":
        start, end = sorted(chance.choice(len(first) + 1, 2, replace=False).tolist())
        return [Export(first[:end]), Export(first[start:])]
    if situation == "level":
        wrong = chance.random(len(first)) < float(chance.choice([0.3, 0.6, 0.9]))
        ranks = frozenset(each.rank for each, is_wrong in zip(first, wrong, strict=True) if is_wrong)
        return [Export(first, wrong_level=ranks), Export(first)]
    if situation == "pasted":
        return [Export(first, pasted=str(chance.choice(PASTED)))]
    if situation in ("again", "column"):
        whole = [Export(first) for _ in range(int(chance.integers(2, 4)))]
        return whole if situation == "again" or chance.random() < 0.5 else some(first, weeks)
    if situation in ("cumulative", "edited"):
        return some(first, weeks, edited=situation == "edited")
    shared = float(chance.choice([0.2, 0.5, 0.8, 1.0])) if situation in ("siblings", "mixed") else 0.0
    count = size() if shared < 0.8 else len(first)
    second = school.of_class(1, count, edits, first[: round(shared * min(count, len(first)))])
    if situation == "siblings":
        return [Export(first), Export(second)]
    if situation == "mixed":
        return [*some(first, weeks[-2:], edited=True), *some(second, weeks[-2:], edited=True)]
    third = [school.of_class(2, size(), edits)] if chance.random() < 0.5 else []
    if situation == "two tools":
        return [Export(first), Export(second, tool=str(chance.choice(list(TOOLS))))]
    if situation == "one level":
        # A newer export, of one class only.
        since = school.of_class(1, size(), edits)
        return [Export(sorted([*first, *second], key=lambda family: family.sent)), Export([*second, *since])]
    if situation == "classes":
        return [Export(each) for each in (first, second, *third)]
    together = [family for own in (first, second, *third) for family in own]
    if chance.random() < 0.5:
        together.sort(key=lambda family: family.sent)
    return [Export(first), *([Export(third[0])] if third else []), Export(together)]


def _alone(school: _School, first: Sequence[Family]) -> list[Export]:
    """Files of one family: given twice, or of two families, of which the second may be of the same home, or answer an
    hour later to the second."""
    chance, one = school.chance, first[0]
    if chance.random() < 0.5:
        return [Export([one]), Export([one])]
    (other,) = school.of_class(1, 1, 0.0, [one] if chance.random() < 0.7 else [])
    if chance.random() < 0.5:
        other = replace(other, sent=one.sent + dt.timedelta(hours=int(chance.integers(1, 4))))
    return [Export([one]), Export([other])]


def _of_two_clocks(school: _School, exports: list[Export]) -> list[Export]:
    """Exports of which one is of another clock: hours apart, or minutes, for all or since the hour changed."""
    chance = school.chance
    place = int(chance.integers(len(exports)))
    apart = int(chance.choice([-180, -60, -7, 4, 60, 120]))
    own = exports[place].families
    late = frozenset(each.rank for each in own[: round(CHANGE_OF_HOUR * len(own))]) if chance.random() < 0.5 else None
    exports[place] = replace(exports[place], shift=dt.timedelta(minutes=apart), late=late or frozenset())
    return exports


def _varied(exports: Sequence[Export], questions: Sequence[str], situation: str, school: _School) -> list[Export]:
    """The same files, some without a question, with times written otherwise, or sorted; in any order."""
    chance = school.chance
    varied = []
    for rank, each in enumerate(exports):
        lacks = frozenset[str]()
        if (situation == "column" and (rank == 0 or chance.random() < 0.3)) or chance.random() < 0.12:
            lacks = frozenset({str(chance.choice(questions))})
        saved = "%Y-%m-%d %H:%M" if chance.random() < 0.1 else ""
        shift = dt.timedelta(hours=1) if chance.random() < 0.05 else each.shift
        families = list(each.families)
        if chance.random() < 0.1:
            families = [families[place] for place in chance.permutation(len(families))]
        elif chance.random() < 0.1:
            families.sort(key=lambda family: sorted(family.answers.items()))
        varied.append(replace(each, families=families, lacks=lacks, written=saved, shift=shift))
    return [varied[place] for place in chance.permutation(len(varied))]


def _written(drawn: Drawn, rank: int, export: Export, chance: np.random.Generator) -> tuple[bytes, list[Family]]:
    """One export as its tool writes it, and the family of each line."""
    name = export.tool or drawn.tool
    tool = TOOLS[name]
    numbered = drawn.numbers != "absent"
    timed = drawn.times != "absent"
    asked = [each for each in (*drawn.questions, "niveau") if each not in export.lacks]
    seconds = ":%S" if drawn.times == "minute" else ""
    written = (export.written or tool.written).replace(seconds, "") if seconds else export.written or tool.written
    pasted = dt.datetime(2026, 11, 20, 8, 30, 12) + dt.timedelta(hours=rank if chance.random() < 0.5 else 0)
    head = [*HEAD] if name == "suite" else []
    head += [*(tool.counters if numbered else ()), *(tool.drawn if numbered else ()), *(tool.times if timed else ())]
    rows: list[Cells] = [*([""] for _ in range(tool.above)), [*head, *tool.before, *asked]]
    by_class: Counter[int] = Counter()
    for place, family in enumerate(export.families, start=1):
        by_class[family.of_class] += 1
        row: Cells = [VERSION, _questionnaire().id, ""] if name == "suite" else []
        if numbered:
            counter = {"kept": 1000 + family.rank, "renewed": place}.get(drawn.numbers, _rank_in_class(drawn, family))
            renewed = drawn.numbers == "renewed" and name != "suite"
            row += [str(counter) for _ in tool.counters]
            row += [
                str(chance.integers(10**8, 10**9) if renewed else family.drawn + at) for at, _ in enumerate(tool.drawn)
            ]
        if timed:
            sent = family.sent if drawn.times != "pasted" else pasted
            if family.former and export.edited and not tool.keeps_times and drawn.times != "pasted":
                sent += dt.timedelta(days=20)
            shift = export.shift if not export.late or family.rank in export.late else dt.timedelta()
            row += [
                (sent + shift + dt.timedelta(seconds=95 * late)).strftime(written) for late, _ in enumerate(tool.times)
            ]
        said = family.answers if export.edited or not family.former else family.former
        if family.rank in export.wrong_level:
            said = {**said, "niveau": LEVELS[(LEVELS.index(said["niveau"]) + 1) % len(LEVELS)]}
        rows.append([*row, *("" for _ in tool.before), *(said.get(name, "") for name in asked)])
    families = list(export.families)
    if export.pasted == "some lines":
        first, last = sorted(chance.choice(len(families) + 1, 2, replace=False).tolist())
        rows += rows[tool.above + 1 + first : tool.above + 1 + last]
        families += families[first:last]
    elif export.pasted:
        rows += rows[tool.above + (export.pasted == "lines") :]
    out = io.StringIO()
    csv.writer(out, delimiter=tool.delimiter).writerows([*row, *[""] * (len(rows[-1]) - len(row))] for row in rows)
    return out.getvalue().encode(), families


def _rank_in_class(drawn: Drawn, family: Family) -> int:
    own = {each.rank for export in drawn.exports for each in export.families if each.of_class == family.of_class}
    return sorted(own).index(family.rank) + 1


def drawn(chance: np.random.Generator) -> Drawn:
    """One set of files at random."""
    school = _School(chance)
    situation, tool = str(chance.choice(SITUATIONS)), str(chance.choice(list(TOOLS)))
    numbers, times = str(chance.choice(NUMBERS)), str(chance.choice(TIMES))
    questions = tuple(_column(item) for item in school.items)
    exports = _varied(_exports(situation, school), questions, situation, school)
    own = TOOLS[tool]
    ending = ".csv" if chance.random() < ENDING else ""
    numbers, times = (numbers if own.counters or own.drawn else "absent"), (times if own.times else "absent")
    one = Drawn(situation, tool, numbers, times, questions, exports)
    for rank, export in enumerate(exports):
        name = f"export{rank}{ending}"
        one.files[name], families = _written(one, rank, export, chance)
        lines = list(enumerate(families, start=TOOLS[export.tool or tool].above + 2))
        below = len(families) + (export.pasted == "header and lines")
        again = [(line + below, family) for line, family in lines] if export.pasted in PASTED[:2] else []
        one.family_of.update({(name, line): family for line, family in [*lines, *again]})
    return one


def read(one: Drawn) -> list[ReadReport]:
    """The reports of these files, read together: what two files both give is still to be settled."""
    known: dict[str, Mapping] = {}
    return [
        part
        for name, content in one.files.items()
        for part in read_chunks(content, _questionnaire(), None, name=name, known=known)
    ]


def judged(one: Drawn, parts: Sequence[ReadReport]) -> Verdict:
    """What became of the families of these files, by the lines that their reports count."""
    asked = frozenset().union(*(frozenset(one.questions) - export.lacks for export in one.exports)) | {"niveau"}

    def said(family: Family) -> tuple[str, ...]:
        return tuple(family.answers.get(name, "") for name in sorted(asked))

    counted = Counter(said(one.family_of[part.files[0], line]) for part in parts for line in part.lines.tolist())
    there = Counter(said(family) for family in one.families())
    waits = any(part.maybe_twice for part in parts)
    lost = (there - counted).total()
    # Families taken for one by their answers alone do not wait for a yes: it is said, with how many.
    told = waits or (lost and any(BY_ANSWERS in each.reason for part in parts for each in part.flagged))
    return Verdict((counted - there).total(), lost, bool(told), waits)


def drawn_at(seed: int, rank: int) -> Drawn:
    """One set of many: known by the seed of all, and by its rank."""
    return drawn(np.random.default_rng((seed, rank)))


def verdicts(seed: int, count: int) -> Iterator[tuple[int, Drawn, Verdict]]:
    """Each set of so many, with what became of its families."""
    for rank in range(count):
        one = drawn_at(seed, rank)
        yield rank, one, judged(one, settled(read(one)))


def main() -> None:
    """Measure on a number of sets, and print how many of each verdict, by situation and by what tells responses."""
    words = argparse.ArgumentParser(prog="python -m diagnostic.exports_at_random")
    words.add_argument("count", type=int)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--each", action="store_true", help="say each set of which the count is not the true one")
    asked = words.parse_args()
    start = time.process_time()
    by: dict[str, Counter[str]] = {}
    families: Counter[str] = Counter()
    for rank, one, found in verdicts(asked.seed, asked.count):
        marks = f"numbers {one.numbers}, times {one.times}"
        for group in ("all", one.situation, marks, one.tool):
            by.setdefault(group, Counter())[found.name] += 1
        families.update({f"{found.name}, doubled": found.doubled, f"{found.name}, lost": found.lost})
        if asked.each and (found.doubled or found.lost or found.waits):
            print(f"{rank}: {found.name}, {found.doubled} doubled, {found.lost} lost: {one}", flush=True)
    print(f"{'':34}" + "".join(f"{name:>17}" for name in VERDICTS))
    for group, counts in sorted(by.items(), key=lambda pair: (pair[0] != "all", pair[0])):
        print(f"{group:34}" + "".join(f"{counts[name]:>17}" for name in VERDICTS))
    print({name: count for name, count in families.items() if count})
    seconds = time.process_time() - start
    print(f"{asked.count} sets, seed {asked.seed}, {dt.date.today():%Y-%m-%d}, {platform.machine()}, {seconds:.0f} s")


if __name__ == "__main__":
    main()
