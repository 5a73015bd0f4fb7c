"""Vérifier qu'un dossier se tient : chaque référence existe, chaque fonction va au profil, chacun a sa place."""

from __future__ import annotations

from liaison.base.numbers import number
from liaison.base.sentences import french_beside
from liaison.school.lists.cells import FUNCTIONS_OF_PROFILE
from liaison.school.lists.folder_lines import FolderLines
from liaison.school.tables import STRUCTURE

phrase = french_beside(__file__)


def check_references(classes: FolderLines, people: FolderLines, memberships: FolderLines, links: FolderLines) -> None:
    """Refuse the lines that refer to nothing, and point out the people and classes left without a place."""
    for line, row in list(classes.rows.items()):
        if row["id"] == STRUCTURE:
            classes.refuse(line, "id", phrase("nom-de-tout-l-etablissement", structure=STRUCTURE))
    profile_of = {row["id"]: row["profil"] for row in people.rows.values()}
    _set_aside_groups_of_one_class(classes, memberships)
    _check_memberships(classes, people, memberships, profile_of)
    _check_links(people, links, profile_of)
    _check_residence(people, links)
    _point_out_the_unplaced(classes, people, memberships, links)


def _unknown(identifier: str, of: FolderLines) -> str:
    """Return why an identifier is unknown: refused at a line, or nowhere."""
    if identifier in of.refused_keys:
        line = str(of.refused_keys[identifier])
        return phrase("a-une-ligne-refusee", identifier=identifier, line=line, file=of.table.file)
    return phrase("n-est-pas-dans", identifier=identifier, file=of.table.file)


def _set_aside_groups_of_one_class(classes: FolderLines, memberships: FolderLines) -> None:
    """Leave out the groups that a class is cut into (half a class, one language), whose pupils are all in that class.

    The suite writes to whole classes.
    """
    known = {row["id"] for row in classes.rows.values()} | {STRUCTURE} | classes.refused_keys.keys()
    class_of: dict[str, set[str]] = {}
    lines_of: dict[str, list[int]] = {}
    for line, row in memberships.rows.items():
        if row["groupe"] not in known:
            lines_of.setdefault(row["groupe"], []).append(line)
        elif row["fonction"] == "eleve" and row["groupe"] != STRUCTURE:
            class_of.setdefault(row["personne"], set()).add(row["groupe"])
    for group, lines in lines_of.items():
        rows = [memberships.rows[line] for line in lines]
        own = [class_of.get(row["personne"], set()) for row in rows if row["fonction"] == "eleve"]
        if own and (of_all := set.intersection(*own)):
            reason = phrase("groupe-d-une-classe", group=group, class_=min(of_all), lines=len(lines))
            memberships.warn(lines[0], "groupe", reason)
            for line in lines:
                memberships.set_aside(line)


def _check_memberships(
    classes: FolderLines, people: FolderLines, memberships: FolderLines, profile_of: dict[str, str]
) -> None:
    groups = {row["id"] for row in classes.rows.values()} | {STRUCTURE}
    for line, row in list(memberships.rows.items()):
        profile = profile_of.get(row["personne"])
        if profile is None:
            memberships.refuse(line, "personne", _unknown(row["personne"], people))
        elif row["groupe"] not in groups:
            accepted = phrase("classe-attendue", structure=STRUCTURE)
            memberships.refuse(line, "groupe", _unknown(row["groupe"], classes), accepted)
        elif row["fonction"] not in FUNCTIONS_OF_PROFILE[profile]:
            function, person = row["fonction"], row["personne"]
            reason = phrase("fonction-d-un-autre-profil", function=function, person=person, profile=profile)
            memberships.refuse(line, "fonction", reason, ", ".join(FUNCTIONS_OF_PROFILE[profile]))


def _check_links(people: FolderLines, links: FolderLines, profile_of: dict[str, str]) -> None:
    ranks: dict[tuple[str, int], int] = {}
    for line, row in list(links.rows.items()):
        for column, profile in (("eleve", "eleve"), ("responsable", "responsable")):
            actual = profile_of.get(row[column])
            if actual is None:
                links.refuse(line, column, _unknown(row[column], people))
                break
            if actual != profile:
                reason = phrase("autre-profil", person=row[column], profile=actual)
                links.refuse(line, column, reason, phrase("personne-de-profil", profile=profile))
                break
        else:
            first = ranks.setdefault((row["eleve"], row["rang"]), line)
            if first != line:
                pupil, rank = row["eleve"], str(row["rang"])
                reason = phrase("rang-deja-pris", pupil=pupil, rank=rank, first=first)
                links.refuse(line, "rang", reason)


def _check_residence(people: FolderLines, links: FolderLines) -> None:
    """Point out the pupils whose shares of time do not add up to one, over their different households."""
    home_of = {row["id"]: row["foyer"] for row in people.rows.values()}
    shares: dict[str, dict[str, float]] = {}
    last_line: dict[str, int] = {}
    for line, row in links.rows.items():
        shares.setdefault(row["eleve"], {})[home_of[row["responsable"]]] = row["part_residence"]
        last_line[row["eleve"]] = line
    for pupil, by_home in shares.items():
        total = sum(by_home.values())
        if abs(total - 1) > 0.02:
            reason = phrase("parts-de-residence", pupil=pupil, total=number(total))
            links.warn(last_line[pupil], "part_residence", reason)


def _point_out_the_unplaced(
    classes: FolderLines, people: FolderLines, memberships: FolderLines, links: FolderLines
) -> None:
    placed = {row["personne"] for row in memberships.rows.values()}
    in_class = {row["personne"] for row in memberships.rows.values() if row["groupe"] != STRUCTURE}
    pupils = {row["eleve"] for row in links.rows.values()}
    responsables = {row["responsable"] for row in links.rows.values()}
    for line, row in people.rows.items():
        identifier, profile = row["id"], row["profil"]
        if profile == "eleve" and identifier not in in_class:
            people.warn(line, "id", phrase("eleve-sans-classe", pupil=identifier))
        elif profile == "eleve" and identifier not in pupils:
            people.warn(line, "id", phrase("eleve-sans-responsable", pupil=identifier))
        elif profile == "responsable" and identifier not in responsables:
            people.warn(line, "id", phrase("responsable-sans-eleve", person=identifier))
        elif profile != "invite" and identifier not in placed:
            people.warn(line, "id", phrase("sans-groupe", person=identifier))
    with_pupils = {row["groupe"] for row in memberships.rows.values() if row["fonction"] == "eleve"}
    for line, row in classes.rows.items():
        if row["id"] not in with_pupils:
            classes.warn(line, "id", phrase("classe-sans-eleve", class_=row["id"]))
