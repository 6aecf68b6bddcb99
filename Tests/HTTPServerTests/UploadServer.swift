import HTTP
import HTTPServer

/// A server that takes files at "/upload", keeps each under its own name in a folder beside the one where they are staged,
/// and answers with what it saw.
final class UploadServer: Sendable {
    let server: TestServer
    let staging: TemporaryFolder
    let kept: TemporaryFolder

    init(
        threads: Int = 2, limits: Limits = Limits(), overTLS: Bool = false,
        sender: @escaping @Sendable (Request) -> Sender = { _ in Sender(name: "test", bringsFiles: true) }
    ) throws {
        let (staging, kept) = (try TemporaryFolder(), try TemporaryFolder())
        (self.staging, self.kept) = (staging, kept)
        server = try TestServer(
            threads: threads, limits: limits, uploads: staging.path, overTLS: overTLS,
            handler: { request in
                let fields = request.form.fields.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
                guard let upload = request.upload else { return .now(Response(.ok, body: .bytes(Array(fields.utf8)))) }
                return .parked(.worker(for: "test")) {
                    guard (try? upload.keep(at: kept.place(upload.fileName))) != nil else { return Response(.failed) }
                    return Response(.ok, body: .bytes(Array("\(upload.fileName) \(upload.byteCount) \(fields)".utf8)))
                }
            }, sender: sender)
    }

    /// The head of an upload; its body is `count` bytes long.
    func head(_ count: Int, boundary: String = "bound", _ field: String = "X: a") -> String {
        server.request(
            "POST /upload", "Content-Type: multipart/form-data; boundary=\(boundary)", "Content-Length: \(count)", field
        )
    }

    /// What a whole upload on a connection of its own is answered.
    func answer(to body: [UInt8]) throws -> RawAnswer? {
        let client = try server.connect()
        client.send(head(body.count))
        client.send(body)
        return client.readAnswer()
    }
}
