"""Le mot posé dans le dossier d'une séance : ce qu'il contient, et quoi faire ensuite."""

from __future__ import annotations

from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.documents.cited import long_date
from liaison.training.session.definition import Session, mode_words

phrase = french_beside(__file__)


NOTE = "LISEZ-MOI.txt"


def session_note(session: Session) -> str:
    """Return the text that tells a trainer, who opens the folder months later, what is in it."""
    return typeset(
        phrase(
            "note",
            title=session.title,
            date=long_date(session.date),
            code=session.code,
            mode=mode_words(session.mode),
            gather=phrase("prendre-de-la-salle" if session.mode == "reseau" else "prendre-du-depot"),
            until=long_date(session.names_until),
        )
    )


def erased_note(session: Session, written: str) -> str:
    """Return what the note says once names are erased; what a person changed in it stays, below."""
    fresh = typeset(phrase("note-effacee", title=session.title, date=long_date(session.date), code=session.code))
    if written.startswith(fresh):
        return written
    return fresh if written == session_note(session) else f"{fresh}\n{typeset(phrase('avant'))}\n\n{written}"


__all__ = ["NOTE", "erased_note", "session_note"]
