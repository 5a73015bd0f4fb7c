"""Les noms qui ne disent pas ce qu'ils tiennent : `python -m project.vague_names ../liaison/school`."""

import ast
import sys
from collections.abc import Iterator

from project.left import list_left

from widgets.phone.script import Token, tokens

VAGUE = {"found", "one", "said", "asked", "kept", "told"}
# Of a class or of a type: they say what was done, or how far it goes, and not of which thing.
OF_NO_THING = {"given", "held", "known", "reached", "results", "seen", "shown", "step"}
VAGUE_TYPES = {name.capitalize() for name in VAGUE | OF_NO_THING}


def vague_in(source: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the name of each variable, parameter, field, function or type bound to a vague name."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name) | ast.Attribute(attr=name, ctx=ast.Store()):
                bound = name
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                bound = name
            case _:
                continue
        if bound.strip("_") in VAGUE | VAGUE_TYPES:
            yield node.lineno, bound


def vague_in_script(script: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the name of each use of a vague name that a script binds itself: no browser gives one.

    A property is not such a use (`state.said`, `{ said: words }`); what is short for one is (`{ said }`).
    """
    code = [(Token("sign", ";"), 0)] * 2 + list(_code(script, 1)) + [(Token("sign", ";"), 0)]
    for (further, _), (before, _), (token, line), (after, _) in zip(code, code[1:], code[2:], code[3:], strict=False):
        of_something = before.text == "." and further.text != "."  # `...one` is no property
        if token.kind != "name" or token.text.strip("_#$") not in VAGUE or of_something:
            continue
        if not (before.text in {"{", ","} and after.text == ":"):
            yield line, token.text


def _code(script: str, line: int) -> Iterator[tuple[Token, int]]:
    """Yield what a script does, piece by piece with its line: no blank, and what a text has in « ${ » and « } »."""
    for token in tokens(script):
        if token.kind != "blank":
            yield token, line
        if token.text[0] == "`":
            for at, hole in _holes(token.text):
                yield from _code(hole, line + token.text.count("\n", 0, at))
        line += token.text.count("\n")


def _holes(template: str) -> Iterator[tuple[int, str]]:
    at = 0
    while (at := template.find("${", at)) >= 0:
        start, depth = at + 2, 1
        at = start
        for token in tokens(template[start:]):
            if token.kind == "sign":
                depth += (token.text == "{") - (token.text == "}")
            if not depth:
                break
            at += len(token.text)
        yield start, template[start:at]


if __name__ == "__main__":
    list_left(sys.argv[1:], vague_in, "noms")
