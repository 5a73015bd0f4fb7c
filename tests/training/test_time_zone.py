"""L'heure d'une séance est celle de son lieu, et se dit là où elle ne va pas de soi."""

import datetime as dt
import json
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from training.a_session import ANNE, SESSION, archive, drop, session_in
from typer.testing import CliRunner

from app.cli.commands import app
from liaison.documents.cited import long_date
from liaison.training.badge.keys import known_fingerprints
from liaison.training.hand_in.collecting import collect
from liaison.training.hand_in.deciding import hour
from liaison.training.session.code_sheet import steps_of
from liaison.training.session.definition import load_session
from liaison.training.session.time_zone import PARIS, zone_here, zone_named

GUADELOUPE = ZoneInfo("America/Guadeloupe")
NEW = ["session", "new", "--date", "2026-11-27", "--module", "01", "--participants", "2", "--mode", "machines"]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("machine", "zone"),
    [
        ("America/Guadeloupe", "America/Guadeloupe"),
        ("Indian/Reunion", "Indian/Reunion"),
        ("Europe/Paris", "Europe/Paris"),
        ("UTC", "Europe/Paris"),
        ("Etc/UTC", "Europe/Paris"),
        ("Nulle/Part", "Europe/Paris"),
    ],
)
def test_the_hour_is_that_of_the_machine_and_of_paris_where_the_machine_is_nowhere(
    monkeypatch: pytest.MonkeyPatch, machine: str, zone: str
) -> None:
    monkeypatch.setenv("TZ", machine)
    assert zone_here() == zone


@pytest.mark.parametrize(
    ("words", "zone"), [([], "America/Guadeloupe"), (["--time-zone", "Europe/Paris"], "Europe/Paris")]
)
def test_a_session_made_elsewhere_than_in_paris_keeps_the_hour_of_its_place_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], zone: str
) -> None:
    monkeypatch.setenv("TZ", "America/Guadeloupe")
    monkeypatch.setattr("liaison.training.session.making._release", lambda *_: None)  # nbgrader asks for no hour
    done = CliRunner().invoke(app, [*NEW, "--hand-in-until", "17:30", *words, "--out", str(tmp_path / "s")])
    assert done.exit_code == 0, done.output
    session = load_session(tmp_path / "s").session
    assert session.deadline == dt.datetime(2026, 11, 27, 17, 30, tzinfo=ZoneInfo(zone))
    said = "27 novembre 2026, 17 h 30" + zone_named(ZoneInfo(zone), always=True)
    assert said in plain(done.output)
    assert said in plain(steps_of(session, session.participants[0])[-1])


def test_an_unknown_time_zone_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, [*NEW, "--time-zone", "Paris", "--out", str(tmp_path / "s")])
    assert done.exit_code == 2
    assert "--time-zone" in done.output
    assert "America/Guadeloupe" in done.output
    assert not (tmp_path / "s").exists()


def test_a_copy_is_late_by_the_hour_of_the_place(tmp_path: Path) -> None:
    place = session_in(tmp_path / "s", SESSION.model_copy(update={"time_zone": GUADELOUPE.key}))
    there = dt.datetime(2026, 11, 27, 18, tzinfo=GUADELOUPE)
    drop(tmp_path / "depot", "remise.zip", archive(ANNE, there))
    drop(tmp_path / "depot", "apres.zip", archive(SESSION.participants[1], there + dt.timedelta(seconds=1)))
    taken_in = there + dt.timedelta(minutes=1)  # what is received before the hour is late by no clock
    lines = {line.source: line for line in collect(place, tmp_path / "depot", taken_in).journal}
    assert (lines["remise.zip"].state, lines["apres.zip"].state) == ("recue", "en_retard")
    assert "27/11/2026 à 18 h, heure locale : Guadeloupe" in plain(lines["apres.zip"].reason)
    assert lines["remise.zip"].made_at == "2026-11-27 18:00:00-04:00"


def test_an_archive_is_kept_under_the_hour_of_the_place(tmp_path: Path) -> None:
    place = session_in(tmp_path / "s", SESSION.model_copy(update={"time_zone": GUADELOUPE.key}))
    made_at = dt.datetime(2026, 11, 27, 17, 30, tzinfo=GUADELOUPE).astimezone(PARIS)  # as a person's program writes it
    drop(tmp_path / "depot", "remise.zip", archive(ANNE, made_at))
    collect(place, tmp_path / "depot", made_at)
    (kept,) = place.received.iterdir()
    assert kept.name.startswith(f"{ANNE}_20261127T173000_")


@pytest.mark.parametrize("zone", ["Pacific/Tahiti", "America/Guadeloupe", "Europe/Paris", "Indian/Reunion", "UTC"])
@pytest.mark.parametrize("day", [dt.date(2025, 11, 20), dt.date(2025, 7, 1)])
def test_a_badge_begins_and_ends_with_the_days_of_the_place_and_says_so_anywhere(
    tmp_path: Path, zone: str, day: dt.date
) -> None:
    place = session_in(tmp_path / "s", SESSION.model_copy(update={"time_zone": zone, "date": day}))
    asked = ["session", "badge", str(place.root), "--all", "--valid-until", "2027-11-20"]
    assert CliRunner().invoke(app, asked).exit_code == 0
    made = place.documents / "badges" / f"{ANNE}.json"
    starts = dt.datetime.fromisoformat(json.loads(made.read_bytes())["validFrom"])
    assert starts == dt.datetime.combine(day, dt.time(), ZoneInfo(zone))
    (printed,) = known_fingerprints(place.keys)
    said = plain(CliRunner().invoke(app, ["badge", "verify", str(made), "--issuer", printed]).stdout)
    assert f"Valable à partir du {plain(long_date(day))}, jusqu'au 21 novembre 2027 non compris." in said


def test_the_zone_is_said_outside_paris_and_on_machines_that_may_be_elsewhere() -> None:
    moment = dt.datetime(2026, 11, 27, 16, 30, tzinfo=dt.UTC)
    assert plain(hour(moment, SESSION.zone)) == "27/11/2026 à 17 h 30"
    assert plain(hour(moment, GUADELOUPE)) == "27/11/2026 à 12 h 30, heure locale : Guadeloupe"
    code = SESSION.participants[0]
    assert "18 h, heure de Paris" in plain(steps_of(SESSION, code)[-1])
    in_the_room = steps_of(SESSION.model_copy(update={"mode": "reseau"}), code)
    assert plain(in_the_room[-1]).endswith("18 h.")
