"""No file imports one that imports it, however far, even in a function or for a type: each can be read alone."""

from __future__ import annotations

from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter

import grimp
import pytest

PACKAGES = ("app", "liaison", "widgets")


def circle(imports: Mapping[str, set[str]]) -> list[str]:
    """The files of a circle, each imported by the next; none when there is no circle."""
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_no_file_of_the_suite_imports_one_that_imports_it() -> None:
    graph = grimp.build_graph(*PACKAGES, cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    assert {"liaison.base.files", "widgets.kit.bet", "app.cli.commands"} <= imports.keys()
    assert circle(imports) == []


@pytest.mark.parametrize(
    ("imports", "circular"), [({"a": {"b"}, "b": {"c"}, "c": set()}, False), ({"a": {"b"}, "b": {"a"}}, True)]
)
def test_a_circle_is_found_where_there_is_one(imports: dict[str, set[str]], circular: bool) -> None:
    assert bool(circle(imports)) is circular
