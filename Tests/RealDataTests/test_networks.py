"""The measures of the relationship map beside those of networkx, on people who were asked whom they turn to, two known networks, and
forty drawn by lot."""
import csv
import json
import os
import pathlib
import random
import subprocess

import networkx
import pytest

FOLDER = pathlib.Path(os.environ["DATA"]) / "kol_networks"
MEASURE = os.environ["NETWORK_BENCH"]
# file, town, directed
NETWORKS = {
    "Physicians of Peoria": ("physicians_ties.csv", "Peoria", True),
    "Physicians of Quincy": ("physicians_ties.csv", "Quincy", True),
    "Florentine families": ("florentine_families_ties.csv", None, False),
    "Les Miserables": ("les_miserables_ties.csv", None, False),
}


def read(name):
    """With one link for all ties of two people, as heavy as there are, and people as numbers in the order in which they come."""
    file, town, is_directed = NETWORKS[name]
    named = networkx.DiGraph() if is_directed else networkx.Graph()
    with open(FOLDER / file, newline="") as rows:
        for row in csv.DictReader(rows):
            ends = row["from_id"], row["to_id"]
            if town and not all(end.startswith(town + "-") for end in ends):
                continue
            weight = named.get_edge_data(*ends, default={"weight": 0})["weight"] + float(row.get("weight", 1))
            named.add_edge(*ends, weight=weight)
    return networkx.convert_node_labels_to_integers(named)


def measured(graph):
    lines = [f"{len(graph)} {'directed' if graph.is_directed() else 'undirected'}"]
    lines += [f"{a} {b} {weight}" for a, b, weight in graph.edges(data="weight")]
    run = subprocess.run([MEASURE], input="\n".join(lines), capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


def mutual(graph):
    """Both directions of two people together."""
    both = networkx.Graph()
    both.add_nodes_from(graph)
    for a, b, weight in graph.edges(data="weight"):
        before = both.get_edge_data(a, b, default={"weight": 0})["weight"]
        both.add_edge(a, b, weight=before + weight)
    return both


def by_lot(seed):
    """Up to forty people, some without links, with weights from 0.1 to 3."""
    dice = random.Random(seed)
    graph = networkx.DiGraph() if seed % 2 else networkx.Graph()
    graph.add_nodes_from(range([1, 2, 3, 5, 12, 40, 40][seed % 7]))
    for _ in range(dice.randrange(3 * len(graph) + 1)):
        a, b = dice.randrange(len(graph)), dice.randrange(len(graph))
        if a != b:
            graph.add_edge(a, b, weight=dice.randint(1, 30) / 10)
    return graph


@pytest.fixture(params=[*NETWORKS, *range(40)])
def graph(request):
    return read(request.param) if request.param in NETWORKS else by_lot(request.param)


@pytest.mark.parametrize("measure", ["inDegree", "outDegree", "pagerank", "personalized", "betweenness"])
def test_a_measure_equals_that_of_networkx(graph, measure):
    expected = {
        "inDegree": lambda: (networkx.in_degree_centrality if graph.is_directed() else networkx.degree_centrality)(graph),
        "outDegree": lambda: (networkx.out_degree_centrality if graph.is_directed() else networkx.degree_centrality)(graph),
        "pagerank": lambda: networkx.pagerank(graph, alpha=0.85, tol=1e-14, max_iter=1000),
        "personalized": lambda: networkx.pagerank(
            graph, alpha=0.85, personalization={person: 1 + person % 5 for person in graph}, tol=1e-14, max_iter=1000),
        "betweenness": lambda: networkx.betweenness_centrality(graph),
    }[measure]()
    ours = measured(graph)[measure]
    assert len(ours) == len(graph)
    difference = max(abs(ours[person] - expected[person]) for person in graph)
    print(f"{measure} differs by {difference:.1e}")
    assert difference < 1e-6


def test_circles_are_as_good_as_those_of_networkx(graph):
    ours, both = measured(graph), mutual(graph)
    assert sorted(person for circle in ours["circles"] for person in circle) == sorted(graph)
    if not both.size():
        assert ours["modularity"] == 0
        return
    circles = [set(circle) for circle in ours["circles"]]
    modularity = networkx.community.modularity(both, circles)
    assert abs(modularity - ours["modularity"]) < 1e-6
    best = max(
        networkx.community.modularity(both, networkx.community.louvain_communities(both, seed=seed)) for seed in range(10)
    )
    print(f"modularity {modularity:.6f}, best of networkx {best:.6f}, ratio {modularity / best if best else 1:.4f}")
    assert modularity >= 0.98 * best - 1e-9
    assert all(networkx.is_connected(both.subgraph(circle)) for circle in circles)
