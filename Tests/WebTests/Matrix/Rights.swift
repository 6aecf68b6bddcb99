import Foundation
import Routes

/// Who gets what: the table in `rights.txt`, as it is read.
struct Rights {
    /// Addresses that answer alike, and for every record the answer to each of us.
    struct Rule {
        var addresses: [Address] = []
        var rows: [(records: [String], answers: [String: String])] = []
    }

    struct Address: Hashable, CustomStringConvertible {
        var method: String
        var pattern: String

        var description: String { "\(method) \(pattern)" }
        /// Is it a page of its own, and neither a twin nor a table nor an act?
        var isPage: Bool {
            method == "GET" && ![".json", ".csv", ".xlsx", ".svg", ".ics"].contains { pattern.hasSuffix($0) }
        }
        /// Has it records of which some are hidden from some?
        var hasRecords: Bool { pattern.contains("ID") }
    }

    var who: [String] = []
    var rules: [Rule] = []

    static let words: Set = ["whole", "name", "open", "empty", "yes", "missing", "refused", "login", "home"]

    static func read() throws -> Rights {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("rights.txt")
        return try Rights(String(contentsOf: file, encoding: .utf8))
    }

    struct Unreadable: Error { let line: String }

    init(_ text: String) throws {
        var rule = Rule()
        for line in (text + "\n\n").split(separator: "\n", omittingEmptySubsequences: false) {
            let words = line.prefix { $0 != "#" }.split(separator: " ").map(String.init)
            switch words.first {
            case .none:
                if line.isEmpty, !rule.rows.isEmpty {
                    rules.append(rule)
                    rule = Rule()
                }
            case "who": who = Array(words.dropFirst())
            case "GET", "POST":
                guard rule.rows.isEmpty else { throw Unreadable(line: String(line)) }
                var page = ""
                for word in words.dropFirst() {
                    if !word.hasPrefix(".") { page = word }
                    rule.addresses.append(Address(method: words[0], pattern: word == page ? word : page + word))
                }
            default:
                guard words.count == who.count + 1, Rights.words.isSuperset(of: words.dropFirst()) else {
                    throw Unreadable(line: String(line))
                }
                rule.rows.append(
                    (
                        words[0].split(separator: ",").map(String.init),
                        Dictionary(uniqueKeysWithValues: zip(who, words.dropFirst()))
                    ))
            }
        }
    }

    /// Every address of the site map, with twins and exports as addresses of their own.
    static var site: [Address] {
        SiteMap.entries.flatMap { entry in
            [entry.pattern, entry.twin, entry.export, entry.workbook, entry.picture, entry.calendar].compactMap { $0 }
                .map {
                    Address(method: entry.method.rawValue, pattern: $0)
                }
        }
    }
}
