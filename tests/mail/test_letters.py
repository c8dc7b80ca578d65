"""Every kind of letter, in each language: read strictly, judged by SpamAssassin, and the same as when it was last looked at.

TANYA_UPDATE_LETTERS=1 writes what they say now into tests/fixtures/letters; look at the difference before it is kept."""

import email
import email.policy
import mailbox
import os
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

from post_office import Forum, Office, Server, message_id

KEPT = Path(__file__).resolve().parent.parent / "fixtures" / "letters"
# Above this the authors of the rules would begin to look twice; five is junk.
MOST_POINTS = 1.0
# Days and times as the three languages write them; they are those of the run.
TIME = re.compile(r"(?:\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4})(?:,? (?:[a-z]+ )?\d{1,2}[:.]\d\d(?: [AP]M)?)?")


class Letters(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        office = Office()
        server = Server(office)
        server.start()
        forum = Forum(cls.folder.name, SMTP_URL=f"smtp://127.0.0.1:{server.port}", TANYA_DKIM_KEY=key("rsa.pem"))
        said = forum.run("specimens", "ada@example.com")
        server.stop()
        assert said.returncode == 0, said.stderr
        names = [line.split(":")[0].replace(" ", ".") for line in said.stdout.splitlines()]
        contents = [content for _, content in office.messages]
        assert len(names) == len(contents) and len(names) > 40, said.stdout
        cls.letters = dict(zip(names, contents))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_every_letter_is_read_strictly(self):
        for name, content in self.letters.items():
            with self.subTest(name):
                message = email.message_from_bytes(content, policy=email.policy.strict)
                self.assertEqual([part.get_content_type() for part in message.walk()], ["multipart/alternative", "text/plain", "text/html"])
                for part in message.walk():
                    self.assertEqual(part.defects, [])
                for field, value in message.items():
                    self.assertEqual(getattr(value, "defects", ()), (), field)
                self.assertTrue(all(len(line) <= 998 for line in content.split(b"\r\n")))
                self.assertNotIn(b"\n", content.replace(b"\r\n", b""))
                text = message.get_body(("plain",)).get_content()
                html = message.get_body(("html",)).get_content()
                for address in re.findall(r"^https://\S+$", text, re.MULTILINE):
                    self.assertIn(f'href="{address.replace("&", "&amp;")}"', html)
                for header in ["Message-ID", "Date", "Auto-Submitted", "DKIM-Signature"]:
                    self.assertEqual(len(message.get_all(header)), 1, header)

    def test_no_letter_looks_like_junk(self):
        mbox = b"".join(
            b"From forum@example.com Thu Jan  1 00:00:00 2026\n" + re.sub(rb"^From ", b">From ", content.replace(b"\r\n", b"\n"), flags=re.MULTILINE) + b"\n\n"
            for content in self.letters.values()
        )
        with tempfile.TemporaryDirectory() as home:
            ask = ["spamassassin", "--local", "--mbox"]
            judged = subprocess.run(ask, input=mbox, capture_output=True, check=True, env=os.environ | {"HOME": home}).stdout
            (Path(home) / "judged").write_bytes(judged)
            box = mailbox.mbox(Path(home) / "judged")
            self.addCleanup(box.close)
            status = {message["Message-ID"]: message["X-Spam-Status"] for message in box}
        points = {}
        for name, content in self.letters.items():
            told = status[message_id(content).decode()]
            points[name] = (float(re.search(r"score=(-?[\d.]+)", told).group(1)), told)
        bad = {name: told for name, told in points.items() if told[0] >= MOST_POINTS}
        self.assertEqual(bad, {})
        print(f"SpamAssassin: at most {max(score for score, _ in points.values())} points", flush=True)

    def test_every_letter_says_what_it_said(self):
        said = {}
        for name, content in self.letters.items():
            message = email.message_from_bytes(content, policy=email.policy.default)
            head = f"Subject: {message['Subject']}\n\n"
            said[f"{name}.txt"] = head + message.get_body(("plain",)).get_content().replace("\r\n", "\n")
            if name.endswith(".en"):
                html = message.get_body(("html",)).get_content().replace("\r\n", "\n") + "\n"
                # What is hidden repeats the beginning, cut at a length: a longer day would move the cut.
                said[f"{name}.html"] = re.sub(r'(<div style="display:none[^>]*>).*?</div>', r"\1</div>", html)
        said = {name: TIME.sub("[time]", text) for name, text in said.items()}
        if os.environ.get("TANYA_UPDATE_LETTERS"):
            KEPT.mkdir(exist_ok=True)
            for old in KEPT.iterdir():
                old.unlink()
            for name, text in said.items():
                (KEPT / name).write_text(text)
        kept = {path.name: path.read_text() for path in KEPT.iterdir()}
        self.maxDiff = None
        self.assertEqual(sorted(said), sorted(kept), "TANYA_UPDATE_LETTERS=1 keeps new kinds")
        for name, text in said.items():
            self.assertEqual(text, kept[name], name)


def key(name):
    return str(Path(__file__).resolve().parent.parent / "fixtures" / "dkim" / name)
