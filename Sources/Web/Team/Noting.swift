import Domain
import HTTP
import Routes
import Store

// What the log tells of, for it changes no record: logins, and what was read of confidential clients.

extension App {
    /// Notes before the answer goes out that a page of a confidential dossier is read, printed or taken away.
    func note(_ shape: Shape, of client: Named<Client>, _ route: Route, by viewer: Viewer, _ request: Request) throws {
        var act = shape == .table ? "exported" : "read"
        if case .clients(.print) = route { act = "printed" }
        try write(as: .program(for: viewer.id)) { write in
            try write.log(
                LogEntry(
                    user: viewer.id, name: viewer.name, act: act, subject: Change.Subject.client.rawValue,
                    record: client.id.number, title: "\(client.name): \(route.address.path)",
                    address: request.remoteAddress))
        }
    }
}

extension WriteTransaction {
    /// Notes what the one who does the act has done, or another.
    func note(_ act: String, _ request: Request, of user: User? = nil) throws {
        let viewer = read.frame.viewer
        try log(
            LogEntry(
                user: viewer.id, name: viewer.name, act: act, subject: user == nil ? nil : Change.Subject.user.rawValue,
                record: user?.id.number, title: user?.name, address: request.remoteAddress))
    }
}
