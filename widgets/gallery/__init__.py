"""Chaque partie du kit, dans chaque état : ce que montre notebooks/galerie.ipynb."""

from __future__ import annotations

import ipywidgets


def show_controls() -> ipywidgets.Widget:
    """Return the parts by which one sets, reads and moves on, each in every state."""
    from widgets.gallery.controls import gallery

    return gallery()


def show_results() -> ipywidgets.Widget:
    """Return the parts that paint a week, cross rows and columns, and show results, each in every state."""
    from widgets.gallery.results import gallery

    return gallery()


__all__ = ["show_controls", "show_results"]
