"""Ce que chaque commande `liaison` répond : à l'écran, en JSON, dans les fichiers qu'elle écrit."""

from __future__ import annotations

import ast
import json
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from app.cli import app
from app.cli.commands import app as commands
from app.cli.output import Steps, print_table
from app.cli.simulating import as_text, figure_rows
from liaison.school.open_data.uai import control_letter

DATA = Path(__file__).parents[2] / "../shared/data/schools"


def test_check_exits_1_exactly_when_a_finding_rests_on_a_loi_or_a_reglement(liaison: Any) -> None:
    seen = set()
    for preset in ("equilibree", "tout_tout_de_suite", "circulaire_2025", "papier_d_abord"):
        result = liaison("check", preset, "--date", "2026-11-25", "--json")
        answer = json.loads(result.stdout)
        binding = [one for one in answer["constats"] if one["rule"]["kind"] in ("loi", "reglement")]
        assert result.exit_code == (1 if binding else 0)
        assert liaison("check", preset, "--date", "2026-11-25").exit_code == result.exit_code
        seen.add(result.exit_code)
    assert seen == {0, 1}


def test_check_shows_the_kind_and_the_source_of_each_finding(liaison: Any) -> None:
    result = liaison("check", "tout_tout_de_suite", "--date", "2026-11-25")
    text = result.stdout.replace("\u00a0", " ")
    assert "Politique « " in text
    assert any(line.startswith(("[Loi]", "[Règlement]")) for line in text.splitlines())
    assert text.count("Source : ") == text.count("Que faire : ") >= 2


def test_check_says_for_which_kind_of_school_and_looks_only_at_what_it_has(liaison: Any) -> None:
    def purposes(kind: str) -> set[str]:
        found = json.loads(
            liaison("check", "tout_tout_de_suite", "--kind", kind, "--date", "2026-11-25", "--json").stdout
        )
        assert found["type"] == kind
        return {purpose for one in found["constats"] for purpose in one["purposes"]}

    assert "orientation" in purposes("college")
    assert "orientation" not in purposes("ecole")
    said = liaison("check", "tout_tout_de_suite", "--kind", "ecole", "--date", "2026-11-25").stdout
    assert "dans une école, règles" in said
    assert "dans un collège, règles" in liaison("check", "tout_tout_de_suite", "--date", "2026-11-25").stdout


def test_check_uses_the_rules_of_the_day_asked_for(liaison: Any) -> None:
    codes = {
        day: {
            one["code"]
            for one in json.loads(liaison("check", "tout_tout_de_suite", "--date", day, "--json").stdout)["constats"]
        }
        for day in ("2024-09-01", "2026-09-01")
    }
    assert codes["2024-09-01"] < codes["2026-09-01"]


def test_simulate_writes_the_trace_and_the_indicators(liaison: Any, school: Path, tmp_path: Path) -> None:
    words = ("simulate", "--school", school, "--policy", "equilibree", "--weeks", 2, "--seed", 7)
    result = liaison(*words, "--out", tmp_path / "a")
    assert result.exit_code == 0, result.output
    assert "[1/4]" in result.stderr
    assert "fictives" in result.stdout
    assert re.search(r"Informées à temps\u00a0: \d+,\d\u00a0% \(\d+ messages sur \d+\)\.", result.stdout)
    assert re.search(r"\u00a0: \d+,\d en médiane, \d+,\d pour les plus sollicités", result.stdout)
    written = {path.name for path in (tmp_path / "a").iterdir()}
    assert written >= {"trace.csv", "indicateurs.json", "indicateurs.csv"}
    trace = pd.read_csv(tmp_path / "a" / "trace.csv")
    assert set(trace["informed"]) == {"oui", "non"}
    found = json.loads((tmp_path / "a" / "indicateurs.json").read_text(encoding="utf-8"))
    figures = pd.read_csv(tmp_path / "a" / "indicateurs.csv").set_index(["tableau", "ligne", "mesure"])["valeur"]
    assert figures["reach", "ensemble", "messages"] == found["reach"]["messages"] > 0
    again = liaison(*words, "--out", tmp_path / "b", "--json")
    assert json.loads(again.stdout)["indicateurs"] == found
    assert (tmp_path / "a" / "trace.csv").read_bytes() == (tmp_path / "b" / "trace.csv").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


def test_simulate_takes_other_hypotheses_and_refuses_unknown_ones(liaison: Any, school: Path, tmp_path: Path) -> None:
    words = ("simulate", "--school", school, "--policy", "equilibree", "--weeks", 2, "--seed", 7, "--json")
    usual = json.loads(liaison(*words).stdout)["indicateurs"]["reach"]["informed"]
    supposed = tmp_path / "hypotheses.yaml"
    supposed.write_text("reaction: {ouvre: {autonome: 0.05}}\n", encoding="utf-8")
    other = json.loads(liaison(*words, "--hypotheses", supposed).stdout)["indicateurs"]["reach"]["informed"]
    assert other < usual
    supposed.write_text("reactions: {}\n", encoding="utf-8")
    refused = liaison(*words, "--hypotheses", supposed)
    assert refused.exit_code == 2
    assert "reactions" in refused.stderr
    assert "Traceback" not in refused.output


def test_the_trace_is_written_with_the_offset_of_both_seasons() -> None:
    times = pd.to_datetime(["2026-10-25 00:30Z", "2026-10-25 01:30Z", "2027-03-28 00:59Z", "2027-03-28 01:00Z", "NaT"])
    written = as_text(pd.DataFrame({"seen_at": times.tz_convert("Europe/Paris"), "informed": True}))
    assert written["seen_at"].tolist() == [
        "2026-10-25T02:30+02:00",
        "2026-10-25T02:30+01:00",
        "2027-03-28T01:59+01:00",
        "2027-03-28T03:00+02:00",
        "",
    ]
    back = pd.to_datetime(written["seen_at"], utc=True)
    assert back[:4].tolist() == times[:4].tolist()


def test_every_indicator_has_its_row() -> None:
    rows = figure_rows({"version": 1, "families": 3, "load": {"total": 2, "by_hour": [[0] * 24] * 7}})
    assert ("families", "ensemble", "", "value", 3) in rows
    assert sum(row[0] == "load.by_hour" for row in rows) == 7 * 24
    hours = [row[1:4] for row in rows if row[0] == "load.by_hour"]
    assert hours[0] == ("lundi", "lundi, de 0 h à 1 h", "hour_00")
    assert hours[-1] == ("dimanche", "dimanche, de 23 h à 24 h", "hour_23")


def test_charter_writes_three_files_and_keeps_the_rest_of_the_folder(liaison: Any, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("à garder", encoding="utf-8")
    (tmp_path / "charte.html").write_text("ancienne", encoding="utf-8")
    result = liaison("charter", "--policy", "equilibree", "--name", "École X", "--kind", "ecole", "--out", tmp_path)
    assert result.exit_code == 0, result.output
    assert {path.name for path in tmp_path.iterdir()} == {"note.txt", "charte.docx", "charte.pdf", "charte.html"}
    assert "École X" in (tmp_path / "charte.html").read_text(encoding="utf-8")
    assert (tmp_path / "charte.pdf").read_bytes().startswith(b"%PDF")


def test_zero_is_a_seed(liaison: Any, tmp_path: Path) -> None:
    result = liaison("school", "--preset", "ecole_6_classes", "--seed", 0, "--out", tmp_path / "e")
    assert result.exit_code == 0, result.output
    assert "graine 0" in result.stdout


def test_in_a_terminal_steps_are_a_bar_and_elsewhere_lines(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for terminal in (False, True):
        monkeypatch.setattr("sys.stderr.isatty", lambda terminal=terminal: terminal, raising=False)
        with Steps(2) as steps:
            steps.step("École")
            steps.step("Messages")
        lines = capsys.readouterr().err.splitlines()
        assert (lines == ["[1/2] École", "[2/2] Messages"]) != terminal


def test_a_table_is_framed_in_a_terminal_and_tabulated_elsewhere(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for terminal in (False, True):
        monkeypatch.setattr("sys.stdout.isatty", lambda terminal=terminal: terminal, raising=False)
        print_table(["Nom", "Nombre"], [("Élèves", 12), ("Classes", 3)])
        text = capsys.readouterr().out
        assert (text == "Nom\tNombre\nÉlèves\t12\nClasses\t3\n") != terminal
        assert all(word in text for word in ("Nom", "Nombre", "Élèves", "12", "Classes", "3"))


def test_school_counts_what_it_wrote(liaison: Any, school: Path, tmp_path: Path) -> None:
    result = liaison("school", "--preset", "ecole_6_classes", "--seed", 3, "--out", tmp_path / "e", "--json")
    answer = json.loads(result.stdout)
    people = pd.read_csv(tmp_path / "e" / "personnes.csv")
    assert answer["personnes"]["eleve"] == (people["profil"] == "eleve").sum()
    assert answer["classes"] == 6
    assert (school / "personnes.csv").read_bytes() == (tmp_path / "e" / "personnes.csv").read_bytes()


def test_school_of_an_annuaire_has_its_size_and_says_what_was_supposed(liaison: Any, tmp_path: Path) -> None:
    code = "9990001" + control_letter("9990001")
    annuaire = tmp_path / "annuaire.csv"
    annuaire.write_text(
        f"uai;nom_etablissement;nature;academie;nombre_d_eleves\n{code};Collège d'essai;COLLEGE;Corse;123\n",
        encoding="utf-8",
    )
    words = ("school", "--annuaire", annuaire, "--uai", code, "--zone", "B", "--seed", 4)
    answer = json.loads(liaison(*words, "--out", tmp_path / "a", "--json").stdout)
    assert (answer["personnes"]["eleve"], answer["zone"]) == (123, "B")
    assert answer["origine"] == f"École fictive, graine 4, d'après les données ouvertes de {code}"
    assert answer["remarques"][0] == "123 élèves d'après l'annuaire."
    told = liaison(*words, "--out", tmp_path / "b").stdout
    assert all(note in told for note in answer["remarques"])


@pytest.mark.skipif(not DATA.exists(), reason="données d'essai absentes")
def test_school_of_a_real_establishment_is_fictitious(liaison: Any, refused: Any, tmp_path: Path) -> None:
    folder = DATA / "ille-et-vilaine-35"
    annuaire = folder / "fr-en-annuaire-education.csv"
    table = pd.read_csv(annuaire, sep=";", dtype=str, encoding="utf-8-sig")
    colleges = table[(table["Type_etablissement"] == "Collège") & table["Nombre_d_eleves"].notna()]
    uai = colleges["Identifiant_de_l_etablissement"].iloc[0]
    ips = DATA / "ips" / "fr-en-ips-colleges-ap2022.csv"
    result = liaison("school", "--annuaire", annuaire, "--ips", ips, "--uai", uai, "--out", tmp_path / "e")
    assert result.exit_code == 0, result.output
    assert "fictives" in result.stdout
    assert uai in result.stdout
    refused(
        liaison("school", "--annuaire", annuaire, "--uai", "0350001X", "--out", tmp_path / "f"),
        "0350001X",
    )


def test_writes_lists_people_and_why(liaison: Any, school: Path) -> None:
    result = liaison("writes", "--school", school, "--rules", "ent_un_deux", "--from", "R0001", "--groups")
    assert result.exit_code == 0
    assert "par le groupe Responsables de la classe" in result.stdout
    assert "classe.responsables:" in result.stdout
    assert "Le lien n'ouvre rien" in result.stdout
    answer = json.loads(
        liaison("writes", "--school", school, "--rules", "vie_scolaire", "--from", "E0001", "--json").stdout
    )
    assert answer["personnes"] == []


def test_every_file_format_of_the_suite_has_its_schema(liaison: Any) -> None:
    listed = [line.split("\t")[0] for line in liaison("schema").stdout.splitlines()[1:]]
    assert {"politique-de-messagerie", "questionnaire", "exercice", "reponses-a-un-exercice", "seance"} <= set(listed)
    # However it is written: `liaison schema` opens the files alone where it finds « NAME = FileFormat( » on a line.
    made = [
        node
        for path in (Path(__file__).parents[2] / "liaison").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "FileFormat"
    ]
    assert len(listed) == len(made) > 12
    for name in listed:
        assert json.loads(liaison("schema", name).stdout)["properties"]["version"]
    for word, title in (("politique", "Policy"), ("communication", "RuleSet"), ("Séance", "Session")):
        assert json.loads(liaison("schema", word).stdout)["title"] == title


def test_a_word_that_names_no_format_or_several_is_told_which_there_are(liaison: Any, refused: Any) -> None:
    refused(liaison("schema", "tout"), "Aucun format", "politique-de-messagerie", "seance")
    refused(liaison("schema", "réponses"), "Plusieurs formats", "reponses-a-un-exercice, reponses-d-une-famille")


def test_serve_hands_over_to_the_suite_and_returns_its_code(liaison: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def serve(words: list[str]) -> Any:
        asked.append(words)
        return subprocess.CompletedProcess(words, 3)

    monkeypatch.delattr(signal, "pthread_sigmask", raising=False)  # where no program takes the place of another
    monkeypatch.setattr(subprocess, "run", serve)
    assert liaison("serve", "--port", 9000, "--no-browser").exit_code == 3
    assert asked == [[sys.executable, "-m", "app.voila", "--port", "9000", "--no-browser"]]
    assert commands is app
