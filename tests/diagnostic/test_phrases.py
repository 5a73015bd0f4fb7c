"""Les phrases du questionnaire : complètes en neuf langues, claires, courtes, et chacune ne veut dire qu'une chose."""

import re
import shutil
from pathlib import Path

import pytest
from practice.plain_language import plain_faults_of_language

from liaison.base.languages import languages
from liaison.base.letters import key
from liaison.base.sentences import keys_of
from liaison.diagnostic.questionnaire.paper import sheet
from liaison.diagnostic.questionnaire.phrases import (
    FRAME,
    Phrases,
    missing_texts,
    phrases,
    reading_s,
    reading_table,
    screens_of,
)
from liaison.diagnostic.questionnaire.poster import invitation, poster
from liaison.diagnostic.questionnaire.questionnaire import QUESTION_TEXTS, family_questionnaire
from liaison.diagnostic.questionnaire.screens import form
from liaison.diagnostic.reading.wording import TEXTS, lexicon

QUESTIONNAIRE = family_questionnaire()
CODES = list(languages())
MOST_MIN = 4
DOCS = Path(__file__).parents[2] / "docs"
SEVERAL = {
    **dict.fromkeys(("fr", "fr_simple"), "plusieurs"),
    **{
        "en": "several",
        "es": "varias",
        "pt": "várias",
        "ar": "عدة",
        "tr": "birden çok",
        "uk": "кілька",
        "ro": "mai multe",
    },
}
MINUTE = dict.fromkeys(CODES, "minut") | {"ar": "دقائق", "tr": "dakika", "uk": "хвилин"}
ANSWER = {
    **dict.fromkeys(("fr", "fr_simple"), "répon"),
    **{
        "en": "answer",
        "es": "respuesta",
        "pt": "resposta",
        "ar": "إجاب",
        "tr": "ceva",
        "uk": "відповід",
        "ro": "răspuns",
    },
}
# Words that would mark, blame or ask what the school has no need to know.
FORBIDDEN = ("note", "niveau numérique", "revenu", "nationalité", "religion", "divorc", "illectron", "incapable", "!")


def test_every_language_has_every_sentence_and_no_other() -> None:
    assert len(CODES) == 9
    assert missing_texts(QUESTIONNAIRE) == []


def test_a_sentence_that_is_missing_or_in_excess_is_told(tmp_path: Path) -> None:
    shutil.copytree(TEXTS, tmp_path / "textes")
    path = tmp_path / "textes" / "ar" / QUESTION_TEXTS
    path.write_text(path.read_text(encoding="utf-8").replace("canal-sms =", "canal-texto ="), encoding="utf-8")
    (tmp_path / "textes" / "ro" / FRAME).unlink()
    faults = missing_texts(QUESTIONNAIRE, tmp_path / "textes")
    assert f"ar, {QUESTION_TEXTS} : « canal-sms » manque" in faults
    assert f"ar, {QUESTION_TEXTS} : « canal-texto » est en trop" in faults
    assert f"ro, {FRAME} : « cadre-suivant » manque" in faults


def test_an_explanation_of_a_question_is_in_every_language_or_in_none() -> None:
    helped = {code: {one for one in keys_of(TEXTS / code / QUESTION_TEXTS) if one.endswith(".aide")} for code in CODES}
    assert helped["fr"]
    assert all(found == helped["fr"] for found in helped.values())


@pytest.mark.parametrize("code", CODES)
def test_a_slow_reader_is_supposed_to_read_and_answer_everything_within_the_bound(code: str) -> None:
    assert screens_of(QUESTIONNAIRE) == 16
    assert 60 < reading_s(phrases(code)) < MOST_MIN * 60


def test_the_reading_times_of_the_doc_are_those_computed_from_the_texts() -> None:
    assert reading_table() in (DOCS / "temps_de_lecture.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", CODES)
def test_families_are_promised_no_duration_that_nobody_has_measured(code: str) -> None:
    said = [*phrases(code).words().values(), *phrases(code).read_in_order()]
    assert not [text for text in said if MINUTE[code] in text.lower()]


@pytest.mark.parametrize("code", CODES)
def test_the_number_of_questions_told_is_the_number_shown_on_screen_on_paper_and_in_an_import(code: str) -> None:
    said, made = phrases(code), form(code)
    count = len(QUESTIONNAIRE.items)
    asked = [screen["asked"] for screen in made["screens"].values() if "asked" in screen]
    numbers = [[int(one) for one in re.findall(r"[0-9]+", words)] for words in asked]
    # Told first, then « Question 1 sur 12 », up to the last; the rows of a grid are parts of one question.
    assert re.findall(r"[0-9]+", said.opening()) == [str(count)]
    assert {total for _, total, *_ in numbers} == {count}
    assert [*dict.fromkeys(number for number, *_ in numbers)] == list(range(1, count + 1))
    assert [part for _, _, *part in numbers if part] == [[rank, 5] for rank in range(1, 6)]
    assert len(asked) == screens_of(QUESTIONNAIRE)
    # The same sentence on the first screen, the first page, the sheet, the poster, the import; the sheet numbers alike.
    page = sheet(said)
    assert made["words"]["accueil-explication"] == said.opening()
    assert said.opening() in page["intro"]
    assert [one["number"] for one in page["questions"]] == list(range(1, count + 1))
    assert poster(invitation("https://questionnaire.example.org/", code=code)).subtitle == said.opening()


@pytest.mark.parametrize("count", [7, 12])
def test_with_another_number_of_questions_another_number_is_told(count: int) -> None:
    shorter = QUESTIONNAIRE.model_copy(update={"items": QUESTIONNAIRE.items[:count]})
    for language in languages().values():
        assert re.findall(r"[0-9]+", Phrases(language, shorter).opening()) == [str(count)]


@pytest.mark.parametrize("code", CODES)
def test_the_sheet_asks_for_one_box_or_several_as_its_questions_do(code: str) -> None:
    # « une case par question » alone would forbid what « Plusieurs réponses possibles » allows.
    rule = sheet(phrases(code))["rule"]
    assert any(one["help"] == phrases(code).frame("plusieurs") for one in sheet(phrases(code))["questions"])
    assert SEVERAL[code] in rule.lower()


@pytest.mark.parametrize("code", CODES)
def test_a_new_code_does_not_say_that_an_answer_changed(code: str) -> None:
    # The way of answering, which the address says, is in the code too.
    frame = phrases(code).frame
    assert ANSWER[code] in frame("code-changer").lower()
    assert not [name for name in ("code-nouveau", "code-trop") if ANSWER[code] in frame(name).lower()]


def test_simplified_french_is_plain() -> None:
    assert plain_faults_of_language("fr_simple", TEXTS) == []


def test_no_sentence_marks_blames_or_asks_what_the_school_does_not_need() -> None:
    for code in ("fr", "fr_simple"):
        said = [*phrases(code).read_in_order(), *phrases(code).words().values()]
        assert len(said) > 100
        assert not [text for text in said for word in FORBIDDEN if word in text.lower()]
    for code in CODES:
        assert not [text for text in phrases(code).read_in_order() if "!" in text]


def test_across_nine_languages_a_sentence_of_a_question_means_one_answer() -> None:
    for item in QUESTIONNAIRE.items:
        meant: dict[str, set[str]] = {}
        for code in CODES:
            for part in (*item.rows, *item.values):
                meant.setdefault(key(phrases(code).part(item.id, part)), set()).add(part)
        assert {said: parts for said, parts in meant.items() if len(parts) > 1} == {}, item.id


@pytest.mark.parametrize("code", CODES)
def test_reading_recognises_every_question_and_answer_by_its_sentence(code: str) -> None:
    known, said = lexicon(QUESTIONNAIRE), phrases(code)
    for item in QUESTIONNAIRE.items:
        found = known.question(said.question(item.id))
        assert found is not None
        assert (found.name, found.sure) == (item.id, True)
        for value in item.values:
            column = f"{item.id}__{item.rows[0]}" if item.rows else item.id
            assert known.value(column, said.part(item.id, value)) == value
        for row in item.rows:
            part = known.part(item, said.part(item.id, row))
            assert part is not None
            assert (part.name, part.sure) == (row, True)


def test_screens_have_the_same_frame_in_every_language() -> None:
    assert {code: sorted(phrases(code).words()) for code in CODES} == dict.fromkeys(
        CODES, sorted(phrases("fr").words())
    )


@pytest.mark.parametrize("code", CODES)
def test_words_that_the_screen_fills_are_kept(code: str) -> None:
    words = phrases(code).words()
    assert "NOM" in words["remettre-fait"]
    address = "https://questionnaire.example.org/"
    assert address in phrases(code).frame("affiche-code", adresse=address)
