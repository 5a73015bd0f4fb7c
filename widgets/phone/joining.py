"""Les modules du navigateur joints en un seul script : une page ouverte depuis une clé USB n'a pas droit aux modules.

The modules stay plain ES modules, which JupyterLab reads as they are. Here each becomes a function that is called
once and returns what it exports, so that two modules may use the same private name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from widgets.phone.older_browsers import for_older_browsers
from widgets.phone.script import ScriptError, Token, tightened

KIT = Path(__file__).parents[1] / "kit"
# A module is named by its file: no two of a page have the same name, as the loader of the kit wants it too.
LOCAL = re.compile(r'"\.\.?/(?:\w+/)*(\w+)\.js"')
DECLARES = {"function", "const", "let", "class"}
# What a reader of a style needs and a browser does not.
MARGIN = re.compile(r"^[ \t]+", re.MULTILINE)
COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


class JoiningError(ValueError):
    """A module that cannot be joined: which one, and what in it is not of the expected form."""


@dataclass
class Module:
    """A module as the joined script holds it: the code left of it, the names it exports, those it imports by file."""

    name: str
    code: str = ""
    exports: list[str] = field(default_factory=list)
    imports: dict[str, list[str]] = field(default_factory=dict)


def modules(entry: Path) -> dict[str, str]:
    """Return the text of every module that `entry` needs, by name, each after those that it imports."""
    return {path.stem: path.read_text(encoding="utf-8") for path in _paths(entry)}


def join(texts: Mapping[str, str]) -> str:
    """Return one classic script, in strict mode, in which each module is a constant `in_<name>` of its exports.

    Raises:
        JoiningError: an import or an export of another form than a list of names; a name that nothing above exports;
            `</script` in a text.
    """
    parts: dict[str, Module] = {}
    for name, text in texts.items():
        parts[name] = _read(name, text)
        for place, names in parts[name].imports.items():
            above = parts.get(Path(place).stem, Module(""))
            if missing := [wanted for wanted in names if wanted not in above.exports]:
                raise JoiningError(f"{name}.js importe {', '.join(missing)}, que {Path(place).name} n'exporte pas.")
    return "\n".join(['"use strict";', *map(_as_constant, parts.values())])


@cache
def joined_script(entry: Path) -> str:
    """Return a front-end as one script: all that its first module needs; `in_<entry>.mount` starts it."""
    return join(modules(entry))


@cache
def joined_style(entry: Path) -> str:
    """Return its style: the tokens and the base of the kit, then the sheet of each module, in the same order."""
    beside = [path.with_suffix(".css") for path in _paths(entry)]
    sheets = [KIT / "tokens.css", KIT / "base.css", *(sheet for sheet in beside if sheet.is_file())]
    return for_older_browsers(bare_style("\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)))


def bare_style(style: str) -> str:
    """Return a style as a page holds it: without its margins and its comments."""
    return MARGIN.sub("", COMMENT.sub("", style))


def _paths(entry: Path) -> list[Path]:
    """Return the files that `entry` needs, each after those that it imports."""
    paths: dict[str, Path] = {}

    def add(path: Path, above: tuple[Path, ...]) -> None:
        if path in above:
            raise JoiningError(f"{path.name} s'importe lui-même : {' → '.join(file.stem for file in (*above, path))}.")
        known = {file.stem: file for file in above} | paths
        if known.get(path.stem, path) != path:
            folders = f"{known[path.stem].parent.name} et {path.parent.name}"
            raise JoiningError(f"Deux modules s'appellent {path.name} : dans {folders}.")
        if path.stem in paths:
            return
        if not path.is_file():
            who = above[-1].name if above else "La page"
            raise JoiningError(f"{who} importe {path.name}, qui n'est pas dans {path.parent.name}.")
        for place in _read(path.stem, path.read_text(encoding="utf-8")).imports:
            add((path.parent / place).resolve(), (*above, path))
        paths[path.stem] = path

    add(entry.resolve(), ())
    return list(paths.values())


def _as_constant(module: Module) -> str:
    return f"const in_{module.name} = (() => {{\n{module.code}\nreturn {{ {', '.join(module.exports)} }};\n}})();"


@cache
def _read(name: str, text: str) -> Module:
    """Return what a module is made of: its imports and its exports stand outside every bracket."""
    if "</script" in text.lower():
        raise JoiningError(f"{name}.js contient « </script » : la page s'arrêterait là.")
    module, parts, depth, before = Module(name), list[str](), 0, Token("sign", ";")
    try:
        reading = iter([*tightened(text)])
    except ScriptError as error:
        raise JoiningError(f"{name}.js, {error}") from None
    for token in reading:
        outside = not depth and (before.kind != "sign" or before.text != ".")
        if outside and token == ("name", "import"):
            parts.append(_taken(module, reading))
        elif outside and token == ("name", "export"):
            parts.append(_given(module, reading))
        else:
            parts.append(token.text)
        if token.kind == "sign":
            depth += (token.text in "([{") - (token.text in ")]}")
        if token.kind != "blank":
            before = token
    module.code = "".join(parts).strip()
    return module


def _taken(module: Module, reading: Iterator[Token]) -> str:
    """Return what replaces `import { a, b as c } from "./other.js";`."""
    statement = _statement(reading)
    words = [token.text for token in statement if token.kind != "blank"]
    place = words[-2] if len(words) > 4 else ""
    local = LOCAL.fullmatch(place)
    if not local or words[:1] != ["{"] or words[-4:-2] != ["}", "from"]:
        raise _unexpected(module, "import", statement)
    # One list between commas, its last comma optional: « a, b as c ».
    listed = " ".join(words[1:-4]).removesuffix(",").split(" , ")
    module.imports[place[1:-1]] = [pair.partition(" as ")[0].strip() for pair in listed]
    names = ", ".join(pair.strip().replace(" as ", ": ") for pair in listed)
    return f"const {{ {names} }} = in_{local[1]};"


def _given(module: Module, reading: Iterator[Token]) -> str:
    """Return what replaces `export `, up to the name that it exports."""
    exported: list[Token] = []
    for token in reading:
        exported.append(token)
        if token == ("name", "default"):
            # What JupyterLab calls: a page without a kernel has no use for it.
            return "const whole ="
        if token.kind == "blank" or token.text in (*DECLARES, "async", "*"):
            continue
        if token.kind != "name" or not {piece.text for piece in exported} & DECLARES:
            break
        module.exports.append(token.text)
        return "".join(piece.text for piece in exported).lstrip()
    raise _unexpected(module, "export", exported)


def _statement(reading: Iterator[Token]) -> list[Token]:
    statement: list[Token] = []
    for token in reading:
        statement.append(token)
        if token == ("sign", ";"):
            break
    return statement


def _unexpected(module: Module, word: str, statement: list[Token]) -> JoiningError:
    line = f"{word}{''.join(token.text for token in statement)}"[:80]
    return JoiningError(f"{module.name}.js : « {line} » n'est pas de la forme attendue.")


__all__ = ["JoiningError", "join", "joined_script", "joined_style", "modules"]
