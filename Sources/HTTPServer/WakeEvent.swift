import Glibc

/// Wakes a thread that waits in poll, by writing a byte to a pipe.
final class WakeEvent: Sendable {
    /// Readable after `signal`, until `clear`.
    let descriptor: Int32
    private let writer: Int32

    init() throws(ServerError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .system(call: "pipe", code: errno) }
        descriptor = ends[0]
        writer = ends[1]
        for end in ends { Descriptor.setNonBlocking(end) }
    }

    deinit {
        close(descriptor)
        close(writer)
    }

    /// If the pipe is full, the thread wakes anyway.
    func signal() { _ = write(writer, [1], 1) }

    func clear() {
        withUnsafeTemporaryAllocation(byteCount: 512, alignment: 1) { buffer in
            while read(descriptor, buffer.baseAddress, buffer.count) > 0 {}
        }
    }
}
