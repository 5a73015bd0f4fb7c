"""Les phrases sont dans les textes, et chacune y sert ; les noms disent ce qu'ils tiennent."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, SelectExpression, VariableReference, Variant
from fluent.syntax.visitor import Visitor
from project.exceptions import exceptions, way_out
from project.french_in_code import sentences_in
from project.left import left_in
from project.vague_names import vague_in

from liaison.base.sentences import french_beside, keys_of
from liaison.module import GUIDE, module_names

ROOT = Path(__file__).parents[2]
READS = "\nphrase = french_beside(__file__)\n"
PACKAGES = sorted(
    f"{room.name}/{piece.name}"
    for room in (ROOT / "liaison", ROOT / "app", ROOT / "widgets")
    for piece in room.iterdir()
    if piece.suffix == ".py" or any(piece.glob("*.py"))
)


@pytest.mark.parametrize("package", PACKAGES)
def test_no_sentence_comes_back_into_the_program(package: str) -> None:
    found = list(left_in(ROOT / package, sentences_in))
    assert len(found) == exceptions().get(package, {}).get("french", 0), (way_out(package), found)


@pytest.mark.parametrize("package", PACKAGES)
def test_no_name_that_says_nothing_comes_back(package: str) -> None:
    found = list(left_in(ROOT / package, vague_in))
    assert len(found) == exceptions().get(package, {}).get("vague_names", 0), (way_out(package), found)


def test_what_is_left_is_left_to_a_package_that_is_there() -> None:
    guides = {f"notebooks/{name}" for name in module_names(GUIDE)}
    assert exceptions().keys() <= {*PACKAGES, *guides}


def test_what_is_counted_is_prose_and_no_help_nor_docstring() -> None:
    source = '''
"""Un module de la suite."""
def f(n: int = Option(help="Le nombre de familles.")) -> str:
    """Rend une phrase de plus."""
    if n:
        raise TextError("Il manque une clé du programme.")
    return f"Il reste {n} familles." + "une_cle" + "LSU" + "two English words"
    "Réponses" + f"piste {n}" + f"{n} cellules" + f"{n} px" + "Reports"
'''
    assert sorted(text for _, text in sentences_in(source)) == [
        "Il reste {} familles.",
        "Réponses",
        "piste {}",
        "{} cellules",
    ]


def test_what_is_counted_is_every_binding() -> None:
    source = (
        "def told(kept: int) -> None:\n    one = [said for said in (1,) if (found := said)]\n    self.asked = one\n"
    )
    assert sorted(name for _, name in vague_in(source)) == ["asked", "found", "kept", "one", "said", "told"]


def test_a_type_named_by_a_participle_alone_is_counted() -> None:
    source = "class Seen: ...\nclass _Said: ...\nGiven = dict[str, int]\nKEPT = 3\nseen = 1\nclass SeenAndWhyNot: ...\n"
    assert [name for _, name in vague_in(source)] == ["Seen", "_Said", "Given"]


# --- each key is used, and each key used is there -------------------------------------------------------------


def _beside() -> Iterator[Path]:
    """The Fluent files that stand beside a module which reads them by `french_beside(__file__)`."""
    for path in sorted((ROOT / "liaison").rglob("texts/fr/*.ftl")) + sorted((ROOT / "app").rglob("texts/fr/*.ftl")):
        if (module := _module(path)).is_file() and "french_beside(__file__)" in module.read_text(encoding="utf-8"):
            yield path


def _module(path: Path) -> Path:
    return path.parents[2] / f"{path.stem}.py"


TEXTS = {path.relative_to(ROOT).as_posix(): path for path in _beside()}


def _strings(tree: ast.AST) -> tuple[set[str], set[tuple[str, str]]]:
    """The literals of a module, and the beginning and end of its f-strings: what a key may be made of."""
    whole = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    made = set[tuple[str, str]]()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            ends = [part.value if isinstance(part, ast.Constant) else "" for part in (node.values[0], node.values[-1])]
            made.add((str(ends[0]), str(ends[1])))
    return whole, made - {("", "")}


def _calls(tree: ast.AST) -> Iterator[tuple[str, set[str], bool]]:
    """The key of each sentence that a module asks for by its name, its arguments, and whether there may be others."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "phrase" and node.args:
            key = node.args[0]
            keys = [key.body, key.orelse] if isinstance(key, ast.IfExp) else [key]
            given = {keyword.arg for keyword in node.keywords if keyword.arg}
            open_ended = any(keyword.arg is None for keyword in node.keywords)
            for one_key in keys:
                if isinstance(one_key, ast.Constant):
                    yield str(one_key.value), given, open_ended


class _Ones(Visitor):
    """The variants « one » that write the figure 1 themselves, or « une », where no variant says what zero is."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def visit_SelectExpression(self, node: SelectExpression) -> None:  # noqa: N802
        keys = {
            str(getattr(variant.key, "name", getattr(variant.key, "value", ""))): variant for variant in node.variants
        }
        one = keys.get("one")
        written = one is not None and (_writes_one(_figures(one)) or _says_one(_figures(one)))
        if one is not None and written and "0" not in keys:
            self.found.append(_figures(one))
        self.generic_visit(node)


def _figures(variant: Variant) -> str:
    return " ".join(str(getattr(each, "value", "")) for each in variant.value.elements)


def _writes_one(words: str) -> bool:
    return re.search(r"(?<![\w-])1(?![\w-])", words) is not None


def _says_one(words: str) -> bool:
    return re.match(r"\s*une?\b", words, re.IGNORECASE) is not None


def test_no_sentence_says_one_of_what_may_be_zero() -> None:
    """French counts zero as one: « 0 familles ont une place, en 1 atelier » stood above an empty table."""
    looked = 0
    for path in [each for room in ("liaison", "app", "widgets") for each in (ROOT / room).rglob("fr/**/*.ftl")]:
        ones = _Ones()
        ones.visit(FluentParser().parse(path.read_text(encoding="utf-8")))
        assert ones.found == [], path.name
        looked += 1
    assert looked > 100


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names = set[str]()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)


def _wanted(path: Path) -> dict[str, set[str]]:
    """The arguments that each sentence of a file needs, attributes apart."""
    needs: dict[str, set[str]] = {}
    for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
        if isinstance(entry, Message):
            parts = [(entry.id.name, entry.value)]
            parts += [(f"{entry.id.name}.{attribute.id.name}", attribute.value) for attribute in entry.attributes]
            for name, pattern in parts:
                if pattern is not None:
                    variables = _Variables()
                    variables.visit(pattern)
                    needs[name] = variables.names
    return needs


@pytest.mark.parametrize("text", TEXTS)
def test_each_sentence_of_a_file_is_said_by_its_module(text: str) -> None:
    whole, made = _strings(ast.parse(_module(TEXTS[text]).read_text(encoding="utf-8")))
    unsaid = [
        key
        for key in keys_of(TEXTS[text])
        if key not in whole and not any(key.startswith(start) and key.endswith(end) for start, end in made)
    ]
    assert not unsaid


@pytest.mark.parametrize("text", TEXTS)
def test_each_sentence_that_a_module_asks_for_is_there_with_what_it_needs(text: str) -> None:
    needs, wrong = _wanted(TEXTS[text]), []
    for key, given, open_ended in _calls(ast.parse(_module(TEXTS[text]).read_text(encoding="utf-8"))):
        if key not in needs or (given != needs[key] and not open_ended):
            wrong.append((key, sorted(given), sorted(needs.get(key, ()))))
    assert not wrong


@pytest.mark.parametrize("text", TEXTS)
def test_a_file_of_sentences_is_read_whole(text: str) -> None:
    body = FluentParser().parse(TEXTS[text].read_text(encoding="utf-8")).body
    junk = [entry for entry in body if type(entry).__name__ == "Junk"]
    keys = [entry.id.name for entry in body if isinstance(entry, Message)]
    assert not junk
    assert len(keys) == len(set(keys))


def test_each_module_that_reads_sentences_has_its_file() -> None:
    alone = [
        module.relative_to(ROOT).as_posix()
        for room in ("liaison", "app")
        for module in sorted((ROOT / room).rglob("*.py"))
        if READS in module.read_text(encoding="utf-8")
        and not (module.parent / "texts" / "fr" / f"{module.stem}.ftl").is_file()
    ]
    assert not alone


def test_sentences_beside_a_module_come_out_with_ordinary_spaces(tmp_path: Path) -> None:
    texts = tmp_path / "texts" / "fr"
    texts.mkdir(parents=True)
    (texts / "essai.ftl").write_text(
        "reste = Il reste { $n ->\n    [one] une famille\n   *[other] { $n } familles\n} : { $nom } !\n",
        encoding="utf-8",
    )
    phrase = french_beside(str(tmp_path / "essai.py"))
    assert phrase("reste", n=1, nom="« 5eB »") == "Il reste une famille : « 5eB » !"


@pytest.mark.parametrize(
    ("given", "written"),
    [
        (1, "une"),
        (2, "2"),
        (12345, "12\u202f345"),
        (np.int64(1), "une"),
        (2.5, "2.5"),
        ("1 234", "1 234"),
        (True, "True"),
    ],
)
def test_a_sentence_beside_a_module_writes_a_whole_number_as_french_does_and_the_rest_as_python_does(
    given: object, written: str, tmp_path: Path
) -> None:
    texts = tmp_path / "texts" / "fr"
    texts.mkdir(parents=True)
    (texts / "essai.ftl").write_text("n = { $n ->\n    [one] une\n   *[other] { $n }\n}\n", encoding="utf-8")
    assert french_beside(str(tmp_path / "essai.py"))("n", n=given) == written


def test_what_is_copied_is_written_digit_after_digit(tmp_path: Path) -> None:
    (texts := tmp_path / "texts" / "fr").mkdir(parents=True)
    (texts / "essai.ftl").write_text("a = Graine { $seed }, ligne { $line }, { $n } messages\n", encoding="utf-8")
    phrase = french_beside(str(tmp_path / "essai.py"))
    assert phrase("a", seed=2026, line=12345, n=2589) == "Graine 2026, ligne 12345, 2\u202f589 messages"


# What an option is given by default is what would be typed.
TYPED = {("manual.py", "value")}


def test_no_number_is_given_to_a_sentence_as_a_text() -> None:
    given = [
        (module.name, keyword.arg)
        for room in ("liaison", "app")
        for module in sorted((ROOT / room).rglob("*.py"))
        if READS in module.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "phrase"
        for keyword in node.keywords
        if isinstance(keyword.value, ast.Call) and getattr(keyword.value.func, "id", "") == "str"
    ]
    assert set(given) == TYPED
