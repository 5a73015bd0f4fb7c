"""Every exercise that ships: both ways of marking agree on it, its key is right, its start wrong, its words teach."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import nbformat
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from training.a_course import ROOT, nbgrader_each

from liaison.questions.common import Multiple, Single
from liaison.questions.setting import SettingQuestion
from liaison.training.exercise.answers import ANSWERS_FILE, read_answers
from liaison.training.exercise.consequences import measured, missed
from liaison.training.exercise.definition import Exercise, Question, exercise, exercise_names
from liaison.training.exercise.scoring import mark, mark_all, solution
from liaison.training.marks import autograded

SHIPPED = [exercise(name) for name in exercise_names()]
QUESTIONS = [(one, question) for one in SHIPPED for question in one.questions]
SETTINGS = [question for _, question in QUESTIONS if isinstance(question, SettingQuestion)]
CHOSEN = [question for _, question in QUESTIONS if isinstance(question, Single | Multiple)]
NOTEBOOKS = ROOT / "notebooks"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
each_exercise = pytest.mark.parametrize("found", SHIPPED, ids=lambda one: one.id)
each_setting = pytest.mark.parametrize("question", SETTINGS, ids=lambda one: one.id)


def file_of(found: Exercise, values: dict[str, Any]) -> str:
    entries = {name: {"attempts": 1, "first": value, "last": value} for name, value in values.items()}
    return json.dumps({"version": 1, "exercise": found.id, "edition": found.edition, "answers": entries})


def sentences(value: Any) -> Iterator[str]:
    """Every sentence of a question that people read."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if isinstance(inner, str) and name in ("title", "text", "label", "feedback", "explanation", "after"):
                yield inner
            elif name == "grid":
                yield from inner
            else:
                yield from sentences(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from sentences(inner)


@each_exercise
@pytest.mark.parametrize("kind", ["solution", "empty", "start"])
def test_both_ways_of_marking_give_the_same_points(
    found: Exercise, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    values: dict[str, Any] = {}
    if kind == "solution":
        values = {question.id: solution(question) for question in found.questions}
    if kind == "start":
        asked = [question for question in found.questions if isinstance(question, SettingQuestion)]
        values = {question.id: question.started().model_dump(mode="json") for question in asked}
    (tmp_path / ANSWERS_FILE).write_text(file_of(found, values), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    ours = mark_all(found, read_answers(tmp_path, found))
    marked = [question for question in found.questions if not question.by_hand]
    theirs = {question.id: autograded.points(found.id, question.id) for question in marked}
    assert theirs == {question.id: ours.questions[question.id].points for question in marked}
    wanted = sum(question.points for question in marked) if kind == "solution" else 0
    assert ours.points == sum(theirs.values()) == wanted
    assert ours.faults == ()
    assert len(ours.to_mark) == len(found.questions) - len(marked)


@each_setting
def test_at_the_start_no_condition_holds_and_at_the_key_all_do(question: SettingQuestion) -> None:
    before, after = measured(question, question.started()), measured(question, question.solved())
    assert [one.id for one, found in before if found.holds] == []
    assert [one.id for one, found in after if not found.holds] == []
    assert all(found.words for _, found in (*before, *after))


@each_setting
def test_who_is_left_out_is_shown_for_one_condition_at_least_and_nobody_once_all_hold(
    question: SettingQuestion,
) -> None:
    start = question.started().model_dump(mode="json")
    told = [story for one in question.conditions if (story := missed(question, start, one.id)) is not None]
    assert told
    for story in told:
        assert story.name
        assert story.summary.endswith(".")
        assert not [said for said in (story.name, *story.facts, story.summary) if re.search(r" [:;?»]|« ", said)]


@each_setting
def test_settings_survive_the_answers_file(question: SettingQuestion) -> None:
    for one in (question.started(), question.solved()):
        written = json.loads(json.dumps(one.model_dump(mode="json")))
        assert question.settings_of(written) == one


@each_setting
def test_whatever_is_given_as_settings_a_mark_or_a_reason_comes_out(question: SettingQuestion) -> None:
    key = question.solved().model_dump(mode="json")

    @settings(max_examples=40, deadline=None)
    @given(JSON, st.sampled_from([None, *key]))
    def holds(value: object, name: str | None) -> None:
        marked = mark(cast(Any, question), value if name is None else {**key, name: value})
        assert 0 <= (marked.points or 0) <= question.points
        assert marked.fault is None or (
            marked.points == 0 and marked.fault.strip() and "validation" not in marked.fault
        )

    holds()


@pytest.mark.parametrize("question", CHOSEN, ids=lambda one: one.id)
def test_each_choice_teaches_something_of_its_own(question: Single | Multiple) -> None:
    told = [choice.feedback for choice in question.choices]
    assert len(set(told)) == len(told)
    wrong = {
        choice.id: choice.feedback for choice in question.choices if choice.id not in (question.key, *question.key)
    }
    assert wrong
    assert not {name: text for name, text in wrong.items() if len(text) < 40}


def test_the_right_choice_does_not_always_stand_at_the_same_place() -> None:
    places = [
        [choice.id for choice in question.choices].index(question.key)
        for question in CHOSEN
        if isinstance(question, Single)
    ]
    assert len(places) >= 3
    assert len(set(places)) > 1


@pytest.mark.parametrize(("found", "question"), QUESTIONS, ids=lambda one: one.id)
def test_what_is_read_keeps_to_the_tone_of_the_house(found: Exercise, question: Question) -> None:
    said = list(sentences(question.model_dump(mode="json")))
    assert len(said) >= 3
    faults = [one for one in said if re.search(r"!|\b(tu|ton|tes|toi)\b|obligatoire| [:;?»]|« |\s\s", one)]
    assert faults == []


@each_exercise
def test_the_notebook_asks_every_question_once_in_order_and_marks_it_for_the_same_points(found: Exercise) -> None:
    notebook = nbformat.read(NOTEBOOKS / found.id / "exercice.ipynb", as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    asked = [cell.source for cell in code if "copie.question" in cell.source]
    assert asked == [f'copie.question("{question.id}")' for question in found.questions]
    numbered = [cell.source.splitlines()[0] for cell in notebook.cells if cell.source.startswith("## Question")]
    assert numbered == [f"## Question {number}" for number in range(1, len(found.questions) + 1)]
    assert f'Sheet("{found.id}")' in code[0].source
    assert max(len(cell.source.splitlines()) for cell in code) <= 3
    cells = {cell.metadata.nbgrader.grade_id: cell for cell in notebook.cells if "nbgrader" in cell.metadata}
    marked = {name: cell for name, cell in cells.items() if cell.metadata.nbgrader.get("points") is not None}
    assert {name: cell.metadata.nbgrader.points for name, cell in marked.items()} == {
        question.id: question.points for question in found.questions
    }
    for question in found.questions:
        kept = cells[question.id].metadata.nbgrader
        # Locked all of them: nbgrader refuses a copy whose unlocked task has no checksum.
        assert (kept.task, kept.grade, kept.locked) == (question.by_hand, not question.by_hand, True)
        if question.by_hand:
            assert cells[f"{question.id}_lu"].source == f'text_of("{found.id}", "{question.id}")'
        else:
            assert cells[question.id].source == f'points("{found.id}", "{question.id}")'
    assert "HIDDEN" not in nbformat.writes(notebook)


@each_exercise
def test_the_notebook_holds_the_bet_before_and_after_and_ends_with_the_hand_in(found: Exercise) -> None:
    notebook = nbformat.read(NOTEBOOKS / found.id / "exercice.ipynb", as_version=4)
    order = [cell.source for cell in notebook.cells if cell.cell_type == "code" and cell.source.startswith("copie.")]
    assert order[:2] == ["copie.progress", "copie.bet"]
    assert order[-2:] == ["copie.bet_again", "copie.hand_in"]


@each_exercise
def test_the_module_says_how_long_its_exercise_takes_and_its_notebook_says_the_same(found: Exercise) -> None:
    folder = NOTEBOOKS / found.id
    minutes = yaml.safe_load((folder / "scenario.yaml").read_text(encoding="utf-8"))["minutes"]["exercice"]
    said = {45: "trois quarts d'heure", 60: "une heure", 75: "une heure et quart"}.get(minutes, f"{minutes} minutes")
    notebook = nbformat.read(folder / "exercice.ipynb", as_version=4)
    assert f"Comptez {said}." in notebook.cells[0].source
    assert "exercice.ipynb" in (folder / "README.md").read_text(encoding="utf-8")
    assert "exercice.ipynb" in (folder / "animation.md").read_text(encoding="utf-8")


HANDED_OUT = ("02_diagnostic_familles", "03_accompagnement")


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What nbgrader hands out of two exercises whose trainer tried them in place."""
    folder = tmp_path_factory.mktemp("cours")
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    for name in HANDED_OUT:
        module = folder / "notebooks" / name
        module.mkdir(parents=True)
        for file in (NOTEBOOKS / name).iterdir():
            if file.is_file():
                shutil.copy(file, module)
        (module / ANSWERS_FILE).write_text(file_of(exercise(name), {}), encoding="utf-8")
    nbgrader_each(folder, *(("generate_assignment", name) for name in HANDED_OUT))
    return folder / "release"


@pytest.mark.slow
@pytest.mark.parametrize("name", HANDED_OUT)
def test_the_release_holds_exactly_the_exercise_and_what_it_reads_and_no_key(name: str, released: Path) -> None:
    found = exercise(name)
    files = released / name
    assert {file.name for file in files.rglob("*")} == {"exercice.ipynb", "scenario.yaml"}
    text = (files / "exercice.ipynb").read_text(encoding="utf-8")
    told = [question.model_dump(mode="json") for question in found.questions]
    secrets = [one["explanation"] for one in told]
    secrets += [said for one in told for part in ("choices", "conditions") for said in sentences(one.get(part, ()))]
    assert len(secrets) > 30
    assert not [secret for secret in secrets if json.dumps(secret, ensure_ascii=False)[1:-1] in text]
