"""Les mots de la messagerie : motifs, canaux, publics, rythmes, et comment ils se disent en français."""

from typing import Literal

from liaison.school.vocabulary import DAYS as DAYS
from liaison.school.vocabulary import DIGITAL as DIGITAL
from liaison.school.vocabulary import Channel as Channel
from liaison.school.vocabulary import Day as Day

MOST_WEEKS = 52  # d'une simulation

Purpose = Literal[
    "absence",
    "retard",
    "devoirs",
    "notes",
    "bulletin",
    "mot",
    "sanction",
    "reunion",
    "sortie",
    "circulaire",
    "cantine",
    "bourse",
    "fiche_renseignements",
    "orientation",
    "urgence",
    "question_parent",
]
Audience = Literal["responsables", "eleves", "personnels"]
Rhythm = Literal["immediat", "quotidien", "hebdomadaire", "jamais"]
Recipients = Literal["tous", "un"]
HeldBy = Literal["suspended", "quiet"]

PURPOSES: dict[Purpose, str] = {
    "absence": "Absence d'un élève",
    "retard": "Retard",
    "devoirs": "Devoirs et cahier de textes",
    "notes": "Notes et évaluations",
    "bulletin": "Bulletin, livret scolaire unique (LSU)",
    "mot": "Mot individuel",
    "sanction": "Punition ou sanction",
    "reunion": "Réunion, rendez-vous",
    "sortie": "Sortie, autorisation à donner",
    "circulaire": "Information générale",
    "cantine": "Cantine",
    "bourse": "Bourse",
    "fiche_renseignements": "Fiche de renseignements",
    "orientation": "Orientation",
    "urgence": "Urgence",
    "question_parent": "Question d'un parent",
}
CHANNELS: dict[Channel, str] = {
    "ent": "Messagerie de l'ENT",
    "vie_scolaire": "Logiciel de vie scolaire",
    "sms": "SMS",
    "telephone": "Téléphone",
    "carnet": "Carnet de liaison papier",
    "affichage": "Affichage",
    "courriel": "Courriel",
    "visio": "Visioconférence",
}
# An SMS needs a number, neither account nor internet: as a call, it reaches who has no ENT.
NEEDS_INTERNET: frozenset[Channel] = frozenset(DIGITAL) - {"sms"}
AUDIENCES: dict[Audience, str] = {
    "responsables": "Responsables légaux",
    "eleves": "Élèves",
    "personnels": "Personnels",
}
# Two settings, two effects: nothing appears (nor rings) until the end; or all appears, and nothing rings.
HELD_HOURS: dict[HeldBy, str] = {"suspended": "Publication suspendue", "quiet": "Heures calmes"}
RHYTHMS: dict[Rhythm, str] = {
    "immediat": "Tout de suite",
    "quotidien": "Une fois par jour",
    "hebdomadaire": "Une fois par semaine",
    "jamais": "Jamais : à consulter",
}
RECIPIENTS: dict[Recipients, str] = {
    "tous": "Tous les responsables légaux",
    "un": "Un seul responsable légal",
}


def addressee(purpose: Purpose) -> Audience:
    """Return whose hours and bells a purpose meets: a parent's question goes to the staff, all the rest to families."""
    return "personnels" if purpose == "question_parent" else "responsables"


def chooses_recipients(purpose: Purpose) -> bool:
    """Whether a policy says which responsables get a purpose: their own question goes to one teacher of the class."""
    return addressee(purpose) == "responsables"


TO_A_TEACHER = "Un enseignant de la classe"


def recipients_words(purpose: Purpose, recipients: Recipients) -> str:
    """Return to whom a purpose goes: the setting is about responsables, and a question is theirs to ask."""
    return RECIPIENTS[recipients] if chooses_recipients(purpose) else TO_A_TEACHER


# From the most to the least at ease: a family is described by its responsable who is most at ease.
PROFILE_LABELS = {
    "a_l_aise": "À l'aise, avec un ordinateur",
    "smartphone_seul": "Un smartphone, pas d'ordinateur",
    "travail_nuit": "Travaille la nuit",
    "peu_a_l_aise": "Peu à l'aise avec le numérique",
    "lit_mal_francais": "Lit mal le français",
    "compte_non_active": "Compte ENT non activé",
    "sans_equipement": "Sans équipement ni connexion",
}
PROFILES = tuple(PROFILE_LABELS)
