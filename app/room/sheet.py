"""What the room reads to come in: a sheet to project or print, and the same code in the terminal."""

import io
from pathlib import Path

import segno

from liaison.base.addresses import qr_code
from liaison.documents import Document, Picture, emphasis, heading, paragraph, steps, to_pdf, write_files
from liaison.training.hand_in.open_room import SHEET
from widgets.texts import texts

UNBROKEN = "\u2011"  # a hyphen after which no line ends; typed or not, it does not count
t = texts("room")


def sheet(title: str, address: str, password: str) -> Document:
    """The sheet of a room on one page: the code to photograph, the address, the password; never the trainer's."""
    return Document(
        title=t("room-fiche-titre"),
        subtitle=title,
        footer=t("room-fiche-pied"),
        text_size_pt=18,
        blocks=(
            Picture(png=qr_code(address), alt=t("room-fiche-code-alternative", address=address), width_cm=8),
            # Read from the back of a room: headings are what is largest.
            heading(1, address),
            heading(1, t("room-fiche-mot-de-passe", password=password.replace("-", UNBROKEN))),
            steps(t("room-fiche-reseau"), t("room-fiche-viser"), t("room-fiche-entrer")),
            paragraph(emphasis(t("room-fiche-garde"))),
            paragraph(t("room-fiche-clair")),
        ),
    )


def write_sheet(folder: Path, title: str, address: str, password: str) -> Path:
    """Write the sheet in a folder, and return where it is."""
    return write_files(folder, {SHEET: to_pdf(sheet(title, address, password))})[0]


def code_in_terminal(address: str) -> str:
    """The code to photograph as lines of a terminal, two points a character."""
    lines = io.StringIO()
    segno.make(address, error="m", micro=False).terminal(lines, border=2, compact=True)
    return lines.getvalue()
