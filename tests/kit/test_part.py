"""What every part of the kit shares: its files, how they travel, its tokens, its badge, its base of errors."""

import ast
import datetime as dt
import importlib
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import ipywidgets
import pytest
from browser.labs import Lab, every_lab
from traitlets import TraitError

from liaison.base.words import long_date
from liaison.rules import Reference, Rule, rule
from widgets import kit
from widgets.kit.part import COMMENTS, KIT_FOLDER, LOADER, KitSource, kit_source

PARTS = [value for value in vars(kit).values() if isinstance(value, type) and issubclass(value, kit.Part)]
DRAWN = [part for part in PARTS if part not in (kit.Part, kit.Control)]
KIB = 1024


def sent(part: ipywidgets.Widget, trait: str) -> Any:
    """What the page is sent under that name."""
    assert trait in part.keys
    return part.trait_values()[trait]


def classes_of(part: ipywidgets.Widget) -> tuple[str, ...]:
    found: tuple[str, ...] = sent(part, "_dom_classes")
    return found


def weight(text: str) -> int:
    """The bytes of a source, margins aside: they are the formatter's, and weigh nothing once compressed."""
    return len(re.sub(r"\n\s+", "\n", text).encode("utf-8"))


def test_importing_the_kit_imports_no_pandas_nor_numpy() -> None:
    code = "import sys, widgets.kit; sys.exit(len({'pandas', 'numpy'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("part", DRAWN, ids=lambda part: part.__name__)
def test_each_part_has_its_script_beside_it_under_twenty_kib(part: type[kit.Part]) -> None:
    script = KIT_FOLDER / f"{part.part}.js"
    style = KIT_FOLDER / f"{part.part}.css"
    assert "export default" in script.read_text(encoding="utf-8")
    assert sum(weight(path.read_text(encoding="utf-8")) for path in (script, style) if path.exists()) < 20 * KIB


def test_a_part_opens_with_a_short_message_and_its_sources_travel_once() -> None:
    first, second = kit.Heading(2, "Un"), kit.Heading(2, "Deux")
    assert len(LOADER) < 2.5 * KIB
    assert sent(first, "_kit") is sent(second, "_kit")
    assert first.layout is second.layout
    assert first.get_state()["_css"] == ""


@pytest.mark.parametrize("part", DRAWN, ids=lambda part: part.__name__)
def test_all_that_the_script_of_a_part_reads_is_sent_to_the_page(part: type[kit.Part]) -> None:
    script = (KIT_FOLDER / f"{part.part}.js").read_text(encoding="utf-8")
    shared = ["label", "help", "error", "disabled"] if issubclass(part, kit.Control) else []
    read = {*re.findall(r'model\.(?:get|set)\("(\w+)"', script), *shared, "_kit", "_part", "badge", "words"}
    assert read <= set(part.class_traits(sync=True))
    assert {"_esm", "_css"} <= set(part.class_traits(sync=True))


def sources_of(part: ipywidgets.Widget) -> dict[str, KitSource]:
    """Every file that a part is drawn with, by name."""
    return all_imported(sent(part, "_kit"))


def all_imported(source: KitSource) -> dict[str, KitSource]:
    waiting, every = [source], dict[str, KitSource]()
    while waiting:
        source = waiting.pop()
        every[sent(source, "name")] = source
        waiting += sent(source, "imports").values()
    return every


def test_a_part_is_sent_what_its_script_imports_however_far_and_nothing_else() -> None:
    sources = sources_of(kit.Heading(2, "Un"))
    assert set(sources) == {"shared", "heading", "dom"}
    assert sent(sources["heading"], "script") == (KIT_FOLDER / "heading.js").read_text(encoding="utf-8")
    style, written = sent(sources["heading"], "style"), (KIT_FOLDER / "heading.css").read_text(encoding="utf-8")
    assert "".join(style.split()) == "".join(written.split()).replace(";}", "}")  # in fewer lines
    assert len(style.splitlines()) == 1 < len(written.splitlines())
    assert set(sources_of(kit.FileOut(label="Un fichier"))) == {"shared", "file_out", "dom"}


SCRIPTS = sorted(KIT_FOLDER.parent.glob("*/*.js"))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_what_is_sent_of_a_script_is_all_but_the_lines_that_are_comments(path: Path) -> None:
    lines, quoted, opened = path.read_text(encoding="utf-8").split("\n"), 0, False
    script = sent(kit_source(path), "script").split("\n")
    assert len(script) == len(lines)
    for written, one in zip(script, lines, strict=True):
        opened = opened or (one.lstrip().startswith("/**") and one.find("*/") in (-1, len(one) - 2))
        if opened or one.lstrip().startswith("//"):
            assert written == ""
            assert quoted % 2 == 0, f"Un commentaire dans un texte : {one}"
        else:
            assert written == one
            quoted += one.count("`")
        opened = opened and not one.endswith("*/")


STYLES = [style for script in SCRIPTS if (style := script.with_suffix(".css")).is_file()]


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_what_is_sent_of_a_style_says_all_that_is_written_but_comments_in_fewer_signs(path: Path) -> None:
    """Quoted texts as they are; of all else, every sign that is no space, and no end before the end of a rule."""
    written, style = (
        COMMENTS[".css"].sub("", path.read_text(encoding="utf-8")),
        sent(kit_source(path.with_suffix(".js")), "style"),
    )
    assert re.findall(r'"[^"]*"', style) == re.findall(r'"[^"]*"', written)
    assert re.sub(r"\s", "", style) == re.sub(r";(?=})", "", re.sub(r"\s", "", written))
    # A descendant, two values, a sum: what only a space keeps apart still is.
    apart = re.compile(r"(?<=[\w)\]*%+\-]) +(?=[\w.:*#(\[+\-])")
    assert len(apart.findall(style)) == len(apart.findall(written))
    assert len(style) < len(written)


def test_the_shared_style_comes_before_that_of_any_part_and_its_tokens_first() -> None:
    for source in sources_of(kit.Panels([], [])).values():
        assert source.name == "shared" or next(iter(sent(source, "imports"))) == "shared"
    style = sent(sources_of(kit.Heading(2, "Un"))["shared"], "style")
    assert 0 < style.index("--encre") < style.index("carnets-lab-grid")


def test_the_sources_are_sent_to_the_page_again_once_they_are_closed() -> None:
    before = sent(kit.Heading(2, "Avant"), "_kit")
    before.close()
    after = sent(kit.Heading(2, "Après"), "_kit")
    assert after is not before
    assert after.comm is not None


def modules_of(package: str) -> set[str]:
    """Every module of the screens that a package imports, however far: the kit by the names that are taken from it."""
    of_kit = {name: module for module, names in imports_of("widgets.kit") for name in names}
    reached, waiting = set[str](), [package]
    while waiting:
        module = waiting.pop()
        if module not in reached:
            reached.add(module)
            for other, names in imports_of(module):
                waiting += [of_kit[name] for name in names] if other == "widgets.kit" else [other]
    return reached


def imports_of(module: str) -> list[tuple[str, list[str]]]:
    """The imports of a module of the screens from another, with the names that it takes."""
    place = KIT_FOLDER.parents[1] / module.replace(".", "/")
    file = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
    nodes = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    found = [node for node in nodes if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("widgets.")]
    return [(str(node.module), [alias.name for alias in node.names]) for node in found]


def weight_of(sources: Iterable[KitSource]) -> int:
    return sum(weight(sent(source, name)) for source in sources for name in ("script", "style"))


PAGES = [*every_lab(), "training_board", "training_reading"]


@pytest.mark.parametrize("page", PAGES)
def test_all_that_a_page_may_ever_be_sent_stays_a_small_download(page: str) -> None:
    """Every part that its screens may show, whatever is opened."""
    files = [KIT_FOLDER.parents[1] / module.replace(".", "/") for module in modules_of(f"widgets.{page}")]
    scripts = [script for file in files if (script := file.with_suffix(".js")).is_file()]
    assert len(scripts) > 5
    every = {name: source for script in scripts for name, source in all_imported(kit_source(script)).items()}
    assert weight_of(every.values()) < 140 * KIB


@pytest.mark.parametrize("lab", every_lab().values(), ids=[*every_lab()])
def test_a_page_opens_with_the_parts_that_are_on_it(lab: Lab, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: dict[Path, KitSource] = {}
    monkeypatch.setattr("widgets.kit.part._sent", opened)
    widget = lab.made().widget
    if lab.steps:
        assert widget.current == "parier"
    assert isinstance(widget, kit.LabPath) is lab.steps
    path = {"lab_path"} if lab.steps else set()
    assert {"question", "dom", *path} <= {script.stem for script in opened}
    assert "chart" not in {script.stem for script in opened}
    assert weight_of(opened.values()) < 90 * KIB


@pytest.mark.parametrize("study", ["messaging", "diagnostic", "support"])
def test_a_page_makes_no_control_of_a_setting_before_somebody_sets_one(study: str) -> None:
    made: list[ipywidgets.Widget] = []
    ipywidgets.Widget.on_widget_constructed(made.append)
    try:
        screen = every_lab()[study].made()
        screen.widget.unlock()
        assert [part.label for part in made if isinstance(part, kit.Control)] == [screen.bet.question.label]
        screen.widget.current = "regler"
        assert sum(isinstance(part, kit.Control) for part in made) > 10
    finally:
        ipywidgets.Widget.on_widget_constructed(None)


def test_a_part_of_another_folder_brings_its_own_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "elsewhere_part.py").write_text(
        "from widgets.kit import Part\n\n\nclass Elsewhere(Part):\n    pass\n", encoding="utf-8"
    )
    script = 'import { beside } from "./beside.js";\nexport default { render: beside };\n'
    (tmp_path / "elsewhere_part.js").write_text(script, encoding="utf-8")
    (tmp_path / "beside.js").write_text("export const beside = () => {};\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    elsewhere = importlib.import_module("elsewhere_part")

    sources = sources_of(elsewhere.Elsewhere())
    assert set(sources) == {"shared", "elsewhere_part", "beside"}
    assert "render: beside" in sent(sources["elsewhere_part"], "script")


def test_a_part_of_another_folder_shares_what_it_takes_from_the_kit() -> None:
    of_diagnostic = kit_source(KIT_FOLDER.parent / "diagnostic" / "code_in.js")
    assert all_imported(of_diagnostic)["dom"] is sources_of(kit.Heading(2, "Du kit"))["dom"]


@pytest.mark.parametrize("path", sorted(KIT_FOLDER.glob("*.js")), ids=lambda path: path.name)
def test_no_script_makes_html_of_a_string_nor_asks_the_network(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "fetch(", "XMLHttpRequest", "eval("):
        assert word not in text, word


@pytest.mark.parametrize("path", sorted(KIT_FOLDER.glob("*.css")), ids=lambda path: path.name)
def test_every_style_stays_inside_the_suite(path: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.S)
    selectors = [part.strip() for part in re.findall(r"([^{};]+)\{", text)]
    rules = [selector for selector in selectors if not selector.startswith(("@", "from", "to"))]
    assert rules
    # One rule of layout.css reaches JupyterLab's own output area, and only where it holds a lab.
    outside = [rule for rule in rules if "carnets" not in rule]
    assert not outside


def test_jupyterlab_dark_and_the_visitors_dark_are_the_same_colours() -> None:
    text = (KIT_FOLDER / "tokens.css").read_text(encoding="utf-8")
    blocks = [
        dict(re.findall(r"(--[\w-]+): (#\w+);", body))
        for body in re.findall(r"\.carnets \{([^}]*)\}", text)
        if "#" in body
    ]
    light, dark, dark_in_lab = blocks
    assert dark == dark_in_lab
    assert set(light) == set(dark)


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast of two #rrggbb colours."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_every_text_colour_is_readable_on_the_grounds_it_meets(scheme: int) -> None:
    text = (KIT_FOLDER / "tokens.css").read_text(encoding="utf-8")
    blocks = [dict(re.findall(r"--([\w-]+): (#\w+);", body)) for body in re.findall(r"\.carnets \{([^}]*)\}", text)]
    colours = blocks[scheme]
    pairs = [
        (ink, ground)
        for ink in ("encre", "encre-douce", "accent", "chaud", "alerte", "bon")
        for ground in ("papier", "brume")
    ]
    pairs += [("encre", f"{name}-doux") for name in ("accent", "chaud", "bon")] + [("encre", "alerte-doux")]
    pairs += [("accent", "accent-doux"), ("chaud", "chaud-doux"), ("bon", "bon-doux"), ("alerte", "alerte-doux")]
    pairs += [("encre-douce", "accent-doux"), ("encre-douce", "alerte-doux"), ("encre-douce", "bon-doux")]
    pairs += [("sur-accent", "accent"), ("papier", "encre")]
    poor = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs}
    assert not {pair: ratio for pair, ratio in poor.items() if ratio < 4.5}
    borders = [contrast(colours[name], colours["papier"]) for name in ("trait-controle", "focus", "accent")]
    assert min(borders) >= 3


def test_a_badge_says_kind_date_source_and_how_it_is_known() -> None:
    badge = kit.badge_of(rule("messagerie/publication_suspendue", dt.date(2026, 11, 25)))
    assert badge["kind"] == badge["label"] == "circulaire"
    assert badge["since"] == "rapporté, depuis la rentrée 2025"
    assert badge["known"].startswith("Rapporté par")
    assert "Texte non lu" in badge["known"]
    assert "2025" in badge["title"]


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        ("loi", "loi"),
        ("reglement", "règlement"),
        ("circulaire", "circulaire"),
        ("charte", "charte"),
        ("hypothese", "hypothèse"),
    ],
)
def test_each_kind_of_rule_has_its_own_word_and_its_own_look(kind: str, label: str) -> None:
    made = Rule(
        name="essai",
        label="Essai",
        kind=kind,
        unit="jour",
        value=1,
        since=dt.date(2025, 2, 3),
        reference=Reference(title="Texte d'essai", no_url="Inventé."),
        checked_on=dt.date(2026, 1, 1),
    )
    badge = kit.badge_of(made)
    assert badge["label"] == label
    assert (badge["article"], badge["note"], badge["url"]) == ("", "", "")
    full = Reference(title="Texte d'essai", article="R. 1", note="À vérifier", url="https://exemple.invalid")
    badge = kit.badge_of(made.model_copy(update={"reference": full}))
    assert (badge["article"], badge["note"], badge["url"]) == ("R. 1", "À vérifier", "https://exemple.invalid")
    assert f".carnets-pill-{kind}" in (KIT_FOLDER / "base.css").read_text(encoding="utf-8")


def test_the_first_of_the_month_is_said_1er_and_the_second_is_not() -> None:
    assert long_date(dt.date(2026, 8, 1)) == "1er août 2026"
    assert long_date(dt.date(2026, 8, 2)) == "2 août 2026"


def test_a_lab_holds_its_three_places_in_reading_order() -> None:
    summary, settings, results = kit.ResultSentence(), ipywidgets.VBox(), ipywidgets.VBox()
    lab = kit.lab_layout(settings, results, summary)
    assert isinstance(lab, ipywidgets.VBox)
    (grid,) = lab.children
    assert [area.children[0] for area in grid.children] == [summary, settings, results]
    places = [f"carnets-lab-{name}" for name in ("summary", "settings", "results")]
    assert [classes_of(area) for area in grid.children] == [(place,) for place in places]
    style = (KIT_FOLDER / "layout.css").read_text(encoding="utf-8")
    assert all(f".{place}" in style for place in places)
    assert {"carnets", "carnets-lab"} <= set(classes_of(lab))
    assert classes_of(grid) == ("carnets-lab-grid",)


def test_refusals_are_written_in_french() -> None:
    with pytest.raises(TraitError, match=r"n'est pas lisible"):
        kit.TimeField(label="Heure", value="7h30")
