"""Du formulaire d'une école, une famille qui ne coche rien compte de même quel que soit l'outil : sans réponse."""

from __future__ import annotations

import pytest
from diagnostic.survey_exports import Rows, csv_text

from liaison.diagnostic.own.questionnaire import own_questionnaire
from liaison.diagnostic.reading.reading import read_answers

TITLE, BOXES = "Quels ateliers vous intéressent ?", ["La messagerie", "Les notes", "Les écrans"]
TICKS = [[rank % 2 == 0, rank % 3 == 0, rank % 2 == 1] for rank in range(40)]
SILENT = range(10, 40, 8)


def limesurvey(ticks: list[list[bool]], boxes: list[str], unticked: str = "Non") -> Rows:
    head = ["ID de la réponse", "Date de soumission", "Dernière page", "Langue de départ", "Tête de série"]
    lines = [
        [str(rank + 3), f"2026-11-09 08:{rank:02d}:12", "4", "fr", str(700000000 + rank * 977)]
        + ["Oui" if tick else unticked for tick in own]
        + [("Oui", "Non")[rank % 2]]
        for rank, own in enumerate(ticks)
    ]
    return [[*head, *(f"{TITLE} [{box}]" for box in boxes), "Êtes-vous content ?"], *lines]


@pytest.mark.parametrize("unticked", ["Non", "N"])
def test_nothing_ticked_in_limesurvey_is_no_answer_where_no_box_says_none(unticked: str) -> None:
    ticks = [[False] * 3 if rank in SILENT else own for rank, own in enumerate(TICKS)]
    content = csv_text(limesurvey(ticks, BOXES, unticked), ",").encode()
    own = own_questionnaire("lime.csv", content, "formulaire").read_again()
    answers = read_answers(content, own.questionnaire, own.mapping, name="lime.csv").answers
    (item, _) = own.questionnaire.items
    assert item.kind == "multiple"
    assert int((~answers.answered(item.id)).sum()) == len(SILENT)
    assert answers.table[f"{item.id}__les_ecrans"].sum() == sum(own[2] for own in ticks)
