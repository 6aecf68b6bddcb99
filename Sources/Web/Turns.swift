import Domain
import HTTP
import Routes
import Store
import Templates

// Long work waits its turn for a worker, so that it does not delay others.

/// The browser has gone; nobody waits for the answer any more.
struct Abandoned: Error {}

extension App {
    /// Answers a quick page at once. A page that may be long, a table or a picture goes to a worker, and is dropped if nobody waits for it
    /// any more.
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

    /// Runs work on a worker, in the viewer's turn, if the viewer has the access.
    func inTurn(
        _ access: Access, _ request: Request, _ session: Session, _ work: @escaping @Sendable () -> Response
    ) -> Answer {
        parked(for: access, request, session, on: { .worker(for: "user \($0.id.number)") }, work)
    }

    /// Runs work on a lane if the viewer has the access. Anyone else is refused at once, without waiting for the lane.
    func parked(
        for access: Access, _ request: Request, _ session: Session, on lane: (Viewer) -> Lane,
        _ work: @escaping @Sendable () -> Response
    ) -> Answer {
        do { return .parked(lane(try admitted(by: access, request, session).viewer), work) } catch {
            return .now(guarded(request, session) { throw error })
        }
    }

    /// A table as the body of an answer. It is written part by part, so a long table does not fill the memory, and it stops when nobody
    /// waits for it any more.
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
