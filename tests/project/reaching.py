"""Whether a test reaches something that can fail: read in its text, and in that of the helpers that it calls."""

import ast
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TESTS = Path(__file__).parents[1]
Function = ast.FunctionDef | ast.AsyncFunctionDef
# What fails by itself: pytest, the comparisons of pandas and numpy, the schemas; and a process run with `check=True`.
CHECKS = {"raises", "fail", "warns", "validate"}
# Who catches one of these catches the failure of a test; nothing that follows one of those runs.
ALL_FAULTS = {"Exception", "BaseException", "AssertionError"}
ENDS = {"skip", "xfail", "exit"}
LAZY = {"map", "filter", "zip", "iter", "reversed", "enumerate"}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def last_name(node: ast.AST) -> str:
    """The last name of what is called: `axe(page)`, `page.axe()` are « axe »."""
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


# --- what cannot fail -----------------------------------------------------------------------------------------


def always(test: ast.expr, truth: bool = True) -> bool:
    """Whether an expression is true (or false) whatever the code does."""
    match test:
        case ast.Constant(value=value):
            return bool(value) is truth
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return always(operand, not truth)
        case ast.BoolOp(op=op, values=values):
            one_is_enough = isinstance(op, ast.Or) is truth
            said = {ast.unparse(one) for one in values}
            if one_is_enough:
                return any(always(one, truth) for one in values) or any(f"not {one}" in said for one in said)
            return all(always(one, truth) for one in values)
        case ast.NamedExpr(value=value):
            return always(value, truth)
    return truth and _always_true(test)


def _always_true(test: ast.expr) -> bool:
    match test:
        case ast.JoinedStr() | ast.Lambda() | ast.GeneratorExp():
            return True
        case ast.Tuple(elts=held) | ast.List(elts=held) | ast.Set(elts=held):
            return bool(held)
        case ast.Call(func=ast.Name(id="isinstance"), args=[_, kinds]):
            return "object" in {last_name(one) for one in ast.walk(kinds)}
        case ast.Call(func=ast.Name(id=name)):
            return name in LAZY
        case ast.Compare(left=ast.Call(func=ast.Name(id="len")), ops=[ast.GtE()], comparators=[ast.Constant(value=0)]):
            return True
        case ast.Compare(left=left, ops=[ast.Eq() | ast.LtE() | ast.GtE() | ast.Is()], comparators=[right]):
            # Called twice, a function may answer two things: that is what is tried then.
            called = any(isinstance(one, ast.Call) for one in ast.walk(left))
            return not called and ast.unparse(left) == ast.unparse(right)
    return False


# --- what runs, and whose failure is heard --------------------------------------------------------------------


def heard(body: Iterable[ast.stmt]) -> Iterator[ast.AST]:
    """The nodes of a block that may run, and whose failure nothing swallows; those of inner functions apart."""
    for statement in body:
        yield from _heard_in(statement)
        if isinstance(statement, ast.Return | ast.Raise | ast.Continue | ast.Break) or _ends(statement):
            return


def _ends(statement: ast.stmt) -> bool:
    call = statement.value if isinstance(statement, ast.Expr) else None
    return isinstance(call, ast.Call) and last_name(call.func) in ENDS


def _heard_in(statement: ast.stmt) -> Iterator[ast.AST]:
    match statement:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return
        case ast.If(test=test, body=body, orelse=orelse) | ast.While(test=test, body=body, orelse=orelse):
            yield from ast.walk(test)
            yield from () if always(test, False) else heard(body)
            yield from () if isinstance(statement, ast.If) and always(test) else heard(orelse)
        case ast.For(iter=over, body=body, orelse=orelse) | ast.AsyncFor(iter=over, body=body, orelse=orelse):
            yield from ast.walk(over)
            yield from () if _is_empty(over) else heard(body)
            yield from heard(orelse)
        case ast.With(items=items, body=body) | ast.AsyncWith(items=items, body=body):
            yield from (node for item in items for node in ast.walk(item))
            yield from () if any(map(_suppresses, items)) else heard(body)
        case ast.Try(body=body, handlers=handlers, orelse=orelse, finalbody=finalbody):
            # A handler runs only where something fails: what it checks is not what the test says.
            yield from () if any(map(_swallows, handlers)) else heard(body)
            yield from heard([*orelse, *finalbody])
        case ast.Match(cases=cases):
            yield from (node for case in cases for node in heard(case.body))
        case _:
            yield from ast.walk(statement)


def _is_empty(over: ast.expr) -> bool:
    return isinstance(over, ast.List | ast.Tuple | ast.Set) and not over.elts


def _names(kinds: ast.expr | None) -> set[str]:
    return {last_name(one) for one in ast.walk(kinds)} if kinds else ALL_FAULTS


def _suppresses(item: ast.withitem) -> bool:
    call = item.context_expr
    if not isinstance(call, ast.Call) or last_name(call.func) != "suppress":
        return False
    return any(_names(kind) & ALL_FAULTS for kind in call.args)


def _swallows(handler: ast.ExceptHandler) -> bool:
    raises = any(isinstance(node, ast.Raise) or _fails(node) for node in heard(handler.body))
    return bool(_names(handler.type) & ALL_FAULTS) and not raises


# --- what checks ----------------------------------------------------------------------------------------------


def _fails(node: ast.AST) -> bool:
    match node:
        case ast.Assert(test=test):
            return not always(test)
        case ast.Raise(exc=exc):
            return exc is not None and "AssertionError" in _names(exc)
        case ast.Call(func=ast.Attribute(attr=attr, value=ast.Call(func=of))) if last_name(of) == "expect":
            return attr.startswith(("to_", "not_to_"))
        case ast.Call(func=func, keywords=keywords):
            stops = any(one.arg == "check" and always(one.value) for one in keywords)
            return stops or last_name(func) in CHECKS or last_name(func).startswith("assert_")
    return False


@dataclass(frozen=True)
class Place:
    """A function of the tests, with where its names are looked for: its file, and the functions around it."""

    path: Path
    function: Function
    around: tuple[Function, ...] = ()

    def named(self, name: str) -> Iterator["Place"]:
        """The functions of the tests that a name may be here: an inner one, what a fixture gives, the file's own."""
        outward = [*self.around, self.function]
        while outward:
            *outward, function = outward
            place = Place(self.path, function, tuple(outward))
            if name in (own := inner(place)):
                yield own[name]
                return
            if name in {argument.arg for argument in ast.walk(function.args) if isinstance(argument, ast.arg)}:
                yield from (given for fixture in _fixtures(self.path, name) for given in inner(fixture).values())
                return
        yield from _of_file(self.path, name)


@cache
def inner(place: Place) -> dict[str, Place]:
    """The functions that a function defines."""
    around = (*place.around, place.function)
    return {one.name: Place(place.path, one, around) for one in _defined(place.function.body)}


def _defined(body: Iterable[ast.stmt]) -> Iterator[Function]:
    for statement in body:
        if isinstance(statement, Function):
            yield statement
        elif not isinstance(statement, ast.ClassDef):
            for field in ("body", "orelse", "finalbody"):
                yield from _defined(getattr(statement, field, []))


@cache
def functions_of(path: Path) -> dict[str, Function]:
    return {one.name: one for one in _defined(tree(path).body)}


def _of_file(path: Path, name: str) -> Iterator[Place]:
    if name in (own := functions_of(path)):
        yield Place(path, own[name])
    elif name in (imported := _imports(path)):
        yield from _of_file(*imported[name])


@cache
def _imports(path: Path) -> dict[str, tuple[Path, str]]:
    """The names that a file takes from another file of the tests."""
    return {
        alias.asname or alias.name: (file, alias.name)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
        if (file := TESTS / f"{node.module.replace('.', '/')}.py").is_file()
    }


def _fixtures(path: Path, name: str) -> Iterator[Place]:
    around = (folder / "conftest.py" for folder in path.parents if folder.is_relative_to(TESTS))
    for file in (path, *(one for one in around if one.is_file())):
        yield from _of_file(file, name)


def reaches(place: Place, seen: frozenset[Function] = frozenset()) -> bool:
    """Whether that function comes to something that can fail: by itself, or by what it calls or hands over."""
    if place.function in seen:
        return False
    fails, names = _content(place.function)
    seen |= {place.function}
    return fails or any(reaches(other, seen) for name in names for other in place.named(name))


@cache
def _content(function: Function) -> tuple[bool, tuple[str, ...]]:
    nodes = list(heard(function.body))
    return any(map(_fails, nodes)), tuple(sorted({node.id for node in nodes if isinstance(node, ast.Name)}))


def idle(path: Path) -> list[str]:
    """The tests of a file that cannot fail by anything that they say."""
    tests = [one for one in _defined(tree(path).body) if one.name.startswith("test_")]
    return [f"{os.path.relpath(path, TESTS)}:{one.lineno} {one.name}" for one in tests if not reaches(Place(path, one))]
