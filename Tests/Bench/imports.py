#!/usr/bin/env python3
"""Measures imports by the release build: a million lines of orders by command line, beside `sqlite3 .import` of the same file; and a
file of 100 MB through the browser's way, while others read and write.

    imports.py --kamdesk .build/release/kamdesk --lines 1000000 --megabytes 100
"""
import argparse
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "Torture"))
PRODUCTS = 200
LINES_IN_ORDER = 4


def write(path, header, rows):
    with open(path, "w") as file:
        file.write(header + "\n")
        file.writelines(row + "\n" for row in rows)


def orders(chance, count, prefix):
    for number in range(count):
        day = f"{chance.choice([2024, 2025, 2026])}-{chance.randint(1, 10):02d}-{chance.randint(1, 28):02d}"
        yield f"{prefix}{number},K-{chance.randint(9, 1000)},{day},{day}"


def lines(chance, count, prefix):
    for number in range(count // LINES_IN_ORDER):
        for product in chance.sample(range(PRODUCTS), LINES_IN_ORDER):
            yield (f"{prefix}{number},p{product},{chance.randint(1, 99)},{chance.randint(1, 99999) / 100:.2f},"
                   f"{chance.choice(['', '0.1', '0.05'])},{chance.randint(1, 50)}")


def seconds(*command):
    begin = time.monotonic()
    subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.monotonic() - begin


def by_command_line(options, folder, desk):
    chance = random.Random(1)
    write(folder / "products.csv", "key,name,price,cost", (f"p{number},Product {number},10,5" for number in range(PRODUCTS)))
    write(folder / "orders.csv", "number,client,date,shipped", orders(chance, options.lines // LINES_IN_ORDER, "A-"))
    write(folder / "lines.csv", "order,product,quantity,price,discount,cost", lines(chance, options.lines, "A-"))
    for kind, rows in [("products", PRODUCTS), ("orders", options.lines // LINES_IN_ORDER), ("lines", options.lines)]:
        took = seconds(options.kamdesk, "import", "order-lines" if kind == "lines" else kind, folder / f"{kind}.csv", "--desk", desk)
        print(f"import of {rows:9,} {kind:10} {took:7.1f} s {rows / took:10,.0f} rows a second")
    plain = statistics.median(
        seconds("sqlite3", folder / f"plain-{turn}.sqlite", ".mode csv", f".import {folder}/lines.csv line") for turn in range(3))
    print(f"sqlite3 .import of the same file {plain:.2f} s: {took / plain:.0f} times")
    found = subprocess.run([options.kamdesk, "check", "--desk", desk], capture_output=True, text=True)
    print("check:", "sound" if found.returncode == 0 else found.stderr)
    return found.returncode == 0


class Waits:
    """Measures how long each of many visitors waits for an answer."""

    def __init__(self):
        self.seconds = {"read": [], "write": []}
        self.ends = threading.Event()
        self.faults = []

    def visit(self, kind, daemon, visitor_of, act):
        try:
            visitor = visitor_of(daemon)
            while not self.ends.is_set():
                begin = time.monotonic()
                act(visitor)
                self.seconds[kind].append(time.monotonic() - begin)
                time.sleep(0.01)
        except Exception as fault:  # noqa: BLE001: whatever it is, the measure fails with it
            self.faults.append(repr(fault))


def upload(visitor, kind, path):
    """Uploads a file as a browser does. Returns the address of its page."""
    boundary = uuid.uuid4().hex
    fields = "".join(
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in [("token", visitor.token), ("kind", kind)])
    head = f'{fields}--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{path.name}"\r\nContent-Type: text/csv\r\n\r\n'
    tail = f"\r\n--{boundary}--\r\n"
    size = len(head) + path.stat().st_size + len(tail)
    visitor.connection.putrequest("POST", "/imports")
    for name, value in [("Cookie", visitor.cookie), ("Origin", visitor.daemon.url), ("Content-Length", str(size)),
                        ("Content-Type", f"multipart/form-data; boundary={boundary}")]:
        visitor.connection.putheader(name, value)
    visitor.connection.endheaders(head.encode())
    with open(path, "rb") as file:
        while part := file.read(1 << 20):
            visitor.connection.send(part)
    visitor.connection.send(tail.encode())
    return visitor.follow()


def wait_for(visitor, address, sign):
    """Loads a page each second until it shows a form of this kind."""
    while True:
        body = visitor.get(address)[1].decode()
        if sign in body:
            return body
        assert "<progress" in body, body[:2000]
        time.sleep(1)


def through_the_browser(options, folder, desk):
    import daemon as torture

    torture.KAMDESK = str(options.kamdesk)
    chance = random.Random(2)
    path = folder / "large.csv"
    count = options.megabytes * 1_000_000 // 27 // LINES_IN_ORDER
    write(folder / "more.csv", "number,client,date,shipped", orders(chance, count, "B-"))
    subprocess.run([str(options.kamdesk), "import", "orders", str(folder / "more.csv"), "--desk", str(desk)], check=True, capture_output=True)
    write(path, "order,product,quantity,price,discount,cost", lines(chance, count * LINES_IN_ORDER, "B-"))
    server = torture.Daemon(desk)
    waits = Waits()
    threads = [
        threading.Thread(target=waits.visit, args=("read", server, torture.Visitor, lambda v: v.get(f"/clients/{chance.randint(1, 1000)}")))
        for _ in range(3)
    ] + [
        threading.Thread(target=waits.visit, args=("write", server, torture.Visitor, lambda v: v.post("/clients/2/matters", {"text": "measured", "side": "ours"})))
        for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    visitor = torture.Visitor(server)
    marks = [time.monotonic()]
    address = upload(visitor, "order-lines", path)
    marks.append(time.monotonic())
    assert visitor.post(address + "/rehearsal", {f"field-{name}": place for place, name in enumerate(
        ["order", "product", "quantity", "price", "discount", "cost"])})[0] == 303
    wait_for(visitor, address, "/run\"")
    marks.append(time.monotonic())
    assert visitor.post(address + "/run", {})[0] == 303
    body = wait_for(visitor, address, "/undo\"")
    marks.append(time.monotonic())
    waits.ends.set()
    for thread in threads:
        thread.join()
    assert not waits.faults, waits.faults
    done = re.search(r'role="status">([^<]*)', body)[1]
    memory = int(re.search(r"RssAnon:\s+(\d+)", Path(f"/proc/{server.process.pid}/status").read_text())[1]) / 1024
    assert server.stop() == 0
    print(f"{path.stat().st_size / 1e6:.0f} MB through the browser's way: upload {marks[1] - marks[0]:.1f} s, "
          f"rehearsal {marks[2] - marks[1]:.1f} s, import {marks[3] - marks[2]:.1f} s ({done}); anonymous memory {memory:.0f} MB")
    worst = {}
    for kind, values in waits.seconds.items():
        worst[kind] = max(values)
        print(f"meanwhile {len(values):6} {kind}s: median {statistics.median(values) * 1000:.1f} ms, worst {worst[kind] * 1000:.0f} ms")
    return max(worst.values()) < 1


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    build = Path(__file__).resolve().parents[2] / ".build"
    parser.add_argument("--kamdesk", type=Path, default=build / "release/kamdesk")
    parser.add_argument("--lines", type=int, default=1_000_000)
    parser.add_argument("--megabytes", type=int, default=100)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kamdesk-imports-") as folder:
        folder = Path(folder)
        desk = folder / "desk.sqlite"
        subprocess.run([options.kamdesk, "demo", "--desk", desk, "--clients", "1000", "--years", "1"], check=True,
                       capture_output=True, env=os.environ | {"KAMDESK_LANGUAGE": "en"})
        good = by_command_line(options, folder, desk)
        good = through_the_browser(options, folder, desk) and good
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
