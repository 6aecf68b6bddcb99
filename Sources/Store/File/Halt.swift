import GRDB
import Synchronization

/// Why a desk takes no acts any more until it is opened again; nothing as long as it does.
final class Halt: Sendable {
    private let fault = Mutex<DiskFault?>(nil)
    private let isSet = Atomic(false)

    var reason: DiskFault? { isSet.load(ordering: .acquiring) ? fault.withLock { $0 } : nil }

    /// True of the first reason, which stands; a file that is gone outweighs one that is damaged.
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
    /// Why the desk takes no acts any more; nil as long as it does. Of one whose file is gone nothing is read either.
    package var halted: DiskFault? { halt.reason }

    /// From now on no act is taken, where the fault is one that does not pass by itself.
    func halt(for fault: DiskFault) {
        switch fault {
        case .full, .readOnly, .failing: return
        case .gone: break
        case .damaged(_, let reason): Damage.note(reason, of: path)
        }
        if halt.set(fault) { commits.increment() }
    }

    /// Looks through all pages of the file, a second for some hundred megabytes. Where one is damaged, no act follows; a damage that was
    /// noted and is not there is forgotten.
    package func examine() {
        try? reading { reading in
            let findings = try String.fetchAll(reading.db, sql: "PRAGMA quick_check(3)").filter { $0 != "ok" }
            if let first = findings.first { throw DiskFault.damaged(path, reason: first) }
            Damage.forget(of: path)
        }
    }
}
