"""`liaison session purge` : effacer les noms d'une séance, et dire ce qui reste et ce qui ne se peut pas."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from app.cli.french import was_interrupted
from app.cli.output import InputError, Steps, print_table, say
from app.cli.session_status import taking
from app.cli.session_texts import with_marks
from app.interruptions import UnfinishedError
from liaison.base.sentences import french_beside
from liaison.base.terminal import typed
from liaison.training.closing.lost_with_names import lost_with_names
from liaison.training.hand_in.deciding import hour
from liaison.training.purge.certificate import certificate
from liaison.training.purge.erasure import Erasure
from liaison.training.purge.purging import ForbiddenError, purge
from liaison.training.session.definition import SessionFolder, load_session
from liaison.training.session.ownership import caller_of_sudo

phrase = french_beside(__file__)


STEPS, ERASING = 3, 2
UNMARKED = "--unmarked"
SHOWN = 20  # lignes d'un tableau : la preuve les a toutes


def run(folder: Path, early: bool, json: bool, reread: bool = False, unmarked: bool = False) -> int:
    """Erase, print the proof in words, and return 1 when a name stays, or may: in a file that could not be searched.

    `unmarked`: what nobody marked or read is given up.
    """
    place = load_session(folder)
    options = [*(["--now"] if early else []), *([UNMARKED] if unmarked else [])]
    now = dt.datetime.now(place.session.zone)
    steps = Steps(STEPS)
    try:
        with steps:
            proof = purge(
                place,
                now,
                early=early,
                reread=reread,
                check=(lambda: None) if unmarked else partial(_nothing_lost, place, options),
                step=steps.step,
                part=steps.part,
            )
    except ForbiddenError as error:
        raise InputError(f"{error} {_with_rights(place, options)}") from error
    except BaseException as error:
        if steps.begun >= ERASING and was_interrupted(error):
            raise UnfinishedError(_cut(place, options, steps)) from error
        raise
    if json:
        print(proof.model_dump_json(indent=2))
    else:
        if proof.done_at and proof.done_at < now:
            when = hour(proof.done_at, place.session.zone)
            say(phrase("deja-fait", when=when))
        _print(place, proof, options)
        if reread and proof.reread_at != now:
            say(phrase("rien-a-relire"))
    return int(bool(proof.left or (not proof.reread_at and (proof.not_read or proof.doubted))))


def _nothing_lost(place: SessionFolder, options: Sequence[str]) -> None:
    """Check that nothing of the session is still to be taken, marked or read.

    Raises:
        InputError: what would be lost, what to do first, and how to give it up.
    """
    lost = lost_with_names(place)
    if not (lines := [*lost.lines()]):
        return
    folder = place.root
    first = [
        *([taking(place)] if lost.not_taken or lost.refused else []),
        *(phrase("remettre-ou-effacer", folder=folder / copy) for copy in lost.incomplete),
        *([typed("liaison", "session", "grade", "--session", folder)] if lost.unmarked else []),
        *(phrase("prendre-ou-effacer", command=with_marks(folder, table)) for table in lost.filled),
        *([phrase("lire-d-abord")] if lost.unread else []),
        *([typed("liaison", "session", "close", folder)] if lost.not_given else []),
        *([phrase("remettre-les-noms", codes=", ".join(lost.unlisted))] if lost.unlisted else []),
    ]
    todo = f"{phrase('d-abord', first=' ; '.join(first))} " if first else ""
    command = _command(place, [*options, UNMARKED], sudo=False)
    raise InputError(phrase("serait-perdu", lost=" ".join(lines), todo=todo, command=command))


def _with_rights(place: SessionFolder, options: Sequence[str]) -> str:
    """Return the command that erases what this account may not: sudo keeps neither its paths nor its folder."""
    return phrase("avec-les-droits", command=_command(place, options, sudo=True))


def _command(place: SessionFolder, options: Sequence[str], sudo: bool) -> str:
    liaison = ["sudo", Path(sys.executable).with_name("liaison")] if sudo else ["liaison"]
    folder = place.root.resolve() if sudo else place.root
    return typed(*liaison, "session", "purge", folder, *options)


def _cut(place: SessionFolder, options: Sequence[str], steps: Steps) -> str:
    """Return what is said of an erasure that somebody ended on its way: what is done, and how to finish."""
    done, count = steps.under_way
    key = "coupe-en-effacant" if steps.begun == ERASING else "coupe-apres"
    command = _command(place, options, sudo=bool(caller_of_sudo()))
    return phrase(key, done=done, count=count, erasure=place.erasure.name, command=command)


def _print(place: SessionFolder, proof: Erasure, options: Sequence[str]) -> None:
    rows = [(remark.path, remark.reason) for remark in proof.erased[:SHOWN]]
    if rows:
        print_table([phrase(f"colonne-{column}") for column in ("fichier-efface", "pourquoi")], rows)
        _more(len(proof.erased), place)
    for title, remarks in (
        (phrase("change"), proof.changed),
        (phrase("reste-a-effacer"), proof.left),
        (phrase("a-relire"), proof.to_read),
        (phrase("pas-lu"), proof.not_read),
    ):
        if remarks:
            print_table(
                [title, phrase("colonne-a-savoir")], [(remark.path, remark.reason) for remark in remarks[:SHOWN]]
            )
            _more(len(remarks), place)
    say(
        phrase(
            "fichiers-effaces",
            count=len(proof.erased),
            names=proof.names_searched,
            files=proof.files_searched,
            kept=len(proof.kept),
        )
    )
    if not proof.names_searched:
        say(phrase("aucun-nom-cherche", participants=place.participants_file, erasure=place.erasure))
    elif proof.state == "fait":
        say(f"{certificate(place, proof)} {phrase('preuve', erasure=place.erasure)}")
        if not (proof.certified or proof.reread_at):
            command = typed("liaison", "session", "purge", place.root, "--reread")
            say(phrase("dire-relu", command=command))
    else:
        to_mend = len(proof.left) > proof.forbidden
        say(phrase("un-nom-reste-a-corriger" if to_mend else "un-nom-reste", erasure=place.erasure))
    if proof.forbidden:
        command = _with_rights(place, options)
        say(phrase("a-un-autre-compte", count=proof.forbidden, command=command))
    say(phrase("limites"))
    for limit in proof.limits:
        say(f"- {limit}")


def _more(count: int, place: SessionFolder) -> None:
    """Say how many lines a table leaves out, and where all are."""
    if count > SHOWN:
        say(phrase("lignes-montrees", shown=SHOWN, count=count, erasure=place.erasure))
