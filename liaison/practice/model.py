"""Ce dont l'ENT d'entraînement est fait : variables, écrans, blocs, actions, missions, parcours.

All values are finite: a variable has a list of values, a field has three classes (empty, right, wrong). So the
whole practice ENT is a finite graph, which `liaison.practice.explore` can walk entirely.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from liaison.base.sentences import french_beside

phrase = french_beside(__file__)
SCREEN = "ecran"
SESSION = "session"
ACCOUNTS = ("responsable1", "responsable2", "eleve")
NOBODY = "personne"
MENU, DOORSTEP = "menu", "seuil"
EMPTY, RIGHT, WRONG, FORMER = "vide", "bon", "faux", "ancien"

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Account = Literal["responsable1", "responsable2", "eleve"]
Tone = Literal["simple", "information", "attention", "erreur", "fait"]
# fmt: off
Pictogram = Literal[
    "cle", "personne", "famille", "groupe", "maison", "menu", "enveloppe", "stylo", "envoyer", "trombone", "photo",
    "recherche", "cahier", "horaire", "document", "note", "livret", "cloche", "absence", "carnet", "couverts",
    "bourse", "fiche", "orientation", "calendrier", "horloge", "camera", "bulle", "micro", "main", "lien",
    "reglages", "langue", "lune", "blog", "telephone", "ordinateur", "cadenas", "sortie", "attention", "coche",
    "croix", "retour", "annuler", "effacer", "aide", "ecouter", "imprimer", "image", "papier", "carte", "oeil",
    "ecole",
]
# fmt: on


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Money(_Model):
    """An amount in euros, written as the language writes it."""

    eur: float


class TextRef(_Model):
    """A sentence by its key, with what it holds: a date, a time ("08:05"), a number, an amount, a proper name."""

    key: str
    arguments: dict[str, dt.date | Money | int | float | str] = {}


def _text_ref(value: object) -> object:
    if isinstance(value, str):
        return {"key": value}
    if isinstance(value, dict) and "arguments" not in value and "key" in value:
        return {"key": value["key"], "arguments": {name: given for name, given in value.items() if name != "key"}}
    return value


Text = Annotated[TextRef, BeforeValidator(_text_ref)]


def _values(value: object) -> object:
    return [value] if isinstance(value, str) else value


class Condition(_Model):
    """What must hold: every variable of `all` has one of its values, one of `any` holds, `none` does not.

    Written in YAML as `{session: eleve, reponse: [aucune, ecrite], any: [{…}, {…}], not: {…}}`.
    """

    all: dict[Name, Annotated[tuple[str, ...], BeforeValidator(_values)]] = {}
    any: tuple[Condition, ...] = ()
    none: Condition | None = None

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: object) -> object:
        if not isinstance(value, dict) or "all" in value:
            return value
        held = {name: values for name, values in value.items() if name not in ("any", "not")}
        return {"all": held, "any": value.get("any", ()), "none": value.get("not")}

    def variables(self) -> set[str]:
        """Every variable that the condition reads."""
        inner = [*self.any, *([self.none] if self.none else [])]
        return set(self.all).union(*(condition.variables() for condition in inner)) if inner else set(self.all)


class Case(_Model):
    """What an action does when `when` holds: values set, a screen opened, a sentence said. The first that holds.

    What is `lasting` cannot be taken back, as a password given to somebody: « Annuler » stops there.
    """

    when: Condition = Condition()
    set: dict[Name, str] = {}
    go: Name | None = None
    say: Text | None = None
    tone: Tone = "information"
    lasting: bool = False


class _Acting(_Model):
    """Something to press. `set`, `go`, `say` beside the block are the short form of a single case."""

    cases: tuple[Case, ...] = Field(min_length=1)

    @model_validator(mode="before")
    @classmethod
    def _single_case(cls, value: Any) -> Any:
        short = ("set", "go", "say", "tone")
        if not isinstance(value, dict) or "cases" in value or not any(name in value for name in short):
            return value
        own = {name: given for name, given in value.items() if name not in short}
        return {**own, "cases": [{name: value[name] for name in short if name in value}]}


class _Block(_Model):
    when: Condition = Condition()


class Sentence(_Block):
    """A paragraph; with a tone other than simple, a notice with its pictogram."""

    kind: Literal["text"]
    text: Text
    tone: Tone = "simple"


class Heading(_Block):
    """A title inside the screen."""

    kind: Literal["heading"]
    text: Text


class Fact(_Block):
    """One line of a list of facts: a term and what it is."""

    term: Text
    text: Text


class Facts(_Block):
    """A list of facts (from, to, date, place)."""

    kind: Literal["facts"]
    rows: tuple[Fact, ...] = Field(min_length=1)


class Action(_Block, _Acting):
    """A button: a verb first, a pictogram, what it does."""

    kind: Literal["action"]
    id: Name
    text: Text
    pictogram: Pictogram
    main: bool = False


class Item(_Block, _Acting):
    """One line of a list that opens something: a message, a service, a child, a slot.

    `counts`: for each thing that waits behind this line, all that must hold for it to wait; the menu says how many.
    """

    id: Name
    text: Text
    detail: Text | None = None
    aside: Text | None = None
    mark: Text | None = None
    mark_when: Condition = Condition()
    counts: tuple[tuple[Condition, ...], ...] = ()
    pictogram: Pictogram | None = None


class Items(_Block):
    """A list of things to open."""

    kind: Literal["items"]
    label: Text | None = None
    items: tuple[Item, ...] = Field(min_length=1)


class Option(_Block):
    """One answer of a choice."""

    value: Name
    text: Text
    help: Text | None = None
    pictogram: Pictogram | None = None


class Choice(_Block):
    """One answer among several: sets its variable. The variable's other values (« aucun ») show nothing chosen."""

    kind: Literal["choice"]
    variable: Name
    label: Text
    help: Text | None = None
    options: tuple[Option, ...] = Field(min_length=2)


class Box(_Model):
    """One box to tick: its variable is « oui » or « non ». One that stands `alone` excludes the others."""

    variable: Name
    text: Text
    pictogram: Pictogram | None = None
    alone: bool = False


class Boxes(_Block):
    """Several answers at once, each its own variable: the questionnaire has some, the practice ENT none."""

    kind: Literal["boxes"]
    label: Text
    help: Text | None = None
    boxes: tuple[Box, ...] = Field(min_length=2)


class TextField(_Block):
    """A field to type in; its class (vide, bon, faux) is the variable of the same name."""

    kind: Literal["field"]
    input: Name
    label: Text
    help: Text | None = None
    long: bool = False


class Typed(_Block):
    """What the learner typed, shown again."""

    kind: Literal["typed"]
    input: Name
    label: Text


class Bubble(_Block):
    """One turn of a conversation or of a chat: who, what, when. `text` is a sentence, or what was typed."""

    who: Text
    text: Text | None = None
    typed: Name | None = None
    aside: Text | None = None
    mine: bool = False

    @model_validator(mode="after")
    def _says_one_thing(self) -> Bubble:
        if (self.text is None) == (self.typed is None):
            raise ValueError(phrase("bulle-une-seule-chose"))
        return self


class Bubbles(_Block):
    """A conversation, oldest first."""

    kind: Literal["bubbles"]
    label: Text
    turns: tuple[Bubble, ...] = Field(min_length=1)


class Row(_Block):
    """One line of a table; its first cell names the line."""

    cells: tuple[Text, ...] = Field(min_length=2)


class Table(_Block):
    """A small table: three columns at most, for a phone."""

    kind: Literal["table"]
    caption: Text
    columns: tuple[Text, ...] = Field(min_length=2, max_length=3)
    rows: tuple[Row, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _as_wide(self) -> Table:
        if any(len(row.cells) != len(self.columns) for row in self.rows):
            raise ValueError(phrase("une-case-par-colonne"))
        return self


class Picture(_Block):
    """A large pictogram that shows what is spoken of, with its text alternative."""

    kind: Literal["picture"]
    pictogram: Pictogram
    text: Text


Block = Annotated[
    Sentence | Heading | Facts | Action | Items | Choice | Boxes | TextField | Typed | Bubbles | Table | Picture,
    Field(discriminator="kind"),
]


class Variable(_Model):
    """What can be remembered: its values, the first one to begin with. `shared`: other services may read it."""

    values: tuple[Name, ...] = Field(min_length=2)
    shared: bool = False

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: object) -> object:
        return {"values": value} if isinstance(value, list) else value


class Samples(_Model):
    """A text of each class: used by the tests, by the demonstration, and to check the rule of the field."""

    bon: str
    faux: str | None = None
    ancien: str | None = None

    def by_class(self) -> dict[str, str]:
        """Return the text of each class that has one."""
        return self.model_dump(exclude_none=True)


class Input(_Model):
    """How a typed text is classed. `accept`: the right answers, as digits, and a date as 2014-03-12.

    `former`: the password that a new one replaces; written again, it is « ancien », neither right nor wrong.
    """

    rule: Literal["texte", "exact", "mobile", "date", "code", "mot_de_passe", "carte"]
    accept: tuple[str, ...] = ()
    former: str | None = None
    secret: bool = False
    samples: Samples

    @model_validator(mode="before")
    @classmethod
    def _dates_as_text(cls, value: Any) -> Any:
        if isinstance(value, dict) and "accept" in value:
            return {**value, "accept": [str(accepted) for accepted in value["accept"]]}
        return value


class Screen(_Model):
    """One screen: its title, where « Retour » leads, what entering it does, what it shows."""

    title: Text
    back: Name
    enter: tuple[Case, ...] = ()
    blocks: tuple[Block, ...] = Field(min_length=1)


class Question(_Model):
    """What is asked of who has just read: on which screen, among which answers. Its words: `mission-<id>.question`."""

    screen: Name
    when: Condition = Condition()
    answers: tuple[Text, ...] = Field(min_length=2, max_length=3)
    right: int = Field(ge=1)

    @model_validator(mode="after")
    def _has_a_right_answer(self) -> Question:
        if self.right > len(self.answers):
            raise ValueError(phrase("rang-de-la-bonne-reponse"))
        return self


class Mission(_Model):
    """Something to manage to do: where it starts, when it is done. Its words: `mission-<id>` and attributes.

    `rules`: what there is to remember says what these rules of `liaison.rules` say.
    """

    id: Name
    level: Literal[1, 2, 3]
    minutes: int = Field(ge=1, le=10)
    start: dict[Name, str]
    goal: Condition = Condition()
    hints: int = Field(ge=1, le=4)
    asks: Question | None = None
    rules: tuple[str, ...] = ()


class Service(_Model):
    """One service of the ENT: its entry in the menu of some accounts, its screens, its missions."""

    service: Name
    pictogram: Pictogram
    entry: Name
    accounts: tuple[Account, ...] = ()
    variables: dict[Name, Variable] = {}
    inputs: dict[Name, Input] = {}
    screens: dict[Name, Screen]
    missions: tuple[Mission, ...] = ()

    @model_validator(mode="after")
    def _asks_on_its_own_screens(self) -> Service:
        for mission in self.missions:
            if mission.asks and mission.asks.screen not in self.screens:
                raise ValueError(phrase("question-sur-ecran-inconnu", mission=mission.id, screen=mission.asks.screen))
        return self
