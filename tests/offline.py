"""Runs Python in a child process that the kernel kills the moment it, or a native library in it, uses the network.

Refusing Python's sockets would miss native libraries, which call the system themselves. So the child gives up the system
calls that reach other machines (Linux, seccomp): whoever makes one ends the process with SIGSYS. On other systems only
Python's own sockets are refused.
"""

from __future__ import annotations

import ctypes
import platform
import runpy
import socket
import struct
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, NoReturn

KILLED: Final = -31
"""The return code of a child that used the network (minus SIGSYS)."""

# connect, sendto, sendmsg, sendmmsg
_CALLS: Final = {"x86_64": (42, 44, 46, 307), "aarch64": (203, 206, 211, 269)}
_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _FILTER = 38, 22, 2
_LOAD_NUMBER, _IF_EQUAL, _RETURN = 0x20, 0x15, 0x06
_KILL_PROCESS, _ALLOW = 0x80000000, 0x7FFF0000


def run_offline(arguments: Sequence[str], timeout_s: float = 120.0) -> subprocess.CompletedProcess[str]:
    """Runs `python ARGUMENTS` ("-c", code, ... or "-m", module, ...) with the network forbidden; output is captured."""
    command = [sys.executable, "-W", "error", str(Path(__file__)), *arguments]
    root = Path(__file__).parent.parent
    return subprocess.run(command, capture_output=True, text=True, timeout=timeout_s, cwd=root, check=False)


def forbid_network() -> None:
    """Makes this process, and all it starts from now on, die or fail when they use the network."""
    if sys.platform == "linux":
        steps = [struct.pack("<HBBI", _LOAD_NUMBER, 0, 0, 0)]
        for number in _CALLS[platform.machine()]:
            steps += [struct.pack("<HBBI", _IF_EQUAL, 0, 1, number), struct.pack("<HBBI", _RETURN, 0, 0, _KILL_PROCESS)]
        steps.append(struct.pack("<HBBI", _RETURN, 0, 0, _ALLOW))
        program = ctypes.create_string_buffer(b"".join(steps))
        header = ctypes.create_string_buffer(struct.pack("@HP", len(steps), ctypes.addressof(program)))
        libc = ctypes.CDLL(None, use_errno=True)
        for call in ((_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), (_PR_SET_SECCOMP, _FILTER, header, 0, 0)):
            if libc.prctl(*call):
                raise OSError(ctypes.get_errno(), "the kernel takes no filter")
    else:
        socket.socket.connect = _refuse  # type: ignore[method-assign]


def _refuse(*_: Any) -> NoReturn:
    raise RuntimeError("the network was used")


def _main(arguments: list[str]) -> None:
    forbid_network()
    root = Path(__file__).parent.parent
    sys.path[0] = str(root)
    kind, target, *rest = arguments
    sys.argv = [target, *rest]
    if kind == "-m":
        runpy.run_module(target, run_name="__main__", alter_sys=True)
    else:
        exec(compile(target, "<offline>", "exec"), {"__name__": "__main__"})


if __name__ == "__main__":
    _main(sys.argv[1:])
