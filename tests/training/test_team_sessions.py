"""Les politiques remises dans une séance entrent dans « Décider à plusieurs », sans chercher leurs fichiers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from training.a_session import ANNE, BRUNO, session_in

from liaison.messaging.offered import TEAM_FILES
from liaison.messaging.policy.policy import load_policy, to_yaml
from liaison.training.hand_in.copies_in_place import put_team_file
from liaison.training.hand_in.reading import LARGEST_TEAM_FILE
from liaison.training.hand_in.team_files import MOST_FILES, TeamFiles, handed_in, team_files
from liaison.training.session.definition import SessionFolder
from widgets.hosts import HOSTED, ROOM
from widgets.messaging.team import MOST_POLICIES
from widgets.messaging.team_path import TeamDecision
from widgets.training_session.team_sessions import team_sessions

(POLICIES,) = TEAM_FILES
PAPER, LIFE = load_policy("papier_d_abord"), load_policy("vie_scolaire")
LOANS = b"stock: {ordinateur: 3}\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SessionFolder:
    """A session where two teams handed in a policy, and one what it lends."""
    for name in (*HOSTED, ROOM):
        monkeypatch.delenv(name, raising=False)
    place = session_in(tmp_path / "seances" / "une")
    assert put_team_file(place, ANNE, "politique.yaml", to_yaml(PAPER).encode()) is None
    assert put_team_file(place, BRUNO, "la notre.yaml", to_yaml(LIFE).encode()) is None
    (place.teams / "prets.yaml").write_bytes(LOANS)
    return place


def gathered(near: Path) -> Any:
    decision = TeamDecision(sessions=team_sessions(near))
    return decision.views["reunir"]


def test_what_teams_handed_in_of_a_format_is_read_and_the_rest_left_aside(place: SessionFolder) -> None:
    assert {policy.name for policy in team_files(place, POLICIES).contents} == {PAPER.name, LIFE.name}
    assert team_files(place, POLICIES).unread == ()


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"purposes: [", b"", b"x" * (LARGEST_TEAM_FILE + 1)])
def test_a_policy_that_does_not_read_is_named_and_stops_no_other(place: SessionFolder, content: bytes) -> None:
    (place.teams / "politique_abimee.yaml").write_bytes(content)
    read = team_files(place, POLICIES)
    assert len(read.contents) == 2
    assert read.unread == ("politique_abimee.yaml",)


def test_no_link_is_followed_and_a_filled_folder_is_looked_at_up_to_a_bound(
    place: SessionFolder, tmp_path: Path
) -> None:
    secret = tmp_path / "ailleurs.yaml"
    secret.write_text(to_yaml(load_policy("tout_tout_de_suite")), encoding="utf-8")
    (place.teams / "politique_liee.yaml").symlink_to(secret)
    read = team_files(place, POLICIES)
    assert len(read.contents) == 2
    assert read.unread == ("politique_liee.yaml",)
    for number in range(MOST_FILES):
        (place.teams / f"a{number}.yaml").write_bytes(LOANS)
    assert team_files(place, POLICIES) == TeamFiles()


def test_a_session_without_anything_is_not_offered(tmp_path: Path) -> None:
    empty = session_in(tmp_path / "seances" / "vide")
    assert not handed_in(empty)
    assert team_sessions(tmp_path) == []
    view = gathered(tmp_path)
    assert view.session not in view.widget.children


def test_a_session_is_chosen_and_its_policies_are_there(place: SessionFolder, tmp_path: Path) -> None:
    view = gathered(tmp_path)
    assert view.session in view.widget.children
    (option,) = view.session.options
    assert option["label"] == f"{place.session.title} · dossier « une »".replace("« ", "«\u00a0").replace(
        " »", "\u00a0»"
    )
    view.session.value = option["value"]
    assert {row["name"] for row in view.table.rows} == {PAPER.name, LIFE.name}
    assert view.refused.title == ""
    assert view.session.value == ""  # once more, after the list is emptied
    view.team.forget()
    view.draw()
    view.session.value = option["value"]
    assert len(view.team.policies) == 2


def test_what_is_missing_of_a_session_is_said(place: SessionFolder, tmp_path: Path) -> None:
    (place.teams / "politique_abimee.yaml").write_bytes(b"purposes: [")
    view = gathered(tmp_path)
    view.session.value = "0"
    assert "politique_abimee.yaml" in view.refused.text
    for _ in range(MOST_POLICIES // 2):
        view.session.value = "0"
    assert len(view.team.policies) == MOST_POLICIES
    assert view.refused.title == "Toutes les politiques de la séance n'y sont pas"


def test_a_session_whose_teams_handed_in_no_policy_says_so(tmp_path: Path, place: SessionFolder) -> None:
    for path in place.teams.glob("*_*.yaml"):
        path.unlink()
    view = gathered(tmp_path)
    view.session.value = "0"
    assert view.team.policies == ()
    assert view.refused.title == "Aucune politique dans cette séance"


@pytest.mark.parametrize("elsewhere", [ROOM, *HOSTED])
def test_elsewhere_than_on_the_trainer_s_machine_no_session_is_offered(
    place: SessionFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, elsewhere: str
) -> None:
    assert len(team_sessions(tmp_path)) == 1
    monkeypatch.setenv(elsewhere, "1")
    assert team_sessions(tmp_path) == []
