"""La liste des participants : lue si elle dit tout d'elle-même, sinon une question, dont la réponse est gardée."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from app.cli.output import InputError
from liaison.base.numbers import agreed, counted
from liaison.base.typography import typeset
from liaison.base.words import joined
from liaison.training.session.definition import Participant, SessionError
from liaison.training.session.family_names import End
from liaison.training.session.list_answers import ListAnswers, keep_answers, kept_answers, kept_beside, seen_in
from liaison.training.session.participants import ColumnsError, ReadLine, ReadList, read_participants

MOST_NAMED = 5
_ENDS: dict[str, End] = {"debut": "debut", "début": "debut", "fin": "fin"}
_FIRST_LINE = (
    "ce sont des titres",
    "il n'y a pas de titres : la première ligne est une personne",
    "renoncer",
)
_MEND = (
    "L'attestation le porterait tel quel : le compléter ou le corriger dans participants.csv, colonnes « nom » et "
    "« nom_de_famille »."
)
_KEEP_THEM = ("les garder ainsi", "renoncer")
_WHICH_WORD = (
    "en premier : Fictive Anne",
    "en dernier : Anne Fictive",
    "je ne sais pas",
)


def answers_of(columns: str | None, no_titles: bool, family: str | None) -> ListAnswers | None:
    """Return what the options say of a list, None when they say nothing.

    Raises:
        InputError: a word that is none of those.
    """
    if not columns and not no_titles and family is None:
        return None
    end = _ENDS.get((family or "").strip().lower())
    if family is not None and end is None:
        raise InputError(f"« {family[:20]} » ne dit pas où est le nom de famille : écrire debut ou fin.")
    named = _split(columns or "")
    if len(named) > 2:
        raise InputError("--name-column attend une colonne, ou deux : le prénom, puis le nom.")
    return ListAnswers(columns=named, titled=False if no_titles else None, family=end)


def read_list(path: Path, given: ListAnswers | None, warn: Callable[[str], None]) -> tuple[Participant, ...]:
    """Return the people of a list; what it does not say is asked where somebody can answer, and kept beside it.

    Raises:
        ColumnsError: nobody is there to answer.
        InputError: whoever was asked gave up.
    """
    known = _kept(path, warn) or ListAnswers()
    answers, asks = _over(known, given), sys.stdin.isatty()
    while True:
        try:
            found = read_participants(path, answers)
        except ColumnsError as error:
            if not asks:
                raise
            answers = _ask_columns(path, error, answers)
            continue
        if not asks or answers.family or not found.without_family:
            break
        end = _ask_family(found.without_family)
        if end is None:
            break
        answers = answers.model_copy(update={"family": end})
    doubts = _doubts(found)
    if asks and doubts and _choose("\n".join([*doubts, "Faut-il :"]), _KEEP_THEM):
        raise _given_up()
    _say(found, warn)
    if answers != known:
        _keep(path, answers, found, warn)
    return found.people


def _kept(path: Path, warn: Callable[[str], None]) -> ListAnswers | None:
    """Return what was answered of this list before; of another list under its name, nothing."""
    kept = kept_answers(path)
    if kept is None:
        return None
    try:
        found = read_participants(path, kept)
    except SessionError:
        return None
    if seen_in(found.line) != kept.seen:
        return None
    warn(f"« {path.name} » est lue comme la dernière fois : c'est écrit dans « {kept_beside(path).name} ».")
    return kept


def _over(kept: ListAnswers, given: ListAnswers | None) -> ListAnswers:
    """Return what was kept and what the options add to it; of its columns, nothing where they say otherwise."""
    if given is None:
        return kept
    numbers = all(one.isdecimal() for one in given.columns)
    agreed = numbers if kept.titled is False else given.titled is None
    return (kept if agreed else ListAnswers(family=kept.family)).model_copy(
        update=given.model_dump(exclude_defaults=True)
    )


def _keep(path: Path, answers: ListAnswers, found: ReadList, warn: Callable[[str], None]) -> None:
    if keep_answers(path, answers.model_copy(update={"seen": seen_in(found.line)})):
        warn(f"Ce qui est dit de « {path.name} » est gardé pour la prochaine fois, dans « {kept_beside(path).name} ».")


def _given_up() -> InputError:
    return InputError("Rien n'a été fait. La liste est restée telle quelle.")


def _doubts(found: ReadList) -> dict[str, str]:
    """Return what only who made the list can tell of its names, a sentence each, and how to mend it once it is read."""
    doubts = {}
    if found.several:
        several = f"Plusieurs personnes sur une ligne ? Un seul code y répond : {_lines(found.several)}."
        doubts[several] = "Mettre une personne par ligne dans la liste, et refaire la séance : chacune a son code."
    if found.incomplete:
        incomplete = (
            "Un prénom sans nom, ou l'inverse (case vide, ou formule dont le tableur n'a pas gardé le résultat) : "
            f"{_lines(found.incomplete)}."
        )
        doubts[incomplete] = _MEND
    if found.unsure:
        doubts[f"Une fonction, ou une partie du nom ? Rien n'en est ôté : {_lines(found.unsure)}."] = _MEND
    return doubts


def _say(found: ReadList, warn: Callable[[str], None]) -> None:
    if found.above:
        warn(f"Au-dessus des titres, et donc personne : {_named(found.above)}.")
    if found.numbered:
        warn(f"Numéro ou puce enlevé devant un nom : {counted(found.numbered, 'ligne', 'lignes')}.")
    if found.beside:
        warn(f"Adresse lue à côté d'un nom, dans la même case : {counted(found.beside, 'ligne', 'lignes')}.")
    for title in found.unread:
        warn(
            f"Des adresses de la colonne « {title[:40]} » n'ont pas été lues : elle a autre chose aussi, ou une autre "
            "colonne en a. Les y laisser seules, et l'intituler « Courriel », pour les garder."
        )
    if found.left:
        cells = " ; ".join(f"ligne {line}, colonne {column}, « {cell[:40]} »" for line, column, cell in found.left)
        warn(f"Laissé de côté, dans des colonnes que rien ne dit être celles du nom : {cells}.")
    for email, names in found.shared.items():
        warn(
            f"Une seule adresse, {email}, pour {_named(names)} : Moodle n'en ferait qu'une personne. La corriger dans "
            "participants.csv, colonne « courriel »."
        )
    if found.functions:
        where = [
            f"« {function} », {agreed(len(numbers), 'ligne', 'lignes')} {joined(map(str, numbers))}"
            for function, numbers in found.functions.items()
        ]
        warn(
            f"Mis à part du nom, et donc absent de l'attestation : {' ; '.join(where)}. Si c'est une partie du nom, "
            "l'y remettre dans participants.csv, colonne « nom »."
        )
    if found.turned:
        warn(
            f"Lu comme « NOM, Prénom » : "
            f"{counted(len(found.turned), 'ligne', 'lignes')}, dont {_lines(found.turned[:1])}."
        )
    for doubt, mended in _doubts(found).items():
        warn(f"{doubt} {mended}")
    if found.with_more:
        warn(
            f"Autre chose est écrit avec le nom, et irait avec lui sur l'attestation : "
            f"{_lines(found.with_more)}. L'ôter dans participants.csv, colonne « nom »."
        )
    if found.without_family:
        warn(
            f"Rien ne dit lequel des mots est le nom de famille : {_named(found.without_family)}. L'émargement les "
            "range comme ils sont écrits. Le dire par --family-name debut ou --family-name fin, ou dans "
            "participants.csv, colonne « nom_de_famille »."
        )
    if found.to_check:
        warn(
            f"Noms de famille à vérifier, dans participants.csv, colonne « nom_de_famille » : {_lines(found.to_check)}."
        )


def _lines(lines: Sequence[ReadLine]) -> str:
    """Return lines of the list, every one of them: a name that nobody is told of is one that nobody mends."""
    return " ; ".join(
        f"ligne {line.number}, {line.person.name} (nom de famille lu : {line.person.family or 'aucun'})"
        for line in lines
    )


def _named(names: tuple[str, ...] | list[str]) -> str:
    rest = len(names) - MOST_NAMED
    return f"{', '.join(names[:MOST_NAMED])}{f' et {rest} de plus' if rest > 0 else ''}"


def _ask_columns(path: Path, error: ColumnsError, answers: ListAnswers) -> ListAnswers:
    shown = ", ".join(f"« {title} »" for title in error.titles if title)
    if answers.titled is False:
        return answers.model_copy(update={"columns": _ask_for("Numéro de la colonne du nom (ou deux : prénom, nom)")})
    chosen = _choose(f"« {path.name} », première ligne : {shown}.", _FIRST_LINE)
    if chosen == 2:
        raise _given_up()
    if chosen == 1:
        return ListAnswers(titled=False, family=answers.family)
    columns = error.titles if len(error.titles) == 1 else _ask_for("Colonne du nom (ou deux : prénom, nom)")
    return ListAnswers(titled=True, columns=columns, family=answers.family)


def _ask_family(names: tuple[str, ...]) -> End | None:
    chosen = _choose(f"Rien ne dit où est le nom de famille : {_named(names)}. Il vient :", _WHICH_WORD)
    ends: tuple[End | None, ...] = ("debut", "fin", None)
    return ends[chosen]


def _choose(question: str, choices: tuple[str, ...]) -> int:
    import typer

    lines = [question, *(f"  {number}. {choice}" for number, choice in enumerate(choices, 1))]
    print(typeset("\n".join(lines)), file=sys.stderr)
    while True:
        answer = str(typer.prompt(typeset(f"Réponse (1 à {len(choices)})"), err=True)).strip().rstrip(".")
        if answer in [str(number) for number in range(1, len(choices) + 1)]:
            return int(answer) - 1


def _ask_for(question: str) -> tuple[str, ...]:
    import typer

    return _split(str(typer.prompt(typeset(question), err=True)))[:2]


def _split(words: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in words.split(",") if one.strip())


__all__ = ["answers_of", "read_list"]
