"""Un nom codé en lettres (base64, hexadécimal) ou dont les lettres ont un numéro est trouvé, ou dit n'être pas lu."""

import base64
import datetime as dt
import io
import json
import os
import sqlite3
import struct
import zlib
from collections.abc import Callable
from contextlib import closing
from urllib.parse import quote

import pypdf
import pytest
from training.a_session import ANNE, BRUNO, NOON, drop, people_csv, zip_of

from liaison.readers.readable_text import UnreadableError, texts_in
from liaison.training.purge.base_names import strip_names
from liaison.training.purge.name_search import NameSearch
from liaison.training.purge.purging import purge
from liaison.training.session.definition import SessionFolder

AFTER = NOON + dt.timedelta(days=31)
NAME, OTHER = "Éloïse Lefèvre", "Paul Personne"
SEVEN = b"7z\xbc\xaf\x27\x1c" + bytes(60)


def by_forty(signs: str) -> list[str]:
    return [signs[at : at + 40] for at in range(0, len(signs), 40)]


def coded(content: bytes | str) -> str:
    return base64.b64encode(content.encode() if isinstance(content, str) else content).decode()


def data(kind: str, content: bytes | str) -> str:
    return f"data:{kind};base64,{coded(content)}"


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(note: str, points: bytes = b"") -> bytes:
    packed = zlib.compress(note.encode())
    said = chunk(b"iTXt", b"Author\x00\x01\x00\x00\x00" + packed)
    drawn = chunk(b"IDAT", points or os.urandom(90))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", bytes(13)) + said + drawn + chunk(b"IEND", b"")


def pdf(title: str) -> bytes:
    writer, kept = pypdf.PdfWriter(), io.BytesIO()
    writer.add_blank_page(9, 9)
    writer.add_metadata({"/Title": title})
    writer.write(kept)
    return kept.getvalue()


def notebook(outputs: dict[str, object], attachments: dict[str, object] | None = None) -> str:
    output = {"output_type": "display_data", "metadata": {}, "data": outputs}
    cells = [
        {"cell_type": "code", "metadata": {}, "source": ["x"], "execution_count": 1, "outputs": [output]},
        {"cell_type": "markdown", "metadata": {}, "source": ["y"], "attachments": attachments or {}},
    ]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}, indent=1)


def mail(page: str) -> str:
    quoted = page.replace("=", "=3D")
    lines = "=\n".join(quoted[at : at + 70] for at in range(0, len(quoted), 70))
    return (
        "From: a@example.org\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n"
        f"Content-Transfer-Encoding: quoted-printable\n\n{lines}\n"
    )


CODED: dict[str, Callable[[str], str]] = {
    "texte dans une page": lambda name: f'<img src="{data("text/plain", name)}">',
    "lettres latines": lambda name: f'<img src="{data("text/plain", name.encode("cp1252"))}">',
    "dessin": lambda name: f'<img src="{data("image/svg+xml", f"<svg><title>{name}</title></svg>")}">',
    "page dans une page": lambda name: f'<iframe src="{data("text/html", f"<p>{name}</p>")}"></iframe>',
    "auteur d'une image": lambda name: f'<img src="{data("image/png", png(name))}">',
    "image dans un style": lambda name: f"a {{ background: url({data('image/png', png(name))}) }}",
    "adresse codée": lambda name: f'<a href="{quote(data("image/png", png(name)))}">',
    "en lignes de quarante signes": lambda name: "\n".join(by_forty(coded(f"Le mot est de {name}, en classe." * 3))),
    "en hexadécimal par lignes de quarante": lambda name: "\n".join(
        by_forty((f"Le mot est de {name}." * 5).encode().hex())
    ),
    "coupé en lignes": lambda name: f"une image\n{base64.encodebytes(png(name)).decode()}\nfin",
    "coupé en lignes dans un XML": lambda name: (
        f"<a>{base64.encodebytes(png(name)).decode().replace(chr(10), '&#xA;')}</a>"
    ),
    "dans un courriel": lambda name: mail(f'<p>Bonjour</p><img src="{data("image/png", png(name))}">'),
    "PDF d'un carnet": lambda name: notebook({"application/pdf": coded(pdf(name)) + "\n", "text/plain": ["<Figure>"]}),
    "image d'un carnet": lambda name: notebook({"image/png": coded(png(name)), "text/plain": "<Figure>"}),
    "image en lignes d'un carnet": lambda name: notebook(
        {"image/png": base64.encodebytes(png(name)).decode().splitlines(keepends=True)}
    ),
    "pièce jointe d'un carnet": lambda name: notebook({}, {"a.png": {"image/png": coded(png(name))}}),
    "texte joint à un carnet": lambda name: notebook({}, {"a.txt": {"text/plain": coded(name)}}),
    "archive": lambda name: f'{{"fichier": "{coded(zip_of({"a.txt": name.encode()}))}"}}',
    "deux images d'une liste": lambda name: json.dumps([coded(png("rien", bytes(90))), coded(png(name, bytes(90)))]),
    "jeton": lambda name: f"a.{base64.urlsafe_b64encode(json.dumps({'nom': name}).encode()).decode().rstrip('=')}.b",
    "bout d'adresse": lambda name: f"https://exemple.org/a/{coded(name).rstrip('=')}",
    "annuaire": lambda name: f"dn: a\ncn:: {coded(name)}\n",
    "commande": lambda name: f"powershell -e {coded(name.encode('utf-16-le'))}",
    "hexadécimal": lambda name: r"{\rtf1{\pict\pngblip " + png(name).hex() + "}}",
    "hexadécimal d'un programme": lambda name: f"x = 0x{name.encode().hex()}",
    "coupé dans un programme": lambda name: (
        'x = "' + '"\n  + "'.join(base64.encodebytes(png(name)).decode().split()) + '"'
    ),
    "coupé dans un JSON coupé": lambda name: json.dumps({"a": base64.encodebytes(png(name)).decode()})[:-1],
    "codé deux fois": lambda name: f"<p>{coded('<img src=' + data('image/png', png(name)))}</p>",
}


def found(name: str, content: bytes | str) -> bool:
    held = content.encode() if isinstance(content, str) else content
    return any(NameSearch([name]).finds(text) for text in texts_in(held))


@pytest.mark.parametrize("kind", CODED)
def test_a_name_that_a_text_holds_coded_is_found(kind: str) -> None:
    assert found(NAME, CODED[kind](NAME))
    assert not found(OTHER, CODED[kind](NAME))


@pytest.mark.parametrize("name", ["Li Wu", "Мария Иванова", "محمد الفاسي"])
def test_a_short_name_and_one_in_other_letters_are_found_coded(name: str) -> None:
    assert found(name, f"un jeton : {coded(name)}, puis la suite")
    assert found(name, f'<a href="{data("text/plain", name)}">')


WRITTEN = {
    "CSS": r'a::after { content: "\C9 lo\EF se Lef\E8vre" }',
    "CSS, six chiffres": r'a::after { content: "\0000C9lo\0000EFse Lef\0000E8vre" }',
    "JavaScript, octets": r'x = "\xc9lo\xefse Lef\xe8vre"',
    "JavaScript, accolades": r'x = "\u{c9}lo\u{ef}se Lef\u{e8}vre"',
    "Python, huit chiffres": r'x = "\U000000c9lo\U000000efse Lef\U000000e8vre"',
    "Python, noms": r'x = "\N{LATIN CAPITAL LETTER E WITH ACUTE}lo\N{LATIN SMALL LETTER I WITH DIAERESIS}se Lefevre"',
    "Python, UTF-8": r"b'\xc3\x89lo\xc3\xafse Lef\xc3\xa8vre'",
    "git": r'"\303\211lo\303\257se Lef\303\250vre.txt"',
    "LaTeX": r"\'{E}lo{\"\i}se Lef\`evre",
    "page, deux fois": "<p>&amp;Eacute;lo&amp;#239;se Lef&amp;egrave;vre</p>",
    "page, trois fois": "<p>&amp;amp;Eacute;lo&amp;amp;#239;se Lef&amp;amp;egrave;vre</p>",
    "adresse, deux fois": quote(quote(NAME)),
    "adresse, latin-1": quote(NAME.encode("cp1252")),
    "adresse, escape()": "%C9lo%EFse%20Lef%u00E8vre",
    "classeur": "_x00C9_lo_x00EF_se Lef_x00E8_vre",
    "page dans un programme": r'x = "\u0026Eacute;lo\u0026iuml;se Lef\u0026egrave;vre"',
}


@pytest.mark.parametrize("kind", WRITTEN)
def test_a_letter_written_by_its_number_or_its_name_is_read(kind: str) -> None:
    assert found(NAME, WRITTEN[kind])
    assert not found(OTHER, WRITTEN[kind])


UNREAD = {
    "archive 7z": f'<a href="{data("application/octet-stream", SEVEN)}">',
    "genre inconnu": f'<a href="{data("application/octet-stream", bytes(range(256)))}">',
    "son d'un carnet": notebook({"audio/mpeg": coded(bytes(range(256)))}),
    "comprimé": f"un dessin : {coded(zlib.compress(NAME.encode() * 9))}",
    "son dans une page": f'<audio src="{data("audio/mpeg", b"ID3" + bytes(range(256)))}">',
    "7z sans que rien ne le dise": f"un jeton : {coded(SEVEN)}",
    "trop profond": json.dumps(coded(coded(coded(coded(f"Bonjour, vu par {NAME} hier"))))),
}


@pytest.mark.parametrize("kind", UNREAD)
def test_what_is_coded_and_cannot_be_read_is_named_and_nothing_is_certified(kind: str, place: SessionFolder) -> None:
    place.participants_file.write_bytes(people_csv({ANNE: NAME, BRUNO: "Bruno Imaginé"}))
    kept = drop(place.root, "divers/page.html", UNREAD[kind].encode())
    proof = purge(place, AFTER)
    assert kept.exists()
    assert [(one.path, "base64" in one.reason) for one in proof.not_read] == [("divers/page.html", True)]
    assert not proof.certified


def test_a_base_in_an_archive_or_coded_is_said_not_to_be_read() -> None:
    base = b"SQLite format 3\x00" + bytes(100)
    for content in (zip_of({"a.db": base}), data("application/octet-stream", base).encode()):
        with pytest.raises(UnreadableError, match="base de données"):
            found(NAME, content)


KEPT = {
    "police": f"@font-face {{ src: url({data('font/woff2', b'wOF2' + bytes(range(256)))}) }}",
    "image": f'<img src="{data("image/png", png("Une autre personne"))}">',
    "condensé": "sha512-" + coded(bytes(range(64))),
    "carnet": notebook({"image/png": coded(png("matplotlib")), "application/vnd.a+json": {"clef": coded(bytes(99))}}),
    "points d'une courbe": json.dumps({"bdata": coded(struct.pack("<9d", *range(9)))}),
    "courriel": mail(f'<p>Bonjour</p><a href="{data("application/pdf", pdf("Un sujet"))}">'),
    "prose": "Anticonstitutionnellement, l'établissement scolaire photographierait hebdomadairement. " * 50,
}


def test_what_holds_no_name_coded_or_not_stays_and_is_certified(place: SessionFolder) -> None:
    place.participants_file.write_bytes(people_csv({ANNE: NAME, BRUNO: "Li Wu"}))
    kept = [drop(place.root, f"divers/{kind}", text.encode()) for kind, text in KEPT.items()]
    kept += [drop(place.submitted, f"{ANNE}/01/{kind}", text.encode()) for kind, text in KEPT.items()]
    proof = purge(place, AFTER)
    assert [path.exists() for path in kept] == [True] * len(kept)
    assert (proof.not_read, proof.to_read, proof.certified) == ((), (), True)


def test_a_name_coded_in_a_cell_of_a_base_is_taken_out(place: SessionFolder) -> None:
    path = place.root / "a.db"
    with closing(sqlite3.connect(path)) as base, base:
        base.execute("CREATE TABLE cell (source TEXT)")
        base.execute("INSERT INTO cell VALUES (?)", (f"![]({data('image/png', png(NAME))})",))
    assert strip_names(path, NameSearch([NAME])) == 1
    with closing(sqlite3.connect(path)) as base:
        assert base.execute("SELECT source FROM cell").fetchall() == [("[nom effacé]",)]


LARGE = {
    "carnet": lambda: notebook({f"image/png;{n}": coded(png("rien", os.urandom(1_000_000))) for n in range(5)}),
    "page": lambda: "".join(f'<img src="{data("image/png", png("rien", os.urandom(1_000_000)))}">' for _ in range(5)),
    "jetons": lambda: "\n".join(os.urandom(32).hex() for _ in range(45_000)),
    "base64 d'un bruit": lambda: base64.encodebytes(os.urandom(2_200_000)).decode(),
    "une lettre": lambda: "a" * 3_000_000,
}


@pytest.mark.parametrize("kind", LARGE)
def test_a_large_file_gives_no_more_to_search_than_a_few_times_itself_whatever_it_holds_coded(kind: str) -> None:
    content = LARGE[kind]().encode()
    sizes = [len(text) for text in texts_in(content)]
    assert sum(sizes) < 4 * len(content)
    assert len(sizes) < 1000
