import Domain
import HTTP
import Routes
import Secrets
import Store
import Templates

/// The secret address at which a calendar reads a colleague's deadlines. Its entries name nothing, because calendars keep what they read
/// on other people's servers.
extension App {
    func feed(_ key: String, _ request: Request, _ session: Session) throws -> Response {
        guard Token.isWellFormed(key), let user = try desk.feedOwner(digest(ofFeed: key)) else {
            return trouble(.notFound, .notFound, request, session)
        }
        let now = clock.now
        let (file, told, viewer) = try desk.read(as: .user(user), on: clock.today) { read in
            let today = clock.today(in: read.frame.desk.timeZone)
            let deadlines = try read.deadlines(of: nil, on: today, at: now)
            let chrome = chrome(read.frame, nil, session)
            return (
                deadlineFile(deadlines.dues, names: false, at: now, chrome), try read.told(), read.frame.viewer
            )
        }
        if !told.isEmpty { try note(.exported, of: told, by: viewer, request) }
        var headers = Headers([("Cache-Control", "no-store"), ("Content-Type", Shape.calendar.rawValue)])
        if !told.isEmpty { headers.add("Trade-Secret", "yes") }
        return Response(.ok, headers: headers, body: .bytes(Array(file.text.utf8)))
    }

    /// Makes an address and shows it once. An earlier one leads nowhere any more.
    func makeFeed(_ request: Request, _ session: Session) throws -> Response {
        let token = Token.make()
        try write(as: callers.caller(session)) { write in
            try write.setFeed(self.digest(ofFeed: token))
            try write.note("feed-made", request)
        }
        let (address, opensHereOnly) = address(for: request)
        let link = address + DoorRoute.feed(key: token).address.text
        return try told(request, session) { feedPage(link: link, opensHereOnly: opensHereOnly, $0) }
    }

    private func digest(ofFeed key: String) -> [UInt8] { Token.digest("feed \(key)", key: self.key) }
}
