"""Ce qu'est un module d'étude : un dossier de carnets, et la fiche en tête de son `scenario.yaml`, lue et vérifiée.

The home, the handbook, the exercises, the sessions, the room and the tests know the modules by this file alone: a
module is made by adding its folder. Who runs the suite may have added one: a card that does not hold together is told,
and loses no other module.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Final, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PositiveInt, field_validator, model_validator

from liaison.base.faults import FrenchError
from liaison.base.formats import FileFormat
from liaison.base.sentences import french_beside
from liaison.base.suite import NOTEBOOKS
from liaison.base.typography import typeset
from liaison.base.yaml_text import read_yaml

phrase = french_beside(__file__)

NAME: Final = r"[0-9]{2}_[a-z0-9_]{1,57}"  # « 01_messagerie_ent » : le numéro est la place dans la suite
SCENARIO: Final = "scenario.yaml"
GUIDE: Final = "animation.md"
EXERCISE: Final = "exercice.ipynb"  # noté par nbgrader ; celui de la suite a ses solutions
DEFINITION: Final = "exercice.yaml"  # les questions de l'exercice, et leur corrigé : rien de lui ne sort d'une suite
PICTURE: Final = "vignette.svg"  # ce qu'il dessine de lui-même, sur sa carte de l'accueil, s'il le fait

ModuleName = Annotated[str, Field(pattern=rf"^{NAME}$")]
Sentence = Annotated[str, Field(min_length=1), AfterValidator(typeset)]
Audience = Literal["forme", "enseigne", "equipe", "parent"]
Way = Literal["application", "lecon", "exercice"]  # the name of the notebook, in the order of a card


class ModuleError(FrenchError):
    """A module that is not there, or whose files lack a part, and what to do."""


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Minutes(_Model):
    """How long each way of using a module takes; `animation` is the workshop that its `animation.md` describes."""

    application: PositiveInt | None = None
    lecon: PositiveInt | None = None
    exercice: PositiveInt | None = None
    animation: PositiveInt | None = None


def to_check() -> str:
    """Return what is said of a competence that is only proposed."""
    return phrase("a-valider")


class Competence(_Model):
    """A competence in our words; `crcn_edu` and `digcompedu` are a proposal (`to_check`), never an official code."""

    label: str
    crcn_edu: str
    digcompedu: str


class Moment(_Model):
    """A part of a day: a module, whole or some of its steps, or a common time with its own minutes.

    `counts`: whether it is a part of what an attestation counts; lunch is not.
    """

    module: ModuleName | None = None
    steps: tuple[str, ...] = ()
    title: str = ""
    minutes: Annotated[int, Field(gt=0, le=240)] | None = None
    text: str = ""
    counts: bool = True

    @model_validator(mode="after")
    def _one_or_the_other(self) -> Moment:
        if self.module is None and not (self.title and self.minutes):
            raise ValueError(phrase("module-ou-titre-et-minutes"))
        if self.module is not None and (self.title or self.minutes):
            raise ValueError(phrase("duree-et-titre-du-module"))
        if self.steps and self.module is None:
            raise ValueError(phrase("etapes-d-un-module"))
        return self


class Programme(_Model):
    """A whole programme, as its file has it: when it starts, how long it lasts, what it is made of."""

    title: str
    question: str
    start: Annotated[str, Field(pattern=r"^[0-2]\d:[0-5]\d$")]
    minutes: Annotated[int, Field(gt=0, le=600)]
    moments: Annotated[tuple[Moment, ...], Field(min_length=1)]

    @property
    def modules(self) -> tuple[str, ...]:
        """The modules that the programme needs, in order."""
        return tuple(moment.module for moment in self.moments if moment.module)

    @property
    def followed(self) -> int:
        """How long one is trained, in minutes: what an attestation counts."""
        return self.minutes - sum(moment.minutes or 0 for moment in self.moments if not moment.counts)


class Card(BaseModel):
    """What a module says of itself at the head of its `scenario.yaml`; the other keys are the values of its lesson.

    `subject`: the name of its packages, in `liaison` and in `widgets`; none for an app that opens a session.
    `languages`: whether parents open its application in each language of the suite (`?langue=`).
    `competences`: those that it is the first to train, by id; an exercise may name those of another module too.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    version: Literal[1] = 1
    title: Sentence
    question: Sentence
    audience: tuple[Audience, ...] = Field(min_length=1)
    minutes: Minutes
    takeaway: Sentence
    lesson_title: Annotated[str, AfterValidator(typeset)] = ""
    languages: bool = False
    subject: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")] | None = None
    competences: Mapping[str, Competence] = Field(default_factory=dict)
    programmes: Mapping[str, Programme] = Field(default_factory=dict)

    @field_validator("minutes", mode="before")
    @classmethod
    def _one_length_for_all(cls, value: object) -> object:
        return dict.fromkeys(get_args(Way), value) if isinstance(value, int) else value


CARD_FILE = FileFormat(Card, 1, lambda: phrase("fiche"), "title, question, audience, minutes, takeaway…", ModuleError)


@dataclass(frozen=True)
class Module:
    """A folder of notebooks and what its card says: a module of study, or an app that opens a session."""

    folder: Path
    card: Card

    @property
    def name(self) -> str:
        """The name of its folder: « 01_messagerie_ent »."""
        return self.folder.name

    @property
    def studied(self) -> bool:
        """Whether it is a module of study, with a number; if not, an app that opens a session."""
        return is_name(self.name)

    @property
    def ways(self) -> tuple[Way, ...]:
        """The notebooks that are there, in the order of a card."""
        return tuple(way for way in get_args(Way) if (self.folder / f"{way}.ipynb").is_file())


def is_name(name: str) -> bool:
    """Return whether a folder has the name of a module of study."""
    return re.fullmatch(NAME, name) is not None


def module_names(part: str = SCENARIO, notebooks: Path = NOTEBOOKS) -> tuple[str, ...]:
    """Return the names of the modules of study that hold this file, in their order."""
    return tuple(sorted(path.parent.name for path in notebooks.glob(f"*/{part}") if is_name(path.parent.name)))


def module_folder(name: str, notebooks: Path = NOTEBOOKS) -> Path:
    """Return where the files of a module are, by its whole name."""
    return notebooks / name


def read_module(name: str, notebooks: Path = NOTEBOOKS) -> Module:
    """Return a module, by the whole name of its folder.

    Raises:
        ModuleError: no such module, or its card does not hold together: one line per fault.
    """
    card = CARD_FILE.parse(read_part(name, SCENARIO, notebooks), f"« {name}/{SCENARIO} »")
    return Module(module_folder(name, notebooks), card)


def listed_modules(notebooks: Path = NOTEBOOKS) -> tuple[tuple[Module, ...], tuple[ModuleError, ...]]:
    """Return every module, those of study first, in the order of their folders; then what is wrong with the others."""
    modules, faults = [], []
    for path in sorted(notebooks.glob(f"*/{SCENARIO}")):
        try:
            modules.append(read_module(path.parent.name, notebooks))
        except ModuleError as error:
            faults.append(error)
    return tuple(sorted(modules, key=lambda module: (not module.studied, module.name))), tuple(faults)


@cache
def shipped_modules() -> tuple[Module, ...]:
    """Return the modules of study of this suite whose card can be read, in their order."""
    return tuple(module for module in listed_modules()[0] if module.studied)


@cache
def subjects() -> tuple[str, ...]:
    """Return the names of the packages of those modules, each once."""
    return tuple(dict.fromkeys(module.card.subject for module in shipped_modules() if module.card.subject))


def subjects_with(part: str) -> tuple[str, ...]:
    """Return the subjects whose package in `liaison` has this file: « offered » is what they give to all."""
    return tuple(subject for subject in subjects() if (Path(__file__).parent / subject / f"{part}.py").is_file())


def module_named(name_or_number: str, notebooks: Path = NOTEBOOKS) -> str:
    """Return the whole name of a module that a trainer can lead: « 01 » is enough for « 01_messagerie_ent ».

    Raises:
        ModuleError: no such module.
    """
    known = module_names(GUIDE, notebooks)
    for name in known:
        if name_or_number in (name, name[:2]):
            return name
    if not known:
        raise ModuleError(phrase("pas-un-module-et-aucun", name=name_or_number))
    raise ModuleError(phrase("pas-un-module", name=name_or_number, known=", ".join(known)))


def read_part(name: str, part: str, notebooks: Path = NOTEBOOKS) -> str:
    """Return the text of one file of a module.

    Raises:
        ModuleError: no such module, or the file cannot be read.
    """
    try:
        return (notebooks / name / part).read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as error:
        file, known = f"{name}/{part}", ", ".join(module_names(GUIDE, notebooks))
        if not known:
            raise ModuleError(phrase("illisible-hors-de-la-suite", file=file)) from error
        raise ModuleError(phrase("illisible", file=file, known=known)) from error


@cache
def scenario_of(subject: str) -> dict[str, Any]:
    """Return the values that the lesson, the app and the exercise of the module of a subject share, read once.

    Raises:
        ModuleError: no module that can be read has that subject.
    """
    for module in shipped_modules():
        if module.card.subject == subject:
            break
    else:
        raise ModuleError(phrase("aucun-module-du-sujet", subject=subject))
    values = read_yaml(read_part(module.name, SCENARIO))
    assert isinstance(values, dict)
    return values


__all__ = [
    "CARD_FILE",
    "DEFINITION",
    "GUIDE",
    "NAME",
    "SCENARIO",
    "Audience",
    "Card",
    "Competence",
    "Minutes",
    "Module",
    "ModuleError",
    "ModuleName",
    "Moment",
    "Programme",
    "Way",
    "is_name",
    "listed_modules",
    "module_named",
    "module_names",
    "read_module",
    "read_part",
    "scenario_of",
    "shipped_modules",
    "subjects",
    "subjects_with",
    "to_check",
]
