"""Letters to a real mail server that stops, is slow, refuses and comes back, and a program that is killed: none is lost, and
none arrives twice but those that were on their way."""

import os
import signal
import tempfile
import time
import unittest

import dkim
from post_office import Forum, Office, Server, message_id, until

COUNT = 10_000 if os.environ.get("TANYA_TEST_LONG") else 300
# As many as there are connections.
IN_FLIGHT = 4
FIXTURES = os.path.join(os.path.dirname(__file__), "..", "fixtures", "dkim")


class Delivery(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.office = Office()
        self.server = Server(self.office)
        self.server.start()
        self.forum = Forum(
            folder.name,
            SMTP_URL=f"smtp://127.0.0.1:{self.server.port}",
            TANYA_DKIM_KEY=os.path.join(FIXTURES, "rsa.pem"),
        )

    def test_nothing_is_lost_and_nothing_goes_twice(self):
        good = [f"reader{number}@example{number % 7}.com" for number in range(COUNT)]
        later = [f"later{number}@example.com" for number in range(5)]
        never = [f"never{number}@example.com" for number in range(5)]
        self.forum.start()
        began = time.monotonic()
        self.server.stop()
        self.forum.write_to(good[: COUNT // 2] + later + never)
        time.sleep(3)
        self.assertEqual(self.office.messages, [])
        self.office.greeting = "421 4.3.2 not now"
        self.server.start()
        time.sleep(6)
        self.assertEqual(self.office.messages, [])
        self.office.greeting = None
        self.office.delays = 0.05
        until(lambda: len(self.office.messages) > COUNT // 10, 120, "some letters arrive")
        self.forum.end(signal.SIGKILL)
        at_kill = len(self.office.messages)
        self.assertLess(at_kill, COUNT // 2, "it was killed in the middle")
        self.office.delays = 0.0
        self.forum.start()
        self.forum.write_to(good[COUNT // 2 :])
        until(lambda: len(self.office.messages) > at_kill + COUNT // 10, 120, "it goes on after the kill")
        self.server.stop()
        time.sleep(1)
        self.server.start()
        # What the killed program had claimed comes back after two minutes.
        until(lambda: self.forum.waiting() == 0, 300 + COUNT // 20, "every letter has gone or is dead")
        took = time.monotonic() - began
        self.forum.end()

        by_reader = self.office.by_reader()
        self.assertEqual(set(by_reader), set(good + later), "everybody got it")
        self.assertEqual(len(self.forum.dead()), len(never))
        self.assertTrue(all("5.1.1 no such user" in error for _, error in self.forum.dead()))
        self.assertTrue(all(self.office.asked[reader] == 1 for reader in never), "what is refused is not tried again")
        repeated = {reader: contents for reader, contents in by_reader.items() if len(contents) > 1}
        # Those that were on their way when the program was killed, and when the server stopped.
        self.assertLessEqual(len(repeated), 2 * IN_FLIGHT, sorted(repeated))
        for contents in repeated.values():
            self.assertEqual(len({message_id(content) for content in contents}), 1, "a repeat is recognised")
        ids = {message_id(contents[0]) for contents in by_reader.values()}
        self.assertEqual(len(ids), len(by_reader), "no two letters have the same id")
        print(f"{len(by_reader)} letters in {took:.0f} s, {len(repeated)} of them twice", flush=True)

    def test_a_slow_server_does_not_keep_the_program_from_ending(self):
        self.office.delays = 300.0
        self.forum.start()
        self.forum.write_to(["ada@example.com"])
        until(lambda: self.office.begun == 1, 30, "the letter is in the server's hand")
        began = time.monotonic()
        self.forum.end()
        self.assertEqual(self.forum.process.returncode, 0)
        self.assertLess(time.monotonic() - began, 60)
        self.assertEqual(self.forum.waiting(), 1, "the letter is not lost")
        # Its claim runs out after two minutes.
        self.forum.ask("update jobs set claimed_at = datetime(claimed_at, '-3 minutes')")
        self.office.delays = 0.0
        self.forum.start()
        until(lambda: self.forum.waiting() == 0, 30, "it goes again")
        self.forum.end()
        self.assertEqual(len(self.office.messages), 1)
        self.assertEqual({message_id(content) for content in self.office.begun_with}, {message_id(self.office.messages[0][1])})

    def test_letters_are_signed_for_their_domain(self):
        record = self.forum.run("check").stdout
        name = record.split(". IN TXT", 1)[0].split()[-1]
        text = "".join(part for part in record.split("( ", 1)[1].split(" )", 1)[0].split('"')[1::2])
        self.assertEqual(name, "tanya._domainkey.example.com")
        self.forum.start()
        self.forum.write_to(["ada@example.com"])
        until(lambda: len(self.office.messages) == 1, 30, "it arrives")
        self.forum.end()
        content = self.office.messages[0][1]

        def look_up(asked, timeout=5):
            return text.encode() if asked.decode().rstrip(".") == name else None

        self.assertTrue(dkim.verify(content, dnsfunc=look_up))
        for of, by in [(b"Hello Ada", b"Hello Eve"), (b"To: ada@", b"To: eve@"), (b"Subject: ", b"Subject: Re: ")]:
            self.assertIn(of, content)
            self.assertFalse(dkim.verify(content.replace(of, by), dnsfunc=look_up), of)
        self.assertFalse(dkim.verify(b"From: Eve <eve@example.com>\r\n" + content, dnsfunc=look_up), "a second From")

    def tearDown(self):
        self.server.stop()
        if self.forum.process and self.forum.process.poll() is None:
            self.forum.end(signal.SIGKILL)
