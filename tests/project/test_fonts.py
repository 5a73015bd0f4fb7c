"""Les polices de la suite : celles de leurs paquets, légères, sous leur licence, sans le nom qu'elle réserve."""

import unicodedata
from pathlib import Path

import pytest
from fonts import FONTS, main, upright
from fontTools.ttLib import TTFont

REPOSITORY = Path(__file__).parents[2]
FOLDER = REPOSITORY / "app" / "voila" / "fonts"
# What a person who teaches reads on a page, in French; a family's pages keep the fonts of its phone.
TEXTS = sorted(REPOSITORY.glob("widgets/texts/fr/*.ftl")) + sorted(REPOSITORY.glob("notebooks/*/scenario.yaml"))


@pytest.fixture(scope="module")
def made_again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fonts")
    main(folder)
    return folder


@pytest.mark.parametrize("name", ["texte.woff2", "titre.woff2", "OFL.txt"])
def test_the_fonts_are_byte_for_byte_those_of_their_packages(made_again: Path, name: str) -> None:
    assert (FOLDER / name).read_bytes() == (made_again / name).read_bytes()


def test_both_fonts_together_weigh_60_kib_at_most() -> None:
    assert sum(file.stat().st_size for file in FOLDER.glob("*.woff2")) <= 60 * 1024


@pytest.mark.parametrize("file", FONTS)
def test_a_reduced_font_has_no_reserved_name_and_its_licence_names_its_authors(file: str) -> None:
    names = {record.nameID: str(record) for record in TTFont(FOLDER / f"{file}.woff2")["name"].names}
    assert all("Source" not in names[kind] for kind in (1, 4, 6))
    authors = (upright(FONTS[file].package).parents[1] / "LICENSE").read_text(encoding="utf-8").splitlines()[0]
    assert authors in (FOLDER / "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_every_letter_that_a_page_shows_is_in_the_font_of_its_texts(file: Path) -> None:
    drawn = TTFont(FOLDER / "texte.woff2").getBestCmap()
    letters = {
        letter for letter in file.read_text(encoding="utf-8") if unicodedata.category(letter) not in ("Cc", "Cf")
    }
    missing = {letter for letter in letters if ord(letter) not in drawn}
    assert not missing
