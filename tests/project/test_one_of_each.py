"""With one of a thing, a French sentence says its noun in the singular: « en 1 minutes » was read on a screen."""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from project.exceptions import NAME, exceptions

from liaison.base.typography import typeset

ROOT = Path(__file__).parents[2]
# Words that end as a plural does and are none, or that agree with something else than the number before them.
NOT_COUNTED = re.compile(
    "à|a|dans|de|des|dès|es|est|et|les|mais|mes|nos|ont|par|pas|plus|puis|sans|sauf|ses|sous|sur|tous|très|vers|vous|"
    "après|alors|depuis|jamais|toujours|moins|aux|eux|deux"
)
ALIKE = re.compile("fois|mois|bras|cas|choix|colis|temps|pays|repas|avis|accès|hors|envers|voix|prix|s|compris")
# What is a bound of the program, set above one, whatever the sentence: a threshold of publication, the most of a thing.
BOUNDS = {
    "deepest",
    "draws",
    "enough",
    "few",
    "fewest",
    "limit",
    "longest",
    "longest_cell",
    "longest_line",
    "lowest",
    "most",
    "most_columns",
    "threshold",
}


def french_texts() -> list[Path]:
    return sorted(path for room in ("liaison", "app", "widgets") for path in (ROOT / room).rglob("texts/fr/*.ftl"))


def place_of(path: Path) -> str:
    """`liaison/messaging`, or `widgets/messaging` for the texts of that screen."""
    room, *between = path.relative_to(ROOT).parts[:-3]
    return f"{room}/{between[0]}" if between else f"{room}/{path.stem}"


def never_one(place: str) -> dict[str, str]:
    """The sentences of a package whose number is two or more, or a constant of the program, each with its reason."""
    return dict(exceptions().get(place, {}).get("never_one", {}))


def written(pattern: ast.Pattern) -> Iterator[str]:
    """Every form of a sentence in which each number is one; what is not a select is « 1 », a bound apart."""
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
        yield "2" if expression.id.name in BOUNDS else "1"
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
    wrong = {key: words for path in files for key, words in wrong_of(path).items() if key not in never_one(place)}
    assert not wrong, f"un pluriel après « 1 » ; un nombre qui n'est jamais un : tests/*/{NAME}, never_one"


def test_a_sentence_said_to_be_never_of_one_is_there_and_would_be_found() -> None:
    found = {(place_of(path), key) for path in french_texts() for key in wrong_of(path)}
    assert found >= {(place, key) for place in exceptions() for key in never_one(place)}


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
