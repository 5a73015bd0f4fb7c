"""Ce que la commande `liaison` refuse, et son aide : une phrase en français, jamais une trace."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import pytest

COMMANDS = ("simulate", "check", "charter", "school", "writes", "schema", "diagnose", "disclosure", "serve")


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_help_is_in_french_with_an_example(liaison: Any, command: Any) -> None:
    result = liaison(*command, "--help")
    assert result.exit_code == 0
    text = result.stdout.replace("\u00a0", " ")
    assert "Utilisation : liaison" in text
    assert "Exemple : liaison" in text
    for english in ("Usage", "Show this", "required", "default", "Arguments ─", "Commands", "<bool>"):
        assert english not in text


def test_no_command_shows_the_help(liaison: Any) -> None:
    result = liaison()
    assert "Utilisation" in result.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["simuler"], "Cette commande n'existe pas. Commandes : simulate, check"),
        (["check"], "Il manque « POLITIQUE »"),
        (["check", "equilibree", "de_trop"], "un mot de trop"),
        (["check", "--date"], "--date est mal employée"),
        (["check", "equilibree", "--dat", "2026-09-01"], "--dat n'existe pas"),
        (["check", "equilibree", "--json=3"], "--json est mal employée"),
        (["simulate", "--school", "college_rural"], "Il manque l'option --policy"),
        (["simulate", "--school", "lp", "--policy", "equilibree", "--weeks", "abc"], "de 1 à 52"),
        (["simulate", "--school", "lp", "--policy", "equilibree", "--weeks", "53"], "de 1 à 52"),
        (["simulate", "--school", "lp", "--policy", "equilibree", "--seed", "-1"], "0 ou plus"),
        (["charter", "--policy", "equilibree", "--out", "x", "--kind", "fac"], "ecole, college, lgt ou lp"),
        (["serve", "--port", "80"], "de 1024 à 65535"),
    ],
)
def test_a_misuse_is_one_french_sentence(liaison: Any, refused: Any, words: Any, told: str) -> None:
    result = liaison(*words)
    refused(result, told, "--help »")
    assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["check", "inconnue"], "ni un modèle connu"),
        (["check", "equilibree", "--date", "demain"], "2026-09-01"),
        (["simulate", "--school", "lune", "--policy", "equilibree"], "lune"),
        (["simulate", "--school", "lp", "--policy", "lune"], "lune"),
        (["simulate", "--school", "lp", "--policy", "equilibree", "--start", "2031-01-05"], "calendrier scolaire"),
        (["simulate", "--school", "lp", "--policy", "equilibree", "--start", "hier"], "--start"),
        (["writes", "--school", "ecole_6_classes", "--rules", "lune", "--from", "R0001"], "ent_un_deux, vie_scolaire"),
        (["writes", "--school", "ecole_6_classes", "--rules", "ent_un_deux", "--from", "Zoé"], "« Zoé » n'est ni"),
        (["school", "--out", "x"], "--preset MODÈLE"),
        (["school", "--out", "x", "--annuaire", "a.csv"], "--uai CODE"),
        (["school", "--out", "x", "--uai", "0350001X"], "--annuaire FICHIER"),
        (["school", "--out", "x", "--preset", "lp", "--uai", "0350001X"], "pas les deux"),
        (["school", "--out", "x", "--annuaire", "absent.csv", "--uai", "0350001X"], "absent.csv"),
    ],
)
def test_bad_input_is_refused_in_french(
    liaison: Any, refused: Any, words: Any, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    refused_with_progress = liaison(*words)
    assert refused_with_progress.exit_code == 2, refused_with_progress.output
    refused(refused_with_progress, told)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"name: [", "lisible"),
        (b"\xff\xfe\x00\x01", "lisible"),
        (b"", "politique"),
        (b"name: x\nversion: 99", "version 99"),
        (b"name: x", "purposes"),
    ],
)
def test_a_policy_file_that_cannot_be_read_is_refused(
    liaison: Any, refused: Any, content: bytes, told: str, tmp_path: Path
) -> None:
    path = tmp_path / "politique.yaml"
    path.write_bytes(content)
    refused(liaison("check", path), told)


@pytest.mark.parametrize("named", [(), ("essai.csv",)])
def test_a_machine_that_opens_no_file_any_more_is_told_in_french_without_a_file_of_texts(
    liaison: Any, monkeypatch: pytest.MonkeyPatch, named: tuple[str, ...]
) -> None:
    def broken(*_: Any) -> None:
        def opens_nothing(*_: Any, **__: Any) -> str:
            raise OSError(errno.EMFILE, "Too many open files", "french.ftl")

        monkeypatch.setattr("app.cli.french.phrase", opens_nothing)
        raise OSError(errno.EMFILE, "Too many open files", *named)

    monkeypatch.setattr("app.cli.checking.check", broken)
    result = liaison("check", "equilibree")
    assert result.exit_code == 2
    assert result.stderr.replace("\u00a0", " ").strip() == (
        "Trop de fichiers sont ouverts. Fermez d'autres programmes, puis recommencez."
    )


def test_an_unexpected_fault_is_told_without_a_trace(liaison: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:
        raise KeyError("surprise")

    monkeypatch.setattr("app.cli.checking.check", broken)
    result = liaison("check", "equilibree")
    assert result.exit_code == 1
    assert "Une erreur inattendue" in result.stderr
    assert "Traceback" not in result.stderr
    monkeypatch.setenv("LIAISON_TRACE", "1")
    assert "Traceback" in liaison("check", "equilibree").stderr
