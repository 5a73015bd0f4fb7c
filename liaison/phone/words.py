"""Ce que dit le cadre d'une page pour les familles, quelle que soit l'étude : « Retour », « Écouter », « Effacer »."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from liaison.base.languages import Language, languages_in
from liaison.base.sentences import keys_of, sentences

TEXTS = Path(__file__).parent / "texts"


def framed() -> dict[str, Language]:
    """Return the languages that the frame speaks, by code."""
    return languages_in(TEXTS)


@cache
def frame_words(code: str) -> dict[str, str]:
    """Return the sentences of the frame in a language, by key: a page adds its own, or says one of them otherwise."""
    return _words(code, "cadre.ftl")


@cache
def waiting_words(code: str) -> dict[str, str]:
    """Return what a page says while it has not started, by key."""
    return _words(code, "attente.ftl")


def _words(code: str, file: str) -> dict[str, str]:
    path = TEXTS / code / file
    t = sentences(path, code)
    return {key: t(key) for key in keys_of(path)}


__all__ = ["TEXTS", "frame_words", "framed", "waiting_words"]
