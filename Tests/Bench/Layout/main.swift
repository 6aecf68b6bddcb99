import Domain

// Lays out the graph on standard input: the number of people, then "a b" for each tie. Prints the milliseconds that it took, then "x y" for
// each person.

let count = Int(readLine() ?? "") ?? 0
var ties: [(Int, Int)] = []
while let line = readLine() {
    let ends = line.split(separator: " ").compactMap { Int($0) }
    if ends.count == 2 { ties.append((ends[0], ends[1])) }
}
// Labels like those of a real map: two lines, seven units for each character. A person with more ties is more important.
var degrees = Array(repeating: 0, count: count)
for (a, b) in ties {
    degrees[a] += 1
    degrees[b] += 1
}
let people = degrees.enumerated().map { person, degree in
    MapLayout.Person(
        radius: 14 + min(Double(degree), 12), labelWidth: 63 + Double(person % 7) * 10, labelHeight: 30,
        importance: Double(degree))
}
let clock = ContinuousClock()
let start = clock.now
let picture = MapLayout(people: people, ties: ties).picture()
let taken = clock.now - start
print(Double(taken.components.attoseconds) / 1e15 + Double(taken.components.seconds) * 1000)
for place in picture.places { print(place.x, place.y) }
