"""What an error or a step of the work says can be said in German: marked, found by lupdate, translated."""

from __future__ import annotations

import ast
import pickle
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from annotator import errors, wording
from annotator.errors import AnnotatorError, SessionError, VideoError
from annotator.phrase import Phrase
from annotator.ui.translations import build

ROOT: Final = Path(__file__).parent.parent
ERRORS: Final = {name for name, kind in vars(errors).items() if isinstance(kind, type) and name.endswith("Error")}
NAMES: Final = {"MediaPipe", "annotator"}  # as a subject these are the same in every language
TREES: Final = {path: ast.parse(path.read_text("utf-8")) for path in sorted((ROOT / "annotator").rglob("*.py"))}


def is_phrase_call(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "phrase"


def templates() -> Iterator[str]:
    """Every marked template, which must be plain for lupdate to read it."""
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and is_phrase_call(node):
                assert all(isinstance(a, ast.Constant) for a in node.args), f"{path.name}:{node.lineno}: not plain"
                assert len(node.args) == 2, f"{path.name}:{node.lineno}"
                assert not node.keywords, f"{path.name}:{node.lineno}"
                context, text = (str(a.value) for a in node.args if isinstance(a, ast.Constant))
                assert context == "Wording", f"{path.name}:{node.lineno}"
                yield text


def unmarked(node: ast.expr, tree: ast.AST) -> list[ast.expr]:
    """The parts of an expression that are a bare text: names are followed to what the file gives them."""
    match node:
        case ast.Constant(value=str()) | ast.JoinedStr() | ast.BinOp(op=ast.Add() | ast.Mod()):
            return [node]
        case ast.IfExp():
            return unmarked(node.body, tree) + unmarked(node.orelse, tree)
        case ast.Name():
            given = [n.value for n in ast.walk(tree) if isinstance(n, ast.Assign) and _names(n.targets, node.id)]
            given += [n.value for n in ast.walk(tree) if isinstance(n, ast.AnnAssign) and n.value
                      and _names([n.target], node.id)]  # fmt: skip
            return [bare for value in given if not isinstance(value, ast.Name) for bare in unmarked(value, tree)]
        case _:
            return []


def _names(targets: list[ast.expr], name: str) -> bool:
    return any(isinstance(target, ast.Name) and target.id == name for target in targets)


def raise_sites() -> Iterator[tuple[Path, ast.AST, ast.Call]]:
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS:
                yield path, tree, node


def steps() -> Iterator[tuple[Path, ast.AST, ast.Call]]:
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            match node:
                case ast.Call(func=ast.Attribute(attr="report"), args=[_, _, _]):
                    yield path, tree, node


def test_every_error_says_only_what_is_marked() -> None:
    sites = list(raise_sites())
    assert len(sites) > 70
    for path, tree, call in sites:
        assert len(call.args) == 3, f"{path}:{call.lineno}"
        for argument in call.args[1:]:
            assert not unmarked(argument, tree), f"{path}:{call.lineno}: {ast.unparse(argument)}"
        subject = call.args[0]
        name = isinstance(subject, ast.Constant) and subject.value in NAMES
        assert name or not unmarked(subject, tree), f"{path}:{call.lineno}: {ast.unparse(subject)}"


def test_every_step_of_the_work_is_marked() -> None:
    found = list(steps())
    assert len(found) > 10
    for path, tree, call in found:
        assert not unmarked(call.args[2], tree), f"{path}:{call.lineno}: {ast.unparse(call.args[2])}"


def test_lupdate_finds_each_and_each_has_its_german(tmp_path: Path) -> None:
    wanted = set(templates())
    assert len(wanted) > 120
    fresh = tmp_path / "fresh.ts"
    build.update(fresh, "de")
    assert wanted <= set(said_in(fresh))
    german = said_in(build.FOLDER / "annotator_de.ts")
    assert [text for text in sorted(wanted) if not german.get(text)] == []


def said_in(path: Path) -> dict[str, str]:
    """The Wording context of a .ts file: text -> finished translation, or ""."""
    (context,) = (c for c in ET.parse(path).getroot().iter("context") if c.findtext("name") == "Wording")
    found = {}
    for message in context.iter("message"):
        translation = message.find("translation")
        assert translation is not None
        found[message.findtext("source", "")] = "" if translation.get("type") else translation.text or ""
    return found


def test_a_phrase_is_its_english_text_and_knows_its_parts() -> None:
    inner = Phrase("its index is not at the front")
    whole = Phrase("the clip does not match: {what} at {at_s:.1f} s").filled(what=inner, at_s=2.0)
    assert whole == "the clip does not match: its index is not at the front at 2.0 s"
    german = {whole.template: "bei {at_s:.1f} s passt es nicht: {what}", inner.template: "das Verzeichnis"}
    assert whole.said(lambda text: german.get(text, text), lambda value, n: f"{value:.{n}f}".replace(".", ",")) == (
        "bei 2,0 s passt es nicht: das Verzeichnis"
    )


@pytest.mark.parametrize("details", [ValueError("no {braces} here"), Path("/a/b"), 3, 2.5, Phrase("more")])
def test_an_error_crosses_to_another_process_whole(details: object) -> None:
    cause = Phrase("the file is damaged ({details})").filled(details=details)
    error = SessionError("night.session.json", cause, Phrase("Check the file"))
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is SessionError
    assert str(again) == str(error) == f"night.session.json: the file is damaged ({details}). Check the file"
    assert again.cause.template == "the file is damaged ({details})"
    assert again.cause.values == error.cause.values


def test_a_file_name_with_braces_is_no_template() -> None:
    error = VideoError("{0}{a}.mp4", Phrase("there is no such file"), Phrase("Check the name"))
    assert str(error) == "{0}{a}.mp4: there is no such file. Check the name"


def test_the_window_says_them_in_german_and_the_line_stays_english(qapp: QApplication) -> None:
    translator = QTranslator(qapp)
    assert translator.load(str(build.FOLDER / "annotator_de.qm"))
    wording.set_translator(lambda text: translator.translate("Wording", text) or "")
    try:
        cause = Phrase("{at_s:.2f} s is not between its onset and its offset").filled(at_s=3.25)
        error = AnnotatorError(Phrase("Movement {number}").filled(number=3), cause, Phrase("Accept it first"))
        assert wording.said(error.subject) == "Bewegung 3"
        assert wording.said(error.cause) == "3.25 s liegt nicht zwischen ihrem Beginn und ihrem Ende"
        assert wording.said("night.mp4") == "night.mp4"
        assert str(error) == "Movement 3: 3.25 s is not between its onset and its offset. Accept it first"
    finally:
        wording.set_translator()
