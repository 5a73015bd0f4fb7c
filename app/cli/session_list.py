"""La liste des participants : lue si elle dit tout d'elle-même, sinon une question, dont la réponse est gardée."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from app.cli.output import InputError
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
    if asks and doubts and _choose("\n".join([*doubts, phrase("faut-il")]), _KEEP_THEM):
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
    warn(phrase("comme-la-derniere-fois", file=path.name, kept=kept_beside(path).name))
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
        warn(phrase("garde-pour-la-prochaine-fois", file=path.name, kept=kept_beside(path).name))


def _given_up() -> InputError:
    return InputError(phrase("rien-de-fait"))


def _doubts(found: ReadList) -> dict[str, str]:
    """Return what only who made the list can tell of its names, a sentence each, and how to mend it once it is read."""
    doubts = {}
    if found.several:
        several = phrase("plusieurs-sur-une-ligne", lines=_lines(found.several))
        doubts[several] = phrase("une-personne-par-ligne")
    if found.incomplete:
        incomplete = phrase("prenom-sans-nom", lines=_lines(found.incomplete))
        doubts[incomplete] = phrase("a-completer")
    if found.unsure:
        doubts[phrase("fonction-ou-nom", lines=_lines(found.unsure))] = phrase("a-completer")
    return doubts


def _say(found: ReadList, warn: Callable[[str], None]) -> None:
    if found.above:
        warn(phrase("au-dessus-des-titres", names=_named(found.above)))
    if found.numbered:
        warn(phrase("numero-enleve", n=found.numbered))
    if found.beside:
        warn(phrase("adresse-a-cote", n=found.beside))
    for title in found.unread:
        warn(phrase("adresses-non-lues", title=title[:40]))
    if found.left:
        cells = " ; ".join(
            phrase("case-laissee", line=str(line), column=str(column), cell=cell[:40])
            for line, column, cell in found.left
        )
        warn(phrase("laisse-de-cote", cells=cells))
    for email, names in found.shared.items():
        warn(phrase("une-seule-adresse", email=email, names=_named(names)))
    if found.functions:
        where = [
            phrase("fonction-aux-lignes", function=function, n=len(numbers), numbers=joined(map(str, numbers)))
            for function, numbers in found.functions.items()
        ]
        warn(phrase("mis-a-part", functions=" ; ".join(where)))
    if found.turned:
        warn(phrase("lu-nom-prenom", n=len(found.turned), first=_lines(found.turned[:1])))
    for doubt, mended in _doubts(found).items():
        warn(f"{doubt} {mended}")
    if found.with_more:
        warn(phrase("autre-chose-avec-le-nom", lines=_lines(found.with_more)))
    if found.without_family:
        warn(phrase("nom-de-famille-inconnu", names=_named(found.without_family)))
    if found.to_check:
        warn(phrase("noms-a-verifier", lines=_lines(found.to_check)))


def _lines(lines: Sequence[ReadLine]) -> str:
    """Return lines of the list, every one of them: a name that nobody is told of is one that nobody mends."""
    return " ; ".join(
        phrase("ligne", number=str(line.number), name=line.person.name, family=line.person.family or phrase("aucun"))
        for line in lines
    )


def _named(names: tuple[str, ...] | list[str]) -> str:
    rest = len(names) - MOST_NAMED
    shown = ", ".join(names[:MOST_NAMED])
    return phrase("et-de-plus", names=shown, rest=str(rest)) if rest > 0 else shown


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
        answer = str(typer.prompt(typeset(phrase("reponse", count=str(len(choices)))), err=True)).strip().rstrip(".")
        if answer in [str(number) for number in range(1, len(choices) + 1)]:
            return int(answer) - 1


def _ask_for(question: str) -> tuple[str, ...]:
    import typer

    return _split(str(typer.prompt(typeset(question), err=True)))[:2]


def _split(words: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in words.split(",") if one.strip())


__all__ = ["answers_of", "read_list"]
