"""Movements and pattern flags in words: what was measured, against which settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from annotator.wording.counts import cycle_count, movement_count
from annotator.wording.names import kind_name, limbs_phrase, rule_name
from annotator.wording.table import row_title
from annotator.wording.translate import Register, capitalized, clock, length, listed, number, short_number, translate

if TYPE_CHECKING:
    from annotator.patterns.near import NearMiss
    from annotator.session.model import Movement, PatternFlag

_ROW_OF_RULE: Final = {
    "sustained": "duration",
    "prolonged": "duration",
    "rhythmic": "repetition",
    "cluster": "repetition",
    "frequent": "frequency",
    "bilateral": "location",
    "whole_body": "location",
    "arousal": "arousal",
}
# The measured fact that each setting was held against.
_MEASURED_BY: Final = {
    "jerk_longest_s": "duration_s",
    "sustained_longer_than_s": "duration_s",
    "rhythmic_fewest_cycles": "cycles",
    "rhythmic_lowest_hz": "frequency_hz",
    "rhythmic_highest_hz": "frequency_hz",
    "rhythmic_shortest_s": "duration_s",
    "cluster_fewest_movements": "count",
    "cluster_smallest_displacement_torso": "smallest_displacement_torso",
    "cluster_longest_onset_gap_s": "longest_onset_gap_s",
    "bilateral_longest_onset_lag_s": "longest_onset_lag_s",
    "bilateral_smallest_amplitude_ratio": "smallest_amplitude_ratio",
    "bilateral_longer_than_s": "duration_s",
    "bilateral_smallest_cluster_share": "cluster_share",
    "whole_body_longest_onset_lag_s": "longest_onset_lag_s",
    "frequent_fewest_per_observed_hour": "per_observed_hour",
    "frequent_shortest_observed_s": "observed_s",
    "arousal_shortest_cry_s": "cry_s",
    "arousal_longest_delay_s": "delay_s",
}
_AT_MOST: Final[frozenset[str | tuple[str, str]]] = frozenset(
    {
        ("prolonged", "sustained_longer_than_s"),
        "rhythmic_highest_hz",
        "cluster_longest_onset_gap_s",
        "bilateral_longest_onset_lag_s",
        "whole_body_longest_onset_lag_s",
        "arousal_longest_delay_s",
    }
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """One measured number beside the setting it was held against, both in words, for a table of a flag's reasons."""

    setting: str
    asked: str
    measured: str
    threshold: float = 0.0
    value: float | None = None
    at_most: bool = False  # the setting asks for no more than the threshold, rather than for no less


def movement_sentence(movement: Movement, register: Register = "plain") -> str:
    """One movement as it stands (give it as reviewed)."""
    if register == "plain":
        values = {
            "kind": capitalized(kind_name(movement.kind)),
            "limbs": limbs_phrase(movement.limbs),
            "at": clock(movement.onset_s),
            "length": length(movement.duration_s),
        }
        return translate("Wording", "{kind}, {limbs}, at {at}, lasting {length}.").format(**values)
    parts = [
        translate("Wording", "Movement {id}: {kind}, {limbs}").format(
            id=movement.id, kind=kind_name(movement.kind), limbs=limbs_phrase(movement.limbs)
        ),
        translate("Wording", "onset {onset} s, peak {peak} s, offset {offset} s ({duration} s)").format(
            onset=number(movement.onset_s, 2),
            peak=number(movement.peak_s, 2),
            offset=number(movement.offset_s, 2),
            duration=number(movement.duration_s, 2),
        ),
    ]
    if movement.peak_displacement_torso is None:
        parts.append(translate("Wording", "size not measured"))
    else:
        text = translate("Wording", "peak displacement {size} torso lengths")
        parts.append(text.format(size=number(movement.peak_displacement_torso, 2)))
    if movement.peak_speed_torso_per_s is not None:
        text = translate("Wording", "peak speed {speed} torso lengths/s")
        parts.append(text.format(speed=number(movement.peak_speed_torso_per_s, 1)))
    if movement.kind == "rhythmic" and movement.frequency_hz is not None:
        parts.append(translate("Wording", "{hz} Hz").format(hz=number(movement.frequency_hz, 1)))
    if movement.kind == "rhythmic" and movement.cycles is not None:
        parts.append(cycle_count(movement.cycles))
    return "; ".join(parts) + "."


def sudden_noise_sentence(lead_s: float) -> str:
    """That a sudden noise came shortly before a movement: a fact, no cause."""
    text = translate("Wording", "A sudden noise began {lead} s before it.")
    return text.format(lead=number(lead_s, 1))


def flag_sentence(flag: PatternFlag, register: Register = "plain") -> str:
    """What was measured. The precise register adds the row of the table and the settings."""
    said = _FLAG_SENTENCES[flag.rule](flag)
    if flag.facts.get("still_met") is False:
        said = translate("Wording", "No longer met after later changes. Before: {before}").format(before=said)
    if register == "plain":
        return said
    return f"{said} {flag_row_sentence(flag)} {settings_sentence(flag.rule, flag.facts.get('settings', {}))}"


def flag_row_sentence(flag: PatternFlag) -> str:
    """Which row of the table the numbers meet."""
    text = translate("Wording", "Meets the row “{row}” of the documents' table (rule: {rule}).")
    return text.format(row=row_title(_ROW_OF_RULE[flag.rule]), rule=rule_name(flag.rule))


def settings_sentence(rule: str, settings: Mapping[str, Any]) -> str:
    """The settings that a rule was asked with."""
    asked = [setting_phrase(rule, name, value) for name, value in settings.items()]
    return translate("Wording", "Settings: {settings}.").format(settings=", ".join(asked))


def setting_phrase(rule: str, name: str, value: float) -> str:
    """What one setting asks for: "at least 3 movements"."""
    if (rule, name) == ("prolonged", "sustained_longer_than_s"):
        return translate("Wording", "at most {value} s").format(value=short_number(value))
    text = {
        "jerk_longest_s": translate("Wording", "longer than {value} s"),
        "sustained_longer_than_s": translate("Wording", "longer than {value} s"),
        "rhythmic_fewest_cycles": translate("Wording", "at least {value} cycles")
        if value != 1
        else translate("Wording", "at least {value} cycle"),
        "rhythmic_lowest_hz": translate("Wording", "at least {value} Hz"),
        "rhythmic_highest_hz": translate("Wording", "at most {value} Hz"),
        "rhythmic_shortest_s": translate("Wording", "lasting at least {value} s"),
        "cluster_fewest_movements": translate("Wording", "at least {value} movements")
        if value != 1
        else translate("Wording", "at least {value} movement"),
        "cluster_smallest_displacement_torso": translate("Wording", "each of at least {value} torso lengths"),
        "cluster_longest_onset_gap_s": translate("Wording", "onsets at most {value} s apart"),
        "bilateral_longest_onset_lag_s": translate("Wording", "both starting within {value} ms"),
        "bilateral_smallest_amplitude_ratio": translate("Wording", "the smaller at least {value} % of the larger"),
        "bilateral_longer_than_s": translate("Wording", "longer than {value} s"),
        "bilateral_smallest_cluster_share": translate("Wording", "in at least {value} % of a series"),
        "whole_body_longest_onset_lag_s": translate("Wording", "all starting within {value} ms"),
        "frequent_fewest_per_observed_hour": translate("Wording", "at least {value} an observed hour"),
        "frequent_shortest_observed_s": translate("Wording", "at least {value} min observed"),
        "arousal_shortest_cry_s": translate("Wording", "sound of at least {value} s"),
        "arousal_longest_delay_s": translate("Wording", "beginning at most {value} s after the movement"),
        "noise_longest_lead_s": translate("Wording", "a sudden noise at most {value} s before"),
    }.get(name, f"{name} {{value}}")
    return text.format(value=_in_its_unit(name, value))


def comparisons(flag: PatternFlag) -> tuple[Comparison, ...]:
    """A flag's numbers against its thresholds, one by one."""
    found = []
    for name, value in flag.facts.get("settings", {}).items():
        measured = flag.facts.get(_MEASURED_BY.get(name, ""))
        asked, said = setting_phrase(flag.rule, name, value), _measured(name, measured)
        at_most = name in _AT_MOST or (flag.rule, name) in _AT_MOST
        found.append(Comparison(name, asked, said, value, measured, at_most))
    return tuple(found)


def near_miss_sentence(miss: NearMiss) -> str:
    """What came close to a rule, and the numbers that kept it from being met."""
    gaps = [
        translate("Wording", "{measured} (asked for: {asked})").format(
            measured=_measured(gap.setting, gap.measured), asked=setting_phrase(miss.rule, gap.setting, gap.threshold)
        )
        for gap in miss.gaps
    ]
    text = translate("Wording", "Close to “{rule}” at {at}, not met: {gaps}.")
    return text.format(rule=rule_name(miss.rule), at=clock(miss.start_s), gaps=listed(gaps))


def _in_its_unit(name: str, value: float) -> str:
    """The bare number of a setting or of what it is held against, in the unit that its phrase gives."""
    if name.endswith("_lag_s"):
        return number(value * 1000)
    if name == "frequent_shortest_observed_s":
        return short_number(value / 60)
    if name.endswith(("_ratio", "_share")):
        return number(value * 100)
    return short_number(value)


def _measured(name: str, value: float | None) -> str:
    """A measured number with its unit; names of settings say which."""
    if value is None:
        return translate("Wording", "not measured")
    bare = _in_its_unit(name, value)
    if name.endswith("_lag_s"):
        return translate("Wording", "{value} ms").format(value=bare)
    if name == "frequent_shortest_observed_s":
        return translate("Wording", "{value} min").format(value=bare)
    if name.endswith(("_ratio", "_share")):
        return translate("Wording", "{value} %").format(value=bare)
    if name.endswith("_hz"):
        return translate("Wording", "{value} Hz").format(value=bare)
    if name.endswith("_torso"):
        return translate("Wording", "{value} torso lengths").format(value=bare)
    return translate("Wording", "{value} s").format(value=bare) if name.endswith("_s") else bare


def _sustained(flag: PatternFlag) -> str:
    text = translate("Wording", "A movement that lasted {length} at {at}.")
    return text.format(length=length(flag.facts["duration_s"]), at=clock(flag.start_s))


def _rhythmic(flag: PatternFlag) -> str:
    values = {
        "limbs": limbs_phrase(flag.facts.get("limbs", ())),
        "length": length(flag.facts["duration_s"]),
        "at": clock(flag.start_s),
    }
    frequency_hz, cycles = flag.facts.get("frequency_hz"), flag.facts.get("cycles")
    if frequency_hz is None:
        return translate("Wording", "A rhythmic movement ({limbs}) for {length} at {at}.").format(**values)
    values["hz"] = number(frequency_hz, 1)
    if cycles is None:
        return translate("Wording", "A rhythm of {hz} times a second ({limbs}) for {length} at {at}.").format(**values)
    text = translate("Wording", "A rhythm of {hz} times a second ({limbs}) for {length} at {at}, {cycles}.")
    return text.format(**values, cycles=cycle_count(cycles))


def _cluster(flag: PatternFlag) -> str:
    values = {
        "count": movement_count(flag.facts["count"]),
        "gap": number(flag.facts["median_onset_gap_s"], 1),
        "span": length(flag.facts["span_s"]),
        "at": clock(flag.start_s),
    }
    text = translate("Wording", "Series: {count} within {span} from {at}, median gap {gap} s.")
    said = text.format(**values)
    unknown = flag.facts.get("count_of_unknown_displacement", 0)
    if unknown:
        more = translate("Wording", "The size of {count} of them could not be measured.")
        said = f"{said} {more.format(count=number(unknown))}"
    return said


def _bilateral(flag: PatternFlag) -> str:
    limbs = capitalized(limbs_phrase(flag.facts.get("limbs", ())))
    if flag.facts.get("found_in") == "cluster":
        text = translate("Wording", "{limbs} together in {count} of {total} movements of a series from {at}.")
        return text.format(
            limbs=limbs,
            count=number(flag.facts["count"]),
            total=number(flag.facts["count_in_cluster"]),
            at=clock(flag.start_s),
        )
    text = translate("Wording", "{limbs} together for {length} at {at}.")
    return text.format(limbs=limbs, length=length(flag.facts["duration_s"]), at=clock(flag.start_s))


def _whole_body(flag: PatternFlag) -> str:
    text = translate("Wording", "Both arms and both legs together in one movement at {at}, lasting {length}.")
    return text.format(at=clock(flag.start_s), length=length(flag.facts["duration_s"]))


def _frequent(flag: PatternFlag) -> str:
    text = translate("Wording", "{rate} movements an observed hour: {count} in {observed} of observed time.")
    return text.format(
        rate=number(flag.facts["per_observed_hour"], 1),
        count=number(flag.facts["count"]),
        observed=length(flag.facts["observed_s"]),
    )


def _arousal(flag: PatternFlag) -> str:
    text = translate(
        "Wording", "Crying-like sound for {length}, beginning {delay} s after a movement that ended at {at}."
    )
    return text.format(
        length=length(flag.facts["cry_s"]),
        delay=number(flag.facts["delay_s"], 1),
        at=clock(flag.facts["cry_start_s"] - flag.facts["delay_s"]),
    )


_FLAG_SENTENCES: Final[Mapping[str, Callable[[PatternFlag], str]]] = {
    "sustained": _sustained,
    "prolonged": _sustained,
    "rhythmic": _rhythmic,
    "cluster": _cluster,
    "bilateral": _bilateral,
    "whole_body": _whole_body,
    "frequent": _frequent,
    "arousal": _arousal,
}
