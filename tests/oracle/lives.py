"""Le cours des choses dans l'oracle : chaque message, chaque sonnerie, chaque visite est un processus SimPy."""

from __future__ import annotations

import math
from collections.abc import Generator
from dataclasses import dataclass
from functools import cache
from typing import Any

import simpy
from narrowing import present

from liaison.messaging.policy.policy import HeldHours, Policy
from liaison.messaging.traffic.hypotheses import SimulationHypotheses
from liaison.messaging.vocabulary import HELD_HOURS, HeldBy
from liaison.school.vocabulary import DAYS, SchoolKind
from oracle.paris import Paris, bounds, inside, of_day
from oracle.people import Person
from oracle.writing import Line

PORTALS = ("ent", "vie_scolaire", "visio")
DIGITAL = (*PORTALS, "sms", "courriel")
Life = Generator[simpy.Event, object, None]


@dataclass
class Delivery:
    """One line on one channel, and what becomes of it (minutes; None is never)."""

    line: Line
    channel: str
    fallback: bool
    written: int
    addressed: bool
    released: int | None = None
    notified: int | None = None
    seen: int | None = None
    reason: str = ""


def live(
    lines: list[Line],
    people: dict[str, Person],
    paris: Paris,
    policy: Policy,
    hypotheses: SimulationHypotheses,
    kind: SchoolKind,
) -> list[Delivery]:
    """Let time run, and return every delivery with its end. All the bells of a week are known before it is lived."""
    story = _Story(people, paris, policy, hypotheses, kind)
    deliveries = [delivery for line in lines for delivery in story.deliveries(line)]
    for way in (story.ring, story.read):
        story.env = simpy.Environment()
        for delivery in deliveries:
            if delivery.released is not None:
                story.env.process(way(delivery))
        story.env.run()
    for delivery in deliveries:
        delivery.reason = story.reason(delivery)
    return deliveries


class _Story:
    def __init__(
        self,
        people: dict[str, Person],
        paris: Paris,
        policy: Policy,
        hypotheses: SimulationHypotheses,
        kind: SchoolKind,
    ) -> None:
        self.people, self.paris, self.policy, self.hypotheses, self.kind = people, paris, policy, hypotheses, kind
        self.env: Any = simpy.Environment()  # its clock is a number of minutes, a whole one here
        self.held: dict[HeldBy, dict[str, list[bool]]] = {
            setting: {str(name): self._held(hours) for name, hours in policy.hours(setting).items()}
            for setting in HELD_HOURS
        }

    def _held(self, hours: HeldHours) -> list[bool]:
        paris = self.paris
        ranges = [[bounds(text) for text in hours.week.get(day, ())] for day in DAYS]
        # Half-hours are many: what is the same all day is worked out by day.
        whole_days = [
            (hours.school_holidays and paris.holiday[day]) or (hours.public_holidays and paris.public[day])
            for day in range(paris.days)
        ]
        of_day = [ranges[(paris.span.start.weekday() + day) % 7] for day in range(paris.days)]
        return [whole_days[day] or inside(half, of_day[day]) for day, half in paris.halves]

    # § 3 et 4

    def deliveries(self, line: Line) -> list[Delivery]:
        settings = self.policy.purposes[line.message.purpose]
        person = self.people[line.recipient]
        channels = settings.channels[:1] if person.audience == "eleves" else settings.channels
        written = self._written(line)
        deliveries = [Delivery(line, channel, False, written, self._addressed(line)) for channel in channels]
        backup = settings.fallback
        reached = any(person.can_be_reached(channel) for channel in settings.channels)
        if backup and backup not in settings.channels and person.audience == "responsables" and not reached:
            deliveries.append(Delivery(line, backup, True, written, self._addressed(line)))
        for delivery in deliveries:
            delivery.released = self._published(delivery) if delivery.addressed else None
        return deliveries

    def _addressed(self, line: Line) -> bool:
        if line.message.purpose == "question_parent" and not self._may_ask():
            return False
        return line.rank != 2 or self.policy.purposes[line.message.purpose].recipients == "tous"

    def _may_ask(self) -> bool:
        return self.policy.writing["responsables"]["enseignants"] != "non"

    def _written(self, line: Line) -> int:
        message, limit = line.message, self.policy.homework_by
        if message.purpose != "devoirs" or limit is None:
            return message.created
        return min(message.created, self.paris.minute(message.day, of_day(limit)))

    def _published(self, delivery: Delivery) -> int | None:
        ready, audience = self._ready(delivery), self.people[delivery.line.recipient].audience
        if (
            ready is None
            or delivery.channel not in DIGITAL
            or self._passes("suspended", delivery.line.message.purpose, audience)
        ):
            return ready
        return self.paris.moved(ready, self.held["suspended"][audience])

    def _passes(self, setting: HeldBy, purpose: str, audience: str) -> bool:
        return purpose == "urgence" or purpose in self.policy.hours(setting)[audience].passes  # type: ignore[index]

    @cache  # noqa: B019
    def _silent(self, purpose: str, audience: str) -> list[bool]:
        """What holds the bell back: a suspended publication, and quiet hours."""
        masks = [held[audience] for setting, held in self.held.items() if not self._passes(setting, purpose, audience)]
        return [any(mask[half] for mask in masks) for half in range(len(self.paris.halves))]

    def _ready(self, delivery: Delivery) -> int | None:
        message, marks = delivery.line.message, self.policy.marks
        if message.purpose != "notes":
            return delivery.written
        delay = marks.pupils_after_days
        if self.people[delivery.line.recipient].audience != "eleves":
            delay += marks.parents_after_pupils_days
        day = min(message.day + delay, self.paris.days - 1)
        earliest = max(delivery.written, self.paris.minute(day, 0))
        if marks.published_at is None:
            return earliest
        return self.paris.next_hour(earliest, of_day(marks.published_at))

    # § 5

    def until(self, moment: int) -> simpy.Event:
        return self.env.timeout(moment - self.env.now)

    def ring(self, delivery: Delivery) -> Life:
        """The bell of one delivery: after its digest, after the quiet hours, or never."""
        purpose, person = delivery.line.message.purpose, self.people[delivery.line.recipient]
        if delivery.channel not in DIGITAL or not person.can_be_reached(delivery.channel):
            return
        yield self.until(present(delivery.released))
        urgent = purpose == "urgence"
        if not urgent:
            rhythm = self.policy.purposes[purpose].rhythm
            leaves = self._digest(rhythm)
            if leaves is None:
                return
            yield self.until(leaves)
        opens = self.paris.moved(self.env.now, self._silent(purpose, person.audience))
        if opens is None:
            return
        yield self.until(opens)
        delivery.notified = self.env.now
        person.rings[self.paris.day(self.env.now) // 7] += 1

    def _digest(self, rhythm: str) -> int | None:
        digests, now = self.policy.digests, self.env.now
        if rhythm == "immediat":
            return now
        if rhythm == "quotidien":
            return self.paris.next_hour(now, of_day(digests.daily_at))
        if rhythm == "hebdomadaire":
            return self.paris.next_hour(now, of_day(digests.weekly_at), DAYS.index(digests.weekly_on))
        return None

    # § 6 et 7

    def read(self, delivery: Delivery) -> Life:
        """What one delivery waits for before it is seen."""
        yield self.until(present(delivery.released))
        if delivery.channel in DIGITAL:
            yield from self._on_a_screen(delivery)
        elif delivery.channel == "telephone":
            yield from self._by_phone(delivery)
        else:
            yield from self._on_paper(delivery)

    def _attention(self, person: Person, moment: int) -> float:
        fatigue = self.hypotheses.fatigue
        beyond = max(0, person.rings[self.paris.day(moment) // 7] - fatigue.seuil_par_semaine)
        return max(fatigue.plancher, 1 - fatigue.baisse * beyond)

    def _on_a_screen(self, delivery: Delivery) -> Life:
        person, reaction = self.people[delivery.line.recipient], self.hypotheses.reaction
        if not person.can_be_reached(delivery.channel):
            return
        noticed = self.env.event()
        if delivery.channel in PORTALS:
            self.env.process(self._bell(delivery, person.opens, reaction.delai_median_min["ent"], noticed))
            self.env.process(self._visit(person, noticed))
        elif delivery.channel == "sms":
            self.env.process(self._bell(delivery, reaction.ouvre_sms, reaction.delai_median_min["sms"], noticed))
        else:
            self.env.process(self._bell(delivery, person.opens_mail, reaction.delai_median_min["courriel"], noticed))
        yield noticed
        delivery.seen = self.env.now

    def _bell(self, delivery: Delivery, opens: float, median_min: float, noticed: simpy.Event) -> Life:
        if delivery.notified is None:
            return
        person, draws = self.people[delivery.line.recipient], delivery.line.draws
        yield self.until(delivery.notified)
        if draws["reacts"] >= opens * self._attention(person, self.env.now):
            return
        yield self.env.timeout(int(-math.log2(draws["delay"]) * median_min))
        awake = self.paris.moved(self.env.now, person.asleep)
        if awake is None:
            return
        yield self.until(awake)
        if not noticed.triggered:
            noticed.succeed()

    def _visit(self, person: Person, noticed: simpy.Event) -> Life:
        visit = person.next_visit(self.env.now)
        if visit is None:
            return
        yield self.until(visit)
        if not noticed.triggered:
            noticed.succeed()

    def _by_phone(self, delivery: Delivery) -> Life:
        phone, person = self.hypotheses.phone, self.people[delivery.line.recipient]
        if not person.phone:
            return
        misses = 1 - (phone.repond_travail_nuit if person.night else phone.repond)
        yield self.env.timeout(phone.delai_min)
        for number in range(1, phone.appels + 1):
            call = self.paris.moved(self.env.now, self.paris.office_closed)
            if call is None:
                return
            yield self.until(call)
            if delivery.line.draws["call"] > misses**number:
                delivery.seen = delivery.notified = self.env.now
                return
            yield self.env.timeout(self.hypotheses.moments.appels_ecart_min)

    def _on_paper(self, delivery: Delivery) -> Life:
        paper, draws = self.hypotheses.paper, delivery.line.draws
        leave = self.paris.next_leave(self.env.now)
        if leave is None:
            return
        yield self.until(leave)
        pupil = self.people[delivery.line.recipient].audience == "eleves"
        if delivery.channel == "affichage":
            if pupil or draws["paper"] < paper.affiche_vue[self.kind]:
                delivery.seen = self.env.now
            return
        if not pupil:
            if self._lost(delivery) or draws["home"] >= delivery.line.residence:
                return
            read = self.hypotheses.moments.papier
            yield self.env.timeout(read.des_min + int((read.avant_min - read.des_min) * draws["evening"]))
            if draws["call"] >= paper.lu_le_soir_meme[self.kind]:
                yield self.env.timeout(24 * 60)
        delivery.seen = self.env.now

    def _lost(self, delivery: Delivery) -> bool:
        return delivery.line.draws["paper"] < self.hypotheses.paper.perdu[self.kind]

    # § 8

    def _understood(self, delivery: Delivery) -> bool:
        language = self.people[delivery.line.recipient].language
        if language == "fr" or (language is not None and language in self.policy.languages):
            return True
        return delivery.line.draws["understands"] < self.hypotheses.language.comprend

    def reason(self, delivery: Delivery) -> str:
        """Why the recipient is informed, or is not: the first reason that holds."""
        useful = delivery.line.message.useful
        if not delivery.addressed:
            asked = delivery.line.message.purpose == "question_parent"
            return "ecriture_fermee" if asked and not self._may_ask() else "non_destinataire"
        if delivery.released is None and delivery.channel in DIGITAL:
            return "retenu"
        if delivery.seen is None:
            return self._unseen(delivery)
        if delivery.seen <= useful:
            return "informe" if self._understood(delivery) else "non_compris"
        came = delivery.released if delivery.notified is None else delivery.notified
        return "retenu" if delivery.channel in DIGITAL and present(came) > useful else "vu_trop_tard"

    def _unseen(self, delivery: Delivery) -> str:
        person, channel = self.people[delivery.line.recipient], delivery.channel
        if channel in PORTALS:
            if not person.account:
                return "compte_non_active"
            if not person.equipped:
                return "sans_equipement"
            return "jamais_ouvert" if person.skilled else "ne_se_connecte_pas"
        if channel == "sms":
            return "jamais_ouvert" if person.phone else "numero_inconnu"
        if channel == "courriel":
            return "jamais_ouvert" if person.mail else "adresse_inconnue"
        if channel == "telephone":
            return "appel_sans_reponse" if person.phone else "numero_inconnu"
        if channel == "affichage":
            return "affiche_non_vue"
        adult = person.audience != "eleves"
        return "papier_perdu" if adult and self._lost(delivery) else "papier_autre_foyer"
