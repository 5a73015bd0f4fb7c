"""Régler les ateliers, à l'écran : créneaux, salles, animation, interprètes, garde d'enfants, thèmes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from pydantic import ValidationError

from liaison.base.dates import numeric_date, read_date
from liaison.base.faults import faults_in_french
from liaison.base.typography import typeset
from liaison.base.words import upper_first
from liaison.rules import rule
from liaison.support.vocabulary import LANGUAGES, MOMENTS, Skill, language_words, moment_words
from liaison.support.workshops.aims import ORDERS, Choice, aim_words, aims_of, excludes
from liaison.support.workshops.settings import WorkshopSettings
from widgets.kit import Control, Notice, Paragraphs, Question, RangeField, SelectField, badge_of, stack
from widgets.kit.writing import Writing
from widgets.support.paths import path_names
from widgets.support.roster import Record, Roster
from widgets.support.state import PlanState
from widgets.texts import texts

t = texts("support")
AVAILABLE = ("salles", "animation", "interpretes")
MOST_CHILDREN = 60


class Gathering:
    """Every setting of the workshops: `rosters` by name, then the rules of a group (`group`)."""

    def __init__(self, state: PlanState) -> None:
        self.state = state
        self._writing = Writing()
        self.rosters = {
            "creneaux": Roster("creneau", _slot_fields(), _new_slot, fewest=1),
            "salles": self._there("salle", places=_places()),
            "animation": self._there("animation", langues=_spoken()),
            "interpretes": self._there("interprete", langues=_spoken()),
            "themes": Roster("theme", _theme_fields(), _new_theme),
        }
        self.size = RangeField(label=t("group-size"), min=2, max=60, unit=t("persons-unit"))
        self.size.badge = badge_of(rule("accompagnement/taille_groupe", state.today))
        self.persons = RangeField(label=t("group-persons"), min=1, max=4, unit=t("persons-unit"))
        self.persons.badge = badge_of(rule("accompagnement/personnes_par_famille", state.today))
        self.least = RangeField(label=t("group-least"), help=t("group-least-help"), min=1, max=20)
        first = [{"value": _key(order), "label": t(f"first-{_key(order)}")} for order in ORDERS]
        self.first = Question(label=t("group-first"), kind="radio", options=first)
        self.excludes = Paragraphs()
        self.fault = Notice(kind="erreur")
        self.group = stack([self.size, self.persons, self.least, self.first, self.excludes])
        self.show()
        for roster in self.rosters.values():
            roster.on_change(self._changed)
        for part in (self.size, self.persons, self.least, self.first):
            part.observe(self._changed, "value")
        state.observe(lambda _change: self.show(), "workshops")

    def _there(self, kind: str, **own: Control) -> Roster:
        """Return the list of those who are there on some slots: on all of them when added."""
        usual: Record = {"places": 12, "langues": ["francais"]}
        own_values = {name: usual[name] for name in own}

        def new() -> Record:
            slots = [slot["id"] for slot in self.rosters["creneaux"].records]
            return {"libelle": t(f"{kind}-new"), **own_values, "creneaux": slots}

        return Roster(kind, {"libelle": _name(), **own, "creneaux": _present()}, new)

    def show(self) -> None:
        """Set every part from the state."""
        if self._writing:
            return
        with self._writing:
            settings = self.state.workshops
            self._offer_slots([(slot.id, slot.libelle) for slot in settings.creneaux])
            shown = settings.model_dump()
            for name, roster in self.rosters.items():
                roster.show([_shown(name, record, settings) for record in shown[name]])
            self.size.value = settings.group_size(self.state.today)
            self.persons.value = settings.persons(self.state.today)
            self.least.value = settings.groupe_minimum
            self.first.value = _key(settings.ordre)
            self._tell_whom()

    def _offer_slots(self, slots: list[tuple[str, str]]) -> None:
        options = [{"value": name, "label": label.strip() or name} for name, label in slots]
        for name in AVAILABLE:
            field = self.rosters[name].fields["creneaux"]
            assert isinstance(field, Question)
            if field.options != options:
                field.options = options

    def _changed(self, _change: object = None) -> None:
        if self._writing:
            return
        slots = self.rosters["creneaux"].records
        unread = slots and _unread_date(self.rosters["creneaux"])
        written = self._written()
        try:
            settings = WorkshopSettings(**written)
        except ValidationError as error:
            # What was refused stays on screen with its reason; the plan keeps the last settings that hold together.
            self.fault.title, self.fault.text = t("fault-title"), faults_in_french(error, written)[0]
            return
        self.fault.title = t("fault-title") if unread else ""
        self.fault.text = t("date-unreadable") if unread else ""
        with self._writing:
            for name in AVAILABLE:
                roster = self.rosters[name]
                self._offer_slots([(slot["id"], str(slot["libelle"])) for slot in slots])
                saved = {record["id"]: record for record in settings.model_dump()[name]}
                roster.show([_shown(name, saved[record["id"]], settings) for record in roster.records])
            self.state.workshops = settings
        self._tell_whom()

    def _tell_whom(self) -> None:
        """Say whom the order chosen may leave out."""
        aims = aims_of(self.state.workshops.ordre)
        ordered = (
            typeset(f"{t('group-order', place=place, aim=upper_first(aim_words(aim)))} {excludes(aim)}")
            for place, aim in enumerate(aims, start=1)
        )
        self.excludes.lines = [t("group-orders"), *ordered]

    def read(self) -> WorkshopSettings:
        """Return the settings that the parts say.

        Raises:
            ValidationError: what is on screen does not hold together.
        """
        return WorkshopSettings(**self._written())

    def _written(self) -> Record:
        slots = [record["id"] for record in self.rosters["creneaux"].records]
        values: Record = {name: [_read(name, line, slots) for line in roster.records] for name, roster in self._lists()}
        care = {record["id"]: int(record["garde"]) for record in self.rosters["creneaux"].records if record["garde"]}
        usual, day = self.state.workshops, self.state.today
        size, persons = int(self.size.value), int(self.persons.value)
        return {
            "nom": usual.nom,
            # Left to its rule as long as nobody has moved it.
            "places": usual.places if size == usual.group_size(day) else size,
            "personnes_par_famille": usual.personnes_par_famille if persons == usual.persons(day) else persons,
            "groupe_minimum": int(self.least.value),
            "ordre": next((order for order in ORDERS if _key(order) == self.first.value), usual.ordre),
            "garde": care,
            **values,
        }

    def _lists(self) -> Iterator[tuple[str, Roster]]:
        yield from self.rosters.items()

    def summary(self, name: str) -> str:
        """Return how many there are of one list, in short."""
        return t(f"summary-{name}", count=len(getattr(self.state.workshops, name)))


def _key(order: tuple[Choice, ...]) -> str:
    """Return an order as its option is named."""
    return "-".join(order) or "tirage"


def _shown(name: str, record: Record, settings: WorkshopSettings) -> Record:
    """Return a record as the controls show it: every slot ticked for who is always there, a date as one types it."""
    if name == "creneaux":
        return {**record, "date": numeric_date(record["date"]), "garde": settings.garde.get(record["id"], 0)}
    if name == "themes":
        return {**record, "pour": list(record["pour"])}
    every = [slot.id for slot in settings.creneaux]
    shown = {**record, "creneaux": every if record["creneaux"] is None else list(record["creneaux"])}
    return {**shown, "langues": list(record["langues"])} if "langues" in record else shown


def _read(name: str, record: Record, slots: list[str]) -> Record:
    """Return a record as the settings hold it."""
    if name == "creneaux":
        values = {key: value for key, value in record.items() if key != "garde"}
        return {**values, "date": read_date(str(record["date"]))}
    if name == "themes":
        return record
    there = [slot for slot in slots if slot in record["creneaux"]]
    return {**record, "creneaux": None if there == slots else there, **_whole(record)}


def _whole(record: Record) -> Record:
    return {"places": int(record["places"])} if "places" in record else {}


def _unread_date(roster: Roster) -> bool:
    field, unread = roster.fields["date"], False
    for record in roster.records:
        wrong = bool(str(record["date"]).strip()) and read_date(str(record["date"])) is None
        unread = unread or wrong
        if record["id"] == roster.choice.value:
            field.error = t("date-unreadable") if wrong else ""
    return unread


def _name() -> Control:
    return Question(label=t("name"), help=t("name-help"), kind="short_text")


def _places() -> Control:
    return RangeField(label=t("places"), help=t("places-help"), min=1, max=60, unit=t("persons-unit"))


def _present() -> Control:
    return Question(label=t("present"), kind="checkbox", options=[])


def _spoken() -> Control:
    options = [{"value": name, "label": language_words(name)} for name in LANGUAGES]
    return Question(label=t("spoken"), kind="checkbox", options=options)


def _slot_fields() -> dict[str, Control]:
    moments = [{"value": moment, "label": moment_words(moment)} for moment in MOMENTS]
    return {
        "libelle": Question(label=t("slot-name"), help=t("slot-name-help"), kind="short_text"),
        "moment": SelectField(label=t("slot-moment"), help=t("slot-moment-help"), options=moments),
        "date": Question(label=t("slot-date"), help=t("date-help"), kind="short_text"),
        "garde": RangeField(label=t("slot-care"), help=t("slot-care-help"), max=MOST_CHILDREN, unit=t("children-unit")),
    }


def _theme_fields() -> dict[str, Control]:
    paths = [{"value": path, "label": name} for path, name in path_names().items()]
    skills = [{"value": skill, "label": t(f"skill-{skill}".replace("_", "-"))} for skill in get_args(Skill)]
    return {
        "libelle": Question(label=t("theme-name"), kind="short_text"),
        "parcours": SelectField(label=t("theme-path"), help=t("theme-path-help"), options=paths),
        "pour": Question(label=t("theme-for"), kind="checkbox", options=skills),
    }


def _new_slot() -> Record:
    return {"libelle": t("creneau-new"), "moment": "soir", "date": "", "garde": 0}


def _new_theme() -> Record:
    return {"libelle": t("theme-new"), "parcours": next(iter(path_names())), "pour": list(get_args(Skill))}


__all__ = ["Gathering"]
