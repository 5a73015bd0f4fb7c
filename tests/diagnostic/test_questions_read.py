"""Ce qu'un formulaire n'a pas demandé n'est pas publié comme « sans réponse », et c'est dit avant de publier."""

from pathlib import Path

import pytest
from diagnostic.files_read import read_files

from liaison.diagnostic.answers import joined
from liaison.diagnostic.counting.indicators import indicators
from liaison.diagnostic.disclosure.joint_audit import check_joint
from liaison.diagnostic.papers.exporting import answers_csv
from liaison.diagnostic.papers.report_words import question_words, value_words
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.questions_read import questions_read, reading_words
from liaison.diagnostic.reading.reading import read_answers
from liaison.diagnostic.reading.reports import ReadReport

QUESTIONNAIRE = family_questionnaire()
# Two questions whole, three boxes of four, two gestures of five; no level, no way of answering.
HEADER = "connexion;imprimante;appareils__ordinateur;appareils__smartphone;appareils__aucun;seul__se_connecter;Ville"
HEADER += ";seul__envoyer_document"


def read(lines: int = 60, name: str = "reponses.csv", header: str = HEADER) -> ReadReport:
    rows = [
        f"{'fixe' if rank % 3 else 'aucune'};{'maison' if rank % 2 else 'non'};1;{rank % 2};0;sans_aide;X;pas_encore"
        for rank in range(lines)
    ]
    return read_answers("\n".join([header, *rows]).encode(), QUESTIONNAIRE, name=name)


def said(report: ReadReport) -> str:
    return plain("\n".join(reading_words(report, question_words, value_words)))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize("by", ["niveau", "mode", "connexion"])
def test_only_what_a_column_asks_is_published_whatever_makes_the_groups(by: str) -> None:
    report = read()
    found = indicators(report.answers, by=by)
    check_joint(found, report.answers)
    assert set(found.table["question"]) == {"connexion", "imprimante", "appareils", "seul"}
    parts = set(found.table["partie"])
    assert {"ordinateur", "smartphone", "aucun", "se_connecter", "envoyer_document"} <= parts
    assert not {"tablette", "ouvrir_piece_jointe"} & parts
    assert found.response["reponses"].tolist() == [60]


def test_a_question_that_everybody_skipped_is_published_as_such() -> None:
    report = read_answers(b"connexion;imprimante\n" + b"fixe;\n" * 30, QUESTIONNAIRE, name="a.csv")
    rows = indicators(report.answers).question("imprimante").set_index("valeur")["effectif"]
    assert rows["sans_reponse"] == 30


def test_one_message_counts_the_questions_recognised_and_names_the_others_with_the_reason() -> None:
    text = said(read())
    assert "Questions : 12. Reconnues : 4. Dans aucune colonne : 8" in text
    assert plain(f"car aucun titre n'y ressemble : « {question_words('partage')} »") in text
    boxes = [line for line in text.splitlines() if "Demandée en partie" in line and "« Une tablette »" in line]
    assert boxes
    assert all(line.endswith("Une famille qui n'a coché que cela peut compter « sans réponse ».") for line in boxes)
    assert "« Une tablette »" in text
    assert "« Niveau » n'est reconnu dans aucune colonne : rien n'est dit par niveau." in text


def test_when_all_is_asked_the_message_is_one_line() -> None:
    header = ";".join([*(column.name for column in QUESTIONNAIRE.columns()), *QUESTIONNAIRE.context])
    blank = ";" * header.count(";")
    report = read_answers(f"{header}\n1{blank}\n".encode(), QUESTIONNAIRE, name="a.csv")
    assert said(report) == "Questions : 12, toutes reconnues."


def test_a_grid_of_which_no_row_is_named_says_so() -> None:
    report = read(header=HEADER.replace("Ville", question_words("seul")))
    (part,) = [one for one in questions_read(report) if one.name == "seul"]
    assert (part.in_forms, part.parts) == (2, 5)
    assert [source for _, source in part.columns] == ["seul__se_connecter", "seul__envoyer_document"]
    alone = read_answers(f"connexion;{question_words('seul')}\nfixe;sans_aide\n".encode(), QUESTIONNAIRE, name="b.csv")
    (grid,) = [one for one in questions_read(alone) if one.name == "seul"]
    assert grid.absent
    assert "ne dit pas de laquelle de ses lignes" in grid.why


def test_free_text_under_the_title_of_a_question_is_not_read_and_refuses_no_line() -> None:
    lines = [f"fixe;ce que j'en pense, numéro {rank}" for rank in range(80)]
    report = read_answers("\n".join(["connexion;lecture", *lines]).encode(), QUESTIONNAIRE, name="a.csv")
    assert (len(report.answers), report.refused) == (80, ())
    (reading,) = [one for one in questions_read(report) if one.name == "lecture"]
    assert "ce qu'elle contient n'en est pas une réponse connue" in reading.why
    assert any("lecture (est du texte libre)" in each.reason for each in report.flagged)


def test_an_axis_is_told_only_when_all_that_it_is_made_of_is_asked() -> None:
    equipment = [column.name for column in QUESTIONNAIRE.columns() if column.item.id in ("appareils", "partage")]
    row = ["1", "0", "0", "0", "un_enfant"]
    whole = ";".join([*equipment, "connexion"]), ";".join([*row, "fixe"])
    part = ";".join(equipment), ";".join(row)
    for (header, line), told in ((whole, True), (part, False)):
        report = read_answers("\n".join([header, *[line] * 30]).encode(), QUESTIONNAIRE, name="a.csv")
        found = indicators(report.answers)
        assert bool(len(found.question("axe__equipement"))) is told
        assert ("L'axe « Équipement » n'est pas publié" in said(report)) is not told


def test_what_one_file_of_two_asks_is_not_published_and_the_other_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("connexion;lecture\n" + "fixe;jamais\n" * 20)
    (tmp_path / "b.csv").write_text("connexion\n" + "fixe\n" * 20)
    report = read_files([tmp_path / "a.csv", tmp_path / "b.csv"], QUESTIONNAIRE)
    (reading,) = [one for one in questions_read(report) if one.name == "lecture"]
    assert reading.absent
    assert "(« b.csv » : aucun titre n'y ressemble)" in reading.why
    assert "Non lues, car tous les fichiers ne l'ont pas" in said(report)
    assert not len(indicators(report.answers).question("lecture"))


def test_a_file_of_the_suite_keeps_what_was_not_asked() -> None:
    report = read()
    again = read_answers(answers_csv(report.answers), QUESTIONNAIRE, name="reponses.csv").answers
    assert again.unasked == report.answers.unasked != frozenset()
    assert joined([again, report.answers], QUESTIONNAIRE).unasked == report.answers.unasked
