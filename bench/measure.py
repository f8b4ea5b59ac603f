"""Runs the measuring programs in turn, takes medians, prints the table and keeps it as JSON.

Started by bench/run. Every ratio is between two things measured in the same round; a figure is the
median over the rounds. A program prints lines of JSON (bench/figures.h); the lists in subjects.py
say which programs there are and what is asked of their figures.
"""

import argparse
import datetime
import json
import pathlib
import sys

import inputs
import report
import runner
import subjects


def arguments():
    parser = argparse.ArgumentParser(prog="bench/run")
    parser.add_argument("--quick", action="store_true",
                        help="town and county only, two rounds: to see that everything runs")
    parser.add_argument("--only", action="append", default=[], metavar="NAME",
                        help="only this subject: " + ", ".join(s.name for s in subjects.SUBJECTS))
    parser.add_argument("--rounds", type=int, help="at least 5 for figures that count")
    parser.add_argument("--peers", action="store_true",
                        help="also LibreOffice on the same work (minutes a round)")
    parser.add_argument("--no-keep", action="store_true", help="write no file in bench/results")
    return parser.parse_args()


def chosen_subjects(options):
    known = [s.name for s in subjects.SUBJECTS]
    for name in options.only:
        if name not in known:
            sys.exit(f"no subject {name!r}; there are: {', '.join(known)}")
    return [s for s in subjects.SUBJECTS
            if (s.name in options.only if options.only else options.peers or not s.is_peer)]


def main():
    options = arguments()
    scales = ["town", "county"] if options.quick else ["town", "county", "city"]
    rounds = options.rounds or (2 if options.quick else 5)
    chosen = chosen_subjects(options)
    data = inputs.prepare(scales, chosen)
    taken = []
    with runner.display() as environment:
        for subject in chosen:
            for scale in [s for s in scales if s in subject.scales]:
                for number in range(rounds):
                    print(f"{subject.name} {scale} {number + 1}/{rounds}", file=sys.stderr,
                          flush=True)
                    taken += runner.one_round(subject, data[scale], environment)
    rows = report.rows_of(taken)
    print(report.table(rows))
    if not options.no_keep and not options.quick and not options.only:
        kept = pathlib.Path("bench/results") / f"{datetime.date.today().isoformat()}.json"
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(json.dumps(report.as_json(rows, rounds), ensure_ascii=False, indent=1)
                        + "\n")
        print(f"kept in {kept}")


main()
