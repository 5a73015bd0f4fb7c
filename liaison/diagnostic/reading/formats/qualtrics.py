"""L'export CSV de Qualtrics : une ligne de codes, une ligne de questions, et parfois une ligne d'identifiants.

Les cases d'une question y ont chacune leur colonne, « question - Selected Choice - case » ou « question - case ».
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from liaison.base.letters import key as letters_of
from liaison.diagnostic.reading.formats import any_table
from liaison.diagnostic.reading.formats.headers import Header
from liaison.diagnostic.reading.formats.source import ColumnKind, Layout, named_columns
from liaison.diagnostic.reading.wording import Lexicon

NAME = "qualtrics"
# Spelled without a space: other tools have a « Start Date » and an « IP Address ».
_SERVICE = frozenset(
    (
        *("StartDate", "EndDate", "RecordedDate", "Status", "IPAddress", "Progress", "Duration (in seconds)"),
        *("Finished", "ResponseId", "RecipientLastName", "RecipientFirstName", "RecipientEmail"),
        *("ExternalReference", "ExternalDataReference", "LocationLatitude", "LocationLongitude"),
        *("DistributionChannel", "UserLanguage", "Q_RecaptchaScore"),
    )
)
_RESPONSE_ID = "ResponseId"
# What a cell says of a response that its author tried, of one that no family sent, and of one that was never finished.
_DRAFTS = {
    "Status": (
        *("Survey Preview", "Survey Test", "apercu-de-l-enquete", "test-de-l-enquete", "Spam"),
        *("1", "2", "8", "9", "17"),
    ),
    "Finished": ("False", "Faux", "No", "Non", "0"),
}
_FEWEST = 3  # columns of its own that no other tool has under these codes
_IMPORT = re.compile(r'\{\s*"ImportId"')
_BETWEEN = " - "
_CHOICE = re.compile(r"\s+-\s+(?:Selected Choice|Choix sélectionné)(?=\s+-\s|$)", re.IGNORECASE)


def layout(head: Sequence[Sequence[str]], lexicon: Lexicon) -> Layout | None:
    """Return the layout of an export of Qualtrics; None when its first lines are not such a header."""
    if len(head) < 2 or len(head[0]) != len(head[1]):
        return None
    codes, titles = ([cell.strip() for cell in row] for row in head[:2])
    service = [code in _SERVICE for code in codes]
    under = [title for title, own in zip(titles, service, strict=True) if own]
    # An answer has a date or a number there: the line of titles was taken away.
    if sum(service) < _FEWEST or any(character.isdigit() for title in under for character in title):
        return None
    questions = [_CHOICE.sub("", title) for title in titles]
    parted = _parts(codes, questions)
    headers: list[Header] = [
        (*own, "answer") if own and not header[1] else header
        for own, header in zip(parted, any_table.headers(questions, lexicon), strict=True)
    ]
    named = [
        _own(code, title) if own else header
        for code, title, own, header in zip(codes, titles, service, headers, strict=True)
    ]
    third = [cell for cell in (head[2] if len(head) > 2 else ()) if cell.strip()]
    lines = 3 if third and all(_IMPORT.match(cell.strip()) for cell in third) else 2
    drafts = {at: frozenset(map(letters_of, _DRAFTS[code])) for at, code in enumerate(codes) if code in _DRAFTS}
    return Layout(NAME, named_columns(named), lines, titled=1, unticked="sans_reponse", drafts=drafts)


def _parts(codes: Sequence[str], titles: Sequence[str]) -> list[tuple[str, str] | None]:
    """Return the question and the part of each column whose code and whose title say that others are beside it.

    « Q5_1 », « Q5_2 »: « question - ligne », « question - autre ligne ».
    """
    halves = [title.rpartition(_BETWEEN)[::2] for title in titles]
    stems = [code.rpartition("_")[0] for code in codes]
    beside = Counter((stem, question) for stem, (question, _) in zip(stems, halves, strict=True) if stem and question)
    return [
        (question, part) if beside[stem, question] > 1 else None
        for stem, (question, part) in zip(stems, halves, strict=True)
    ]


def _own(code: str, title: str) -> Header:
    kind: ColumnKind = "token" if code == _RESPONSE_ID else "draft" if code in _DRAFTS else "service"
    return title or code, "", kind


__all__ = ["NAME", "layout"]
