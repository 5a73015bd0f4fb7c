"""Ce qu'une équipe a tranché entre plusieurs politiques, et pourquoi : ce que l'on relit un an après."""

from __future__ import annotations

from liaison.base.sentences import french_beside
from liaison.base.words import joined, lower_first
from liaison.documents import Block, Callout, Part, bold, heading, paragraph
from liaison.documents.cited import CHOICE
from liaison.messaging.papers.before_after import BeforeAfter
from liaison.messaging.papers.charter_principles import statements
from liaison.messaging.policy.matters import Decided, Decision

phrase = french_beside(__file__)


def settled(decided: Decided) -> list[Block]:
    """Return what was decided, each with its reason, and how many settings took a value that nobody discussed."""
    blocks: list[Block] = [heading(1, phrase("ce-qui-a-ete-tranche"))]
    if decided.decisions:
        blocks.append(paragraph(phrase("entre-plusieurs", policies=decided.policies)))
        blocks.append(statements(phrase("tableau-des-decisions"), map(_decision, decided.decisions)))
    if decided.undiscussed:
        blocks.append(paragraph(phrase("sans-discussion", count=decided.undiscussed)))
    return blocks if len(blocks) > 1 else []


def why_vote(change: BeforeAfter) -> list[Block]:
    """Return the reason of the vote: what the policy makes of a fictitious school, before and after."""
    amounts = "\u00a0; ".join(
        phrase("de-a", label=lower_first(amount.label), before=amount.before, after=amount.after)
        for amount in change.amounts
        if amount.before != amount.after
    )
    names = {"before": change.before.policy.name, "families": change.families}
    sentence = phrase("ce-qui-change", amounts=amounts, **names) if amounts else phrase("rien-ne-change", **names)
    return [Callout(title=phrase("pourquoi-ce-vote"), parts=f"{sentence} {phrase('simule')}")]


def _decision(decision: Decision) -> tuple[Part, ...]:
    others = joined((f"« {words} »" for words in decision.others), last=phrase("ou"))
    retained = phrase("retenu", words=decision.words, others=others) if others else phrase("seul", words=decision.words)
    reason = phrase("pourquoi", reason=decision.reason) if decision.reason else phrase("sans-raison")
    return (bold(f"{decision.label}. "), f"{retained} {reason} ", CHOICE)


__all__ = ["settled", "why_vote"]
