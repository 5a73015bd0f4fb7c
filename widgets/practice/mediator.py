"""Composer un parcours : choisir des missions, voir les minutes, repartir avec l'affiche, la fiche et le site."""

from __future__ import annotations

import datetime as dt

from liaison.base.archives import zip_of
from liaison.base.languages import FRENCH
from liaison.documents import Document
from liaison.practice.compiled import wording
from liaison.practice.poster import Route, advice_sheet, poster, route
from liaison.practice.scenario import practice_scenario
from liaison.practice.wording import spoken
from widgets.kit import (
    FileOut,
    Panels,
    Paragraphs,
    Question,
    ResultSentence,
    SelectField,
    document_file,
    file_named,
    files_out,
    formats_out,
    paper_out,
    say_the_last,
    stack,
)
from widgets.kit.file_out import Made
from widgets.texts import texts

t = texts("practice")
LONG_MIN = 90  # a workshop


class Mediator:
    """The screen of who prepares a workshop: `widget` for a page, `missions` and `route()` for a lesson."""

    def __init__(self) -> None:
        self.scenario = practice_scenario()
        self._sentence = wording(FRENCH)
        self.start = SelectField(label=t("practice-depart"), help=t("practice-depart-aide"), options=self._paths())
        self.choices = {service: self._choice(service) for service in self._with_missions()}
        names = [self._sentence(f"{service}-nom") for service in self.choices]
        self.panels = Panels(names, list(self.choices.values()), open_index=0)
        self.order = Question(label=t("practice-ordre"), kind="ordering", options=[])
        self.result = ResultSentence()
        self.address = Question(label=t("practice-adresse"), help=t("practice-adresse-aide"), kind="short_text")
        self.language = SelectField(label=t("practice-langue"), help=t("practice-langue-aide"), options=_languages())
        poster = formats_out(
            t("practice-emporter-affiche"), lambda ending: document_file("affiche", ending, self._poster())
        )
        others = files_out(
            lambda key: t(f"practice-emporter-{key}"),
            {"fiche": lambda: document_file("fiche_accompagnement", "pdf", self._sheet()), "site": _site},
        )
        self.buttons: dict[str, FileOut] = {**poster, **others}
        say_the_last([*self.buttons.values()])
        self.start.observe(self._take_path, "value")
        for choice in self.choices.values():
            choice.observe(self._count, "value")
        self._count()
        self.widget = stack(
            [
                *(self.start, self.panels, self.result, self.order, self.address, self.language),
                Paragraphs(lines=[t("practice-emporter")]),
                *(paper_out(poster.values()), *others.values()),
            ]
        )

    @property
    def missions(self) -> tuple[str, ...]:
        """The chosen missions, in the order chosen."""
        return tuple(self.order.value)

    @property
    def minutes(self) -> int:
        """How long they take together."""
        return sum(self.scenario.missions[name][1].minutes for name in self.missions)

    def choose(self, *missions: str) -> None:
        """Choose these missions and no other, in this order."""
        for choice in self.choices.values():
            own = {option["value"] for option in choice.options}
            choice.value = [name for name in missions if name in own]
        self.order.value = list(dict.fromkeys(missions))

    def route(self) -> Route:
        """Return what the poster stands for; a ready-made path is named by its own short name.

        Raises:
            PosterError: no mission is chosen.
            AddressError: the address is none.
        """
        code = self.language.value or None
        same = [path.id for path in self.scenario.paths if path.missions == self.missions]
        if same:
            return route(self.address.value, path=same[0], code=code, scenario=self.scenario)
        return route(self.address.value, self.missions, code=code, scenario=self.scenario)

    def _paths(self) -> list[dict[str, str]]:
        return [{"value": path.id, "label": self._sentence(f"parcours-{path.id}")} for path in self.scenario.paths]

    def _with_missions(self) -> list[str]:
        return [service.service for service in self.scenario.services if service.missions]

    def _choice(self, service: str) -> Question:
        options = [
            {"value": name, "label": self._labelled(name)}
            for name, (owner, _) in self.scenario.missions.items()
            if owner.service == service
        ]
        label = t("practice-missions-de", service=self._sentence(f"{service}-nom"))
        return Question(label=label, kind="checkbox", options=options)

    def _labelled(self, name: str) -> str:
        mission = self.scenario.missions[name][1]
        sentence = self._sentence(f"mission-{name}").rstrip(".")
        return t("practice-mission", mission=sentence, minutes=mission.minutes, level=mission.level)

    def _take_path(self, _change: object) -> None:
        path = next((path for path in self.scenario.paths if path.id == self.start.value), None)
        if path is not None:
            self.choose(*path.missions)

    def _count(self, _change: object = None) -> None:
        """Say how many missions and minutes there are; what is newly ticked comes last."""
        ticked = [name for choice in self.choices.values() for name in choice.value]
        ordered = [name for name in self.order.value if name in ticked]
        chosen = ordered + [name for name in ticked if name not in ordered]
        self.order.options = [{"value": name, "label": self._labelled(name)} for name in chosen]
        self.order.value = chosen
        self.panels.summaries = [t("practice-compte", count=len(choice.value)) for choice in self.choices.values()]
        self.result.tone = "neutre" if not chosen else "alerte" if self.minutes > LONG_MIN else "bon"
        self.result.text = t("practice-total", count=len(chosen), minutes=self.minutes)
        self.result.detail = t("practice-total-long", limit=LONG_MIN) if self.minutes > LONG_MIN else ""

    def _poster(self) -> Document:
        return poster(self.route(), self.scenario)

    def _sheet(self) -> Document:
        return advice_sheet(self.missions, self.scenario)


def _site() -> Made:
    from widgets.practice.site import site_files

    files = {f"site_pratique/{name}": text.encode() for name, text in site_files().items()}
    # Of today: a browser keeps for years, unasked, a page that is forty years old.
    return file_named("site_pratique.zip", zip_of(files, dt.datetime.now().astimezone()))


def _languages() -> list[dict[str, str]]:
    return [{"value": code, "label": language.name} for code, language in spoken().items()]
