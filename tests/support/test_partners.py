"""Partners: a data set that is rebuilt, matched to needs, and a file of local names that a school fills."""

from __future__ import annotations

import csv
import filecmp
import io
import json
import runpy
import shutil
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.making import needs

from liaison.rules import rule_file
from liaison.support.plan.partners import (
    LOCAL_COLUMNS,
    NEEDS,
    LocalPartner,
    PartnersError,
    local_partners_csv,
    match_partners,
    needs_present,
    partner_kinds,
    read_local_partners,
)

FOLDER = Path(__file__).parents[2] / "datasets/partenaires"
KINDS = [kind.id for kind in partner_kinds()]
MEDIATHEQUE = LocalPartner("mediatheque", "Médiathèque du Lavoir (fictive)", "l'accueil", "12 rue du Lavoir", "samedi")


def test_the_files_are_rebuilt_byte_for_byte(tmp_path: Path) -> None:
    for name in ("build.py", "partenaires.yaml"):
        shutil.copy(FOLDER / name, tmp_path / name)
    runpy.run_path(str(tmp_path / "build.py"), run_name="__main__")
    assert all(filecmp.cmp(FOLDER / name, tmp_path / name, shallow=False) for name in ("genres.csv", "actions.csv"))


def test_the_package_describes_each_column_and_each_line_keeps_to_it() -> None:
    package = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    for resource in package["resources"]:
        rows = list(csv.DictReader((FOLDER / resource["path"]).open(encoding="utf-8", newline="")))
        fields = {field["name"]: field.get("constraints", {}) for field in resource["schema"]["fields"]}
        assert list(rows[0]) == list(fields)
        assert all(row[name] for row in rows for name in fields)
        for name, constraints in fields.items():
            assert {row[name] for row in rows} <= set(constraints.get("enum", {row[name] for row in rows}))
        keys = [tuple(row[name] for name in resource["schema"]["primaryKey"]) for row in rows]
        assert len(set(keys)) == len(keys)
        assert f"| `{resource['path']}` | {len(rows)} |" in readme
    needed = next(field for field in package["resources"][1]["schema"]["fields"] if field["name"] == "besoin")
    assert needed["constraints"]["enum"] == list(NEEDS)


def test_what_is_said_of_partners_is_a_hypothesis() -> None:
    assert rule_file("accompagnement/partenaires").kind == "hypothese"


def test_the_kinds_that_a_school_looks_for_are_there_and_each_need_has_two_or_more() -> None:
    assert {
        "mediatheque",
        "centre_social",
        "association_familiale",
        "france_services",
        "conseiller_numerique",
        "maison_de_quartier",
    } <= set(KINDS)
    for need in NEEDS:
        assert sum(need in kind.actions for kind in partner_kinds()) >= 2, need


def test_partners_are_matched_to_the_needs_that_somebody_has_and_to_no_other() -> None:
    table = needs({"besoin_ordinateur": True}, {"garde": True, "peut_soir": True}, {"demande_cle_4g": True})
    assert needs_present(table) == ("ordinateur", "garde")
    found = match_partners(needs_present(table))
    assert {match.need for match in found} == {"ordinateur", "garde"}
    assert all(match.action == match.kind.actions[match.need] for match in found)
    assert match_partners(()) == ()


def test_nobody_looks_after_the_children_of_a_family_that_comes_to_nothing() -> None:
    assert needs_present(needs({"garde": True}, {"peut_soir": True})) == ()


def test_those_known_here_come_first_within_each_need() -> None:
    here = [LocalPartner("reconditionneur", "Atelier du Pont (fictif)"), MEDIATHEQUE]
    found = match_partners(("atelier", "ordinateur"), here)
    computers = [match for match in found if match.need == "ordinateur"]
    assert {match.kind.id for match in computers[:2]} == {"mediatheque", "reconditionneur"}
    assert all(not match.local for match in computers[2:])
    assert [match.need for match in found] == sorted((match.need for match in found), key=list(NEEDS).index)
    said = next(match for match in computers if match.kind.id == "mediatheque").sentence().replace("\u00a0", " ")
    assert said.endswith("Ici : Médiathèque du Lavoir (fictive) (l'accueil, 12 rue du Lavoir, samedi).")


def test_the_empty_file_has_a_line_for_each_kind_and_names_nobody_yet() -> None:
    content = local_partners_csv()
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert tuple(rows[0]) == LOCAL_COLUMNS
    assert [row[0] for row in rows[1:]] == KINDS
    assert read_local_partners(content) == ()


texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=30).map(str.strip)
local = st.builds(LocalPartner, st.sampled_from(KINDS), texts.filter(bool), texts, texts, texts)


@given(st.lists(local, max_size=5))
@example([LocalPartner("mediatheque", "'t Lokaal", hours=",@")])
@settings(max_examples=80, deadline=None)
def test_the_file_gives_back_the_same_names_and_no_formula_leaves(partners: list[LocalPartner]) -> None:
    content = local_partners_csv(partners)
    assert read_local_partners(content) == tuple(partners)
    for row in csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"):
        assert not any(cell.startswith(("=", "+", "-", "@")) and not cell[1:2].isdigit() for cell in row)


def test_each_faulty_line_is_said(tmp_path: Path) -> None:
    path = tmp_path / "locaux.csv"
    header = ";".join(LOCAL_COLUMNS)
    path.write_text(f"{header}\npiscine;Le Bassin;;;\n\nmediatheque;x;y\ncaf;{'a' * 201};;;\n", encoding="utf-8")
    with pytest.raises(PartnersError) as refusal:
        read_local_partners(path)
    said = str(refusal.value).replace("\u00a0", " ")
    assert "ligne 2, genre : « piscine », choisir mediatheque" in said
    assert "ligne 4 : 3 cellules, 5 sont attendues" in said
    assert "ligne 5, nom : 201 caractères, 200 au plus" in said
    path.write_text(f"{header}\ncaf;{'a' * 200};;;\n", encoding="cp1252")
    assert len(read_local_partners(path)) == 1


@pytest.mark.parametrize(
    "content", [b"", b"a;b\n", b"\xff\xfe\x00", b"PK\x03\x04\x00\x00", b"genre;nom\n" + b"a" * 200_000]
)
def test_another_file_is_refused_in_one_sentence(content: bytes) -> None:
    with pytest.raises(PartnersError, match="locaux"):
        read_local_partners(content, "locaux.csv")
