"""A sentence that nobody shows is one that nobody proofreads: each key of a screen's file is written by its sources.

Those of the practice ENT and of the questionnaire are counted by `liaison practice --check` and by their own trials.
"""

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from liaison.base.sentences import keys_of
from widgets.texts import SHARED, TEXTS_FOLDER

SUITE = Path(__file__).parents[2]
WIDGETS = SUITE / "widgets"
FILES = sorted((TEXTS_FOLDER / "fr").glob("*.ftl"))
# The pages that speak from a file without being beside the programs that do.
PAGES = {"room": SUITE / "binder" / "hub" / "pages", "voila": SUITE / "app" / "voila" / "share"}
WORD = re.compile(r"[\w.-]+")
# What a page puts together: `"room-dit-" ~ said`.
JOINED = re.compile(r"""["'][\w-]+-["'](?: *~ *(?:\w+|["'][\w-]+["']))+""")
Made = tuple[str, ...]  # a composed text: its own letters, "" for each part that is given


@cache
def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(text_of(path))))


def dashed(name: str) -> str:
    """What a name of the programs becomes in a key."""
    return name.replace("_", "-")


@cache
def written(path: Path) -> frozenset[str]:
    """The texts of a program, whole, and the names that become texts; the words of any other file."""
    if path.suffix != ".py":
        return frozenset(WORD.findall(text_of(path)))
    found = {path.stem}
    for node in nodes(path):
        match node:
            case ast.Constant(value=str(text)):
                found.add(text)
            case ast.keyword(arg=str(name)) | ast.AnnAssign(target=ast.Name(id=name)):
                found.add(name)
    return frozenset(found | set(map(dashed, found)))


@cache
def composed(path: Path) -> frozenset[Made]:
    """What the composed texts of a source are made of."""
    if path.suffix != ".py":
        chains = [re.split(r" *~ *", chain) for chain in JOINED.findall(text_of(path))]
        return frozenset(tuple(part.strip("\"'") if part[0] in "\"'" else "" for part in chain) for chain in chains)
    return frozenset(
        tuple(dashed(str(part.value)) if isinstance(part, ast.Constant) else "" for part in node.values)
        for node in nodes(path)
        if isinstance(node, ast.JoinedStr)
    )


@cache
def words() -> frozenset[str]:
    """What may be given to a composed text from elsewhere: what `liaison` writes, and the words of its definitions."""
    found = set().union(
        *map(written, (path for kind in ("*.py", "*.yaml") for path in (SUITE / "liaison").rglob(kind)))
    )
    return frozenset(found | set(map(dashed, found)))


def is_made(text: str, made: Made, given: Callable[[str], bool]) -> bool:
    """Whether a composed text can be this one, each part that is given being something that `given` knows."""
    if not made:
        return not text
    own, rest = made[0], made[1:]
    if own:
        return text.startswith(own) and is_made(text.removeprefix(own), rest, given)
    return any(given(text[:end]) and is_made(text[end:], rest, given) for end in range(1, len(text) + 1))


def sources(file: Path) -> Iterator[Path]:
    """Yield what speaks from a file: the folder of each program that asks for it, and its pages."""
    for path in (path for top in (WIDGETS, SUITE / "app") for path in top.rglob("*.py")):
        if f'texts("{file.stem}")' in text_of(path):
            yield path
            if path.parent != WIDGETS:
                yield from (one for kind in ("*.py", "*.html") for one in path.parent.rglob(kind))
    if file.stem in PAGES:
        yield from (path for path in PAGES[file.stem].rglob("*") if path.suffix in (".html", ".j2"))


def unsaid(file: Path, asking: set[Path]) -> list[str]:
    """Return the keys of a file that no source writes or composes, and that no sentence of it holds."""
    said = set().union(*map(written, asking))
    made = set().union(*map(composed, asking))

    known = words() | said

    def given(text: str) -> bool:
        return text in known or any(is_made(text, one, known.__contains__) for one in made if any(one))

    held = set(re.findall(r"\{ ([\w-]+) \}", text_of(file)))
    return [
        key for key in keys_of(file) if key not in said | held and not any(is_made(key, one, given) for one in made)
    ]


@pytest.mark.parametrize("file", [file for file in FILES if file.stem != SHARED], ids=lambda file: file.stem)
def test_every_sentence_of_a_screen_is_said_by_some_source(file: Path) -> None:
    assert unsaid(file, set(sources(file))) == []


def test_every_sentence_about_the_place_is_held_by_another_or_said() -> None:
    everything = "\n".join(map(text_of, (*FILES, *WIDGETS.rglob("*.py"))))
    keys = keys_of(TEXTS_FOLDER / "fr" / f"{SHARED}.ftl")
    assert [key for key in keys if f"{{ {key} }}" not in everything and f'"{key}"' not in everything] == []


def test_a_sentence_that_is_composed_of_known_words_is_said_and_another_is_not(tmp_path: Path) -> None:
    source, file = tmp_path / "ecran.py", tmp_path / "ecran.ftl"
    source.write_text('t("entier")\nt(f"etat-{kind}")\nt(f"bouton-{name}")\nname = f"de-{kind}"\n', encoding="utf-8")
    keys = ["entier", "etat-loi", "bouton-de-loi", "bouton-tenu", "etat-mot-que-nul-n-ecrit", "etat", "parti"]
    file.write_text("\n".join(f"{key} = Une phrase. {{ bouton-tenu }}" for key in keys), encoding="utf-8")
    assert unsaid(file, {source}) == ["etat-mot-que-nul-n-ecrit", "etat", "parti"]
