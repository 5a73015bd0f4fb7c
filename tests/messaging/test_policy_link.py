"""Une politique dans un lien : la même à l'arrivée, rien qui nomme, et rien de cru de ce qui vient d'ailleurs."""

from __future__ import annotations

import json
import zlib
from base64 import urlsafe_b64encode
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.messaging.policy.link import MOST_SIGNS, Linked, from_link, to_link
from liaison.messaging.policy.policy import Policy, PolicyError, load_policy, preset_names
from liaison.messaging.policy.team import compare


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
        (link_of(changes={"name": "Collège Jean Moulin"}), "(« name »)"),
        (link_of(changes={"purposes.notes.rythme": "immediat"}), "(« purposes.notes.rythme »)"),
        (link_of(changes={"purposes.notes.rhythm": "parfois"}), "ythme"),
        (link_of(changes={"languages": ["<script>"] * 300}), ""),
    ],
)
def test_what_is_no_link_of_ours_is_refused_in_one_sentence(text: str, sentence: str) -> None:
    with pytest.raises(PolicyError) as refused:
        from_link(text)
    assert sentence in str(refused.value).replace("\u00a0", " ")


@given(st.text(max_size=200) | st.binary(max_size=200).map(folded))
def test_whatever_comes_is_read_or_refused_and_nothing_else(text: str) -> None:
    with pytest.raises(PolicyError):
        from_link(text)
