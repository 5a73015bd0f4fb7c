"""Qui forme une famille : des élèves reliés par un responsable légal commun."""

from __future__ import annotations

import numpy as np
import pandas as pd

from liaison.school.tables import School


def families_of(school: School) -> pd.Series:
    """Return a family number for each pupil (index: pupil), from 0 in the order of the pupils.

    Pupils tied by a common responsable légal are one family, step by step: half-siblings and their
    parents' other children too. A pupil without any responsable is a family alone.
    """
    pupils = pd.Index(school.pupils["id"])
    pupil = pupils.get_indexer(pd.Index(school.links["eleve"]))
    adult, _ = pd.factorize(school.links["responsable"])
    pupil, adult = pupil[pupil >= 0], adult[pupil >= 0]
    family = np.arange(len(pupils))
    while True:
        of_adult = np.full(adult.max(initial=-1) + 1, len(pupils))
        np.minimum.at(of_adult, adult, family[pupil])
        merged = family.copy()
        np.minimum.at(merged, pupil, of_adult[adult])
        if np.array_equal(merged, family):
            return pd.Series(pd.factorize(family)[0].astype(np.int32), index=pupils, name="famille")
        family = merged
