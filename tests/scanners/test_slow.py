"""Connections that never come to an end do not keep honest visitors out."""

import http.client
import os
import statistics
import subprocess
import threading
import time
import unittest

from demo import IS_LONG, Demo

SECONDS = 60 if IS_LONG else 10
CONNECTIONS = 1000
SLOWEST = 0.2  # seconds that 99 of 100 pages take at most


class Slow(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.demo = Demo()
        cls.addClassCleanup(cls.demo.stop)

    def visit(self, until_done, waits):
        """A page every 50 ms, each by a connection of its own."""
        while not until_done.is_set():
            began = time.monotonic()
            visitor = http.client.HTTPConnection("127.0.0.1", self.demo.port, timeout=10)
            visitor.request("GET", "/threads")
            answer = visitor.getresponse()
            answer.read()
            visitor.close()
            self.assertEqual(answer.status, 200)
            waits.append(time.monotonic() - began)
            until_done.wait(0.05)

    def attack(self, *how):
        done, waits = threading.Event(), []
        visitor = threading.Thread(target=self.visit, args=(done, waits))
        visitor.start()
        command = ["slowhttptest", "-c", str(CONNECTIONS), "-r", "200", "-l", str(SECONDS), "-p", "3", *how]
        said = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS + 60).stdout
        done.set()
        visitor.join()
        self.assertIn("slow HTTP test status", said.replace("\x1b[0m", "").replace("\n", " ") or "nothing", said)
        self.assertGreater(len(waits), SECONDS * 5, "the visitor was kept waiting")
        waits.sort()
        slowest = waits[len(waits) * 99 // 100]
        print(f"{len(waits)} pages, median {statistics.median(waits) * 1000:.1f} ms, p99 {slowest * 1000:.1f} ms ", end="", flush=True)
        self.assertLess(slowest, SLOWEST)
        self.assertEqual(self.demo.errors(), [])

    def test_heads_that_never_end(self):
        self.attack("-H", "-i", "5", "-x", "24", "-u", f"{self.demo.address}/threads")

    def test_bodies_that_never_end(self):
        self.attack("-B", "-i", "5", "-x", "24", "-s", "8192", "-t", "POST", "-u", f"{self.demo.address}/sign-in")

    def test_answers_that_are_read_one_by_one(self):
        self.attack("-X", "-k", "3", "-w", "512", "-y", "1024", "-n", "5", "-z", "32", "-u", f"{self.demo.address}/threads")


if __name__ == "__main__":
    os.environ.setdefault("TANYA_TEST_LONG", "1")
    unittest.main()
