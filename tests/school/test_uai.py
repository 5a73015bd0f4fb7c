"""Le code UAI : la lettre de contrôle, ce qui n'est pas un code, les codes voisins."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.school.open_data.uai import LETTERS, UaiError, check_uai, control_letter, near_codes


@given(st.integers(0, 9_999_999), st.sampled_from(LETTERS))
def test_only_the_control_letter_of_a_code_is_accepted(digits: Any, letter: Any) -> None:
    code = f"{digits:07d}{letter}"
    if letter == control_letter(code[:7]):
        assert check_uai(f" {code[:3]} {code[3:].lower()} ") == code
    else:
        with pytest.raises(UaiError, match=control_letter(code[:7])):
            check_uai(code)


@given(st.integers(0, 9_999_999), st.integers(0, 6), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(digits: Any, place: Any, shift: Any) -> None:
    code = f"{digits:07d}" + control_letter(f"{digits:07d}")
    wrong = code[:place] + str((int(code[place]) + shift) % 10) + code[place + 1 :]
    with pytest.raises(UaiError, match="faute de frappe"):
        check_uai(wrong)


@pytest.mark.parametrize("text", ["", "035", "0350001", "035000111", "O350001A", "0350001É", "٠350001A"])
def test_what_is_not_a_code_is_shown_what_one_looks_like(text: str) -> None:
    with pytest.raises(UaiError, match="sept chiffres et une lettre"):
        check_uai(text)


def test_only_forty_characters_of_what_is_not_a_code_are_shown() -> None:
    for text, shown in (("x" * 40, "x" * 40), (f"  {'x' * 41}  ", "x" * 40)):
        with pytest.raises(UaiError, match=f"^«\u00a0{shown}\u00a0» n'est pas"):
            check_uai(text)


def test_near_codes_come_three_at_the_most_once_each_in_one_order() -> None:
    known = [f"035001{digit}A" for digit in range(5)]
    for count in (2, 3):
        found = near_codes("0350019A", known, count)
        assert len(found) == count
        assert found == near_codes("0350019A", reversed(known), count)
    assert near_codes("0350019A", known) == found
    assert near_codes("0350019A", [*known[:2], *known[:2]]) == near_codes("0350019A", known[:2])


def test_a_code_with_two_other_signs_is_near_and_with_three_is_not() -> None:
    assert near_codes("0350012A", ["0350019B"]) == ["0350019B"]
    assert near_codes("0350012A", ["0350099B"]) == []


def test_near_codes_come_best_first() -> None:
    assert near_codes("0350012A", ["0350012B", "0999999Z", "0350021A"])[0] in ("0350012B", "0350021A")
    assert near_codes("0350012A", []) == []
