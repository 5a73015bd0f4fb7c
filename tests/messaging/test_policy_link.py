"""Une politique dans un lien : la même à l'arrivée, rien qui nomme, et rien de cru de ce qui vient d'ailleurs."""

from __future__ import annotations

import json
import re
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from messaging.crowded import crowded_policy

from liaison.messaging.policy.link import MOST_SIGNS, Linked, from_link, to_link
from liaison.messaging.policy.policy import (
    HeldHours,
    Policy,
    PolicyError,
    load_policy,
    parse_policy,
    preset_names,
    to_yaml,
)
from liaison.messaging.policy.team import SETTINGS, compare
from liaison.messaging.vocabulary import AUDIENCES, HELD_HOURS

LONGEST_REFUSAL = 1500  # signs: what a notice shows without hiding the page
HOSTILE: tuple[object, ...] = (
    *(
        "\ud800",
        "\u202eruof à zednopéR",
        "\x1b[2J",
        "18:00\n",
        "Appelez le 08 99 00 00 00. " * 700,
        "<b>",
        "0\u0667:30",
    ),
    *(-1, 10**400, 1e400, 0.5, True, None, [], {}, [[]], ["\ud800"], ["Français"], {"\ud800": 1}),
)
DEEP = "@"  # stands for lists in lists, more than Python can follow


def linked(policy: Policy, **on: Any) -> Linked:
    return Linked(policy, **{"school": "ecole_6_classes", "weeks": 4, "seed": 7, **on})


def link_of(**held: Any) -> str:
    """A link of anything: what a page may receive from anybody."""
    start = {"version": 1, "model": "equilibree", "changes": {}, "school": "ecole_6_classes", "weeks": 4, "seed": 7}
    return folded(json.dumps({**start, **held}).encode())


def folded(content: bytes) -> str:
    return urlsafe_b64encode(zlib.compress(content, 9)).decode().rstrip("=")


@pytest.mark.parametrize("name", preset_names())
def test_a_model_comes_out_of_a_link_as_it_went_in(name: str) -> None:
    assert from_link(to_link(linked(load_policy(name), seed=12))) == linked(load_policy(name), seed=12)
    assert len(to_link(linked(load_policy(name)))) < 160


def test_every_setting_that_was_changed_comes_out_and_no_name_does() -> None:
    policy = load_policy("equilibree").with_purpose("notes", rhythm="hebdomadaire", channels=("sms", "courriel"))
    policy = policy.changed(name="Collège Jean Moulin", description="Celle de Mme Karim", reply_within_hours=30)
    out = from_link(to_link(linked(policy)))
    assert compare([policy, out.policy]) == ()
    assert (out.policy.name, out.policy.description) == (
        load_policy("equilibree").name,
        load_policy("equilibree").description,
    )


def test_the_two_models_that_differ_most_still_make_a_short_link() -> None:
    first, *others = (load_policy(name) for name in preset_names())
    for other in others:
        mixed = first.changed(purposes=other.purposes, quiet=other.quiet, languages=other.languages, name="Mélange")
        assert len(to_link(linked(mixed))) < MOST_SIGNS
        assert compare([mixed, from_link(to_link(linked(mixed))).policy]) == ()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "incomplet ou abîmé"),
        ("é&?", "incomplet ou abîmé"),
        ("a" * (MOST_SIGNS + 1), "trop long"),
        (link_of()[:-9], "incomplet ou abîmé"),
        (folded(b"[" * 15_000), "incomplet ou abîmé"),
        (folded(b'{"version": 1, "seed": ' + b"9" * 19_000 + b"}"), "incomplet ou abîmé"),
        (folded(b" " * 50_000_000), "trop long"),
        (folded(b" " * 900_000), "incomplet ou abîmé"),
        (folded(b"null"), "incomplet ou abîmé"),
        (link_of(version=2), "autre version"),
        (link_of(version="1"), "autre version"),
        (link_of(more=1), "incomplet ou abîmé"),
        (link_of(weeks=0), "incomplet ou abîmé"),
        (link_of(weeks=True), "incomplet ou abîmé"),
        (link_of(seed=10**9), "incomplet ou abîmé"),
        (link_of(model="../../etc/passwd"), "que cette suite n'a pas"),
        (link_of(school="/dev/zero"), "que cette suite n'a pas"),
        (link_of(changes={"name": "Jean Moulin"}), "(« name »)"),
        (link_of(changes={"purposes.notes.rythme": "immediat"}), "(« purposes.notes.rythme »)"),
        (link_of(changes={"purposes.notes.rhythm": "parfois"}), "ythme"),
        (link_of(changes={"languages": ["<script>"] * 300}), ""),
    ],
)
def test_what_is_no_link_of_ours_is_refused_in_one_sentence(text: str, sentence: str) -> None:
    with pytest.raises(PolicyError) as refused:
        from_link(text)
    assert sentence in str(refused.value).replace("\u00a0", " ")


def of_our_own() -> dict[str, Any]:
    policy = load_policy("papier_d_abord").with_purpose("notes", rhythm="hebdomadaire", channels=("sms", "courriel"))
    policy = policy.changed(digests={"daily_at": "07:30"}, languages=("fr", "tr"), recall_minutes=12)
    text = to_link(linked(policy))
    return dict(json.loads(zlib.decompress(urlsafe_b64decode(text + "=" * (-len(text) % 4)))))


PLACES: tuple[tuple[str, ...], ...] = (
    *((key,) for key in of_our_own()),
    *(("changes", path) for path in SETTINGS),
)


def with_one_hostile(place: tuple[str, ...], hostile: object, *, as_key: bool) -> str:
    held = of_our_own()
    *parents, last = place
    target = held[parents[0]] if parents else held
    if as_key:
        target[str(hostile)] = target.pop(last, 1)
    else:
        target[last] = hostile
    return folded(json.dumps(held).replace('"@"', "[" * 900 + "]" * 900).encode())


@given(st.sampled_from(PLACES), st.sampled_from((*HOSTILE, DEEP)) | st.text(max_size=30), st.booleans())
@example(("changes", "languages"), ["\ud800"], False)
@example(("changes", "digests.daily_at"), "\ud800", False)
@example(("changes", "digests.daily_at"), "1" * 19_000, False)
@example(("changes", "languages"), DEEP, False)
@example(("changes", "languages"), "\u202e" + "Appelez le 08 99 00 00 00. " * 700, True)
def test_one_hostile_value_in_a_link_opens_whole_or_gives_one_bounded_sentence(
    place: tuple[str, ...], hostile: object, as_key: bool
) -> None:
    text, refusal, policy = with_one_hostile(place, hostile, as_key=as_key), None, load_policy("equilibree")
    try:
        policy = from_link(text).policy
    except PolicyError as error:
        refusal = str(error)
    assert parse_policy(to_yaml(policy)) == policy
    if refusal is not None:
        assert 0 < len(refusal) < LONGEST_REFUSAL
        assert re.sub("[\n\u00a0\u202f]", "", refusal).isprintable()


def test_a_refusal_never_shows_more_than_a_few_of_many_faults() -> None:
    changes = {path: ["non"] for path in SETTINGS}
    with pytest.raises(PolicyError) as refused:
        from_link(link_of(changes=changes))
    assert "autres" in str(refused.value)
    assert len(str(refused.value)) < LONGEST_REFUSAL


@given(st.lists(st.lists(st.booleans(), min_size=48, max_size=48), min_size=7, max_size=7), st.booleans())
@example([[bool(slot % 2) for slot in range(48)] for _day in range(7)], True)
def test_no_link_is_given_that_is_then_refused(week: list[list[bool]], everywhere: bool) -> None:
    policy = load_policy("equilibree")
    for rank, setting in enumerate(HELD_HOURS):
        held = [day[rank:] + day[:rank] for day in week]
        for turn, audience in enumerate(AUDIENCES if everywhere else [*AUDIENCES][:1]):
            hours = HeldHours(week=HeldHours.week_from_mask(held[turn:] + held[:turn]))
            policy = policy.changed(**{setting: {**policy.hours(setting), audience: hours}})
    text = ""
    with suppress(PolicyError):
        text = to_link(linked(policy))
    assert not text or compare([policy, from_link(text).policy]) == ()


def test_too_many_settings_for_a_link_are_said_to_be_too_many() -> None:
    with pytest.raises(PolicyError, match="trop de réglages"):
        to_link(linked(crowded_policy()))


@given(st.text(max_size=200) | st.binary(max_size=200).map(folded))
def test_whatever_comes_is_read_or_refused_and_nothing_else(text: str) -> None:
    with pytest.raises(PolicyError):
        from_link(text)
