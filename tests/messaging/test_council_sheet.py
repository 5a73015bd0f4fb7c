"""La feuille du conseil : une page, l'image avant et après, les mêmes comptes que l'écran et que la charte."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from itertools import pairwise, permutations
from pathlib import Path

import numpy as np
import pytest
from printed import printed
from word_processor import docx_pages, needs_word_processor, pdf_pages

from liaison.documents import Callout, Document, Picture, Table
from liaison.messaging.delivery.simulate import Trace, deliver
from liaison.messaging.papers.before_after import BeforeAfter, NothingChangesError, compared
from liaison.messaging.papers.charter import charter
from liaison.messaging.papers.council_sheet import council_sheet
from liaison.messaging.policy.policy import load_policy, preset_names
from liaison.messaging.reading.family_states import family_states
from liaison.messaging.reading.indicators import indicators
from liaison.messaging.traffic.clock import Period
from liaison.messaging.traffic.prepared import Prepared, prepare
from liaison.school.fictitious.generator import school_from

ON = dt.date(2026, 11, 27)
FIRST = dt.date(2026, 11, 2)
SCHOOL = "ecole_6_classes"


@cache
def prepared(school: str) -> Prepared:
    return prepare(school_from(school, 7), Period(FIRST, 4), 7)


@cache
def trace(policy: str, school: str) -> Trace:
    return deliver(prepared(school), load_policy(policy))


def change(before: str = "tout_tout_de_suite", after: str = "equilibree", school: str = SCHOOL) -> BeforeAfter:
    return BeforeAfter(trace(before, school), trace(after, school))


def sheet(made: BeforeAfter) -> Document:
    return council_sheet(made, "Collège des Tilleuls", ON, made.before.prepared.school.kind)


def test_the_counts_are_those_of_the_indicators_and_of_the_picture() -> None:
    made = change()
    out = tuple(len(indicators(each).left_out_families) for each in (made.before, made.after))
    assert made.left_out == out
    document = sheet(made)
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    rows = [["".join(part.text for part in cell) for cell in row] for row in table.rows]
    assert rows[2][1:3] == [str(count) for count in out]
    assert [sum(int(row[at]) for row in rows[:3]) for at in (1, 2)] == [made.families] * 2
    (picture,) = [block for block in document.blocks if isinstance(block, Picture)]
    assert picture.svg == made.svg()
    for row in rows[:4]:
        assert f"{row[1]} " in picture.alt
        assert f"{row[2]} " in picture.alt


def test_the_title_says_what_is_found_and_the_page_has_the_day_the_school_and_the_vote() -> None:
    made = change()
    page = printed(sheet(made))
    assert f"{made.left_out[1]} famille laissée de côté sur {made.families}, au lieu de {made.left_out[0]}" in page
    for words in (
        "Collège des Tilleuls",
        "conseil d'école",
        "27 novembre 2026",
        "Date du vote, pour, contre",
        "hypothèse",
    ):
        assert words in page


def counts_of(made: BeforeAfter) -> dict[str, tuple[int, int]]:
    """Counted family by family, for each of the two: who is late, left out, disturbed."""
    states = [family_states(each) for each in (made.before, made.after)]
    late, out = ([int((each.state == state).sum()) for each in states] for state in (1, 2))
    disturbed = [int(each.disturbed.sum()) for each in states]
    return {"en retard": (late[0], late[1]), "de côté": (out[0], out[1]), "dérangée": (disturbed[0], disturbed[1])}


@pytest.mark.parametrize("school", [SCHOOL, "lgt"])
def test_the_title_says_what_moves_most_families(school: str) -> None:
    same = 0
    for before, after in permutations(preset_names(), 2):
        made = change(before, after, school)
        title, counts = sheet(made).title.replace("\u00a0", " ").replace("\u202f", " "), counts_of(made)
        gaps = {name: abs(new - old) for name, (old, new) in counts.items()}
        old, new = counts["de côté"]
        for name in ("en retard", "dérangée"):
            is_most = gaps[name] == max(gaps.values()) > gaps["de côté"]
            is_title = re.search(rf" ; (aucune|[\d ]+) {name}\w* ?(le soir)? ?au lieu de ([\d ]+)$", title)
            assert not is_title or is_most, title
            if is_most and sum(gap == gaps[name] for gap in gaps.values()) == 1:
                assert is_title, title
                assert (is_title[1], is_title[3]) == (
                    f"{counts[name][1]}" if counts[name][1] else "aucune",
                    f"{counts[name][0]}",
                )
        assert (f"au lieu de {old}" in title.split(" ; ")[0] and "laissée" in title.split(",")[0]) or old == new, title
        assert ("Autant" in title or "Toujours" in title) == (old == new), title
        same += old == new
    assert same or school != SCHOOL


def test_where_nobody_moves_the_title_says_it() -> None:
    policy = load_policy("equilibree")
    made = BeforeAfter(
        trace("equilibree", SCHOOL),
        deliver(prepared(SCHOOL), policy.with_purpose("notes", rhythm="hebdomadaire").changed(name="Autre")),
    )
    moved = int(made.changes.any.sum())
    words = "aucune famille ne change d'état" if not moved else f"{moved} familles changent d'état"
    assert made.moves_most is not None or words in sheet(made).title.replace("\u00a0", " ").replace("’", "'")


def test_what_differs_goes_from_the_value_of_before_to_that_of_after() -> None:
    made = change("tout_tout_de_suite", "circulaire_2025")
    back = change("circulaire_2025", "tout_tout_de_suite")
    felt = {each.label: each for each in made.most_felt(100)}
    assert felt
    suspended = "Publication suspendue, responsables légaux : la semaine".replace(" :", "\u00a0:")
    assert felt[suspended].before == "aucune heure"
    assert "20" in felt[suspended].after
    assert {each.label: (each.after, each.before) for each in back.most_felt(100)}[suspended] == (
        felt[suspended].before,
        felt[suspended].after,
    )
    assert all(first.families >= second.families for first, second in pairwise(made.most_felt(100)))


def test_changes_are_those_of_each_family() -> None:
    made = change()
    changes = made.changes
    each = [int(np.count_nonzero(one)) for one in (changes.better, changes.worse, changes.exchanged)]
    page = printed(sheet(made))
    assert f"pour {each[0]} familles" in page
    assert sum(each) == int(np.count_nonzero(changes.any)) > 0


def test_the_same_settings_are_no_change_and_the_sentence_says_what_to_do() -> None:
    same = deliver(prepared(SCHOOL), load_policy("equilibree").changed(name="La même"))
    with pytest.raises(NothingChangesError, match="Changez un réglage, ou choisissez une autre politique"):
        BeforeAfter(trace("equilibree", SCHOOL), same)


def test_two_schools_are_not_compared() -> None:
    with pytest.raises(ValueError, match="one school"):
        BeforeAfter(trace("equilibree", SCHOOL), trace("circulaire_2025", "lgt"))


@pytest.mark.parametrize(
    ("school", "names"),
    [(SCHOOL, [*preset_names(), *reversed(preset_names()[:-1])]), ("lgt", ["tout_tout_de_suite", "papier_d_abord"])],
)
def test_the_sheet_is_one_page_whatever_is_compared(school: str, names: list[str]) -> None:
    for before, after in pairwise(names):
        assert len(pdf_pages(sheet(change(before, after, school)))) == 1, (before, after)


@needs_word_processor
def test_the_docx_is_one_page_too(tmp_path: Path) -> None:
    made = {
        f"{school}_{before}_{after}": sheet(change(before, after, school))
        for school, before, after in (
            (SCHOOL, "tout_tout_de_suite", "circulaire_2025"),
            ("lgt", "tout_tout_de_suite", "papier_d_abord"),
        )
    }
    assert {name: len(pages) for name, pages in docx_pages(made, tmp_path).items()} == dict.fromkeys(made, 1)


def test_the_charter_has_the_reason_of_the_vote_on_its_first_page_with_the_same_counts() -> None:
    made = change()
    document = charter(made.after.policy, "Collège des Tilleuls", ON, "ecole", change=made)
    first = " ".join(pdf_pages(document)[0].replace("\u00a0", " ").split())
    assert "Pourquoi ce vote" in first
    assert f"familles laissées de côté : {made.left_out[1]} au lieu de {made.left_out[0]}" in first
    assert "C'est une simulation" in first
    without = charter(made.after.policy, "Collège des Tilleuls", ON, "ecole")
    assert not [
        block
        for block in without.blocks
        if isinstance(block, Callout) and "vote" in block.title and "Pourquoi" in block.title
    ]


def test_the_policies_of_a_school_are_compared_with_the_same_draws() -> None:
    place = school_from("ecole_6_classes", 7)
    made = compared(place, load_policy("tout_tout_de_suite"), load_policy("equilibree"), Period(FIRST, 4), 7)
    assert made.svg() == change().svg()
