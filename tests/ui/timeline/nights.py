"""Sessions and traces of any length, made up from a seed: what the timeline's tests and its benchmark draw."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from annotator.anatomy import LIMBS, Limb
from annotator.session.model import (
    Coverage,
    Excluded,
    Kind,
    LookedSpan,
    Movement,
    ObserverAnswers,
    PatternFlag,
    Review,
    Session,
    SoundSpan,
    VideoRecord,
)
from annotator.ui.timeline.traces import Channel, Traces, Waveform

FRAME_HZ = 30.0
THRESHOLD = 0.35


def video(duration_s: float) -> VideoRecord:
    return VideoRecord("night.mp4", "0" * 64, duration_s, round(duration_s * FRAME_HZ), 1920, 1080, 0, "constant", True)


def movement(
    number: int, onset_s: float, length_s: float, kind: Kind = "jerk", limbs: tuple[Limb, ...] = ("left_arm",)
) -> Movement:
    return Movement(
        id=number, onset_s=onset_s, peak_s=onset_s + length_s / 3, offset_s=onset_s + length_s, kind=kind, limbs=limbs,
        peak_displacement_torso=0.3, peak_speed_torso_per_s=1.2, frequency_hz=2.1 if kind == "rhythmic" else None,
        cycles=8 if kind == "rhythmic" else None,
    )  # fmt: skip


def session_of(duration_s: float, movements: tuple[Movement, ...], **parts: object) -> Session:
    coverage = Coverage(duration_s, dict.fromkeys(LIMBS, duration_s))
    values: dict[str, object] = {"settings": {}, "coverage": coverage, "movements": movements, **parts}
    return Session(video=video(duration_s), **values)  # type: ignore[arg-type]


def few(duration_s: float = 62.0) -> Session:
    """A minute with every kind and every verdict in it."""
    said = Review("accepted", "Dr. A", reviewed_at="2026-11-21T21:00:00Z")
    movements = [
        movement(1, 4.2, 0.5, "jerk", ("left_arm",)),
        movement(2, 9.0, 0.8, "jerk", ("left_arm", "right_arm")),
        movement(3, 12.4, 3.4, "prolonged", ("right_leg",)),
        movement(4, 17.5, 8.2, "rhythmic", ("left_arm", "right_arm")),
        movement(5, 28.0, 6.1, "sustained", ("left_leg", "right_leg")),
        movement(6, 36.0, 4.0, "slow", ("head",)),
        movement(7, 37.2, 0.4, "jerk", ()),
        movement(8, 43.0, 11.0, "active", ("left_arm", "right_arm", "left_leg", "right_leg", "head")),
        movement(9, 56.0, 0.7, "jerk", ("right_leg",)),
        movement(10, 57.9, 0.6, "jerk", ("right_leg",)),
    ]
    verdicts = {2: "accepted", 3: "rejected", 5: "unsure", 9: "accepted"}
    reviewed = []
    for m in movements:
        if m.id in verdicts:
            m = _with_review(m, Review(verdicts[m.id], said.reviewer))  # type: ignore[arg-type]
        reviewed.append(m)
    reviewed.append(_by_reviewer(movement(11, 33.0, 1.1, "jerk", ("left_arm",))))
    excluded = (
        Excluded(0.0, 2.4, "camera_moved"),
        Excluded(13.0, 16.5, "covered", ("left_leg",)),
        Excluded(31.0, 33.5, "out_of_frame", ("right_arm",)),
        Excluded(39.0, 42.0, "other_person"),
        Excluded(58.0, 62.0, "covered", ("head",)),
    )
    limbs_s: dict[Limb, float] = {
        "left_arm": 56.6, "right_arm": 54.1, "left_leg": 53.1, "right_leg": 56.6, "head": 52.6,
    }  # fmt: skip
    return session_of(
        duration_s,
        tuple(reviewed),
        coverage=Coverage(56.6, limbs_s, excluded),
        patterns=(
            PatternFlag("rhythmic", 17.5, 25.7, (4,), {}),
            PatternFlag("sustained", 28.0, 34.1, (5,), {}, review=said),
            PatternFlag("sustained", 17.5, 25.7, (4,), {}),
            PatternFlag("bilateral", 17.5, 25.7, (4,), {}),
            PatternFlag("prolonged", 12.4, 15.8, (3,), {}),
        ),
        sounds=(SoundSpan("sudden_noise", 8.6, 8.8, 21.0), SoundSpan("crying_like", 45.5, 52.0, 24.0)),
        looked=(LookedSpan(0.5, 8.2, "Mother", "parent"), LookedSpan(34.6, 36.0, "Dr. A")),
        observer=ObserverAnswers(clock_start="22:15"),
    )


def night(duration_s: float = 8 * 3600.0, count: int = 10_000, seed: int = 1) -> Session:
    """A long recording: bursts of movements with quiet between them, gaps in what could be seen, and flags."""
    random = np.random.default_rng(seed)
    centers = np.sort(random.uniform(0, duration_s, max(count // 60, 1)))
    onsets = random.choice(centers, count) + random.normal(0, duration_s / 300, count)
    onsets = np.sort(np.clip(onsets, 0, duration_s - 12))
    kinds: list[Kind] = ["jerk", "prolonged", "sustained", "rhythmic", "slow"]
    picks = random.choice(len(kinds), count, p=[0.62, 0.12, 0.04, 0.07, 0.15])
    lengths = {"jerk": 0.6, "prolonged": 3.0, "sustained": 7.0, "rhythmic": 5.0, "slow": 3.0}
    movements = []
    for n in range(count):
        kind = kinds[int(picks[n])]
        limbs = tuple(limb for limb in LIMBS if random.random() < 0.28)
        length = lengths[kind] * float(random.uniform(0.6, 1.3))
        m = movement(n + 1, float(onsets[n]), length, kind, limbs)
        if random.random() < 0.1:
            m = _with_review(m, Review(("accepted", "rejected", "unsure")[n % 3], "Dr. A"))
        movements.append(m)
    starts = np.sort(random.uniform(0, duration_s * 0.97, 40))
    excluded = tuple(
        Excluded(float(s), float(s + random.uniform(0.06, 1.0) * duration_s / 90), reason, limbs)  # type: ignore[arg-type]
        for s, reason, limbs in zip(
            starts,
            ["camera_moved", "covered", "other_person", "too_dark", "out_of_frame"] * 8,
            [(), ("left_leg", "right_leg"), (), (), ("head",)] * 8,
            strict=True,
        )
    )
    patterns = [PatternFlag("cluster", float(c), float(c + 90), (1, 2, 3), {}) for c in centers[::3]]
    patterns += [PatternFlag("rhythmic", m.onset_s, m.offset_s, (m.id,), {}) for m in movements if m.kind == "rhythmic"]
    patterns += [PatternFlag("frequent", 0.0, duration_s, (1, 2, 3), {})]
    share = {limb: duration_s * (0.78 + 0.04 * n) for n, limb in enumerate(LIMBS)}
    return session_of(
        duration_s,
        tuple(movements),
        coverage=Coverage(0.85 * duration_s, share, excluded),
        patterns=tuple(patterns),
        sounds=tuple(SoundSpan("crying_like", float(c), float(c + 40), 20.0) for c in centers[::20]),
        looked=(LookedSpan(600.0, 2400.0, "Dr. A"),),
        observer=ObserverAnswers(clock_start="21:40"),
    )


def traces_of(session: Session, rate_hz: float = FRAME_HZ, seed: int = 2) -> Traces:
    """Speeds that fit a session's movements, with noise, float32, and a waveform."""
    random = np.random.default_rng(seed)
    length = round(session.video.duration_s * rate_hz)
    t_s = np.arange(length) / rate_hz
    channels: dict[Limb | None, Channel] = {}
    for limb in (*LIMBS, None):
        speed = np.abs(random.normal(0.05, 0.04, length)).astype(np.float32)
        observed = np.ones(length, bool)
        for m in session.movements:
            if limb in (m.limbs or (None,)):
                first, last = np.searchsorted(t_s, (m.onset_s, m.offset_s))
                n = last - first
                wave = np.sin(np.linspace(0, np.pi, n)) ** 2
                if m.kind == "rhythmic":
                    wave = np.abs(np.sin(np.linspace(0, 2 * np.pi * m.duration_s, n)))
                if m.kind in ("sustained", "slow"):
                    wave = 0.4 * np.exp(-np.linspace(0, 6, n)) + 0.3 * np.exp(-np.linspace(6, 0, n))
                speed[first:last] += (wave * random.uniform(0.6, 1.6)).astype(np.float32)
        for span in session.coverage.excluded:
            if not span.limbs or limb in span.limbs:
                observed[(t_s >= span.start_s) & (t_s < span.end_s)] = False
        channels[limb] = Channel(speed, observed, (THRESHOLD,))
    bins = round(session.video.duration_s * 100)
    loud = np.full(bins, 0.004)
    for sound in session.sounds:
        loud[int(sound.start_s * 100) : int(sound.end_s * 100)] = 0.25
    high = (loud * random.uniform(0.3, 1, bins)).astype(np.float32)
    return Traces(t_s, channels, Waveform(0.0, 0.01, -high, high))


def _with_review(m: Movement, review: Review) -> Movement:
    return replace(m, review=review)


def _by_reviewer(m: Movement) -> Movement:
    return replace(m, source="reviewer")
