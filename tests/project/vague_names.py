"""Les noms qui ne disent pas ce qu'ils tiennent : `python -m project.vague_names ../liaison/school`."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

VAGUE = {"found", "one", "said", "asked", "kept", "told"}


def vague_in(source: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the name of each variable, parameter, field or function that is bound to a vague name."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name) | ast.Attribute(attr=name, ctx=ast.Store()):
                bound = name
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                bound = name
            case _:
                continue
        if bound.strip("_") in VAGUE:
            yield node.lineno, bound


def vague_of(folder: Path) -> list[tuple[Path, int, str]]:
    """Every vague name bound in the Python files of a folder (or in one file), with its file and line."""
    files = [folder] if folder.is_file() else sorted(folder.rglob("*.py"))
    return [(file, line, name) for file in files for line, name in vague_in(file.read_text(encoding="utf-8"))]


if __name__ == "__main__":
    for named in sys.argv[1:]:
        left = vague_of(Path(named))
        for file, line, name in left:
            print(f"{file}:{line}: {name}")
        print(f"{named} : {len(left)} noms")
