"""Un fichier en ligne, des feuilles de papier : des familles qui répondent de même par hasard ne font rien attendre."""

from __future__ import annotations

import numpy as np
from diagnostic.survey_exports import Rows, csv_text

from liaison.diagnostic.own.questionnaire import own_questionnaire
from liaison.diagnostic.reading.corrected import settled
from liaison.diagnostic.reading.reading import read_answers
from liaison.diagnostic.reading.reports import ReadReport

CLASSES = ("6e1", "6e2", "5e1", "5e2", "4e1", "4e2", "3e1", "3e2")
QUESTIONS = {
    "Comment votre enfant vient-il ?": (["À pied", "En bus", "En voiture"], [0.7, 0.2, 0.1]),
    "Mange-t-il à la cantine ?": (["Oui", "Non"], [0.8, 0.2]),
    "Êtes-vous venu à une réunion ?": (["Oui", "Non"], [0.6, 0.4]),
    "Avez-vous un ordinateur ?": (["Oui", "Non"], [0.85, 0.15]),
    "Un rendez-vous, quand ?": (["Le matin", "Le midi", "Le soir"], [0.2, 0.2, 0.6]),
    "Quelle aide à la maison ?": (["Un parent", "Un frère", "Personne"], [0.6, 0.2, 0.2]),
}
TITLES = ["Horodateur", "Classe", *QUESTIONS]


def families(count: int, seed: int) -> Rows:
    chance = np.random.default_rng(seed)
    return [
        [
            f"{2 + rank % 20:02d}/11/2026 {8 + rank // 20:02d}:{rank % 60:02d}:{rank * 7 % 60:02d}",
            str(chance.choice(CLASSES)),
            *(str(chance.choice(answers, p=shares)) for answers, shares in QUESTIONS.values()),
        ]
        for rank in range(count)
    ]


def both(online: Rows, paper: Rows) -> list[ReadReport]:
    """The export of a form, and papers typed under its titles, without a time."""
    content = csv_text([TITLES, *online], ",").encode()
    own = own_questionnaire("en_ligne.csv", content, "formulaire").read_again()
    files = {"en_ligne.csv": content, "papier.csv": csv_text([TITLES[1:], *(row[1:] for row in paper)], ",").encode()}
    return settled([read_answers(each, own.questionnaire, own.mapping, name=name) for name, each in files.items()])


def waiting(parts: list[ReadReport]) -> int:
    return sum(part.maybe_twice for part in parts)


def test_papers_that_answer_alike_in_other_classes_as_chance_gives_it_wait_for_nothing() -> None:
    doubts = {seed: waiting(both(families(136, seed), families(44, seed + 1000))) for seed in range(12)}
    assert not any(doubts.values()), doubts


def test_papers_of_which_half_are_families_of_the_form_wait_for_a_yes() -> None:
    online = families(136, 3)
    assert waiting(both(online, [*online[40:62], *families(22, 1003)])) >= 22


def test_all_the_papers_of_families_whose_class_was_changed_since_wait_for_a_yes() -> None:
    online = families(136, 3)
    moved = [[row[0], CLASSES[(CLASSES.index(row[1]) + 2) % len(CLASSES)], *row[2:]] for row in online]
    assert waiting(both(online, moved[40:84])) == 44
