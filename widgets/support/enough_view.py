"""Prêter suffit-il : qui reçoit du matériel sans aide, et qui les messages joignent une fois le plan fait."""

from __future__ import annotations

from liaison.across.plan_reach import out_among
from liaison.base.words import joined
from liaison.rules import rule
from liaison.support.plan.after_plan import CASES
from liaison.support.vocabulary import families
from widgets.kit import Chart, Notice, Panels, Paragraphs, SourceNote, badge_of, beside, stack, unprojected
from widgets.support.state import PlanState
from widgets.support.words import worse_off_words
from widgets.texts import texts

t = texts("support")


class EnoughView:
    """Of those who receive: how many have gestures to learn, how many come. Of those left out: how many remain."""

    def __init__(self, state: PlanState) -> None:
        self.state = state
        self.team = unprojected(Notice(kind="attention", title=t("team-only"), text=t("team-only-codes")))
        self.helped = Chart(kind="dots", alt=t("enough-alt"), unit=t("families-unit"))
        self.named = unprojected(Paragraphs())
        self.none = Notice()
        self.out = Chart(kind="dots", alt=t("out-alt"), unit=t("families-unit"))
        self.reason, self.why = Paragraphs(), Paragraphs()
        self.meaning = Paragraphs(lines=[t("out-meaning")])
        lent_alone, effects = (rule(f"accompagnement/{name}", state.today) for name in ("pret_seul", "effets"))
        self.source = SourceNote(text=t("enough-source"), badge=badge_of(lent_alone))
        self.supposed = SourceNote(text=t("out-hypotheses"), badge=badge_of(effects))
        words = stack([self.why, self.meaning, self.source, self.supposed])
        fold = Panels([t("enough-words")], [words], open_index=-1)
        self.widget = beside([self.team, self.helped, self.named], [self.none, self.out, self.reason, fold])

    def show(self) -> None:
        """Draw both."""
        state = self.state
        received, learn, alone = state.receiving(), state.to_help(), state.unhelped()
        note = {} if state.fictitious else {"note": ""}
        rows = [
            {"label": t("enough-ready"), "count": len(received) - len(learn)},
            {"label": t("enough-helped"), "count": len(learn) - len(alone)},
            {"label": t("enough-alone"), "count": len(alone)},
        ]
        searching = state.workshop_plan is None
        title = t("result-searching") if searching else t("enough-title", alone=len(alone), learn=len(learn))
        self.helped.show(title=title, data=rows if received and not searching else [], **note)
        codes = joined(alone)
        self.named.lines = [t("enough-named", families=families(len(alone)), codes=codes)] if alone else []
        # The simulator knows a fictitious school, not the one whose needs were opened.
        self.none.title = "" if state.fictitious else t("out-fiction", school=state.fiction().name)
        self._draw_out()

    def _draw_out(self) -> None:
        if self.state.fictitious and self.state.workshop_plan is None:
            self.out.show(title=t("result-searching"), data=[])
            return
        reached = self.state.reach_cases(self.state.policy)
        left = {case: len(reached[case].left_out_families) for case in CASES}
        out_of = out_among(reached["rien"], self.state.fiction().needs.table.index)
        first = reached["rien"].left_out[0] if reached["rien"].left_out else None
        self.reason.lines = [] if first is None else [t("out-reason", reason=first.label, count=first.families)]
        why = worse_off_words(self.state.lent_worse_off(self.state.policy))
        self.why.lines = [why] if why else []
        self.meaning.lines = [t("out-asked", asked=out_of, count=left["rien"]), t("out-meaning")]
        self.out.show(
            title=t("out-title", before=left["rien"], lent=left["prets"], both=left["tout"]),
            data=[{"label": t(f"case-{case}"), "count": left[case]} for case in CASES],
            highlight=[t("case-prets")],
        )


__all__ = ["EnoughView"]
