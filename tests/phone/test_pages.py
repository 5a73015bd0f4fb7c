"""Ce que tient chaque page pour les familles, d'un module qui naîtra aussi : aucun appel, aucune syntaxe trop neuve."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from javascript import PHONE, WIDGETS
from phone_pages import phone_pages, run_by_families

from widgets.phone.joining import modules
from widgets.phone.page import PhonePage
from widgets.phone.script import tokens

CALLING = re.compile(
    r"\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|innerHTML|outerHTML|insertAdjacentHTML|document\.write"
)


def sheets_of(page: PhonePage) -> dict[Path, str]:
    """The sheets of a page but those of the kit: that of the room, and its own."""
    beside = [path.with_suffix(".css") for folder in {PHONE, page.entry.parent} for path in folder.glob("*.js")]
    found = {path for path in beside if path.is_file() and path.stem in modules(page.entry)}
    return {path: style_in(path) for path in sorted(found)}


def style_in(sheet: Path) -> str:
    return re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)


def words_of(texts: Iterable[str]) -> set[str]:
    """Every word of a string of these scripts: the classes that they write are among them."""
    said = (token.text for text in texts for token in tokens(text) if token.kind == "text")
    return {word for text in said for word in re.findall(r"[a-z][\w-]*", text)}


@pytest.mark.parametrize("name", phone_pages())
def test_every_rule_of_style_stays_inside_its_page_and_takes_its_colours_from_the_tokens(name: str) -> None:
    page = phone_pages()[name]
    assert PHONE / "frame.css" in sheets_of(page)  # its own, if it has one, comes after
    for path, text in sheets_of(page).items():
        own = ".carnets-phone" if path.parent == PHONE else f".{page.classes.split()[-1]}"
        assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(", text.partition("@media print")[0]), path.name
        selectors = re.findall(r"^ *([^@\s}/*][^{;]*)\{", text, re.MULTILINE)
        assert selectors
        parts = [part.strip() for one in selectors for part in one.split(",\n")]
        assert [part for part in parts if not part.startswith(own)] == [], path.name
        assert not re.findall(r"(?:margin|padding|border)-(?:left|right)|^\s+(?:left|right):", text, re.MULTILINE)


def test_the_sheet_of_the_room_dresses_what_the_room_draws_or_several_pages_do() -> None:
    sheet = style_in(PHONE / "frame.css")
    dressed = {
        name for selector in re.findall(r"([^{}]*)\{", sheet) for name in re.findall(r"\.([a-z][\w-]*)", selector)
    }
    assert len(dressed) > 40
    room = words_of(path.read_text(encoding="utf-8") for path in PHONE.glob("*.js"))
    own = [
        words_of(path.read_text("utf-8") for path in page.entry.parent.glob("*.js")) for page in phone_pages().values()
    ]
    assert {name for name in dressed - room if sum(name in words for words in own) < 2} == set()


def test_every_page_of_the_suite_is_found() -> None:
    assert {"pratique", "questionnaire"} <= phone_pages().keys()


def test_a_page_can_call_no_server_and_writes_no_html() -> None:
    scripts = run_by_families()
    assert len(scripts) > 20
    assert [name for name, text in scripts.items() if CALLING.search(text)] == []


# What Chrome 80 and Safari 13.1 (2020) do not know: the first ones stop the whole script, the others what calls them.
TOO_NEW = re.compile(
    r"""\?\?=|\|\|=|&&=|\(\?<|\.\#\w|\bstatic\s*\{|\bBigInt\b|\b\d+n\b|\bimport\(|\bexport\s\*
    |\.(?:replaceChildren|replaceAll|at|findLast|findLastIndex|toSorted|toReversed|toSpliced|with|hasOwn|groupBy
    |fromAsync|any|withResolvers|randomUUID|showModal|showPopover|checkVisibility|timeout|timeStamp)\(
    |\b(?:structuredClone|WeakRef|FinalizationRegistry|AggregateError|reportError)\b""",
    re.VERBOSE,
)


def test_no_script_that_a_family_runs_needs_a_browser_of_after_2020() -> None:
    beside = {folder / "static" for folder in (PHONE, *(page.entry.parent for page in phone_pages().values()))}
    static = [path for folder in beside for path in folder.glob("*.js")]
    texts = run_by_families() | {path.name: path.read_text(encoding="utf-8") for path in static}
    texts["dom.js"] = (WIDGETS / "kit" / "dom.js").read_text(encoding="utf-8")
    assert len(texts) > 30
    assert [(name, found[0]) for name, text in texts.items() if (found := TOO_NEW.search(text))] == []


@pytest.mark.parametrize(
    "new", ["a ??= 1", "root.replaceChildren()", "list.at(-1)", "class A { static { } }", "/(?<=a)b/"]
)
def test_what_those_browsers_do_not_know_is_seen(new: str) -> None:
    assert TOO_NEW.search(new)


def test_what_says_that_a_browser_is_too_old_is_read_by_every_browser() -> None:
    text = (PHONE / "static" / "starting.js").read_text(encoding="utf-8")
    code = re.sub(r"//.*", "", text)
    assert "pageAttendue" in code
    assert re.findall(r"=>|`|\b(?:const|let|class|async|await|of)\b|\?\.|\?\?|\.\.\.", code) == []
