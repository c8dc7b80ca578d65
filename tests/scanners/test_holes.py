"""wapiti finds none of the holes that it knows, as a visitor and as an administrator."""

import json
import subprocess
import sys
import tempfile
import unittest

from demo import AT_ONCE, IS_LONG, Demo, gentle_first, parameters_of, shares_of

# What it can try by its requests alone. Left out are
# - csrf: it looks for tokens in forms; the forum tells forged requests by what browsers say of them, and the tests of routes try every form
# - spring4shell: it takes the refusal of a field that no form has for a hole
# - ldap: there is no directory, and it takes answers that differ for a hole
# - ssrf, xxe, log4shell: they wait for a server elsewhere to be asked
# - backup, buster, nikto, cms, wp_enum: lists of files and other products
# - timesql: SQL told by the time that answers take, which sqlmap tries
# - the guessing of passwords, and https at an address without it
MODULES = [
    "cookieflags", "crlf", "csp", "exec", "file", "htaccess", "http_headers", "methods", "permanentxss", "redirect",
    "shellshock", "sql", "upload", "xss"]
SHORT_MODULES = ["cookieflags", "crlf", "csp", "http_headers", "methods", "redirect", "sql", "xss"]
# What is no hole here: the forum is tried without https, where no browser would give such a cookie back.
NO_HOLES = {"Secure Flag cookie"}
# A few of each kind, for the short form.
OFTEN_TRIED = ("GET /search?", "GET /threads?is=", "POST /sign-in", "GET /admin/people?")
MOST_SECONDS = 1500 if IS_LONG else 300


class Holes(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.demo = Demo.of(cls)

    def scan(self, visitor):
        targets = visitor.targets()
        self.assertGreater(len(targets), 20, "the forum was crawled")
        if not IS_LONG:
            targets = [target for target in targets if f"{target[0]} {target[1]}".startswith(OFTEN_TRIED)][:3]
        shares = shares_of(gentle_first(targets), AT_ONCE)
        with tempfile.TemporaryDirectory(prefix="tanya-wapiti.") as folder:
            scans = [self.begin(f"{folder}/{number}", share, visitor.cookies) for number, share in enumerate(shares)]
            found = [self.end(scan) for scan in scans]
        count = sum(len(parameters_of(target)) for target in targets)
        print(f"{len(targets)} addresses and forms, {count} parameters ", end="", flush=True)
        self.assertGreaterEqual(sum(report["infos"]["crawled_pages_nbr"] for report in found), len(targets) * 0.9, "wapiti knows what there is")
        holes = {kind: rows for report in found for noun in ("vulnerabilities", "anomalies") for kind, rows in report[noun].items() if rows and kind not in NO_HOLES}
        self.assertEqual(holes, {})
        self.assertEqual(self.demo.errors(), [])

    def begin(self, folder, targets, cookies):
        """Starts a wapiti that attacks these."""
        order = {"folder": folder, "address": self.demo.address, "cookies": cookies, "modules": ",".join(MODULES if IS_LONG else SHORT_MODULES), "targets": targets}
        with open(f"{folder}.said", "w") as said:
            process = subprocess.Popen(
                [sys.executable, "-u", f"{__file__.rsplit('/', 1)[0]}/holes.py"], stdin=subprocess.PIPE, stdout=said, stderr=subprocess.STDOUT, text=True)
        process.stdin.write(json.dumps(order))
        process.stdin.close()
        return folder, process

    def end(self, scan):
        folder, process = scan
        try:
            code = process.wait(MOST_SECONDS)
        finally:
            process.kill()
        with open(f"{folder}.said") as said:
            words = said.read()
        self.assertEqual(code, 0, words)
        self.assertNotRegex(words, "Traceback|seems broken|Unable to import")
        with open(f"{folder}/found.json") as report:
            return json.load(report)

    def test_of_a_visitor(self):
        self.scan(self.demo.visitor())

    def test_of_an_administrator(self):
        administrator = self.demo.administrator()
        self.scan(administrator)
        self.assertIn("/admin/settings", administrator.fetch("/admin"), "the administrator is one to the end")


if __name__ == "__main__":
    unittest.main()
