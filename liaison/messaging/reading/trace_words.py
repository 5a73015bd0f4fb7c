"""La trace d'une simulation comme on la lit : une ligne par exemplaire adressé à un responsable, en français."""

from __future__ import annotations

import pandas as pd

from liaison.messaging.vocabulary import CHANNELS, DAYS, PURPOSES


def in_french(trace: pd.DataFrame) -> pd.DataFrame:
    """Return the deliveries that a responsable légal is sent, in the order of `trace`, with what one groups them by.

    `Motif`, `Jour`, `Heure` (of writing) and `Canal` are ordered categories; « Écrit le », « Paru le », « Lu le » are
    instants, the last one missing of what nobody read; `Retenu` and « À temps » are true or false.
    """
    deliveries = trace[trace["recipient_kind"] == "responsables"]
    written = deliveries["created_at"].dt
    hours = [f"{hour} h" for hour in range(24)]
    return pd.DataFrame(
        {
            "Message": deliveries["message_id"],
            "Motif": _among(list(PURPOSES.values()), deliveries["purpose"].map(PURPOSES)),
            "Jour": _among(list(DAYS), written.day_of_week.map(dict(enumerate(DAYS)))),
            "Heure": _among(hours, written.hour.map(dict(enumerate(hours)))),
            "Canal": _among(list(CHANNELS.values()), deliveries["channel"].map(CHANNELS)),
            "Écrit le": deliveries["created_at"],
            "Paru le": deliveries["released_at"],
            "Retenu": deliveries["released_at"] > deliveries["created_at"],
            "Lu le": deliveries["seen_at"],
            "À temps": deliveries["informed"],
        }
    )


def _among(words: list[str], column: pd.Series) -> pd.Series:
    """Return a column of words as categories in this order, those alone that are there."""
    made = pd.Categorical(column, categories=words, ordered=True)
    return pd.Series(made.remove_unused_categories(), index=column.index)
