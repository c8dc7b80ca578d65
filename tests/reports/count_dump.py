#!/usr/bin/env python3
"""Counts the questions of a Stack Exchange dump, and compares them with the report of the forum that it was brought into.

    tests/reports/count_dump.py DUMP-FOLDER PROGRAM DATA-FOLDER FIRST-DAY LAST-DAY

for example

    target/release/tanya import --create --data-dir data stackexchange dumps/cardano
    tests/reports/count_dump.py dumps/cardano target/release/tanya data 2021-01-01 2021-12-31

It shares nothing with Tanya but the definitions of the report: a question is answered by the first reply of somebody else, or by
the asker's own once the asker accepted it; what is accepted is resolved, at the end of the day that the vote is dated, but not
before its question was asked or the answer was given; what was closed as a duplicate is resolved once it is closed and its
original is resolved; the first resolution counts. Each question has to have the row that is found here, and every count is exact.
"""

import csv
import json
import subprocess
import sys
from collections import Counter
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

ACCEPTED = "1"  # the type of a vote that accepts
DUPLICATE = "3"  # the type of a link to what a question is a duplicate of


def rows(file):
    for _, row in ElementTree.iterparse(file):
        if row.tag == "row":
            yield row


def second(text):
    """A time of a dump as the report writes it: in UTC, without parts of a second."""
    return datetime.fromisoformat(text).strftime("%Y-%m-%dT%H:%M:%SZ")


def owner(post):
    return post.get("OwnerUserId") or post.get("OwnerDisplayName")


class Dump:
    """The questions and answers of a dump, and what became of them."""

    def __init__(self, folder):
        posts = [row for row in rows(folder / "Posts.xml") if row.get("PostTypeId") in ("1", "2")]
        self.questions = {post.get("Id"): post for post in posts if post.get("PostTypeId") == "1"}
        self.answers = {}
        for post in posts:
            if post.get("ParentId"):
                self.answers.setdefault(post.get("ParentId"), []).append(post)
        accepting = [vote for vote in rows(folder / "Votes.xml") if vote.get("VoteTypeId") == ACCEPTED]
        self.accepted_on = {vote.get("PostId"): vote.get("CreationDate")[:10] for vote in accepting}
        links = [link for link in rows(folder / "PostLinks.xml") if link.get("LinkTypeId") == DUPLICATE]
        self.originals = {link.get("PostId"): link.get("RelatedPostId") for link in links}

    def found(self, first, last):
        """What came of each question that was asked in these days."""
        for question in self.questions.values():
            if first <= question.get("CreationDate")[:10] <= last:
                yield self.outcome(question)

    def outcome(self, question):
        counted = [answer for answer in self.answers_to(question) if self.counts(question, answer)]
        answered = min(counted, key=lambda answer: (answer.get("CreationDate"), int(answer.get("Id"))), default=None)
        when, how = self.resolution(question, set()) or ("", "")
        return {
            "asked_at": second(question.get("CreationDate")),
            "answered_at": second(answered.get("CreationDate")) if answered is not None else "",
            "answered_by": ("asker" if is_own(question, answered) else "member") if answered is not None else "",
            "resolved_how": how,
            "resolved_at": when,
        }

    def answers_to(self, question):
        return self.answers.get(question.get("Id"), [])

    def counts(self, question, answer):
        return not is_own(question, answer) or answer.get("Id") == question.get("AcceptedAnswerId")

    def resolution(self, question, seen):
        """(when, how) of the first resolution, or None."""
        ways = [self.acceptance(question), self.duplicate(question, seen | {question.get("Id")})]
        return min((way for way in ways if way), default=None)

    def acceptance(self, question):
        chosen = question.get("AcceptedAnswerId")
        answer = next((answer for answer in self.answers_to(question) if answer.get("Id") == chosen), None)
        day = self.accepted_on.get(chosen)
        if answer is None or day is None:
            return None
        when = max(f"{day}T23:59:59Z", second(question.get("CreationDate")), second(answer.get("CreationDate")))
        return when, "own" if is_own(question, answer) else "confirmed"

    def duplicate(self, question, seen):
        original, closed = self.originals.get(question.get("Id")), question.get("ClosedDate")
        if not closed or original not in self.questions or original in seen:
            return None
        resolved = self.resolution(self.questions[original], seen)
        return (max(second(closed), resolved[0]), "duplicate") if resolved else None


def is_own(question, answer):
    return owner(question) is not None and owner(answer) == owner(question)


def told(form, program, folder, first, last):
    command = [program, "report", "--data-dir", folder, "--format", form, "--from", first, "--to", last]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def main():
    if len(sys.argv) != 6:
        sys.exit(__doc__)
    dump, program, folder, first, last = sys.argv[1:]
    counted = list(Dump(Path(dump)).found(first, last))
    listed = list(csv.DictReader(told("csv", program, folder, first, last).splitlines()))
    figures = json.loads(told("json", program, folder, first, last))["figures"]["resolving"]

    columns = ["asked_at", "answered_at", "answered_by", "resolved_how", "resolved_at"]
    as_rows = lambda rows: Counter(tuple(row[column] for column in columns) for row in rows)
    wrong = [f"only in the dump: {row}" for row in (as_rows(counted) - as_rows(listed)).elements()]
    wrong += [f"only in the report: {row}" for row in (as_rows(listed) - as_rows(counted)).elements()]

    by_value = lambda column: dict(Counter(row[column] for row in counted if row[column]))
    counts = {
        "questions": (len(counted), figures["questions"]),
        "answered by": (by_value("answered_by"), dict(figures["answered_by"])),
        "resolved": (by_value("resolved_how"), dict(figures["how"])),
    }
    for name, (ours, theirs) in counts.items():
        print(f"{name}: {ours} in the dump, {theirs} in the report")
        if ours != theirs:
            wrong.append(f"{name} differ")
    print("\n".join(wrong[:40]) or f"All {len(counted)} questions are the same.")
    sys.exit(1 if wrong or not counted else 0)


if __name__ == "__main__":
    main()
