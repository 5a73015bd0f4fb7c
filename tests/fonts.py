"""Les deux polices de la suite : réduites aux lettres du français, tirées de paquets publiés, licence comprise.

`nox -s fonts` les refait, à l'octet près. Réduite, une police ne porte plus le nom que sa licence réserve.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FEATURES = ["kern", "mark", "mkmk", "liga", "ccmp", "locl", "tnum", "lnum", "sups"]
FAMILY, FULL_NAME, POSTSCRIPT_NAME, TYPOGRAPHIC_FAMILY = 1, 4, 6, 16
# ASCII and Latin-1, « œ », « Ÿ », dashes, quotes, thin spaces, primes, « € », arrows, signs of comparison, thirds.
FRENCH = [*range(0x20, 0x7F), *range(0xA0, 0x100), 0x152, 0x153, 0x178, *range(0x2009, 0x200B), *range(0x2010, 0x2015)]
SIGNS = [ord(sign) for sign in "‘’‚“”„†•…\u202f‰′″‹›€ʳᵉ⅓⅔←↑→↓↔↗↘−≈≠≤≥✓"]


@dataclass(frozen=True)
class Font:
    """A font of the suite: the package that holds it whole, its file there, the axes that stay or the place on them."""

    name: str
    package: str
    axes: dict[str, float | tuple[float, float]]


FONTS = {
    "texte": Font("Carnets Texte", "fontpkg-source-sans-3", {"wght": (400, 700)}),
    "titre": Font("Carnets Titre", "fontpkg-source-serif-4", {"opsz": 24, "wght": 600}),
}


def upright(package: str) -> Path:
    """Return the file of a package's upright letters."""
    files = [Path(str(file.locate())) for file in distribution(package).files or () if file.suffix == ".ttf"]
    return next(file for file in files if "Italic" not in file.name)


def reduced(font: Font) -> TTFont:
    """Return the font with French letters alone, under its own name, as WOFF2."""
    made = TTFont(upright(font.package), recalcTimestamp=False)
    options = Options(layout_features=FEATURES, hinting=False, notdef_outline=True)
    letters = Subsetter(options)
    letters.populate(unicodes=FRENCH + SIGNS)
    letters.subset(made)
    made = instantiateVariableFont(made, font.axes)
    for kind in (FAMILY, FULL_NAME, POSTSCRIPT_NAME, TYPOGRAPHIC_FAMILY):
        name = font.name.replace(" ", "") if kind == POSTSCRIPT_NAME else font.name
        made["name"].setName(name, kind, 3, 1, 0x409)
    made.flavor = "woff2"
    return made


def main(folder: Path) -> None:
    """Write the fonts and their licence in a folder."""
    licences = []
    for file, font in FONTS.items():
        reduced(font).save(folder / f"{file}.woff2")
        licences.append((upright(font.package).parents[1] / "LICENSE").read_text(encoding="utf-8").strip())
    first, *others = licences
    notices = "\n".join(text.splitlines()[0] for text in others)
    (folder / "OFL.txt").write_text(f"{notices}\n{first}\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
