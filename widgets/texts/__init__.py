"""Les phrases des écrans : des fichiers Fluent par langue et par module, résolus en phrases finies."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from liaison.typography import typeset

TEXTS_FOLDER = Path(__file__).parent
LOCALES = {"fr": "fr-FR"}


class TextError(KeyError):
    """A sentence that is missing, or that lacks an argument: always a mistake of the program."""

    def __str__(self) -> str:
        return str(self.args[0])


@cache
def _bundle(module: str, lang: str) -> FluentBundle:
    path = TEXTS_FOLDER / lang / f"{module}.ftl"
    if not path.is_file():
        raise TextError(f"Aucun texte pour « {module} » en « {lang} » : {lang}/{module}.ftl n'existe pas.")
    # Isolation marks would end up in names read aloud; no sentence of the suite mixes directions.
    bundle = FluentBundle([LOCALES.get(lang, lang)], use_isolating=False)
    bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle


@cache
def texts(module: str, lang: str = "fr") -> Callable[..., str]:
    """Return `t`, which gives the finished sentence of a key: `t("week-grid-help", days=3)`.

    A key may name an attribute (`"question-erreur.titre"`). Numbers are written as the language writes them.

    Raises:
        TextError: no such file; then, from `t`, no such key, or an argument that is missing.
    """
    bundle = _bundle(module, lang)

    def t(key: str, /, **arguments: object) -> str:
        name, _, attribute = key.partition(".")
        if not bundle.has_message(name):
            raise TextError(f"Le texte « {key} » n'existe pas dans {lang}/{module}.ftl.")
        message = bundle.get_message(name)
        pattern = message.attributes.get(attribute) if attribute else message.value
        if pattern is None:
            raise TextError(f"Le texte « {key} » n'existe pas dans {lang}/{module}.ftl.")
        sentence, errors = bundle.format_pattern(pattern, arguments)
        if errors:
            raise TextError(f"Le texte « {key} » de {lang}/{module}.ftl ne se résout pas : {errors[0]}")
        return typeset(str(sentence)) if lang == "fr" else str(sentence)

    return t


__all__ = ["TEXTS_FOLDER", "TextError", "texts"]
