"""Ce qu'une leçon montre : un pari et sa réponse, un tableau en français, une barre par groupe, des règles citées."""

import datetime as dt
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

from widgets.kit import SourceNote
from widgets.kit.lesson import LessonBet, LessonError, bars_of, column_of, rules_cited, table_of, whole_number

REPOSITORY = Path(__file__).parents[2]
ASKED = {
    "question": "Combien ?",
    "options": [
        {"value": "peu", "label": "3 au plus", "upto": 0.35},
        {"value": "plus", "label": "4 ou plus", "upto": 1},
    ],
}


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("chosen", "found", "said", "tone"),
    [
        ("peu", 0.35, "Votre pari est juste", "bon"),
        ("peu", 0.36, "Votre pari : « 3 au plus ». La réponse : « 4 ou plus ».", "neutre"),
        ("", 0.35, "Vous n'avez pas parié. La réponse était : « 3 au plus ».", "neutre"),
    ],
)
def test_a_bet_is_answered_by_the_number_that_a_next_cell_works_out(
    chosen: str, found: float, said: str, tone: str
) -> None:
    bet = LessonBet(ASKED)
    bet.widget.value = chosen
    answer = bet.answered(found, "Trouvé : 3 sur 10.")
    assert (plain(answer.text), answer.tone) == (said, tone)
    assert plain(answer.detail) == "Trouvé : 3 sur 10."


def test_a_table_writes_instants_truths_and_nothing_as_one_says_them() -> None:
    instants = pd.to_datetime(["2026-11-02 20:05", ""]).tz_localize("Europe/Paris")
    frame = pd.DataFrame({"Lu le": instants, "À temps": [True, False], "Combien": [3, 4]}, index=[111435, 91593])
    table = table_of(frame, "Deux messages")
    rows: list[dict[str, Any]] = table.rows
    assert [[plain(str(value)) for value in row.values()] for row in rows] == [
        ["2 novembre 2026, 20 h 05", "oui", "3"],
        ["None", "non", "4"],  # which the part shows as missing
    ]
    assert [(column["label"], column["numeric"]) for column in table.columns] == [
        ("Lu le", False),
        ("À temps", False),
        ("Combien", True),
    ]


def test_a_column_that_a_table_has_not_is_refused_with_those_that_it_has() -> None:
    frame = pd.DataFrame({"Heure": ["8 h", "9 h"], "Jour": ["lundi", "mardi"]})
    assert column_of(frame, "Jour") == "Jour"
    with pytest.raises(LessonError) as error:
        column_of(frame, "Jours")
    assert plain(str(error.value)).startswith("« Jours » n'est pas une colonne par laquelle grouper ce tableau.")
    assert plain(str(error.value)).endswith("« Heure », « Jour ».")


@pytest.mark.parametrize(
    ("column", "groups"),
    [
        ([f"{rank % 24} h" for rank in range(25)], True),
        ([f"{rank} h" for rank in range(25)], False),
        (["8 h"] * 25, False),
        ([True] + [False] * 24, False),  # which are counted, in each group
        ([rank % 2 for rank in range(25)], False),  # numbers are measured, not grouped by
        (pd.to_datetime(["2026-11-02", *["2026-11-03"] * 24]), False),
        (pd.Categorical(["papier", *["courriel"] * 24]), True),
    ],
)
def test_one_groups_by_a_column_of_a_few_words_and_by_no_other(column: Any, groups: bool) -> None:
    frame = pd.DataFrame({"Quoi": column, "Jour": ["lundi", *["mardi"] * 24]})
    if groups:
        assert column_of(frame, "Quoi") == "Quoi"
    else:
        with pytest.raises(LessonError, match=r"nom.*: «.Jour.»"):
            column_of(frame, "Quoi")


def test_the_bars_of_yes_and_no_are_named_so() -> None:
    frame = pd.DataFrame({"Retenu": [True, False, True], "À temps": [True, True, False]})
    groups = frame.groupby("Retenu")["À temps"]
    assert [bar["label"] for bar in bars_of(groups.sum(), groups.size(), "À temps").data] == ["non", "oui"]


@pytest.mark.parametrize("written", ["5", 5.5, True, None])
def test_what_is_no_whole_number_is_refused(written: object) -> None:
    with pytest.raises(LessonError, match="nombre entier"):
        whole_number(written)
    assert whole_number(5) == 5


def test_a_group_that_nobody_is_counted_in_keeps_its_bar_and_one_without_anybody_has_none() -> None:
    counts = pd.Series({"Fixe": 3}).rename_axis("Connexion")
    totals = pd.Series({"Fixe": 4, "Aucune": 2, "Mobile": 0}).rename_axis("Connexion")
    chart = bars_of(counts, totals, "Vues")
    assert chart.data == [{"label": "Fixe", "count": 3, "total": 4}, {"label": "Aucune", "count": 0, "total": 2}]
    assert plain(chart.alt) == "Vues : Fixe : 3 sur 4, Aucune : 0 sur 2"


def test_a_cited_rule_bears_the_badge_of_its_kind() -> None:
    cited = rules_cited(("absence/signalement", "messagerie/heures_calmes"), dt.date(2026, 11, 2))
    notes = [part for part in cited.children if isinstance(part, SourceNote)]
    assert [note.badge["kind"] for note in notes] == ["reglement", "hypothese"]
    assert all(note.text.endswith(".") for note in notes)


MISTYPED = {
    "selon = Niveau": 'Écrire un mot entre guillemets droits, comme "Niveau"',
    "au_plus = trois": "« trois » n'est pas un nom connu ici",
    "au_plus = « 8 »": "« au_plus = « 8 » » ne se lit pas",
    'selon = "Niveau': "ne se lit pas",
    "selon = Niveau scolaire": "ne se lit pas",
    "def autre():\n    return absent\nautre()": "« absent » n'est pas un nom connu ici",
}
# A fault of ours, even inside what a lesson calls, keeps all that helps to mend it.
OURS = ("1 / 0", "exec('def f(): return absent', space := {}); space['f']()")


def test_what_python_does_not_read_in_a_lesson_is_said_in_one_french_sentence() -> None:
    opening = "from widgets.kit.lesson import whole_number"
    sources = (opening, *MISTYPED, *OURS, "print('la suite')")
    lesson = new_notebook(cells=[new_code_cell(source) for source in sources])
    NotebookClient(lesson, allow_errors=True, kernel_name="python3").execute(cwd=str(REPOSITORY))
    first, *cells, last = lesson.cells
    assert first.outputs == []
    assert last.outputs[0].text == "la suite\n"
    for cell in cells:
        [output] = cell.outputs
        said = plain("\n".join(output.traceback))
        if cell.source in OURS:
            assert len(said.splitlines()) > 3, cell.source
        else:
            assert MISTYPED[cell.source] in said
            assert len(said.splitlines()) == 1
            assert plain(output.evalue) == said
