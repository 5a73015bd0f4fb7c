"""Des phrases tirées de fichiers Fluent : une clé et des valeurs donnent une phrase finie, dans une langue."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from numbers import Integral
from pathlib import Path
from typing import TYPE_CHECKING

from liaison.base.typography import typeset

if TYPE_CHECKING:
    from fluent.syntax.ast import Resource

_LONGEST = 2000  # signes d'une valeur : fluent.runtime n'en écrit pas plus de 2 500
# What is copied or looked for, and not counted: a seed, a line of a file. It is written digit after digit.
_REFERENCES = {"errno", "first", "last", "line", "number", "seed", "version", "year"}


class TextError(KeyError):
    """A sentence that is missing, or that lacks an argument: always a mistake of the program."""

    def __str__(self) -> str:
        return str(self.args[0])


def sentences(path: Path, lang: str, *shared: Path) -> Callable[..., str]:
    """Return `t`, which gives the finished sentence of a key of that file: `t("week-grid-help", days=3)`.

    A key may name an attribute (`"question-erreur.titre"`). Numbers are written as the language writes them; French
    gets its non-breaking spaces. A sentence may use those of the `shared` files.

    Raises:
        TextError: no such file; then, from `t`, no such key, or an argument that is missing.
    """
    return _with_spaces(path, lang, *shared) if lang.startswith("fr") else _plain(path, lang, *shared)


def french_beside(module: str) -> Callable[..., str]:
    """Return `phrase`, which gives the French sentences of a module of the engine: `phrase = french_beside(__file__)`.

    Those of `school/folder_checks.py` are in `school/texts/fr/folder_checks.ftl`, read at the first one that is asked
    for. They come out with ordinary spaces: what shows or writes them puts the non-breaking ones, as it does in the
    names and numbers that they hold. A whole number chooses a plural and is written as French does (« 1 234 »), but for
    the line of a file, a year, a seed; anything else as `str` does.

    Raises:
        TextError: from `phrase`, no such file, no such key, or an argument that is missing.
    """
    file = Path(module)
    path = file.parent / "texts" / "fr" / f"{file.stem}.ftl"
    return lambda key, /, **arguments: _plain(path, "fr")(
        key, **{name: _written(name, argument) for name, argument in arguments.items()}
    )


def _written(name: str, argument: object) -> object:
    from fluent.runtime.types import fluent_number

    if isinstance(argument, Integral) and not isinstance(argument, bool):
        return fluent_number(int(argument), useGrouping=name not in _REFERENCES)
    return argument if isinstance(argument, str) else str(argument)


def patterns(texts: Mapping[str, str], named: str) -> Callable[..., str]:
    """Return `phrase` for French sentences that stand elsewhere than in a Fluent file, each written as it would be.

    `texts`: by key, attributes as `key.attribute`, after the key itself. `named`: what they are taken from.
    """
    entries = []
    for key, text in texts.items():
        name, _, attribute = key.partition(".")
        lines = "".join(f"\n        {line}" for line in text.splitlines())
        entries.append(f"    .{attribute} ={lines}" if attribute else f"{name} ={lines}")
    plain = _spoken("\n".join(entries), lang="fr", named=named)
    return lambda key, /, **arguments: plain(key, **{name: _written(name, each) for name, each in arguments.items()})


@cache
def _with_spaces(path: Path, lang: str, *shared: Path) -> Callable[..., str]:
    plain = _plain(path, lang, *shared)
    return _finished_once(lambda key, arguments: typeset(plain(key, **arguments)))


@cache
def _plain(path: Path, lang: str, *shared: Path) -> Callable[..., str]:
    named = f"{lang}/{path.name}"
    if not path.is_file():
        raise TextError(f"Aucun texte pour « {path.stem} » en « {lang} » : {named} n'existe pas.")
    return _spoken(*(file.read_text(encoding="utf-8") for file in (path, *shared)), lang=lang, named=named)


def _spoken(*texts: str, lang: str, named: str) -> Callable[..., str]:
    # Here and not above: with Babel behind it, it takes a sixth of the time in which a command starts.
    from fluent.runtime import FluentBundle

    # Isolation marks would end up in names read aloud; no sentence of the suite needs them.
    bundle = FluentBundle([lang], use_isolating=False)
    for each in texts:
        bundle.add_resource(_parsed(each))

    def sentence_of(key: str, arguments: Mapping[str, object]) -> str:
        name, _, attribute = key.partition(".")
        if not bundle.has_message(name):
            raise TextError(f"Le texte « {key} » n'existe pas dans {named}.")
        message = bundle.get_message(name)
        pattern = message.attributes.get(attribute) if attribute else message.value
        if pattern is None:
            raise TextError(f"Le texte « {key} » n'existe pas dans {named}.")
        held = _long_ones(arguments)
        sentence, errors = bundle.format_pattern(pattern, {**arguments, **{name: mark for mark, name in held.items()}})
        if errors:
            raise TextError(f"Le texte « {key} » de {named} ne se résout pas : {errors[0]}")
        if not held:
            return str(sentence)
        return re.sub("|".join(held), lambda mark: str(arguments[held[mark[0]]]), str(sentence))

    return _finished_once(sentence_of)


def _finished_once(sentence_of: Callable[[str, Mapping[str, object]], str]) -> Callable[..., str]:
    """Return `t` of what makes a sentence; the one that takes no argument is made once: it is always the same."""
    fixed = cache(lambda key: sentence_of(key, {}))
    return lambda key, /, **arguments: sentence_of(key, arguments) if arguments else fixed(key)


def _long_ones(arguments: Mapping[str, object]) -> dict[str, str]:
    """Return a mark to put in the place of each argument that Fluent refuses for its length, and its name."""
    named = [name for name, argument in arguments.items() if isinstance(argument, str) and len(argument) > _LONGEST]
    if not named:
        return {}
    # In no other argument: it would be taken for the mark.
    sign = "\x00"
    while any(sign in str(argument) for argument in arguments.values()):
        sign += "\x00"
    return {f"{sign}{number}{sign}": name for number, name in enumerate(named)}


def keys_of(path: Path) -> list[str]:
    """Return every key of a Fluent file, attributes as `key.attribute`, in the order of the file."""
    from fluent.syntax.ast import Message

    keys: list[str] = []
    for entry in _parsed(path.read_text(encoding="utf-8")).body:
        if isinstance(entry, Message):
            keys += [entry.id.name] if entry.value else []
            keys += [f"{entry.id.name}.{attribute.id.name}" for attribute in entry.attributes]
    return keys


@cache
def _parsed(text: str) -> Resource:
    """Return what a Fluent file says: a language whose keys are listed and whose sentences are said is read once."""
    from fluent.runtime import FluentResource

    return FluentResource(text)


__all__ = ["TextError", "french_beside", "keys_of", "patterns", "sentences"]
