"""Un nom d'option a un seul sens dans toute la commande, et un nom d'avant est encore compris."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest

from app.cli.manual import commands
from app.cli.output import InputError

# One subject whose value is of two kinds, and which.
TWO_KINDS = {
    "--out": "where to write: a folder of files, or the one file of `disclosure`",
    "--by": "what makes the groups: a question of the questionnaire, or a column of any table",
}
# Who writes no answer about a session that is there already.
WITHOUT_SESSION = {"liaison session new", "liaison session handbook"}


def options() -> dict[str, dict[str, tuple[str, Any]]]:
    """For each name of an option: the kind of value that each command expects of it, told and read."""
    found: dict[str, dict[str, tuple[str, Any]]] = {}
    for command, each in commands():
        for param in each.params:
            for name in (*param.opts, *param.secondary_opts):
                if name.startswith("-"):
                    found.setdefault(name, {})[command] = kind(param)
    return found


def kind(param: Any) -> tuple[str, Any]:
    """What an option expects, once: its word in the help (« CODE », also when several go), and what it is read as."""
    annotation = param.type_descriptor.annotation
    while inner := [each for each in get_args(annotation) if isinstance(each, type) and each is not type(None)]:
        annotation = inner[0]
    return (param.metavar or "").partition(",")[0], annotation


def test_an_option_of_one_name_expects_the_same_kind_of_value_in_every_command() -> None:
    several = {name for name, of_command in options().items() if len(set(of_command.values())) > 1}
    assert several == set(TWO_KINDS), {name: options()[name] for name in several ^ set(TWO_KINDS)}


def test_the_folder_of_a_session_has_one_name_in_every_command_of_a_session() -> None:
    in_sessions = {words: each for words, each in commands() if words.startswith("liaison session ")}
    named = {
        words: [name for param in each.params if param.metavar == "SÉANCE" for name in param.opts]
        for words, each in in_sessions.items()
    }
    without = {words for words, names in named.items() if not names}
    assert without == WITHOUT_SESSION
    assert {name for names in named.values() for name in names if name.startswith("-")} == {"--session"}
    assert all(len(names) == 1 for words, names in named.items() if words not in WITHOUT_SESSION)


def test_options_that_the_help_tells_alike_have_one_name() -> None:
    told: dict[str, set[str]] = {}
    for _, each in commands():
        for param in each.params:
            if param.opts[0].startswith("-"):
                told.setdefault(param.help, set()).add(param.opts[0])
    assert len(told) > 60
    assert not {words: names for words, names in told.items() if len(names) > 1}


def handed_over(*words: str) -> int:
    """What the room is asked for, refused: it would take the place of this process."""
    raise InputError(" ".join(words))


@pytest.mark.parametrize(
    ("once", "now", "words"),
    [
        ("--course", "--session", ["session", "grade"]),
        ("--course", "--session", ["session", "texts"]),
        ("--course", "--session", ["session", "feedback"]),
        ("--course", "--session", ["session", "results"]),
        ("--course", "--session", ["session", "report"]),
        ("--school", "--population", ["diagnose", "VALEUR"]),
        ("--school", "--population", ["plan", "VALEUR", "--zone", "C", "--lent-on", "2026-12-07"]),
        ("--until", "--valid-until", ["session", "badge", "VALEUR"]),
        ("--address", "--ipv4", ["session", "hub", "VALEUR"]),
    ],
)
def test_a_former_name_is_understood_and_told_nowhere(
    liaison: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, once: str, now: str, words: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("app.cli.session_hub.hand_over_to", handed_over)
    said, said_once = liaison(*words, now, "nulle_part"), liaison(*words, once, "nulle_part")
    assert (said_once.exit_code, said_once.stderr) == (said.exit_code, said.stderr)
    assert said.exit_code == 2
    assert "L'option" not in said.stderr
    helped = liaison(*[word for word in words if word.islower()], "--help").stdout
    assert now in helped
    assert once not in helped
    unknown = liaison(*words, f"{once}s", "nulle_part")
    assert f"L'option {once}s n'existe pas" in unknown.stderr.replace("\u00a0", " ")
