"""`liaison plan`: what may be shown, what the team keeps, and refusals that write nothing."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest

from liaison.base.numbers import euros
from liaison.diagnostic.own.questionnaire import WrittenFileError, own_questionnaire
from liaison.messaging.policy.policy import load_policy
from liaison.school.vocabulary import FICTITIOUS, UNNAMED
from liaison.support.needs.needs_file import read_needs

PUBLIC = {
    "plan_accompagnement.docx",
    "plan_accompagnement.pdf",
    "plan_accompagnement.html",
    "calendrier.csv",
    "couts.csv",
}
WHEN = ("--zone", "C", "--lent-on", "2026-12-07", "--date", "2026-11-25")


def rows(path: Any) -> Any:
    return list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))


def test_plan_writes_what_may_be_shown_and_what_the_team_keeps(liaison: Any, collected: Path, tmp_path: Path) -> None:
    out = tmp_path / "plan"
    words = ("--answers", collected / "reponses.csv", "--policy", "ent_un_deux")
    result = liaison("plan", collected / "besoins.csv", *WHEN, *words, "--seed", 7, "--out", out)
    assert result.exit_code == 0, result.output
    names = {path.name for path in out.iterdir()}
    team = {name for name in names if name.startswith("equipe_")}
    assert names - team == {*PUBLIC, "publications.json", "politique_apres_diagnostic.yaml"}
    agreements = {f"equipe_conventions_cle_4g.{kind}" for kind in ("pdf", "zip")}
    assert {"equipe_ateliers.csv", "equipe_prets_ordinateur.csv", *agreements} <= team
    changed = load_policy(out / "politique_apres_diagnostic.yaml")
    assert changed != load_policy("ent_un_deux")
    for table in [collected / "besoins.csv", *(path for path in out.iterdir() if path.suffix == ".csv")]:
        with pytest.raises(WrittenFileError, match="ne sort pas" if table.name not in PUBLIC else "la suite a écrit"):
            own_questionnaire(table.name, table.read_bytes())
    codes = set(read_needs(collected / "besoins.csv").table.index)
    shown = result.stdout + "".join(
        (out / name).read_text("utf-8") for name in names - team if "docx" not in name and "pdf" not in name
    )
    # A picture, and each letter that one draws, is written in letters and digits, where a code can be read by chance.
    shown = re.sub(r"base64,[A-Za-z0-9+/=]+|\bg[0-9A-F]{16,}\b", "", shown)
    assert not [code for code in codes if code in shown]
    loans = rows(out / "equipe_prets_ordinateur.csv")
    assert {row["code"] for row in loans} <= codes
    assert [row["recoit"] for row in loans] == ["oui"] * 22 + ["non"] * (len(loans) - 22)
    assert [int(row["rang"]) for row in loans] == list(range(1, len(loans) + 1))
    said = rows(out / "equipe_ateliers.csv")
    assert all(row["code"] in row["pourquoi"] for row in said)
    total = sum(float(row["montant"].replace(",", ".")) for row in rows(out / "couts.csv"))
    assert f"Coût estimé\u00a0: {euros(total)}." in result.stdout


def test_plan_answers_a_machine_with_published_counts_only(liaison: Any, collected: Path) -> None:
    result = liaison("plan", collected / "besoins.csv", *WHEN, "--json")
    assert result.exit_code == 0, result.output
    answer = json.loads(result.stdout)
    for loan in answer["prets"]:
        assert all(loan[part] is None or loan[part] == 0 or loan[part] >= 11 for part in ("servies", "attente"))
    assert answer["retour"] == "2027-06-25"
    assert len(answer["ateliers_ouverts"]) > 2
    assert answer["ateliers_prouves"][-1] == "interpretes"
    assert answer["fichiers"] == []


def test_the_same_seed_gives_the_same_team_files(liaison: Any, collected: Path, tmp_path: Path) -> None:
    few = tmp_path / "prets.yaml"
    few.write_text("nom: peu\nstock: {ordinateur: {nombre: 2}}\npriorites: {ordinateur: [fratrie]}\n", encoding="utf-8")
    words = ("plan", collected / "besoins.csv", *WHEN, "--loans", few, "--seed", 3)
    for name in "ab":
        assert liaison(*words, "--out", tmp_path / name).exit_code == 0
    for name in ("equipe_prets_ordinateur.csv", "equipe_ateliers.csv", "plan_accompagnement.pdf"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_refusals_write_nothing(liaison: Any, refused: Any, collected: Path, tmp_path: Path) -> None:
    out = tmp_path / "rien"
    good = ("plan", collected / "besoins.csv", "--out", out)
    refused(liaison(*good, "--zone", "C", "--lent-on", "demain"), "--lent-on", "n'est pas une date")
    refused(liaison(*good, *WHEN, "--policy", "equilibree"), "--answers")
    refused(liaison(*good, *WHEN, "--loans", "absent.yaml"), "absent.yaml", "exemple")
    refused(liaison(*good, *WHEN, "--partners", collected / "besoins.csv"), "doit commencer par ces colonnes")
    refused(liaison("plan", collected / "reponses.csv", *WHEN, "--out", out), "pas de colonne « code »")
    refused(liaison(*good, "--zone", "C", "--lent-on", "2027-07-02"), "Jours de classe")
    assert not out.exists()


@pytest.mark.parametrize(
    ("name", "said"), [("besoins.csv", "Notre établissement"), ("besoins_fictifs.csv", "Établissement fictif")]
)
def test_a_report_without_a_name_says_fiction_where_its_file_does(
    liaison: Any, collected: Path, tmp_path: Path, name: str, said: str
) -> None:
    (tmp_path / name).write_bytes((collected / "besoins.csv").read_bytes())
    assert liaison("plan", tmp_path / name, *WHEN, "--out", tmp_path / "plan").exit_code == 0
    page = (tmp_path / "plan" / "plan_accompagnement.html").read_text(encoding="utf-8").replace("\u00a0", " ")
    assert [each for each in ("Notre établissement", "Établissement fictif") if each in page] == [said]


@pytest.mark.parametrize("command", ["diagnose", "plan"])
def test_the_help_says_both_names_that_a_paper_takes_when_none_is_given(liaison: Any, command: str) -> None:
    said = " ".join(liaison(command, "--help").stdout.replace("│", " ").split())
    assert [name for name in (UNNAMED, FICTITIOUS) if name in said] == [UNNAMED, FICTITIOUS]


def test_answers_with_a_code_beside_them_are_read_as_coupons(liaison: Any, collected: Path, tmp_path: Path) -> None:
    lines = (collected / "reponses.csv").read_text(encoding="utf-8-sig").splitlines()[:40]
    coupons = tmp_path / "coupons.csv"
    beside = ["code", *(f"F{rank:03d}" for rank in range(1, 39)), "Dupont"]
    coupons.write_text("\n".join(f"{line};{code}" for line, code in zip(lines, beside, strict=True)), encoding="utf-8")
    result = liaison("plan", coupons, *WHEN, "--json")
    assert result.exit_code == 0, result.output
    said = [one.replace("\u00a0", " ") for one in json.loads(result.stdout)["lecture"]]
    assert said[0] == "Lignes lues : 39. Familles gardées : 38. Refusées : 1."
    assert "coupons.csv, ligne 40, colonne code" in said[1]
    assert "Dupont" not in result.stdout


@pytest.mark.parametrize(
    ("day", "reason"), [("2026-12-18", ""), ("2026-12-25", "jour férié"), ("2027-01-03", "vacances de la zone C")]
)
def test_a_loan_on_a_day_without_class_is_made_and_said(liaison: Any, collected: Path, day: str, reason: str) -> None:
    result = liaison("plan", collected / "besoins.csv", "--zone", "C", "--lent-on", day)
    assert result.exit_code == 0, result.output
    said = [line for line in result.stdout.replace("\u00a0", " ").splitlines() if "n'est pas un jour de classe" in line]
    assert [line.startswith("À savoir : Le ") and f"({reason})" in line for line in said] == [True] * bool(reason)


def test_the_day_of_a_loan_says_nothing_where_nothing_is_lent(liaison: Any, collected: Path, tmp_path: Path) -> None:
    nothing = tmp_path / "rien.yaml"
    nothing.write_text("nom: rien\nstock: {}\npriorites: {}\n", encoding="utf-8")
    result = liaison("plan", collected / "besoins.csv", "--zone", "C", "--lent-on", "2026-12-25", "--loans", nothing)
    assert result.exit_code == 0, result.output
    assert "jour férié" not in result.stdout


def test_what_a_former_plan_leaves_is_told_and_kept(liaison: Any, collected: Path, tmp_path: Path) -> None:
    out, nothing = tmp_path / "plan", tmp_path / "rien.yaml"
    nothing.write_text("nom: rien\nstock: {}\npriorites: {}\n", encoding="utf-8")
    words = ("plan", collected / "besoins.csv", *WHEN, "--out", out)
    first = liaison(*words, "--answers", collected / "reponses.csv", "--policy", "ent_un_deux")
    (out / "notes.txt").write_text("à nous", encoding="utf-8")
    assert "Restent" not in first.stdout
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    left = {
        "politique_apres_diagnostic.yaml",
        *(f"equipe_prets_{item}.csv" for item in ("ordinateur", "cle_4g")),
        *(f"equipe_conventions_{item}.{kind}" for item in ("ordinateur", "cle_4g") for kind in ("zip", "pdf")),
    }
    assert left < set(before)
    again = liaison(*words, "--loans", nothing)
    assert again.exit_code == 0, again.output
    said = next(line for line in again.stdout.replace("\u00a0", " ").splitlines() if line.startswith("Restent"))
    assert said.startswith("Restent d'un plan d'avant, à jeter : ")
    assert set(said.partition(" : ")[2].rstrip(".").split(", ")) == left
    assert {name: (out / name).read_bytes() for name in left} == {name: before[name] for name in left}
    answer = json.loads(liaison(*words, "--loans", nothing, "--json").stdout)
    assert set(answer["restes"]) == {str(out / name) for name in left}
    assert set(map(str, out.iterdir())) == {
        *answer["fichiers"],
        *answer["restes"],
        *map(str, (out / "notes.txt", out / "publications.json")),
    }
    assert json.loads(liaison(*words[:-2], "--json").stdout)["restes"] == []


def test_a_plan_warns_that_two_of_almost_the_same_coupons_say_more_together(
    liaison: Any, collected: Path, tmp_path: Path
) -> None:
    words = ("plan", collected / "besoins.csv", *WHEN)
    written, printed = liaison(*words, "--out", tmp_path / "plan").stdout, liaison(*words).stdout
    for warning in ("presque les mêmes coupons", "ne pas montrer ce plan à côté"):
        assert (warning in written, warning in printed) == (True, False)
