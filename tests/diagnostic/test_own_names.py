"""Aucun nom ne se publie d'un formulaire d'école, de quelque façon qu'il soit écrit, avant qu'on l'ait relu."""

import random
import re

import pytest
from diagnostic.survey_exports import csv_text
from hypothesis import example, given
from hypothesis import strategies as st

from liaison.base.yaml_text import write_yaml
from liaison.diagnostic.counting.indicators import indicators
from liaison.diagnostic.own.held import doubtful, held_words
from liaison.diagnostic.own.may_name import asks_who, may_name, may_name_who, title_may_name
from liaison.diagnostic.own.questionnaire import OwnQuestionnaire, kept_questionnaire, own_questionnaire
from liaison.diagnostic.own.words import left_words, number_words, written_words
from liaison.diagnostic.papers.report import public_table
from liaison.diagnostic.questionnaire.questionnaire import Item, QuestionnaireError
from liaison.diagnostic.reading.reading import read_answers
from liaison.school.lists.cells import ALL_LEVELS

CANTEEN = "Votre enfant mange-t-il à la cantine ?"
# Fictitious persons; no list of the suite knows the first ones.
FAMILIES = (
    "Kerzhulec",
    "Öztürkmenoğlu",
    "Boccarelli",
    "Zubizarreta",
    "Шевчукенко",
    "بنعليوي",
    "王欧",
    "Nguyenova",
    "O'Brannigan",
)
FIRST = ("Enorig", "Gülsümnur", "Ximenita", "Олеся", "ميرفت", "Mirabella", "Jean-Loïg")
# Surnames and first names that are also words of French: what is written beside tells them.
WORDS = ("Petit", "Boulanger", "Blanc", "Rose", "Chevalier", "Marchand", "Clément")
ALONE = ("{family}", "{FAMILY}", "{family} 6e B", "{family} (6e B)", "{first}", "le {family}", "{family} - CM2")
BESIDE = (
    *("{first} {family}", "{family} {first}", "{FAMILY} {first}", "{first} {FAMILY}", "{family}, {first}"),
    *("Mme {family}", "M. {family}", "Madame {family}", "mme {family}", "Dr {family}", "Sra. {family}", "Me {family}"),
    *(
        "{initial}. {family}",
        "{family} {initial}.",
        "M. {initial}. {family}",
        "{first} de {family}",
        "{family}-{other}",
    ),
    *(
        "{first} de la {family}",
        "{first} Van den {family}",
        "{first} El {family}",
        "{family}/{other}",
        "Mme {family} 6e",
    ),
)


def shaped(shape: str, first: str, family: str, other: str) -> str:
    return shape.format(first=first, family=family, FAMILY=family.upper(), initial=first[0], other=other)


def export(column: str, answers: list[str], times: int = 12) -> bytes:
    rows = [
        [column, CANTEEN],
        *([each, ("Oui", "Non", "Parfois")[rank % 3]] for each in answers for rank in range(times)),
    ]
    return csv_text(rows).encode()


def published(own: OwnQuestionnaire, content: bytes) -> str:
    """Return all that is published of an export that answers its own questionnaire."""
    answers = read_answers(content, own.questionnaire, own.mapping, name="export.csv").answers
    found = indicators(answers, threshold=5)
    return public_table(found).to_csv()


names = st.one_of(
    st.builds(
        shaped,
        st.sampled_from(ALONE + BESIDE),
        st.sampled_from(FIRST),
        st.sampled_from(FAMILIES),
        st.sampled_from(FAMILIES),
    ),
    st.builds(shaped, st.sampled_from(BESIDE), st.sampled_from(WORDS), st.sampled_from(WORDS), st.sampled_from(WORDS)),
)
titles = st.sampled_from(("Qui suit votre enfant ?", "Nom du professeur principal", "Groupe", "Son atelier", "Kim ?"))


@given(titles, st.lists(names, min_size=2, max_size=6, unique_by=str.casefold))
@example("Qui suit votre enfant ?", ["Riou Marie", "Tanguy Paul"])
@example("Nom du professeur principal", ["Riou", "Tanguy"])
@example("Groupe", ["Yılmaz", "Rossi", "García"])
@example("Qui vous a reçus ?", ["Charpentier", "Berger"])
def test_a_column_of_names_is_never_published_before_each_is_confirmed(title: str, column: list[str]) -> None:
    content = export(title, column)
    own = own_questionnaire("export.csv", content)
    assert [each.title for each in own.counted] == [CANTEEN]
    told = published(own, content)
    assert not any(name in told for name in column)
    assert any(title in line for line in (*left_words(own), *held_words(own.questionnaire.held)))


@pytest.mark.parametrize(
    "heads",
    [("Qui suit votre enfant ? [Riou Marie]", "Qui suit votre enfant ? [Tanguy Paul]"), ("Le suivi par Mme Petit",)],
)
@pytest.mark.parametrize("said", [("Oui", "Non"), ("Bien", "Moyen")])
def test_nor_is_a_name_that_is_a_box_a_row_or_in_a_title(heads: tuple[str, ...], said: tuple[str, str]) -> None:
    rows = [[*heads, CANTEEN], *([*[said[rank % 2]] * len(heads), said[rank % 3 % 2]] for rank in range(40))]
    rows[1][0] = said[1]
    own = own_questionnaire("export.csv", csv_text(rows).encode())
    assert [each.title for each in own.counted] == [CANTEEN]


ANSWERS = (
    "Très satisfait|Plutôt pas satisfait|À pied|En bus|Tous les jours|Garderie du matin|Étude du soir|Aucun|Peut-être|"
    "Oui, chez moi|Judo|Échecs|Le club échecs|La chorale|Groupe A|4G|6e B|CM1|Non, merci|Je ne sais pas|Un parent|"
    "PLUTÔT SATISFAIT|TOUS LES JOURS|1 à 2 fois par semaine|Anglais|L'ENT|Le carnet papier|lundi|Avant 18 h|A|"
    "Tres satisfait|Wi-Fi|Evet|Так|نعم|Une clé internet|Arménien|Basket-ball|Le week-end"
)


@pytest.mark.parametrize("answers", [("Oui", "Non"), ("Bus", "chez Kerzhulec")])
@pytest.mark.parametrize("title", ["Le cours de Karim vous plaît-il ?", f"{'Le cours du mardi ' * 5}de Karim ?"])
def test_what_is_to_be_copied_is_said_in_full_and_once_copied_the_question_counts(
    title: str, answers: tuple[str, str]
) -> None:
    text = csv_text([[title], *[[answers[rank % 2]] for rank in range(60)]])
    (item,) = own_questionnaire("cours.csv", text.encode(), "cours").questionnaire.held
    (said,) = held_words([item])
    reason = said.partition("». ")[2].partition("Si c'est")[0]
    copied = re.findall(r"« ([^»]+) »", reason)
    assert len(copied) == len(doubtful(item)) > 0
    assert doubtful(Item.model_validate(item.model_dump() | {"confirmed": copied})) == ()


@pytest.mark.parametrize("answer", ANSWERS.split("|"))
def test_an_answer_of_common_words_waits_for_nobody(answer: str) -> None:
    assert not may_name(answer)


def test_a_bare_word_is_a_surname_under_a_title_that_asks_who_and_a_trade_elsewhere() -> None:
    assert asks_who("Qui suit votre enfant ?")
    assert not asks_who("Quels ateliers ?")
    assert may_name_who("Jardinier")
    assert not may_name("Jardinier")
    assert not any(map(may_name_who, ("Un parent", "Mère", "Ses grands-parents", "Oui", "Le professeur avec nous")))


def test_a_capital_within_a_title_may_name_somebody_and_a_tool_or_another_sentence_does_not() -> None:
    assert title_may_name("Connaissez-vous Riou ?")
    assert not any(
        map(title_may_name, ("Utilisez-vous Pronote ?", "Une question ? Le midi", "CANTINE", "L'ENT va bien ?"))
    )


TITLES = (
    "Nguyen : êtes-vous content ?|Karadag a-t-elle répondu ?|Le suivi. Bouzidi est joignable ?|Avec qui ? Haddad|"
    "M. RIOU EST-IL JOIGNABLE ?|ÊTES-VOUS CONTENTS DE BOUZIDI ?|êtes-vous contents de kowalczyk ?|Votre avis (riou)|"
    "de mme oztürk ?|Notre agent, mohamed benali, vous aide-t-il ?|Le RASED : Nguyen ?|m. blanc est-il joignable ?|"
    "MME PETIT EST-ELLE JOIGNABLE ?|Êtes-vous contents de marie ?|ÊTES-VOUS CONTENTS DE ROSE ?|La classe de Marie|"
    "Rose est-elle joignable ?|A. Voisin répond-il ?|La maman de Constance vous aide-t-elle ?|Votre avis.Mercier"
)
ORDINARY = (
    "Votre enfant mange-t-il à la cantine ?|Quels services utilisez-vous ? (plusieurs réponses possibles)|"
    "Votre enfant va-t-il au CLAE ou à l'ALAE ?|Votre enfant est-il suivi par le RASED ?|Prend-il un petit déjeuner ?|"
    "La kermesse de juin : vous aidez ?|Quel sport à l'AS ?|Y a-t-il un ordinateur ?|À quelle heure vient-il ?|"
    "EST-CE QUE VOTRE ENFANT PREND LE BUS ?|Quelqu'un peut-il venir aujourd'hui ?|Les parents délégués|Le choix B"
)


@pytest.mark.parametrize("title", TITLES.split("|"))
def test_a_name_in_a_title_holds_it_wherever_it_stands_and_however_it_is_written(title: str) -> None:
    assert title_may_name(title)


@pytest.mark.parametrize("title", ORDINARY.split("|"))
def test_a_title_of_common_words_waits_for_nobody(title: str) -> None:
    assert not title_may_name(title)


@pytest.mark.parametrize(
    "answer",
    [
        "La maman de Charlotte",
        "la maman de charlotte",
        "Le papa de Benoît",
        "La tante de Marie",
        "Mamie Rosa",
        "maître Blanc",
        "Petit A.",
        "Petit A",
        "Blanc A",
        "A. Voisin",
        "Voisin A.",
        "L. Couturier",
        "CP Rocher",
        "CE1 Merle",
        "Classe Sauvage",
        "Le Grand",
    ],
)
def test_a_common_word_is_held_beside_a_relative_an_initial_a_title_or_another_capital(answer: str) -> None:
    assert may_name(answer)


@pytest.mark.parametrize(
    "title", ["Sa marraine de lecture", "Sa nounou", "Son éducatrice", "La maîtresse du lundi", "Votre AVS"]
)
def test_a_title_that_names_a_role_asks_who_and_a_particle_makes_no_word_of_a_name(title: str) -> None:
    assert asks_who(title)
    assert all(map(may_name_who, ("Marine", "Constance", "Viola", "Le Grand", "De Vos", "Van Nes")))


def test_where_most_answers_are_known_names_the_others_wait_as_well_and_a_lone_one_makes_no_other_wait() -> None:
    for answers, held in ((["Rose vive", "Olivier", "Viola"], 3), (["Olivier", "Tilleul", "Sapin", "Viola"], 1)):
        own = own_questionnaire("export.csv", export("Équipe préférée", answers))
        (waiting,) = own.questionnaire.held
        assert len(doubtful(waiting)) == held


def test_the_rows_of_a_grid_of_microsoft_forms_are_held_as_those_of_any_other() -> None:
    rows = [["Votre avis.Mercier", "Votre avis.Kowalczyk", CANTEEN]]
    rows += [
        [("Bien", "Moyen")[rank % 2], ("Bien", "Moyen")[rank % 3 % 2], "Oui" if rank % 5 else "Non"]
        for rank in range(40)
    ]
    own = own_questionnaire("export.csv", csv_text(rows).encode())
    assert [each.title for each in own.counted] == [CANTEEN]
    assert [(each.title, each.rows) for each in own.questionnaire.held] == [("Votre avis", ("mercier", "kowalczyk"))]
    grid = csv_text([["Votre avis.L'accueil", "Votre avis.La cour", CANTEEN], *rows[1:]]).encode()
    assert own_questionnaire("export.csv", grid).counted[0].item.kind == "grid"


def test_names_are_published_once_each_is_confirmed_and_not_while_one_is_not() -> None:
    content = export("Quel groupe ?", ["Kerzhulec", "Zubizarreta"])
    made = own_questionnaire("export.csv", content)
    (held,) = made.questionnaire.held
    for confirmed, counted in ((held.values[:1], False), (held.values, True)):
        text = made.read_again().texts()["questionnaire.yaml"]
        said = write_yaml({"confirmed": list(confirmed)}).replace("\n", "\n  ")
        text = text.replace("held:\n- ", f"held:\n- {said}", 1)
        asked = kept_questionnaire("questionnaire.yaml", text.encode())
        report = read_answers(content, asked, made.mapping, name="export.csv")
        answers = report.answers
        assert any("mises de côté" in each.reason for each in report.flagged) is not counted
        assert ("Zubizarreta" in public_table(indicators(answers, threshold=5)).to_csv()) is counted


def test_a_questionnaire_kept_from_before_is_held_to_the_same_rule_and_so_is_one_without_words() -> None:
    item = {"id": "groupe", "axis": "preferences", "kind": "single", "values": ["kerzhulec", "zubizarreta"]}
    other = {**item, "id": "repas", "values": ["oui", "non"]}
    text = write_yaml({"version": 1, "relu": "oui", "id": "le_notre", "items": [item, other]})
    asked = kept_questionnaire("questionnaire.yaml", text.encode())
    assert ([each.id for each in asked.items], [each.id for each in asked.held]) == (["repas"], ["groupe"])
    with pytest.raises(QuestionnaireError, match="attendent d'être relues"):
        kept_questionnaire(
            "q.yaml", write_yaml({"version": 1, "relu": True, "id": "le_notre", "items": [item]}).encode()
        )


@pytest.mark.parametrize("said", [{}, {"relu": "non"}, {"relu": False}, {"id": "diagnostic_familles"}])
def test_a_questionnaire_that_nobody_says_was_read_again_reads_nothing_and_says_which_line_to_write(
    said: dict[str, object],
) -> None:
    item = {"id": "repas", "axis": "preferences", "kind": "single", "values": ["oui", "non"], "title": "Repas ?"}
    asked = {"version": 1, "id": "le_notre", "items": [item]} | said
    with pytest.raises(QuestionnaireError, match=r"n'est pas encore relu.*relu: oui"):
        kept_questionnaire("q.yaml", write_yaml(asked).encode())
    assert kept_questionnaire("q.yaml", write_yaml(asked | {"relu": "Oui"}).encode()).items


def test_an_answer_is_confirmed_by_its_words_as_by_its_name_and_a_refusal_says_which_are_accepted() -> None:
    own = own_questionnaire("export.csv", export("Quel quartier ?", ["Les Minguettes", "Bozel"]))
    (held,) = own.questionnaire.held
    raw = held.model_dump(mode="json")
    for words in (["les minguettes", "Bozel"], ["les_minguettes", "bozel"]):
        assert doubtful(Item.model_validate(raw | {"confirmed": words})) == ()
    with pytest.raises(ValueError, match="n'accepte pas « Minguette », mais « Les Minguettes », « Bozel »"):
        Item.model_validate(raw | {"confirmed": ["Minguette"]})


@pytest.mark.parametrize(
    "written", ["Autre : piscine avec Mme Riou", "Autre: Kerzhulec", "piscine avec la dame du soir", "Kerzhulec"]
)
@pytest.mark.parametrize("between", [None, ", ", ";"])
def test_what_a_family_typed_in_place_of_an_answer_counts_as_another_and_no_word_of_it_is_kept(
    written: str, between: str | None
) -> None:
    chosen = ["Judo", "Danse", "Échecs"] * 10
    chosen += [between.join(("Judo", "Danse")), between.join(("Danse", written))] * 2 if between else [written]
    rows = [["Quelles activités ?", CANTEEN], *([each, ("Oui", "Non")[rank % 2]] for rank, each in enumerate(chosen))]
    content = csv_text(rows).encode()
    own = own_questionnaire("export.csv", content)
    found = own.counted[0]
    assert set(found.answers) == {"Judo", "Danse", "Échecs", "Autre"}
    assert any("Autre" in line for line in written_words(own))
    assert not any(word in text for text in own.texts().values() for word in ("Riou", "Kerzhulec", "piscine"))
    later = csv_text([*rows, ["Autre : une toute autre chose", "Oui"], ["Fauconnerie", "Non"]]).encode()
    report = read_answers(later, own.questionnaire, own.mapping, name="export.csv")
    assert (report.refused, report.unread, len(report.answers)) == ((), (), len(rows) + 1)


@pytest.mark.parametrize("typed", ["hospitalisé", "prison", "violence à la maison", "il a été exclu"])
@pytest.mark.parametrize("between", [None, ", "])
def test_what_three_families_at_most_gave_counts_as_another_even_of_common_words_and_four_make_an_answer(
    typed: str, between: str | None
) -> None:
    ways = ["En bus", "À pied", "En voiture"]
    for times, found in ((1, False), (3, False), (4, True)):
        chosen = [between.join(ways[rank % 3 :][:2]) if between else ways[rank % 3] for rank in range(60)]
        chosen += [between.join(("En bus", typed)) if between else typed] * times
        rows = [["Comment ?", CANTEEN], *([each, ("Oui", "Non")[rank % 2]] for rank, each in enumerate(chosen))]
        content = csv_text(rows).encode()
        own = own_questionnaire("export.csv", content)
        assert any(typed in text for text in own.texts().values()) is found
        assert (typed in published(own, content)) is found


def test_an_answer_that_was_proposed_and_that_few_chose_counts_once_it_is_written_in_the_questionnaire() -> None:
    content = export("Comment ?", ["En bus", "À pied", "En voiture"]) + b"En train;Oui\n" * 2
    own = own_questionnaire("export.csv", content)
    assert any("« values »" in line for line in written_words(own))
    ways = own.questionnaire.items[0]
    values = {"values": (*ways.values, "en_train"), "words": ways.words | {"en_train": "En train"}}
    asked = own.questionnaire.model_copy(
        update={"items": (ways.model_copy(update=values), *own.questionnaire.items[1:])}
    )
    report = read_answers(content, asked, own.mapping, name="export.csv")
    assert (report.answers.table[ways.id] == "en_train").sum() == 2


def test_a_mark_a_no_or_what_the_suite_proposes_stays_an_answer_that_one_family_gave() -> None:
    for rare in ("Non", "Jamais", "4"):
        common = ["Oui", "Parfois"] if rare != "4" else ["1", "2"]
        content = export("Content ?", common) + f"{rare};Oui\n".encode()
        assert set(own_questionnaire("export.csv", content).counted[0].answers) == {*common, rare}


@pytest.mark.parametrize("tail", ["maladie grave", "maladie grave, à la maison", "Gâteau"])
@pytest.mark.parametrize("times", [3, 8])
def test_what_follows_another_answer_is_written_to_the_end_of_its_cell_whatever_its_commas(
    tail: str, times: int
) -> None:
    written = [f"Fruit, Autre : {first}, {tail}" for first in ("sans gluten", "pas de lait")] * times
    chosen = ["Fruit, Gâteau", "Pain", "Pain, Fruit", "Gâteau"] * 8 + written
    rows = [["Quels goûters ?", CANTEEN], *([each, ("Oui", "Non")[rank % 2]] for rank, each in enumerate(chosen))]
    content = csv_text(rows).encode()
    own = own_questionnaire("export.csv", content)
    assert set(own.counted[0].answers) == {"Fruit", "Gâteau", "Pain", "Autre"}
    report = read_answers(content, own.questionnaire, own.mapping, name="export.csv")
    assert (report.refused, report.unread) == ((), ())
    assert report.answers.table[f"{own.counted[0].item.id}__autre"].sum() == 2 * times


def test_the_end_of_what_many_typed_after_different_words_is_no_answer_either() -> None:
    written = [f"Fruit, {first}, maladie grave" for first in ("riz", "lait", "œuf", "soja", "blé")]
    chosen = ["Fruit, Gâteau", "Pain", "Fruit", "Pain, Fruit", "Gâteau"] * 8 + written
    rows = [["Quels goûters ?", CANTEEN], *([each, ("Oui", "Non")[rank % 2]] for rank, each in enumerate(chosen))]
    own = own_questionnaire("export.csv", csv_text(rows).encode())
    assert set(own.counted[0].answers) == {"Fruit", "Gâteau", "Pain", "Autre"}


TYPED = ["piscine", "vélo", "lecture", "cuisine", "peinture", "chant"]


def test_words_that_one_family_each_typed_are_no_answers_among_few_that_were_chosen_nor_alone() -> None:
    for chosen, found in ((["Judo"] * 8 + ["Danse"] * 7, {"Judo", "Danse", "Autre"}), (["Judo"] * 8, None)):
        rows = [["Activité", CANTEEN], *([each, ("Oui", "Non")[rank % 2]] for rank, each in enumerate(chosen + TYPED))]
        own = own_questionnaire("export.csv", csv_text(rows).encode())
        answers = {each.title: set(each.answers) for each in own.counted}
        assert answers.get("Activité") == found
        assert not any(word in text for word in TYPED for text in own.texts().values())


def test_marks_that_one_family_each_gave_are_answers_and_nine_is_one_which_is_said_where_it_stands_apart() -> None:
    for marks, found in ((range(12), 12), ((1, 2, 3, 9), 4)):
        rows = [
            ["Note", CANTEEN],
            *([str(marks[rank % len(marks)]), ("Oui", "Non")[rank // 3 % 2]] for rank in range(20)),
        ]
        content = csv_text(rows).encode()
        own = own_questionnaire("export.csv", content)
        assert len(own.counted[0].answers) == found
        table = read_answers(content, own.questionnaire, own.mapping, name="export.csv").answers.table
        assert table[own.counted[0].item.id].notna().sum() == 20
        assert len(number_words(own)) == int(found == 4)


@pytest.mark.parametrize("head", ["Vos outils [Autre]", "Vos outils [Other]", "Vos outils (Autre, précisez)"])
def test_the_box_of_another_answer_in_which_families_write_is_ticked_by_what_they_wrote(head: str) -> None:
    rows = [["Vos outils [Ordinateur]", "Vos outils [Tablette]", head, CANTEEN]]
    rows = [[title.replace(" [", " (").replace("]", ")") if "(" in head else title for title in rows[0]]]
    for rank in range(30):
        rows.append(
            [
                ("Oui", "")[rank % 2],
                ("", "Oui")[rank % 3 % 2],
                ("", "Riou Marie", "montre")[rank % 3],
                ("Oui", "Non")[rank % 2],
            ]
        )
    content = csv_text(rows).encode()
    own = own_questionnaire("export.csv", content)
    tools = own.counted[0]
    assert (tools.item.kind, len(tools.columns)) == ("multiple", 3)
    table = read_answers(content, own.questionnaire, own.mapping, name="export.csv").answers.table
    assert table[f"{tools.item.id}__{tools.item.values[2]}"].sum() == 20
    assert not any("Riou" in text or "montre" in text for text in own.texts().values())


@pytest.mark.parametrize("head", ["Votre moyen [Autre]", "moyen_other"])
def test_a_text_beside_another_answer_is_left_for_what_it_is(head: str) -> None:
    title = head.partition(" [")[0].removesuffix("_other")
    rows = [[title, head, CANTEEN]]
    rows += [
        [("Bus", "Vélo", "Autre")[rank % 3], ("", "", "montre")[rank % 3], ("Oui", "Non")[rank % 2]]
        for rank in range(30)
    ]
    own = own_questionnaire("export.csv", csv_text(rows).encode())
    assert [each.title for each in own.counted] == [title, CANTEEN]
    assert "texte libre" in own.left[head]


def test_rows_of_a_grid_of_kobotoolbox_are_one_question_and_the_questions_of_a_group_are_not() -> None:
    chance = random.Random(3)
    grid, asked = ("Aux réunions", "Aux fêtes"), ("Une note", "Un vélo", "Un bus")
    rows = [[*(f"Venez-vous ?/{each}" for each in grid), *(f"Groupe A/{each}" for each in asked), "_id", "_index"]]
    for rank in range(40):
        often = [chance.choice(("Souvent", "Parfois", "Jamais")) for _ in grid]
        said = [chance.choice("01234"), chance.choice(("Oui", "Non")), chance.choice(("Oui", "Non"))]
        rows.append([*often, *said, str(rank), str(rank)])
    own = own_questionnaire("export.csv", csv_text(rows).encode())
    found = {each.title: (each.item.kind, each.rows) for each in own.counted}
    assert found["Venez-vous ?"] == ("grid", grid)
    assert {title for title, (kind, _) in found.items() if kind == "single"} == {f"Groupe A/{each}" for each in asked}


@pytest.mark.parametrize("level", [*ALL_LEVELS, "TPS / PS", "CLIS 1", "Tle A", "GS-CP", "TPS B"])
def test_a_level_of_a_school_is_never_taken_for_a_name(level: str) -> None:
    assert not may_name(level)
    assert not title_may_name(f"Combien d'enfants en {level} ?")
    assert may_name(f"{level} Kerzhulec")


def test_a_school_of_small_children_keeps_the_question_of_its_level() -> None:
    lines = [["Niveau de votre enfant", CANTEEN]]
    lines += [[level, answer] for level in ("TPS", "PS", "CLIS", "ULIS") for answer in ("Oui", "Non", "Oui")]
    assert not own_questionnaire("ecole.csv", csv_text(lines).encode()).questionnaire.held
