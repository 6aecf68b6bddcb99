/// The form in which names of colleagues are compared: composed, in lower case, without invisible characters, with single spaces. Two names
/// with the same form are the same sign-in name.
package struct NameForm: Hashable, Sendable {
    package let text: String

    package init(_ name: String) {
        // First upper case, because some lower-case letters share a capital: ß and ss, both sigmas.
        text = visible(composed(name).uppercased().lowercased())
    }

    /// True if a word has letters of two alphabets. Such names are often meant to look like others.
    package var mixesAlphabets: Bool {
        text.split(separator: " ").contains { word in
            var alphabets = word.unicodeScalars.lazy.filter(\.isLetter).map(Alphabet.init).makeIterator()
            guard let first = alphabets.next() else { return false }
            return IteratorSequence(alphabets).contains { $0 != first }
        }
    }
}

/// A name without invisible characters, and with single spaces.
func visible(_ name: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
        let properties = scalar.properties
        if properties.isDefaultIgnorableCodePoint || properties.generalCategory == .format { continue }
        if properties.isWhitespace {
            if out.last != " " { out.append(" ") }
        } else {
            out.append(scalar)
        }
    }
    return trimmed(lettersComposed(String(out)))
}

/// Alphabets whose letters look like those of another. All other scripts count as one, because some are written together.
private enum Alphabet {
    case latin, phonetic, greek, cyrillic, armenian, georgian, cherokee, other

    init(_ letter: Unicode.Scalar) {
        self =
            switch letter.value {
            // Among the letters of African and Caucasian languages are phonetic letters, which look like Latin ones.
            case 0x250...0x2AF, 0x1D00...0x1DBF, 0x2C60...0x2C7F, 0xA720...0xA7FF, 0xAB30...0xAB6F:
                LookAlikes.isDrawnAsLatin(letter) ? .phonetic : .latin
            case 0...0x24F, 0x2B0...0x2B8, 0x1E00...0x1EFF, 0xFB00...0xFB06, 0xFF21...0xFF5A: .latin
            case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
            case 0x400...0x52F, 0x1C80...0x1C8F, 0xA640...0xA69F: .cyrillic
            case 0x530...0x58F, 0xFB13...0xFB17: .armenian
            case 0x10A0...0x10FF, 0x1C90...0x1CBF, 0x2D00...0x2D2F: .georgian
            case 0x13A0...0x13FF, 0xAB70...0xABBF: .cherokee
            default: .other
            }
    }
}

extension Unicode.Scalar {
    /// A letter of some script, but not a modifier sign such as an apostrophe.
    fileprivate var isLetter: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter: true
        case .modifierLetter: !(0x2B9...0x2FF).contains(value)
        default: false
        }
    }
}
