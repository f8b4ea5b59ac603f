"""Starts the measuring programs, one at a time, and collects what they print."""

import contextlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

DISPLAY_SIZE = "1400x900x24"


@contextlib.contextmanager
def display():
    """An X server of our own where there is one, as that is nearer to a desk than none."""
    home = pathlib.Path("build/bench-data/scratch/home").resolve()
    environment = dict(os.environ, HOME=str(home), XDG_CONFIG_HOME=str(home),
                       XDG_RUNTIME_DIR=str(home), LC_ALL="C.UTF-8")
    for name in ("WAYLAND_DISPLAY", "XAUTHORITY"):
        environment.pop(name, None)
    if not shutil.which("Xvfb"):
        print("no Xvfb: windows are painted off screen", file=sys.stderr)
        yield dict(environment, QT_QPA_PLATFORM="offscreen")
        return
    reading, writing = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", DISPLAY_SIZE,
                               "-nolisten", "tcp"],
                              pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        number = pipe.readline().strip()
    try:
        yield dict(environment, DISPLAY=":" + number, QT_QPA_PLATFORM="xcb")
    finally:
        server.terminate()
        server.wait()


def _run(run, inputs, environment):
    command = [str(word) for word in run.command(inputs)]
    if not shutil.which(command[0]):
        print(f"  not there: {command[0]}", file=sys.stderr)
        return []
    environment = dict(environment, BENCH_NAME=run.started, BENCH_AWAITED=run.awaited,
                       BENCH_SCALE=inputs.scale)
    start = time.monotonic_ns()
    environment["BENCH_STARTED"] = str(start)
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = (time.monotonic_ns() - start) / 1e9
    if process.returncode != 0:
        print(f"  failed ({process.returncode}): {' '.join(command)}", file=sys.stderr)
        return []
    if run.timed_as:
        return [{"name": run.timed_as, "scale": inputs.scale, "seconds": seconds,
                 "bytes": usage.ru_maxrss * 1024}]
    lines = [json.loads(line) for line in output.splitlines() if line.startswith("{")]
    return [{"scale": inputs.scale} | line for line in lines if line["name"] not in run.without]


def _with_longest(taken):
    """Of steps called x.a, x.b, … the longest as x."""
    longest = {}
    for line in taken:
        whole, dot, step = line["name"].partition(".")
        if dot and line["seconds"] > longest.get(whole, {"seconds": -1})["seconds"]:
            longest[whole] = line | {"name": whole, "step": step}
    return taken + list(longest.values())


def one_round(subject, inputs, environment):
    """Everything of a subject once. A figure x_reference is the reference of x and of peer_*."""
    taken = []
    for run in subject.runs:
        taken += _run(run, inputs, environment)
    references = [t for t in taken if t["name"].endswith("_reference")]
    ours = [t for t in taken if not t["name"].endswith("_reference")]
    for reference in references:
        for figure in ours:
            figure.setdefault("reference_seconds", reference["seconds"])
            if "bytes" in reference and "bytes" in figure:
                figure.setdefault("reference_bytes", reference["bytes"])
    return _with_longest(ours)
