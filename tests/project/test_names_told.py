"""What a page names of the code is there under that name: who looks for it finds it, however often it moved."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from project.test_repository import ROOT, needs_git, texts, tracked

from liaison.rules.loader import rule_names

SPOKEN = re.compile(r"`([^`\n]+)`")
FILE = re.compile(r"[\w./-]*\w\.(?:py|js|css|ftl|typ|ipynb|j2)")
# A name made of several words, or one that is asked of another: « recall_minutes », « LabState », « Answers.unasked ».
NAME = re.compile(r"_?[A-Za-z]+(?:_\w+)+|[A-Z][a-z]+(?:[A-Z][a-z]+)+|[a-z]+(?:[A-Z][a-z]+)+")
ASKED_OF = re.compile(r"((?:\w+\.)*\w+)\.(\w+)(?:\(\))?")
# What a page tells of another program, or of a format that others read.
OF_OTHERS = {
    "webform_share": "un droit de Framaforms",
    "issuanceDate": "un champ d'une version d'Open Badges que la suite n'écrit pas",
    "BroadcastChannel": "une interface des navigateurs",
    "SO_PEERCRED": "une option des sockets de Linux",
    "protectTable": "une fonction de sdcTable",
}
DATA = (".csv", ".json", ".yaml", ".yml", ".md", ".html", ".toml")  # files that the suite writes or reads elsewhere
# A folder, a file without its ending, or a rule by its name.
PATH = re.compile(r"(?:[\w-]+/)+[\w-]*/?")
MADE_UP = "liaison.py"  # what somebody could put beside an exercise, and no file of the suite
FILES_OF_TEXTS = (".py", ".js", ".css", ".yaml", ".toml", ".ftl", ".j2", ".typ", ".json", ".ipynb")


def spoken(page: str) -> Iterator[str]:
    yield from SPOKEN.findall(re.sub(r"```.*?```", "", page, flags=re.DOTALL))


def pages() -> list[tuple[str, str]]:
    return [(name, text) for name, text in texts(".md") if name != "CHANGELOG.md"]


@cache
def words_of_the_code() -> frozenset[str]:
    kept = (text for name, text in texts(*FILES_OF_TEXTS) if name != "tests/project/test_names_told.py")
    return frozenset(word for text in kept for word in re.findall(r"\w+", text))


@cache
def offered() -> dict[str, set[str]]:
    """What each class and each module of the suite has, by its last name and by its whole one."""
    names: dict[str, set[str]] = defaultdict(set)
    for path, text in texts(".py"):
        if path.startswith("docs/"):
            continue
        module = Path(path).with_suffix("")
        parts = [part for part in module.parts if part != "__init__"]
        tree = ast.parse(text)
        own = members(tree)
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                names[node.name] |= members(node)
            elif isinstance(node, ast.ImportFrom | ast.Import):
                own |= {(alias.asname or alias.name).rpartition(".")[2] for alias in node.names}
        for known in (parts[-1], ".".join(parts)) if parts else ():
            names[known] |= own
        for at in range(1, len(parts)):
            names[".".join(parts[:at])].add(parts[at])
    return names


def members(node: ast.Module | ast.ClassDef) -> set[str]:
    """What is defined in it, and what is stored in it or on itself."""
    defined = {one.name for one in node.body if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)}
    stored = (one for one in ast.walk(node) if isinstance(one, ast.Name | ast.Attribute))
    return defined | {
        one.id if isinstance(one, ast.Name) else one.attr for one in stored if isinstance(one.ctx, ast.Store)
    }


@cache
def folders() -> frozenset[str]:
    """Every folder of the suite, by its whole path and by the end of it."""
    split = [name.split("/")[:-1] for name in tracked()]
    ends = ("/".join(parts[at:end]) for parts in split for end in range(len(parts) + 1) for at in range(end))
    return frozenset(ends)


@cache
def without_endings() -> frozenset[str]:
    """What a path may be: a folder, a file whose ending is not said, a rule."""
    return folders() | {name.rpartition(".")[0] for name in ends_of_paths()} | set(rule_names())


@cache
def ends_of_paths() -> frozenset[str]:
    """Every file of the suite, by its whole path and by the end of it."""
    split = [name.split("/") for name in tracked()]
    return frozenset("/".join(parts[at:]) for parts in split for at in range(len(parts)))


def is_there(said: str) -> bool:
    """Whether what a page says between backquotes is in the suite, or is no name of its code."""
    if FILE.fullmatch(said):
        return said == MADE_UP or said.lstrip("/") in ends_of_paths()
    if PATH.fullmatch(said) and said.partition("/")[0] in folders():
        return said.rstrip("/") in without_endings()
    if NAME.fullmatch(said.removesuffix("()")):
        return said in OF_OTHERS or said.removesuffix("()") in words_of_the_code()
    asked = ASKED_OF.fullmatch(said)
    if asked and not said.endswith(DATA):
        owner, name = asked.groups()
        if (ROOT / "tests" / f"bench_{owner}.py").exists():  # a figure, as `nox -s bench` calls it
            return name in words_of_the_code()
        if owner in offered():
            return name in offered()[owner]
        return owner.partition(".")[0] not in ("liaison", "widgets", "app")
    return True


@needs_git
def test_every_name_of_the_code_that_a_page_tells_is_in_the_code() -> None:
    told = [(page, said) for page, text in pages() for said in spoken(text)]
    assert len(told) > 500
    assert [f"{page} : {said}" for page, said in told if not is_there(said)] == []


@needs_git
def test_what_is_said_to_be_of_another_program_is_still_told() -> None:
    told = {said for _, text in pages() for said in spoken(text)}
    assert {*OF_OTHERS, MADE_UP} <= told


@needs_git
@pytest.mark.parametrize(
    ("said", "whether"),
    [
        ("widgets/kit/dom.js", True),
        ("kit/nothing.js", False),
        ("dom.js", True),
        ("liaison/messaging/reading/", True),
        ("disclosure/attack", True),
        ("diagnostic/attack", False),
        ("comportement/veille", True),
        ("comportement/sieste", False),
        ("application/json", True),
        ("test_names_told.py", True),
        ("recall_minutes", True),
        ("recall" + "_hours_of_nobody", False),
        ("Answers.unasked", True),
        ("Answers.nobody", False),
        ("liaison.documents.Document", True),
        ("liaison.documents.nobody", False),
        ("liaison.nobody.at_all", False),
        ("csv.Sniffer", True),
        ("messaging.what_if_p95_ms", True),
        ("messaging.what_if_of_nobody" + "_ms", False),
        ("participants.csv", True),
        ("en toutes lettres", True),
    ],
)
def test_a_name_that_is_nowhere_is_seen(said: str, whether: bool) -> None:
    assert is_there(said) is whether
