import Domain
import Foundation
import Logging
import Store
import Synchronization

/// Keeps a desk's copies by itself: one a day, and once a week one of them is made a desk of, in a file that goes again.
package final class BackupKeeper: Sendable {
    private let desk: String
    private let folder: String
    private let keep: Int
    private let clock: Clock
    private let logger: Logger
    private let told = Mutex(Told())

    private struct Told {
        var failure: String?
        var tried: Moment?
        var drilled: Moment?
        var whole: Backup?
        /// Counts what was done: while it stands, no page that tells of it has changed.
        var generation = 0
    }

    /// `folder` nil is beside the desk.
    package init(desk: String, folder: String?, keep: Int, clock: Clock = Clock(), logger: Logger) {
        self.desk = desk
        self.folder = folder ?? Desk.backupFolder(of: desk)
        self.keep = keep
        self.clock = clock
        self.logger = logger
    }

    var generation: Int { told.withLock { $0.generation } }

    /// Why the last attempt failed; nil where it did not.
    var failure: String? { told.withLock { $0.failure } }

    var state: BackupState {
        let copies = Desk.backups(of: desk, in: folder)
        return told.withLock {
            BackupState(
                folder: folder, last: copies.first, count: copies.count, drilled: $0.drilled, failure: $0.failure)
        }
    }

    /// The newest copy that is whole, where it was asked for because the desk is damaged; nil where none is.
    var whole: Backup? { told.withLock { $0.whole } }

    /// Looks for the newest copy that is whole.
    func findWhole() {
        let found = Desk.newestWholeCopy(of: desk, in: folder)
        told.withLock { ($0.whole, $0.generation) = (found, $0.generation + 1) }
    }

    /// The latest copy, or the latest that lies open; nil where there is none.
    func latest(mayBeSealed: Bool) -> Backup? {
        Desk.backups(of: desk, in: folder).first { mayBeSealed || !Desk.isSealed($0.path) }
    }

    /// Looks every minute whether a copy is due, on a thread of its own; the first minute belongs to those who open the desk.
    package func start() {
        Thread.detachNewThread { [self] in
            while true {
                Thread.sleep(forTimeInterval: 60)
                keepUp()
            }
        }
    }

    /// Makes a copy where the latest is a day old or there is none, and tries one out that lies open; after a failure an hour later
    /// again.
    func keepUp() {
        let now = clock.now
        // A moment that has not come yet is no reason to wait, nor a copy of it one to make another each minute: somebody has set a
        // clock.
        func isOver(_ moment: Moment?, hours: Int64) -> Bool {
            moment.map { now < $0 || now.milliseconds - $0.milliseconds >= hours * 3_600_000 } ?? true
        }
        let (tried, drilled) = told.withLock { ($0.failure == nil ? nil : $0.tried, $0.drilled) }
        guard isOver(tried, hours: 1) else { return }
        do {
            let isDue = isOver(Desk.backups(of: desk, in: folder).first { $0.at <= now }?.at, hours: 24)
            if isDue {
                let made = try Desk.backUp(desk, into: folder, keep: keep, at: now)
                logger.info("a copy was made", metadata: ["path": "\(made.path)"])
            }
            let open = Desk.backups(of: desk, in: folder).first { !Desk.isSealed($0.path) }
            let isToTry = open != nil && isOver(drilled, hours: 24 * 7)
            if let open, isToTry { try drill(open) }
            guard isDue || isToTry || tried != nil else { return }
            told.withLock {
                $0.failure = nil
                if isToTry { $0.drilled = now }
                $0.generation += 1
            }
        } catch {
            logger.error("the desk's copies are not in order", metadata: ["error": "\(error)"])
            told.withLock { ($0.failure, $0.tried, $0.generation) = ("\(error)", now, $0.generation + 1) }
        }
    }

    /// Makes a desk of a copy, in a file that goes again.
    private func drill(_ backup: Backup) throws {
        let file = folder + "/drill"
        func clear() {
            for suffix in ["", "-lock", "-key"] { try? FileManager.default.removeItem(atPath: file + suffix) }
        }
        clear()
        defer { clear() }
        try Desk.restore(backup.path, to: file)
    }
}
