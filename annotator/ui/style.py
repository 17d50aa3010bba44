"""The theme as Qt understands it: palette, font and style sheet. Everything scales with the text."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from annotator.ui.theme import Theme


def apply_colours(application: QApplication, theme: Theme, scale: float, base_point_size: float) -> None:
    """Gives the application font and palette. `base_point_size` is the system's own text size in points."""
    font = QFont(application.font())
    font.setPointSizeF(base_point_size * scale)
    application.setFont(font)
    application.setPalette(palette_of(theme))


def apply_sheet(application: QApplication, theme: Theme, scale: float, base_point_size: float) -> None:
    """Gives the application its style sheet. Every widget that is there is polished once: do it after building them."""
    application.setStyleSheet(sheet_of(theme, base_point_size * scale))


def palette_of(theme: Theme) -> QPalette:
    """The theme as a palette, for what the style sheet does not reach (menus, dialogs, text selections)."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.window,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.surface,
        QPalette.ColorRole.AlternateBase: theme.raised,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.Button: theme.surface,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.Highlight: theme.selection,
        QPalette.ColorRole.HighlightedText: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.ToolTipBase: theme.text,
        QPalette.ColorRole.ToolTipText: theme.window,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.LinkVisited: theme.accent,
        QPalette.ColorRole.Mid: theme.line,
        QPalette.ColorRole.Midlight: theme.line,
        QPalette.ColorRole.Dark: theme.line,
        QPalette.ColorRole.Light: theme.raised,
        QPalette.ColorRole.Shadow: theme.line,
    }
    for role, value in roles.items():
        palette.setColor(role, QColor(value))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        faded = QColor(theme.muted)
        faded.setAlphaF(0.65)
        palette.setColor(QPalette.ColorGroup.Disabled, role, faded)
    return palette


def sheet_of(theme: Theme, points: float) -> str:
    """The style sheet. Widgets opt in by object name or by the dynamic property `kind`."""
    t = theme
    title, heading, small = round(points * 1.7, 1), round(points * 1.18, 1), round(points * 0.9, 1)
    pad = round(points * 0.5)
    tall = round(points * 2.2)
    hover = t.raised
    arrow, check, dot = (_asset(f"{name}-{'dark' if t.dark else 'light'}.svg") for name in ("down", "check", "dot"))
    return f"""
QMainWindow, QDialog {{ background: {t.window}; }}
QWidget {{ color: {t.text}; }}
QToolTip {{ background: {t.text}; color: {t.window}; border: 0; padding: {pad}px; }}
QLabel {{ background: transparent; }}
QLabel[kind="title"] {{ font-size: {title}pt; font-weight: 600; }}
QLabel[kind="heading"] {{ font-size: {heading}pt; font-weight: 600; }}
QLabel[kind="muted"] {{ color: {t.muted}; }}
QLabel[kind="small"] {{ color: {t.muted}; font-size: {small}pt; }}
QLabel[kind="overline"] {{ color: {t.muted}; font-size: {small}pt; font-weight: 600; }}
QLabel[kind="figure"] {{ font-size: {title}pt; font-weight: 600; }}
QLabel[kind="key"] {{ background: {t.raised}; border: 1px solid {t.line}; border-bottom: 2px solid {t.line};
    border-radius: 4px; padding: 1px {pad}px; font-size: {small}pt; }}

QMenuBar {{ background: {t.window}; border: 0; padding: 2px {pad}px; }}
QMenuBar::item {{ background: transparent; padding: {pad // 2 + 1}px {pad + 3}px; border-radius: 5px; }}
QMenuBar::item:selected {{ background: {t.raised}; }}
QMenu {{ background: {t.surface}; border: 1px solid {t.line}; padding: {pad}px 0; }}
QMenu::item {{ padding: {pad - 1}px {pad * 5}px {pad - 1}px {pad * 4}px; }}
QMenu::item:selected {{ background: {t.selection}; color: {t.text}; }}
QMenu::item:disabled {{ color: {t.muted}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: {pad // 2}px {pad * 2}px; }}
QMenu::indicator {{ left: {pad + 2}px; width: {round(points)}px; height: {round(points)}px; }}

QFrame[kind="header"] {{ background: {t.window}; border: 0; border-bottom: 1px solid {t.line}; }}
QFrame[kind="footer"] {{ background: {t.window}; border: 0; border-top: 1px solid {t.line}; }}
QFrame[kind="card"] {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: 10px; }}
QFrame[kind="plain"] {{ background: {t.surface}; border: 0; }}
QFrame[kind="drop"] {{ background: {t.surface}; border: 2px dashed {t.line}; border-radius: 16px; }}
QFrame[kind="drop"][over="true"] {{ border-color: {t.accent}; background: {t.selection}; }}
QFrame[kind="notice"] {{ background: {t.selection}; border: 0; border-left: 4px solid {t.accent}; }}
QFrame[kind="notice"][tone="problem"] {{ background: {t.raised}; border-left: 4px solid {t.rejected}; }}
QFrame[kind="rule"] {{ background: {t.line}; border: 0; max-height: 1px; min-height: 1px; }}

QPushButton {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: 6px;
    padding: {pad}px {pad * 2 + 2}px; min-height: {tall - 2 * pad}px; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:pressed {{ background: {t.selection}; }}
QPushButton:focus {{ border: 2px solid {t.accent}; padding: {pad - 1}px {pad * 2 + 1}px; }}
QPushButton:disabled {{ color: {t.muted}; background: {t.window}; }}
QPushButton:checked {{ background: {t.selection}; border-color: {t.accent}; }}
QPushButton[kind="primary"] {{ background: {t.accent}; color: {t.on_accent}; border: 1px solid {t.accent};
    font-weight: 600; }}
QPushButton[kind="primary"]:hover {{ background: {_mix(t.accent, t.text, 0.12)}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {t.text}; }}
QPushButton[kind="primary"]:disabled {{ background: {t.raised}; color: {t.muted}; border-color: {t.line}; }}
QPushButton[kind="quiet"] {{ background: transparent; border: 1px solid transparent; color: {t.accent}; }}
QPushButton[kind="quiet"]:hover {{ background: {t.raised}; }}
QPushButton[kind="quiet"]:focus {{ border: 2px solid {t.accent}; }}
QPushButton[kind="row"] {{ text-align: left; background: transparent; border: 1px solid transparent;
    padding: {pad}px {pad}px; }}
QPushButton[kind="row"]:hover {{ background: {t.raised}; }}
QPushButton[kind="row"]:focus {{ border: 2px solid {t.accent}; }}
QToolButton {{ background: transparent; border: 1px solid transparent; border-radius: 6px; padding: {pad - 1}px; }}
QToolButton:hover {{ background: {t.raised}; }}
QToolButton:checked {{ background: {t.selection}; }}
QToolButton:focus {{ border-color: {t.accent}; }}
QToolButton:disabled {{ color: {t.muted}; }}

QPushButton[kind="segment"] {{ border-radius: 0; border: 1px solid {t.line}; padding: {pad - 1}px {pad * 2}px; }}
QPushButton[kind="segment"][edge="first"] {{ border-top-left-radius: 6px; border-bottom-left-radius: 6px;
    border-right: 0; }}
QPushButton[kind="segment"][edge="last"] {{ border-top-right-radius: 6px; border-bottom-right-radius: 6px; }}
QPushButton[kind="segment"]:checked {{ background: {t.selection}; border-color: {t.accent}; }}
QPushButton[kind="segment"]:focus {{ border: 2px solid {t.accent}; padding: {pad - 2}px {pad * 2 - 1}px; }}

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateEdit, QTimeEdit {{
    background: {t.surface}; border: 1px solid {t.line}; border-radius: 6px; padding: {pad - 1}px {pad + 2}px;
    selection-background-color: {t.selection}; selection-color: {t.text}; min-height: {tall - 2 * pad}px; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus,
QDateEdit:focus, QTimeEdit:focus {{ border: 2px solid {t.accent}; padding: {pad - 2}px {pad + 1}px; }}
QComboBox::drop-down {{ border: 0; width: {tall}px; }}
QComboBox::down-arrow {{ image: url("{arrow}"); width: {pad + 6}px; height: {pad + 6}px; }}
QComboBox QAbstractItemView {{ background: {t.surface}; border: 1px solid {t.line};
    selection-background-color: {t.selection}; selection-color: {t.text}; outline: 0; }}
QCheckBox, QRadioButton {{ spacing: {pad}px; padding: 2px; border: 1px solid transparent; border-radius: 4px; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {pad * 2 + 4}px; height: {pad * 2 + 4}px;
    border: 1px solid {t.muted}; border-radius: 4px; background: {t.surface}; }}
QRadioButton::indicator {{ border-radius: {pad + 3}px; }}
QCheckBox::indicator:checked {{ background: {t.accent}; border-color: {t.accent}; image: url("{check}"); }}
QRadioButton::indicator:checked {{ background: {t.accent}; border-color: {t.accent}; image: url("{dot}"); }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {t.line}; background: {t.raised}; }}
QCheckBox:focus, QRadioButton:focus {{ border: 1px solid {t.accent}; }}

QTabWidget::pane {{ border: 0; border-top: 1px solid {t.line}; background: {t.surface}; }}
QTabWidget::tab-bar {{ left: {pad}px; }}
QTabBar {{ background: transparent; }}
QTabBar::tab {{ background: transparent; color: {t.muted}; padding: {pad + 2}px {pad * 2}px;
    border: 0; border-bottom: 3px solid transparent; }}
QTabBar::tab:selected {{ color: {t.text}; border-bottom-color: {t.accent}; }}
QTabBar::tab:hover {{ color: {t.text}; }}
QTabBar::tab:focus {{ background: {t.selection}; }}

QTableView, QTreeView, QListView {{ background: {t.surface}; border: 0; gridline-color: transparent; outline: 0;
    alternate-background-color: {t.surface}; selection-background-color: {t.selection};
    selection-color: {t.text}; }}
QTableView::item, QListView::item {{ padding: 0 {pad}px; border-bottom: 1px solid {t.raised}; }}
QTableView::item:selected, QListView::item:selected {{ background: {t.selection}; color: {t.text}; }}
QTableView:focus {{ border: 1px solid {t.accent}; }}
QHeaderView {{ background: {t.surface}; }}
QHeaderView::section {{ background: {t.surface}; color: {t.muted}; border: 0; border-bottom: 1px solid {t.line};
    padding: {pad}px {pad}px; font-size: {small}pt; }}
QHeaderView::section:hover {{ color: {t.text}; }}
QTableCornerButton::section {{ background: {t.surface}; border: 0; }}

QSplitter::handle {{ background: {t.line}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
QSplitter::handle:hover {{ background: {t.accent}; }}
QScrollArea {{ background: transparent; border: 0; }}
QScrollArea > QWidget > QWidget[kind="page"] {{ background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: {pad * 2}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {pad * 2}px; margin: 0; }}
QScrollBar::handle {{ background: {_mix(t.line, t.muted, 0.35)}; border-radius: {pad // 2 + 1}px; margin: 3px;
    min-height: {tall}px; min-width: {tall}px; }}
QScrollBar::handle:hover {{ background: {t.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}

QProgressBar {{ background: {t.raised}; border: 0; border-radius: 4px; max-height: 8px; min-height: 8px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 4px; }}
QSlider::groove:horizontal {{ background: {t.line}; height: 4px; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {t.accent}; border-radius: 2px; }}
QSlider::handle:horizontal {{ background: {t.surface}; border: 2px solid {t.accent}; width: {pad * 2}px;
    margin: -{pad}px 0; border-radius: {pad + 2}px; }}
QSlider::handle:horizontal:focus {{ background: {t.accent}; }}
QStatusBar {{ background: {t.window}; color: {t.muted}; }}
"""


def _asset(name: str) -> str:
    """A picture's path as a style sheet takes it, on every system."""
    return (Path(__file__).parent / "assets" / name).as_posix()


def _mix(first: str, second: str, share: float) -> str:
    """The colour `share` of the way from the first to the second."""
    a, b = QColor(first), QColor(second)
    parts = ((x + (y - x) * share) for x, y in zip(a.getRgbF()[:3], b.getRgbF()[:3], strict=True))  # type: ignore[index]
    return QColor.fromRgbF(*parts).name()
