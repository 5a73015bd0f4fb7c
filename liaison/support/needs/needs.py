"""De quoi chaque famille a besoin : des codes que seule l'école sait relier à des noms, rien de plus."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from liaison.base.faults import FrenchError
from liaison.base.sentences import french_beside
from liaison.diagnostic.answers import Answers
from liaison.diagnostic.questionnaire.item import column_name
from liaison.rules import rule
from liaison.support.vocabulary import EQUIPMENTS, LANGUAGES, LEVELS, MOMENTS, SKILLS

phrase = french_beside(__file__)
INDEX = "code"
# A capital, then capitals, digits and hyphens, with a digit somewhere: a surname does not pass for a code.
CODE = r"(?=.*\d)[A-Z][A-Z0-9-]{1,15}"
SHARING = ("un_enfant", "deux_enfants", "trois_enfants_ou_plus", "pas_d_appareil")
CONNECTIONS = ("fixe", "mobile_suffisante", "mobile_limitee", "aucune")
READING = ("chaque_jour", "chaque_semaine", "plus_rarement", "jamais")
HELP = ("maison", "proche", "association", "personne")
CHANNELS = ("ent", "sms", "telephone", "papier", "courriel")
OFF_SCREEN_CHANNELS = ("telephone", "papier")

CHOICES: dict[str, tuple[str, ...]] = {
    "equipement": EQUIPMENTS,
    "competences": SKILLS,
    "partage": SHARING,
    "connexion": CONNECTIONS,
    "aide": HELP,
    "lecture": READING,
    "canal": CHANNELS,
    "langue": tuple(LANGUAGES),
}
FLAGS = (
    "demande_ordinateur",
    "demande_cle_4g",
    *(f"peut_{moment}" for moment in MOMENTS),
    "garde",
    "besoin_ordinateur",
    "besoin_cle_4g",
    "besoin_atelier",
    "besoin_interprete",
    "besoin_hors_ecran",
)
COLUMNS = (*CHOICES, "enfants", "niveaux", *FLAGS)


class NeedsError(FrenchError):
    """What a table of needs has wrong: where, what was read, what is accepted."""


@dataclass(frozen=True)
class Needs:
    """The needs of the families that asked for something or accept to be contacted: one row per code of the school.

    `table` has the index `code` (the school's own: capitals, digits, hyphens, at least one digit) and `COLUMNS`:

    - `equipement`, `competences`: the two axes of the diagnostic, never added up; `partage`, `connexion`, `aide`,
      `lecture`, `canal`, `langue`: what the family answered. Categorical, missing for no answer;
    - `enfants` (Int64, children at school, missing when unknown), `niveaux` (their levels, separated by a space);
    - `demande_*`: what the family asks for; `peut_*`: when it could come to a workshop; `garde`: it comes if children
      are looked after; `besoin_*`: what the axes say, whether or not the family asks. All bool.

    Raises:
        NeedsError: a column, a type or a code that is not of this shape.
    """

    table: pd.DataFrame

    def __post_init__(self) -> None:
        columns = tuple(map(str, self.table.columns))
        if columns != COLUMNS:
            odd = sorted(set(columns) ^ set(COLUMNS)) or list(columns)
            raise NeedsError(phrase("colonnes-attendues", columns=", ".join(COLUMNS), read=odd))
        codes = self.table.index.astype("str")
        wrong = codes[~codes.str.fullmatch(CODE)]
        if len(wrong):
            raise NeedsError(phrase("code-mal-ecrit", code=wrong[0]))
        twice = codes[codes.duplicated()]
        if len(twice):
            raise NeedsError(phrase("code-deux-fois", code=twice[0]))
        for name, values in CHOICES.items():
            if self.table[name].dtype != pd.CategoricalDtype(list(values)):
                raise NeedsError(phrase("valeurs-d-une-colonne", column=name, values=", ".join(values)))
        for name in FLAGS:
            if self.table[name].dtype != bool:
                raise NeedsError(phrase("oui-ou-non", column=name))
        for text in self.table["niveaux"].unique():
            if unknown := sorted(set(str(text).split()) - set(LEVELS)):
                raise NeedsError(phrase("niveau-inconnu", level=unknown[0], levels=", ".join(LEVELS)))

    def __len__(self) -> int:
        return len(self.table)

    def counts(self) -> dict[str, int]:
        """Return how many families have each need and each request: for the team, never to be published as it is."""
        return {name: int(self.table[name].sum()) for name in FLAGS if name.startswith(("besoin_", "demande_"))}

    def can_come(self) -> int:
        """Return how many families said a moment at which they could come to a workshop."""
        return int(self.comes().sum())

    def comes(self) -> pd.Series:
        """Return, family by family, whether it said a moment at which it could come to a workshop."""
        return self.table[[f"peut_{moment}" for moment in MOMENTS]].any(axis=1)

    def placed(self, question: str) -> tuple[dict[str, int], int]:
        """Return how many families are at each place of a question of `CHOICES`, in its order, and at none known."""
        counts = self.table[question].value_counts()
        return {value: int(counts[value]) for value in CHOICES[question]}, int(self.table[question].isna().sum())


def needs_of(
    answers: Answers,
    axes: pd.DataFrame,
    codes: Sequence[str],
    *,
    children: Sequence[int | None] | None = None,
    levels: Sequence[str] | None = None,
    childcare: Sequence[bool | None] | None = None,
    on: dt.date | None = None,
) -> Needs:
    """Return the needs of the families whose answers carry a code of the school, from the two axes and the wishes.

    Args:
        answers: those of the families that gave a code with their answers (the coupon for a loan or a workshop), and
            of no other: the anonymous questionnaire has no code.
        axes: one row per answer, same index, columns `equipement` and `competences`.
        codes: the code of each answer, in the order of the rows.
        children: children at school, by family.
        levels: their levels, separated by a space; the level of the answer when left out.
        childcare: whether children must be looked after; deduced from the levels (rule
            `accompagnement/garde_enfants`) where it is None.
        on: the day that chooses the rules, today by default.

    Raises:
        NeedsError: lengths that differ, a code twice, a level that is not known.
    """
    day = on or dt.date.today()
    count = len(answers)
    for name, given in (("codes", codes), ("enfants", children), ("niveaux", levels), ("garde", childcare)):
        if given is not None and len(given) != count:
            sizes = {"answers": count, "values": len(given)}
            raise NeedsError(phrase("autant-de-valeurs-que-de-reponses", column=name, **sizes))
    if not axes.index.equals(answers.table.index):
        raise NeedsError(phrase("pas-les-memes-lignes"))
    source = answers.table
    table = pd.DataFrame(index=pd.Index(list(codes), name=INDEX, dtype="str"))
    for name, values in CHOICES.items():
        given_values = axes[name] if name in ("equipement", "competences") else source[name]
        table[name] = pd.Categorical(np.asarray(given_values, dtype=object), categories=list(values))
    table["enfants"] = pd.Series([None] * count if children is None else list(children), dtype="Int64").array
    table["niveaux"] = pd.Series(_levels(source, levels), index=table.index, dtype="object")
    for name, column in wishes().items():
        table[name] = source[column].fillna(False).to_numpy(dtype=bool)
    table["garde"] = _childcare(table["niveaux"], childcare, day)
    return Needs(table.assign(**_needs(source, table))[list(COLUMNS)])


def _levels(source: pd.DataFrame, levels: Sequence[str] | None) -> np.ndarray:
    if levels is not None:
        return np.array(list(levels), dtype=object)
    return np.asarray(source["niveau"].astype("object").fillna(""), dtype=object)


def wishes() -> dict[str, str]:
    """Return, for each column of requests, the column of the questionnaire that says it."""
    return {
        "demande_ordinateur": "pret__ordinateur",
        "demande_cle_4g": "pret__cle_internet",
        **{f"peut_{moment}": column_name("atelier", moment) for moment in MOMENTS},
    }


def _childcare(levels: pd.Series, childcare: Sequence[bool | None] | None, day: dt.date) -> np.ndarray:
    young = set(rule("accompagnement/garde_enfants", day).value)
    deduced = np.array([bool(young & set(str(text).split())) for text in levels], dtype=bool)
    if childcare is None:
        return deduced
    return np.array([bool(guess if given is None else given) for given, guess in zip(childcare, deduced, strict=True)])


def _needs(source: pd.DataFrame, table: pd.DataFrame) -> dict[str, np.ndarray]:
    """Return what the axes say, in the order of the questionnaire: each need stands alone, none is a mark."""
    no_computer = ~source["appareils__ordinateur"].fillna(True).to_numpy(dtype=bool)
    shared = table["partage"].isin(SHARING[1:]).to_numpy()
    short = table["equipement"].isin(("partage", "insuffisant")).to_numpy()
    offline = table["connexion"].eq("aucune").to_numpy()
    rarely = table["lecture"].eq("jamais").to_numpy() | table["competences"].eq("debutant").to_numpy()
    return {
        "besoin_ordinateur": short & (no_computer | shared),
        "besoin_cle_4g": table["connexion"].isin(("mobile_limitee", "aucune")).to_numpy(),
        "besoin_atelier": table["competences"].isin(("a_accompagner", "debutant")).to_numpy(),
        "besoin_interprete": (table["langue"].notna() & table["langue"].ne("francais")).to_numpy(),
        "besoin_hors_ecran": offline | rarely | table["canal"].isin(OFF_SCREEN_CHANNELS).to_numpy(),
    }


def empty_needs() -> Needs:
    """Return a table of needs that no family is in yet."""
    table = pd.DataFrame(index=pd.Index([], name=INDEX, dtype="str"))
    for name in COLUMNS:
        table[name] = pd.Series(index=table.index, dtype=_dtype(name))
    return Needs(table)


def _dtype(name: str) -> Any:
    if name in CHOICES:
        return pd.CategoricalDtype(list(CHOICES[name]))
    return {"enfants": "Int64", "niveaux": "object"}.get(name, "bool")


__all__ = ["CHOICES", "CODE", "COLUMNS", "FLAGS", "INDEX", "Needs", "NeedsError", "empty_needs", "needs_of", "wishes"]
