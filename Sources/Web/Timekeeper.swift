import Foundation
import Store

extension App {
    /// Starts the threads that look after the desk as long as the program runs.
    package func keepTime() {
        Thread.detachNewThread { [self] in
            var told: String?
            while true {
                if desk.halted == nil { told = keepUp(unlessTold: told) }
                Thread.sleep(forTimeInterval: 20)
            }
        }
        Thread.detachNewThread { [self] in
            for second in 0... {
                lookAfterFile(for: second)
                Thread.sleep(forTimeInterval: 1)
            }
        }
    }

    /// Moves the desk to the present day when midnight has passed in its zone, because debts fall due and months end. Also stores when
    /// logins were used, and retries what a full disk prevented. A file without a desk has no time to keep. Returns what prevented it; a
    /// fault that was told before is not logged again.
    func keepUp(unlessTold told: String?) -> String? {
        do {
            guard try !desk.hasNobody() else { return nil }
            try desk.tick(on: clock.today(in: try desk.timeZone()))
            try callers.keep()
            try desk.recoverHalfDone()
            return nil
        } catch {
            let fault = "\(error)"
            if fault != told { logger.error("the desk does not keep time", metadata: ["error": "\(fault)"]) }
            return fault
        }
    }

    /// Called each second. Checks that the desk's file is in its place; once a day, first ten minutes after the start, also checks all its
    /// pages. Logs once why the desk takes no more acts.
    func lookAfterFile(for second: Int) {
        desk.lookAtFile()
        if second % 86_400 == 600 { desk.examine() }
        guard let halted = desk.halted, isNew(halted) else { return }
        if case .damaged = halted { backups?.findWhole() }
        logger.error(
            "the desk takes no more acts",
            metadata: ["error": "\(halted)", "copy": "\(backups?.whole?.path ?? "none is known to be whole")"])
    }

    private func isNew(_ halted: DiskFault) -> Bool {
        toldHalt.withLock { told in
            defer { told = halted }
            return told != halted
        }
    }
}
