"""La phrase du résultat, dite aussi aux lecteurs d'écran."""

from __future__ import annotations

from traitlets import Enum, Unicode

from widgets.kit.part import Part


class ResultSentence(Part):
    """The result in one sentence, with a detail under it; announced once it has stopped changing.

    `tone` is neutre, bon (reached) or alerte (left out): a mark and a word stand beside the colour.
    """

    word_keys = ("bon", "alerte")

    text = Unicode().tag(sync=True)
    detail = Unicode().tag(sync=True)
    tone = Enum(("neutre", "bon", "alerte"), "neutre").tag(sync=True)
