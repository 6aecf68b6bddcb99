/// A request that has passed the gate: every part is valid UTF-8 and of limited size.
package struct Request: Sendable {
    package enum Method: String, Sendable, CaseIterable {
        case get = "GET"
        case head = "HEAD"
        case post = "POST"
    }

    package var method: Method
    /// The percent-decoded path below the base path, always beginning with "/".
    package var path: String
    /// The fields behind "?", in the order they came.
    package var query: Form
    package var headers: Headers
    /// The fields of a form body; empty for GET and HEAD.
    package var form: Form
    /// The uploaded file. Nil if none was chosen, or if the address takes none.
    package var upload: Upload?
    /// The sender's address as text, such as "127.0.0.1": the peer's, or the one named by a trusted proxy.
    package var remoteAddress: String
    /// The name under which the sender's guesses are counted: the IPv4 address, or the network of an IPv6 address.
    package var remoteNetwork: String {
        get { network ?? remoteAddress }
        set { network = newValue }
    }
    private var network: String?
    /// Does the sender still wait for the answer? If not, computing it is useless.
    package var isAwaited: @Sendable () -> Bool = { true }
    /// True if the request came over TLS, to us or to a trusted proxy.
    package var isSecure: Bool

    package init(
        _ method: Method, _ path: String, query: Form = Form(), headers: Headers = Headers(), form: Form = Form(),
        upload: Upload? = nil, remoteAddress: String = "127.0.0.1", isSecure: Bool = false
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.form = form
        self.upload = upload
        self.remoteAddress = remoteAddress
        self.isSecure = isSecure
    }
}

/// Who sends a request, as far as the head tells.
package struct Sender: Sendable {
    /// The name under which a known sender is counted; nil for a stranger.
    package let name: String?
    /// May the sender upload a file to this address?
    package let bringsFiles: Bool

    package init(name: String?, bringsFiles: Bool) {
        self.name = name
        self.bringsFiles = bringsFiles
    }

    package static let stranger = Sender(name: nil, bringsFiles: false)
}

/// Header fields in order; names compare without regard to case.
package struct Headers: Sendable, Equatable {
    package private(set) var fields: [(name: String, value: String)] = []

    package init(_ fields: [(name: String, value: String)] = []) { self.fields = fields }

    /// The first value of a name, or nil.
    package subscript(_ name: String) -> String? {
        fields.first { $0.name.equalsIgnoringCase(name) }?.value
    }

    package func all(_ name: String) -> [String] {
        fields.filter { $0.name.equalsIgnoringCase(name) }.map { $0.value }
    }

    package mutating func add(_ name: String, _ value: String) { fields.append((name, value)) }

    package static func == (a: Headers, b: Headers) -> Bool {
        a.fields.elementsEqual(b.fields) { $0.name == $1.name && $0.value == $1.value }
    }
}

extension String {
    /// Compares ASCII letters without case, as header names are compared (RFC 9110, 5.1).
    package func equalsIgnoringCase(_ other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        return zip(utf8, other.utf8).allSatisfy { a, b in
            a == b || (a | 0x20 == b | 0x20 && (0x61...0x7a).contains(a | 0x20))
        }
    }
}
