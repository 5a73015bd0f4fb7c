"""Un format de fichier est dans une langue : qui en écrit un n'a pas à deviner laquelle, clé par clé."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from app.cli.describing import formats

WORDS = yaml.safe_load((Path(__file__).parent / "key_words.yaml").read_text(encoding="utf-8"))
BOTH, FRENCH, ENGLISH = (set(WORDS[language].split()) for language in ("both", "french", "english"))
FRENCH_FORMATS = {
    "correspondance",
    "fiche-d-information",
    "registre-de-publications",
    "reglage-d-ateliers",
    "reglage-de-couts",
    "reglage-de-prets",
    "reponses-d-une-famille",
}
# docs/decisions/0073: what a person answers in French to the questionnaire's one question, and names of files.
LEFT = {"questionnaire": {"relu"}, "fiche-d-un-module": {"lecon", "exercice"}}


def keys_of(schema: object) -> Iterator[str]:
    """Yield the name of each key that a JSON Schema describes, at any depth."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        schema = list(schema.values())
    if isinstance(schema, list):
        for part in schema:
            yield from keys_of(part)


@pytest.mark.parametrize("name", formats())
def test_the_keys_of_a_format_are_in_one_language(name: str) -> None:
    words = {word for key in keys_of(formats()[name].model.model_json_schema()) for word in key.split("_")}
    assert words - BOTH - (FRENCH if name in FRENCH_FORMATS else ENGLISH) == LEFT.get(name, set())


def test_a_word_of_one_language_is_not_of_the_other() -> None:
    assert not (FRENCH & ENGLISH)
    assert not (BOTH & (FRENCH | ENGLISH))
    assert set(formats()) >= FRENCH_FORMATS
