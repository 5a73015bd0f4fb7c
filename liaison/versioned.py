"""Lire un fichier qui porte sa version : du YAML ou du JSON, vérifié, ou une phrase qui dit quoi faire."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Generic, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from liaison.faults import FrenchError, faults_in_french
from liaison.yaml_text import place_of, read_yaml

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class FileFormat(Generic[Model]):
    """A file format that leaves the program: its model, its version, and how a person calls it."""

    model: type[Model]
    version: int
    named: str  # « une politique de messagerie »
    keys: str  # des clés que l'on y trouve : « name, purposes, quiet… »
    error: type[FrenchError]

    def parse(self, text: str, source: str) -> Model:
        """Return what `text` (YAML or JSON) holds; `source` names it in the sentences.

        Raises:
            FrenchError: of this format's own class; one line per fault: where it is, what is expected.
        """
        try:
            raw = _read(text)
        except yaml.YAMLError as error:
            raise self.error(f"{source} n'est pas du YAML ni du JSON lisible{place_of(error)}.") from error
        if not isinstance(raw, dict):
            raise self.error(f"{source} ne contient pas {self.named} : des clés {self.keys}")
        found = raw.get("version", self.version)
        if found != self.version:
            raise self.error(
                f"{source} est en version {found} ; cette suite lit la version {self.version}. "
                "Mettre la suite à jour, ou réenregistrer le fichier depuis l'outil qui l'a écrit."
            )
        try:
            return self.model.model_validate(raw)
        except ValidationError as error:
            faults = "\n".join(f"- {fault}" for fault in faults_in_french(error))
            raise self.error(f"{source} ne contient pas {self.named} valable :\n{faults}") from error

    def schema(self) -> str:
        """Return the JSON Schema of the format, as text."""
        return json.dumps(self.model.model_json_schema(), ensure_ascii=False, indent=2) + "\n"


def _read(text: str) -> object:
    try:
        return json.loads(text)  # YAML refuses some characters that JSON allows
    except ValueError:
        return read_yaml(text)
