"""L'export XLSX (ou CSV) de KoboToolbox : noms XML ou phrases, `groupe/question`, une colonne 0/1 par case.

Une question à plusieurs réponses a une colonne de résumé et une colonne par valeur (`appareils/ordinateur`). Les
répétitions sont dans d'autres feuilles, qui ne sont pas lues. `_id` et `meta/rootUuid` sont les mêmes dans tous les
exports d'une réponse ; `_uuid`, tant que personne ne la modifie.
"""

from __future__ import annotations

from collections.abc import Sequence

from liaison.base.letters import key
from liaison.diagnostic.reading.formats.headers import Header, in_order, named, split_path, with_guesses
from liaison.diagnostic.reading.formats.source import Layout, named_columns
from liaison.diagnostic.reading.wording import Lexicon

NAME = "kobo"
_TOKENS = ("_uuid", "meta/instanceID", "meta/rootUuid")
_SERVICE = {
    "start",
    "end",
    "today",
    "deviceid",
    "username",
    "phonenumber",
    "__version__",
    "_version_",
    "_submission_time",
    "_notes",
    "_status",
    "_submitted_by",
    "_tags",
    "_index",
    "_attachments",
    "_geolocation",
    "formhub/uuid",
}

_VERDICT = "_validation_status"
# What the school that looks a submission over writes of it there, where it is not to count: in codes or in words.
_REFUSED = frozenset(map(key, ("validation_status_not_approved", "Not Approved", "non_approuve", "non_approuvee")))


def layout(head: Sequence[Sequence[str]], lexicon: Lexicon) -> Layout | None:
    """Return the layout of a KoboToolbox export; None without two of the columns that it always writes."""
    header = [cell.strip() for cell in head[0]]
    always = {*_SERVICE, *_TOKENS, "_id", _VERDICT}
    own = sum(name in always for name in header if name.startswith("_"))
    if own < 2:
        return None
    headers = in_order(header, lexicon, lambda name, last: _header(name, lexicon, last, header))
    columns = with_guesses(named_columns(headers), header, lexicon)
    drafts = {at: _REFUSED for at, name in enumerate(header) if name == _VERDICT}
    return Layout(NAME, columns, elsewhere=("other",), drafts=drafts)


def _header(name: str, lexicon: Lexicon, last: str, names: Sequence[str]) -> Header:
    if name in _TOKENS:
        return name, "", "token"
    if name == "_id":
        return name, "", "identifier"
    if name == _VERDICT:
        return name, "", "draft"
    if name in _SERVICE or name.endswith("_URL"):
        return name, "", "service"
    if _is_other(name, lexicon):
        return name, "", "text"
    return *_answer(name, lexicon, last, names), "answer"


def _answer(name: str, lexicon: Lexicon, last: str, names: Sequence[str] = ()) -> tuple[str, str]:
    """Return the question and the part that a header names: after its groups, or as a statement alone.

    A path that is itself among the `names` of the file is a question, and what comes after it one of its boxes,
    whatever other question has the same. Without that, only the row of a grid stands alone in a group.
    """
    if parts := split_path(name, lexicon) or named(name, lexicon, last):
        return parts
    path, _, statement = name.rpartition("/")
    row = lexicon.bare_part(statement, last) if path not in names else None
    return row if row and lexicon.items[row[0]].kind == "grid" else (name, "")


def _is_other(name: str, lexicon: Lexicon) -> bool:
    """Return whether a column holds what was written beside « other » (`or_other` in XLSForm): a free text."""
    beside = name.removesuffix("_other")
    match = lexicon.question(_answer(beside, lexicon, "")[0]) if beside != name else None
    return match is not None and match.sure
