"""A file just under the limit, with a fault at every step: it costs its own mark, and nothing to the others."""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from training.a_course import COURSE, answered, hand_in
from training.damaged_copies import DAMAGES, SOLVED
from typer.testing import CliRunner

from app.cli.commands import app
from liaison.base.formats import MOST_FAULTS
from liaison.messaging.policy.policy import MOST_LANGUAGES, PolicyError, load_policy, parse_policy
from liaison.messaging.vocabulary import PURPOSES
from liaison.training.exercise.answers import LARGEST, LONGEST_SAID
from liaison.training.exercise.definition import exercise
from liaison.training.exercise.scoring import mark
from liaison.training.marks.copies import read_copies
from liaison.training.marks.feedback_files import PAGE, PRINTED, give_back

ENDLESS = ("langues_sans_fin", "reponses_sans_fin")


@pytest.fixture
def endless(course: Path) -> Path:
    """A course with both hostile copies, and that of somebody who waits behind them."""
    for name in ENDLESS:
        copy = hand_in(course, name, answered(SOLVED))
        DAMAGES[name].spoil(copy)
        assert LARGEST / 2 < (copy / "reponses.json").stat().st_size <= LARGEST
    hand_in(course, "solide", answered(SOLVED))
    return course


def test_what_is_said_of_an_endless_file_is_short(endless: Path) -> None:
    found = {copy.student: copy for copy in read_copies(endless / "submitted", COURSE)}
    for name in ENDLESS:
        assert found[name].remarks
        assert all(len(remark) <= LONGEST_SAID + 1 for remark in found[name].remarks)
    assert not found["solide"].remarks


def test_grading_prints_and_writes_little_of_it(endless: Path, tmp_path: Path) -> None:
    words = ["session", "grade", COURSE.id, "--session", str(endless), "--out", str(tmp_path / "notes")]
    said = CliRunner().invoke(app, words)
    assert said.exit_code == 0
    assert len(said.output) < 10_000
    assert sum(path.stat().st_size for path in (tmp_path / "notes").iterdir()) < 20_000


def test_everybody_gets_their_feedback_whole(endless: Path) -> None:
    found = {given.copy.student: given for given in give_back(endless, COURSE, dt.date(2026, 11, 26))}
    assert set(found) == {*ENDLESS, "solide"}
    for given in found.values():
        written = {path.name: path for path in given.files}
        assert {PAGE, PRINTED} <= set(written)
        assert written[PAGE].stat().st_size < 200_000


@pytest.mark.parametrize("module", ["02_diagnostic_familles", "03_accompagnement", "04_decouverte_ent"])
def test_no_setting_of_another_module_says_its_faults_without_end(module: str) -> None:
    asked = exercise(module)
    tried = 0
    for question in asked.questions:
        solved: Any = None if question.by_hand else getattr(question, "solved", lambda: None)()
        for name in type(solved).model_fields if solved is not None else ():
            for value in ([1] * 20_000, {str(number): 1 for number in range(20_000)}, "x" * 100_000):
                marked = mark(question, {**solved.model_dump(mode="json"), name: value})
                assert marked.fault is None or len(marked.fault) <= LONGEST_SAID + 1
                tried += marked.fault is not None
    assert tried >= 6


def policy(**changes: Any) -> str:
    return json.dumps({**load_policy("equilibree").model_dump(mode="json"), **changes})


@pytest.mark.parametrize(
    ("count", "said"), [(MOST_FAULTS, None), (MOST_FAULTS + 1, "et 1 autre"), (60, "et 50 autres")]
)
def test_ten_faults_are_told_and_the_others_are_counted(count: int, said: str | None) -> None:
    with pytest.raises(PolicyError) as refused:
        parse_policy(policy(**{f"inconnu_{number}": 1 for number in range(count)}))
    _, *lines = str(refused.value).splitlines()
    assert sum("inconnu_" in line for line in lines) == MOST_FAULTS
    assert lines[MOST_FAULTS:] == ([f"- {said}"] if said else [])


def test_a_key_or_a_version_as_long_as_the_file_is_not_quoted_whole() -> None:
    for text in (policy(**{"x" * 100_000: 1}), policy(version="9" * 100_000), policy(homework_by="9" * 100_000)):
        with pytest.raises(PolicyError) as refused:
            parse_policy(text)
        assert len(str(refused.value)) < 500


def lists() -> Iterator[tuple[dict[str, Any], bool]]:
    """Give lists of a policy as long as they can be, then one more."""
    quiet = load_policy("equilibree").model_dump(mode="json")["quiet"]
    for more in (0, 1):
        yield {"languages": ["fr"] * (MOST_LANGUAGES + more)}, not more
        week = {"lundi": ["07:00-07:30"] * (48 + more)}
        yield {"quiet": {**quiet, "eleves": {"week": week}}}, not more
        yield {"quiet": {**quiet, "eleves": {"passes": ["urgence"] * (len(PURPOSES) + more)}}}, not more


@pytest.mark.parametrize(("changes", "fits"), list(lists()))
def test_a_list_of_a_policy_is_as_long_as_it_can_be_and_no_longer(changes: dict[str, Any], fits: bool) -> None:
    if fits:
        parse_policy(policy(**changes))
    else:
        with pytest.raises(PolicyError, match="valeurs au plus"):
            parse_policy(policy(**changes))
