"""Un fichier qui n'est pas un tableau : ce qu'il est, à ses premiers octets, et ce qu'il faut donner à sa place."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from liaison.base.archives import Allowance, ArchiveError, opened_zip
from liaison.base.sentences import french_beside
from liaison.base.tables.spreadsheet import LARGEST_PACKED

phrase = french_beside(__file__)

# PNG, JPEG, GIF, WebP, and the HEIC of a telephone: a photograph of a sheet, or of the drawing of a code.
_PICTURE = re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|RIFF.{4}WEBP|.{4}ftyp(?:hei|hev|mif|msf)", re.DOTALL)
# What a file is, by its first bytes: the key of what is said of it.
_KNOWN = {
    b"\xd0\xcf\x11\xe0": "ancien-tableur",
    b"%PDF": "pdf",
    b"{\\rtf": "texte-mis-en-page",
    b"\x1f\x8b": "archive",
    b"7z\xbc": "archive",
    b"Rar!": "archive",
    b"SQLite format 3": "base-de-donnees",
}
ZIP = b"PK\x03\x04"
_PAGES = ("word/", "ppt/")
_MARKUP = (b"<?xml", b"<!doctype", b"<html", b"<table", b"\xef\xbb\xbf<?xml")
_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_SHIFTED = re.compile(rb"\+([A-Za-z0-9/]+)(?=[^A-Za-z0-9/])")  # a letter of UTF-7 that is not of ASCII
_ACCENTED = re.compile("[À-ſ]+")
_SIGNS = bytes(code for code in range(1, 32) if code not in b"\t\n\r\v\f\x1a")
_FEW = 20  # un signe sur vingt : ceux d'un texte abîmé sont plus rares


def why_no_table(start: bytes, source: Path | bytes) -> str:
    """Return what a file is, and what to give in its place, when no table can be in it; empty when one may.

    `start`: its first bytes.
    """
    if start.startswith(ZIP):
        return _in_archive(source)
    if _PICTURE.match(start):
        return phrase("image")
    if known := next((why for head, why in _KNOWN.items() if start.startswith(head)), ""):
        return _not_a_table(known)
    if start.lower().startswith(_MARKUP):
        return phrase("structure-limesurvey") if b"LimeSurveyDocType" in start else _not_a_table("page")
    if name := _written_in(start):
        return phrase("encodage", name=name)
    return _not_a_table("programme") if _is_binary(start) else ""


def _written_in(start: bytes) -> str:
    """Return the name of an encoding that would be taken for letters of another; empty when it is none of them."""
    shifted = _SHIFTED.findall(start) if start.isascii() else []
    if shifted and all(_ACCENTED.fullmatch((b"+" + run + b"-").decode("utf-7", "ignore")) for run in shifted):
        return "UTF-7"
    # That of large computers has neither space nor end of line where every other has them, and its letters elsewhere.
    letters = sum(sign.isascii() and sign.isalnum() for sign in start.decode("cp500"))
    return "EBCDIC" if letters * 2 > len(start) and not set(b" \r\n") & set(start) else ""


def _not_a_table(key: str) -> str:
    return phrase(key, table=phrase("tableau-attendu"))


def _in_archive(source: Path | bytes) -> str:
    """Return what a ZIP is when it is no workbook: a damaged one may still be a workbook."""
    if (len(source) if isinstance(source, bytes) else source.stat().st_size) > LARGEST_PACKED:
        return ""  # refused when it is opened
    try:
        with opened_zip(source, Allowance(0)) as archive:  # its names alone
            names = [entry.name for entry in archive.entries()]
    except ArchiveError:
        return ""
    if any(name.startswith(_PAGES) for name in names):
        return _not_a_table("texte-mis-en-page")
    return "" if any(name == "mimetype" or name.startswith("xl/") for name in names) else phrase("archive")


def _is_binary(start: bytes) -> bool:
    """Return whether bytes are no text: signs that none holds, or zeros on both sides of what UTF-16 would pair."""
    if start.startswith(_MARKS):
        return False
    if start.count(0) * _FEW > len(start):  # a zero or two are a text that somebody spoilt
        return 0 in start[0::2] and 0 in start[1::2]
    return sum(start.count(code) for code in _SIGNS) * _FEW > len(start)


__all__ = ["why_no_table"]
