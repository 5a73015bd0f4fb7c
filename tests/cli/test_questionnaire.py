"""`liaison questionnaire` : le site, les feuilles, les imports, l'affiche ; une chose à la fois."""

from __future__ import annotations

import json
import random
import shlex
from pathlib import Path
from typing import Any

import pytest
from diagnostic.survey_exports import some_families

from liaison.base.terminal import typed
from liaison.diagnostic.answers import FamilyAnswer
from liaison.diagnostic.papers.exporting import answers_csv
from liaison.diagnostic.questionnaire.information import FILE
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.answer_code import code_of, in_groups

BASE = "https://questionnaire.example.org/"


def test_help_is_in_french_with_an_example(liaison: Any) -> None:
    result = liaison("questionnaire", "--help")
    assert result.exit_code == 0
    text = result.stdout.replace("\u00a0", " ")
    assert "Exemple : liaison questionnaire --site sortie/questionnaire" in text
    for english in ("Usage", "Show this", "required", "default"):
        assert english not in text


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "une chose à la fois"),
        (["--site", "x", "--paper", "y"], "une chose à la fois"),
        (["--site", "x", "--address", BASE], "--address ne va qu'avec --poster"),
        (["--imports", "x", "--level", "cp"], "--level ne va qu'avec"),
        (["--site", "x", "--lang", "ar"], "toutes les langues"),
        (["--blank", "x", "--information", "y"], "--information ne va pas avec --blank"),
        (["--paper", "x", "--information", "y"], "n'est pas un fichier lisible"),
        (["--poster", "x"], "Il manque --address URL"),
        (["--poster", "x", "--address", "ecole"], "n'est pas une adresse"),
        (["--poster", "x", "--address", BASE, "--level", "6e"], "sixieme"),
        (["--poster", "x", "--address", BASE, "--lang", "xx"], "fr_simple"),
    ],
)
def test_bad_input_is_one_french_sentence_and_writes_nothing(
    liaison: Any, refused: Any, words: Any, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = liaison("questionnaire", *words)
    refused(result, told)
    assert list(tmp_path.iterdir()) == []


def test_without_a_record_the_command_says_what_families_are_not_told(liaison: Any, tmp_path: Path) -> None:
    made = liaison("questionnaire", "--paper", tmp_path / "sans", "--lang", "fr")
    assert made.exit_code == 0
    told = made.stderr.replace("\u00a0", " ")
    assert "Il manque : qui est responsable, qui lit les réponses" in told
    blank = tmp_path / "fiche.yaml"
    assert f"--blank {FILE}" in told
    made = liaison("questionnaire", "--blank", blank)
    assert made.exit_code == 0
    assert f"--information {typed(blank)}" in " ".join(made.output.split())
    blank.write_text(blank.read_text().replace("contact: ''", "contact: secretariat@ecole.example"))
    half = liaison("questionnaire", "--paper", tmp_path / "moitie", "--lang", "fr", "--information", blank)
    assert "Il manque : qui est responsable" in half.stderr.replace("\u00a0", " ")
    assert "à qui écrire" not in half.stderr
    whole = "responsable: X\nlecteurs: X\njusqu_au: 2027-09-30\ncontact: X\ndelegue: X\n"
    blank.write_text(whole)
    done = liaison("questionnaire", "--paper", tmp_path / "avec", "--lang", "fr", "--information", blank)
    assert "Il manque" not in done.stderr


def test_a_file_in_the_place_of_the_site_is_refused_and_stays(liaison: Any, refused: Any, tmp_path: Path) -> None:
    (tmp_path / "site").write_text("à garder")
    refused(liaison("questionnaire", "--site", tmp_path / "site"), "est un fichier")
    assert (tmp_path / "site").read_text() == "à garder"


def test_each_thing_is_written_and_named(liaison: Any, tmp_path: Path) -> None:
    site = liaison("questionnaire", "--site", tmp_path / "-site")
    assert site.exit_code == 0
    assert {"index.html", "fr.html", "ar.html"} <= {path.name for path in (tmp_path / "-site").iterdir()}
    assert "10 pages" in site.stdout.replace("\u00a0", " ")
    paper = liaison("questionnaire", "--paper", tmp_path / "papier", "--lang", "fr,en", "--level", "sixieme")
    assert "questionnaire_en.pdf" in paper.stdout
    imports = liaison("questionnaire", "--imports", tmp_path / "imports", "--lang", "fr")
    assert "limesurvey.txt, framaforms_fr.txt" in imports.stdout
    poster = liaison("questionnaire", "--poster", tmp_path / "affiche", "--address", BASE, "--level", "sixieme")
    assert f"{BASE}index.html#niveau=sixieme" in poster.stdout
    assert len(list((tmp_path / "affiche").iterdir())) == 3


def test_a_school_s_own_export_gives_the_questionnaire_that_diagnose_then_counts(
    liaison: Any, refused: Any, tmp_path: Path
) -> None:
    export, out = tmp_path / "la cantine.csv", tmp_path / "la cantine"
    lines = [f"Fictive {rank};{'Oui' if rank % 3 else 'Non'};{'A' if rank % 2 else 'B'};6e" for rank in range(40)]
    export.write_text("\n".join(["Nom;Mange à la cantine ?;q_03;Niveau", *in_no_order(lines)]), encoding="utf-8")
    result = liaison("questionnaire", "--own", export, "--out", out)
    assert result.exit_code == 0, result.output
    said = result.stdout.replace("\u00a0", " ")
    assert "Questions trouvées : 2. Lignes lues : 40. Réponses gardées : 40." in said
    assert "« title », la phrase de ces questions : q_03." in " ".join(said.split())
    written = (out / "questionnaire.yaml").read_text(encoding="utf-8")
    (out / "questionnaire.yaml").write_text(written.replace("title: q_03", "title: Vient à pied ?"), encoding="utf-8")
    assert "Laissée de côté : « Nom » porte le titre d'un nom de personne." in said
    assert "Pour regrouper : « Niveau »." in said
    words = result.stdout.rpartition("liaison diagnose")
    assert shlex.split("".join(words[1:]))[1:4] == ["diagnose", str(export), "--questionnaire"]
    assert "« q_03 » : « A » (20 familles), « B » (20 familles)." in " ".join(said.split()).replace(
        "« B » (20 familles), « A » (20 familles)", "« A » (20 familles), « B » (20 familles)"
    )
    made = ("--questionnaire", out / "questionnaire.yaml", "--mapping", out / "correspondance.yaml")
    refused(liaison("diagnose", export, *made), "n'est pas encore relu", "relu: oui")
    assert not any("famille" in path.read_text(encoding="utf-8") for path in out.iterdir())
    read_again(out)
    counted = liaison("diagnose", export, *made, "--out", tmp_path / "diagnostic")
    assert counted.exit_code == 0, counted.output
    table = (tmp_path / "diagnostic" / "indicateurs.csv").read_text(encoding="utf-8-sig")
    assert "Mange à la cantine ?" in table
    assert "Vient à pied ?" in table
    refused(liaison("questionnaire", "--own", export, "--out", out), "existe déjà")
    refused(liaison("questionnaire", "--own", export), "--out DOSSIER vont ensemble")


@pytest.mark.parametrize("form", ["csv", "json", "codes"])
def test_what_the_suite_wrote_needs_no_questionnaire_of_its_own_and_the_command_that_is_named_reads_it(
    form: str, liaison: Any, refused: Any, tmp_path: Path
) -> None:
    answers = some_families(family_questionnaire(), 40, seed=3)
    family = {"version": 1, "questionnaire": "diagnostic_familles", "reponses": {"connexion": "fixe"}}
    known = family_questionnaire()
    codes = [
        in_groups(
            code_of(FamilyAnswer(questionnaire=known.id, jeton=f"{rank:08x}", reponses={"lecture": "jamais"}), known)
        )
        for rank in range(5)
    ]
    export = tmp_path / f"nos réponses.{form}"
    export.write_bytes(
        {
            "csv": answers_csv(answers),
            "json": json.dumps([family]).encode(),
            "codes": "\n".join(codes).encode(),
        }[form]
    )
    out = tmp_path / "le nôtre"
    result = liaison("questionnaire", "--own", export, "--out", out)
    refused(result, "que la suite a écrit", "aucun autre n'est à faire", "Rien n'est écrit")
    assert not out.exists()
    command = shlex.split("liaison diagnose" + result.output.rpartition("liaison diagnose")[2])
    read = liaison(*command[1:])
    assert read.exit_code == 0, read.output
    assert "Refusées : 0." in read.stdout.replace("\u00a0", " ")


def read_again(folder: Path) -> tuple[str | Path, ...]:
    """Say in a questionnaire that its words were read; what diagnose is given to read with it."""
    path = folder / "questionnaire.yaml"
    text = path.read_text(encoding="utf-8")
    assert "relu: non" in text
    path.write_text(text.replace("relu: non", "relu: oui"), encoding="utf-8")
    return "--questionnaire", path, "--mapping", folder / "correspondance.yaml"


def in_no_order(lines: list[str]) -> list[str]:
    """One that comes again and again is that of an export pasted below itself."""
    return random.Random(7).sample(lines, len(lines))


def own_export(path: Path, columns: dict[str, list[str]]) -> Path:
    """Write an export whose columns hold these answers, not each the same number of times as if it were pasted."""
    turns = [
        [answers[rank // (place + 1) % len(answers)] for rank in range(61)]
        for place, answers in enumerate(columns.values())
    ]
    lines = [";".join(cells) for cells in zip(*turns, strict=True)]
    path.write_text("\n".join([";".join(columns), *in_no_order(lines)]), encoding="utf-8")
    return path


def test_no_name_of_a_form_is_in_what_is_published_and_the_way_to_confirm_an_answer_is_said(
    liaison: Any, tmp_path: Path
) -> None:
    staff = ["Riou Marie", "Tanguy Paul", "Salaün Anne"]
    columns = {"Qui suit votre enfant ?": staff, "Mange à la cantine ?": ["Oui", "Non", "Parfois"]}
    export, out = own_export(tmp_path / "suivi.csv", columns), tmp_path / "suivi"
    said = " ".join(liaison("questionnaire", "--own", export, "--out", out).stdout.replace("\u00a0", " ").split())
    assert "Mise de côté : « Qui suit votre enfant ? »" in said
    assert "« confirmed »" in said
    assert "ils ne sortent pas de l'équipe" in said
    made = read_again(out)
    done = liaison("diagnose", export, *made, "--out", tmp_path / "public", "--threshold", "5")
    assert done.exit_code == 0, done.output
    public = [path for path in (tmp_path / "public").iterdir() if path.suffix in (".csv", ".html", ".json")]
    texts = [path.read_text(encoding="utf-8-sig") for path in public if not path.name.startswith("equipe_")]
    assert any("cantine" in text for text in texts)
    assert not any(name in text for text in texts for name in ("Riou", "riou", "Tanguy", "Salaün", "Qui suit"))


def test_a_form_of_which_every_question_waits_is_written_and_counts_nothing_until_one_is_confirmed(
    liaison: Any, refused: Any, tmp_path: Path
) -> None:
    export, out = own_export(tmp_path / "suivi.csv", {"Quel groupe ?": ["Riou", "Tanguy"]}), tmp_path / "suivi"
    assert liaison("questionnaire", "--own", export, "--out", out).exit_code == 0
    made = read_again(out)
    refused(liaison("diagnose", export, *made), "toutes attendent d'être relues")
    text = (out / "questionnaire.yaml").read_text(encoding="utf-8")
    text = text.replace("held:\n- ", "held:\n- confirmed: [Riou, tanguy]\n  ")
    (out / "questionnaire.yaml").write_text(text, encoding="utf-8")
    assert liaison("diagnose", export, *made).exit_code == 0
