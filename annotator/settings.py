"""Every threshold of the analysis, with its unit in its name. Written whole into each session and report.

One frozen group a room. Names are unique over all groups, so that a session can hold them flat (`as_flat`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, Literal

ModelName = Literal["lite", "full", "heavy"]


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """The documents' table as numbers: the defaults are the table's own."""

    jerk_longest_s: float = 2.0
    sustained_longer_than_s: float = 5.0
    rhythmic_fewest_cycles: int = 4
    rhythmic_lowest_hz: float = 0.8
    rhythmic_highest_hz: float = 5.0
    rhythmic_shortest_s: float = 2.0
    cluster_fewest_movements: int = 3
    cluster_smallest_displacement_torso: float = 0.10
    cluster_longest_onset_gap_s: float = 10.0
    bilateral_longest_onset_lag_s: float = 0.150
    bilateral_smallest_amplitude_ratio: float = 0.5
    bilateral_longer_than_s: float = 2.0
    bilateral_smallest_cluster_share: float = 0.5
    whole_body_longest_onset_lag_s: float = 0.250
    frequent_fewest_per_observed_hour: float = 6.0
    frequent_shortest_observed_s: float = 1200.0
    arousal_shortest_cry_s: float = 2.0
    arousal_longest_delay_s: float = 10.0
    noise_longest_lead_s: float = 1.0


@dataclass(frozen=True, slots=True)
class AnalysisSettings:
    """All groups, and the pose model's name."""

    model: ModelName = "full"
    rules: RuleSettings = field(default_factory=RuleSettings)

    def as_flat(self) -> dict[str, Any]:
        """All thresholds by name, for the session file."""
        flat: dict[str, Any] = {"model": self.model}
        for group in fields(self):
            if group.name != "model":
                flat.update(asdict(getattr(self, group.name)))
        return flat

    @classmethod
    def from_flat(cls, flat: Mapping[str, Any]) -> AnalysisSettings:
        """Rebuilds settings from a session's flat names. Unknown names are passed over, missing ones keep defaults."""
        settings = cls(model=flat.get("model", cls().model))
        for group in fields(cls):
            if group.name == "model":
                continue
            current = getattr(settings, group.name)
            known = {f.name: flat[f.name] for f in fields(current) if f.name in flat}
            settings = replace(settings, **{group.name: replace(current, **known)})
        return settings
