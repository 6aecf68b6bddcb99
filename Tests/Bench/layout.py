#!/usr/bin/env python3
"""Holds the map's layout against Graphviz's neato: the stress of both pictures, by the same code, and the time.

    layout.py --layout .build/release/layout-bench --data ../shared/data

Stress is the sum over the pairs of a component of ((length on the picture * s - steps) / steps)^2, with the scale s for which it
is least. Our picture is the whole one, with overlaps removed; neato's is that of `neato -Tplain` without any option. The time of
ours is that of the layout within the program, neato's that of its process; the first line says what of it is the start alone.
It ends with 1 where our stress is more than 1.05 times neato's, or our time longer.
"""

import argparse
import csv
import random
import subprocess
import sys
import time
from collections import deque
from pathlib import Path

LIMIT = 1.05
REPEATS = 3


def read_ties(path, town=None):
    with open(path, newline="") as file:
        rows = [(row["from_id"], row["to_id"]) for row in csv.DictReader(file)]
    if town:
        rows = [row for row in rows if row[0].startswith(town + "-") and row[1].startswith(town + "-")]
    numbers = {}
    for row in rows:
        for name in row:
            numbers.setdefault(name, len(numbers))
    return len(numbers), unique((numbers[a], numbers[b]) for a, b in rows)


def unique(ties):
    return sorted({(min(a, b), max(a, b)) for a, b in ties if a != b})


def erdos_renyi(count, seed):
    """A random graph with mean degree 4."""
    dice = random.Random(seed)
    ties = set()
    while len(ties) < 2 * count:
        a, b = dice.randrange(count), dice.randrange(count)
        if a != b:
            ties.add((min(a, b), max(a, b)))
    return count, sorted(ties)


def preferential(count, seed):
    """Each new person gets ties to two others; people with more ties are more likely (Barabasi, Albert 1999)."""
    dice = random.Random(seed)
    ties, ends = [(0, 1)], [0, 1]
    for newcomer in range(2, count):
        chosen = set()
        while len(chosen) < 2:
            chosen.add(dice.choice(ends))
        for other in sorted(chosen):
            ties.append((other, newcomer))
            ends += [other, newcomer]
    return count, ties


def steps_between(count, ties):
    neighbours = [[] for _ in range(count)]
    for a, b in ties:
        neighbours[a].append(b)
        neighbours[b].append(a)
    pairs = []
    for start in range(count):
        steps = {start: 0}
        queue = deque([start])
        while queue:
            here = queue.popleft()
            for other in neighbours[here]:
                if other not in steps:
                    steps[other] = steps[here] + 1
                    queue.append(other)
        pairs += [(start, other, far) for other, far in steps.items() if other > start]
    return pairs


def stress(pairs, places):
    lengths = []
    for a, b, steps in pairs:
        (ax, ay), (bx, by) = places[a], places[b]
        lengths.append((((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5 / steps))
    scale = sum(lengths) / sum(length * length for length in lengths)
    return sum((length * scale - 1) ** 2 for length in lengths)


def ours(program, count, ties):
    text = "\n".join([str(count)] + [f"{a} {b}" for a, b in ties]) + "\n"
    best, places = None, None
    for _ in range(REPEATS):
        lines = subprocess.run([program], input=text, capture_output=True, text=True, check=True).stdout.splitlines()
        taken = float(lines[0])
        best = taken if best is None else min(best, taken)
        places = [tuple(map(float, line.split())) for line in lines[1:]]
    return places, best


def neato(count, ties):
    text = "graph {" + ";".join([str(n) for n in range(count)] + [f"{a}--{b}" for a, b in ties]) + "}"
    best, places = None, [None] * count
    for _ in range(REPEATS):
        start = time.perf_counter()
        plain = subprocess.run(["neato", "-Tplain"], input=text, capture_output=True, text=True, check=True).stdout
        taken = 1000 * (time.perf_counter() - start)
        best = taken if best is None else min(best, taken)
    for line in plain.splitlines():
        words = line.split()
        if words[0] == "node":
            places[int(words[1])] = (float(words[2]), float(words[3]))
    return places, best


def graphs(data):
    if data:
        networks = Path(data) / "kol_networks"
        for town in ("Peoria", "Quincy"):
            yield (f"Physicians of {town}", *read_ties(networks / "physicians_ties.csv", town))
        yield ("Florentine families", *read_ties(networks / "florentine_families_ties.csv"))
        yield ("Les Miserables", *read_ties(networks / "les_miserables_ties.csv"))
    else:
        print("Physicians, families and Les Miserables are left out: no --data")
    for count in (50, 200, 500):
        yield (f"Erdos-Renyi {count}", *erdos_renyi(count, count))
        yield (f"Preferential {count}", *preferential(count, count))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--layout", default=".build/release/layout-bench")
    parser.add_argument("--data", help="the folder that holds kol_networks")
    options = parser.parse_args()
    print(f"neato starts within {neato(0, [])[1]:.1f} ms")
    print(f"{'graph':24}{'nodes':>6}{'ties':>6}{'stress':>9}{'neato':>9}{'ratio':>7}{'ms':>8}{'neato':>8}")
    has_failed = False
    for name, count, ties in graphs(options.data):
        pairs = steps_between(count, ties)
        our_places, our_time = ours(options.layout, count, ties)
        their_places, their_time = neato(count, ties)
        our_stress, their_stress = stress(pairs, our_places), stress(pairs, their_places)
        ratio = our_stress / their_stress
        fails = ratio > LIMIT or our_time > their_time
        has_failed |= fails
        print(
            f"{name:24}{count:6}{len(ties):6}{our_stress:9.1f}{their_stress:9.1f}{ratio:7.3f}{our_time:8.1f}{their_time:8.1f}"
            + (" FAILS" if fails else ""),
            flush=True,
        )
    sys.exit(1 if has_failed else 0)


if __name__ == "__main__":
    main()
