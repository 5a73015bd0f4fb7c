"""L'affiche du questionnaire : un code à photographier, l'adresse en toutes lettres, et le papier pour qui préfère."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from liaison.base.addresses import AddressError, longest_address, qr_code, site_address
from liaison.base.languages import EVERY, FRENCH
from liaison.base.sentences import french_beside
from liaison.diagnostic.questionnaire.information import Information, shown_to_families
from liaison.diagnostic.questionnaire.phrases import Phrases, check_language, check_level, phrases, spoken
from liaison.diagnostic.questionnaire.questionnaire import LEVEL, family_questionnaire
from liaison.documents import (
    Block,
    Document,
    Drawing,
    Picture,
    Text,
    bold,
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

phrase = french_beside(__file__)

STEM = "affiche_questionnaire"


@dataclass(frozen=True)
class Invitation:
    """Where the questionnaire is put, for which level (all of them without one), in which language (or the choice).

    `code` is a language, EVERY for a poster in all of them at once, or None for one in French that leads to the choice.
    """

    base: str
    level: str = ""
    code: str | None = None

    @property
    def address(self) -> str:
        """What the code holds: the page of the language, or the choice of the language, and the level."""
        page = "index" if self.code in (None, EVERY) else self.code
        return f"{self.base}{page}.html{f'#{LEVEL}={self.level}' if self.level else ''}"

    @property
    def code_width_cm(self) -> float:
        """How wide the code is printed: every language on one page leaves it less room."""
        return 7 if self.code == EVERY else 8.5


def invitation(base: str, level: str = "", code: str | None = None) -> Invitation:
    """Return a verified invitation to the questionnaire, at the address `base` of its site.

    Raises:
        AddressError: the address is none, or too long for a code. QuestionnaireError: an unknown level or language.
    """
    check_level(level, family_questionnaire().context[LEVEL])
    if code not in (None, EVERY):
        check_language(code)
    chosen = Invitation(site_address(base), level, code)
    most = longest_address(chosen.code_width_cm)
    if len(chosen.address) > most:
        raise AddressError(phrase("adresse-trop-longue", length=len(chosen.address), most=most))
    return chosen


def poster(chosen: Invitation, information: Information | None = None) -> Document:
    """Return the poster on one page: the code, what to do with it, what is asked and not asked, paper, the data.

    In every language at once, each says what it is, what to do with the code or with the address below it, and that
    there is paper; the rest is on the page that they lead to.
    """
    several = chosen.code == EVERY
    address = link(chosen.address, chosen.address)
    form = phrases(FRENCH if several else chosen.code or FRENCH)
    document = Document(
        title=form.frame("accueil-titre"),
        subtitle="" if several else form.opening(),
        lang=form.language.tag,
        footer=_footer(form, chosen.level),
        text_size_pt=12 if several else 14,
        blocks=(
            Picture(
                png=qr_code(chosen.address),
                alt=form.frame("affiche-code", adresse=chosen.address),
                width_cm=chosen.code_width_cm,
            ),
            *(_every(address) if several else _alone(form, chosen, address, information or Information())),
        ),
    )
    return french_document(document) if form.language.tag == FRENCH else document


def _alone(form: Phrases, chosen: Invitation, address: Text, information: Information) -> list[Block]:
    aim = (_drawn("photo"), form.frame("affiche-viser"))
    data = shown_to_families(form, information)
    return [
        paragraph(*aim) if chosen.code else steps(aim, (_drawn("langue"), form.frame("affiche-langues"))),
        paragraph(form.frame("affiche-adresse"), " ", address, small=True),
        paragraph(_drawn("personne"), bold(form.frame("accueil-anonyme"))),
        paragraph(_drawn("telephone"), form.frame("tout-est-invente")),
        paragraph(_drawn("papier"), bold(form.frame("affiche-papier"))),
        paragraph(bold(f"{data.title}. "), " ".join(filter(None, (data.missing, *data.lines))), small=True),
    ]


def _every(address: Text) -> list[Block]:
    every = [phrases(code) for code in spoken()]
    said_in_each = [
        paragraph(
            *(_drawn("photo"), bold(f"{form.language.name} · {form.frame('accueil-titre')}. ")),
            f"{form.frame('affiche-viser')} {form.frame('affiche-sous-le-code')} ",
            *(_drawn("papier"), " ".join(filter(None, (form.frame("affiche-papier"), form.unreviewed())))),
            lang=form.language.tag,
        )
        for form in every
    ]
    return [paragraph(address), *said_in_each]


def _drawn(name: str) -> Drawing:
    return Drawing(path=pictograms()[name])


def write_poster(chosen: Invitation, folder: Path, information: Information | None = None) -> list[Path]:
    """Write the poster as DOCX, PDF and HTML, all or none; return the paths.

    Raises:
        DocumentError: full disk, read-only folder, a character that no font can show; in French.
    """
    made = poster(chosen, information)
    contents = {"docx": to_docx(made), "pdf": to_pdf(made), "html": to_html(made).encode("utf-8")}
    return write_files(folder, {f"{STEM}.{kind}": content for kind, content in contents.items()})


def _footer(form: Phrases, level: str) -> str:
    named = (form.frame("nom"), form.part(LEVEL, level) if level else "", form.unreviewed())
    return " · ".join(filter(None, named))


__all__ = ["Invitation", "invitation", "poster", "write_poster"]
