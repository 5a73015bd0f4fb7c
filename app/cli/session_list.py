"""La liste des participants : lue si elle dit tout d'elle-même, sinon une question, dont la réponse est gardée."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from app.cli.output import InputError
from liaison.base.numbers import number
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.base.words import joined
from liaison.training.session.definition import Participant, SessionError
from liaison.training.session.family_names import End
from liaison.training.session.list_answers import ListAnswers, keep_answers, kept_answers, kept_beside, seen_in
from liaison.training.session.participants import ColumnsError, ReadLine, ReadList, read_participants

phrase = french_beside(__file__)


MOST_NAMED = 5
_ENDS: dict[str, End] = {"debut": "debut", "début": "debut", "fin": "fin"}
_FIRST_LINE = (
    "titres",
    "pas-de-titres",
    "renoncer",
)
_KEEP_THEM = ("les-garder", "renoncer")
_WHICH_WORD = (
    "en-premier",
    "en-dernier",
    "je-ne-sais-pas",
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
        raise InputError(phrase("ni-debut-ni-fin", words=family[:20]))
    named = _split(columns or "")
    if len(named) > 2:
        raise InputError(phrase("une-colonne-ou-deux"))
    return ListAnswers(columns=named, titled=False if no_titles else None, family=end)


def read_list(path: Path, given: ListAnswers | None, warn: Callable[[str], None]) -> tuple[Participant, ...]:
    """Return the people of a list; what it does not say is asked where somebody can answer, and kept beside it.

    Raises:
        ColumnsError: nobody is there to answer.
        InputError: whoever was asked gave up.
    """
    known = _former_answers(path, warn) or ListAnswers()
    answers, asks = _over(known, given), sys.stdin.isatty()
    while True:
        try:
            participants_read = read_participants(path, answers)
        except ColumnsError as error:
            if not asks:
                raise
            answers = _ask_columns(path, error, answers)
            continue
        if not asks or answers.family or not participants_read.without_family:
            break
        end = _ask_family(participants_read.without_family)
        if end is None:
            break
        answers = answers.model_copy(update={"family": end})
    doubts = _doubts(participants_read)
    if asks and doubts and _choose("\n".join([*doubts, phrase("faut-il")]), _KEEP_THEM):
        raise _given_up()
    _say(participants_read, warn)
    if answers != known:
        _keep(path, answers, participants_read, warn)
    return participants_read.people


def _former_answers(path: Path, warn: Callable[[str], None]) -> ListAnswers | None:
    """Return what was answered of this list before; of another list under its name, nothing."""
    former = kept_answers(path)
    if former is None:
        return None
    try:
        participants_read = read_participants(path, former)
    except SessionError:
        return None
    if seen_in(participants_read.line) != former.seen:
        return None
    warn(phrase("comme-la-derniere-fois", file=path.name, kept=kept_beside(path).name))
    return former


def _over(former: ListAnswers, given: ListAnswers | None) -> ListAnswers:
    """Return what was kept and what the options add to it; of its columns, nothing where they say otherwise."""
    if given is None:
        return former
    numbers = all(column.isdecimal() for column in given.columns)
    agreed = numbers if former.titled is False else given.titled is None
    return (former if agreed else ListAnswers(family=former.family)).model_copy(
        update=given.model_dump(exclude_defaults=True)
    )


def _keep(path: Path, answers: ListAnswers, participants_read: ReadList, warn: Callable[[str], None]) -> None:
    if keep_answers(path, answers.model_copy(update={"seen": seen_in(participants_read.line)})):
        warn(phrase("garde-pour-la-prochaine-fois", file=path.name, kept=kept_beside(path).name))


def _given_up() -> InputError:
    return InputError(phrase("rien-de-fait"))


def _doubts(participants_read: ReadList) -> dict[str, str]:
    """Return what only who made the list can tell of its names, a sentence each, and how to mend it once it is read."""
    doubts = {}
    if participants_read.several:
        several = phrase("plusieurs-sur-une-ligne", lines=_lines(participants_read.several))
        doubts[several] = phrase("une-personne-par-ligne")
    if participants_read.incomplete:
        incomplete = phrase("prenom-sans-nom", lines=_lines(participants_read.incomplete))
        doubts[incomplete] = phrase("a-completer")
    if participants_read.unsure:
        doubts[phrase("fonction-ou-nom", lines=_lines(participants_read.unsure))] = phrase("a-completer")
    return doubts


def _say(participants_read: ReadList, warn: Callable[[str], None]) -> None:
    if participants_read.above:
        warn(phrase("au-dessus-des-titres", names=_named(participants_read.above)))
    if participants_read.numbered:
        warn(phrase("numero-enleve", n=participants_read.numbered, count=number(participants_read.numbered)))
    if participants_read.beside:
        warn(phrase("adresse-a-cote", n=participants_read.beside, count=number(participants_read.beside)))
    for title in participants_read.unread:
        warn(phrase("adresses-non-lues", title=title[:40]))
    if participants_read.left:
        cells = " ; ".join(
            phrase("case-laissee", line=line, column=column, cell=cell[:40])
            for line, column, cell in participants_read.left
        )
        warn(phrase("laisse-de-cote", cells=cells))
    for email, names in participants_read.shared.items():
        warn(phrase("une-seule-adresse", email=email, names=_named(names)))
    if participants_read.functions:
        where = [
            phrase("fonction-aux-lignes", function=function, n=len(numbers), numbers=joined(map(str, numbers)))
            for function, numbers in participants_read.functions.items()
        ]
        warn(phrase("mis-a-part", functions=" ; ".join(where)))
    if participants_read.turned:
        turned, first = len(participants_read.turned), _lines(participants_read.turned[:1])
        warn(phrase("lu-nom-prenom", n=turned, count=number(turned), first=first))
    for doubt, mended in _doubts(participants_read).items():
        warn(f"{doubt} {mended}")
    if participants_read.with_more:
        warn(phrase("autre-chose-avec-le-nom", lines=_lines(participants_read.with_more)))
    if participants_read.without_family:
        warn(phrase("nom-de-famille-inconnu", names=_named(participants_read.without_family)))
    if participants_read.to_check:
        warn(phrase("noms-a-verifier", lines=_lines(participants_read.to_check)))


def _lines(lines: Sequence[ReadLine]) -> str:
    """Return lines of the list, every one of them: a name that nobody is told of is one that nobody mends."""
    return " ; ".join(
        phrase("ligne", number=line.number, name=line.person.name, family=line.person.family or phrase("aucun"))
        for line in lines
    )


def _named(names: tuple[str, ...] | list[str]) -> str:
    rest = len(names) - MOST_NAMED
    shown = ", ".join(names[:MOST_NAMED])
    return phrase("et-de-plus", names=shown, rest=rest) if rest > 0 else shown


def _ask_columns(path: Path, error: ColumnsError, answers: ListAnswers) -> ListAnswers:
    shown = ", ".join(f"« {title} »" for title in error.titles if title)
    if answers.titled is False:
        return answers.model_copy(update={"columns": _ask_for(phrase("numero-de-colonne"))})
    chosen = _choose(phrase("premiere-ligne", file=path.name, titles=shown), _FIRST_LINE)
    if chosen == 2:
        raise _given_up()
    if chosen == 1:
        return ListAnswers(titled=False, family=answers.family)
    columns = error.titles if len(error.titles) == 1 else _ask_for(phrase("colonne-du-nom"))
    return ListAnswers(titled=True, columns=columns, family=answers.family)


def _ask_family(names: tuple[str, ...]) -> End | None:
    chosen = _choose(phrase("ou-est-le-nom", names=_named(names)), _WHICH_WORD)
    ends: tuple[End | None, ...] = ("debut", "fin", None)
    return ends[chosen]


def _choose(question: str, choices: tuple[str, ...]) -> int:
    import typer

    lines = [question, *(f"  {number}. {phrase(choice)}" for number, choice in enumerate(choices, 1))]
    print(typeset("\n".join(lines)), file=sys.stderr)
    while True:
        answer = str(typer.prompt(typeset(phrase("reponse", count=len(choices))), err=True)).strip().rstrip(".")
        if answer in [str(number) for number in range(1, len(choices) + 1)]:
            return int(answer) - 1


def _ask_for(question: str) -> tuple[str, ...]:
    import typer

    return _split(str(typer.prompt(typeset(question), err=True)))[:2]


def _split(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(",") if word.strip())


__all__ = ["answers_of", "read_list"]
