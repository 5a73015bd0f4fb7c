"""Chaque réglage d'une politique change ce qui se calcule ou s'écrit : aucun n'est offert pour rien."""

import datetime as dt
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from oracle.tiny import tiny_school

from liaison.messaging.delivery.simulate import Period, deliver
from liaison.messaging.papers.charter import charter
from liaison.messaging.papers.notice_content import parts
from liaison.messaging.policy.compliance import check
from liaison.messaging.policy.moves import moves
from liaison.messaging.policy.policy import HeldHours, Policy, load_policy
from liaison.messaging.policy.team import SETTINGS, with_settings
from liaison.messaging.traffic.prepared import prepare
from liaison.messaging.vocabulary import CHANNELS, DAYS, PURPOSES, Audience, recipients_words
from widgets.messaging.fields import channel_matrix

DAY = dt.date(2026, 11, 27)
# Words about a policy, which set nothing: a screen and a file show them as they are.
OF_THEMSELVES = {"version", "name", "description"}
TRACE = ("row", "channel", "released", "notified", "seen", "informed")


@pytest.fixture(scope="module")
def base() -> Policy:
    """A policy that leaves no setting idle: both kinds of hours for everybody, both digests, paper beside a screen."""
    held = {one: HeldHours(week=dict.fromkeys(DAYS, ("00:00-07:00", "20:00-24:00"))) for one in get_args(Audience)}
    policy = load_policy("equilibree").changed(suspended=held, quiet=held)
    return policy.with_purpose("circulaire", rhythm="hebdomadaire").with_purpose("devoirs", rhythm="quotidien")


def others(path: str, value: Any) -> Iterator[Any]:
    """Other values of a setting of the team mode."""
    setting = SETTINGS[path]
    if path.endswith(".channels"):
        yield from ((*value, one) for one in CHANNELS if one not in value)
    elif path.endswith(".passes"):
        yield from (tuple({*value} ^ {one}) for one in PURPOSES)
    elif ".week." in path:
        yield ("10:00-17:00",)
    elif path == "languages":
        yield ("fr", "ar")
    elif setting.kind == "choice":
        yield from (one for one in setting.words if one != value)
    elif setting.kind == "time":
        yield "12:00"
    else:
        yield (value or 0) + 2


def held_by(policy: Policy, path: str) -> Any:
    found: Any = policy.model_dump()
    for step in path.split("."):
        found = found.get(step, ()) if isinstance(found, dict) else found[step]
    return found


def test_each_setting_changes_what_is_checked_written_or_simulated(base: Policy) -> None:
    year = [prepare(tiny_school(seed), Period(dt.date(2026, 10, 5), 4), seed) for seed in (1, 2)]

    def said(policy: Policy) -> str:
        documents = charter(policy, "École", DAY).blocks, parts(policy, "college")
        return repr((check(policy, DAY), documents))

    def simulated(policy: Policy) -> list[bytes]:
        return [getattr(deliver(one, policy), name).tobytes() for one in year for name in TRACE]

    words, numbers = said(base), simulated(base)
    idle = []
    for path in SETTINGS:
        changed = [with_settings(base, {path: value}) for value in others(path, held_by(base, path))]
        assert changed, path
        if not any(said(policy) != words for policy in changed):
            idle += [path] * (not any(simulated(policy) != numbers for policy in changed))
    assert idle == []


def test_each_field_of_a_policy_is_a_setting_or_says_something_of_itself(base: Policy) -> None:
    offered = {path.split(".")[0] for path in SETTINGS}
    assert set(Policy.model_fields) - offered == OF_THEMSELVES


def test_who_gets_a_parent_s_question_is_no_choice_anywhere(base: Policy) -> None:
    asked = "purposes.question_parent.recipients"
    assert asked not in SETTINGS
    assert not [move for move in moves(base) if move.setting == "question_parent.destinataires"]
    rows = {row["id"]: row.get("settled", {}) for row in channel_matrix(DAY).rows}
    assert {key for key, settled in rows.items() if settled} == {"question_parent"}
    assert rows["question_parent"] == {"recipients": recipients_words("question_parent", "tous")}
    # A file of before still opens, and says the same as one that never had it.
    raw = base.model_dump(mode="json")
    raw["purposes"]["question_parent"]["recipients"] = "un"
    assert Policy.model_validate(raw) == base
