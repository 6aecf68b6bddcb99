"""What a page costs: CPU of the product beside a floor program in C that runs the very statements and sends as many bytes.

Both run in one run and by turns, over one connection each, on the same list of random clients; each round asks the list twice and
counts the second pass. Needs the release build and the floor: `make bench`.
"""
import argparse
import http.client
import os
import pathlib
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests/Torture"))
os.environ.setdefault("KAMDESK", str(ROOT / ".build/release/kamdesk"))
from daemon import KAMDESK, Daemon, Visitor  # noqa: E402

options = argparse.ArgumentParser()
options.add_argument("--clients", type=int, default=1000)
options.add_argument("--pages", type=int, default=400, help="pages in a pass")
options.add_argument("--rounds", type=int, default=7)
options.add_argument("--limit", type=float, default=2.5, help="the most that the ratio may be")
options = options.parse_args()
TEMPLATE = 777


def cpu(process):
    """CPU nanoseconds of all threads of a process."""
    return sum(int((task / "schedstat").read_text().split()[0]) for task in pathlib.Path(f"/proc/{process.pid}/task").iterdir())


def capture(desk, path, folder):
    """The statements of one page, with their values: those between the BEGIN and the COMMIT of its read."""
    lines = folder / "trace"
    lines.unlink(missing_ok=True)
    os.environ.update(LD_PRELOAD=str(ROOT / ".build/capture.so"), STATEMENTS=str(lines))
    daemon = Daemon(desk)
    del os.environ["LD_PRELOAD"]
    visitor = Visitor(daemon)
    visitor.get(path)
    before = lines.read_text()
    visitor.get(path)
    statements = lines.read_text()[len(before):]
    daemon.stop()
    out = folder / ("statements-" + re.sub(r"\W", "_", path))
    out.write_text(statements)
    return out


class Floor:
    def __init__(self, desk, statements):
        self.process = subprocess.Popen([ROOT / ".build/floor", desk, statements, str(TEMPLATE)], stdout=subprocess.PIPE, text=True)
        said = self.process.stdout.readline().split()
        self.statements = int(said[1])
        self.connection = http.client.HTTPConnection("127.0.0.1", int(said[0]))

    def get(self, number, size):
        self.connection.request("GET", f"/{number}/{size}")
        return self.connection.getresponse().read()


def compare(name, path, daemon, desk, folder):
    """The ratio of CPU, round by round."""
    floor = Floor(desk, capture_files[name])
    visitor = Visitor(daemon)
    chance = random.Random(1)
    numbers = [chance.randint(9, options.clients) for _ in range(options.pages)]
    sizes = {number: len(visitor.get(path.replace("ID", str(number)))[1]) for number in set(numbers)}
    ratios, product, least = [], [], []
    for _ in range(options.rounds):
        costs = []
        for process, ask in (
            (daemon.process, lambda n: visitor.get(path.replace("ID", str(n)))),
            (floor.process, lambda n: floor.get(n, sizes[n])),
        ):
            for number in numbers:
                ask(number)
            start = cpu(process)
            for number in numbers:
                ask(number)
            costs.append((cpu(process) - start) / len(numbers) / 1e6)
        product.append(costs[0])
        least.append(costs[1])
        ratios.append(costs[0] / costs[1])
    floor.process.kill()
    floor.process.wait()
    ratio = statistics.median(ratios)
    print(f"{name}: {statistics.median(product):.3f} ms a page, floor {statistics.median(least):.3f} ms ({floor.statements} statements, "
          f"{statistics.mean(sizes.values()) / 1000:.0f} KB): ratio {ratio:.2f} ({min(ratios):.2f} to {max(ratios):.2f})", flush=True)
    return ratio


def start_up(desk):
    """Milliseconds from the start of the process to the first byte of a dossier."""
    times = []
    for _ in range(7):
        start = time.monotonic()
        daemon = Daemon(desk)
        connection = http.client.HTTPConnection(daemon.host, daemon.port)
        connection.request("GET", f"/clients/{TEMPLATE}")
        connection.getresponse().read(1)
        times.append((time.monotonic() - start) * 1000)
        daemon.stop()
    return statistics.median(times)


PAGES = {"dossier": "/clients/ID", "list": "/clients"}
with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    desk = folder / "desk.sqlite"
    start = time.monotonic()
    subprocess.run([KAMDESK, "demo", "--desk", desk, "--clients", str(options.clients)], check=True, stdout=subprocess.DEVNULL)
    print(f"demo of {options.clients} clients: {time.monotonic() - start:.1f} s, {desk.stat().st_size / 1e6:.0f} MB", flush=True)
    capture_files = {name: capture(desk, path.replace("ID", str(TEMPLATE)), folder) for name, path in PAGES.items()}
    print(f"start-up to first byte: {start_up(desk):.0f} ms (median of 7)")
    daemon = Daemon(desk)
    ratios = [compare(name, path, daemon, desk, folder) for name, path in PAGES.items()]
    memory = re.search(r"RssAnon:\s+(\d+)", pathlib.Path(f"/proc/{daemon.process.pid}/status").read_text())
    print(f"memory after it (RssAnon): {int(memory[1]) / 1024:.0f} MB")
    daemon.stop()
    if max(ratios) > options.limit:
        sys.exit(f"a ratio is over {options.limit}")
