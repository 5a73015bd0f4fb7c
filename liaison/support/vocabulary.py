"""Les mots du plan : matériel prêté, moments, langues, axes, et comment ils se disent en français."""

from __future__ import annotations

from typing import Literal, get_args

from liaison.base.languages import french_name, of_families, word_of
from liaison.base.numbers import number
from liaison.base.sentences import french_beside

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

ITEMS: tuple[Item, ...] = get_args(Item)
MOMENTS: tuple[Moment, ...] = get_args(Moment)
# ISO 639-1, as a messaging policy writes them; « autre » has none until the family says which.
LANGUAGE_CODES: dict[str, str] = {word_of(code): code for code in of_families().in_questionnaire}
LANGUAGES: tuple[Language, ...] = get_args(Language)
EQUIPMENTS: tuple[Equipment, ...] = get_args(Equipment)
SKILLS: tuple[Skill, ...] = get_args(Skill)
LEVELS: tuple[Level, ...] = get_args(Level)
phrase = french_beside(__file__)


def language_words(name: str) -> str:
    """Return the French name of a language, by its word in the answers: "francais" is "français"."""
    return french_name(LANGUAGE_CODES[name]) if name in LANGUAGE_CODES else phrase("autre-langue")


def moment_words(moment: Moment) -> str:
    """Return a moment of the week in words: "l'après-midi"."""
    return phrase(f"moment-{moment}".replace("_", "-"))


def families(count: int) -> str:
    """Return a number of families in words: "aucune famille", "1 famille", "12 familles"."""
    return phrase("familles", n=count, count=number(count))


def one_item(item: Item) -> str:
    """Return one item in words: "un ordinateur"."""
    return phrase(f"un-{item}".replace("_", "-"))


def many_items(item: Item) -> str:
    """Return an item in the plural: "ordinateurs"."""
    return phrase(f"des-{item}".replace("_", "-"))


def items(item: Item, count: int) -> str:
    """Return a number of items in words: "1 ordinateur", "12 ordinateurs"."""
    return phrase(f"tant-d-{item}".replace("_", "-"), n=count, count=number(count))


def rank_of(place: int) -> str:
    """Return the rank of a family: "1re", "2e"."""
    return phrase("rang", n=place, rank=place)
