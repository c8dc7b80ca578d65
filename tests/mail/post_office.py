"""A mail server on a port of its own, which can be slow, refuse, stop and come back, and the program that sends to it."""

import asyncio
import logging
import os
import re
import signal
import socketserver
import sqlite3
import subprocess
import threading
import time
from collections import Counter, defaultdict
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP

# A handshake that fails is what some tests want.
logging.getLogger("mail.log").setLevel(logging.CRITICAL)
BINARY = os.environ["TANYA_BINARY"]
SENDER = "Forum <forum@example.com>"


class Office:
    """What the server does with letters; `say` may answer instead of taking one."""

    def __init__(self):
        self.messages = []
        self.begun_with = []
        self.delays = 0.0
        self.asked = Counter()
        self.greeting = None

    async def handle_RCPT(self, server, session, envelope, address, options):
        self.asked[address] += 1
        if address.startswith("never"):
            return "550 5.1.1 no such user"
        if address.startswith("later") and self.asked[address] == 1:
            return "450 4.2.0 greylisted, come again"
        envelope.rcpt_tos.append(address)
        return "250 fine"

    @property
    def begun(self):
        return len(self.begun_with)

    async def handle_DATA(self, server, session, envelope):
        self.begun_with.append(envelope.content)
        if self.delays:
            await asyncio.sleep(self.delays)
        self.messages.append((envelope.rcpt_tos[0], envelope.content))
        return "250 taken"

    def by_reader(self):
        found = defaultdict(list)
        for reader, content in list(self.messages):
            found[reader].append(content)
        return found


class Greeter(SMTP):
    """Greets with a refusal while the office says so."""

    async def push(self, status):
        refusal = self.event_handler.greeting
        if refusal and not getattr(self, "was_greeted", False):
            self.was_greeted = True
            await super().push(refusal)
            self.transport.close()
            return
        self.was_greeted = True
        await super().push(status)


class Server:
    """The office behind a port, which stays the same when it stops and starts again."""

    def __init__(self, office, tls=None, at_once=False):
        self.office, self.tls, self.at_once = office, tls, at_once
        self.port = None
        self.controller = None

    def start(self):
        options = {"ssl_context": self.tls} if self.tls and self.at_once else {}
        tls, at_once = self.tls, self.at_once

        class Place(Controller):
            def factory(self):
                wanted = {} if at_once else {"tls_context": tls}
                return Greeter(self.handler, enable_SMTPUTF8=False, timeout=60, **wanted)

        self.controller = Place(self.office, hostname="127.0.0.1", port=self.port or free_port(), **options)
        self.controller.start()
        self.port = self.controller.port

    def stop(self):
        self.controller.stop()


def free_port():
    import socket

    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Mailbox:
    """A mailbox behind TLS: as much of an IMAP server as a program needs that looks for what nobody has read."""

    def __init__(self, tls, messages):
        self.messages, self.seen = messages, set()
        mailbox = self

        class Talk(socketserver.StreamRequestHandler):
            def handle(self):
                try:
                    self.connection = tls.wrap_socket(self.request, server_side=True)
                except OSError:
                    return
                with self.connection, self.connection.makefile("rb") as lines:
                    self.connection.sendall(b"* OK ready\r\n")
                    for line in lines:
                        tag, command = line.decode().strip().split(" ", 1)
                        self.connection.sendall(mailbox.answer(command) + tag.encode() + b" OK done\r\n")

        self.server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Talk)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self, command):
        words = command.split()
        if command == "UID SEARCH UNSEEN":
            unseen = [str(number) for number in range(1, len(self.messages) + 1) if number not in self.seen]
            return f"* SEARCH {' '.join(unseen)}\r\n".encode()
        if words[:2] == ["UID", "FETCH"]:
            raw = self.messages[int(words[2]) - 1]
            if "RFC822.SIZE" in command:
                return f"* 1 FETCH (UID 1 RFC822.SIZE {len(raw)})\r\n".encode()
            return f"* 1 FETCH (BODY[] {{{len(raw)}}}\r\n".encode() + raw + b")\r\n"
        if words[:2] == ["UID", "STORE"]:
            self.seen.add(int(words[2]))
        return b""

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


class Forum:
    """The program, in a folder of its own."""

    def __init__(self, folder, **variables):
        self.folder = Path(folder)
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("TANYA_", "SMTP_", "DATABASE_", "SSL_"))}
        self.environment = clean | {
            "TANYA_BIND": "127.0.0.1:0",
            "TANYA_PUBLIC_URL": "https://forum.example.com",
            "TANYA_TRUSTED_PROXIES": "127.0.0.1",
            "TANYA_MAIL_FROM": SENDER,
            "TANYA_DATA_DIR": str(self.folder / "data"),
            "TANYA_LOG": "error",
            "TANYA_MAIL_PACE": "0",
            **variables,
        }
        self.process = None

    def run(self, *arguments):
        return subprocess.run([BINARY, *arguments], env=self.environment, cwd=self.folder, capture_output=True, text=True)

    def start(self):
        with open(self.folder / "log", "ab") as log:
            self.process = subprocess.Popen([BINARY, "serve"], env=self.environment, cwd=self.folder, stdout=subprocess.PIPE, stderr=log)
        for line in self.process.stdout:
            if b"listening on " in line:
                break
        # Whatever it says later is read, so that it never waits for us.
        self.reading = threading.Thread(target=self.process.stdout.read, daemon=True)
        self.reading.start()

    def end(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        self.process.wait()
        self.reading.join()
        self.process.stdout.close()

    def database(self):
        return sqlite3.connect(self.folder / "data" / "tanya.db", timeout=30, isolation_level=None)

    def ask(self, statement, *values):
        with self.database() as database:
            return database.execute(statement, values).fetchall()

    def write_to(self, readers):
        """Writes a job for a letter to each, as the program does it."""
        now = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime())
        payload = '{{"kind":"account_closed","email":"{}","name":"Ada"}}'
        rows = [("account_closed", payload.format(reader), now, now, "letters") for reader in readers]
        database = self.database()
        database.execute("begin immediate")
        database.executemany("insert into jobs (kind, payload, created_at, run_at, lane) values (?, ?, ?, ?, ?)", rows)
        database.execute("commit")
        database.close()

    def waiting(self):
        return self.ask("select count(*) from jobs where dead_at is null and lane = 'letters'")[0][0]

    def dead(self):
        return self.ask("select payload, last_error from jobs where dead_at is not null and lane = 'letters'")


def until(is_done, seconds, what):
    latest = time.monotonic() + seconds
    while not is_done():
        assert time.monotonic() < latest, f"not within {seconds} s: {what}"
        time.sleep(0.1)


def message_id(content):
    return re.search(rb"^Message-ID: (<[^>]+>)\r?$", content, re.MULTILINE).group(1)
