import Domain

// Measures the graph on standard input: the number of people and "directed" or "undirected", then "from to weight" for each link. Prints
// JSON: for each measure one number per person; circles and their modularity ignore direction.

let head = (readLine() ?? "").split(separator: " ")
let count = head.first.flatMap { Int($0) } ?? 0
var links: [Network.Link] = []
while let line = readLine() {
    let words = line.split(separator: " ")
    guard words.count == 3, let from = Int(words[0]), let to = Int(words[1]), let weight = Double(words[2]) else {
        continue
    }
    links.append(Network.Link(from: from, to: to, weight: weight))
}
let isDirected = head.last == "directed"
let network = isDirected ? Network(count: count, links: links) : Network(count: count, undirected: links)
let circles = Circles(of: network)
print(
    """
    {"inDegree": \(Measures.inDegree(network)),
    "outDegree": \(Measures.outDegree(network)),
    "pagerank": \(PageRank(network).shares),
    "personalized": \(PageRank(network, restart: (0..<count).map { Double(1 + $0 % 5) }).shares),
    "betweenness": \(Measures.betweenness(network)),
    "circles": \(circles.members),
    "modularity": \(circles.modularity)}
    """)
