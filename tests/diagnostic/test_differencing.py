"""Deux publications qui se recouvrent : la seconde est refusée quand leur différence isole un petit groupe."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from diagnostic.fictitious_school import ALL_WAYS, received
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.diagnostic.answers import Answers, answers_from_rows, identifiers
from liaison.diagnostic.counting.indicators import TOGETHER, indicators
from liaison.diagnostic.disclosure.differencing import DifferencingError, check_differencing
from liaison.diagnostic.publication.publication import (
    REGISTER,
    Publication,
    PublicationError,
    PublishedCell,
    publication,
    read_register,
    register_bytes,
)
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.disclosure.linked import protect_linked

QUESTIONNAIRE = family_questionnaire()
DAY = dt.date(2026, 11, 25)


def published(answers: Any, **options: Any) -> Any:
    return publication(indicators(answers, **options), QUESTIONNAIRE.id, DAY)


def of(**counts: Any) -> Any:
    """Families of 6e by connection, all of one mode, and forty others of 5e."""
    rows = [
        {"connexion": value, "niveau": "sixieme", "mode": "papier"} for value in counts for _ in range(counts[value])
    ]
    rows += [{"connexion": "fixe", "niveau": "cinquieme", "mode": "papier"}] * 40
    return published(answers_from_rows(rows, QUESTIONNAIRE))


def said(refusal: Any) -> Any:
    return str(refusal.value).replace("\u00a0", " ")


def test_four_families_more_are_refused() -> None:
    with pytest.raises(DifferencingError) as refusal:
        check_differencing([of(fixe=100, aucune=40)], of(fixe=101, aucune=43))
    assert "isolerait moins de 11 familles" in said(refusal)
    assert "6e" in said(refusal)


def test_eleven_more_of_each_are_accepted_and_ten_are_not() -> None:
    assert accepted(of(fixe=100, aucune=40), of(fixe=111, aucune=51))
    with pytest.raises(DifferencingError, match="6e, Nous n'avons pas internet"):
        check_differencing([of(fixe=100, aucune=40)], of(fixe=111, aucune=50))


@pytest.mark.parametrize("more", [0, 3])
def test_a_question_set_aside_then_published_of_the_same_families_is_accepted_and_of_a_few_more_is_not(
    more: int,
) -> None:
    """Set aside, it was in no number; what the second publication shows of it is what that one may show."""
    answers = received(*ALL_WAYS)
    few = replace(answers, table=answers.table.iloc[more:])
    names = {name for name in map(str, answers.table.columns) if name.partition("__")[0] == "connexion"}
    aside = replace(few, unasked=few.unasked | names, left_out=few.left_out | names)
    assert not any(key[1] == "connexion" for key in published(aside).ranges())
    assert accepted(published(aside), published(answers), answers=answers) == (more == 0)


def test_nobody_more_in_a_cell_is_accepted() -> None:
    assert accepted(of(fixe=100, aucune=40), of(fixe=150, aucune=40))


def test_the_same_export_made_again_is_accepted() -> None:
    one = published(received(*ALL_WAYS))
    assert accepted(one, published(received(*ALL_WAYS)))


def test_a_former_export_that_hides_a_cell_which_the_new_one_gives_back_is_refused() -> None:
    # Seven families without a connection are hidden with forty others; the new threshold would show them.
    rows = [
        {"connexion": value, "niveau": "sixieme"} for value in ["fixe"] * 100 + ["aucune"] * 7 + ["mobile_limitee"] * 40
    ]
    answers = answers_from_rows(rows, QUESTIONNAIRE)
    with pytest.raises(DifferencingError):
        check_differencing([published(answers)], published(answers, threshold=5))


def test_another_grouping_of_the_same_answers_is_refused() -> None:
    answers = received(*ALL_WAYS)
    with pytest.raises(DifferencingError, match="Façon de répondre"):
        check_differencing([published(answers)], published(answers, by="mode"))


def test_the_answers_of_a_week_later_are_refused_and_nothing_is_said_of_their_numbers() -> None:
    with pytest.raises(DifferencingError) as refusal:
        check_differencing([published(received("en_ligne"))], published(received("en_ligne", "telephone")))
    assert "attendre" not in said(refusal)
    assert "Le même export, refait, est accepté" in said(refusal)


def test_the_advice_of_the_refusal_holds_twice_as_many_answers_are_refused_and_the_same_export_is_not() -> None:
    everybody = received(*ALL_WAYS)
    own = everybody.table.iloc[::2]
    half = Answers(own.set_axis(identifiers(len(own)), axis="index"), QUESTIONNAIRE)
    with pytest.raises(DifferencingError) as refusal:
        check_differencing([published(half)], published(everybody))
    assert "même avec deux fois plus de réponses" in said(refusal)
    check_differencing([published(half)], published(half))


@st.composite
def two_exports(draw: Any) -> Any:
    """A small table before, and the same with what came since, as counts of groups × values."""
    shape = draw(st.integers(1, 3)), draw(st.integers(2, 3))
    size = shape[0] * shape[1]
    before = draw(st.lists(st.integers(0, 40), min_size=size, max_size=size))
    since = draw(st.lists(st.sampled_from([0, 0, 0, 3, 11, 30]), min_size=size, max_size=size))
    return np.array(before).reshape(shape), (np.array(before) + np.array(since)).reshape(shape)


def as_publication(counts: Any, seuil: int = 11) -> Any:
    tables = protect_linked({"niveau": counts.sum(axis=1), "q": counts.sum(axis=0)}, {("niveau", "q"): counts}, seuil)
    table = tables.crossed["niveau", "q"]
    shown = np.array(table.shown(), dtype=object).reshape(table.counts.shape)
    groups = [*(f"n{row}" for row in range(counts.shape[0])), TOGETHER]
    lines = [
        PublishedCell(
            groupe=group,
            question="q",
            partie="",
            valeur=f"v{column}",
            effectif=row[column],
            au_moins=row[column],
            au_plus=row[column],
            reponses=row[-1],
        )
        for group, row in zip(groups, shown, strict=True)
        for column in range(counts.shape[1])
    ]
    return Publication(date=DAY, questionnaire="q", par="niveau", seuil=seuil, lignes=tuple(lines))


def accepted(first: Any, second: Any, answers: Answers | None = None) -> bool:
    try:
        check_differencing([first], second, answers)
    except DifferencingError:
        return False
    return True


@settings(max_examples=100, deadline=None)
@given(two_exports())
def test_no_subtraction_of_what_is_accepted_gives_a_small_group(drawn: Any) -> None:
    first, second = map(as_publication, drawn)
    if accepted(first, second):
        former = first.counts()
        for key, count in second.counts().items():
            if count is not None and former[key] is not None:
                assert count == former[key] or count - former[key] >= 11


def test_who_tries_every_pair_of_tables_isolates_nobody_in_what_is_accepted() -> None:
    # One group, two values, threshold 5: every table before, and every table of those that came since.
    seen = [0, 0]
    numbers = np.arange(22)
    pairs = np.stack(np.meshgrid(*[numbers] * 4, indexing="ij"), axis=-1).reshape(-1, 2, 2)
    for before in ((8, 3), (8, 2), (6, 6), (3, 2), (0, 7), (9, 0), (4, 4)):
        for since in ((0, 0), (5, 0), (0, 5), (6, 7), (1, 4), (3, 9), (2, 3), (0, 2)):
            first = as_publication(np.array([before]), 5)
            second = as_publication(np.array([before]) + np.array([since]), 5)
            held = accepted(first, second)
            seen[held] += 1
            if not held:
                continue
            shown = [[each.counts()["ensemble", "q", "", f"v{v}"] for v in (0, 1)] for each in (first, second)]
            totals = [each.sizes()["ensemble"] for each in (first, second)]
            possible = pairs
            for rank in (0, 1):
                for value in (0, 1):
                    known = shown[rank][value]
                    if known is not None:
                        possible = possible[(possible[:, : rank + 1, value].sum(axis=1)) == known]
                if totals[rank] is not None:
                    possible = possible[possible[:, : rank + 1].sum(axis=(1, 2)) == totals[rank]]
            for value, true in enumerate(since):
                if 0 < true < 5:
                    assert np.ptp(possible[:, 1, value]) >= 4, (before, since)
            for value, true in enumerate(before):
                if 0 < true < 5:
                    assert np.ptp(possible[:, 0, value]) >= 4, (before, since)
    assert min(seen) > 5


def test_a_register_is_written_and_read_back_and_an_older_one_still_loads(tmp_path: Path) -> None:
    one, two = of(fixe=100, aucune=40), of(fixe=200, aucune=80)
    (tmp_path / "publications.json").write_bytes(register_bytes((one,), two))
    assert read_register(tmp_path).publications == (one, two)
    again = register_bytes((one, two), one)
    assert len(REGISTER.parse(again.decode(), "registre").publications) == 2
    first_version = '{"version": 1, "publications": [{"date": "2026-11-25", "questionnaire": "diagnostic_familles", '
    first_version += '"par": "niveau", "seuil": 11, "lignes": [{"groupe": "ensemble", "question": "connexion", '
    first_version += '"partie": "", "valeur": "fixe", "effectif": null, "reponses": 40}]}]}'
    former = REGISTER.parse(first_version, "registre").publications[0]
    assert former.counts()["ensemble", "connexion", "", "fixe"] is None
    assert former.ranges()["ensemble", "connexion", "", "fixe"] == (0, float("inf"))


def told(**ranges: Any) -> Any:
    """A publication of one group of 60 families: for each value, its range; `total` too, when it is not 60."""
    total = ranges.pop("total", 60)
    lines = [
        PublishedCell(
            groupe=TOGETHER,
            question="q",
            partie="",
            valeur=value.replace("_et_", "+"),
            effectif=low if low == high else None,
            au_moins=low,
            au_plus=high,
            reponses=total,
        )
        for value, (low, high) in ranges.items()
    ]
    return Publication(date=DAY, questionnaire="q", par="niveau", seuil=11, lignes=tuple(lines))


def test_a_range_that_a_former_one_narrows_is_refused_and_the_same_again_is_not() -> None:
    # Who came before is still there: 31 families at least had this answer.
    before = told(a=(31, 60), b=(1, 30), total=60)
    assert accepted(before, told(a=(31, 60), b=(1, 30), total=60))
    # Twenty came since, enough by themselves: 31 to 40 are too few values, 31 to 41 are enough.
    assert not accepted(before, told(a=(21, 40), b=(31, 60), total=80))
    assert accepted(before, told(a=(21, 41), b=(31, 60), total=80))


def test_answers_told_together_then_apart_are_compared_family_by_family() -> None:
    # « a ou b », 30 families; then a alone, 25: five at most had answered b.
    together = told(a_et_b=(30, 30), c=(30, 30))
    assert not accepted(together, told(a=(25, 25), b=(5, 5), c=(30, 30)))
    assert accepted(together, told(a_et_b=(30, 30), c=(41, 41), total=71))


def connected(**counts: Any) -> tuple[Any, Any]:
    """Families by connection, `silent` of whom do not say it; what is published of them, and their answers."""
    silent = counts.pop("silent")
    rows: list[dict[str, object]] = [
        {"connexion": value, "imprimante": "non"} for value in counts for _ in range(counts[value])
    ]
    answers = answers_from_rows([*rows, *[{"imprimante": "non"}] * silent], QUESTIONNAIRE)
    return published(answers), answers


def test_answers_that_were_not_read_then_are_would_give_the_last_silent_ones_by_subtraction() -> None:
    """« mobile limité », 40 then 45 with « sans réponse »: five are still silent."""
    before, _ = connected(fixe=100, mobile_limitee=40, aucune=30, silent=105)
    new, answers = connected(fixe=200, mobile_limitee=40, aucune=30, silent=5)
    assert before.counts()[TOGETHER, "connexion", "", "mobile_limitee"] == 40
    assert new.counts()[TOGETHER, "connexion", "", "mobile_limitee+sans_reponse"] == 45
    with pytest.raises(DifferencingError) as refusal:
        check_differencing([before], new, answers)
    assert "certaines ont changé depuis (corrigées, ou lues autrement)" in said(refusal)


def test_fewer_families_are_not_the_same_answers_corrected() -> None:
    before, _ = connected(fixe=100, mobile_limitee=40, aucune=30, silent=105)
    fewer, _ = connected(fixe=60, mobile_limitee=20, aucune=15, silent=12)
    assert accepted(before, fewer)


def test_a_register_tells_nothing_that_the_export_hides() -> None:
    found = indicators(received("en_ligne"))
    lines = publication(found, QUESTIONNAIRE.id, DAY).lignes
    assert [line.effectif is None for line in lines] == found.table["effectif"].isna().tolist()


@pytest.mark.parametrize("text", ["{}", "[]", "pas du json", '{"version": 1, "publications": [{"par": 3}]}'])
def test_what_is_not_a_register_is_refused_in_french(tmp_path: Path, text: str) -> None:
    (tmp_path / "publications.json").write_text(text)
    with pytest.raises(PublicationError):
        read_register(tmp_path)
    with pytest.raises(PublicationError, match=r"publications\.json"):
        read_register(tmp_path / "absent")
