"""À l'écran : un mot que plusieurs familles ont écrit pareil se décide là où « Autre » l'aurait pris."""

from __future__ import annotations

from typing import Any

import pytest
from diagnostic.a_diagnosis import give
from diagnostic.test_free_words import SINGLE, content, said
from diagnostic.test_more_answers import among
from narrowing import present
from page_side import press, refusal

from widgets.diagnostic import Diagnostic

pytestmark = pytest.mark.usefixtures("answers_protected_once")


def test_a_word_of_several_families_is_decided_on_screen_and_free_texts_are_counted(real: Diagnostic) -> None:
    assert refusal(real.own.open, "semaine_1.csv", content(SINGLE)) == ""
    real.own.read.value = True
    press(real.own.take)
    later = [*SINGLE, *["Le ramassage"] * 3]
    # Of two files, none has it more than a few times.
    give(real, ("6e.csv", content(later)), ("5e.csv", content([*reversed(SINGLE), "le ramassage", "En bus, À pied"])))
    real.results.open("read")
    reading: Any = real.results.views["read"]
    lines = said(" ".join(reading.sums.lines))
    assert "réponses qui ne sont pas dans le questionnaire comptent « Autre »" in lines
    assert "« kind: multiple »" in lines
    ((target, word), field), *_ = reading.deciding.fields.items()
    assert word.lower() == "le ramassage"
    field.value = "autre"
    press(reading.deciding.apply)
    assert not any("ramassage" in word.lower() for _, word in reading.deciding.fields)
    report = present(real.received.report)
    assert [cell.word for cell in report.unread] == ["En bus, À pied"]
    assert int((report.answers.table[target] == "autre").sum()) >= 3 + 1


def test_answers_that_the_first_file_had_not_are_added_at_once_on_screen(real: Diagnostic) -> None:
    assert refusal(real.own.open, "semaine_1.csv", content(SINGLE)) == ""
    real.own.read.value = True
    press(real.own.take)
    give(real, ("6e.csv", content(among(SINGLE, [*["En train"] * 5, *["En car"] * 4]))))
    real.results.open("read")
    reading: Any = real.results.views["read"]
    assert reading.deciding.more.label == "Les ajouter toutes au questionnaire"
    assert "« En train » et « En car »" in said(" ".join(reading.deciding.to_add.lines))
    press(reading.deciding.more)
    report = present(real.received.report)
    assert report.answers.table.iloc[:, 0].value_counts()[["en_train", "en_car"]].tolist() == [5, 4]
    assert report.unread == ()
    assert reading.deciding.widget.children == ()
