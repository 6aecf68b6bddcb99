import Glibc
import Logging

/// A file that takes the place of standard error, so that all that is said there goes to it: the log, and the last words of a program that
/// breaks.
final class LogFile {
    struct Failure: Error, CustomStringConvertible { let description: String }

    private let path: String
    private let standardError: Int32

    /// Adds to a file, or makes one; nobody else may read it.
    init(_ path: String) throws(Failure) {
        self.path = path
        standardError = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0)
        try open()
    }

    /// Somebody has taken the file away, for another to begin; where none can be made, the log goes on where it was.
    func openAnew() {
        let logger = Logger(label: "kamdesk")
        do throws(Failure) {
            try open()
            logger.info("the log was opened anew")
        } catch {
            logger.error("the log was not opened anew", metadata: ["error": "\(error)"])
        }
    }

    /// Standard error is again what it was.
    func close() { dup2(standardError, STDERR_FILENO) }

    private func open() throws(Failure) {
        let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw Failure(description: "--log \(path): it cannot be written: \(String(cString: strerror(errno)))")
        }
        let wasOpen = LogFile.tighten(descriptor)
        dup2(descriptor, STDERR_FILENO)
        Glibc.close(descriptor)
        if wasOpen {
            Logger(label: "kamdesk").warning(
                "others on this machine could open the log; now its owner alone can", metadata: ["file": "\(path)"])
        }
    }

    /// Takes from all others what they may do with a file that was there, for a log names clients and colleagues. False where nobody could
    /// do anything, or it is not ours to change; what is no file, as a terminal or /dev/null, is left alone.
    private static func tighten(_ descriptor: Int32) -> Bool {
        var facts = stat()
        guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_mode & 0o077 != 0 else {
            return false
        }
        return fchmod(descriptor, facts.st_mode & 0o700) == 0
    }
}
