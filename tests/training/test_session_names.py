"""A name is found as people and programs write it, in every kind of file, and what cannot be read says why."""

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.a_session import base_in, drop

from liaison.documents import Document, bold, paragraph, to_docx, to_pdf
from liaison.readers import readable_text
from liaison.readers.readable_text import UnreadableError, texts_of
from liaison.training.purge.name_search import NameSearch

FULL = "Anne Fictive-Delatour"
SEARCH = NameSearch([FULL])

WRITTEN = (
    "Anne Fictive-Delatour",
    "FICTIVE-DELATOUR Anne",
    "Fictive Delatour, Anne",
    "anne.fictive-delatour@example.org",
    "Ânné Fictivé–Delatour",
    "Anne\u00a0Fictive-Dela-\ntour",
    "remise_AnneFictiveDelatour.zip",
    "Anne  FICTIVE\tDELATOUR",
    "ＡＮＮＥ Fictive-Delatour",
)
NOT_WRITTEN = ("Anne Fictive", "Delatour-Fictive", "Jeanne Delatour-Fictive", "Anne F.-D.", "")


@pytest.mark.parametrize("text", WRITTEN)
def test_a_name_is_found_as_people_write_it(text: str) -> None:
    assert SEARCH.finds(f"Vu par {text}, le 3.")
    assert not SEARCH.finds(SEARCH.replaced(f"Vu par {text}, le 3."))


@pytest.mark.parametrize("text", NOT_WRITTEN)
def test_another_name_is_not_taken_for_it(text: str) -> None:
    assert not SEARCH.finds(f"Vu par {text}.")


names = st.lists(st.text("abcéÉçÖ-' ", min_size=1, max_size=12), min_size=1, max_size=4)


@given(names, st.text("abcéÉ .,", max_size=20), st.text("abc\n;", max_size=20))
def test_a_name_put_anywhere_is_found_and_once_replaced_is_not(people: list[str], before: str, after: str) -> None:
    search = NameSearch(people)
    for name in people:
        text = f"{before} {name} {after}"
        several = len("".join(sign if sign.isalnum() else " " for sign in name).split()) > 1
        if several:
            assert search.finds(text)
        assert not search.finds(search.replaced(text))
        if not search.finds(text):
            assert search.replaced(text) == text


def packed(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return stream.getvalue()


def test_a_name_is_found_in_every_kind_of_file(tmp_path: Path) -> None:
    split = Document(title="Titre", blocks=(paragraph(bold("Anne"), " ", bold("Fictive"), "-Delatour"),))
    accent = NameSearch(["Élodie Inventée"])
    page = "<p>&Eacute;lodie <b>Inven</b>t&eacute;e</p>"
    kinds: dict[str, tuple[bytes, NameSearch]] = {
        "texte.txt": (FULL.encode("utf-16"), SEARCH),
        "tableur.csv": ("Élodie;Inventée".encode("cp1252"), accent),
        "carnet.ipynb": (json.dumps({"source": "Élodie Inventée"}).encode(), accent),
        "page.html": (page.encode(), accent),
        "nom_court.html": (b"<p><b>L</b>i Po</p>", NameSearch(["Li Po"])),
        "lettre.docx": (to_docx(split), SEARCH),
        "lettre.pdf": (to_pdf(split), SEARCH),
        "titre.pdf": (to_pdf(Document(title=FULL, blocks=())), SEARCH),
        "archive.zip": (packed({"a/b.zip": packed({"c.txt": FULL.encode()})}), SEARCH),
        "nom_dedans.zip": (packed({"Anne Fictive-Delatour.txt": b""}), SEARCH),
        "journal.gz": (gzip.compress(FULL.encode()), SEARCH),
        "adresse.txt": (b"?nom=Anne%20Fictive%2DDelatour", SEARCH),
    }
    for name, (content, search) in kinds.items():
        path = drop(tmp_path, name, content)
        assert any(search.finds(text) for text in texts_of(path)), name
        assert not any(NameSearch(["Paul Personne"]).finds(text) for text in texts_of(path)), name
    base_in(tmp_path / "base.db", "x " * 5000 + FULL + " y" * 5000)
    assert any(SEARCH.finds(text) for text in texts_of(tmp_path / "base.db"))


def ciphered() -> bytes:
    content = bytearray(packed({"a.txt": b"x"}))
    content[content.find(b"PK\x01\x02") + 8] |= 1
    content[6] |= 1
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04coupe", "abîmée"),
        (ciphered(), "protégée"),
        (packed({"a": packed({"b": packed({"c": packed({"d": b""})})})}), "l'une dans l'autre"),
        (b"%PDF-1.7 coupe", "PDF"),
        (b"\x1f\x8bcoupe", "abîmée"),
        (b"SQLite format 3\x00coupe", "base de données"),
        (packed({"a": b"0" * 3000}), "déplié"),
        (gzip.compress(b"0" * 3000, mtime=0), "déplié"),
        (b"0" * 3000, "dépasse"),
    ],
    ids=["zip_coupe", "chiffre", "emboite", "pdf", "gz_coupe", "base", "zip_enorme", "gz_enorme", "enorme"],
)
def test_what_cannot_be_searched_says_why(
    tmp_path: Path, content: bytes, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readable_text, "LARGEST", 2000)
    with pytest.raises(UnreadableError, match=said):
        list(texts_of(drop(tmp_path, "fichier", content)))


LONG = "a" * 350
ALIKE = {
    "two_long_addresses": [f"{LONG}{end}@ex.fr" for end in "xy"],
    "each_ends_one_letter_further": [f"{'a' * length}b@ex.fr" for length in range(10, 360)],
    "a_whole_list_behind_the_same_words": [f"{LONG}{number:04}@ex.fr" for number in range(2000)],
}


@pytest.mark.parametrize("addresses", ALIKE.values(), ids=ALIKE)
def test_addresses_that_begin_alike_are_found_however_long_the_list_and_the_beginning(addresses: list[str]) -> None:
    search = NameSearch([], addresses)
    for address in addresses[:: len(addresses) // 2]:
        assert search.finds(f"Écrire à {address}.")
        assert not search.finds(search.replaced(f"Écrire à {address}."))
    assert not search.finds(f"Écrire à {LONG}zz@ex.fr.")


def test_names_of_one_long_beginning_are_found_glued_too() -> None:
    search = NameSearch([f"{LONG} {end}" for end in ("Martin", "Martel", "Dupont")])
    assert search.finds(f"remise_{LONG}Martel.zip")
    assert not search.finds(f"remise_{LONG}Durand.zip")


@given(st.lists(st.text("ab", min_size=10, max_size=80), min_size=1, max_size=8), st.text("ab", max_size=100))
def test_what_is_found_glued_is_what_is_there_letter_for_letter(glued: list[str], text: str) -> None:
    search = NameSearch([], [f"{word[:5]}.{word[5:]}" for word in glued])
    assert search.finds(text) == any(word in text for word in glued)
