"""La liste des participants : lue si elle dit tout d'elle-même, sinon une question, dont la réponse est gardée."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from app.cli.output import InputError
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.personal.family_names import End
from liaison.training.session.definition import Participant, SessionError
from liaison.training.session.list_answers import ListAnswers, keep_answers, kept_answers, kept_beside, seen_in
from liaison.training.session.list_remarks import doubts_of, first_names, remarks_of
from liaison.training.session.participants import ColumnsError, ReadList, read_participants

phrase = french_beside(__file__)


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
    doubts = doubts_of(participants_read)
    if asks and doubts and _choose("\n".join([*doubts, phrase("faut-il")]), _KEEP_THEM):
        raise _given_up()
    for remark in remarks_of(participants_read, phrase("par-l-option")):
        warn(remark)
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
    chosen = _choose(phrase("ou-est-le-nom", names=first_names(names)), _WHICH_WORD)
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
