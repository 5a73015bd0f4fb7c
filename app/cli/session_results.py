"""`liaison session results` : les notes de la séance, et le fichier que Moodle ou M@gistère importe."""

from __future__ import annotations

from pathlib import Path

from app.cli.output import InputError, print_json, print_table, say, whole_folder
from app.cli.session_modules import asked_exercises
from liaison.base.numbers import counted, number
from liaison.base.terminal import typed
from liaison.training.marks.results import (
    MOODLE_FIELDS,
    MoodleField,
    Results,
    moodle_csv,
    read_identifiers,
    results,
    results_csv,
)
from liaison.training.session.definition import SESSION_NAME, load_session
from liaison.training.session.tidy_lines import shared_addresses

TABLE, MOODLE = "resultats.csv", "moodle.csv"


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
        raise InputError("--identifiers va avec --moodle, qui dit ce qu'ils sont : username, par exemple.")
    field = _field(moodle) if moodle else None
    known = read_identifiers(identifiers) if identifiers else _addresses(course) if field == "email" else None
    place = out or course / "documents"
    found = results(course, asked_exercises(module, course))
    files = {TABLE: results_csv(found)}
    left_out: list[str] = []
    shared = shared_addresses((known or {}).items()) if field else {}
    if field:
        alone = {code: name for code, name in known.items() if name.casefold() not in shared} if known else known
        files[MOODLE], left_out = moodle_csv(found, field, alone, partial=partial)
    with whole_folder(place) as folder:
        for name, content in files.items():
            (folder / name).write_bytes(content)
    if json:
        print_json(_answer(found, [str(place / name) for name in files], left_out))
    else:
        words = ["liaison session results --course", typed(course), "--moodle", typed(str(moodle))]
        words += ["--identifiers", typed(identifiers)] if identifiers else []
        _print(found, place, left_out, " ".join(words) if field and not partial else "", moodle=field is not None)
        for address, codes in shared.items():
            say(
                f"Une seule adresse, {address}, pour {', '.join(codes)} : Moodle n'en ferait qu'une personne, leurs "
                "notes n'y sont pas. La corriger dans participants.csv, colonne « courriel », ou donner --identifiers."
            )
        if field and known is None:
            say("L'identifiant écrit est le code lui-même ; --identifiers donne celui que Moodle connaît.")
    return int(bool(shared))


def _addresses(course: Path) -> dict[str, str]:
    """Return the addresses that the list of participants held, by code.

    Raises:
        InputError: it held none.
    """
    people = load_session(course).people() if (course / SESSION_NAME).is_file() else {}
    if found := {code: one.email for code, one in people.items() if one.email}:
        return found
    raise InputError(
        "Un code n'est pas une adresse, et la liste des participants n'en a pas : donner avec --identifiers un CSV, "
        "code;adresse."
    )


def _field(given: str) -> MoodleField:
    for field in MOODLE_FIELDS:
        if field == given:
            return field
    raise InputError(f"« {given} » n'est pas un champ par lequel Moodle reconnaît : {', '.join(MOODLE_FIELDS)}.")


def _answer(found: Results, files: list[str], left_out: list[str]) -> dict[str, object]:
    people = {
        person: {
            name: {"points": total.points, "a_lire": total.waiting} for name, total in found.totals[person].items()
        }
        for person in found.people
    }
    return {"resultats": people, "fichiers": files, "laisses_de_cote": left_out}


def _print(found: Results, out: Path, left_out: list[str], again: str, *, moodle: bool) -> None:
    if not found.people:
        say("Le carnet de notes n'a encore aucune note : « liaison session grade » d'abord.")
        return
    rows = [(person, *(_cell(found, person, one.id) for one in found.exercises)) for person in found.people]
    print_table(["Code", *(f"{one.id} / {number(one.points)}" for one in found.exercises)], rows)
    say(f"Tableau : « {out / TABLE} ».")
    if found.waiting:
        say("Les textes à lire : depuis l'accueil, « Lire les textes d'une séance », ou dans textes_a_lire.csv.")
    if not moodle:
        return
    say(f"À importer dans Moodle ou M@gistère : « {out / MOODLE} » (virgule entre les colonnes, UTF-8).")
    if found.waiting and again:
        say(
            f"Sans note pour l'instant : {counted(found.waiting, 'copie', 'copies')} où un texte attend votre "
            f"lecture. Pour donner sans attendre la note du reste : {again} --partial"
        )
    if left_out:
        say(f"Laissés de côté, sans identifiant que Moodle puisse lire : {', '.join(left_out)}.")


def _cell(found: Results, person: str, module: str) -> str:
    total = found.totals[person].get(module)
    return "" if total is None else f"{number(total.points)}{' + à lire' if total.waiting else ''}"
