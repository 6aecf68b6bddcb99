import Domain
import Secrets

extension Kind {
    /// The line that logs an interaction.
    static var lines: [Kind] {
        [
            line("colons", ":"), line("colons and spaces", ": "), line("doctors", "x: dr. no. "),
            line("commas", "x: a, "),
            line("full stops", "a. "), line("promises", "x: and we send "), line("ends of months", "end of the "),
            line("numbers", "5 "), line("dates", "31.12."), line("quotation marks", "\"(«»)\""),
            line("flags", "\u{1F1E6}"),
            line("marks", marks), line("dashes", " - "), line("families", "\u{1F468}\u{200D}"), line("kinds", "call "),
            // Even a quarter of its quarter is too long.
            Kind("line too long", 4 * head, of: ":", read: guess),
        ]
    }

    private static func line(_ name: String, _ piece: String) -> Kind {
        Kind("line of \(name)", 1_000, of: piece, read: guess)
    }

    /// As in the form's address.
    private static func guess(_ line: String) { _ = LineGuess(Entries(["line": line])["line"], today: today) }

    /// Any field of a form or a file.
    static var fields: [Kind] {
        [
            field("white space", "\u{3000}"), field("line ends", "\r\n"), field("ends of lines and letters", "a\r\n"),
            field("invisible marks", "a\u{200B}\u{202E}"), field("marks", marks), field("joiners", "\u{200D}\u{200C}"),
            field("families", "\u{1F468}\u{200D}"), field("flags", "\u{1F1E6}"),
            field("vowels of Hangul", "\u{1161}\u{11A8}"),
            field("letters in parts", "и\u{306}"), field("selectors", "\u{2764}\u{FE0F}"),
            field("controls", "\u{1}\u{85}"),
            Kind("name of quotation marks", 20_000, of: "«\"Ё’") { _ = sortingName($0) },
        ]
    }

    /// What a stranger can type at the login.
    static var door: [Kind] {
        let pieces = [
            ("marks", marks), ("letters in parts", "и\u{306}"), ("vowels of Hangul", "\u{1161}\u{11A8}"),
            ("white space", "\u{3000}"), ("invisible marks", "a\u{200B}"), ("two alphabets", "aа "),
        ]
        return pieces.flatMap { name, piece in
            [
                Kind("name at the door of \(name)", 200_000, of: piece) { _ = NameForm($0).mixesAlphabets },
                Kind("password of \(name)", 1_000_000, of: piece) { try? Passwords.check($0) },
            ]
        }
    }

    private static func field(_ name: String, _ piece: String) -> Kind {
        Kind("field of \(name)", 20_000, of: piece) {
            _ = try? ClientDraft(Entries(["name": $0, "note": $0, "kind": $0]))
        }
    }

    static var numbers: [Kind] {
        [
            amount("zeros", { "0." + repeated("0", $0) }), amount("thousands", { repeated("000 ", $0) }),
            amount("commas", { repeated(",", $0) }), amount("groups", { repeated("111,", $0) + "1" }),
            amount("signs", { repeated("€", $0) }),
            Kind("discount of per cents", head, of: "0%") { _ = Discount(percent: $0) },
            Kind("day of numbers", head, of: "1.") { _ = Day(typed: $0) },
            Kind("day of times", head, of: "2026-01-01T0") { _ = Day(typed: $0) },
            Kind("tax number of digits", head, of: "7 ") { text in
                _ = (TaxNumber.inn(text), TaxNumber.kpp(text), TaxNumber.ogrn(text))
            },
            Kind("VAT number of dashes", head, of: "D-E.") { _ = TaxNumber.vat($0) },
            Kind("number of zeros", head, of: "0") { _ = Client.ID($0) },
            Kind("e-mail of signs", head, of: "@a") { _ = NetAddress.email($0) },
            Kind("web address of schemes", head, of: "http:") { _ = NetAddress.web($0) },
            Kind("word of marks", head, of: marks) { _ = ClientStatus(word: Entries(["status": $0])["status"]) },
        ]
    }

    private static func amount(_ name: String, _ text: @escaping (Int) -> String) -> Kind {
        Kind("amount of \(name)", head, of: text, prepare: { text in { _ = Currency("EUR").amount(typed: text) } })
    }
}
