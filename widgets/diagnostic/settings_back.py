"""Ce qui revient d'un diagnostic quand un changement s'annule : des réglages seulement, jamais des réponses."""

from __future__ import annotations

from liaison.school.fictitious.aggregates import load_preset
from widgets.diagnostic.state import DiagnosticState
from widgets.diagnostic.ways import way_words
from widgets.diagnostic.words import question_words, t
from widgets.kit import Undo
from widgets.kit.undo import Settings, changed_names

NAMES = ("school", "seed", "ways", "by", "threshold")


def diagnostic_undo(state: DiagnosticState) -> Undo:
    """Return what undoes the changes of the settings; answers that were opened stay as they are.

    It forgets all when another questionnaire is answered: results may no longer be grouped as they were.
    """
    undo, answered = Undo(state, NAMES, settings_back, beside=["tried"]), [state.questionnaire]

    def follow(_change: object) -> None:
        if state.questionnaire is not answered[-1]:
            answered[:] = [state.questionnaire]
            undo.forget()

    state.observe(follow, ["source", "opened"])
    return undo


def settings_back(before: Settings, after: Settings) -> list[tuple[str, str]]:
    """Return the name and the value of each setting that differs."""
    values = {
        "school": lambda: load_preset(after["school"]).name,
        "ways": lambda: way_words([*after["ways"]]),
        "by": lambda: question_words(after["by"]),
        "threshold": lambda: t("threshold-of", count=after["threshold"]),
        "seed": lambda: str(after["seed"]),
    }
    return [(t(name), values[name]()) for name in changed_names(before, after)]


__all__ = ["diagnostic_undo", "settings_back"]
