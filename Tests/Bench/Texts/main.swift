// text-bench FOLDER PARTS: reads each kind of hostile text at a quarter, half and the whole of a length, and prints a line "kind length"
// for each. The length is the longest accepted one, divided by PARTS. The folder is for a desk and for files.
// Tests/KamdeskTests/CostTests.swift counts the instructions of a reading, between two calls of `markReading`.

@inline(never) func markReading() { counter += 1 }
nonisolated(unsafe) private var counter = 0

let parts = Int(CommandLine.arguments[2])!
for kind in try Kind.all() {
    let whole = kind.longest / parts
    // Create what is created once before measuring.
    try kind.prepare(kind.text(whole / 4))()
    for length in [whole / 4, whole / 2, whole] {
        let reading = try kind.prepare(kind.text(length))
        markReading()
        try reading()
        markReading()
        print(kind.name, length, separator: "\t")
    }
}
