"""The codes of a session: easy to copy, and a code miscopied says so."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.training.session.codes import LENGTH, LETTERS, SIGNS, CodeError, checked_code, new_codes

codes = st.integers(0, 2**32).map(lambda seed: new_codes(1, random.Random(seed))[0])


@given(codes)
def test_a_code_has_no_sign_that_is_taken_for_another_and_begins_with_a_letter(code: str) -> None:
    assert len(code) == LENGTH
    assert set(code) <= set(SIGNS)
    assert not set(code) & set("01OIAEU")
    assert code[0] in LETTERS


@given(codes, st.sampled_from(["{}", " {} ", "{}\n"]), st.integers(0, LENGTH), st.sampled_from(" -._\u00a0"))
def test_a_code_is_read_as_people_type_it(code: str, around: str, place: int, separator: str) -> None:
    typed = around.format(code[:place] + separator + code[place:]).lower()
    assert checked_code(typed) == code


@given(codes, st.integers(0, LENGTH - 1), st.sampled_from(SIGNS))
def test_any_one_sign_miscopied_is_told(code: str, place: int, sign: str) -> None:
    wrong = code[:place] + sign + code[place + 1 :]
    if wrong == code:
        assert checked_code(wrong) == code
    else:
        with pytest.raises(CodeError, match="mal recopié"):
            checked_code(wrong)


@given(codes, st.integers(0, LENGTH - 2))
def test_two_neighbours_exchanged_are_told(code: str, place: int) -> None:
    wrong = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    if wrong != code:
        with pytest.raises(CodeError, match="mal recopié"):
            checked_code(wrong)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Le code manque"),
        ("  - ", "Le code manque"),
        ("BCD0F", "« 0 » n'y figure jamais"),
        ("BCDÉF", "« É » n'y figure jamais"),
        ("../..", "« / » n'y figure jamais"),
        ("BCDF", "il y en a 4"),
        ("BCDFGH", "il y en a 6"),
        ("Z" * 100_000, "il y en a 100\u202f000"),
    ],
)
def test_what_is_no_code_says_why(typed: str, said: str) -> None:
    with pytest.raises(CodeError) as error:
        checked_code(typed)
    assert said in str(error.value).replace("\u00a0", " ")
    assert len(str(error.value)) < 200


def test_two_thousand_codes_are_all_different_and_do_not_follow_each_other() -> None:
    drawn = new_codes(2000)
    assert len(set(drawn)) == 2000
    assert not any(
        SIGNS.index(one[3]) + 1 == SIGNS.index(two[3]) and one[:3] == two[:3] for one, two in pairwise(drawn)
    )
    assert set(new_codes(2000)) != set(drawn)
