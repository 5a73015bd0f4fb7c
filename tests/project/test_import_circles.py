"""No file imports one that imports it, however far, even in a function or for a type; nor a screen another study."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from graphlib import CycleError, TopologicalSorter

import grimp
import pytest

from liaison.module import subjects

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


# What a screen reads of another study than its own, and why; a new module reads its own. So of a screen of no study.
READ_BY_SCREENS = {
    ("gallery", "messaging"): "la galerie montre une politique",
    ("shown_before", "diagnostic"): "ce qui a déjà été publié, pour tout écran qui publie",
    ("training_session", "messaging"): "les politiques que les équipes d'une séance ont remises",
    ("support", "diagnostic"): "le plan part de réponses",
    ("support", "messaging"): "le plan dit qui serait joint sous une politique",
    ("support", "practice"): "un atelier suit des missions de l'ENT d'entraînement",
}


def read_by_screens(graph: grimp.ImportGraph, studies: Collection[str]) -> set[tuple[str, str]]:
    """Each room of screens that imports a study that is not its own, or the screens of one, with that study."""
    return {
        (screen, study)
        for module in graph.modules
        if module.startswith("widgets.")
        for imported in graph.find_modules_directly_imported_by(module)
        if (study := imported.split(".")[1]) in studies and study != (screen := module.split(".")[1])
    }


def test_a_screen_reads_its_own_study_and_no_other_but_those_said_here() -> None:
    graph = grimp.build_graph("liaison", "widgets", cache_dir=None)
    assert read_by_screens(graph, subjects()) == READ_BY_SCREENS.keys()


def test_what_every_page_for_families_stands_on_reads_no_study() -> None:
    graph = grimp.build_graph("liaison", "widgets", cache_dir=None)
    room = graph.find_descendants("widgets.phone") | graph.find_descendants("liaison.phone")
    read = {imported for module in room for imported in graph.find_modules_directly_imported_by(module)}
    assert len(read) > 5
    assert {name for name in read if name.split(".")[1] in subjects()} == set()


def test_a_screen_that_reads_another_study_is_found() -> None:
    graph = grimp.ImportGraph()
    for importer, imported in (("widgets.b.lab", "liaison.a.rules"), ("widgets.a.lab", "liaison.a.rules")):
        graph.add_import(importer=importer, imported=imported)
    graph.add_import(importer="widgets.home", imported="widgets.a.lab")  # of no study
    assert read_by_screens(graph, ("a", "b")) == {("b", "a"), ("home", "a")}
