"""Les phrases françaises qui sont encore dans le programme : `python -m project.french_in_code ../liaison/school`."""

import ast
import re
import sys
from collections.abc import Iterator

from project.left import list_left

# What only a developer reads, or what stands beside its option on purpose.
_APART_KEYWORDS = {"help", "description", "epilog", "short_help", "metavar"}
_APART_CALLS = {"TextError", "AssertionError", "NotImplementedError", "compile", "JoiningError", "ScriptError"}
_FRENCH = re.compile(
    r"(?<!\w)(?:le|la|les|un|une|de|des|du|et|ou|est|sont|pas|par|pour|qui|que|dans|ne|sur|à|au|aux|en|se|ce|cette|ces"
    r"|sa|son|ses|leur|leurs|sans|avec|plus|moins|non|oui|votre|vos|rien|il|elle|ils|elles|on|nous|vous|deux|dont|déjà|ici|tout|tous|toutes|aucun|aucune|chaque)(?!\w)"
    # What stands next to a value, or at the head of a column.
    r"|(?<!\w)(?:sur|entre|chez|vers|quatre|autres?|lignes?|colonnes?|piste|réponses?|familles?|cellules?|établissements?"
    r"|inconnue?s?|vides?|raison|semaines?|messages?|participants?|élèves?|fichiers?)(?!\w)"
    r"|[àâçéèêëîïôùûü«»’]|\b(?:[dlnsjm]|qu)'\w",
    re.IGNORECASE,
)
_ACCENTED = re.compile(r"[^\W\d_][àâçéèêëîïôùûü]|[àâçéèêëîïôùûüÀÉÈÊ][^\W\d_]")
_WORDS = re.compile(r"[^\W\d_]{2,}")
# The keys of a format, as its refusal names them: « version, nom, lignes ».
_KEYS = re.compile(r"[a-z_]{2,}(?:, [a-z_]{2,})+")


def sentences_in(source: str) -> Iterator[tuple[int, str]]:
    """Yield each literal that is French, with its line: two words, one next to a value, or one that has an accent."""
    tree = ast.parse(source)
    apart = _apart(tree)
    for node in ast.walk(tree):
        if id(node) in apart:
            continue
        if isinstance(node, ast.JoinedStr):
            text = "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
        else:
            continue
        if _KEYS.fullmatch(text):
            continue
        words = _WORDS.findall(text)
        beside = isinstance(node, ast.JoinedStr) and " " in text.strip() and words
        if (beside or (" " in text.strip() and len(words) >= 2) or _ACCENTED.search(text)) and _FRENCH.search(text):
            yield node.lineno, text


def _apart(tree: ast.AST) -> set[int]:
    """The nodes that are no sentence of their own: docstrings, help, keys, faults of the program, parts."""
    apart: set[int] = set()

    def leave(node: ast.AST) -> None:
        apart.update(id(inner) for inner in ast.walk(node))

    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            leave(node)
        elif isinstance(node, ast.Call):
            if getattr(node.func, "id", getattr(node.func, "attr", "")) in _APART_CALLS or _draws(node):
                leave(node)
            for keyword in node.keywords:
                if keyword.arg in _APART_KEYWORDS:
                    leave(keyword)
        elif isinstance(node, ast.JoinedStr):
            apart.update(id(part) for part in node.values if isinstance(part, ast.Constant))
    return apart


def _draws(call: ast.Call) -> bool:
    """Whether this draws at random, for what its key says: another key would be another school."""
    receiver = getattr(call.func, "value", None)
    return any(getattr(node, "id", "") == "chance" for node in (receiver, *call.args))


if __name__ == "__main__":
    list_left(sys.argv[1:], sentences_in, "phrases")
