"""Un fichier qui porte sa version se lit, ou se refuse avec une phrase qui dit quoi faire."""

import json
from typing import Literal

import pytest
from pydantic import BaseModel

from liaison.faults import FrenchError
from liaison.versioned import FileFormat


class Essay(BaseModel):
    version: Literal[2] = 2
    pages: int


class EssayError(FrenchError):
    pass


ESSAY = FileFormat(Essay, 2, "un essai", "pages", EssayError)


@pytest.mark.parametrize("text", ["version: 2\npages: 3\n", '{"version": 2, "pages": 3}', "pages: 3\n"])
def test_yaml_json_and_a_file_without_version_are_read(text: str) -> None:
    assert ESSAY.parse(text, "« essai »") == Essay(pages=3)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("version: 1\npages: 3\n", "est en version 1 ; cette suite lit la version 2"),
        ("version: 2\npages: trois\n", "« pages » : un nombre entier est attendu"),
        ("- pages\n", "ne contient pas un essai : des clés pages"),
        ("pages: [", "n'est pas du YAML ni du JSON lisible, ligne 2, colonne 1"),
        ("", "ne contient pas un essai"),
    ],
)
def test_the_rest_is_refused_in_the_words_of_the_format(text: str, said: str) -> None:
    with pytest.raises(EssayError) as error:
        ESSAY.parse(text, "« essai »")
    assert said in str(error.value).replace("\u00a0", " ")


def test_the_schema_names_what_is_required() -> None:
    assert json.loads(ESSAY.schema())["required"] == ["pages"]
