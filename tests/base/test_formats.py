"""Un fichier qui porte sa version se lit, ou se refuse avec une phrase qui dit quoi faire."""

import json
from pathlib import Path
from typing import Literal

import pytest
from pydantic import BaseModel

from liaison.base.faults import FrenchError
from liaison.base.formats import FileFormat


class Essay(BaseModel):
    version: Literal[2] = 2
    pages: int


class EssayError(FrenchError):
    pass


def essays(presets: Path | None = None) -> FileFormat[Essay]:
    return FileFormat(Essay, 2, lambda: "un essai", "pages", EssayError, presets)


ESSAY = essays()


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


def test_a_file_as_it_came_is_read_and_what_is_no_text_is_refused_with_what_is_expected() -> None:
    assert ESSAY.parse("pages: 3\n".encode("utf-8-sig"), "« essai »") == Essay(pages=3)
    with pytest.raises(EssayError, match=r"«.essai.» n'est pas du texte .*un essai"):
        ESSAY.parse(b"\xff\xfe\x00", "« essai »")


def test_the_schema_names_what_is_required() -> None:
    assert json.loads(ESSAY.schema())["required"] == ["pages"]


def test_a_preset_goes_by_its_name_and_a_file_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "modeles").mkdir()
    for name, pages in (("long", 300), ("bref", 3)):
        (tmp_path / "modeles" / f"{name}.yaml").write_text(f"pages: {pages}\n", encoding="utf-8")
    (tmp_path / "mien.json").write_text('{"version": 2, "pages": 7}', encoding="utf-8-sig")
    essay = essays(tmp_path / "modeles")
    assert essay.preset_names() == ["bref", "long"]
    assert essay.load("long") == Essay(pages=300)
    assert essay.load(tmp_path / "mien.json") == essay.load(str(tmp_path / "mien.json")) == Essay(pages=7)


def test_a_preset_is_read_once_and_a_file_each_time(tmp_path: Path) -> None:
    for file in ("bref.yaml", "mien.txt"):
        (tmp_path / file).write_text("pages: 3\n", encoding="utf-8")
    essay = essays(tmp_path)
    before = essay.load("bref"), essay.load(tmp_path / "mien.txt")
    assert before == (Essay(pages=3), Essay(pages=3))
    for file in ("bref.yaml", "mien.txt"):
        (tmp_path / file).write_text("pages: 4\n", encoding="utf-8")
    assert essay.load("bref") is before[0]
    assert essay.load(tmp_path / "mien.txt") == Essay(pages=4)


def test_what_is_neither_a_preset_nor_a_file_is_told_the_presets(tmp_path: Path) -> None:
    (tmp_path / "bref.yaml").write_text("pages: 3\n", encoding="utf-8")
    (tmp_path / "octets").write_bytes(b"\xff\xfe")
    for source in ("brf", tmp_path, tmp_path / "octets"):
        with pytest.raises(EssayError, match=r"ni un modèle connu \(bref\) ni un fichier lisible"):
            essays(tmp_path).load(source)


def test_a_format_that_ships_no_file_knows_none_by_its_name() -> None:
    assert ESSAY.preset_names() == []
    with pytest.raises(EssayError, match="«\u00a0bref\u00a0» n'est pas un fichier lisible"):
        ESSAY.load("bref")


def test_a_fault_in_a_file_names_the_file_without_its_folders(tmp_path: Path) -> None:
    for name in ("bref.yaml", "mien.txt"):
        (tmp_path / name).write_text("pages: trois\n", encoding="utf-8")
    for source, name in (("bref", "bref.yaml"), (tmp_path / "mien.txt", "mien.txt")):
        with pytest.raises(EssayError, match=f"^«\u00a0{name}\u00a0» ne contient pas un essai valable"):
            essays(tmp_path).load(source)
