"""À l'écran : ce qui n'est que deviné ne se prend pas avant un oui ; un non ne le lit plus ; le oui se garde."""

from __future__ import annotations

from typing import Any

import pytest
from narrowing import present
from page_side import choose, not_made, press, taken

from liaison.diagnostic.reading.mapping import MAPPING
from widgets.diagnostic import Diagnostic
from widgets.diagnostic.state import FILES

pytestmark = pytest.mark.usefixtures("answers_protected_once")

LINES = [
    f"{connexion};{printer};{aide}"
    for connexion in ("fixe", "mobile limité")
    for printer in ("maison", "non")
    for aide in ("maison", "proche", "association", "personne")
    for _ in range(20)
]
TABLE = "\n".join(["connexion;imprimantes;aide", *LINES]).encode()


@pytest.fixture
def real() -> Diagnostic:
    found = Diagnostic()
    found.start.source.value = FILES
    choose(found.start.files, ("tableau.csv", TABLE))
    return found


def group(diagnostic: Diagnostic, name: str) -> Any:
    diagnostic.results.open(name)
    return diagnostic.results.views[name]


def test_what_is_only_guessed_is_said_where_files_are_read_and_nothing_is_taken_before_a_yes(real: Diagnostic) -> None:
    assert real.start.notice.kind == "attention"
    take, reading = group(real, "take"), group(real, "read")
    take.before.first.value = take.without.value = True
    for button in ("table", "docx", "response", "answers"):
        assert "2 lectures ne sont que devinées" in not_made(take.buttons[button])
    said = reading.guesses.guessed.text.replace("\u00a0", " ")
    assert "« imprimantes »" in said
    assert "« mobile limité » comme" in said
    assert "« imprimantes »" in take.guessed.text.replace("\u00a0", " ")


def test_a_yes_has_it_taken_and_kept_for_the_next_export(real: Diagnostic) -> None:
    reading = group(real, "read")
    press(reading.guesses.right)
    take = group(real, "take")
    assert (take.guessed.title, reading.guesses.widget.children) == ("", (reading.guesses.answered,))
    assert "« imprimantes »" in reading.guesses.answered.text.replace("\u00a0", " ")
    take.before.first.value = take.without.value = True  # so few answers are written several times
    assert taken(take.buttons["table"])
    name, _, kept = taken(group(real, "map").keep)
    assert not any(column.guessed for column in MAPPING.parse(kept, "gardée").colonnes)
    other = Diagnostic()
    other.start.source.value = FILES
    choose(other.start.files, (name, kept), ("semaine_2.csv", TABLE + b"\nmobile limit\xc3\xa9;ailleurs;proche"))
    report = present(other.received.report)
    assert (report.guesses, len(report.answers), report.to_correct) == ((), len(LINES) + 1, 0)


def test_the_next_export_opened_beside_asks_nothing_again(real: Diagnostic) -> None:
    press(group(real, "read").guesses.right)
    choose(real.start.files, ("semaine_2.csv", TABLE.replace(b"personne", b"association")))
    assert present(real.received.report).guesses == ()


def test_a_no_reads_nothing_of_it_and_says_so(real: Diagnostic) -> None:
    reading = group(real, "read")
    press(reading.guesses.wrong)
    report = present(real.received.report)
    assert (report.guesses, "imprimante" in report.answers.unasked) == ((), True)
    assert len(report.unread) == len(LINES) // 2
    assert "plus lu" in reading.guesses.answered.title


def test_a_mapping_kept_before_the_yes_still_asks(real: Diagnostic) -> None:
    name, _, kept = taken(group(real, "map").keep)
    assert [column.cible for column in MAPPING.parse(kept, "gardée").colonnes if column.guessed] == [
        "connexion",
        "imprimante",
    ]
    other = Diagnostic()
    other.start.source.value = FILES
    choose(other.start.files, (name, kept), ("tableau.csv", TABLE))
    assert len(present(other.received.report).guesses) == 2


def test_a_column_corrected_on_screen_is_guessed_no_more_and_the_others_still_are(real: Diagnostic) -> None:
    view = group(real, "map")
    view.column.value = "connexion"
    view.fields["mobile limité"].value = "mobile_suffisante"
    press(view.apply)
    assert [each.column for each in present(real.received.report).guesses] == ["imprimantes"]


def test_a_word_that_seems_to_be_two_answers_is_shown_as_both_and_may_be_one_of_them_instead() -> None:
    cells = ["ordinateur;tablette", "smartphone", "Tablette / smartphone"]
    table = "\n".join(["appareils,imprimante", *(f"{cell},maison" for cell in cells * 20)]).encode()
    real = Diagnostic()
    real.start.source.value = FILES
    choose(real.start.files, ("tableau.csv", table))
    mapping = group(real, "map")
    field = mapping.fields["Tablette / smartphone"]
    (both,) = (option for option in field.options if option["value"] == field.value)
    assert both == {"value": "tablette+smartphone", "label": both["label"]}
    assert " et " in both["label"]
    field.value = "tablette"
    press(mapping.apply)
    answers = present(real.received.report).answers.table
    assert int(answers["appareils__smartphone"].sum()) == 20
    assert int(answers["appareils__tablette"].sum()) == 40


def test_a_question_of_which_too_much_is_not_read_is_not_among_the_answers_on_screen() -> None:
    real = Diagnostic()
    real.start.source.value = FILES
    choose(real.start.files, ("tableau.csv", TABLE.replace("mobile limité".encode(), b"satellite")))
    assert "connexion" in present(real.state.answers).left_out
    assert "plus d'une réponse sur cinq" in str(group(real, "read").questions.lines).replace("’", "'")
