"""Ce que l'on règle à l'écran va dans l'état, sous le même nom, et l'écran suit l'état."""

from __future__ import annotations

from typing import Any

from traitlets import HasTraits

from widgets.kit.part import Control


def sets(control: Control, state: HasTraits, name: str) -> None:
    """Put what a control is set to in a trait of a state, as a value of its kind; left empty, it changes nothing.

    The control follows the trait when it changes elsewhere.
    """
    kind = type(getattr(state, name))

    def put(change: Any) -> None:
        if change["new"] != "":
            setattr(state, name, kind(change["new"]))

    control.observe(put, "value")
    state.observe(lambda change: control.set_trait("value", change["new"]), name)


__all__ = ["sets"]
