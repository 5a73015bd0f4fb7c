"""Ce qu'une page ouvre et qui peut parler de vraies familles attend un accord sur un serveur qui n'est pas à soi.

`FileIn(real=True)` attend (tests/kit, tests/diagnostic) : ici, chaque champ de la suite l'est ou ne l'est pas, et dit
pourquoi quand il ne l'est pas.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

WIDGETS = Path(__file__).parents[2] / "widgets"
# By the file that has the field, and by the key of its label.
REAL = {
    "diagnostic/start.py files",
    "diagnostic/families.py families-file",
    "diagnostic/own_questions.py own-open",
    "support/start_from.py open-needs",
    "support/start_from.py open-answers",
}
OF_NOBODY = {
    "shown_before.py former": "une publication d'avant, déjà montrée",
    "training/handing_in.py exercise.team_file": "le fichier d'équipe d'un exercice, sur l'école fictive",
    "messaging/team_gather.py open": "des politiques",
    "messaging/start_from.py open-policy": "une politique",
    "support/policy_start.py open-policy": "une politique",
    "support/partners_view.py open-partners": "des associations et des services",
    "support/start_from.py open-loans": "des nombres d'appareils et des règles",
    "support/start_from.py open-workshops": "des créneaux et des règles",
    # Of these, a trainer's own machine alone has the screen (tests/training/test_session_desk.py).
    "training_session/participants_field.py list-file": "des stagiaires, sur la machine de qui anime",
    "training_session/hand_ins_view.py take-files": "ce que des stagiaires ont remis, sur la machine de qui anime",
    "diagnostic/informing.py inform-open": "ce que l'école dit d'elle-même aux familles",
}


def fields() -> Iterator[tuple[str, bool]]:
    for file in sorted(WIDGETS.rglob("*.py")):
        if file.is_relative_to(WIDGETS / "gallery"):
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "FileIn":
                said = {word.arg: word.value for word in node.keywords}
                label = said["label"]
                key = ast.literal_eval(label.args[0]) if isinstance(label, ast.Call) else ast.unparse(label)
                real = "real" in said and ast.literal_eval(said["real"]) is True
                yield f"{file.relative_to(WIDGETS).as_posix()} {key.removeprefix('self.state.')}", real


def test_each_file_that_may_speak_of_real_families_waits_for_a_yes_on_another_machine() -> None:
    assert {name for name, real in fields() if real} == REAL


def test_each_other_one_says_why_it_speaks_of_nobody() -> None:
    assert {name for name, real in fields() if not real} == OF_NOBODY.keys()
