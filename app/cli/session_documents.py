"""`liaison session attendance | attest | badge | handbook` : ce qui s'imprime et se remet, avant et après la séance."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.output import InputError, Steps, print_json, say
from app.cli.reading import day
from liaison.base.faults import why
from liaison.base.numbers import number
from liaison.base.sentences import french_beside
from liaison.documents import Document, DocumentError, to_docx, to_pdf, write_files
from liaison.module import GUIDE, module_named, module_names
from liaison.training.papers.attendance import STEM, attendance_sheet
from liaison.training.papers.attestation import FOLDER, Attended, Length, attestation, minutes_words
from liaison.training.papers.presences import (
    PRESENCES,
    PresenceError,
    Presences,
    empty_presences,
    everybody,
    read_presences,
    without_line,
)
from liaison.training.purge.own_documents import BADGES
from liaison.training.session.codes import checked_code
from liaison.training.session.definition import (
    LONGEST_MINUTES,
    SESSION_NAME,
    HalfDay,
    SessionError,
    SessionFolder,
    load_session,
    write_session,
)
from liaison.training.session.module_facts import ModuleFacts, module_facts
from liaison.training.session.unwritten import without_font

if TYPE_CHECKING:
    from liaison.training.badge.model import Badge

phrase = french_beside(__file__)


_EACH = re.compile(r"(matin|apr[eè]s[-_ ]midi)[\s=:]+([^,;]+)", re.IGNORECASE)


def run_attendance(folder: Path, json: bool) -> None:
    """Write the sheet to sign and the list to fill in, which is never written over."""
    place = load_session(folder)
    people, modules = place.people(), _modules(place)
    names = {code: person.name for code, person in people.items()}

    def printed(unwritten: Sequence[str]) -> bytes | None:
        return _printable(attendance_sheet(place.session, modules, people, unwritten))

    unwritten: tuple[str, ...] = ()
    if (pdf := printed(())) is None and printed(tuple(names)) is not None:
        unwritten = without_font(names, lambda some: printed([code for code in names if code not in some]) is not None)
        pdf = printed(unwritten)
    made = {f"{STEM}.pdf": pdf} if pdf else {}
    sheet = attendance_sheet(place.session, modules, people)
    written = write_files(place.documents, {**made, f"{STEM}.docx": to_docx(sheet)})
    if not pdf:  # that of a former run would say something else
        (place.documents / f"{STEM}.pdf").unlink(missing_ok=True)
    presences = place.root / PRESENCES
    already_there = presences.exists()
    if not already_there:
        written += write_files(place.root, {PRESENCES: empty_presences(place.session)})
    if json:
        print_json({"fichiers": [str(path) for path in written], "presences_gardees": already_there})
        return
    if pdf:
        say(phrase("emargement-et-docx", pdf=written[0], docx=written[1].name))
        if unwritten:
            say(phrase("a-ecrire-a-la-main", codes=", ".join(unwritten)))
    else:
        say(phrase("emargement-sans-pdf", docx=written[0]))
    if already_there:
        say(phrase("presences-gardees", presences=presences))
        with contextlib.suppress(PresenceError):  # said by what needs it: the sheet is written all the same
            _say_without_line(without_line(place))
    else:
        say(phrase("mettre-un-x", presences=presences))


def run_attest(folder: Path, only: Sequence[str], all_present: bool, hours: str | None, json: bool) -> int:
    """Write the attestation of everybody who was there, or of a few, all or none; 1 when some have no line there."""
    from liaison.training.badge.keys import known_fingerprints

    place = load_session(folder)
    modules, minutes = _modules(place), _lasted(place, hours)
    names = place.names()
    prints = known_fingerprints(place.keys)
    present = _marked(place, all_present)
    people = _chosen(place, present, only)
    left_out = () if only or all_present else without_line(place)
    files: dict[str, bytes] = {}
    with Steps(1) as steps:
        steps.step(phrase("etape-attestations"))
        for rank, (code, halves) in enumerate(people.items()):
            steps.part(rank, len(people))
            person = Attended(code, halves, names.get(code))
            document = attestation(
                place.session, modules, person, minutes=minutes, fingerprint=prints[-1] if prints else None
            )
            if pdf := _printable(document):
                files[f"{code}.pdf"] = pdf
            else:
                files[f"{code}.docx"] = to_docx(document)
    target = place.documents / FOLDER
    write_files(target, files)
    for name in files:  # the other form of a former run would say something else
        other = {".pdf": ".docx", ".docx": ".pdf"}[Path(name).suffix]
        (target / name).with_suffix(other).unlink(missing_ok=True)
    if json:
        print_json({"dossier": str(target), "codes": list(people), "sans_ligne": left_out})
        return int(bool(left_out))
    say(phrase("attestations", n=len(people), count=number(len(people)), target=target))
    if unwritten := [code for code in people if f"{code}.docx" in files]:
        say(phrase("sauf-en-docx", codes=", ".join(unwritten)))
    if minutes and hours is None:
        total = minutes_words(minutes if isinstance(minutes, int) else sum(minutes.values()))
        say(phrase("duree-d-avant", length=total))
    partly = [code for code, halves in people.items() if set(halves) < set(place.session.half_days)]
    if partly and not isinstance(minutes, dict):
        say(phrase("une-partie-seulement", codes=", ".join(partly)))
    if names:
        last = f"{place.session.names_until:%d/%m/%Y}"
        say(phrase("portent-des-noms", last=last))
    _say_left(place, present, target)
    _say_without_line(left_out)
    return int(bool(left_out))


def _say_left(place: SessionFolder, present: Presences, target: Path) -> None:
    """Say whose document of a former run is still there, when they are no longer marked present."""
    if left := [code for code in place.session.participants if code not in present and any(target.glob(f"{code}.*"))]:
        say(phrase("a-effacer", codes=", ".join(left)))


def _say_without_line(codes: Sequence[str]) -> None:
    """Say who is in the session and not in the list of who was there, as who came late or was added since."""
    if codes:
        say(phrase("sans-ligne", presences=PRESENCES, codes=", ".join(codes)))


def _printable(document: Document) -> bytes | None:
    """Return a document as a PDF; None when it holds a name that no font of this machine writes."""
    try:
        return to_pdf(document)
    except DocumentError:
        return None


@dataclass(frozen=True)
class BadgeWishes:
    """What the trainer asks of the badges."""

    only: tuple[str, ...] = ()
    all_present: bool = False
    names: bool = False
    until: str | None = None
    new_key: bool = False
    again: bool = False


def run_badge(folder: Path, wishes: BadgeWishes, json: bool) -> int:
    """Sign the badge of everybody who was there, keep one that holds already; 1 when some have no line there."""
    from liaison.training.badge.keys import new_key, session_key
    from liaison.training.badge.making import badge_bytes, signed_badge

    place = load_session(folder)
    present = _marked(place, wishes.all_present)
    people = _chosen(place, present, wishes.only)
    left_out = () if wishes.only or wishes.all_present else without_line(place)
    until = _last_day(wishes.until, place.session.date)
    names = place.names() if wishes.names else {}
    if wishes.names and not names:
        raise InputError(phrase("pas-de-noms"))
    modules = _modules(place)
    key = new_key(place.keys) if wishes.new_key else session_key(place.keys)
    target = place.documents / BADGES
    fresh = {
        code: signed_badge(place.session, modules, code, key, name=names.get(code), until=until) for code in people
    }
    again = wishes.again or wishes.new_key
    still_valid = [code for code, made in fresh.items() if not again and _already(target / f"{code}.json", made, code)]
    files = {f"{code}.json": badge_bytes(made) for code, made in fresh.items() if code not in still_valid}
    write_files(target, files)
    made = [Path(name).stem for name in files]
    if json:
        signed = {"signes": made, "gardes": still_valid, "empreinte": key.fingerprint}
        print_json({"dossier": str(target), **signed, "sans_ligne": left_out})
        return int(bool(left_out))
    say(phrase("badges-signes", signed=len(made), kept=len(still_valid), target=target))
    say(phrase("empreinte", fingerprint=key.fingerprint))
    say(phrase("garder-la-cle"))
    _say_left(place, present, target)
    _say_without_line(left_out)
    return int(bool(left_out))


def _already(path: Path, made: Badge, code: str) -> bool:
    """Tell whether the badge on the disk holds, and says what the one just made says."""
    from liaison.training.badge.verifying import BadgeError, read_badge_file, verify

    try:
        verdict = verify(read_badge_file(path), path.name, issuer=made.issuer.id, code=code)
    except BadgeError:
        return False
    return verdict.state in {"valide", "pas_encore_valable", "expire"} and verdict.badge.says() == made.says()


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


def _modules(place: SessionFolder) -> list[ModuleFacts]:
    return [module_facts(name) for name in place.session.modules]


def _marked(place: SessionFolder, all_present: bool) -> Presences:
    return everybody(place.session) if all_present else read_presences(place)


def _chosen(place: SessionFolder, present: Presences, only: Sequence[str]) -> Presences:
    """Return who gets a document: everybody who was there, or the few that are asked for."""
    codes = [checked_code(code) for code in only] or list(present)
    for code in codes:
        if code not in place.session.participants:
            raise InputError(phrase("code-inconnu", code=code))
        if code not in present:
            raise InputError(phrase("pas-present", code=code, file=PRESENCES))
    return {code: present[code] for code in codes}


def _lasted(place: SessionFolder, hours: str | None) -> Length:
    """Return how long the session lasted; what is said now is kept in its file, for the next time nothing is said."""
    if hours is None:
        return place.session.minutes
    minutes = _lengths(hours, place.session.half_days)
    if minutes != place.session.minutes:
        try:
            write_session(place.root, place.session.model_copy(update={"minutes": minutes}))
        except OSError as error:
            raise SessionError(phrase("duree-non-gardee", file=SESSION_NAME, reason=why(error))) from error
    return minutes


def _lengths(hours: str, half_days: Sequence[HalfDay]) -> int | dict[HalfDay, int]:
    """Return how long the session lasted, in minutes: in one go, « 6h30 », or « matin 3h, apres-midi 3h30 »."""
    if not (parts := _EACH.findall(hours)):
        total = minutes_said(hours)
        return {half_days[0]: total} if len(half_days) == 1 else total
    lengths: dict[HalfDay, int] = {}
    for name, length in parts:
        half: HalfDay = "matin" if name.lower() == "matin" else "apres_midi"
        lengths[half] = minutes_said(length)
    if set(lengths) != set(half_days):
        example = ", ".join(f"{half.replace('_', '-')} 3h" for half in half_days)
        raise InputError(phrase("duree-de-chaque", hours=hours, example=example))
    return lengths


def minutes_said(hours: str) -> int:
    """Return how long the session lasted, in minutes, from « 6 h », « 6h30 », « 45 min »."""
    match = re.fullmatch(r"(?:(\d{1,2})\s*h\s*([0-5]\d)?|(\d{1,3})\s*min)", hours.strip().lower())
    total = int(match[3]) if match and match[3] else int(match[1]) * 60 + int(match[2] or 0) if match else 0
    if not 0 < total <= LONGEST_MINUTES:
        raise InputError(phrase("pas-une-duree", hours=hours))
    return total


def _last_day(text: str | None, start: dt.date) -> dt.date | None:
    if text is None:
        return None
    until = day(text, "--valid-until")
    if until < start:
        raise InputError(phrase("badge-trop-tot", day=text))
    return until
