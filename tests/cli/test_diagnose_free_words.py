"""`liaison diagnose` : ce que « Autre » ne prend plus est dit, rien n'est publié avant, et le remède dit suffit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from diagnostic.test_free_words import SINGLE, content
from diagnostic.test_more_answers import among

pytestmark = pytest.mark.usefixtures("answers_protected_once")


def test_a_reworded_answer_and_two_ticks_wait_and_what_is_said_to_type_and_to_write_reads_them_all(
    liaison: Any, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    (tmp_path / "semaine_1.csv").write_bytes(content(SINGLE * 3))
    later = [*SINGLE * 3, *["En car"] * 9, *["En bus, À pied"] * 6]
    (tmp_path / "semaine_2.csv").write_bytes(content(later))
    assert liaison("questionnaire", "--own", tmp_path / "semaine_1.csv", "--out", own).exit_code == 0
    form = own / "questionnaire.yaml"
    form.write_text(form.read_text(encoding="utf-8").replace("relu: non", "relu: oui"), encoding="utf-8")
    with_it = ("--questionnaire", form, "--mapping", own / "correspondance.yaml", "--threshold", "5")

    def diagnosed(name: str, *words: str) -> tuple[int, str, set[str]]:
        out = tmp_path / name
        result = liaison("diagnose", tmp_path / "semaine_2.csv", *with_it, "--out", out, *words)
        return result.exit_code, result.stdout.replace("\u00a0", " "), {path.name for path in out.iterdir()}

    code, text, names = diagnosed("avant")
    assert (code, "indicateurs.csv" in names) == (1, False)
    assert "« En car » n'est pas lu dans 9 lignes" in text
    assert "6 lignes de la colonne « Comment venez-vous ? » donnent plusieurs réponses" in text
    remedy = "comment_venez_vous: En car=en_bus"
    assert f"--word '{remedy.removesuffix('en_bus')}RÉPONSE'" in text
    before, after = form.read_text(encoding="utf-8").split("- id: comment_venez_vous")
    assert "kind: single" in after
    after = after.replace("kind: single", "kind: multiple", 1)
    form.write_text(f"{before}- id: comment_venez_vous{after}", encoding="utf-8")
    code, text, names = diagnosed("apres", "--word", remedy)
    assert (code, "indicateurs.csv" in names) == (0, True)
    table = (tmp_path / "apres" / "indicateurs.csv").read_text(encoding="utf-8-sig").splitlines()
    (bus,) = (line for line in table if ";En bus;ensemble;" in line)
    assert f";{3 * 12 + 9 + 6};" in bus


def test_answers_that_the_first_file_had_not_are_added_at_once_and_what_is_written_reads_the_next_one(
    liaison: Any, tmp_path: Path
) -> None:
    own, out, following = tmp_path / "own", tmp_path / "out", tmp_path / "suite"
    (tmp_path / "semaine_1.csv").write_bytes(content(SINGLE * 3))
    (tmp_path / "semaine_2.csv").write_bytes(content(among(SINGLE * 3, [*["En train"] * 9, *["En car"] * 6])))
    assert liaison("questionnaire", "--own", tmp_path / "semaine_1.csv", "--out", own).exit_code == 0
    form = own / "questionnaire.yaml"
    form.write_text(form.read_text(encoding="utf-8").replace("relu: non", "relu: oui"), encoding="utf-8")

    def diagnosed(form: Path, mapping: Path, out: Path, *options: str) -> tuple[int, str, set[str]]:
        with_it = ("--questionnaire", form, "--mapping", mapping, "--threshold", "5", *options)
        result = liaison("diagnose", tmp_path / "semaine_2.csv", *with_it, "--out", out)
        return result.exit_code, result.stdout.replace("\u00a0", " "), {path.name for path in out.iterdir()}

    code, text, names = diagnosed(form, own / "correspondance.yaml", tmp_path / "avant")
    assert (code, "indicateurs.csv" in names) == (1, False)
    assert (
        "Si « En train », « En car » sont des réponses que le formulaire propose, relancer avec --more-answers" in text
    )
    code, text, names = diagnosed(form, own / "correspondance.yaml", out, "--more-answers")
    assert (code, {"indicateurs.csv", "equipe_questionnaire.yaml"} <= names) == (0, True)
    assert "Ajoutées au questionnaire : « En train », « En car »." in text
    assert "--more-answers" not in text
    table = (out / "indicateurs.csv").read_text(encoding="utf-8-sig").splitlines()
    (train,) = (line for line in table if ";En train;ensemble;" in line)
    assert ";9;" in train
    kept = (out / "equipe_questionnaire.yaml", out / "equipe_correspondance.yaml")
    code, text, names = diagnosed(*kept, following)
    assert (code, "indicateurs.csv" in names) == (0, True), text
