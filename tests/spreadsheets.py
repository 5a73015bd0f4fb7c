"""Ce qu'un tableur, ou un autre outil, prendrait pour une formule : de quoi attaquer tout ce qui sort en CSV."""

import csv
import io
import re
from typing import Any

from hypothesis import strategies as st

DELIMITERS = ";,\t|"
# What a spreadsheet takes for a formula: one of these signs, after spaces or a lone quote, in both widths.
FORMULA = re.compile(r"[\s\u00a0\ufeff\"]*[=+\-@＝＋－＠]")
DANGEROUS = st.sampled_from(
    ["=1+1", "+1", "-1+1", "@A1", "＝1+1", " =1", "\t=1", "\n=1", '"=1"', ",=1", ';"=1', "a|=1", "a\r\n-1", "a,b", '"']
)
FORMULA_TEXTS = st.lists(DANGEROUS | st.text(alphabet="=+-@,;|\t\n\r\" 'aé1\u00a0", max_size=6), max_size=4).map(
    "".join
)


def formulas(data: Any, delimiter: str = ";") -> Any:
    """Return every cell that some tool would take for a formula, wherever it cuts lines and cells."""
    # A number alone, or followed by the sign that ends our cells: no spreadsheet can compute it.
    number = re.compile(rf'[\s"]*[+-]?\d+(?:[.,]\d+)?"?\s*(?:{delimiter}.*)?', re.DOTALL)
    text = data.decode("utf-8-sig")
    cells = [
        cell for sign in DELIMITERS for row in csv.reader(io.StringIO(text, newline=""), delimiter=sign) for cell in row
    ]
    cells += [cell for sign in DELIMITERS for line in text.splitlines() for cell in line.split(sign)]
    return [cell for cell in cells if FORMULA.match(cell) and not number.fullmatch(cell)]
