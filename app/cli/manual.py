"""La page docs/commande.md : chaque commande, ses options et ses exemples, tels que `--help` les dit."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.core import TyperGroup
from typer.main import get_command

from app.cli.commands import app
from liaison.base.sentences import french_beside

phrase = french_beside(__file__)


# An example of a help: what it is for, then the line to copy (app.cli.french.examples).
EXAMPLE = re.compile(r"^(?P<what>.+) : (?P<line>liaison .+)$", re.MULTILINE)


def manual() -> str:
    """Return the whole page, in Markdown."""
    return "\n".join([f"{phrase('debut')}\n", *(_section(name, command) for name, command in commands())])


def commands(words: str = "liaison", command: Any = None) -> Iterator[tuple[str, Any]]:
    """Each command that does something, after the words that one types to run it."""
    command = command or get_command(app)
    if not isinstance(command, TyperGroup):
        yield words, command
        return
    for word, each in command.commands.items():
        yield from commands(f"{words} {word}", each)


def _section(name: str, command: Any) -> str:
    paragraphs = re.sub(r"(?<!\n)\n(?!\n)", " ", command.help)
    shown = [f"# {example['what']}\n{example['line']}" for example in EXAMPLE.finditer(command.epilog)]
    shell = "\n".join(shown).removeprefix("# Exemple\n")
    options = "\n".join(map(_option, command.params))
    return f"## `{name}`\n\n{paragraphs}\n\n```sh\n{shell}\n```\n\n{options}\n"


def _option(option: Any) -> str:
    """Return what an option or an argument is, as an item of a list."""
    named = [word for word in (*option.opts, *option.secondary_opts) if word.startswith("-")]
    # What an option expects; one that is there or not expects nothing.
    expected = "" if getattr(option, "is_flag", False) else option.metavar
    written = " ".join(part for part in ("/".join(named), expected) if part)
    return f"- `{written}` : {' '.join([option.help, *_limits(option)])}"


def _limits(option: Any) -> Iterator[str]:
    low, high = option.min, option.max
    if low is not None:
        # In one piece, as they are typed.
        yield phrase("de-a", first=low, last=high) if high is not None else phrase("au-moins", first=low)
    if option.required:
        yield phrase("obligatoire")
    elif option.default and not getattr(option, "is_flag", False) and option.default != Path():
        yield phrase("par-defaut", value=str(option.default))


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(manual(), encoding="utf-8")
