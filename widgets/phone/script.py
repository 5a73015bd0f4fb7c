"""Un script lu mot à mot : ce qui est commentaire, texte, expression ou nom, sans jamais prendre l'un pour l'autre."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

Kind = Literal["blank", "text", "name", "sign"]


class ScriptError(ValueError):
    """A script that cannot be read: a text, a comment or an expression that does not end, and on which line."""


class Token(NamedTuple):
    """A piece of a script as it is written. A comment is a blank; a text is any literal between signs of its own."""

    kind: Kind
    text: str


BLANK = re.compile(r"(?:\s|//[^\n]*|/\*.*?\*/)+", re.DOTALL)
NAME = re.compile(r"[#$\w]+")
TEXT = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'', re.DOTALL)
EXPRESSION = re.compile(r"/(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
# After one of these, « / » begins an expression; after any other name, or what closes something, it divides.
BEFORE_EXPRESSION = {"return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do", "await"}
CLOSING = {")", "]", "}"}
# No two of them make another sign with what a space kept apart: « + + » is not « ++ », and is not among them.
PARTING = {*"()[]{},;:?=>&|"}


def tokens(script: str) -> Iterator[Token]:
    """Yield every piece of a script, in order: together, they are the script.

    Raises:
        ScriptError: a literal or a comment that does not end.
    """
    at, before = 0, Token("sign", ";")
    while at < len(script):
        token = _token(script, at, before)
        yield token
        at += len(token.text)
        if token.kind != "blank":
            before = token


def stripped(script: str) -> str:
    """Return what a browser needs of a script: see `tightened`."""
    return "".join(token.text for token in tightened(script)).strip()


def tightened(script: str) -> Iterator[Token]:
    """Yield what a browser needs of a script: no comment, no margin, no space beside a sign that parts two words.

    A line stays a line, for a script may do without its semicolons.

    Raises:
        ScriptError: see `tokens`.
    """
    before, blank = Token("sign", ";"), ""
    for token in tokens(script):
        if token.kind == "blank":
            blank = "\n" if "\n" in token.text else " "
            continue
        if blank == "\n" or (blank and not {before.text, token.text} & PARTING):
            yield Token("blank", blank)
        yield token
        before, blank = token, ""


def _token(script: str, at: int, before: Token) -> Token:
    if match := BLANK.match(script, at):
        return Token("blank", match[0])
    if match := NAME.match(script, at):
        return Token("name", match[0])
    sign = script[at]
    if sign == "`":
        return Token("text", script[at : _end_of_template(script, at)])
    if sign in "\"'":
        return Token("text", _literal(TEXT, script, at))
    if script.startswith("/*", at):
        raise _unended(script, at)
    if sign == "/" and _begins_expression(before):
        return Token("text", _literal(EXPRESSION, script, at))
    return Token("sign", sign)


def _begins_expression(before: Token) -> bool:
    if before.kind == "name":
        return before.text in BEFORE_EXPRESSION
    return before.kind == "sign" and before.text not in CLOSING


def _literal(pattern: re.Pattern[str], script: str, at: int) -> str:
    if literal := pattern.match(script, at):
        return literal[0]
    raise _unended(script, at)


def _end_of_template(script: str, start: int) -> int:
    """Return where a text between grave accents ends; the code in its `${…}` may hold others."""
    at = start + 1
    while at < len(script):
        if script[at] == "`":
            return at + 1
        if script.startswith("${", at):
            at = _end_of_hole(script, at + 2)
        else:
            at += 2 if script[at] == "\\" else 1
    raise _unended(script, start)


def _end_of_hole(script: str, start: int) -> int:
    at, depth, before = start, 1, Token("sign", "{")
    while at < len(script):
        token = _token(script, at, before)
        at += len(token.text)
        if token.kind == "blank":
            continue
        before = token
        if token.kind == "sign":
            depth += (token.text == "{") - (token.text == "}")
        if not depth:
            return at
    raise _unended(script, start)


def _unended(script: str, at: int) -> ScriptError:
    line = script.count("\n", 0, at) + 1
    return ScriptError(f"ligne {line} : « {script[at : at + 40].splitlines()[0]} » ne finit pas.")


__all__ = ["ScriptError", "Token", "stripped", "tightened", "tokens"]
