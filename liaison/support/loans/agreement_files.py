"""Les conventions d'un prêt : un fichier par famille, à compléter, et un seul à imprimer."""

from __future__ import annotations

import datetime as dt

from liaison.base.archives import zip_of
from liaison.documents import to_docx, to_pdf
from liaison.support.loans.agreement import LoanTerms, agreement, agreements
from liaison.support.loans.loans import Allocation
from liaison.support.vocabulary import Item


def agreements_apart(allocation: Allocation, terms: LoanTerms, on: dt.date) -> bytes:
    """Return a ZIP of one DOCX for each family that receives, named by its code: each is handed, or sent, by itself."""
    return zip_of(
        {f"convention_{code}.docx": to_docx(agreement(allocation.item, code, terms, on)) for code in allocation.served}
    )


def agreements_to_print(allocation: Allocation, terms: LoanTerms, on: dt.date) -> bytes:
    """Return one PDF of all the agreements, each on a leaf of its own, in the order of the allocation.

    Raises:
        AgreementError: nobody receives.
        DocumentError: a character that no font can show; in French.
    """
    return to_pdf(agreements(allocation, terms, on))


def zip_name(item: Item) -> str:
    """Return the name of the file that has one agreement for each family."""
    return f"conventions_{item}.zip"


def print_name(item: Item) -> str:
    """Return the name of the file to print."""
    return f"conventions_{item}.pdf"


__all__ = ["agreements_apart", "agreements_to_print", "print_name", "zip_name"]
