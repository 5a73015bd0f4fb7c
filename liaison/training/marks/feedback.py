"""Le retour d'une personne : ses points, ce qu'apprennent ses bonnes réponses, ce que qui anime lui a écrit.

Nothing here says of the right answer more than the marks do: what authors wrote of an answer, or of its question,
comes with full marks only. Ticking every box would otherwise read the key off « Oui » and « Non ».
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from liaison.base.numbers import counted, number
from liaison.base.words import lower_first, upper_first
from liaison.documents import Block, Callout, Document, Table, as_written, bold, bullets, heading, paragraph, steps
from liaison.documents.cited import long_date
from liaison.documents.typography import french_document
from liaison.questions.common import Ordering, Text
from liaison.questions.setting import Missed, SettingQuestion
from liaison.training.exercise.answer_words import in_words
from liaison.training.exercise.answers import Answers, Attempted
from liaison.training.exercise.competences import competence
from liaison.training.exercise.consequences import missed
from liaison.training.exercise.definition import Exercise, Question
from liaison.training.exercise.scoring import Marked, mark
from liaison.training.marks.copies import Copy
from liaison.training.marks.trainer_marks import TrainerMark
from liaison.training.session.time_zone import PARIS

WAITING = "à lire"
TRY_AGAIN = (
    "Ce qu'une question apprend vient ici avec sa bonne réponse. Rouvrez l'exercice et essayez encore, si vous "
    "voulez : à l'écran, chaque réponse dit ce qu'elle apprend."
)
NO_ANSWER = "Vous n'avez pas répondu à cette question."
FICTION = "Les écoles, les familles et les messages de cet exercice sont fictifs."
ADULT = "la personne qui anime"
NBSP = "\u00a0"
SHOWN_EVENTS = 3  # de quoi comprendre, sans la semaine entière


@dataclass(frozen=True)
class Outcome:
    """One question in the copy of one person: what was kept of their answers, its mark, what the trainer gave."""

    question: Question
    kept: Attempted | None
    marked: Marked
    given: TrainerMark

    @property
    def points(self) -> float | None:
        """The points that count; None while a text that was written has not been marked."""
        return self.given.over(self.marked.points if self.kept else self.marked.points or 0.0)

    @property
    def found(self) -> bool:
        """Whether the answer itself earns full marks."""
        return self.marked.right


def outcomes(exercise: Exercise, copy: Copy, given: dict[str, TrainerMark]) -> list[Outcome]:
    """Return each question of the exercise as it stands in a copy that has marks."""
    assert copy.result is not None
    assert copy.answers is not None
    return [
        Outcome(
            question,
            _kept(question, copy.answers),
            copy.result.questions[question.id],
            _given(given.get(question.id, TrainerMark()), question, copy.answers),
        )
        for question in exercise.questions
    ]


def _given(given: TrainerMark, question: Question, answers: Answers) -> TrainerMark:
    """Return what was given to this answer; of what was given to a former one, only points on top remain."""
    answer = answers.written(question.id) if question.by_hand else answers.last(question.id)
    return given if given.was_given_to(answer) else TrainerMark(extra=given.extra)


def _kept(question: Question, answers: Answers) -> Attempted | None:
    entry = answers.of(question.id)
    return None if entry is None or entry.blank else entry


def feedback(
    exercise: Exercise, copy: Copy, given: dict[str, TrainerMark], on: dt.date, zone: dt.tzinfo = PARIS
) -> Document:
    """Return what is given back to one person, from their copy and from what the trainer marked by hand."""
    each = outcomes(exercise, copy, given)
    # nbgrader notes the time of Greenwich: where the session is, the day may be another one.
    there = copy.handed_in.replace(tzinfo=dt.UTC).astimezone(zone) if copy.handed_in else None
    dated = f" · remis le {long_date(there.date())}" if there else ""
    blocks = [*_opening(copy, each), *(block for one in each for block in _question(one))]
    return french_document(
        Document(
            title=f"Votre retour : {exercise.title}",
            subtitle=f"{copy.shown}{dated}",
            created=on,
            footer=FICTION,
            blocks=tuple(blocks),
        )
    )


def _opening(copy: Copy, each: list[Outcome]) -> Iterator[Block]:
    waiting = [one for one in each if one.points is None]
    earned = sum(one.points or 0 for one in each)
    out_of = sum(one.question.points for one in each if one.points is not None)
    yield paragraph(bold(f"{counted(earned, 'point', 'points')} sur {number(out_of)}."), *_still(waiting))
    if copy.remarks:
        yield Callout(kind="attention", title="À savoir sur votre copie", parts=(" ".join(copy.remarks),))
    if any(one.kept and not one.found and not one.question.by_hand for one in each):
        yield paragraph(TRY_AGAIN)
    yield Table(
        caption="Vos points, question par question",
        header=("Question", "Points", "Essais"),
        rows=tuple((one.question.title, _mark_words(one), _attempts(one)) for one in each),
        widths=(6, 2, 1),
    )


def _still(waiting: list[Outcome]) -> tuple[str, ...]:
    if not waiting:
        return ()
    rest = number(sum(one.question.points for one in waiting))
    many = len(waiting) > 1
    what = f"{len(waiting)} textes, sur {rest} points, attendent" if many else f"Un texte, sur {rest} points, attend"
    return (f" {what} encore la lecture de {ADULT}.",)


def _mark_words(one: Outcome) -> str:
    return f"{WAITING if one.points is None else number(one.points)}{NBSP}/{NBSP}{number(one.question.points)}"


def _attempts(one: Outcome) -> str:
    return str(one.kept.attempts) if one.kept else "0"


def _question(one: Outcome) -> Iterator[Block]:
    yield heading(1, one.question.title)
    yield paragraph(one.question.text, small=True)
    label = competence(one.question.competence).label
    yield paragraph(bold(f"{_earned(one)}."), f" Cette question entraîne à : {lower_first(label)}.")
    yield from _answers(one)
    yield from _conditions(one)
    if one.question.by_hand and one.marked.fault:
        yield paragraph(one.marked.fault)
    if lines := list(_taught(one)):
        yield paragraph(bold("Ce que l'on y cherche :" if one.question.by_hand else "Ce que votre réponse apprend :"))
        yield bullets(*lines)
    if one.found:
        yield paragraph(bold("À retenir : "), one.question.explanation)
    if one.given.comment:
        yield Callout(title=f"Ce que {ADULT} vous écrit", parts=(as_written(one.given.comment),))


def _earned(one: Outcome) -> str:
    if one.points is None:
        return f"Pas encore lu par {ADULT}, sur {counted(one.question.points, 'point', 'points')}"
    by_hand = f", donnés par {ADULT}" if one.given.points is not None else ""
    return f"{counted(one.points, 'point', 'points')} sur {number(one.question.points)}{by_hand}"


def _answers(one: Outcome) -> Iterator[Block]:
    if one.kept is None:
        yield paragraph(NO_ANSWER)
    elif one.kept.attempts == 1 or one.kept.first == one.kept.last:
        yield from _answer(one.question, "Votre réponse", one.kept.last)
    else:
        first = mark(one.question, one.kept.first)
        earned = "" if first.points is None else f" ({counted(first.points, 'point', 'points')})"
        yield from _answer(one.question, f"Votre premier essai{earned}", one.kept.first)
        yield from _answer(one.question, f"Votre dernier essai, sur {one.kept.attempts}", one.kept.last)


def _answer(question: Question, title: str, value: object) -> Iterator[Block]:
    if isinstance(question, Text) and isinstance(value, str):  # too long or not, it was written
        yield paragraph(bold(f"{title} :"))
        yield paragraph(as_written(value))
        return
    lines = in_words(question, value)
    if len(lines) == 1:
        yield paragraph(bold(f"{title} : "), *lines)
        return
    yield paragraph(bold(f"{title} :"))
    if lines:
        yield steps(*lines) if isinstance(question, Ordering) else bullets(*lines)


def _taught(one: Outcome) -> Iterator[str]:
    """Give what a right answer teaches; for settings, what each condition lacks; for a text, what is looked at."""
    if one.kept is None:
        return
    match one.question:
        case Text():
            yield from one.question.grid
        case _ if one.marked.fault:
            yield one.marked.fault
        case SettingQuestion():  # no key to give away: any settings under which the conditions hold are right
            yield from (condition.feedback for condition in one.marked.conditions if not condition.held)
        case question if one.found:
            yield from (line for line in one.marked.feedback if line != question.explanation)


def _conditions(one: Outcome) -> Iterator[Block]:
    if not one.marked.conditions:
        return
    held = sum(condition.held for condition in one.marked.conditions)
    yield Table(
        caption=f"Conditions tenues : {held} sur {len(one.marked.conditions)}",
        header=("Condition", "Tenue", "Ce que la simulation trouve"),
        rows=tuple(
            (condition.label, "oui" if condition.held else "pas encore", condition.found)
            for condition in one.marked.conditions
        ),
        widths=(4, 1.2, 2.6),
    )
    yield from _missed(one)


def _missed(one: Outcome) -> Iterator[Block]:
    """Show who the settings leave out: for the condition that says most, the first that finds somebody."""
    question, kept = one.question, one.kept
    if not isinstance(question, SettingQuestion) or kept is None:
        return
    not_held = [question.condition(condition.id) for condition in one.marked.conditions if not condition.held]
    for condition in sorted(not_held, key=lambda asked: not question.measures[asked.measure].who):
        if found := missed(question, kept.last, condition.id):
            yield Callout(
                kind="attention",
                title=f"Ce qui manque encore : {found.name}",
                parts=(f"Pour « {condition.label.removesuffix('.')} ». {_told(found)}",),
            )
            if days := list(islice(_not_reached(found), SHOWN_EVENTS)):
                yield bullets(*days)
            return


def _told(found: Missed) -> str:
    """Return what is known of them in sentences: facts come as words (« un ordinateur ») or as sentences already."""
    sentences = all(fact.endswith(".") for fact in found.facts)
    facts = " ".join(found.facts) if sentences else f"{', '.join(found.facts)}."
    return f"{upper_first(facts)} {found.summary}".strip()


def _not_reached(found: Missed) -> Iterator[str]:
    """Give what did not reach them, with its day; the same thing is said once."""
    said = set()
    for day in found.days:
        for event in day["events"]:
            if event["tone"] == "alerte" and event["text"] not in said:
                said.add(event["text"])
                yield f"{day['label']}, {event['time']} : {event['text']}."


__all__ = ["Outcome", "feedback", "outcomes"]
