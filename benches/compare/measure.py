"""One run of a program: processor time, wall time and memory, and what comes of several."""

import os
import resource
import statistics
import subprocess
import sys
import threading
import time
from dataclasses import dataclass

# What takes longer is ended, and its row says so.
LONGEST = 900


class NotMeasured(Exception):
    """Why a row has no figures."""


@dataclass
class Run:
    """Seconds of the processors and of the clock, and the most bytes held."""

    cpu: float
    wall: float
    memory: int


def run(command, folder=None, env=None, into=os.devnull, good=(0,), times=1):
    """Runs a command so many times in a row, standard output into a file: the mean of the times, the most memory.

    A short command is run often, since a single run is lost in the noise. The system counts to a child what its parent held
    before the command began; this program holds little, so that it matters to the smallest commands alone.
    """
    environment = {**os.environ, **(env or {})}
    cpu, memory = 0.0, 0
    started = time.perf_counter()
    for _ in range(times):
        with open(into, "wb") as out:
            child = subprocess.Popen(
                [str(part) for part in command],
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.DEVNULL,
            )
            clock = threading.Timer(LONGEST, child.kill)
            clock.start()
            _, status, used = os.wait4(child.pid, 0)
            clock.cancel()
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode not in good:
            name = os.path.basename(str(command[0]))
            if time.perf_counter() - started > LONGEST:
                raise NotMeasured(f"`{name} {command[1]}` took more than {LONGEST} s")
            raise NotMeasured(f"`{name} {command[1]}` ended with {child.returncode}")
        cpu += used.ru_utime + used.ru_stime
        memory = max(memory, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024))
    return Run(cpu / times, (time.perf_counter() - started) / times, memory)


def own_memory():
    """The most that this program has held: a child's figure cannot be told from it if it is not larger."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def in_turn(runs, *each):
    """Runs each in turn, so many times: a list of runs for each."""
    held = [[] for _ in each]
    for _ in range(runs):
        for kept, one in zip(held, each):
            kept.append(one())
    return held


def median(values):
    return statistics.median(values)


def seconds(value):
    return f"{value * 1000:.1f} ms" if value < 0.1 else f"{value:.2f} s" if value < 10 else f"{value:.0f} s"


def spread(values):
    """Median and, in brackets, the least and the most."""
    return f"{seconds(median(values))} ({seconds(min(values))} to {seconds(max(values))})"


def size(value):
    return f"{value / 1e6:.0f} MB"
