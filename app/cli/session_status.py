"""`liaison session status` : qui a remis quoi, par code, et combien manquent."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from app.cli.output import print_json, print_table, say
from app.cli.session_modules import readings
from liaison.base.numbers import agreed
from liaison.base.terminal import typed
from liaison.documents.cited import long_date
from liaison.training.hand_in.deciding import hour
from liaison.training.hand_in.room_folders import is_open
from liaison.training.hand_in.standing import (
    HANDED,
    NOT_COME,
    Handed,
    Nothing,
    nothing_to_mark,
    refused_of_nobody,
    said_less,
    standing,
    who,
)
from liaison.training.marks.texts_to_read import Readings
from liaison.training.purge.erasure import read_erasure
from liaison.training.session.definition import SessionFolder, load_session


def run(folder: Path, json: bool) -> None:
    """Print where each copy stands; never a name, so that it may be projected."""
    place = load_session(folder)
    proof = read_erasure(place)
    session, found = place.session, standing(place, erased=[one.path for one in proof.erased] if proof else ())
    erased = proof is not None and proof.state == "fait"
    searched = proof is not None and proof.names_searched > 0
    (read, unknown), nothing, less = readings(place), nothing_to_mark(place, found), said_less(place)
    if json:
        texts = {"a_lire": read.waiting, "en_tout": len(read.texts)} if read else None
        copies = {"copies": found, "rien_a_noter": nothing, "en_dit_moins": less}
        told = {
            "textes": texts,
            "textes_inconnus": unknown or None,
            "noms_effaces": proof is not None and proof.certified,
            "reste_relu": proof is not None and proof.reread_at is not None,
        }
        print_json({"seance": session.code, **copies, **told})
        return
    rows = [
        (code, *(_standing(by_module[module], nothing.get(code, {}).get(module)) for module in session.modules))
        for code, by_module in found.items()
    ]
    print_table(["Code", *session.modules], rows, session.title)
    for module in session.modules:
        missing = sum(by_module[module] in NOT_COME for by_module in found.values())
        say(f"Copies manquantes, {module} : {missing} sur {len(found)}.")
    say_refused(place, found)
    if nothing:
        again = ", ".join(f"{code} ({module})" for code, by_module in nothing.items() for module in by_module)
        say(f"Copies où rien ne peut être noté, vides ou illisibles, à demander de nouveau : {again}.")
    if less:
        named = ", ".join(f"{code} ({module})" for code, module in less)
        say(
            f"Une remise plus récente en dit moins que celle d'avant : {named}. La raison est dans « {place.journal} »."
        )
    if read:
        _print_texts(read, folder)
    elif unknown:
        say(f"Textes à lire : ils ne peuvent pas être comptés. {unknown}")
    if not proof:
        _say_what_to_fetch(place, found)
    if proof and not erased:
        say(f"L'effacement des noms a commencé et n'est pas fini. Le reprendre : liaison session purge {typed(folder)}")
    elif erased and not searched:
        say(
            "L'effacement n'a cherché aucun nom : cette séance n'a pas de liste, ou ne l'avait plus. Les copies et les "
            "documents en portent peut-être."
        )
    elif proof and proof.reread_at and not proof.certified:
        say(
            "Les noms reconnus de cette séance sont effacés. Vous avez dit, le "
            f"{hour(proof.reread_at, session.zone)}, avoir relu ou effacé le reste."
        )
    elif proof and not proof.certified:
        say(
            "Les noms reconnus de cette séance sont effacés ; rien n'assure qu'aucun ne reste. Pourquoi, et quoi "
            f"relire : liaison session purge {typed(folder)}"
        )
    elif erased:
        say("Les noms de cette séance sont effacés.")
    elif place.participants_file.exists():
        say(f"Les noms sont gardés jusqu'au {long_date(session.names_until)} : liaison session purge {typed(folder)}")


def _say_what_to_fetch(place: SessionFolder, found: Mapping[str, Mapping[str, Handed]]) -> None:
    """Say where copies are that can still be taken; once names are being erased, no session takes any."""
    if waiting := who(found, "a_prendre"):
        command = f"liaison session hub {typed(place.root)} --collect"
        say(f"Remises dans la salle, à prendre : {waiting}. Les prendre : {command}")
    if kept := who(found, "en_place"):
        say(f"Travail fait à sa place dans la salle, et pas remis : {kept}. {_how_to_hand_in(place.root)}")
    if closed := who(found, "ferme"):
        say(
            f"Dossiers que le système ne laisse pas ouvrir, dans « {place.submitted} » : {closed}. "
            "En permettre la lecture, puis relancer : leurs copies y sont peut-être."
        )


def say_refused(place: SessionFolder, found: Mapping[str, Mapping[str, Handed]]) -> None:
    """Say who sent a file from which nothing could be taken; never its name, which may be that of somebody.

    Nothing is asked again of people whose names go.
    """
    if place.erasure.exists():
        return
    if refused := who(found, "refusee"):
        say(f"Remises refusées, à demander de nouveau : {refused}. La raison est dans « {place.journal} ».")
    if who(found, "manque") and (count := refused_of_nobody(place)):
        files = agreed(count, "Fichier refusé", "Fichiers refusés")
        say(
            f"{files} dont rien ne dit de qui : {count}. Une copie qui manque y est peut-être : la raison est dans "
            f"« {place.journal} »."
        )


def _standing(state: Handed, nothing: Nothing | None) -> str:
    return f"{HANDED[state]}, mais {nothing}" if nothing else HANDED[state]


def _print_texts(read: Readings, folder: Path) -> None:
    """Print how many texts wait; those of copies that are not marked yet are in no count."""
    many = len(read.unmarked)
    mark = f"liaison session grade --course {typed(folder)}"
    if read.texts:
        say(f"Textes à lire : {read.waiting} sur {len(read.texts)}.")
        if many:
            end = "s, pas encore notées" if many > 1 else ", pas encore notée"
            say(f"Sans compter ceux de {many} copie{end} : {mark}")
    elif many:
        end = "copies en ont, et ne sont pas encore notées" if many > 1 else "copie en a, et n'est pas encore notée"
        say(f"Textes à lire : {many} {end} : {mark}")
    else:
        say("Textes à lire : aucun.")


def _how_to_hand_in(folder: Path) -> str:
    """Return what keeps the work of a place, and how it can still be handed in: a closed room has no button."""
    by_button = "le bouton « Remettre » est à la fin de l'exercice et sur « Votre place »"
    again = f"la rouvrir pour qu'elles puissent être remises : liaison session hub {typed(folder)}"
    match is_open(folder):
        case True:
            return f"Les réponses sont gardées ; {by_button}."
        case False:
            return f"La salle est fermée ; les réponses y sont gardées. Pour les recevoir, {again}"
        case None:
            return f"Les réponses sont gardées. Si la salle est ouverte, {by_button} ; si elle est fermée, {again}"
