import Glibc

/// An open regular file, read by position, so that several passes may run over it at once.
final class CSVBytes {
    let byteCount: Int
    private let descriptor: Int32

    init(path: String) throws(CSVRefusal) {
        // A named pipe would block here until someone wrote to it.
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .cannotOpen(reason: String(cString: strerror(errno))) }
        var status = stat()
        let isKnown = fstat(descriptor, &status) == 0
        let kind = status.st_mode & S_IFMT
        byteCount = Int(status.st_size)
        // If this throws, `deinit` still closes the descriptor.
        guard isKnown, kind == S_IFREG else {
            if kind == S_IFDIR { throw .isFolder }
            throw .cannotOpen(reason: "Not a regular file")
        }
    }

    deinit { close(descriptor) }

    /// Fills a buffer with the bytes at an offset. Returns how many there were; 0 means the end.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(CSVRefusal) -> Int {
        while true {
            let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
            if count >= 0 { return count }
            if errno != EINTR { throw .cannotRead(reason: String(cString: strerror(errno))) }
        }
    }

    /// Passes all bytes to `body`, a part at a time, until it returns false.
    func scan(_ body: (UnsafeRawBufferPointer) -> Bool) throws(CSVRefusal) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 8)
        defer { buffer.deallocate() }
        var offset = 0
        while true {
            let count = try read(into: buffer, at: offset)
            offset += count
            if count == 0 || !body(UnsafeRawBufferPointer(rebasing: buffer[..<count])) { return }
        }
    }

    /// The line, in an 8-bit text, of the byte at an offset.
    func line(at offset: Int) throws(CSVRefusal) -> Int {
        var line = 1
        var left = offset
        var previous: UInt8 = 0
        try scan { bytes in
            for byte in bytes.prefix(left) {
                let isSecondHalf = byte == UInt8(ascii: "\n") && previous == UInt8(ascii: "\r")
                if [10, 13].contains(byte), !isSecondHalf { line += 1 }
                previous = byte
            }
            left -= min(left, bytes.count)
            return left > 0
        }
        return line
    }
}
