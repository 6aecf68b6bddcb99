import Foundation
import Store

extension App {
    /// Moves the desk's clock on at once, and at every midnight of its zone, on a thread of its own: debts fall due and months end.
    package func keepTime() {
        Thread.detachNewThread { [self] in
            while true {
                do {
                    try desk.tick(on: clock.today(in: try desk.settings()?.timeZone ?? "UTC"))
                    try callers.keep()
                } catch {
                    logger.error("the desk's clock stands still", metadata: ["error": "\(error)"])
                }
                Thread.sleep(forTimeInterval: 20)
            }
        }
    }
}
