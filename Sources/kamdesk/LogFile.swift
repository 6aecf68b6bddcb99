import Glibc
import Logging

/// A log file that replaces standard error, so that it also gets the last words of a program that crashes.
final class LogFile {
    struct Failure: Error, CustomStringConvertible { let description: String }

    private let path: String
    private let standardError: Int32

    /// Appends to the file, or creates it. Nobody else may read it.
    init(_ path: String) throws(Failure) {
        self.path = path
        standardError = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0)
        try open()
    }

    /// Opens the file again after somebody has moved it away. If that fails, the log continues in the old file.
    func openAnew() {
        let logger = Logger(label: "kamdesk")
        do throws(Failure) {
            try open()
            logger.info("the log was opened anew")
        } catch {
            logger.error("the log was not opened anew", metadata: ["error": "\(error)"])
        }
    }

    /// Restores standard error.
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

    /// Removes all permissions of others from an existing file, because a log names clients and colleagues. False if they had none, or if
    /// we may not change it. Anything but a plain file, such as a terminal or /dev/null, is left alone.
    private static func tighten(_ descriptor: Int32) -> Bool {
        var facts = stat()
        guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_mode & 0o077 != 0 else {
            return false
        }
        return fchmod(descriptor, facts.st_mode & 0o700) == 0
    }
}
