"""Le retour d'une personne : ses points, ce qu'apprennent ses bonnes réponses, ce que qui anime lui a écrit.

Nothing here says of the right answer more than the marks do: what authors wrote of an answer, or of its question,
comes with full marks only. Ticking every box would otherwise read the key off « Oui » and « Non ».
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from liaison.base.dates import hour_words
from liaison.base.numbers import NBSP, number
from liaison.base.sentences import french_beside
from liaison.base.words import lower_first, upper_first
from liaison.documents import Block, Callout, Document, Table, as_written, bold, bullets, heading, paragraph, steps
from liaison.documents.cited import long_date
from liaison.documents.typography import french_document
from liaison.questions.common import Ordering, Text
from liaison.questions.setting import Missed, SettingQuestion
from liaison.training.exercise.answer_words import in_words
from liaison.training.exercise.answers import Attempted, ExerciseAnswers
from liaison.training.exercise.competences import competence
from liaison.training.exercise.consequences import missed
from liaison.training.exercise.definition import Exercise, Question
from liaison.training.exercise.scoring import Marked, mark
from liaison.training.marks.copies import Copy
from liaison.training.marks.trainer_marks import TrainerMark
from liaison.training.session.time_zone import PARIS, zone_named

phrase = french_beside(__file__)


SHOWN_EVENTS = 3  # de quoi comprendre, sans la semaine entière


@dataclass(frozen=True)
class MarkedQuestion:
    """One question in the copy of one person: what was kept of their answers, its mark, what the trainer gave."""

    question: Question
    answer: Attempted | None
    marked: Marked
    given: TrainerMark

    @property
    def points(self) -> float | None:
        """The points that count; None while a text that was written has not been marked."""
        return self.given.over(self.marked.points if self.answer else self.marked.points or 0.0)

    @property
    def right(self) -> bool:
        """Whether the answer itself earns full marks."""
        return self.marked.right


def outcomes(exercise: Exercise, copy: Copy, given: dict[str, TrainerMark]) -> list[MarkedQuestion]:
    """Return each question of the exercise as it stands in a copy that has marks."""
    assert copy.result is not None
    assert copy.answers is not None
    return [
        MarkedQuestion(
            question,
            _answered(question, copy.answers),
            copy.result.questions[question.id],
            _given(given.get(question.id, TrainerMark()), question, copy.answers),
        )
        for question in exercise.questions
    ]


def _given(given: TrainerMark, question: Question, answers: ExerciseAnswers) -> TrainerMark:
    """Return what was given to this answer; of what was given to a former one, only points on top remain."""
    answer = answers.written(question.id) if question.by_hand else answers.last(question.id)
    return given if given.was_given_to(answer) else TrainerMark(extra=given.extra)


def _answered(question: Question, answers: ExerciseAnswers) -> Attempted | None:
    entry = answers.of(question.id)
    return None if entry is None or entry.blank else entry


def feedback(
    exercise: Exercise, copy: Copy, given: dict[str, TrainerMark], on: dt.date, zone: dt.tzinfo = PARIS
) -> Document:
    """Return what is given back to one person, from their copy and from what the trainer marked by hand."""
    each = outcomes(exercise, copy, given)
    # nbgrader notes the time of Greenwich: where the session is, the day may be another one.
    there = copy.handed_in.replace(tzinfo=dt.UTC).astimezone(zone) if copy.handed_in else None
    handed_in = copy.shown
    if there:  # with its hour: of two copies of one day, nothing else tells which one it is
        clock = {"hour": hour_words(there), "zone": zone_named(zone)}
        handed_in = phrase("remis-le", who=copy.shown, date=long_date(there.date()), **clock)
    blocks = [*_opening(copy, each), *(block for outcome in each for block in _question(outcome))]
    return french_document(
        Document(
            title=phrase("titre", exercise=exercise.title),
            subtitle=handed_in,
            created=on,
            footer=phrase("pied-de-page"),
            blocks=tuple(blocks),
        )
    )


def _opening(copy: Copy, each: list[MarkedQuestion]) -> Iterator[Block]:
    waiting = [outcome for outcome in each if outcome.points is None]
    earned = sum(outcome.points or 0 for outcome in each)
    out_of = sum(outcome.question.points for outcome in each if outcome.points is not None)
    total = phrase("points-en-tout", n=int(earned), points=number(earned), out_of=number(out_of))
    yield paragraph(bold(total), *_still(waiting))
    if copy.remarks:
        yield Callout(kind="attention", title=phrase("a-savoir"), parts=(" ".join(copy.remarks),))
    if any(outcome.answer and not outcome.right and not outcome.question.by_hand for outcome in each):
        yield paragraph(phrase("essayez-encore"))
    yield Table(
        caption=phrase("vos-points"),
        header=(phrase("question"), phrase("points"), phrase("essais")),
        rows=tuple((outcome.question.title, _mark_words(outcome), _attempts(outcome)) for outcome in each),
        widths=(6, 2, 1),
    )


def _still(waiting: list[MarkedQuestion]) -> tuple[str, ...]:
    if not waiting:
        return ()
    points = sum(outcome.question.points for outcome in waiting)
    return (f" {phrase('textes-en-attente', n=len(waiting), at_stake=int(points), points=number(points))}",)


def _mark_words(outcome: MarkedQuestion) -> str:
    earned = phrase("a-lire") if outcome.points is None else number(outcome.points)
    return f"{earned}{NBSP}/{NBSP}{number(outcome.question.points)}"


def _attempts(outcome: MarkedQuestion) -> str:
    return str(outcome.answer.attempts) if outcome.answer else "0"


def _question(outcome: MarkedQuestion) -> Iterator[Block]:
    yield heading(1, outcome.question.title)
    yield paragraph(outcome.question.text, small=True)
    label = competence(outcome.question.competence).label
    yield paragraph(bold(f"{_earned(outcome)}."), phrase("competence", label=lower_first(label)))
    yield from _answers(outcome)
    yield from _conditions(outcome)
    if outcome.question.by_hand and outcome.marked.fault:
        yield paragraph(outcome.marked.fault)
    if lines := list(_taught(outcome)):
        yield paragraph(
            bold(
                phrase("ce-que-l-on-y-cherche") if outcome.question.by_hand else phrase("ce-que-votre-reponse-apprend")
            )
        )
        yield bullets(*lines)
    if outcome.right:
        yield paragraph(bold(phrase("a-retenir")), outcome.question.explanation)
    if outcome.given.comment:
        yield Callout(title=word_title(), parts=(as_written(outcome.given.comment),))


def _earned(outcome: MarkedQuestion) -> str:
    out_of = outcome.question.points
    if outcome.points is None:
        return phrase("pas-encore-lu", n=int(out_of), points=number(out_of))
    key = "points-obtenus" if outcome.given.points is None else "points-donnes"
    return phrase(key, n=int(outcome.points), points=number(outcome.points), out_of=number(out_of))


def points_given() -> str:
    """Return the words that end the points of an answer when who leads the session gave them."""
    return phrase("points-donnes", n=0, points="0", out_of="0").rpartition("0")[2]


def word_title() -> str:
    """Return the title of what who leads the session wrote to somebody of an answer."""
    return phrase("ce-qu-on-vous-ecrit")


def _answers(outcome: MarkedQuestion) -> Iterator[Block]:
    if outcome.answer is None:
        yield paragraph(phrase("pas-repondu"))
    elif outcome.answer.attempts == 1 or outcome.answer.first == outcome.answer.last:
        yield from _answer(outcome.question, phrase("votre-reponse"), outcome.answer.last)
    else:
        first = mark(outcome.question, outcome.answer.first)
        title = (
            phrase("premier-essai")
            if first.points is None
            else phrase("premier-essai-et-points", n=int(first.points), points=number(first.points))
        )
        yield from _answer(outcome.question, title, outcome.answer.first)
        yield from _answer(
            outcome.question, phrase("dernier-essai", attempts=outcome.answer.attempts), outcome.answer.last
        )


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


def _taught(outcome: MarkedQuestion) -> Iterator[str]:
    """Give what a right answer teaches; for settings, what each condition lacks; for a text, what is looked at."""
    if outcome.answer is None:
        return
    match outcome.question:
        case Text():
            yield from outcome.question.grid
        case _ if outcome.marked.fault:
            yield outcome.marked.fault
        case SettingQuestion():  # no key to give away: any settings under which the conditions hold are right
            yield from (condition.feedback for condition in outcome.marked.conditions if not condition.held)
        case question if outcome.right:
            yield from (line for line in outcome.marked.feedback if line != question.explanation)


def _conditions(outcome: MarkedQuestion) -> Iterator[Block]:
    if not outcome.marked.conditions:
        return
    held = sum(condition.held for condition in outcome.marked.conditions)
    yield Table(
        caption=phrase("conditions-tenues", held=held, out_of=len(outcome.marked.conditions)),
        header=(phrase("condition"), phrase("tenue"), phrase("ce-que-la-simulation-trouve")),
        rows=tuple(
            (condition.label, phrase("oui") if condition.held else phrase("pas-encore"), condition.measured)
            for condition in outcome.marked.conditions
        ),
        widths=(4, 1.2, 2.6),
    )
    yield from _missed(outcome)


def _missed(outcome: MarkedQuestion) -> Iterator[Block]:
    """Show who the settings leave out: for the condition that says most, the first that finds somebody."""
    question, answer = outcome.question, outcome.answer
    if not isinstance(question, SettingQuestion) or answer is None:
        return
    not_held = [question.condition(condition.id) for condition in outcome.marked.conditions if not condition.held]
    for condition in sorted(not_held, key=lambda condition: not question.measures[condition.measure].who):
        if left_out := missed(question, answer.last, condition.id):
            yield Callout(
                kind="attention",
                title=phrase("ce-qui-manque", name=left_out.name),
                parts=(
                    phrase(
                        "pour-la-condition", condition=condition.label.removesuffix("."), left_out=_described(left_out)
                    ),
                ),
            )
            if days := list(islice(_not_reached(left_out), SHOWN_EVENTS)):
                yield bullets(*days)
            return


def _described(missed: Missed) -> str:
    """Return what is known of them in sentences: facts come as words (« un ordinateur ») or as sentences already."""
    sentences = all(fact.endswith(".") for fact in missed.facts)
    facts = " ".join(missed.facts) if sentences else f"{', '.join(missed.facts)}."
    return f"{upper_first(facts)} {missed.summary}".strip()


def _not_reached(missed: Missed) -> Iterator[str]:
    """Give what did not reach them, with its day; the same thing is said once."""
    shown = set()
    for day in missed.days:
        for event in day["events"]:
            if event["tone"] == "alerte" and event["text"] not in shown:
                shown.add(event["text"])
                yield f"{day['label']}, {event['time']} : {event['text']}."


__all__ = ["MarkedQuestion", "feedback", "outcomes", "points_given", "word_title"]
