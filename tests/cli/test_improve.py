"""`liaison improve` : ce qu'il dit est ce qu'il a trouvé, et chaque piste écrite est une politique qui s'ouvre."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from liaison.messaging.policy.policy import load_policy
from liaison.messaging.search import search as searching
from liaison.messaging.search.aims import Family
from liaison.school.fictitious.aggregates import Aggregates
from liaison.school.fictitious.generator import generate
from liaison.school.lists.folder import write_folder

EASY = "version: 1\nname: Facile\ngoals: [{measure: part_laissee, at_most: 1}]\n"
OUT_OF_REACH = (
    "version: 1\nname: Trop\ngoals: [{measure: part_prevenue, purpose: absence, within_min: 1, at_least: 1}]\n"
)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("ecole") / "petit_college"
    write_folder(generate(Aggregates(name="Petit collège (fictif)", kind="college", pupils=50), 3), folder)
    return folder


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, count in {"PAIRED": 6, "TRIPLED": 4, "SHOWN_SINGLES": 5, "SHOWN_SETS": 6, "MORE": 1}.items():
        monkeypatch.setattr(searching, name, count)


def words(place: Any, aim: Any, *more: Any) -> Any:
    return ("improve", "tout_tout_de_suite", "--aim", aim, "--school", place, "--weeks", 1, "--seed", 3, *more)


def test_every_trail_is_a_policy_and_the_tables_say_what_the_answer_says(
    liaison: Any, place: Any, tmp_path: Path
) -> None:
    out = tmp_path / "pistes"
    result = liaison(*words(place, "absences_soirs_charge", "--out", out, "--json"))
    assert result.exit_code in (0, 1), result.output
    answer = json.loads(result.stdout)
    assert answer["atteint"] == (result.exit_code == 0)
    trails = sorted(out.glob("piste_*.yaml"))
    assert len(trails) == len(answer["pistes"]) > 0
    for path, told in zip(trails, answer["pistes"], strict=True):
        policy = load_policy(path)
        assert (policy.description or "") == (" ; ".join(told["changements"]) or "La politique telle qu'elle est")
    with (out / "effet_de_chaque_reglage.csv").open(encoding="utf-8-sig") as lines:
        rows = list(csv.reader(lines, delimiter=";"))
    assert len(rows) == 2 + len(answer["reglages_seuls"])
    assert [row[0] for row in rows[2:]] == [told["changements"][0] for told in answer["reglages_seuls"]]
    # A goal that chance alone explains is counted apart, and an aim reached so is not « atteint ».
    counted = [rows[0].index(name) for name in ("buts_atteints", "buts_atteints_sur_ce_tirage")]
    for row, told in zip(rows[1:], [answer["depart"], *answer["reglages_seuls"]], strict=True):
        each = [told["buts_atteints"].count(held) for held in ("oui", "sur_ce_tirage")]
        assert [int(row[column]) for column in counted] == each
        assert len(told["buts_atteints"]) == len(told["buts"])
    first = answer["pistes"][0]["buts_atteints"]
    assert answer["atteint"] == (set(first) == {"oui"})
    assert answer["atteint_sur_ce_tirage"] == ("non" not in first)
    # The first is the one that the answer names, as on the screen, whatever reaches more families.
    assert all(change.casefold() in answer["conclusion"].casefold() for change in answer["pistes"][0]["changements"])
    assert answer["pistes"] != answer["front"], "otherwise no order is compared"
    kept = json.loads((out / "recherche.json").read_text(encoding="utf-8"))
    assert kept["front"] == answer["front"]
    assert answer["essayees"] > answer["simulees_en_entier"] > 5


def test_an_aim_already_reached_says_so_and_the_trails_of_a_former_search_are_told_and_kept(
    liaison: Any, place: Any, tmp_path: Path
) -> None:
    out, aim = tmp_path / "pistes", tmp_path / "but.yaml"
    aim.write_text(EASY, encoding="utf-8")
    said = liaison(*words(place, aim, "--out", out))
    assert said.exit_code == 0
    assert "La politique atteint déjà le but" in said.stdout.replace("\u00a0", " ")
    assert "Restent" not in said.stdout
    written = len(list(out.glob("piste_*.yaml")))
    stale = [f"piste_{written + 1:02d}.yaml", "piste_104.yaml"]
    own = ["piste_de_mme_Petit.yaml", "piste_01.yaml.bak"]  # somebody's, of no search
    for name in (*stale, *own):
        (out / name).write_text("avant", encoding="utf-8")
    said = liaison(*words(place, aim, "--out", out)).stdout.replace("\u00a0", " ")
    assert f"Restent d'une recherche d'avant, à jeter : {', '.join(stale)}." in said
    answer = json.loads(liaison(*words(place, aim, "--out", out, "--json")).stdout)
    assert answer["restes"] == [str(out / name) for name in stale]
    assert not set(answer["restes"]) & set(answer["fichiers"])
    assert all((out / name).read_text(encoding="utf-8") == "avant" for name in (*stale, *own))


def test_an_aim_out_of_reach_gives_the_nearest_and_who_stays_out(liaison: Any, place: Any, tmp_path: Path) -> None:
    (tmp_path / "but.yaml").write_text(OUT_OF_REACH, encoding="utf-8")
    result = liaison(*words(place, tmp_path / "but.yaml"))
    assert result.exit_code == 1
    text = result.stdout.replace("\u00a0", " ")
    assert "n'atteint le but" in text
    assert "pas atteint" in text
    # So small a school has nobody whom paper or a call does not reach.
    assert "Chaque famille est tenue informée par l'une au moins des politiques essayées." in text


def test_an_aim_that_keeps_everything_says_that_there_is_nothing_to_try(
    liaison: Any, place: Any, tmp_path: Path
) -> None:
    kept = ", ".join(get_args(Family))
    (tmp_path / "but.yaml").write_text(f"{OUT_OF_REACH}keep: [{kept}]\n", encoding="utf-8")
    result = liaison(*words(place, tmp_path / "but.yaml"))
    assert result.exit_code == 1
    text = result.stdout.replace("\u00a0", " ")
    assert "Tout est gardé : il n'y a rien à essayer." in text
    assert "Aucune autre politique essayée." in text


def test_stopped_by_hand_it_tells_what_it_had(
    liaison: Any, place: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(self: Any, stop: Any = lambda: False) -> Iterator[Any]:
        for rank, progress in enumerate(whole(self, stop)):
            if rank == 30:
                raise KeyboardInterrupt
            yield progress

    whole = searching.Search.steps
    monkeypatch.setattr(searching.Search, "steps", cut)
    out = tmp_path / "pistes"
    result = liaison(*words(place, "absences_soirs_charge", "--out", out))
    assert result.exit_code in (0, 1)
    assert "Arrêté : voici ce qui était trouvé." in result.stdout.replace("\u00a0", " ")
    # Each single change is simulated whole as it is tried.
    counted = re.search(
        r"(\d\d) politiques essayées, (\d\d) simulées en entier\.", result.stdout.replace("\u00a0", " ")
    )
    assert counted is not None, result.stdout
    assert 1 < int(counted[1]) == int(counted[2]) < 30
    assert json.loads((out / "recherche.json").read_text(encoding="utf-8"))["arrete"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("version: 1\nname: a\ngoals: []\n", "goals"),
        ("[]", "ne contient pas un but"),
        ("version: 9", "version 9"),
        ("version: 1\nname: a\ngoals: [{measure: part_informee, at_least: 95}]\n", "0.95"),
        (f"{EASY}rank_by: part_prevenue\n", "en combien de minutes"),
    ],
)
def test_an_aim_that_is_none_is_refused(
    liaison: Any, refused: Any, place: Any, tmp_path: Path, content: str, said: str
) -> None:
    (tmp_path / "but.yaml").write_text(content, encoding="utf-8")
    refused(liaison(*words(place, tmp_path / "but.yaml")), said)


def test_an_unknown_aim_names_those_that_ship(liaison: Any, refused: Any, place: Any) -> None:
    refused(liaison(*words(place, "bonheur")), "absences_soirs_charge")
