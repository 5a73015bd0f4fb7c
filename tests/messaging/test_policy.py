"""A policy keeps its meaning through YAML and JSON, refuses what does not hold, and says why in French."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from liaison.messaging.policy import Policy, parse_policy, to_yaml
from strategies import policies

slow_ok = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@slow_ok
@given(policies())
def test_any_policy_survives_yaml_and_json(policy: Policy) -> None:
    assert parse_policy(to_yaml(policy)) == policy
    assert parse_policy(policy.model_dump_json()) == policy
