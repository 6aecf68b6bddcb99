"""Starts the built program as its user does, and talks to it as a browser does. Uses the standard library only."""
import atexit
import datetime
import http.client
import json
import os
import re
import subprocess
import time
import urllib.parse
from html.parser import HTMLParser

KAMDESK = os.environ.get("KAMDESK", ".build/debug/kamdesk")
#: The day of the whole test. Every program that it runs lives on this day and starts at noon.
DAY = datetime.date.fromisoformat(os.environ.get("DAY") or "2026-12-10")
NOON = int(time.time())
os.environ |= {"KAMDESK_TEST_DAY": DAY.isoformat(), "KAMDESK_TEST_NOON": str(NOON)}


def now():
    """The present time on that day, in seconds since 1970."""
    return time.mktime(DAY.timetuple()) + 12 * 3600 + time.time() - NOON


def days(count):
    """The day so many days after the test's day, in the form that a form field takes."""
    return (DAY + datetime.timedelta(days=count)).isoformat()


def check(desk):
    """What `kamdesk check` finds wrong in a desk's file; empty if nothing."""
    found = subprocess.run([KAMDESK, "check", "--desk", desk], capture_output=True, text=True)
    return found.stderr if found.returncode else ""


def add_people(desk, people, password):
    """Adds users to a desk from its console, as (name, role, department). The first is its owner."""
    for name, role, department in people:
        room = ["--department", department] if department else []
        subprocess.run(
            [KAMDESK, "user", "add", "--desk", desk, "--role", role, *room, name], check=True, stdout=subprocess.DEVNULL)
        subprocess.run(
            [KAMDESK, "user", "password", "--desk", desk, name], input=password + "\n", text=True, check=True,
            stdout=subprocess.DEVNULL)


def open_desk(desk):
    """A new desk whose owner needs no login on this machine."""
    subprocess.run(
        [KAMDESK, "user", "add", "--desk", desk, "--without-login", "Olga Owner"], check=True, stdout=subprocess.DEVNULL)
    return desk


class Daemon:
    """A `kamdesk serve` on a free port. It is ready to answer when the object is made. Its log goes to a file if one is named."""

    def __init__(self, desk, *options, environment=None, log=os.devnull):
        with open(log, "a") as errors:
            self.process = subprocess.Popen(
                [KAMDESK, "serve", "--desk", str(desk), "--port", "0", "--keep-backups", "0", *options],
                stdout=subprocess.PIPE, stderr=errors, text=True, env=os.environ | (environment or {}))
        # A failed test leaves no daemon behind.
        atexit.register(self.process.kill)
        said = self.process.stdout.readline()
        found = re.search(r"http://([\d.]+):(\d+)(\S*)/", said)
        assert found, f"the daemon did not start: {said!r}"
        self.host, self.port, self.base = found[1], int(found[2]), found[3]
        self.url = f"http://{self.host}:{self.port}{self.base}"

    def stop(self):
        """Asks it to end, and returns its exit status."""
        self.process.terminate()
        return self.process.wait(timeout=20)

    def kill(self):
        self.process.kill()
        self.process.wait()


class Visitor:
    """A browser: its connection, its cookie and the token of its forms. It logs in if it has a name."""

    def __init__(self, daemon, name=None, password=None):
        self.cookie, self.saved = "", None
        self.meet(daemon)
        if name:
            status, _, page = self.send("/login", {"name": name, "password": password})
            assert status == 303, (name, status, page[-600:])
            self.meet(daemon)

    def meet(self, daemon):
        """Connects to a daemon, with the cookie that it already has."""
        self.daemon = daemon
        self.connection = http.client.HTTPConnection(daemon.host, daemon.port, timeout=30)
        page = self.get("/help")[1] or self.get("/login")[1]
        self.token = re.search(r'name="token" value="(\w+)"', page.decode())[1]

    def is_in(self):
        """Does the desk know this user?"""
        return self.get("/account")[0] == 200

    def get(self, path):
        """The status and the body of a page."""
        self.connection.request("GET", path, headers={"Cookie": self.cookie})
        return self._answer()[::2]

    def json(self, path):
        """The JSON twin of a page."""
        status, body = self.get(path)
        assert status == 200, (path, status)
        return json.loads(body)

    def count(self):
        """How many clients the first page of the list shows."""
        return len(self.json("/clients.json")["rows"])

    def send(self, path, fields):
        """Sends a form. Returns the status, the Location and the body."""
        self.saved = None
        body = urllib.parse.urlencode({**fields, "token": self.token})
        self.connection.request("POST", path, body, {
            "Cookie": self.cookie, "Origin": f"http://{self.daemon.host}:{self.daemon.port}",
            "Content-Type": "application/x-www-form-urlencoded"})
        status, headers, body = self._answer()
        return status, headers.get("Location"), body

    def post(self, path, fields):
        """Sends a form. Returns the status and the Location. `saved` is the line of history that it wrote, or None."""
        return self.send(path, fields)[:2]

    def follow(self):
        """The Location of the answer to a request that was sent by hand."""
        status, headers, body = self._answer()
        assert status == 303, (status, body[:500])
        return headers["Location"]

    def _answer(self):
        answer = self.connection.getresponse()
        body = answer.read()
        for cookie in answer.headers.get_all("Set-Cookie", []):
            if cookie.startswith("kamdesk="):
                self.cookie = cookie.split(";")[0]
            if cookie.startswith("kamdesk_saved="):
                # The last line of history that the act wrote.
                self.saved = int(re.match(r"kamdesk_saved=(\d*)", cookie)[1] or 0) or None
        return answer.status, answer.headers, body


class MainForm(HTMLParser):
    """The values of a page's own form, as a browser would send them."""

    def __init__(self, page):
        super().__init__()
        self.fields, self.inside, self.area, self.select = {}, False, None, None
        self.feed(page.decode())

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "form":
            self.inside = attributes.get("class") == "form"
        if not self.inside or attributes.get("name") == "token":
            return
        if tag == "input" and (attributes.get("type") not in ("checkbox", "radio") or "checked" in attributes):
            self.fields[attributes["name"]] = attributes.get("value", "")
        if tag == "textarea":
            self.area = attributes["name"]
            self.fields[self.area] = ""
        if tag == "select":
            self.select = attributes["name"]
        if tag == "option" and self.select and (self.select not in self.fields or "selected" in attributes):
            self.fields[self.select] = attributes.get("value", "")

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = False
        if tag == "select":
            self.select = None
        if tag == "textarea" and self.area:
            # The first line break after the tag belongs to the tag.
            self.fields[self.area] = self.fields[self.area].removeprefix("\n")
            self.area = None

    def handle_data(self, data):
        if self.area:
            self.fields[self.area] += data
