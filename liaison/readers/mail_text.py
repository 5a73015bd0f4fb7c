"""Ce que dit un courriel enregistré : ses en-têtes, son texte et ses pièces jointes, sortis de ce qui les code."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message

# Lines « Name: value », then an empty one. A box of mails begins each with « From » and an address.
_MAIL = re.compile(rb"(?:From .*\n)?(?:[!-9;-~]+:.*\n(?:[ \t].*\n)*+)++\r?\n")
_NEXT = re.compile(rb"(?m)^From .*\n")
# Each part bounded: a long line of these signs is read once.
_WORD = r"=\?[^?\s]{1,60}\?[bBqQ]\?[^?]{0,1000}\?="
_CODED = re.compile(rf"{_WORD}(?:\s+{_WORD})*")
_TEXTS = ("text/plain", "text/html")


def is_mail(content: bytes) -> bool:
    """Return whether a file begins as a mail does; some other texts do, and lose nothing by being read so too."""
    return _MAIL.match(content) is not None


def mail_parts(content: bytes) -> Iterator[str | bytes]:
    """Yield what a mail, or a box of mails, holds: each text, and the bytes of each attached file."""
    for message in _NEXT.split(content) if content.startswith(b"From ") else [content]:
        for part in email.message_from_bytes(message).walk():
            yield "\n".join([*(_header(str(value)) for value in part.values()), part.get_filename("")])
            body = part.get_payload(decode=True)
            if isinstance(body, bytes):  # otherwise it is made of the parts that come next
                yield _text(part, body) if part.get_content_type() in _TEXTS else body


def _header(raw: str) -> str:
    # The readers of email.policy know what each header is made of, and break on one that is not.
    return "".join(part if isinstance(part, str) else _decoded(part, named) for part, named in decode_header(raw))


def coded_words(text: str) -> str:
    """Return a text with its coded words (« =?utf-8?B?…?= ») as they read, wherever they are: a mail may be quoted."""
    return _CODED.sub(_plain, text)


def _plain(coded: re.Match[str]) -> str:
    try:
        return _header(coded[0])
    except HeaderParseError:  # not base64
        return coded[0]


def _decoded(content: bytes, named: str | None) -> str:
    """Return the letters of a coded word, in the letters it names (« utf-8*fr »: and its language), or others."""
    for charset in ((named or "utf-8").partition("*")[0], "utf-8"):
        try:
            return content.decode(charset)
        except (LookupError, UnicodeDecodeError):
            continue
    return content.decode("cp1252", "replace")


def _text(part: Message, body: bytes) -> str:
    return _decoded(body, part.get_content_charset())


__all__ = ["coded_words", "is_mail", "mail_parts"]
