"""Ce qui se lit d'une copie : la même lecture pour le tableau d'une séance ouverte et le bilan d'une séance finie."""

from __future__ import annotations

from liaison.training.board.outcomes import QuestionOutcome, outcome
from liaison.training.board.tables import Reading
from liaison.training.exercise.answers import ExerciseAnswers
from liaison.training.exercise.definition import BET, Exercise


def reading_of(exercise: Exercise, answers: ExerciseAnswers, code: str, handed_in: bool) -> Reading:
    """Return what becomes of each question that somebody has answered, and their bets."""
    outcomes: dict[str, QuestionOutcome] = {}
    for question in exercise.questions:
        answer = answers.of(question.id)
        if answer is not None and (reached := outcome(question, answer)) is not None:
            outcomes[question.id] = reached
    return Reading(code, handed_in, outcomes, *_bet(exercise, answers))


def _bet(exercise: Exercise, answers: ExerciseAnswers) -> tuple[str | None, str | None]:
    """Return the bet made before and the one made after, None for one that was not made or that nobody offers."""
    bet = answers.of(BET)
    if exercise.bet is None or bet is None:
        return None, None
    offered = [choice.id for choice in exercise.bet.choices]
    before, after = (value if isinstance(value, str) and value in offered else None for value in (bet.first, bet.last))
    return before, after if bet.attempts > 1 else None


__all__ = ["reading_of"]
