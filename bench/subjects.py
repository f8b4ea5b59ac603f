"""What is measured by which program, and what is asked of each figure."""

import dataclasses
from typing import Callable

from inputs import PROGRAMS

ALL = ("town", "county", "city")


@dataclasses.dataclass
class Run:
    """One process: its command and what it is called where it does not say so itself."""
    command: Callable  # of the inputs
    started: str = ""  # the figure's name, for programs under first_paint.cpp
    awaited: str = ""  # objectName of what must be painted
    timed_as: str = ""  # the figure is the process's own time; its output is not read
    without: tuple = ()  # figures that another program measures


@dataclasses.dataclass
class Subject:
    name: str
    runs: list  # in turn: the reference, then ours
    scales: tuple = ALL
    is_peer: bool = False


def _program(name, *more):
    return Run(lambda i: [PROGRAMS / name, i.store, i.scale, *[m(i) for m in more]])


def _office(*more):
    def command(i):
        profile = (i.scratch / "office").resolve().as_uri()
        return ["soffice", f"-env:UserInstallation={profile}", "--headless",
                *more, "--outdir", i.scratch.resolve(), i.roster.resolve()]
    return command


SUBJECTS = [
    Subject("start", [
        Run(lambda i: [PROGRAMS / "bare_window"], started="start_reference"),
        Run(lambda i: [PROGRAMS / "window_start", i.store], started="start", awaited="desk"),
    ]),
    Subject("import", [
        Run(lambda i: [PROGRAMS / "import_bench", "tokens", i.roster, i.scale]),
        Run(lambda i: [PROGRAMS / "import_bench", "import", i.roster, i.scale,
                       i.scratch / "imported.baolei"]),
    ]),
    Subject("save", [Run(lambda i: [PROGRAMS / "store_bench", i.saving, i.scale, "save"])]),
    Subject("record", [Run(lambda i: [PROGRAMS / "record_bench", i.saving, i.scale])]),
    Subject("check", [Run(lambda i: [PROGRAMS / "store_bench", i.store, i.scale, "check"])]),
    Subject("search", [Run(lambda i: [PROGRAMS / "store_bench", i.store, i.scale, "search"])]),
    Subject("file", [Run(lambda i: [PROGRAMS / "store_bench", i.store, i.scale, "file"])]),
    Subject("pages", [_program("window_bench")]),
    Subject("activities", [Run(lambda i: [PROGRAMS / "activities_bench", i.store, i.scale],
                               without=("check",))]),
    Subject("gap", [Run(lambda i: [PROGRAMS / "window_gap", i.fresh(), i.roster])]),
    Subject("handbook", [_program("handbook_bench", lambda i: i.scratch / "handbook")]),
    Subject("peers", [
        Run(lambda i: [PROGRAMS / "import_bench", "tokens", i.roster, i.scale]),
        Run(_office("--convert-to", "csv"), timed_as="peer_open"),
        Run(_office("--convert-to", "pdf"), timed_as="peer_pdf"),
    ], is_peer=True),
]


@dataclasses.dataclass
class Goal:
    """Of which quantity of a figure, at which scales, at most (or at least) how much."""
    figure: str
    title: str
    quantity: str  # ratio, seconds, bytes, per_second, exponent
    limit: float
    scales: tuple = ALL


MIB = 1 << 20
GOALS = [
    Goal("start", "window start : bare window", "ratio", 1.5, ("town", "county")),
    Goal("start", "window start : bare window", "ratio", 2, ("city",)),
    Goal("import", "import : inflate + tokenise", "ratio", 2, ("city",)),
    Goal("import", "import, memory", "bytes", 300 * MIB, ("city",)),
    Goal("import", "import, growth", "exponent", 1.1),
    Goal("save", "one save : bare transaction", "ratio", 1.3),
    Goal("save", "one save, growth", "exponent", 0.1),
    Goal("record", "one meeting of 40 beside the sync", "seconds", 0.005),
    Goal("search_keystroke", "search keystroke in the window", "seconds", 0.050),
    Goal("search_keystroke", "search keystroke, growth", "exponent", 0.1),
    Goal("roster_search", "keystroke above the roster", "seconds", 0.050),
    Goal("search", "search without the window", "seconds", 0.050),
    Goal("roster_first", "roster page, first look", "seconds", 0.100),
    Goal("roster_all", "roster page, everybody", "seconds", 0.100),
    Goal("roster_branch", "roster page, one branch", "seconds", 0.100),
    Goal("roster_all", "roster page, growth", "exponent", 0.1),
    Goal("tree", "tree of organisations", "seconds", 0.100),
    Goal("tree", "tree, growth", "exponent", 0.1),
    Goal("matrix_first", "matrix, first look", "seconds", 0.100),
    Goal("matrix", "matrix", "seconds", 0.100),
    Goal("matrix", "matrix, growth", "exponent", 0.1),
    Goal("activities_page_first", "activities page, first look", "seconds", 0.100),
    Goal("activities_page_month", "activities page, another month", "seconds", 0.100),
    Goal("activities_page_list", "activities page, list", "seconds", 0.100),
    Goal("activities_page_findings", "activities page, findings", "seconds", 0.100),
    Goal("check", "check of the year", "seconds", 2),
    Goal("check", "check, growth", "exponent", 1.1),
    Goal("memory", "resident memory, pages looked at", "bytes", 250 * MIB),
    Goal("file", "file", "bytes", 1.2 * (1 << 30)),
    Goal("handbook", "handbook pages a second", "per_second", 200),
    Goal("handbook", "handbook, growth of a page", "exponent", 0.1),
    Goal("gap", "longest gap of the event loop", "seconds", 0.050),
]
