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

# An example of a help: what it is for, then the line to copy (app.cli.french.examples).
EXAMPLE = re.compile(r"^(?P<what>.+) : (?P<line>liaison .+)$", re.MULTILINE)
OPENING = """# La commande `liaison`

<!-- Faite par « nox -s pages », de ce que dit « --help » : ne pas modifier à la main. -->

La suite sans écran, pour qui préfère écrire une ligne, ou la refaire chaque semaine. La commande est dans
l'environnement que la première commande du [README](../README.md) a fait. Pour l'appeler par son nom :

```sh
. .nox/run/bin/activate
```

Sous Windows, `.nox\\run\\Scripts\\activate` ; avec conda, elle est déjà là.

Chaque commande dit ceci par `--help`. Celles qui ont `--json` répondent aussi à une machine. Dans un exemple, un nom
de fichier et un mot en capitales sont à remplacer par les vôtres ; git ne garde pas le dossier `sortie`.

Une commande finit par 0 quand c'est fait, par 1 s'il reste à corriger, par 2 quand elle refuse, par 130 interrompue.
Une séance, du premier code au dernier nom effacé : [animer_une_seance.md](animer_une_seance.md).
"""


def manual() -> str:
    """Return the whole page, in Markdown."""
    return "\n".join([OPENING, *(_section(name, command) for name, command in commands())])


def commands(words: str = "liaison", command: Any = None) -> Iterator[tuple[str, Any]]:
    """Each command that does something, after the words that one types to run it."""
    command = command or get_command(app)
    if not isinstance(command, TyperGroup):
        yield words, command
        return
    for word, each in command.commands.items():
        yield from commands(f"{words} {word}", each)


def _section(name: str, command: Any) -> str:
    said = re.sub(r"(?<!\n)\n(?!\n)", " ", command.help)
    shown = [f"# {found['what']}\n{found['line']}" for found in EXAMPLE.finditer(command.epilog)]
    shell = "\n".join(shown).removeprefix("# Exemple\n")
    options = "\n".join(map(_option, command.params))
    return f"## `{name}`\n\n{said}\n\n```sh\n{shell}\n```\n\n{options}\n"


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
        yield f"De {low} à {high}." if high is not None else f"{low} au moins."
    if option.required:
        yield "Obligatoire."
    elif option.default and not getattr(option, "is_flag", False) and option.default != Path():
        yield f"Par défaut : {option.default}."


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(manual(), encoding="utf-8")
