"""sqlmap finds no parameter through which SQL could be smuggled in."""

import re
import subprocess
import sys
import tempfile
import unittest
import urllib.parse

from demo import AT_ONCE, BROWSER, IS_LONG, Demo, gentle_first, is_id, parameters_of, shares_of

MOST_SECONDS = 900 if IS_LONG else 300
# A few of each kind, for the short form.
OFTEN_TRIED = re.compile(r"(GET /search\?|POST /sign-in$|GET /admin/people\?|POST /threads/\d+/-/comments$)")
# All that sqlmap tries by itself, except in the short form what it tells by the time that answers take.
TECHNIQUES = "BEUSTQ" if IS_LONG else "BEUQ"


class Injection(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.demo = Demo.of(cls)

    def scan(self, visitor):
        targets = visitor.targets()
        self.assertGreater(len(targets), 20, "the forum was crawled")
        if not IS_LONG:
            targets = [target for target in targets if OFTEN_TRIED.match(f"{target[0]} {target[1]}")][:2]
        wanted = {parameter for target in targets for parameter in parameters_of(target)}
        shares = shares_of(gentle_first(targets), AT_ONCE)
        with tempfile.TemporaryDirectory(prefix="tanya-sqlmap.") as folder:
            scans = [self.begin(f"{folder}/{number}", share, visitor.cookies) for number, share in enumerate(shares)]
            said = [self.end(scan) for scan in scans]
        count = sum(len(re.findall(r"parameter '[^']+' does not seem to be injectable", words)) for words in said)
        print(f"{len(targets)} addresses and forms, {count} of {len(wanted)} parameters ", end="", flush=True)
        for words in said:
            # That something "appears to be injectable" it looks into by itself.
            self.assertNotRegex(words, "identified the following injection point|is vulnerable")
        self.assertGreaterEqual(count, len(wanted) * 0.9, "sqlmap tried what there is")
        self.assertEqual(self.demo.errors(), [])

    def begin(self, name, targets, cookies):
        """Starts a sqlmap that tries these, from a log of requests such as proxies write them."""
        with open(name, "w") as log:
            log.writelines(self.request(target, cookies) for target in targets)
        command = [
            f"{sys.prefix}/bin/sqlmap", "-l", name, "--batch", "--level", "1", "--risk", "1", "--technique", TECHNIQUES,
            "--disable-coloring", "--ignore-code", "*", "--drop-set-cookie", "--timeout", "10",
            "--output-dir", f"{name}-found", "--results-file", f"{name}.csv"]
        with open(f"{name}.said", "w") as said:
            return name, subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT)

    def end(self, scan):
        name, process = scan
        try:
            process.wait(MOST_SECONDS)
        finally:
            process.kill()
        with open(f"{name}.said") as said:
            return said.read()

    def request(self, target, cookies):
        method, action, fields = target
        path, _, query = action.partition("?")
        path = "/".join(part + "*" if is_id(part) else part for part in path.split("/")) + (f"?{query}" if query else "")
        lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.demo.port}", f"User-Agent: {BROWSER}", "Sec-Fetch-Site: same-origin"]
        if cookies:
            lines.append(f"Cookie: {cookies}")
        if method == "POST":
            lines.append("Content-Type: application/x-www-form-urlencoded")
        body = urllib.parse.urlencode(fields).replace("*", "%2A")
        edge = "=" * 54
        return f"{edge}\n00:00:00  {self.demo.address}  [127.0.0.1]\n{edge}\n" + "\n".join(lines) + f"\n\n{body}\n{edge}\n\n"

    def test_of_a_visitor(self):
        self.scan(self.demo.visitor())

    def test_of_an_administrator(self):
        administrator = self.demo.administrator()
        self.scan(administrator)
        self.assertIn("/admin/settings", administrator.fetch("/admin"), "the administrator is one to the end")


if __name__ == "__main__":
    unittest.main()
