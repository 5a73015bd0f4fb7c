"""Langage clair : ce qui, dans une phrase en français simplifié, arrête une personne qui lit peu.

Five rules, checked by a program: twelve words at most, one idea, known words, long words explained, the same word for
the same thing. They find what is surely hard; they do not make a text easy. It is never called FALC: that name is for
texts read and approved by the persons concerned.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax.ast import Attribute, Message, Pattern, Placeable
from pydantic import BaseModel, ConfigDict

from liaison.base.yaml_text import read_yaml
from liaison.practice.wording import TEXTS

MOST_WORDS = 12
MOST_COMMAS = 2
MOST_LETTERS = 12
# Seen that often or more in the frequency list (film subtitles): about 30,000 forms of 140,000.
SEEN = 100
LINKS = r"\b(?:(?:qu|lorsqu|puisqu)['’]|(?:qui|que|dont|lorsque|puisque|afin|tandis|quoique)\b)"
# « Est-ce que » asks, it links nothing.
_ONE_WORD = re.compile(r"\best-ce qu(?:e\b|['’])", re.IGNORECASE)
_QUOTED = re.compile(r"«[^»]*»")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# « (fictif) », « EPS (sport) »: a word or three that explain; more is another sentence.
_ASIDE = re.compile(r"\((?:[^()\s]+\s+){3,}[^()]*\)")
_END = re.compile(r"(?<=[.?!…])\s+|\n+")
# « M. Leroy » and « Mme B. » end no sentence.
_TITLE = re.compile(r"\b(M|Mme|MM|[A-ZÉÈ])\.")


class PlainWords(BaseModel):
    """The lists of plain_words.yaml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    explained: dict[str, str]
    allowed: frozenset[str]
    names: frozenset[str]
    instead: dict[str, str]


@cache
def plain_words() -> PlainWords:
    """Return the words that simplified French explains, allows and avoids."""
    path = Path(__file__).with_name("plain_words.yaml")
    return PlainWords.model_validate(read_yaml(path.read_text(encoding="utf-8")))


@cache
def common_words() -> frozenset[str]:
    """Return the common forms of French, from the frequency list of pyspellchecker.

    Raises:
        ModuleNotFoundError: pyspellchecker is not installed.
    """
    found = importlib.util.find_spec("spellchecker")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("La liste des mots courants vient de pyspellchecker : installez-le pour vérifier.")
    path = Path(found.origin).parent / "resources" / "fr.json.gz"
    counts: dict[str, int] = json.loads(gzip.decompress(path.read_bytes()))
    return frozenset(word for word, count in counts.items() if count >= SEEN)


def plain_faults(text: str) -> list[str]:
    """Return what is hard in a text, one line per fault, in French; nothing when it keeps the five rules."""
    return [fault for sentence in _sentences(text) for fault in _faults_of(sentence)]


def plain_faults_of_language(code: str, folder: Path = TEXTS) -> list[str]:
    """Return what is hard in every text of a language, each fault with its file and key.

    Raises:
        FileNotFoundError: this language has no text yet.
    """
    paths = sorted((folder / code).glob("*.ftl"))
    if not paths:
        raise FileNotFoundError(f"Aucun texte en « {code} ».")
    return [
        f"{path.name}, {key} : {fault}"
        for path in paths
        for key, text in _texts_in(path.read_text(encoding="utf-8"))
        for fault in plain_faults(text)
    ]


def _faults_of(sentence: str) -> Iterator[str]:
    shown = f"« {sentence} »"
    # The name of a button is read as one thing, and is verified where it is written.
    bare = _QUOTED.sub(" bouton ", sentence)
    words = _WORD.findall(bare)
    if len(words) > MOST_WORDS:
        yield f"{shown} : {len(words)} mots, {MOST_WORDS} au plus"
    links = len(re.findall(LINKS, _asked(_ONE_WORD.sub("", bare)), re.IGNORECASE))
    if links > 1 or ";" in bare or bare.count(",") > MOST_COMMAS or _ASIDE.search(bare):
        yield f"{shown} : plusieurs idées, faites plusieurs phrases"
    lists = plain_words()
    for place, word in enumerate(words):
        lower = word.lower().replace("’", "'")
        for part in (lower, *lower.split("'")[1:]):
            if part in lists.instead:
                yield f"{shown} : écrire « {lists.instead[part]} », pas « {part} »"
        yield from (f"{shown} : {why}" for why in _why_hard(word, place == 0, lists))


def _asked(sentence: str) -> str:
    """Return a question without its first word: « Qui êtes-vous ? » links nothing."""
    return (
        re.sub(r"^\W*(?:à |de |avec |pour )?(?:qui|que|qu['’])", "", sentence, count=1, flags=re.IGNORECASE)
        if (sentence.rstrip().endswith("?"))
        else sentence
    )


def _why_hard(word: str, first: bool, lists: PlainWords) -> Iterator[str]:
    lower = word.lower().replace("’", "'")
    # What has another word instead has been told already.
    kept = {*lists.explained, *lists.allowed, *lists.names, *lists.instead}
    if lower in kept or any(sign.isdigit() for sign in word):
        return
    parts = [part for part in re.split(r"['-]", lower) if part]
    long = [part for part in parts if len(part) > MOST_LETTERS and part not in kept]
    yield from (f"« {part} » est un mot long : expliquez-le, ou prenez un mot court" for part in long)
    last = re.split(r"['’-]", word)[-1]
    if last[:1].isupper() and not first and not (last.isupper() and len(last) > 1):
        return
    unknown = [part for part in parts if not _known(part, kept) and part not in long]
    yield from (f"« {part} » n'est pas un mot courant : expliquez-le, ou prenez-en un autre" for part in unknown)


def _known(part: str, kept: set[str]) -> bool:
    # « d », « l », « qu »: what is left of an elided word; « t » of « a-t-il ».
    return len(part) <= 1 or part in kept or part in {"qu", "lorsqu", "puisqu", "quelqu"} or part in common_words()


def _sentences(text: str) -> list[str]:
    flat = text.replace("\u00a0", " ").replace("\u202f", " ")
    protected = _TITLE.sub(lambda found: f"{found[1]}\u2024", flat)
    return [one.replace("\u2024", ".").strip() for one in _END.split(protected) if one.strip()]


def _texts_in(source: str) -> Iterator[tuple[str, str]]:
    for entry in FluentParser().parse(source).body:
        if isinstance(entry, Message):
            if entry.value:
                yield entry.id.name, _plain(entry.value)
            yield from ((f"{entry.id.name}.{one.id.name}", _plain(one.value)) for one in _attributes(entry))


def _attributes(entry: Message) -> list[Attribute]:
    return [one for one in entry.attributes or [] if one.value]


def _plain(pattern: Pattern) -> str:
    """Return a sentence with « 1 » where a date, a number or a name will stand; of a choice, every branch."""
    return "".join("1" if isinstance(one, Placeable) else str(one.value) for one in pattern.elements)


__all__ = ["common_words", "plain_faults", "plain_faults_of_language", "plain_words"]
