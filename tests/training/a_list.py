"""Une liste de participants et ses personnes : `from training.a_list import …`."""

from dataclasses import replace
from pathlib import Path

from liaison.training.session.definition import Participant
from liaison.training.session.list_answers import ListAnswers

ANNE, ELODIE = Participant("Anne Fictive"), Participant("Élodie Inventée")
MAILS = ("a@b.example", "c@d.example")
NO_TITLES = ListAnswers(titled=False)
KNOWN = (Participant("Anne Fictive", "Fictive"), Participant("Élodie Inventée", "Inventée"))


def with_mails(people: tuple[Participant, ...]) -> tuple[Participant, ...]:
    return tuple(replace(one, email=mail) for one, mail in zip(people, MAILS, strict=False))


def file_of(folder: Path, text: str) -> Path:
    path = folder / "noms.csv"
    path.write_text(text, encoding="utf-8")
    return path
