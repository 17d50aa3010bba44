"""Times and numbers as the window writes them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale


def clock_text(seconds: float, decimals: int = 2) -> str:
    """A time on the video's clock: "1:02.35", "2:01:02.35". Never rounds up to a later frame's time."""
    scale = 10**decimals
    ticks = int(max(seconds, 0.0) * scale + 1e-6)
    whole, rest = divmod(ticks, scale)
    minutes, secs = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    text = f"{hours}:{minutes:02d}:{secs:02d}" if hours else f"{minutes}:{secs:02d}"
    return f"{text}{QLocale().decimalPoint()}{rest:0{decimals}d}" if decimals else text


def number(value: float, decimals: int) -> str:
    """A number with the locale's decimal sign."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(float(value), "f", decimals)


def spoken_duration(seconds: float) -> str:
    """A length of time in words short enough for a line: "42 s", "12 min", "7 h 40 min"."""
    if seconds < 100:
        return QCoreApplication.translate("Formats", "{seconds} s").format(seconds=round(seconds))
    minutes = round(seconds / 60)
    if minutes < 100:
        return QCoreApplication.translate("Formats", "{minutes} min").format(minutes=minutes)
    hours, minutes = divmod(minutes, 60)
    if not minutes:
        return QCoreApplication.translate("Formats", "{hours} h").format(hours=hours)
    return QCoreApplication.translate("Formats", "{hours} h {minutes} min").format(hours=hours, minutes=minutes)
