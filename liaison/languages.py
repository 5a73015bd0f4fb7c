"""Les langues dans lesquelles la suite parle aux familles : nom, écriture, formes de dates et de nombres."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from liaison.yaml_text import read_yaml

EVERY = "toutes"  # what a person writes for every language at once
LIST = Path(__file__).with_suffix(".yaml")


class Language(BaseModel):
    """A language in which a family can read a page or a sheet of the suite."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    name: str
    tag: str
    locale: str
    day: str
    direction: Literal["ltr", "rtl"]
    reviewed: bool


class _Languages(BaseModel):
    languages: tuple[Language, ...]


@cache
def languages() -> dict[str, Language]:
    """Return the languages by code, in the order in which they are offered; French is the first."""
    raw = read_yaml(LIST.read_text(encoding="utf-8"))
    return {language.code: language for language in _Languages.model_validate(raw).languages}


__all__ = ["EVERY", "Language", "languages"]
