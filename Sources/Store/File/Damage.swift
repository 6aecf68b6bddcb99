import Foundation

/// A note beside a desk which says that a page of its file was found damaged. The next program checks the file before it accepts acts.
enum Damage {
    static func path(of desk: String) -> String { DeskPlace.beside(desk, "-damaged") }

    static func isNoted(of desk: String) -> Bool { access(path(of: desk), F_OK) == 0 }

    /// If the disk refuses the note, the next program finds the damage by itself.
    static func note(_ reason: String, of desk: String) {
        let path = path(of: desk)
        try? FileModes.make(path)
        try? Data((reason + "\n").utf8).write(to: URL(fileURLWithPath: path))
    }

    static func forget(of desk: String) { unlink(path(of: desk)) }
}
