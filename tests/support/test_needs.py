"""What each family needs, by code: from the two axes and the wishes, in a file that is read back cell by cell."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from support.making import needs, some_needs

from liaison.diagnostic.answers import answers_from_rows
from liaison.diagnostic.counting.axes import axes
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.support.needs.needs import CHOICES, COLUMNS, FLAGS, Needs, NeedsError, empty_needs, needs_of
from liaison.support.needs.needs_file import needs_csv, read_needs

DAY = dt.date(2026, 11, 25)
GRID = ("se_connecter", "ouvrir_piece_jointe", "repondre_ou_signer", "envoyer_document", "reconnaitre_fraude")
AT_EASE = {
    "appareils__ordinateur": True,
    "partage": "un_enfant",
    "connexion": "fixe",
    **{f"seul__{gesture}": "sans_aide" for gesture in GRID},
    "lecture": "chaque_jour",
    "canal": "ent",
    "langue": "francais",
    "niveau": "cinquieme",
}


def of(*rows: dict, codes: tuple[str, ...] = (), **given_values: Any) -> Needs:
    answers = answers_from_rows(rows, family_questionnaire())
    names = codes or tuple(f"F{rank:03d}" for rank in range(1, len(rows) + 1))
    return needs_of(answers, axes(answers), names, on=DAY, **given_values)


def needed(**changes: Any) -> set[str]:
    row = of({**AT_EASE, **changes}).table.iloc[0]
    return {name for name in FLAGS if name.startswith("besoin_") and row[name]}


def test_a_family_with_everything_needs_nothing() -> None:
    assert needed() == set()


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"partage": "trois_enfants_ou_plus"}, {"besoin_ordinateur"}),
        ({"partage": "pas_d_appareil"}, {"besoin_ordinateur"}),
        ({"connexion": "mobile_suffisante"}, set()),
        ({"connexion": "mobile_limitee"}, {"besoin_cle_4g"}),
        ({"canal": "sms"}, set()),
        ({"canal": "papier"}, {"besoin_hors_ecran"}),
        ({"canal": "telephone"}, {"besoin_hors_ecran"}),
        ({"lecture": "plus_rarement"}, set()),
        ({"lecture": "jamais"}, {"besoin_hors_ecran"}),
        ({"langue": "turc"}, {"besoin_interprete"}),
        ({f"seul__{gesture}": "pas_encore" for gesture in GRID}, {"besoin_atelier", "besoin_hors_ecran"}),
        ({f"seul__{gesture}": "avec_aide" for gesture in GRID[:2]}, {"besoin_atelier"}),
    ],
)
def test_each_answer_calls_for_its_own_need_and_no_other(changes: dict, expected: set[str]) -> None:
    assert needed(**changes) == expected


def test_no_connection_calls_for_a_key_and_for_something_off_screen() -> None:
    assert {"besoin_cle_4g", "besoin_hors_ecran"} <= needed(connexion="aucune")


def test_a_family_that_answered_nothing_is_not_said_to_need_anything() -> None:
    row = of({}).table.iloc[0]
    assert not any(row[name] for name in FLAGS)
    assert all(pd.isna(row[name]) for name in CHOICES)


def test_wishes_are_what_the_family_ticked() -> None:
    row = of({"pret__cle_internet": True, "atelier__samedi": True}).table.iloc[0]
    assert {name for name in FLAGS if row[name]} == {"demande_cle_4g", "peut_samedi"}


def test_childcare_is_expected_under_the_sixth_form_unless_the_family_said() -> None:
    young, older = {"niveau": "cm2"}, {"niveau": "sixieme"}
    assert list(of(young, older).table["garde"]) == [True, False]
    assert list(of(young, older, childcare=[False, True]).table["garde"]) == [False, True]
    assert list(of(older, older, levels=["troisieme ce1", "troisieme"]).table["garde"]) == [True, False]


def test_lengths_levels_and_codes_that_do_not_fit_are_refused() -> None:
    with pytest.raises(NeedsError, match="2 réponses et 1 valeur pour"):
        of({}, {}, codes=("F001",))
    with pytest.raises(NeedsError, match=r"Niveau inconnu.: bac"):
        of({}, levels=["bac"])
    with pytest.raises(NeedsError, match="revient deux fois"):
        of({}, {}, codes=("F001", "F001"))


@pytest.mark.parametrize("code", ["Dupont", "DUPONT", "f001", "F", "F 01", "12", "F001\n", "A" * 17])
def test_a_name_does_not_pass_for_a_code(code: str) -> None:
    with pytest.raises(NeedsError, match="sans nom"):
        needs({}, codes=(code,))


@pytest.mark.parametrize("code", ["F1", "F-012", "A1B2C3", "Z" + "9" * 15])
def test_a_code_of_the_school_is_taken_as_it_is(code: str) -> None:
    assert list(needs({}, codes=(code,)).table.index) == [code]


@given(some_needs(most=6))
@settings(max_examples=40, deadline=None)
def test_the_file_gives_back_the_same_needs(tmp_path_factory: pytest.TempPathFactory, table: Needs) -> None:
    path = tmp_path_factory.mktemp("besoins") / "besoins.csv"
    path.write_bytes(needs_csv(table))
    pd.testing.assert_frame_equal(read_needs(path).table, table.table)


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "besoins.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_spreadsheet_may_add_its_mark_and_spaces_and_nothing_changes(tmp_path: Path) -> None:
    table = needs({"demande_ordinateur": True, "enfants": 2, "langue": "turc"})
    text = needs_csv(table).decode().replace(";oui;", "; oui ;")
    pd.testing.assert_frame_equal(read_needs(written(tmp_path, text)).table, table.table)


def test_each_faulty_cell_is_said_with_its_line_and_its_column(tmp_path: Path) -> None:
    lines = needs_csv(needs({}, {}, {})).decode().splitlines()
    header = lines[0].split(";")

    def change(line: int, column: str, cell: str) -> None:
        cells = lines[line - 1].split(";")
        cells[header.index(column)] = cell
        lines[line - 1] = ";".join(cells)

    change(2, "demande_ordinateur", "peut-être")
    change(3, "enfants", "0")
    change(3, "langue", "klingon")
    lines[3] += ";en trop"
    with pytest.raises(NeedsError) as refusal:
        read_needs(written(tmp_path, "\n".join(lines)))
    said = str(refusal.value).replace("\u00a0", " ")
    assert "ligne 2, demande_ordinateur : « peut-être », écrire oui ou non" in said
    assert "ligne 3, enfants : « 0 », écrire un nombre de 1 à 20, ou rien" in said
    assert "ligne 3, langue : « klingon », choisir francais, arabe" in said
    assert f"ligne 4 : {len(header) + 1} cellules, {len(header)} sont attendues" in said
    assert said.count("\n- ") == 4


def test_a_blank_line_is_no_line_and_leaves_the_number_of_the_next_ones(tmp_path: Path) -> None:
    first, second, third = needs_csv(needs({}, {})).decode().splitlines()
    table = read_needs(written(tmp_path, "\n".join([first, second, "", third, "", ""])))
    assert list(table.table.index) == ["F001", "F002"]
    with pytest.raises(NeedsError, match="ligne 4, garde"):
        read_needs(written(tmp_path, "\n".join([first, second, "", third.replace("non", "?", 7), ""])))


def test_a_file_of_another_version_is_refused_line_by_line(tmp_path: Path) -> None:
    text = needs_csv(needs({}, {})).decode()
    assert text.splitlines()[1].startswith("1;F001;")
    assert len(read_needs(written(tmp_path, text))) == 2
    with pytest.raises(NeedsError, match=r"ligne 2, version.*cette suite lit la version 1"):
        read_needs(written(tmp_path, text.replace("1;F001;", "2;F001;")))


def test_twenty_faults_are_said_and_the_others_counted(tmp_path: Path) -> None:
    text = needs_csv(needs(*[{}] * 25)).decode().replace(";non", ";?", 25 * len(FLAGS))
    with pytest.raises(NeedsError, match="et 280 autres") as refusal:
        read_needs(written(tmp_path, text))
    assert str(refusal.value).count("\n- ") == 20


def test_another_file_is_refused_in_one_sentence(tmp_path: Path) -> None:
    for text in ("nom;prenom\nA;B\n", "\n", "code;é"):
        with pytest.raises(NeedsError, match="doit commencer par ces colonnes"):
            read_needs(written(tmp_path, text))
    with pytest.raises(NeedsError, match=r"n'est pas un fichier lisible.*vide"):
        read_needs(written(tmp_path, ""))
    with pytest.raises(NeedsError, match=r"n'est pas un fichier lisible.*n'existe pas"):
        read_needs(tmp_path / "absent.csv")


def test_nobody_yet_is_a_table_like_another() -> None:
    assert len(empty_needs()) == 0
    assert list(empty_needs().table.columns) == list(COLUMNS)
    assert set(empty_needs().counts().values()) == {0}


def test_counts_are_those_of_the_table() -> None:
    table = needs({"besoin_atelier": True}, {"besoin_atelier": True, "demande_cle_4g": True})
    counts = {name: count for name, count in table.counts().items() if count}
    assert counts == {"besoin_atelier": 2, "demande_cle_4g": 1}


@pytest.mark.parametrize("question", CHOICES)
@given(table=some_needs())
@settings(max_examples=10)
def test_every_family_is_at_one_place_of_a_question_or_at_none_known(question: str, table: Needs) -> None:
    found, unknown = table.placed(question)
    assert list(found) == list(CHOICES[question])
    assert sum(found.values()) + unknown == len(table)
    assert all(found[value] == (table.table[question] == value).sum() for value in found)


def test_who_said_a_moment_can_come_and_is_counted_once() -> None:
    none, one, two = (
        AT_EASE,
        AT_EASE | {"atelier__soir": True},
        AT_EASE | {"atelier__soir": True, "atelier__matin": True},
    )
    assert of(none).can_come() == 0
    assert of(none, one, two).can_come() == 2
