"""Chercher un nom court : jamais parmi les points d'une image, toujours dans sa légende ; et ce qui est comprimé."""

import bz2
import datetime as dt
import io
import lzma
import random
import struct
import tarfile
import time
import zlib
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from training.a_session import ANNE, NOON, drop, people_csv

from app.cli import session_purging
from liaison.base.archives import Allowance
from liaison.readers.readable_text import UnreadableError, texts_of
from liaison.training.purge import folder_search
from liaison.training.purge.folder_search import MOST_UNPACKED, searched
from liaison.training.purge.name_search import NameSearch
from liaison.training.purge.purging import purge
from liaison.training.session.definition import SessionFolder

SEARCH = NameSearch(["Li Po", "Ba"])
NOISE = b"\xff\x00 Li\xfe \x01Po\x00 ba \x8f"  # what points may be, by chance


def png(points: bytes, caption: bytes = b"") -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    said = chunk(b"tEXt", b"Author\x00" + caption) if caption else b""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + said + chunk(b"IDAT", points) + chunk(b"IEND", b"")


def packed_caption(points: bytes, caption: bytes = b"") -> bytes:
    made = png(points)
    body = b"Author\x00\x00" + zlib.compress(caption)
    chunk = struct.pack(">I", len(body)) + b"zTXt" + body + bytes(4)
    return made[:33] + chunk + made[33:] if caption else made


def jpeg(points: bytes, caption: bytes = b"") -> bytes:
    def segment(kind: int, body: bytes) -> bytes:
        return bytes([0xFF, kind]) + (len(body) + 2).to_bytes(2) + body

    small = b"\xff\xd8\xff\xe0" + points  # the small image of the image
    said = segment(0xE1, b"Exif\x00\x00" + caption + b"\x00" + small) if caption else b""
    scan = segment(0xDA, bytes(10)) + points.replace(b"\xff", b"\xff\x00") + b"\xff\xd9"
    return b"\xff\xd8" + segment(0xE0, b"JFIF\x00") + segment(0xDB, points[:60]) + said + scan


def webp(points: bytes, caption: bytes = b"") -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return kind + struct.pack("<I", len(body)) + body + bytes(len(body) % 2)

    body = b"WEBP" + chunk(b"VP8 ", points) + (chunk(b"EXIF", caption) if caption else b"")
    return b"RIFF" + struct.pack("<I", len(body)) + body


def found(folder: Path, content: bytes) -> bool:
    return any(SEARCH.finds(text, single=True) for text in texts_of(drop(folder, "image", content)))


KINDS = pytest.mark.parametrize("kind", [png, packed_caption, jpeg, webp])
Kind = Callable[..., bytes]


@KINDS
@pytest.mark.parametrize("caption", [b"Li Po", b"par Ba", "légende : Ba".encode()])
def test_a_name_in_the_caption_of_an_image_is_found(tmp_path: Path, kind: Kind, caption: bytes) -> None:
    assert found(tmp_path, kind(b"\x01\x02", caption))


@KINDS
def test_a_name_after_the_end_of_an_image_is_found(tmp_path: Path, kind: Kind) -> None:
    assert found(tmp_path, kind(b"\x01\x02") + b"Li Po")


@KINDS
def test_a_short_name_among_the_points_of_an_image_is_chance(tmp_path: Path, kind: Kind) -> None:
    assert not found(tmp_path, kind(NOISE * 20))
    # The same bytes elsewhere than in an image are words: what holds them is looked at.
    assert found(tmp_path, NOISE * 20)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(points=st.binary(max_size=400), cut=st.integers(0, 500), kind=st.sampled_from([png, packed_caption, jpeg, webp]))
def test_an_image_that_is_cut_or_made_of_anything_stops_nothing(
    tmp_path: Path, points: bytes, cut: int, kind: Kind
) -> None:
    assert isinstance(found(tmp_path, kind(points, b"une fleur")[:cut]), bool)


@pytest.mark.parametrize("sign", [b"GIF89a", b"II*\x00", b"BM\x01\x02\x03\x04\x00\x00\x00\x00"])
def test_of_another_image_only_whole_sentences_are_read(tmp_path: Path, sign: bytes) -> None:
    assert not found(tmp_path, sign + NOISE * 20)
    assert found(tmp_path, sign + b"\x00Photographie de Li Po\x00")


OTHERS = [b"GIF89a", b"II*\x00", b"\x00\x00\x00\x18ftypheic", b"\xff\xd8\xff\xe0\x00\x04ab"]  # the last one is cut


@pytest.mark.parametrize("sign", OTHERS)
def test_chance_writes_no_short_name_in_the_points_of_another_image(tmp_path: Path, sign: bytes) -> None:
    search = NameSearch(["Li Wu", "Al Bo", "Jo Hu"])
    looks = [
        search.look(text) for text in texts_of(drop(tmp_path, "image", sign + random.Random(5).randbytes(300_000)))
    ]
    assert not any(look.named or look.doubted or look.parts for look in looks)


@pytest.mark.parametrize("sign", OTHERS)
@pytest.mark.parametrize(
    "caption",
    [
        "(c) Zoé Martin 2024".encode(),
        "(c) Zoé Martin 2024".encode("latin-1"),
        "ZOÉ MARTIN".encode("latin-1"),
        b"zoe_martin_2024",
        b"<x:xmpmeta><dc:creator><li>Zo\xc3\xa9 Martin</li></dc:creator></x:xmpmeta>",
        "Марія Коваль".encode(),
    ],
)
def test_a_name_that_is_written_in_another_image_is_found(tmp_path: Path, sign: bytes, caption: bytes) -> None:
    search = NameSearch(["Zoé Martin", "Марія Коваль"])
    points = random.Random(5).randbytes(2_000)
    texts = texts_of(drop(tmp_path, "image", sign + points + b"\x00" + caption + b"\x00" + points))
    assert any(search.finds(text, single=False) for text in texts)


def test_a_compressed_page_of_a_pdf_is_noise_and_its_words_are_not(tmp_path: Path) -> None:
    head, end = b"%PDF-1.7\n1 0 obj<<>>stream\n", b"\nendstream endobj\n"

    def read(content: bytes) -> list[str]:
        texts = []
        try:
            for text in texts_of(drop(tmp_path, "a.pdf", content)):
                texts.append(text)
        except UnreadableError:
            pass  # no page in it: pypdf says so after its title
        return texts

    from liaison.documents import Document, to_pdf

    whole = to_pdf(Document(title="Une fleur", blocks=()))
    assert not any(SEARCH.finds(text, single=True) for text in read(whole + head + NOISE * 20 + end))
    assert any(SEARCH.finds(text, single=True) for text in read(whole + head + b"<x>Li Po</x>" + end))


def tar(content: bytes) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        entry = tarfile.TarInfo("dossier/lettre.txt")
        entry.size = len(content)
        archive.addfile(entry, io.BytesIO(content))
    return made.getvalue()


@pytest.mark.parametrize(
    "pack",
    [lzma.compress, bz2.compress, tar, lambda content: lzma.compress(tar(content))],
    ids=["xz", "bzip2", "tar", "tar.xz"],
)
def test_what_the_suite_can_unpack_is_searched(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    assert found(tmp_path, pack(b"Bonjour Li Po"))
    assert not found(tmp_path, pack(b"Bonjour Li Bai"))
    # An image inside is an image still.
    assert not found(tmp_path, pack(png(NOISE * 20)))


@pytest.mark.parametrize(
    ("sign", "name"), [(b"7z\xbc\xaf\x27\x1c", "7z"), (b"Rar!\x1a\x07\x00", "rar"), (b"\x28\xb5\x2f\xfd", "zstd")]
)
def test_what_the_suite_cannot_unpack_is_named_and_never_taken_for_searched(
    tmp_path: Path, sign: bytes, name: str
) -> None:
    with pytest.raises(UnreadableError, match=f"archive {name}.*relire dépliée"):
        list(texts_of(drop(tmp_path, "archive", sign + bytes(50))))


@pytest.mark.parametrize("content", [lzma.compress(b"x" * 500)[:-9], b"BZh91AY&SY", tar(b"x")[:700]])
def test_a_compressed_file_that_is_cut_says_so(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(UnreadableError, match="abîmée"):
        list(texts_of(drop(tmp_path, "archive", content)))


def test_a_text_that_only_begins_like_an_archive_is_read(tmp_path: Path) -> None:
    assert found(tmp_path, b"BZh est un sigle, dit Li Po")


def test_an_erasure_says_how_many_files_it_has_looked_at(place: SessionFolder) -> None:
    place.participants_file.write_bytes(people_csv({ANNE: "Anne Fictive"}))
    for number in range(3):
        drop(place.documents, f"note_{number}.txt", b"Bonjour")
    told: list[tuple[int, int]] = []
    purge(place, NOON + dt.timedelta(days=31), part=lambda done, count, _long: told.append((done, count)))
    starts = [at for at, (done, _) in enumerate(told) if done == 0]
    assert len(starts) == 2  # the search, then the verification
    for start, end in zip(starts, [*starts[1:], len(told)], strict=True):
        turn = told[start:end]
        assert [done for done, _ in turn] == list(range(len(turn)))
        assert {count for _, count in turn} == {len(turn)}
        assert len(turn) >= 3


def test_a_file_of_noise_is_searched_in_seconds_whatever_the_length_of_the_list(
    place: SessionFolder,
) -> None:
    noise = drop(place.submitted, "alea.bin", random.Random(3).randbytes(200_000))
    words = map("".join, product("abcdefghijklmnopqrst", repeat=2))
    search = NameSearch(f"Prénom{word} Fictive{word[::-1]}" for word in words)
    start = time.process_time()
    seen = searched(place, noise, search, Allowance(MOST_UNPACKED))
    seconds = time.process_time() - start
    assert (seen.named, "pas un texte" in seen.unread) == (False, True)
    assert seconds < 4


def test_a_file_that_takes_long_is_named_while_it_is_searched(
    place: SessionFolder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    place.participants_file.write_bytes(people_csv({ANNE: "Anne Fictive"}))
    drop(place.submitted, "alea.bin", random.Random(3).randbytes(10_000))
    monkeypatch.setattr(folder_search, "LONG", 10_000)
    drop(place.documents, "note.txt", b"Bonjour")
    session_purging.run(place.root, early=True, json=False)
    lines = capsys.readouterr().err.replace("\u00a0", " ").splitlines()
    named = [line.strip() for line in lines if "gros fichier" in line]
    assert len(named) == 2  # the search, then the verification
    assert all("puis « submitted/alea.bin »" in line for line in named)
