import Glibc

/// How the system identifies a file, whatever its name: its device and its number there.
struct FileIdentity: Equatable, CustomStringConvertible {
    let device: UInt64
    let number: UInt64

    /// The file that has this name now; nil if there is none. A link counts as a file of its own: a program that used the link and one that
    /// used the name would have two logs and two locks.
    init?(_ path: String) {
        var facts = stat()
        guard lstat(path, &facts) == 0 else { return nil }
        self.init(facts)
    }

    /// The file that a descriptor has open.
    init?(_ descriptor: Int32) {
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { return nil }
        self.init(facts)
    }

    init(_ facts: stat) { (device, number) = (UInt64(facts.st_dev), UInt64(facts.st_ino)) }

    var description: String { "\(device):\(number)" }
}

extension FileIdentity {
    init?(_ text: Substring) {
        let parts = text.split(separator: ":").map { UInt64($0) }
        guard parts.count == 2, let device = parts[0], let number = parts[1] else { return nil }
        (self.device, self.number) = (device, number)
    }
}

/// A desk's file and SQLite's log beside it, as one program has them open.
struct OpenFiles: Equatable {
    let file: FileIdentity
    let log: FileIdentity

    var description: String { "\(file) \(log)" }

    init(file: FileIdentity, log: FileIdentity) { (self.file, self.log) = (file, log) }

    init?(_ text: String) {
        let parts = text.split(separator: " ").map { FileIdentity($0) }
        guard parts.count == 2, let file = parts[0], let log = parts[1] else { return nil }
        self.init(file: file, log: log)
    }
}
