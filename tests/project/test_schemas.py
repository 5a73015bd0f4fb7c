"""Un format de fichier est dans une langue : qui en écrit un n'a pas à deviner laquelle, clé par clé."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from app.cli.describing import formats

# The words of the whole suite, then what each study says of its own formats, beside its tests.
FILES = sorted(Path(__file__).parents[1].glob("*/key_words.yaml"))
FRENCH_FORMATS, BOTH, FRENCH, ENGLISH = (
    {word for file in FILES for word in yaml.safe_load(file.read_text(encoding="utf-8")).get(kind, "").split()}
    for kind in ("french_formats", "both", "french", "english")
)
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
