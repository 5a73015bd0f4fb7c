"""`liaison diagnose` et `liaison disclosure` : ce qui est lu, ce qui peut être publié, ce qui est refusé."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from diagnostic import own_exports
from diagnostic.fictitious_school import ALL_WAYS, population, received
from diagnostic.survey_exports import csv_text, framaforms
from diagnostic.told_too_much import told_too_much

from liaison.diagnostic.papers.exporting import answers_csv
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.mapping import MAPPING
from liaison.diagnostic.reading.reading import read_answers

pytestmark = pytest.mark.usefixtures("answers_protected_once")

PUBLIC = {"diagnostic.docx", "diagnostic.pdf", "diagnostic.html", "indicateurs.csv", "taux_de_reponse.csv"}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Answers received online, by all ways, with three cells that no form has, and the families of the school."""
    folder = tmp_path_factory.mktemp("reponses")
    (folder / "en_ligne.csv").write_bytes(answers_csv(received("en_ligne")))
    (folder / "toutes.csv").write_bytes(answers_csv(received(*ALL_WAYS)))
    spoilt = answers_csv(received(*ALL_WAYS)).decode("utf-8-sig").replace(";fixe;", ";fibre;", 3)
    (folder / "fautes.csv").write_text(spoilt, encoding="utf-8")
    lines = [f"{level};{count}" for level, count in population().families.items()]
    (folder / "familles.csv").write_text("niveau;familles\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return folder


def rows(path: Any) -> Any:
    return list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))


def test_diagnose_writes_what_may_be_published_and_what_the_team_keeps(
    liaison: Any, files: Any, tmp_path: Path
) -> None:
    out = tmp_path / "diagnostic"
    result = liaison("diagnose", files / "toutes.csv", "--population", files / "familles.csv", "--out", out)
    assert result.exit_code == 0, result.output
    text = result.stdout.replace("\u00a0", " ")
    count = len(received(*ALL_WAYS))
    assert f"Lignes lues : {count}. Réponses gardées : {count}. Refusées : 0." in text
    assert f"Ensemble\t{count}\t{population().total}\t" in text
    assert "[1/3]" in result.stderr
    names = {path.name for path in out.iterdir()}
    assert names == {*PUBLIC, "publications.json", "equipe_problemes.csv", "equipe_correspondance.yaml"}
    table = rows(out / "indicateurs.csv")
    hidden = [row for row in table if not row["effectif"].isdigit()]
    assert len(hidden) > 50
    assert all(row["effectif"] in ("caché", f"entre {row['au_moins']} et {row['au_plus']}") for row in hidden)
    assert all(row["part"] == "" for row in hidden)
    assert {row["reponse_en_clair"] for row in table} >= {"Un ordinateur", "Sans réponse", "Débutent"}
    html = (out / "diagnostic.html").read_text(encoding="utf-8")
    assert "entre " in html
    assert "Aucune publication d'avant n'est connue." in text
    assert "Aucun plan de prêts ou d'ateliers n'est inscrit au registre de l'école." in " ".join(text.split())
    assert "Deux axes, jamais une note" in html


def test_a_question_in_no_column_is_said_and_is_in_no_public_file(liaison: Any, tmp_path: Path) -> None:
    (tmp_path / "export.csv").write_text("connexion;niveau\n" + "fixe;cp\n" * 40)
    result = liaison("diagnose", tmp_path / "export.csv", "--out", tmp_path / "diagnostic")
    assert result.exit_code == 0, result.output
    said = result.stdout.replace("\u00a0", " ")
    assert "Questions : 12. Reconnues : 1. Dans aucune colonne : 11, qui n'ont pas été demandées" in said
    assert {row["question"] for row in rows(tmp_path / "diagnostic" / "indicateurs.csv")} == {"connexion", "niveau"}
    html = (tmp_path / "diagnostic" / "diagnostic.html").read_text(encoding="utf-8")
    assert "Deux axes" not in html
    assert "Façon de répondre" not in html
    found = json.loads(liaison("diagnose", tmp_path / "export.csv", "--json").stdout)["questions"]
    assert [one["question"] for one in found if one["demandee"]] == ["connexion", "niveau"]
    assert all(one["raison"] for one in found if not one["demandee"])


def test_a_diagnosis_that_tells_too_much_is_not_written(
    liaison: Any, refused: Any, files: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("liaison.diagnostic.publication.already_shown.indicators", told_too_much)
    out = tmp_path / "diagnostic"
    refused(liaison("diagnose", files / "toutes.csv", "--out", out), "Rien n'est écrit", "faute du programme")
    assert not out.exists()


def test_no_count_that_the_table_hides_is_in_any_public_file(liaison: Any, files: Any, tmp_path: Path) -> None:
    out = tmp_path / "diagnostic"
    answer = json.loads(liaison("diagnose", files / "toutes.csv", "--out", out, "--json").stdout)
    numbers = ("effectif", "au_moins", "au_plus")
    shown = {
        (row["groupe"], row["question"], row["partie"], row["valeur"]): tuple(row[name] for name in numbers)
        for row in answer["indicateurs"]
    }
    written = {
        (row["groupe"], row["question"], row["partie"], row["valeur"]): row["effectif"]
        for row in rows(out / "indicateurs.csv")
    }
    register = json.loads((out / "publications.json").read_text(encoding="utf-8"))["publications"][0]["lignes"]
    assert len(register) == len(shown) == len(written)
    for line in register:
        key = (line["groupe"], line["question"], line["partie"], line["valeur"])
        count, low, high = shown[key]
        assert (line["effectif"], line["au_moins"], line["au_plus"]) == (count, low, high)
        near = "caché" if low is None else f"entre {low} et {high}"
        assert written[key] == (near if count is None else str(count))
    assert any(count is None for count, _, _ in shown.values())


def test_two_files_of_one_stem_each_have_their_lines_to_correct(liaison: Any, files: Any, tmp_path: Path) -> None:
    lines = (files / "fautes.csv").read_text(encoding="utf-8").splitlines()
    spoilt = [place for place, line in enumerate(lines) if ";fibre;" in line]
    other = [line.replace(";fibre;", ";satellite;") for line in lines[spoilt[1] :]]
    # Other families in the other file: the same ones, given again, would count once.
    (tmp_path / "recu.csv").write_text("\n".join(lines[: spoilt[1]]), encoding="utf-8")
    (tmp_path / "recu.txt").write_text("\n".join([lines[0], *other]), encoding="utf-8")
    out = tmp_path / "diagnostic"
    result = liaison("diagnose", tmp_path / "recu.csv", tmp_path / "recu.txt", "--out", out)
    assert result.exit_code == 1, result.output
    found = {name: (out / f"equipe_corrections_{name}.csv").read_text("utf-8-sig") for name in ("recu_csv", "recu_txt")}
    assert found["recu_csv"].count(";fibre;") == 1
    assert found["recu_txt"].count(";satellite;") == 2


def test_files_read_otherwise_each_keep_their_mapping_and_alike_only_one(
    liaison: Any, files: Any, tmp_path: Path
) -> None:
    asked, known = family_questionnaire(), received("en_ligne")
    (tmp_path / "framaforms.csv").write_text(csv_text(framaforms(known)), encoding="utf-8")
    out = tmp_path / "diagnostic"
    assert liaison("diagnose", files / "en_ligne.csv", tmp_path / "framaforms.csv", "--out", out).exit_code in (0, 1)
    kept = {path.name: MAPPING.load(path) for path in out.glob("equipe_correspondance*.yaml")}
    assert set(kept) == {"equipe_correspondance_en_ligne.yaml", "equipe_correspondance_framaforms.yaml"}
    again = read_answers((tmp_path / "framaforms.csv"), asked, kept["equipe_correspondance_framaforms.yaml"])
    assert len(again.answers) == len(known)


def test_refused_lines_come_back_in_a_file_that_is_read_again_once_corrected(
    liaison: Any, files: Any, tmp_path: Path
) -> None:
    out = tmp_path / "diagnostic"
    result = liaison("diagnose", files / "fautes.csv", "--out", out)
    assert result.exit_code == 1
    text = result.stdout.replace("\u00a0", " ")
    assert "Cellules non lues : 3, dans 3 lignes gardées." in text
    assert "« fibre » n'est pas une réponse connue" in text
    assert len([row for row in rows(out / "equipe_problemes.csv") if row["gravite"] == "cellule"]) == 3
    corrections = out / "equipe_corrections_fautes.csv"
    corrected = corrections.read_text(encoding="utf-8-sig").replace(";fibre;", ";fixe;")
    again = read_answers(corrected.encode(), family_questionnaire(), name="corrections.csv")
    assert (len(again.answers), again.lines_refused) == (3, 0)


def test_several_files_are_counted_together(liaison: Any, files: Any) -> None:
    words = ("diagnose", files / "en_ligne.csv", files / "fautes.csv", "--json")
    answer = json.loads(liaison(*words).stdout)
    online, everybody = len(received("en_ligne")), received(*ALL_WAYS).table
    assert answer["lignes_lues"] == online + len(everybody)
    # Who answered online is in both, and counts once: whole, where a cell of one of the two is not read.
    assert (answer["lignes_refusees"], answer["lignes_deja_comptees"]) == (0, online)
    assert answer["reponses_gardees"] == len(everybody)
    spoilt = everybody[everybody["connexion"] == "fixe"].head(3)
    assert answer["cellules_non_lues"] == (spoilt["mode"] != "en_ligne").sum() == 2


def test_a_second_export_that_would_isolate_families_is_refused_and_nothing_changes(
    liaison: Any, refused: Any, files: Any, tmp_path: Path
) -> None:
    out = tmp_path / "diagnostic"
    assert liaison("diagnose", files / "en_ligne.csv", "--out", out).exit_code == 0
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    result = liaison("diagnose", files / "toutes.csv", "--out", out)
    refused(result, "isolerait moins de 11 familles", "publier une seule fois")
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    elsewhere = tmp_path / "ailleurs"
    result = liaison("diagnose", files / "toutes.csv", "--out", elsewhere, "--previous", out)
    refused(result, "isolerait moins de 11 familles")
    assert not elsewhere.exists()
    assert liaison("diagnose", files / "en_ligne.csv", "--out", out).exit_code == 0


def test_groups_threshold_and_name_are_those_asked_for(liaison: Any, files: Any, tmp_path: Path) -> None:
    words = ("diagnose", files / "toutes.csv", "--by", "equipement", "--threshold", 20, "--json")
    answer = json.loads(liaison(*words).stdout)
    assert (answer["par"], answer["seuil"]) == ("axe__equipement", 20)
    assert all(
        row["effectif"] is None or row["effectif"] == 0 or row["effectif"] >= 20 for row in answer["indicateurs"]
    )
    out = tmp_path / "nomme"
    assert liaison("diagnose", files / "en_ligne.csv", "--name", "Collège Fictif", "--out", out).exit_code == 0
    assert "Collège Fictif" in (out / "diagnostic.html").read_text(encoding="utf-8").replace("\u00a0", " ")


def test_what_diagnose_refuses_is_one_sentence_and_nothing_is_written(
    liaison: Any, refused: Any, files: Any, tmp_path: Path
) -> None:
    out = tmp_path / "refus"
    (tmp_path / "vide.csv").write_bytes(b"")
    (tmp_path / "photo.csv").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "autre.csv").write_text("nom;age\nX;3\n", encoding="utf-8")
    (tmp_path / "effectifs.csv").write_text("niveau;familles\n6e;beaucoup\n", encoding="utf-8")
    another = own_exports.summed(own_exports.families(), "{} ({})", "true", "false", ", ")
    (tmp_path / "ecole.csv").write_text(csv_text(another), encoding="utf-8")
    good = files / "en_ligne.csv"
    for words, told in (
        ([tmp_path / "absent.csv"], "absent.csv"),
        ([files], "n'est pas un fichier"),
        ([tmp_path / "vide.csv"], "le fichier est vide"),
        ([tmp_path / "photo.csv"], "c'est une image"),
        ([tmp_path / "autre.csv"], "aucune colonne n'est reconnue"),
        ([tmp_path / "ecole.csv"], "dont aucune question n'est reconnue (titres lus : «"),
        ([tmp_path / "ecole.csv"], "liaison questionnaire --own"),
        ([good, good], "Deux fichiers s'appellent « en_ligne.csv »"),
        ([good, "--threshold", 4], "5 familles au moins"),
        ([good, "--threshold", "peu"], "un nombre entier est attendu"),
        ([good, "--by", "taille"], "« taille » n'est pas une question"),
        ([good, "--population", tmp_path / "effectifs.csv"], "« beaucoup » n'est pas un nombre"),
        ([good, "--population", tmp_path / "rien.csv"], "rien.csv"),
        ([good, "--mapping", tmp_path / "rien.yaml"], "rien.yaml"),
        ([good, "--questionnaire", "lune"], "lune"),
        ([good, "--previous", tmp_path], "publications.json"),
    ):
        refused(liaison("diagnose", *words, "--out", out), told)
        assert not out.exists()


def test_a_broken_register_stops_everything(liaison: Any, refused: Any, files: Any, tmp_path: Path) -> None:
    (tmp_path / "publications.json").write_text("{}", encoding="utf-8")
    refused(liaison("diagnose", files / "en_ligne.csv", "--out", tmp_path), "registre de publications")
    assert [path.name for path in tmp_path.iterdir()] == ["publications.json"]


def test_disclosure_protects_any_table(liaison: Any, tmp_path: Path) -> None:
    lines = ["Commune;Prêt;Appareils"]
    lines += ["Bourg;oui;1"] * 3 + ["Bourg;non;0"] * 40 + ["Ville;oui;2"] * 35 + ["Ville;non;0"] * 18
    source = tmp_path / "familles.csv"
    source.write_text("\n".join(lines), encoding="utf-8")
    out = tmp_path / "tableau.csv"
    result = liaison("disclosure", source, "--by", "commune", "--by", "pret", "--out", out)
    assert result.exit_code == 0, result.output
    shown = {(row["commune"], row["pret"]): row["familles"] for row in rows(out)}
    assert shown["Bourg", "oui"] == shown["Ville", "oui"] == shown["Bourg", "non"] == "caché"
    assert shown["Total", "Total"] == "96"
    answer = json.loads(liaison("disclosure", source, "--by", "Commune", "--value", "Appareils", "--json").stdout)
    assert answer["tableau"] == [["Bourg", "caché"], ["Ville", "caché"], ["Total", 73]]
    source.write_text("\n".join(lines).replace("Bourg;non", "BOURG;Non", 20), encoding="utf-8")
    said = liaison("disclosure", source, "--by", "commune", "--by", "pret").output.replace("\u00a0", " ")
    assert "Une seule valeur, comptée sous la première écriture : « Bourg », « BOURG »." in said
    assert "Une seule valeur, comptée sous la première écriture : « non », « Non »." in said
    counted = "Commune;Familles\nBourg;12\nVille;30\n;4\n"
    source.write_text(counted, encoding="utf-8")
    answer = json.loads(liaison("disclosure", source, "--by", "Commune", "--count", "familles", "--json").stdout)
    assert answer["tableau"][-1] == ["Total", 46]
    assert answer["tableau"][2] == ["Sans réponse", "caché"]
    assert answer["cases_cachees"] == 2


def test_one_family_that_outweighs_a_sum_is_hidden(liaison: Any, tmp_path: Path) -> None:
    source = tmp_path / "aides.csv"
    source.write_text("lieu;euros\n" + "A;10,50\n" * 20 + "B;1\n" * 20 + "B;900\n" + "C;10\n" * 20, encoding="utf-8")
    answer = json.loads(liaison("disclosure", source, "--by", "lieu", "--value", "euros", "--json").stdout)
    shown = dict(answer["tableau"])
    assert shown["B"] == "caché"
    assert list(shown.values()).count("caché") >= 2


def test_what_disclosure_refuses_says_where(liaison: Any, refused: Any, tmp_path: Path) -> None:
    source = tmp_path / "familles.csv"
    source.write_text("a;b;n\n" + "x;y;1\n" * 12 + "z;y;-3\n", encoding="utf-8")
    ragged = tmp_path / "decale.csv"
    ragged.write_text("a;b\nx;y\nx\n", encoding="utf-8")
    many = tmp_path / "noms.csv"
    many.write_text("a\n" + "\n".join(f"groupe {rank % 300}" for rank in range(3300)), encoding="utf-8")
    out = ("--out", tmp_path / "tableau.csv")
    for words, told in (
        ([source], "--by COLONNE"),
        ([source, "--by", "z"], "n’a pas de colonne « z »"),
        ([source, "--by", "a", "--by", "a"], "chacune une fois"),
        ([source, "--by", "a", "--value", "n"], "ligne 14, colonne « n » : « -3 »"),
        ([source, "--by", "a", "--value", "n", "--count", "n"], "Choisir"),
        ([source, "--by", "a", "--threshold", 3], "5 familles au moins"),
        ([ragged, "--by", "a"], "ligne 3"),
        ([many, "--by", "a"], "300 valeurs, 200 au plus"),
        ([tmp_path / "absent.csv", "--by", "a"], "absent.csv"),
        ([tmp_path, "--by", "a"], "n'est pas un fichier"),
    ):
        refused(liaison("disclosure", *words, *out), told)
    refused(liaison("disclosure", source, "--by", "a", "--out", tmp_path / "tableau.docx"), "--out tableau.csv")
    assert not (tmp_path / "tableau.csv").exists()


def test_what_is_said_of_a_whole_file_comes_before_the_lines_of_the_files_read_before_it(
    liaison: Any, tmp_path: Path
) -> None:
    doubtful, odd = tmp_path / "a.csv", tmp_path / "b.csv"
    head = "niveau;connexion;partage;appareils__ordinateur"
    doubtful.write_text("\n".join([head, *["6e;fixe;pas_d_appareil;oui"] * 60]), encoding="utf-8")
    odd.write_text("niveau;connexion;interne\n6e;fixe;x\n", encoding="utf-8")
    result = liaison("diagnose", doubtful, odd, "--guesses", "oui")  # a code alone, beside a title of nobody
    assert result.exit_code == 0, result.output
    said = [line for line in result.stdout.splitlines() if line.startswith("À vérifier")]
    assert "autres points" in result.stdout.replace("\u00a0", " ")
    assert ["interne" in line for line in said].count(True) == 1
