"""Say what a test knows of a value that could be something else; it fails there, not three lines further."""

from typing import TypeVar

Value = TypeVar("Value")


def present(value: Value | None) -> Value:
    """The value, which must be there."""
    assert value is not None
    return value


def of_kind(value: object, kind: type[Value]) -> Value:
    """The value, which must be of that kind."""
    assert isinstance(value, kind)
    return value
