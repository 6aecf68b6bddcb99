"""Strings that break programs, in every text field: stored, shown, found, edited, printed, exported and imported as they are."""
import csv
import html
import io
import json
import os
import pathlib
import re
import sqlite3
import subprocess
import sys
import unicodedata
import urllib.parse

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "Browser"))
from conftest import chromium  # noqa: E402, F401
from daemon import Daemon, KAMDESK, MainForm, Visitor, open_desk  # noqa: E402

DATA = os.environ["DATA"]
SPACE = "\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
PLAIN = "plain"


def strings():
    """Each string once, as the desk keeps it: without space around it, with LF for CRLF."""
    folder = pathlib.Path(DATA) / "injection"
    found = [entry["string"] for entry in json.loads((folder / "naughty_strings.json").read_text())]
    for file in sorted((folder / "payloads").iterdir()):
        found += file.read_bytes().decode("utf-8", "replace").split("\n")
    kept = [re.sub(f"^[{SPACE}]+|[{SPACE}]+$", "", text.replace("\r\n", "\n")) for text in found]
    return [text for text in dict.fromkeys(kept) if text and "\0" not in text]


# Marks that nobody sees and that are no format characters, and a sign without a dot.
UNSEEN = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]")


def is_composed(text):
    """Does the desk keep a text letter for letter: has it no letter in parts, no mark that nobody sees, no character that is none?"""
    marks = max((len(run) for run in re.findall("1+", "".join("1" if unicodedata.combining(c) else "0" for c in text))), default=0)
    return unicodedata.normalize("NFC", text) == text and marks <= 30 and not UNSEEN.search(text) and not any(
        unicodedata.category(letter) in ("Cf", "Cc", "Cn", "Zl", "Zp") and letter not in "\t\n\r" for letter in text)


def fill(visitor, text):
    """A client with the text in every field that is long enough for it, of everything that belongs to it. Tells where each of these
    records has its twin, and what its fields must say."""
    line, word, unit = fit(text, 200), fit(text, 80), fit(text, 20)
    number = word if word == text else f"N {hash(text)}"

    def post(path, fields):
        status, place = visitor.post(path, fields)
        assert status == 303, (path, text)
        return place

    client = {"name": line, "key": number, "shortName": word, "address": line, "city": word, "country": word, "territory": word,
              "segment": word, "phone": word, "note": text, "lostReason": line}
    dossier = post("/clients", {**client, "short": word, "status": "lost", "lost_reason": line})
    post(f"{dossier}/people", {"name": line, "name_id": "new", "title": line, "phone": word})
    person = visitor.json(f"{dossier}/people.json")["posts"][0]["person"]["id"]
    post(f"/people/{person}", {"name": line, "phone": word, "note": text, "key": number, "version": 1})
    contact = {"topic": line, "note": text}
    post("/interactions", {"client": dossier.rsplit("/", 1)[1], **contact, f"person-{person}": "yes", "matter-1-text": line})
    product = {"name": line, "key": number, "unit": unit}
    group = {"group": word}
    order = {"number": number, "reason": line, "note": text}
    bill = {"number": number, "note": text}
    product_page = post("/products", product | group)
    order_page = post("/orders", {"client": line, "client_id": dossier.rsplit("/", 1)[1], "status": "refused", **order})
    post(f"{dossier}/invoices", {**bill, "amount": "10"})
    post(f"{dossier}/payments", {**bill, "amount": "1"})
    post(f"{dossier}/brief", {"version": "0", "aim": line, "objection-1": line, "answer-1": line, f"person-{person}": "yes"})
    interaction = visitor.json(f"{dossier}/interactions.json")["rows"][0]["id"]
    said = {
        f"{dossier}.json": ("client", client),
        f"{dossier}/people.json": ("posts", 0, {"title": line}),
        f"/people/{person}.json": ("person", {"name": line, "phone": word, "note": text, "key": number}),
        f"/interactions/{interaction}.json": ("interaction", contact),
        f"{dossier}/matters.json": ("open", 0, {"text": line}),
        f"{product_page}.json": ("draft", product | group),
        f"{order_page}.json": ("draft", order),
        f"{dossier}/brief.json": ("brief", {"aim": line, "objections": [
            {"text": line, "answer": line}, {"text": None, "answer": None}, {"text": None, "answer": None}]})}
    invoices = visitor.json(f"{dossier}/receivables.json")
    invoice, payment = (invoices["open"] + invoices["settled"])[0]["id"], invoices["payments"][0]["id"]
    for place in (f"/invoices/{invoice}.json", f"/payments/{payment}.json"):
        said[place] = ({"note": text},)
        said[place + "?"] = ("row", {"number": number})
    return dossier.rsplit("/", 1)[1], said


def fit(text, limit):
    return text if len(text) <= limit else PLAIN


def pages(client):
    dossier = f"/clients/{client}"
    return [dossier, f"{dossier}/edit", f"{dossier}/people", f"{dossier}/interactions", f"{dossier}/matters", f"{dossier}/history",
            f"{dossier}/brief", f"{dossier}/brief/edit", f"{dossier}/print", f"{dossier}/receivables", f"{dossier}/orders"]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """The daemon on a desk that holds every string everywhere, and the strings by their client."""
    desk = open_desk(tmp_path_factory.mktemp("hostile") / "desk.sqlite")
    daemon = Daemon(desk)
    visitor = Visitor(daemon)
    texts, said = {}, {}
    for text in [PLAIN] + [text for text in strings() if is_composed(text)]:
        client, fields = fill(visitor, text)
        texts[client] = text
        said.update(fields)
    yield daemon, visitor, texts, said
    assert daemon.stop() == 0
    assert subprocess.run([KAMDESK, "check", "--desk", desk], capture_output=True).returncode == 0


def test_hostile_strings_are_stored_unchanged(hostile):
    _, visitor, _, said = hostile
    for address, (*way, fields) in said.items():
        record = visitor.json(address)
        for step in way:
            record = record[step]
        assert {name: record[name] for name in fields} == fields, address


def test_a_text_changed_by_composing_stays_as_it_was_stored(hostile):
    _, visitor, _, _ = hostile
    composed = [text for text in strings() if not is_composed(text)]
    assert len(composed) > 10
    kept = 0
    for text in composed:
        status, place = visitor.post("/clients", {"name": fit(text, 200), "city": fit(text, 80), "note": text, "status": "active"})
        # Of some nothing is left, and a name is asked for.
        assert status in (303, 422), text
        if status == 422:
            continue
        kept += 1
        before = visitor.json(f"{place}.json")["client"]
        for page in pages(place.rsplit("/", 1)[1]):
            assert visitor.get(page)[0] == 200, (page, text)
        assert visitor.post(place, MainForm(visitor.get(f"{place}/edit")[1]).fields)[0] == 303, text
        assert visitor.json(f"{place}.json")["client"] == before, text
    assert kept > 5


def test_hostile_strings_are_shown_and_printed_unchanged(hostile):
    _, visitor, clients, _ = hostile
    for client, text in clients.items():
        shown = html.escape(fit(text, 200)).replace("&#x27;", "&#39;")
        for address in pages(client):
            status, body = visitor.get(address)
            assert status == 200 and shown in body.decode(), (address, text)


def test_hostile_strings_are_found_by_a_search(hostile):
    _, visitor, clients, _ = hostile
    found = 0
    for client, text in clients.items():
        if len(text) > 60 or not re.search(r"\w", text):
            continue
        hits = visitor.json("/search.json?" + urllib.parse.urlencode({"q": text}))["clients"]
        assert len(hits) == 12 or int(client) in [hit["id"] for hit in hits], text
        found += int(client) in [hit["id"] for hit in hits]
    assert found > 300


def test_a_form_that_is_sent_as_it_came_changes_nothing(hostile):
    _, visitor, clients, _ = hostile
    for client, text in clients.items():
        before = visitor.json(f"/clients/{client}.json")["client"]
        fields = MainForm(visitor.get(f"/clients/{client}/edit")[1]).fields
        assert fields["note"] == text
        status, _ = visitor.post(f"/clients/{client}", fields)
        assert status == 303 and visitor.json(f"/clients/{client}.json")["client"] == before, text


def test_hostile_strings_are_exported_harmlessly_and_imported_the_same(hostile, tmp_path):
    daemon, visitor, clients, _ = hostile
    names = {fit(text, 200) for text in clients.values()}
    desk = tmp_path / "again.sqlite"
    subprocess.run([KAMDESK, "demo", "--desk", desk, "--clients", "8"], check=True, capture_output=True)
    for address, kind, mapping, table in [
            ("/clients.csv", "clients", "name=Client,city=City", "client"),
            ("/people.csv", "people", "name=Person,title=Post", "person"),
            ("/products.csv", "products", "key=Key,name=Product,group=Group,unit=Unit", "product")]:
        status, body = visitor.get(address)
        assert status == 200
        rows = list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline="")))
        assert not [cell for row in rows for cell in row if re.match(r"[=+@\t\r\n]|-(?!\d+(\.\d+)?$)", cell)]
        file = tmp_path / f"{kind}.csv"
        file.write_bytes(body)
        answer = subprocess.run(
            [KAMDESK, "import", kind, file, "--desk", desk, "--map", mapping, "--skip-refused"], capture_output=True, text=True)
        assert answer.returncode == 0, answer.stderr
        with sqlite3.connect(desk) as again:
            assert names <= {row[0] for row in again.execute(f"SELECT name FROM {table}")}, kind


def test_a_browser_shows_hostile_strings_as_text(hostile, chromium):
    daemon, _, clients, _ = hostile
    context = chromium.new_context(base_url=daemon.url)
    page = context.new_page()
    faults = []
    page.on("pageerror", lambda error: faults.append((page.url, str(error))))
    page.on("dialog", lambda dialog: (faults.append((page.url, dialog.message)), dialog.dismiss()))
    page.on("console", lambda said: faults.append((page.url, said.text)) if "Content Security Policy" in said.text else None)
    page.on("request", lambda request: None if request.url.startswith(daemon.url) else faults.append((page.url, request.url)))
    plain = next(iter(clients))
    count = "() => [...document.querySelectorAll('*')].map(e => e.tagName + [...e.attributes].map(a => a.name)).join()"
    def elements(address):
        page.goto(address)
        return page.evaluate(count)
    # Those that are markup, each on pages of its own; the others in the lists below.
    markup = {client: text for client, text in clients.items() if re.search(r"""[<>"'&]""", text) and len(text) <= 80}
    for room in ["", "/edit"]:
        expected = elements(f"/clients/{plain}{room}")
        for client, text in markup.items():
            assert elements(f"/clients/{client}{room}") == expected, (room, text)
    for address in ["/clients", "/people", "/products", "/orders", "/receivables", "/", "/search?q=alert", f"/clients/{plain}/print"]:
        page.goto(address)
        seen = set()
        while (further := page.locator("a[rel=next]")).count():
            assert page.url not in seen, "a list goes round in a circle"
            seen.add(page.url)
            further.click()
    context.close()
    assert faults == []
