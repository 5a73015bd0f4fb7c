"""`liaison diagnose` : des réponses qui sont des dessins se publient, et le PDF dit leur nom."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pypdf
import pytest

pytestmark = pytest.mark.usefixtures("answers_protected_once")

SMILEYS = ("\U0001f642", "\U0001f610", "\U0001f641", "\u2705 Sans avis")


def test_answers_that_are_smileys_are_published_and_the_pdf_says_their_names(liaison: Any, tmp_path: Path) -> None:
    own, out, export = tmp_path / "own", tmp_path / "out", tmp_path / "sortie.csv"
    answers = random.Random(7).choices(SMILEYS, k=60)
    export.write_text("\n".join(["Êtes-vous contents de la sortie ?", *answers]), encoding="utf-8")
    assert liaison("questionnaire", "--own", export, "--out", own).exit_code == 0
    form = own / "questionnaire.yaml"
    form.write_text(form.read_text(encoding="utf-8").replace("relu: non", "relu: oui"), encoding="utf-8")
    files = ("--questionnaire", form, "--mapping", own / "correspondance.yaml", "--threshold", "5", "--out", out)
    result = liaison("diagnose", export, *files)
    assert result.exit_code == 0, result.stdout
    (made,) = out.glob("*.pdf")
    words = " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(made).pages).split())
    names = ("[visage avec un léger sourire]", "[visage neutre]", "[visage légèrement mécontent]", "[bouton coché]")
    assert [name for name in names if name not in words] == []
    assert all(smiley in next(out.glob("*.html")).read_text(encoding="utf-8") for smiley in SMILEYS)
