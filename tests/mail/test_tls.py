"""A mail server whose name nobody vouches for is refused, and taken when the operator names its authority."""

import ssl
import subprocess
import tempfile
import unittest
from pathlib import Path

from post_office import Forum, Mailbox, Office, Server, until


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

    def test_a_mailbox(self):
        message = b"From: ada@example.com\r\nTo: reply@forum.example.com\r\nMessage-ID: <1@example.com>\r\n\r\nHello\r\n"
        mailbox = Mailbox(self.tls, [message])
        self.addCleanup(mailbox.stop)
        address = f"imaps://forum:a-secret@%s:{mailbox.port}"
        reads = {"TANYA_MAIL_INCOMING": "reply@forum.example.com", "TANYA_LOG": "warn"}
        named, numbered = (reads | {"TANYA_IMAP_URL": address % host} for host in ("localhost", "127.0.0.1"))
        ours = {"SSL_CERT_FILE": self.authority}
        # Nobody vouches for it; somebody does, for another name.
        for variables, why in [(named, "UnknownIssuer"), (numbered | ours, "not valid for name")]:
            with tempfile.TemporaryDirectory() as folder:
                forum = Forum(folder, **variables)
                said = forum.run("check")
                self.assertNotEqual(said.returncode, 0)
                self.assertRegex(said.stdout, f"Mailbox: .*cannot prove its name.*certificate.*{why}")
                self.assertNotIn("a-secret", said.stdout)
                forum.start()
                log = Path(folder) / "log"
                until(lambda: "the mailbox cannot be read" in log.read_text(), 30, "it is told")
                self.assertIn(why, log.read_text())
                self.assertEqual(forum.ask("select count(*) from incoming_messages")[0][0], 0)
                forum.end()
        self.assertEqual(mailbox.seen, set(), "what was not kept is still unread")
        with tempfile.TemporaryDirectory() as folder:
            trusting = Forum(folder, **named, **ours)
            trusting.start()
            self.assertIn("Mailbox: good.", trusting.run("check").stdout)
            until(lambda: mailbox.seen == {1}, 30, "the message is taken")
            self.assertEqual(trusting.ask("select byte_count from incoming_messages"), [(len(message),)])
            trusting.end()

    def test_a_file_without_an_authority_is_said_at_once(self):
        with tempfile.TemporaryDirectory() as folder:
            empty = Path(folder) / "empty.pem"
            empty.write_text("nothing\n")
            forum = Forum(folder, TANYA_IMAP_URL="imaps://forum:a-secret@localhost:1", SSL_CERT_FILE=str(empty))
            said = forum.run("serve")
            self.assertNotEqual(said.returncode, 0)
            self.assertIn("empty.pem", said.stdout + said.stderr)

    def test_a_server_that_offers_none_gets_nothing(self):
        office = Office()
        server = Server(office)
        server.start()
        self.addCleanup(server.stop)
        with tempfile.TemporaryDirectory() as folder:
            said = Forum(folder, SMTP_URL=f"smtp://localhost:{server.port}?tls=required").run("check")
            self.assertNotEqual(said.returncode, 0)
            self.assertIn("STARTTLS", said.stdout)
