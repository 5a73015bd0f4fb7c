"""Ce que dit un fichier est lu, d'où qu'il vienne ; ce qui ne peut pas l'être est dit, et rien n'est certifié."""

import datetime as dt
import io
import lzma
import zlib

import pypdf
import pytest
from training.a_session import ANNE, BRUNO, NOON, drop, people_csv, zip_of

from app.cli import session_purging
from liaison.base.archives import zip_of as stored_zip_of
from liaison.readers.readable_text import UnreadableError, texts_in
from liaison.training.purge.erasure import read_erasure
from liaison.training.purge.name_search import NameSearch
from liaison.training.purge.purging import purge
from liaison.training.session.definition import SessionFolder

AFTER = NOON + dt.timedelta(days=31)
NAME = "Zoé Martin"
OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SEVEN = b"7z\xbc\xaf\x27\x1c" + bytes(60)


def found(name: str, content: bytes) -> bool:
    return any(NameSearch([name]).finds(text) for text in texts_in(content))


def pdf_of(held: bytes) -> bytes:
    """Return a PDF of one empty page, with an object kept in a compressed run of objects, as most programs do."""
    packed = zlib.compress(b"4 0 " + held)
    start = f"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length {len(packed)}>>stream\n".encode()
    bodies = {
        1: b"<</Type/Catalog/Pages 2 0 R/Outlines 4 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        5: start + packed + b"\nendstream",
    }
    made, places = b"%PDF-1.5\n", {4: (2, 5, 0)}
    for number, body in bodies.items():
        places[number] = (1, len(made), 0)
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    places[0], places[6] = (0, 0, 255), (1, len(made), 0)
    rows = b"".join(
        bytes([kind]) + at.to_bytes(4, "big") + bytes([last]) for _, (kind, at, last) in sorted(places.items())
    )
    table = b"<</Type/XRef/Size 7/W[1 4 1]/Root 1 0 R/Length %d>>stream\n%s\nendstream" % (len(rows), rows)
    return made + b"6 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF" % (table, places[6][1])


def attached(name: str, content: bytes) -> bytes:
    writer, kept = pypdf.PdfWriter(), io.BytesIO()
    writer.add_blank_page(9, 9)
    writer.add_attachment(name, content)
    writer.compress_identical_objects()
    writer.write(kept)
    return kept.getvalue()


HELD = [
    b"<</Title(Vu par Zo\xe9 Martin)>>",
    b"<</T(a)/V(Zo\xe9 Martin)>>",
    b"[[<</Contents<FEFF005A006F00E90020004D>>> (Zo\xe9 Martin)]]",
]
HELD += [b"<</Contents<%s>>>" % "\ufeffZoé Martin".encode("utf-16-be").hex().encode()]


@pytest.mark.parametrize("held", HELD)
def test_what_a_pdf_says_beside_its_pages_is_read_however_it_is_kept(held: bytes) -> None:
    assert found(NAME, pdf_of(held))
    assert not found("Paul Personne", pdf_of(held))


@pytest.mark.parametrize(
    "content", [b"Vu par Zo\xe9 Martin", zip_of({"a.txt": NAME.encode()}), pdf_of(HELD[0])], ids=["texte", "zip", "pdf"]
)
def test_what_is_attached_to_a_pdf_is_read(content: bytes) -> None:
    assert found(NAME, attached("a.bin", content))
    assert not found("Paul Personne", attached("a.bin", content))


def test_an_archive_that_is_attached_to_a_pdf_and_not_read_is_said() -> None:
    with pytest.raises(UnreadableError, match="7z"):
        list(texts_in(attached("a.bin", SEVEN)))


WRITTEN = [
    *(("Мария Иванова", page) for page in ("cp1251", "koi8_r", "mac_cyrillic", "iso8859_5", "cp866", "utf-32")),
    *(("محمد الفاسي", page) for page in ("cp1256", "iso8859_6", "utf-32-be")),
    *(("Zoé Martin", page) for page in ("mac_roman", "cp850", "utf-32-le", "utf-16")),
    *(("Işıl Yıldız", page) for page in ("cp1254", "utf-16-be")),
    *(("Łukasz Nowak", page) for page in ("cp1250", "iso8859_2")),
    ("Μαρία Παππά", "cp1253"),
]


@pytest.mark.parametrize(("name", "page"), WRITTEN)
def test_a_text_is_read_in_the_letters_of_its_language(name: str, page: str) -> None:
    assert found(name, f"Bonjour, {name}, à bientôt".encode(page, "ignore"))
    assert found(name, b"\x01" * ("utf" in page) + f"Bonjour, {name}".encode(page))
    assert not found("Paul Personne", f"Bonjour, {name}".encode(page))


MANIFEST = {
    "mimetype": b"application/vnd.oasis.opendocument.text",
    "META-INF/manifest.xml": b"<manifest:encryption-data/>",
    "content.xml": b"\x8f\x01",
}
UNREAD = {
    "office chiffré": (OFFICE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "mot de passe"),
    "odt chiffré": (zip_of(MANIFEST), "mot de passe"),
    "ancien office": (OFFICE + bytes(600), "lue en partie"),
    "7z": (SEVEN, "l'effacer, ou la relire"),
}


@pytest.mark.parametrize("kind", UNREAD)
def test_what_cannot_be_read_is_named_and_nothing_is_certified(
    place: SessionFolder, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    content, reason = UNREAD[kind]
    place.participants_file.write_bytes(people_csv({ANNE: NAME, BRUNO: "Bruno Imaginé"}))
    drop(place.submitted, f"{ANNE}/01/piece", content)
    assert session_purging.run(place.root, early=True, json=False) == 1
    said = " ".join(capsys.readouterr().out.replace("\u00a0", " ").replace("\u202f", " ").split())
    proof = read_erasure(place)
    assert proof is not None
    assert [reason in one.reason for one in proof.not_read] == [True]
    assert not proof.certified
    assert "dans ce qui reste" not in said
    assert "1 fichier n'a pas pu être lu : l'effacer, ou le relire vous-même." in said
    assert "puis relancer" not in said
    assert "retrouvé dans ce qui a pu être lu" in said


def test_a_whole_document_that_is_not_ciphered_is_certified(place: SessionFolder) -> None:
    place.participants_file.write_bytes(people_csv({ANNE: NAME, BRUNO: "Bruno Imaginé"}))
    drop(place.submitted, f"{ANNE}/01/piece", zip_of({**MANIFEST, "META-INF/manifest.xml": b"<manifest/>"}))
    assert purge(place, AFTER).certified


# --- what is no text is read if it can be, or named ----------------------------------------------------------------


ZLIB, GIT = zlib.compress(NAME.encode() * 3), zlib.compress(b"blob 10\x00" + NAME.encode())
NO_TEXT = {
    "zlib": ZLIB,
    "git": GIT,
    "Z": b"\x1f\x9d" + ZLIB,
    "lzip": b"LZIP\x01" + ZLIB,
    "lz4": b"\x04\x22\x4d\x18" + ZLIB,
    "brotli": bytes(range(128, 256)) + ZLIB,
    "programme": b"MZ\x90\x00\x03" + bytes(40) + ZLIB,
}


@pytest.mark.parametrize("kind", NO_TEXT)
def test_what_is_neither_a_text_nor_opened_is_said_not_to_be_read(kind: str) -> None:
    with pytest.raises(UnreadableError):
        found(NAME, NO_TEXT[kind])
    with pytest.raises(UnreadableError):
        found(NAME, zip_of({"a.bin": NO_TEXT[kind]}))


def test_a_file_packed_as_lzma_once_did_is_opened() -> None:
    assert found(NAME, lzma.compress(NAME.encode(), format=lzma.FORMAT_ALONE))


WORDS = "Une séance à l'école, pour « relier » : Олена, ليلى, Λένα."
PLAIN = [
    *(WORDS.encode(page) for page in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")),
    *("à l'école, un été".encode(page) for page in ("cp1252", "mac_roman", "cp850", "iso8859_15")),
    b"",
    b"une\ttable\r\nun saut\x0cune page \x1b[0m",
]


@pytest.mark.parametrize("content", PLAIN, ids=range(len(PLAIN)))
def test_a_text_is_read_whole_whatever_its_letters(content: bytes) -> None:
    assert not found(NAME, content)


def test_what_stands_beside_the_words_of_a_document_is_no_reason_to_doubt_it() -> None:
    parts = {"[Content_Types].xml": b"<Types/>", "xl/printerSettings/printerSettings1.bin": b"\x04\x00" + ZLIB}
    assert not found(NAME, zip_of(parts))
    assert found(NAME, zip_of(parts | {"xl/sharedStrings.xml": NAME.encode()}))


def test_an_archive_that_holds_a_document_is_none_and_what_is_beside_it_is_said_not_to_be_read() -> None:
    document = stored_zip_of({"[Content_Types].xml": b"<Types/>"}, compressed=False)
    with pytest.raises(UnreadableError):
        found(NAME, stored_zip_of({"a.docx": document, "b.bin": ZLIB}, compressed=False))


@pytest.mark.parametrize("history", [".git", "rendu/.git", ".svn"])
def test_the_history_of_a_session_is_named_once_and_nothing_is_certified(history: str, place: SessionFolder) -> None:
    for name in ("objects/ab/cdef", "objects/ab/cdf0", "index"):
        drop(place.root / history, name, GIT)
    proof = purge(place, AFTER)
    assert [(one.path, "effacer ce dossier" in one.reason) for one in proof.not_read] == [(history, True)]
    assert proof.kept.count(history) == 1
    assert not any("/objects/" in path for path in proof.kept)


@pytest.mark.parametrize("name", ["thimai.txt", "thimai_notes.txt", "thimai2.txt"])
def test_the_proof_does_not_doubt_itself_for_the_name_of_a_file(name: str) -> None:
    search = NameSearch(["Thi Mai NGUYEN"])
    assert search.doubted(name)
    assert not search.doubted(search.masked(f"mes_notes/{name}"))
