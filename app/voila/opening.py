"""How the browser is given the key: in a file that its owner alone can read, never on a command line.

The command line of a program is read by every account of the machine.
"""

import os
import secrets
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path

from liaison.base.files import put_whole

OPENING, SIGNS = "carnets-de-liaison-{}.html", 16
SNAPS = Path("/snap/bin")


@contextmanager
def opening_file(url: str, folder: Path) -> Iterator[Path]:
    """A page that goes on to `url`, for as long as the server runs."""
    file = folder / OPENING.format(secrets.token_hex(SIGNS // 2))
    page = f'<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url={escape(url)}">'
    try:
        put_whole(file, page.encode(), private=True)
        yield file
    finally:
        file.unlink(missing_ok=True)


def readable_by_a_browser(folder: Path) -> Path:
    """Where to put that page: a browser installed as a snap opens no hidden folder of the home, nor `/tmp`."""
    return Path.home() if SNAPS.is_dir() and os.access(Path.home(), os.W_OK) else folder


def open_in_browser(file: Path) -> bool:
    """Open the page in the person's browser; False when there is none."""
    try:
        return webbrowser.open(file.as_uri())
    except webbrowser.Error:
        return False
