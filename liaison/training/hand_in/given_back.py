"""Les retours que la salle rend : ceux des copies qui comptent et en viennent, et rien d'une copie remplacée depuis."""

from __future__ import annotations

from pathlib import Path

from liaison.base.guarded import NotTakenError, taken
from liaison.module import EXERCISE
from liaison.training.hand_in.room_folders import INBOUND
from liaison.training.marks.copies import HANDED_OUT, SECRET
from liaison.training.marks.nbgrader_alone import nbgrader_alone
from liaison.training.session.definition import SessionFolder

GIVEN = INBOUND.with_name("feedback")  # where nbgrader puts each page, under a name that its secret alone makes
_LARGEST_SECRET = 1000


def pages_to_give(place: SessionFolder) -> tuple[Path, ...]:
    """Return the written pages that go back by the room: each of the very copy that is in its place now."""
    return tuple(
        page
        for page in sorted(place.feedback.glob(f"*/*/{HANDED_OUT}"))
        if (secret := _secret(page.parent))
        and secret == _secret(place.submitted / page.parent.relative_to(place.feedback))
    )


def withdraw_others(place: SessionFolder) -> None:
    """Take out of the exchange the pages of copies that were replaced, or that came another way since.

    Raises:
        OSError: the system does not let us remove one.
    """
    given = list((place.root / GIVEN).glob("*.html"))
    if not given:
        return
    with nbgrader_alone():
        from nbgrader.utils import notebook_hash
    notebook = Path(EXERCISE).stem
    names = {
        f"{notebook_hash(secret=_secret(page.parent), notebook_id=notebook)}.html" for page in pages_to_give(place)
    }
    for page in given:
        if page.name not in names:
            page.unlink(missing_ok=True)


def _secret(folder: Path) -> str:
    try:
        return taken(folder, SECRET, largest=_LARGEST_SECRET).decode("ascii")
    except (OSError, NotTakenError, UnicodeDecodeError):
        return ""


__all__ = ["pages_to_give", "withdraw_others"]
