"""Une section dans une autre langue : qui y répond ne compte pas « sans réponse » aux questions qu'elle redit."""

import random

import pytest
from diagnostic.survey_exports import Rows, csv_text

from liaison.diagnostic.own.held import without_held
from liaison.diagnostic.own.questionnaire import own_questionnaire
from liaison.diagnostic.own.words import left_words
from liaison.diagnostic.papers.report_words import question_words, value_words
from liaison.diagnostic.questionnaire.item import question_of
from liaison.diagnostic.reading.questions_read import reading_words
from liaison.diagnostic.reading.reading import read_answers
from liaison.diagnostic.reading.reports import ReadReport

CONTACT, OFTEN, CANTEEN = (
    "Comment préférez-vous être contacté ?",
    "Lisez-vous nos messages ?",
    "Mangez-vous à la cantine ?",
)
BY, TIMES = ("Par SMS", "Par courriel", "Par courrier"), ("Souvent", "Parfois", "Jamais", "Je ne sais pas")
SECTIONS = {
    "arabe": (
        "كيف تفضل أن نتواصل معك؟",
        "هل تقرأ رسائلنا؟",
        ("رسالة", "بريد", "ورقة"),
        ("كثيرا", "أحيانا", "أبدا", "لا أعرف"),
    ),
    "turc": (
        "Size nasıl ulaşalım?",
        "Bizi okuyor musunuz?",
        ("Mesajla", "Postayla", "Mektupla"),
        ("Hep", "Bazen", "Asla", "Hiç"),
    ),
    "portugais": (
        "Como prefere ser contactado?",
        "Costuma ler as mensagens?",
        BY,
        ("Muitas", "Poucas", "Nunca", "Sei lá"),
    ),
}


def line(rank: int, language: str) -> list[str]:
    chance = random.Random(rank)
    contact, often = chance.randrange(4), chance.randrange(5)
    _, _, by, times = SECTIONS[language]
    elsewhere = rank % 4 == 0
    here = [
        "" if contact == 3 else (by if elsewhere else BY)[contact],
        "" if often == 4 else (times if elsewhere else TIMES)[often],
    ]
    both = [*(["", ""] if elsewhere else here), *(here if elsewhere else ["", ""])]
    return [chance.choice(["6e", "5e", "4e"]), chance.choice(["Oui", "Non"]), *both]


def export(language: str) -> Rows:
    titles = [CONTACT, OFTEN, *SECTIONS[language][:2]]
    return [["Classe", CANTEEN, *titles], *(line(rank, language) for rank in range(120))]


def out(report: ReadReport) -> set[str]:
    own = report.answers.questionnaire.own_words
    return {question_words(question_of(name), own).replace("\u00a0", " ") for name in report.answers.left_out}


@pytest.mark.parametrize("language", SECTIONS)
def test_a_question_that_others_answer_in_another_language_is_left_out_with_what_to_do(language: str) -> None:
    content = csv_text(export(language)).encode()
    own = own_questionnaire("export.csv", content).read_again()
    words = "\n".join(left_words(own)).replace("\u00a0", " ")
    report = read_answers(content, own.questionnaire, own.mapping, name="export.csv")
    assert {CONTACT, OFTEN} <= out(report)
    assert CANTEEN not in out(report)
    said = "\n".join(reading_words(report, question_words, value_words)).replace("\u00a0", " ")
    assert "peut-être la même question" in said
    assert all(title in said + words for title in SECTIONS[language][:2])


@pytest.mark.parametrize("language", SECTIONS)
def test_words_confirmed_of_the_other_section_publish_no_silence_of_those_who_answered_there(language: str) -> None:
    """The questionnaire was made before, of a form in French; the columns of the section were then added by hand."""
    rows = [row[1:] for row in export(language)]
    alone = [
        own_questionnaire("export.csv", csv_text([[title], *([row[at]] for row in rows[1:])]).encode())
        for at, title in enumerate(rows[0])
    ]
    items = [
        item.model_copy(update={"id": f"q{at}", "confirmed": (f"q{at}", *item.values)})
        for at, own in enumerate(alone)
        for item in (*own.questionnaire.items, *own.questionnaire.held)
    ]
    columns = tuple(
        column.model_copy(update={"cible": f"q{at}"}) for at, own in enumerate(alone) for column in own.mapping.colonnes
    )
    first = alone[0]
    questionnaire = without_held(
        first.questionnaire.model_copy(update={"items": tuple(items), "held": (), "relu": "oui"})
    )
    mapping = first.mapping.model_copy(update={"colonnes": columns})
    report = read_answers(csv_text(rows).encode(), questionnaire, mapping, name="export.csv")
    assert out(report) == set(rows[0]) - {CANTEEN}


def test_two_parts_of_a_form_in_french_are_not_one_question_in_two_languages() -> None:
    """What each is asked of is told by the first question: it is for that reason that they are not published."""
    titles = ["Mange-t-il à la cantine ?", "En êtes-vous satisfait ?", "Souhaitez-vous l'inscrire ?"]
    chance = random.Random(5)
    lines = [
        ["Oui", chance.choice(["Très", "Peu"]), ""] if rank % 2 else ["Non", "", chance.choice(["Oui", "Non"])]
        for rank in range(120)
    ]
    content = csv_text([titles, *lines]).encode()
    own = own_questionnaire("export.csv", content).read_again()
    report = read_answers(content, own.questionnaire, own.mapping, name="export.csv")
    (why,) = report.unasked.values()
    assert {name: each.reason.partition(" à « ")[0] for name, each in why.items() if each.in_a_column} == {
        name: "elle n'est peut-être pas posée à qui répond « Non »"
        if "satisfait" in name
        else "elle n'est peut-être pas posée à qui répond « Oui »"
        for name in ("en_etes_vous_satisfait", "souhaitez_vous_l_inscrire")
    }


def test_lines_that_count_nowhere_leave_no_question_out() -> None:
    rows = [[*row, "", ""] for row in export("turc") if not row[4] and not row[5]]
    rows[:1] = [["Classe", CANTEEN, CONTACT, OFTEN, *SECTIONS["turc"][:2]]]
    rows = [row[:6] for row in rows]
    own = own_questionnaire("export.csv", csv_text([row[:4] for row in rows]).encode()).read_again()
    count = len(rows) - 1
    rows += [["6e", "", "", "", "Mesajla", "Bazen"]] * 4
    report = read_answers(csv_text(rows).encode(), own.questionnaire, own.mapping, name="export.csv")
    assert (len(report.answers), report.lines_aside, out(report)) == (count, 4, set())
