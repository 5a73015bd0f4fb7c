"""The three cards on screen: what each says is what was found, one is tried in a press and undone in another."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from page_side import parts_of, press, tell

from liaison.base.numbers import number, percent
from liaison.base.typography import typeset
from liaison.messaging.policy.policy import load_policy
from liaison.messaging.search import first_changes as searching
from liaison.messaging.search.first_changes import FirstChange, FirstChanges
from liaison.messaging.search.single_changes import LOCKED
from liaison.messaging.search.tried import BEARABLE
from widgets.kit import Bet, ChangeCards, LabPath, Undo
from widgets.messaging import Lab, LabState
from widgets.messaging.first_changes import FirstChangesView, card_of, missing_words, rule_words
from widgets.messaging.improve import ImproveView


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, count in {"PAIRED": 5, "TRIPLED": 4, "CHANCE_DRAWS": 3}.items():
        monkeypatch.setattr(searching, name, count)


def small_state() -> LabState:
    return LabState(revealed=True, school="ecole_6_classes", weeks=6, policy=load_policy("ent_un_deux"))


@pytest.fixture(scope="module")
def found() -> FirstChanges:
    state = small_state()
    with pytest.MonkeyPatch.context() as patched:
        for name, count in {"PAIRED": 5, "TRIPLED": 4, "CHANCE_DRAWS": 3}.items():
            patched.setattr(searching, name, count)
        cards = searching.first_changes(state.simulation().trace, state.start)
    assert cards.cards
    return cards


@pytest.fixture
def looked_for(monkeypatch: pytest.MonkeyPatch, found: FirstChanges) -> list[tuple[str, tuple[str, ...]]]:
    """Let a search find these at once; of which policy, keeping what, each was."""
    asked: list[tuple[str, tuple[str, ...]]] = []

    def search(trace: object, _on: object, keep: tuple[str, ...], *_how: object) -> FirstChanges:
        asked.append((trace.policy.name, keep))  # type: ignore[attr-defined]
        return found

    monkeypatch.setattr(searching, "first_changes", search)
    return asked


def pressed(view: FirstChangesView, place: int) -> None:
    tell(view.cards, {"event": "try", "place": place})


def on_trial(view: FirstChangesView) -> list[bool]:
    return [card["tried"] for card in view.cards.sent]


def test_a_card_says_in_a_sentence_what_is_done_and_how_many_more_families_it_reaches(found: FirstChanges) -> None:
    for card in found.cards:
        shown = card_of(card)
        plain = shown.title.replace("\u00a0", " ")
        assert plain.startswith(card.changes[0].deed.replace("\u00a0", " "))
        assert f": {card.families} famille" in plain or plain.endswith(": une famille de plus est jointe à temps")
        assert len(shown.settings) >= len(card.changes)
        for setting in shown.settings:
            before, _arrow, after = setting.partition(" → ")
            assert after
            assert not before.endswith(f": {after}")
        assert shown.fair == card.fair
        assert shown.mark.startswith("✓") == card.fair


def test_the_bars_of_a_card_are_what_becomes_of_the_school(found: FirstChanges) -> None:
    for card in found.cards:
        shown = card_of(card)
        first = shown.better[0]
        assert first.label.startswith("Familles jointes à temps")
        assert (first.before, first.after) == (card.before[0].counts["a_temps"], card.after[0].counts["a_temps"])
        assert len(shown.worse) >= len(card.much_worse)
        for line in (*shown.better, *shown.worse):
            assert line.words == (number(line.before), number(line.after))
            assert line.before != line.after
        for aspect in card.much_worse:  # what is paid is said in the mark, from and to how much
            words = f"({number(card.before[0].counts[aspect], 1)} → {number(card.after[0].counts[aspect], 1)})"
            assert typeset(words) in typeset(shown.mark)


def test_a_card_that_costs_work_says_so_and_one_that_does_not_says_so_too(found: FirstChanges) -> None:
    for card in found.cards:
        shown = card_of(card)
        before, after = (each.counts["travail"] for each in (card.before[0], card.after[0]))
        told = " ".join((shown.mark, *shown.notes))
        assert ("Le travail des personnels ne change pas." in told) == (before == after)
        assert before == after or (number(before, 1) in told and number(after, 1) in told)


@pytest.mark.parametrize(
    ("hours", "words"),
    [((24.46, 30.04), ("24,5", "30")), ((0.26, 0.34), ("0,3", "0,3")), ((0.251, 0.302), ("0,3", "0,3"))],
)
def test_hours_are_rounded_to_be_read_and_keep_what_tells_them_apart(
    hours: tuple[float, float], words: tuple[str, str], found: FirstChanges
) -> None:
    card = found.cards[0]
    before, after = ((replace(card.before[0], counts={**card.before[0].counts, "travail": count}),) for count in hours)
    paid = replace(card, before=before, after=after)
    (line,) = (line for line in card_of(paid).worse if line.label.startswith("Heures"))
    told = words if words[0] != words[1] else tuple(number(count, 2) for count in hours)
    assert line.words == told
    assert (line.before, line.after) == tuple(float(word.replace(",", ".")) for word in told)
    assert f"({told[0]} → {told[1]})" in typeset(card_of(paid).mark)


def test_the_rule_on_screen_states_the_threshold_and_how_much_was_tried(found: FirstChanges) -> None:
    said = " ".join(rule_words(found)).replace("\u00a0", " ")
    assert f"de plus de {percent(BEARABLE)}".replace("\u00a0", " ") in said
    assert str(found.tried) in said


def test_the_rule_on_screen_says_on_which_draws_the_threshold_is_looked_at(found: FirstChanges) -> None:
    said = " ".join(rule_words(found)).replace("\u00a0", " ")
    assert "au tirage montré, et moins bien à chacun des 10 tirages" in said
    assert "ce qui se paie ne cache pas une carte qui a ✓" in said.lower()
    assert "à aucun des 10 tirages" in said  # homework and marks: on each draw, too


def with_sizes(found: FirstChanges, *sizes: int) -> FirstChanges:
    card: FirstChange = found.cards[0]
    move = card.changes[0]
    cards = [FirstChange((move,) * size, card.changes_from, card.policy, card.before, card.after) for size in sizes]
    return FirstChanges(tuple(cards), found.tried)


ALONE = "ne {} pas à joindre sûrement plus de familles à temps."
SCOPE = (
    "Aucune carte ne touche à ceci, que l'équipe décide : les délais des notes, l'heure limite des devoirs"
    " et qui peut écrire à qui."
)


def no_more(changes: str, cards: str) -> str:
    return f"Aucun essai de {changes} changements ne joint sûrement plus de familles que {cards}."


@pytest.mark.parametrize(
    ("sizes", "said"),
    [
        ((1, 2, 3), []),
        ((1, 2), [no_more("trois", "ces cartes"), SCOPE]),
        ((1, 3), [no_more("deux", "la carte d'un seul"), SCOPE]),
        ((1,), [no_more("deux ou de trois", "la carte d'un seul"), SCOPE]),
        ((2, 3), ["Un seul changement " + ALONE.format("suffit"), SCOPE]),
        ((2,), ["Un seul changement " + ALONE.format("suffit"), no_more("trois", "cette carte"), SCOPE]),
        (
            (3,),
            ["Un seul changement " + ALONE.format("suffit"), "Deux changements " + ALONE.format("suffisent"), SCOPE],
        ),
    ],
)
def test_a_size_that_brings_no_more_is_said_with_what_no_card_touches(
    sizes: tuple[int, ...], said: list[str], found: FirstChanges
) -> None:
    lines = missing_words(with_sizes(found, *sizes), LOCKED)
    assert [line.replace("\u00a0", " ") for line in lines] == said


def test_surely_is_on_each_draw_and_the_rule_says_so(found: FirstChanges) -> None:
    assert any("« Sûrement » : à chacun des 10 tirages" in line.replace("\u00a0", " ") for line in rule_words(found))


def test_where_nothing_helps_one_sentence_says_so_and_another_what_no_card_touches(
    looked_for: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "first_changes", lambda *_args: FirstChanges((), 160))
    state = small_state()
    view = FirstChangesView(state)
    view.show(state.simulation())
    assert view.cards not in [*parts_of(view.widget)]
    assert [line.replace("\u00a0", " ") for line in view.missing.lines[1:]] == [SCOPE]
    assert view.missing.lines[0].startswith("Ni un, ni deux, ni trois")


def test_a_search_that_is_stopped_says_so_and_is_begun_again_in_a_press(
    monkeypatch: pytest.MonkeyPatch, found: FirstChanges
) -> None:
    monkeypatch.setattr(searching, "first_changes", lambda *_args: FirstChanges((), 12, stopped=True))
    state = small_state()
    view = FirstChangesView(state)
    view.show(state.simulation())
    (said,) = view.missing.lines
    assert said.startswith("La recherche est arrêtée")
    assert view.rule.lines == []
    view.show(state.simulation())  # one comes back to the step: nothing starts again by itself
    assert view.search.again in [*parts_of(view.widget)]
    monkeypatch.setattr(searching, "first_changes", lambda *_args: found)
    press(view.search.again)
    assert view.cards in [*parts_of(view.widget)]
    assert view.search.again not in [*parts_of(view.widget)]
    assert view.rule.lines


def test_a_search_that_failed_says_so_and_is_begun_again_in_a_press(
    monkeypatch: pytest.MonkeyPatch, found: FirstChanges
) -> None:
    def fails(*_how: object) -> FirstChanges:
        raise MemoryError

    monkeypatch.setattr(searching, "first_changes", fails)
    state = small_state()
    view = FirstChangesView(state)
    view.show(state.simulation())
    parts = [*parts_of(view.widget)]
    assert view.search.failed in parts
    assert view.search.failed.title == "Les changements n'ont pas pu être essayés"
    assert view.cards not in parts
    assert view.search.again in parts
    press(view.search.again)  # it fails again: the button stays
    assert view.search.again in [*parts_of(view.widget)]
    monkeypatch.setattr(searching, "first_changes", lambda *_args: found)
    press(view.search.again)
    parts = [*parts_of(view.widget)]
    assert view.cards in parts
    assert view.search.failed not in parts
    assert view.search.again not in parts


def test_a_card_is_tried_in_a_press_undone_in_another_and_its_cards_stay(looked_for: list[object]) -> None:
    state = small_state()
    base = state.policy
    undo = Undo(state, ("policy",), lambda _before, _after: [("", "")])
    view = FirstChangesView(state)
    state.observe(lambda _change: view.show(state.simulation()), ["policy"])
    view.show(state.simulation())
    last = len(view.cards.sent) - 1
    assert on_trial(view) == [False] * (last + 1)
    assert view.outcome is not None
    pressed(view, last)
    assert state.policy.changed(name=base.name) == view.outcome.cards[last].policy
    assert on_trial(view) == [False] * last + [True]
    assert view.trying.lines
    undo.undo()
    assert state.policy == base
    assert on_trial(view) == [False] * (last + 1)
    assert view.trying.lines == []
    assert len(looked_for) == 1
    tell(view.cards, {"event": "try", "place": 9})  # no card is there
    tell(view.cards, {"event": "try", "place": "0"})
    assert state.policy == base


def test_cards_are_never_of_another_policy_school_or_period(looked_for: list[tuple[str, object]]) -> None:
    state = small_state()
    view = FirstChangesView(state)
    view.show(state.simulation())
    state.policy = load_policy("equilibree")
    view.show(state.simulation())
    state.weeks = 3
    view.show(state.simulation())
    assert [name for name, _keep in looked_for] == [load_policy("ent_un_deux").name] + [state.policy.name] * 2


def test_on_the_way_they_stand_under_the_reasons_and_nothing_is_undone_before_something_is_tried(
    looked_for: list[tuple[str, tuple[str, ...]]],
) -> None:
    lab = Lab(small_state())
    path = lab.widget
    assert isinstance(path, LabPath)
    path.unlock()
    path.current = "voir"
    assert looked_for == []
    path.current = "comprendre"
    assert [keep for _name, keep in looked_for] == [LOCKED]
    parts = [*parts_of(path.shown)]
    cards = next(part for part in parts if isinstance(part, ChangeCards))
    assert not any(isinstance(part, Undo | Bet) for part in parts)
    tell(cards, {"event": "try", "place": 0})
    assert any(isinstance(part, Undo) for part in parts_of(path.shown))
    assert cards.sent[0]["tried"]


def test_in_the_lab_they_are_looked_for_when_asked_and_leave_what_the_team_leaves(
    looked_for: list[tuple[str, tuple[str, ...]]],
) -> None:
    state = small_state()
    view = ImproveView(state)
    view.show(state.simulation())
    assert looked_for == []
    view.fields.keep.value = ["langues", "notes"]
    press(view.look)
    ((_name, keep),) = looked_for
    assert {*keep} == {*LOCKED, "langues", "notes"}
    assert view.first.cards in [*parts_of(view.widget)]
    pressed(view.first, 0)
    view.show(state.simulation())
    assert on_trial(view.first)[0]
    state.policy = load_policy("equilibree")
    view.show(state.simulation())
    assert view.first.cards not in [*parts_of(view.widget)]
    assert len(looked_for) == 1
    press(view.look)
    assert view.first.cards in [*parts_of(view.widget)]
    view.fields.keep.value = []  # what was left as it is no longer is
    assert view.first.cards not in [*parts_of(view.widget)]


def test_bars_of_a_card_are_as_long_as_their_counts_and_from_zero(looked_for: object) -> None:
    state = small_state()
    view = FirstChangesView(state)
    view.show(state.simulation())
    assert view.outcome is not None
    for card, sent in zip(view.outcome.cards, view.cards.sent, strict=True):
        shown = card_of(card)
        for line, drawn in zip((*shown.better, *shown.worse), (*sent["better"], *sent["worse"]), strict=True):
            assert max(drawn["lengths"]) == 1
            assert drawn["lengths"][0] * line.after == pytest.approx(drawn["lengths"][1] * line.before)
    assert all(len(fewer.changes) < len(more.changes) for fewer, more in pairwise(view.outcome.cards))
