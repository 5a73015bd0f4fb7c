"""Each finding holds on one side of its edge and not on the other, and a good practice is never told as a law."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liaison.messaging.policy.compliance import SEVERITIES, Finding, catalogue, check
from liaison.messaging.policy.policy import HeldHours, Policy, load_policy, preset_names
from liaison.messaging.policy.team import with_settings
from liaison.messaging.vocabulary import AUDIENCES
from liaison.rules import rule, rule_file
from strategies import policies

TODAY = dt.date(2026, 11, 25)
CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "compliance.yaml").read_text(encoding="utf-8"))
LEGAL = {"loi", "reglement"}
# Words that only a loi or a règlement may use.
LEGAL_WORDS = re.compile(
    r"\b(obligat|interdi|illégal|légalement|enfrein|doit |doivent |exige|la loi|le code)", re.IGNORECASE
)


def codes(policy: Policy, on: dt.date = TODAY) -> list[str]:
    return sorted(finding.code for finding in check(policy, on))


def texts(finding: Finding) -> str:
    return " ".join((finding.title, finding.detail, finding.change))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["paire"])
def test_a_finding_holds_on_one_side_of_its_edge_only(case: dict[str, Any]) -> None:
    base = load_policy(case.get("modele", "equilibree"))
    with_it = with_settings(base, case["avec"])
    without = with_settings(base, case["sans"])
    on = case.get("au", TODAY)
    # The balanced model promises more than the holidays of its staff allow: said once, in the pair of its own.
    own = case["constat"] != "reponse_intenable"
    found, otherwise = (
        [code for code in codes(policy, day) if not (own and code == "reponse_intenable")]
        for policy, day in ((with_it, on), (without, case.get("sinon_au", on)))
    )
    assert found == sorted([case["constat"], *case.get("aussi", [])])
    assert otherwise == sorted(case.get("sinon", []))


def test_every_finding_of_the_catalogue_has_its_pair() -> None:
    shown = {case["constat"] for case in CASES}
    assert shown == set(catalogue())


def test_the_balanced_model_has_one_thing_to_decide() -> None:
    assert codes(load_policy("equilibree")) == ["reponse_intenable"]


@pytest.mark.parametrize(
    ("preset", "legal"),
    [
        ("circulaire_2025", []),
        ("ent_un_deux", ["absence_sans_voie_hors_ligne", "bulletin_sans_voie_hors_ligne"]),
        ("equilibree", []),
        ("papier_d_abord", []),
        ("tout_tout_de_suite", ["bulletin_sans_voie_hors_ligne"]),
        ("vie_scolaire", ["absence_sans_voie_hors_ligne", "bulletin_sans_voie_hors_ligne"]),
    ],
)
def test_what_each_model_has_to_correct(preset: str, legal: list[str]) -> None:
    assert [one.code for one in check(load_policy(preset), TODAY) if one.severity == "a_corriger"] == legal


def test_each_model_above_is_every_model_that_ships() -> None:
    assert len(preset_names()) == 6


def test_only_a_law_is_to_be_corrected_whatever_the_finding() -> None:
    assert len(catalogue()) >= 35
    for code, entry in catalogue().items():
        kind = rule_file(entry.rule).kind
        assert (entry.severity == "a_corriger") == (kind in LEGAL), code
        if kind not in LEGAL:
            words = f"{entry.title} {entry.detail} {entry.change}"
            assert not LEGAL_WORDS.search(words), (code, LEGAL_WORDS.search(words))


def test_the_sentences_follow_french_typography_and_address_vous() -> None:
    for code, entry in catalogue().items():
        words = f"{entry.title} {entry.detail} {entry.change}"
        assert not re.search(" [:;?!»]|« ", words), code
        assert "!" not in words, code
        assert re.match(r"\w+ez\b|Dites\b", entry.change), (code, entry.change)


@pytest.mark.parametrize(("number", "said"), [(1, "une heure"), (2, "2 heures"), (72, "72 heures")])
def test_a_number_of_a_rule_chooses_its_plural(number: int, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The value of a rule is edited in its file: no sentence may have it written in its words."""
    monkeypatch.setattr(
        "liaison.messaging.policy.conditions.rule",
        lambda name, on: rule(name, on).model_copy(update={"value": number} if name == "reponse/delai_promis" else {}),
    )
    policy = load_policy("equilibree").changed(reply_within_hours=None)
    (found,) = [one for one in check(policy, TODAY) if one.code == "reponse_sans_delai"]
    assert said in found.change


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(policies(), st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1)))
def test_whatever_the_policy_and_the_day(policy: Policy, on: dt.date) -> None:
    findings = check(policy, on)
    order = [list(SEVERITIES).index(one.severity) for one in findings]
    assert order == sorted(order), "the most serious come first"
    for one in findings:
        assert (one.severity == "a_corriger") == (one.rule.kind in LEGAL)
        assert one.rule.since <= on, "a rule says nothing before its first date"
        assert "{" not in texts(one)
        assert "}" not in texts(one)
    assert check(policy, on) == findings
    assert len({(one.code, one.purposes, one.detail) for one in findings}) == len(findings)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(policies())
def test_an_absence_said_at_once_by_phone_has_no_finding_of_its_own(policy: Policy) -> None:
    phoned = policy.with_purpose("absence", channels=("telephone",))
    assert not [code for code in codes(phoned) if code.startswith("absence_")]


@pytest.mark.parametrize("kind", ["school_holidays", "public_holidays"])
@pytest.mark.parametrize("audience", ["responsables", "eleves"])
def test_a_publication_suspended_on_days_off_only_is_not_said_never_to_be(kind: str, audience: Any) -> None:
    open_all_year = load_policy("tout_tout_de_suite")
    days_off = HeldHours.model_validate({kind: True})
    policy = open_all_year.changed(suspended={**open_all_year.suspended, audience: days_off})
    said = {one.code: one.detail for one in check(policy, TODAY)}
    other = "élèves" if audience == "responsables" else "responsables"
    assert other in said["publication_jamais_suspendue"]
    assert AUDIENCES[audience].lower() not in said["publication_jamais_suspendue"]
    assert {"nuits_plus_courtes", "fin_de_semaine_ouverte"} <= set(said)
    both = policy.changed(suspended=dict.fromkeys(AUDIENCES, days_off))
    assert "publication_jamais_suspendue" not in codes(both)


@pytest.mark.parametrize(
    ("code", "said"), [("heures_calmes_absentes", "de la semaine"), ("personnels_sans_deconnexion", "dans la semaine")]
)
def test_quiet_days_off_are_not_denied_by_what_is_said_of_the_week(code: str, said: str) -> None:
    policy = load_policy("tout_tout_de_suite")
    policy = policy.changed(quiet=dict.fromkeys(AUDIENCES, HeldHours(public_holidays=True)))
    (title,) = (one.title for one in check(policy, TODAY) if one.code == code)
    assert said in title


def test_nothing_is_found_before_the_first_rule() -> None:
    assert check(load_policy("tout_tout_de_suite"), dt.date(1990, 1, 1)) == ()


def test_the_circulaire_speaks_from_its_first_day() -> None:
    day = dt.date(2025, 9, 1)
    policy = load_policy("tout_tout_de_suite")
    assert "publication_jamais_suspendue" in codes(policy, day)
    assert "publication_jamais_suspendue" not in codes(policy, day - dt.timedelta(days=1))


def test_a_finding_carries_its_purposes_and_its_rule_to_the_screen() -> None:
    policy = with_settings(load_policy("equilibree"), {"purposes.orientation.recipients": "un"})
    (finding,) = [one for one in check(policy, TODAY) if one.purpose == "orientation"]
    assert finding.rule.kind == "circulaire"
    assert "SCOE9902340Y" in finding.rule.reference.title
    assert finding.model_dump(mode="json")["purpose"] == "orientation"


def test_a_long_list_of_purposes_is_shortened_in_words_and_whole_in_data() -> None:
    finding = next(one for one in check(load_policy("tout_tout_de_suite"), TODAY) if one.code == "deux_canaux")
    assert len(finding.purposes) == 14
    assert finding.purpose is None
    assert "et 9 autres motifs" in finding.detail


@pytest.mark.parametrize(("more", "said"), [(5, None), (6, None), (7, "et 2 autres motifs"), (8, "et 3 autres motifs")])
def test_one_purpose_beyond_those_shown_is_named_and_two_are_counted(more: int, said: str | None) -> None:
    policy = load_policy("equilibree")
    for purpose in [one for one in policy.purposes if one != "urgence"][:more]:
        policy = policy.with_purpose(purpose, channels=("ent", "sms"))
    (finding,) = (one for one in check(policy, TODAY) if one.code == "deux_canaux")
    assert len(finding.purposes) == more
    assert (said is None) == ("autres motifs" not in finding.detail)
    assert said is None or said in finding.detail


def test_class_hours_are_not_compared_before_the_day_from_which_they_are_known() -> None:
    policy = with_settings(load_policy("equilibree"), {"suspended.responsables.passes": ["urgence"]})
    first = min(rule_file("absence/heures_de_classe").values)
    held = {"absence_retenue", "absence_tardive_retenue"}
    assert held & set(codes(policy, first))
    assert not held & set(codes(policy, first - dt.timedelta(days=1)))


@pytest.mark.parametrize(("days_off", "held"), [("school_holidays", True), ("public_holidays", True), (None, False)])
def test_an_urgency_is_held_by_days_off_alone(days_off: str | None, held: bool) -> None:
    policy = with_settings(
        load_policy("equilibree"),
        {
            "quiet.eleves.passes": [],
            "quiet.eleves.school_holidays": days_off == "school_holidays",
            "quiet.eleves.public_holidays": days_off == "public_holidays",
        },
    )
    assert ("urgence_retenue" in codes(policy)) == held


def test_what_is_never_notified_is_found_unless_it_is_on_paper_or_a_voice() -> None:
    policy = load_policy("equilibree")
    for channels, found in ((("ent",), True), (("ent", "vie_scolaire"), True), (("ent", "carnet"), False)):
        silent = policy.with_purpose("cantine", channels=channels, rhythm="jamais")
        assert ("jamais_notifie" in codes(silent)) == found, channels


def test_a_grouped_sending_names_what_is_grouped_and_nothing_else() -> None:
    policy = with_settings(load_policy("equilibree"), {"digests.daily_at": "22:00"})
    grouped = tuple(one for one, chosen in policy.purposes.items() if chosen.rhythm == "quotidien")
    (finding,) = (one for one in check(policy, TODAY) if one.code == "envoi_groupe_retenu")
    assert finding.purposes == grouped
    assert 0 < len(grouped) < len(policy.purposes)


def test_a_school_without_any_digital_channel_is_not_asked_for_any_hours() -> None:
    policy = load_policy("tout_tout_de_suite")
    for purpose in policy.purposes:
        policy = policy.with_purpose(purpose, channels=("carnet",))
    assert not {"publication_jamais_suspendue", "heures_calmes_absentes", "personnels_sans_deconnexion"} & set(
        codes(policy)
    )
