import HTTP
import Routes

// What the desk knows of a request before its body has arrived.

extension App {
    /// May the form at this address upload a file? The site map says so.
    package func takesUpload(_ method: Request.Method, _ path: String) -> Bool { SiteMap.takesUpload(method, path) }

    /// Who sends the request, judged by its head alone: its cookie, its origin, and whether the viewer may do what it asks for. The token
    /// of an upload is in its body and is checked later.
    package func sender(of request: Request) -> Sender {
        let session = Session(request, key: key)
        guard let viewer = try? ask(request, session, { $0.frame.viewer }),
            case .found(.action, let access) = SiteMap.match(request)
        else { return .stranger }
        return Sender(name: "user \(viewer.id.number)", bringsFiles: access.admits(viewer) && comesFromUs(request))
    }

    /// Does the browser say that the form comes from this very host?
    func comesFromUs(_ request: Request) -> Bool {
        guard let host = request.headers["Host"], let origin = request.headers["Origin"] else { return false }
        return origin == (request.isSecure ? "https://" : "http://") + host
    }
}
