"""Each model policy loads, says what it is, survives a file, and an old file still loads."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from liaison.messaging.policy.policy import (
    POLICY_FILE,
    POLICY_VERSION,
    PRESETS_FOLDER,
    Policy,
    load_policy,
    parse_policy,
    preset_names,
    to_yaml,
)
from liaison.messaging.vocabulary import DAYS
from liaison.rules import rule

DATA = Path(__file__).parent / "data"
SCHEMA = json.loads(POLICY_FILE.schema())
TODAY = dt.date(2026, 11, 25)
EXPECTED = {"circulaire_2025", "ent_un_deux", "equilibree", "papier_d_abord", "tout_tout_de_suite", "vie_scolaire"}


def test_the_six_models_ship() -> None:
    assert set(preset_names()) == EXPECTED
    assert len({load_policy(name).name for name in EXPECTED}) == len(EXPECTED), "a name is enough to tell them apart"


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_each_model_survives_yaml_and_json(name: str) -> None:
    policy = load_policy(name)
    assert parse_policy(to_yaml(policy)) == policy
    assert parse_policy(policy.model_dump_json()) == policy


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_each_model_follows_the_schema_that_is_exported(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    # The YAML as a person wrote it, then as the suite writes it.
    written = yaml.safe_load((PRESETS_FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    for raw in (written, json.loads(load_policy(name).model_dump_json())):
        jsonschema.validate(raw, SCHEMA, cls=jsonschema.Draft202012Validator)


@pytest.mark.parametrize(
    "change", [{"purposes": {}}, {"marks": {"pupils_after_days": 31}}, {"reply_within_hours": 0}, {"couleur": "verte"}]
)
def test_the_schema_refuses_what_the_policy_refuses(change: dict[str, object]) -> None:
    raw = json.loads(load_policy("equilibree").model_dump_json()) | change
    refused = not jsonschema.Draft202012Validator(SCHEMA).is_valid(raw)
    with pytest.raises(ValueError, match="validation error"):
        Policy.model_validate(raw)
    assert refused or change == {"purposes": {}}, "only completeness is beyond a JSON Schema"


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_each_model_is_described_in_french(name: str) -> None:
    policy = load_policy(name)
    assert len(policy.description) > 80
    for text in (policy.name, policy.description):
        assert not re.search(" [:;?!»]|« ", text)


@pytest.mark.parametrize("name", ["vie_scolaire", "ent_un_deux"])
def test_a_model_taken_from_a_product_says_that_it_is_no_endorsement(name: str) -> None:
    description = load_policy(name).description
    assert "Approximation des réglages d'usine" in description
    assert "Ni conseil ni lien avec l'éditeur" in description


def test_the_models_restate_no_rule_that_has_another_value() -> None:
    night = rule("messagerie/publication_suspendue", TODAY).value
    suspended = load_policy("circulaire_2025").suspended["responsables"].week
    for day in DAYS[:4]:
        assert suspended[day] == (f"00:00-{night['end']}", f"{night['start']}-24:00")
    window = rule("messagerie/fenetre_discussions", TODAY).value
    discussions = load_policy("vie_scolaire").quiet["responsables"].week
    assert set(discussions.values()) == {(f"00:00-{window['start']}", f"{window['end']}-24:00")}
    marks = load_policy("vie_scolaire").marks
    assert marks.pupils_after_days == rule("notes/delai_eleves", TODAY).value
    assert marks.parents_after_pupils_days == rule("notes/delai_parents", TODAY).value
    ent = load_policy("ent_un_deux")
    assert ent.digests.model_dump() == rule("messagerie/envoi_groupe", TODAY).value
    assert ent.recall_minutes == rule("messagerie/delai_rappel", TODAY).value
    assert ent.writing["responsables"]["eleves"] == rule("ecriture/parents_eleves", TODAY).value
    pupils_of_vie_scolaire = load_policy("vie_scolaire").writing["responsables"]
    assert pupils_of_vie_scolaire["responsables"] == rule("ecriture/parents_entre_eux", TODAY).value


@pytest.mark.parametrize("file", ["politique_v1.yaml", "politique_v1.json"])
def test_a_policy_file_of_version_1_still_loads(file: str) -> None:
    """These files are frozen: a change of the model must keep reading them, and keep their meaning."""
    policy = load_policy(DATA / file)
    assert policy.name == "Collège fictif, conseil d'administration"
    assert policy.purposes["absence"].channels == ("sms",)
    assert policy.purposes["absence"].fallback == "telephone"
    assert policy.purposes["notes"].rhythm == "quotidien"
    assert policy.purposes["cantine"].recipients == "un"
    quiet = policy.quiet["responsables"].mask()
    assert quiet.sum(axis=1).tolist() == [22, 22, 22, 22, 22, 48, 48]
    assert not any(hours.holds_something() for hours in policy.suspended.values()), "version 1 only kept phones silent"
    assert policy.version == POLICY_VERSION
    assert policy.marks.published_at == "18:00"
    assert policy.homework_by == "19:30"
    assert policy.writing["responsables"]["direction"] == "etablissement"
    assert (policy.reply_within_hours, policy.recall_minutes, policy.languages) == (48, 60, ("fr", "ar"))


@pytest.mark.parametrize("preset", preset_names())
def test_a_model_of_version_1_does_not_bear_the_name_of_one_that_now_does_something_else(preset: str) -> None:
    """The frozen files are the models as version 1 shipped them, and as a team kept them."""
    model, kept = load_policy(preset), load_policy(DATA / "modeles_v1" / f"{preset}.yaml")
    assert not any(hours.holds_something() for hours in kept.suspended.values())
    same = kept.changed(name=model.name, description=model.description) == model
    assert (kept.name == model.name) == same
    said = f"{kept.name} {kept.description}"
    assert ("aucune publication suspendue" in said) == (not same)
    assert "rapportent de la circulaire" not in said
    assert parse_policy(to_yaml(kept)) == kept, "migrated once"


def test_what_a_team_wrote_of_its_version_1_policy_is_kept() -> None:
    text = (DATA / "modeles_v1" / "papier_d_abord.yaml").read_text(encoding="utf-8")
    kept = parse_policy(text)
    assert kept.description.endswith("avec le carnet pour qui n'y va pas.")
    named = parse_policy(text.replace("Papier d'abord", "Nos choix de juin"))
    assert named.name == "Nos choix de juin"
    assert named.description.startswith("Le carnet de liaison porte presque tout")


def test_a_policy_file_of_version_2_still_loads() -> None:
    """Frozen too: hours when nothing appears, and others when nothing rings."""
    policy = load_policy(DATA / "politique_v2.yaml")
    first = load_policy(DATA / "politique_v1.yaml")
    assert policy.suspended["responsables"].mask().sum(axis=1).tolist() == [22, 22, 22, 22, 22, 48, 48]
    assert policy.suspended["eleves"].passes == ("urgence",)
    assert not policy.suspended["personnels"].holds_something()
    assert policy.changed(suspended=first.suspended) == first


def test_the_two_frozen_files_say_the_same() -> None:
    assert load_policy(DATA / "politique_v1.yaml") == load_policy(DATA / "politique_v1.json")
