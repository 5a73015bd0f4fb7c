"""`liaison charter --before` : la feuille du conseil, celle du laboratoire, ou un refus qui le dit."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from liaison.documents import to_html
from liaison.messaging.papers.before_after import BeforeAfter, compared
from liaison.messaging.papers.charter import charter
from liaison.messaging.papers.council_sheet import council_sheet
from liaison.messaging.policy.policy import load_policy
from liaison.messaging.traffic.clock import Period
from liaison.school.fictitious.generator import school_from

ON = dt.date(2026, 11, 27)
FIRST = dt.date(2026, 11, 2)


def change() -> BeforeAfter:
    before, after = map(load_policy, ("tout_tout_de_suite", "equilibree"))
    return compared(school_from("ecole_6_classes", 7), before, after, Period(FIRST, 4), 7)


def test_the_command_writes_the_sheet_of_the_same_two_policies(liaison: Any, tmp_path: Path) -> None:
    words = (
        "--fiction",
        "ecole_6_classes",
        "--kind",
        "ecole",
        "--weeks",
        4,
        "--seed",
        7,
        "--start",
        FIRST,
        "--date",
        ON,
    )
    result = liaison(
        *("charter", "--policy", "equilibree", "--before", "tout_tout_de_suite", "--name", "École X"),
        *(*words, "--out", tmp_path),
    )
    assert result.exit_code == 0, result.output
    papers = {f"{stem}.{ending}" for stem in ("charte", "feuille_du_conseil") for ending in ("docx", "pdf", "html")}
    assert {path.name for path in tmp_path.iterdir()} == {*papers, "avant_apres.svg"}
    made = change()
    assert (tmp_path / "feuille_du_conseil.html").read_text("utf-8") == to_html(
        council_sheet(made, "École X", ON, "ecole")
    )
    assert (tmp_path / "avant_apres.svg").read_text("utf-8") == made.svg()
    page = (tmp_path / "charte.html").read_text("utf-8")
    assert page == to_html(charter(made.after.policy, "École X", ON, "ecole", change=made))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--fiction", "lgt"), "donnez aussi --before"),
        (("--before", "vie_scolaire", "--fiction", "{folder}"), "ne le fait que d'une école fictive"),
        (("--before", "vie_scolaire", "--fiction", "lgt"), "donnez --kind lgt"),
        (("--before", "equilibree"), "Changez un réglage, ou choisissez une autre politique"),
    ],
)
def test_what_cannot_be_compared_is_refused_and_nothing_is_written(
    words: tuple[str, ...], sentence: str, liaison: Any, tmp_path: Path
) -> None:
    out = tmp_path / "sortie"
    words = tuple(word.format(folder=tmp_path) for word in words)
    result = liaison("charter", "--policy", "equilibree", *words, "--out", out)
    assert result.exit_code == 2, result.output
    assert sentence in " ".join(result.stderr.replace("\u00a0", " ").split())
    assert not out.exists()
