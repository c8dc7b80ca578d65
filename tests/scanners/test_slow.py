"""Connections that never come to an end do not keep honest visitors out."""

import http.client
import math
import statistics
import subprocess
import threading
import time
import unittest

from demo import IS_LONG, Demo

SECONDS = 60 if IS_LONG else 10
CONNECTIONS, OPENED_A_SECOND = (1000, 50) if IS_LONG else (300, 60)
SLOWEST = 0.2  # seconds that 99 of 100 pages take at most
KINDS = {
    "heads that never end": ["-H", "-i", "5", "-x", "24", "-u", "/threads"],
    "bodies that never end": ["-B", "-i", "5", "-x", "24", "-s", "8192", "-t", "POST", "-u", "/sign-in"],
    "answers that are read bit by bit": ["-X", "-k", "3", "-w", "512", "-y", "1024", "-n", "5", "-z", "32", "-u", "/threads"],
}


class Slow(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.demo = Demo.of(cls)

    def visit(self, until_done, waits):
        """A page every 50 ms, each by a connection of its own; one that does not come has taken for ever."""
        while not until_done.is_set():
            began = time.monotonic()
            visitor = http.client.HTTPConnection("127.0.0.1", self.demo.port, timeout=10)
            try:
                visitor.request("GET", "/threads")
                answer = visitor.getresponse()
                answer.read()
                waits.append(time.monotonic() - began if answer.status == 200 else math.inf)
            except OSError:
                waits.append(math.inf)
            finally:
                visitor.close()
            until_done.wait(0.05)

    def attack(self, *kinds):
        done, waits = threading.Event(), []
        visitor = threading.Thread(target=self.visit, args=(done, waits))
        visitor.start()
        attacks = [self.begin(KINDS[kind]) for kind in kinds]
        said = [attack.communicate(timeout=SECONDS + 60)[0] for attack in attacks]
        done.set()
        visitor.join()
        for words in said:
            self.assertIn("slow HTTP test status", words.replace("\x1b[0m", "").replace("\n", " "), words)
        self.assertGreater(len(waits), SECONDS * 5, "the visitor was kept waiting")
        waits.sort()
        slowest = waits[len(waits) * 99 // 100]
        print(f"{len(waits)} pages, median {statistics.median(waits) * 1000:.1f} ms, p99 {slowest * 1000:.1f} ms ", end="", flush=True)
        self.assertLess(slowest, SLOWEST)
        self.assertEqual(self.demo.errors(), [])

    def begin(self, how):
        command = ["slowhttptest", "-c", str(CONNECTIONS), "-r", str(OPENED_A_SECOND), "-l", str(SECONDS), "-p", "3", *how[:-1], self.demo.address + how[-1]]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, text=True)

    @unittest.skipUnless(IS_LONG, "only in the long form")
    def test_each_kind_alone(self):
        for kind in KINDS:
            with self.subTest(kind):
                self.attack(kind)

    def test_all_kinds_at_once(self):
        self.attack(*KINDS)


if __name__ == "__main__":
    unittest.main()
