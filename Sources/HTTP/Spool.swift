/// Collects an answer of any length. A short one stays in memory. A longer one goes to a nameless file, so that a slow reader holds neither
/// memory nor the data it was made from.
package struct Spool {
    /// The most bytes of an answer that stay in memory.
    package static let inMemory = 128 * 1024

    private let room: PassingRoom
    private var memory: [UInt8] = []
    private var file: SpooledFile?

    package init(in room: PassingRoom) { self.room = room }

    /// Appends bytes. Throws if the disk has no room for them.
    package mutating func append(_ bytes: [UInt8]) throws(StagedFile.Failure) {
        memory += bytes
        if memory.count > Spool.inMemory { try store() }
    }

    /// The whole answer. Call it after the last `append`.
    package mutating func body() throws(StagedFile.Failure) -> Response.Body {
        guard file != nil else { return .bytes(memory) }
        return .spooled(try store())
    }

    @discardableResult
    private mutating func store() throws(StagedFile.Failure) -> SpooledFile {
        var file = if let file { file } else { try SpooledFile(in: room) }
        try file.append(memory)
        self.file = file
        memory.removeAll(keepingCapacity: true)
        return file
    }
}

/// A nameless file that is deleted with its last reference.
package struct SpooledFile: Sendable {
    private let room: PassingRoom
    private let share: Allowance.Share
    private let file: StagedFile
    package private(set) var count = 0

    fileprivate init(in room: PassingRoom) throws(StagedFile.Failure) {
        self.room = room
        share = try room.take(0)
        file = try StagedFile(in: room.folder)
        file.loseName()
    }

    fileprivate mutating func append(_ bytes: [UInt8]) throws(StagedFile.Failure) {
        try room.grow(share, by: bytes.count)
        try file.write(bytes[...])
        count += bytes.count
    }

    /// A new descriptor for reading, which the caller must close. Negative if none is left.
    package var descriptor: Int32 { file.duplicate }
}
