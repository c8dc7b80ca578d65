"""wapiti finds none of the holes that it knows, as a visitor and as an administrator."""

import json
import subprocess
import sys
import tempfile
import unittest

from demo import IS_LONG, Demo

# Its module csrf is left out: it looks for tokens in forms, and the forum tells forged requests by what browsers say of them
# (Sec-Fetch-Site, Origin), which the tests of routes try at every form. What asks a server elsewhere is left out, too: ssrf, ssl.
MODULES = "backup,cookieflags,crlf,csp,exec,file,htaccess,http_headers,ldap,log4shell,methods,permanentxss,redirect,shellshock,spring4shell,sql,timesql,xss"
SHORT_MODULES = "cookieflags,crlf,csp,exec,file,http_headers,methods,redirect,sql,xss"
SECONDS = 800 if IS_LONG else 60
LEFT_ALONE = ["/sign-out", "/settings/close", "/settings/sessions/*", "/settings/password", "/live", "/assets/*"]


class Holes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.demo = Demo()
        cls.addClassCleanup(cls.demo.stop)

    def scan(self, visitor):
        with tempfile.TemporaryDirectory(prefix="tanya-wapiti.") as folder:
            cookies = {cookie.name: cookie.value for cookie in visitor.jar}
            with open(f"{folder}/cookies", "w") as file:
                json.dump({"127.0.0.1": {"/": {name: {"value": value, "secure": False, "expires": None, "version": 0}
                                               for name, value in cookies.items()}}}, file)
            command = [
                f"{sys.prefix}/bin/wapiti", "-u", f"{self.demo.address}/", "--scope", "folder", "-m", MODULES if IS_LONG else SHORT_MODULES,
                "--flush-session", "--store-session", f"{folder}/session", "--store-config", f"{folder}/config", "--no-bugreport",
                "-d", "8", "--max-links-per-page", "60" if IS_LONG else "15", "--max-files-per-dir", "40" if IS_LONG else "4",
                "--max-scan-time", str(SECONDS), "-S", "normal" if IS_LONG else "polite", "--tasks", "4", "--drop-set-cookie",
                "-H", "Sec-Fetch-Site: same-origin", "-f", "json", "-o", f"{folder}/found.json", "-v", "1"]
            if cookies:
                command += ["-c", f"{folder}/cookies"]
            for path in LEFT_ALONE:
                command += ["-x", self.demo.address + path]
            said = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=SECONDS + 300).stdout
            with open(f"{folder}/found.json") as file:
                found = json.load(file)
        self.assertGreater(found["infos"]["crawled_pages_nbr"], 30 if IS_LONG else 10, said)
        print(f"{found['infos']['crawled_pages_nbr']} pages ", end="", flush=True)
        holes = {kind: rows for noun in ("vulnerabilities", "anomalies") for kind, rows in found[noun].items() if rows}
        self.assertEqual(holes, {})
        self.assertEqual(self.demo.errors(), [])

    def test_of_a_visitor(self):
        self.scan(self.demo.visitor())

    def test_of_an_administrator(self):
        self.scan(self.demo.administrator())


if __name__ == "__main__":
    unittest.main()
