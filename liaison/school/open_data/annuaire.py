"""Partir d'un établissement réel : ses agrégats lus dans les données ouvertes, sa population inventée."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Literal

from liaison.base.faults import why
from liaison.base.sentences import french_beside
from liaison.base.tables import plain
from liaison.base.typography import typeset
from liaison.rules import rule
from liaison.school.fictitious.aggregates import LEVELS, Aggregates
from liaison.school.fictitious.chance import apportion
from liaison.school.fictitious.generator import generate
from liaison.school.fictitious.population import PriorityEducation, load_population
from liaison.school.open_data.open_tables import OpenDataError, OpenTable, number, read_open_table
from liaison.school.open_data.uai import UaiError, check_uai, near_codes
from liaison.school.tables import School
from liaison.school.vocabulary import SchoolKind, Zone

phrase = french_beside(__file__)

RENTREE: dt.date = Aggregates.model_fields["opened_on"].default

# Codes of the national nomenclature of natures, then words found in their labels, most telling first.
_KIND_OF_CODE: dict[str, SchoolKind] = {
    "101": "ecole", "151": "ecole", "340": "college", "300": "lgt", "301": "lgt", "302": "lgt", "306": "lgt",
    "320": "lp", "334": "lp", "335": "lgt",
}  # fmt: skip
_KIND_OF_WORDS: tuple[tuple[str, SchoolKind], ...] = (
    ("lycee_professionnel", "lp"),
    ("section_d_enseignement_professionnel", "lp"),
    ("lycee", "lgt"),
    ("section_enseigt_general", "lgt"),
    ("college", "college"),
    ("maternelle", "ecole"),
    ("ecole_elementaire", "ecole"),
    ("ecole_primaire", "ecole"),
    ("ecole_de_niveau_elementaire", "ecole"),
)
_POLYVALENT_CODE, _POLYVALENT_WORDS = "306", ("lycee_polyvalent", "lpo")
_FICTITIOUS = " (population fictive)"


@dataclass(frozen=True)
class OpenDataReading:
    """What the open data say of one school: its aggregates, its official name, and what had to be supposed.

    `zone_supposed`: its académie has a calendar of its own, and the zone is the one that was asked for.
    """

    uai: str
    official_name: str
    aggregates: Aggregates
    notes: tuple[str, ...]
    zone_supposed: bool = False


def school_from_open_data(
    annuaire: Path,
    ips: Path | None,
    effectifs: Path | None,
    uai: str,
    seed: int = 1,
    zone: Zone | None = None,
) -> School:
    """Return a school that has the size and social profile of a real one, and a wholly invented population.

    Args, errors: as in `read_open_data`.
    """
    reading = read_open_data(annuaire, ips, effectifs, uai, zone)
    school = generate(reading.aggregates, seed)
    return replace(school, origin=phrase("apres-donnees-ouvertes", origin=school.origin, uai=reading.uai))


def read_open_data(
    annuaire: Path, ips: Path | None, effectifs: Path | None, uai: str, zone: Zone | None = None
) -> OpenDataReading:
    """Return what the official files say of one school, and in French what had to be supposed.

    Args:
        annuaire: the annuaire de l'éducation (or the adresses et géolocalisation file), as published.
        ips: the IPS file of écoles, collèges or lycées; without it the IPS is a hypothesis.
        effectifs: a file of effectifs (écoles, collèges, lycées or second degré).
        uai: the school's code.
        zone: holidays zone, for académies outside zones A, B and C; the others keep theirs.

    Raises:
        UaiError: the code has a wrong control letter.
        OpenDataError: unreadable file, unknown code, establishment that is not a school, unknown number of pupils,
            académie outside the three zones and no `zone`.
    """
    directory = _table(annuaire)
    try:
        code = check_uai(uai)
    except UaiError as error:
        raise UaiError(f"{error}{_neighbours(directory, uai.strip().upper())}") from None
    entry = _entry(directory, code)
    social = _table(ips).latest(code) if ips else {}
    counts = _table(effectifs).latest(code) if effectifs else {}
    notes: list[str] = []
    kind = _kind(entry, social, notes)
    priority = _priority(entry, counts)
    pupils, by_level, classes = _pupils(entry, counts, social, kind, notes)
    holidays, zone_supposed = _zone(entry, zone, notes)
    name = entry.get("name", code)
    aggregates = Aggregates.parse(
        {
            "name": name[: 200 - len(_FICTITIOUS)] + _FICTITIOUS,
            "kind": kind,
            "zone": holidays,
            "pupils": pupils,
            "classes": classes,
            "pupils_by_level": by_level,
            "ips": _ips(social, kind, ips is not None, notes),
            "priority_education": priority,
        },
        phrase("donnees-ouvertes", code=code),
    )
    return OpenDataReading(code, name, aggregates, tuple(typeset(note) for note in notes), zone_supposed)


def establishments(
    annuaire: Path, academy: str | None = None, kinds: tuple[SchoolKind, ...] = ("college", "lgt", "lp")
) -> dict[str, str]:
    """Return the establishments of these kinds in an academy (all without one): name by code, sorted by code.

    One that a file calls a collège or a lycée and that cannot be read further is among them: reading it says why.

    Raises:
        OpenDataError: unreadable file, or an academy that is not in it, with those that are.
    """
    directory = _table(annuaire)
    names: dict[str, str] = {}
    academies: dict[str, str] = {}
    for code, rows in directory.rows.items():
        entry = _main_site(rows)
        named = entry.get("academy", "")
        academies.setdefault(plain(named), named)
        if (academy is None or plain(named) == plain(academy)) and _claimed_kind(entry) in kinds:
            names[code] = entry.get("name", "")
    if academy is not None and plain(academy) not in academies:
        known = ", ".join(sorted(name for name in academies.values() if name))
        raise OpenDataError(phrase("academie-pas-academies", academy=academy, file=directory.file, known=known))
    return dict(sorted(names.items()))


def _claimed_kind(entry: dict[str, str]) -> SchoolKind | None:
    """Return the kind that a row says, None when it is neither an école, nor a collège, nor a lycée."""
    try:
        return _kind(entry, {}, [])
    except OpenDataError:
        return _kind_of_type(entry)


def _table(path: Path) -> OpenTable:
    try:
        stamp = Path(path).stat()
    except OSError as error:
        raise OpenDataError(phrase("fichier-peut-pas-etre", path=path, error=why(error))) from error
    return _cached(Path(path), stamp.st_mtime_ns, stamp.st_size)


@lru_cache(maxsize=8)
def _cached(path: Path, _mtime_ns: int, _size: int) -> OpenTable:
    # A file is read once for a whole session of « quel établissement ? », and again as soon as it changes.
    return read_open_table(path)


def _entry(directory: OpenTable, code: str) -> dict[str, str]:
    rows = directory.rows.get(code)
    if not rows:
        raise OpenDataError(
            phrase(
                "code-pas",
                code=code,
                file=directory.file,
                count=len(directory.rows),
                directory=_neighbours(directory, code),
            )
        )
    return _main_site(rows)


def _main_site(rows: list[dict[str, str]]) -> dict[str, str]:
    # A school spread over several sites has one row per site: the main one is not called « annexe ».
    return min(rows, key=lambda row: ("annexe" in plain(row.get("name", "")), "pupils" not in row))


def _neighbours(directory: OpenTable, code: str) -> str:
    near = near_codes(code, directory.rows)
    known = " ; ".join(f"{each} {directory.rows[each][0].get('name', '')}".strip() for each in near)
    return phrase("annuaire-codes-voisins", known=known) if near else ""


def _kind(entry: dict[str, str], social: dict[str, str], notes: list[str]) -> SchoolKind:
    nature = plain(entry.get("nature", ""))
    kind = _KIND_OF_CODE.get(entry.get("nature_code", ""))
    kind = kind or next((kind for words, kind in _KIND_OF_WORDS if words in nature), None)
    if kind is None and not nature:
        kind = _kind_of_type(entry)
    if kind is None:
        what = entry.get("nature") or entry.get("type") or phrase("nature-inconnue")
        raise OpenDataError(
            phrase("ni-ecole-ni-college-ni-lycee", name=entry.get("name") or phrase("cet-etablissement"), nature=what)
        )
    if entry.get("nature_code") == _POLYVALENT_CODE or any(word in nature for word in _POLYVALENT_WORDS):
        general, vocational = number(social.get("pupils_general")), number(social.get("pupils_vocational"))
        kind = "lp" if (vocational or 0) > (general or 0) else "lgt"
        track = "professionnelle" if kind == "lp" else phrase("generale-technologique")
        notes.append(phrase("lycee-polyvalent-tous-eleves", track=track))
    return kind


def _kind_of_type(entry: dict[str, str]) -> SchoolKind | None:
    """Return the kind when the file has no nature: from the type, and for a lycée from its voies."""
    kind = plain(entry.get("type", ""))
    if kind == "lycee":
        only_vocational = entry.get("vocational") == "1" and "1" not in (
            entry.get("general"),
            entry.get("technological"),
        )
        return "lp" if only_vocational else "lgt"
    kinds: dict[str, SchoolKind] = {"ecole": "ecole", "college": "college"}
    return kinds.get(kind)


def _priority(entry: dict[str, str], counts: dict[str, str]) -> PriorityEducation:
    priority = entry.get("priority", "").upper().replace(" ", "")
    if priority == "REP+" or counts.get("rep_plus") == "1":
        return "REP+"
    return "REP" if priority == "REP" or counts.get("rep") == "1" else "non"


def _zone(entry: dict[str, str], wanted: Zone | None, notes: list[str]) -> tuple[Zone, bool]:
    """Return the holidays zone, and whether it is supposed: the one asked for where the académie has none of the three.

    Corse and outre-mer have a calendar of their own, which the suite does not know.
    """
    zones: dict[Zone, list[str]] = rule("population/zones_academies", RENTREE).value
    academy = entry.get("academy", "")
    for zone, academies in zones.items():
        if plain(academy) in [plain(each) for each in academies]:
            if wanted not in (None, zone):
                notes.append(phrase("academie-zone-zone-demandee", zone=zone, asked=wanted))
            return zone, False
    if wanted is None:
        named = phrase("academie", name=academy) if academy else phrase("academie-pas-dite")
        raise OpenDataError(phrase("pas-zones-b-ajouter", named=named))
    notes.append(phrase("academie-pas-zone-b", asked=wanted))
    return wanted, True


def _ips(social: dict[str, str], kind: SchoolKind, file_given: bool, notes: list[str]) -> float | None:
    column: Literal["ips_general", "ips_vocational"] = "ips_vocational" if kind == "lp" else "ips_general"
    value = number(social.get(column)) if kind in ("lgt", "lp") else None
    value = number(social.get("ips")) if value is None else value
    if value is None:
        unknown = phrase("pas-publie-fichier-donne") if file_given else phrase("pas-donne")
        notes.append(phrase("ips-suppose-apres-education", unknown=unknown))
    return value


def _pupils(
    entry: dict[str, str], counts: dict[str, str], social: dict[str, str], kind: SchoolKind, notes: list[str]
) -> tuple[int, dict[str, int], int | None]:
    """Return pupils, pupils by level and classes (None if unknown), from the best source there is."""
    sources = ((phrase("fichier-effectifs"), counts), ("l'annuaire", entry), (phrase("fichier-ips"), social))
    for source, row in sources:
        total = int(number(row.get("pupils")) or 0)
        if total > 0:
            year = f" ({row['year']})" if "year" in row else ""
            in_directory = int(number(entry.get("pupils")) or 0)
            other = phrase("annuaire-dit", said=in_directory) if in_directory and in_directory != total else ""
            notes.append(phrase("eleves-apres", total=total, source=source, year=year, other=other))
            by_level = _by_level(total, counts, entry, kind)
            classes = min(int(number(counts.get("classes")) or 0), total)
            return total, by_level, classes or None
    raise OpenDataError(phrase("nombre-eleves-aucun-fichiers", value=entry.get("name", entry["uai"])))


def _by_level(total: int, counts: dict[str, str], entry: dict[str, str], kind: SchoolKind) -> dict[str, int]:
    """Return pupils by level: published ones where they exist (pupils of ULIS join their level), else by rule."""
    usual = load_population(RENTREE).levels[kind]
    weights = {level: usual.get(level, 0.0) for level in LEVELS[kind]}
    published = {level: number(counts.get(f"level {level}")) or 0.0 for level in weights}
    nursery = number(counts.get("pre_elementary")) or 0.0
    if kind == "ecole" and (nursery or any(published.values())):
        ages = {level: weights[level] for level in ("PS", "MS", "GS")}
        published |= {level: nursery * weight / sum(ages.values()) for level, weight in ages.items()}
    elif kind == "ecole":
        hidden: tuple[str, ...] = ("CP", "CE1", "CE2", "CM1", "CM2") if _only(entry, "nursery") else ()
        hidden = ("PS", "MS", "GS") if _only(entry, "elementary") else hidden
        weights = {level: 0.0 if level in hidden else weight for level, weight in weights.items()}
    shares = published if any(published.values()) else weights
    return dict(zip(shares, apportion(total, list(shares.values())), strict=True))


def _only(entry: dict[str, str], part: Literal["nursery", "elementary"]) -> bool:
    other = "elementary" if part == "nursery" else "nursery"
    if part in entry or other in entry:
        return entry.get(part) == "1" and entry.get(other) != "1"
    word = "maternelle" if part == "nursery" else "elementaire"
    name = plain(entry.get("name", ""))
    return word in name and "primaire" not in name
