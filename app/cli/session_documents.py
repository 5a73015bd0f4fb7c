"""`liaison session attendance | attest | badge | handbook` : ce qui s'imprime et se remet, avant et après la séance."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from app.cli.output import InputError, Steps, print_json, say
from app.cli.reading import day
from liaison.base.dates import numeric_date
from liaison.base.numbers import number
from liaison.base.sentences import french_beside
from liaison.documents import to_docx, to_pdf, write_files
from liaison.module import GUIDE, module_named, module_names
from liaison.training.closing.attendance import write_attendance
from liaison.training.closing.attended import without_line_said
from liaison.training.closing.attestations import write_attestations
from liaison.training.closing.badges import BadgeWishes, sign_badges
from liaison.training.papers.attestation import minutes_words
from liaison.training.papers.presences import PRESENCES, PresenceError, without_line
from liaison.training.session.definition import load_session

phrase = french_beside(__file__)


def run_attendance(folder: Path, json: bool) -> None:
    """Write the sheet to sign and the list to fill in, which is never written over."""
    place = load_session(folder)
    done = write_attendance(place)
    written, presences = done.written, place.root / PRESENCES
    if json:
        print_json({"fichiers": [str(path) for path in written], "presences_gardees": done.already_there})
        return
    if done.pdf:
        say(phrase("emargement-et-docx", pdf=written[0], docx=written[1].name))
        if done.unwritten:
            say(phrase("a-ecrire-a-la-main", codes=", ".join(done.unwritten)))
    else:
        say(phrase("emargement-sans-pdf", docx=written[0]))
    if done.already_there:
        say(phrase("presences-gardees", presences=presences))
        with contextlib.suppress(PresenceError):  # said by what needs it: the sheet is written all the same
            _say_without_line(without_line(place))
    else:
        say(phrase("mettre-un-x", presences=presences))


def run_attest(folder: Path, only: Sequence[str], all_present: bool, hours: str | None, json: bool) -> int:
    """Write the attestation of everybody who was there, or of a few, all or none; 1 when some have no line there."""
    place = load_session(folder)
    with Steps(1) as steps:
        steps.step(phrase("etape-attestations"))
        done = write_attestations(place, only=only, all_present=all_present, hours=hours, part=steps.part)
    people, minutes = done.people, done.minutes
    if json:
        print_json({"dossier": str(done.folder), "codes": list(people), "sans_ligne": done.left_out})
        return int(bool(done.left_out))
    say(phrase("attestations", n=len(people), count=number(len(people)), target=done.folder))
    if done.in_docx:
        say(phrase("sauf-en-docx", codes=", ".join(done.in_docx)))
    if minutes and hours is None:
        total = minutes_words(minutes if isinstance(minutes, int) else sum(minutes.values()))
        say(phrase("duree-d-avant", length=total))
    partly = [code for code, halves in people.items() if set(halves) < set(place.session.half_days)]
    if partly and not isinstance(minutes, dict):
        say(phrase("une-partie-seulement", codes=", ".join(partly)))
    if place.names():
        last = numeric_date(place.session.names_until)
        say(phrase("portent-des-noms", last=last))
    _say_former(done.former)
    _say_without_line(done.left_out)
    return int(bool(done.left_out))


def _say_former(codes: Sequence[str]) -> None:
    """Say whose document of a former run is still there, when they are no longer marked present."""
    if codes:
        say(phrase("a-effacer", codes=", ".join(codes)))


def _say_without_line(codes: Sequence[str]) -> None:
    if codes:
        say(without_line_said(codes))


def run_badge(folder: Path, wishes: BadgeWishes, json: bool) -> int:
    """Sign the badge of everybody who was there, keep one that holds already; 1 when some have no line there."""
    done = sign_badges(load_session(folder), wishes)
    if json:
        signed = {"signes": list(done.made), "gardes": list(done.unchanged), "empreinte": done.fingerprint}
        print_json({"dossier": str(done.folder), **signed, "sans_ligne": done.left_out})
        return int(bool(done.left_out))
    key = "badges-deja-la" if done.unchanged and not done.made else "badges-signes"
    say(phrase(key, signed=len(done.made), kept=len(done.unchanged), target=done.folder))
    say(phrase("empreinte", fingerprint=done.fingerprint))
    say(phrase("garder-la-cle"))
    _say_former(done.former)
    _say_without_line(done.left_out)
    return int(bool(done.left_out))


def run_handbook(out: Path, modules: Sequence[str], json: bool) -> None:
    """Write the handbook, or the sheets of a few modules, in PDF and in DOCX, all or none."""
    from liaison.training.papers.handbook import SHEET_STEM, handbook, module_sheet
    from liaison.training.papers.handbook import STEM as WHOLE
    from liaison.training.papers.handbook_reading import read_guide

    guides = [read_guide(module_named(module)) for module in (modules or module_names(GUIDE))]
    if not guides:
        raise InputError(phrase("modules-absents"))
    documents = (
        {f"{SHEET_STEM}_{guide.facts.name}": module_sheet(guide) for guide in guides}
        if modules
        else {WHOLE: handbook(guides)}
    )
    files: dict[str, bytes] = {}
    for stem, document in documents.items():
        files |= {f"{stem}.pdf": to_pdf(document), f"{stem}.docx": to_docx(document)}
    written = write_files(out, files)
    if json:
        print_json({"fichiers": [str(path) for path in written]})
        return
    say(phrase("ecrit", out=out, names=", ".join(path.name for path in written)))


def last_day(text: str | None, start: dt.date) -> dt.date | None:
    """Return the last day of a badge, as it was typed; None when nothing was.

    Raises:
        InputError: no day, or one before the session.
    """
    if text is None:
        return None
    until = day(text, "--valid-until")
    if until < start:
        raise InputError(phrase("badge-trop-tot", day=text))
    return until
