"""Chaque leçon, exécutée cellule après cellule comme par qui la suit : ce qu'elle demande, et ce qu'elle montre."""

from __future__ import annotations

import ast
import contextlib
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
import pytest
from ipywidgets import Box, DOMWidget
from project.test_one_of_each import plural_after_one

from liaison.base.yaml_text import read_yaml
from widgets.kit import Bet, Chart, DataTable, ResultSentence, SourceNote
from widgets.kit.lesson import LessonBet, LessonError

LESSONS = sorted((Path(__file__).parents[2] / "notebooks").glob("*/lecon.ipynb"))
TO_CHANGE = "a-changer"
# What a computer writes and a person does not read: a missing date, a truth, a key, a structure, an English decimal.
RAW = re.compile(r"\bNaT\b|\bnan\b|\bTrue\b|\bFalse\b|\bNone\b|[{}\[\]]|\w_\w|\d\.\d|\d%")


@dataclass
class Run:
    """What each code cell of a lesson gave, in order, and what is left in memory at its end."""

    cells: list[Any]
    memory: dict[str, Any]
    values: dict[str, Any] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)

    def code(self) -> Iterator[Any]:
        return (cell for cell in self.cells if cell.cell_type == "code")


def value_of(source: str, memory: dict[str, Any]) -> Any:
    """Run a cell, and return what its last line shows, as Jupyter does."""
    *body, last = ast.parse(source).body
    if not isinstance(last, ast.Expr):
        return exec(compile(source, "cellule", "exec"), memory)
    exec(compile(ast.Module(body, []), "cellule", "exec"), memory)
    return eval(compile(ast.Expression(last.value), "cellule", "eval"), memory)


def bets(memory: Mapping[str, Any]) -> Iterator[Bet | LessonBet]:
    """The bets that a lesson has made so far, whatever holds them."""
    for held in memory.values():
        for one in (held, getattr(held, "bet", None)):
            if isinstance(one, Bet | LessonBet):
                yield one


def asked(run: Run) -> list[tuple[str, Bet | LessonBet]]:
    """The cells that show a bet, with it, in order."""
    return [
        (cell.id, bet)
        for cell in run.code()
        for bet in bets(run.memory)
        if run.values[cell.id] is bet.widget and run.values[cell.id] is not None
    ]


@pytest.fixture(scope="module", params=LESSONS, ids=lambda lesson: lesson.parent.name)
def run(request: pytest.FixtureRequest) -> Run:
    """The whole lesson, by somebody who always bets on the first option."""
    played = Run(nbformat.read(request.param, as_version=4).cells, {"__name__": "lecon"})
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(request.param.parent)
        for cell in played.code():
            printed = io.StringIO()
            with contextlib.redirect_stdout(printed):
                value = played.values[cell.id] = value_of(cell.source, played.memory)
            played.said[cell.id] = printed.getvalue()
            for bet in bets(played.memory):
                if isinstance(bet, LessonBet) and bet.widget is value:
                    bet.widget.value = bet.bet.options[0].value
    return played


def test_a_lesson_asks_three_bets_and_each_is_followed_by_its_run(run: Run) -> None:
    order = [cell.id for cell in run.code()]
    places = [order.index(name) for name, _ in asked(run)]
    assert len(places) >= 3
    for (name, bet), start, end in zip(asked(run), places, [*places[1:], len(order)], strict=True):
        answers = [run.values[one] for one in order[start + 1 : end] if isinstance(run.values[one], ResultSentence)]
        assert end > start + 1, name
        # The bet of a laboratory answers by itself, once placed.
        assert isinstance(bet, Bet) or [answer.text for answer in answers if "pari" in answer.text], name


def test_who_bet_wrong_reads_what_was_right(run: Run) -> None:
    said = [value.text for value in run.values.values() if isinstance(value, ResultSentence) and "pari" in value.text]
    assert any("La réponse" in text for text in said)


def test_a_lesson_groups_in_sight_and_has_a_chart_that_its_reader_makes_by_changing_one_value(run: Run) -> None:
    assert [cell for cell in run.code() if ".groupby(" in cell.source and not cell.metadata.get("jupyter")]
    [(place, cell)] = [(at, one) for at, one in enumerate(run.cells) if TO_CHANGE in one.metadata.get("tags", [])]
    first, _, rest = cell.source.partition("\n")
    name, _, now = first.partition(" = ")
    offered = offered_in(run.cells[place - 1].source)
    assert ast.literal_eval(now) in offered
    assert len(offered) >= 3
    charts = [value_of(f"{name} = {other!r}\n{rest}", dict(run.memory)) for other in sorted(offered, key=str)]
    assert all(isinstance(chart, Chart) and len(chart.data) >= 2 for chart in charts)
    assert len({str(chart.data) for chart in charts}) == len(charts)


def offered_in(text: str) -> set[Any]:
    """The values that the text above the cell to change offers, each written as in that cell."""
    offered = set()
    for word in re.findall(r"`([^`]+)`", text):
        try:
            offered.add(ast.literal_eval(word))
        except (ValueError, SyntaxError):
            as_in_python = 'Une valeur offerte s\'écrit comme dans la cellule : `"Parité"`, `5`.'
            pytest.fail(f"Au-dessus de la cellule à changer, « `{word}` » n'en est pas une. {as_in_python}")
    return offered


@pytest.mark.parametrize("word", ["Parité", "Niveau de classe", "l'heure"])
def test_a_value_that_is_offered_without_its_quotes_is_told_how_it_is_written(word: str) -> None:
    assert offered_in('Écrivez `"Parité"` ou `5`.') == {"Parité", 5}
    with pytest.raises(pytest.fail.Exception, match=f'« `{word}` » n\'en est pas une.*`"Parité"`, `5`'):
        offered_in(f"Écrivez `{word}` à la place.")


def to_change(run: Run) -> tuple[str, Any, str]:
    """The name that a reader changes, what it holds, and the rest of its cell."""
    [cell] = [cell for cell in run.cells if TO_CHANGE in cell.metadata.get("tags", [])]
    first, _, rest = cell.source.partition("\n")
    name, _, now = first.partition(" = ")
    return name, ast.literal_eval(now), rest


def changed(run: Run, value: object) -> Any:
    """What the cell to change shows, with another value."""
    name, _, rest = to_change(run)
    return value_of(f"{name} = {value!r}\n{rest}", dict(run.memory))


def test_a_wrong_word_in_the_cell_to_change_is_answered_by_one_french_sentence(run: Run) -> None:
    with pytest.raises(LessonError) as error:
        changed(run, "Jours")
    [said] = error.value._render_traceback_()
    assert plain(said).startswith("« Jours » n'est pas un")
    assert "puis exécuter de nouveau" in said


def test_whatever_a_wrong_word_is_answered_with_gives_a_chart_that_reads_as_french(run: Run) -> None:
    _, now, _ = to_change(run)
    with pytest.raises(LessonError) as error:
        changed(run, "Jours")
    offered = re.findall("« ([^»]+) »", plain(str(error.value)))[1:] or [1, now, 40]
    assert isinstance(now, int) or now in offered
    for value in offered:
        chart = changed(run, value)
        labels = [bar["label"] for bar in chart.data]
        assert 2 <= len(labels) <= 24, value
        assert not [label for label in [chart.title, chart.alt, *labels] if RAW.search(label)], value


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_one_in_the_cell_to_change_is_said_in_the_singular(run: Run) -> None:
    _, now, _ = to_change(run)
    chart = changed(run, 1 if isinstance(now, int) else now)
    assert plural_after_one(chart.title) == []


def test_what_a_lesson_shows_reads_as_french(run: Run) -> None:
    for cell in run.code():
        value, said = run.values[cell.id], run.said[cell.id]
        assert value is None or isinstance(value, DOMWidget), f"{cell.id} : {value!r}"
        if isinstance(value, DataTable):
            said += "\n".join([value.caption, *(column["label"] for column in value.columns)])
            said += "\n".join(text for row in value.rows for text in row.values() if isinstance(text, str))
        if isinstance(value, ResultSentence):
            said += value.detail
        if isinstance(value, Chart):
            said += value.title
        assert not RAW.findall(re.sub(r"https?://\S+", "", said)), f"{cell.id} : {said}"


def test_where_a_lesson_says_that_it_names_a_rule_and_its_source_it_cites_some(run: Run) -> None:
    sections = [place for place, cell in enumerate(run.cells) if re.search(r"^## ", cell.source, re.M)]
    for opened in (place for place in sections if "la règle et sa source" in run.cells[place].source):
        ends = next((place for place in sections if place > opened), len(run.cells))
        shown = [run.values.get(cell.id) for cell in run.cells[opened:ends]]
        boxes = [value for value in shown if isinstance(value, Box)]
        notes = [note for box in boxes for note in box.children if isinstance(note, SourceNote)]
        assert notes
        assert all(note.text and note.badge for note in notes)


def test_a_lesson_that_says_of_a_source_that_it_tells_no_cause_gives_it_none(run: Run) -> None:
    """« C'est ce qui a manqué » made a cause of what only says how little was used."""
    for cell in run.cells:
        if re.search(r"ne dit pas pourquoi|pas une cause", cell.source):
            assert not re.search(r"C'est ce qui|[Pp]arce que|à cause|faute d", cell.source), cell.id


POSED = "Ce qui est posé, ce qui s'ensuit, ce qui aurait pu être autre"


def told_in(lesson: Path) -> str:
    """What a lesson says between its cells, as one text."""
    cells = nbformat.read(lesson, as_version=4).cells
    return "\n\n".join(plain(cell.source) for cell in cells if cell.cell_type == "markdown")


def test_each_lesson_that_simulates_says_what_is_posed_what_follows_and_what_could_have_been_otherwise() -> None:
    """A simulation draws what follows from what was put in it: it proves nothing of a school."""
    sections = {lesson.parent.name[:2]: told_in(lesson).partition(f". {POSED}\n")[2] for lesson in LESSONS}
    said = {name: text.partition("\n## ")[0] for name, text in sections.items() if text}
    assert set(said) >= {"01", "02", "03"}
    for name, text in said.items():
        assert "**posé**" in text, name
        assert "**Il s'ensuit**" in text, name
        assert re.search("ce qui aurait pu être autre", text, re.IGNORECASE), name


def test_what_a_lesson_poses_it_does_not_say_to_be_verified() -> None:
    posed = [part for lesson in LESSONS for part in told_in(lesson).split("\n\n") if re.search(r"\bposée?\b", part)]
    assert len(posed) >= 5
    assert [part for part in posed if re.search(r"\bvérifi(?!ez)", part)] == []  # a reader may verify their own tool


def test_what_a_lesson_calls_its_conviction_is_taught_nowhere_as_a_fact() -> None:
    folder = LESSONS[0].parents[1] / "04_decouverte_ent"
    assert "est la conviction de cette leçon" in (folder / "lecon.ipynb").read_text(encoding="utf-8")
    texts = said_in(read_yaml((folder / "exercice.yaml").read_text(encoding="utf-8")))
    taught = [one for one in texts if re.search(r"appren[dt]|souvient|quand on l'a vu|fait plus qu'|envie de la", one)]
    assert [one for one in taught if "conviction" not in one] == []


def said_in(value: Any) -> Iterator[str]:
    """Every text of a file, whatever holds it."""
    if isinstance(value, str):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from said_in(one)


def test_what_checks_a_lesson_is_folded(run: Run) -> None:
    checks = [cell for cell in run.code() if re.search(r"^\s*assert ", cell.source, re.MULTILINE)]
    assert checks
    assert [cell.id for cell in checks if not cell.metadata.get("jupyter", {}).get("source_hidden")] == []
    assert [cell.id for cell in checks if run.values[cell.id] is not None or run.said[cell.id]] == []
