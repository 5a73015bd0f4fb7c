"""Les personnes d'une séance, une ligne chacune : où elles en sont, ce qu'il leur faut."""

from __future__ import annotations

from traitlets import Dict, List, Unicode

from widgets.kit import Part


class PeopleList(Part):
    """One line a person, `{id, who, step, label, needs}`; a change moves what changed and leaves the rest where it is.

    A list and not a table with a file to take away: names stay in the folder of the session.
    """

    title = Unicode().tag(sync=True)
    note = Unicode().tag(sync=True)
    rows = List(Dict()).tag(sync=True)
