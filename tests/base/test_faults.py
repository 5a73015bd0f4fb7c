"""What a reader is told of a fault: in French, what was read, what is expected; and where, when it has a place."""

import datetime as dt
import errno
import os
import re
import shutil
import subprocess
import sys
from typing import Annotated, Any, Literal

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from app.cli.describing import formats
from liaison.base.faults import (
    FrenchError,
    cause_in,
    cause_of,
    chain_of,
    disk_is_full,
    faults_in_french,
    full_disk,
    in_french,
    tells_of_full_disk,
    what_to_do,
    why,
)

ENGLISH = re.compile(
    r"\b(?:[Ii]nput|should|valid|[Vv]alue|must|[Ff]ield|[Ee]xtra|least|expected|[Ee]rror|None|True|False)\b"
)
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]


class Inner(BaseModel):
    """A setting inside a setting."""

    day: Literal["lundi", "mardi", "jeudi"] = "lundi"


class Circle(BaseModel):
    """One of two shapes."""

    kind: Literal["rond"]
    radius: int


class Square(BaseModel):
    """The other."""

    kind: Literal["carre"]
    side: int


class Sheet(BaseModel):
    """One field of each kind that a file of the suite may hold."""

    model_config = ConfigDict(extra="forbid", strict=False)

    name: Annotated[str, Field(min_length=1, max_length=5)]
    count: Annotated[int, Field(ge=1, le=30)] = 1
    share: Share = 0
    more_than: Annotated[int, Field(gt=2, lt=9)] = 3
    open: bool = True
    since: dt.date = dt.date(2026, 9, 1)
    inner: Inner = Inner()
    choices: Annotated[tuple[str, ...], Field(min_length=2, max_length=3)] = ("a", "b")
    steps: list[int] = []
    weights: dict[str, Share] = {}
    level: str = ""
    minutes: Annotated[int, Field(gt=0)] | dict[Literal["matin", "soir"], int] | None = None
    shape: Annotated[Circle | Square, Field(discriminator="kind")] | None = None
    days: dict[dt.date, int] = {}

    @field_validator("level")
    @classmethod
    def _known(cls, level: str) -> str:
        if level == "CP8":
            raise ValueError("niveau inconnu : CP8")
        return level


def told(**fields: Any) -> list[str]:
    content = {"name": "Mot", **fields}
    with pytest.raises(ValidationError) as refused:
        Sheet.model_validate(content)
    return faults_in_french(refused.value, content)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"name": None}, "« name » : un texte est attendu, pas rien"),
        ({"name": ""}, "« name » : un texte d'au moins 1 caractère est attendu"),
        ({"name": "Mot individuel"}, "« name » : 5 caractères au plus"),
        ({"count": "deux"}, "« count » : un nombre entier est attendu, pas deux"),
        ({"count": 1.5}, "« count » : un nombre entier est attendu, pas 1,5"),
        ({"count": 0}, "« count » : 0 est trop petit : 1 au moins"),
        ({"count": 31}, "« count » : 31 est trop grand : 30 au plus"),
        ({"share": 1.2}, "« share » : 1,2 est trop grand : 1 au plus"),
        ({"share": "nan"}, "« share » : un nombre est attendu, pas nan"),
        ({"more_than": 2}, "« more_than » : 2 est trop petit : plus de 2 est attendu"),
        ({"more_than": 9}, "« more_than » : 9 est trop grand : moins de 9 est attendu"),
        ({"open": "peut-être"}, "« open » : true ou false est attendu, pas peut-être"),
        ({"since": "rentrée"}, "« since » : une date est attendue, par exemple 2026-09-01, pas rentrée"),
        ({"inner": {"day": "lundy"}}, "« inner.day » : « lundy » n'est pas accepté : choisir lundi, mardi ou jeudi"),
        ({"inner": []}, "« inner » : un ensemble de réglages est attendu (clé : valeur), pas []"),
        ({"choices": ["a"]}, "« choices » : 2 valeurs au moins"),
        ({"choices": list("abcd")}, "« choices » : 3 valeurs au plus"),
        ({"choices": True}, "« choices » : une liste est attendue, pas true"),
        ({"steps": [1, "x"]}, "« steps.1 » : un nombre entier est attendu, pas x"),
        ({"weights": {"ar": -1}}, "« weights.ar » : -1 est trop petit : 0 au moins"),
        ({"colour": "vert"}, "« colour » : n'est pas un réglage connu"),
        ({"level": "CP8"}, "« level » : niveau inconnu : CP8"),
        ({"level": 1200}, '« level » : un texte est attendu, pas 1200. Une heure s\'écrit entre guillemets : "20:00"'),
        ({"level": True}, "« level » : un texte est attendu, pas true"),
        ({"level": 1440}, "« level » : un texte est attendu, pas 1440"),
        ({"minutes": "trois"}, "« minutes » : un nombre entier est attendu, pas trois"),
        ({"minutes": -5}, "« minutes » : -5 est trop petit : plus de 0 est attendu"),
        ({"minutes": {"nuit": 3}}, "« minutes.nuit » : « nuit » n'est pas accepté : choisir matin ou soir"),
        ({"minutes": {"soir": "x"}}, "« minutes.soir » : un nombre entier est attendu, pas x"),
        ({"minutes": [True]}, "« minutes » : un nombre entier est attendu, pas [true]"),
        ({"shape": {"kind": "pli"}}, "« shape.kind » : « pli » n'est pas accepté : choisir rond ou carre"),
        ({"shape": {}}, "« shape.kind » : cette valeur manque"),
        ({"shape": {"kind": "rond", "radius": "x"}}, "« shape.radius » : un nombre entier est attendu, pas x"),
        ({"shape": {"kind": "rond"}}, "« shape.radius » : cette valeur manque"),
        ({"days": {dt.date(2026, 11, 28): "x"}}, "« days.2026-11-28 » : un nombre entier est attendu, pas x"),
        (
            {"since": [dt.date(2026, 11, 28)]},
            "« since » : une date est attendue, par exemple 2026-09-01, pas [2026-11-28]",
        ),
        ({"name": {"jour": [None, 1.5]}}, "« name » : un texte est attendu, pas {jour: [rien, 1,5]}"),
    ],
)
def test_a_fault_says_where_what_was_read_and_what_is_expected(fields: dict[str, Any], sentence: str) -> None:
    assert [fault.replace("\u00a0", " ") for fault in told(**fields)] == [sentence]


def test_a_value_that_is_missing_is_named() -> None:
    with pytest.raises(ValidationError) as refused:
        Sheet.model_validate({})
    assert faults_in_french(refused.value, {}) == ["«\u00a0name\u00a0»\u00a0: cette valeur manque"]


def test_a_fault_of_the_whole_has_no_place() -> None:
    with pytest.raises(ValidationError) as refused:
        Sheet.model_validate([])
    assert faults_in_french(refused.value, [])[0].startswith("un ensemble de réglages est attendu")


def test_every_fault_is_told_and_the_sentence_alone_does_not_say_where() -> None:
    with pytest.raises(ValidationError) as refused:
        Sheet.model_validate(content := {"name": "Mot", "count": 31, "open": 3})
    assert len(faults_in_french(refused.value, content)) == 2
    assert in_french(refused.value.errors()[0]) == "31 est trop grand\u00a0: 30 au plus"


def test_sixty_signs_are_quoted_whole_and_sixty_one_are_cut() -> None:
    assert told(count="x" * 60)[0].endswith("x" * 60)
    assert told(count="x" * 61)[0].endswith("x" * 60 + "…")


def test_an_error_for_a_reader_has_the_spaces_of_french() -> None:
    assert str(FrenchError("Que faire : « ouvrir » ?")) == "Que faire\u00a0: «\u00a0ouvrir\u00a0»\u00a0?"
    assert issubclass(FrenchError, ValueError)


ANYTHING = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.just("{}{x}%s"), st.lists(st.integers(), max_size=5)
) | st.dictionaries(st.sampled_from(["day", "ar"]), st.integers() | st.just("qqch"), max_size=2)


def faults_of(content: dict[str, Any]) -> list[str]:
    try:
        Sheet.model_validate(content)
    except ValidationError as error:
        return faults_in_french(error, content)
    return []


@given(st.dictionaries(st.sampled_from([*Sheet.model_fields, "autre"]), ANYTHING))
def test_whatever_a_file_holds_its_faults_are_told_in_french(content: dict[str, Any]) -> None:
    faults = faults_of(content)
    assert any("« autre »".replace(" ", "\u00a0") in fault for fault in faults) == ("autre" in content)
    for fault in faults:
        assert not ENGLISH.search(fault.partition("\u00a0: ")[2]), fault
        assert " :" not in fault


def test_what_the_system_refuses_is_said_in_french() -> None:
    assert why(OSError(28, "No space left on device")) == "le disque est plein"
    assert why(PermissionError(13, "Permission denied")) == "l'accès est refusé"
    assert why(OSError(errno.ENFILE, "Too many open files in system")) == "trop de fichiers sont ouverts"
    assert why(OSError(99, "Cannot assign requested address")) == "erreur 99 du système"
    assert why(OSError()) == "raison inconnue"


@pytest.mark.parametrize(
    ("number", "advice"),
    [
        (errno.ENOSPC, "Libérez de la place"),
        (errno.EDQUOT, "Libérez de la place"),
        (errno.EACCES, "Fermez le fichier"),
        (errno.EROFS, "Permettez d'écrire sur ce disque"),
        (errno.EIO, "Choisissez un autre dossier"),
        (errno.EISDIR, "Renommez ce dossier"),
        (errno.ENOTDIR, "Renommez ce fichier"),
        (errno.EEXIST, "Renommez ce fichier"),
        (errno.ENAMETOOLONG, "Choisissez un nom plus court"),
        (99, "Choisissez un autre dossier"),
    ],
)
def test_what_to_do_follows_what_the_system_refuses(number: int, advice: str) -> None:
    assert what_to_do(OSError(number, os.strerror(number))).startswith(advice)


@pytest.mark.skipif(os.name == "nt", reason="le nombre de fichiers ouverts ne s'y borne pas")
def test_too_many_open_files_are_said_where_none_opens_any_more() -> None:
    script = """
import os, resource
from liaison.base.faults import what_to_do, why
resource.setrlimit(resource.RLIMIT_NOFILE, (40, 40))
try:
    while True:
        os.open(os.devnull, os.O_RDONLY)
except OSError as error:
    print(why(error), "|", what_to_do(error))
"""
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, encoding="utf-8")
    assert said.stdout == "trop de fichiers sont ouverts | Fermez d'autres programmes, puis recommencez\n"


@pytest.mark.parametrize(
    ("error", "full"),
    [
        (OSError(errno.ENOSPC, "x"), True),
        (OSError(errno.EDQUOT, "x"), True),
        (OSError(errno.EIO, "x"), False),
        (shutil.Error([("a", "b", "[Errno 28] No space left on device")]), True),
        (shutil.Error([("a", "b", "[Errno 13] Permission denied")]), False),
        (ValueError("[Errno 28]"), False),
        (None, False),
    ],
)
def test_a_full_disk_is_known_however_it_is_told(error: BaseException | None, full: bool) -> None:
    assert disk_is_full(error) == full
    wrapped = ValueError("une phrase")
    wrapped.__cause__ = error
    assert disk_is_full(wrapped) == full


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("(sqlite3.OperationalError) database or disk is full", True),
        ("OSError: [Errno 28] No space left on device", True),
        ("OSError: [Errno 13] Permission denied", False),
        ("", False),
    ],
)
def test_a_full_disk_is_known_in_what_a_library_wrote_of_it(text: str, full: bool) -> None:
    assert tells_of_full_disk(text) == full
    assert disk_is_full(full_disk())


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        (
            "OSError: [Errno 2] No such file\nOSError: [Errno 30] Read-only file system",
            "ce disque est en lecture seule",
        ),
        ("[Errno 99999]", ""),
        ("npm error", ""),
    ],
)
def test_what_the_system_refused_last_is_read_in_what_a_program_wrote(text: str, cause: str) -> None:
    assert cause_in(text) == cause


def test_why_something_failed_is_in_french_where_the_system_refused_alone_or_for_several_files() -> None:
    assert cause_of(OSError(errno.EIO, os.strerror(errno.EIO))) == "le disque ne répond pas comme il faut"
    assert cause_of(shutil.Error([("a", "b", "[Errno 28] No space left on device: 'b'")])) == "le disque est plein"
    assert cause_of(ValueError("un")) == "ValueError('un')"


def test_errors_that_go_round_in_circles_are_each_looked_at_once() -> None:
    first, second = ValueError("un"), ValueError("deux")
    first.__cause__, second.__cause__ = second, first
    assert chain_of(first) == [first, second]
    assert not disk_is_full(first)
    assert chain_of(None) == []


WRITTEN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-9, 9)
    | st.sampled_from(["", "trois", "matin", "20:00", "01", "salle"])
    | st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    | st.sampled_from([1.5, float("nan")]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["matin", "nuit", "kind", "id"]), inner)
    ),
    max_leaves=6,
)
# What pydantic and Python call a type or a value, which no file of the suite holds.
OF_PYTHON = re.compile(r"datetime\.|\b(?:None|True|False|int|str|float|constrained|function)\b|\[key\]|\w\[|[\[{(]'")


def refused(form: Any, written: str) -> list[str]:
    """What a file of a format is refused with, line by line; nothing when it is taken."""
    try:
        form.parse(written, "« essai.yaml »")
    except form.error as error:
        return str(error).splitlines()
    return []


@pytest.mark.parametrize("name", formats())
@given(data=st.data())
@settings(max_examples=30)
def test_whatever_a_file_of_a_format_holds_its_refusal_has_no_word_of_a_program(name: str, data: st.DataObject) -> None:
    form = formats()[name]
    keys = st.sampled_from(sorted(set(form.model.model_fields) - {"version"}))
    content = data.draw(st.dictionaries(keys, WRITTEN, min_size=1, max_size=4))
    lines = refused(form, yaml.safe_dump(content, allow_unicode=True))
    assert not [line for line in lines[1:] if ENGLISH.search(line) or OF_PYTHON.search(line)]
    assert len(set(lines)) == len(lines)
