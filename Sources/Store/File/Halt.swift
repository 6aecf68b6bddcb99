import GRDB
import Synchronization

/// Why a desk accepts no more acts until it is opened again; no reason while it accepts them.
final class Halt: Sendable {
    private let fault = Mutex<DiskFault?>(nil)
    private let isSet = Atomic(false)

    var reason: DiskFault? { isSet.load(ordering: .acquiring) ? fault.withLock { $0 } : nil }

    /// Sets the reason and returns true if none was set before. A missing file also replaces the reason of a damaged one.
    func set(_ reason: DiskFault) -> Bool {
        fault.withLock { fault in
            if case .gone = fault { return false }
            if case .damaged = reason, fault != nil { return false }
            fault = reason
            isSet.store(true, ordering: .releasing)
            return true
        }
    }
}

extension Desk {
    /// Why the desk accepts no more acts; nil while it accepts them. If the file is gone, nothing can be read either.
    package var halted: DiskFault? { halt.reason }

    /// Stops all further acts, if the fault is one that does not pass by itself.
    func halt(for fault: DiskFault) {
        switch fault {
        case .full, .readOnly, .failing: return
        case .gone: break
        case .damaged(_, let reason): Damage.note(reason, of: path)
        }
        if halt.set(fault) { commits.increment() }
    }

    /// Checks all pages of the file, at a second for some hundred megabytes. If one is damaged, acts stop. If none is, an earlier note of
    /// damage is deleted.
    package func examine() {
        try? reading { reading in
            let findings = try String.fetchAll(reading.db, sql: "PRAGMA quick_check(3)").filter { $0 != "ok" }
            if let first = findings.first { throw DiskFault.damaged(path, reason: first) }
            Damage.forget(of: path)
        }
    }
}
