"""Le style des pages des familles, dit aussi pour les navigateurs de 2020 : Chrome 80, Safari 13.1.

The sheets are written as people write them today. A browser drops a whole rule whose selector it does not know, and a
declaration that it does not know; here each is said in words that those browsers have.
"""

from __future__ import annotations

import re
from itertools import product

RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
IS = re.compile(r":is\(((?:[^()]|\([^()]*\))*)\)")
# Logical pairs as two declarations of one side each, which came earlier. Our sheets give them one value.
SIDES = {
    "margin-inline": ("margin-inline-start", "margin-inline-end"),
    "padding-inline": ("padding-inline-start", "padding-inline-end"),
    "margin-block": ("margin-top", "margin-bottom"),
    "padding-block": ("padding-top", "padding-bottom"),
    "border-inline": ("border-inline-start", "border-inline-end"),
}
PAIR = re.compile(rf"(?<![\w-])({'|'.join(SIDES)}): ([^;]+);")
# First what they know: a browser keeps the last one that it understands.
BEFORE = {
    "overflow-wrap: anywhere;": "overflow-wrap: break-word;",
    "appearance: none;": "-webkit-appearance: none;",
}
FLEX = re.compile(r"display: (?:inline-)?flex;")
GAP = re.compile(r"(?<![\w-])(column-)?gap: ((?:calc\((?:[^()]|\([^()]*\))*\)|[^ ;(]+|var\([^)]*\))+)(?: ([^;]+))?;")


def for_older_browsers(style: str) -> str:
    """Return the same style, in which the browsers that the suite promises find every rule that places something."""
    apart: list[str] = []
    older = RULE.sub(lambda rule: _rule(rule[1], rule[2], apart), style)
    # No browser says whether it leaves the gaps between flexible boxes; those that do not have no « inset » either.
    return f"{older}\n@supports not (inset: 0) {{\n{''.join(apart)}}}\n" if apart else older


def _rule(selector: str, declarations: str, apart: list[str]) -> str:
    chosen = _without_is(selector)
    body = PAIR.sub(lambda pair: " ".join(f"{side}: {pair[2]};" for side in SIDES[pair[1]]), declarations)
    for new, known in BEFORE.items():
        body = re.sub(rf"(?<![\w-]){re.escape(new)}", f"{known} {new}", body)
    if FLEX.search(body) and (gap := GAP.search(body)):
        apart.append(_apart(chosen, body, "0" if gap[1] else gap[2], gap[3] or gap[2]))
    # Where the names are spelled out, what people wrote follows: in a browser of today, it alone decides as before.
    return f"{chosen}{{{body}}}" + (f"\n{selector.strip()} {{{body}}}" if chosen != selector else "")


def _without_is(selector: str) -> str:
    start = selector[: len(selector) - len(selector.lstrip())]
    if selector.strip().startswith("@") or ":is(" not in selector:
        return selector
    return start + ", ".join(choice for part in _listed(selector) for choice in _each(part)) + " "


def _listed(text: str) -> list[str]:
    """Return the selectors of a list: a comma inside brackets separates nothing."""
    selectors, depth = [""], 0
    for sign in text.strip():
        depth += (sign == "(") - (sign == ")")
        if sign == "," and not depth:
            selectors.append("")
        else:
            selectors[-1] += sign
    return [selector.strip() for selector in selectors]


def _each(part: str) -> list[str]:
    """Return one selector for each choice of what stands in `:is(…)`."""
    pieces = IS.split(part)
    choices = [_listed(piece) if at % 2 else [piece] for at, piece in enumerate(pieces)]
    return ["".join(combination).strip() for combination in product(*choices)]


def _apart(selector: str, body: str, row: str, column: str) -> str:
    down = "flex-direction: column;" in body
    margins = ["margin-inline-end: 0;", f"margin-bottom: {row};"] if down else [f"margin-inline-end: {column};"]
    if "flex-wrap: wrap;" in body and row != "0" and not down:
        margins.append(f"margin-bottom: {row};")
    parts = ", ".join(f"{part} > :not(:last-child)" for part in _listed(selector))
    return f"{parts} {{ {' '.join(margins)} }}\n"


__all__ = ["for_older_browsers"]
