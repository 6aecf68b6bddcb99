import HTTP
import Logging

/// Reads a multipart body as it arrives: writes its one file to the disk and its fields into a form. The staged file is deleted with the
/// last reference.
final class UploadBody {
    private enum Part {
        case none
        case field(String)
        case file
        /// A file input in which no file was chosen.
        case noFile
    }

    private let folder: String
    private let limits: Limits
    private let logger: Logger
    private var parser: MultipartParser
    private var part = Part.none
    private var form = Form()
    private var value: [UInt8] = []
    private var parts = 0
    private var fieldBytes = 0
    private var file: StagedFile?
    private var fileName = ""
    private var byteCount = 0

    init(_ parser: MultipartParser, in folder: String, limits: Limits, logger: Logger) {
        self.parser = parser
        self.folder = folder
        self.limits = limits
        self.logger = logger
    }

    /// A piece of the body.
    func take(_ bytes: UnsafeRawBufferPointer) throws(Refusal) {
        parser.feed(bytes)
        while let event = try next() {
            switch event {
            case .begin(let next): try begin(next)
            case .content(let bytes): try take(bytes)
            case .end: try end()
            }
        }
    }

    /// The form, and its file if there is one. Throws if the body is not complete.
    func finish() throws(Refusal) -> (form: Form, upload: Upload?) {
        guard parser.isWhole else { throw .malformed }
        return (form, file.map { Upload(fileName: fileName, byteCount: byteCount, file: $0) })
    }

    private func next() throws(Refusal) -> MultipartParser.Event? {
        do { return try parser.next() } catch { throw .malformed }
    }

    private func begin(_ next: MultipartPart) throws(Refusal) {
        parts += 1
        guard parts <= FormParser.mostFields else { throw .malformed }
        switch next.fileName {
        case nil:
            part = .field(next.name)
            try count(next.name.utf8.count)
        case "": part = .noFile
        case let name?:
            guard file == nil else { throw .malformed }
            part = .file
            fileName = name
            do { file = try StagedFile(in: folder) } catch { throw refusal(error) }
        }
    }

    private func take(_ bytes: ArraySlice<UInt8>) throws(Refusal) {
        switch part {
        case .field:
            try count(bytes.count)
            value += bytes
        case .file:
            do { try file?.write(bytes) } catch { throw refusal(error) }
            byteCount += bytes.count
        case .noFile, .none: throw .malformed
        }
    }

    private func end() throws(Refusal) {
        if case .field(let name) = part {
            guard !value.contains(0), let text = String(streamSafe: value) else { throw .malformed }
            form.add(name, text)
            value.removeAll(keepingCapacity: true)
        }
        part = .none
    }

    /// The fields alone may not be larger than a form without a file.
    private func count(_ bytes: Int) throws(Refusal) {
        fieldBytes += bytes
        guard fieldBytes <= limits.bodyBytes else { throw Refusal(.contentTooLarge) }
    }

    private func refusal(_ failure: StagedFile.Failure) -> Refusal {
        logger.error("an upload could not be staged", metadata: ["folder": "\(folder)", "error": "\(failure)"])
        return Refusal(failure.isForSpace ? .insufficientStorage : .unavailable)
    }
}
