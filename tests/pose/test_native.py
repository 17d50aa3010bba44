from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from annotator.pose.native import chatter_filtered, environment_for_children, refuse_usage_reports
from tests.offline import KILLED, run_offline

FIND_AND_FOLLOW = """
import sys
import time
from annotator.pose.landmarker import PoseFinder
from tests.pose.pictures import pictures
with PoseFinder("full") as finder:
    for picture in pictures("isolated_jerks", [60, 70]):
        assert finder.find(picture) is not None
        assert finder.follow(picture) is not None
    time.sleep(1.5)
print("done")
"""


def test_finding_and_following_use_no_network_and_say_nothing() -> None:
    child = run_offline(["-c", FIND_AND_FOLLOW])
    assert (child.returncode, child.stdout, child.stderr) == (0, "done\n", "")


def test_the_guard_sees_a_connection() -> None:
    child = run_offline(["-c", "import socket; socket.create_connection(('127.0.0.1', 9))"])
    assert child.returncode == KILLED or "the network was used" in child.stderr


def test_children_get_the_person_s_own_proxy_back() -> None:
    code = """
import os
for name in ("ALL_PROXY", "all_proxy", "HTTPS_PROXY", "NO_PROXY"):
    os.environ.pop(name, None)  # the process that runs the tests may have refused before
os.environ["https_proxy"] = "http://proxy.example:3128"
os.environ["no_proxy"] = "localhost"
from annotator.pose.native import environment_for_children, refuse_usage_reports
assert environment_for_children() == dict(os.environ)
refuse_usage_reports()
refuse_usage_reports()
assert os.environ["https_proxy"] == os.environ["ALL_PROXY"] == "none://"
assert "no_proxy" not in os.environ
children = environment_for_children()
assert children["https_proxy"] == "http://proxy.example:3128"
assert children["no_proxy"] == "localhost"
assert "ALL_PROXY" not in children
"""
    child = run_offline(["-c", code])
    assert (child.returncode, child.stderr) == (0, "")


def test_this_process_keeps_refusing() -> None:
    refuse_usage_reports()
    assert os.environ["https_proxy"] == "none://"
    assert environment_for_children().get("https_proxy") != "none://"


def test_chatter_goes_and_real_errors_stay(capfd: pytest.CaptureFixture[str]) -> None:
    with chatter_filtered():
        os.write(2, b"INFO: Created TensorFlow Lite XNNPACK delegate for CPU.\n")
        os.write(2, b"W0000 00:00:1.1 8 inference_feedback_manager.cc:121] Feedback manager requires a model\n")
        os.write(2, b"E0000 00:00:1.1 8 real_trouble.cc:1] something broke\nno line end")
    assert capfd.readouterr().err == "E0000 00:00:1.1 8 real_trouble.cc:1] something broke\nno line end"


def test_errors_stay_when_the_block_fails(capfd: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        with chatter_filtered():
            os.write(2, b"before the failure\n")
            raise ValueError("inside")

    with pytest.raises(ValueError, match="inside"):
        fail()
    os.write(2, b"after it\n")
    assert capfd.readouterr().err == "before the failure\nafter it\n"


def test_the_error_stream_survives_many_threads(capfd: pytest.CaptureFixture[str]) -> None:
    def speak() -> None:
        for _ in range(20):
            with chatter_filtered():
                os.write(2, b"kept\n")

    threads = [threading.Thread(target=speak) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert capfd.readouterr().err == "kept\n" * 80


def test_no_file_descriptors_leak() -> None:
    folder = Path("/proc/self/fd")
    before = len(list(folder.iterdir())) if folder.exists() else 0
    for _ in range(10):
        with chatter_filtered():
            pass
    assert (len(list(folder.iterdir())) if folder.exists() else 0) == before


def test_a_process_without_an_error_stream() -> None:
    code = """
import os
from annotator.pose.native import chatter_filtered
os.close(2)
with chatter_filtered():
    print("fine")
"""
    assert run_offline(["-c", code]).stdout == "fine\n"
