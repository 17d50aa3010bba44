"""Taking values out of a JSON object one by one, each checked; what is left over is what this version does not know."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar, overload

# Far beyond any film or body, and far below where floats or a reader's arithmetic break.
LARGEST_NUMBER: Final = 1e9

T = TypeVar("T")
S = TypeVar("S", bound=str)


class Malformed(Exception):
    """A value is missing or wrong. The text names the place ("movements[3].onset_s") and the fault."""


class Fields:
    """The keys of one JSON object at a named place. Each reading method takes its key out; `extra` is the rest.

    Every method raises `Malformed` when the value is missing without a default, or wrong.
    """

    def __init__(self, value: Any, where: str) -> None:
        if not isinstance(value, dict):
            raise Malformed(f"{where or 'the file'} is not an object")
        self._left: dict[str, Any] = dict(value)
        self._where = where

    def place(self, key: str) -> str:
        """The full name of a key's place."""
        return f"{self._where}.{key}" if self._where else key

    def bad(self, key: str, fault: str) -> Malformed:
        """A fault at a key, ready to raise."""
        return Malformed(f"{self.place(key)} {fault}")

    def take(self, key: str) -> Any:
        """The raw value of a key that must be there."""
        if key not in self._left:
            raise self.bad(key, "is missing")
        return self._left.pop(key)

    def has(self, key: str) -> bool:
        """Whether the key is there with a value other than null."""
        return self._left.get(key) is not None

    def number(self, key: str, low: float = -LARGEST_NUMBER, high: float = LARGEST_NUMBER) -> float:
        """A finite number in [low, high]."""
        return as_number(self.take(key), self.place(key), low, high)

    def number_or_none(self, key: str, low: float = -LARGEST_NUMBER, high: float = LARGEST_NUMBER) -> float | None:
        """A number, or None where the key is null or missing."""
        if self.has(key):
            return self.number(key, low, high)
        self.drop(key)
        return None

    def integer(self, key: str, low: int = 0, high: int = int(LARGEST_NUMBER)) -> int:
        """A whole number in [low, high]."""
        value = self.take(key)
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.bad(key, "is not a whole number")
        if not low <= value <= high:
            raise self.bad(key, f"is not between {low} and {high}")
        return value

    def boolean(self, key: str) -> bool:
        """A true or false."""
        value = self.take(key)
        if not isinstance(value, bool):
            raise self.bad(key, "is neither true nor false")
        return value

    @overload
    def text(self, key: str) -> str: ...
    @overload
    def text(self, key: str, default: str) -> str: ...
    def text(self, key: str, default: str | None = None) -> str:
        """A string; `default` where the key is missing."""
        if default is not None and key not in self._left:
            return default
        value = self.take(key)
        if not isinstance(value, str):
            raise self.bad(key, "is not a text")
        return value

    def choice(self, key: str, allowed: tuple[S, ...], default: S | None = None) -> S:
        """One of the `allowed` words."""
        if default is not None and key not in self._left:
            return default
        value = self.take(key)
        for word in allowed:
            if word == value:
                return word
        raise self.bad(key, "is not one of " + ", ".join(allowed))

    def items(self, key: str, read: Callable[[Any, str], T], required: bool = False) -> tuple[T, ...]:
        """A list, each item read by `read(value, place)`; empty where the key is missing and not required."""
        if key not in self._left and not required:
            return ()
        value = self.take(key)
        if not isinstance(value, list):
            raise self.bad(key, "is not a list")
        place = self.place(key)
        return tuple([read(item, f"{place}[{n}]") for n, item in enumerate(value)])

    def words(self, key: str, allowed: tuple[S, ...], required: bool = False) -> tuple[S, ...]:
        """A list of different words, each one of `allowed`."""

        def one(value: Any, place: str) -> S:
            for word in allowed:
                if word == value:
                    return word
            raise Malformed(f"{place} is not one of " + ", ".join(allowed))

        found = self.items(key, one, required)
        if len(set(found)) != len(found):
            raise self.bad(key, "names something twice")
        return found

    def mapping(self, key: str, required: bool = False) -> dict[str, Any]:
        """An object of any JSON values, frozen (lists become tuples)."""
        if key not in self._left and not required:
            return {}
        value = self.take(key)
        if not isinstance(value, dict):
            raise self.bad(key, "is not an object")
        return {name: frozen(item) for name, item in value.items()}

    def numbers(self, key: str, allowed: tuple[S, ...], low: float, high: float) -> dict[S, float]:
        """An object of numbers under `allowed` names; empty where the key is missing."""
        found: dict[S, float] = {}
        by_name: Mapping[str, S] = {word: word for word in allowed}
        for name, value in self.mapping(key).items():
            if name not in by_name:
                raise self.bad(key, "has a name that is not one of " + ", ".join(allowed))
            found[by_name[name]] = as_number(value, f"{self.place(key)}.{name}", low, high)
        return found

    def extra(self) -> dict[str, Any]:
        """All keys that nobody took, frozen."""
        return {name: frozen(value) for name, value in self._left.items()} if self._left else {}

    def drop(self, key: str) -> None:
        """Passes over a key that is null or missing."""
        self._left.pop(key, None)


def as_number(value: Any, place: str, low: float, high: float) -> float:
    """`value` as a float in [low, high], or `Malformed`."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Malformed(f"{place} is not a number")
    if not low <= value <= high or not math.isfinite(value):
        raise Malformed(f"{place} is not between {low:g} and {high:g}")
    return float(value)


def frozen(value: Any) -> Any:
    """JSON values with every list turned into a tuple, so that a session's free-form parts do not change either."""
    if isinstance(value, list):
        return tuple([frozen(item) for item in value])
    if isinstance(value, dict):
        return {name: frozen(item) for name, item in value.items()}
    return value
