"""`liaison writes` : à qui une personne peut écrire, et pourquoi."""

from __future__ import annotations

from app.cli.output import print_json, print_table, say
from app.cli.reading import open_school
from liaison.base.sentences import french_beside
from liaison.school.who_writes.communication import Directory, load_rules

phrase = french_beside(__file__)


def run(school: str, rules: str, sender: str, groups: bool, json: bool) -> None:
    """Print everybody that `sender` can write to, and the path through the groups."""
    chosen = load_rules(rules)
    directory = Directory(open_school(school), chosen)
    people = directory.visible(sender)
    whole = directory.visible_groups(sender)
    if json:
        answer = {
            "regles": chosen.name,
            "expediteur": sender,
            "personnes": people.to_dict("records"),
            "groupes": whole.to_dict("records"),
            "liens_sans_effet": list(chosen.idle_links()),
        }
        print_json(answer)
        return
    say(
        phrase(
            "peut-ecrire",
            name=directory.name(sender),
            sender=sender,
            rules=chosen.name,
            n=len(people),
            count=len(people),
        )
    )
    rows = list(people[["id", "prenom", "nom", "profil", "reason"]].itertuples(index=False, name=None))
    if rows:
        print_table(
            [phrase(f"colonne-{column}") for column in ("identifiant", "prenom", "nom", "profil", "pourquoi")], rows
        )
    if groups and len(whole):
        lines = list(whole[["id", "label", "members", "reason"]].itertuples(index=False, name=None))
        print_table([phrase(f"colonne-{column}") for column in ("groupe", "nom", "membres", "pourquoi")], lines)
    for link in chosen.idle_links():
        say(phrase("a-savoir", link=link))
