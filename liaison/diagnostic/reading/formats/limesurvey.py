"""L'export CSV de LimeSurvey : `question[SQ001]`, codes ou phrases, « Autre », et des colonnes de service.

L'en-tête porte le code (`appareils[SQ001]`), la phrase (« Quels appareils… [Un ordinateur] »), ou les deux
(`appareils[SQ001]. Quels appareils…`) ; une réponse, son code (A1) ou sa phrase. Une case cochée vaut Y ou Oui.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from liaison.base.letters import key
from liaison.diagnostic.questionnaire.questionnaire import Item
from liaison.diagnostic.reading.formats.headers import whole_title
from liaison.diagnostic.reading.formats.marks import NUMBERS
from liaison.diagnostic.reading.formats.source import ColumnKind, Layout, named_columns
from liaison.diagnostic.reading.wording import Lexicon

NAME = "limesurvey"
_IDENTIFIERS = set(map(key, NUMBERS["id"]))
_SERVICE = {
    key(word)
    for word in (
        "submitdate",
        "lastpage",
        "startlanguage",
        "seed",
        "startdate",
        "datestamp",
        "ipaddr",
        "refurl",
        "token",
        "interviewtime",
        "Date submitted",
        "Last page",
        "Start language",
        "Date started",
        "Date last action",
        "IP address",
        "Referrer URL",
        "Date de soumission",
        "Dernière page",
        "Langue de départ",
        "Tête de série",
        "Graine",
        "Date de lancement",
        "Date de la dernière action",
        "Adresse IP",
        "URL de référence",
    )
}
_SENT = frozenset(map(key, ("submitdate", "Date submitted", "Date de soumission")))
_CODE = re.compile(r"([A-Za-z]\w*)(?:\[(\w+)\])?(?:\.\s|\s-\s|$)")
_BRACKETS = re.compile(r"(.*?)\s*\[([^\[\]]*)\]$", re.DOTALL)


def layout(head: Sequence[Sequence[str]], lexicon: Lexicon) -> Layout | None:
    """Return the layout of a LimeSurvey export; None without two of the columns that it always writes."""
    header = [cell.strip() for cell in head[0]]
    known = [key(name.partition(". ")[0]) in _SERVICE or key(name) in _SERVICE for name in header]
    identified = key(header[0].partition(". ")[0]) in _IDENTIFIERS
    if sum(known) + identified < 2:
        return None
    headers = [_header(name, service, lexicon) for name, service in zip(header, known, strict=True)]
    columns = named_columns(headers)
    return Layout(NAME, columns, unticked="sans_reponse", coded=True, elsewhere=("-oth-",), sent=_SENT)


def _header(name: str, service: bool, lexicon: Lexicon) -> tuple[str, str, ColumnKind]:
    if service:
        return name, "", "service"
    if key(name.partition(". ")[0]) in _IDENTIFIERS:
        return name, "", "identifier"
    code = _CODE.match(name)
    named = lexicon.question(code[1]) if code else None
    if code and named and named.sure:
        question, part = code[1], code[2] or ""
    else:
        brackets = _BRACKETS.fullmatch(name)
        question, part = (brackets[1], brackets[2]) if brackets else whole_title(name, lexicon) or (name, "")
        named = lexicon.question(question)
    if part.endswith("comment"):
        return name, "", "text"
    item = lexicon.items.get(named.name) if named else None
    return question, _named_part(item, part) if item else part, "answer"


def _named_part(item: Item, part: str) -> str:
    """Return the name of the sub-question behind its rank (SQ002), or what was written."""
    parts = item.rows or item.values
    rank = re.fullmatch(r"SQ0*(\d{1,3})", part, re.IGNORECASE)
    return parts[int(rank[1]) - 1] if rank and 1 <= int(rank[1]) <= len(parts) else part
