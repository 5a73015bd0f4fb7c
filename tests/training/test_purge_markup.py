"""Un nom se cherche dans ce qu'une page dit, pas dans ce qui l'écrit : une balise, un style ne nomment personne."""

import datetime as dt
import html
import io
import re
import zipfile
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.a_session import ANNE, BRUNO, NOON, drop, people_csv

from liaison.documents import (
    NATURE_LABELS,
    Callout,
    Definitions,
    Document,
    Drawing,
    Nature,
    PageBreak,
    Paragraph,
    Picture,
    Signatures,
    Source,
    Table,
    Text,
    bold,
    paragraph,
    to_docx,
    to_html,
)
from liaison.readers.readable_text import forms_of, texts_in
from liaison.training.purge.name_search import NameSearch
from liaison.training.purge.purging import purge
from liaison.training.session.definition import SessionFolder
from widgets.diagnostic.form_page import form_site

AFTER = NOON + dt.timedelta(days=31)
NAMES = ("Zoé Martin", "Li Li", "Mark Main", "Max Div", "Val Rose", "Style Table")
PAGE = to_html(Document(title="Compte rendu", blocks=(paragraph("Douze ", bold("familles"), "."),)))
PLACES = (
    "<p>{}</p>",
    '<p title="{}">x</p>',
    "<img alt='{}' src=x>",
    "<a href='salle/{}.pdf'>x</a>",
    '<div data-who="{}"></div>',
    '<input value="{}" disabled>',
    '<meta name="author" content="{}"/>',
    "<h2 id='{}'>x</h2>",
    '<div class="fiche {}">x</div>',
    "<a rel='{}' href=x>x</a>",
    '<button type="{}">x</button>',
    '<b role="{}">x</b>',
    "<div style=\"background-image: url('photos/{}.jpg')\"></div>",
    '<path d="{}"/>',
    '<img src="data:image/png;name={};base64,AAAA">',
    "<ul><li>{}</li></ul>",
    "<!-- {} -->",
    "<style>/* {} */ p {{ color: red }}</style>",
    '<style>p::after {{ content: "{}" }}</style>',
    "<style>.a, #{} {{ color: red }}</style>",
    "<style>p {{ color: {}",
    '<script>let who = "{}";</script>',
    "Écrire à <{}>",
    "a < b, {} > c",
)
LABELS = {word for label in NATURE_LABELS.values() for word in label.split()}
EVERY_BLOCK = Document(
    title="1",
    subtitle="2",
    author="3",
    footer="4",
    lang="fr",
    text_size_pt=10.5,
    blocks=(
        Paragraph(parts=("1", bold("2"), Text(text="3", written=True), Drawing(path="M12 3v4")), small=True),
        Paragraph(parts=("1",), lang="fr"),
        *(Callout(kind=kind, title="1", parts=("2",)) for kind in ("information", "attention")),
        *(Source(number=at, nature=nature, parts=("1",)) for at, nature in enumerate(get_args(Nature), 1)),
        Signatures(lines=("1",)),
        Definitions(items=(("1", ("2",)),)),
        Table(caption="1", header=("1", "2"), rows=((("1",), ("2",)),), widths=(1, 2), row_height_cm=1.5),
        Picture(png=b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR" + bytes(range(200)), alt="1", width_cm=12.5, smooth=True),
        PageBreak(),
    ),
)
OF_XML = (
    '<eleve type="{}"/>',
    '<contact role="{}" nom="x"/>',
    '<ligne class="a" xmlns="urn:classe" nom="{}"/>',
    "<{}/>",
    "<{}>oui</{}>",
    '<ligne {}="oui"/>',
    '<w:p xmlns:w="urn:classe"><w:{}/></w:p>',
    '<p xmlns="http://www.w3.org/1999/xhtml"><{}/></p>',
    '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:{}/></w:p>',
    '<office:text xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><office:{}/></office:text>',
    '<w:lang xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:val="{}"/>',
    "<a><!-- {} --></a>",
    "<a><![CDATA[{}]]></a>",
    "<?eleve {}?>",
    "<a>{}</a>",
)


def found(text: str, name: str) -> bool:
    search = NameSearch([name])
    return any(search.finds(form, single=True) for form in forms_of(text))


def test_a_list_whose_names_are_words_of_a_page_erases_no_page_that_names_nobody(place: SessionFolder) -> None:
    place.participants_file.write_bytes(people_csv({ANNE: "LI Li", BRUNO: "Max"}))
    kept = [drop(place.documents, "compte_rendu.html", PAGE.encode())]
    kept += [drop(place.root / "feedback", f"{code}/01/retour.html", PAGE.encode()) for code in (ANNE, BRUNO)]
    named = drop(place.root / "feedback", f"{BRUNO}/02/retour.html", PAGE.replace("Douze", "Max et douze").encode())
    purge(place, AFTER)
    assert [path.exists() for path in (*kept, named)] == [True, True, True, False]


@pytest.mark.parametrize("name", ["Li Li", "Main Footer", "Max", "Margin", "Li", "Body", "Serif", "Charset", "Segoe"])
def test_no_word_that_only_writes_a_page_of_the_suite_is_a_name(name: str) -> None:
    page = PAGE.replace("<p>", "<ul><li>a</li><li hidden>b</li></ul><p>")
    assert not found(page, name)
    assert found(page.replace("Douze", f"{name}, douze"), name)
    assert found(page.replace("<p>", f'<p class="fiche {name}">'), name)
    assert found(page.replace("</head>", f"<style>.a, #{name.replace(' ', '-')} {{}}</style></head>"), name)


@pytest.mark.parametrize("name", ["Page Grid", "Li Li", "Max Max", "Main Footer"])
def test_no_page_of_the_questionnaire_is_erased_for_two_words_that_write_it(name: str) -> None:
    assert [page for page, text in form_site().items() if found(text, name)] == []


def test_every_word_of_a_page_of_the_suite_that_is_the_same_in_all_is_taken_out_of_it() -> None:
    said = " ".join(forms_of(to_html(EVERY_BLOCK)))
    assert set(re.findall(r"[^\W\d_]{2,}", said.lower())) <= {"doctype", "html", "fr", "source", *LABELS}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('<td title="Zoé">Martin</td>', "Zoé Martin"),
        ("<li li>", "Li Li"),
        ("<?xml version='1.0'?><presences><main mark='oui'/></presences>", "Main Mark"),
        ("<?xml version='1.0'?><presences><max/><max/></presences>", "Max Max"),
        ("<presences><main/><mark/></presences>", "Main Mark"),
        ("<?xml version='1.0'?><r><main/><mark/><a xmlns='http://www.w3.org/1999/xhtml'/></r>", "Main Mark"),
        (
            "<?xml version='1.0'?><r xmlns='http://www.w3.org/1999/xhtml'><r xmlns=''><main/><mark/></r></r>",
            "Main Mark",
        ),
        ("<!DOCTYPE html><html><zoe-martin>a</zoe-martin></html>", "Zoé Martin"),
        ("<!DOCTYPE html><html><p zoe-martin>a</p></html>", "Zoé Martin"),
    ],
)
def test_a_word_of_a_tag_that_writes_no_page_is_read(text: str, name: str) -> None:
    search = NameSearch([name])
    # Without capitals, words that write a page are a doubt; any other name is one.
    sure = not {"li", "main", "max"} & {*name.lower().split()}
    assert found(text, name) is sure
    assert sure or any(search.doubted(form) for form in forms_of(text))


@given(
    name=st.sampled_from(("Zoé Martin", "Li Li", "Max MAX", "Durand Zoe")),
    place=st.sampled_from(OF_XML),
    joined=st.sampled_from("_-."),
    around=st.sampled_from(("{}", "<r><max/>{}</r>", '<r a="b">\n{}\n</r>')),
)
def test_a_name_that_is_there_is_found_wherever_data_has_it(name: str, place: str, joined: str, around: str) -> None:
    element = re.search(r"<(?:\w+:)?\{\}|\{\}=", place) is not None
    written = place.replace("{}", name.replace(" ", joined) if element else name)
    assert found(f"<?xml version='1.0'?>{around.format(written)}", name)


@pytest.mark.parametrize("name", ["Sect Pr", "Tbl", "Rpr", "Xmlns", "Span", "Lang"])
def test_no_word_that_only_writes_a_document_is_a_name(name: str) -> None:
    search = NameSearch([name])
    for words, expected in (("Bonjour.", False), (f"Bonjour, {name}.", True)):
        content = to_docx(Document(title="Titre", blocks=(paragraph(words),)))
        assert any(search.finds(text, single=True) for text in texts_in(content)) is expected


@pytest.mark.parametrize("tag", ["style:header", "style"])
def test_what_is_called_a_style_and_writes_no_rule_is_read_as_the_rest(tag: str) -> None:
    page = f"<?xml version='1.0'?><office><{tag}><text:p>Zoé <b>Martin</b></text:p></{tag}></office>"
    assert found(page, "Zoé Martin")
    assert found(page.replace("<?xml version='1.0'?>", ""), "Zoé Martin")


def test_who_changed_a_document_is_read_where_only_an_attribute_says_it() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("[Content_Types].xml", "<?xml version='1.0'?><Types/>")
        said = '<?xml version="1.0"?><w:document><w:ins w:id="1" w:author="Zo&#233; Martin"/></w:document>'
        archive.writestr("word/document.xml", said)
    assert any(NameSearch(["Zoé Martin"]).finds(text) for text in texts_in(packed.getvalue()))


@given(
    name=st.sampled_from(NAMES),
    places=st.lists(st.sampled_from(PLACES), min_size=1, max_size=4),
    at=st.integers(0, 3),
    escaped=st.booleans(),
    quoted=st.booleans(),
    whole=st.booleans(),
    joined=st.sampled_from(" _-/"),
)
def test_a_name_that_is_there_is_found_wherever_a_page_has_it(
    name: str, places: list[str], at: int, escaped: bool, quoted: bool, whole: bool, joined: str
) -> None:
    written = [place.format("rien") for place in places]
    at %= len(places)
    shown = "".join(f"&#{ord(letter)};" if not letter.isascii() else letter for letter in name) if escaped else name
    bare = any(sign in places[at] for sign in ("<style", "<script", "<!--"))
    written[at] = places[at].format((html.escape(name) if bare else shown).replace(" ", joined))
    text = "\n".join(written)
    if whole:
        text = PAGE.replace("Douze", text)
    assert found(text.replace('"', '\\"') if quoted else text, name)


@given(text=st.text(alphabet="<>/=\"'\\ab li-!?&;:\n", max_size=60), name=st.sampled_from(NAMES))
def test_a_name_is_found_in_whatever_looks_like_tags_around_it(text: str, name: str) -> None:
    assert found(f"{text} {name} ", name)
    assert found(f"{name}{text}", name) or text[:1].isalnum()


STYLES = (
    "ul > li + li { margin: 0 }",
    "li li { color: red }",
    "main, mark main { top: 0 }",
    "a.querySelector('li li')",
)


def test_a_style_written_with_the_words_of_a_name_stays_for_a_person_to_read(place: SessionFolder) -> None:
    place.participants_file.write_bytes(people_csv({ANNE: "Li Li", BRUNO: "Mark Main"}))
    kept = [drop(place.root, f"divers/{at}.css", style.encode()) for at, style in enumerate(STYLES)]
    gone = [drop(place.root, f"divers/{name}.txt", f"Vu par {name}".encode()) for name in ("Li Li", "MARK MAIN")]
    gone += [drop(place.root, "divers/a.txt", b"Vu par Li Li"), drop(place.root, "divers/b.txt", b"MAIN Mark")]
    proof = purge(place, AFTER)
    assert [path.exists() for path in kept] == [True] * len(kept)
    assert not any(path.exists() for path in gone)
    assert {path.relative_to(place.root).as_posix() for path in kept} == {one.path for one in proof.to_read}
    assert not proof.certified


@pytest.mark.parametrize("text", ["<a>Zoé <![CDATA[Martin]]></a>", "<a>Zo<![CDATA[é Mar]]>tin</a>"])
def test_a_name_that_a_section_of_characters_cuts_is_found(text: str, place: SessionFolder) -> None:
    place.participants_file.write_bytes(people_csv({ANNE: "Zoé Martin"}))
    named = drop(place.root, "divers/a.xml", text.encode())
    assert purge(place, AFTER).certified
    assert not named.exists()
