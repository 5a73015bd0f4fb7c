"""Lire une remise : une archive abîmée ou hostile donne une phrase, et rien d'autre."""

import io
import json
import random
import stat
import tracemalloc
import warnings
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from liaison.training.exercise.answers import ANSWERS_FILE
from liaison.training.exercise.definition import exercise
from liaison.training.hand_in.reading import (
    HAND_IN,
    LARGEST_ARCHIVE,
    LARGEST_NOTEBOOK,
    LARGEST_UNPACKED,
    MOST_ENTRIES,
    HandInError,
    parse_hand_in,
)
from liaison.training.session.codes import new_codes

[CODE] = new_codes(1, random.Random(1))
MESSAGING = exercise("01_messagerie_ent")
NOTE = json.dumps({"version": 1, "code": CODE, "made_at": "2026-11-26T11:30:00+01:00"})
ANSWERS = f"{MESSAGING.id}/{ANSWERS_FILE}"
BASE = {HAND_IN: NOTE, ANSWERS: "{}"}
Files = dict[str, str | bytes]


def packed(files: Mapping[str, str | bytes], change: Callable[[zipfile.ZipInfo], object] = lambda entry: None) -> bytes:
    """An archive of these files; `change` spoils what it announces of each."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            change(entry)
            archive.writestr(entry, content)
    return written.getvalue()


def refused(content: bytes) -> str:
    with pytest.raises(HandInError) as error:
        parse_hand_in(content, "« essai.zip »")
    return str(error.value)


def test_a_hand_in_packed_again_by_hand_in_a_folder_is_read_and_what_a_system_left_is_not() -> None:
    files: Files = {f"remise-{CODE}/{name}": content for name, content in BASE.items()}
    read = parse_hand_in(packed({**files, "__MACOSX/._remise.json": "x", "remise/.DS_Store": "x"}), "essai")
    assert (read.code, list(read.modules), read.ignored) == (CODE, [MESSAGING.id], ())


def test_what_has_no_place_in_a_hand_in_is_named_and_never_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    real = zipfile.ZipFile.open

    def watched(self: Any, name: Any, *rest: Any, **named: Any) -> Any:
        opened.append(getattr(name, "filename", name))
        return real(self, name, *rest, **named)

    strange = [
        "virus.exe",
        "01_messagerie_ent/lecon.ipynb",
        "equipe/../equipe.yaml",
        "equipe/é.yaml",
        "autre/reponses.json",
    ]
    content = packed({**BASE, **{name: "x" for name in strange if ".." not in name}})
    monkeypatch.setattr(zipfile.ZipFile, "open", watched)
    read = parse_hand_in(content, "essai")
    assert set(read.ignored) == {name for name in strange if ".." not in name}
    assert set(opened) == set(BASE)


@pytest.mark.parametrize(
    "name", ["../reponses.json", "/etc/passwd", "C:/a", "a\\..\\b", "01/../../a", "a//b", "./a", "01_a/re\x07p"]
)
def test_a_path_that_climbs_is_refused(name: str) -> None:
    assert "chemin" in refused(packed({**BASE, name: "x"}))


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_a_link_or_a_pipe_inside_is_refused(kind: int) -> None:
    def linked(entry: zipfile.ZipInfo) -> None:
        if entry.filename == ANSWERS:
            entry.external_attr = (kind | 0o777) << 16

    assert "lien" in refused(packed({**BASE, ANSWERS: "/etc/passwd"}, linked))


@pytest.mark.parametrize("twin", [ANSWERS, ANSWERS.upper()])
def test_two_files_of_one_name_are_refused(twin: str) -> None:
    written = io.BytesIO(packed(BASE))
    with warnings.catch_warnings(), zipfile.ZipFile(written, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr(twin, '{"autre": 1}')
    assert "deux fois" in refused(written.getvalue())


def test_a_bomb_stops_at_its_limit_whatever_it_announces() -> None:
    bomb = packed({**BASE, ANSWERS: b"0" * 100_000_000})
    assert len(bomb) < 200_000
    tracemalloc.start()
    try:
        assert "trop gros" in refused(bomb)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()
    # The announced size, in the central directory, is that of a small file.
    place = bomb.rindex(b"PK\x01\x02", 0, bomb.rindex(ANSWERS.encode()))
    lying = bomb[: place + 24] + (10).to_bytes(4, "little") + bomb[place + 28 :]
    assert refused(lying)


def test_many_small_bombs_stop_at_the_limit_of_the_whole() -> None:
    count = LARGEST_UNPACKED // LARGEST_NOTEBOOK + 1
    notebooks: Files = {f"{number:02d}_a/exercice.ipynb": b"0" * LARGEST_NOTEBOOK for number in range(count)}
    answers: Files = {f"{number:02d}_a/{ANSWERS_FILE}": "{}" for number in range(count)}
    assert "trop gros" in refused(packed({HAND_IN: NOTE, **answers, **notebooks}))


@pytest.mark.parametrize(("more", "accepted"), [(0, True), (1, False)])
def test_two_hundred_files_are_read_and_one_more_is_not(more: int, accepted: bool) -> None:
    content = packed({**BASE, **{f"autre/{number}": "" for number in range(MOST_ENTRIES - len(BASE) + more)}})
    if accepted:
        assert parse_hand_in(content, "essai").code == CODE
    else:
        assert str(MOST_ENTRIES) in refused(content)


def test_a_ciphered_or_strangely_packed_archive_is_refused() -> None:
    content = bytearray(packed(BASE))
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    assert "mot de passe" in refused(bytes(content))

    def strange(entry: zipfile.ZipInfo) -> None:
        entry.compress_type = zipfile.ZIP_LZMA

    assert "ZIP ordinaire" in refused(packed(BASE, strange))


@pytest.mark.parametrize(
    ("note", "said"),
    [
        (None, "manque"),
        ("", "abîmé"),
        ("{", "abîmé"),
        ("[1]", "version, code, made_at"),
        ("a: &a [1]\nb: *a", "abîmé"),
        (NOTE.replace('"version": 1', '"version": 2'), "version 2"),
        (NOTE.replace(CODE, "AAAAA"), "code"),
        (NOTE.replace("+01:00", ""), "made_at"),
        (NOTE.replace("2026-11", "9999-12"), "plausible"),
        (NOTE[:-1] + ', "nom": "Durand"}', "nom"),
        ("x" * 20_000, "trop gros"),
        ("[" * 9_000, "abîmé"),
    ],
)
def test_a_note_that_is_missing_or_wrong_is_told(note: str | None, said: str) -> None:
    files = {name: content for name, content in {**BASE, HAND_IN: note}.items() if content is not None}
    assert said in refused(packed(files)).replace("\u00a0", " ")


def test_an_archive_over_ten_megabytes_is_not_even_opened() -> None:
    padded = b"\0" * (LARGEST_ARCHIVE - len(packed(BASE))) + packed(BASE)
    assert parse_hand_in(padded, "essai").code == CODE
    assert "dépasse 10" in refused(b"\0" + padded)


def test_a_hand_in_without_any_work_is_refused() -> None:
    assert "aucune réponse" in refused(packed({HAND_IN: NOTE, f"{MESSAGING.id}/exercice.ipynb": "{}"}))


@settings(max_examples=150, deadline=None)
@given(cut=st.integers(0, 400), at=st.integers(0, 400), byte=st.integers(0, 255))
@example(cut=0, at=0, byte=0)
def test_an_archive_cut_or_changed_anywhere_is_read_or_told_never_more(cut: int, at: int, byte: int) -> None:
    whole = bytearray(packed({**BASE, "equipe/politique.yaml": "name: essai\n"}))
    whole[at % len(whole)] = byte
    content = bytes(whole[: len(whole) - cut % len(whole)])
    said = "essai"
    try:
        code = parse_hand_in(content, said).code
    except HandInError as error:
        code, said = CODE, str(error)
    assert (code, said.startswith(("essai", "«"))) == (CODE, True)


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=200))
def test_bytes_that_are_no_archive_are_told(content: bytes) -> None:
    assert refused(content)
