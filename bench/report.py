"""From what was taken in the rounds to rows, a table and JSON."""

import datetime
import math
import os
import statistics

from inputs import ROWS
from subjects import GOALS


def _medians(taken):
    """By figure and scale: the median of each quantity; of a ratio, the median of the ratios."""
    values = {}
    for line in taken:
        own = values.setdefault((line["name"], line["scale"]), {})
        for key, value in line.items():
            if isinstance(value, (int, float)):
                own.setdefault(key, []).append(value)
        for unit in ("seconds", "bytes"):
            if line.get(unit) and line.get("reference_" + unit):
                name = "ratio" if unit == "seconds" else "bytes_ratio"
                own.setdefault(name, []).append(line[unit] / line["reference_" + unit])
    return {key: {k: statistics.median(v) for k, v in own.items()} | {"rounds": max(
        len(v) for v in own.values())} for key, own in values.items()}


def exponent(points):
    """The slope of log(value) over log(people), by least squares; none below two points."""
    points = [(math.log(x), math.log(y)) for x, y in points if y > 0]
    if len(points) < 2:
        return None
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    return (sum((x - mean_x) * (y - mean_y) for x, y in points)
            / sum((x - mean_x) ** 2 for x, _ in points))


def _value(goal, scale, medians):
    own = medians.get((goal.figure, scale))
    if own is None:
        return None
    if goal.quantity == "per_second":
        return 1 / own["seconds"]
    return own.get(goal.quantity)


def _row(goal, scale, value, own=None):
    isMet = value >= goal.limit if goal.quantity == "per_second" else value <= goal.limit
    row = {"figure": goal.title, "scale": scale, "quantity": goal.quantity, "value": value,
           "goal": goal.limit, "met": isMet}
    return row | {k: v for k, v in (own or {}).items() if k != "rounds"} | {
        "rounds": own["rounds"] if own else None}


def rows_of(taken):
    medians = _medians(taken)
    rows = []
    for goal in GOALS:
        if goal.quantity == "exponent":
            points = [(ROWS[s], medians[(goal.figure, s)]["seconds"]) for s in goal.scales
                      if (goal.figure, s) in medians]
            slope = exponent(points)
            if slope is not None:
                rows.append(_row(goal, "all", slope))
            continue
        for scale in goal.scales:
            value = _value(goal, scale, medians)
            if value is not None:
                rows.append(_row(goal, scale, value, medians[(goal.figure, scale)]))
    asked = {goal.figure for goal in GOALS}
    for (name, scale), own in sorted(medians.items()):
        if name not in asked:  # told for comparison, nothing is asked of it
            rows.append({"figure": name, "scale": scale, "quantity": "seconds",
                         "value": own.get("seconds"), "goal": None, "met": None} | own)
    return rows


def _shown(quantity, value):
    if value is None:
        return ""
    if quantity == "seconds":
        return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.1f} ms"
    if quantity == "bytes":
        return f"{value / (1 << 20):.0f} MiB"
    if quantity == "per_second":
        return f"{value:.0f}/s"
    return f"{value:.2f}"


def table(rows):
    lines = [("figure", "scale", "value", "reference", "ratio", "goal", "")]
    for row in rows:
        unit = "bytes" if row["quantity"] == "bytes" else "seconds"
        reference = "" if row["quantity"] == "exponent" else _shown(
            unit, row.get("reference_" + unit))
        ratio = row.get("ratio" if unit == "seconds" else "bytes_ratio")
        sign = "≥" if row["quantity"] == "per_second" else "≤"
        value = row["seconds"] if row["quantity"] == "ratio" else row["value"]
        shown = _shown("seconds" if row["quantity"] == "ratio" else row["quantity"], value)
        goal = f"{sign} {_shown(row['quantity'], row['goal'])}" if row["goal"] else ""
        met = "" if row["met"] is None else "met" if row["met"] else "NOT MET"
        lines.append((row["figure"], row["scale"], shown, reference,
                      f"{ratio:.2f}" if ratio and row["quantity"] != "exponent" else "", goal,
                      met))
    widths = [max(len(line[i]) for line in lines) for i in range(7)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip()
                     for line in lines)


def _memory():
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def as_json(rows, rounds):
    def rounded(value):
        return float(f"{value:.5g}") if isinstance(value, float) else value
    return {"date": datetime.date.today().isoformat(),
            "machine": {"cores": os.cpu_count(), "memory_gib": round(_memory() / (1 << 30))},
            "rounds": rounds,
            "figures": [{k: rounded(v) for k, v in row.items() if v is not None} for row in rows]}
