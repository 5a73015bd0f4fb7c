"""The file of a session and its folder: written and read back the same, refused in French when it does not hold."""

import datetime as dt
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from liaison.training.session.codes import new_codes
from liaison.training.session.definition import (
    SESSION_FILE,
    Participant,
    Session,
    SessionError,
    load_session,
    write_session,
)
from liaison.training.session.participants import participants_csv

CODES = new_codes(4, random.Random(4))
SESSION = Session(
    code=CODES[0],
    title="Régler la messagerie",
    date=dt.date(2026, 11, 27),
    place="Collège des Tilleuls",
    trainer="Formatrice fictive",
    modules=("01_messagerie_ent",),
    mode="cle",
    participants=CODES[1:],
    hand_in_until=dt.datetime(2026, 11, 27, 18),
    names_until=dt.date(2026, 12, 27),
)


def changed(**changes: Any) -> Session:
    return Session.model_validate({**SESSION.model_dump(), **changes})


days = st.dates(dt.date(2020, 1, 1), dt.date(2090, 1, 1))
lines = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=60)


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    day = draw(days)
    codes = new_codes(draw(st.integers(2, 40)), random.Random(draw(st.integers(0, 999))))
    minute = dt.timedelta(minutes=draw(st.integers(0, 50_000)))
    return changed(
        code=codes[0],
        participants=codes[1:],
        title=draw(lines),
        place=draw(lines),
        date=day,
        mode=draw(st.sampled_from(["reseau", "machines", "cle"])),
        half_days=draw(st.sampled_from([("matin",), ("apres_midi",), ("matin", "apres_midi")])),
        hand_in_until=dt.datetime.combine(day, dt.time()) + minute,
        names_until=day + dt.timedelta(days=draw(st.integers(0, 400))),
    )


@given(sessions())
def test_a_session_written_is_read_back_the_same(tmp_path_factory: pytest.TempPathFactory, session: Session) -> None:
    folder = tmp_path_factory.getbasetemp()
    write_session(folder, session)
    assert load_session(folder).session == session
    assert [path.name for path in folder.iterdir() if "partiel" in path.name] == []


def test_a_session_written_in_version_1_still_loads() -> None:
    text = (Path(__file__).parent / "data" / "seance_v1.yaml").read_text(encoding="utf-8")
    assert SESSION_FILE.parse(text, "« seance.yaml »") == SESSION


def test_a_session_written_in_version_2_still_loads_with_its_length() -> None:
    text = (Path(__file__).parent / "data" / "seance_v2.yaml").read_text(encoding="utf-8")
    assert SESSION_FILE.parse(text, "« seance.yaml »") == changed(minutes={"matin": 180, "apres_midi": 210})


def test_a_session_written_in_version_3_still_loads_with_its_time_zone() -> None:
    # Version 3, as it is written today: a later version of the suite has to read it.
    text = (Path(__file__).parent / "data" / "seance_v3.yaml").read_text(encoding="utf-8")
    found = SESSION_FILE.parse(text, "« seance.yaml »")
    assert found.time_zone == "America/Guadeloupe"
    assert found.deadline == dt.datetime(2026, 11, 27, 22, tzinfo=dt.UTC)
    assert SESSION.deadline == dt.datetime(2026, 11, 27, 17, tzinfo=dt.UTC)


@pytest.mark.parametrize("minutes", [0, 24 * 60 + 1, {"matin": 180}, {"matin": 180, "apres_midi": 0}])
def test_a_length_that_is_none_is_refused_in_the_file(minutes: object) -> None:
    with pytest.raises(ValidationError):
        changed(minutes=minutes)
    assert changed(minutes=24 * 60).minutes == 24 * 60


def test_the_day_of_the_session_is_the_first_on_which_names_may_go_and_copies_come() -> None:
    assert changed(names_until=SESSION.date, hand_in_until=dt.datetime(2026, 11, 27)).names_until == SESSION.date


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"names_until": dt.date(2026, 11, 26)}, "« names_until » vient avant"),
        ({"hand_in_until": dt.datetime(2026, 11, 26, 23, 59)}, "« hand_in_until » vient avant"),
        ({"participants": (CODES[1], CODES[1])}, "nomme deux fois"),
        ({"modules": ("01_messagerie_ent",) * 2}, "nomme deux fois"),
        ({"code": CODES[0].lower()}, "en capitales"),
        ({"code": "BCDFG"}, "mal recopié"),
        ({"modules": ("../01",)}, "String should match"),
        ({"title": "deux\nlignes"}, "une ligne"),
        ({"participants": ()}, "at least 1"),
    ],
)
def test_what_does_not_hold_together_is_refused(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError) as error:
        changed(**changes)
    assert said in str(error.value).replace("\u00a0", " ")


def test_the_deadline_is_an_hour_of_paris_in_summer_and_in_winter() -> None:
    assert SESSION.deadline.isoformat() == "2026-11-27T18:00:00+01:00"
    assert changed(hand_in_until=dt.datetime(2027, 6, 1, 18)).deadline.isoformat() == "2027-06-01T18:00:00+02:00"


def test_a_folder_without_a_session_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(SessionError, match="liaison session new"):
        load_session(tmp_path)
    (tmp_path / "seance.yaml").mkdir()
    with pytest.raises(SessionError, match="ne peut pas être lu"):
        load_session(tmp_path)


def names_in(folder: Path, text: str) -> dict[str, str]:
    write_session(folder, SESSION)
    (folder / "participants.csv").write_bytes(text.encode("utf-8-sig"))
    return load_session(folder).names()


def test_names_are_read_by_code_and_none_is_no_fault(tmp_path: Path) -> None:
    one, two, three = SESSION.participants
    assert names_in(tmp_path, f"code;nom\r\n{one.lower()};Claire Fictive\r\n\r\n{two};\r\n{three};'=Nom\r\n") == {
        one: "Claire Fictive",
        three: "=Nom",
    }
    (tmp_path / "participants.csv").unlink()
    assert load_session(tmp_path).names() == {}


def test_a_list_holds_family_name_and_address_and_that_of_a_former_version_has_names_alone(tmp_path: Path) -> None:
    one, two, _ = SESSION.participants
    people = {one: Participant("Claire Fictive", "Fictive", "c@f.example"), two: Participant("Élodie Inventée")}
    write_session(tmp_path, SESSION)
    (tmp_path / "participants.csv").write_bytes(participants_csv(people))
    assert load_session(tmp_path).people() == people
    assert names_in(tmp_path, f"code;nom\n{one};Claire Fictive\n") == {one: "Claire Fictive"}
    assert load_session(tmp_path).people() == {one: Participant("Claire Fictive")}


@pytest.mark.parametrize(
    ("line", "said"), [(f"{CODES[0]};X", "n'a pas de code"), ("B?;X", "ligne 2"), ("\ufffd;X", "ligne 2")]
)
def test_a_list_of_names_that_is_not_of_this_session_is_refused_with_its_line(
    tmp_path: Path, line: str, said: str
) -> None:
    with pytest.raises(SessionError, match=said):
        names_in(tmp_path, f"code;nom\n{line}\n")
