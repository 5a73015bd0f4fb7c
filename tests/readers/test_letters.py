"""Un nom se reconnaît avec ses lettres liées ou défaites, et dans les fichiers qui l'écrivent par des nombres."""

import base64
from email.message import EmailMessage
from pathlib import Path

import pytest
from training.a_session import drop, zip_of

from liaison.readers.escaped_letters import unescaped
from liaison.readers.readable_text import UnreadableError, texts_of
from liaison.training.purge.name_search import NameSearch

PAIRS = [
    ("Marie Lebœuf", "Marie Leboeuf (marie.leboeuf@ecole.fr)"),
    ("Lætitia Blanc", "LAETITIA BLANC"),
    ("Jørgen Dahl", "Jorgen Dahl"),
    ("Łukasz Nowak", "LUKASZ Nowak"),
    ("Guðrún Đorđe", "Gudrun Dorde"),
    ("Þóra Jóns", "Thora Jons"),
    ("Işıl Yıldız", "ISIL YILDIZ"),
    ("Jürgen Groß", "Jurgen GROSS"),
]


@pytest.mark.parametrize(("name", "text"), PAIRS)
def test_a_letter_and_what_a_keyboard_without_it_writes_are_the_same(name: str, text: str) -> None:
    assert NameSearch([name]).finds(text)
    assert NameSearch([text.partition(" (")[0]]).finds(name)
    assert not NameSearch([name]).finds(NameSearch([name]).replaced(text))


def test_a_letter_is_not_any_other() -> None:
    assert not NameSearch(["Marie Lebœuf"]).finds("Marie Lebeuf")
    assert not NameSearch(["Jørgen Dahl"]).finds("Jergen Dahl")


@pytest.mark.parametrize(("text", "found"), [("الفاسي علي محمد", True), ("علي محمود الفاسي", False)])
def test_a_name_is_found_backwards_and_another_is_not(text: str, found: bool) -> None:
    assert NameSearch(["محمد علي الفاسي"]).finds(f"Vu par {text} le 3") == found


NAME = "Anne-Cécile Noël"
SEARCH = NameSearch([NAME])
OTHER = NameSearch(["Paul Personne"])


def mail(text: str, transfer: str, charset: str = "utf-8", attached: bytes = b"") -> bytes:
    message = EmailMessage()
    message["Subject"] = "Bonjour"
    message.set_content(text, cte=transfer, charset=charset)
    if attached:
        message.add_attachment(attached, maintype="application", subtype="zip", filename="a.zip")
    return message.as_bytes()


def subject(encoded: str) -> bytes:
    return f"From: a@b.fr\nSubject: {encoded}\n\nBonjour\n".encode()


FOLDED = "x" * 70
CODED = b"Anne-C%C3%A9cile%20No%C3%ABl"
WORD64 = f"=?utf-8?b?{base64.b64encode(NAME.encode()).decode()}?="
KINDS = {
    "word.rtf": rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\f0 Vu par \b Anne\b0 -C\'e9c"
    b"\r\n"
    rb"ile No\'ebl.}",
    "libreoffice.rtf": rb"{\rtf1\ansi Anne-C\u233\'e9cile\~No\u235?l\par}",
    "coupe.rtf": rb"{\rtf1\ansi Anne\_C\'e9{\rtlch\fcs1 \af0 cile}\tab No\'ebl}",
    "russe.rtf": rb"{\rtf1\ansi\ansicpg1251 Anne-C\u233?cile No\u235?l, \'cc\'e0\'f0\'e8\'ff}",
    # What is written beside the text of a letter names somebody too.
    "auteur.rtf": rb"{\rtf1\ansi{\info{\author Anne-C\'e9cile No\'ebl}}Vu.\par}",
    "entete.rtf": rb"{\rtf1\ansi{\header Anne-C\'e9cile No\'ebl}Vu.\par}",
    "note.rtf": rb"{\rtf1\ansi Vu{\footnote Anne-C\'e9cile No\'ebl}.\par}",
    "lettre.eml": mail(f"Bonjour, {FOLDED}\n{NAME} sera là.", "quoted-printable"),
    "lettre64.eml": mail(f"Bonjour, {NAME} sera là.", "base64"),
    "lettre_latine.eml": mail(f"Bonjour, {NAME} sera là.", "base64", "utf-16"),
    "objet.eml": subject("=?utf-8?q?Anne-C=C3=A9cile_No=C3=ABl?="),
    "objet64.eml": subject(f"=?iso-8859-1?b?{base64.b64encode(NAME.encode('latin-1')).decode()}?="),
    "objet_sans_corps.eml": subject(WORD64).rstrip(b"Bonjour\n"),
    "objet_apres_une_ligne.eml": b"\n" + subject(WORD64),
    "objet_et_langue.eml": subject(WORD64.replace("utf-8", "utf-8*fr")),
    "objet_de_lettres_inconnues.eml": subject(WORD64.replace("utf-8", "x-inconnu")),
    "objet_coupe.eml": subject("=?utf-8?q?Anne-C=C3=A9cile?=\n =?utf-8?q?_No=C3=ABl?="),
    "cite.txt": b"Bonjour,\n\n> Subject: " + WORD64.encode() + b"\n> Voir.\n",
    "joint.eml": mail("Voir.", "7bit", attached=zip_of({"a.txt": NAME.encode()})),
    "crlf.eml": mail(f"Bonjour, {NAME} sera là.", "base64").replace(b"\n", b"\r\n"),
    "nom_joint.eml": subject("x").replace(b"\n\n", b"\nContent-Disposition: a; filename*=utf-8''%s\n\n" % CODED),
    "nom_joint_coupe.eml": subject("x").replace(
        b"\n\n", b"\nContent-Disposition: a; filename*0*=utf-8''%s;\n filename*1*=%s\n\n" % (CODED[:9], CODED[9:])
    ),
    "boite": b"From a@b.fr Thu\n" + mail("Un.", "7bit") + b"\nFrom a@b.fr Thu\n" + mail(NAME, "base64"),
    "fiche.vcf": b"BEGIN:VCARD\nN;ENCODING=QUOTED-PRINTABLE:No=C3=ABl;Anne-C=C3=A9=\ncile\n",
    "sans_entete.txt": b"Anne-C=E9cile No=EBl",
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_name_is_found_in_a_letter_and_in_a_mail(tmp_path: Path, kind: str) -> None:
    path = drop(tmp_path, kind, KINDS[kind])
    texts = list(texts_of(path))
    assert any(SEARCH.finds(text) for text in texts)
    assert not any(OTHER.finds(text) for text in texts)


def test_a_russian_name_is_found_in_an_rtf_of_its_own_page_of_letters(tmp_path: Path) -> None:
    content = rb"{\rtf1\ansi\ansicpg1251 " + b"".join(b"\\'%02x" % sign for sign in "Мария".encode("cp1251")) + b" X}"
    assert any(NameSearch(["Мария X"]).finds(text) for text in texts_of(drop(tmp_path, "a.rtf", content)))


def test_a_mail_whose_attachment_cannot_be_read_says_so(tmp_path: Path) -> None:
    path = drop(tmp_path, "a.eml", mail("Voir.", "7bit", attached=b"PK\x03\x04coupe"))
    with pytest.raises(UnreadableError, match="abîmée"):
        list(texts_of(path))


def test_mails_one_in_the_other_without_end_are_said(tmp_path: Path) -> None:
    content = b"Bonjour"
    for _ in range(6):
        content = mail("Voir.", "7bit", attached=content)
    with pytest.raises(UnreadableError, match="l'un dans l'autre"):
        list(texts_of(drop(tmp_path, "a.eml", content)))


@pytest.mark.parametrize(
    "text",
    ["titre: un\n\nto: [a, <b\n\nfrom: \n\ndate: 12\n\nfin: 1\n\n\n", "Nom: x\n\nDate: y\n\n" * 9, "a:1\n" * 99_999],
)
def test_a_text_that_begins_as_a_mail_does_is_read_to_its_end(tmp_path: Path, text: str) -> None:
    path = drop(tmp_path, "politique.yaml", f"{text}\n{NAME}\n".encode())
    texts = list(texts_of(path))
    assert any(SEARCH.finds(text) for text in texts)
    assert not any(OTHER.finds(text) for text in texts)


def test_a_run_of_backslashes_is_read_once_and_not_from_each_of_them() -> None:
    """From each of a million, this test would not end."""
    assert all(text.endswith("x") for text in unescaped("\\" * 1_000_000 + "x"))
    assert any("é" in text for text in unescaped("\\" * 1_000 + "xe9"))
