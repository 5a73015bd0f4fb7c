"""Ce que la lecture ne fait que deviner attend un oui ; ce qu'elle sait n'attend rien."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from diagnostic.survey_exports import Rows, csv_text, google_forms, limesurvey, some_families, words
from diagnostic.tools_by_hand import TOOLS
from narrowing import present

from liaison.base.words import named
from liaison.diagnostic.papers.report_words import question_words, value_words
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.guesses import Guess, guess_words
from liaison.diagnostic.reading.mapping import MAPPING, mapping_text
from liaison.diagnostic.reading.reading import ReadReport, read_answers, read_chunks

pytestmark = pytest.mark.usefixtures("sentences_of_the_tests")

QUESTIONNAIRE = family_questionnaire()
FAMILIES = some_families(QUESTIONNAIRE, 40, seed=23)
t = words()


def read(rows: Sequence[Sequence[str]], delimiter: str = ";") -> ReadReport:
    return read_answers(csv_text(rows, delimiter).encode(), QUESTIONNAIRE, name="essai.csv")


def of_titles(report: ReadReport) -> dict[str, str]:
    return {each.column: each.target for each in report.guesses if each.by_title}


def of_words(report: ReadReport) -> dict[str, dict[str, str]]:
    return {each.column: dict(each.words) for each in report.guesses if each.words}


@pytest.mark.parametrize("tool", TOOLS)
def test_the_ordinary_export_of_each_tool_is_known_and_waits_for_nothing(tool: str) -> None:
    assert (read(TOOLS[tool](FAMILIES), ",").guesses, read(TOOLS[tool](FAMILIES), ",").waits) == ((), False)


def test_a_title_that_only_looks_like_a_question_waits_and_says_which() -> None:
    report = read([[t("connexion"), "imprimantes"], ["fixe", "maison"]])
    assert (report.guesses, report.waits) == ((Guess("essai.csv", "imprimantes", "imprimante", True, ()),), True)


def test_a_word_that_only_looks_like_an_answer_waits_and_the_others_of_its_column_are_known() -> None:
    report = read([["connexion"], ["mobile limité"], ["fixe"], ["mobile limitée"]])
    assert report.guesses == (
        Guess("essai.csv", "connexion", "connexion", False, (("mobile limité", "mobile_limitee"),)),
    )


def test_the_answers_of_limesurvey_by_rank_wait_unless_its_boxes_bear_the_codes_of_the_form_of_the_suite() -> None:
    assert not read(limesurvey(FAMILIES)).waits
    known = [place for place, name in enumerate(limesurvey(FAMILIES)[0]) if "[" not in name]
    report = read([[row[place] for place in known] for row in limesurvey(FAMILIES)])
    assert of_words(report)["connexion"] == dict(
        zip(("A1", "A2", "A3", "A4"), ("fixe", "mobile_suffisante", "mobile_limitee", "aucune"), strict=True)
    )
    assert (report.waits, len(report.answers)) == (True, len(FAMILIES))


@pytest.mark.parametrize("named", ["appareils", "pret", "seul"])
def test_the_natural_codes_of_the_boxes_of_one_question_say_nothing_of_the_answers_of_another(named: str) -> None:
    rows, by_rank = limesurvey(FAMILIES), limesurvey(FAMILIES, by_rank=True)
    rows[0] = [own if own.startswith(named) else other for own, other in zip(rows[0], by_rank[0], strict=True)]
    parts = [place for place, name in enumerate(rows[0]) if "[" not in name or name.startswith(named)]
    report = read([[row[place] for place in parts] for row in rows])
    assert {"connexion", "imprimante", "canal"} <= of_words(report).keys()


def test_the_boxes_and_rows_of_limesurvey_by_rank_wait_and_those_whose_sentence_stands_beside_do_not() -> None:
    by_rank = read(limesurvey(FAMILIES, by_rank=True))
    assert of_titles(by_rank)["appareils[SQ001]"] == "appareils__ordinateur"
    assert of_titles(by_rank)["seul[SQ002]"] == "seul__ouvrir_piece_jointe"
    beside = read(limesurvey(FAMILIES, heading="codetext", by_rank=True))
    assert of_titles(beside) == {}
    shuffled = limesurvey(FAMILIES, heading="codetext", by_rank=True)
    two = [place for place, name in enumerate(shuffled[0]) if name.startswith("appareils[SQ")][:2]
    first, second = (shuffled[0][place] for place in two)
    shuffled[0][two[0]], shuffled[0][two[1]] = first.replace("SQ001", "SQ002"), second.replace("SQ002", "SQ001")
    assert read(shuffled).answers.table.equals(beside.answers.table)


def test_a_title_with_more_than_the_question_and_a_class_among_nothing_but_levels_wait() -> None:
    title = f"{t('connexion')} Cochez ce qui vous ressemble le plus, à la maison comme ailleurs"
    report = read([[title, "Niveau de l'élève cette année"], *[["fixe", level] for level in ("6e", "5e")]])
    assert of_titles(report) == {
        title.replace("\u00a0", " "): "connexion",
        "Niveau de l'élève cette année": "niveau",
    }


@pytest.mark.parametrize("name", ["langue", "aide", "moment", "lecture"])
def test_a_common_word_that_is_the_code_of_a_question_is_not_known_among_titles_written_in_sentences(name: str) -> None:
    rows = TOOLS["Google Forms"](FAMILIES)
    titles = [title.replace("\u00a0", " ") for title in rows[0]]
    rows[0][titles.index(t(name).replace("\u00a0", " "))] = name.capitalize()
    assert of_titles(read(rows, ",")) == {name.capitalize(): name}


@pytest.mark.parametrize(
    ("title", "cells", "target"),
    [
        ("Prêt : ordinateur", ("Oui", "Non"), "pret__ordinateur"),
        ("Atelier (soir)", ("Oui", "Non"), "atelier__soir"),
        ("Appareils [Tablette]", ("Oui", "Non"), "appareils__tablette"),
        ("langue", ("Anglais", "Espagnol"), "langue"),
        ("Lecture", ("Chaque jour", "Jamais"), "lecture"),
    ],
)
def test_a_word_and_an_answer_that_are_our_codes_are_not_known_in_a_form_that_has_no_other(
    title: str, cells: tuple[str, str], target: str
) -> None:
    own = [name for name in ("appareils", "langue", "lecture", "pret", "atelier") if name == target.partition("__")[0]]
    rows = TOOLS["Google Forms"](FAMILIES)
    places = [place for place, name in enumerate(rows[0]) if not any(name.startswith(t(each)) for each in own)]
    rows = [[*[row[place] for place in places], cells[rank % 2]] for rank, row in enumerate(rows)]
    rows[0][-1] = title
    assert of_titles(read(rows, ",")) == {title: target}
    assert of_titles(read([[title, "Combien d'enfants ?"], [cells[0], "2"], [cells[1], "3"]])) == {title: target}


@pytest.mark.parametrize("tool", ["LimeSurvey", "KoboToolbox", "un tableur"])
def test_half_of_our_codes_say_that_an_export_is_of_the_form_of_the_suite_and_two_do_not(tool: str) -> None:
    rows = TOOLS[tool](FAMILIES)
    head = next(row for row in rows if len(list(filter(None, row))) > 2)

    def with_questions(count: int) -> Rows:
        others = [item.id for item in QUESTIONNAIRE.items[::-1][: len(QUESTIONNAIRE.items) - count]]
        places = [place for place, name in enumerate(head) if not any(each in name for each in others)]
        return [[*[row[place] for place in places], "x"] for row in rows]

    half = with_questions(6)
    half[rows.index(head)][-1] = "Autre question ?"
    assert of_titles(read(half, ",")) == {}
    two = with_questions(2)
    two[rows.index(head)][-1] = "Autre question ?"
    assert {each.partition("__")[0] for each in of_titles(read(two, ",")).values()} == {"appareils", "partage"}


def test_the_codes_of_a_question_that_the_form_of_the_suite_does_not_have_are_guessed() -> None:
    rows = limesurvey(FAMILIES)
    place = rows[0].index("niveau")
    rows[0][place] = "classe"
    report = read(rows)
    assert report.waits
    assert of_words(report).keys() <= {"classe"}


def test_a_box_of_two_questions_that_stands_under_one_by_its_place_alone_waits() -> None:
    head = [t("pret"), t("pret-ordinateur"), t("pret-cle_internet"), t("connexion")]
    assert t("pret-ordinateur") == t("appareils-ordinateur")
    report = read([head, ["", "x", "", t("connexion-fixe")], ["", "", "x", t("connexion-fixe")]])
    assert of_titles(report) == {t("pret-ordinateur"): "pret__ordinateur"}


def test_a_box_alone_of_a_question_that_no_title_asks_waits() -> None:
    boxes = [t("atelier-matin"), t("atelier-soir")]
    rows = [[*boxes, t("connexion")], ["Oui", "Non", t("connexion-fixe")], ["Non", "Oui", t("connexion-fixe")]]
    assert set(of_titles(read(rows)).values()) == {"atelier__matin", "atelier__soir"}
    asked = read([[t("atelier"), *rows[0]], ["", *rows[1]], ["", *rows[2]]])
    assert "atelier__soir" not in of_titles(asked).values()


def test_boxes_without_a_title_are_told_by_their_cells_and_wait() -> None:
    head = [t("appareils"), "", "", t("connexion")]
    lines = [[t("appareils-ordinateur"), "", t("appareils-smartphone")], ["", t("appareils-tablette"), ""]]
    report = read([head, *([*line, t("connexion-fixe")] for line in lines)])
    assert set(of_titles(report).values()) == {f"appareils__{box}" for box in ("ordinateur", "tablette", "smartphone")}


@pytest.mark.parametrize(("sign", "group"), [("_", "papier"), ("/", "papier"), ("_", "frere"), ("/", "frere")])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_what_stands_before_a_name_is_a_group_where_it_stands_before_several_questions(
    sign: str, group: str, count: int
) -> None:
    answers = {"connexion": "fixe", "aide": "maison", "lecture": "jamais"}
    names = list(answers)[:count]
    head = ["_id", "_uuid", "canal", *(f"{group}{sign}{name}" for name in names)]
    lines = [
        ["1", "a", "sms", *(answers[name] for name in names)],
        ["2", "b", "ent", *(answers[name] for name in names)],
    ]
    report = read([head, *lines])
    assert (report.waits, len(report.mapping.colonnes if report.mapping else ())) == (count < 3, count + 1)


def test_a_question_asked_of_the_family_too_is_the_one_that_nothing_stands_before() -> None:
    head = ["_id", "_uuid", "frere/connexion", "frere/aide", "frere/lecture", "connexion", "canal"]
    lines = [
        ["1", "a", "fixe", "maison", "jamais", "aucune", "sms"],
        ["2", "b", "fixe", "proche", "jamais", "fixe", ""],
    ]
    report = read([head, *lines])
    columns = {each.cible: each.source for each in present(report.mapping).colonnes}
    assert columns["connexion"] == "connexion (2)"
    assert "« frere/connexion » semble en parler" in report.unasked["essai.csv"]["connexion"].reason


def test_what_a_person_says_is_right_is_in_the_mapping_that_reads_the_next_export_without_asking() -> None:
    rows: Rows = [["connexion", "imprimantes"], ["mobile limité", "maison"], ["fixe", "ailleurs"]]
    report = read(rows)
    right = report.with_guesses_right()
    assert (right.waits, right.said_right) == (False, report.guesses)
    assert right.mapping is not None
    kept = MAPPING.parse(mapping_text(right.mapping), "gardée")
    grown = csv_text([*rows, ["mobile limité", "non"]]).encode()
    again = read_answers(grown, QUESTIONNAIRE, kept, name="semaine_2.csv")
    assert (again.waits, again.answers.table["imprimante"].tolist()) == (False, ["maison", "ailleurs", "non"])
    assert again.answers.table["connexion"].tolist() == ["mobile_limitee", "fixe", "mobile_limitee"]
    # Kept before the yes, it still asks.
    assert report.mapping is not None
    unsaid = MAPPING.parse(mapping_text(report.mapping), "gardée")
    assert read_answers(grown, QUESTIONNAIRE, unsaid, name="essai.csv").guesses == report.guesses


def test_what_a_person_says_is_not_right_is_not_read_and_its_words_are_said_not_to_be() -> None:
    rows: Rows = [[t("connexion"), "imprimantes"], ["mobile limité", "maison"], ["fixe", "ailleurs"]]
    (report,) = read_chunks(csv_text(rows).encode(), QUESTIONNAIRE, name="essai.csv", guess=False)
    assert (report.guesses, "imprimante" in report.answers.unasked) == ((), True)
    assert report.answers.table["connexion"].dropna().tolist() == ["fixe"]
    assert [each.word for each in (*report.unread, *report.refused)] == ["mobile limité"]


def test_a_question_of_which_no_answer_is_left_after_a_no_is_not_asked_and_refuses_no_family() -> None:
    head = ["id", "submitdate", "lastpage", "connexion", "imprimante", "langue"]
    lines = [["fixe", "A1", "A2"], ["aucune", "A2", "-oth-"], ["fixe", "A1", "A1"]]
    rows = [head, *([f"{rank}", f"2026-11-0{rank} 10:00:00", "4", *line] for rank, line in enumerate(lines, 1))]
    assert {"imprimante", "langue"} <= of_words(read(rows)).keys()
    (report,) = read_chunks(csv_text(rows, ";").encode(), QUESTIONNAIRE, name="essai.csv", guess=False)
    assert {"imprimante", "langue"} <= {*report.answers.unasked}
    assert report.answers.table["connexion"].tolist() == ["fixe", "aucune", "fixe"]
    assert (report.refused, report.guesses) == ((), ())


def test_each_guess_is_said_in_a_sentence_that_names_the_column_the_question_the_word_and_the_answer() -> None:
    report = read([[t("connexion"), "imprimantes"], ["mobile limité", "maison"]])
    said = guess_words(report.guesses, question_words, value_words, {})
    assert said == [
        f"Dans « {t('connexion')} », « mobile limité » comme « {value_words('connexion', 'mobile_limitee')} ».".replace(
            " »", "\u00a0»"
        ).replace("« ", "«\u00a0"),
        f"La colonne « imprimantes » est comprise comme « {question_words('imprimante')} », "
        "que son titre ne dit pas mot pour mot.".replace(" »", "\u00a0»").replace("« ", "«\u00a0"),
    ]


def test_the_columns_of_a_question_that_are_guessed_alike_are_one_sentence_with_each_column_and_its_part() -> None:
    report = read(limesurvey(FAMILIES, by_rank=True))
    said = guess_words(report.guesses, question_words, value_words, {})
    questions = {guess.target.partition("__")[0] for guess in report.guesses}
    assert len(said) == len(questions) < len(report.guesses)
    (devices,) = (each.replace("\u00a0", " ") for each in said if "appareils[SQ001]" in each)
    boxes = [value_words("appareils", box, {}) for box in ("ordinateur", "tablette", "smartphone", "aucun")]
    columns = named(f"appareils[SQ00{rank}]" for rank in range(1, 5))
    assert f"Les colonnes {columns} sont comprises, dans cet ordre, comme {named(boxes)}" in devices
    (alone,) = (each.replace("\u00a0", " ") for each in said if "seul[SQ001]" in each)
    assert alone.count("« A1 » comme") == 1


def test_a_title_is_quoted_whole_where_it_is_said_what_to_do_with_it() -> None:
    long = f"{t('appareils')} [Une console de jeux, prêtée par la mairie, que toute la fratrie se partage le soir]"
    boxes = [f"{t('appareils')} [{t(f'appareils-{box}')}]" for box in ("ordinateur", "tablette")]
    rows = [["connexion", *boxes, long], *[[t("connexion-fixe"), "", "", "x"]] * 3, [t("connexion-fixe"), "x", "", ""]]
    report = read(rows)
    (why,) = [each.reason for each in report.unasked["essai.csv"].values() if "retirer" in each.reason]
    assert f"« {long} »".replace("\u00a0", " ") in why.replace("\u00a0", " ")


def renamed(answer: str, words_of_the_school: str, joint: str = ", ") -> Rows:
    """An export of Google Forms of which the school wrote one answer in its own words."""
    sentence = t(answer)
    return [
        [cell.replace(sentence, words_of_the_school) for cell in row] for row in google_forms(FAMILIES, joint=joint)
    ]


BOXES = {item.id: item.values for item in QUESTIONNAIRE.items}


def counted(report: ReadReport, question: str) -> dict[str, int]:
    table = report.answers.table
    boxes = [str(name) for name in table if str(name).startswith(f"{question}__")]
    return {name.partition("__")[2]: int(table[name].fillna(False).sum()) for name in boxes}


@pytest.mark.parametrize("joint", [", ", ";"])
@pytest.mark.parametrize(
    ("answer", "own", "meaning"),
    [
        ("appareils-tablette", "Tablette / smartphone", "tablette+smartphone"),
        ("pret-cle_internet", "Clé internet & ordinateur", "ordinateur+cle_internet"),
        ("atelier-matin", "Le matin et l'après-midi", "matin+apres_midi"),
    ],
)
def test_an_answer_that_a_school_wrote_as_two_is_cut_only_once_a_person_says_so(
    joint: str, answer: str, own: str, meaning: str
) -> None:
    rows, question = renamed(answer, own, joint), answer.partition("-")[0]
    report = read(rows, ";" if joint == ", " else ",")
    assert list(of_words(report).values()) == [{own: meaning}]
    (said,) = guess_words(report.guesses, question_words, value_words, {})
    both = " et ".join(f"« {value_words(question, each)} »" for each in meaning.split("+"))
    assert f"« {own} » comme {both}" in said.replace("\u00a0", " ")
    (refused,) = read_chunks(csv_text(rows, ";").encode(), QUESTIONNAIRE, name="essai.csv", guess=False)
    usual = counted(read(google_forms(FAMILIES, joint=joint)), question)
    beside = {box: count for box, count in usual.items() if box not in answer}
    assert all(counted(refused, question)[box] <= count for box, count in beside.items())
    assert {each.word for each in refused.unread} == {own}


@pytest.mark.parametrize(
    ("answer", "own"),
    [
        ("appareils-aucun", "Aucun ordinateur"),
        ("appareils-aucun", "Aucun ordinateur / aucune tablette"),
        ("appareils-aucun", "Pas d'ordinateur et pas de tablette"),
        ("appareils-tablette", "Tablette ordinateur"),
        ("atelier-samedi", "Le samedi matin"),
        ("atelier-aucun", "Aucun, ou le matin"),
    ],
)
def test_no_answer_is_cut_at_its_spaces_nor_where_it_denies(answer: str, own: str) -> None:
    question = answer.partition("-")[0]
    usual = [t(f"{question}-{box}") for box in ("ordinateur", "tablette", "matin", "soir") if box in BOXES[question]]
    cells = [*usual, ";".join(usual), *[own] * 4]
    report = read([[t(question), t("connexion")], *([cell, t("connexion-fixe")] for cell in cells)], ",")
    assert (report.guesses, [each.word for each in report.unread]) == ((), [own] * 4)
    assert set(counted(report, question).values()) == {0, 2}


def test_the_yes_to_a_word_that_says_several_answers_is_kept_and_a_new_word_is_not_cut() -> None:
    right = read(renamed("appareils-tablette", "Tablette / smartphone")).with_guesses_right().mapping
    assert right is not None
    kept = MAPPING.parse(mapping_text(right), "gardée")
    (place,) = (rank for rank, name in enumerate(google_forms(FAMILIES)[0]) if name == t("appareils"))
    cells = ["Tablette / smartphone", "Tablette et smartphone", t("appareils-ordinateur")]
    rows = renamed("appareils-tablette", "Tablette / smartphone")[:4]
    rows = [rows[0], *([*row[:place], cell, *row[place + 1 :]] for row, cell in zip(rows[1:], cells, strict=True))]
    report = read_answers(csv_text(rows).encode(), QUESTIONNAIRE, kept, name="semaine_2.csv")
    assert (report.guesses, [each.word for each in report.unread]) == ((), ["Tablette et smartphone"])
    assert counted(report, "appareils") == {"ordinateur": 1, "tablette": 1, "smartphone": 1, "aucun": 0}


ASKED = ("6e", "5e B", "4e", "", "3e")
SURE = (
    *("En quelle classe est votre enfant ?", "Dans quelle classe est votre enfant ?", "De quelle classe est l'élève ?"),
    *("Dans quelle classe est scolarisé(e) votre enfant ?", "Quelle est la classe de votre enfant ?"),
    *("En quelle classe se trouve votre enfant cette année ?", "Dans quelle(s) classe(s) sont vos enfants ?"),
    "Dans quelle(s) classe(s) est (sont) votre (vos) enfant(s) ?",
)
UNSURE = (
    *("Dans quelle classe sera votre enfant l'an prochain ?", "En quelle classe était votre enfant l'an dernier ?"),
    *("Dans quelle classe est l'aîné ?", "Dans quelle classe aimeriez-vous intervenir ?", "Votre section"),
)


@pytest.mark.parametrize("title", SURE)
def test_a_title_that_asks_the_class_of_the_child_waits_for_nothing_when_all_cells_are_classes(title: str) -> None:
    report = read([[t("connexion"), title], *[["fixe", level] for level in ASKED]])
    assert (report.guesses, report.answers.table["niveau"].notna().sum()) == ((), 4)
    assert not any("ressemblance" in each.reason for each in report.flagged)


@pytest.mark.parametrize("title", UNSURE)
def test_a_title_that_asks_another_class_waits_though_all_cells_are_classes(title: str) -> None:
    report = read([[t("connexion"), title], *[["fixe", level] for level in ASKED]])
    assert of_titles(report) == {title: "niveau"}


def test_the_class_of_the_child_waits_where_a_cell_is_none_or_another_column_holds_classes() -> None:
    title = SURE[0]
    cells = [*["6e"] * 9, "la mienne"]
    assert of_titles(read([[t("connexion"), title], *[["fixe", cell] for cell in cells]])) == {title: "niveau"}
    two = [[t("connexion"), title, "Dans quelle classe est son frère ?"], *[["fixe", "6e", "5e"] for _ in range(9)]]
    assert of_titles(read(two)) == {title: "niveau"}
