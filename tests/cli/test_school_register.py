"""Le registre suit l'école, non le dossier : une seconde publication est comparée où qu'elle soit, ou attend un oui."""

from __future__ import annotations

import datetime as dt
import json
import os
import random
from pathlib import Path
from typing import Any

import pytest
from diagnostic.survey_exports import some_families

from liaison.diagnostic.answers import Answers
from liaison.diagnostic.papers.exporting import answers_csv
from liaison.diagnostic.publication.publication import REGISTER, Publication, PublicationError
from liaison.diagnostic.publication.school_register import identity, registers_folder, school_register
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.school.vocabulary import UNNAMED

pytestmark = pytest.mark.usefixtures("answers_protected_once")

DAY = dt.date(2026, 11, 27)
ALL = some_families(family_questionnaire(), 60, seed=4)


@pytest.fixture
def exports(tmp_path: Path) -> Path:
    """The exports of two weeks: fifty-seven families, then sixty."""
    early = Answers(ALL.table.head(57), ALL.questionnaire)
    for name, answers in (("lundi", early), ("vendredi", ALL), ("essai_fictif", ALL)):
        (tmp_path / f"{name}.csv").write_bytes(answers_csv(answers))
    return tmp_path


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def inscribed() -> dict[str, int]:
    """How many publications each register of this computer holds."""
    folder = registers_folder()
    return {path.stem: len(REGISTER.load(path).publications) for path in sorted(folder.glob("*.json"))}


def test_a_second_export_is_compared_in_whatever_folder_it_is_written(
    liaison: Any, refused: Any, exports: Path
) -> None:
    first = liaison("diagnose", exports / "lundi.csv", "--name", "Collège Fictif", "--out", exports / "semaine1")
    assert first.exit_code == 0, first.output
    assert "Inscrit au registre de l'école, sur cet ordinateur" in plain(first.stdout)
    assert "Aucune publication d'avant n'est connue." in plain(first.stdout)
    # More families, or the same ones by another grouping, in other folders.
    for words in ((exports / "vendredi.csv",), (exports / "lundi.csv", "--by", "mode")):
        second = liaison("diagnose", *words, "--name", "COLLEGE FICTIF", "--out", exports / "autre")
        refused(second, "Rien n'est écrit", "--new-collection")
        assert not (exports / "autre").exists()
    assert inscribed() == {"college_fictif": 1}
    # The same export again, the name left out: nothing more is said.
    again = liaison("diagnose", exports / "lundi.csv", "--out", exports / "encore")
    assert again.exit_code == 0, again.output
    assert "Aucune publication d'avant" not in plain(again.stdout)
    # Looked at by the team, nothing is published.
    assert liaison("diagnose", exports / "vendredi.csv").exit_code == 0


def test_another_name_waits_for_a_yes_and_a_new_collection_starts_anew(
    liaison: Any, refused: Any, exports: Path
) -> None:
    assert liaison("diagnose", exports / "lundi.csv", "--name", "Collège A", "--out", exports / "a").exit_code == 0
    words = ("diagnose", exports / "vendredi.csv", "--name", "Collège B", "--out", exports / "b")
    refused(liaison(*words), "« Collège A »", "--new-collection", "Rien n'est écrit")
    assert not (exports / "b").exists()
    assert liaison(*words, "--new-collection").exit_code == 0
    assert inscribed() == {"college_a": 1, "college_b": 1}
    refused(liaison("diagnose", exports / "lundi.csv", "--out", exports / "c"), "dire laquelle avec --name")
    # Next year, in the same school.
    again = ("diagnose", exports / "vendredi.csv", "--name", "Collège A", "--out", exports / "d", "--new-collection")
    assert liaison(*again).exit_code == 0
    kept = {path.suffix for path in registers_folder().glob("college_a*")}
    assert (inscribed()["college_a"], kept) == (1, {".json", ".ancien"})


@pytest.fixture
def canteen(tmp_path: Path, liaison: Any) -> Path:
    """Two weeks of a school's own short form, its two files, and a copy of them that calls a question otherwise."""
    # In no order: one that comes again and again is that of an export pasted below itself.
    said = random.Random(7).sample([("Oui", "Non"), ("Oui", "Oui"), ("Non", "Non"), ("Oui", "Non")] * 15, 60)
    rows = ["Mange à la cantine;Vient à vélo", *(";".join(each) for each in said)]
    for name, count in (("lundi", 57), ("vendredi", 60)):
        (tmp_path / f"{name}.csv").write_text("\n".join(rows[: count + 1]), encoding="utf-8")
    made = liaison("questionnaire", "--own", tmp_path / "lundi.csv", "--out", tmp_path / "formulaire")
    assert "Garder ces deux fichiers" in plain(made.stdout)
    for edited, was, now in (("repas", "mange_a_la_cantine", "repas"), ("nom", ": lundi", ": jeudi")):
        (tmp_path / edited).mkdir()
        for file in ("questionnaire.yaml", "correspondance.yaml"):
            text = (tmp_path / "formulaire" / file).read_text(encoding="utf-8").replace("relu: non", "relu: oui")
            assert was in text
            (tmp_path / "formulaire" / file).write_text(text, encoding="utf-8")
            (tmp_path / edited / file).write_text(text.replace(was, now), encoding="utf-8")
    return tmp_path


def counted(canteen: Path, week: str, form: str, out: str, *words: object) -> tuple[object, ...]:
    """The words that publish a week of the canteen by the two files of a folder."""
    files = (
        "--questionnaire",
        canteen / form / "questionnaire.yaml",
        "--mapping",
        canteen / form / "correspondance.yaml",
    )
    name = ("--name", "Collège A", "--out", canteen / out)
    return ("diagnose", canteen / f"{week}.csv", *files, *name, *words)


def test_a_question_under_another_name_makes_another_form_that_is_refused_and_waits_for_a_yes(
    liaison: Any, refused: Any, canteen: Path
) -> None:
    first = liaison(*counted(canteen, "lundi", "formulaire", "a"))
    assert first.exit_code == 0
    assert "d'un plan" not in plain(first.stdout)  # no plan is made of a school's own questions
    for words in ((), ("--by", "mode", "--previous", canteen / "a")):
        refused(
            liaison(*counted(canteen, "lundi", "repas", "b", *words)),
            "pas les mêmes questions, ou pas avec les mêmes réponses (« Mange à la cantine »)",
            "Reprendre le questionnaire",
            "--new-collection",
        )
        assert not (canteen / "b").exists()
    assert inscribed() == {"college_a": 1}
    # Said to be another form: it stands beside the former, with which what is next of it is still compared.
    yes = liaison(*counted(canteen, "lundi", "repas", "b", "--new-collection"))
    assert yes.exit_code == 0, yes.output
    assert "met de côté, sans les comparer : 1." in plain(yes.stdout)
    assert "Aucune publication d'avant" not in plain(yes.stdout)
    assert inscribed() == {"college_a": 2}
    for form in ("formulaire", "repas"):
        assert liaison(*counted(canteen, "lundi", form, f"encore_{form}")).exit_code == 0
        refused(liaison(*counted(canteen, "vendredi", form, "d")), "isolerait moins de 11")
    # A new year of one of them puts its own publications aside, and those only.
    assert liaison(*counted(canteen, "vendredi", "repas", "e", "--new-collection")).exit_code == 0
    refused(liaison(*counted(canteen, "vendredi", "formulaire", "f")), "isolerait moins de 11")


def test_a_box_put_aside_is_published_before_the_rest_or_not_and_that_is_told_for_what_it_is(
    liaison: Any, refused: Any, tmp_path: Path
) -> None:
    """The same two files read both: no question has changed."""
    chance, boxes = random.Random(5), ("Le carnet", "La messagerie", "Les SMS")
    rows = ["Horodateur;Mange à la cantine;Quels outils utilisez-vous ?"]
    for rank in range(140):
        ticked = [box for box in boxes[: 2 if rank < 85 else 3] if chance.random() < 0.5] or [boxes[0]]
        sent = f"{2 + rank // 40:02}/11/2026 {8 + rank % 40 // 4:02}:{15 * (rank % 4):02}:00"
        rows.append(f"{sent};{chance.choice(('Oui', 'Non'))};{', '.join(ticked)}")
    for name, lines in (("tout", rows), ("apres", [rows[0], *rows[86:]])):
        (tmp_path / f"{name}.csv").write_text("\n".join(lines), encoding="utf-8")
    liaison("questionnaire", "--own", tmp_path / "tout.csv", "--out", tmp_path / "formulaire")
    made = tmp_path / "formulaire" / "questionnaire.yaml"
    made.write_text(made.read_text(encoding="utf-8").replace("relu: non", "relu: oui"), encoding="utf-8")
    first = liaison(*counted(tmp_path, "tout", "formulaire", "a"))
    assert first.exit_code == 0, first.output
    assert "cette case ne leur a peut-être pas été proposée" in plain(first.stdout)
    assert "pour la publier, avant que rien ne le soit" in plain(first.stdout)
    refused(
        liaison(*counted(tmp_path, "apres", "formulaire", "b")),
        "ne montre pas les mêmes questions, ou pas avec les mêmes réponses (« Quels outils utilisez-vous ? »)",
        "si une question, ou une case, a été mise de côté dans l'une des deux, garder ce qui est publié",
    )
    (registers_folder() / "college_a.json").unlink()
    assert liaison(*counted(tmp_path, "apres", "formulaire", "b")).exit_code == 0


def test_the_name_in_the_file_of_a_questionnaire_makes_no_other_form(liaison: Any, refused: Any, canteen: Path) -> None:
    assert liaison(*counted(canteen, "lundi", "formulaire", "a")).exit_code == 0
    refused(liaison(*counted(canteen, "vendredi", "nom", "b")), "isolerait moins de 11")


def test_fictitious_answers_are_inscribed_nowhere(liaison: Any, exports: Path) -> None:
    result = liaison("diagnose", exports / "essai_fictif.csv", "--out", exports / "essai")
    assert result.exit_code == 0
    assert "rien n'est inscrit" in plain(result.stdout)
    assert inscribed() == {}
    page = plain((exports / "essai" / "diagnostic.html").read_text(encoding="utf-8"))
    assert ("Établissement fictif" in page, "Notre établissement" in page) == (True, False)
    real = liaison("diagnose", exports / "lundi.csv", "--out", exports / "vrai")
    assert real.exit_code == 0, real.output
    page = plain((exports / "vrai" / "diagnostic.html").read_text(encoding="utf-8"))
    assert ("Établissement fictif" in page, "Notre établissement" in page) == (False, True)


def test_a_register_that_cannot_be_written_stops_everything(liaison: Any, refused: Any, exports: Path) -> None:
    place = Path(os.environ["LIAISON_REGISTRES"])
    place.write_text("un fichier, pas un dossier", encoding="utf-8")
    result = liaison("diagnose", exports / "lundi.csv", "--out", exports / "semaine1")
    refused(result, "ne peut pas être écrit", "Rien n'est écrit")
    assert not (exports / "semaine1").exists()


def one(day: dt.date = DAY) -> Publication:
    return Publication(date=day, questionnaire="q", par="niveau", seuil=11, lignes=())


def test_a_school_is_known_however_its_name_is_written_and_by_its_code() -> None:
    assert identity("Collège Jean-Moulin") == identity("COLLEGE  JEAN MOULIN") == "college_jean_moulin"
    assert identity("Collège Fictif (0350001L)") == identity("0350001l Clg Fictif") == "0350001l"
    # A letter that is not that of the number is part of a name.
    assert identity("Collège 0350001B") == "college_0350001b"
    assert identity("日本") == "ecole"


def test_the_only_school_of_a_computer_may_be_named_later_or_not_at_all() -> None:
    school_register(UNNAMED).inscribe(one(), DAY)
    named = school_register("Collège Fictif")
    assert len(named.former) == 1
    named.inscribe(Publication(date=DAY, questionnaire="q", par="mode", seuil=11, lignes=()), DAY)
    assert [len(school_register(name).former) for name in ("Collège Fictif", UNNAMED)] == [2, 2]
    with pytest.raises(PublicationError, match="jamais été publiées"):
        school_register("Autre collège")
    # An export of before is given besides: it is compared with that one.
    assert school_register("Autre collège", known=True).former == ()


def test_a_register_holds_what_is_published_and_the_name_of_the_school() -> None:
    school_register("Collège Fictif").inscribe(one(), DAY)
    (path,) = registers_folder().glob("*")
    assert json.loads(path.read_text("utf-8")) == {
        "version": 5,
        "ecole": "Collège Fictif",
        "publications": [
            {"date": "2026-11-27", "questionnaire": "q", "par": "niveau", "seuil": 11, "mots": {}, "lignes": []}
        ],
        "plans": [],
    }
    path.write_text(path.read_text("utf-8").replace('"mots":{},', ""), "utf-8")
    path.write_text(path.read_text("utf-8").replace('"version":5,', '"version":3,'), "utf-8")
    assert (REGISTER.load(path).ecole, REGISTER.load(path).publications[0].mots) == ("Collège Fictif", {})
    path.write_text(path.read_text("utf-8").replace('"version":3,"ecole":"Collège Fictif"', '"version":2'), "utf-8")
    assert REGISTER.load(path).ecole == ""
    assert len(school_register("Collège Fictif").former) == 1
