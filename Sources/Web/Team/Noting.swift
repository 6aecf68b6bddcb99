import Domain
import HTTP
import Routes
import Store

// What is logged although it changes no record: logins, and readings of confidential clients.

/// What was done with a confidential dossier when it was read.
enum ReadingAct: String {
    case read, printed, exported, rehearsed
}

extension App {
    /// Logs, before the answer is sent, which confidential clients it shows.
    func note(_ act: ReadingAct, of clients: [Named<Client>], by viewer: Viewer, _ request: Request) throws {
        let entry = LogEntry(
            user: viewer.id, name: viewer.name, act: act.rawValue, title: request.path, address: request.remoteAddress)
        try write(as: .program(for: viewer.id)) { try $0.note(entry, of: clients) }
    }
}

extension WriteTransaction {
    /// Logs an entry once for each confidential client that was shown. The entry's title says where.
    func note(_ entry: LogEntry, of clients: [Named<Client>]) throws {
        for client in clients {
            var line = entry
            (line.subject, line.record) = (Change.Subject.client.rawValue, client.id.number)
            line.title = [client.name, entry.title].compactMap { $0 }.joined(separator: ": ")
            try log(line)
        }
    }

    /// Logs what the viewer has done. `user` is the colleague it was done to, nil if none.
    func note(_ act: String, _ request: Request, of user: User? = nil) throws {
        let viewer = read.frame.viewer
        try log(
            LogEntry(
                user: viewer.id, name: viewer.name, act: act, subject: user == nil ? nil : Change.Subject.user.rawValue,
                record: user?.id.number, title: user?.name, address: request.remoteAddress))
    }
}
