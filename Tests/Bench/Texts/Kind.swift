import Domain
import Foundation

/// A kind of hostile text, up to its longest, and what reads it.
struct Kind {
    let name: String
    /// In Unicode scalars.
    let longest: Int
    let text: (Int) -> String
    /// Makes all ready, so that only the reading is measured.
    let prepare: (String) throws -> () throws -> Void

    init(
        _ name: String, _ longest: Int, of text: @escaping (Int) -> String,
        prepare: @escaping (String) throws -> () throws -> Void
    ) {
        (self.name, self.longest, self.text, self.prepare) = (name, longest, text, prepare)
    }

    /// A piece again and again.
    init(_ name: String, _ longest: Int, of piece: String, read: @escaping (String) throws -> Void) {
        self.init(name, longest, of: { repeated(piece, $0) }, prepare: { text in { try read(text) } })
    }

    static func all() throws -> [Kind] {
        try lines + fields + door + numbers + addresses + bodies + files + Kind.onDesk()
    }
}

/// As many pieces as have a length in Unicode scalars.
func repeated(_ piece: String, _ length: Int) -> String {
    String(repeating: piece, count: max(1, length / piece.unicodeScalars.count))
}

/// An accent above and one below, which are sorted when they are composed.
let marks = "\u{301}\u{327}"
let today = Day("2026-11-24")!

/// What fits in the head of a request.
let head = 16_000

/// Where files may lie; whoever runs this makes it and takes it away.
let folder = CommandLine.arguments[1]
