"""Le code qu'une famille donne : toutes ses réponses et un numéro tiré au hasard, en lettres et chiffres courts.

A family that has a telephone cannot hand over a file; it can say, copy or show a code. In the page,
`widgets/diagnostic/answer_code.js` writes it; this module reads it, and a test compares both. The code is the letters
of a number in base 32 (of Crockford: no I, L, O nor U), then four letters of control. The number is the answers, one
digit of its own base per question, then the number drawn at random; its length does not depend on what was answered.
A family that changes an answer after its code was shown has another code, with the same number drawn at random: the
control says which version it is, 1 to `MOST_VERSIONS`, and takes no letter more. A code of before is a first version.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from liaison.base.sentences import french_beside
from liaison.diagnostic.answers import MOST_VERSIONS, AnswersError, FamilyAnswer, GivenAnswer
from liaison.diagnostic.questionnaire.questionnaire import Questionnaire

phrase = french_beside(__file__)

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
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
    every_digit = [Digit(name, "", values) for name, values in questionnaire.context.items()]
    for item in questionnaire.items:
        if item.kind == "multiple":
            every_digit += [Digit(item.id, value, (value,)) for value in item.values]
        else:
            every_digit += [Digit(item.id, row, item.values) for row in item.rows or ("",)]
    return tuple(every_digit)


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
        raise AnswersError(phrase("jeton-attendu", digits=TOKEN_DIGITS)) from error
    number = 0
    for digit in digits(questionnaire):
        value = _answered(answer, digit)
        if value is not None and value not in digit.values:
            raise AnswersError(phrase("valeur-refusee", name=digit.name, value=value))
        number = number * (len(digit.values) + 1) + (0 if value is None else digit.values.index(value) + 1)
    letters = _in_letters(number << TOKEN_BITS | token, _letters_before_control(questionnaire))
    return letters + _control(letters, questionnaire, answer.remise)


def in_groups(code: str) -> str:
    """Return a code as a person reads it: four letters, a hyphen."""
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def answer_of(text: str, questionnaire: Questionnaire) -> FamilyAnswer:
    """Return the answers of a family from its code, as typed, said or read by a device.

    Raises:
        AnswersError: not a code, a letter mistaken for another, or the code of another questionnaire; in French.
    """
    written = [_letters(text), _letters(text.translate(AZERTY))]
    length = code_length(questionnaire)
    read = next(((code, version) for code in written if (version := _version(code, questionnaire, length))), None)
    if read is None:
        raise AnswersError(_why_not(written[0], questionnaire))
    code, version = read
    number = _number(code[:-CONTROL])
    token, number = number & (1 << TOKEN_BITS) - 1, number >> TOKEN_BITS
    values: list[str | None] = []
    order = digits(questionnaire)
    for digit in reversed(order):
        number, rank = divmod(number, len(digit.values) + 1)
        values.append(digit.values[rank - 1] if rank else None)
    if number:
        raise AnswersError(phrase("code-pas-juste"))
    answer = _filled(questionnaire, zip(order, reversed(values), strict=True))
    return answer.model_copy(update={"jeton": f"{token:0{TOKEN_DIGITS}x}", "remise": version})


def code_within(text: str, questionnaire: Questionnaire) -> list[str]:
    """Return the whole codes of a line as people write it: « 3) abcd-efgh-… », « • ABCD EFGH … (6e) »."""
    words = _WORD.findall(text.upper().translate(ALIKE))
    length = code_length(questionnaire)
    codes: list[str] = []
    first = last = letters = 0  # of the words from the first to the last
    while first < len(words):
        while last < len(words) and letters < length:
            letters += len(words[last])
            last += 1
        code = "".join(words[first:last]) if letters == length else ""
        if code and _version(code, questionnaire, length):
            codes.append(code)
            first, letters = last, 0
        else:
            letters -= len(words[first])
            first += 1
    typed = text.translate(AZERTY)
    return codes or ([typed] if _version(_letters(typed), questionnaire, length) else [])


def looks_like_code(text: str, questionnaire: Questionnaire) -> bool:
    """Return whether a line was meant to be a code, though none is whole in it: groups where letters and digits mix."""
    words = _WORD.findall(text.upper())
    length = code_length(questionnaire)
    if sum(map(len, words)) > length + _LONGEST_BESIDE:
        return False
    mixed = [word for word in words if len(word) >= GROUP and any(map(str.isdigit, word)) and not word.isdigit()]
    groups = len(words) >= _FEWEST_GROUPS and all(len(word) == GROUP for word in words)
    long = any(len(word) >= length * 3 // 4 for word in mixed)
    return long or len(mixed) > 1 or (groups and any(map(str.isdigit, text)))


_WORD = re.compile(r"[^\W_]+")
_FEWEST_GROUPS = 3
_LONGEST_BESIDE = 20  # lettres d'un nom, d'une puce : au-delà, c'est une ligne d'un tableau


def _why_not(code: str, questionnaire: Questionnaire) -> str:
    length = code_length(questionnaire)
    if len(code) != length:
        return phrase("autre-longueur", length=length, typed=len(code))
    return phrase("code-pas-juste")


def _letters(text: str) -> str:
    return "".join(_WORD.findall(text.upper().translate(ALIKE)))


def _version(code: str, questionnaire: Questionnaire, length: int) -> int:
    """Return which version of a family's answers a code is, 0 when it is not the code of this questionnaire.

    `length`: that of its codes. Every line of every file is tried, so it is not worked out each time.
    """
    if len(code) != length or not set(code) <= set(LETTERS):
        return 0
    letters, control = code[:-CONTROL], code[-CONTROL:]
    return _versions(questionnaire.id, len(letters)).get(_number(control) ^ _left(letters.encode("ascii")), 0)


def _letters_before_control(questionnaire: Questionnaire) -> int:
    most = 1
    for digit in digits(questionnaire):
        most *= len(digit.values) + 1
    bits = (most - 1).bit_length() + TOKEN_BITS
    return -(-bits // 5)


def _in_letters(number: int, length: int) -> str:
    return "".join(LETTERS[number >> 5 * place & 31] for place in reversed(range(length)))


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number << 5 | LETTERS.index(letter)
    return number


def _control(letters: str, questionnaire: Questionnaire, version: int) -> str:
    """Return the remainder of 20 bits: one wrong letter, or two that changed places, never gives that of a version."""
    # The remainder of a sum is the sum of the remainders: what is before the letters is divided once.
    before = _before(questionnaire.id, version, len(letters))
    return _in_letters(before ^ _left(letters.encode("ascii")), CONTROL)


def _before(questionnaire: str, version: int, length: int) -> int:
    """Return the remainder of what stands before the letters of a version, as many zeros in their place."""
    return _left(f"{questionnaire} {version} ".encode("ascii") + bytes(length))


@lru_cache(maxsize=64)
def _versions(questionnaire: str, length: int) -> dict[int, int]:
    """Return the versions by that remainder."""
    return {_before(questionnaire, each, length): each for each in reversed(range(1, MOST_VERSIONS + 1))}


@lru_cache(maxsize=1024)
def _left(divided: bytes) -> int:
    left = 0
    for byte in divided:
        left = (left << 8 & 0xFFFFF) ^ _REMAINDERS[left >> 12 ^ byte]
    return left


def _remainder(byte: int) -> int:
    left = byte << 12
    for _ in range(8):
        left = (left << 1 ^ 0x8359F) & 0xFFFFF if left & 0x80000 else left << 1
    return left


# Every line of every file is tried as a code: the control is worked out a byte at a time, not a bit.
_REMAINDERS = tuple(map(_remainder, range(256)))


def _answered(answer: FamilyAnswer, digit: Digit) -> str | None:
    if digit.name in answer.contexte:
        return answer.contexte[digit.name]
    given = answer.reponses.get(digit.name)
    if isinstance(given, dict):
        return given.get(digit.part)
    if isinstance(given, tuple):
        return digit.part if digit.part in given else None
    return given


def _filled(questionnaire: Questionnaire, read: Iterator[tuple[Digit, str | None]]) -> FamilyAnswer:
    kinds = {item.id: item.kind for item in questionnaire.items}
    context: dict[str, str] = {}
    given: dict[str, GivenAnswer] = {}
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
    return FamilyAnswer(questionnaire=questionnaire.id, contexte=context, reponses=given)


__all__ = ["answer_of", "code_length", "code_of", "code_within", "digits", "in_groups", "looks_like_code"]
