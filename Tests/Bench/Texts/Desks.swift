import Domain
import Foundation

@testable import Store

extension Kind {
    /// Uploaded files.
    static var files: [Kind] {
        [
            file("quotation marks", "a\"\"\"\"b,"), file("quotation marks alone", "\""), file("delimiters", ","),
            file("carriage returns", "a\rb\r"), file("blanks", " \t"), file("bytes of no letters", "é"),
            file("columns", "name,"),
        ]
    }

    private static func file(_ name: String, _ piece: String) -> Kind {
        Kind(
            "file of \(name)", 200_000, of: { "name,note\n" + repeated(piece, $0) },
            prepare: { text in
                let path = folder + "/file.csv"
                try Data(text.utf8).write(to: URL(fileURLWithPath: path))
                return { try? CSVFile(path: path).forEachRow { _ in } }
            })
    }

    /// Queries to a desk, and texts written to it.
    static func onDesk() throws -> [Kind] {
        let desk = try Desk.openOrMake(path: folder + "/desk.sqlite", owner: "Anna", language: "en")
        func asked(
            _ name: String, _ longest: Int, of piece: String, _ body: @escaping (ReadTransaction, String) throws -> Void
        ) -> Kind {
            Kind(name, longest, of: piece) { text in try desk.read { try body($0, text) } }
        }
        func noted(_ name: String, _ piece: String) -> Kind {
            Kind("note of \(name)", 20_000, of: piece) { text in _ = try desk.addPerson(note: text) }
        }
        func searched(_ name: String, _ piece: String) -> Kind {
            asked("search for \(name)", head, of: piece) { _ = try $0.search($1, on: today) }
        }
        return [
            searched("words", "a "), searched("quotation marks", "\"a\" "), searched("one word", "ё"),
            searched("marks", marks),
            searched("operators", "AND NOT ("), searched("stars", "* "),
            asked("names in a line", 1_000, of: "a, ") {
                _ = try $0.guess("call " + $1, client: nil, on: today)
            },
            asked("client by name", head, of: "б ") { _ = try $0.clientsNamed($1) },
            asked("person by name", head, of: marks) { _ = try $0.peopleNamed($1, on: today) },
            noted("one word", "ё"), noted("words", "ёж "), noted("marks", marks), noted("apostrophes", "y'"),
            Kind(
                "word in a history", 20_000, of: { repeated("a", $0) },
                prepare: { text in
                    let person = try desk.addPerson(note: text)
                    return {
                        _ = try desk.read {
                            try $0.personHistory(person, HistoryQuery(text: text.dropLast(text.count / 2) + "b"))
                        }
                    }
                }),
        ]
    }
}

extension Desk {
    fileprivate func addPerson(note: String) throws -> Person.ID {
        try write(at: .current(), on: today) { try $0.addPerson(PersonDraft(name: "B", note: note)) }
    }
}
