"""L'export CSV de LimeSurvey : `question[SQ001]`, codes ou phrases, « Autre », et des colonnes de service.

L'en-tête porte le code (`appareils[SQ001]`), la phrase (« Quels appareils… [Un ordinateur] »), ou les deux
(`appareils[SQ001]. Quels appareils…`) ; une réponse, son code (A1) ou sa phrase. Une case cochée vaut Y ou Oui.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from liaison.base.letters import key
from liaison.diagnostic.questionnaire.item import column_name
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
        "Access code",
        "Code d'accès",
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
_CUT_SHORT = re.compile(r"([A-Za-z]\w*)\[(\w+)")  # a spreadsheet may cut a title: « pret[ord »
_RANK = re.compile(r"SQ0*(\d{1,3})", re.IGNORECASE)
_BRACKETS = re.compile(r"(.*?)\s*\[([^\[\]]*)\]$", re.DOTALL)


def layout(head: Sequence[Sequence[str]], lexicon: Lexicon) -> Layout | None:
    """Return the layout of a LimeSurvey export; None without two of the columns that it always writes."""
    header = [cell.strip() for cell in head[0]]
    known = [key(name.partition(". ")[0]) in _SERVICE or key(name) in _SERVICE for name in header]
    identified = key(header[0].partition(". ")[0]) in _IDENTIFIERS
    if sum(known) + identified < 2:
        return None
    headers = [_header(name, service, lexicon) for name, service in zip(header, known, strict=True)]
    by_rank = [_by_rank(*each[:2], lexicon) for each in headers]
    named = [(own[0], rank or own[1], own[2]) for own, rank in zip(headers, by_rank, strict=True)]
    columns = [replace(each, guessed=bool(rank)) for each, rank in zip(named_columns(named), by_rank, strict=True)]
    return Layout(
        NAME,
        tuple(columns),
        unticked="sans_reponse",
        coded=True,
        codes_guessed=any(by_rank) or not _is_of_the_suite(header, lexicon),
        elsewhere=("-oth-",),
        sent=_SENT,
    )


def _is_of_the_suite(header: Sequence[str], lexicon: Lexicon) -> bool:
    """Return whether a header bears the codes of the form that the suite gives to import, for every box and every row:
    LimeSurvey numbers them, and a hand may call those of one question by their name. The codes of its answers are then
    their rank."""
    codes = (_CODE.match(name) for name in header)
    own = {lexicon.column(column_name(code[1], code[2])) for code in codes if code and code[2]}
    borne = {column.name for column in own if column}
    return borne >= {name for name, column in lexicon.columns.items() if column.part}


def _header(name: str, service: bool, lexicon: Lexicon) -> tuple[str, str, ColumnKind]:
    if service:
        return name, "", "service"
    if key(name.partition(". ")[0]) in _IDENTIFIERS:
        return name, "", "identifier"
    code = _CODE.match(name) or _CUT_SHORT.fullmatch(name)
    named = lexicon.question(code[1]) if code else None
    if code and named and named.sure:
        question, part = code[1], code[2] or ""
        item, beside = lexicon.items.get(named.name), _BRACKETS.fullmatch(name[code.end() :])
        # Where the sentence stands beside the code, it says which row it is, and not its rank.
        written = beside[2] if beside and _RANK.fullmatch(part) else part
        if item and written and (own := lexicon.part(item, written)) and own.sure:
            part = own.name
    else:
        brackets = _BRACKETS.fullmatch(name)
        question, part = (brackets[1], brackets[2]) if brackets else whole_title(name, lexicon) or (name, "")
    return (name, "", "text") if part.endswith("comment") else (question, part, "answer")


def _by_rank(question: str, part: str, lexicon: Lexicon) -> str:
    """Return the row or the box that a question has at that rank (SQ002); empty where no rank is written."""
    rank = _RANK.fullmatch(part)
    match = lexicon.question(question) if rank else None
    item = lexicon.items.get(match.name) if match else None
    parts = (item.rows or item.values) if item else ()
    return parts[int(rank[1]) - 1] if rank and 1 <= int(rank[1]) <= len(parts) else ""
