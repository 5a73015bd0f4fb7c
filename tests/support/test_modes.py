"""From the diagnosis to the messages: a policy file that the messaging module opens, and a reason for each change."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any, get_args

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from narrowing import present

from liaison.diagnostic.counting.indicators import TOGETHER, AnswerIndicators, indicators
from liaison.diagnostic.counting.weights import FamilyCounts
from liaison.diagnostic.fictitious import collected, fictitious_families
from liaison.messaging.policy.policy import Policy, PurposeSettings, load_policy, parse_policy, preset_names
from liaison.messaging.vocabulary import PURPOSES, Channel
from liaison.rules import rule
from liaison.school.fictitious.generator import school_from
from liaison.support.plan.modes import (
    DIGITAL,
    MOST_CHANNELS,
    OFF_SCREEN,
    Change,
    ModesError,
    Sign,
    Signs,
    change_sentences,
    changed_policy,
    modes_by_profile,
    off_screen_words,
    signs_of,
)
from liaison.support.vocabulary import LANGUAGE_CODES, LANGUAGES

DAY = dt.date(2026, 11, 25)
NOBODY = Signs(100, 0, tuple(Sign(0, words) for words in off_screen_words().values()), 0, {"francais": 100})


def signs(**changes: Any) -> Signs:
    return Signs(**({name: getattr(NOBODY, name) for name in NOBODY.__dataclass_fields__} | changes))


def mapping(name: str = "ent_un_deux") -> dict[str, Any]:
    return load_policy(name).model_dump(mode="json")


def plain(sentence: str) -> str:
    return sentence.replace("\u00a0", " ")


@pytest.fixture(scope="module")
def published() -> AnswerIndicators:
    families = fictitious_families(school_from("college_rep_plus", 7), 7)
    levels = {name: int(count) for name, count in families["niveau"].value_counts().items() if name}
    return indicators(
        collected(families, ("en_ligne", "papier"), 7),
        FamilyCounts({str(level): int(count) for level, count in levels.items()}),
    )


counts = st.none() | st.integers(0, 200)
any_signs = st.builds(
    Signs,
    answers=st.just(200),
    silent=counts,
    off_screen=st.lists(counts, min_size=6, max_size=6).map(
        lambda some: tuple(Sign(count, words) for count, words in zip(some, off_screen_words().values(), strict=True))
    ),
    rarely=counts,
    languages=st.dictionaries(st.sampled_from(list(LANGUAGES)), st.integers(1, 60)),
)


@given(any_signs, st.sampled_from(preset_names()))
@settings(max_examples=60, deadline=None)
def test_whatever_the_diagnosis_the_file_opens_as_a_policy_and_nothing_is_taken_away(found: Signs, name: str) -> None:
    before = load_policy(name)
    changed = changed_policy(before.model_dump(mode="json"), found, DAY)
    after = parse_policy(changed.yaml())
    assert after == Policy.model_validate(changed.policy)
    for purpose in PURPOSES:
        old, new = before.purposes[purpose], after.purposes[purpose]
        assert new.channels[: len(old.channels)] == old.channels
        assert len(new.channels) <= MOST_CHANNELS
        assert old.fallback is None or new.fallback is not None
    assert set(before.languages) <= set(after.languages)
    assert (after == before) == (not changed.changes)
    said = change_sentences(changed.changes, PURPOSES)
    assert all("{" not in one and "_" not in one for one in said)
    again = changed_policy(changed.policy, found, DAY)
    assert again.changes == ()
    for change in changed.changes:
        alone = Policy.model_validate(change.applied(before.model_dump(mode="json")))
        touched = [purpose for purpose in PURPOSES if alone.purposes[purpose] != before.purposes[purpose]]
        assert set(touched) == set(change.purposes)
        assert (alone.languages != before.languages) == (change.setting == "languages")


def test_nobody_lacks_anything_and_nothing_changes() -> None:
    changed = changed_policy(mapping(), NOBODY, DAY)
    assert changed.changes == ()
    assert changed.policy == mapping()
    assert "aucune n'a besoin d'un repli" in " ".join(changed.unchanged)


@pytest.mark.parametrize("place", range(len(OFF_SCREEN)))
@pytest.mark.parametrize("count", [11, None])
def test_one_sign_is_enough_for_a_fallback_even_hidden(place: int, count: int | None) -> None:
    off_screen = list(NOBODY.off_screen)
    off_screen[place] = Sign(count, off_screen[place].words)
    after = Policy.model_validate(changed_policy(mapping(), signs(off_screen=tuple(off_screen)), DAY).policy)
    assert all(one.fallback or not set(one.channels) <= set(DIGITAL) for one in after.purposes.values())
    assert after.purposes["absence"].fallback == after.purposes["urgence"].fallback == "telephone"
    assert after.purposes["notes"].fallback == "carnet"


def test_a_family_that_did_not_answer_is_enough_for_a_fallback() -> None:
    assert changed_policy(mapping(), signs(silent=1), DAY).changes
    assert changed_policy(mapping(), signs(silent=None), DAY).changes


def test_a_fallback_of_the_team_stays_but_paper_gives_way_to_a_call_when_it_is_pressing() -> None:
    given_policy = load_policy("ent_un_deux").with_purpose("notes", fallback="affichage")
    given_policy = given_policy.with_purpose("absence", fallback="carnet")
    after = changed_policy(given_policy.model_dump(mode="json"), signs(silent=3), DAY).policy
    assert after["purposes"]["notes"]["fallback"] == "affichage"
    assert after["purposes"]["absence"]["fallback"] == "telephone"


def test_a_text_message_is_added_from_one_family_in_ten_that_reads_rarely() -> None:
    def texted(rarely: int | None) -> set[str]:
        purposes = changed_policy(mapping(), signs(rarely=rarely), DAY).policy["purposes"]
        return {name for name, settings in purposes.items() if settings["channels"][-1] == "sms"}

    before = {name for name, settings in mapping()["purposes"].items() if settings["channels"][-1] == "sms"}
    awaited = set(rule("accompagnement/modes_par_profil", DAY).value["attend_un_geste"])
    assert texted(9) == texted(None) == before
    assert texted(10) == before | awaited


def test_a_purpose_that_has_three_channels_keeps_them_as_they_are() -> None:
    full = ("ent", "courriel", "telephone")
    given_policy = load_policy("ent_un_deux").with_purpose("reunion", channels=full)
    after = Policy.model_validate(changed_policy(given_policy.model_dump(mode="json"), signs(rarely=50), DAY).policy)
    assert after.purposes["reunion"].channels == full
    assert after.purposes["sortie"].channels[-1] == "sms"


def test_a_language_is_offered_from_five_families() -> None:
    def offered(count: int) -> list[str]:
        return changed_policy(mapping(), signs(languages={"turc": count, "autre": 40}), DAY).policy["languages"]

    assert "tr" not in offered(4)
    assert "tr" in offered(5)
    assert set(offered(5)) <= set(LANGUAGE_CODES.values())


def test_what_is_not_the_content_of_a_policy_file_is_refused() -> None:
    given_value: dict[str, Any]
    for given_value in ({}, {"purposes": 3, "name": "a"}, {"purposes": {}, "name": None}):
        with pytest.raises(ModesError, match="politique de messagerie"):
            changed_policy(given_value, NOBODY, DAY)


def test_the_words_of_the_rule_are_words_of_the_messaging_module() -> None:
    supposed = rule("accompagnement/modes_par_profil", DAY).value
    assert {*supposed["presse"], *supposed["attend_un_geste"]} <= set(PURPOSES)
    fallbacks = get_args(get_args(PurposeSettings.model_fields["fallback"].annotation)[0])
    assert {supposed["repli_presse"], supposed["repli_courant"]} <= set(fallbacks)
    assert set(DIGITAL) == set(get_args(Channel)) - {*fallbacks}


def test_signs_are_the_published_counts_and_no_other(published: AnswerIndicators) -> None:
    found = signs_of(published)
    assert found.answers == published.answers
    assert found.silent == present(published.population) - present(published.answers) > 0
    shown = set(published.table["effectif"].dropna()) | set(published.table["au_moins"].dropna())
    read = [sign.count for sign in found.off_screen if sign.count is not None]
    assert len(read) >= 3
    assert {*read, *found.languages.values()} <= shown
    assert all(count >= published.threshold for count in (*read, *found.languages.values()) if count)


@pytest.mark.parametrize(("least", "most", "enough"), [(1, 12, False), (11, 22, True)])
def test_a_language_told_as_perhaps_one_family_is_no_sign_and_is_proposed_face_to_face(
    published: AnswerIndicators, least: int, most: int, enough: bool
) -> None:
    others = published.table[published.table["question"] != "langue"]
    arabic = {"au_moins": least, "au_plus": most, "effectif": pd.NA}
    nobody = {"au_moins": 0, "au_plus": 0, "effectif": 0}
    lines = pd.DataFrame(
        {"groupe": TOGETHER, "question": "langue", "valeur": name} | (arabic if name == "arabe" else nobody)
        for name in LANGUAGES
    )
    found = signs_of(replace(published, table=pd.concat([others, lines])))
    assert ("arabe" in found.languages) == enough
    said = " ".join(changed_policy(mapping(), found, DAY).unchanged)
    assert ("de vive voix" in said) != enough


def test_each_axis_has_its_own_advice(published: AnswerIndicators) -> None:
    table = modes_by_profile(published, DAY)
    assert list(table["axe"]) == ["equipement"] * 3 + ["competences"] * 3
    assert table["mode"].str.len().min() > 10
    rows: Any = table.set_index("profil")["familles"]
    told = [profile for profile in rows.index if not pd.isna(rows[profile])]
    assert told
    for profile in told:
        axis = f"axe__{table.set_index('profil')['axe'][profile]}"
        assert rows[profile] == published.families(axis, [profile])


def test_a_number_is_told_as_the_diagnosis_tells_it_and_an_axis_that_is_not_asked_has_none(
    published: AnswerIndicators,
) -> None:
    others = published.table[~published.table["question"].str.startswith("axe__")]
    about = {"effectif": pd.NA, "au_moins": 13, "au_plus": 25}
    lines = pd.DataFrame(
        {"groupe": TOGETHER, "question": "axe__competences", "valeur": name} | told
        for name, told in (
            ("autonome", about),
            ("a_accompagner+sans_reponse", {"effectif": 60, "au_moins": 60, "au_plus": 60}),
            ("debutant", {"effectif": pd.NA, "au_moins": pd.NA, "au_plus": pd.NA}),
        )
    )
    table = modes_by_profile(replace(published, table=pd.concat([others, lines])), DAY).set_index("profil")
    said = table["dit"]
    assert [said[each] for each in ("autonome", "a_accompagner", "debutant")] == [
        "entre 13 et 25",
        "comptées avec une autre réponse",
        "caché",
    ]
    assert list(said[table["axe"] == "equipement"]) == ["–"] * 3


def test_sentences_say_what_for_what_and_why() -> None:
    change = Change("fallback", ("absence", "urgence"), "telephone", "12 familles sans connexion à la maison")
    assert plain(change.sentence(PURPOSES)) == (
        "Repli sans écran, un appel pour : absence d'un élève et urgence. "
        "Pourquoi : 12 familles sans connexion à la maison."
    )
    added = Change("languages", (), "ar", "18 familles le souhaitent")
    assert plain(added.sentence()) == "Messages proposés aussi en arabe : 18 familles le souhaitent."
