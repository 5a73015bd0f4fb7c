"""Un dessin au trait en fichier SVG, et l'image PNG qu'en montre un logiciel qui n'ouvre pas le SVG."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from liaison.documents.pdf import compiled_png

TEMPLATE = Path(__file__).with_name("drawing.typ")
_WIDTH_CM = 2.0  # wider than it is shown: it stays sharp when it is made larger


def drawing_svg(path: str) -> str:
    """Return the SVG file of a line drawing: its path, on a grid of 24 by 24."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 24 24" fill="none" '
        f'stroke="#1f5f6b" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"><path d="{path}"/></svg>'
    )


@lru_cache(maxsize=64)
def drawing_png(path: str) -> bytes:
    """Return the image of a line drawing."""
    return compiled_png(TEMPLATE.read_bytes(), {"svg": drawing_svg(path), "width": f"{_WIDTH_CM}"})


__all__ = ["drawing_png", "drawing_svg"]
