import Certificates
import Foundation
import HTTP
import HTTPServer
import Logging
import Synchronization

/// A server on a free port whose handler notes what reaches it; it stops when the test lets go of it. Files may be sent
/// to "/upload" where it is given a folder for them.
final class TestServer: Sendable {
    let server: Server
    private let seen: Seen
    private let overTLS: Bool

    /// The requests that reached the handler, without their files, so that these end with the handler.
    final class Seen: Sendable {
        private let list = Mutex<[Request]>([])
        func add(_ request: Request) {
            var noted = request
            noted.upload = nil
            list.withLock { $0.append(noted) }
        }
        var requests: [Request] { list.withLock { $0 } }
    }

    init(
        threads: Int = 2, basePath: String = "", limits: Limits = Limits(), uploads: String? = nil,
        commonHeaders: Headers = Headers(), overTLS: Bool = false, trustedProxies: [String] = [],
        handler: @escaping @Sendable (Request) -> Answer = { request in
            let form = request.form.fields.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
            return .now(Response(.ok, body: .bytes(Array("\(request.method.rawValue) \(request.path) \(form)".utf8))))
        },
        sender: @escaping @Sendable (Request) -> Sender = { _ in Sender(name: "test", bringsFiles: true) }
    ) throws {
        let seen = Seen()
        self.seen = seen
        self.overTLS = overTLS
        let configuration = ServerConfiguration(
            port: 0, basePath: basePath, tls: overTLS ? TestServer.tls : nil,
            trustedProxies: trustedProxies, threads: threads, limits: limits,
            room: uploads.map { PassingRoom(in: $0) }, takesUpload: { $0 == .post && $1 == "/upload" }, sender: sender,
            commonHeaders: commonHeaders,
            refusal: { Response($0, body: .bytes(Array("Refused: \($0)".utf8))) })
        var logger = Logger(label: "test")
        logger.logLevel = .error
        server = Server(configuration, logger: logger) { request in
            seen.add(request)
            return handler(request)
        }
        try server.start()
    }

    deinit { server.stop() }

    var port: Int { server.port }
    var host: String { "127.0.0.1:\(server.port)" }
    var requests: [Request] { seen.requests }

    /// A certificate of our own for all tests of a run.
    static let certificate: Certificate = {
        let folder = try! TemporaryFolder()
        return try! CertificateFiles(beside: folder.path + "/desk").keep(
            for: ["127.0.0.1", "localhost"], at: Int64(Date().timeIntervalSince1970))
    }()
    static var tls: TLSFiles { TLSFiles(certificate: certificate.pem, key: certificate.key) }

    func connect() throws -> RawClient { try RawClient(port: port, overTLS: overTLS) }

    /// A request line and header fields with the right Host, and a body.
    func request(_ line: String, _ fields: String..., body: String = "") -> String {
        (["\(line) HTTP/1.1", "Host: \(host)"] + fields).map { $0 + "\r\n" }.joined() + "\r\n" + body
    }

    /// A form sent with Content-Length.
    func post(_ path: String, _ form: String) -> String {
        request(
            "POST \(path)", "Content-Type: application/x-www-form-urlencoded", "Content-Length: \(form.utf8.count)",
            body: form)
    }

    /// What one request is answered on a connection of its own.
    func answer(to text: String) throws -> RawAnswer? {
        let client = try connect()
        client.send(text)
        return client.readAnswer()
    }

    /// True where an honest request on a new connection is answered as ever.
    func isAnswering() throws -> Bool { try answer(to: request("GET /honest"))?.status == 200 }
}
