#!/usr/bin/env python3
"""Compares the expected values of the estimators' tests with lifelines, a survival analysis library, and with scipy.

    tests/reports/compare_with_lifelines.py           recomputes all and fails when a fixture says otherwise
    tests/reports/compare_with_lifelines.py --write   writes the fixtures anew

It makes a virtual environment of its own in the temporary folder, or in the folder that TANYA_LIFELINES names, and installs
there what it needs. The unit tests of `src/reports/statistics` compare what Tanya computes with the same fixtures, to 1e-6.

Cases are generated from fixed seeds, with ties and heavy censoring. One is real: the times from a question to its earliest
answer on Cardano Stack Exchange (CC BY-SA), whole and in halves, censored at the last post. Those times are taken from the dump
when TANYA_TEST_DATA names a folder with it (`stackexchange/cardano`), else from the fixtures, which keep them.
"""

import json
import math
import os
import random
import subprocess
import sys
import tempfile
import venv
from datetime import datetime
from pathlib import Path

NEEDED = ["lifelines==0.30.0", "scipy>=1.10"]
FIXTURES = Path(__file__).resolve().parent.parent / "fixtures" / "lifelines"
# How near an expected value must be to what is computed now; libraries differ in the last digits.
TOLERANCE = 1e-9
# How many steps of a curve a fixture keeps.
STEPS = 200


def in_environment():
    """Runs the script that was started again inside the environment, which is made when it is not there."""
    folder = Path(os.environ.get("TANYA_LIFELINES") or Path(tempfile.gettempdir()) / "tanya-lifelines")
    python = folder / "bin" / "python"
    if Path(sys.prefix).resolve() == folder.resolve():
        return
    if not python.exists():
        venv.create(folder, with_pip=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", *NEEDED], check=True)
    sys.exit(subprocess.run([python, *sys.argv]).returncode)


# --- What is observed: rows of (seconds, 1 for an event or 0 for censored, how often it counts) ---


def generated():
    """Cases by name: most are small enough to be looked at."""
    chance = random.Random(20260504)
    exponential = lambda mean: int(chance.expovariate(1 / mean))
    heavy = [(exponential(90_000), 1 if chance.random() < 0.07 else 0, 1) for _ in range(400)]
    return {
        "no-ties": [(10 * place + chance.randrange(10), chance.randrange(2), 1) for place in range(60)],
        "ties": [(exponential(5_000) // 3_600 * 3_600, 1 if chance.random() < 0.7 else 0, 1) for _ in range(300)],
        "heavy-censoring": heavy,
        "ties-at-nothing": [(chance.choice([0, 0, 60, 120]), chance.randrange(2), 1) for _ in range(40)],
        "no-censoring": [(exponential(7_200), 1, 1) for _ in range(101)],
        "all-censored": [(exponential(7_200), 0, 1) for _ in range(30)],
        "all-at-once": [(3_600, place % 2, 1) for place in range(12)],
        "half-exactly": [(place, 1, 1) for place in range(1, 11)],
        "last-is-event": [(5, 1, 1), (7, 0, 1), (9, 1, 1)],
        "one-event": [(42, 1, 1)],
        "one-censored": [(42, 0, 1)],
        "weighted": [(exponential(4_000) // 600 * 600, chance.randrange(2), chance.randrange(1, 9)) for _ in range(150)],
        "lognormal": [observed_for(int(chance.lognormvariate(9, 2.5)), 2_592_000) for _ in range(700)],
        "lognormal-faster": [observed_for(int(chance.lognormvariate(8.6, 2.5)), 2_592_000) for _ in range(500)],
    }


def observed_for(seconds, most):
    return (min(seconds, most), 1 if seconds <= most else 0, 1)


def forum():
    """The first answers of a forum, whole and in halves by when a question was asked."""
    data = os.environ.get("TANYA_TEST_DATA")
    rows = first_answers(*cardano(Path(data))) if data else kept("cardano")
    half = len(rows) // 2
    return {"cardano": rows, "cardano-earlier": rows[:half], "cardano-later": rows[half:]}


def kept(name):
    """The rows of a fixture, from which those of its halves are taken too."""
    return [tuple(row) + (1,) for row in json.loads((FIXTURES / f"{name}.json").read_text())["observations"]]


def first_answers(asked, latest):
    """(seconds, event, 1) for each question, the earliest first; what was answered before it was asked is told and left out."""
    rows, odd = [], 0
    for at, first in sorted(asked, key=lambda one: one[0]):
        seconds = math.floor(((first or latest) - at).total_seconds())
        if seconds < 0:
            odd += 1
        else:
            rows.append((seconds, 1 if first else 0, 1))
    print(f"  {len(rows)} questions, {sum(row[1] for row in rows)} answered, {odd} answered before they were asked")
    return rows


def cardano(data):
    """When each question of a Stack Exchange dump was asked and first answered, and the time of the latest post."""
    from xml.etree import ElementTree

    asked, first, latest = {}, {}, datetime.min
    for _, row in ElementTree.iterparse(data / "stackexchange" / "cardano" / "Posts.xml"):
        if row.tag != "row":
            continue
        at = datetime.fromisoformat(row.get("CreationDate"))
        latest = max(latest, at)
        if row.get("PostTypeId") == "1":
            asked[row.get("Id")] = at
        elif row.get("PostTypeId") == "2":
            question = row.get("ParentId")
            first[question] = min(first.get(question, at), at)
    return [(at, first.get(question)) for question, at in asked.items()], latest


# --- What lifelines makes of it ---


def curve_of(rows):
    """Every step of the curve with its interval on the log-log scale, and where it falls to a half and to a tenth."""
    from lifelines import KaplanMeierFitter

    fitter = KaplanMeierFitter()
    seconds, events, weights = zip(*rows)
    fitter.fit(seconds, events, weights=weights)
    survival = fitter.survival_function_["KM_estimate"]
    low = fitter.confidence_interval_["KM_estimate_lower_0.95"]
    high = fitter.confidence_interval_["KM_estimate_upper_0.95"]
    table = fitter.event_table
    if any(weight != 1 for weight in weights):
        low, high = jackknifed(rows, survival)
    steps = []
    for at in table.index[table["observed"] > 0]:
        # Where nobody is left, lifelines lets the interval end at 0; like R's survival, we say that there is none.
        ends = [None, None] if survival[at] == 0 else [float(low[at]), float(high[at])]
        steps.append([int(at), int(table["at_risk"][at]), float(survival[at]), *ends])
    crossings = {name: [first(steps, column, level) for column in (2, 3, 4)] for name, level in LEVELS}
    check_median(fitter, steps, crossings["median"][0])
    return steps, crossings


def jackknifed(rows, survival):
    """The ends of the intervals where rows count more than once, which lifelines takes for independent people.

    The infinitesimal jackknife, by brute force: how much the logarithm of the curve changes as each weight is changed a little.
    """
    import numpy

    seconds, events, weights = (numpy.array(column(rows, place)) for place in range(3))
    times = numpy.array(survival.index)
    logarithm = lambda weights: log_curve(seconds, events, weights, times)
    variance = numpy.zeros(len(times))
    for place, weight in enumerate(weights):
        little = numpy.zeros(len(rows))
        little[place] = 1e-4
        change = (logarithm(weights + little) - logarithm(weights - little)) / 2e-4
        variance += (weight * change) ** 2
    with numpy.errstate(all="ignore"):
        log = numpy.log(survival.values)
        spread = 1.959963984540054 * numpy.sqrt(variance) / log
        ends = [numpy.exp(log * numpy.exp(sign * spread)) for sign in (-1, 1)]
    return [dict(zip(survival.index, end)) for end in ends]


def log_curve(seconds, events, weights, times):
    """The logarithm of the curve at these times, by its definition; as far as somebody is left."""
    import numpy

    log, value = [], 0.0
    for at in times:
        came = weights[(seconds == at) & (events == 1)].sum()
        waiting = weights[seconds >= at].sum()
        value += numpy.log1p(-came / waiting) if came < waiting * (1 - 1e-9) else 0.0
        log.append(value)
    return numpy.array(log)


LEVELS = (("median", 0.5), ("ninety", 0.1))


def first(steps, column, level):
    """The first time at which a column is at a level or below, but for rounding."""
    return next((step[0] for step in steps if step[column] is not None and step[column] <= level + 1e-9), None)


def check_median(fitter, steps, ours):
    """That ours is the one of lifelines, which does not forgive rounding where the curve is a half exactly."""
    theirs = fitter.median_survival_time_
    theirs = None if math.isinf(theirs) else int(theirs)
    is_exact_half = any(abs(step[2] - 0.5) < 1e-9 for step in steps)
    assert theirs == ours or is_exact_half, (theirs, ours)


def log_rank_of(one, other):
    from lifelines.statistics import logrank_test

    test = logrank_test(*(column(rows, 0) for rows in (one, other)), *(column(rows, 1) for rows in (one, other)))
    return {"chi_square": float(test.test_statistic), "p_value": float(test.p_value)}


def column(rows, place):
    return [row[place] for row in rows]


PAIRS = [
    ("lognormal", "lognormal-faster"),
    ("ties", "no-censoring"),
    ("ties", "heavy-censoring"),
    ("no-ties", "ties-at-nothing"),
    ("heavy-censoring", "all-censored"),
    ("half-exactly", "one-event"),
    ("cardano-earlier", "cardano-later"),
]


def wilson():
    """Intervals of shares, from scipy: (hits, of, low, high)."""
    from scipy.stats import binomtest

    counts = [(0, 1), (1, 1), (0, 20), (1, 29), (15, 148), (81, 263), (5_000, 10_000), (999_999, 1_000_000)]
    ends = [(hits, of, binomtest(hits, of).proportion_ci(method="wilson")) for hits, of in counts]
    return [[hits, of, float(interval.low), float(interval.high)] for hits, of, interval in ends]


# --- The fixtures ---


def fixtures():
    """Every fixture by the name of its file."""
    cases = generated() | forum()
    made = {}
    for name, rows in cases.items():
        steps, crossings = curve_of(rows)
        every = max(1, math.ceil(len(steps) / STEPS))
        shown = [step for place, step in enumerate(steps) if place % every == 0 or place == len(steps) - 1]
        is_weighted = any(row[2] != 1 for row in rows)
        made[name] = {
            "observations": [list(row if is_weighted else row[:2]) for row in rows],
            "steps": len(steps),
            "curve": shown,
            **crossings,
        }
    pairs = [{"one": one, "other": other, **log_rank_of(cases[one], cases[other])} for one, other in PAIRS]
    return made | {"log-rank": pairs, "wilson": wilson()}


def differences(expected, found, path=""):
    """Where two values are not the same, but for the last digits of numbers."""
    if isinstance(found, float) and isinstance(expected, (int, float)):
        if abs(expected - found) > TOLERANCE * max(1.0, abs(found)):
            yield f"{path}: {expected} instead of {found}"
    elif isinstance(found, dict) and isinstance(expected, dict) and found.keys() == expected.keys():
        for key in found:
            yield from differences(expected[key], found[key], f"{path}.{key}")
    elif isinstance(found, list) and isinstance(expected, list) and len(found) == len(expected):
        for place, (one, other) in enumerate(zip(expected, found)):
            yield from differences(one, other, f"{path}[{place}]")
    elif expected != found:
        yield f"{path}: {expected} instead of {found}"


def written(value):
    """JSON with one row a line, short enough to be read and compared."""
    text = json.dumps(value, separators=(",", ":"))
    return text.replace('],"', '],\n"').replace("]],", "]],\n").replace("},{", "},\n{") + "\n"


def main():
    in_environment()
    FIXTURES.mkdir(parents=True, exist_ok=True)
    wrong = []
    for name, value in fixtures().items():
        file = FIXTURES / f"{name}.json"
        if "--write" in sys.argv[1:]:
            file.write_text(written(value))
        wrong += differences(json.loads(file.read_text()), value, name)
        print(f"  {name}: compared")
    print("\n".join(wrong) or "All fixtures say what lifelines says.")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
