"""La vue projetée : une phrase, une barre par question, ce qui est à reprendre ensemble, les paris. Aucun code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from liaison.training.board.outcomes import Status
from liaison.training.board.tables import BetTable, FaultCount, ProjectedBoard, ProjectedQuestion
from widgets.kit import Chart, Notice, SelectField, SourceNote, stack
from widgets.training_board.room_bars import RoomBars
from widgets.training_board.words import t

ORDER: tuple[Status, ...] = ("right", "partly", "wrong", "to_read", "read", "unusable")
MOST_FAULTS = 8  # lines that a room reads at a glance


class ProjectedView:
    """What a whole room may see. It is given a `ProjectedBoard`, which holds neither code nor name."""

    def __init__(self) -> None:
        self.bars = RoomBars(key=bar_key())
        self.more = SourceNote()
        self.which = SelectField(label=t("faults-which"), help=t("faults-which-help"))
        self.faults = FaultChart()
        self.bets = BetChart()
        self.none = Notice()
        self.widget = stack()
        self.widget.add_class("carnets-board-room")
        self._room: ProjectedBoard | None = None
        self.which.observe(lambda _change: self._show_faults(), "value")

    def show(self, room: ProjectedBoard, closed: int = 0) -> None:
        """Show a room; only what differs travels to the page."""
        self._room = room
        # Of questions that nobody has begun, a bar each would say nothing, and be a screen of a phone.
        begun = room.questions if room.copies else ()
        with self.bars.hold_sync():
            self.bars.title = t("questions-title") if begun else ""
            self.bars.headline, self.bars.detail, self.bars.done = headline(room)
            self.bars.rows = [_row(number, question) for number, question in enumerate(begun, 1)]
        answered = (self.which, self.faults.widget, self.bets.widget) if begun else ()
        if self.widget.children != (children := (self.none, self.bars, self.more, *answered)):
            self.widget.children = children
        notes = [t("room-unreadable", count=room.unreadable)] if room.unreadable else []
        self.more.text = " ".join([*notes, *([t("room-closed", count=closed)] if closed else [])])
        self._offer(room)
        self._show_faults()
        self.bets.show(room.bets, room.fewest, room.bets_hidden, room.again_hidden)

    def _offer(self, room: ProjectedBoard) -> None:
        offered = [
            {"value": question.id, "label": t("question-numbered", number=number, title=question.title)}
            for number, question in enumerate(room.questions, 1)
            if question.faults or question.id == self.which.value
        ]
        if offered != self.which.options:
            self.which.options = offered
        self.which.help = t("faults-which-help") if offered else t("faults-none")
        self.which.disabled = not offered

    def _show_faults(self) -> None:
        questions = self._room.questions if self._room else ()
        chosen = next((question for question in questions if question.id == self.which.value), None)
        if chosen is None or chosen.faults is None:
            self.faults.hide()
        else:
            self.faults.show(chosen.title, chosen.faults, chosen.answered)


class FaultChart:
    """The wrong answers to one question, by how many people give them now, with the first attempt beside."""

    def __init__(self) -> None:
        self.chart = Chart(kind="bars", note="", label_title=t("faults-label"), x_label=t("faults-axis"))
        self.widget = stack()

    def hide(self) -> None:
        """Show nothing."""
        if self.widget.children:
            self.widget.children = ()

    def forget(self) -> None:
        """Take what was shown out of the page's memory too."""
        self.hide()
        self.chart.show(title="", alt="", data=[], note="")

    def show(self, title: str, faults: tuple[FaultCount, ...], answered: int) -> None:
        """Show what was answered wrong, the most frequent first."""
        shown = faults[:MOST_FAULTS]
        left = len(faults) - len(shown)
        self.chart.show(
            title=t("faults-title" if any(fault.now for fault in faults) else "faults-title-none", title=title),
            alt=t("faults-alt", count=len(shown)),
            data=[
                {
                    "label": fault.label,
                    "count": fault.now,
                    "high": answered,
                    "said": t("faults-said", now=fault.now, first=fault.first),
                }
                for fault in shown
            ],
            note=t("faults-more", count=left) if left else "",
        )
        if not self.widget.children:
            self.widget.children = (self.chart,)


class BetChart:
    """The bets of the room, before and after; or why they cannot be shown yet."""

    def __init__(self) -> None:
        self.chart = Chart(kind="bars", note="", label_title=t("bets-label"), x_label=t("faults-axis"))
        self.text = SourceNote()
        self.widget = stack()

    def show(self, bets: BetTable | None, fewest: int, hidden: bool, again_hidden: bool) -> None:
        """Show the bets, and those made again as soon as there are some."""
        self.text.text = t("bets-hidden", fewest=fewest) if hidden else _bet_note(bets, fewest, again_hidden)
        if bets is not None:
            self._draw(bets)
        children = [*([self.chart] if bets is not None else []), *([self.text] if self.text.text else [])]
        if list(self.widget.children) != children:
            self.widget.children = children

    def _draw(self, bets: BetTable) -> None:
        common: dict[str, Any] = {"alt": bets.text}
        if not bets.after:
            rows = [{"label": line.label, "count": line.before} for line in bets.lines]
            self.chart.show(kind="bars", title=t("bets-title-before", before=bets.before), data=rows, **common)
            return
        rows = [{"label": line.label, "before": line.again_before, "after": line.after} for line in bets.lines]
        series = [{"id": "before", "label": t("bets-before")}, {"id": "after", "label": t("bets-after")}]
        title = t("bets-title-after", after=bets.after)
        self.chart.show(kind="compare", title=title, series=series, data=rows, **common)


def _bet_note(bets: BetTable | None, fewest: int, again_hidden: bool) -> str:
    if bets is None:
        return ""
    if again_hidden:
        return t("bets-again-hidden", fewest=fewest)
    return t("bets-moved", moved=bets.moved, before=bets.before) if bets.after else ""


def headline(room: ProjectedBoard) -> tuple[str, str, str]:
    """Return the sentence of a room, its detail, and a mark when everything is handed in ("" until then)."""
    if not room.copies:
        return t("room-nobody", people=room.people), t("room-nobody-help"), ""
    if room.people and room.handed_in == room.people:
        return t("room-done", people=room.people), "", "done"
    started = t("room-started", copies=room.copies, people=room.people)
    return started, t("room-progress", whole=room.whole, handed=room.handed_in), ""


def bar_key() -> list[dict[str, str]]:
    """Return what the patterns of a bar mean; an answer that cannot be used is too rare to be in every key."""
    return [{"status": name, "label": t(f"status-{name}")} for name in (*ORDER[:5], "missing")]


def _row(number: int, question: ProjectedQuestion) -> dict[str, Any]:
    """Return the bar of a question: by status when enough people answered, else only how many did."""
    if question.now is not None:
        return bar(number, question.id, question.title, question.now, question.copies)
    parts = [{"status": "answered", "share": question.answered / max(question.copies, 1)}]
    text = t("count-few", answered=question.answered, fewest=question.fewest)
    return {
        "id": question.id,
        "title": t("question-numbered", number=number, title=question.title),
        "text": text,
        "parts": parts,
    }


def bar(number: int, name: str, title: str, now: Mapping[Status, int], copies: int, more: str = "") -> dict[str, Any]:
    """Return the bar of a question by status, with its counts in words, then `more`."""
    counted = [(status, now.get(status, 0)) for status in ORDER]
    missing = copies - sum(now.values())
    words = [t(f"count-{status}", count=count) for status, count in counted if count]
    counts = ", ".join([*words, *([t("count-missing", count=missing)] if missing else [])])
    return {
        "id": name,
        "title": t("question-numbered", number=number, title=title),
        "text": f"{counts} ; {more}" if more else counts,
        "parts": [{"status": status, "share": count / max(copies, 1)} for status, count in counted if count],
    }
