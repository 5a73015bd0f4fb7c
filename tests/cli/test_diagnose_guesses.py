"""`liaison diagnose` : ce qui n'est que deviné attend un oui, et l'export suivant ne le redemande pas."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from diagnostic.fictitious_school import ALL_WAYS, received

from liaison.diagnostic.papers.exporting import answers_csv

pytestmark = pytest.mark.usefixtures("answers_protected_once")

MAPPING = "equipe_correspondance.yaml"
PUBLISHED = "indicateurs.csv"


def words_of(result: Any) -> str:
    return " ".join(result.stdout.replace("\u00a0", " ").split())


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """What the school received in the table of another tool: a title and a word that only look like the right ones."""
    lines = answers_csv(received(*ALL_WAYS)).decode("utf-8-sig").splitlines()
    cells = [line.split(";") for line in lines]
    places = [cells[0].index(name) for name in ("niveau", "connexion", "imprimante", "lecture")]
    rows = [[line[place] for place in places] for line in cells]
    rows[0][2] = "imprimantes"
    text = "\n".join(";".join(row) for row in rows).replace(";mobile_limitee;", ";mobile limité;")
    file = tmp_path / "tableau.csv"
    file.write_text(text, encoding="utf-8")
    return file


def test_what_is_only_guessed_is_said_and_not_published_even_with_publish(
    liaison: Any, table: Path, tmp_path: Path
) -> None:
    out = tmp_path / "diagnostic"
    result = liaison("diagnose", table, "--publish", "--out", out)
    assert result.exit_code == 1, result.output
    assert not (out / PUBLISHED).exists()
    said = words_of(result)
    assert "Deviné : La colonne « imprimantes » est comprise comme" in said
    assert "Deviné : Dans « connexion », « mobile limité » comme" in said
    assert "--guesses oui" in said
    assert "--guesses non" in said
    assert f"« {MAPPING} »" in said
    answer = json.loads(liaison("diagnose", table, "--json").stdout)
    assert [each["mots"] for each in answer["lectures_devinees"]] == [{"mobile limité": "mobile_limitee"}, {}]
    assert (answer["lectures_devinees"][1]["colonne"], answer["publie"]) == ("imprimantes", False)


def test_said_right_it_is_published_and_the_next_export_is_read_with_what_was_kept_without_asking(
    liaison: Any, table: Path, tmp_path: Path
) -> None:
    out = tmp_path / "diagnostic"
    result = liaison("diagnose", table, "--guesses", "oui", "--out", out)
    assert result.exit_code == 0, result.output
    assert (out / PUBLISHED).exists()
    assert "Deviné, et dit juste : La colonne « imprimantes »" in words_of(result)
    again = liaison("diagnose", table, "--mapping", out / MAPPING, "--out", tmp_path / "suivant")
    assert again.exit_code == 0, again.output
    assert (tmp_path / "suivant" / PUBLISHED).read_bytes() == (out / PUBLISHED).read_bytes()
    assert "Deviné" not in words_of(again)


def test_said_not_to_be_right_nothing_of_it_is_read_and_its_words_wait_as_those_that_nobody_knows(
    liaison: Any, table: Path, tmp_path: Path
) -> None:
    out = tmp_path / "diagnostic"
    result = liaison("diagnose", table, "--guesses", "non", "--out", out)
    said = words_of(result)
    assert (result.exit_code, "Deviné" in said, (out / PUBLISHED).exists()) == (1, False, False)
    assert "--word 'connexion: mobile limité=RÉPONSE'" in said
    published = liaison(
        *("diagnose", table, "--guesses", "non", "--word", "connexion: mobile limité=mobile_limitee", "--out", out)
    )
    assert published.exit_code == 0, published.output
    text = (out / PUBLISHED).read_text(encoding="utf-8-sig")
    assert ("connexion" in text, "imprimante" in text) == (True, False)


def test_of_two_files_of_which_one_is_guessed_what_to_do_is_true_and_a_mapping_of_one_reads_the_other(
    liaison: Any, table: Path, tmp_path: Path
) -> None:
    other, out = tmp_path / "autre.csv", tmp_path / "diagnostic"
    lines = table.read_text(encoding="utf-8").replace("imprimantes", "imprimante").splitlines()
    other.write_text("\n".join([lines[0], *reversed(lines[1::2])]), encoding="utf-8")
    result = liaison("diagnose", table, other, "--new-collection", "--out", out)
    said = words_of(result)
    assert (result.exit_code, "Deviné : « tableau.csv » : La colonne « imprimantes »" in said) == (1, True), said
    assert "Une correspondance donnée à --mapping lit tous les fichiers d'une commande" in said
    assert "relancer avec --mapping" not in said
    kept = next(out.glob("equipe_correspondance_tableau.yaml"))
    with_it = words_of(liaison("diagnose", table, other, "--mapping", kept, "--out", tmp_path / "deux"))
    assert "celle-ci pose la même question et est lue à leur place : imprimante" in with_it
    assert "n'est pas lue" not in with_it
    assert "n'a pas été comprise" not in with_it


def test_a_plan_writes_nothing_of_what_is_only_guessed_before_it_is_said_right(
    liaison: Any, table: Path, tmp_path: Path
) -> None:
    from liaison.school.fictitious.generator import school_from
    from liaison.support.fictitious import fictitious_needs
    from liaison.support.needs.needs_file import needs_csv

    needs, out = tmp_path / "besoins.csv", tmp_path / "plan"
    needs.write_bytes(needs_csv(fictitious_needs(school_from("college_rep_plus", 7), 7)))
    plan = ("plan", needs, "--zone", "C", "--lent-on", "2026-12-07", "--date", "2026-11-25", "--answers", table)
    refused = liaison(*plan, "--new-collection", "--out", out)
    said = " ".join(refused.output.replace("\u00a0", " ").split())
    assert (refused.exit_code != 0, out.exists(), "« imprimantes »" in said) == (True, False, True)
    assert "--guesses oui" in said
    right = liaison(*plan, "--new-collection", "--guesses", "oui", "--out", out)
    assert right.exit_code == 0, right.output
