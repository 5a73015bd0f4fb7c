"""Le niveau qu'une classe dit : « 6ème B », « 601 », « 6e Bleue », « 2GT4 », « TSTMG » ; ou aucun : « ULIS ».

Of the classes of several children (« 6e A / 4e B »), that of the eldest: a family is of one level.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

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
_IN_PRIMARY = re.compile(_PRIMARY)
_SEVERAL_LEVELS = re.compile(rf"{_PRIMARY}(?: {_PRIMARY})+(?: [a-z])?|c[em]1 2(?: [a-z])?")


# « 6e A / 4e B », « 601 et 402 », « CP / CM2 »; « 6e A ou 5e B » is a doubt, and « CM1/CM2 », of two levels that follow
# each other, may be one class, but where the title asks the classes of several children.
_CHILDREN = re.compile(r"(?:\s+et\s+|\s+ou\s+|[-/,;+&()])(?:\s*et\s+)?", re.IGNORECASE)
_TICKED = re.compile(
    r"\s+(?=(?:[3-6] ?(?:e|[eèé]me)|[tpmg]s|cp|ce[12]|cm[12]|2n?de|1[eè]?re|tle)(?![a-zéè]))", re.IGNORECASE
)
_DOUBT = re.compile(r"\bou\b", re.IGNORECASE)
_OF_CHILDREN = re.compile(r"\b(?:enfants|enfant s|classes|classe s|niveaux|niveau x)\b")
# « En quelle classe est votre enfant ? », « Quelle est la classe de l'élève ? »; not « sera », nor « l'aîné ».
_OF_THE_CHILD = re.compile(
    r"(?:(?:en|dans|de) )?quel(?:le|s|les)?(?: s)? (?:(?:est|sont) (?:la|le|les|sa|leur) )?"
    r"(?:classe|niveau)[sx]?(?: [sx])? "
    r"(?:(?:va|vont|se trouve(?:nt)?|est sont|(?:est|sont)(?: (?:scolarise|inscrit)(?:e|s|es)?(?: es?| s)*)?) |de |d )"
    r"(?:votre(?: vos)?|vos|l|le|les) (?:enfant|eleve)s?(?: s)?(?: actuellement| cette annee)?"
)


def asks_of_the_child(title: str) -> bool:
    """Return whether a title asks in which class the child, or the children, of the family are now, and nothing else:
    « En quelle classe est votre enfant ? »."""
    return _OF_THE_CHILD.fullmatch(normal(title)) is not None


def asks_of_children(title: str) -> bool:
    """Return whether a title asks the classes of several children: « Dans quelle(s) classe(s) sont vos enfants ? »."""
    return _OF_CHILDREN.search(normal(title)) is not None


def level_of_class(text: str, words: Mapping[str, str], *, of_children: bool = False) -> str | None:
    """Return the level of one class, as `words` name levels by their `key`, or of the eldest of several children; None
    where it says none of them. `of_children`: several levels are those of several children."""
    if levels := _levels_of_children(text, words, of_children=of_children):
        every = list(words.values())
        return max(levels, key=every.index)
    return _level_of_one(text, words)


def _levels_of_children(text: str, words: Mapping[str, str], *, of_children: bool) -> list[str]:
    """Return the levels of the classes of several children, in their order; nothing where a text is not so many
    classes, or may be one class of levels that follow each other."""
    classes = classes_of_children(text, of_children=of_children)
    levels = [words.get(key(each)) or _level_of_one(each, words) for each in classes]
    known = [level for level in levels if level]
    if len(known) < len(classes) or (len(classes) < 2 and not of_children):
        return []
    if _DOUBT.search(text) and len({*known}) > 1:
        return []
    bare = [each for each in classes if key(each) in words]
    maybe_one = bare == classes or any(_IN_PRIMARY.fullmatch(normal(each)) for each in bare)
    return [] if maybe_one and not of_children and _follow_each_other(known, words) else known


def _follow_each_other(levels: Sequence[str], words: Mapping[str, str]) -> bool:
    every = list(dict.fromkeys(words.values()))
    ranks = sorted({every.index(level) for level in levels})
    return ranks[-1] - ranks[0] == len(ranks) - 1 > 0


def classes_of_children(text: str, *, of_children: bool = False) -> list[str]:
    """Return the parts of a text that can each be the class of a child; `of_children`: where several are asked, a space
    parts them too, as KoboToolbox writes what is ticked."""
    parts = [each.strip() for each in _CHILDREN.split(text) if each.strip()]
    return [each for part in parts for each in (_TICKED.split(part) if of_children else [part])]


def _level_of_one(text: str, words: Mapping[str, str]) -> str | None:
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


__all__ = ["asks_of_children", "asks_of_the_child", "classes_of_children", "has_no_one_level", "level_of_class"]
