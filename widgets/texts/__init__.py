"""Les phrases des écrans : des fichiers Fluent par langue et par module, résolus en phrases finies."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from liaison.base.sentences import TextError, sentences
from widgets.hosts import host

TEXTS_FOLDER = Path(__file__).parent
SHARED = "lieu"  # what every file may say with: where what is written and opened goes


@cache
def texts(module: str, lang: str = "fr") -> Callable[..., str]:
    """Return `t`, which gives the finished sentence of a key: `t("week-grid-help", days=3)`.

    See `liaison.base.sentences.sentences`, which this reads for `<lang>/<module>.ftl` of this folder, and the sentences
    that say where the page runs. `$lieu` is given to each: it is asked anew every time. A sentence that takes nothing
    else is made once for each place.
    """
    folder = TEXTS_FOLDER / lang
    finished = sentences(folder / f"{module}.ftl", lang, folder / f"{SHARED}.ftl")
    fixed = cache(lambda key, lieu: finished(key, lieu=lieu))
    return lambda key, /, **arguments: finished(key, lieu=host(), **arguments) if arguments else fixed(key, host())


__all__ = ["TEXTS_FOLDER", "TextError", "texts"]
