"""Ce qu'une équipe a tranché entre plusieurs politiques, et pourquoi : ce que l'on relit un an après."""

from __future__ import annotations

from liaison.base.sentences import french_beside
from liaison.base.words import joined, lower_first
from liaison.documents import Block, Callout, Part, Table, bold, heading, paragraph
from liaison.documents.cited import CHOICE
from liaison.messaging.papers.before_after import BeforeAfter
from liaison.messaging.papers.charter_principles import statements
from liaison.messaging.policy.matters import Decided, Decision

phrase = french_beside(__file__)


def how_far(decided: Decided) -> str:
    """Return in a sentence how much of what the groups differ on is settled."""
    if not decided.matters:
        key = "rien-a-trancher"
    elif not decided.decisions:
        key = "rien-de-tranche"
    else:
        key = "une-part-tranchee" if decided.pending else "tout-tranche"
    return phrase(key, **_counts(decided))


def settled(decided: Decided) -> list[Block]:
    """Return what was decided, each with its reason, and how much was not."""
    blocks: list[Block] = []
    if decided.decisions:
        blocks.append(heading(1, phrase("ce-qui-a-ete-tranche")))
        blocks.append(paragraph(phrase("entre-plusieurs", policies=decided.policies)))
        blocks.append(statements(phrase("tableau-des-decisions"), map(_decision, decided.decisions)))
    if decided.pending:
        blocks += [] if decided.decisions else [heading(1, phrase("ce-qui-attend"))]
        blocks.append(paragraph(phrase("en-attendant", **_counts(decided))))
    return blocks


def still_pending(decided: Decided) -> list[Block]:
    """Return the annex: each matter that is not settled, the value that stands meanwhile, and by how many it is wanted.

    The groups have no name there: what one calls itself goes out in no paper.
    """
    if not decided.pending:
        return []
    rows = [
        (
            each.label,
            phrase("voulue-par", words=each.words, groups=each.wanted_by, policies=decided.policies),
            "\u00a0; ".join(each.others),
        )
        for each in decided.pending
    ]
    header = (phrase("desaccord"), phrase("valeur-en-attendant"), phrase("autres-valeurs"))
    table = Table(caption=phrase("tableau-en-attente"), header=header, rows=rows, widths=(1.4, 1.4, 1.4))
    return [heading(1, phrase("annexe")), table]


def _counts(decided: Decided) -> dict[str, int]:
    return {
        "decisions": len(decided.decisions),
        "pending": len(decided.pending),
        "matters": decided.matters,
        "policies": decided.policies,
    }


def why_vote(change: BeforeAfter) -> list[Block]:
    """Return the reason of the vote: what the policy makes of a fictitious school, before and after."""
    amounts = "\u00a0; ".join(
        phrase("de-a", label=lower_first(amount.label), before=amount.before, after=amount.after)
        for amount in change.amounts
        if amount.before != amount.after
    )
    words, families = change.words, change.families
    key = "ce-qui-change" if amounts else "rien-ne-change"
    sentence = phrase(key, amounts=amounts, families=families, **words)
    return [Callout(title=phrase("pourquoi-ce-vote"), parts=f"{sentence} {phrase('simule')}")]


def _decision(decision: Decision) -> tuple[Part, ...]:
    others = joined((f"« {words} »" for words in decision.others), last=phrase("ou"))
    retained = phrase("retenu", words=decision.words, others=others) if others else phrase("seul", words=decision.words)
    reason = phrase("pourquoi", reason=decision.reason) if decision.reason else phrase("sans-raison")
    return (bold(f"{decision.label}. "), f"{retained} {reason} ", CHOICE)


__all__ = ["how_far", "settled", "still_pending", "why_vote"]
