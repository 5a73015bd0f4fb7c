"""Ce qu'une équipe a tranché entre plusieurs politiques, et pourquoi : ce que l'on relit un an après."""

from __future__ import annotations

from liaison.base.sentences import french_beside
from liaison.base.words import joined
from liaison.documents import Block, Part, bold, bullets, heading, paragraph
from liaison.documents.cited import CHOICE
from liaison.messaging.policy.matters import Decided, Decision

phrase = french_beside(__file__)


def settled(decided: Decided) -> list[Block]:
    """Return what was decided, each with its reason, and how many settings took a value that nobody discussed."""
    blocks: list[Block] = [heading(1, phrase("ce-qui-a-ete-tranche"))]
    if decided.decisions:
        blocks.append(paragraph(phrase("entre-plusieurs", policies=decided.policies)))
        blocks.append(bullets(*(_decision(decision) for decision in decided.decisions)))
    if decided.undiscussed:
        blocks.append(paragraph(phrase("sans-discussion", count=decided.undiscussed)))
    return blocks if len(blocks) > 1 else []


def _decision(decision: Decision) -> tuple[Part, ...]:
    others = joined((f"« {words} »" for words in decision.others), last=phrase("ou"))
    retained = phrase("retenu", words=decision.words, others=others) if others else phrase("seul", words=decision.words)
    reason = phrase("pourquoi", reason=decision.reason) if decision.reason else phrase("sans-raison")
    return (bold(f"{decision.label}. "), f"{retained} {reason} ", CHOICE)


__all__ = ["settled"]
