// Reads every kind of hostile text at a quarter, at half and at the whole of its longest length, and prints a line "kind length" for each.
// The folder is for a desk and for files.
// What a reading costs is told by whoever counts its instructions, between one call of `markReading` and the next:
// Tests/KamdeskTests/CostTests.swift.

@inline(never) func markReading() { counter += 1 }
nonisolated(unsafe) private var counter = 0

for kind in try Kind.all() {
    let shortest = kind.text(kind.longest / 4)
    // What is made once is made before.
    try kind.prepare(shortest)()
    for length in [kind.longest / 4, kind.longest / 2, kind.longest] {
        let reading = try kind.prepare(kind.text(length))
        markReading()
        try reading()
        markReading()
        print(kind.name, length, separator: "\t")
    }
}
