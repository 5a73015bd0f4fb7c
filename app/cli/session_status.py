"""`liaison session status` : qui a remis quoi, par code, et combien manquent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from app.cli.output import print_json, print_table, say
from liaison.base.sentences import french_beside
from liaison.base.terminal import typed
from liaison.documents.cited import long_date
from liaison.training.closing.unlisted import unlisted
from liaison.training.exercise.answers import ANSWERS_FILE
from liaison.training.hand_in.at_places import SinceHandedIn, since_handed_in, to_take, unread_in_place
from liaison.training.hand_in.deciding import hour
from liaison.training.hand_in.left_to_ask import (
    by_a_clock_ahead,
    refused_beside,
    refused_of_nobody,
    refused_of_teams,
    said_less,
)
from liaison.training.hand_in.refused_here import refused_here
from liaison.training.hand_in.room_folders import INBOUND, is_open
from liaison.training.hand_in.standing import NOT_COME, Handed, Nothing, handed_words, nothing_to_mark, standing, who
from liaison.training.marks.of_session import texts_of_session
from liaison.training.marks.texts_to_read import Readings
from liaison.training.purge.erasure import Erasure, list_is_back, read_erasure
from liaison.training.session.definition import SessionFolder, load_session

phrase = french_beside(__file__)

Stands = Mapping[str, Mapping[str, Handed]]  # by code, then by module


def run(folder: Path, json: bool) -> None:
    """Print where each copy stands; never a name, so that it may be projected."""
    place = load_session(folder)
    proof = read_erasure(place)
    stands = standing(place, erased=[remark.path for remark in proof.erased] if proof else ())
    nothing, less, ahead = nothing_to_mark(place, stands), said_less(place), by_a_clock_ahead(place)
    since = since_handed_in(place, stands)
    read, unknown = texts_of_session(place)
    if json:
        print_json(
            {
                "seance": place.session.code,
                "copies": stands,
                "rien_a_noter": nothing,
                "a_prendre": to_take(place, stands),
                "refusee_en_plus": refused_beside(place, stands),
                "refusee_a_reprendre": refused_here(place).again,
                "en_dit_moins": less,
                "horloge_en_avance": ahead,
                "change_depuis": since.changed,
                "efface_depuis": since.gone,
                "illisible_depuis": since.unread,
                "en_place_illisible": unread_in_place(place, stands),
                "textes": {"a_lire": read.waiting, "en_tout": len(read.texts)} if read else None,
                "textes_inconnus": unknown or None,
                "noms_effaces": proof is not None and proof.certified and not list_is_back(place, proof),
                "reste_relu": proof is not None and proof.reread_at is not None,
            }
        )
        return
    _print_copies(place, stands, nothing)
    say_less(place, less)
    say_ahead(place, ahead)
    if read and proof:
        _print_unread(read)
    elif read:
        _print_texts(read, folder)
    elif unknown:
        say(phrase("textes-inconnus", reason=unknown))
    if proof:
        say(_said_of_names(proof, place))
    else:
        _say_what_to_fetch(place, stands, since)
        if place.participants_file.exists():
            past = dt.datetime.now(place.session.zone).date() > place.session.names_until
            key = "noms-a-effacer" if past else "noms-gardes"
            say(phrase(key, day=long_date(place.session.names_until), folder=typed(folder)))
        elif named := unlisted(place):
            say(phrase("noms-sans-liste", codes=", ".join(named), list=place.participants_file, folder=typed(folder)))


def _print_copies(place: SessionFolder, stands: Stands, nothing: Mapping[str, Mapping[str, Nothing]]) -> None:
    """Print the copies as a table, how many are missing, and those of which nothing was or can be taken."""
    session = place.session
    rows = [
        (code, *(_standing(by_module[module], nothing.get(code, {}).get(module)) for module in session.modules))
        for code, by_module in stands.items()
    ]
    print_table([phrase("colonne-code"), *session.modules], rows, session.title)
    for module in session.modules:
        missing = sum(by_module[module] in NOT_COME for by_module in stands.values())
        say(phrase("copies-manquantes", module=module, missing=missing, count=len(stands)))
    say_refused(place, stands)
    say_nothing([(code, module) for code, by_module in nothing.items() for module in by_module])


def _said_of_names(proof: Erasure, place: SessionFolder) -> str:
    """Return how far the erasing of names has come."""
    if list_is_back(place, proof):
        return phrase("liste-revenue", list=place.participants_file, folder=typed(place.root))
    if proof.state != "fait":
        return phrase("effacement-a-reprendre", folder=typed(place.root))
    if not proof.names_searched:
        return phrase("aucun-nom-cherche")
    if proof.certified:
        return phrase("effaces")
    if proof.reread_at:
        return phrase("effaces-et-relus", when=hour(proof.reread_at, place.session.zone))
    return phrase("effaces-sans-assurance", folder=typed(place.root))


def _say_what_to_fetch(place: SessionFolder, stands: Stands, since: SinceHandedIn) -> None:
    """Say where copies are that can still be taken; once names are being erased, no session takes any."""
    if waiting := to_take(place, stands):
        command = f"liaison session hub {typed(place.root)} --collect"
        say(phrase("a-prendre", copies=named(waiting), command=command))
    if unsent := who(stands, "en_place"):
        say(phrase("en-place", copies=named(unsent), how=_how_to_hand_in(place.root)))
    say_unread(place, stands)
    say_since(place, since)
    if closed := who(stands, "ferme"):
        say(phrase("dossiers-fermes", folder=place.submitted, codes=_codes(closed)))


def say_since(place: SessionFolder, since: SinceHandedIn) -> None:
    """Say what became of answers since they were handed in, and whether those that changed can still count."""
    if since.changed:
        in_time = dt.datetime.now(dt.UTC) <= place.session.deadline
        say(phrase("change-depuis", copies=named(since.changed)))
        say(_how_to_hand_in(place.root) if in_time else phrase("trop-tard"))
    if since.gone:
        say(phrase("efface-depuis", copies=named(since.gone)))
    if since.unread:
        say(phrase("illisible-depuis", copies=_with_why(since.unread)))


def say_unread(place: SessionFolder, stands: Stands) -> None:
    """Say whose work waits at a place and would be refused as it is."""
    if unread := unread_in_place(place, stands):
        say(phrase("en-place-illisible", copies=_with_why(unread)))


def say_nothing(nothing: Collection[tuple[str, str]]) -> None:
    """Say whose copies have nothing that can be marked."""
    if nothing:
        say(phrase("rien-a-noter", copies=named(nothing)))


def say_less(place: SessionFolder, less: Collection[tuple[str, str]]) -> None:
    """Say who handed in less than before: which of the two should count is for somebody to look at."""
    if less:
        say(phrase("en-dit-moins", copies=named(less), journal=place.journal))


def say_ahead(place: SessionFolder, ahead: Collection[tuple[str, str]]) -> None:
    """Say whose copy counts by an hour that has not come, and may be older than another: somebody has to look."""
    if ahead:
        say(phrase("horloge-en-avance", copies=named(ahead), journal=place.journal))


def say_refused(place: SessionFolder, stands: Stands) -> None:
    """Say who sent a file from which nothing could be taken; never its name, which may be that of somebody.

    Nothing is asked again of people whose names go.
    """
    if place.erasure.exists():
        return
    again = refused_here(place).again
    if again:
        codes, command = _codes(again), taking(place)
        say(phrase("refusees-a-reprendre", codes=codes, command=command, journal=place.journal))
    if refused := [copy for copy in who(stands, "refusee") if copy not in again]:
        say(phrase("remises-refusees", codes=_codes(refused), journal=place.journal))
    if beside := [code for code in refused_beside(place, stands) if code not in dict(again)]:
        say(phrase("refusees-en-plus", codes=", ".join(beside), journal=place.journal))
    if count := refused_of_teams(place):
        say(phrase("equipes-refusees", n=count, journal=place.journal))
    if who(stands, "manque") and (count := refused_of_nobody(place)):
        say(phrase("refusees-de-personne", n=count, journal=place.journal))


def taking(place: SessionFolder) -> str:
    """Return the command that takes what waits in the room, and takes again what was refused, by whichever door."""
    if (place.root / INBOUND).is_dir():
        return typed("liaison", "session", "hub", place.root, "--collect")
    return phrase("reprendre", folder=typed(place.root))


def named(copies: Iterable[tuple[str, str]]) -> str:
    """Return whose copies they are, and of which modules, as a list to read."""
    return ", ".join(f"{code} ({module})" for code, module in copies)


def _with_why(unread: Iterable[tuple[str, str, str]]) -> str:
    return " ; ".join(
        phrase("illisible-car", code=code, module=module, file=ANSWERS_FILE, reason=reason)
        for code, module, reason in unread
    )


def _codes(copies: Iterable[tuple[str, str]]) -> str:
    return ", ".join(dict.fromkeys(code for code, _ in copies))


def _standing(state: Handed, nothing: Nothing | None) -> str:
    return phrase("mais", state=handed_words(state), reason=nothing) if nothing else handed_words(state)


def _print_texts(read: Readings, folder: Path) -> None:
    """Print how many texts wait; those of copies that are not marked yet are in no count."""
    many = len(read.unmarked)
    mark = f"liaison session grade --session {typed(folder)}"
    if read.texts:
        say(phrase("textes-a-lire", waiting=read.waiting, count=len(read.texts)))
        if many:
            say(phrase("sans-compter", n=many, command=mark))
    elif many:
        say(phrase("pas-encore-notees", n=many, command=mark))
    else:
        say(phrase("aucun-texte"))


def _print_unread(read: Readings) -> None:
    """Print how many texts of the copies that stay will never be read: nothing is marked once names are erased."""
    if read.waiting:
        say(phrase("textes-plus-lus", n=read.waiting))
    if read.unmarked:
        say(phrase("plus-notees", n=len(read.unmarked)))


def _how_to_hand_in(folder: Path) -> str:
    """Return what keeps the work of a place, and how it can still be handed in: a closed room has no button."""
    match is_open(folder):
        case True:
            return phrase("gardees-salle-ouverte")
        case False:
            return phrase("gardees-salle-fermee", folder=typed(folder))
        case None:
            return phrase("gardees", folder=typed(folder))
