/// A file that a form brought, staged on the disk. It is gone with the last reference, unless it was kept.
package final class Upload: Sendable {
    /// As the browser gave it: the last component of a path, shortened to 255 bytes. Not to be used as a path.
    package let fileName: String
    package let byteCount: Int
    private let file: StagedFile

    package init(fileName: String, byteCount: Int, file: StagedFile) {
        self.fileName = Self.shortened(fileName)
        self.byteCount = byteCount
        self.file = file
    }

    /// Where its bytes are to be read, until it is kept or gone.
    package var path: String { file.path }

    /// Renames it to a place in the same filesystem, where it stays; what was there before is replaced. It is not synced.
    package func keep(at path: String) throws { try file.keep(at: path) }

    /// Windows has names of 255 letters, which in Russian are 510 bytes: those lose the end of what is before the dot.
    private static func shortened(_ name: String) -> String {
        var stem = name[...]
        var ending = name[(name.lastIndex(of: ".") ?? name.endIndex)...]
        if ending.utf8.count > 32 { ending = "" }
        stem.removeLast(ending.count)
        while stem.utf8.count + ending.utf8.count > 255 { stem.removeLast() }
        return String(stem + ending)
    }
}
