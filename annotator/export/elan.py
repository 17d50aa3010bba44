"""ELAN's .eaf (EAF 3.0): one tier a limb, and tiers for movements, flags, review and what could not be observed.

Schema: http://www.mpi.nl/tools/elan/EAFv3.0.xsd. The order of its elements is strict, annotations of one tier may not
overlap (overlapping ones go on a further tier), and none may be empty (at least one millisecond).
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import quote

from annotator.anatomy import LIMBS
from annotator.export import words
from annotator.export.context import PacketContext
from annotator.export.text import line
from annotator.export.view import lanes, milliseconds
from annotator.session.model import KINDS
from annotator.wording.translate import language, translate

_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
_MIME: Final = {".mp4": "video/mp4", ".m4v": "video/mp4", ".mov": "video/quicktime", ".avi": "video/x-msvideo"}
_TYPE_FREE, _TYPE_KIND = "free", "kind"
# ISO 639-3 codes, with the definitions and labels that ELAN itself writes.
_LANGUAGES: Final = {
    "en": ("eng", "http://cdb.iso.org/lg/CDB-00138502-001", "English (eng)"),
    "de": ("deu", "http://cdb.iso.org/lg/CDB-00138513-001", "German (deu)"),
}


@dataclass(frozen=True, slots=True)
class _Note:
    """One annotation: its span in milliseconds, what it says, and the vocabulary entry it names, if any."""

    span: tuple[int, int]
    text: str
    entry: str | None = None


def write_eaf(context: PacketContext, path: Path) -> None:
    """Writes the file. Raises OSError where the folder cannot be written."""
    root = ET.Element(
        "ANNOTATION_DOCUMENT",
        {
            "AUTHOR": line(f"annotator {context.version}"),
            "DATE": context.made_at.isoformat(timespec="seconds"),
            "FORMAT": "3.0",
            "VERSION": "3.0",
            f"{{{_XSI}}}noNamespaceSchemaLocation": "http://www.mpi.nl/tools/elan/EAFv3.0.xsd",
        },
    )
    _header(root, context)
    order = ET.SubElement(root, "TIME_ORDER")
    marks = _Marks(root, order, context.baby)
    for name, notes, annotator, kind in _tiers(context):
        for n, lane in enumerate(lanes(notes, lambda note: note.span) or [[]], 1):
            marks.tier(name if n == 1 else f"{name} ({n})", lane, annotator, kind)
    marks.last_annotation(root)
    _types(root)
    ET.indent(root, space="    ")
    ET.register_namespace("xsi", _XSI)
    ET.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)


def _header(root: ET.Element, context: PacketContext) -> None:
    header = ET.SubElement(root, "HEADER", {"MEDIA_FILE": "", "TIME_UNITS": "milliseconds"})
    url = "./" + quote(context.video_name)
    mime = _MIME.get(PurePosixPath(context.video_name).suffix.lower(), "video/*")
    ET.SubElement(header, "MEDIA_DESCRIPTOR", {"MEDIA_URL": url, "MIME_TYPE": mime, "RELATIVE_MEDIA_URL": url})
    for name, value in (
        ("disclaimer", words.disclaimer()),
        ("observed", words.observed(context.view)),
        ("video sha256", context.view.session.video.sha256),
    ):
        ET.SubElement(header, "PROPERTY", {"NAME": name}).text = line(value)


def _tiers(context: PacketContext) -> list[tuple[str, list[_Note], str, str]]:
    """(tier name, notes, annotator, linguistic type) in the order that ELAN shows them."""
    view = context.view
    whole = milliseconds(0.0, context.duration_s)
    tiers: list[tuple[str, list[_Note], str, str]] = [
        ("about", [_Note(whole, line(f"{words.disclaimer()} {words.outcome(view)}"))], "", _TYPE_FREE)
    ]
    for limb in (*LIMBS, None):
        found = [m for m in view.shown if (limb in m.limbs if limb else not m.limbs)]
        notes = [_Note(milliseconds(m.onset_s, m.offset_s), m.kind, _entry(m.kind)) for m in found]
        if limb or notes:
            tiers.append((limb or "limb_not_named", notes, "annotator", _TYPE_KIND))
    movements = [_Note(milliseconds(m.onset_s, m.offset_s), line(words.movement(m))) for m in view.shown]
    flags = [_Note(milliseconds(f.flag.start_s, f.flag.end_s), line(words.flag(f))) for f in view.shown_flags]
    people = ", ".join(name for name, _ in view.reviewers)
    reviews = [
        _Note(milliseconds(m.onset_s, m.offset_s), line(words.reviewed(m.id, m.review)))
        for m in view.movements
        if m.review
    ] + [
        _Note(milliseconds(f.flag.start_s, f.flag.end_s), line(words.reviewed(f.number, f.flag.review)))
        for f in view.flags
        if f.flag.review
    ]
    looked = [
        _Note(milliseconds(s.start_s, s.end_s), line(words.looked(s)))
        for s in view.session.looked
        if s.end_s > s.start_s
    ]
    excluded = [
        _Note(milliseconds(e.start_s, e.end_s), line(words.excluded(e)))
        for e in view.session.coverage.excluded
        if e.end_s > e.start_s
    ]
    return [
        *tiers,
        ("movements", movements, "annotator", _TYPE_FREE),
        ("flags", flags, "annotator", _TYPE_FREE),
        ("review", reviews, line(people), _TYPE_FREE),
        ("looked", looked, line(people), _TYPE_FREE),
        ("not_observed", excluded, "annotator", _TYPE_FREE),
    ]


class _Marks:
    """Counts the document's time slots and annotations."""

    def __init__(self, root: ET.Element, order: ET.Element, participant: str) -> None:
        self._root = root
        self._order = order
        self._participant = participant
        self._slots = 0
        self._annotations = 0

    def tier(self, name: str, notes: Sequence[_Note], annotator: str, kind: str) -> None:
        tier = ET.SubElement(
            self._root,
            "TIER",
            {
                "ANNOTATOR": annotator,
                "LINGUISTIC_TYPE_REF": kind,
                "PARTICIPANT": self._participant,
                "TIER_ID": name,
            },
        )
        for note in notes:
            self._annotations += 1
            attributes = {
                "ANNOTATION_ID": f"a{self._annotations}",
                "TIME_SLOT_REF1": self._slot(note.span[0]),
                "TIME_SLOT_REF2": self._slot(note.span[1]),
            }
            if note.entry:
                attributes["CVE_REF"] = note.entry
            holder = ET.SubElement(ET.SubElement(tier, "ANNOTATION"), "ALIGNABLE_ANNOTATION", attributes)
            ET.SubElement(holder, "ANNOTATION_VALUE").text = note.text

    def _slot(self, value: int) -> str:
        self._slots += 1
        ET.SubElement(self._order, "TIME_SLOT", {"TIME_SLOT_ID": f"ts{self._slots}", "TIME_VALUE": str(value)})
        return f"ts{self._slots}"

    def last_annotation(self, root: ET.Element) -> None:
        header = root.find("HEADER")
        if header is not None:
            ET.SubElement(header, "PROPERTY", {"NAME": "lastUsedAnnotationId"}).text = str(self._annotations)


def _types(root: ET.Element) -> None:
    base = {"GRAPHIC_REFERENCES": "false", "TIME_ALIGNABLE": "true"}
    ET.SubElement(root, "LINGUISTIC_TYPE", {**base, "LINGUISTIC_TYPE_ID": _TYPE_FREE})
    ET.SubElement(
        root, "LINGUISTIC_TYPE", {"CONTROLLED_VOCABULARY_REF": "kinds", **base, "LINGUISTIC_TYPE_ID": _TYPE_KIND}
    )
    ET.SubElement(root, "LOCALE", {"COUNTRY_CODE": "GB", "LANGUAGE_CODE": "en"})
    code, definition, label = _LANGUAGES[language()]
    ET.SubElement(root, "LANGUAGE", {"LANG_DEF": definition, "LANG_ID": code, "LANG_LABEL": label})
    for name, text in (
        ("Time_Subdivision", "Time subdivision of parent annotation's time interval, no time gaps allowed within"),
        ("Symbolic_Subdivision", "Symbolic subdivision of a parent annotation"),
        ("Symbolic_Association", "1-1 association with a parent annotation"),
        ("Included_In", "Time alignable annotations within the parent annotation's time interval, gaps are allowed"),
    ):
        ET.SubElement(root, "CONSTRAINT", {"DESCRIPTION": text, "STEREOTYPE": name})
    vocabulary = ET.SubElement(root, "CONTROLLED_VOCABULARY", {"CV_ID": "kinds"})
    ET.SubElement(vocabulary, "DESCRIPTION", {"LANG_REF": code}).text = translate("Wording", "Kinds of movement")
    for kind in KINDS:
        entry = ET.SubElement(vocabulary, "CV_ENTRY_ML", {"CVE_ID": _entry(kind)})
        value = {"DESCRIPTION": line(words.kind_meaning(kind)), "LANG_REF": code}
        ET.SubElement(entry, "CVE_VALUE", value).text = kind


def _entry(kind: str) -> str:
    return f"cveid_{kind}"
