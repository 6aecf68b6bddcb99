import HTTP
import Routes

// Hashing a password takes a third of a second. It runs on its own thread, and networks take turns.

extension App {
    func entering(_ action: DoorAction, _ request: Request, _ session: Session) -> Answer {
        switch action {
        case .logIn: loggingIn(request, session)
        case .becomeOwner: hashing(request, session) { try self.becomeOwner(request, session) }
        case .join: hashing(request, session) { try self.join(request, session) }
        }
    }

    /// A guess beyond the limit is refused before it takes a place in the queue.
    private func loggingIn(_ request: Request, _ session: Session) -> Answer {
        let attempt = LoginAttempt(request, half: try? request.form["half"].flatMap(credentials(ofHalf:)), throttle)
        if let seconds = throttle.attempt(attempt.names) {
            return .now(guarded(request, session) { try tooOften(attempt, seconds, request, session) })
        }
        let work: @Sendable () -> Response = {
            self.guarded(request, session) { try self.logIn(attempt, request, session) }
        }
        // Checking a code is quick.
        guard attempt.half == nil else { return .parked(.writer, work) }
        return .parked(.passwords(from: request.remoteNetwork), work) {
            self.throttle.forgive(attempt.names)
            return self.crowded { try self.loginAgain(for: .crowded, .unavailable, request, session) }
        }
    }

    /// Changes to how users sign in.
    func turning(_ action: KeyAction, _ access: Access, _ request: Request, _ session: Session) -> Answer {
        let work: @Sendable () throws -> Response = { try self.turn(action, access, request, session) }
        guard action.takesPassword else { return .parked(.writer) { self.guarded(request, session, work) } }
        return hashing(request, session, work)
    }

    private func hashing(_ request: Request, _ session: Session, _ work: @escaping @Sendable () throws -> Response)
        -> Answer
    {
        .parked(.passwords(from: request.remoteNetwork)) {
            self.guarded(request, session, work)
        } orElse: {
            self.crowded { self.trouble(.crowded, .unavailable, request, session) }
        }
    }

    /// The answer if too many logins are waiting already.
    private func crowded(_ page: () throws -> Response) -> Response {
        var response = (try? page()) ?? App.refusal(.unavailable)
        response.headers.add("Retry-After", "5")
        return response
    }
}

extension KeyAction {
    /// Does the form contain a password, which is slow to check?
    fileprivate var takesPassword: Bool { [.changePassword, .endSecondFactor, .setCopyPassphrase].contains(self) }
}
