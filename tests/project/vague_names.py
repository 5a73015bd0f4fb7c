"""Les noms qui ne disent pas ce qu'ils tiennent : `python -m project.vague_names ../liaison/school`."""

import ast
import sys
from collections.abc import Iterator

from project.left import list_left

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


if __name__ == "__main__":
    list_left(sys.argv[1:], vague_in, "noms")
