"""Les hypothèses se lisent, se changent, se refusent avec une phrase ; elles changent ce qui en dépend."""

import datetime as dt
import math
from pathlib import Path

import pytest

from liaison.messaging.delivery.simulate import Period, simulate
from liaison.messaging.policy.policy import load_policy
from liaison.messaging.reading.indicators import indicators
from liaison.messaging.traffic.clock import NEVER
from liaison.messaging.traffic.hypotheses import HypothesesError, load_hypotheses, read_hypotheses, with_values
from liaison.rules import RuleError, rule
from liaison.school.fictitious.generator import school_from

DAY = dt.date(2026, 11, 2)


def test_every_hypothesis_is_of_kind_hypothese_and_says_where_it_comes_from() -> None:
    from liaison.messaging.traffic.hypotheses import RULES

    for name in RULES.values():
        found = rule(f"comportement/{name}", DAY)
        assert found.kind == "hypothese"
        assert found.reference.title


def test_there_is_no_hypothesis_before_the_first_date() -> None:
    assert load_hypotheses(dt.date(2026, 9, 1))
    with pytest.raises(RuleError, match="n'a pas de valeur au 31/08/2026"):
        load_hypotheses(dt.date(2026, 8, 31))


def test_one_value_changes_and_the_others_stay() -> None:
    usual = load_hypotheses(DAY)
    changed = with_values(usual, {"reaction": {"ouvre": {"fragile": 0.9}}})
    assert changed.reaction.ouvre["fragile"] == 0.9
    assert changed.reaction.ouvre["autonome"] == usual.reaction.ouvre["autonome"]
    assert changed.model_dump(exclude={"reaction"}) == usual.model_dump(exclude={"reaction"})


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"fatigu": {}}, "« fatigu » n'est pas une hypothèse connue"),
        ({"fatigue": {"pente": 1}}, "« fatigue.pente » n'est pas une hypothèse connue"),
        ({"fatigue": {"baisse": 2}}, "trop grand"),
        ({"fatigue": 3}, "fatigue"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(values: dict[str, object], said: str) -> None:
    with pytest.raises(HypothesesError) as error:
        with_values(load_hypotheses(DAY), values)
    assert said in str(error.value).replace("\u00a0", " ")


REFUSED = [
    ({"hours": {"jour": ["abc"]}}, "« abc » : écrire par exemple 08:00-12:00"),
    ({"hours": {"jour": ["08:00"]}}, "« 08:00 » : écrire par exemple 08:00-12:00"),
    ({"hours": {"nuit": ["22:00-06:00"]}}, "une nuit se coupe à 24:00 et 00:00"),
    ({"hours": {"bureau": ["08:00-08:00"]}}, "la fin après le début"),
    ({"hours": {"bureau": ["08:15-12:00"]}}, "de demi-heure en demi-heure"),
    ({"reaction": {"delai_median_min": {"ent": math.inf}}}, "un nombre est attendu, pas inf"),
    ({"reaction": {"delai_median_min": {"sms": 525_601}}}, "525600 au plus"),
    ({"reaction": {"delai_median_min": {"sms": 0}}}, "plus de 0 est attendu"),
    ({"phone": {"delai_min": 525_601}}, "525600 au plus"),
    ({"fatigue": {"seuil_par_semaine": 1001}}, "1000 au plus"),
    ({"moments": {"appels_ecart_min": 525_601}}, "525600 au plus"),
    ({"moments": {"papier": {"des_min": 91, "avant_min": 90}}}, "des_min (91) vient après avant_min (90)"),
    ({"moments": {"papier": {"des_min": 0, "avant_min": 525_601}}}, "525600 au plus"),
    ({"traffic": {"absence": {"utile": {"minutes": 0}}}}, "1 au moins"),
    ({"traffic": {"absence": {"utile": {"minutes": 525_601}}}}, "525600 au plus"),
    ({"traffic": {"absence": {"utile": {"minutes": None}}}}, "donner minutes, ou jours et a"),
    ({"traffic": {"absence": {"utile": {"jours": 1}}}}, "donner minutes, ou jours et a"),
    ({"traffic": {"mot": {"utile": {"jours": -1}}}}, "0 au moins"),
    ({"traffic": {"mot": {"utile": {"jours": 366}}}}, "365 au plus"),
    ({"traffic": {"mot": {"utile": {"a": "24:01"}}}}, "« 24:01 » n'est pas une heure"),
    ({"traffic": {"absence": {"saisie": {"08:15-10:00": math.inf}}}}, "un nombre est attendu, pas inf"),
    ({"traffic": {"absence": {"saisie": {"08:15-10:00": 100_001}}}}, "100000 au plus"),
]
ACCEPTED = [
    {"hours": {"jour": ["00:00-06:30", "22:30-24:00"], "nuit": [], "bureau": ["08:30-09:00"]}},
    {"reaction": {"delai_median_min": {"ent": 525_600, "sms": 0.1, "courriel": 525_600}}},
    {"phone": {"delai_min": 525_600, "appels": 6}, "moments": {"appels_ecart_min": 525_600}},
    {"fatigue": {"seuil_par_semaine": 1000}},
    {"moments": {"papier": {"des_min": 90, "avant_min": 90}}},
    {"moments": {"papier": {"des_min": 525_600, "avant_min": 525_600}}},
    {"traffic": {"absence": {"utile": {"minutes": 1}}, "urgence": {"utile": {"minutes": 525_600}}}},
    {"traffic": {"absence": {"utile": {"minutes": None, "jours": 0, "a": "24:00"}}, "mot": {"utile": {"jours": 365}}}},
    {"traffic": {"absence": {"saisie": {"08:15-10:00": 100_000}}}},
]


@pytest.mark.parametrize(("values", "said"), REFUSED)
def test_what_the_engine_could_not_count_with_is_refused_before(values: dict[str, object], said: str) -> None:
    with pytest.raises(HypothesesError) as error:
        with_values(load_hypotheses(DAY), values)
    assert said in str(error.value).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("values", ACCEPTED)
@pytest.mark.parametrize("policy", ["papier_d_abord", "vie_scolaire", "tout_tout_de_suite"])
def test_what_is_accepted_can_be_simulated_to_the_edge(values: dict[str, object], policy: str) -> None:
    hypotheses = with_values(load_hypotheses(DAY), values)
    trace = simulate(school_from("ecole_6_classes", 3), load_policy(policy), Period(DAY, 2), 1, hypotheses)
    seen = trace.seen[trace.seen < NEVER]
    assert seen.size > 0
    assert seen.min() >= 0


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"- 1\n- 2\n", b"a: [", b""])
def test_a_damaged_file_is_refused_with_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "hypotheses.yaml"
    path.write_bytes(content)
    with pytest.raises(HypothesesError, match=r"hypotheses\.yaml"):
        read_hypotheses(path, DAY)
    with pytest.raises(HypothesesError, match=r"absent\.yaml"):
        read_hypotheses(tmp_path / "absent.yaml", DAY)


def test_a_better_reaction_informs_more_and_a_worse_one_less() -> None:
    school, policy = school_from("ecole_6_classes", 3), load_policy("equilibree")
    usual = load_hypotheses(DAY)
    informed = [
        indicators(
            simulate(
                school, policy, Period(DAY, 4), 1, with_values(usual, {"reaction": {"ouvre": {"autonome": share}}})
            )
        ).reach.informed
        for share in (0.2, 0.8, 1.0)
    ]
    assert informed == sorted(set(informed))
