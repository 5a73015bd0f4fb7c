"""`liaison plan --answers`: the diagnosis of a plan is read, told and compared as that of `liaison diagnose`."""

from __future__ import annotations

import csv
import datetime as dt
import html
import json
from pathlib import Path
from typing import Any

import pytest
from asked_once import protected_each_time
from diagnostic.fictitious_school import ALL_WAYS, received
from diagnostic.survey_exports import xlsx
from diagnostic.told_too_much import told_too_much
from support.making import coupons, few_waiting

from liaison.diagnostic.answers import answers_from_rows
from liaison.diagnostic.counting.axes import axes
from liaison.diagnostic.papers.exporting import answers_csv
from liaison.diagnostic.publication.publication import Publication, PublishedCell, read_register
from liaison.diagnostic.publication.school_register import school_register
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.reading import read_answers
from liaison.messaging.policy.policy import load_policy
from liaison.messaging.vocabulary import PURPOSES
from liaison.school.fictitious.generator import school_from
from liaison.support.fictitious import fictitious_needs
from liaison.support.needs.coupons import open_needs
from liaison.support.needs.needs import needs_of
from liaison.support.needs.needs_file import needs_csv
from widgets.support.state import PlanState

pytestmark = pytest.mark.usefixtures("answers_protected_once")

LENDING = ("ordinateur", "cle_internet", "aucun")
WHEN = ("--zone", "C", "--lent-on", "2026-12-07", "--date", "2026-11-25")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Needs, and answers: `toutes.csv`, and without the last three (`presque.csv`)."""
    folder = tmp_path_factory.mktemp("plan")
    (folder / "besoins.csv").write_bytes(needs_csv(fictitious_needs(school_from("college_rep_plus", 7), 7)))
    lines = answers_csv(received(*ALL_WAYS)).decode("utf-8-sig").splitlines()
    (folder / "toutes.csv").write_text("\n".join(lines), encoding="utf-8")
    (folder / "presque.csv").write_text("\n".join(lines[:-3]), encoding="utf-8")
    return folder


@pytest.fixture
def plan(liaison: Any, files: Path) -> Any:
    """Make the plan with these answers: `plan("--answers", …)`."""
    return lambda *words: liaison("plan", files / "besoins.csv", *WHEN, *words)


def kept(files: Path) -> int:
    return len((files / "toutes.csv").read_text(encoding="utf-8").splitlines()) - 1


def report(out: Path) -> str:
    return (out / "plan_accompagnement.html").read_text(encoding="utf-8").replace("\u00a0", " ")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_plan_that_would_isolate_a_few_families_of_a_former_export_is_refused(
    liaison: Any, plan: Any, refused: Any, files: Path, tmp_path: Path
) -> None:
    out = tmp_path / "publie"
    assert liaison("diagnose", files / "presque.csv", "--out", out).exit_code == 0
    before = contents(out)
    words = ("--answers", files / "toutes.csv")
    for where in (("--out", out), ("--out", tmp_path / "ailleurs", "--previous", out), ("--previous", out)):
        refused(plan(*words, *where), "isolerait moins de 11 familles", "Sans --answers")
    assert contents(out) == before
    assert not (tmp_path / "ailleurs").exists()


def test_a_plan_that_counts_answers_by_other_questions_than_those_published_is_refused(
    plan: Any, refused: Any, files: Path, tmp_path: Path
) -> None:
    line = {"groupe": "ensemble", "question": "repas", "partie": "", "valeur": "oui", "effectif": None}
    hidden = PublishedCell(**line, au_moins=None, au_plus=None, reponses=60)
    day = dt.date(2026, 11, 25)
    own = Publication(date=day, questionnaire="diagnostic_familles", par="niveau", seuil=11, lignes=(hidden,))
    school_register("Collège A").inscribe(own, day)
    words = ("--answers", files / "presque.csv", "--name", "Collège A", "--out", tmp_path / "plan")
    refused(plan(*words), "25/11/2026 ne montre pas les mêmes questions", "(« repas »)", "Sans --answers")
    assert not (tmp_path / "plan").exists()


def test_a_plan_whose_diagnosis_tells_too_much_is_not_written(
    plan: Any, refused: Any, files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("liaison.diagnostic.publication.already_shown.indicators", told_too_much)
    out = tmp_path / "plan"
    refused(plan("--answers", files / "toutes.csv", "--out", out), "Rien n'est écrit", "faute du programme")
    assert not out.exists()


def test_the_diagnosis_of_a_plan_is_a_publication_for_those_that_come_after(
    liaison: Any, plan: Any, refused: Any, files: Path, tmp_path: Path
) -> None:
    first = tmp_path / "plan"
    assert plan("--answers", files / "presque.csv", "--out", first).exit_code == 0
    told = "isolerait moins de 11 familles"
    refused(liaison("diagnose", files / "toutes.csv", "--previous", first, "--out", tmp_path / "d"), told)
    refused(plan("--answers", files / "toutes.csv", "--out", first), told)
    assert plan("--answers", files / "presque.csv", "--out", first).exit_code == 0
    assert len(json.loads((first / "publications.json").read_text("utf-8"))["publications"]) == 1


def test_the_same_answers_make_the_same_publication_whichever_command_comes_first(
    liaison: Any, plan: Any, files: Path, tmp_path: Path
) -> None:
    one, other = tmp_path / "un", tmp_path / "deux"
    with protected_each_time():
        assert liaison("diagnose", files / "toutes.csv", "--out", one).exit_code == 0
        assert plan("--answers", files / "toutes.csv", "--out", one).exit_code == 0
        assert plan("--answers", files / "toutes.csv", "--out", other).exit_code == 0
        assert liaison("diagnose", files / "toutes.csv", "--previous", other, "--out", tmp_path / "d").exit_code == 0
    registers = [json.loads((place / "publications.json").read_text("utf-8")) for place in (one, other)]
    assert [[each["lignes"] for each in found["publications"]] for found in registers] == [
        [registers[0]["publications"][0]["lignes"]]
    ] * 2


def test_a_plan_without_answers_publishes_no_diagnosis_and_keeps_those_of_the_register(
    liaison: Any, plan: Any, files: Path, tmp_path: Path
) -> None:
    out, other = tmp_path / "publie", tmp_path / "ailleurs"
    assert plan("--out", tmp_path / "sans", "--name", "Collège B").exit_code == 0
    alone = read_register(tmp_path / "sans")
    assert (len(alone.publications), len(alone.plans)) == (0, 1)
    school = ("--name", "Collège A", "--new-collection")
    assert liaison("diagnose", files / "presque.csv", "--out", out, *school).exit_code == 0
    shown = read_register(out).publications
    for words in (("--out", out), ("--out", other, "--previous", out)):
        made = plan(*words, "--name", "Collège A")
        assert made.exit_code == 0, made.output
        assert "Relu à côté du diagnostic inscrit au registre" in made.stdout.replace("\u00a0", " ")
        kept = read_register(words[1])
        assert (kept.publications, len(kept.plans)) == (shown, 1)


def test_the_reading_is_told_and_stands_in_the_report_and_without_a_policy_no_message_is_simulated(
    plan: Any, files: Path, tmp_path: Path
) -> None:
    said = f"Lignes lues : {kept(files)}. Réponses gardées : {kept(files)}. Refusées : 0."
    result = plan("--answers", files / "toutes.csv", "--out", tmp_path / "plan")
    assert said in result.stdout.replace("\u00a0", " ")
    page = report(tmp_path / "plan")
    assert page.index("Ce que disent les familles") < page.index(said) < page.index("Réponses reçues, par niveau")
    told = json.loads(plan("--answers", files / "toutes.csv", "--json").stdout)
    assert told["messages_seuls"] == []
    answer = told["diagnostic"]
    figures = ("lignes_lues", "reponses_gardees", "lignes_refusees")
    assert [answer[name] for name in figures] == [kept(files), kept(files), 0]
    assert "refus" not in {each["gravite"] for each in answer["remarques"]}
    assert json.loads(plan("--json").stdout)["diagnostic"] is None


def test_a_cell_that_is_not_read_is_told_and_the_plan_is_made_without_it(
    plan: Any, refused: Any, files: Path, tmp_path: Path
) -> None:
    lines = (files / "toutes.csv").read_text(encoding="utf-8").splitlines()
    place = lines[0].split(";").index("niveau")
    cells = lines[5].split(";")
    cells[place] = "lune"
    lines[5] = ";".join(cells)
    spoilt = tmp_path / "fautes.csv"
    spoilt.write_text("\n".join(lines), encoding="utf-8")
    result = plan("--answers", spoilt, "--out", tmp_path / "plan")
    assert result.exit_code == 0, result.output
    said = result.stdout.replace("\u00a0", " ")
    assert f"Lignes lues : {kept(files)}. Réponses gardées : {kept(files)}. Refusées : 0." in said
    assert "Cellules non lues : 1, dans 1 ligne gardée." in said
    assert "Non lu : fautes.csv, ligne 6, colonne niveau" in said
    assert "Le plan est fait sans ce qui n'est pas lu" in said
    found = json.loads(plan("--answers", spoilt, "--json").stdout)["diagnostic"]
    assert [each["ligne"] for each in found["remarques"] if each["gravite"] == "cellule"] == [6]
    # The plan stands in the register of the school: made again once corrected, it waits to know that nobody saw it.
    assert "avec --new-collection si personne n'a vu celui-ci" in said
    again = ("--answers", files / "toutes.csv", "--out", tmp_path / "corrige")
    refused(plan(*again), "montre déjà")
    whole = plan(*again, "--new-collection")
    assert whole.exit_code == 0, whole.output
    assert "n'est pas lu" not in whole.stdout


def test_under_the_threshold_the_report_does_not_say_how_many_lines_were_read(
    plan: Any, files: Path, tmp_path: Path
) -> None:
    lines = (files / "toutes.csv").read_text(encoding="utf-8").splitlines()
    (tmp_path / "peu.csv").write_text("\n".join(lines[:6]), encoding="utf-8")
    assert plan("--answers", tmp_path / "peu.csv", "--out", tmp_path / "plan").exit_code == 0
    assert "Lignes lues" not in report(tmp_path / "plan")


def test_no_answers_file_is_read_twice_left_out_or_half_read(
    plan: Any, refused: Any, files: Path, tmp_path: Path
) -> None:
    good, out = files / "toutes.csv", tmp_path / "refus"
    (tmp_path / "vide.csv").write_bytes(b"")
    (tmp_path / "photo.csv").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "autre").mkdir()
    (tmp_path / "autre" / "toutes.csv").write_bytes(good.read_bytes())
    for other, told in (
        (good, "Deux fichiers s'appellent « toutes.csv »"),
        (tmp_path / "autre" / "toutes.csv", "Deux fichiers s'appellent « toutes.csv »"),
        (tmp_path / "absent.csv", "absent.csv » n'existe pas"),
        (tmp_path / "vide.csv", "le fichier est vide"),
        (tmp_path / "photo.csv", "c'est une image"),
    ):
        refused(plan("--answers", good, "--answers", other, "--out", out), told)
        assert not out.exists()


def test_the_same_answers_under_two_names_are_counted_once(plan: Any, files: Path, tmp_path: Path) -> None:
    """A workbook saved from the CSV: its answers bear no mark of their own, all its lines are those of the other."""
    with (files / "toutes.csv").open(encoding="utf-8", newline="") as stream:
        rows = [row[3:] for row in csv.reader(stream, delimiter=";")]  # without version, questionnaire and mark
    (tmp_path / "gen.csv").write_text("\n".join(";".join(row) for row in rows), encoding="utf-8")
    (tmp_path / "gen.xlsx").write_bytes(xlsx({"reponses": rows}))
    result = plan("--answers", tmp_path / "gen.csv", "--answers", tmp_path / "gen.xlsx")
    assert result.exit_code == 0, result.output
    assert "Réponses gardées : 367. Refusées : 0. Déjà comptées : 367." in result.stdout.replace("\u00a0", " ")
    assert "sont déjà comptées (dans « gen.csv »)" in result.stdout.replace("\u00a0", " ")
    assert "le même export deux fois" not in plan("--answers", tmp_path / "gen.csv").stdout.replace("\u00a0", " ")


def test_each_change_of_the_messages_has_the_price_that_the_screen_shows(
    plan: Any, files: Path, tmp_path: Path
) -> None:
    words = ("--answers", files / "toutes.csv", "--policy", "circulaire_2025", "--seed", "7")
    told = plan(*words, "--out", tmp_path / "plan").stdout.replace("\u00a0", " ")
    answer = json.loads(plan(*words, "--json").stdout)["messages_seuls"]
    needs, _ = open_needs((files / "besoins.csv").read_bytes(), name="besoins.csv")
    answers = read_answers((files / "toutes.csv").read_bytes(), family_questionnaire(), name="toutes.csv").answers
    state = PlanState(policy=load_policy("circulaire_2025"), own_needs=needs, own_answers=answers, seed=7)
    shown = [(each.change.name(PURPOSES), list(each.effects)) for each in state.told_alone()]
    assert [(one["changement"], one["effets"]) for one in answer] == shown
    assert any("Le prix" in " ".join(said) for _, said in shown), "otherwise no price is compared"
    for name, said in shown:
        line = " ".join((name, *said)).replace("\u00a0", " ")
        assert line in told
        assert html.escape(line[:60]) in report(tmp_path / "plan")
    assert "ces nombres ne mesurent pas vos familles" in told


def test_a_coupon_count_that_would_betray_the_diagnosis_beside_it_is_hidden_everywhere_and_the_team_keeps_it(
    liaison: Any, tmp_path: Path
) -> None:
    ask, refuse = ({f"pret__{box}": box == own for box in LENDING} for own in ("ordinateur", "aucun"))
    level = {"niveau": "sixieme", "connexion": "fixe"}
    for silent, hidden in ((3, True), (15, False)):
        rows: list[dict[str, Any]] = [*[ask] * 15, *[{}] * silent, *[refuse] * (75 - silent)]
        answers = answers_from_rows([level | row for row in rows], family_questionnaire())
        answered, needs, out = tmp_path / "r.csv", tmp_path / "coupons.csv", tmp_path / f"plan{silent}"
        answered.write_bytes(answers_csv(answers))
        needs.write_bytes(coupons(answers, [{"code": f"F{rank:03d}"} for rank in range(90)]))
        words = ("--answers", answered, "--name", f"Collège {silent}", "--new-collection", "--out", out)
        result = liaison("plan", needs, *WHEN, *words)
        assert result.exit_code == 0, result.output
        said = result.stdout.replace("\u00a0", " ")
        assert ("familles servies : caché ; en attente : caché" in said) == hidden
        assert ("familles servies : 15 ; en attente : 0" in said) != hidden
        assert ("Des comptes de coupons sont cachés" in html.unescape(report(out))) == hidden
        assert "montré à part" not in said
        assert len((out / "equipe_prets_ordinateur.csv").read_text("utf-8-sig").splitlines()) == 16


@pytest.fixture
def few_silent(tmp_path: Path) -> Path:
    """Ninety families, of whom fifteen ask for a computer and three say nothing of it; their coupons, all of them."""
    rest: dict[str, Any] = {"niveau": "sixieme", "connexion": "fixe", "langue": "francais", "mode": "papier"}
    asking, nothing = ({f"pret__{each}": each == own for each in LENDING} for own in ("ordinateur", "aucun"))
    answers = answers_from_rows(
        [rest | row for row in [*[asking] * 15, *[{}] * 3, *[nothing] * 72]], family_questionnaire()
    )
    (tmp_path / "reponses.csv").write_bytes(answers_csv(answers))
    codes = [f"F{rank:03d}" for rank in range(90)]
    (tmp_path / "coupons.csv").write_bytes(needs_csv(needs_of(answers, axes(answers), codes)))
    return tmp_path


def nothing_wanted(out: Path) -> int | None:
    """How many families tick « Non, merci », as a diagnosis publishes it."""
    (shown,) = read_register(out).publications
    return shown.counts()["ensemble", "pret", "aucun", "coche"]


def test_a_plan_is_inscribed_and_the_diagnosis_that_follows_hides_what_the_plan_would_betray(
    liaison: Any, few_silent: Path
) -> None:
    made = liaison("plan", few_silent / "coupons.csv", *WHEN, "--name", "Collège A", "--out", few_silent / "plan")
    assert made.exit_code == 0, made.output
    assert "familles servies : 15 ; en attente : 0" in made.stdout.replace("\u00a0", " ")
    words = ("diagnose", few_silent / "reponses.csv", "--out")
    beside = liaison(*words, few_silent / "a", "--name", "Collège A")
    assert "Relu à côté de ce que montre déjà le plan du 25/11/2026" in beside.stdout.replace("\u00a0", " ")
    assert "ce que l'un trahirait de l'autre n'est pas dit" in beside.stdout.replace("\u00a0", " ")
    other = liaison(*words, few_silent / "b", "--name", "Collège B", "--new-collection")
    assert "Aucun plan de prêts ou d'ateliers n'est inscrit" in other.stdout.replace("\u00a0", " ")
    assert (nothing_wanted(few_silent / "a"), nothing_wanted(few_silent / "b")) == (None, 72)
    # The register of the folder holds the plan too: on another computer, it is read with --previous.
    assert [each.date for each in read_register(few_silent / "a").plans] == [dt.date(2026, 11, 25)]
    # A plan without the answers is read beside the diagnosis that is published.
    again = liaison("plan", few_silent / "coupons.csv", *WHEN, "--name", "Collège A", "--out", few_silent / "encore")
    assert f"inscrit au registre (le {dt.date.today():%d/%m/%Y})" in again.stdout, again.output
    assert "Aucun diagnostic de cette école n'est inscrit" in made.stdout
    # A year later, the plan is of other families.
    later = liaison(*words, few_silent / "c", "--name", "Collège A", "--new-collection")
    assert nothing_wanted(few_silent / "c") == 72
    assert "Aucun plan" in later.stdout


def test_the_few_who_wait_in_a_plan_are_not_given_by_the_diagnosis_whichever_comes_first(
    liaison: Any, tmp_path: Path
) -> None:
    """Twenty-four ask for a computer, twenty-two can be lent: the plan hides that two wait."""
    answers = few_waiting()
    answered, needs = tmp_path / "reponses.csv", tmp_path / "coupons.csv"
    answered.write_bytes(answers_csv(answers))
    codes = [f"F{rank:03d}" for rank in range(len(answers))]
    needs.write_bytes(needs_csv(needs_of(answers, axes(answers), codes)))
    for first, given in (("plan", ()), ("diagnostic", ("--answers", answered))):
        name, shown, planned = ("--name", f"Collège {first}"), tmp_path / f"d_{first}", tmp_path / f"p_{first}"
        diagnose = ("diagnose", answered, *name, "--out", shown)
        plan = ("plan", needs, *WHEN, *given, *name, "--out", planned)
        one, other = (plan, diagnose) if first == "plan" else (diagnose, plan)
        for command in ((*one, "--new-collection"), other):
            made = liaison(*command)
            assert made.exit_code == 0, made.output
        asking = read_register(shown).publications[-1].counts()["ensemble", "pret", "ordinateur", "coche"]
        costs = (planned / "couts.csv").read_text("utf-8-sig")
        assert (asking is None, "22 ordinateurs" in report(planned)) == (first == "plan",) * 2
        assert ("Ordinateurs achetés" in costs) == (first == "plan")


def test_a_plan_that_stays_with_the_team_or_is_fictitious_is_not_inscribed(liaison: Any, few_silent: Path) -> None:
    (few_silent / "coupons_fictifs.csv").write_bytes((few_silent / "coupons.csv").read_bytes())
    for words in (("coupons.csv",), ("coupons_fictifs.csv", "--out", few_silent / "plan")):
        made = liaison("plan", few_silent / words[0], *WHEN, "--name", "Collège A", *words[1:])
        assert made.exit_code == 0, made.output
        assert school_register("Collège A").plans == ()
