"""Ce que tient chaque page pour les familles, d'un module qui naîtra aussi : aucun appel, aucune syntaxe trop neuve."""

import re

import pytest
from javascript import PHONE, WIDGETS
from phone_pages import phone_pages, run_by_families

CALLING = re.compile(
    r"\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|innerHTML|outerHTML|insertAdjacentHTML|document\.write"
)


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
