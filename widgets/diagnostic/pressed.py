"""La famille fictive que l'on touche : si elle répond, par quelle façon, et ce qui la ferait répondre."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from liaison.base.words import joined
from liaison.diagnostic.hypotheses import Way
from widgets.diagnostic.words import t

if TYPE_CHECKING:
    from liaison.diagnostic.who_answers import OneFamilyAnswer


def pressed_words(answer: OneFamilyAnswer, placed: Mapping[Any, Any]) -> list[str]:
    """Return what is known of a fictitious family, in sentences; `placed`: where it stands on both axes."""
    lines = [*_place(placed), _answers(answer)]
    lines += [t(f"pressed-kept-{reason}", way=_way(way)) for way, reason in answer.kept_from.items()]
    if answer.by is None:
        would = joined([_lower(way) for way in answer.would], last=t("pressed-or"))
        lines.append(t("pressed-would", ways=would) if answer.would else t("pressed-nothing", count=len(answer.ways)))
    chances = joined([t("pressed-chance", count=count, way=_lower(way)) for way, count in answer.chances.items()])
    return [*lines, t("pressed-chances", chances=chances)]


def _place(placed: Mapping[Any, Any]) -> list[str]:
    skills, equipment = placed["competences"], placed["equipement"]
    if not isinstance(skills, str):  # its answers do not place it
        return []
    ill = "oui" if equipment == "insuffisant" else "non"
    return [t(f"pressed-skill-{skills}", ill=ill)]


def _answers(answer: OneFamilyAnswer) -> str:
    *before, last = [_lower(way) for way in answer.ways]
    if answer.by is None:
        return t("pressed-silent", ways=joined([*before, last], last=t("pressed-then")))
    if not before:
        return t("pressed-first", way=last)
    return t("pressed-later", ways=joined(before, last=t("pressed-then")), way=last)


def _way(way: Way) -> str:
    return t(f"way-{way}")


def _lower(way: Way) -> str:
    return _way(way).lower()


__all__ = ["pressed_words"]
