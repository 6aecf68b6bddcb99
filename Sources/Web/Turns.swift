import Domain
import HTTP
import Routes
import Store
import Templates

// What takes its time: it waits for a worker in turn with what others ask for, and nobody waits for it meanwhile.

/// Nobody waits for the answer any more.
struct Abandoned: Error {}

extension App {
    /// Pages at once; what may be long, or has to be computed, on a worker, as long as somebody waits for it.
    func shown(_ route: Route, _ access: Access, as shape: Shape, _ request: Request, _ session: Session) -> Answer {
        guard route.page.mayBeLong || shape == .table || shape == .picture else {
            return .now(show(route, access, as: shape, request, session))
        }
        return inTurn(access, request, session) {
            self.guarded(request, session) {
                guard request.isAwaited() else { throw Abandoned() }
                return self.show(route, access, as: shape, request, session)
            }
        }
    }

    /// Work for whoever has an access, on a worker, in their turn.
    func inTurn(
        _ access: Access, _ request: Request, _ session: Session, _ work: @escaping @Sendable () -> Response
    ) -> Answer {
        parked(for: access, request, session, on: { .worker(for: "user \($0.id.number)") }, work)
    }

    /// Work for whoever has an access; all others are told at once why not, and take nobody's time.
    func parked(
        for access: Access, _ request: Request, _ session: Session, on lane: (Viewer) -> Lane,
        _ work: @escaping @Sendable () -> Response
    ) -> Answer {
        do { return .parked(lane(try admitted(by: access, request, session).viewer), work) } catch {
            return .now(guarded(request, session) { throw error })
        }
    }

    /// A table as the body of an answer. It is written part by part, so that no length of it fills the memory, and no further once nobody
    /// waits for it.
    func body(of table: Page.Table, _ chrome: Chrome, _ read: ReadTransaction, for request: Request) throws
        -> Response.Body
    {
        var spool = Spool(in: room)
        var continues = false
        try table(chrome) { part in
            guard request.isAwaited() else { throw Abandoned() }
            let isRussian = chrome.frame.viewer.tongue == .russian
            try spool.append(part.bytes(decimalComma: isRussian, continues: continues))
            continues = true
            read.forgetPages()
        }
        return try spool.body()
    }
}
