"""Les mots de la messagerie : motifs, canaux, publics, rythmes, et comment ils se disent en français."""

from collections.abc import Mapping
from typing import Literal, get_args

from liaison.base.labels import Labels
from liaison.base.sentences import french_beside
from liaison.school.vocabulary import DAYS as DAYS
from liaison.school.vocabulary import DIGITAL as DIGITAL
from liaison.school.vocabulary import Channel as Channel
from liaison.school.vocabulary import Day as Day

phrase = french_beside(__file__)

FEWEST_WEEKS, MOST_WEEKS = 1, 52  # of a simulation, on screen and by command
EVENING = (20, 7)  # o'clock, of one day and of the next: what rings then is counted apart

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
# By paper or by voice, for who has no channel; a notice on the wall is for everybody, the two others for one family.
Fallback = Literal["carnet", "affichage", "telephone"]
HeldBy = Literal["suspended", "quiet"]

PURPOSES: Mapping[Purpose, str] = Labels(get_args(Purpose), lambda purpose: phrase(f"motif-{purpose}"))
FALLBACKS: tuple[Fallback, ...] = get_args(Fallback)
TO_ONE_FAMILY: tuple[Fallback, ...] = ("carnet", "telephone")
CHANNELS: Mapping[Channel, str] = Labels(get_args(Channel), lambda channel: phrase(f"canal-{channel}"))
# An SMS needs a number, neither account nor internet: as a call, it reaches who has no ENT.
NEEDS_INTERNET: frozenset[Channel] = frozenset(DIGITAL) - {"sms"}
AUDIENCES: Mapping[Audience, str] = Labels(get_args(Audience), lambda audience: phrase(f"public-{audience}"))
# Two settings, two effects: nothing appears (nor rings) until the end; or all appears, and nothing rings.
HELD_HOURS: Mapping[HeldBy, str] = Labels(get_args(HeldBy), lambda setting: phrase(f"heures-{setting}"))
RHYTHMS: Mapping[Rhythm, str] = Labels(get_args(Rhythm), lambda rhythm: phrase(f"rythme-{rhythm}"))
RECIPIENTS: Mapping[Recipients, str] = Labels(
    get_args(Recipients), lambda recipients: phrase(f"destinataires-{recipients}")
)


def addressee(purpose: Purpose) -> Audience:
    """Return whose hours and bells a purpose meets: a parent's question goes to the staff, all the rest to families."""
    return "personnels" if purpose == "question_parent" else "responsables"


def chooses_recipients(purpose: Purpose) -> bool:
    """Whether a policy says which responsables get a purpose: their own question goes to one teacher of the class."""
    return addressee(purpose) == "responsables"


def recipients_words(purpose: Purpose, recipients: Recipients) -> str:
    """Return to whom a purpose goes: the setting is about responsables, and a question is theirs to ask."""
    return RECIPIENTS[recipients] if chooses_recipients(purpose) else phrase("a-un-enseignant")


def evening_hours() -> str:
    """Return when what rings is counted as of the evening, inside a sentence: « entre 20 h et 7 h »."""
    start, end = EVENING
    return phrase("soiree", start=start, end=end)


# From the most to the least at ease: a family is described by its responsable who is most at ease.
PROFILES = (
    "a_l_aise",
    "smartphone_seul",
    "travail_nuit",
    "peu_a_l_aise",
    "lit_mal_francais",
    "compte_non_active",
    "sans_equipement",
)
PROFILE_LABELS: Mapping[str, str] = Labels(PROFILES, lambda profile: phrase(f"profil-{profile}"))
