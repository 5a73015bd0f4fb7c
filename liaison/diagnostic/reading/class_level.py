"""Le niveau qu'une classe dit : « 6ème B », « 601 », « 6e Bleue », « 2GT4 », « TSTMG » ; ou aucun : « ULIS »."""

from __future__ import annotations

import re
from collections.abc import Mapping

from liaison.base.letters import key, normal

_HIGH = r"[3-6](?:e|eme)|2n?de|1e?re|tle"
# One class of a level: « 6ème B », « 4e 3 », « CM2 A ». « CM1-2 » is two levels.
_DIVISION = re.compile(rf"(?P<level>[3-6](?:e|eme)?|cp|ce[12]|cm[12]) ?[a-z]|(?P<high>{_HIGH}) ?[a-z\d]\d?")
# A class of a sort that keeps its level: « 6e SEGPA », « 3e prépa-métiers 1 » ; or a level in full: « troisième 2 ».
_SORTS = (
    r"segpa|ulis|upe2a|prepa(?: metiers?| pro)?|bilangues?|bilingues?|cham|chad|chat|euro(?:peenne)?|internationale|"
    r"sport(?:ive)?|section (?:sportive|europeenne|internationale)"
)
# How primary schools and some collèges tell their classes apart.
_COLOURS = r"bleue?|blanche?|rouge|verte?|jaune|rose|orange|violette?|grise?|noire?|turquoise"
_SORTED_DIVISION = re.compile(rf"(?P<level>{_HIGH}|[a-z]{{5,}}) (?:(?:{_SORTS})(?: [a-z\d]\d?)?|[a-z\d]\d?)")
_COLOURED_DIVISION = re.compile(rf"(?P<level>{_HIGH}|cp|ce[12]|cm[12]|[a-z]{{5,}}) (?:{_COLOURS})")
_NUMBERED_DIVISION = re.compile(r"([3-6])[01]\d")
# A lycée's: the year, the series where it has one, the class. « 2 » is a seconde, « 1 » a première, « T » a terminale.
_SERIES = r"stmg|sti2d|st2s|stl|std2a|sthr|s2tmd|stav|es"
_TRADES = r"pro|mrc|mcv|gatl|mtne|assp|agora|melec|ciel"
_YEARS = {
    "seconde": re.compile(rf"(?:2|2n?de) ?(?:gt?|{_TRADES})? ?[a-z\d]?\d?"),
    "premiere": re.compile(rf"(?:1|1e?re) ?(?:g|{_SERIES}|{_TRADES}) ?[a-z\d]?\d?"),
    "terminale": re.compile(rf"(?:t|tle|term|terminale) ?(?:g|{_SERIES}|{_TRADES}) ?[a-z\d]?\d?"),
}
_SHORTEST_YEAR = re.compile(r"\d+|\d ?[a-z]")  # « 2 », « 21 », « 2 B »: an answer as well as a class
# A class of several levels, or of none: which one is not said.
_NO_LEVEL = re.compile(r"(?:segpa|ulis|upe2a|clis|tps)(?: [a-z\d]\d?)?")
_PRIMARY = r"(?:[tpmg]s|cp|ce[12]|cm[12])"
_SEVERAL_LEVELS = re.compile(rf"{_PRIMARY}(?: {_PRIMARY})+(?: [a-z])?|c[em]1 2(?: [a-z])?")


def level_of_class(text: str, words: Mapping[str, str]) -> str | None:
    """Return the level of one class, as `words` name levels by their `key`; None where it says none of them."""
    written = normal(text)
    if numbered := _NUMBERED_DIVISION.fullmatch(written):
        return words.get(f"{numbered[1]}e")
    if sorted_division := _SORTED_DIVISION.fullmatch(written) or _COLOURED_DIVISION.fullmatch(written):
        return words.get(key(sorted_division["level"]))
    if division := _DIVISION.fullmatch(written):
        level = division["level"] or division["high"]
        return words.get(f"{level}e" if level.isdigit() else level)
    if _SHORTEST_YEAR.fullmatch(written):
        return None
    return next((words.get(year) for year, classes in _YEARS.items() if classes.fullmatch(written)), None)


def has_no_one_level(text: str) -> bool:
    """Return whether a text is a class of which no one level is said: « ULIS », « CE1-CE2 »."""
    written = normal(text)
    return any(shape.fullmatch(written) for shape in (_NO_LEVEL, _SEVERAL_LEVELS))
