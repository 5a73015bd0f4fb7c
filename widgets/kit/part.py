"""La base de toutes les parties d'écran : un fichier .py, un .js, un .css, envoyés une seule fois à la page."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from itertools import chain
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

# What each part sends is this loader; the parts' own modules travel once, in `KitSources`.
LOADER = (KIT_FOLDER / "loader.js").read_text(encoding="utf-8")

t = texts("kit")
say_no_folder()  # as soon as a kernel knows what a part is: whoever reaches it may write before it has made one


class KitSources(ipywidgets.Widget):
    """The JavaScript modules and style sheets of the parts in use, sent to a page once and not once per part.

    `modules` and `styles` hold file contents by file name without suffix ("dom", "matrix"). The loader makes
    one browser module of each on first use, so that `import … from "./dom.js"` in a part works as it does
    on a plain static page.
    """

    modules = Dict().tag(sync=True)
    styles = Dict().tag(sync=True)


# By part, where its files are and those of the modules that they import, when it is not in the kit.
_folders: dict[str, tuple[Path, ...]] = {}
_sources: KitSources | None = None


def _read(folder: Path, suffix: str) -> dict[str, str]:
    return {
        path.stem: path.read_text(encoding="utf-8")
        for path in sorted(folder.glob(f"*{suffix}"))
        if path.stem != "loader"
    }


def kit_sources() -> KitSources:
    """Return the sources shared by every part of this kernel, opened at the first part that needs them."""
    global _sources
    if _sources is None or _sources.comm is None:
        drop_nothing()
        styles = _read(KIT_FOLDER, ".css")
        shared = "\n".join(styles.pop(name) for name in SHARED_STYLES)
        _sources = KitSources(modules=_read(KIT_FOLDER, ".js"), styles={"shared": shared, **styles})
    missing = [folders for part, folders in _folders.items() if part not in _sources.modules]
    for folder in dict.fromkeys(chain.from_iterable(missing)):
        _sources.modules = {**_sources.modules, **_read(folder, ".js")}
        _sources.styles = {**_sources.styles, **_read(folder, ".css")}
    return _sources


class Part(anywidget.AnyWidget):
    """A screen part: state as traits, semantic HTML made by the `.js` beside its `.py`, style in the `.css`.

    A part `matrix` is `matrix.py` with a subclass of `Part`, `matrix.js` whose default export is
    `{ render({ model, el, signal }) }` and which imports its helpers from `"./dom.js"`, and `matrix.css` (optional),
    every selector of which begins with `.carnets`. A subclass in another folder brings its own files the same way.

    `badge` says on which rule a setting rests (see `widgets.kit.badge.badge_of`), empty for none.
    `words` holds the finished sentences which the part itself shows, by key, from `word_keys`.
    `uses` names the folders, other than its own and the kit's, whose modules its script imports.
    """

    part: ClassVar[str] = ""
    uses: ClassVar[tuple[Path, ...]] = ()
    word_keys: ClassVar[Sequence[str]] = ()

    # What anywidget would add to each instance, and for that build a class each time: half of a lab's making.
    _anywidget_id = Unicode().tag(sync=True)
    _esm = Unicode(LOADER).tag(sync=True)
    _css = Unicode("").tag(sync=True)
    _part = Unicode().tag(sync=True)
    _kit = Instance(KitSources).tag(sync=True, **ipywidgets.widget_serialization)

    badge = Dict().tag(sync=True)
    words = Dict().tag(sync=True)

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Find the part's files beside the module that defines it."""
        super().__init_subclass__(**kwargs)
        cls.part = cls.__dict__.get("part") or cls.__module__.rpartition(".")[2]
        folder = Path(inspect.getfile(cls)).parent
        if folder != KIT_FOLDER and (folder / f"{cls.part}.js").is_file():
            _folders[cls.part] = (folder, *cls.uses)

    def __init__(self, **kwargs: Any) -> None:
        # A shared layout: a part is styled by its class, and each Layout would be one more message.
        kwargs.setdefault("layout", shared_layout())
        if self.word_keys:
            kwargs.setdefault("words", {key: t(f"{self.part}-{key}".replace("_", "-")) for key in self.word_keys})
        super().__init__(**{**kwargs, "_part": self.part, "_kit": kit_sources()})

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
