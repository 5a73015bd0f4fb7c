"""Une classe de SEGPA laisse les niveaux, et une grille de cases à cocher prend plusieurs réponses par ligne."""

from __future__ import annotations

import random

import pytest
from diagnostic.survey_exports import csv_text
from diagnostic.test_free_words import said

from liaison.diagnostic.own.questionnaire import OwnQuestionnaire, own_questionnaire
from liaison.diagnostic.own.words import grouping_words
from liaison.diagnostic.questionnaire.questionnaire import LEVEL, family_questionnaire
from liaison.diagnostic.reading.reading import read_answers
from liaison.diagnostic.reading.wording import lexicon
from liaison.diagnostic.reading.words_decided import remedy_words

CLASS, FREE = "Dans quelle classe est votre enfant ?", "Quand êtes-vous disponible ?"
TIMES, DAYS = ("Matin", "Midi", "Soir"), ("Lundi", "Mardi", "Jeudi")


def made(rows: list[list[str]]) -> OwnQuestionnaire:
    return own_questionnaire("export.csv", csv_text(rows).encode(), "export")


@pytest.mark.parametrize(
    ("written", "level"),
    [
        *(("6e SEGPA", "sixieme"), ("5e Segpa 2", "cinquieme"), ("4ème ULIS", "quatrieme"), ("6e UPE2A", "sixieme")),
        *(("3e prépa-métiers", "troisieme"), ("3ème prépa métiers 1", "troisieme"), ("6ème Bilangue", "sixieme")),
        *(("troisième 2", "troisieme"), ("Sixième A", "sixieme"), ("4e CHAM", "quatrieme"), ("2nde euro", "seconde")),
        *(("6e Bleue", "sixieme"), ("5ème rose", "cinquieme"), ("CP Vert", "cp"), ("2nde 3", "seconde")),
        *(("2GT4", "seconde"), ("1G2", "premiere"), ("1STMG1", "premiere"), ("1re STMG 2", "premiere")),
        *(("TG1", "terminale"), ("Tle 3", "terminale"), ("TSTMG", "terminale"), ("T STI2D", "terminale")),
        *(("2 MRC", "seconde"), ("2nde pro", "seconde"), ("1 MELEC 2", "premiere"), ("Terminale ASSP", "terminale")),
        *(("CE1-CE2", None), ("CM1/CM2 B", None), ("2 enfants", None), ("1 fois", None), ("Total", None)),
        *(("2", None), ("21", None), ("1 g", None), ("Tous", None), ("T", None), ("6e ou jaune", None)),
        *(
            ("CM2 ULIS", None),
            ("ULIS", None),
            ("SEGPA", None),
            ("6e ou 5e", None),
            ("6e/5e", None),
            ("bonjour a", None),
        ),
        # Of several children, the class of the eldest; « ou » is a doubt, and bare levels may be one class of two.
        *(("6e A / 4e B", "quatrieme"), ("6eA et 3eC", "troisieme"), ("601 et 402", "quatrieme")),
        *(("6e A (et 4e B)", "quatrieme"), ("3e A + 5e B", "troisieme"), ("6eA-4eB", "quatrieme")),
        *(("6e A, 6e C", "sixieme"), ("6e A ou 6e B", "sixieme"), ("6e A ou 4e B", None), ("CM2 / 6e", None)),
        # Levels that do not follow each other are of no class: two children.
        *(("CP / CM2", "cm2"), ("CP et CE2", "ce2"), ("6e, 4e", "quatrieme"), ("CP, CE1, CM2", "cm2"), ("CP/CP", "cp")),
        *(("CM1/CM2", None), ("CE1-CE2-CM1", None), ("6e, 5e", None), ("CP ou CM2", None)),
        *(("CE1 A et CM2 B", "cm2"), ("CM1 A / 6e B", "sixieme"), ("6e A / bonjour", None)),
    ],
)
def test_a_class_of_a_sort_keeps_its_level_and_one_of_no_level_has_none(written: str, level: str | None) -> None:
    assert lexicon(family_questionnaire()).value(LEVEL, written) == level


@pytest.mark.parametrize(
    "title",
    ["Dans quelle(s) classe(s) sont vos enfants ?", "Classes de vos enfants", "Niveau(x) de votre (vos) enfant(s)"],
)
@pytest.mark.parametrize("joint", [", ", ";"])
def test_boxes_of_classes_are_those_of_several_children_who_count_at_the_level_of_the_eldest(
    title: str, joint: str
) -> None:
    """Whatever levels: a form proposes one box a class, and no box is of two."""
    end = ";" if joint == ";" else ""
    families = [["CP"], ["CM1"], ["CP", "CE1"], ["CE1", "CM1"], ["CM1", "CM2"]] * 12
    rows = [
        [title, "Cantine ?"],
        *([joint.join(own) + end, ("Oui", "Non")[rank % 2]] for rank, own in enumerate(families)),
    ]
    own = made(rows)
    assert [each.title for each in own.counted] == ["Cantine ?"]
    later = [[title, "Cantine ?"], *([joint.join(own) + end, "Oui"] for own in [["CE1", "CE2"], ["CP", "CE1", "CE2"]])]
    for lines, levels in ((rows, {"cp": 12, "cm1": 24, "ce1": 12, "cm2": 12}), (later, {"ce2": 2})):
        report = read_answers(csv_text(lines).encode(), own.questionnaire, own.mapping, name="export.csv")
        counted = report.answers.table[LEVEL].value_counts()
        assert ({level: int(count) for level, count in counted.items() if count}, report.unread) == (levels, ())
        assert "au niveau" in " ".join(map(str, report.flagged))


@pytest.mark.parametrize("odd", ["6e SEGPA", "3e prépa-métiers", "6e Bleue", "ULIS", "UPE2A", "CM1-CM2"])
def test_one_such_class_leaves_the_others_their_level(odd: str) -> None:
    classes = [*["6e A", "5e B", "4e A", "3e C"] * 12, *[odd] * 8]
    rows = [[CLASS, "Cantine ?"], *([each, ("Oui", "Non")[rank % 2]] for rank, each in enumerate(classes))]
    own = made(rows)
    assert [each.title for each in own.counted] == ["Cantine ?"]
    (column,) = (each for each in own.mapping.colonnes if each.cible == LEVEL)
    assert column.source == CLASS
    report = read_answers(csv_text(rows).encode(), own.questionnaire, own.mapping, name="export.csv")
    levels = report.answers.table[LEVEL].value_counts()
    assert levels["cinquieme"] == levels["quatrieme"] == 12
    unread = [cell.word for cell in report.unread]
    if odd in ("ULIS", "UPE2A", "CM1-CM2"):
        assert unread == [odd] * 8
        assert "questionnaire.yaml" not in next(remedy_words(report, 1))  # a level is not one of its questions
        assert f"« {odd} »" in said(grouping_words(own))
    else:
        assert unread == []
        assert levels.sum() == len(classes)


def test_siblings_count_at_the_level_of_the_eldest_and_it_is_said() -> None:
    classes = [*["6e A", "5e B", "4e A", "3e C"] * 12, *["6e A / 4e B", "5e A et 3e B"] * 4, "6e A, 6e C"]
    rows = [[CLASS, "Cantine ?"], *([each, ("Oui", "Non")[rank % 3 // 2]] for rank, each in enumerate(classes))]
    own = made(rows)
    report = read_answers(csv_text(rows).encode(), own.questionnaire, own.mapping, name="export.csv")
    levels = report.answers.table[LEVEL].value_counts()
    assert (levels["sixieme"], levels["cinquieme"], levels["quatrieme"], levels["troisieme"]) == (13, 12, 16, 16)
    told = " ".join(map(str, report.flagged)).replace("\u00a0", " ")
    assert "8 familles écrivent les classes de plusieurs enfants" in told
    assert "(« 6e A / 4e B » : 4e)" in told


@pytest.mark.parametrize("odd", ["passe en 5e", "ancien 3e", "je ne sais pas encore"])
def test_what_a_few_families_write_for_a_class_leaves_the_others_their_level(odd: str) -> None:
    classes = [*["6e A", "5e B", "4e A", "3e C"] * 12, *[odd] * 8]
    rows = [[CLASS, "Cantine ?"], *([each, ("Oui", "Non")[rank % 2]] for rank, each in enumerate(classes))]
    own = made(rows)
    report = read_answers(csv_text(rows).encode(), own.questionnaire, own.mapping, name="export.csv")
    assert report.answers.table[LEVEL].value_counts()["quatrieme"] == 12
    assert [cell.word for cell in report.unread] == [odd] * 8
    assert f"niveau: {odd}=" in next(remedy_words(report, 1))


def available(count: int = 90) -> list[list[str]]:
    chance = random.Random(3)
    head = [*(f"{FREE} [{day}]" for day in DAYS), "Cantine ?"]

    def cell() -> str:
        return ", ".join(each for each in TIMES if chance.random() < 0.4)

    return [head, *([*(cell() for _ in DAYS), ("Oui", "Non")[rank % 2]] for rank in range(count))]


def test_the_rows_of_a_grid_of_check_boxes_are_questions_of_several_answers_and_all_ticks_count() -> None:
    rows = available()
    own = made(rows)
    assert [each.item.kind for each in own.counted] == ["multiple"] * 3 + ["single"]
    assert [each.title for each in own.counted][:3] == [f"{FREE} {day}" for day in DAYS]
    assert (own.left, own.questionnaire.held) == ({}, ())
    report = read_answers(csv_text(rows).encode(), own.questionnaire, own.mapping, name="export.csv")
    assert report.unread == ()
    for rank, question in enumerate(own.counted[:3]):
        for value, answer in question.item.words.items():
            ticked = sum(answer in row[rank].split(", ") for row in rows[1:])
            assert report.answers.table[f"{question.item.id}__{value}"].sum() == ticked > 0


def test_a_row_of_which_each_cell_holds_one_answer_still_takes_several_like_the_others() -> None:
    rows = available()
    for row in rows[1:]:
        row[0] = row[0].split(", ")[0]
    assert [each.item.kind for each in made(rows).counted] == ["multiple"] * 3 + ["single"]


def test_a_grid_of_one_answer_a_row_is_one_grid() -> None:
    rows = [[cell.split(", ")[0] for cell in row] for row in available()]
    assert [each.item.kind for each in made(rows).counted] == ["grid", "single"]
