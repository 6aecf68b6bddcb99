import Foundation
import Testing

@Suite struct CatalogueTests {
    struct Catalogue: Decodable {
        struct Entry: Decodable {
            var localizations: [String: Localization]
        }
        struct Localization: Decodable {
            var stringUnit: Unit?
            var variations: Variations?
        }
        struct Variations: Decodable { var plural: [String: Variation] }
        struct Variation: Decodable { var stringUnit: Unit }
        struct Unit: Decodable { var value: String }
        var strings: [String: Entry]
    }

    static func catalogue() throws -> Catalogue {
        try JSONDecoder().decode(Catalogue.self, from: Data(House.text("Templates/Languages/Catalogue.xcstrings").utf8))
    }

    /// The phrases said in the sources, and the names of fields of records and of files; each value's place written "%", for the source does not tell a count from a text.
    static func said() throws -> [String: String] {
        var said: [String: String] = [:]
        for file in House.files(in: "Templates", ending: ".swift") + House.files(in: "Sources/Web", ending: ".swift") {
            let text = try House.text(file)
            for call in text.matches(of: /(?:\bl|\blanguage)\(\s*"/.wordBoundaryKind(.simple)) {
                said[PhraseReader.key(from: text[call.range.upperBound...])] = file
            }
        }
        for file in House.files(in: "Sources/Domain", ending: ".swift")
            + House.files(in: "Sources/Routes", ending: ".swift") + House.files(in: "Sources/Store", ending: ".swift")
        {
            let text = try House.text(file)
            for label in text.matches(
                of: /(?:Field\(\s*"[a-z_0-9]+",|ImportFormat\(|called:|short:|added:|changed:|deleted:|said:|what:)\s*"/
            ) {
                said[PhraseReader.key(from: text[label.range.upperBound...])] = file
            }
        }
        let problems = "Sources/Domain/Ground/Problem.swift"
        let text = try House.text(problems)
        for phrase in text.matches(of: /case \.[^:]*:\s*"/) {
            said[PhraseReader.key(from: text[phrase.range.upperBound...])] = problems
        }
        return said
    }

    static func bare(_ key: String) -> String { key.replacing("%lld", with: "%").replacing("%@", with: "%") }

    @Test func `every phrase of the pages has its Russian`() throws {
        let catalogue = try CatalogueTests.catalogue()
        let known = Set(catalogue.strings.filter { $0.value.localizations["ru"] != nil }.keys.map(CatalogueTests.bare))
        let missing = try CatalogueTests.said().filter { !known.contains($0.key) }
        #expect(missing.isEmpty, "\(missing)")
    }

    @Test func `no page counts visits`() throws {
        // "It is completely unacceptable to introduce visit standards for KAM."
        let quota = /(visit|визит)\p{L}*/.ignoresCase()
        let counts = /%lld|%@ of %@|%@ из %@|per week|a week|в неделю/
        for (key, entry) in try CatalogueTests.catalogue().strings {
            let wordings = entry.localizations.values.flatMap { localization in
                localization.stringUnit.map { [$0.value] }
                    ?? localization.variations!.plural.values.map(\.stringUnit.value)
            }
            for wording in wordings + [key] where wording.contains(quota) {
                #expect(!wording.contains(counts), "\(key): \(wording)")
            }
        }
    }

    @Test func `no phrase of the catalogue is unused`() throws {
        let said = Set(try CatalogueTests.said().keys)
        let unused = try CatalogueTests.catalogue().strings.keys.filter { !said.contains(CatalogueTests.bare($0)) }
        #expect(unused.isEmpty, "\(unused)")
    }

    @Test func `a translation has a place for every value of its phrase`() throws {
        func places(_ text: String) -> Int {
            text.replacing("%lld", with: "%@").split(separator: "%@", omittingEmptySubsequences: false).count
        }
        for (key, entry) in try CatalogueTests.catalogue().strings {
            for localization in entry.localizations.values {
                let wordings =
                    localization.stringUnit.map { [$0.value] }
                    ?? localization.variations!.plural.values.map(\.stringUnit.value)
                for wording in wordings { #expect(places(wording) == places(key), "\(key)") }
            }
        }
    }

    @Test func `a counted phrase has all plural forms of both languages`() throws {
        for (key, entry) in try CatalogueTests.catalogue().strings {
            guard let russian = entry.localizations["ru"]?.variations else { continue }
            #expect(Set(russian.plural.keys) == ["one", "few", "many", "other"], "\(key)")
            #expect(
                Set(entry.localizations["en"]?.variations?.plural.keys.map { $0 } ?? []) == ["one", "other"], "\(key)")
        }
    }
}

/// Reads a string literal of Swift from behind its opening quote; every interpolation becomes "%".
enum PhraseReader {
    static func key(from text: Substring) -> String {
        var key = ""
        var rest = text
        while let character = rest.popFirst(), character != "\"" {
            guard character == "\\" else {
                key.append(character)
                continue
            }
            guard rest.first == "(" else {
                key.append(rest.removeFirst())
                continue
            }
            var depth = 0
            repeat {
                let next = rest.removeFirst()
                depth += next == "(" ? 1 : next == ")" ? -1 : 0
            } while depth > 0
            key += "%"
        }
        return key
    }
}
