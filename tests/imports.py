"""Reads who imports whom from the source, without importing anything."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Import:
    """`importer` imports `imported` (both dotted); `lazy` inside a function, so only when that runs."""

    importer: str
    imported: str
    lazy: bool


def sources(root: Path) -> dict[str, str]:
    """Every module of the package at `root`, by its dotted name."""
    found = {}
    for path in sorted(root.rglob("*.py")):
        parts = path.relative_to(root.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path.read_text("utf-8")
    return found


def imports(modules: Mapping[str, str]) -> list[Import]:
    """All imports of `modules` (name -> source) but those that only a type checker sees."""
    return [found for name, text in modules.items() for found in _in_module(name, ast.parse(text), modules)]


def reached(start: str, found: list[Import]) -> dict[str, str]:
    """What is imported when `start` is, by way of any number of modules, each with the module that names it."""
    eager: dict[str, set[str]] = {}
    for one in found:
        if not one.lazy:
            eager.setdefault(one.importer, set()).add(one.imported)
    by: dict[str, str] = {}
    waiting = [start, *_parents(start)]
    while waiting:
        here = waiting.pop()
        for there in eager.get(here, ()):
            for name in (there, *_parents(there)):
                if name not in by and name != start:
                    by[name] = here
                    waiting.append(name)
    return by


def cycles(found: list[Import]) -> list[str]:
    """Modules that come back to themselves by imports at their top, sorted."""
    edges: dict[str, set[str]] = {}
    for one in found:
        if not one.lazy:
            edges.setdefault(one.importer, set()).add(one.imported)
    return sorted(start for start in edges if start in _follow(start, edges))


def _follow(start: str, edges: Mapping[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        for there in edges.get(waiting.pop(), ()):
            if there not in seen:
                seen.add(there)
                waiting.append(there)
    return seen


def _parents(name: str) -> Iterator[str]:
    while "." in name:
        name = name.rpartition(".")[0]
        yield name


def _in_module(name: str, tree: ast.Module, modules: Mapping[str, str]) -> Iterator[Import]:
    package = name if any(other.startswith(f"{name}.") for other in modules) else name.rpartition(".")[0]

    def visit(node: ast.AST, lazy: bool) -> Iterator[Import]:
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(name, alias.name, lazy)
        elif isinstance(node, ast.ImportFrom):
            above = package.rsplit(".", node.level - 1)[0] if node.level > 1 else package
            base = ".".join(filter(None, [above if node.level else "", node.module or ""]))
            for alias in node.names:
                full = f"{base}.{alias.name}"
                yield Import(name, full if full in modules else base, lazy)
        elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            for otherwise in node.orelse:
                yield from visit(otherwise, lazy)
        else:
            inside = lazy or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            for child in ast.iter_child_nodes(node):
                yield from visit(child, inside)

    yield from visit(tree, False)
