"""Many users at once: exports, prints, maps and password guesses. Meanwhile a page must not be slow, memory must stay bounded, nothing is
computed for those who have left, and a stop ends everything.

crowd.py [--clients 4000] [--desk FILE] [--rounds 1]
"""
import argparse
import multiprocessing
import os
import pathlib
import selectors
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse

from daemon import KAMDESK, Daemon, Visitor

options = argparse.ArgumentParser()
options.add_argument("--clients", type=int, default=4000)
options.add_argument("--desk", help="a demo desk that is there already; it is copied")
options.add_argument("--rounds", type=int, default=1)
options = options.parse_args()

EXPORTS, PRINTS, MAPS, GUESSES, UNREAD, LEFT = 30, 30, 16, 8, 60, 40
#: Limits: seconds for a page in a crowd, for 99 of 100 pages; bytes of anonymous memory; seconds until a stop has ended everything.
SLOWEST, MEMORY, STOP = 0.3, 150 << 20, 5.0


def rss_anon(pid):
    with open(f"/proc/{pid}/status") as file:
        return next(int(line.split()[1]) << 10 for line in file if line.startswith("RssAnon"))


def cpu(pid):
    """Seconds of processor time that a process has used."""
    with open(f"/proc/{pid}/stat") as file:
        return sum(int(ticks) for ticks in file.read().rsplit(")", 1)[1].split()[11:13]) / os.sysconf("SC_CLK_TCK")


def request(daemon, path):
    return f"GET {path} HTTP/1.1\r\nHost: {daemon.host}:{daemon.port}\r\nConnection: close\r\n\r\n".encode()


def guess(daemon, visitor, place):
    """A login with a wrong password."""
    body = urllib.parse.urlencode({"name": f"nobody {place}", "password": "not the password", "token": visitor.token})
    return (f"POST /login HTTP/1.1\r\nHost: {daemon.host}:{daemon.port}\r\nOrigin: {daemon.url}\r\nCookie: {visitor.cookie}\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n{body}").encode()


def asked(daemon, requests, window=None):
    """Connections on which requests were sent and nothing has been read. `window` is the size of the receive buffer in bytes."""
    sockets = []
    for text in requests:
        sock = socket.socket()
        if window:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, window)
        sock.connect((daemon.host, daemon.port))
        sock.sendall(text)
        sockets.append(sock)
    return sockets


def read_all(daemon, requests, answers):
    """Sends all requests at once and reads all answers, in its own process. Returns (place, status, bytes of the body, seconds) of each."""
    begun, buffer = time.monotonic(), bytearray(1 << 18)
    waiting = selectors.DefaultSelector()
    for place, sock in enumerate(asked(daemon, requests)):
        sock.setblocking(False)
        waiting.register(sock, selectors.EVENT_READ, [place, b"", 0])
    found = []
    while waiting.get_map():
        for key, _ in waiting.select(60):
            try:
                count = key.fileobj.recv_into(buffer)
            except ConnectionError:
                count = 0
            if count:
                if not key.data[1]:
                    key.data[1] = bytes(buffer[:count][:12])
                    # The head says how often the desk was written, so its length varies. It arrives in one piece.
                    count -= bytes(buffer[:count]).find(b"\r\n\r\n") + 4
                key.data[2] += count
                continue
            waiting.unregister(key.fileobj)
            key.fileobj.close()
            found.append((key.data[0], int(key.data[1][9:12] or 0), key.data[2], time.monotonic() - begun))
    answers.put(found)


def crowd(daemon, visitor):
    exports = [request(daemon, "/orders.csv")] * EXPORTS
    prints = [request(daemon, f"/clients/{2 + place}/print") for place in range(PRINTS)]
    maps = [request(daemon, path) for place in range(MAPS // 4) for path in
            ("/map", "/map.svg", f"/clients/{2 + place}/map", f"/clients/{2 + place}/map.svg")]
    return exports + prints + maps + [guess(daemon, visitor, place) for place in range(GUESSES)]


def begin(daemon, requests):
    answers = multiprocessing.SimpleQueue()
    process = multiprocessing.Process(target=read_all, args=(daemon, requests, answers))
    process.start()
    return process, answers


def percentile(seconds, share):
    return sorted(seconds)[min(len(seconds) - 1, int(len(seconds) * share))]


def probe(daemon, visitor, goes_on):
    """Loads a page and the health page again and again. Returns the seconds of each, and the highest use of memory."""
    seconds, most = {"/health": [], "/clients/2": []}, 0
    while goes_on():
        for path, spans in seconds.items():
            moment = time.monotonic()
            status, _ = visitor.get(path)
            spans.append(time.monotonic() - moment)
            assert status == 200, (path, status)
        most = max(most, rss_anon(daemon.process.pid))
        time.sleep(0.01)
    return seconds, most


def stop(daemon):
    moment = time.monotonic()
    daemon.process.terminate()
    try:
        code = daemon.process.wait(timeout=30)
    except subprocess.TimeoutExpired:
        daemon.kill()
        code = None
    return code, time.monotonic() - moment


def in_a_crowd(daemon, faults):
    visitor = Visitor(daemon)
    ends = time.monotonic() + 2
    calm, _ = probe(daemon, visitor, lambda: time.monotonic() < ends)
    process, answers = begin(daemon, crowd(daemon, visitor))
    seconds, most = probe(daemon, visitor, process.is_alive)
    found = answers.get()
    process.join()
    wrong = [answer for answer in found if answer[1] not in (200, 422)]
    faults += [f"answers of a crowd: {wrong[:5]} of {len(found)}"] if wrong or len(found) != EXPORTS + PRINTS + MAPS + GUESSES else []
    rows = {bytes for place, status, bytes, _ in found if place < EXPORTS}
    faults += [f"exports of different lengths: {rows}"] if len(rows) != 1 else []
    for path, spans in seconds.items():
        slowest = percentile(spans, 0.99)
        print(f"  {path}: {len(spans)} times, median {percentile(spans, 0.5) * 1000:.0f} ms, 99th of 100 {slowest * 1000:.0f} ms, "
              f"longest {max(spans) * 1000:.0f} ms; alone {percentile(calm[path], 0.99) * 1000:.0f} ms")
        faults += [f"{path} took {slowest:.2f} s in a crowd"] if slowest > SLOWEST else []
    guesses = max(span for place, *_, span in found if place >= EXPORTS + PRINTS + MAPS)
    print(f"  all answered after {max(span for *_, span in found):.1f} s ({max(rows) >> 20} MB an export), the passwords after {guesses:.1f} s; "
          f"at most {most >> 20} MB of anonymous memory")
    faults += [f"{most >> 20} MB of anonymous memory in a crowd"] if most > MEMORY else []


def left(daemon, faults):
    """The daemon does not compute for those who have left."""
    pid, visitor = daemon.process.pid, Visitor(daemon)
    before = cpu(pid)
    visitor.get("/orders.csv")
    one = cpu(pid) - before
    before = cpu(pid)
    for sock in asked(daemon, [request(daemon, "/orders.csv")] * LEFT):
        sock.close()
    calm, used = 0, cpu(pid)
    while calm < 10:
        time.sleep(0.2)
        calm, used = (calm + 1, used) if cpu(pid) - used < 0.02 else (0, cpu(pid))
    used -= before
    print(f"  {LEFT} who left cost {used:.1f} s of processor time, one who stays {one:.1f} s")
    faults += [f"{LEFT} who left cost {used:.1f} s of processor time"] if used > 8 * one else []


def unread(daemon, faults):
    """Answers that nobody reads use no memory, and a stop does not wait for them."""
    before = rss_anon(daemon.process.pid)
    sockets = asked(daemon, [request(daemon, "/orders.csv")] * UNREAD, window=4096)
    calm, most, used = 0, 0, cpu(daemon.process.pid)
    while calm < 10:
        time.sleep(0.2)
        most = max(most, rss_anon(daemon.process.pid))
        calm, used = (calm + 1, used) if cpu(daemon.process.pid) - used < 0.02 else (0, cpu(daemon.process.pid))
    begun = sum(sock.recv(12, socket.MSG_PEEK)[9:12] == b"200" for sock in sockets if selectors_ready(sock))
    code, seconds = stop(daemon)
    print(f"  {UNREAD} unread answers ({begun} begun) hold {(most - before) >> 20} MB, {most >> 20} MB in all; the stop took {seconds:.1f} s")
    faults += [f"{most >> 20} MB of anonymous memory with {UNREAD} unread answers"] if most > MEMORY else []
    faults += [f"the stop with unread answers took {seconds:.1f} s and gave {code}"] if seconds > STOP or code != 0 else []


def selectors_ready(sock):
    with selectors.DefaultSelector() as one:
        one.register(sock, selectors.EVENT_READ)
        return bool(one.select(0))


def stopped_in_a_crowd(desk, faults):
    daemon = Daemon(desk)
    visitor = Visitor(daemon)
    process, _ = begin(daemon, crowd(daemon, visitor))
    ends = time.monotonic() + 1
    probe(daemon, visitor, lambda: time.monotonic() < ends)
    code, seconds = stop(daemon)
    process.terminate()
    process.join()
    print(f"  a stop in a crowd took {seconds:.1f} s")
    faults += [f"a stop in a crowd took {seconds:.1f} s and gave {code}"] if seconds > STOP or code != 0 else []


def main():
    faults = []
    with tempfile.TemporaryDirectory(prefix="kamdesk-crowd-", dir=os.environ.get("KAMDESK_TORTURE")) as folder:
        desk = pathlib.Path(folder) / "desk.sqlite"
        if options.desk:
            shutil.copyfile(options.desk, desk)
        else:
            subprocess.run(
                [KAMDESK, "demo", "--desk", desk, "--clients", str(options.clients)], check=True, stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL)
        print(f"{EXPORTS} exports, {PRINTS} prints, {MAPS} maps and {GUESSES} passwords at once, {options.clients} clients:")
        for _ in range(options.rounds):
            daemon = Daemon(desk)
            in_a_crowd(daemon, faults)
            left(daemon, faults)
            unread(daemon, faults)
            stopped_in_a_crowd(desk, faults)
        leftovers = [path.name for path in pathlib.Path(folder).iterdir() if path.name.startswith(".kamdesk")]
        faults += [f"left behind: {leftovers}"] if leftovers else []
    for fault in faults:
        print("fault:", fault)
    sys.exit(1 if faults else 0)


main()
