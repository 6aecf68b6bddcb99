/// An uploaded file, staged on the disk. It is deleted with the last reference, unless it is kept.
package final class Upload: Sendable {
    /// The name from the browser: the last component of a path, cut to 255 bytes. Do not use it as a path.
    package let fileName: String
    package let byteCount: Int
    private let file: StagedFile

    package init(fileName: String, byteCount: Int, file: StagedFile) {
        self.fileName = Self.shortened(fileName)
        self.byteCount = byteCount
        self.file = file
    }

    /// Where to read its bytes, until it is kept or deleted.
    package var path: String { file.path }

    /// Moves the file to a path in the same filesystem and keeps it. An existing file is replaced. It is not synced.
    package func keep(at path: String) throws { try file.keep(at: path) }

    /// Windows allows names of 255 letters, which in Russian are 510 bytes. Such names lose the end of the part before the dot.
    private static func shortened(_ name: String) -> String {
        var stem = name[...]
        var ending = name[(name.lastIndex(of: ".") ?? name.endIndex)...]
        if ending.utf8.count > 32 { ending = "" }
        stem.removeLast(ending.count)
        while stem.utf8.count + ending.utf8.count > 255 { stem.removeLast() }
        return String(stem + ending)
    }
}
