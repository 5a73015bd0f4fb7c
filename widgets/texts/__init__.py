"""Les phrases des écrans : des fichiers Fluent par langue et par module, résolus en phrases finies."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from liaison.sentences import TextError, sentences

TEXTS_FOLDER = Path(__file__).parent


@cache
def texts(module: str, lang: str = "fr") -> Callable[..., str]:
    """Return `t`, which gives the finished sentence of a key: `t("week-grid-help", days=3)`.

    See `liaison.sentences.sentences`, which this reads for `<lang>/<module>.ftl` of this folder.
    """
    return sentences(TEXTS_FOLDER / lang / f"{module}.ftl", lang)


__all__ = ["TEXTS_FOLDER", "TextError", "texts"]
