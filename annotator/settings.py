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
class VideoSettings:
    """What counts as a hole in a recording, and which filming limits the analysis.

    A jerk of 0.1 s needs two or three frames to be seen at all and timed: hence 24 and 15 frames a second (less a
    little, as rates are rounded). A hole of 0.1 s can hide one. Phones halve their frame rate in dim light, which is no
    hole: hence a step of 2.5 usual ones. Luma is on the 8-bit scale of limited range (black 16, white 235): below 40 on
    average a lit scene is within a tenth of black.
    """

    gap_shortest_s: float = 0.1
    gap_smallest_interval_ratio: float = 2.5
    cut_short_shortest_s: float = 1.0
    limit_rate_low_hz: float = 23.5
    limit_rate_too_low_hz: float = 14.5
    limit_picture_short_side_small_px: int = 360
    limit_picture_short_side_too_small_px: int = 120
    limit_dark_luma: float = 40.0
    limit_too_dark_luma: float = 22.0
    limit_short_s: float = 10.0
    limit_brightness_samples: int = 9


@dataclass(frozen=True, slots=True)
class FilmingSettings:
    """The quick check before an analysis: how much it looks at, and what it calls unsteady and small.

    Of clips at 30 frames a second and 480 pixels wide, a hand carried the picture's corners by 5 pixels (median) in 0.13 s;
    on a stand, grain and codec alone make it 0 to 0.25. The analysis works at up to 960 pixels and wants 44 for a torso.
    """

    filming_spots: int = 3
    filming_frames_a_spot: int = 9
    filming_frame_step: int = 4
    filming_unsteady_px: float = 1.0
    filming_smallest_torso_px: float = 44.0
    filming_longest_look_s: float = 1.7


@dataclass(frozen=True, slots=True)
class SoundSettings:
    """Crying-like sound and sudden noise. Every level is above the noise floor that the track itself has at that time.

    Pitch and burst length cover what Michelsson et al. 2002 (Folia Phoniatr Logop 54:190-200; 1,836 cries of 172
    newborns) measured: pitch 496 +/- 95 Hz, at its lowest 398 +/- 75, at its highest 583 +/- 151, length 1.4 +/- 0.6 s.
    Levels, periodicity, harmonics and brightness were set on recorded and made-up cries against speech, music, animals
    and machines. A noise is sudden when it rises within 50 ms: startle follows fast rises, not slow ones.
    """

    sound_floor_span_s: float = 60.0
    cry_smallest_level_db: float = 6.0
    cry_lowest_pitch_hz: float = 250.0
    cry_highest_pitch_hz: float = 850.0
    cry_smallest_periodicity: float = 0.55
    cry_fewest_harmonics: int = 4
    cry_smallest_brightness_db: float = -10.0
    cry_longest_hole_s: float = 0.08
    cry_shortest_burst_s: float = 0.35
    cry_longest_burst_s: float = 4.0
    cry_largest_steady_share: float = 0.80
    cry_fewest_bursts: int = 2
    cry_longest_gap_s: float = 1.5
    noise_smallest_level_db: float = 20.0
    noise_smallest_rise_db: float = 15.0
    noise_longest_rise_s: float = 0.05
    noise_smallest_above_recent_db: float = 10.0
    noise_recent_span_s: float = 2.0


@dataclass(frozen=True, slots=True)
class MotionSettings:
    """From frames and poses to motion signals. Levels are grey levels of 256; pixels are working pixels.

    Set on rendered clips with exact truth, so that a movement of 0.05 torso lengths shows above the picture's own noise;
    the noise itself is learned from each video.
    """

    working_longest_side_px: int = 480
    working_smallest_torso_px: float = 44.0
    working_highest_rate_hz: float = 40.0
    cell_px: int = 4
    still_levels: float = 1.5
    noise_first_guess_levels: float = 0.6
    noise_memory_s: float = 2.0
    noise_window_s: float = 40.0
    noise_learn_every: int = 3
    noise_learn_first: int = 30
    noise_refresh_s: float = 0.25
    noise_quantile: float = 0.3
    noise_smallest_levels: float = 1.2
    noise_away_multiple: float = 1.6
    common_quantile: float = 0.9
    common_smallest_share: float = 0.12
    common_largest_multiple: float = 3.0
    gate_noise_multiple: float = 3.0
    pose_gate_noise_multiple: float = 4.0
    drift_memory_s: float = 0.5
    drift_noise_multiple: float = 2.0
    pose_drift_interval_s: float = 0.25
    strength_cells: int = 4
    noise_creep_s: float = 120.0
    light_smallest_levels: float = 0.35
    light_blur_px: int = 41
    light_largest_step_levels: float = 6.0
    camera_smallest_share: float = 0.15
    camera_smallest_shift_px: float = 0.06
    camera_largest_misfit: float = 0.85
    texture_blur_px: float = 1.5
    edges_quantile: float = 0.9
    camera_grid_px: int = 16
    camera_ransac_px: float = 0.5
    camera_largest_shift_torso: float = 0.25
    unreadable_share: float = 0.4
    arm_width_torso: float = 0.32
    leg_width_torso: float = 0.36
    head_radius_torso: float = 0.42
    near_width_torso: float = 1.1
    covering_distance_torso: float = 0.4
    arm_guard_width_torso: float = 0.5
    record_noise_multiple: float = 1.3
    torso_looks: int = 200
    camera_largest_shift_px: float = 12.0
    dark_brightest_levels: float = 26.0
    dark_refresh_s: float = 0.5
    pose_tail_s: float = 0.35
    pose_dense_s: float = 3.0
    pose_sparse_interval_s: float = 0.06
    pose_still_interval_s: float = 10.0
    pose_follow_s: float = 2.0
    pose_retry_interval_s: float = 10.0
    pose_search_interval_s: float = 60.0
    stranger_distance_torso: float = 0.8
    stranger_smallest_area_torso2: float = 0.25
    stranger_reach_torso: float = 0.35
    stranger_smallest_change_levels: float = 12.0
    stranger_margin_s: float = 0.5
    stranger_settled_s: float = 45.0
    stranger_refresh_s: float = 1.0


@dataclass(frozen=True, slots=True)
class PoseSettings:
    """Where the limbs are, and when a pose may be believed.

    Visibilities are MediaPipe's, 0 to 1. Measured on real infants, a pose whose body points have a mean visibility of 0.9
    or more is right in 99 % of frames, at 0.8 to 0.9 in 88 %, at 0.7 to 0.8 in 84 %, at 0.6 to 0.7 in 64 %; cats and cups
    get poses at 0.57 to 0.88. The two lowest scores are MediaPipe's own defaults. Pictures whose brightest hundredth lies
    below `pose_dark_brightest_levels` of 256 are brightened and blurred for the network: of rendered babies filmed at 8 %
    and 4 % of daylight with noise, it then finds 9 in 10 instead of 1 in 10. The limits in torso lengths allow for a
    torso seen at a slant, which makes every other part look long: on rendered babies no part passes 1.5 and shoulders 0.95.
    """

    pose_lowest_detection_score: float = 0.5
    pose_lowest_presence_score: float = 0.5
    pose_trusted_visibility: float = 0.9
    pose_usable_visibility: float = 0.7
    pose_point_lowest_visibility: float = 0.5
    pose_hint_margin_share: float = 0.25
    pose_search_large_tile_share: float = 0.6
    pose_search_small_tile_share: float = 0.35
    pose_dark_brightest_levels: float = 64.0
    pose_dark_blur_px: float = 2.0
    pose_follow_largest_drop: float = 0.07
    pose_follow_largest_jump_torso: float = 0.5
    pose_steady_window_s: float = 30.0
    pose_torso_largest_ratio: float = 1.8
    pose_part_largest_ratio: float = 1.8
    pose_part_always_possible_torso: float = 0.8
    pose_part_longest_torso: float = 2.0
    pose_shoulders_widest_torso: float = 1.5
    pose_head_farthest_torso: float = 1.5
    pose_swap_price_per_s: float = 1.5
    pose_swap_jump_torso: float = 0.5
    pose_hand_foot_jump_torso: float = 1.0


@dataclass(frozen=True, slots=True)
class MovementSettings:
    """From motion signals to movements. A noise multiple is of the channel's strength over the quiet picture's.

    In quiet stretches of the rendered clips the strength stays under 3.5 times the noise in 99.9 % of frames; the first
    frame of the smallest movement (0.05 torso lengths) is at 10. Speeds over displacement: jerks 3 to 15 per second,
    smooth repositioning under 0.9.
    """

    start_noise_multiple: float = 4.0
    end_noise_multiple: float = 2.6
    merge_longest_gap_s: float = 0.17
    limb_smallest_displacement_torso: float = 0.04
    limb_jitter_multiple: float = 4.0
    limb_smallest_share: float = 0.11
    limb_rest_span_s: float = 0.6
    head_smallest_moving_share: float = 0.2
    covered_largest_share: float = 0.5
    accounting_smallest_displacement_torso: float = 0.02
    fuse_longest_onset_lag_s: float = 0.25
    fuse_largest_duration_difference_s: float = 1.5
    hold_longest_s: float = 30.0
    hold_smallest_displacement_torso: float = 0.08
    hold_smallest_kept_share: float = 0.35
    hold_largest_left_share: float = 0.5
    slow_largest_speed_per_displacement_hz: float = 1.5
    slow_largest_speed_torso_per_s: float = 0.25
    slow_merge_longest_gap_s: float = 1.5
    slow_window_s: float = 0.5
    slow_start_noise_multiple: float = 1.9
    slow_end_noise_multiple: float = 1.4
    slow_shortest_s: float = 0.6
    rhythm_longest_pause_s: float = 0.7
    rhythm_smallest_correlation: float = 0.5
    rhythm_smallest_displacement_torso: float = 0.05
    rhythm_largest_pace_difference_hz: float = 0.3
    plateau_shortest_s: float = 2.0
    plateau_smallest_share: float = 0.6
    plateau_largest_spread: float = 0.4
    active_shortest_s: float = 5.0
    active_smallest_moving_share: float = 0.5
    unnamed_start_noise_multiple: float = 5.0
    unnamed_beside_limbs_noise_multiple: float = 8.0
    unnamed_smallest_share: float = 0.0015
    unnamed_merge_longest_gap_s: float = 0.3
    excluded_largest_share: float = 0.2


@dataclass(frozen=True, slots=True)
class AnalysisSettings:
    """All groups, and the pose model's name."""

    model: ModelName = "full"
    rules: RuleSettings = field(default_factory=RuleSettings)
    video: VideoSettings = field(default_factory=VideoSettings)
    pose: PoseSettings = field(default_factory=PoseSettings)
    motion: MotionSettings = field(default_factory=MotionSettings)
    movements: MovementSettings = field(default_factory=MovementSettings)
    sound: SoundSettings = field(default_factory=SoundSettings)
    filming: FilmingSettings = field(default_factory=FilmingSettings)

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
