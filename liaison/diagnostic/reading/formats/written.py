"""Les tableaux que la suite écrit, reconnus à leurs titres : aucun n'est l'export d'un formulaire.

Titles are copied here: what writes most of these files stands above the diagnosis. Tests write them and look.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from liaison.base.letters import key
from liaison.base.sentences import french_beside

phrase = french_beside(__file__)


class Written(NamedTuple):
    """One sort of table: the titles that it always has, what it is, and whether it must stay with the team."""

    titles: tuple[str, ...]
    sort: str
    of_team: bool = False

    @property
    def what(self) -> str:
        """What the table is, as a sentence names it."""
        return phrase(self.sort)


_WRITTEN = (
    Written(("rang", "code", "recoit"), "prets-d-un-plan", of_team=True),
    Written(("code", "rang_tirage", "etat", "atelier", "pourquoi"), "ateliers-d-un-plan", of_team=True),
    Written(("selon", "familles", "place", "attente", "sans_creneau"), "places-d-ateliers", of_team=True),
    Written(("version", "code", "equipement", "besoin_ordinateur"), "besoins-des-familles", of_team=True),
    Written(("fichier", "ligne", "colonne", "gravite", "raison"), "lignes-a-verifier", of_team=True),
    Written(("fichier", "ligne", "raison"), "lignes-a-corriger", of_team=True),
    Written(("date", "quoi", "detail"), "calendrier-d-un-plan"),
    Written(("poste", "quantite", "unite", "prix_unitaire", "montant"), "couts-d-un-plan"),
    Written(("groupe", "question", "partie", "valeur", "effectif"), "indicateurs-d-un-diagnostic"),
    Written(("niveau", "mode", "reponses", "familles", "taux"), "taux-de-reponse"),
    Written(("tableau", "ligne", "libelle", "mesure", "valeur"), "indicateurs-d-une-simulation"),
    Written(("chiffre", "tirages", "moyenne", "hasard_bas", "hasard_haut"), "incertitude-d-une-simulation"),
    Written(("changement", "familles_laissees"), "effet-des-reglages"),
    Written(("genre", "nom", "contact", "lieu", "horaires"), "liste-des-partenaires"),
    Written(("code", "nom", "nom_de_famille", "courriel"), "participants-d-une-seance", of_team=True),
    Written(("recue_le", "code", "module", "fichier", "etat"), "remises-d-une-seance", of_team=True),
    Written(("id", "niveau", "libelle"), "classes-d-un-etablissement"),
    Written(("id", "profil", "nom", "prenom"), "personnes-d-un-etablissement", of_team=True),
    Written(("personne", "groupe", "fonction"), "groupes-d-un-etablissement"),
    Written(("eleve", "responsable", "lien", "rang"), "liens-d-un-etablissement", of_team=True),
)


def written_by_the_suite(titles: Collection[str]) -> Written | None:
    """Return which table of the suite has these titles; None when it is none of them."""
    known = {key(title) for title in titles}
    return next((each for each in _WRITTEN if known.issuperset(map(key, each.titles))), None)


__all__ = ["Written", "written_by_the_suite"]
