"""Un nom se cherche dans ce qu'une page dit, pas dans ce qui l'écrit : une balise, un style ne nomment personne."""

import datetime as dt
import html
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.a_session import ANNE, BRUNO, NOON, drop, people_csv

from liaison.documents import Document, bold, paragraph, to_docx, to_html
from liaison.training.purge.name_search import NameSearch
from liaison.training.purge.purging import purge
from liaison.training.purge.readable_text import forms_of, texts_in
from liaison.training.session.definition import SessionFolder

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
    "<ul><li>{}</li></ul>",
    "<!-- {} -->",
    "<style>/* {} */ p {{ color: red }}</style>",
    '<style>p::after {{ content: "{}" }}</style>',
    "<style>p {{ color: {}",
    '<script>let who = "{}";</script>',
    "Écrire à <{}>",
    "a < b, {} > c",
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
def test_no_word_that_only_writes_a_page_is_a_name(name: str) -> None:
    page = PAGE.replace("<p>", '<ul class="li max"><li>a</li><li hidden>b</li></ul><p>')
    assert found(page, name) is (name == "Segoe")  # between quotation marks: a text
    assert found(page.replace("Douze", f"{name}, douze"), name)


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
)
def test_a_name_that_is_there_is_found_wherever_a_page_has_it(
    name: str, places: list[str], at: int, escaped: bool, quoted: bool, whole: bool
) -> None:
    written = [place.format("rien") for place in places]
    at %= len(places)
    shown = "".join(f"&#{ord(letter)};" if not letter.isascii() else letter for letter in name) if escaped else name
    bare = any(sign in places[at] for sign in ("<style", "<script", "<!--"))
    written[at] = places[at].format(html.escape(name) if bare else shown)
    text = "\n".join(written)
    if whole:
        text = PAGE.replace("Douze", text)
    assert found(text.replace('"', '\\"') if quoted else text, name)


@given(text=st.text(alphabet="<>/=\"'\\ab li-!?&;:\n", max_size=60), name=st.sampled_from(NAMES))
def test_a_name_is_found_in_whatever_looks_like_tags_around_it(text: str, name: str) -> None:
    assert found(f"{text} {name} ", name)
    assert found(f"{name}{text}", name) or text[:1].isalnum()
