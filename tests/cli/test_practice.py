"""`liaison practice` : le site, le contrôle, l'affiche ; une chose à la fois, et une phrase pour tout refus."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from liaison.practice.explore import Report
from liaison.practice.scenario import practice_scenario

BASE = "https://ent-pratique.example.org/"
PATH = practice_scenario().paths[0].id


def test_help_is_in_french_with_an_example(liaison: Any) -> None:
    result = liaison("practice", "--help")
    assert result.exit_code == 0
    text = result.stdout.replace("\u00a0", " ")
    assert "Exemple : liaison practice --site sortie/pratique" in text
    for english in ("Usage", "Show this", "required", "default", "<bool>"):
        assert english not in text


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "une chose à la fois"),
        (["--check", "--site", "x"], "une chose à la fois"),
        (["--site", "x", "--poster", "y"], "une chose à la fois"),
        (["--site", "x", "--json"], "--json ne va qu'avec --check"),
        (["--check", "--lang", "ar"], "ne vont qu'avec --poster"),
        (["--poster", "x", "--path", PATH], "Il manque --address URL"),
        (["--poster", "x", "--address", "ecole", "--path", PATH], "n'est pas une adresse"),
        (["--poster", "x", "--address", BASE], "des missions ou un parcours"),
        (["--poster", "x", "--address", BASE, "--path", "lune"], PATH),
        (["--poster", "x", "--address", BASE, "--missions", "lune"], "lire_message"),
        (["--poster", "x", "--address", BASE, "--path", PATH, "--lang", "xx"], "fr_simple"),
        (["--site"], "--site est mal employée"),
    ],
)
def test_bad_input_is_one_french_sentence_and_writes_nothing(
    liaison: Any, refused: Any, words: Any, told: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = liaison("practice", *words)
    refused(result, told)
    assert len(result.stderr.strip().splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_the_site_is_refused_and_stays(liaison: Any, refused: Any, tmp_path: Path) -> None:
    (tmp_path / "site").write_text("à garder")
    refused(liaison("practice", "--site", tmp_path / "site"), "est un fichier")
    assert (tmp_path / "site").read_text() == "à garder"


def test_the_site_is_written_and_said(liaison: Any, tmp_path: Path) -> None:
    folder = tmp_path / "-site"
    done = liaison("practice", "--site", folder)
    assert done.exit_code == 0
    assert {"index.html", "sw.js", "fr.html"} <= {path.name for path in folder.iterdir()}
    assert f"Site écrit dans « {folder} »" in done.stdout.replace("\u00a0", " ")


def test_the_poster_is_written_and_its_address_said(liaison: Any, tmp_path: Path) -> None:
    result = liaison("practice", "--poster", tmp_path / "affiches", "--address", BASE, "--missions", "lire_message, ")
    assert result.exit_code == 0, result.stderr
    assert f"{BASE}index.html#missions=lire_message" in result.stdout
    assert {path.suffix for path in (tmp_path / "affiches").iterdir()} == {".docx", ".pdf", ".html"}


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> Any:
    """What the explorer and the texts say, for a check that takes no time."""
    said = SimpleNamespace(faults=[], texts=[], questions=[])
    report = lambda *_: Report(said.faults, {}, frozenset({"seuil"}), {"connexion": 12})  # noqa: E731
    monkeypatch.setattr("liaison.practice.explore.explore", report)
    monkeypatch.setattr("liaison.practice.text_faults.text_faults", lambda *_: said.texts)
    monkeypatch.setattr("liaison.diagnostic.questionnaire.phrases.missing_texts", lambda *_: said.questions)
    return said


def test_a_check_without_fault_ends_with_code_0(liaison: Any, found: Any) -> None:
    result = liaison("practice", "--check")
    assert result.exit_code == 0
    assert "même après une fausse route" in result.stdout


@pytest.mark.parametrize("part", ["faults", "texts", "questions"])
def test_a_fault_of_any_kind_is_said_and_ends_with_code_1(liaison: Any, found: Any, part: str) -> None:
    setattr(found, part, ["messagerie, mission lire_message : ne peut plus être finie"])
    result = liaison("practice", "--check")
    assert result.exit_code == 1
    assert "À corriger" in result.stdout
    assert "lire_message" in result.stdout
    answer = liaison("practice", "--check", "--json")
    assert answer.exit_code == 1
    assert json.loads(answer.stdout)["fautes"] == getattr(found, part)


def test_a_check_tells_each_service_as_it_goes(liaison: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("liaison.practice.text_faults.text_faults", lambda *_: [])
    result = liaison("practice", "--check", "--json")
    for service in practice_scenario().services:
        assert service.service in result.stderr
    report = json.loads(result.stdout)
    assert set(report["missions"]) == set(practice_scenario().missions)
    assert result.exit_code == (1 if report["fautes"] else 0)
