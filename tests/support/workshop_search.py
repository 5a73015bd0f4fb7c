"""The best workshops found by trying everything: slow, and written without a look at the solver.

A family goes to one workshop or to none; a workshop is a trainer on a slot. Everything that a group needs is tried:
a theme that suits all, a room of its own, interpreters of its own, children looked after.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping
from itertools import permutations, product
from types import MappingProxyType
from typing import Any

import pandas as pd
from support.making import needs

from liaison.support.needs.needs import Needs
from liaison.support.workshops.settings import WorkshopSettings

# For each aim in its order: whom the lot serves, from the first drawn, or how many of what is counted.
Value = tuple[int | tuple[bool, ...], ...]
ORDERS = [["debutant"], [], ["debutant", "nombre"], ["nombre", "debutant"], ["nombre"]]
SKILLS = ("autonome", "a_accompagner", "debutant", None)


def random_case(seed: int) -> tuple[Needs, WorkshopSettings]:
    """A few families and very little to receive them with: most limits are reached."""
    draw = random.Random(seed)
    moments = ("matin", "soir")
    slots = ["s1", "s2"][: draw.randint(1, 2)]
    themes = [
        {"id": "un", "libelle": "Un", "parcours": "a", "pour": draw.choice([["debutant"], list(SKILLS[:3])])},
        {"id": "deux", "libelle": "Deux", "parcours": "b", "pour": ["autonome", "a_accompagner"]},
    ][: draw.randint(1, 2)]
    some = [None, slots[:1], slots[-1:]]
    settings = {
        "nom": "tirage",
        "places": draw.choice([1, 2, 3, 12]),
        "groupe_minimum": draw.choice([1, 1, 2]),
        "ordre": draw.choice(ORDERS),
        "creneaux": [{"id": name, "libelle": name, "moment": draw.choice(moments)} for name in slots],
        "salles": [
            {"id": f"r{n}", "libelle": "salle", "places": draw.choice([1, 2, 4]), "creneaux": draw.choice(some)}
            for n in range(draw.randint(1, 2))
        ],
        "animation": [
            {
                "id": f"t{n}",
                "libelle": "qui",
                "langues": draw.choice([["francais"], ["francais", "turc"]]),
                "creneaux": draw.choice(some),
            }
            for n in range(draw.randint(1, 2))
        ],
        "interpretes": [
            {
                "id": f"i{n}",
                "libelle": "qui",
                "langues": draw.choice([["arabe"], ["arabe", "turc"]]),
                "creneaux": draw.choice(some),
            }
            for n in range(draw.randint(0, 2))
        ],
        "garde": {name: draw.randint(0, 3) for name in slots if draw.random() < 0.8},
        "themes": themes,
    }
    families = [
        {
            **{f"peut_{moment}": draw.random() < 0.7 for moment in moments},
            "langue": draw.choice([None, "francais", "francais", "arabe", "turc"]),
            "competences": draw.choice(SKILLS),
            "enfants": draw.choice([None, 1, 2]),
            "garde": draw.random() < 0.4,
        }
        for _ in range(draw.randint(1, 5))
    ]
    return needs(*families), WorkshopSettings.model_validate(settings)


class Search:
    """Everything that can be done with these families and these settings."""

    def __init__(
        self,
        table: Needs,
        settings: WorkshopSettings,
        size: int,
        drawn: list[str],
        only: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """`only`: by code, the one slot at which a family can come."""
        self.settings, self.size, self.only = settings, size, only
        asking = [row for _, row in table.table.iterrows() if row["peut_matin"] or row["peut_soir"]]
        self.families: list[pd.Series] = asking
        self.drawn = sorted(range(len(asking)), key=lambda family: drawn.index(str(asking[family].name)))
        self.known: dict[Any, int | None] = {}

    def best(self) -> Value:
        """The best value that any way of placing everybody has."""
        return max(value for placing in self._placings() if (value := self._value(placing)) is not None)

    def can_place(self, codes: set[str]) -> bool:
        """Whether some way of placing everybody gives all these families a place."""
        return any(self._value(placing) is not None for placing in self._placings(codes))

    def _placings(self, sure: Collection[str] = ()) -> product[tuple[Any, ...]]:
        """Every way of placing everybody in which these families have a place."""
        pairs = [
            (slot, one.id) for slot in self.settings.creneaux for one in self.settings.animation if one.on(slot.id)
        ]
        choices = [
            [
                *(() if str(row.name) in sure else (None,)),
                *(
                    pair
                    for pair in pairs
                    if row[f"peut_{pair[0].moment}"] and self.only.get(str(row.name), pair[0].id) == pair[0].id
                ),
            ]
            for row in self.families
        ]
        return product(*choices)

    def _value(self, placing: tuple[Any, ...]) -> Value | None:
        groups: dict[str, dict[str, frozenset[int]]] = {}
        for family, pair in enumerate(placing):
            if pair is not None:
                group = groups.setdefault(pair[0].id, {})
                group[pair[1]] = group.get(pair[1], frozenset()) | {family}
        helpers = 0
        for slot, workshops in groups.items():
            found = self._helpers(slot, tuple(sorted(workshops.items())))
            if found is None:
                return None
            helpers += found
        came = [placing[family] is not None for family in self.drawn]
        beginner = [self.families[family]["competences"] == "debutant" for family in self.drawn]
        value: dict[str, int | tuple[bool, ...]] = {
            "debutant": tuple(there for there, first in zip(came, beginner, strict=True) if first),
            "nombre": sum(came),
        }
        return (*(value[aim] for aim in self.settings.ordre), tuple(came), -sum(map(len, groups.values())), -helpers)

    def _helpers(self, slot: str, workshops: tuple[tuple[str, frozenset[int]], ...]) -> int | None:
        """The fewest interpreters with which these workshops can take place on one slot; None when they cannot."""
        if (slot, workshops) not in self.known:
            fits = self._cared_for(slot, workshops) and self._housed(slot, workshops)
            fits = fits and all(self._one_theme(group) for _, group in workshops)
            self.known[slot, workshops] = self._fewest(slot, workshops) if fits else None
        return self.known[slot, workshops]

    def _cared_for(self, slot: str, workshops: Any) -> bool:
        rows = [self.families[family] for _, group in workshops for family in group]
        children = sum(1 if pd.isna(row["enfants"]) else row["enfants"] for row in rows if row["garde"])
        return bool(children <= self.settings.garde.get(slot, 0))

    def _housed(self, slot: str, workshops: Any) -> bool:
        rooms = [room.places for room in self.settings.salles if room.on(slot)]
        counts = [len(group) for _, group in workshops]
        if min(counts) < self.settings.groupe_minimum or max(counts) > self.size:
            return False
        return any(
            all(count <= places for count, places in zip(counts, some, strict=True))
            for some in permutations(rooms, len(counts))
        )

    def _one_theme(self, group: frozenset[int]) -> bool:
        skills = [self.families[family]["competences"] for family in group]
        return any(all(pd.isna(skill) or skill in theme.pour for skill in skills) for theme in self.settings.themes)

    def _language(self, family: int) -> str:
        said = self.families[family]["langue"]
        return "francais" if pd.isna(said) else str(said)

    def _fewest(self, slot: str, workshops: Any) -> int | None:
        spoken = {one.id: set(one.langues) for one in self.settings.animation}
        there = [one for one in self.settings.interpretes if one.on(slot)]
        found = []
        for chosen in product(range(-1, len(workshops)), repeat=len(there)):
            heard = [set(spoken[who]) for who, _ in workshops]
            for one, place in zip(there, chosen, strict=True):
                if place >= 0:
                    heard[place] |= set(one.langues)
            languages = [
                {
                    "francais" if pd.isna(row["langue"]) else row["langue"]
                    for row in map(self.families.__getitem__, group)
                }
                for _, group in workshops
            ]
            if all(asked <= known for asked, known in zip(languages, heard, strict=True)):
                found.append(sum(place >= 0 for place in chosen))
        return min(found, default=None)
