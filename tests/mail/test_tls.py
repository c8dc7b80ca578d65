"""A mail server whose name nobody vouches for is refused, and taken when the operator names its authority."""

import ssl
import subprocess
import tempfile
import unittest
from pathlib import Path

from post_office import Forum, Office, Server, until


def openssl(*arguments, cwd):
    subprocess.run(["openssl", *arguments], cwd=cwd, check=True, capture_output=True)


class Tls(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = tempfile.TemporaryDirectory()
        folder = Path(cls.place.name)
        new = ["req", "-newkey", "rsa:2048", "-nodes"]
        openssl(*new, "-x509", "-days", "2", "-subj", "/CN=Our authority", "-keyout", "ca.key", "-out", "ca.pem", cwd=folder)
        openssl(*new, "-subj", "/CN=localhost", "-keyout", "server.key", "-out", "server.csr", cwd=folder)
        (folder / "names").write_text("subjectAltName=DNS:localhost\nbasicConstraints=CA:FALSE\n")
        signed = ["-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2", "-extfile", "names"]
        openssl("x509", "-req", "-in", "server.csr", *signed, "-out", "server.pem", cwd=folder)
        cls.authority = str(folder / "ca.pem")
        cls.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        cls.tls.load_cert_chain(folder / "server.pem", folder / "server.key")

    @classmethod
    def tearDownClass(cls):
        cls.place.cleanup()

    def check(self, url, office):
        with tempfile.TemporaryDirectory() as folder:
            refused = Forum(folder, SMTP_URL=url).run("check")
            self.assertNotEqual(refused.returncode, 0, refused.stdout)
            self.assertIn("certificate", refused.stdout.lower())
            trusting = Forum(folder, SMTP_URL=url, SSL_CERT_FILE=self.authority)
            self.assertIn("The mail server answers.", trusting.run("check").stdout)
            self.assertEqual(office.messages, [], "a check sends nothing")
            trusting.start()
            trusting.write_to(["ada@example.com"])
            until(lambda: len(office.messages) == 1, 30, "it arrives")
            trusting.end()

    def test_from_the_first_byte(self):
        office = Office()
        server = Server(office, self.tls, at_once=True)
        server.start()
        self.addCleanup(server.stop)
        self.check(f"smtps://localhost:{server.port}", office)

    def test_after_the_greeting(self):
        office = Office()
        server = Server(office, self.tls)
        server.start()
        self.addCleanup(server.stop)
        self.check(f"smtp://localhost:{server.port}?tls=required", office)

    def test_a_server_that_offers_none_gets_nothing(self):
        office = Office()
        server = Server(office)
        server.start()
        self.addCleanup(server.stop)
        with tempfile.TemporaryDirectory() as folder:
            said = Forum(folder, SMTP_URL=f"smtp://localhost:{server.port}?tls=required").run("check")
            self.assertNotEqual(said.returncode, 0)
            self.assertIn("STARTTLS", said.stdout)
