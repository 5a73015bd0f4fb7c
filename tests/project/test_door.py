"""La porte de la suite : README se lit d'un trait, et chaque personne que l'accueil nomme y a son paragraphe."""

import re
from typing import get_args

from project.test_repository import ROOT

from liaison.module import Audience
from widgets.texts import texts

README = (ROOT / "README.md").read_text(encoding="utf-8")
PICTURE_KIB = 80
PIXELS = {"VP8X", "ICCP", "VP8 ", "VP8L", "ALPH"}  # no EXIF, no XMP: neither a path nor a name


def chunks(image: bytes) -> list[str]:
    """The names of the parts of a WebP file."""
    assert image[:4] + image[8:12] == b"RIFFWEBP"
    names, at = [], 12
    while at < len(image):
        names.append(image[at : at + 4].decode("ascii"))
        size = int.from_bytes(image[at + 4 : at + 8], "little")
        at += 8 + size + size % 2
    return names


def test_the_readme_is_read_at_once() -> None:
    assert len(README.splitlines()) <= 90
    assert len(re.findall(r"^```(?:sh|bat)\n", README, re.MULTILINE)) == 4  # two commands, for two kinds of machine


def test_each_person_that_the_home_asks_for_has_a_paragraph() -> None:
    t = texts("accueil")
    asked = {t(f"accueil-public-{audience}").replace("’", "'") for audience in get_args(Audience)}
    assert set(re.findall(r"^\*\*(.+)\.\*\* ", README, re.MULTILINE)) == asked


def test_the_readme_has_one_picture_light_and_told_in_words() -> None:
    ((words, path),) = re.findall(r"!\[(.*)\]\((.*)\)", README)
    # What a number says would be that of another day once the picture is made again.
    assert len(words.split()) > 15
    assert not re.search(r"\d", words)
    image = (ROOT / path).read_bytes()
    assert len(image) <= PICTURE_KIB * 1024
    assert set(chunks(image)) <= PIXELS
