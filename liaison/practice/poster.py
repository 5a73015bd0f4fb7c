"""L'affiche d'un parcours, avec son code à photographier, et la fiche de la personne qui accompagne."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from liaison.base.addresses import longest_address, qr_code, site_address
from liaison.base.faults import FrenchError
from liaison.base.languages import EVERY, FRENCH, Language, languages
from liaison.base.sentences import french_beside
from liaison.documents import (
    Block,
    Callout,
    Document,
    Drawing,
    Picture,
    Table,
    Text,
    bold,
    bullets,
    heading,
    link,
    paragraph,
    steps,
    to_docx,
    to_html,
    to_pdf,
    write_files,
)
from liaison.documents.pictograms import pictograms
from liaison.documents.typography import french_document
from liaison.practice.compiled import wording
from liaison.practice.model import Mission, TextRef
from liaison.practice.scenario import MissionPath, Scenario, practice_scenario
from liaison.practice.wording import spoken

phrase = french_beside(__file__)

STEM = "affiche"


class PosterError(FrenchError):
    """A poster that cannot be made: an unknown mission, path or language, an address too long for its code."""


@dataclass(frozen=True)
class Route:
    """Missions in an order, and where the practice page is put: what a poster and its code stand for.

    `path` is the id of a ready-made path, "" for missions that somebody composed. `code` is the language of the
    poster, or EVERY for all of them at once; without it the poster is in French. Its code then leads to the choice.
    """

    missions: tuple[str, ...]
    base: str
    path: str = ""
    code: str | None = None

    @property
    def address(self) -> str:
        """What the code holds: the page of the language, or the choice of the language, and the missions."""
        wanted = f"parcours={self.path}" if self.path else f"missions={','.join(self.missions)}"
        page = "index" if self.code in (None, EVERY) else self.code
        return f"{self.base}{page}.html#{wanted}"

    @property
    def code_width_cm(self) -> float:
        """How wide the code is printed: every language on one page leaves it less room."""
        return 7.5 if self.code == EVERY else 8


def route(
    base: str, missions: Sequence[str] = (), path: str = "", code: str | None = None, scenario: Scenario | None = None
) -> Route:
    """Return a verified route: `missions`, or those of a ready-made `path`, at the address `base` of the site.

    Raises:
        PosterError: neither or both are given, an unknown name.
        AddressError: the address is none.
    """
    scenario = scenario or practice_scenario()
    if bool(missions) == bool(path):
        raise PosterError(phrase("missions-ou-parcours"))
    if path:
        missions = _path(path, scenario).missions
    for name in missions:
        if name not in scenario.missions:
            raise PosterError(phrase("mission-inconnue", name=name, known=", ".join(scenario.missions)))
    if code not in (None, EVERY, *spoken()):
        raise PosterError(phrase("langue-inconnue", code=code, known=", ".join(spoken())))
    chosen = Route(tuple(dict.fromkeys(missions)), site_address(base), path, code)
    most = longest_address(chosen.code_width_cm)
    if len(chosen.address) > most:
        shortest = replace(chosen, missions=(min(chosen.missions, key=len),))
        fewer = not path and len(shortest.address) <= most
        raise PosterError(
            phrase("adresse-trop-longue", n=len(chosen.address), most=most, fewer="oui" if fewer else "non")
        )
    return chosen


def poster(chosen: Route, scenario: Scenario | None = None) -> Document:
    """Return the poster of a route on one page: the code, what to do with it, what will be tried, how long it takes.

    In every language at once, each says what it is and what to do with the code, or with the address below it; the
    rest is on the page that they lead to.
    """
    scenario = scenario or practice_scenario()
    several = chosen.code == EVERY
    language = languages()[FRENCH if several else chosen.code or FRENCH]
    t = wording(language.code)
    missions = [scenario.missions[name][1] for name in chosen.missions]
    alternative = t(TextRef(key="affiche-code", arguments={"adresse": chosen.address}))
    title = t(f"parcours-{chosen.path}") if chosen.path else t("affiche-titre")
    phrase = t(f"parcours-{chosen.path}.phrase") if chosen.path else t("affiche-phrase")
    address = link(chosen.address, chosen.address)
    return _in_its_language(
        Document(
            title=title,
            subtitle="" if several else phrase,
            lang=language.tag,
            footer=" · ".join(filter(None, (t("affiche-titre"), t.unreviewed()))),
            text_size_pt=11.5 if several else 13,
            blocks=(
                Picture(png=qr_code(chosen.address), alt=alternative, width_cm=chosen.code_width_cm),
                *(_every(chosen, address) if several else _alone(chosen, missions, language, address)),
            ),
        ),
        language,
    )


def _alone(chosen: Route, missions: Sequence[Mission], language: Language, address: Text) -> list[Block]:
    return [
        _doing(language, leads_to_choice=chosen.code is None),
        paragraph(wording(language.code)("affiche-adresse"), " ", address, small=True),
        *_trying(missions, language),
    ]


def _doing(language: Language, *, leads_to_choice: bool) -> Block:
    t = wording(language.code)
    drawn = {"code": "telephone", "viser": "photo", "langue": "langue", "essayer": "main"}
    to_do = [step for step in drawn if step != "langue" or leads_to_choice]
    return steps(*((_drawn(drawn[step]), t(f"affiche-etape-{step}")) for step in to_do))


def _trying(missions: Sequence[Mission], language: Language) -> list[Block]:
    t = wording(language.code)
    return [
        heading(1, t("affiche-missions")),
        bullets(*(_with_minutes(mission, language) for mission in missions)),
        paragraph(_drawn("horloge"), _duration(missions, language)),
        paragraph(_drawn("telephone"), bold(t("affiche-appareil"))),
    ]


def _every(chosen: Route, address: Text) -> list[Block]:
    blocks: list[Block] = [paragraph(address)]
    for code, language in spoken().items():
        t = wording(code)
        named = [language.name, t("affiche-titre"), *([t(f"parcours-{chosen.path}")] if chosen.path else [])]
        steps_of_it = (t(f"affiche-{name}") for name in ("etape-code", "etape-viser", "sous-le-code"))
        doing = " ".join(filter(None, (*steps_of_it, t.unreviewed())))
        blocks.append(paragraph(_drawn("photo"), bold(f"{' · '.join(named)}. "), doing, lang=language.tag))
    return blocks


def _drawn(name: str) -> Drawing:
    return Drawing(path=pictograms()[name])


def advice_sheet(missions: Sequence[str], scenario: Scenario | None = None) -> Document:
    """Return the sheet of who accompanies, in French: for each mission what to look at, and what not to do."""
    scenario = scenario or practice_scenario()
    t = wording(FRENCH)
    known = [scenario.missions[name][1] for name in missions]
    keys = [f"mission-{mission.id}" for mission in known]
    rows = [(t(key), t(f"{key}.regarder"), t(f"{key}.ne-pas-faire")) for key in keys]
    document = Document(
        title=phrase("fiche"),
        subtitle=phrase("fiche.pour-qui"),
        footer=phrase("fiche.pied"),
        text_size_pt=11,
        blocks=(
            Callout(title=phrase("regle"), parts=phrase("regle.texte")),
            bullets(
                phrase("conseil-silence"),
                phrase("conseil-essayer"),
                phrase("conseil-rien-de-vrai"),
                phrase("conseil-pas-de-note"),
            ),
            Table(
                caption=phrase("missions"),
                header=(phrase("missions.mission"), phrase("missions.regarder"), phrase("missions.ne-pas-faire")),
                rows=rows,
                widths=(1.1, 1.3, 1.3),
            ),
            paragraph(_duration(known, languages()[FRENCH]), small=True),
        ),
    )
    return french_document(document)


def write_poster(chosen: Route, folder: Path) -> list[Path]:
    """Write affiche.docx, affiche.pdf, affiche.html and fiche_accompagnement.pdf, all or none; return the paths.

    Raises:
        DocumentError: full disk, read-only folder, a character that no font can show; in French.
    """
    made = poster(chosen)
    return write_files(
        folder,
        {
            f"{STEM}.docx": to_docx(made),
            f"{STEM}.pdf": to_pdf(made),
            f"{STEM}.html": to_html(made).encode("utf-8"),
            "fiche_accompagnement.pdf": to_pdf(advice_sheet(chosen.missions)),
        },
    )


def _path(name: str, scenario: Scenario) -> MissionPath:
    known = {path.id: path for path in scenario.paths}
    if name not in known:
        raise PosterError(phrase("parcours-inconnu", name=name, known=", ".join(known)))
    return known[name]


def _with_minutes(mission: Mission, language: Language) -> str:
    t = wording(language.code)
    given = {"mission": t(f"mission-{mission.id}").rstrip("."), "minutes": mission.minutes}
    return t(TextRef(key="affiche-mission", arguments=given))


def _duration(missions: Sequence[Mission], language: Language) -> str:
    total = sum(mission.minutes for mission in missions)
    return wording(language.code)(TextRef(key="affiche-duree", arguments={"minutes": total}))


def _in_its_language(document: Document, language: Language) -> Document:
    return french_document(document) if language.tag == "fr" else document
