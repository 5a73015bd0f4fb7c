"""Décider à plusieurs, sans navigateur : ce que chaque écran dit est ce que le moteur compte, et rien ne se perd."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from page_side import give, press, refusal, taken

from liaison.messaging.delivery.simulate import deliver
from liaison.messaging.policy.link import Linked, to_link
from liaison.messaging.policy.matters import matters
from liaison.messaging.policy.policy import load_policy, parse_policy, to_yaml
from liaison.messaging.policy.team import settle, with_settings
from liaison.messaging.search.stakes import PolicyFigures, Stakes, policy_figures
from widgets.messaging.state import LabState
from widgets.messaging.team import MOST_POLICIES, Choice, TeamState
from widgets.messaging.team_cards import CARDS, AllView, CardsView
from widgets.messaging.team_charter import TeamCharterView, TeamFiles
from widgets.messaging.team_gather import TRIED, GatherView
from widgets.messaging.team_path import TeamDecision
from widgets.messaging.team_plot import PlotView
from widgets.messaging.team_words import finding_words, range_words, width_words

GROUPS = ("papier_d_abord", "vie_scolaire", "tout_tout_de_suite")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.fixture
def team() -> TeamState:
    team = TeamState(LabState(school="ecole_6_classes", weeks=4, seed=3))
    for name in GROUPS:
        team.add(load_policy(name))
    return team


@pytest.fixture
def cards(team: TeamState) -> CardsView:
    cards = CardsView(team)
    cards.draw()
    return cards


def test_the_steps_open_with_two_policies_and_close_without_them() -> None:
    decision = TeamDecision(TeamState(LabState(school="ecole_6_classes", weeks=4)))
    path = decision.widget
    view: Any = decision.views["reunir"]
    assert (path.current, path.opened) == ("reunir", False)
    give(view.open, "un.yaml", to_yaml(load_policy("papier_d_abord")).encode())
    assert not path.opened
    assert plain(view.notice.title) == "Il manque une politique"
    give(view.open, "deux.yaml", to_yaml(load_policy("vie_scolaire")).encode())
    assert path.opened
    assert view.notice.title == ""
    assert [row["name"] for row in view.table.rows] == [load_policy(name).name for name in GROUPS[:2]]
    assert "deux.yaml" in view.open.said
    press(view.clear)
    assert view.open.said == ""
    assert not path.opened
    assert decision.team.policies == ()


def test_a_damaged_file_adds_nothing_and_says_why(team: TeamState) -> None:
    view = GatherView(team)
    assert "abimee.yaml" in refusal(view.open, "abimee.yaml", b"version: 99\n")
    assert len(team.policies) == len(GROUPS)


def test_the_link_of_a_group_brings_its_policy_as_its_file_does() -> None:
    tried = load_policy("equilibree").with_purpose("notes", rhythm="hebdomadaire").changed(name="Collège Jean Moulin")
    held = to_link(Linked(tried, "lgt", weeks=9, seed=12))
    team = TeamState(LabState(school="ecole_6_classes", weeks=4))
    view: Any = TeamDecision(team).views["reunir"]
    view.link.value = f"http://127.0.0.1:8866/voila/render/application.ipynb#etape=voir&reglages={held} "
    view.link.value = held
    assert [row["name"] for row in view.table.rows] == ["Groupe 1", "Groupe 2"]
    assert not matters((tried, *team.policies))
    assert view.link.value == ""
    # The school of the team stays: each is tried on the same one.
    assert (team.lab.school, team.lab.weeks) == ("ecole_6_classes", 4)


def test_a_link_that_does_not_hold_adds_nothing_says_why_and_stays_to_be_mended(team: TeamState) -> None:
    view = GatherView(team)
    view.draw()
    for text in ("n'importe quoi", to_link(Linked(load_policy("equilibree"), "ecole_6_classes", 4, 3))[:-9]):
        view.link.value = text
        assert plain(view.refused.title) == "Ce lien n'est pas ouvert"
        assert view.refused.text
        assert view.link.value == text
    assert len(team.policies) == len(GROUPS)
    good = to_link(Linked(load_policy("equilibree"), "ecole_6_classes", 4, 3))
    view.link.value = good
    assert view.refused.title == ""
    for number in range(len(GROUPS) + 1, MOST_POLICIES):
        assert len(team.policies) == number
        view.link.value = good
    view.link.value = good
    assert f"{MOST_POLICIES} politiques sont déjà là" in plain(view.refused.text)


def test_two_groups_of_one_name_are_told_apart_and_no_more_come_than_can_be_named(team: TeamState) -> None:
    view = GatherView(team)
    for _time in range(MOST_POLICIES - len(GROUPS)):
        give(view.open, "a.yaml", to_yaml(load_policy("papier_d_abord")).encode())
    one_more = refusal(view.open, "a.yaml", to_yaml(load_policy("papier_d_abord")).encode())
    names = [policy.name for policy in team.policies]
    assert len(names) == len(set(names)) == MOST_POLICIES
    assert plain(names[-1]) == f"Papier d'abord ({MOST_POLICIES - len(GROUPS) + 1})"
    assert f"{MOST_POLICIES} politiques sont déjà là" in plain(one_more)


def test_policies_that_agree_are_told_so() -> None:
    team = TeamState(LabState(school="ecole_6_classes", weeks=4))
    view = GatherView(team)
    for name in ("A", "B"):
        team.add(load_policy("papier_d_abord").changed(name=name))
    view.draw()
    assert plain(view.notice.title) == "Ces politiques disent la même chose"
    cards = CardsView(team)
    cards.draw()
    assert cards.ended.title


def test_the_models_to_try_with_are_a_press_away() -> None:
    team = TeamState(LabState(school="ecole_6_classes", weeks=4))
    view = GatherView(team)
    assert len(TRIED) == 3
    assert plain(view.models.label) == "Essayer avec trois modèles de la suite"
    press(view.models)
    assert [policy.name for policy in team.policies] == [load_policy(name).name for name in TRIED]


def test_each_dot_is_what_the_engine_counts_of_its_policy(team: TeamState) -> None:
    view = PlotView(team)
    view.draw()
    (across, up), rows = view.plot.axes, view.plot.table["rows"]
    ends = [float(axis["ticks"][-1]["text"].replace(",", ".").replace("\u202f", "")) for axis in (across, up)]
    assert across["ticks"][0]["text"] == up["ticks"][0]["text"] == "0"
    for policy, point, row in zip(team.policies, view.plot.points, rows, strict=True):
        figures = policy_figures(deliver(team.lab.prepared(), policy))
        assert point["name"] == row[0] == policy.name
        assert point["x"] * ends[0] == pytest.approx(figures.out)
        assert point["y"] * ends[1] == pytest.approx(figures.work)
        assert point["size"] * team.families == pytest.approx(figures.disturbed)
        assert (row[1], row[3], point["beside"]) == (str(figures.out), str(figures.disturbed), str(figures.disturbed))
        assert f"{figures.work:.1f}".replace(".", ",") in row[2]


def figures(out: int, disturbed: int, work: float) -> PolicyFigures:
    return PolicyFigures(out, disturbed, work)


@pytest.mark.parametrize(
    ("each", "finding"),
    [
        ((figures(1, 2, 3.0), figures(1, 2, 3.0)), "Sur cette école, ces politiques font la même chose"),
        ((figures(1, 2, 3.0), figures(2, 2, 3.04)), "« A » fait au moins aussi bien que les autres partout"),
        (
            (figures(1, 9, 3.0), figures(2, 2, 3.04)),
            "Aucune politique n'est la meilleure partout. Le moins de familles de côté : « A » ; le moins de travail : "
            "toutes à égalité ; les soirées les plus calmes : « B »",
        ),
    ],
)
def test_the_title_of_the_plot_says_who_does_best_as_it_reads(each: tuple[PolicyFigures, ...], finding: str) -> None:
    assert plain(finding_words(["A", "B"], each)) == finding


def test_a_room_reads_a_rank_for_a_policy_that_a_school_named(team: TeamState) -> None:
    team.forget()
    for policy in (load_policy("papier_d_abord"), load_policy("vie_scolaire").changed(name="Collège Untel")):
        team.add(policy)
    assert team.room_names == [load_policy("papier_d_abord").name, "Groupe 2"]
    screen: Any = TeamDecision(team).views["reunir"]
    assert "Untel" not in " ".join(screen.room.lines)


def test_a_range_of_one_value_is_that_value() -> None:
    assert range_words([3, 3]) == "3"
    assert plain(range_words([14, 3])) == "de 3 à 14"


def test_five_cards_one_at_a_time_say_who_wants_what_and_what_it_does(team: TeamState, cards: CardsView) -> None:
    assert len(cards.stakes) == CARDS
    for at, stake in enumerate(cards.stakes, 1):
        choice = cards.card.choice
        assert plain(choice.title) == f"Désaccord {at} sur {CARDS}"
        assert choice.label == stake.matter.label
        moved = "Une famille" if stake.width == 1 else f"{stake.width} familles"
        assert plain(choice.help).startswith(f"{moved} sur {team.families} en dépend")
        assert choice.value == stake.matter.options[0].words
        for option, effect in zip(choice.options, stake.effects, strict=True):
            text = plain(" ".join(option["lines"]))
            wanted = [team.policies[place].name for place in effect.option.wanted_by]
            assert all(f"« {plain(name)} »" in text for name in wanted)
            out = effect.figures.out
            assert (f"{out} famille" if out else "aucune famille laissée") in text
            for counted, words in ((effect.better, "mieux pour"), (effect.worse, "moins bien pour")):
                told_counts = re.findall(rf": (?:[^.]* )?{words} (\d+) famille", text)
                assert told_counts == ([str(counted.families)] if counted.families else [])
            hours = effect.figures.work - stake.effects[0].figures.work
            assert ("de travail de moins" in text) == (round(hours, 1) < 0)
            assert ("de travail de plus" in text) == (round(hours, 1) > 0)
            assert ("à l'inverse" in text or "ou l'inverse" in text) == bool(effect.exchanged)
        press(cards.next)
    assert len(team.choices) == CARDS
    assert plain(cards.ended.title) == f"Les {CARDS} désaccords sont tranchés"
    press(cards.before)
    assert plain(cards.card.choice.title) == f"Désaccord {CARDS} sur {CARDS}"


def decide(cards: CardsView) -> dict[str, str]:
    """Choose the last value of each card, with a reason; the words chosen, by label."""
    chosen = {}
    for at, stake in enumerate(cards.stakes):
        words = stake.matter.options[-1].words
        cards.card.choice.value = words
        cards.card.reason.value = f"Raison {at}"
        chosen[stake.matter.label] = words
        press(cards.next)
    return chosen


def test_what_is_chosen_makes_the_policy_and_the_rest_is_what_the_team_starts_from(
    team: TeamState, cards: CardsView
) -> None:
    decide(cards)
    values: dict[str, Any] = {}
    for stake in cards.stakes:
        values |= stake.matter.options[-1].values
    assert team.agreed() == with_settings(settle(team.policies), values).changed(
        name="Politique de l'équipe", description=team.agreed().description
    )


def test_the_charter_on_screen_and_in_the_document_has_each_choice_and_its_reason(
    team: TeamState, cards: CardsView
) -> None:
    chosen = decide(cards)
    files = TeamFiles(team)
    screen = TeamCharterView(team, files)
    screen.draw()
    files.draw()
    decided = section_of(screen, "Ce que l'équipe a tranché")
    for at, (label, words) in enumerate(chosen.items()):
        assert f"{plain(label)}. « {plain(words)} »" in decided
        assert f"Pourquoi : Raison {at}" in decided
    mine = policy_figures(deliver(team.lab.prepared(), team.agreed()))
    assert f"{mine.out} famille" in plain(screen.result.text) or not mine.out
    brought = [policy_figures(deliver(team.lab.prepared(), policy)) for policy in team.policies]
    assert plain(range_words([each.out for each in brought])) in plain(screen.result.detail)
    total = len(matters(team.policies))
    assert plain(screen.result.text).startswith(f"L'équipe a tranché {CARDS} désaccords sur {total}.")
    assert f"{total - CARDS} désaccords ne sont pas tranchés" in plain(screen.rest.lines[0])
    _, _, page = taken(files.files.buttons["charter-html"])
    document = plain(page.decode())
    assert "Ce que l'équipe a tranché" in document.replace("&#x27;", "'").replace("’", "'")
    for at, words in enumerate(chosen.values()):
        assert f"Raison {at}" in document
        assert plain(words).replace("'", "&#x27;") in document or plain(words) in document
    _, _, content = taken(files.files.buttons["policy"])
    assert parse_policy(content.decode()) == team.agreed()


def titles_of(screen: TeamCharterView) -> list[str]:
    """Return the titles of the charter on screen."""
    return [plain(section["title"]) for section in screen.charter.sections]


def section_of(screen: TeamCharterView, title: str) -> str:
    """Return a section of the charter on screen, as it reads."""
    (section,) = (each for each in screen.charter.sections if plain(each["title"]) == title)
    return plain(" ".join("".join(texts_of(section["nodes"])).split()))


def texts_of(nodes: list[Any]) -> Iterator[str]:
    for node in nodes:
        yield from [node] if isinstance(node, str) else texts_of(node[2:])


def test_the_charter_on_screen_reads_as_its_file(team: TeamState, cards: CardsView) -> None:
    decide(cards)
    files = TeamFiles(team)
    screen = TeamCharterView(team, files)
    files.draw()
    files.files.school.value = "Collège Jean Moulin"
    screen.draw()
    document = document_of(files)
    assert "Collège Jean Moulin" in section_of(screen, "Ce que dit cette charte, et pourquoi ce vote")
    for title in ("Nos principes", "Sujet par sujet", "Publication suspendue", "Heures calmes", "Sources"):
        assert title in document
        assert title in titles_of(screen)
    written = "".join(document.split())
    for section in screen.charter.sections:
        assert section["nodes"]
        for text in texts_of(section["nodes"]):
            assert "".join(plain(text).replace("’", "'").split()) in written
    # What was settled since is in the charter that one comes back to.
    matter = next(matter for matter in team.matters if matter.key not in team.settled())
    team.choose(matter, Choice(matter.options[-1].words, "Décidé après coup"))
    screen.draw()
    assert "Décidé après coup" in section_of(screen, "Ce que l'équipe a tranché")


def document_of(files: TeamFiles) -> str:
    """Return the charter as it reads, in its page."""
    _, _, page = taken(files.files.buttons["charter-html"])
    return plain(html.unescape(re.sub(r"<[^>]+>", "\n", page.decode()))).replace("’", "'")


def test_a_charter_of_which_nothing_is_decided_says_so_and_whose_values_stand_meanwhile(team: TeamState) -> None:
    files = TeamFiles(team)
    screen = TeamCharterView(team, files)
    screen.draw()
    files.draw()
    total = len(team.matters)
    assert plain(screen.result.text).startswith(f"Rien n'est encore tranché, sur {total} désaccords. En attendant")
    assert "Ce que l'équipe a tranché" not in titles_of(screen)
    assert plain(screen.rest.lines[0]).startswith(f"{total} désaccords ne sont pas tranchés")
    for at, policy in enumerate(team.policies):
        own = sum(at in matter.options[0].wanted_by for matter in team.matters)
        assert f"{own} sont de « {plain(policy.name)} »" in plain(screen.rest.lines[1])
    assert "Plusieurs groupes veulent parfois la même." in plain(screen.rest.lines[1])
    text = document_of(files)
    assert "« 3 politiques réunies, avant de trancher »" in text
    assert f"Rien n'y est encore tranché : les 3 politiques des groupes diffèrent sur {total} points" in text
    assert "quipe a tranché" not in text
    assert f"{total} désaccords sur {total} ne sont pas tranchés" in text
    annex = text.partition("Annexe : ce qui n'est pas encore tranché")[2]
    for matter in team.matters:
        start, *others = (plain(option.words) for option in matter.options)
        groups = len(matter.options[0].wanted_by)
        wanted = f"{groups} groupes" if groups > 1 else "un groupe" if groups else "aucun groupe"
        assert f"{start} (voulu par {wanted}" in annex
        assert all(other in annex for other in others)
    # Nobody's name for its own policy goes out in a paper.
    assert not any(plain(policy.name) in annex for policy in team.policies)


@pytest.mark.parametrize("count", [0, 1, 2])
def test_what_the_charter_says_of_the_team_is_what_it_settled(team: TeamState, count: int) -> None:
    for matter in team.matters[:count]:
        team.choose(matter, Choice(matter.options[-1].words))
    files = TeamFiles(team)
    files.draw()
    text, total = document_of(files), len(team.matters)
    settled = "un désaccord" if count == 1 else f"{count} désaccords"
    of_the_team = re.findall("L'équipe [^.]*[.]", text)
    assert of_the_team == [
        f"L'équipe a tranché {settled} sur {total} ; {total - count} restent en attente." for _one in range(count > 0)
    ]


def test_a_charter_of_which_all_is_decided_has_nothing_left(team: TeamState) -> None:
    for matter in team.matters:
        team.choose(matter, Choice(matter.options[0].words, "Parce que."))
    files = TeamFiles(team)
    screen = TeamCharterView(team, files)
    screen.draw()
    files.draw()
    assert plain(screen.result.text).startswith(f"L'équipe a tranché ses {len(team.matters)} désaccords.")
    assert screen.rest.lines == []
    text = document_of(files)
    assert f"L'équipe a tranché les {len(team.matters)} désaccords de ses 3 groupes." in text
    assert "Annexe" not in text


def test_a_charter_of_policies_that_agree_says_that_nothing_was_to_be_decided() -> None:
    team = TeamState(LabState(school="ecole_6_classes", weeks=4))
    for name in ("A", "B"):
        team.add(load_policy("papier_d_abord").changed(name=name))
    files = TeamFiles(team)
    screen = TeamCharterView(team, files)
    screen.draw()
    files.draw()
    assert plain(screen.result.text).startswith("Ces politiques ont les mêmes réglages : rien n'est à trancher.")
    assert (screen.result.detail, screen.rest.lines) == ("", [])
    assert "Les 2 politiques des groupes ont les mêmes réglages : rien n'était à trancher." in document_of(files)


@pytest.mark.parametrize("count", [0, 1])
def test_there_is_no_charter_of_fewer_than_two_policies(count: int) -> None:
    team = TeamState(LabState(school="ecole_6_classes", weeks=4))
    for name in GROUPS[:count]:
        team.add(load_policy(name))
    screen = TeamCharterView(team, TeamFiles(team))
    screen.draw()
    assert plain(screen.fault.title) == "Il manque une politique"
    assert screen.place.children == ()


def test_a_choice_whose_value_is_gone_is_not_counted_nor_has_it_a_dot(team: TeamState) -> None:
    team.choose(team.matters[0], Choice("une valeur que personne n'a plus"))
    view, screen = PlotView(team), TeamCharterView(team, TeamFiles(team))
    view.draw()
    screen.draw()
    assert not any(point["strong"] for point in view.plot.points)
    assert plain(screen.result.text).startswith("Rien n'est encore tranché")


def test_the_list_of_all_says_which_values_are_still_pending(team: TeamState) -> None:
    view = AllView(team)
    view.draw()
    row = view.table.rows[0]
    assert plain(row["team"]).endswith("(en attente, pas tranché)")
    matter = next(matter for matter in team.matters if matter.label == row["setting"])
    settle_in_all(view, matter.key, matter.options[-1].words, "")
    settled = {row["setting"]: row["team"] for row in view.table.rows}
    assert settled[matter.label] == matter.options[-1].words


def test_the_name_that_was_typed_for_the_charter_stays_once_something_is_decided(team: TeamState) -> None:
    files = TeamFiles(team)
    files.draw()
    assert plain(files.files.name.value) == "3 politiques réunies, avant de trancher"
    files.files.name.value = "La nôtre"
    team.choose(team.matters[0], Choice(team.matters[0].options[0].words))
    files.draw()
    assert files.files.name.value == "La nôtre"


def test_the_policy_file_has_nothing_that_a_group_wrote_of_itself(team: TeamState) -> None:
    private = "Écrite par Mme Karim, qui ne veut plus du carnet."
    team.policies = tuple(policy.changed(description=private) for policy in team.policies)
    files = TeamFiles(team)
    files.draw()
    _, _, content = taken(files.files.buttons["policy"])
    assert "Karim" not in content.decode()
    assert plain(parse_policy(content.decode()).description) == f"Réunit {len(GROUPS)} politiques."


def test_a_reason_is_bounded_and_none_is_told_as_none(team: TeamState, cards: CardsView) -> None:
    assert cards.card.reason.max_length == 300
    press(cards.next)
    screen = TeamCharterView(team, TeamFiles(team))
    screen.draw()
    assert section_of(screen, "Ce que l'équipe a tranché").count("Sans raison écrite") == 1


def test_one_more_policy_loses_no_choice_that_still_stands(team: TeamState, cards: CardsView) -> None:
    chosen = decide(cards)
    team.add(load_policy("equilibree"))
    assert {decision.label: decision.words for decision in team.decided().decisions} == chosen
    cards.draw()
    assert team.card == 0
    assert team.choices.keys() >= {stake.matter.key for stake in cards.stakes if stake.matter.label in chosen}


def test_a_choice_whose_value_is_gone_is_decided_again(team: TeamState) -> None:
    matter = team.matters[0]
    team.choose(matter, Choice("une valeur que personne n'a plus"))
    assert team.chosen(matter) == matter.options[0]
    assert team.decided().decisions == ()


def test_the_team_has_its_own_dot_once_something_is_decided(team: TeamState, cards: CardsView) -> None:
    view = PlotView(team)
    view.draw()
    assert not any(point["strong"] for point in view.plot.points)
    decide(cards)
    view.draw()
    *others, mine = view.plot.points
    assert mine["strong"]
    assert plain(mine["name"]) == "Politique de l'équipe"
    assert not any(point["strong"] for point in others)


def test_everything_is_listed_by_part_and_any_of_it_is_settled(team: TeamState) -> None:
    view = AllView(team)
    view.draw()
    labels = []
    for option in view.part.options:
        view.part.value = option["value"]
        assert f"({len(view.table.rows)})" in option["label"]
        labels += [row["setting"] for row in view.table.rows]
    assert sorted(labels) == sorted(matter.label for matter in team.matters)
    matter = team.matters[3]
    view.matter.value = matter.key
    view.card.choice.value = matter.options[-1].words
    view.card.reason.value = "Parce que."
    press(view.keep)
    assert team.choices == {matter.key: Choice(matter.options[-1].words, "Parce que.")}
    view.part.value = next(option["value"] for option in view.part.options if option["value"] == "purposes")
    shown_words = {row["setting"]: row["team"] for row in view.table.rows}
    assert shown_words.get(matter.label, matter.options[-1].words) == matter.options[-1].words
    assert plain(view.done.title) == "C'est retenu"


def settle_in_all(view: AllView, key: str, words: str, reason: str) -> None:
    view.matter.value = key
    view.card.choice.value = words
    view.card.reason.value = reason
    press(view.keep)


def test_a_card_shows_what_was_decided_in_the_list_of_all_and_keeps_it(team: TeamState, cards: CardsView) -> None:
    matter = cards.stakes[0].matter
    words = matter.options[-1].words
    view = AllView(team)
    view.draw()
    settle_in_all(view, matter.key, words, "Les soirées.")
    cards.draw()
    assert (cards.card.choice.value, cards.card.reason.value) == (words, "Les soirées.")
    press(cards.next)
    assert team.choices[matter.key] == Choice(words, "Les soirées.")


def test_the_list_of_all_shows_what_was_decided_on_a_card(team: TeamState, cards: CardsView) -> None:
    matter = cards.stakes[0].matter
    view = AllView(team)
    view.draw()
    view.matter.value = matter.key
    cards.card.choice.value = matter.options[-1].words
    cards.card.reason.value = "Les soirées."
    press(cards.next)
    view.draw()
    assert (view.card.choice.value, view.card.reason.value) == (matter.options[-1].words, "Les soirées.")


def test_what_is_being_written_on_a_card_stays_when_another_matter_is_decided(
    team: TeamState, cards: CardsView
) -> None:
    cards.card.choice.value = cards.stakes[0].matter.options[-1].words
    cards.card.reason.value = "Parce que les"
    view = AllView(team)
    view.draw()
    other = cards.stakes[1].matter
    settle_in_all(view, other.key, other.options[-1].words, "Autre.")
    cards.draw()
    assert cards.card.choice.value == cards.stakes[0].matter.options[-1].words
    assert cards.card.reason.value == "Parce que les"


def test_the_card_of_the_list_of_all_is_drawn_again_for_another_school(team: TeamState) -> None:
    view = AllView(team)
    view.draw()
    view.matter.value = team.stakes().widest(team.matters, 1)[0].matter.key
    assert f" sur {team.families} " in plain(view.card.choice.help)
    before = team.families
    team.lab.school = "college_rural"
    view.draw()
    assert team.families != before
    stake = team.stakes().weigh(view.matters[view.matter.value])
    assert plain(view.card.choice.help).startswith(f"{stake.width} familles sur {team.families} en dépendent")
    assert view.place.children == (view.card.widget, view.keep)


def test_the_card_of_the_list_of_all_is_drawn_again_for_other_policies(team: TeamState) -> None:
    view = AllView(team)
    view.draw()
    view.matter.value = key = team.stakes().widest(team.matters, 1)[0].matter.key
    team.add(load_policy(GROUPS[0]).changed(name="Un quatrième groupe"))
    view.draw()
    assert view.matter.value == key
    lines = " ".join(line for option in view.card.choice.options for line in option["lines"])
    assert "Un quatrième groupe" in lines
    team.forget()
    view.draw()
    for name in ("A", "B"):
        team.add(load_policy("papier_d_abord").changed(name=name, languages=("fr",) if name == "A" else ("fr", "ar")))
    view.draw()
    assert view.matter.value == ""
    assert view.place.children == ()


@pytest.mark.parametrize(
    ("width", "sentence"),
    [
        (
            1,
            "Une famille sur 90 en dépend : d'une valeur à l'autre, elle change d'état (jointe à temps, en retard ou "
            "laissée de côté), ou commence ou cesse d'être dérangée le soir.",
        ),
        (
            4,
            "4 familles sur 90 en dépendent : d'une valeur à l'autre, elles changent d'état (jointes à temps, en "
            "retard ou laissées de côté), ou commencent ou cessent d'être dérangées le soir.",
        ),
    ],
)
def test_the_width_says_what_is_counted(cards: CardsView, width: int, sentence: str) -> None:
    assert plain(width_words(replace(cards.stakes[0], width=width), 90)) == sentence


@pytest.mark.parametrize(
    ("names", "title"),
    [
        ((), "Il manque une politique"),
        (("A",), "Il manque une politique"),
        (("A", "B"), "Ces politiques disent la même"),
    ],
)
def test_without_a_disagreement_the_list_of_all_says_why_it_is_empty(names: tuple[str, ...], title: str) -> None:
    team = TeamState(LabState(school="ecole_6_classes", weeks=4))
    for name in names:
        team.add(load_policy("papier_d_abord").changed(name=name))
    view = AllView(team)
    view.draw()
    assert view.widget.children == (view.nothing,)
    assert plain(view.nothing.title).startswith(title)


def test_another_school_weighs_the_disagreements_again(team: TeamState, cards: CardsView) -> None:
    before = cards.stakes
    view = GatherView(team)
    view.school.value = next(option["value"] for option in view.school.options if option["value"] != team.lab.school)
    cards.draw()
    assert cards.stakes != before


def test_cards_are_weighed_while_one_reads_the_plot_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    team = TeamState(LabState(school="ecole_6_classes", weeks=4))
    decision = TeamDecision(team)
    for name in GROUPS:
        team.add(load_policy(name))
    weighings: list[int] = []
    stakes = team.stakes

    def counted() -> Stakes:
        weighings.append(1)
        return stakes()

    monkeypatch.setattr(team, "stakes", counted)
    decision.widget.current = "voir"
    assert len(weighings) == 1
    decision.widget.current = "trancher"
    assert len(weighings) == 1
    assert len(decision.cards.stakes) == CARDS


def test_a_policy_that_is_there_twice_is_said_to_be_and_counts_for_each() -> None:
    team = TeamState(LabState(school="ecole_6_classes", weeks=4))
    view = GatherView(team)
    for name, policy in (("Ouvert", "papier_d_abord"), ("Reçu", "vie_scolaire"), ("Relu", "papier_d_abord")):
        assert plain(view.notice.title) != "« Ouvert » et « Relu » règlent tout de même"
        team.add(load_policy(policy).changed(name=name))
        view.draw()
    assert plain(view.notice.title) == "« Ouvert » et « Relu » règlent tout de même"
    assert max(len(option.wanted_by) for matter in team.matters for option in matter.options) == 2


def test_the_same_settings_by_file_and_by_link_in_another_order_are_said_to_be_the_same() -> None:
    languages = ("fr", "ar", "en", "pt")
    brought = load_policy("papier_d_abord").model_copy(update={"languages": languages})
    other = brought.changed(name="Autre", languages=languages[::-1])
    assert other.languages != brought.languages
    assert other.description == brought.description
    team = TeamState(LabState(school="ecole_6_classes", weeks=4))
    view: Any = TeamDecision(team).views["reunir"]
    give(view.open, "a.yaml", to_yaml(brought).encode())
    team.add(load_policy("vie_scolaire"))
    view.link.value = to_link(Linked(other, "ecole_6_classes", 4, 3))
    assert plain(view.notice.title) == "« Papier d'abord » et « Groupe 3 » règlent tout de même"
    # What a charter is compared with is not the team's own settings in another order.
    assert all(matters((policy, team.agreed())) for policy in team.otherwise())
