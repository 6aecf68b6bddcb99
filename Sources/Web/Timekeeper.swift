import Foundation
import Store

extension App {
    /// Moves the desk's clock on at once, and at every midnight of its zone, on a thread of its own: debts fall due and months end. What
    /// a full disk kept from being written down is tried again.
    package func keepTime() {
        Thread.detachNewThread { [self] in
            while true {
                do {
                    try desk.tick(on: clock.today(in: try desk.timeZone()))
                    try callers.keep()
                    try desk.recoverHalfDone()
                } catch {
                    logger.error("the desk does not keep time", metadata: ["error": "\(error)"])
                }
                Thread.sleep(forTimeInterval: 20)
            }
        }
    }
}
