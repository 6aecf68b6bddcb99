// text-bench FOLDER PARTS: reads every kind of hostile text at a quarter, at half and at the whole of a length, and prints a line
// "kind length" for each. The length is the longest that is taken, in so many parts. The folder is for a desk and for files.
// What a reading costs is told by whoever counts its instructions, between one call of `markReading` and the next:
// Tests/KamdeskTests/CostTests.swift.

@inline(never) func markReading() { counter += 1 }
nonisolated(unsafe) private var counter = 0

let parts = Int(CommandLine.arguments[2])!
for kind in try Kind.all() {
    let whole = kind.longest / parts
    // What is made once is made before.
    try kind.prepare(kind.text(whole / 4))()
    for length in [whole / 4, whole / 2, whole] {
        let reading = try kind.prepare(kind.text(length))
        markReading()
        try reading()
        markReading()
        print(kind.name, length, separator: "\t")
    }
}
