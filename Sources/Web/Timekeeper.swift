import Foundation
import Store

extension App {
    /// Looks after the desk on threads of its own, as long as the program runs.
    package func keepTime() {
        Thread.detachNewThread { [self] in
            while true {
                if desk.halted == nil { keepUp() }
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

    /// Moves the desk's clock on at once, and at every midnight of its zone: debts fall due and months end. What a full disk kept from
    /// being written down is tried again.
    private func keepUp() {
        do {
            try desk.tick(on: clock.today(in: try desk.timeZone()))
            try callers.keep()
            try desk.recoverHalfDone()
        } catch {
            logger.error("the desk does not keep time", metadata: ["error": "\(error)"])
        }
    }

    /// Looks each second whether the desk's file is in its place, and once a day through its pages, the first time ten minutes after the
    /// start. The log is told once why no more acts are taken.
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
