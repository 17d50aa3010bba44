import numpy as np

from annotator.anatomy import LIMBS
from annotator.motion.body import (
    LABEL_OF,
    NEAR,
    NOTHING,
    TIPS,
    TRUNK,
    Labels,
    Points,
    covered,
    distance_to_body,
    draw_body,
    inside,
    over,
    tips,
)
from annotator.settings import MotionSettings
from tests.motion.scenes import HEIGHT, MIDDLE, TORSO_PX, WIDTH, lying, with_arm

S = MotionSettings()
XY = lying().xy_px.astype(np.float64)


def drawn(xy: Points = XY) -> Labels:
    return draw_body(xy, TORSO_PX, (HEIGHT // 4, WIDTH // 4), 4.0, S)


def at(labels: Labels, point: Points) -> int:
    return int(labels[round(float(point[1]) / 4), round(float(point[0]) / 4)])


def test_tips_are_the_means_of_their_landmarks() -> None:
    found = tips(XY)
    assert found.shape == (5, 2)
    for n, limb in enumerate(LIMBS):
        assert np.allclose(found[n], np.mean([XY[point] for point in TIPS[limb]], axis=0))


def test_each_part_lies_where_its_landmarks_are() -> None:
    labels = drawn()
    for n, limb in enumerate(LIMBS):
        assert at(labels, tips(XY)[n]) == LABEL_OF[limb]
    assert at(labels, np.add(MIDDLE, (0.0, -TORSO_PX / 2))) == TRUNK
    assert labels[0, 0] == NOTHING
    assert at(labels, tips(XY)[0] + (8.0, -10.0)) == NEAR


def test_an_arm_lies_over_the_face_and_a_leg_under_it() -> None:
    head = tips(XY)[LIMBS.index("head")]
    crossing = with_arm(lying(), *(head - XY[19])).xy_px.astype(np.float64)
    assert at(drawn(crossing), crossing[19]) == LABEL_OF["left_arm"]
    over_leg = XY.copy()
    over_leg[[15, 17, 19, 21]] = XY[27]
    assert at(drawn(over_leg), XY[27]) == LABEL_OF["left_arm"]


def test_beside_a_raised_hand_the_head_does_not_count() -> None:
    before = (drawn() == LABEL_OF["head"]).sum()
    head = tips(XY)[LIMBS.index("head")]
    crossing = with_arm(lying(), *(np.add(head, (6.0, 0.0)) - XY[19])).xy_px.astype(np.float64)
    assert (drawn(crossing) == LABEL_OF["head"]).sum() < before


def test_a_forearm_over_the_face_covers_the_head_alone() -> None:
    assert not covered(XY, TORSO_PX, S).any()
    head = tips(XY)[LIMBS.index("head")]
    crossing = with_arm(lying(), *(head - XY[19])).xy_px.astype(np.float64)
    assert covered(crossing, TORSO_PX, S).tolist() == [limb == "head" for limb in LIMBS]


def test_over_takes_the_upper_part_of_either_frame() -> None:
    before, after = drawn(), drawn(with_arm(lying(), 20.0, 10.0).xy_px.astype(np.float64))
    both = over(after, before)
    assert ((both == LABEL_OF["left_arm"]) == ((before == 6) | (after == 6)) & (both != 7)).all()
    assert (both >= before).all()


def test_distance_is_zero_on_the_body_and_grows_outside() -> None:
    labels = drawn()
    distance = distance_to_body(labels)
    assert (distance[labels >= TRUNK] == 0).all()
    assert (distance[labels < TRUNK] > 0).all()
    assert distance[0, 0] > distance[5, 5] > 0


def test_inside_the_picture() -> None:
    assert inside(lying(), (WIDTH, HEIGHT)).all()
    assert inside(lying(dx=-120.0), (WIDTH, HEIGHT)).tolist() == [True, False, True, False, True]


def test_a_body_outside_the_picture_is_drawn_as_far_as_it_goes() -> None:
    assert draw_body(XY + 5000.0, TORSO_PX, (45, 80), 4.0, S).max() == NOTHING
    assert draw_body(XY, 1e-3, (45, 80), 4.0, S).max() >= TRUNK
