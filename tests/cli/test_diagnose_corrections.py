"""`liaison diagnose` : corriger ce qui n'est pas lu, relire, publier une seule fois ; rien de ce qui est corrigé à la
main ne se perd.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from diagnostic.fictitious_school import ALL_WAYS, received
from diagnostic.survey_exports import csv_text, google_forms, some_families

from liaison.diagnostic.answers import FamilyAnswer
from liaison.diagnostic.papers.exporting import answers_csv
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.answer_code import code_of, in_groups

pytestmark = pytest.mark.usefixtures("answers_protected_once")

PUBLIC = {"diagnostic.docx", "diagnostic.pdf", "diagnostic.html", "indicateurs.csv", "taux_de_reponse.csv"}
REGISTER = "publications.json"
CORRECTIONS = "equipe_corrections_recues.csv"
RIGHT = ("--guesses", "oui")  # the sentences of the tests only look like those of the suite


@pytest.fixture
def spoilt(tmp_path: Path) -> Any:
    """Every answer of the fictitious school, six of them with a word that no form has: fewer than the threshold, and
    far from each other."""
    lines = answers_csv(received(*ALL_WAYS)).decode("utf-8-sig").splitlines(keepends=True)
    spoilt = [rank for rank, line in enumerate(lines) if ";fixe;" in line][::20][:6]
    file = tmp_path / "recues.csv"
    text = "".join(line.replace(";fixe;", ";fibre;") if rank in spoilt else line for rank, line in enumerate(lines))
    file.write_text(text, encoding="utf-8")
    return file


def correct(path: Any, count: int = -1) -> None:
    """Write over the lines to correct what a person would: `count` of them, all by default."""
    path.write_text(path.read_text(encoding="utf-8-sig").replace(";fibre;", ";fixe;", count), encoding="utf-8")


def said(result: Any) -> Any:
    return result.stdout.replace("\u00a0", " ")


def names(folder: Any) -> Any:
    return {path.name for path in folder.iterdir()}


def test_while_cells_are_not_read_only_what_the_team_keeps_is_written(
    liaison: Any, spoilt: Any, tmp_path: Path
) -> None:
    out = tmp_path / "diagnostic"
    result = liaison("diagnose", spoilt, "--out", out)
    assert result.exit_code == 1, result.output
    assert names(out) == {"equipe_problemes.csv", CORRECTIONS, "equipe_correspondance.yaml"}
    assert "Refusées : 0." in said(result)
    assert "Cellules non lues : 6, dans 6 lignes gardées." in said(result)
    assert "Non lu : recues.csv, ligne" in said(result)
    assert "--word 'connexion: fibre=RÉPONSE'" in said(result)
    assert f"corriger les lignes de « {CORRECTIONS} »" in said(result)
    assert "--publish" in said(result)
    answer = json.loads(liaison("diagnose", spoilt, "--out", out, "--json").stdout)
    assert (answer["publie"], answer["lignes_refusees"], "indicateurs" in answer) == (False, 0, False)
    assert (answer["cellules_non_lues"], answer["lignes_gardees_en_partie"]) == (6, 6)
    assert {path.rpartition("/")[2] for path in answer["fichiers"]} == names(out)


def test_even_a_file_of_which_every_line_is_refused_gives_its_lines_to_correct(liaison: Any, tmp_path: Path) -> None:
    file, out = tmp_path / "recues.csv", tmp_path / "diagnostic"
    file.write_text("niveau;connexion;imprimante\n" + "6e;fibre;\n" * 20, encoding="utf-8")
    assert liaison("diagnose", file, "--out", out).exit_code == 1
    correct(out / CORRECTIONS)
    result = liaison("diagnose", file, out / CORRECTIONS, "--out", out)
    assert result.exit_code == 0, result.output
    assert "Lignes lues : 20. Réponses gardées : 20. Refusées : 0." in said(result)


def test_publish_publishes_without_the_unread_cells(liaison: Any, spoilt: Any, tmp_path: Path) -> None:
    out = tmp_path / "diagnostic"
    result = liaison("diagnose", spoilt, "--publish", "--out", out, "--json")
    assert result.exit_code == 1, result.output
    assert names(out) >= {*PUBLIC, REGISTER, CORRECTIONS}
    answer = json.loads(result.stdout)
    assert answer["publie"]
    assert answer["reponses_gardees"] == len(received(*ALL_WAYS))


def test_an_answer_written_otherwise_by_all_is_not_published_as_given_by_nobody(
    liaison: Any, spoilt: Any, tmp_path: Path
) -> None:
    spoilt.write_text(spoilt.read_text(encoding="utf-8").replace(";fixe;", ";fibre;"), encoding="utf-8")
    out = tmp_path / "diagnostic"
    result = liaison("diagnose", spoilt, "--publish", "--out", out)
    assert result.exit_code == 1, result.output
    assert "Non lues, car plus d'une réponse sur cinq n'y est pas lue" in said(result)
    assert "--word 'connexion: fibre=RÉPONSE'" in said(result)
    published = (out / "indicateurs.csv").read_text(encoding="utf-8-sig")
    assert "connexion" not in published
    assert "imprimante" in published
    assert "n'est pas dans ces chiffres" in (out / "diagnostic.html").read_text(encoding="utf-8").replace("’", "'")


def test_nothing_published_tells_a_cell_that_is_not_read_from_one_that_is_empty(
    liaison: Any, spoilt: Any, tmp_path: Path
) -> None:
    """Their number, published, would say at least how many families a hidden « sans réponse » has."""
    empty = tmp_path / "vides.csv"
    empty.write_text(spoilt.read_text(encoding="utf-8").replace(";fibre;", ";;"), encoding="utf-8")
    written = []
    for rank, file in enumerate((spoilt, empty)):
        out = tmp_path / f"publie{rank}"
        assert liaison("diagnose", file, "--publish", "--new-collection", "--out", out).exit_code == 1 - rank
        files = (*(PUBLIC - {"diagnostic.docx", "diagnostic.pdf"}), REGISTER)
        written.append({name: (out / name).read_bytes() for name in files})
    assert written[0] == written[1]
    assert "ce qu'elle a écrit n'a pas pu être lu" in written[1]["diagnostic.html"].decode().replace("’", "'")


def test_what_is_published_with_unread_cells_is_not_published_again_once_they_are_corrected(
    liaison: Any, refused: Any, spoilt: Any, tmp_path: Path
) -> None:
    out = tmp_path / "diagnostic"
    assert liaison("diagnose", spoilt, "--publish", "--out", out).exit_code == 1
    correct(out / CORRECTIONS)
    before = (out / REGISTER).read_bytes()
    result = liaison("diagnose", spoilt, out / CORRECTIONS, "--out", out)
    refused(result, "isolerait moins de 11 familles")
    assert (out / REGISTER).read_bytes() == before


def test_lines_once_corrected_are_counted_in_the_place_of_those_read_in_part_and_published(
    liaison: Any, spoilt: Any, tmp_path: Path
) -> None:
    out = tmp_path / "diagnostic"
    assert liaison("diagnose", spoilt, "--out", out).exit_code == 1
    correct(out / CORRECTIONS)
    result = liaison("diagnose", spoilt, out / CORRECTIONS, "--out", out)
    assert result.exit_code == 0, result.output
    count = len(received(*ALL_WAYS))
    assert f"Lignes lues : {count}. Réponses gardées : {count}. Refusées : 0." in said(result)
    assert "6 lignes de « recues.csv » sont remplacées par leur correction." in said(result)
    assert names(out) >= {*PUBLIC, REGISTER}


def test_what_is_corrected_by_hand_is_never_written_over_and_a_third_run_ends_it(
    liaison: Any, spoilt: Any, tmp_path: Path
) -> None:
    out = tmp_path / "diagnostic"
    assert liaison("diagnose", spoilt, "--out", out).exit_code == 1
    correct(out / CORRECTIONS, 4)
    by_hand = (out / CORRECTIONS).read_bytes()
    again = liaison("diagnose", spoilt, out / CORRECTIONS, "--out", out)
    assert again.exit_code == 1
    assert "Cellules non lues : 2, dans 2 lignes gardées." in said(again)
    assert (out / CORRECTIONS).read_bytes() == by_hand
    left = out / "equipe_corrections_recues_2.csv"
    lines = left.read_text(encoding="utf-8-sig").splitlines()[1:]
    assert len(lines) == 2
    assert all("fibre" in line and ";recues.csv;" in line for line in lines)
    correct(left)
    last = liaison("diagnose", spoilt, out / CORRECTIONS, left, "--out", out)
    assert last.exit_code == 0, last.output
    assert f"Réponses gardées : {len(received(*ALL_WAYS))}. Refusées : 0." in said(last)
    assert (out / CORRECTIONS).read_bytes() == by_hand


def test_corrections_that_one_forgets_to_give_are_not_lost_either(liaison: Any, spoilt: Any, tmp_path: Path) -> None:
    out = tmp_path / "diagnostic"
    assert liaison("diagnose", spoilt, "--out", out).exit_code == 1
    assert liaison("diagnose", spoilt, "--out", out).exit_code == 1
    assert "equipe_corrections_recues_2.csv" not in names(out)  # nobody has touched it: it is the same file
    correct(out / CORRECTIONS)
    by_hand = (out / CORRECTIONS).read_bytes()
    assert liaison("diagnose", spoilt, "--out", out).exit_code == 1
    assert (out / CORRECTIONS).read_bytes() == by_hand
    assert "equipe_corrections_recues_2.csv" in names(out)


def test_a_mapping_corrected_by_hand_stays_whether_it_is_given_or_forgotten(
    liaison: Any, spoilt: Any, tmp_path: Path
) -> None:
    out = tmp_path / "diagnostic"
    assert liaison("diagnose", spoilt, "--out", out).exit_code == 1
    mapping = out / "equipe_correspondance.yaml"
    mapping.write_text("# vérifié par nous\n" + mapping.read_text(encoding="utf-8"), encoding="utf-8")
    by_hand = mapping.read_bytes()
    assert liaison("diagnose", spoilt, "--mapping", mapping, "--out", out).exit_code == 1
    assert mapping.read_bytes() == by_hand
    assert "equipe_correspondance_2.yaml" not in names(out)
    assert liaison("diagnose", spoilt, "--out", out).exit_code == 1
    assert mapping.read_bytes() == by_hand
    assert "equipe_correspondance_2.yaml" in names(out)


def test_a_file_of_answers_that_the_export_would_replace_is_refused(liaison: Any, refused: Any, tmp_path: Path) -> None:
    file = tmp_path / "indicateurs.csv"
    file.write_bytes(answers_csv(received("en_ligne")))
    before = file.read_bytes()
    refused(liaison("diagnose", file, "--out", tmp_path), "indicateurs.csv", "par-dessus")
    assert file.read_bytes() == before
    assert names(tmp_path) == {"indicateurs.csv"}
    assert liaison("diagnose", file, "--out", tmp_path / "ailleurs").exit_code == 0


def test_a_line_whose_cells_are_shifted_is_not_kept_until_somebody_writes_it_again(
    liaison: Any, tmp_path: Path
) -> None:
    """Its cells could all be words of other columns: read as they stand, they would pass for answers."""
    file, out = tmp_path / "recues.csv", tmp_path / "diagnostic"
    file.write_text("niveau;connexion;imprimante\n" + "6e;fixe;non\n" * 20 + "6e;fixe;non;oui\n", encoding="utf-8")
    assert liaison("diagnose", file, "--out", out).exit_code == 1
    again = liaison("diagnose", file, out / CORRECTIONS)
    assert "Réponses gardées : 20. Refusées : 1." in said(again)
    text = (out / CORRECTIONS).read_text(encoding="utf-8-sig")
    (out / CORRECTIONS).write_text(text.replace(";;;recues.csv", "6e;fixe;non;recues.csv", 1), encoding="utf-8")
    mended = liaison("diagnose", file, out / CORRECTIONS)
    assert "Réponses gardées : 21. Refusées : 0." in said(mended), text


def codes_of(count: int) -> list[str]:
    """Codes of as many families, as a school writes them in a list."""
    asked = family_questionnaire()
    given = {"lecture": "jamais", "connexion": "fixe"}
    tokens = [f"{0x9E3779B9 * rank % 2**32:08x}" for rank in range(1, count + 1)]
    families = [FamilyAnswer(questionnaire=asked.id, jeton=token, reponses=given) for token in tokens]
    return [in_groups(code_of(family, asked)) for family in families]


def test_the_help_says_that_a_text_of_codes_is_read_too(liaison: Any) -> None:
    help_ = " ".join(liaison("diagnose", "--help").stdout.replace("│", " ").split())
    assert "un texte des codes que donnent les familles, un par ligne" in help_.replace("\u00a0", " ")


def test_a_refused_code_is_corrected_and_published_and_the_same_code_twice_blocks_nothing(
    liaison: Any, tmp_path: Path
) -> None:
    codes = codes_of(20)
    wrong = f"{codes[-1][:-1]}{'0' if codes[-1][-1] != '0' else '2'}"
    file, out = tmp_path / "codes.txt", tmp_path / "diagnostic"
    file.write_text("\n".join(["Codes reçus", *codes[:-1], codes[0], wrong]), encoding="utf-16")
    result = liaison("diagnose", file, "--out", out)
    assert result.exit_code == 1, result.output
    assert "Lignes lues : 21. Réponses gardées : 19. Refusées : 1. Déjà comptées : 1." in said(result)
    left = out / "equipe_corrections_codes.csv"
    text = left.read_text(encoding="utf-8-sig")
    assert wrong in text
    left.write_text(text.replace(wrong, codes[-1].lower()), encoding="utf-8")
    last = liaison("diagnose", file, left, "--out", out)
    assert last.exit_code == 0, last.output
    assert "Réponses gardées : 20. Refusées : 0. Déjà comptées : 1." in said(last)
    assert names(out) >= {*PUBLIC, REGISTER}
    answer = json.loads(liaison("diagnose", file, left, "--json").stdout)
    assert (answer["lignes_refusees"], answer["lignes_deja_comptees"]) == (0, 1)


def test_an_example_typed_in_an_export_waits_for_a_yes_and_its_line_is_named(liaison: Any, tmp_path: Path) -> None:
    head, *rows = google_forms(some_families(family_questionnaire(), 40, seed=5), joint=";")
    file, out = tmp_path / "reponses.csv", tmp_path / "diagnostic"
    file.write_text(csv_text([head, ["Exemple", *rows[7][1:]], *rows]), encoding="utf-8")
    result = liaison("diagnose", file, *RIGHT, "--threshold", "5", "--out", out)
    assert result.exit_code == 1, result.output
    assert "les retirer du fichier : ligne 2" in said(result)
    assert "Rien n'est encore publié : 1 ligne n'est peut-être d'aucune famille. Retirer celles" in said(result)
    assert not names(out) & {*PUBLIC, REGISTER}
    result = liaison("diagnose", file, *RIGHT, "--threshold", "5", "--publish", "--out", out)
    assert result.exit_code == 1, result.output
    assert names(out) >= {*PUBLIC, REGISTER}


def test_two_exports_between_which_a_family_changed_its_answers_wait_for_a_yes_and_the_report_says_it(
    liaison: Any, tmp_path: Path
) -> None:
    # Google Forms, its seconds taken away by a spreadsheet: a response that was changed has a new time, and nothing
    # tells whose it is.
    head, *rows = google_forms(some_families(family_questionnaire(), 40, seed=5), joint=";")
    since = [[f"{2 + rank % 20:02d}/11/2026 18:{rank:02d}", *row[1:]] for rank, row in enumerate(rows)]
    changed = [*since[:3], ["28/11/2026 07:30", *since[9][1:]], *since[4:]]
    files = [tmp_path / "lundi.csv", tmp_path / "vendredi.csv"]
    for file, lines in zip(files, (since, changed), strict=True):
        file.write_text(csv_text([head, *lines]), encoding="utf-8")
    out = tmp_path / "diagnostic"
    result = liaison("diagnose", *files, *RIGHT, "--threshold", "5", "--out", out)
    assert result.exit_code == 1, result.output
    assert "ne donner qu'un fichier, où chaque famille est une fois" in said(result)
    wait = "Rien n'est encore publié : 39 familles sont peut-être comptées deux fois. Faire ce qui en est dit plus haut"
    assert said(result).index("ne donner qu'un fichier") < said(result).index(wait)
    assert not names(out) & {*PUBLIC, REGISTER}
    result = liaison("diagnose", *files, *RIGHT, "--threshold", "5", "--publish", "--out", out)
    assert result.exit_code == 1, result.output
    assert names(out) >= {*PUBLIC, REGISTER}
    assert "peuvent y compter deux fois" in (out / "diagnostic.html").read_text(encoding="utf-8")
    alone = liaison(*("diagnose", files[1], *RIGHT, "--threshold", "5", "--new-collection", "--out", tmp_path / "seul"))
    assert alone.exit_code == 0, alone.output


def test_families_of_whom_no_answer_is_recognised_wait_for_a_yes_and_the_report_says_that_some_are_not_counted(
    liaison: Any, tmp_path: Path
) -> None:
    head, *rows = google_forms(some_families(family_questionnaire(), 40, seed=5), joint=";")
    unknown = [f"问题{place}" for place in range(3)]
    lines = [[*row, "", "", ""] for row in rows]
    lines += [[f"28/11/2026 07:30:{rank:02}", *[""] * (len(head) - 1), "是", "不", "有时"] for rank in range(10)]
    file, out = tmp_path / "reponses.csv", tmp_path / "diagnostic"
    file.write_text(csv_text([[*head, *unknown], *lines]), encoding="utf-8")
    result = liaison("diagnose", file, *RIGHT, "--threshold", "5", "--out", out)
    assert result.exit_code == 1, result.output
    assert "que les autres laissent vides : 问题0, 问题1, 问题2." in said(result)
    wait = "aucune de leurs réponses n'est reconnue (10 lignes remplies sur 50 dans « reponses.csv »)"
    assert wait in said(result)
    assert not names(out) & {*PUBLIC, REGISTER}
    result = liaison("diagnose", file, *RIGHT, "--threshold", "5", "--publish", "--out", out)
    assert result.exit_code == 1, result.output
    caution = "Des familles qui ont répondu ne comptent pas ici"
    report = (out / "diagnostic.html").read_text(encoding="utf-8").replace("\u00a0", " ")
    assert caution in report
    assert "Réponses gardées : 40." in report
    assert not [words for words in ("Mises à part", "Lignes lues") if words in report]
    whole = tmp_path / "francais.csv"
    whole.write_text(csv_text([head, *rows]), encoding="utf-8")
    result = liaison(*("diagnose", whole, *RIGHT, "--threshold", "5", "--new-collection", "--out", tmp_path / "fr"))
    assert result.exit_code == 0, result.output
    assert caution not in (tmp_path / "fr" / "diagnostic.html").read_text(encoding="utf-8").replace("\u00a0", " ")
