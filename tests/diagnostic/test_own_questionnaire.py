"""De l'export d'une école à son questionnaire : ses questions, ses réponses, et aucun nom."""

import datetime as dt
import random
from collections.abc import Callable
from functools import partial

import pytest
from diagnostic.survey_exports import Rows, csv_text, kobo, limesurvey, some_families, xlsx
from diagnostic.tools_by_hand import TOOLS
from pydantic import ValidationError

from liaison.base.yaml_text import write_yaml
from liaison.diagnostic.answers import Answers
from liaison.diagnostic.counting.indicators import indicators
from liaison.diagnostic.disclosure.joint_audit import check_joint
from liaison.diagnostic.own.questionnaire import OwnQuestionnaire, kept_questionnaire, own_questionnaire
from liaison.diagnostic.own.words import grouping_words, left_words
from liaison.diagnostic.papers.report import public_table, report
from liaison.diagnostic.papers.report_words import question_words, value_words
from liaison.diagnostic.questionnaire.questionnaire import QUESTIONNAIRE, Item, QuestionnaireError, family_questionnaire
from liaison.diagnostic.reading.mapping import MAPPING
from liaison.diagnostic.reading.questions_read import questions_read, reading_words
from liaison.diagnostic.reading.reading import ReadReport, read_answers

HEAD = [
    "Horodateur",
    "Nom",
    "Niveau",
    "Votre enfant mange-t-il à la cantine ?",
    "Quels jours ?",
    "Que pensez-vous [de l'accueil]",
    "Que pensez-vous [de la garderie]",
    "Transport (bus)",
    "Transport (vélo)",
    "Votre avis en quelques mots",
]


def export(count: int = 60) -> bytes:
    chance = random.Random(4)
    rows = [";".join(HEAD)]
    for rank in range(count):
        days = "|".join(day for day in ("lundi", "mardi", "jeudi") if chance.random() < 0.6)
        opinions = [chance.choice(["Bien", "Moyen"]) for _ in range(2)]
        ways = [chance.choice(["1", "0"]) for _ in range(2)]
        said = chance.choice(["Oui", "Non", "Parfois"])
        text = f"mon avis de famille numéro {rank}"
        rows.append(";".join([f"0{rank % 9 + 1}/11/2026", f"Fictive {rank}", "6e", said, days, *opinions, *ways, text]))
    return "\n".join(rows).encode()


@pytest.fixture(scope="module")
def own() -> OwnQuestionnaire:
    return own_questionnaire("cantine.csv", export(), "cantine")


def test_each_sort_of_question_is_found_with_its_answers_and_the_level_is_that_of_the_suite(
    own: OwnQuestionnaire,
) -> None:
    found = {item.id: (item.kind, item.values, item.rows) for item in own.questionnaire.items}
    kind, values, _ = found["quels_jours"]
    assert (kind, set(values)) == ("multiple", {"lundi", "mardi", "jeudi"})
    assert set(found["votre_enfant_mange_t_il_a_la_cantine"][1]) == {"oui", "non", "parfois"}
    assert found["que_pensez_vous"][0] == "grid"
    assert found["que_pensez_vous"][2] == ("de_l_accueil", "de_la_garderie")
    assert found["transport"][:2] == ("multiple", ("bus", "velo"))
    assert own.questionnaire.context == family_questionnaire().context
    assert own.mapping.colonnes[-1].cible == "niveau"


def test_what_designates_somebody_or_is_a_text_is_left_out_and_said_and_no_cell_of_it_is_written(
    own: OwnQuestionnaire,
) -> None:
    assert "porte le titre d'un nom" in own.left["Nom"]
    assert any("Votre avis en quelques mots" in line for line in left_words(own))
    assert not any("Fictive" in text or "mon avis" in text for text in own.texts().values())


def test_both_files_are_read_back_and_the_export_is_counted_whole_and_published(own: OwnQuestionnaire) -> None:
    texts = own.texts()
    asked = QUESTIONNAIRE.parse(texts["questionnaire.yaml"], "le questionnaire")
    mapping = MAPPING.parse(texts["correspondance.yaml"], "la correspondance")
    assert (asked, mapping) == (own.questionnaire, own.mapping)
    report = read_answers(export(), asked, mapping, name="cantine.csv")
    assert (len(report.answers), report.refused, report.answers.unasked) == (60, (), frozenset({"mode"}))
    found = indicators(report.answers)
    check_joint(found, report.answers)
    assert {"quels_jours", "que_pensez_vous", "transport"} <= set(found.table["question"])


def test_tables_name_questions_rows_and_answers_as_the_form_words_them(own: OwnQuestionnaire) -> None:
    found = indicators(read_answers(export(), own.questionnaire, own.mapping, name="cantine.csv").answers)
    table = public_table(found)
    said = table.groupby("question")["question_en_clair"].first()
    assert said["votre_enfant_mange_t_il_a_la_cantine"] == "Votre enfant mange-t-il à la cantine ?"
    answers = set(table["reponse_en_clair"])
    assert {"Parfois", "vélo", "de l'accueil : Bien"} <= answers
    blocks = report(found, "École fictive", dt.date(2026, 11, 27)).blocks
    captions = {str(getattr(one, "caption", "")).replace("\u00a0", " ") for one in blocks}
    assert "Votre enfant mange-t-il à la cantine ?" in captions


def test_a_questionnaire_made_before_it_held_its_words_still_opens_and_is_named_by_its_names(
    own: OwnQuestionnaire,
) -> None:
    asked = own.questionnaire.model_dump(mode="json", exclude={"items": {"__all__": {"title", "words"}}})
    former = QUESTIONNAIRE.parse(write_yaml(asked), "le questionnaire")
    assert former.own_words == {}
    assert [item.id for item in former.items] == [item.id for item in own.questionnaire.items]
    answers = read_answers(export(), former, own.mapping, name="cantine.csv").answers
    assert "votre enfant mange t il a la cantine" in set(public_table(indicators(answers))["question_en_clair"])


def test_words_of_an_answer_that_the_question_has_not_are_refused() -> None:
    item = {"id": "repas", "axis": "preferences", "kind": "single", "values": ["oui", "non"]}
    assert Item.model_validate({**item, "words": {"oui": "Oui, chaque jour"}}).own_words == {
        "repas-oui": "Oui, chaque jour"
    }
    with pytest.raises(ValidationError, match="words"):
        Item.model_validate({**item, "words": {"parfois": "Parfois"}})


def test_the_order_of_the_lines_names_no_answer_otherwise() -> None:
    head, *lines = export().replace(b";Oui;", b";Oui +;", 5).decode().splitlines()
    kept = [own_questionnaire("c.csv", "\n".join([head, *each]).encode()) for each in (lines, lines[::-1])]
    named = [{column.source: column.valeurs for column in each.mapping.colonnes} for each in kept]
    assert named[0] == named[1]
    assert {"Oui": "oui", "Oui +": "oui_2"}.items() <= named[0]["Votre enfant mange-t-il à la cantine ?"].items()


def test_an_export_with_nothing_to_count_says_so() -> None:
    rows = "\n".join(f"Fictive {rank};{rank * 7}" for rank in range(40))
    with pytest.raises(QuestionnaireError, match="rien à compter"):
        own_questionnaire("liste.csv", f"Nom;Numéro de dossier\n{rows}\n".encode())


def test_more_than_twelve_questions_are_read_and_more_than_sixty_are_refused() -> None:
    for count in (13, 61):
        head = ";".join(f"Question libre numéro {rank} bis" for rank in range(count))
        rows = "\n".join(";".join(["Oui" if line % 2 else "Non"] * count) for line in range(20))
        text = f"{head}\n{rows}\n".encode()
        if count == 13:
            assert len(own_questionnaire("long.csv", text).questionnaire.items) == 13
        else:
            with pytest.raises(QuestionnaireError, match="60 au plus"):
                own_questionnaire("long.csv", text)


def test_an_export_that_says_no_level_is_published_all_the_same() -> None:
    content = export().replace(b"Niveau", b"Bidule")
    own = own_questionnaire("cantine.csv", content)
    report = read_answers(content, own.questionnaire, own.mapping, name="cantine.csv")
    found = indicators(report.answers)
    assert {"quels_jours", "que_pensez_vous"} <= set(found.table["question"])
    assert set(found.table["groupe"]) == {"ensemble"}


def test_a_question_named_as_one_of_the_suite_is_not_taken_for_it() -> None:
    rows = "\n".join(f"{'Chaude' if rank % 2 else 'Froide'};{'A' if rank % 3 else 'B'}" for rank in range(30))
    own = own_questionnaire("diagnostic_familles.csv", f"Connexion;Mode\n{rows}\n".encode(), "diagnostic_familles")
    asked = family_questionnaire()
    assert [found.title for found in own.counted] == ["Connexion", "Mode"]
    assert not {item.id for item in own.questionnaire.items} & {*asked.context, *(item.id for item in asked.items)}
    assert own.questionnaire.id != asked.id


def test_a_question_of_the_form_on_how_families_answered_is_not_said_to_be_in_no_column() -> None:
    rows = "\n".join(f"{'Papier' if rank % 2 else 'Téléphone'};{'A' if rank % 3 else 'B'}" for rank in range(30))
    content = f"Façon de répondre;Cantine\n{rows}\n".encode()
    own = own_questionnaire("cantine.csv", content)
    report = read_answers(content, own.questionnaire, own.mapping, name="cantine.csv")
    lines = [line.replace("\u00a0", " ") for line in reading_words(report, question_words, value_words)]
    assert (lines[0], len(lines)) == ("Questions : 2, toutes reconnues.", 2)
    assert lines[1].startswith("« Niveau » n'est reconnu dans aucune colonne : rien n'est dit par niveau.")


def test_what_the_tool_writes_itself_is_left_out_and_said(own: OwnQuestionnaire) -> None:
    assert "Laissée de côté : « Horodateur » est écrite par l'outil." in left_words(own)


def test_a_kept_questionnaire_without_levels_gets_those_of_the_suite_and_what_is_none_is_refused(
    own: OwnQuestionnaire,
) -> None:
    read = own.read_again()
    text = read.texts()["questionnaire.yaml"]
    assert kept_questionnaire("questionnaire.yaml", text.encode()) == read.questionnaire
    former = text[: text.index("context:")]
    assert kept_questionnaire("questionnaire.yaml", former.encode()) == read.questionnaire
    for content, said in ((b"\xff\xfe\x00", "n'est pas du texte"), (b"a: 1", "items")):
        with pytest.raises(QuestionnaireError, match=said):
            kept_questionnaire("questionnaire.yaml", content)


def test_ticks_joined_by_a_comma_are_a_multiple_question_even_with_an_answer_that_holds_a_comma() -> None:
    said = ["Un ordinateur", "Une tablette", "Un ordinateur, Une tablette", "Non, merci"] * 5
    text = "\n".join(["Quel prêt ?;Une feuille ?", *(f"{each};Oui, chez moi" for each in said), "Une tablette;Oui"])
    loan, sheet = own_questionnaire("pret.csv", text.encode(), "pret").questionnaire.items
    assert (loan.kind, set(loan.values)) == ("multiple", {"un_ordinateur", "une_tablette", "non_merci"})
    assert (sheet.kind, set(sheet.values)) == ("single", {"oui_chez_moi", "oui"})


FORMS: dict[str, Callable[[Answers], Rows]] = TOOLS | {
    "KoboToolbox, phrases": partial(kobo, labels=True),
    "KoboToolbox, sans groupe": partial(kobo, labels=True, group=""),
    "LimeSurvey, phrases": partial(limesurvey, heading="full", long=True),
    "LimeSurvey, codes et phrases": partial(limesurvey, heading="codetext"),
}


def read_back(name: str, content: bytes) -> OwnQuestionnaire:
    """Make the questionnaire of an export, and check that the export gives all that was found in it."""
    own = own_questionnaire(name, content)
    report = read_answers(content, own.questionnaire, own.mapping, name=name)
    assert (report.refused, report.unread) == ((), ())
    asked = {item.id: item for item in own.questionnaire.items}
    assert [each.name for each in questions_read(report) if each.name in asked and each.why] == []
    table = report.answers.table
    for found in own.counted:
        item = found.item
        columns = [f"{item.id}__{part}" for part in item.rows or (item.values if item.kind == "multiple" else ())]
        assert table[columns or [item.id]].notna().any().all(), found.title
        if item.kind != "multiple":
            assert set(item.values) == {value for name in columns or [item.id] for value in table[name].dropna()}
    return own


@pytest.mark.parametrize("tool", FORMS)
def test_all_that_is_found_in_the_export_of_a_tool_is_read_back_from_it(tool: str) -> None:
    rows = FORMS[tool](some_families(family_questionnaire(), 24, seed=3))
    own = read_back(f"{tool}.csv", csv_text(rows, ",").encode())
    assert len(own.questionnaire.items) >= 11


@pytest.mark.parametrize("tool", FORMS)
@pytest.mark.usefixtures("sentences_of_the_tests")
def test_so_it_is_when_its_questions_are_those_of_the_suite(tool: str) -> None:
    rows = FORMS[tool](some_families(family_questionnaire(), 24, seed=3))
    read_back(f"{tool}.csv", csv_text(rows, ",").encode())


def test_ticks_are_the_answers_of_a_question_and_the_column_that_repeats_them_is_left_out_and_said() -> None:
    heads = {"Tally": "{} ({})", "KoboToolbox": "{}/{}"}
    ticks = [("lundi mardi", "1", "1"), ("lundi", "1", "0"), ("mardi", "0", "1")] * 5
    for tool, head in heads.items():
        rows = [
            ["Quels jours ?", *(head.format("Quels jours ?", day) for day in ("lundi", "mardi"))],
            *map(list, ticks),
        ]
        own = read_back(f"{tool}.csv", csv_text(rows).encode())
        assert [(item.kind, item.values) for item in own.questionnaire.items] == [("multiple", ("lundi", "mardi"))]
        assert own.left == {"Quels jours ?": "répète les cases de sa question, lues à côté"}


def test_a_column_that_bears_the_title_of_a_grid_repeats_nothing_and_is_a_question() -> None:
    rows = [["Accueil", "Accueil [matin]", "Accueil [soir]"], *[["Bien", "Bon", "Mal"], ["Moyen", "Mal", "Bon"]] * 5]
    own = read_back("grille.csv", csv_text(rows).encode())
    assert [item.kind for item in own.questionnaire.items] == ["single", "grid"]


def test_a_statement_of_the_suite_that_stands_alone_is_a_question_in_the_words_of_the_school() -> None:
    statements = ["Me connecter à mon compte", "Reconnaître un message d'arnaque"]
    rows = [[*statements], *[["Seul", "Seul"], ["Avec de l'aide", "Seul"], ["Seul", "Avec de l'aide"]] * 5]
    own = read_back("bulletin.csv", csv_text(rows).encode())
    assert [(each.title, each.rows) for each in own.counted] == [(statement, ()) for statement in statements]
    assert not any("avec l'ENT" in text for text in own.texts().values())


def test_of_a_workbook_the_sheet_and_the_header_are_found_again_by_the_mapping_alone() -> None:
    title = ["Enquête de rentrée", "", ""]
    head = ["infos_cantine", "infos_partage", "infos_connexion"]
    rows = [title, ["", "", ""], head, *[["Oui", "un_enfant", "fixe"], ["Non", "deux_enfants", "aucune"]] * 5]
    content = xlsx({"Notes": [["rien", "à", "lire"]] * 3, "Réponses": rows})
    own = own_questionnaire("rentree.xlsx", content)
    assert [each.source for each in own.mapping.colonnes] == head
    assert len(read_back("rentree.xlsx", content).questionnaire.items) == 3


def test_a_column_of_surnames_that_several_families_share_is_no_question_under_any_title() -> None:
    rows = [
        f"{name};{said}" for name in ("Martin", "Diallo", "Nguyen", "Petit") for said in ("Oui", "Non") for _ in "abc"
    ]
    made = own_questionnaire("f.csv", "\n".join(["Groupe;Votre enfant mange-t-il à la cantine ?", *rows]).encode())
    assert [each.title for each in made.counted] == ["Votre enfant mange-t-il à la cantine ?"]
    assert "noms ou des prénoms" in made.left["Groupe"]


@pytest.mark.parametrize("above", ["", "Détails de la soumission"])
def test_what_framaforms_writes_itself_is_no_question_even_where_its_group_stands_above_the_titles(above: str) -> None:
    own = ["Numéro de série", "SID", "Date de soumission", "Date de fin", "Brouillon", "Adresse IP", "UID"]
    asked = ["Votre enfant mange-t-il à la cantine ?", "Transport : bus", "vélo"]
    rows: Rows = [[above, *[""] * 9], [*[""] * 8, "Venez-vous à l'école…", ""], [*own, *asked]]
    rows += [
        [str(rank), str(900 + rank), *["2026-11-20 10:00"] * 2, "01"[rank > 8], "192.0.2.7", "0", *said]
        for rank, said in enumerate([["Oui", "X", "X"], ["Non", "", "X"]] * 6, start=1)
    ]
    made = own_questionnaire("f.csv", csv_text(rows, ",").encode())
    assert [each.title for each in made.counted] == [asked[0], "Venez-vous à l'école…"]
    assert {made.left[name] for name in own} == {"est écrite par l'outil"}


@pytest.mark.usefixtures("sentences_of_the_tests")
def test_the_levels_that_are_not_understood_are_said_before_their_cells_are_refused() -> None:
    rows = ["Niveau;Cantine"] + [
        f"{('CP', 'CE1', 'TPS', 'CLIS')[rank % 4]};{('Oui', 'Non')[rank // 4 % 2]}" for rank in range(40)
    ]
    (grouped, unknown) = grouping_words(own_questionnaire("export.csv", "\n".join(rows).encode()))
    assert "Niveau" in grouped
    assert "2 mots ne sont pas compris : « TPS », « CLIS »" in unknown.replace("\u00a0", " ")
    (only,) = grouping_words(
        own_questionnaire("export.csv", "\n".join(rows).replace("TPS", "CM1").replace("CLIS", "CM2").encode())
    )
    assert "Niveau" in only


def test_two_questions_of_a_school_of_one_title_are_not_exchanged_in_the_next_export() -> None:
    head = ["Horodateur", "Le matin ?", "Précisez", "Le soir ?", "Précisez"]
    yes_no, often = ("Oui", "Non"), ("Souvent", "Jamais")
    lines = [
        [
            f"02/11/2026 18:{rank:02}:05",
            yes_no[rank % 2],
            often[not rank % 3],
            yes_no[not rank % 5],
            often[not rank % 4],
        ]
        for rank in range(60)
    ]
    own = own_questionnaire("semaine.csv", csv_text([head, *lines]).encode()).read_again()
    kept = MAPPING.parse(own.texts()["correspondance.yaml"], "gardée")
    names = {each.source: each.cible for each in kept.colonnes}
    second = names["Précisez (2)"]

    def again(rows: list[list[str]]) -> ReadReport:
        return read_answers(csv_text(rows).encode(), own.questionnaire, kept, name="suite.csv")

    same = again([head, *lines])
    assert (same.waits, same.answers.unasked - {"niveau", "mode"}) == (False, set())
    assert same.answers.table[second].value_counts()["jamais"] == 15
    moved = again([[row[0], *row[3:], *row[1:3]] for row in [head, *lines]])
    assert {names["Précisez"], second} <= moved.answers.unasked
