import CSodium
import Embedded
import Foundation
import HTTP
import Secrets
import Templates

/// The files that are part of the program: Public/ and the translations. Their addresses contain the hash of all of them, so a browser may
/// keep them for a year.
struct Assets: Sendable {
    static let embedded = Assets()

    let hash: String
    private let files: [String: Response.Body]

    private init() {
        var files: [String: Response.Body] = [:]
        var all: [UInt8] = []
        for file in Assets.list {
            files[file.name] = .embedded(file.bytes)
            all += file.bytes
        }
        var digest = [UInt8](repeating: 0, count: 16)
        _ = crypto_generichash(&digest, digest.count, all, UInt64(all.count), nil, 0)
        hash = Bytes.hex(digest)
        files[wholeStyle] = .bytes(Assets.styles.flatMap(\.bytes))
        self.files = files
    }

    /// The address of a file, below the base path.
    func address(_ name: String) -> String { "/assets/\(hash)/\(name)" }

    /// The style sheets, in the order of their layers. A browser gets them as one file.
    static var styles: [HTML] {
        styleSheets.compactMap { name in Assets.list.first { $0.name == name }.map { HTML(embedded: $0.bytes) } }
    }

    /// Nil if there is no such file, or if the hash is not that of this build.
    func answer(hash: String, name: String) -> Response? {
        guard hash == self.hash, let body = files[name] else { return nil }
        return Response(
            .ok,
            headers: Headers([
                ("Content-Type", Assets.type(of: name)), ("Cache-Control", "public, max-age=31536000, immutable"),
            ]), body: body)
    }

    static let catalogue: Catalogue = {
        let bytes = UnsafeRawBufferPointer(start: embedded_catalogue.bytes, count: embedded_catalogue.count)
        do { return try Catalogue(json: Data(bytes)) } catch {
            preconditionFailure("the embedded catalogue is not one: \(error)")
        }
    }()

    /// The names of the embedded files and their bytes.
    static var list: [(name: String, bytes: UnsafeRawBufferPointer)] {
        UnsafeBufferPointer(start: embedded_files(), count: embedded_file_count).map {
            (String(cString: $0.name), UnsafeRawBufferPointer(start: $0.bytes, count: $0.count))
        }
    }

    private static func type(of name: String) -> String {
        switch name.split(separator: ".").last {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        default: "application/octet-stream"
        }
    }
}
