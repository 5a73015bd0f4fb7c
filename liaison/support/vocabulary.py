"""Les mots du plan : matériel prêté, moments, langues, axes, et comment ils se disent en français."""

from __future__ import annotations

from typing import Literal, get_args

from liaison.base.languages import french_name, of_families, word_of
from liaison.base.numbers import counted

Item = Literal["ordinateur", "cle_4g"]
Moment = Literal["matin", "apres_midi", "soir", "samedi"]
Equipment = Literal["suffisant", "partage", "insuffisant"]
Skill = Literal["autonome", "a_accompagner", "debutant"]
Language = Literal["francais", "arabe", "turc", "portugais", "espagnol", "anglais", "ukrainien", "roumain", "autre"]
Level = Literal[
    "cp",
    "ce1",
    "ce2",
    "cm1",
    "cm2",
    "sixieme",
    "cinquieme",
    "quatrieme",
    "troisieme",
    "seconde",
    "premiere",
    "terminale",
]

ITEMS: dict[Item, tuple[str, str]] = {
    "ordinateur": ("un ordinateur", "ordinateurs"),
    "cle_4g": ("une clé 4G", "clés 4G"),
}
MOMENTS: dict[Moment, str] = {
    "matin": "le matin",
    "apres_midi": "l'après-midi",
    "soir": "le soir",
    "samedi": "le samedi",
}
# ISO 639-1, as a messaging policy writes them; « autre » has none until the family says which.
LANGUAGE_CODES: dict[str, str] = {word_of(code): code for code in of_families().asked}
LANGUAGES: dict[str, str] = {
    **{word: french_name(code) for word, code in LANGUAGE_CODES.items()},
    "autre": "une autre langue",
}
EQUIPMENTS: tuple[Equipment, ...] = get_args(Equipment)
SKILLS: tuple[Skill, ...] = get_args(Skill)
LEVELS: tuple[Level, ...] = get_args(Level)


def families(count: int) -> str:
    """Return a number of families in words: "aucune famille", "1 famille", "12 familles"."""
    return "aucune famille" if count == 0 else counted(count, "famille", "familles")


def items(item: Item, count: int) -> str:
    """Return a number of items in words: "1 ordinateur", "12 ordinateurs"."""
    one, many = ITEMS[item]
    return counted(count, one.partition(" ")[2], many)


def rank_of(number: int) -> str:
    """Return the rank of a family: "1re", "2e"."""
    return "1re" if number == 1 else f"{number}e"
