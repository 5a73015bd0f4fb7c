"""Reconnaître une question, une ligne ou une valeur sous les mots d'un fichier : son nom, sa phrase, ou presque."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, product

from liaison.base.letters import SIGNS, bears_a_sign, key, normal, signed_key, signs_of
from liaison.base.sentences import TextError, sentences
from liaison.base.tables import NO, YES
from liaison.base.yes_no import NO_WORDS, YES_WORDS
from liaison.diagnostic.questionnaire.item import question_and_part
from liaison.diagnostic.questionnaire.questionnaire import QUESTION_TEXTS, TEXTS, Item, Questionnaire
from liaison.diagnostic.reading.class_level import asks_of_children, level_of_class

CLOSE_ENOUGH = 0.82  # part de ressemblance (difflib) à partir de laquelle un mot est proposé, à vérifier
_MARGIN = 0.05  # deux candidats aussi proches l'un que l'autre n'en désignent aucun

_REMEMBERED = 20_000  # cellules dont la question est retenue : un texte libre ne doit pas remplir la mémoire
_SENTENCE = 12  # lettres à partir desquelles un début de titre est une phrase, et non un mot commun
_RANK = re.compile(r"(A|AO|SQ)(\d{1,3})", re.IGNORECASE)  # les codes que LimeSurvey donne aux réponses

TRUE, FALSE = YES, NO
# What turns words into their contrary, in the languages of the questionnaire, and what begins a word that is one.
_DENIALS = frozenset(
    normal(each)
    for each in (
        *("pas", "non", "ni", "sans", "aucun", "aucune", "jamais", "rien", "nul", "nulle"),
        *("not", "never", "without", "none"),
        *("sin", "ningun", "ninguno", "ninguna", "nunca"),
        *("nao", "sem", "nenhum", "nenhuma"),
        *("nu", "fara", "niciun", "nicio", "niciodata"),
        *("yok", "degil", "hayir", "hic"),
        *("не", "ні", "без", "ніколи"),
        *("لا", "ليس", "بدون", "أبدا"),
    )
)
_AMBIGUOUS_DENIAL = "no"  # in Portuguese it says when: « no sábado »
_HALF_DENIALS = frozenset({"ne", "n"})  # « je n'ai pas » denies once
_DENIED_BY = ("in", "im", "ir", "il", "de", "des", "dis", "me", "mal", "non", "un")  # « insatisfait »
_COUNTS = ("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix")
_SHORTEST_DENIED = 4  # letters

# How forms commonly write yes, no, levels and ways of asking; kept only where the questionnaire has that value.
_SYNONYMS = {
    "oui": ("yes", "y"),
    "non": ("no", "n"),
    "sixieme": ("6e", "6eme", "6ème"),
    "cinquieme": ("5e", "5eme", "5ème"),
    "quatrieme": ("4e", "4eme", "4ème"),
    "troisieme": ("3e", "3eme", "3ème"),
    "seconde": ("2de", "2nde"),
    "premiere": ("1re", "1ere", "1ère"),
    "terminale": ("tle", "term"),
    "en_ligne": ("internet", "web", "online"),
    "telephone": ("tel", "par telephone"),
    "papier": ("sur papier", "paper"),
    "autre": ("-oth-", "other", "autres", "autre langue", "une autre langue"),
}


# How a school heads a column of what it adds.
_TITLES = {"niveau": ("classe", "la classe", "classe de l'élève", "classe de votre enfant", "niveau de classe")}


@dataclass(frozen=True)
class RecognisedName:
    """A name that was recognised, and whether it is sure: False for words that only look alike."""

    name: str
    sure: bool = True


class Lexicon:
    """The names and sentences of a questionnaire, in every language it is written in."""

    def __init__(self, questionnaire: Questionnaire):
        self.questionnaire = questionnaire
        self.own_words = questionnaire.own_words
        self.items = {item.id: item for item in questionnaire.items}
        self._questions: dict[str, str] = {}
        self._words: dict[str, dict[str, str]] = {}
        suite_sentences = sentences_of(questionnaire.id)
        own_sentences = {**suite_sentences, **_own_sentences(questionnaire)}
        for name in (*self.items, *questionnaire.context):
            self._questions |= {
                signed_key(word): name for word in (name, *suite_sentences.get(name, ()), *_TITLES.get(name, ()))
            }
        self._questions = _own_titles(questionnaire) | self._questions
        for item in questionnaire.items:
            self._words[item.id] = _known(item.id, (*item.rows, *item.values), own_sentences)
            for row in item.rows:
                column = item.column(row)
                self._words[column] = _known(item.id, item.values, own_sentences)
        for name, values in questionnaire.context.items():
            self._words[name] = _known(name, values, own_sentences)
        self._sentences = own_sentences
        self._spaced = {name: [f" {normal(each)} " for each in own] for name, own in self._sentences.items()}
        self._parts: dict[str, list[tuple[str, str]]] = {}
        for item in questionnaire.items:
            for part in item.rows or (item.values if item.kind == "multiple" else ()):
                for word in {signed_key(each) for each in (part, *own_sentences.get(f"{item.id}-{part}", ()))}:
                    self._parts.setdefault(word, []).append((item.id, part))
        self._boxes = {
            item.column(box): _said_in_its_box(box, self._words[item.id])
            for item in questionnaire.items
            if item.kind == "multiple"
            for box in item.values
        }
        written = (*chain(*own_sentences.values()), *chain(*_SYNONYMS.values()), *chain(*_TITLES.values()), *NO_WORDS)
        parts = (part for item in questionnaire.items for part in (*item.rows, *item.values))
        self._spelled = {
            signed_key(each): normal(each) for each in (*written, *parts, *chain(*questionnaire.context.values()))
        }
        # Every cell of the first lines is asked, in case it is a header.
        self._question = lru_cache(maxsize=_REMEMBERED)(lambda text: self._closest(text, self._questions))
        self.columns = {column.name: column for column in questionnaire.columns()}
        self._columns = {signed_key(name): name for name in (*self.columns, *questionnaire.context)}

    def column(self, text: str) -> RecognisedName | None:
        """Return the column of that very name (`appareils__ordinateur`), separators and capitals aside."""
        name = self._columns.get(signed_key(text))
        return RecognisedName(name) if name and self._has_signs_of(text, name) else None

    def question(self, text: str) -> RecognisedName | None:
        """Return the question or context of that name or sentence, or of one that looks like it."""
        match = self._question(text)
        return match if match and self._has_signs_of(text, match.name) else None

    def _has_signs_of(self, text: str, name: str) -> bool:
        """Return whether a text has the signs of what a school's own form calls so: a name was made without them."""
        question, part = question_and_part(name)
        own = (self.own_words.get(question, ""), self.own_words.get(f"{question}-{part}", ""))
        return (
            not bears_a_sign(text) or not any(map(bears_a_sign, own)) or signs_of(text) == "".join(map(signs_of, own))
        )

    def question_before(self, text: str) -> RecognisedName | None:
        """Return the question whose sentence a text begins with, whatever follows it."""
        written = key(text)
        begun = [
            each
            for each, name in self._questions.items()
            for sentence, _ in [_parted(each)]
            if len(sentence) >= _SENTENCE and written.startswith(sentence) and self._has_signs_of(text, name)
        ]
        return RecognisedName(self._questions[max(begun, key=len)], sure=False) if begun else None

    def sentences(self, question: str, part: str = "") -> tuple[str, ...]:
        """Return how a question, or one of its parts, is written for families, in every language known."""
        return self._sentences.get(f"{question}-{part}" if part else question, ())

    def holds_question(self, question: str, title: str) -> bool:
        """Return whether a title holds the whole sentence of a question, whatever stands around it."""
        written, signs = key(title), signs_of(title)
        return any(
            len(key(each)) >= _SENTENCE and key(each) in written and signs_of(each) in signs
            for each in self.sentences(question)
        )

    def bears_part(self, question: str, part: str, title: str) -> bool:
        """Return whether a title holds, in whole words, a sentence of one row of a grid, or of one box."""
        return self.beside_part(question, part, title) is not None

    def beside_part(self, question: str, part: str, title: str) -> str | None:
        """Return what a title says beside such a sentence; None when it holds none."""
        spaced = f" {normal(title)} "
        borne = (words for words in self._spaced.get(f"{question}-{part}", ()) if words in spaced)
        return next((spaced.replace(words, " ").strip() for words in borne), None)

    def named(self, text: str) -> str | None:
        """Return the question or context of that very name or sentence; far quicker than one that looks like it."""
        name = self._questions.get(signed_key(text))
        return name if name and self._has_signs_of(text, name) else None

    def part(self, item: Item, text: str) -> RecognisedName | None:
        """Return the row of a grid, or the value of a multiple choice, of that name or sentence."""
        accepted = item.rows or item.values
        return self._closest(text, {word: name for word, name in self._words[item.id].items() if name in accepted})

    def bare_part(self, text: str, question: str = "") -> tuple[str, str] | None:
        """Return the question and the row, or box, of that very name or sentence, when it stands alone as a header.

        `question`: the last one that a header named; it decides when several have that row or box.
        """
        pairs = self._parts.get(signed_key(text), [])
        own = [pair for pair in pairs if pair[0] == question]
        return next(iter(own or (pairs if len(pairs) == 1 else ())), None)

    def bare_parts(self, text: str) -> frozenset[tuple[str, str]]:
        """Return every question that has a row, or box, of that very name or sentence, with it."""
        return frozenset(self._parts.get(signed_key(text), ()))

    def whole_title(self, question: str, part: str) -> tuple[str, str] | None:
        """Return the question and the row, or box, of these very sentences; a group may stand before the question."""
        written, signs = key(question), signs_of(question)
        for name, own in self._parts.get(signed_key(part), []):
            sentences_of_it = [_parted(sentence) for sentence, each in self._questions.items() if each == name]
            grouped = any(
                len(each) >= _SENTENCE and written.endswith(each) and signs.endswith(its_signs)
                for each, its_signs in sentences_of_it
            )
            if (written, signs) in sentences_of_it or grouped:
                return name, own
        return None

    def accepted(self, column: str) -> tuple[str, ...]:
        """Return the values of a column, of a context, or of a multiple choice question as a whole."""
        if column in self.columns:
            return self.columns[column].values or (TRUE, FALSE)
        if column in self.items:
            return self.items[column].values
        return self.questionnaire.context[column]

    def value(self, column: str, text: str, title: str = "") -> str | None:
        """Return the value of a column that has exactly that name or sentence; None when there is none. `title`: what a
        file calls it, that may ask the classes of several children."""
        words = self._of(column)
        if column != "niveau":
            return words.get(signed_key(text))
        return words.get(signed_key(text)) or level_of_class(text, words, of_children=asks_of_children(title))

    def is_level(self, text: str, title: str = "") -> bool:
        """Return whether a text is a level that this questionnaire tells apart, or one class of it."""
        return "niveau" in self._words and self.value("niveau", text, title) is not None

    def close_value(self, column: str, text: str) -> RecognisedName | None:
        """Return the value of a column of that name or sentence, or of one that looks like it."""
        return self._closest(text, self._of(column), numbers=True)

    def codes_like(self, column: str, known: Mapping[str, str | None]) -> dict[str, str]:
        """Return the code of every value of a column, written as those that are known; none when none is a rank."""
        written = [code_read for code in known if (code_read := _RANK.fullmatch(code))]
        if not written:
            return {}
        digits = max((len(code_read[2]) for code_read in written if code_read[2].startswith("0")), default=1)
        values = self.accepted(column)
        return {f"{written[0][1]}{rank:0{digits}}": value for rank, value in enumerate(values, start=1)}

    def coded_value(self, column: str, text: str) -> RecognisedName | None:
        """Return the value behind a code of LimeSurvey: its rank (A1, AO01, SQ003), or its first five letters."""
        values = self.accepted(column)
        rank = _RANK.fullmatch(text.strip())
        if rank and 1 <= int(rank[2]) <= len(values):
            return RecognisedName(values[int(rank[2]) - 1], sure=False)
        short = [value for value in values if len(key(text)) == 5 and key(value).startswith(key(text))]
        return RecognisedName(short[0], sure=False) if len(short) == 1 else None

    def _closest(self, text: str, words: Mapping[str, str], numbers: bool = False) -> RecognisedName | None:
        """Return the name of these very words, or of those that look like them most; never of their contrary, nor,
        with `numbers`, of what counts otherwise."""
        wanted = signed_key(text)
        if not wanted:
            return None
        if wanted in words:
            return RecognisedName(words[wanted])
        if len(key(text)) < 4:  # in so few letters, everything looks alike
            return None
        scores = _likeness(text, words, lambda word: self._spelled.get(word, word), numbers)
        name = max(scores, key=lambda each: scores[each], default="")
        best = scores.pop(name, 0.0)
        near = best >= CLOSE_ENOUGH and best - max(scores.values(), default=0) >= _MARGIN
        return RecognisedName(name, sure=False) if near else None

    def _of(self, column: str) -> Mapping[str, str]:
        if column in self.columns and not self.columns[column].values:
            return self._boxes[column]
        return self._words[column]


def _own_sentences(questionnaire: Questionnaire) -> dict[str, tuple[str, ...]]:
    """Return the words of a school's own form, as `sentences_of` gives those of the suite."""
    return {name: (words,) for name, words in questionnaire.own_words.items()}


def _own_titles(questionnaire: Questionnaire) -> dict[str, str]:
    """Return the questions of a school's own form by title; one that two of them bear is of neither."""
    times = Counter(signed_key(item.title) for item in questionnaire.items)
    titles = {signed_key(item.title): item.id for item in questionnaire.items if item.title}
    return {title: name for title, name in titles.items() if times[title] == 1}


def _parted(written: str) -> tuple[str, str]:
    """Return what `key`, then the signs, give of a text of which `signed_key` gives this."""
    bare = written.rstrip(SIGNS)
    return bare, written[len(bare) :]


_YES_NO = {key(word): TRUE for word in YES_WORDS} | {key(word): FALSE for word in NO_WORDS}


def _said_in_its_box(box: str, words: Mapping[str, str]) -> dict[str, str]:
    """Return what a cell of a box means: yes, no, or the words of the box itself, as some tools write one ticked."""
    return {word: TRUE for word, value in words.items() if value == box} | _YES_NO


def _known(name: str, values: tuple[str, ...], own_sentences: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    words: dict[str, str] = {}
    for value in values:
        for word in (value, *own_sentences.get(f"{name}-{value}", ()), *_SYNONYMS.get(value, ())):
            words.setdefault(signed_key(word), value)
    return words


def look_alike(text: str, other: str) -> bool:
    """Return whether two texts are the same as they are compared, or nearly; a text is not its contrary."""
    likeness = _likeness(text, {signed_key(other): other}, lambda _word: normal(other))
    return signed_key(text) == signed_key(other) or likeness.get(other, 0.0) >= CLOSE_ENOUGH


def _likeness(
    text: str, words: Mapping[str, str], spelled: Callable[[str], str], numbers: bool = False
) -> dict[str, float]:
    """Return how much each name looks like a text, at its best word; those too far to count, and those that say the
    contrary, are left out. `spelled` gives the spaces of a word back."""
    wanted, written = key(text), normal(text).split()
    enough = CLOSE_ENOUGH - _MARGIN
    matcher = difflib.SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(wanted)
    likeness: dict[str, float] = {}
    signs = signs_of(text) if bears_a_sign(text) else None
    for word, name in words.items():
        bare, its_signs = _parted(word)
        if signs not in (None, its_signs):
            continue
        matcher.set_seq1(bare)
        # The two quick bounds spare nearly every comparison: a damaged file has thousands of words, some of them long.
        if matcher.real_quick_ratio() >= enough and matcher.quick_ratio() >= enough:
            other = spelled(word).split()
            if not _is_contrary(written, other) and not (numbers and _counted(written) != _counted(other)):
                likeness[name] = max(likeness.get(name, 0.0), matcher.ratio())
    return likeness


def _is_contrary(written: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether one of two phrases may deny and the other not, or has a word that is the other's denied."""
    if _AMBIGUOUS_DENIAL in {*written, *other} or _denials(written) != _denials(other):
        return True
    pairs = product({*written} - {*other}, {*other} - {*written})
    return any(_is_denied(*pair) or _is_denied(*reversed(pair)) for pair in pairs)


def denies(text: str) -> bool:
    """Return whether a text denies something, or may: « Aucun ordinateur », « Pas de tablette »."""
    words = normal(text).split()
    return _AMBIGUOUS_DENIAL in words or _denials(words) > 0


def _denials(words: Sequence[str]) -> int:
    """Return how many times a phrase denies: once « Personne à la maison », never « Une personne de la maison »."""
    whole = sum(word in _DENIALS for word in words) + (words[:1] == ["personne"])
    return whole or int(not _HALF_DENIALS.isdisjoint(words))


def _is_denied(longer: str, shorter: str) -> bool:
    return len(shorter) >= _SHORTEST_DENIED and longer.endswith(shorter) and longer.removesuffix(shorter) in _DENIED_BY


def _counted(words: Sequence[str]) -> list[str]:
    return [each for each in words if each in _COUNTS or any(map(str.isdigit, each))]


@cache
def sentences_of(questionnaire: str) -> dict[str, tuple[str, ...]]:
    """Return the sentences of the suite's own questionnaire by key, in every language; nothing for another one."""
    from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire

    suite = family_questionnaire()
    if questionnaire != suite.id:
        return {}
    keys = [*(item.id for item in suite.items), *suite.context]
    keys += [f"{item.id}-{part}" for item in suite.items for part in (*item.rows, *item.values)]
    keys += [f"{name}-{value}" for name, values in suite.context.items() for value in values]
    sentences_by_key: dict[str, list[str]] = {}
    for path in sorted(TEXTS.glob(f"*/{QUESTION_TEXTS}")):
        t = sentences(path, path.parent.name)
        for each in keys:
            try:
                sentences_by_key.setdefault(each, []).append(t(each))
            except TextError:
                continue  # a sentence that this language has not, or that needs an argument
    return {each: tuple(every_wording) for each, every_wording in sentences_by_key.items()}


def lexicon(questionnaire: Questionnaire) -> Lexicon:
    """Return the lexicon of a questionnaire, made once."""
    return lexicon_of(questionnaire.model_dump_json())


@lru_cache(maxsize=8)
def lexicon_of(written: str) -> Lexicon:
    """Return the lexicon of a questionnaire written as JSON, made once."""
    # A questionnaire holds a mapping: it has no hash, its text has one.
    return Lexicon(Questionnaire.model_validate_json(written))
