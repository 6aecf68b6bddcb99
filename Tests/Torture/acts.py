"""What users do on a desk, each with a role: acts of every kind, each with a marker that history keeps."""
import json
import random
import sqlite3

from daemon import MainForm, Visitor, add_people, days

PASSWORD = "one of us, and nobody else"
#: The roles on a desk of many users, in turn. The first user is its owner.
ROLES = [("director", None), ("kam", "West"), ("kam", "West"), ("head", "West"), ("support", None), ("kam", "East")]


def team(count):
    """So many users: name, role, department."""
    people = [(f"{ROLES[place % len(ROLES)][0].title()} {place + 1}", *ROLES[place % len(ROLES)]) for place in range(count)]
    return people


def found(desk, count):
    """Makes a desk with so many users, each with a password. Returns the last line of its history."""
    add_people(desk, team(count), PASSWORD)
    with sqlite3.connect(f"file:{desk}?mode=ro", uri=True) as db:
        return db.execute("SELECT max(id) FROM change").fetchone()[0] or 0


class Refused(Exception):
    """The desk refused the act: somebody was faster, or it is not allowed any more."""


class Hand:
    """A user at a browser. `told` is called for each acknowledged act, with its line of history, its kind and its marker."""

    def __init__(self, daemon, number, seed, told=lambda line, kind, marker: None, count=6):
        name, self.role, _ = team(number)[-1]
        self.number, self.told, self.count = number, told, count
        self.visitor = Visitor(daemon, name, PASSWORD)
        self.name, self.chance = name, random.Random(seed * 1000 + number)
        self.turn, self.clients, self.orders, self.invoices, self.payments, self.products = 0, [], [], [], [], []
        self.refused = {}
        self.today = days(0)

    def log_in(self, daemon):
        """Logs in again, with a new cookie."""
        self.visitor = Visitor(daemon, self.name, PASSWORD)

    def act(self):
        """Does a random act that the role allows. True if it was done."""
        self.turn += 1
        self.marker = f"m{self.number}-{self.turn}-{self.chance.getrandbits(24):x}"
        work = [self.product, self.order, self.invoice, self.payment]
        if self.role != "support":
            work += [self.client] + [self.person, self.interaction, self.matter, self.edit, self.edit, self.brief, self.done,
                                     self.hand_over, self.undo, self.delete] if self.clients else [self.client] * 4
        if self.role in ("head", "director"):
            work += [self.absence]
        if self.number == 1:
            work += [self.colleague]
        kind = self.chance.choice(work)
        try:
            kind()
            return True
        except Refused as refused:
            self.refused[str(refused)] = self.refused.get(str(refused), 0) + 1
            return False

    def send(self, kind, path, fields, marker=True):
        """Sends a form. If it is acknowledged, reports its line. Returns the address that follows."""
        once = {"once": f"{self.marker}-{kind}"}
        status, place, page = self.visitor.send(path, fields | once)
        if status in (404, 409, 422):
            raise Refused(f"{kind} {status}")
        assert status == 303, (kind, path, status, fields, page[-1500:])
        if self.visitor.saved:
            self.told(self.visitor.saved, kind, self.marker if marker else "")
        return place

    def form(self, kind, path):
        status, page = self.visitor.get(path)
        if status == 404:
            raise Refused(f"{kind} form 404")
        assert status == 200, (path, status)
        return MainForm(page).fields

    def some_client(self):
        """A client that the viewer sees: their own, or, if they hold none, somebody else's."""
        if self.clients:
            return self.chance.choice(self.clients)
        rows = self.visitor.json("/clients.json")["rows"]
        if not rows:
            raise Refused("no client yet")
        return self.chance.choice(rows)["id"]

    def client(self):
        fields = {"name": f"Client {self.marker}", "key": self.marker, "kam": str(self.number), "note": "as told"}
        self.clients.append(number(self.send("client", "/clients", fields)))

    def person(self):
        self.send("person", f"/clients/{self.chance.choice(self.clients)}/people",
                  {"name": f"Person {self.marker}", "title": "chief", "phone": "+7 495 000"})

    def interaction(self):
        self.send("interaction", "/interactions", {
            "client": str(self.chance.choice(self.clients)), "kind": "call", "day": self.today, "topic": f"About {self.marker}",
            "matter-1-text": f"Send {self.marker}", "matter-1-side": "ours"})

    def matter(self):
        self.send("matter", f"/clients/{self.chance.choice(self.clients)}/matters", {"text": f"Promise {self.marker}", "side": "theirs"})

    def edit(self):
        client = self.chance.choice(self.clients)
        fields = self.form("edit", f"/clients/{client}/edit")
        self.send("edit", f"/clients/{client}", fields | {self.chance.choice(["city", "segment", "territory"]): self.marker})

    def brief(self):
        client = self.chance.choice(self.clients)
        self.send("brief", f"/clients/{client}/brief", self.form("brief", f"/clients/{client}/brief/edit") | {"aim": self.marker})

    def done(self):
        status, page = self.visitor.get(f"/clients/{self.chance.choice(self.clients)}/matters.json")
        matters = [row["id"] for row in json.loads(page)["open"]] if status == 200 else []
        if not matters:
            raise Refused("nothing to be done")
        self.send("done", f"/matters/{self.chance.choice(matters)}/done", {"back": "/"}, marker=False)

    def product(self):
        self.send("product", "/products", {"name": f"Product {self.marker}", "unit": "pack", "price": "12.50", "cost": "7"})
        self.products.append(f"Product {self.marker}")

    def order(self):
        if not self.products:
            return self.product()
        client = self.some_client()
        place = self.send("order", "/orders", {
            "number": self.marker, "client": "typed", "client_id": str(client), "date": self.today, "status": "shipped",
            "shipped": self.today, "line-1-product": self.chance.choice(self.products), "line-1-quantity": "3",
            "line-2-product": self.chance.choice(self.products), "line-2-quantity": "1", "line-2-discount": "5"})
        order = number(place)
        self.marker += "b"
        self.send("line", f"/orders/{order}/lines", {"line-1-product": self.chance.choice(self.products), "line-1-quantity": "2"},
                  marker=False)
        status, page = self.visitor.get(f"/orders/{order}.json")
        if status == 404:  # somebody has deleted its client
            raise Refused("line gone")
        line = json.loads(page)["lines"][0]["id"]
        self.send("return", f"/lines/{line}/returns", {"quantity": "1", "reason": self.marker, "date": self.today})

    def invoice(self):
        client = self.some_client()
        self.invoices.append(number(self.send(
            "invoice", f"/clients/{client}/invoices", {"number": self.marker, "date": self.today, "due": self.today, "amount": "90"})))

    def payment(self):
        client = self.some_client()
        payment = number(self.send(
            "payment", f"/clients/{client}/payments", {"number": self.marker, "date": self.today, "amount": "40"}))
        self.send("allocation", f"/payments/{payment}/oldest-first", {}, marker=False)

    def hand_over(self):
        if self.chance.random() < 0.7:
            raise Refused("not handed over today")
        client = self.chance.choice(self.clients)
        heir = self.chance.randint(1, self.count)
        if team(heir)[-1][1] == "support":
            raise Refused("no heir")
        self.send("handover", f"/clients/{client}/handover", {"kam": str(heir), "from": self.today, "note": self.marker}, marker=False)
        self.clients.remove(client)

    def delete(self):
        if self.chance.random() < 0.7 or len(self.clients) < 3:
            raise Refused("nothing is deleted today")
        client = self.chance.choice(self.clients)
        fields = self.form("delete", f"/clients/{client}/delete")
        self.send("delete", f"/clients/{client}/delete", fields, marker=False)
        self.clients.remove(client)

    def undo(self):
        """Does something and undoes it: both acts stay in the history."""
        self.matter()
        line, self.marker = self.visitor.saved, self.marker + "u"
        if line:
            self.send("undo", f"/history/{line}/back", {}, marker=False)

    def absence(self):
        others = [place for place in range(1, self.count + 1) if place != self.number]
        absent, deputy = self.chance.sample(others, 2)
        self.send("absence", "/absences", {"number": self.marker, "user": str(absent), "deputy": str(deputy), "from": self.today,
                                           "to": self.today})

    def colleague(self):
        self.send("colleague", "/colleagues", {"name": f"New {self.marker}", "role": "reader"})


def number(place):
    """The number of the record whose page the address is."""
    return int(place.split("?")[0].split("/")[2])


def missing(db, acts):
    """The acknowledged acts, as (user, line, kind, marker), that are missing from the history. Strict: the line must be by that user, and
    the marker must be in the lines written together with it."""
    for user, line, kind, marker in acts:
        row = db.execute("SELECT at, user_id FROM change WHERE id = ?", [line]).fetchone()
        if not row or row[1] != user:
            yield f"line {line} of {kind} by {user} is {row}"
        elif marker and not db.execute(
                "SELECT 1 FROM change WHERE id BETWEEN ? - 60 AND ? AND at = ? AND user_id = ? AND instr(title || fields, ?)",
                [line, line, row[0], user, marker]).fetchone():
            yield f"{kind} by {user}: {marker} is not in the history at {line}"


def unsaid(db, acts, after):
    """How many acts after a line are in the history although nobody was told of them. Lines of one moment and user are one act."""
    told = {line for _, line, _, _ in acts}
    groups, last = [], None
    for line, at, user in db.execute("SELECT id, at, user_id FROM change WHERE id > ? ORDER BY id", [after]):
        if last != (at, user):
            groups.append([])
        groups[-1].append(line)
        last = (at, user)
    return sum(1 for group in groups if not told & set(group))
