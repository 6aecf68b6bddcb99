import HTTP
import Routes

// What is known of a request before its body is there.

extension App {
    /// May the form at an address bring a file? The site map says so.
    package func takesUpload(_ method: Request.Method, _ path: String) -> Bool { SiteMap.takesUpload(method, path) }

    /// Who sends a request, by its head alone: its cookie, where it comes from, and who may do what it asks for. A file's token comes with
    /// the file, and is looked at then.
    package func sender(of request: Request) -> Sender {
        let session = Session(request, key: key)
        guard let viewer = try? ask(request, session, { $0.frame.viewer }),
            case .found(.action, let access) = SiteMap.match(request)
        else { return .stranger }
        return Sender(name: "user \(viewer.id.number)", bringsFiles: access.admits(viewer) && comesFromUs(request))
    }

    /// Does the browser say that a form comes from this very host?
    func comesFromUs(_ request: Request) -> Bool {
        guard let host = request.headers["Host"], let origin = request.headers["Origin"] else { return false }
        return origin == (request.isSecure ? "https://" : "http://") + host
    }
}
