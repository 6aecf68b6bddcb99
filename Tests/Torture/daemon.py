"""Starts the built program as its user does, and talks to it as a browser does. Standard library only."""
import http.client
import json
import os
import re
import subprocess
import urllib.parse
from html.parser import HTMLParser

KAMDESK = os.environ.get("KAMDESK", ".build/debug/kamdesk")


class Daemon:
    """A `kamdesk serve` on a free port, ready to answer once it is made."""

    def __init__(self, desk, *options):
        self.process = subprocess.Popen(
            [KAMDESK, "serve", "--desk", str(desk), "--port", "0", "--keep-backups", "0", *options],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        said = self.process.stdout.readline()
        found = re.search(r"http://([\d.]+):(\d+)(\S*)/", said)
        assert found, f"the daemon did not start: {said!r}"
        self.host, self.port, self.base = found[1], int(found[2]), found[3]
        self.url = f"http://{self.host}:{self.port}{self.base}"

    def stop(self):
        """Asks it to end, and gives its exit status."""
        self.process.terminate()
        return self.process.wait(timeout=20)

    def kill(self):
        self.process.kill()
        self.process.wait()


class Visitor:
    """One browser: its connection, its cookie and the token of its forms."""

    def __init__(self, daemon):
        self.daemon = daemon
        self.connection = http.client.HTTPConnection(daemon.host, daemon.port, timeout=10)
        self.cookie = ""
        self.token = re.search(r'name="token" value="(\w+)"', self.get("/help")[1].decode())[1]

    def get(self, path):
        """The status and the body of a page."""
        self.connection.request("GET", path, headers={"Cookie": self.cookie})
        return self._answer()[::2]

    def json(self, path):
        """What a page's twin says."""
        status, body = self.get(path)
        assert status == 200, (path, status)
        return json.loads(body)

    def send(self, path, fields):
        """The status, the Location and the body that follow a form."""
        body = urllib.parse.urlencode({**fields, "token": self.token})
        self.connection.request("POST", path, body, {
            "Cookie": self.cookie, "Origin": f"http://{self.daemon.host}:{self.daemon.port}",
            "Content-Type": "application/x-www-form-urlencoded"})
        status, headers, body = self._answer()
        return status, headers.get("Location"), body

    def post(self, path, fields):
        """The status and the Location that follow a form."""
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
        return answer.status, answer.headers, body


class MainForm(HTMLParser):
    """What the fields of a page's own form hold, as a browser would send them."""

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
            # The first line break behind the tag is the tag's.
            self.fields[self.area] = self.fields[self.area].removeprefix("\n")
            self.area = None

    def handle_data(self, data):
        if self.area:
            self.fields[self.area] += data
