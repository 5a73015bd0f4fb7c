"""Les mots des résultats : questions, réponses et groupes en clair, nombres et parts comme le français les écrit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from liaison.diagnostic.disclosure.merged_words import merged_words
from liaison.diagnostic.papers.number_words import interval_words, missing, outwards, share_words, told_words
from liaison.diagnostic.questionnaire.questionnaire import NO_ANSWER
from widgets.kit import badge_of
from widgets.texts import TextError, texts

if TYPE_CHECKING:
    import pandas as pd

t = texts("diagnostic")
TICKED, TOGETHER = "coche", "ensemble"
Row = dict[str, Any]
_NONE: Mapping[str, str] = {}


def question_words(name: str, own: Mapping[str, str] = _NONE) -> str:
    """Return a question in short: « Appareils à la maison »; its own name when nobody wrote it.

    `own`: the words of a school's own form, as `Questionnaire.own_words` gives them.
    """
    return own.get(name) or _written(f"q-{name}", name)


def value_words(question: str, value: str, own: Mapping[str, str] = _NONE) -> str:
    """Return an answer in short: « Un ordinateur »; the part of a question (row of a grid, box) is one as well.

    Answers told together (`a+b`) are said together.
    """

    def words(name: str) -> str:
        if name == NO_ANSWER:
            return t("v-sans_reponse")
        return own.get(f"{question}-{name}") or _written(f"v-{question}-{name}", name)

    return merged_words(question, value, words)


def _written(key: str, name: str) -> str:
    try:
        return t(key)
    except TextError:
        return name.replace("_", " ")


def cut(text: str, most: int) -> str:
    """Return a text of so many letters at most, « … » for the rest."""
    return text if len(text) <= most else f"{text[:most]}…"


def known(number: Any) -> bool:
    """Return whether a cell of a table is told, neither hidden nor missing."""
    return not missing(number)


def shown_count(number: Any, low: Any = None, high: Any = None) -> str | int:
    """Return a count as a table shows it: the number, « entre 13 et 25 », or « caché »."""
    return int(number) if known(number) else told_words(number, low, high)


def bar_of(label: str, row: Any) -> Row:
    """Return the bar of a row of indicators: its count, of all forms, with its interval; or hidden."""
    size = int(row.reponses) if known(row.reponses) else None
    if not known(row.effectif) or size is None:
        return hidden_bar(label, size, row.effectif, row.au_moins, row.au_plus)
    count = int(row.effectif)
    if not known(row.part):
        return {
            "label": label,
            "count": count,
            "total": size,
            "said": t("count-of", count=count, total=size),
            "share": None,
        }
    words: Row = {"count": count, "total": size, "share": share_words(row.part)}
    sentence = t("count-share", **words)
    low = high = None
    if known(row.bas):
        low, high = outwards(row.bas, row.haut, size)
        sentence = t("count-share-interval", interval=interval_words(row.bas, row.haut), **words)
    return {
        "label": label,
        "count": count,
        "total": size,
        "low": low,
        "high": high,
        "said": sentence,
        "share": round(100 * row.part, 1),
    }


def hidden_bar(label: str, total: int | None, count: Any, low: Any, high: Any) -> Row:
    """Return the bar of a count that is not told to the family: the range in which it is, or nothing."""
    ends = {"low": int(low), "high": int(high)} if known(low) and known(high) else {}
    return {"label": label, "count": None, "total": total, "said": told_words(count, low, high), "share": None, **ends}


def rows_of(table: pd.DataFrame) -> list[Any]:
    """Return the rows of a table, each with a field by column."""
    return list(table.itertuples())


def rule_badge(name: str) -> dict[str, Any]:
    """Return the badge of a rule of the diagnosis, as it holds today."""
    from liaison.rules import rule, rule_file

    return badge_of(rule(f"diagnostic/{name}", max(rule_file(f"diagnostic/{name}").values)))
