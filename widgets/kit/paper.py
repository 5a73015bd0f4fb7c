"""Un document de la suite, à lire à l'écran : le même que son fichier, ses parties repliées sur une page étroite."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from traitlets import List, Unicode

from widgets.kit.part import Part

if TYPE_CHECKING:
    from liaison.documents import Document


class Paper(Part):
    """A document as its HTML file has it, under the title of the screen that shows it.

    Each of its sections opens and closes: on a narrow page all come closed, on a wide one those that come after the
    signatures. On a telephone an open one stands alone, and a long one is read by pages. `opening` is the title of what
    comes before the first heading.
    """

    word_keys = ("back", "next", "place")

    opening = Unicode()
    sections: List[Any] = List().tag(sync=True)  # of `liaison.documents.to_sections`, as they are

    def show(self, document: Document) -> None:
        """Show a document in the place of the one before; a section stays as one opened or closed it."""
        from liaison.documents import to_sections  # nobody waits for it before a document is read

        opening, *others = to_sections(document)
        self.sections = [each._asdict() for each in (opening._replace(title=self.opening), *others)]


__all__ = ["Paper"]
