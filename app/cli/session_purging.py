"""`liaison session purge` : effacer les noms d'une séance, et dire ce qui reste et ce qui ne se peut pas."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

from app.cli.french import was_interrupted
from app.cli.output import InputError, Steps, print_table, say
from app.interruptions import UnfinishedError
from liaison.base.sentences import french_beside
from liaison.base.terminal import typed
from liaison.training.hand_in.deciding import hour
from liaison.training.purge.certificate import certificate
from liaison.training.purge.erasure import Erasure
from liaison.training.purge.purging import ForbiddenError, purge
from liaison.training.session.definition import SessionFolder, load_session
from liaison.training.session.ownership import caller_of_sudo

phrase = french_beside(__file__)


STEPS, ERASING = 3, 2
SHOWN = 20  # lignes d'un tableau : la preuve les a toutes


def run(folder: Path, early: bool, json: bool, reread: bool = False) -> int:
    """Erase, print the proof in words, and return 1 when a name stays, or may: in a file that could not be searched."""
    place = load_session(folder)
    now = dt.datetime.now(place.session.zone)
    steps = Steps(STEPS)
    try:
        with steps:
            proof = purge(place, now, early=early, reread=reread, step=steps.step, part=steps.part)
    except ForbiddenError as error:
        raise InputError(f"{error} {_with_rights(place, early)}") from error
    except BaseException as error:
        if steps.begun >= ERASING and was_interrupted(error):
            raise UnfinishedError(_cut(place, early, steps)) from error
        raise
    if json:
        print(proof.model_dump_json(indent=2))
    else:
        if proof.done_at and proof.done_at < now:
            when = hour(proof.done_at, place.session.zone)
            say(phrase("deja-fait", when=when))
        _print(place, proof, early)
    return int(bool(proof.left or (not proof.reread_at and (proof.not_read or proof.doubted))))


def _with_rights(place: SessionFolder, early: bool) -> str:
    """Return the command that erases what this account may not: sudo keeps neither its paths nor its folder."""
    return phrase("avec-les-droits", command=_command(place, early, sudo=True))


def _command(place: SessionFolder, early: bool, sudo: bool) -> str:
    liaison = ["sudo", Path(sys.executable).with_name("liaison")] if sudo else ["liaison"]
    folder = place.root.resolve() if sudo else place.root
    return typed(*liaison, "session", "purge", folder, *(["--now"] if early else []))


def _cut(place: SessionFolder, early: bool, steps: Steps) -> str:
    """Return what is said of an erasure that somebody ended on its way: what is done, and how to finish."""
    done, count = steps.under_way
    key = "coupe-en-effacant" if steps.begun == ERASING else "coupe-apres"
    command = _command(place, early, sudo=bool(caller_of_sudo()))
    return phrase(key, done=done, count=count, erasure=place.erasure.name, command=command)


def _print(place: SessionFolder, proof: Erasure, early: bool) -> None:
    rows = [(remark.path, remark.size, remark.reason) for remark in proof.erased[:SHOWN]]
    if rows:
        print_table([phrase(f"colonne-{column}") for column in ("fichier-efface", "octets", "pourquoi")], rows)
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
    erased = sum(remark.size for remark in proof.erased)
    say(
        phrase(
            "fichiers-effaces",
            count=len(proof.erased),
            size=erased,
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
            command = typed("liaison", "session", "purge", str(place.root), "--reread")
            say(phrase("dire-relu", command=command))
    else:
        to_mend = len(proof.left) > proof.forbidden
        say(phrase("un-nom-reste-a-corriger" if to_mend else "un-nom-reste", erasure=place.erasure))
    if proof.forbidden:
        command = _with_rights(place, early)
        say(phrase("a-un-autre-compte", count=proof.forbidden, command=command))
    say(phrase("limites"))
    for limit in proof.limits:
        say(f"- {limit}")


def _more(count: int, place: SessionFolder) -> None:
    """Say how many lines a table leaves out, and where all are."""
    if count > SHOWN:
        say(phrase("lignes-montrees", shown=SHOWN, count=count, erasure=place.erasure))
