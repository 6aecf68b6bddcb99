import Domain
import Foundation

/// A kind of hostile text, its greatest length, and the code that reads it.
struct Kind {
    let name: String
    /// In Unicode scalars.
    let longest: Int
    let text: (Int) -> String
    /// Prepares everything, so that only the reading is measured.
    let prepare: (String) throws -> () throws -> Void

    init(
        _ name: String, _ longest: Int, of text: @escaping (Int) -> String,
        prepare: @escaping (String) throws -> () throws -> Void
    ) {
        (self.name, self.longest, self.text, self.prepare) = (name, longest, text, prepare)
    }

    /// A piece, repeated.
    init(_ name: String, _ longest: Int, of piece: String, read: @escaping (String) throws -> Void) {
        self.init(name, longest, of: { repeated(piece, $0) }, prepare: { text in { try read(text) } })
    }

    static func all() throws -> [Kind] {
        try lines + fields + door + numbers + addresses + bodies + files + Kind.onDesk()
    }
}

/// The piece, repeated up to a length in Unicode scalars.
func repeated(_ piece: String, _ length: Int) -> String {
    String(repeating: piece, count: max(1, length / piece.unicodeScalars.count))
}

/// An accent above and one below the letter. Composing sorts them.
let marks = "\u{301}\u{327}"
let today = Day("2026-11-24")!

/// The size that fits in the head of a request.
let head = 16_000

/// The folder for files. The caller creates and deletes it.
let folder = CommandLine.arguments[1]
