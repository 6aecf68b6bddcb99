import Domain

/// A text in both languages of the desk.
struct Text: Sendable {
    var english: String
    var russian: String

    init(_ english: String, _ russian: String) {
        self.english = english
        self.russian = russian
    }

    func callAsFunction(_ tongue: Tongue) -> String { tongue == .english ? english : russian }
}
