"""The stores and rosters that are measured, made once and kept in build/bench-data."""

import dataclasses
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys

PROGRAMS = pathlib.Path("build/bench/bench")
CLI = pathlib.Path("build/bench/app/baolei-cli")
FOLDER = pathlib.Path("build/bench-data")
ROWS = {"town": 400, "county": 19_600, "city": 323_200}
MADE_FROM = ["resources/migrations", "resources/demo", "resources/plans", "core/demo"]
PRINTED_ROWS = {"town": 400, "county": 4_000, "city": 20_000}  # of the register that is printed


@dataclasses.dataclass
class Inputs:
    scale: str
    store: pathlib.Path  # only read
    saving: pathlib.Path  # a copy to save into
    roster: pathlib.Path
    scratch: pathlib.Path

    def fresh(self):
        """A copy of the store to be changed, new each time."""
        for old in self.scratch.glob("fresh*"):
            shutil.rmtree(old) if old.is_dir() else old.unlink()
        return shutil.copyfile(self.store, self.scratch / "fresh.baolei")


def _make(path, *command):
    """Beside its place first: half an input must not be taken for a whole one."""
    if path.exists():
        return
    print(f"making {path.name}", file=sys.stderr, flush=True)
    unfinished = path.with_name("unfinished-" + path.name)
    unfinished.unlink(missing_ok=True)
    subprocess.run([str(c) if c is not None else str(unfinished) for c in command], check=True,
                   stdout=subprocess.DEVNULL)
    unfinished.rename(path)


def _one(scale):
    store = FOLDER / f"{scale}.baolei"
    _make(store, CLI, "demo", None, "--scale", scale)
    saving = FOLDER / "saving" / f"{scale}.baolei"
    if not saving.exists():
        saving.parent.mkdir(exist_ok=True)
        shutil.copyfile(store, saving)
    roster = FOLDER / f"roster-{scale}.xlsx"
    _make(roster, PROGRAMS / "import_bench", "make", None, ROWS[scale])
    return Inputs(scale, store, saving, roster, FOLDER / "scratch")


def _throw_away_older():
    """Stores of another schema or another demo are no input for this program."""
    digest = hashlib.sha256()
    for file in sorted(f for folder in MADE_FROM for f in pathlib.Path(folder).glob("*")):
        digest.update(file.name.encode() + file.read_bytes())
    stamp = FOLDER / "made-from"
    if stamp.exists() and stamp.read_text() == digest.hexdigest():
        return
    for old in [*FOLDER.glob("*.baolei*"), *FOLDER.glob("saving/*")]:
        old.unlink()
    stamp.write_text(digest.hexdigest())


def prepare(scales, chosen):
    FOLDER.mkdir(parents=True, exist_ok=True)
    _throw_away_older()
    shutil.rmtree(FOLDER / "scratch", ignore_errors=True)
    (FOLDER / "scratch" / "home").mkdir(parents=True)
    os.chmod(FOLDER / "scratch" / "home", 0o700)
    wanted = [s for s in scales if any(s in subject.scales for subject in chosen)]
    return {scale: _one(scale) for scale in wanted}
