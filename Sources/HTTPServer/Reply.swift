import CMicroHTTPD
import Glibc
import HTTP

/// Gives an answer to libmicrohttpd, which adds Date and Content-Length and omits the body for HEAD and 304.
enum Reply {
    static func queue(
        _ response: Response, headers: [(name: String, value: String)], ending: Bool, on connection: OpaquePointer
    ) -> MHD_Result {
        guard let reply = create(response.body) else { return .NO }
        defer { MHD_destroy_response(reply) }
        for (name, value) in headers { MHD_add_response_header(reply, name, value) }
        if ending { MHD_add_response_header(reply, "Connection", "close") }
        return MHD_queue_response(connection, UInt32(response.status.rawValue), reply)
    }

    private static func create(_ body: Response.Body) -> OpaquePointer? {
        switch body {
        case .none:
            return MHD_create_response_from_buffer(0, nil, .RESPMEM_PERSISTENT)
        case .bytes(let bytes):
            return bytes.withUnsafeBytes { buffer in
                MHD_create_response_from_buffer(
                    buffer.count, UnsafeMutableRawPointer(mutating: buffer.baseAddress), .RESPMEM_MUST_COPY)
            }
        case .file(let path, let count):
            let descriptor = open(path, O_RDONLY | O_CLOEXEC)
            // The library closes the descriptor with the answer.
            return descriptor < 0 ? nil : MHD_create_response_from_fd64(UInt64(count), descriptor)
        case .spooled(let file):
            let descriptor = file.descriptor
            return descriptor < 0 ? nil : MHD_create_response_from_fd64(UInt64(file.count), descriptor)
        case .embedded(let bytes):
            return MHD_create_response_from_buffer(
                bytes.count, UnsafeMutableRawPointer(mutating: bytes.baseAddress), .RESPMEM_PERSISTENT)
        }
    }
}
