import Domain
import Foundation
import Routes

/// The translations of every phrase: a String Catalog (`.xcstrings`), read once at start.
package struct Catalogue: Sendable {
    /// The wordings of a phrase in one language: one for each plural category, or only "other".
    typealias Wordings = [String: Sentence]

    private let byTongue: [Tongue: [String: Wordings]]
    /// The words of each name that the search knows, in every language and in lower case. They are split once here, and not in each search.
    let nameWords: [String: [[UInt8]]]

    /// Throws if the bytes are not a catalogue.
    package init(json: Data) throws {
        let file = try JSONDecoder().decode(File.self, from: json)
        var byTongue: [Tongue: [String: Wordings]] = [:]
        for (key, entry) in file.strings {
            for (code, localization) in entry.localizations ?? [:] {
                guard let tongue = Tongue(rawValue: code) else { continue }
                byTongue[tongue, default: [:]][key] = localization.wordings
            }
            // The key is the English sentence. It is split once here, and not each time it is used.
            if key.contains("%"), byTongue[.english]?[key] == nil {
                byTongue[.english, default: [:]][key] = ["other": Sentence(key)]
            }
        }
        self.byTongue = byTongue
        nameWords = Catalogue.words(of: Catalogue.names) { byTongue[.russian]?[$0]?["other"]?.filled(with: []) }
    }

    /// No translations: every phrase is in English.
    static let empty = Catalogue()

    private init() {
        byTongue = [:]
        nameWords = Catalogue.words(of: Catalogue.names) { _ in nil }
    }

    /// The names of pages, forms and acts, in English.
    private static let names: [String] =
        Section.allCases.map(\.declaration).flatMap { section in
            [section.name] + section.pages.map(\.name) + section.forms.map(\.name)
        } + Change.Subject.allCases.flatMap { $0.commands(of: 1).map(\.name) }

    private static func words(of names: [String], _ translated: (String) -> String?) -> [String: [[UInt8]]] {
        let words = names.map { name in
            let all = [name, translated(name) ?? ""].flatMap { $0.lowercased().split(separator: " ") }
            return (name, all.map { Array($0.utf8) })
        }
        return Dictionary(words) { first, _ in first }
    }

    func phrases(in tongue: Tongue) -> [String: Wordings] { byTongue[tongue] ?? [:] }

    private struct File: Decodable { var strings: [String: Entry] }

    private struct Entry: Decodable { var localizations: [String: Localization]? }

    private struct Localization: Decodable {
        var stringUnit: Unit?
        var variations: Variations?

        var wordings: Wordings {
            if let plural = variations?.plural { return plural.mapValues { Sentence($0.stringUnit.value) } }
            return stringUnit.map { ["other": Sentence($0.value)] } ?? [:]
        }
    }

    private struct Variations: Decodable { var plural: [String: Variation]? }
    private struct Variation: Decodable { var stringUnit: Unit }
    private struct Unit: Decodable { var value: String }
}

/// A sentence in one language, split at the places for its values: "%@" or "%lld", or with a number, "%2$@", if the order differs.
struct Sentence: Sendable {
    private enum Piece: Sendable {
        case text(String)
        /// A text that begins with a full stop.
        case stop(String)
        case value(Int)
    }

    private var pieces: [Piece] = []

    init(_ format: String) {
        var rest = format[...]
        var next = 0
        var text = ""
        while let percent = rest.firstIndex(of: "%") {
            text += rest[..<percent]
            var place = rest[rest.index(after: percent)...]
            let number = place.prefix { $0.isNumber }
            var which = next
            if !number.isEmpty, place.dropFirst(number.count).first == "$", let given = Int(number) {
                which = given - 1
                place = place.dropFirst(number.count + 1)
            }
            guard let code = ["lld", "@"].first(where: { place.hasPrefix($0) }) else {
                text += "%"
                rest = rest[rest.index(after: percent)...]
                continue
            }
            add(text)
            pieces.append(.value(which))
            text = ""
            next += 1
            rest = place.dropFirst(code.count)
        }
        add(text + rest)
    }

    private mutating func add(_ text: String) {
        if !text.isEmpty { pieces.append(text.hasPrefix(".") ? .stop(text) : .text(text)) }
    }

    func filled(with values: [String]) -> String {
        var out = ""
        for piece in pieces {
            switch piece {
            case .text(let text): out += text
            // A Russian date ends in a full stop of its own.
            case .stop(let text): out += out.utf8.last == UInt8(ascii: ".") ? text.dropFirst() : text[...]
            case .value(let place): if values.indices.contains(place) { out += values[place] }
            }
        }
        return out
    }
}
