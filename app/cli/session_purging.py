"""`liaison session purge` : effacer les noms d'une séance, et dire ce qui reste et ce qui ne se peut pas."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

from app.cli.output import InputError, Steps, print_table, say
from liaison.base.numbers import counted
from liaison.base.terminal import typed
from liaison.training.hand_in.deciding import hour
from liaison.training.purge.erasure import Erasure
from liaison.training.purge.purging import ForbiddenError, purge
from liaison.training.session.definition import SessionFolder, load_session

STEPS = 3
SHOWN = 20  # lignes d'un tableau : la preuve les a toutes


def run(folder: Path, early: bool, json: bool, reread: bool = False) -> int:
    """Erase, print the proof in words, and return 1 when a name stays, or may: in a file that could not be searched."""
    place = load_session(folder)
    now = dt.datetime.now(place.session.zone)
    try:
        with Steps(STEPS) as steps:
            proof = purge(place, now, early=early, reread=reread, step=steps.step, part=steps.part)
    except ForbiddenError as error:
        raise InputError(f"{error} {_with_rights(place, early)}") from error
    if json:
        print(proof.model_dump_json(indent=2))
    else:
        if proof.done_at and proof.done_at < now:
            when = hour(proof.done_at, place.session.zone)
            say(f"Déjà fait, le {when} : cette fois, rien n'a été effacé de plus. Voici ce qui l'a été.")
        _print(place, proof, early)
    return int(bool(proof.left or (not proof.reread_at and (proof.not_read or proof.doubted))))


def _with_rights(place: SessionFolder, early: bool) -> str:
    """Return the command that erases what this account may not: sudo keeps neither its paths nor its folder."""
    liaison = Path(sys.executable).with_name("liaison")
    words = ["sudo", str(liaison), "session", "purge", str(place.root.resolve()), *(["--now"] if early else [])]
    return f"Avec les droits d'administration, cette commande le fait : {typed(*words)}"


def _print(place: SessionFolder, proof: Erasure, early: bool) -> None:
    rows = [(one.path, one.size, one.reason) for one in proof.erased[:SHOWN]]
    if rows:
        print_table(["Fichier effacé", "Octets", "Pourquoi"], rows)
        _more(len(proof.erased), place)
    for title, remarks in (
        ("Changé", proof.changed),
        ("Reste à effacer", proof.left),
        ("À relire vous-même", proof.to_read),
        ("N'a pas pu être lu", proof.not_read),
    ):
        if remarks:
            print_table([title, "À savoir"], [(one.path, one.reason) for one in remarks[:SHOWN]])
            _more(len(remarks), place)
    erased = sum(one.size for one in proof.erased)
    say(
        f"Fichiers effacés : {len(proof.erased)} ({erased} octets). Noms cherchés : {proof.names_searched}, dans "
        f"{proof.files_searched} fichiers. Fichiers gardés : {len(proof.kept)}."
    )
    if not proof.names_searched:
        say(
            "Cette séance n'a pas de liste de noms, ou ne l'a plus : aucun nom n'a été cherché. Ce que la suite écrit "
            "d'après une liste est effacé. Les copies et les autres documents en portent peut-être : les relire, ou "
            f"remettre la liste dans « {place.participants_file} », puis relancer. La preuve : « {place.erasure} »."
        )
    elif proof.state == "fait":
        say(f"{_certificate(place, proof)} La preuve : « {place.erasure} ».")
        if not (proof.certified or proof.reread_at):
            told = typed("liaison", "session", "purge", str(place.root), "--reread")
            say(f"Une fois tout relu ou effacé, le dire : {told}")
    else:
        say(
            "Un nom reste, ou peut rester : la liste est gardée, pour recommencer. "
            + ("Corriger ce qui est dit plus haut, puis relancer. " if len(proof.left) > proof.forbidden else "")
            + f"L'état est dans « {place.erasure} »."
        )
    if proof.forbidden:
        say(
            f"À un autre compte, comme les places d'une salle ouverte avec sudo : {proof.forbidden} de ces lignes. "
            + _with_rights(place, early)
        )
    say("Ce que cette commande ne peut pas faire :")
    for limit in proof.limits:
        say(f"- {limit}")


def _certificate(place: SessionFolder, proof: Erasure) -> str:
    """Return what can be said of the names once it is done: no more than was looked for, and could be."""
    where = "ce qui a pu être lu" if proof.to_read or proof.not_read else "ce qui reste"
    none = f"Aucun nom entier de la liste n'a été retrouvé dans {where}."
    if proof.certified:
        return f"{none} {proof.searched}".strip()
    if proof.reread_at:
        when = hour(proof.reread_at, place.session.zone)
        return f"{none} Vous avez dit, le {when}, avoir relu ou effacé le reste. {proof.searched}".strip()
    found = ["Rien n'assure qu'aucun nom ne reste."]
    if proof.not_read:
        files = counted(len(proof.not_read), "fichier n'a pas pu être lu", "fichiers n'ont pas pu être lus")
        found.append(f"{files} : les effacer, ou les relire vous-même. {'' if proof.doubted else none}".strip())
    if proof.doubted:
        files = counted(proof.doubted, "fichier porte", "fichiers portent")
        found.append(
            f"{files} deux mots d'une même ligne de la liste : peut-être un nom entier. Les relire, et effacer à la "
            "main ceux qui nomment quelqu'un."
        )
    if proof.names_unclear:
        lines = counted(proof.names_unclear, "ligne de la liste n'a", "lignes de la liste n'ont")
        found.append(
            f"{lines} pas deux mots de nom : de ceux-là, un mot seul n'est cherché que dans documents/ et feedback/, "
            "ou derrière « Mme », « M. ». Relire les copies."
        )
    return " ".join([*found, proof.searched]).strip()


def _more(count: int, place: SessionFolder) -> None:
    """Say how many lines a table leaves out, and where all are."""
    if count > SHOWN:
        say(f"{SHOWN} lignes montrées sur {count} ; toutes sont dans « {place.erasure} ».")
