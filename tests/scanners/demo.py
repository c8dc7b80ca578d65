"""A forum with demo content that scanners may do anything to, and every form and parameter that it has."""

import atexit
import html.parser
import http.cookiejar
import os
import re
import signal
import socket
import subprocess
import tempfile
import urllib.error
import urllib.parse
import urllib.request

IS_LONG = bool(os.environ.get("TANYA_TEST_LONG"))
# Both processors of a small machine: scanners try one thing after the other.
AT_ONCE = 2
# What would end the session that a scanner has, or is not there to be scanned.
LEFT_ALONE = re.compile(r"^/(sign-out|settings/close|settings/sessions/|assets/|live$|settings/data/download)")
# Things that addresses name by a word.
NAMED = [
    ("", "tags"), ("", "categories"), ("", "admin", "tags"), ("", "admin", "categories"), ("", "admin", "documents"),
    ("", "admin", "letters", "specimens")]
BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


class Demo:
    """A running `tanya demo` in a folder of its own, without limits of requests."""

    shared = []

    def __init__(self):
        self.place = tempfile.TemporaryDirectory(prefix="tanya-scanners.")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        environment = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR", "LANG") if name in os.environ} | {
            "TANYA_BIND": f"127.0.0.1:{self.port}", "TANYA_PUBLIC_URL": self.address, "TANYA_DATA_DIR": self.place.name,
            "TANYA_RATE_LIMITS": "off", "TANYA_EMBEDDING_MODEL": "none", "TANYA_LOG": "warn", "TANYA_LOG_FORMAT": "json"}
        self.log = open(f"{self.place.name}/log", "w+")
        self.process = subprocess.Popen(
            [os.environ["TANYA_BINARY"], "demo"], env=environment, stdout=subprocess.PIPE, stderr=self.log, text=True)
        for line in self.process.stdout:
            if found := re.search(r"Sign in as (\S+), password: (\S+)", line):
                self.email, self.password = found.groups()
                return
        raise AssertionError("the demo did not start")

    @classmethod
    def of(cls, case):
        """The forum of a class of tests. In the short form one serves all: nothing is sent there that others would notice."""
        if IS_LONG:
            demo = cls()
            case.addClassCleanup(demo.stop)
            return demo
        if not cls.shared:
            cls.shared.append(cls())
            atexit.register(cls.shared[0].stop)
        return cls.shared[0]

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.stdout.close()
        self.process.wait(60)
        self.log.close()
        self.place.cleanup()

    def errors(self):
        """What the program logged as errors: a request that brought it out of step, even if the scanner saw nothing of it."""
        with open(self.log.name) as log:
            return [line for line in log if '"ERROR"' in line or "panicked" in line]

    def visitor(self):
        return Visitor(self.address)

    def administrator(self):
        visitor = Visitor(self.address)
        visitor.fetch("/sign-in", {"email": self.email, "password": self.password})
        return visitor


class Visitor:
    """A browser with cookies."""

    def __init__(self, address):
        self.address = address
        self.jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))

    @property
    def cookies(self):
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.jar)

    def fetch(self, path, fields=None):
        body = urllib.parse.urlencode(fields).encode() if fields is not None else None
        headers = {"User-Agent": BROWSER, "Sec-Fetch-Site": "same-origin"}
        request = urllib.request.Request(self.address + path, body, headers)
        try:
            with self.opener.open(request, timeout=30) as answer:
                is_page = answer.headers.get_content_type() == "text/html"
                return answer.read().decode(errors="replace") if is_page else ""
        except urllib.error.HTTPError as refusal:
            with refusal:
                return refusal.read().decode(errors="replace")

    def targets(self):
        """Every kind of address with parameters, and every form, that links lead to: (method, path with query, fields)."""
        waiting, seen, kinds, found = ["/"], {"/"}, {}, {}
        while waiting:
            path = waiting.pop(0)
            page = Page(path)
            page.feed(self.fetch(path))
            for method, action, fields in [("GET", link, ()) for link in page.links] + page.forms:
                if LEFT_ALONE.match(action):
                    continue
                kind = kind_of(method, action, fields)
                found.setdefault(kind, (method, action, fields))
                if method == "GET" and action not in seen and kinds.get(kind, 0) < 3:  # like pages can hold unlike forms
                    kinds[kind] = kinds.get(kind, 0) + 1
                    seen.add(action)
                    waiting.append(action)
        return telling([target for target in found.values() if has_parameters(target)])


def kind_of(method, action, fields):
    """What addresses have in common that differ only in ids, names and values."""
    path, _, query = action.partition("?")
    names = [name for name, _ in urllib.parse.parse_qsl(query, keep_blank_values=True)]
    parts = path.split("/")
    shape = tuple("#" if is_id(part) or (number and is_id(parts[number - 1])) and part != "-" else part for number, part in enumerate(parts))
    for noun in NAMED:
        if shape[:len(noun)] == noun and len(shape) > len(noun):
            shape = (*noun, "#", *shape[len(noun) + 1:])
    return method, shape, tuple(sorted({*names, *(name for name, _ in fields)}))


def is_id(part):
    return part.isdigit() or len(part) >= 20


def has_parameters(target):
    return bool(parameters_of(target))


def parameters_of(target):
    """What can be tried of an address or a form: the ids in its path, its query and its fields."""
    method, action, fields = target
    path, _, query = action.partition("?")
    ids = {("", path, str(place)) for place, part in enumerate(path.split("/")) if is_id(part)}
    return ids | {(method, path, name) for name, _ in urllib.parse.parse_qsl(query, keep_blank_values=True) + list(fields)}


def telling(targets):
    """Those that bring something which the others do not: a form that is part of a larger one is left out."""
    known, kept = set(), []
    for target in sorted(targets, key=lambda target: -len(parameters_of(target))):
        if not parameters_of(target) <= known:
            known |= parameters_of(target)
            kept.append(target)
    return kept


def gentle_first(targets):
    """In an order in which what takes things away or shuts doors comes last."""
    harsh = re.compile(r"/(delete|remove|suspend|merge|role|staff|restrain|settings|move|close)$")
    return sorted(targets, key=lambda target: [bool(harsh.search(path_of(target))), path_of(target)])


def shares_of(targets, count):
    """As many shares, or fewer; what belongs to one path stays together, as scanners try a parameter of it once."""
    paths = list(dict.fromkeys(map(path_of, targets)))
    shares = [[target for target in targets if path_of(target) in paths[place::count]] for place in range(count)]
    return [share for share in shares if share]


def path_of(target):
    return target[1].partition("?")[0]


class Page(html.parser.HTMLParser):
    """The links and forms of a page."""

    def __init__(self, path):
        super().__init__()
        self.path, self.links, self.forms = path, [], []
        self.form = self.area = self.select = None

    def own(self, address):
        """The path of an address of this forum, without what stands behind its #."""
        whole = urllib.parse.urljoin(self.path, address or self.path)
        parts = urllib.parse.urlsplit(whole)
        return None if parts.scheme or parts.netloc else parts._replace(fragment="").geturl()

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        name, value = attributes.get("name"), attributes.get("value") or ""
        if tag == "a" and (link := self.own(attributes.get("href"))):
            self.links.append(link)
        elif tag == "form" and (action := self.own(attributes.get("action"))):
            self.form = (attributes.get("method", "get").upper(), action, [])
        elif self.form is None:
            return
        elif tag == "option" and self.select:
            self.choose(value)
        elif tag == "button" and (action := attributes.get("formaction")):
            self.forms.append((self.form[0], self.own(action), self.form[2]))
        elif not name:
            return
        elif tag == "input":
            kind = attributes.get("type", "text")
            is_second = kind == "radio" and any(known == name for known, _ in self.form[2])
            if kind not in ("file", "submit") and not is_second:
                self.form[2].append((name, value or ("on" if kind == "checkbox" else "1")))
        elif tag == "textarea":
            self.area = [name, ""]
        elif tag == "select":
            self.select = name
        elif tag == "button":
            self.form[2].append((name, value))

    def choose(self, value):
        """Takes the first entry of a select that says something, or an empty one where there is no other."""
        fields = self.form[2]
        if fields and fields[-1][0] == self.select:
            fields.pop()
        fields.append((self.select, value))
        self.select = None if value else self.select

    def handle_data(self, words):
        if self.area:
            self.area[1] += words

    def handle_endtag(self, tag):
        if tag == "textarea" and self.area and self.form is not None:
            self.form[2].append((self.area[0], self.area[1].strip() or "some words"))
            self.area = None
        elif tag == "select":
            self.select = None
        elif tag == "form" and self.form is not None:
            method, action, fields = self.form
            if method == "GET":
                action = action.partition("?")[0] + ("?" + urllib.parse.urlencode(fields) if fields else "")
                self.links.append(action)
            else:
                self.forms.append((method, action, tuple(fields)))
            self.form = None
