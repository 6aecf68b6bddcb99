#!/usr/bin/env python3
"""Measures the release build: CPU per page beside a C program that runs the same statements, the start, the memory.

    bench.py --kamdesk .build/release/kamdesk --floor .build/bench/floor --trace .build/bench/trace.so

The daemon is started once with trace.so and asked for each page that will be measured; the floor gets the statements that it ran.
Then both are asked for the same pages in turns, over one connection each. Their CPU time is what the kernel counts for the process.
The exit status is 1 if a page costs too many times the floor.

The search page is compared with the raw full-text statements alone. The dashboards are the first pages of a director, a head and a KAM.
With --large FILE, a desk of another size, its dossiers and dashboards are compared with those of the first desk, and its start and memory
are measured. With --before PROGRAM, an older build, each kind of page is compared
with the same page there, and dossiers under a login, of one who sees everything and of a KAM, with dossiers there without a login.
"""

import argparse
import datetime
import hashlib
import os
import random
import re
import shutil
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

# How many times the floor's cost a page of each kind may cost. The figures of key clients are kept while nothing is sold, so its floor has
# next to nothing to do: the page is held to its own cost on the small desk instead (LARGE_DASHBOARD_LIMIT).
LIMITS = {"dossier": 2.0, "list": 2.5, "search": 3.0, "board": 2.2, "tender": 2.2, "today": 2.2, "plans": 2.2, "plan": 2.2, "keys": None}
# Pages that cost some milliseconds are asked for less often.
SLOW = {"today", "plans", "plan", "keys"}
# How many tenders are put beside those of the demo, and how many of them are open.
TENDERS, OPEN_TENDERS = 5000, 200
# How many times its own cost on the small desk a dossier may cost on the large desk.
LARGE_LIMIT = 1.25
# The same of a dashboard, and of the page of key clients.
LARGE_DASHBOARD_LIMIT = 1.3
# Whose dashboards are measured: who they are in the demo.
ROLES = {"director": 1, "head": 4, "KAM": 6}
# How much of an answer's length may differ from the recorded one: a form's token is random, so it packs to another length.
PACKED = 0.005
# How many times the older program's cost a page may cost.
BEFORE_LIMIT = 1.03
# How many times the older program's cost without a login a dossier with a login may cost.
LOGIN_LIMIT = 1.15
RAW_SEARCH = re.compile(rb"SELECT rowid FROM main\.\w+_search\s+WHERE \w+_search MATCH \? (?:ORDER BY rowid DESC )?LIMIT 100")
SESSION = "5e" * 32
# The asker has its own processor: a third of a page's cost depends on whether the answer wakes it on the same processor.
PROCESSORS = sorted(os.sched_getaffinity(0))
ASKER, PROGRAMS = PROCESSORS[:1], PROCESSORS[1:] or PROCESSORS
# The header fields that Chromium sends.
FIELDS = f"""\
Connection: keep-alive
Upgrade-Insecure-Requests: 1
User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36
Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8
Sec-Fetch-Site: same-origin
Sec-Fetch-Mode: navigate
Sec-Fetch-User: ?1
Sec-Fetch-Dest: document
Accept-Encoding: gzip, deflate, br, zstd
Accept-Language: en-GB,en;q=0.9
Cookie: kamdesk={SESSION}
""".replace("\n", "\r\n")


# The measured pages: the addresses of each kind, found as a visitor finds them.


def dossiers(browser):
    """Every client's dossier."""
    count = int(browser.find("/clients", r'class="count">([\d,]+)<')[0].replace(",", ""))
    return [f"/clients/{number}" for number in random.Random(2).sample(range(1, count + 1), min(count, 1000))]


def lists(browser):
    """The list of clients, page after page."""
    addresses = ["/clients"]
    while len(addresses) < 20 and (further := browser.find(addresses[-1], r'rel="next" href="([^"]+)"')):
        addresses.append(further[0].replace("&amp;", "&"))
    return addresses + ["/clients?order=" + order for order in ("income", "overdue", "contact")]


def searches(browser):
    """What a user types, letter by letter, to find a client, a person or a topic."""
    return [f"/search?q={word[:count]}" for word in ("hospital", "pharmacy", "sokolova", "contract", "oncology", "delivery", "irina")
            for count in range(2, len(word) + 1)]


def boards(browser):
    """The board of tenders, whole and by filter."""
    return ["/tenders", "/tenders?kam=1", "/tenders?procedure=44-auction"]


def tenders(browser):
    """The pages of tenders that are open."""
    return list(dict.fromkeys(browser.find("/tenders", r'href="(/tenders/\d+)"')))


def todays(browser):
    """The first page of the day."""
    return ["/"]


def grids(browser):
    """The grid of targets: of those whose plans are agreed, of a year that is typed into, and of a KAM's clients."""
    return ["/plans", f"/plans?year={datetime.date.today().year + 1}", "/plans?of=1"]


def plans(browser):
    """The plans of the company and of its people."""
    return ["/company/plan", "/colleagues/1/plan", "/colleagues/2/plan"]


def keys(browser):
    """Who is key."""
    return ["/keys"]


PAGES = {
    "dossier": dossiers, "list": lists, "search": searches, "board": boards, "tender": tenders, "today": todays, "plans": grids,
    "plan": plans, "keys": keys}


class Browser:
    """One connection, kept open."""

    def __init__(self, port):
        self.host = f"127.0.0.1:{port}"
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def get(self, address):
        """The head and the body of a page."""
        self.socket.sendall(f"GET {address} HTTP/1.1\r\nHost: {self.host}\r\n{FIELDS}\r\n".encode())
        answer = self.more(address)
        self.first_byte = time.monotonic()
        while (end := answer.find(b"\r\n\r\n")) < 0:
            answer += self.more(address)
        head, body = answer[:end], [answer[end + 4 :]]
        if not head.startswith(b"HTTP/1.1 200 "):
            raise SystemExit(f"{address}: {head.splitlines()[0].decode()}")
        missing = int(re.search(rb"(?i)\ncontent-length: *(\d+)", head)[1]) - len(body[0])
        while missing > 0:
            body.append(self.more(address))
            missing -= len(body[-1])
        return head, b"".join(body)

    def more(self, address):
        return self.socket.recv(1 << 20) or sys.exit(f"{address}: the connection was closed")

    def find(self, address, pattern):
        return re.findall(pattern, self.get(address)[1].decode())


class Program:
    """A process that prints the port it listens on."""

    def __init__(self, *command, **environment):
        self.process = subprocess.Popen(
            [str(word) for word in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env=os.environ | {"KAMDESK_KEEP_BACKUPS": "0"} | environment, preexec_fn=lambda: os.sched_setaffinity(0, PROGRAMS))
        line = self.process.stdout.readline().decode()
        self.port = int(re.search(r"http://127\.0\.0\.1:(\d+)", line)[1])
        self.browser = Browser(self.port)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.terminate()
        self.process.wait()

    def cpu(self):
        """CPU seconds of all its threads, to the nanosecond, by the clock of clock_getcpuclockid(3)."""
        return time.clock_gettime(~self.process.pid << 3 | 2)

    def anonymous(self):
        """Memory not backed by a file, in MB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"RssAnon:\s+(\d+)", status)[1]) / 1024

    def cost(self, addresses):
        """The CPU time per page, in milliseconds."""
        before = self.cpu()
        for address in addresses:
            self.browser.get(address)
        return (self.cpu() - before) / len(addresses) * 1000


class Trace:
    """The SQL statements that the program runs, as trace.so writes them."""

    line = re.compile(rb"(\w) (\S+) (\d+) (\d+) ")

    def __init__(self, path):
        self.file = open(path, "rb")
        self.bound = {}

    def runs(self):
        """The statements since the last call, each with its values."""
        data, place, runs = self.file.read(), 0, []
        while line := self.line.match(data, place):
            what, statement = line[1], line[2]
            words = data[line.end() : line.end() + int(line[4])]
            place = line.end() + len(words) + 1
            values = self.bound.setdefault(statement, {})
            if what == b"S":
                runs.append((words, [values[number] for number in sorted(values)]))
            elif what == b"c":
                values.clear()
            else:
                values[int(line[3])] = what + b" " + text(words)
        # Statements that the library runs for itself are not part of the page.
        return [(sql, values) for sql, values in runs if not sql.startswith(b"PRAGMA")]


def text(data):
    return b"%d %s" % (len(data), data)


class Script:
    """What the floor must do for each address."""

    def __init__(self):
        self.statements, self.pages, self.numbers, self.counts = {}, [], {}, {}

    def add(self, address, head, body, runs):
        self.numbers[address] = len(self.pages)
        self.counts[address] = len(runs)
        # libmicrohttpd adds these to the floor's answers too.
        fields = [line.split(b": ", 1) for line in head.split(b"\r\n")[1:]]
        fields = [pair for pair in fields if pair[0].lower() not in (b"date", b"content-length", b"connection")]
        page = [b"%d %d" % (len(body), len(fields)), *(text(part) for pair in fields for part in pair), b"%d" % len(runs)]
        for sql, values in runs:
            page += [b"%d %d" % (self.statements.setdefault(sql, len(self.statements)), len(values)), *values]
        self.pages.append(page)

    def statement_count(self, addresses):
        return statistics.mean(self.counts[address] for address in addresses)

    def write(self, path):
        pages = [part for page in self.pages for part in page]
        parts = [b"%d" % len(self.statements), *map(text, self.statements), b"%d" % len(self.pages), *pages]
        path.write_bytes(b"\n".join(parts) + b"\n")


def spread(values, digits):
    return f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f} to {max(values):.{digits}f})"


def record(options, desk, folder):
    """The addresses of each kind of page, and what the floor must do for them."""
    script, kinds = Script(), {}
    with Program(options.kamdesk, "serve", "--port", 0, "--desk", desk, LD_PRELOAD=str(options.trace.resolve()),
                 TRACE=str(folder / "trace")) as daemon:
        trace = Trace(folder / "trace")
        # The first page also tidies the sessions; the floor cannot write.
        daemon.browser.get("/")
        for kind, find in PAGES.items():
            if options.page and kind not in options.page:
                continue
            kinds[kind] = find(daemon.browser)
            trace.runs()
            for address in kinds[kind]:
                head, body = daemon.browser.get(address)
                runs = trace.runs()
                if kind == "search":
                    runs = [(found[0], [v for v in values if b'"' in v][:1]) for sql, values in runs if (found := RAW_SEARCH.search(sql))]
                script.add(address, head, body, runs)
    script.write(folder / "script")
    return kinds, script


def by_turns(first, second, turn=25):
    """The cost of a page on each of two programs, and the ratio of the first to the second. Each program first gets all addresses once,
    uncounted. Then they take short turns, so that other work on the machine affects both alike."""
    pairs = [first, second]
    for program, addresses in pairs:
        program.cost(addresses)
    turns = [
        [program.cost(addresses[start : start + turn]) for program, addresses in pairs]
        for start in range(0, len(first[1]), turn)
    ]
    ours, theirs = map(statistics.median, zip(*turns))
    return ours, theirs, statistics.median(our / their for our, their in turns)


def rounds_of(options, measure):
    """Measures in several rounds and returns the results item by item. Each round restarts its programs, because their place in memory
    decides about a fifth of their speed."""
    return zip(*(measure() for _ in range(options.rounds)))


def compare(options, desk, copy, folder, kinds, script):
    """Prints the cost of each kind of page beside the floor, which reads the copy. True if none costs too much."""
    chance, good = random.Random(1), True
    print(f"{'CPU per page':14}{'kamdesk':>11}{'floor':>11}   {'ratio':22}{'bytes':>8}{'statements':>12}")
    for kind, addresses in kinds.items():
        asked = chance.choices(addresses, k=max(options.requests // (10 if kind in SLOW else 1), 1))
        same = [f"/{script.numbers[address]}" for address in asked]
        sizes = []

        def measure():
            with Program(options.kamdesk, "serve", "--port", 0, "--desk", desk) as daemon, \
                    Program(options.floor, copy, folder / "script") as floor:
                for address, number in zip(asked[:100], same):
                    ours, theirs = daemon.browser.get(address), floor.browser.get(number)
                    if any(abs(len(our) - len(their)) > PACKED * len(our) for our, their in zip(ours, theirs)):
                        sys.exit(f"{address}: the floor sends other bytes\n{ours[0]}\n{theirs[0]}")
                    sizes.append(len(b"".join(ours)))
                return by_turns((daemon, asked), (floor, same))

        ours, theirs, ratios = rounds_of(options, measure)
        passes = LIMITS[kind] is None or statistics.median(ratios) <= LIMITS[kind]
        good = good and passes
        print(f"{kind:14}{statistics.median(ours):8.3f} ms{statistics.median(theirs):8.3f} ms   {spread(ratios, 2):22}"
              f"{statistics.mean(sizes):8.0f}{script.statement_count(asked):12.1f}" + ("" if passes else f"   over {LIMITS[kind]}"))
    return good


def log_out(desk):
    """Takes back what log_in did."""
    with sqlite3.connect(desk) as file:
        file.execute("UPDATE user SET password = NULL")
        file.execute("DELETE FROM session")
    file.close()


def as_member(desk, copy, user):
    """Copies a desk and its key, and makes the asker's cookie a login of a team member there."""
    for beside in ("", "-key"):
        shutil.copy(f"{desk}{beside}", f"{copy}{beside}")
    log_in(copy, user)


def dashboards(options, desk, folder):
    """Prints the cost of each role's dashboard beside the floor, and with a large desk beside the dashboard there. True if none costs too
    much."""
    good, options.page = True, ["today"]
    for role, user in ROLES.items():
        print(f"the dashboard of a {role}")
        ours, floor = folder / f"{role}.sqlite", folder / f"{role}-floor.sqlite"
        as_member(desk, ours, user)
        shutil.copy(ours, floor)
        kinds, script = record(options, ours, folder)
        good = compare(options, ours, floor, folder, kinds, script) and good
        if options.large:
            log_in(options.large, user)
            good = against_large(options, ours, f"dashboard of a {role}", lambda _: ["/"], LARGE_DASHBOARD_LIMIT,
                                 max(options.requests // 10, 1)) and good
            log_out(options.large)
    return good


def starts(options, desk):
    """Prints the time from the daemon's start to the first byte of a dossier, and its memory then."""
    times, memory = [], []
    for _ in range(options.starts):
        begin = time.monotonic()
        with Program(options.kamdesk, "serve", "--port", 0, "--desk", desk) as daemon:
            daemon.browser.get("/clients/2")
            times.append((daemon.browser.first_byte - begin) * 1000)
            memory.append(daemon.anonymous())
    print(f"start to first byte     {spread(times, 0)} ms, {len(times)} starts")
    print(f"anonymous memory then   {spread(memory, 1)} MB")


def against_large(options, desk, label, find, limit, requests):
    """Prints the cost of pages of the large desk beside those of this desk. True if it is not much more."""
    memory = []

    def measure():
        with Program(options.kamdesk, "serve", "--port", 0, "--desk", options.large) as large, \
                Program(options.kamdesk, "serve", "--port", 0, "--desk", desk) as small:
            result = by_turns(*(
                (daemon, random.Random(3).choices(find(daemon.browser), k=requests)) for daemon in (large, small)))
            memory.append(large.anonymous())
            return result

    costs, _, ratios = rounds_of(options, measure)
    passes = statistics.median(ratios) <= limit
    print(f"{label} on the large desk {statistics.median(costs):.3f} ms, {spread(ratios, 2)} times that on the small"
          + ("" if passes else f"   over {limit}"))
    print(f"anonymous memory then   {spread(memory, 1)} MB")
    return passes


def log_in(desk, user):
    """Makes the asker's cookie a login of a team member. All members have a password."""
    with sqlite3.connect(desk) as file:
        key = hashlib.blake2b(b"tokens", key=bytes.fromhex(Path(f"{desk}-key").read_text().split("\n")[1]), digest_size=32).digest()
        digest = hashlib.blake2b(b"session " + SESSION.encode(), key=key, digest_size=32).digest()
        now = int(time.time() * 1000)
        file.execute("UPDATE user SET password = 'none'")
        file.execute("INSERT OR REPLACE INTO session (digest, user_id, started_at, seen_at, address, browser) VALUES (?, ?, ?, ?, '', '')", (digest, user, now, now))
    file.close()


def held_against(options, label, desk, older, addresses, limit):
    """Prints the cost of pages of a desk beside their cost in an older program with its own. True if they cost not much more."""
    asked = random.Random(4).choices(addresses, k=options.requests)

    def measure():
        with Program(options.kamdesk, "serve", "--port", 0, "--desk", desk) as new, \
                Program(options.before, "serve", "--port", 0, "--desk", older) as old:
            return by_turns((new, asked), (old, asked))

    costs, before, ratios = rounds_of(options, measure)
    passes = statistics.median(ratios) <= limit
    print(f"{label}: {statistics.median(costs):.3f} ms, before {statistics.median(before):.3f} ms, {spread(ratios, 3)} times"
          + ("" if passes else f"   over {limit}"))
    return passes


def knows(program, desk, address):
    """True if a program has a page."""
    with Program(program, "serve", "--port", 0, "--desk", desk) as daemon:
        try:
            daemon.browser.get(address)
        except SystemExit:
            return False
    return True


def against_before(options, desk, folder, kinds):
    """Prints the cost of each kind of page beside its cost in an older program, and of a dossier with a login beside one without. True if
    none costs much more."""
    older = folder / "before.sqlite"
    make(options.before, options, older)
    add_tenders(options.before, older)
    good = [held_against(options, kind, desk, older, addresses, BEFORE_LIMIT) for kind, addresses in kinds.items()
            if knows(options.before, older, addresses[0])]
    for user, name in ((1, "who sees everything"), (2, "a KAM")):
        ours = folder / f"team-{user}.sqlite"
        as_member(desk, ours, user)
        with sqlite3.connect(ours) as file:
            held = [f"/clients/{client}" for client, in file.execute(
                "SELECT client_id FROM client_kam WHERE user_id = ? AND from_day <= ?2 AND coalesce(to_day, '9999') >= ?2",
                (user, datetime.date.today().isoformat()))]
        file.close()
        good.append(held_against(options, f"dossier under a login, {name}", ours, older, held, LOGIN_LIMIT))
    return all(good)


def make(program, options, desk):
    """Makes the demo desk with a program."""
    subprocess.run(
        [program, "demo", "--desk", desk, "--clients", str(options.clients), "--years", str(options.years), "--people", str(options.people)],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ | {"KAMDESK_LANGUAGE": "en"})


def add_tenders(program, desk):
    """Puts tenders with lots, bids, deadlines and all that may stand in the way onto a desk. False if the program knows none."""
    with sqlite3.connect(desk) as file:
        client, = file.execute("SELECT name FROM client WHERE is_confidential = 0 ORDER BY id LIMIT 1").fetchone()
    file.close()
    stages = ["preparation", "open", "bidding", "decided"]
    files = {
        "tenders": ["number,title,client,procedure,announced,status,kam"] + [
            f'T{n},Supplies {n},"{client}",223,2026-01-15,{stages[n % 4] if n <= OPEN_TENDERS else "closed"},' for n in range(1, TENDERS + 1)],
        "lots": ["key,tender,subject,start,outcome"] + [f"L{n}-{k},T{n},Lot {k},{10000 * k}," for n in range(1, TENDERS + 1) for k in (1, 2)],
        "bids": ["lot,bidder,inn,price"] + [f"L{n}-1,Rival,7707083893,{9000 + n}" for n in range(1, TENDERS + 1)],
    }
    for kind, rows in files.items():
        path = Path(f"{desk}-{kind}.csv")
        path.write_text("\n".join(rows) + "\n")
        if subprocess.run([program, "import", kind, path, "--desk", desk], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode:
            return False
    with sqlite3.connect(desk) as file:
        ours = "FROM tender t WHERE t.number GLOB 'T[0-9]*'"
        for later, kind in ((3, "applications"), (9, "decision"), (20, "signing-ours")):
            file.execute(
                "INSERT INTO tender_deadline (tender_id, kind, source, day, time, zone) "
                f"SELECT id, ?, 'notice', date('now', '+' || (id % 60 + ?) || ' days'), '09:00', 'Europe/Moscow' {ours}", (kind, later))
        file.execute(f"INSERT INTO tender_security (tender_id, kind, form, amount) SELECT id, 'bid', 'blocked', 100000 {ours}")
        for _ in range(4):
            file.execute(f"INSERT INTO fit_line (tender_id, requirement, verdict) SELECT id, 'Shelf life of 12 months', 'unknown' {ours}")
            file.execute(f"INSERT INTO application_line (tender_id, text, paper) SELECT id, 'Licence', 'licence' {ours}")
    file.close()
    return True


def threads(daemon):
    """CPU seconds of each thread."""
    times = {}
    for task in Path(f"/proc/{daemon.process.pid}/task").iterdir():
        fields = (task / "stat").read_text().rsplit(")", 1)[1].split()
        times[task.name] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return times


def spread_of_connections(daemon, count=16, seconds=4):
    """Prints how the work of many connections is spread over the threads."""
    browsers = [Browser(daemon.port) for _ in range(count)]
    before, end = threads(daemon), time.monotonic() + seconds
    pages = 0
    while time.monotonic() < end:
        for browser in browsers:
            browser.get(f"/clients/{2 + pages % 50}")
            pages += 1
    after = threads(daemon)
    busy = sorted((after[task] - before.get(task, 0) for task in after if after[task] - before.get(task, 0) > 0.02), reverse=True)
    shares = ", ".join(f"{share / sum(busy):.0%}" for share in busy)
    print(f"{count} connections, {pages} pages: {len(busy)} threads at work, {shares}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    build = Path(__file__).resolve().parents[2] / ".build"
    parser.add_argument("--kamdesk", type=Path, default=build / "release/kamdesk")
    parser.add_argument("--floor", type=Path, default=build / "bench/floor")
    parser.add_argument("--trace", type=Path, default=build / "bench/trace.so")
    parser.add_argument("--clients", type=int, default=1000)
    parser.add_argument("--years", type=int, default=3)
    parser.add_argument("--people", type=int, default=20, help="an average client's, as on the large desk")
    parser.add_argument("--page", action="append", choices=PAGES, help="measure this kind only")
    parser.add_argument("--requests", type=int, default=1000, help="in a round")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--starts", type=int, default=10)
    parser.add_argument("--large", type=Path, help="a desk of another size, whose dossiers are held against these")
    parser.add_argument("--before", type=Path, help="an older build, whose pages these are held against")
    options = parser.parse_args()
    os.sched_setaffinity(0, ASKER)

    with tempfile.TemporaryDirectory(prefix="kamdesk-bench-") as folder:
        folder = Path(folder)
        desk = folder / "desk.sqlite"
        make(options.kamdesk, options, desk)
        add_tenders(options.kamdesk, desk) or sys.exit("the tenders are not imported")
        shutil.copy(desk, folder / "floor.sqlite")
        print(f"{options.clients} clients, {options.years} years; {options.rounds} rounds of {options.requests} pages; "
              "median (least to most)")
        kinds, script = record(options, desk, folder)
        good = compare(options, desk, folder / "floor.sqlite", folder, kinds, script)
        with Program(options.kamdesk, "serve", "--port", 0, "--desk", desk) as daemon:
            spread_of_connections(daemon)
            print(f"anonymous memory then   {daemon.anonymous():.1f} MB")
        starts(options, desk)
        if options.before:
            good = against_before(options, desk, folder, kinds) and good
        if options.large:
            print(f"{options.large}: {options.large.stat().st_size / 1e9:.1f} GB")
            options.page = ["list", "search"]
            kinds, script = record(options, options.large, folder)
            good = compare(options, options.large, options.large, folder, kinds, script) and good
            good = against_large(options, desk, "dossier", dossiers, LARGE_LIMIT, options.requests) and good
            good = against_large(options, desk, "key clients", keys, LARGE_DASHBOARD_LIMIT, max(options.requests // 10, 1)) and good
            starts(options, options.large)
        good = dashboards(options, desk, folder) and good
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
