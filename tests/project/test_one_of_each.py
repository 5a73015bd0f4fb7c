"""With one of a thing, a French sentence says its noun in the singular: « en 1 minutes » was read on a screen."""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

from liaison.base.typography import typeset

ROOT = Path(__file__).parents[2]
# Words that end as a plural does and are none, or that agree with something else than the number before them.
NOT_COUNTED = re.compile(
    "à|a|dans|de|des|dès|es|est|et|les|mais|mes|nos|ont|par|pas|plus|puis|sans|sauf|ses|sous|sur|tous|très|vers|vous|"
    "après|alors|depuis|jamais|toujours|moins|aux|eux|deux"
)
ALIKE = re.compile("fois|mois|bras|cas|choix|colis|temps|pays|repas|avis|accès|hors|envers|voix")
# Sentences whose number is two or more, or a constant of the program.
NEVER_ONE = {
    "adresse-trop-longue": "an address longer than three hundred signs",
    "atteignent": "one change that reaches an aim is said by another sentence",
    "chance-detail": "nineteen draws",
    "dans-les-langues": "all the languages at once",
    "delai-en-jours": "from two days on",
    "doubt-chance": "ten draws",
    "duree-d-une-periode": "the longest that a simulation may be",
    "et-d-autres-motifs": "two or more are left",
    "groupe": "an establishment alone is named",
    "improve-tried": "ten draws",
    "jours-apres": "a week or more",
    "plusieurs-canaux-pour-tant-de-sujets": "five are named, more are counted",
    "rien-sans-internet": "five are named, more are counted",
    "sous-chacune": "two policies or more",
    "sous-chacune-dont": "two policies or more",
    "trop-d-etats": "three hundred thousand",
    "un-seul-responsable": "five are named, more are counted",
}
# Sentences of each place that were not looked at yet. They only go down.
LEFT = {
    "app/cli": 28,
    "liaison/base": 6,
    "liaison/diagnostic": 51,
    "liaison/documents": 3,
    "liaison/practice": 6,
    "liaison/school": 11,
    "liaison/support": 12,
    "liaison/training": 15,
    "widgets/diagnostic": 30,
    "widgets/diagnostic_questions": 1,
    "widgets/kit": 3,
    "widgets/practice": 4,
    "widgets/practice_questions": 1,
    "widgets/salle": 2,
    "widgets/support": 15,
    "widgets/support_questions": 1,
    "widgets/training": 2,
    "widgets/training_board": 4,
}


def french_texts() -> list[Path]:
    return sorted(path for room in ("liaison", "app", "widgets") for path in (ROOT / room).rglob("texts/fr/*.ftl"))


def place_of(path: Path) -> str:
    """`liaison/messaging`, or `widgets/messaging` for the texts of that screen."""
    room, *between = path.relative_to(ROOT).parts[:-3]
    return f"{room}/{between[0]}" if between else f"{room}/{path.stem}"


def written(pattern: ast.Pattern) -> Iterator[str]:
    """Every form of a sentence in which each number is one; what is not a select is « 1 »."""
    forms = [[*_forms(element)] for element in pattern.elements]
    return ("".join(parts) for parts in product(*forms))


def _forms(element: ast.TextElement | ast.Placeable) -> Iterator[str]:
    if isinstance(element, ast.TextElement):
        yield element.value
        return
    expression = element.expression
    if isinstance(expression, ast.SelectExpression):
        for variant in _for_one(expression):
            yield from written(variant.value)
    elif isinstance(expression, ast.VariableReference):
        yield "1"
    elif isinstance(expression, ast.StringLiteral):
        yield expression.parse()["value"]
    else:
        yield "…"


def _for_one(select: ast.SelectExpression) -> list[ast.Variant]:
    """What is chosen by one: « [1] », else « [one] », else the default; every variant where words choose."""
    named = {
        variant.key.name if isinstance(variant.key, ast.Identifier) else variant.key.value: variant
        for variant in select.variants
    }
    if not named.keys() & {"one", "other"} and not any(name.isdigit() for name in named):
        return select.variants
    chosen = named.get("1") or named.get("one")
    return [chosen] if chosen else [variant for variant in select.variants if variant.default]


def plural_after_one(sentence: str) -> list[str]:
    """Return what follows a « 1 » in the plural."""
    after = re.findall(r"(?<![\w,.])1\s+(\w+)", typeset(sentence).replace("\u00a0", " ").replace("\u202f", " "))
    known = (NOT_COUNTED, ALIKE)
    return [word for word in after if word[-1] in "sx" and not any(each.fullmatch(word.lower()) for each in known)]


def wrong_of(path: Path) -> dict[str, list[str]]:
    """Return, by key, the nouns of a file that stay in the plural after one."""
    resource = FluentParser().parse(path.read_text(encoding="utf-8"))
    wrong: dict[str, list[str]] = {}
    for entry in resource.body:
        if isinstance(entry, ast.Message | ast.Term):
            patterns = [entry.value, *(attribute.value for attribute in entry.attributes)]
            for pattern in filter(None, patterns):
                words = [word for sentence in written(pattern) for word in plural_after_one(sentence)]
                if words:
                    wrong.setdefault(entry.id.name, []).extend(dict.fromkeys(words))
    return wrong


@pytest.mark.parametrize("place", sorted({place_of(path) for path in french_texts()}))
def test_the_noun_after_one_is_in_the_singular(place: str) -> None:
    files = [path for path in french_texts() if place_of(path) == place]
    wrong = {key: words for path in files for key, words in wrong_of(path).items() if key not in NEVER_ONE}
    assert len(wrong) <= LEFT.get(place, 0), wrong


def test_a_sentence_said_to_be_never_of_one_is_there_and_would_be_found() -> None:
    found = {key for path in french_texts() for key in wrong_of(path)}
    assert found >= NEVER_ONE.keys()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a = en { $n } minutes", ["minutes"]),
        ("a = { $n ->\n    [one] une minute\n   *[other] { $n } minutes\n}", []),
        ("a = { $n ->\n    [0] rien\n   *[other] { $n } minutes\n}", ["minutes"]),
        ("a = { $n } { $n ->\n    [one] jour\n   *[other] jours\n}", []),
        ("a = { $kind ->\n    [mots] { $n } mots\n   *[fois] { $n } fois\n}", ["mots"]),
        ("a = titre\n    .aide = { $n } choix et { $n } familles", ["familles"]),
    ],
)
def test_what_is_found_is_a_plural_after_one(tmp_path: Path, text: str, words: list[str]) -> None:
    (file := tmp_path / "essai.ftl").write_text(f"{text}\n", encoding="utf-8")
    assert wrong_of(file).get("a", []) == words
