"""Le style que reçoivent les familles, lu comme le lisent Chrome 80 et Safari 13.1 : rien ne s'y perd en silence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

import pytest
import tinycss2  # type: ignore[import-untyped]
from phone_pages import phone_pages

from widgets.diagnostic.form_page import FormPage, form_html
from widgets.diagnostic.form_page import index_html as form_index
from widgets.phone.older_browsers import for_older_browsers
from widgets.practice.page import PracticePage, page_html
from widgets.practice.site import index_html

# What both browsers have. A word that is not here is to be looked up (caniuse.com) before it is added.
# fmt: off
PSEUDO = {
    ":not(", "::before", "::after", ":disabled", ":hover", ":empty", ":focus", ":checked", ":last-child",
    ":first-child", ":first-of-type", ":last-of-type", "::-webkit-details-marker", "::-webkit-progress-bar",
    "::-webkit-progress-value", "::-moz-progress-bar",
}
PROPERTIES = {
    "-webkit-appearance", "-webkit-box-orient", "-webkit-line-clamp", "-webkit-text-security", "align-content",
    "align-items", "align-self", "animation", "background", "background-color", "border", "border-block-end",
    "border-bottom", "border-collapse", "border-color", "border-inline-end", "border-inline-start", "border-radius",
    "border-style", "border-top", "border-width", "bottom", "box-shadow", "box-sizing", "break-inside", "clip-path",
    "color", "columns", "content", "cursor", "display", "fill", "flex", "flex-basis", "flex-direction", "flex-wrap",
    "font", "font-size", "font-variant-numeric", "font-weight", "grid-area", "grid-column", "grid-template",
    "grid-template-columns", "height", "justify-content", "justify-items", "justify-self", "letter-spacing",
    "line-height", "list-style", "margin", "margin-bottom", "margin-inline-end", "margin-inline-start",
    "margin-top", "max-width", "min-height", "min-width", "outline", "order", "outline-offset", "overflow",
    "overflow-wrap",
    "padding", "padding-bottom", "padding-inline-end", "padding-inline-start", "padding-top", "place-items",
    "position", "stroke", "stroke-linecap", "stroke-linejoin", "stroke-width", "text-align", "text-decoration",
    "text-overflow", "top", "transform", "transition", "vertical-align", "visibility", "white-space", "width",
    "z-index",
}
# fmt: on
# « attr( » is as old as « content », where alone the sheets use it.
FUNCTIONS = {
    "attr(",
    "calc(",
    "var(",
    "inset(",
    "minmax(",
    "scaleX(",
    "scaleY(",
    "repeat(",
    "min(",
    "max(",
    "env(",
    "rotate(",
}
TOO_NEW_VALUE = re.compile(r"\d(?:d|s|l)v[hw]\b|^anywhere$|^balance$")
# What they leave out, and what is then seen: nothing is misplaced, cut, or impossible to press.
DONE_WITHOUT = {
    ":has(": "la case cochée, la ligne montrée n'ont pas de fond ; la coche et l'anneau restent",
    ":focus-visible": "l'anneau du navigateur, au lieu du nôtre",
    "accent-color": "les cases ont la couleur du navigateur",
    "appearance": "dit aussi « -webkit-appearance »",
    "border-start-start-radius": "des coins droits",
    "border-start-end-radius": "des coins droits",
    "border-end-start-radius": "des coins droits",
    "border-end-end-radius": "des coins droits",
    "color-scheme": "les barres de défilement restent claires, le soir",
    "hyphens": "un mot long n'a pas de trait d'union",
    "scroll-behavior": "le défilement est immédiat",
    "scroll-margin": "ce que l'on atteint au clavier peut toucher une barre",
    "scroll-margin-block": "ce que l'on atteint au clavier peut toucher une barre",
    "text-underline-offset": "le trait d'un lien est plus près du mot",
}
PAGES: dict[str, Callable[[], str]] = {
    "pratique": lambda: page_html("fr", whole=True),
    "questionnaire": lambda: form_html("fr"),
    "choix": index_html,
    "choix du questionnaire": form_index,
    "pratique dans Voilà": lambda: PracticePage("fr")._repr_html_(),
    "questionnaire dans Voilà": lambda: FormPage("fr")._repr_html_(),
    **{f"style de {name}": partial("<style>{0.style}</style>".format, page) for name, page in phone_pages().items()},
}


class Rule(NamedTuple):
    """A rule as it stands: its selector, its declarations in order, what `@media` or `@supports` holds it."""

    selector: str
    declarations: tuple[tuple[str, str], ...]
    inside: tuple[str, ...]


def rules_of(style: str, inside: tuple[str, ...] = ()) -> Iterator[Rule]:
    for one in tinycss2.parse_rule_list(style, skip_whitespace=True, skip_comments=True):
        assert one.type != "error", one.message
        if one.type == "at-rule" and one.lower_at_keyword in ("media", "supports"):
            held = f"{one.lower_at_keyword} {tinycss2.serialize(one.prelude).strip()}"
            yield from rules_of(tinycss2.serialize(one.content), (*inside, held))
        elif one.type == "qualified-rule":
            found = tinycss2.parse_declaration_list(one.content, skip_whitespace=True, skip_comments=True)
            assert not [each for each in found if each.type == "error"], tinycss2.serialize(one.prelude)
            said = tuple((each.name, tinycss2.serialize(each.value).strip()) for each in found)
            yield Rule(" ".join(tinycss2.serialize(one.prelude).split()), said, inside)


def lost(style: str) -> list[str]:
    """What those browsers would lose of a style, one line each: a rule, a declaration, the gaps of a row of boxes."""
    rules = [*rules_of(style)]
    faults = []
    for before, rule in zip([None, *rules], rules, strict=False):
        unknown = {*re.findall(r"::?[\w-]+\(?", rule.selector)} - PSEUDO - set(DONE_WITHOUT)
        unknown |= {found for found in re.findall(r":not\(([^()]*)\)", rule.selector) if "," in found or " " in found}
        # Said just before in words that they know.
        if unknown and not (before and before.declarations == rule.declarations and ":is(" not in before.selector):
            faults.append(f"{rule.selector} : {', '.join(sorted(unknown))}")
        if not unknown:
            faults += [f"{rule.selector} : {fault}" for fault in _unknown_in(rule)]
            faults += [f"{rule.selector} : gap"] if _gap_is_lost(rule, rules) else []
    return faults


def _unknown_in(rule: Rule) -> Iterator[str]:
    for at, (name, value) in enumerate(rule.declarations):
        if name.startswith("--") or name in ("gap", "column-gap", "row-gap") or name in DONE_WITHOUT:
            continue
        said_before = [other for other, _ in rule.declarations[:at]]
        new = TOO_NEW_VALUE.search(value) or {*re.findall(r"[\w-]+\(", value)} - FUNCTIONS
        if name not in PROPERTIES or (new and name not in said_before):
            yield f"{name}: {value}"


def _gap_is_lost(rule: Rule, rules: list[Rule]) -> bool:
    said = dict(rule.declarations)
    if not {"gap", "column-gap"} & set(said) or "grid" in said.get("display", ""):
        return False
    listed = rule.selector.split(", ")
    if "display" not in said:
        # Laid out by other rules: only a grid has gaps there.
        others = [dict(one.declarations).get("display") for one in rules if {*listed} & {*one.selector.split(", ")}]
        return {*filter(None, others)} != {"grid"}
    margins = [one for one in rules if one.inside[-1:] == ("supports not (inset: 0)",)]
    return not any(one.selector.startswith(f"{listed[0]} > :not(:last-child)") for one in margins)


@pytest.mark.parametrize("page", PAGES)
def test_nothing_that_places_or_shows_is_lost_in_the_browsers_of_2020(page: str) -> None:
    styles = re.findall(r"<style>(.*?)</style>", PAGES[page](), re.DOTALL)
    rules = [rule for style in styles for rule in rules_of(style)]
    assert len(rules) > (15 if "choix" in page else 200)
    assert [fault for style in styles for fault in lost(style)] == []


@pytest.mark.parametrize(
    "new",
    [
        ".a :is(.b, .c) { color: red }",
        ".a:where(.b) { color: red }",
        ".a:not(.b, .c) { color: red }",
        ".a { inset: 0 }",
        ".a { margin-inline: 4px }",
        ".a { aspect-ratio: 1 }",
        ".a { min-height: 100dvh }",
        ".a { width: clamp(1px, 2px, 3px) }",
        ".a { display: flex; gap: 4px }",
        ".a { overflow-wrap: anywhere }",
    ],
)
def test_what_they_do_not_know_is_seen(new: str) -> None:
    assert lost(new)


@pytest.mark.parametrize(
    "new",
    [
        ".a :is(.b, .c):hover { color: red; }",
        ".a { margin-inline: auto; padding-block: 4px; }",
        ".a { display: flex; flex-wrap: wrap; gap: 4px calc(2 * var(--pas)); }",
        ".a { overflow-wrap: anywhere; }",
    ],
)
def test_what_people_write_today_is_said_in_words_that_they_know(new: str) -> None:
    assert lost(new)
    assert lost(for_older_browsers(new)) == []


def test_every_choice_of_a_selector_is_spelled_out_and_what_was_written_follows() -> None:
    said = for_older_browsers(".a :is(.b, .c:not(.d)) > :is(p, li) { color: red; }")
    first, then = said.strip().splitlines()
    assert first.startswith(".a .b > p, .a .b > li, .a .c:not(.d) > p, .a .c:not(.d) > li {")
    assert then == ".a :is(.b, .c:not(.d)) > :is(p, li) { color: red; }"


def test_a_style_that_they_know_is_left_as_it_is() -> None:
    style = "@media print {\n.a, .b > p { display: grid; gap: 4px; }\n}\n"
    assert for_older_browsers(style) == style
