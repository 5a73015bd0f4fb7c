"""Les attestations d'une séance : un PDF par personne présente, posés ensemble ou pas du tout."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from liaison.documents import Document, DocumentError, to_docx, to_pdf, write_files
from liaison.training.badge.keys import known_fingerprints
from liaison.training.closing.attended import chosen_people, marked_present, modules_of
from liaison.training.closing.lengths import lasted
from liaison.training.closing.unlisted import check_listed
from liaison.training.papers.attestation import FOLDER, Attended, Length, attestation
from liaison.training.papers.presences import Presences, without_line
from liaison.training.session.definition import SessionFolder
from liaison.training.session.sole_use import alone_in_session, check_not_erased


@dataclass(frozen=True)
class WrittenAttestations:
    """What a run wrote: for whom, in which folder, of what length.

    `in_docx`: the codes whose name no font of this machine writes. `left_out`: the codes that have no line in the list
    of who was there. `former`: those whose document of a former run is still there, and who are not marked present.
    """

    people: Presences
    folder: Path
    minutes: Length
    in_docx: tuple[str, ...]
    left_out: tuple[str, ...]
    former: tuple[str, ...]


@alone_in_session
def write_attestations(
    place: SessionFolder,
    *,
    only: Sequence[str] = (),
    all_present: bool = False,
    hours: str | None = None,
    part: Callable[[int, int], object] = lambda _done, _count: None,
) -> WrittenAttestations:
    """Write the attestation of everybody who was there, or of a few, all or none.

    Raises:
        PresenceError, CodeError, LengthError, SessionError: see what it calls; nothing was written.
        UnlistedError: an attestation that bears a name would be written again without it.
        BusySessionError: something else is being done to the session.
        ErasedSessionError: its names are erased: there is nobody to attest of.
    """
    check_not_erased(place)
    names = place.names()
    prints = known_fingerprints(place.keys)
    present = marked_present(place, all_present)
    people = chosen_people(place, present, only)
    check_listed(place, FOLDER, (code for code in people if code not in names))
    modules, minutes = modules_of(place), lasted(place, hours)
    left_out = () if only or all_present else tuple(without_line(place))
    files: dict[str, bytes] = {}
    for rank, (code, halves) in enumerate(people.items()):
        part(rank, len(people))
        person = Attended(code, halves, names.get(code))
        document = attestation(
            place.session, modules, person, minutes=minutes, fingerprint=prints[-1] if prints else None
        )
        if pdf := printable(document):
            files[f"{code}.pdf"] = pdf
        else:
            files[f"{code}.docx"] = to_docx(document)
    target = place.documents / FOLDER
    write_files(target, files)
    for name in files:  # the other form of a former run would say something else
        other = {".pdf": ".docx", ".docx": ".pdf"}[Path(name).suffix]
        (target / name).with_suffix(other).unlink(missing_ok=True)
    in_docx = tuple(code for code in people if f"{code}.docx" in files)
    return WrittenAttestations(people, target, minutes, in_docx, left_out, former_documents(place, present, target))


def former_documents(place: SessionFolder, present: Presences, target: Path) -> tuple[str, ...]:
    """Return whose document of a former run is still there, when they are no longer marked present."""
    codes = place.session.participants
    return tuple(code for code in codes if code not in present and any(target.glob(f"{code}.*")))


def printable(document: Document) -> bytes | None:
    """Return a document as a PDF; None when it holds a name that no font of this machine writes."""
    try:
        return to_pdf(document)
    except DocumentError:
        return None


__all__ = ["WrittenAttestations", "former_documents", "printable", "write_attestations"]
