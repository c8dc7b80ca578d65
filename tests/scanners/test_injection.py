"""sqlmap finds no parameter through which SQL could be smuggled in."""

import concurrent.futures
import csv
import glob
import re
import subprocess
import sys
import tempfile
import unittest
import urllib.parse

from demo import BROWSER, IS_LONG, Demo, is_id

MOST_MINUTES = 30
# A few of each kind, for the short form.
OFTEN_TRIED = re.compile(r"^/(search\?|threads\?.*sort|sign-in$|threads/new$|threads/#|admin/people\?|users/#)")


class Injection(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.demo = Demo()
        cls.addClassCleanup(cls.demo.stop)

    def scan(self, visitor):
        targets = visitor.targets()
        self.assertGreater(len(targets), 15, "the forum was crawled")
        if not IS_LONG:
            targets = [target for target in targets if OFTEN_TRIED.match(re.sub(r"/\d+", "/#", target[1]))][:8]
        with tempfile.TemporaryDirectory(prefix="tanya-sqlmap.") as folder:
            with concurrent.futures.ThreadPoolExecutor(2) as pool:
                jobs = [pool.submit(self.scan_one, folder, number, target, visitor.cookies) for number, target in enumerate(targets)]
                parameters = sum(job.result() for job in jobs)
            found = []
            for name in glob.glob(f"{folder}/*.csv"):
                with open(name) as rows:
                    found += [row for row in csv.DictReader(rows) if row.get("Technique(s)")]
        print(f"{len(targets)} addresses and forms, {parameters} parameters ", end="", flush=True)
        self.assertEqual(found, [])
        self.assertEqual(self.demo.errors(), [])
        self.assertGreater(parameters, len(targets) // 2, "sqlmap tried parameters")

    def scan_one(self, folder, number, target, cookies):
        """Has sqlmap try one address or form; says how many parameters it tried."""
        method, action, fields = target
        path, _, query = action.partition("?")
        path = "/".join(part + "*" if is_id(part) else part for part in path.split("/")) + (f"?{query}" if query else "")
        lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.demo.port}", f"User-Agent: {BROWSER}", "Sec-Fetch-Site: same-origin"]
        if cookies:
            lines.append(f"Cookie: {cookies}")
        body = ""
        if method == "POST":
            lines.append("Content-Type: application/x-www-form-urlencoded")
            body = urllib.parse.urlencode(fields).replace("*", "%2A")
        request = f"{folder}/{number}.txt"
        with open(request, "w") as file:
            file.write("\r\n".join(lines) + "\r\n\r\n" + body)
        command = [
            f"{sys.prefix}/bin/sqlmap", "-r", request, "--batch", "--level", "1", "--risk", "1",
            "--disable-coloring", "--ignore-code", "*", "--output-dir", f"{folder}/out{number}", "--results-file", f"{folder}/{number}.csv",
            "--time-limit", "120", "--drop-set-cookie", "--timeout", "10"]
        said = subprocess.run(command, capture_output=True, text=True, cwd=folder, stdin=subprocess.DEVNULL, timeout=MOST_MINUTES * 60)
        if re.search(r"(is vulnerable|identified the following injection point)", said.stdout):
            raise AssertionError(f"{method} {action}\n{said.stdout[-2000:]}")
        if "CRITICAL" in said.stdout and "all tested parameters do not appear to be injectable" not in said.stdout:
            if "time limit" not in said.stdout and "no parameter(s) found" not in said.stdout:
                raise AssertionError(f"{method} {action}\n{said.stdout[-2000:]}")
        return len(re.findall(r"(?:parameter|URI parameter) '[^']+' does not seem to be injectable", said.stdout))

    def test_of_a_visitor(self):
        self.scan(self.demo.visitor())

    def test_of_an_administrator(self):
        self.scan(self.demo.administrator())


if __name__ == "__main__":
    unittest.main()
