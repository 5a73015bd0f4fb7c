"""Les modules du navigateur joints en un seul script : une page ouverte depuis une clé USB n'a pas droit aux modules.

The modules stay plain ES modules, which JupyterLab reads as they are. Here each becomes a function that is called
once and returns what it exports, so that two modules may use the same private name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from widgets.practice.older_browsers import for_older_browsers

HERE = Path(__file__).parent
FOLDERS = (HERE, HERE.parent / "kit", HERE.parent / "diagnostic")
ENTRY = "practice"

IMPORT = re.compile(r'^import \{\s+([\w ,\n]+?),?\s+\} from "\.\.?/(?:\w+/)*(\w+)\.js";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*?|const|let|class) (\w+))", re.MULTILINE)
DEFAULT = re.compile(r"^export default ", re.MULTILINE)
# What a reader of the source needs and a browser does not: margins, lines that are only a comment.
MARGIN = re.compile(r"^[ \t]*//.*\n|^[ \t]+", re.MULTILINE)
COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
LEFT_OVER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


class JoiningError(ValueError):
    """A module that cannot be joined: which one, and the line that is not of the expected form."""


def modules(entry: str = ENTRY) -> dict[str, str]:
    """Return the text of every module that `entry` needs, by name, each after those that it imports."""
    found: dict[str, str] = {}

    def add(name: str, above: tuple[str, ...]) -> None:
        if name in above:
            raise JoiningError(f"{name}.js s'importe lui-même : {' → '.join((*above, name))}.")
        if name not in found:
            text = _read(name, ".js")
            if text is None:
                raise JoiningError(f"{above[-1] if above else 'La page'} importe {name}.js, qui n'existe pas.")
            for _, other in IMPORT.findall(text):
                add(other, (*above, name))
            found[name] = text

    add(entry, ())
    return found


def join(texts: Mapping[str, str]) -> str:
    """Return one classic script, in strict mode, in which each module is a constant `in_<name>` of its exports.

    Raises:
        JoiningError: an import or an export of another form than a list of names; `</script` in a text.
    """
    return "\n".join(['"use strict";', *(_as_constant(name, text) for name, text in texts.items())])


@cache
def joined_script(entry: str = ENTRY) -> str:
    """Return the front-end of the practice ENT, or of another entry, as one script; `in_<entry>.mount` starts it."""
    return join(modules(entry))


@cache
def joined_style(entry: str = ENTRY) -> str:
    """Return its style: the tokens and the base of the kit, then the sheet of each module, in the same order."""
    sheets = [(FOLDERS[1] / f"{name}.css").read_text(encoding="utf-8") for name in ("tokens", "base")]
    sheets += [text for name in modules(entry) if (text := _read(name, ".css"))]
    return for_older_browsers(without_comments("\n".join(sheets)))


def without_comments(text: str) -> str:
    """Return what a browser needs of a source: neither its margins nor its comments."""
    return MARGIN.sub("", COMMENT.sub("", text))


def _as_constant(name: str, text: str) -> str:
    if "</script" in text.lower():
        raise JoiningError(f"{name}.js contient « </script » : la page s'arrêterait là.")
    if any(line.count("`") % 2 for line in text.splitlines()):
        raise JoiningError(f"{name}.js a un texte entre accents graves sur plusieurs lignes : sa marge serait perdue.")
    names = EXPORT.findall(text)
    body = EXPORT.sub("", IMPORT.sub(_taken, text))
    # What JupyterLab calls: a page without a kernel has no use for it.
    body = DEFAULT.sub("const whole = ", body)
    if found := LEFT_OVER.search(body):
        raise JoiningError(f"{name}.js : « {found.group()[:80]} » n'est pas de la forme attendue.")
    body = without_comments(body)
    return f"const in_{name} = (() => {{\n{body}\nreturn {{ {', '.join(names)} }};\n}})();"


def _taken(found: re.Match[str]) -> str:
    names = ", ".join(name.replace(" as ", ": ") for name in re.split(r",\s+", found.group(1)))
    return f"const {{ {names} }} = in_{found.group(2)};\n"


def _read(name: str, suffix: str) -> str | None:
    for folder in FOLDERS:
        path = folder / f"{name}{suffix}"
        if path.is_file():
            return path.read_text(encoding="utf-8")
    return None
