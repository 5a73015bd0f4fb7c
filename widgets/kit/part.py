"""La base de toutes les parties d'écran : un fichier .py, un .js, un .css, envoyés une seule fois à la page."""

from __future__ import annotations

import inspect
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

import anywidget
import ipywidgets
from traitlets import Bool, Dict, Instance, TraitError, Unicode, default

from widgets.kit.sending import drop_nothing, say_no_folder
from widgets.texts import texts

KIT_FOLDER = Path(__file__).parent
# Read in this order: tokens first, so that every later rule may use them.
SHARED_STYLES = ("tokens", "base", "layout")

# What each part sends is this loader; the parts' own modules travel once, in `KitSource`.
LOADER = (KIT_FOLDER / "loader.js").read_text(encoding="utf-8")

t = texts("kit")
say_no_folder()  # as soon as a kernel knows what a part is: whoever reaches it may write before it has made one


# By part that is not in the kit, the folder of its files.
_folders: dict[str, Path] = {}

# As the loader reads them: the other scripts of the suite that a script imports.
IMPORTS = re.compile(r'(?:from|import)\s*"(\.[./\w]*\.js)"')

# What is for who reads the file, and no page needs: lines that are a comment, in a script; any, in a style sheet.
COMMENTS = {
    ".js": re.compile(r"^ *(?://.*|/\*\*(?:(?!\*/)[\s\S])*\*/)$", re.MULTILINE),
    ".css": re.compile(r"/\*.*?\*/", re.DOTALL),
}

# What a browser does without in a style: the white space after what ends something, and what ends the last of a rule.
NEEDLESS = re.compile(r"(?<=[{};,])\s+|(?<=[a-z]:)\s+|\s+(?={)|;\s*(?=})")


class KitSource(ipywidgets.Widget):
    """A script of the suite with the style sheet beside it, sent to a page with the first part that needs it.

    `imports` holds those that it imports, by name without suffix. The loader makes one browser module of each on first
    use, so that `import … from "./dom.js"` works as it does on a plain static page.
    """

    name = Unicode().tag(sync=True)
    script = Unicode().tag(sync=True)
    style = Unicode().tag(sync=True)
    imports = Dict().tag(sync=True, **ipywidgets.widget_serialization)


_sent: dict[Path, KitSource] = {}


def kit_source(script: Path) -> KitSource:
    """Return a script as the parts of this kernel share it, with all that it imports; opened at its first use."""
    known = _sent.get(script)
    if known is None or known.comm is None:
        text = _read(script)
        others = [(script.parent / path).resolve() for path in IMPORTS.findall(text)]
        imports = {"shared": _shared_style(), **{other.stem: kit_source(other) for other in others}}
        style = _read(script.with_suffix(".css"))
        known = _sent[script] = KitSource(name=script.stem, script=text, style=style, imports=imports)
    return known


def _shared_style() -> KitSource:
    """Return the style of every part, which comes before theirs."""
    known = _sent.get(KIT_FOLDER)
    if known is None or known.comm is None:
        drop_nothing()
        style = "\n".join(_read(KIT_FOLDER / f"{name}.css") for name in SHARED_STYLES)
        known = _sent[KIT_FOLDER] = KitSource(name="shared", style=style)
    return known


@cache
def _read(file: Path) -> str:
    """Return the text of a file without its comments, "" where there is none: every line of a script keeps its number,
    a style is sent in as few lines as it needs."""
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    text = COMMENTS[file.suffix].sub(lambda comment: "\n" * comment[0].count("\n"), text)
    return NEEDLESS.sub("", text) if file.suffix == ".css" else text


class Part(anywidget.AnyWidget):
    """A screen part: state as traits, semantic HTML made by the `.js` beside its `.py`, style in the `.css`.

    A part `matrix` is `matrix.py` with a subclass of `Part`, `matrix.js` whose default export is
    `{ render({ model, el, signal }) }` and which imports its helpers from `"./dom.js"`, and `matrix.css` (optional),
    every selector of which begins with `.carnets`. A subclass in another folder brings its own files the same way.

    `badge` says on which rule a setting rests (see `widgets.kit.badge.badge_of`), empty for none.
    `words` holds the finished sentences which the part itself shows, by key, from `word_keys`.
    """

    part: ClassVar[str] = ""
    word_keys: ClassVar[Sequence[str]] = ()

    # What anywidget would add to each instance, and for that build a class each time: half of a lab's making.
    _anywidget_id = Unicode().tag(sync=True)
    _esm = Unicode(LOADER).tag(sync=True)
    _css = Unicode("").tag(sync=True)
    _part = Unicode().tag(sync=True)
    _kit = Instance(KitSource).tag(sync=True, **ipywidgets.widget_serialization)

    badge = Dict().tag(sync=True)
    words = Dict().tag(sync=True)

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Find the part's files beside the module that defines it."""
        super().__init_subclass__(**kwargs)
        cls.part = cls.__dict__.get("part") or cls.__module__.rpartition(".")[2]
        folder = Path(inspect.getfile(cls)).parent
        if folder != KIT_FOLDER and (folder / f"{cls.part}.js").is_file():
            _folders[cls.part] = folder

    def __init__(self, **kwargs: Any) -> None:
        # A shared layout: a part is styled by its class, and each Layout would be one more message.
        kwargs.setdefault("layout", shared_layout())
        if self.word_keys:
            kwargs.setdefault("words", {key: t(f"{self.part}-{key}".replace("_", "-")) for key in self.word_keys})
        source = kit_source(_folders.get(self.part, KIT_FOLDER) / f"{self.part}.js")
        super().__init__(**{**kwargs, "_part": self.part, "_kit": source})

    @default("_anywidget_id")
    def _identify(self) -> str:
        return f"{type(self).__module__}.{type(self).__name__}"

    def add_traits(self, **traits: Any) -> None:
        """Add to this instance the traits that its class does not have."""
        missing = {name: trait for name, trait in traits.items() if not self.has_trait(name)}
        if missing:
            super().add_traits(**missing)


class Control(Part):
    """A part by which someone sets a value: its name, a help, an error to show, and whether it can be used."""

    label = Unicode().tag(sync=True)
    help = Unicode().tag(sync=True)
    error = Unicode().tag(sync=True)
    disabled = Bool(False).tag(sync=True)


_layout: ipywidgets.Layout | None = None


def shared_layout() -> ipywidgets.Layout:
    """Return the one Layout of every part and box, opened at the first that needs it."""
    global _layout
    if _layout is None or _layout.comm is None:
        _layout = ipywidgets.Layout()
    return _layout


def refuse(key: str, **arguments: object) -> TraitError:
    """Return the error, in French, that says what a trait accepts: `raise refuse("kit-error-value", …)`."""
    return TraitError(t(key, **arguments))
