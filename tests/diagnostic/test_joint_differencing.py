"""Deux publications tirées au hasard : refusées quand leur différence montre quelques familles, par quelque chemin."""

from __future__ import annotations

import datetime as dt
import time
from typing import Any

import numpy as np
import pandas as pd
from diagnostic.independent_reader import Reader
from diagnostic.schools_at_random import pool, some

from liaison.diagnostic.answers import Answers, answers_from_rows
from liaison.diagnostic.counting.indicators import TOGETHER, indicators
from liaison.diagnostic.disclosure.differencing import DifferencingError, check_differencing
from liaison.diagnostic.publication.publication import Publication, PublishedCell, publication
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire

ASKED = family_questionnaire()
DAY = dt.date(2026, 11, 27)
BOXES = ("ordinateur", "tablette", "smartphone")
FORMS = answers_from_rows([{"appareils__ordinateur": True, "niveau": "sixieme"}] * 80, ASKED)
PAIRS = 3


def devices(total: int, *ticked: int, none: int | None = None) -> Publication:
    """What is told of devices: each box exactly, nobody silent; « aucun » hidden, or told."""
    lines = [("", "sans_reponse", 0), ("aucun", "coche", none)]
    lines += [(box, "coche", count) for box, count in zip(BOXES, ticked, strict=True)]
    shown = [
        PublishedCell(
            groupe=TOGETHER,
            question="appareils",
            partie=part,
            valeur=value,
            effectif=count,
            au_moins=count,
            au_plus=count,
            reponses=total,
        )
        for part, value, count in lines
    ]
    return Publication(date=DAY, questionnaire=ASKED.id, par="niveau", seuil=11, lignes=tuple(shown))


def accepted(former: Publication, new: Publication, answers: Answers | None = FORMS) -> bool:
    try:
        check_differencing([former], new, answers)
    except DifferencingError:
        return False
    return True


def test_who_ticked_nothing_since_is_found_by_what_excludes_the_other_boxes() -> None:
    # Twenty families more, seventeen of them with a computer and nothing else ticked: three ticked « aucun ».
    before, now = devices(60, 40, 12, 30), devices(80, 57, 12, 30)
    assert accepted(before, now, answers=None)  # question by question, nothing shows it
    assert not accepted(before, now)


def test_eleven_values_left_to_who_came_since_are_enough_and_ten_are_not() -> None:
    # Of those who came since, as many with a computer as with a telephone: the same ones, or others.
    assert accepted(devices(60, 40, 12, 30), devices(81, 51, 12, 41))
    assert not accepted(devices(60, 40, 12, 30), devices(80, 51, 12, 41))


def test_a_form_that_ticks_none_and_another_box_takes_the_rule_away() -> None:
    odd = answers_from_rows([{"appareils__ordinateur": True, "appareils__aucun": True}] * 80, ASKED)
    assert accepted(devices(60, 40, 12, 30), devices(80, 57, 12, 30), answers=odd)


def as_table(found: Publication) -> pd.DataFrame:
    return pd.DataFrame([line.model_dump() for line in found.lignes])


def test_a_reader_written_apart_gives_the_same_verdict_of_pairs_drawn_at_random() -> None:
    chance, seen = np.random.default_rng(20261127), [0, 0]
    for _ in range(24):
        before = devices(60, 40, 12, 30)
        came = int(chance.integers(11, 40))
        ticked = [int(chance.choice([0, 11, 14, 20, 26])) for _ in BOXES]
        if max(ticked) > came:
            continue
        now = devices(60 + came, *(own + more for own, more in zip((40, 12, 30), ticked, strict=True)))
        reader = Reader(as_table(now), ASKED, ("appareils",), "niveau", ("sixieme",), former=as_table(before))
        cell = (TOGETHER, "appareils", "aucun", "coche")
        try:
            since = reader.width(*cell, periods=(False, True))
        except AssertionError:
            continue  # nobody can have answered so: more families than boxes allow
        held = accepted(before, now)
        seen[held] += 1
        assert held == (since >= 10), (came, ticked, since)
    assert min(seen) >= 3


def shown_twice(former: Publication, new: Publication) -> int:
    """How many numbers that both tell exactly differ by one family to ten, as anybody can subtract them."""
    known = former.counts()
    pairs = [(known.get(key), count) for key, count in new.counts().items()]
    return sum(a is not None and b is not None and 0 < abs(a - b) < new.seuil for a, b in pairs)


def test_exports_of_95_then_100_per_cent_drawn_at_random_are_refused_by_level_and_by_mode() -> None:
    seed = int(time.time())  # other schools at each run
    chance = np.random.default_rng(seed)
    betrayed = 0
    for _ in range(PAIRS):
        whole: Any = some(pool("college_rep_plus", 1), int(chance.integers(40, 200)), chance)
        first = Answers(whole.table.head(int(len(whole) * 0.95)), ASKED)
        threshold = int(chance.choice([5, 11]))
        made = {
            by: [publication(indicators(each, None, threshold, by), ASKED.id, DAY) for each in (first, whole)]
            for by in ("niveau", "mode")
        }
        for former, new in made.values():
            differ = shown_twice(former, new)
            betrayed += bool(differ)
            assert not (differ and accepted(former, new, whole)), (seed, len(whole), threshold, new.par)
        # Where no group is large enough to be shown, both are the same numbers of all.
        for former, new in ((made["niveau"][0], made["mode"][1]), (made["niveau"][1], made["mode"][1])):
            assert former.lignes == new.lignes or not accepted(former, new, whole), (seed, len(whole), threshold)
        assert accepted(made["niveau"][1], made["niveau"][1], whole)
    assert betrayed, "no pair shows a difference: these exports prove nothing"
