"""Les mots de passe d'une séance : tirés une fois, gardés, lus par leur propriétaire seul."""

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.room.access import TRAINER, Access, AccessError, access_of
from app.room.doors import person
from liaison.training.session.codes import SIGNS

ACCESS = Access(room="7KXM-2RPV", trainer="H8WN-4TZC-9BQD")


def test_the_passwords_are_drawn_once_and_stay_the_same(tmp_path: Path) -> None:
    file = tmp_path / "acces.json"
    first = access_of(file)
    assert access_of(file) == first
    assert access_of(tmp_path / "autre.json") != first
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_each_password_opens_its_own_door_only() -> None:
    assert ACCESS.opens("KNM64", "7kxm 2rpv")
    assert ACCESS.opens(TRAINER, "h8wn4tzc9bqd")
    assert not ACCESS.opens("KNM64", ACCESS.trainer)
    assert not ACCESS.opens(TRAINER, ACCESS.room)


@given(st.text(max_size=12))
def test_no_other_text_opens_a_door(typed: str) -> None:
    meant = "".join(sign for sign in typed.upper() if sign.isalnum())
    assert ACCESS.opens("KNM64", typed) == (meant == "7KXM2RPV")


@pytest.mark.parametrize(
    "kept", ['{"room": "", "trainer": "H8WN-4TZC"}', '{"room": "7KXM-2RPV"}', "[]", "{", "null", "[" * 100_000]
)
def test_a_damaged_file_opens_no_door_and_says_what_to_do(tmp_path: Path, kept: str) -> None:
    file = tmp_path / "acces.json"
    file.write_text(kept, encoding="utf-8")
    with pytest.raises(AccessError, match="Supprimez-le"):
        access_of(file)
    assert file.read_text(encoding="utf-8") == kept


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(AccessError, match="ne peut pas être écrit"):
        access_of(tmp_path / "absent" / "acces.json")


def test_a_name_is_understood_as_people_type_it() -> None:
    assert person(" knm-64 ") == "KNM64"
    assert person("Formation ") == TRAINER
    assert person("KNM65") == person("root") == person("") == person("../KNM64") == ""


def test_the_trainer_s_name_can_never_be_a_code() -> None:
    assert not set(TRAINER.upper()) <= set(SIGNS)
