"""Lire un fichier qui porte sa version : du YAML ou du JSON, vérifié, ou une phrase qui dit quoi faire."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from liaison.base.faults import FrenchError, in_french, placed_faults
from liaison.base.sentences import french_beside
from liaison.base.yaml_text import place_of, read_yaml

phrase = french_beside(__file__)

Model = TypeVar("Model", bound=BaseModel)
MOST_FAULTS = 10
_LONGEST_PLACE, _LONGEST_FAULT = 60, 200  # signes


@dataclass(frozen=True)
class FileFormat(Generic[Model]):
    """A file format that leaves the program: its model, its version, how a person calls it, the files we ship."""

    model: type[Model]
    version: int
    # « une politique de messagerie », which also names it in `liaison schema`; asked late, since it opens the texts.
    named: Callable[[], str]
    keys: str  # des clés que l'on y trouve : « name, purposes, quiet… »
    error: type[FrenchError]
    # Les modèles livrés avec la suite, s'il y en a : leur dossier, un fichier YAML chacun, ou le fichier de chaque nom.
    presets: Path | Callable[[], Mapping[str, Path]] | None = None
    # By older version, what makes of its content that of the next one.
    upgrades: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = field(default_factory=dict, hash=False)
    # Of which version a file is that does not say its own; of this one when nothing is written here.
    unversioned: int | None = None

    def preset_files(self) -> Mapping[str, Path]:
        """Return the files that ship with the suite, by their names."""
        if isinstance(self.presets, Path):
            return {path.stem: path for path in self.presets.glob("*.yaml")}
        return self.presets() if self.presets else {}

    def preset_names(self) -> list[str]:
        """Return the names of the files that ship with the suite, sorted."""
        return sorted(self.preset_files())

    def preset_text(self, name: str) -> str:
        """Return what the file of a preset says, as it was written."""
        return self.preset_files()[name].read_text(encoding="utf-8")

    def load(self, source: str | Path) -> Model:
        """Return what a preset (by its name) or a YAML or JSON file holds; a preset is read once.

        Raises:
            FrenchError: of this format's own class: unknown preset, unreadable file, or what `parse` refuses.
        """
        if source in self.preset_names():
            return _preset(self, str(source))
        path = Path(source)
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            known = ", ".join(self.preset_names())
            model = phrase("ni-modele-connu-ni", known=known) if known else phrase("pas")
            raise self.error(phrase("fichier-lisible", source=source, model=model)) from error
        return self.parse(text, f"« {path.name} »")

    def parse(self, content: str | bytes, source: str) -> Model:
        """Return what a text (YAML or JSON), or a file as it came, holds; `source` names it in the sentences.

        Raises:
            FrenchError: of this format's own class; one line per fault: where it is, what is expected.
        """
        try:
            raw = _read(content.decode("utf-8-sig") if isinstance(content, bytes) else content)
        except UnicodeDecodeError as error:
            raise self.error(phrase("pas-du-texte", source=source, named=self.named())) from error
        except yaml.YAMLError as error:
            raise self.error(phrase("pas-yaml-ni-json", source=source, error=place_of(error))) from error
        if not isinstance(raw, dict):
            raise self.error(phrase("contient-pas-cles", source=source, named=self.named(), keys=self.keys))
        if isinstance(quoted := raw.get("version"), str) and quoted.isdecimal() and len(quoted) < 4:
            raw = {**raw, "version": int(quoted)}  # a version written between quotes is the same version
        raw = self._upgraded(raw)
        version = raw.get("version", self.version)
        if version != self.version:
            raise self.error(
                phrase(
                    "version-suite-lit-version",
                    source=source,
                    found=_cut(str(version), _LONGEST_PLACE),
                    version=self.version,
                )
            )
        try:
            return self.model.model_validate(raw)
        except ValidationError as error:
            faults = "\n".join(f"- {fault}" for fault in first_faults(error, raw))
            why = phrase("pas-valable", source=source, named=self.named())
            raise self.error(f"{why}\n{faults}") from error

    def _upgraded(self, raw: dict[str, Any]) -> dict[str, Any]:
        """Return the content of an older file as this version writes it, one version after the other."""
        unsaid = self.unversioned or self.version
        while isinstance(version := raw.get("version", unsaid), int) and version in self.upgrades:
            raw = {**self.upgrades[version](raw), "version": version + 1}
        return raw

    def schema(self) -> str:
        """Return the JSON Schema of the format, as text."""
        return json.dumps(self.model.model_json_schema(), ensure_ascii=False, indent=2) + "\n"


def renamed(former: str, name: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Return what makes of an older content the next one, when all that changed is how one key is called.

    A content that already calls it so is left as it is: a file that does not say its version may be of either.
    """
    return lambda raw: {name if key == former else key: value for key, value in raw.items()}


def _quoted(place: str) -> str:
    return f"« {_cut(place, _LONGEST_PLACE)} »" if place else ""


def first_faults(
    error: ValidationError, given: object, most: int = MOST_FAULTS, named: Callable[[str], str] = _quoted
) -> list[str]:
    """Return the first faults of a pydantic error in French, one line each, and a last one that counts the others.

    `given`: what was validated. `named`: how a place is called, which is quoted as it is in the file otherwise.

    None is longer than a few lines of a screen: a file of one megabyte can hold three hundred thousand of them, and
    quote itself in each.
    """
    # Only those that are said are put into words: it costs ten times what finding them does.
    faults = placed_faults(error, given)
    shown = [_fault_words(named(place), fault) for place, fault in faults[:most]]
    others = len(faults) - len(shown)
    return [*shown, phrase("et-d-autres", n=others)] if others else shown


def _fault_words(named: str, fault: Mapping[str, Any]) -> str:
    words = _cut(in_french(fault), _LONGEST_FAULT)
    return f"{named} : {words}" if named else words


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"


@cache
def _preset(form: FileFormat[Model], name: str) -> Model:
    # Screens ask for every preset, again and again; the models are frozen, so one copy serves all.
    return form.parse(form.preset_text(name), f"« {name}.yaml »")


def _read(text: str) -> object:
    try:
        return json.loads(text)  # YAML refuses some characters that JSON allows
    except (ValueError, RecursionError):  # what is too deep for one is refused by the other, with its place
        return read_yaml(text)
