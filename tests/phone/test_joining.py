"""Les modules joints en un script : lus mot à mot, chacun après ce qu'il importe, rien de perdu que les marges."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from javascript import WIDGETS, printed
from phone_pages import phone_pages

from widgets.phone.joining import JoiningError, join, joined_script, modules
from widgets.phone.script import ScriptError, stripped, tokens

PAGES = {page.entry.stem: page.entry for page in phone_pages().values()}


@pytest.mark.parametrize("page", PAGES)
def test_modules_are_joined_each_after_what_it_imports(page: str) -> None:
    names = list(modules(PAGES[page]))
    assert names[-1] == page
    for name, text in modules(PAGES[page]).items():
        for other in re.findall(r'from "[./\w]+?(\w+)\.js"', text):
            assert names.index(other) < names.index(name), f"{name} avant {other}"


def test_two_modules_may_use_the_same_private_name() -> None:
    joined = join(
        {
            "a": "const count = 1;\nexport const one = () => count;\n",
            "b": 'import { one as first } from "./a.js";\nconst count = 2;\nexport function sum() {\n'
            "  return first() + count;\n}\nexport default { sum };\n",
        }
    )
    assert "import" not in joined
    assert "export" not in joined
    assert printed(f"{joined}\nconsole.log(in_b.sum(), typeof count);") == "3 undefined"


def test_a_list_of_imports_may_stand_on_one_line_or_one_name_a_line() -> None:
    one, several = "one as first, two", "\n  one as first,\n  two,\n"
    for names in (f" {one} ", several):
        joined = join(
            {
                "a": "export const one = 1;\nexport const two = 2;\n",
                "b": f'import {{{names}}} from "./a.js";\nexport const sum = first + two;\n',
            }
        )
        assert printed(f"{joined}\nconsole.log(in_b.sum);") == "3", names


@pytest.mark.parametrize(
    "line",
    [
        "import x from './a.js';",
        'import * as all from "./a.js";',
        'import { a } from "elsewhere";',
        "export { a, b };",
        'export * from "./a.js";',
        "export const { a } = {};",
        'const all = "never ends;',
        "const all = `never ends;",
        "/* never ends",
    ],
)
def test_an_import_or_an_export_of_another_form_is_refused_with_its_line(line: str) -> None:
    with pytest.raises(JoiningError, match=r"m\.js"):
        join({"m": f"{line}\n"})


def test_a_module_that_would_end_the_page_is_refused() -> None:
    with pytest.raises(JoiningError, match="</script"):
        join({"m": 'export const end = "</SCRIPT>";\n'})


def test_a_module_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(JoiningError, match=r"La page importe nowhere\.js"):
        modules(tmp_path / "nowhere.js")


@pytest.mark.parametrize("page", PAGES)
def test_the_joined_script_is_one_that_a_javascript_engine_reads(page: str) -> None:
    assert printed(f"new Function({json.dumps(joined_script(PAGES[page]))}); console.log('lu')") == "lu"


def test_margins_and_comments_are_left_out_and_nothing_else() -> None:
    joined = join(
        {"a": "// Why.\nexport const a = () => {\n  // Because.\n  return 'http://x'; // So.\n};\n/* No. */\n"}
    )
    assert not [word for word in ("Why", "Because", "So.", "No.") if word in joined]
    assert "return 'http://x';" in joined.splitlines()


def test_what_looks_like_an_import_a_comment_or_an_end_inside_a_text_stays_as_it_is() -> None:
    texts = ["'// a'", '"/* b */"', "`  c\n  // d ${'`' + `}${1}` /* e */} \\` f`", r"'g\'// h'", '"import { i } from"']
    patterns = [r"/\/\/ [/*] \/* j/g", "/`'\"/"]
    wanted = [printed(f"console.log(JSON.stringify({text}))") for text in texts]
    module = f"export const texts = [{', '.join(texts)}];\nexport const half = 4 / 2 / 1; // k\n"
    module += f"export const found = [{', '.join(patterns)}].map(String);\n"
    joined = join({"a": module})
    said = json.loads(printed(f"{joined}\nconsole.log(JSON.stringify([in_a.texts, in_a.found, in_a.half]));"))
    assert said == [[json.loads(one) for one in wanted], patterns, 2]
    assert "// k" not in joined


def test_a_name_that_nothing_exports_is_refused_and_one_that_something_does_is_not() -> None:
    asking = 'import { a } from "./one.js";\nexport const b = a;\n'
    assert "in_one" in join({"one": "export const a = 1;\n", "two": asking})
    with pytest.raises(JoiningError, match=r"two\.js importe a, que one\.js n'exporte pas"):
        join({"one": "const a = 1;\n", "two": asking})


def test_two_modules_of_one_name_are_refused(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.js").write_text("export const a = 1;\n", encoding="utf-8")
    (tmp_path / "a.js").write_text('import { a } from "./other/a.js";\nexport const b = a;\n', encoding="utf-8")
    with pytest.raises(JoiningError, match=r"Deux modules s'appellent a\.js"):
        modules(tmp_path / "a.js")


@pytest.mark.parametrize("path", sorted(WIDGETS.rglob("*.js")), ids=lambda path: path.stem)
def test_every_script_is_read_whole_and_says_the_same_without_its_margins(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "".join(token.text for token in tokens(text)) == text
    written = [token for token in tokens(text) if token.kind != "blank"]
    assert [token for token in tokens(stripped(text)) if token.kind != "blank"] == written


def test_a_text_that_does_not_end_is_refused_with_its_line() -> None:
    with pytest.raises(ScriptError, match="ligne 2"):
        stripped("const a = 1;\nconst b = 'c;\n")


@pytest.mark.parametrize(
    ("written", "enough"),
    [
        ("const a = { b: [1, 2], c: (d) => d ? e : f };", "const a={b:[1,2],c:(d)=>d?e:f};"),
        ("a + +b - -c", "a + +b - -c"),
        ("a < !--b", "a < !--b"),
        ("return /, ; x/g.test( y )", "return /, ; x/g.test(y)"),
        ('"a , b" in { }', '"a , b" in{}'),
        ("`a , ${ b , c }`  ;  d", "`a , ${ b , c }`;d"),
        ("let e // of a line\nlet  f", "let e\nlet f"),
        ("a ? .5 : 1 .toFixed()", "a?.5:1 .toFixed()"),
    ],
)
def test_a_space_stays_only_where_it_keeps_two_words_or_signs_apart(written: str, enough: str) -> None:
    assert stripped(written) == enough
