"""Les colonnes qui désignent une famille : on ne compte pas par elles, et leurs cellules ne se publient pas.

A table prints the values it is counted by. A name, a telephone number or a sentence that one family wrote says who she
is, however well the numbers beside it are hidden. What a column holds is told by the words of its title, by the shape
of its cells, and by how many families share a value: that is how rare names are found, which tell most. Those that a
few families share are looked for in a list of widespread ones. Each reason is given, never the cell.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from liaison.base.letters import key, normal
from liaison.base.sentences import french_beside
from liaison.base.yes_no import NO_WORDS, YES_WORDS
from liaison.personal.civility import calls_somebody
from liaison.personal.contacts import contact_in
from liaison.personal.widespread_names import is_widespread_name

phrase = french_beside(__file__)


def title_words(text: str) -> frozenset[str]:
    """Return the words of titles, as a set that a title is compared with."""
    return frozenset(text.split())


# What one title names by itself, whatever its cells.
_NAMES = title_words("nom noms prenom prenoms patronyme surname firstname lastname forename")
_NUMBERS = title_words("ine nir id identifiant identifiants matricule allocataire login pseudo iban")
_BIRTH = title_words("naissance ne nee ddn birth birthdate birthday dob")
_PLACES = title_words("latitude longitude gps geolocation geopoint")
_TITLES = (
    (_NAMES, "titre-d-un-nom"),
    (_NUMBERS, "titre-d-un-identifiant"),
    (_BIRTH, "titre-d-une-naissance"),
    (_PLACES, "titre-de-coordonnees"),
)
# « First Name » is a name, and « School name » is none.
_ENGLISH_NAME = re.compile(r"\b(?:first|last|full|given|family|middle) name\b")
_WRITTEN = title_words(
    "commentaire commentaires remarque remarques observation observations precision precisions suggestions"
)
# Of a person only with names under it: « Enfants » may be how many there are, « Famille » which sort.
_PERSONS = title_words("famille familles eleve eleves enfant enfants parent parents pere mere tuteur tutrice")
# Words beside those of a title that still names a person: « Nom et prénom de l'élève », « Responsable légal 1 : nom ».
_BESIDE = title_words(
    "de du des d l la le les et ou un une votre vos son sa famille familles eleve eleves enfant enfants parent parents "
    "responsable responsables legal legaux pere mere tuteur tutrice complet usage usuel jeune fille personne personnel "
    "numero n no date jour lieu ville pays heure postale postal electronique e libre autre autres national nationale "
    "affichage utilisateur utilisatrice student child family user name full first last of the 1 2 3 "
    "recipient location"
)
# « Par SMS », « Au CDI », « Un PC »: what is in capitals after these is no family's name; `may_name` reads it besides.
_NO_FIRST_NAME = (
    "Au|Aux|Avec|Chez|Dans|De|Des|Du|En|La|Le|Les|Ma|Mon|Non|Notre|Nous|Oui|Par|Pas|Plus|Pour|Sans|Sous|Sur|Un|Une|Vers|"
    "Via|Votre"
)
_PERSON = re.compile(
    r"(?:[A-ZÀ-Ý][A-ZÀ-Ý'’-]+(?: [A-ZÀ-Ý][A-ZÀ-Ý'’-]+)*,? [A-ZÀ-Ý][a-zà-ÿ]+(?:[- ][A-ZÀ-Ý][a-zà-ÿ]+)*)"
    rf"|(?:(?!(?:{_NO_FIRST_NAME}) )[A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)? [A-ZÀ-Ý][A-ZÀ-Ý'’-]+)"
)
_CAPITAL = re.compile(r"(?<=[a-zà-öø-ÿ0-9])(?=[A-ZÀ-ÖØ-Þ])|(?<=[A-ZÀ-ÖØ-Þ])(?=[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ])")
_ANYTHING_ELSE = re.compile(r"\bautre chose a (?:(?:nous|me) )?(?:dire|ajouter|signaler)\b")
_ASKED = re.compile(
    r"\b(?:avez|auriez|souhaitez|voulez|pouvez|desirez) vous (?:\w+ ){0,4}(?:" + "|".join(sorted(_WRITTEN)) + r")\b"
)
# Words that are written in one (« nomeleve »): shorter ones are in too many words.
_IN_ONE, _LINKS = 3, frozenset(("id", "de", "du", "et"))
_BOXES = {key(word) for word in (*YES_WORDS, *NO_WORDS)}
_SENTENCE = 5  # words
_SENTENCES = 3
_SHARED = 3  # families a value, on average: two children of one family still name it
_OF_ONE = 5  # values that one family alone gave, when they are half of all: what is told is them
_NAMED = 3  # names among the values, when they are a third of all: trades, places, flowers bear some too
_MANY = 20  # values: beyond, and under the threshold on average, hardly more than their list would be printed


def why_identifying(title: str, cells: Sequence[str], families: Sequence[int], threshold: int) -> str | None:
    """Return why a column that is to be counted by designates families, to follow its name; None when it does not.

    `cells`: its cells, one a line; `families`: how many families each line counts. What a person may know better is
    in `seems_names`.
    """
    personal = why_personal(title, cells)
    if personal:
        return personal
    held = _held(cells, families)
    shared = held.total() / len(held) if held else threshold
    if shared < threshold and 2 * sum(map(_is_a_person, held)) >= len(held):
        return phrase("noms-de-personnes")
    if shared < threshold and _names(title, _PERSONS) and 2 * sum(map(_is_a_name, held)) >= len(held):
        return phrase("titre-et-mots-rares")
    if written_freely(title, held):
        return phrase("texte-libre")
    if shared < _SHARED:
        return phrase("presque-chacune-la-sienne", values=len(held), families=held.total())
    if len(held) > _MANY and shared < threshold:
        return phrase("moins-que-le-seuil", values=len(held), shared=f"{shared:.0f}", threshold=threshold)
    of_one = sum(count == 1 for count in held.values())
    if of_one >= _OF_ONE and 2 * of_one >= len(held):
        return phrase("valeurs-d-une-seule-famille", values=len(held), unique=of_one)
    return None


def seems_names(cells: Sequence[str], families: Sequence[int], threshold: int) -> str | None:
    """Return why the values of a column seem names that a few families share; None when they do not.

    One of them at least is of fewer families than `threshold`: classes called after their teacher are counted.
    """
    held = _held(cells, families)
    names = [value for value in held if is_widespread_name(value)]
    if len(names) < _NAMED or 3 * len(names) < len(held) or min(held[name] for name in names) >= threshold:
        return None
    return phrase("noms-repandus", values=len(held), names=len(names))


def names_somebody(answers: Sequence[str]) -> str | None:
    """Return why answers, each given once here, are not to be published as they are: they name somebody."""
    if any(map(calls_somebody, answers)):
        return phrase("nomme-une-personne")
    if answers and 2 * sum(map(_is_a_person, answers)) >= len(answers):
        return phrase("noms-de-personnes")
    return None


def _held(cells: Sequence[str], families: Sequence[int]) -> Counter[str]:
    """Return how many families gave each value of a column."""
    held: Counter[str] = Counter()
    for cell, count in zip(cells, families, strict=True):
        if cell:
            held[cell] += count
    return held


def written_freely(title: str, held: Mapping[str, int]) -> bool:
    """Return whether families wrote a column themselves, by its title, or by its cells: how many families gave each."""
    words = normal(title)
    if _names(title, _WRITTEN) or _ANYTHING_ELSE.search(words):
        return True
    # « Avez-vous une remarque ? » may also be answered by a box.
    if _ASKED.search(words) and {key(cell) for cell in held} - _BOXES:
        return True
    return sum(len(cell.split()) >= _SENTENCE for cell, count in held.items() if count == 1) >= _SENTENCES


def why_personal(title: str, cells: Sequence[str]) -> str | None:
    """Return why a column is about persons one by one, by its title or one of its cells, and how many; None when it
    is not."""
    named = named_personal(title)
    if named is None and (contact := contact_in(cells)):
        what, cells_with_it = contact
        return phrase("contient-dans-des-cellules", what=what, count=cells_with_it)
    return named


def named_personal(title: str, cells: Collection[str] = ()) -> str | None:
    """Return which sort of person's data a title announces; None when it announces none.

    `cells`: what stands under it. Under « Nom », crosses alone are no names, but what is ticked.
    """
    boxes = are_marks(cells)
    sorts = (phrase(key) for meant, key in _TITLES if not (boxes and meant is _NAMES) and _names(title, meant))
    return next(sorts, None)


def are_marks(cells: Collection[str]) -> bool:
    """Return whether cells tick a box or say that it is not, and hold nothing else; some do."""
    return bool(cells) and {key(cell) for cell in cells} <= _BOXES


def _is_a_person(cell: str) -> bool:
    return bool(_PERSON.fullmatch(cell)) or calls_somebody(cell, head=True)


def _is_a_name(cell: str) -> bool:
    return cell[:1].isalpha() and not any(letter.isdigit() for letter in cell)


def _names(title: str, meant: frozenset[str]) -> bool:
    # « NomEleve » is « nom_eleve »: capitals part words as « _ » does.
    known = meant | _NAMES | _NUMBERS | _BESIDE
    spelled = normal(_CAPITAL.sub(" ", unicodedata.normalize("NFC", title)))
    parted = _ENGLISH_NAME.sub("surname", spelled).split()
    words = {part for word in parted for part in _parts(word, known) or [word]}
    return bool(words & meant) and words <= known


def _parts(word: str, known: frozenset[str]) -> list[str]:
    """Return the words that make one up (« nom » and « eleve » of « nomeleve »); none when something is left over."""
    for end in range(len(word), 1, -1):
        start = word[:end]
        if start in known and (end >= _IN_ONE or start in _LINKS):
            rest = _parts(word[end:], known)
            if rest or end == len(word):
                return [start, *rest]
    return []


__all__ = [
    "are_marks",
    "named_personal",
    "names_somebody",
    "seems_names",
    "title_words",
    "why_identifying",
    "why_personal",
    "written_freely",
]
