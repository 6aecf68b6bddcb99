import Domain
import Foundation
import Glibc

/// Everything a CSV file gave, for comparison as one value.
struct CSVReading: Equatable {
    var header: [String]
    var rows: [[String]]
}

/// A file in the temporary folder, gone when the fixture is.
final class TemporaryFile {
    let path = NSTemporaryDirectory() + "kamdesk-csv-" + UUID().uuidString

    init(_ bytes: some Sequence<UInt8>) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// Opens a file made of the given bytes for as long as `body` runs.
@discardableResult
func withCSV<Result>(_ bytes: some Sequence<UInt8>, _ body: (CSVFile) throws -> Result) throws -> Result {
    let file = try TemporaryFile(bytes)
    return try withExtendedLifetime(file) { try body(CSVFile(path: file.path)) }
}

extension CSVFile {
    func allRows() throws -> [CSVRow] {
        var rows: [CSVRow] = []
        try forEachRow { rows.append($0) }
        return rows
    }
}

func read(_ bytes: some Sequence<UInt8>) throws -> CSVReading {
    try withCSV(bytes) { CSVReading(header: $0.header, rows: try $0.allRows().map(\.cells)) }
}

func read(_ text: String) throws -> CSVReading { try read(text.utf8) }

/// The refusal that reading a file to its end meets, or nil where it meets none.
func refusal(_ bytes: some Sequence<UInt8>) throws -> CSVRefusal? {
    do {
        _ = try read(bytes)
        return nil
    } catch let refusal as CSVRefusal {
        return refusal
    }
}

func refusal(_ text: String) throws -> CSVRefusal? { try refusal(text.utf8) }

/// A text in an encoding; nil if the encoding lacks one of its characters.
func encoded(_ text: String, _ encoding: CSVEncoding) -> Data? {
    guard let converter = iconv_open(encoding.rawValue, "UTF-8"), converter != iconv_t(bitPattern: -1) else {
        return nil
    }
    defer { iconv_close(converter) }
    var source = text.utf8.map { CChar(bitPattern: $0) }
    var target = [CChar](repeating: 0, count: source.count * 4 + 4)
    return source.withUnsafeMutableBufferPointer { source in
        target.withUnsafeMutableBufferPointer { target in
            var (input, inputLeft) = (source.baseAddress, source.count)
            var (output, outputLeft) = (target.baseAddress, target.count)
            guard iconv(converter, &input, &inputLeft, &output, &outputLeft) == 0 else { return nil }
            return Data(target[..<(target.count - outputLeft)].map { UInt8(bitPattern: $0) })
        }
    }
}
