import Foundation

/// A name as names of colleagues are compared: composed, in one case of every script, without invisible marks, with one space for any
/// run of spaces. Two names with one form are one login.
package struct NameForm: Hashable, Sendable {
    package let text: String

    package init(_ name: String) {
        var out = String.UnicodeScalarView()
        // Raised first, for some small letters share a capital: ß and ss, both sigmas.
        for scalar in composed(name).uppercased().lowercased().unicodeScalars {
            let properties = scalar.properties
            if properties.isDefaultIgnorableCodePoint || properties.generalCategory == .format { continue }
            if properties.isWhitespace {
                if out.last != " " { out.append(" ") }
            } else {
                out.append(scalar)
            }
        }
        text = trimmed(lettersComposed(String(out)))
    }

    /// Could people take one name for the other where they read it, in small letters or in capitals? "Анна" with a Latin "а".
    package func looksLike(_ other: NameForm) -> Bool {
        LookAlikes.shape(text) == LookAlikes.shape(other.text)
            || LookAlikes.shape(text.uppercased()) == LookAlikes.shape(other.text.uppercased())
    }

    /// Are there letters of two alphabets in one word, of which one could be taken for the other's?
    package var mixesAlphabets: Bool {
        text.split(separator: " ").contains { word in
            let letters = word.unicodeScalars
            let others = letters.contains { $0.value >= 0x370 && $0.properties.isAlphabetic }
            return others && letters.contains { ("a"..."z").contains($0) }
                && letters.contains(where: LookAlikes.hasTwin)
        }
    }
}

/// Letters of other alphabets that are drawn like Latin ones, by Unicode's table of confusables (UTS #39): those of Greek,
/// Cyrillic and Armenian that stand there for one Latin letter or digit, and the digits that stand for letters.
private enum LookAlikes {
    private static let pairs =
        "ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ϜF ϹC ϺM ͿJ αa γy ιi νv οo ρp σo υu χx ϲc ϳj "
        + "ЅS ІI ЈJ АA ВB ЕE З3 КK МM НH ОO РP СC ТT УY ХX Ьb ѴV ҮY ӀI ԌG ԜW "
        + "аa б6 гr еe оo рp сc тt уy хx ѕs іi јj ѡw ѵv үy һh ӏl ԁd ԛq ԝw "
        + "ՍU ՏS ՕO աw գq զq հh ոn ռn սu ցg քf օo 0O 1l"

    private static let latin = Dictionary(
        uniqueKeysWithValues: pairs.split(separator: " ").map { pair in
            (pair.unicodeScalars.first!, pair.unicodeScalars.last!)
        })

    private static let all = Set(latin.keys).union(latin.values)

    static func hasTwin(_ scalar: Unicode.Scalar) -> Bool { all.contains(scalar) }

    /// How a name looks: each letter as the Latin one that is drawn like it; wide and other compatible forms as the plain ones.
    static func shape(_ name: String) -> [Unicode.Scalar] {
        name.decomposedStringWithCompatibilityMapping.unicodeScalars.map { latin[$0] ?? $0 }
    }
}
