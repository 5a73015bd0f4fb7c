"""La même école, demandée de trois façons : ce que chacune voit des familles, à côté de ce qu'elles vivent."""

from __future__ import annotations

from functools import cached_property

import ipywidgets

from liaison.base.words import joined
from liaison.diagnostic.hypotheses import ANSWER_STATES, LOWEST_PLACES, Way
from liaison.diagnostic.papers.number_words import share_words
from widgets.diagnostic.state import FICTITIOUS, DiagnosticState, scenario
from widgets.diagnostic.words import rule_badge, t
from widgets.kit import (
    Chart,
    DataTable,
    DotsTwice,
    Heading,
    Notice,
    Panels,
    Paragraphs,
    SourceNote,
    Titled,
    beside,
    stack,
    unprojected,
)


class AnsweringPicture:
    """Every family of the fictitious school, in the way by which it answers; of a real one, nothing is drawn."""

    def __init__(self, state: DiagnosticState) -> None:
        self.state = state
        self.twice = DotsTwice(
            states=[t(f"answers-{name}") for name in ANSWER_STATES],
            of_one=[*(t(f"answer-{name}") for name in ANSWER_STATES), t("answer-ill-equipped")],
            mark=t("answers-ill-equipped"),
        )
        self.families = self.twice.after
        self.heading = unprojected(Heading(3, t("pressed-heading"), small=True))
        self.sentences = unprojected(Paragraphs())
        self.families.observe(lambda _change: self._tell(), "chosen")
        self._of: tuple[object, ...] = ()
        self.nothing, self.pressed = Notice(), stack()
        self.picture = stack([self.nothing])

    @cached_property
    def widget(self) -> ipywidgets.Widget:
        """The picture, and under it the family that is pressed."""
        return stack([self.picture, self.pressed])

    def show(self, before: tuple[Way, ...] = ()) -> None:
        """Draw them, asked as the school asks, twice beside how they were asked `before`; or say why not."""
        state = self.state
        if state.source != FICTITIOUS:
            self.nothing.title, self.nothing.text = t("ways-none"), t("ways-none-text")
            self.picture.children, self.pressed.children = (self.nothing,), ()
            return
        from liaison.diagnostic.who_answers import answering_families
        from liaison.school.fictitious.aggregates import load_preset

        fiction = state.fiction()

        def titled(by: tuple[Way, ...], beside: tuple[Way, ...]) -> Titled:
            drawn = answering_families(
                fiction.families,
                fiction.truth,
                by,
                state.seed,
                lambda value: t(f"v-axe__competences-{value}"),
                beside,
            )
            ways = way_words(list(by))
            return Titled(drawn.picture, t("answers-title", ways=ways, count=drawn.answering, total=drawn.total))

        self.twice.say_school(load_preset(state.school).name)
        if self._of != (state.school, state.seed):  # of another school, a number is another family
            self._of, self.families.chosen = (state.school, state.seed), -1
        self.twice.show(titled(state.ways, before), titled(before, state.ways) if before else None)
        self.picture.children = (self.twice.widget,)
        self._tell()

    def _tell(self) -> None:
        from liaison.diagnostic.counting.axes import axes
        from liaison.diagnostic.who_answers import family_answer
        from widgets.diagnostic.pressed import pressed_words

        state, family = self.state, self.families.chosen
        if state.source != FICTITIOUS:  # of a real one, a dot would be a family
            return
        if family < 0:
            self.pressed.children = ()
            return
        fiction = state.fiction()
        answer = family_answer(fiction.families, state.ways, state.seed, family)
        self.sentences.lines = pressed_words(answer, axes(fiction.truth).iloc[family].to_dict())
        self.pressed.children = (self.twice.close, self.heading, self.sentences)


class WaysCompared:
    """For each way of asking, who answers and who is seen.

    Only a fictitious school can show it: there the truth is known, and nobody has to be protected.
    """

    def __init__(self, state: DiagnosticState) -> None:
        self.state = state
        self.seen = {
            name: Chart(kind="bars", alt=t(f"ways-alt-{name}"), unit=t("families-unit"), x_label=t(f"ways-x-{name}"))
            for name in LOWEST_PLACES
        }
        columns = ("way", "answers", "rate", *LOWEST_PLACES)
        self.table = DataTable(
            caption=t("ways-caption"),
            columns=[
                {
                    "id": name,
                    "label": t(f"ways-{name}"),
                    "numeric": name != "way",
                    "unit": "%" if name in ("rate", *LOWEST_PLACES) else "",
                }
                for name in columns
            ],
        )
        self.each = Panels([t("ways-each")], [self.table], open_index=-1)
        self.meaning = unprojected(Paragraphs(lines=[t("ways-meaning")]))
        self.source = SourceNote(text=t("ways-source"), badge=rule_badge("non_reponse"))
        self._columns = (
            beside(*([chart] for chart in self.seen.values())),
            beside([self.meaning], [self.source, self.each]),
        )
        self.nothing = Notice(title=t("ways-none"), text=t("ways-none-text"))
        self.widget = stack()

    def show(self) -> None:
        """Draw the comparison; of a real school, say why not."""
        if self.state.source != FICTITIOUS:
            self.widget.children = (self.nothing,)
            return
        from liaison.diagnostic.seen_by_way import seen_answers, unseen_share

        asked_by = [tuple(ways) for ways in scenario()["ways"]]
        truth, *each = seen_answers(self.state.fiction().truth, map(self.state.collected, asked_by))
        named = {way_words(list(ways)): seen for ways, seen in zip(asked_by, each, strict=True)}
        online, everybody = each[0], each[-1]
        for axis, chart in self.seen.items():
            real = truth.lowest[axis]
            chart.show(
                title=t(f"ways-title-{axis}", seen=online.lowest[axis], real=real, all=everybody.lowest[axis]),
                data=[{"label": way, "count": seen.lowest[axis], "total": real} for way, seen in named.items()],
                highlight=[next(iter(named))],
            )
        self.table.rows = [
            {"way": way, "answers": seen.answers, "rate": seen.rate, **seen.share}
            for way, seen in {t("ways-truth"): truth, **named}.items()
        ]
        lost = t("ways-meaning-online", share=share_words(unseen_share(online, truth, "competences")))
        self.meaning.lines = [t("ways-meaning"), lost]
        self.widget.children = self._columns


class WaysView:
    """Every family in the way by which it answers; then, for each way of asking, who answers and who is seen."""

    def __init__(self, state: DiagnosticState) -> None:
        self.state, self.picture, self.compared = state, AnsweringPicture(state), WaysCompared(state)
        self.widget = stack([self.picture.widget, self.compared.widget])

    def show(self) -> None:
        """Draw both, or say why there is nothing to draw."""
        self.picture.show()
        self.compared.show()
        # Why not is said once, in the place of the picture.
        real = self.state.source != FICTITIOUS
        self.widget.children = (self.picture.widget,) if real else (self.picture.widget, self.compared.widget)


def way_words(ways: list[str]) -> str:
    """Return ways of asking in a row: « En ligne, puis papier »."""
    first, *others = [t(f"way-{way}") for way in ways]
    return (
        t("then", first=first, others=joined([other.lower() for other in others])) if others else t("only", way=first)
    )
