"""Le parcours du diagnostic : ce que chaque étape montre des familles qui répondent, et de celles qu'on ne voit pas."""

from __future__ import annotations

from collections.abc import Callable

import ipywidgets

from widgets.diagnostic.asking import AskingView
from widgets.diagnostic.received import Received
from widgets.diagnostic.results import CHANGES
from widgets.diagnostic.settings_back import diagnostic_undo
from widgets.diagnostic.state import FILES, DiagnosticState
from widgets.diagnostic.takeaway import DiagnosisFiles
from widgets.diagnostic.ways import AnsweringPicture, WaysCompared
from widgets.diagnostic.words import t
from widgets.kit import Bet, Group, Keep, LabPath, LabWay, StepMade, around, lab_way


def diagnostic_path(
    state: DiagnosticState,
    received: Received,
    bet: Bet,
    places: tuple[ipywidgets.Widget, ipywidgets.Widget],
    keep: Keep,
    whole: Callable[[], ipywidgets.Widget],
) -> LabPath:
    """Return the path of the lab; `places`: of what the bet asks, of what answers it. `whole` makes the lab entire."""

    def drawn(view: Group) -> StepMade:
        return StepMade(view.widget, view.show)

    def see() -> StepMade:
        view = AnsweringPicture(state)
        return StepMade(around(places[1:], view.picture, [view.pressed]), view.show)

    way = LabWay(
        bet=bet,
        asks=places[:1],
        see=see,
        change=lambda: drawn(AskingView(state)),
        understand=lambda: drawn(WaysCompared(state)),
        take=lambda: drawn(DiagnosisFiles(state, received)),
        whole=whole,
        undo=diagnostic_undo(state),
        keep=keep,
        private=lambda: t("path-private") if state.source == FILES else "",
    )
    return lab_way(way, state, CHANGES)


__all__ = ["diagnostic_path"]
