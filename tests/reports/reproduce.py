#!/usr/bin/env python3
"""Works the figures of a forum's report out again from its rows, with lifelines and scipy, and compares them.

    tests/reports/reproduce.py PROGRAM DATA-FOLDER FIRST-DAY LAST-DAY

for example, for a forum that was brought in from a Stack Exchange dump of 2021:

    tests/reports/reproduce.py target/release/tanya data 2021-01-01 2021-12-31

`tanya report --format json` tells the figures and `--format csv` the rows behind them. From the rows alone come the curves with
their intervals, the medians, the log-rank tests between the two halves of the period, the shares with their intervals and the
counts: every one has to be what the figures say, to 1e-6.
"""

import csv
import json
import subprocess
import sys
from collections import Counter
from datetime import date, datetime, timedelta

from compare_with_lifelines import curve_of, in_environment, log_rank_of

NEAR = 1e-6
# The waits of a report: their name among the figures, and the column of the rows that they are in.
WAITS = {"to_answer": "answer", "to_staff_answer": "staff_answer", "to_resolution": "resolution"}


class Forum:
    """The reports of a forum, as the program tells them."""

    def __init__(self, program, folder):
        self.command = [program, "report", "--data-dir", folder]

    def told(self, form, first, last):
        period = ["--from", first.isoformat(), "--to", last.isoformat()]
        asked = [*self.command, "--format", form, *period]
        return subprocess.run(asked, check=True, stdout=subprocess.PIPE, text=True).stdout

    def figures(self, first, last):
        return json.loads(self.told("json", first, last))["figures"]

    def rows(self, first, last):
        return list(csv.DictReader(self.told("csv", first, last).splitlines()))


class Comparison:
    """What was compared, and what was not the same."""

    def __init__(self):
        self.compared = 0
        self.wrong = []

    def same(self, name, told, found):
        self.compared += 1
        if isinstance(told, (int, float)) and isinstance(found, (int, float)):
            is_same = abs(told - found) <= NEAR
        else:
            is_same = told == found
        if not is_same:
            self.wrong.append(f"{name}: {told} is told, {found} is found")

    def interval(self, name, told, low, high):
        self.same(f"{name}, low", told and told["low"], low)
        self.same(f"{name}, high", told and told["high"], high)


def observations(rows, wait):
    """(seconds, 1 for an event or 0 for censored, 1) of each row of which that is known."""
    known = [row for row in rows if row[f"{wait}_seconds"]]
    return [(int(row[f"{wait}_seconds"]), int(row[f"{wait}_came"]), 1) for row in known]


def compare_curve(comparison, name, told, observed):
    if told is None or not observed:
        comparison.same(f"{name}: whether there is a curve", told is not None, bool(observed))
        return
    comparison.same(f"{name}: watched", told["count"], len(observed))
    comparison.same(f"{name}: events", told["events"], sum(row[1] for row in observed))
    steps, crossings = curve_of(observed)
    found = {step[0]: step for step in steps}
    for step in told["steps"]:
        at = step["seconds"]
        _, at_risk, survival, low, high = found.get(at, (at, None, None, None, None))
        comparison.same(f"{name} at {at}: waiting", step["at_risk"], at_risk)
        comparison.same(f"{name} at {at}", step["survival"], survival)
        comparison.interval(f"{name} at {at}", step["interval"], low, high)
    for level in ("median", "ninety"):
        for column, end in enumerate(("seconds", "low", "high")):
            comparison.same(f"{name}: {level}, {end}", told[level][end], crossings[level][column])


def compare_share(comparison, name, told, hits, of):
    from scipy.stats import binomtest

    if told is None or of == 0:
        comparison.same(f"{name}: of", told["of"] if told else 0, of)
        return
    interval = binomtest(hits, of).proportion_ci(method="wilson")
    comparison.same(f"{name}: hits", told["hits"], hits)
    comparison.same(f"{name}: of", told["of"], of)
    comparison.same(f"{name}: share", told["share"], hits / of)
    comparison.interval(name, told["interval"], interval.low, interval.high)


def seconds_between(row, column):
    moments = (datetime.fromisoformat(row[name].replace("Z", "+00:00")) for name in ("asked_at", column))
    asked, came = moments
    return (came - asked).total_seconds()


def compare_within(comparison, told, rows, until):
    """Of the questions that are old enough by now, those that were resolved within a day, a week, thirty days."""
    is_known = lambda row: not row["resolved_how"] or row["resolved_at"]
    for horizon in told:
        most = horizon["seconds"]
        of = [row for row in rows if is_known(row) and seconds_between(row | {"until": until}, "until") >= most]
        hits = [row for row in of if row["resolved_at"] and seconds_between(row, "resolved_at") <= most]
        compare_share(comparison, f"resolved within {most} s", horizon["share"], len(hits), len(of))


def compare_counts(comparison, told, rows):
    comparison.same("questions", told["questions"], len(rows))
    counted = lambda column: dict(Counter(row[column] for row in rows if row[column]))
    comparison.same("how they were resolved", dict(told["how"]), counted("resolved_how"))
    comparison.same("who answered", dict(told["answered_by"]), counted("answered_by"))
    resolved = [row for row in rows if row["resolved_how"]]
    reopened = sum(row["reopened"] == "1" for row in resolved)
    compare_share(comparison, "reopened", told["reopened"], reopened, len(resolved))
    accepted = [row for row in resolved if row["first_answer_accepted"]]
    first = sum(row["first_answer_accepted"] == "1" for row in accepted)
    compare_share(comparison, "first answer accepted", told["first_accepted"], first, len(accepted))


def compare(forum, first, last):
    """The whole period, and its later half beside the earlier one."""
    comparison = Comparison()
    figures, rows = forum.figures(first, last), forum.rows(first, last)
    told = figures["resolving"]
    compare_counts(comparison, told, rows)
    compare_within(comparison, told["within"], rows, figures["observed_until"])
    for wait, column in WAITS.items():
        compare_curve(comparison, wait, told[wait]["curve"], observations(rows, column))

    days = (last - first).days + 1
    middle = first + timedelta(days=days // 2)
    end = middle + (middle - first) - timedelta(days=1)
    later, after = forum.figures(middle, end)["resolving"], forum.rows(middle, end)
    before = forum.rows(first, middle - timedelta(days=1))
    for wait, column in WAITS.items():
        halves = [observations(half, column) for half in (after, before)]
        if not all(halves):
            continue
        compare_curve(comparison, f"{wait}, earlier half", later[wait]["before"], halves[1])
        if not any(row[1] for half in halves for row in half):
            comparison.same(f"{wait}: whether halves can be compared", later[wait]["compared"], None)
            continue
        test = log_rank_of(*halves)
        for value in ("chi_square", "p_value"):
            comparison.same(f"{wait}: {value} of halves", later[wait]["compared"][value], test[value])
    return comparison, len(rows)


def main():
    in_environment()
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    program, folder, first, last = sys.argv[1:]
    comparison, rows = compare(Forum(program, folder), date.fromisoformat(first), date.fromisoformat(last))
    print("\n".join(comparison.wrong[:40]))
    print(f"{rows} questions; {comparison.compared} values compared, {len(comparison.wrong)} differ")
    sys.exit(1 if comparison.wrong or not rows else 0)


if __name__ == "__main__":
    main()
