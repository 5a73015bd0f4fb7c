"""L'export XLSX (ou CSV) de KoboToolbox : noms XML ou phrases, `groupe/question`, une colonne 0/1 par case.

Une question à plusieurs réponses a une colonne de résumé et une colonne par valeur (`appareils/ordinateur`). Les
répétitions sont dans d'autres feuilles, qui ne sont pas lues. `_uuid` est le même dans tous les exports d'une réponse.
"""

from __future__ import annotations

from collections.abc import Sequence

from liaison.diagnostic.formats.source import ColumnKind, Layout, named_columns
from liaison.diagnostic.wording import Lexicon

NAME = "kobo"
_TOKENS = ("_uuid", "meta/instanceID")
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
    "_validation_status",
    "_notes",
    "_status",
    "_submitted_by",
    "_tags",
    "_index",
    "_attachments",
    "_geolocation",
    "meta/rootUuid",
    "formhub/uuid",
}


def layout(head: Sequence[Sequence[str]], lexicon: Lexicon) -> Layout | None:
    """Return the layout of a KoboToolbox export; None without two of the columns that it always writes."""
    header = [cell.strip() for cell in head[0]]
    own = sum(name in _SERVICE or name in _TOKENS or name == "_id" for name in header if name.startswith("_"))
    if own < 2:
        return None
    return Layout(NAME, named_columns([_header(name, lexicon) for name in header]), elsewhere=("other",))


def _header(name: str, lexicon: Lexicon) -> tuple[str, str, ColumnKind]:
    if name in _TOKENS:
        return name, "", "token"
    if name == "_id":
        return name, "", "identifier"
    if name in _SERVICE or name.endswith("_URL") or _is_other(name, lexicon):
        return name, "", "service"
    return (*split_path(name, lexicon), "answer")


def _is_other(name: str, lexicon: Lexicon) -> bool:
    """Return whether a column holds what was written beside « other » (`or_other` in XLSForm): a free text."""
    asked = lexicon.question(name.rpartition("/")[2].removesuffix("_other")) if name.endswith("_other") else None
    return asked is not None and asked.sure


def split_path(name: str, lexicon: Lexicon) -> tuple[str, str]:
    """Return the question and the part of a header like `groupe/question/valeur`; groups are left out.

    A sentence may hold slashes of its own: each cut is tried, the longest part first.
    """
    steps = name.split("/")
    for only_sure in (True, False):  # a group before a sentence must not count as a sentence that looks alike
        for cut in range(1, len(steps)):
            part = "/".join(steps[cut:])
            for begin in range(cut):
                question = "/".join(steps[begin:cut])
                asked = lexicon.question(question)
                item = lexicon.items.get(asked.name) if asked and (asked.sure or not only_sure) else None
                if item and lexicon.part(item, part):
                    return question, part
        for begin in range(len(steps)):
            question = "/".join(steps[begin:])
            asked = lexicon.question(question)
            if asked and (asked.sure or not only_sure):
                return question, ""
    return name, ""
