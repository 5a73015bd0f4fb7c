"""`liaison session results` : les notes de la séance, et le fichier que Moodle ou M@gistère importe."""

from __future__ import annotations

from pathlib import Path

from app.cli.output import InputError, print_json, print_table, say, whole_folder
from liaison.base.numbers import number
from liaison.base.sentences import french_beside
from liaison.base.terminal import typed
from liaison.training.closing.results_files import MOODLE, TABLE, addresses_of, check_no_mark_lost, results_files
from liaison.training.marks.results import (
    MOODLE_FIELDS,
    MoodleField,
    SessionMarks,
    read_identifiers,
)
from liaison.training.session.sole_use import course_alone, is_erased

phrase = french_beside(__file__)


def run(
    module: str | None,
    course: Path,
    out: Path | None,
    moodle: str | None,
    identifiers: Path | None,
    partial: bool,
    json: bool,
) -> int:
    """Write resultats.csv, and moodle.csv when asked for, in the documents of the session unless told otherwise.

    Returns 1 when two people have one address, and so no line for Moodle.
    """
    if identifiers and not moodle:
        raise InputError(phrase("identifiants-avec-moodle"))
    field = _field(moodle) if moodle else None
    place = out or course / "documents"
    # What tells people apart is written: their names must not go meanwhile.
    with course_alone(course):
        erased = is_erased(course)
        if erased and field and course.resolve() in (place / MOODLE).resolve().parents:
            raise InputError(phrase("noms-effaces", file=MOODLE))
        known = read_identifiers(identifiers) if identifiers else addresses_of(course) if field == "email" else None
        done = results_files(course, module, field, known, partial=partial)
        check_no_mark_lost(done.marks, place)
        with whole_folder(place) as folder:
            for name, content in done.files.items():
                (folder / name).write_bytes(content)
    marks, files, left_out, shared = done.marks, done.files, list(done.left_out), done.shared
    if json:
        print_json(_answer(marks, [str(place / name) for name in files], left_out))
    else:
        words: list[str | Path] = ["liaison", "session", "results", *filter(None, [module]), "--session", course]
        words += ["--out", out] if out else []
        words += ["--moodle", str(moodle)]
        words += ["--identifiers", identifiers] if identifiers else []
        _print(
            marks,
            place,
            left_out,
            typed(*words) if field and not partial else "",
            moodle=field is not None,
            erased=erased,
        )
        for address, codes in shared.items():
            say(phrase("une-seule-adresse", address=address, codes=", ".join(codes)))
        if field and known is None:
            say(phrase("le-code-lui-meme"))
    return int(bool(shared))


def _field(given: str) -> MoodleField:
    for field in MOODLE_FIELDS:
        if field == given:
            return field
    raise InputError(phrase("pas-un-champ", field=given, fields=", ".join(MOODLE_FIELDS)))


def _answer(marks: SessionMarks, files: list[str], left_out: list[str]) -> dict[str, object]:
    people = {
        person: {
            name: {"points": total.points, "a_lire": total.waiting} for name, total in marks.totals[person].items()
        }
        for person in marks.people
    }
    return {"resultats": people, "fichiers": files, "laisses_de_cote": left_out}


def _print(marks: SessionMarks, out: Path, left_out: list[str], again: str, *, moodle: bool, erased: bool) -> None:
    if not marks.people:
        say(phrase("aucune-note-gardee" if erased else "aucune-note"))
        return
    waits = "note-sans-texte" if erased else "note-en-attente"
    rows = [
        (person, *(_cell(marks, person, exercise.id, waits) for exercise in marks.exercises)) for person in marks.people
    ]
    print_table(
        [phrase("colonne-code"), *(f"{exercise.id} / {number(exercise.points)}" for exercise in marks.exercises)], rows
    )
    say(phrase("tableau", path=out / TABLE))
    if marks.waiting:
        say(phrase("textes-pas-lus" if erased else "textes-a-lire"))
    if not moodle:
        return
    say(phrase("a-importer", path=out / MOODLE))
    if marks.waiting and again:
        say(
            phrase(
                "sans-note-perdue" if erased else "sans-note", n=marks.waiting, count=number(marks.waiting), again=again
            )
        )
    if left_out:
        say(phrase("laisses-de-cote", codes=", ".join(left_out)))


def _cell(marks: SessionMarks, person: str, module: str, waits: str) -> str:
    total = marks.totals[person].get(module)
    return (
        "" if total is None else phrase(waits, points=number(total.points)) if total.waiting else number(total.points)
    )
