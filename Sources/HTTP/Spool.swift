/// An answer of any length while it is made. What is short stays in memory; what is longer lies in a file without a name, from which it is
/// sent as slowly as its reader likes, when what it was made of has long been let go.
package struct Spool {
    /// What of an answer lies in memory, in bytes.
    package static let inMemory = 128 * 1024

    private let room: PassingRoom
    private var memory: [UInt8] = []
    private var file: SpooledFile?

    package init(in room: PassingRoom) { self.room = room }

    /// Adds bytes at the end. Throws where the disk has no room for them.
    package mutating func append(_ bytes: [UInt8]) throws(StagedFile.Failure) {
        memory += bytes
        if memory.count > Spool.inMemory { try store() }
    }

    /// The whole, once all of it was added.
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

/// A file without a name, which is gone with the last reference.
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

    /// A descriptor for whoever reads it, which the caller closes; negative where there is none left.
    package var descriptor: Int32 { file.duplicate }
}
