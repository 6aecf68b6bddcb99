import Domain
import Foundation
import Logging
import Store
import Synchronization

/// Makes the desk's copies: one a day. Once a week it proves a copy by restoring it to a temporary file.
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
        /// Grows with every change here. While it stays the same, no page about the copies has changed.
        var generation = 0
    }

    /// If `folder` is nil, the copies lie beside the desk.
    package init(desk: String, folder: String?, keep: Int, clock: Clock = Clock(), logger: Logger) {
        self.desk = desk
        self.folder = folder ?? Desk.backupFolder(of: desk)
        self.keep = keep
        self.clock = clock
        self.logger = logger
    }

    var generation: Int { told.withLock { $0.generation } }

    /// Why the last attempt failed; nil if it did not.
    var failure: String? { told.withLock { $0.failure } }

    var state: BackupState {
        let copies = Desk.backups(of: desk, in: folder)
        return told.withLock {
            BackupState(
                folder: folder, last: copies.first, count: copies.count, drilled: $0.drilled, failure: $0.failure)
        }
    }

    /// The newest undamaged copy. It is looked for only when the desk is damaged; nil until one is found.
    var whole: Backup? { told.withLock { $0.whole } }

    /// Looks for the newest undamaged copy.
    func findWhole() {
        let found = Desk.newestWholeCopy(of: desk, in: folder)
        told.withLock { ($0.whole, $0.generation) = (found, $0.generation + 1) }
    }

    /// The latest copy, or the latest that is not sealed; nil if there is none.
    func latest(mayBeSealed: Bool) -> Backup? {
        Desk.backups(of: desk, in: folder).first { mayBeSealed || !Desk.isSealed($0.path) }
    }

    /// Checks every minute, on its own thread, whether a copy is due. The first check comes after a minute, so that it does not slow down
    /// the start.
    package func start() {
        Thread.detachNewThread { [self] in
            while true {
                Thread.sleep(forTimeInterval: 60)
                keepUp()
            }
        }
    }

    /// Makes a copy if there is none or the latest is a day old. Tries restoring an unsealed copy if a week has passed. After a failure it
    /// tries again an hour later.
    func keepUp() {
        let now = clock.now
        // A moment in the future means that somebody has set the clock. It must not delay the next copy, and must not cause a copy every
        // minute.
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

    /// Restores a copy to a temporary file.
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
