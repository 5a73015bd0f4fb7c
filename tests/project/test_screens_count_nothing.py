"""Un écran ne calcule pas : il montre ce que liaison a compté, même d'un tableau dont le type n'est pas dit."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# What counts in a table or a column: a screen that calls one has taken a place in the count.
COUNTING = {
    *("sum", "mean", "median", "quantile", "std", "var", "cumsum", "groupby", "dropna", "value_counts", "nunique"),
    *("crosstab", "pivot_table", "bincount", "count_nonzero", "isin", "notna", "isna", "fillna", "agg"),
}
# Those that are left, and why.
LEFT = {
    ("widgets/kit/lesson.py", "nunique"): "la colonne qu'une personne nomme dans une leçon : fait-elle des groupes ?",
}


def counted_in(source: str) -> Iterator[str]:
    """Yield each method of a table or a column that a source calls to count."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in COUNTING:
            yield node.func.attr


@pytest.mark.parametrize(
    ("source", "counting"),
    [
        ("n = int((column == 'debutant').sum())", ["sum"]),
        ("share = 100 * float(table['competences'].dropna().mean())", ["mean", "dropna"]),
        ("n = sum(counts.values())", []),
        ("n = changes.count", []),
    ],
)
def test_what_counts_in_a_table_is_seen_and_what_adds_numbers_is_not(source: str, counting: list[str]) -> None:
    assert [*counted_in(source)] == counting


def test_no_screen_counts_in_a_table() -> None:
    files = [path for path in (ROOT / "widgets").rglob("*.py") if "__pycache__" not in path.parts]
    assert len(files) > 100
    counting = {
        (path.relative_to(ROOT).as_posix(), name)
        for path in files
        for name in counted_in(path.read_text(encoding="utf-8"))
    }
    assert counting == LEFT.keys()
