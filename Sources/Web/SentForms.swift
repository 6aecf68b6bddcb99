import HTTP
import Synchronization

/// The forms that have been sent lately, so that one that is sent twice acts once: by a double press, or from the page that the
/// browser goes back to. Every form has a number of its own; sent again with other fields it is another.
final class SentForms: Sendable {
    private struct Known {
        var places: [String: String] = [:]
        var inOrder: [String] = []
    }

    private static let most = 1000

    private let known = Mutex(Known())
    private let key: [UInt8]

    init(key: [UInt8]) { self.key = key }

    /// What a form is known by; nil where it has no number.
    func name(_ request: Request, _ session: Session) -> String? {
        guard request.form["once"] != nil else { return nil }
        return Session.digest(Array("\(session.id) \(request.path) \(request.form.urlEncoded)".utf8), key: key)
    }

    /// Where the page is that followed a form, nil where it has not been sent yet.
    func place(after name: String) -> String? { known.withLock { $0.places[name] } }

    /// What is taken back may be done again by the very form that did it.
    func forget() { known.withLock { $0 = Known() } }

    func remember(_ name: String, place: String) {
        known.withLock { known in
            known.places[name] = place
            known.inOrder.append(name)
            if known.inOrder.count > SentForms.most { known.places[known.inOrder.removeFirst()] = nil }
        }
    }
}
