import Domain
import HTTP
import Routes
import Store

// What the log tells of, for it changes no record: logins, and what was read of confidential clients.

/// What was done with a confidential dossier when it was read.
enum ReadingAct: String {
    case read, printed, exported
}

extension App {
    /// Notes before the answer goes out what it tells of confidential clients.
    func note(_ act: ReadingAct, of clients: [Named<Client>], by viewer: Viewer, _ request: Request) throws {
        try write(as: .program(for: viewer.id)) { write in
            for client in clients {
                try write.log(
                    LogEntry(
                        user: viewer.id, name: viewer.name, act: act.rawValue,
                        subject: Change.Subject.client.rawValue, record: client.id.number,
                        title: "\(client.name): \(request.path)", address: request.remoteAddress))
            }
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
