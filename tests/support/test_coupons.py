"""From coupons to needs: any known file of answers with a code beside each; every line kept or refused."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from diagnostic.survey_exports import csv_text, some_families, xlsx
from hypothesis import given, settings
from hypothesis import strategies as st
from support.making import Beside, coupons, needs

from liaison.diagnostic.answers import Answers, answers_from_rows
from liaison.diagnostic.counting.axes import axes
from liaison.diagnostic.papers.exporting import answers_csv
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.support.needs.coupons import Coupons, open_needs, read_coupons
from liaison.support.needs.needs import NeedsError, needs_of
from liaison.support.needs.needs_file import needs_csv
from widgets.texts import texts

DAY = dt.date(2026, 11, 25)


def families(count: int) -> Answers:
    return some_families(family_questionnaire(), count, seed=5)


def read(answers: Answers, beside: list[Beside]) -> Coupons:
    return read_coupons(coupons(answers, beside), name="coupons.csv", on=DAY)


def test_a_coupon_gives_what_needs_of_gives() -> None:
    answers = families(12)
    codes = [f"F{rank:03d}" for rank in range(1, 13)]
    found = read(answers, [{"code": code, "enfants": "2", "garde": "non"} for code in codes])
    expected = needs_of(answers, axes(answers), codes, children=[2] * 12, childcare=[False] * 12, on=DAY)
    pd.testing.assert_frame_equal(found.needs.table, expected.table)
    assert (found.lines_in, found.lines_refused, found.refused) == (12, 0, ())


def test_what_the_school_does_not_add_is_deduced_or_left_unsaid() -> None:
    answers = answers_from_rows([{"niveau": "cm2", "lecture": "jamais"}, {"lecture": "jamais"}], family_questionnaire())
    table = read(answers, [{"code": "A1"}, {"code": "A2"}]).needs.table
    assert list(table["niveaux"]) == ["cm2", ""]
    assert list(table["garde"]) == [True, False]
    assert table["enfants"].isna().all()
    several = read(answers, [{"code": "A1", "niveaux": "sixieme  troisieme"}, {"code": "A2"}]).needs.table
    assert several.loc["A1", "niveaux"] == "sixieme troisieme"
    assert not several.loc["A1", "garde"]


def test_coupons_that_do_not_ask_a_device_take_no_family_for_lacking_it() -> None:
    rows = ["code;appareils__tablette;appareils__smartphone;appareils__aucun;partage;connexion"]
    rows += [f"A{rank};0;1;0;un_enfant;fixe" for rank in range(3)]
    table = read_coupons("\n".join(rows).encode(), name="coupons.csv", on=DAY).needs.table
    assert table["equipement"].isna().all()


def test_each_refusal_says_the_line_the_column_and_what_to_write() -> None:
    found = read(
        families(7),
        [
            {"code": "F001", "enfants": "", "niveaux": "", "garde": ""},
            {"code": ""},
            {"code": "F001"},
            {"code": "Dupont"},
            {"code": "F005", "enfants": "0"},
            {"code": "F006", "niveaux": "bac"},
            {"code": "F007", "garde": "peut-être"},
        ],
    )
    assert list(found.needs.table.index) == ["F001"]
    assert (found.lines_in, found.lines_refused) == (7, 6)
    said = [str(one).replace("\u00a0", " ") for one in found.refused]
    assert [one.line for one in found.refused] == [3, 4, 5, 6, 7, 8]
    assert "colonne code : un code s'écrit en capitales et en chiffres, par exemple F012, sans nom" in said[0]
    assert "le code F001 est déjà lu plus haut" in said[1]
    assert "colonne enfants : écrire un nombre de 1 à 20" in said[3]
    assert "niveau inconnu, bac" in said[4]
    assert "écrire oui, non, ou rien" in said[5]
    assert found.summary().replace("\u00a0", " ") == "Lignes lues : 7. Familles gardées : 1. Refusées : 6."


cells = st.fixed_dictionaries(
    {
        "code": st.sampled_from(["F1", "F2", "F3", "F4", "", "nom", "=1+1"]),
        "enfants": st.sampled_from(["", "1", "20", "21", "x"]),
        "garde": st.sampled_from(["", "oui", "non", "?"]),
    }
)


@given(st.lists(cells, min_size=1, max_size=8))
@settings(max_examples=30, deadline=None)
def test_lines_in_are_families_kept_and_lines_refused(beside: list[Beside]) -> None:
    found = read(families(len(beside)), beside)
    assert found.lines_in == len(beside) == len(found.needs) + found.lines_refused
    assert len({one.line for one in found.refused}) == found.lines_refused
    assert found.needs.table.index.is_unique


def test_a_line_that_the_diagnosis_refuses_is_refused_here_too() -> None:
    content = coupons(families(3), [{"code": f"F00{rank}"} for rank in (1, 2, 3)])
    lines = content.decode("utf-8-sig").splitlines()
    cut = lines[2].split(";")
    lines[2] = ";".join([*cut[:3], *[""] * (len(cut) - 4), cut[-1]])
    found = read_coupons("\n".join(lines).encode(), name="coupons.csv", on=DAY)
    assert list(found.needs.table.index) == ["F001", "F003"]
    assert found.lines_in == 3


def test_a_cell_that_is_not_read_leaves_its_question_unanswered_and_the_family_keeps_its_other_needs() -> None:
    rows: list[dict[str, object]] = [
        {"connexion": "fixe", "pret__ordinateur": True, "imprimante": "non"},
        {"connexion": "fixe", "imprimante": "non"},
    ]
    content = coupons(answers_from_rows(rows, family_questionnaire()), [{"code": "F001"}, {"code": "nom"}])
    spoilt = content.replace(b";fixe;", b";fibre;")
    found = read_coupons(spoilt, name="coupons.csv", on=DAY)
    # The second line is refused for its code: what is not read of it is not said twice.
    assert [(cell.line, cell.column, cell.value) for cell in found.unread] == [(2, "connexion", "fibre")]
    assert (list(found.needs.table.index), found.lines_refused) == (["F001"], 1)
    assert found.needs.table.loc["F001", "demande_ordinateur"]
    _, said = open_needs(spoilt, DAY, name="coupons.csv")
    assert said[0].replace("\u00a0", " ") == (
        "Lignes lues : 2. Familles gardées : 1. Refusées : 1. Cellules non lues, sans réponse à leur question : 1."
    )
    assert "coupons.csv, ligne 2, colonne connexion" in said[-1]


def test_a_workbook_is_read_as_a_csv_is() -> None:
    content = coupons(families(4), [{"code": f"F00{rank}"} for rank in (1, 2, 3, 4)])
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    from_csv = read_coupons(content, name="a.csv", on=DAY).needs.table
    pd.testing.assert_frame_equal(read_coupons(xlsx({"coupons": rows}), name="a.xlsx", on=DAY).needs.table, from_csv)


def test_the_code_of_a_family_is_called_a_pseudonym_wherever_a_team_is_told_of_it() -> None:
    """With the list of the school one knows whose it is: it is nobody's anonymous number."""
    with pytest.raises(NeedsError) as refused:
        read_coupons(answers_csv(families(3)), name="reponses.csv")
    told = [str(refused.value), *(texts("support")(key) for key in ("team-only-codes", "take-team-text"))]
    for said in told:
        assert "pseudonyme" in said
        assert "anonyme" not in said


def test_a_file_without_codes_or_that_is_no_table_is_refused_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(NeedsError, match="colonne « code »".replace(" ", ".")):
        read_coupons(answers_csv(families(3)), name="reponses.csv")
    for content in (b"", b"%PDF-1.7", b"\x00\x01"):
        with pytest.raises(NeedsError, match="coupons"):
            read_coupons(content)
    with pytest.raises(NeedsError, match="lisible"):
        open_needs(tmp_path / "absent.csv")


def test_either_file_opens_and_only_coupons_have_something_to_say(tmp_path: Path) -> None:
    first, second = tmp_path / "coupons.csv", tmp_path / "besoins.csv"
    first.write_bytes(coupons(families(3), [{"code": "F001"}, {"code": "F002"}, {"code": ""}]))
    table, said = open_needs(first, DAY)
    assert len(said) == 2
    second.write_bytes(needs_csv(table))
    again, silent = open_needs(second, DAY)
    pd.testing.assert_frame_equal(again.table, table.table)
    assert silent == ()


def _rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def _backwards(text: str) -> bytes:
    return csv_text([row[::-1] for row in _rows(text)]).encode()


# What a spreadsheet makes of the file of needs when it saves it: the same cells, written otherwise.
SAVED: dict[str, Callable[[str], bytes]] = {
    "commas": lambda text: text.replace(";", ",").encode(),
    "tabs": lambda text: text.replace(";", "\t").encode("utf-16"),
    "quoted": lambda text: csv_text(_rows(text)).encode("utf-8-sig"),
    "workbook": lambda text: xlsx({"Feuille 1": _rows(text)}),
    "columns_moved": _backwards,
    "title_above": lambda text: f"Besoins du collège\n{text}".encode(),
    "blank_line_at_the_end": lambda text: f"{text}\n".encode(),
    "empty_cells_at_the_end": lambda text: f"{text}{';' * 23}\n".encode(),
    "empty_columns_beside": lambda text: text.replace("\n", ";;\n").encode(),
}


@pytest.mark.parametrize("saved", SAVED)
def test_the_needs_that_a_spreadsheet_has_saved_are_needs_and_the_same(saved: str) -> None:
    table = needs({"demande_ordinateur": True, "enfants": 2, "langue": "turc"}, {"peut_soir": True, "niveaux": "cp"})
    found, said = open_needs(SAVED[saved](needs_csv(table).decode("utf-8-sig")), DAY, name="besoins")
    pd.testing.assert_frame_equal(found.table, table.table)
    assert said == ()


def test_needs_that_lack_a_column_or_have_one_more_are_refused_and_never_taken_for_coupons() -> None:
    first, *rows = _rows(needs_csv(needs({"demande_ordinateur": True})).decode("utf-8-sig"))
    with pytest.raises(NeedsError, match=r"manque.*besoin_hors_ecran"):
        open_needs(csv_text([first[:-1], *(row[:-1] for row in rows)]).encode(), DAY, name="besoins.csv")
    with pytest.raises(NeedsError, match=r"Nom de la famille.*retirer"):
        open_needs(csv_text([[*first, "Nom de la famille"], [*rows[0], "Dupont"]]).encode(), DAY, name="besoins.csv")
    with pytest.raises(NeedsError, match=r"deux fois.*garde"):
        open_needs(csv_text([[*first, "garde"], [*rows[0], "non"]]).encode(), DAY, name="besoins.csv")
