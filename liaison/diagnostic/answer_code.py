"""Le code qu'une famille donne : toutes ses réponses et un numéro tiré au hasard, en lettres et chiffres courts.

A family that has a telephone cannot hand over a file; it can say, copy or show a code. In the page,
`widgets/diagnostic/answer_code.js` writes it; this module reads it, and a test compares both. The code is the letters
of a number in base 32 (of Crockford: no I, L, O nor U), then four letters of control. The number is the answers, one
digit of its own base per question, then the number drawn at random; its length does not depend on what was answered.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from liaison.diagnostic.answers import AnswersError, FamilyAnswer, Given
from liaison.diagnostic.questionnaire import Questionnaire

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_VERSION = 1
TOKEN_BITS = 32  # « jeton » : huit chiffres hexadécimaux ; une réponse remise deux fois compte une fois
TOKEN_DIGITS = TOKEN_BITS // 4
CONTROL = 4  # lettres
GROUP = 4  # lettres entre deux tirets
# What is read for another thing, and what an Arabic, Persian or Urdu keyboard writes for 0 to 9.
ALIKE = str.maketrans("OIL٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01101234567890123456789")
# What a hand-held reader set for an American keyboard writes on a French one, where it types digits without Shift.
AZERTY = str.maketrans("&é\"'(-è_çàAQWZ?aqwz,", "1234567890QAZWMqazwm")


@dataclass(frozen=True)
class Digit:
    """One digit of the number: the question (and its row, or its box) and what each value means; 0 is no answer."""

    name: str
    part: str
    values: tuple[str, ...]


def digits(questionnaire: Questionnaire) -> tuple[Digit, ...]:
    """Return the digits of the number in order: what the school sets, then each question."""
    found = [Digit(name, "", values) for name, values in questionnaire.context.items()]
    for item in questionnaire.items:
        if item.kind == "multiple":
            found += [Digit(item.id, value, (value,)) for value in item.values]
        else:
            found += [Digit(item.id, row, item.values) for row in item.rows or ("",)]
    return tuple(found)


def code_length(questionnaire: Questionnaire) -> int:
    """Return how many letters every code of a questionnaire has, whatever the answers."""
    return _letters_before_control(questionnaire) + CONTROL


def code_of(answer: FamilyAnswer, questionnaire: Questionnaire) -> str:
    """Return the code of the answers of a family, whose token is eight hexadecimal digits.

    Raises:
        AnswersError: a token of another form; a value that the questionnaire does not accept.
    """
    try:
        token = int(answer.jeton or "", 16)
    except ValueError as error:
        raise AnswersError(f"Un code veut un jeton de {TOKEN_DIGITS} chiffres hexadécimaux.") from error
    number = 0
    for digit in digits(questionnaire):
        value = _answered(answer, digit)
        if value is not None and value not in digit.values:
            raise AnswersError(f"« {digit.name} » : « {value} » n'est pas accepté.")
        number = number * (len(digit.values) + 1) + (0 if value is None else digit.values.index(value) + 1)
    letters = _in_letters(number << TOKEN_BITS | token, _letters_before_control(questionnaire))
    return letters + _control(letters, questionnaire)


def in_groups(code: str) -> str:
    """Return a code as a person reads it: four letters, a hyphen."""
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def answer_of(text: str, questionnaire: Questionnaire) -> FamilyAnswer:
    """Return the answers of a family from its code, as typed, said or read by a device.

    Raises:
        AnswersError: not a code, a letter mistaken for another, or the code of another questionnaire; in French.
    """
    written = [_letters(text), _letters(text.translate(AZERTY))]
    code = next((one for one in written if _holds(one, questionnaire)), None)
    if code is None:
        raise AnswersError(_why_not(written[0], questionnaire))
    number = 0
    for letter in code[:-CONTROL]:
        number = number * len(LETTERS) + LETTERS.index(letter)
    token, number = number & (1 << TOKEN_BITS) - 1, number >> TOKEN_BITS
    values: list[str | None] = []
    order = digits(questionnaire)
    for digit in reversed(order):
        number, rank = divmod(number, len(digit.values) + 1)
        values.append(digit.values[rank - 1] if rank else None)
    if number:
        raise AnswersError(_OTHER)
    return _filled(questionnaire, zip(order, reversed(values), strict=True), f"{token:0{TOKEN_DIGITS}x}")


_OTHER = (
    "Ce code n'est pas juste : une lettre ou un chiffre a été pris pour un autre, ou il répond à un autre "
    "questionnaire. Le relire avec la famille."
)


def _why_not(code: str, questionnaire: Questionnaire) -> str:
    length = code_length(questionnaire)
    if len(code) != length:
        return f"Un code a {length} lettres et chiffres ; celui-ci en a {len(code)}."
    return _OTHER


def _letters(text: str) -> str:
    return "".join(letter for letter in text.upper().translate(ALIKE) if letter.isalnum())


def _holds(code: str, questionnaire: Questionnaire) -> bool:
    return (
        len(code) == code_length(questionnaire)
        and set(code) <= set(LETTERS)
        and _control(code[:-CONTROL], questionnaire) == code[-CONTROL:]
    )


def _letters_before_control(questionnaire: Questionnaire) -> int:
    most = 1
    for digit in digits(questionnaire):
        most *= len(digit.values) + 1
    bits = (most - 1).bit_length() + TOKEN_BITS
    return -(-bits // 5)


def _in_letters(number: int, length: int) -> str:
    return "".join(LETTERS[number >> 5 * place & 31] for place in reversed(range(length)))


def _control(letters: str, questionnaire: Questionnaire) -> str:
    """Return the remainder of 20 bits: one wrong letter, or two that changed places, never gives the same."""
    left = 0
    for byte in f"{questionnaire.id} {CODE_VERSION} {letters}".encode("ascii"):
        left ^= byte << 12
        for _ in range(8):
            left = (left << 1 ^ 0x8359F) & 0xFFFFF if left & 0x80000 else left << 1
    return _in_letters(left, CONTROL)


def _answered(answer: FamilyAnswer, digit: Digit) -> str | None:
    if digit.name in answer.contexte:
        return answer.contexte[digit.name]
    given = answer.reponses.get(digit.name)
    if isinstance(given, dict):
        return given.get(digit.part)
    if isinstance(given, tuple):
        return digit.part if digit.part in given else None
    return given


def _filled(questionnaire: Questionnaire, read: Iterator[tuple[Digit, str | None]], token: str) -> FamilyAnswer:
    kinds = {item.id: item.kind for item in questionnaire.items}
    context: dict[str, str] = {}
    given: dict[str, Given] = {}
    for digit, value in read:
        if value is None:
            continue
        if digit.name not in kinds:
            context[digit.name] = value
        elif kinds[digit.name] == "single":
            given[digit.name] = value
        elif kinds[digit.name] == "multiple":
            before = given.get(digit.name, ())
            given[digit.name] = (*before, value) if isinstance(before, tuple) else (value,)
        else:
            row = given.setdefault(digit.name, {})
            assert isinstance(row, dict)
            row[digit.part] = value
    return FamilyAnswer(version=1, questionnaire=questionnaire.id, jeton=token, contexte=context, reponses=given)


__all__ = ["answer_of", "code_length", "code_of", "digits", "in_groups"]
