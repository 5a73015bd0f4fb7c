"""Les mesures tournent, en petit : une figure que les docs nomment sort de la commande qu'ils nomment."""

import json
import math
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from bench import FAMILIES

REPOSITORY = Path(__file__).parents[2]
PAGES = [REPOSITORY / "docs" / "mesures.md", *sorted((REPOSITORY / "docs" / "decisions").glob("*.md"))]
# What takes half an hour, or a room, is a command of its own.
APART = {
    "messaging": ("tests.bench_colleges", "2"),
    "voila": ("tests.bench_crowd", "1", "1"),
    "hub": ("tests.bench_hub", "1"),
}
FIGURE = re.compile(rf"`(({'|'.join({*FAMILIES, *APART})})\.[a-z0-9_]+)`")
NAMED = {(family, figure) for page in PAGES for figure, family in FIGURE.findall(page.read_text(encoding="utf-8"))}


def run(*words: str) -> str:
    done = subprocess.run([sys.executable, "-m", *words], cwd=REPOSITORY, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def figures(family: str, folder: Path) -> dict[str, float]:
    """What the commands of a family measure, each at its smallest."""
    found: dict[str, float] = {}
    if family in FAMILIES:
        file = folder / "mesures.json"
        run("tests.bench", "--small", "--only", family, "--json", str(file))
        report = json.loads(file.read_text(encoding="utf-8"))
        assert {"date", "machine", "figures"} == set(report)
        found |= report["figures"]
    if family in APART:
        lines = (line.rsplit(" ", 1) for line in run(*APART[family]).replace("\u202f", "").splitlines())
        found |= {name: float(value) for name, value in lines}
    return found


def test_each_family_of_measures_is_a_file_and_none_is_forgotten() -> None:
    """A module gives its measures by a file of its own: nothing is to be added elsewhere."""
    there = {path.stem.removeprefix("bench_") for path in (REPOSITORY / "tests").glob("bench_*.py")}
    assert set(FAMILIES) <= there
    assert {family for family, _ in NAMED} <= {*FAMILIES, *APART}


@pytest.mark.browser
@pytest.mark.parametrize("family", [*FAMILIES, "hub"])
def test_every_measure_runs_and_gives_the_figures_that_the_pages_name(tmp_path: Path, family: str) -> None:
    measured = figures(family, tmp_path)
    assert measured
    assert all(math.isfinite(value) and value >= 0 for value in measured.values())
    assert {figure for of, figure in NAMED if of == family} <= set(measured)


@pytest.mark.browser
def test_the_form_is_measured_as_others_make_it_in_the_same_command(tmp_path: Path) -> None:
    file = tmp_path / "mesures.json"
    run("tests.bench", "--small", "--only", "peers", "--json", str(file))
    measured = json.loads(file.read_text(encoding="utf-8"))["figures"]
    installed = {"voila", *(["nicegui"] if find_spec("nicegui") else [])}
    assert {name.partition("_")[0] for name in measured} == {f"peers.{name}" for name in installed}
    assert all(value > 0 for value in measured.values())


@pytest.mark.browser
def test_the_charts_are_compared_on_the_chart_that_was_kept() -> None:
    lines = [json.loads(line) for line in run("tests.bench_charts", "--small", "témoin", "Chart").splitlines()]
    assert [line["name"] for line in lines] == ["témoin (page sans graphique)", "Chart (suite)"]
    assert [line.get("échec") for line in lines] == [None, None]
    assert lines[1]["update_ms_median"] > 0
