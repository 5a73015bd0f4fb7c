"""Le code qu'une famille donne : toutes les réponses y tiennent, une faute de frappe est refusée."""

from __future__ import annotations

import json
from typing import Any

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st
from javascript import WIDGETS, value_of

from liaison.diagnostic.answers import MOST_VERSIONS, AnswersError, FamilyAnswer
from liaison.diagnostic.questionnaire.questionnaire import Item, family_questionnaire
from liaison.diagnostic.questionnaire.screens import form
from liaison.diagnostic.reading.answer_code import LETTERS, answer_of, code_length, code_of, digits, in_groups
from liaison.diagnostic.reading.corrected import settled
from liaison.diagnostic.reading.reading import read_answers, read_chunks

DIAGNOSTIC = WIDGETS / "diagnostic"

QUESTIONNAIRE = family_questionnaire()


def answer(token: str = "0123abcd", context: dict[str, str] | None = None, **given: Any) -> FamilyAnswer:
    return FamilyAnswer(questionnaire=QUESTIONNAIRE.id, jeton=token, contexte=context or {}, reponses=dict(given))


def any_of(item: Item) -> st.SearchStrategy[Any]:
    """Whatever a family may answer to a question, nothing included."""
    if item.kind == "single":
        return st.none() | st.sampled_from(item.values)
    if item.kind == "multiple":
        chosen = st.sets(st.sampled_from(item.values))
        return chosen.map(lambda one: tuple(value for value in item.values if value in one) or None)
    rows = st.dictionaries(st.sampled_from(item.rows), st.sampled_from(item.values))
    return rows.map(lambda one: one or None)


@st.composite
def answers(draw: st.DrawFn) -> FamilyAnswer:
    context = {
        name: value
        for name, values in QUESTIONNAIRE.context.items()
        if (value := draw(st.none() | st.sampled_from(values)))
    }
    given = {item.id: value for item in QUESTIONNAIRE.items if (value := draw(any_of(item))) is not None}
    drawn = answer(f"{draw(st.integers(0, 2**32 - 1)):08x}", context, **given)
    return drawn.model_copy(update={"remise": draw(st.integers(1, MOST_VERSIONS))})


# Every box ticked, the last value everywhere: the largest number that a family can make.
FULLEST = answer(
    "ffffffff",
    {name: values[-1] for name, values in QUESTIONNAIRE.context.items()},
    **{
        item.id: {
            "single": item.values[-1],
            "multiple": item.values,
            "grid": dict.fromkeys(item.rows, item.values[-1]),
        }[item.kind]
        for item in QUESTIONNAIRE.items
    },
)


def changed(one: FamilyAnswer, version: int) -> FamilyAnswer:
    """The same answers, as a later version of one questionnaire."""
    return one.model_copy(update={"remise": version})


def test_a_code_that_was_given_before_versions_is_read_as_the_first_one() -> None:
    first = answer("0123abcd", {"niveau": "sixieme"}, lecture="jamais", appareils=("tablette",))
    assert answer_of("AD0Q-M710-000J-7AYD-T777", QUESTIONNAIRE) == first
    assert (first.remise, in_groups(code_of(first, QUESTIONNAIRE))) == (1, "AD0Q-M710-000J-7AYD-T777")


def test_each_version_of_the_same_answers_has_its_code_of_the_same_length() -> None:
    versions = [changed(FULLEST, version) for version in range(1, MOST_VERSIONS + 1)]
    codes = [code_of(one, QUESTIONNAIRE) for one in versions]
    assert [answer_of(code, QUESTIONNAIRE) for code in codes] == versions
    assert ({len(code) for code in codes}, len(set(codes)), len({code[:-4] for code in codes})) == (
        {20},
        MOST_VERSIONS,
        1,
    )


@settings(max_examples=200, deadline=None)
@given(answers())
def test_whatever_a_family_answers_its_code_gives_it_back(given_: FamilyAnswer) -> None:
    code = code_of(given_, QUESTIONNAIRE)
    assert len(code) == code_length(QUESTIONNAIRE)
    back = answer_of(in_groups(code), QUESTIONNAIRE)
    assert back == given_


def test_the_worst_set_of_answers_is_twenty_letters_and_the_smallest_of_codes_to_scan() -> None:
    code = code_of(FULLEST, QUESTIONNAIRE)
    assert answer_of(code, QUESTIONNAIRE) == FULLEST
    assert len(code) == 20
    drawn = segno.make(code, error="m", mode="alphanumeric", micro=False, boost_error=False)
    assert (drawn.designator, len(drawn.matrix)) == ("1-M", 21)


@pytest.mark.parametrize(
    "given_", [answer(appareils=("tablette",)), FULLEST, answer("00000000"), changed(FULLEST, 2), changed(FULLEST, 8)]
)
def test_one_letter_mistaken_or_two_that_changed_places_are_refused(given_: FamilyAnswer) -> None:
    code = code_of(given_, QUESTIONNAIRE)
    wrong = [code[:at] + letter + code[at + 1 :] for at in range(len(code)) for letter in LETTERS if letter != code[at]]
    swapped = [
        code[:at] + code[at + 1] + code[at] + code[at + 2 :] for at in range(len(code) - 1) if code[at] != code[at + 1]
    ]
    assert len(wrong) == 20 * 31
    for one in [*wrong, *swapped]:
        with pytest.raises(AnswersError, match="n'est pas juste"):
            answer_of(one, QUESTIONNAIRE)


@pytest.mark.parametrize("text", ["", "abc", "0" * 19, "0" * 21])
def test_a_code_that_is_too_short_or_too_long_says_how_many_letters_it_has(text: str) -> None:
    with pytest.raises(AnswersError, match=f"20 lettres et chiffres\u00a0; celui-ci en a {len(text)}"):
        answer_of(text, QUESTIONNAIRE)


def test_the_code_of_another_questionnaire_is_refused() -> None:
    other = QUESTIONNAIRE.model_copy(update={"id": "autre"})
    with pytest.raises(AnswersError, match="autre questionnaire"):
        answer_of(code_of(FULLEST, QUESTIONNAIRE), other)


@pytest.mark.parametrize(
    "typed",
    [
        lambda code: in_groups(code).lower(),
        lambda code: f"  {in_groups(code).replace('-', ' ')}\n",
        lambda code: code.replace("0", "O").replace("1", "l"),
        lambda code: code.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")),
        # A reader set for an American keyboard, on a French one.
        lambda code: code.translate(str.maketrans("1234567890QAZWM", "&é\"'(-è_çàAQWZ?")),
    ],
)
def test_a_code_is_read_as_people_and_devices_write_it(typed: Any) -> None:
    one = answer("00000421", lecture="jamais")
    code = code_of(one, QUESTIONNAIRE)
    assert {"0", "1"} <= set(code)
    assert answer_of(typed(code), QUESTIONNAIRE) == one


@settings(max_examples=3, deadline=None)
@given(st.lists(answers(), min_size=20, max_size=40))
def test_the_page_writes_the_same_code_as_python(found: list[FamilyAnswer]) -> None:
    drawn = [FULLEST, answer("00000000"), *found]
    written = json.dumps([one.model_dump(mode="json") for one in drawn])
    scenario = json.dumps({"file": form("fr")["file"]})
    codes = value_of(f"{written}.map((one) => page.codeOf({scenario}, one))", page=DIAGNOSTIC / "answer_code.js")
    assert codes == [code_of(one, QUESTIONNAIRE) for one in drawn]


def test_the_page_draws_a_code_that_any_reader_knows() -> None:
    texts = [code_of(FULLEST, QUESTIONNAIRE), "A", "0" * 20, "A" * 21, "HELLO WORLD 0123456789 $%*+-./:"]
    drawn = value_of(f"{json.dumps(texts)}.map(page.qrOf)", page=DIAGNOSTIC / "qr.js")
    for text, modules in zip(texts, drawn, strict=True):
        # The mask is a choice of who draws, said in the code itself.
        possible = [
            segno.make(text, error="m", mode="alphanumeric", micro=False, boost_error=False, mask=mask).matrix
            for mask in range(8)
        ]
        assert [[int(dark) for dark in row] for row in modules] in [[list(row) for row in one] for one in possible]


def test_a_file_of_codes_is_read_one_a_line_and_the_wrong_ones_are_said_with_their_line() -> None:
    first, second = (code_of(answer(token, lecture="jamais"), QUESTIONNAIRE) for token in ("00000001", "00000002"))
    wrong = second[:-1] + ("0" if second[-1] != "0" else "2")
    text = f"{in_groups(first)}\n\n{second.lower()}\r\n{wrong}\n{first}\n"
    report = read_answers(text.encode(), QUESTIONNAIRE, name="codes.txt")
    assert (len(report.answers), report.lines_in, report.lines_refused, report.lines_repeated) == (2, 4, 1, 1)
    assert [(refusal.line, "juste" in str(refusal)) for refusal in report.refused] == [(4, True)]
    assert list(report.answers.table["lecture"]) == ["jamais", "jamais"]


def test_a_family_that_gives_its_code_and_its_file_counts_once() -> None:
    one = answer("00000001", lecture="jamais")
    contents = (code_of(one, QUESTIONNAIRE).encode(), one.model_dump_json().encode())
    parts = [
        part
        for name, content in zip(("codes.txt", "reponses.json"), contents, strict=True)
        for part in read_chunks(content, QUESTIONNAIRE, name=name)
    ]
    counts = [len(part.answers) for part in settled(parts)]
    assert counts == [1, 0]


def test_each_question_has_its_digit_and_no_two_the_same() -> None:
    found = [(digit.name, digit.part) for digit in digits(QUESTIONNAIRE)]
    assert len(found) == len(set(found))
    assert {name for name, _ in found} == {*QUESTIONNAIRE.context, *(item.id for item in QUESTIONNAIRE.items)}
