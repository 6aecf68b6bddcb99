/// The forms of a Russian noun, name or adjective, from any one of them.
///
/// The stemmer cuts the same word to different stems: "Иванов" to "иван" but "Иванову" to "иванов", and it does not know that "Павла" is
/// "Павел". So a search also asks for the forms themselves: for each family of endings in which the typed word has one, the word with each
/// other ending of the family. What is no word is not found and does no harm.
enum RussianForms {
    /// The forms of a word in lower case, without itself; none for a word that is not Russian or too short to tell.
    static func of(_ word: String) -> [String] {
        let word = word.lowercased().replacing("ё", with: "е")
        guard (3...30).contains(word.count), word.unicodeScalars.allSatisfy({ ("а"..."я").contains($0) }) else {
            return []
        }
        var forms: Set<String> = []
        for family in families {
            for ending in family.endings where word.hasSuffix(ending) {
                let base = String(word.dropLast(ending.count))
                guard base.count >= 2, family.takes(base) else { continue }
                for stem in ending.isEmpty ? [base] + withoutVowel(base) : [base] {
                    add(stem, family, to: &forms)
                }
            }
        }
        forms.remove(word)
        return forms.sorted()
    }

    private static func add(_ stem: String, _ family: Family, to forms: inout Set<String>) {
        for ending in family.endings {
            if ending.isEmpty || ending == "ь" || ending == "й" {
                forms.formUnion(withVowel(stem).map { $0 + (ending == "й" ? "" : ending) })
            }
            forms.insert(stem + ending)
        }
    }

    private struct Family {
        let endings: [String]
        /// The letters at the end of a base of this family; empty if any may stand there.
        var bases: [String] = []

        init(_ endings: String, of bases: [String] = []) {
            self.endings = endings.split(separator: " ").map { $0 == "0" ? "" : String($0) }
            self.bases = bases
        }

        func takes(_ base: String) -> Bool { bases.isEmpty || bases.contains { base.hasSuffix($0) } }
    }

    private static let hard = [
        "б", "в", "г", "д", "ж", "з", "к", "л", "м", "н", "п", "р", "с", "т", "ф", "х", "ц", "ч", "ш", "щ",
    ]
    private static let surnames = ["ов", "ев", "ин", "ын"]
    private static let vowels = ["а", "е", "и", "о", "у", "ы", "э", "ю", "я"]

    /// 0 stands for no ending.
    private static let families = [
        Family("0 а у ом ем е ы и ов ам ами ах", of: hard),  // отдел, завод, врач
        Family("0 а у ым ом е ой ы ых ыми", of: surnames),  // Иванов, Иванова
        Family("й я ю ем е и ев ям ями ях", of: vowels),  // лицей, санаторий
        Family("ь я ю ем е и ей ям ями ях", of: hard),  // Игорь, учитель
        Family("ь и ью ей ям ями ях", of: hard),  // сеть, область
        Family("а ы и е у ой ою ей 0 ам ами ах", of: hard),  // аптека, больница
        Family("я и е ю ей ею ь й ям ями ях", of: hard + vowels),  // кухня, лаборатория
        Family("ия ии ию ией ий иям иями иях"),  // комиссия
        Family("о а у ом е 0 ам ами ах", of: hard),  // министерство
        Family("е я ю ем и ий ям ями ях ей", of: hard + ["и"]),  // отделение, поле
        Family("ый ая ое ые ого ому ым ом ую ой ою ых ыми", of: hard),  // главный
        Family("ий ая ое ие ого ому им ом ую ой ою их ими", of: ["г", "к", "х", "ж", "ш", "ч", "щ"]),  // детский
        Family("ой ая ое ие ые ого ому им ым ом ую ою их ых ими ыми", of: hard),
        Family("ий яя ее ие его ему им ем юю ей ею их ими", of: hard),  // средний
    ]

    /// "павл" with a vowel before its last letter: "павел"; "льв": "лев"; "бойц": "боец".
    private static func withVowel(_ stem: String) -> [String] {
        guard let last = stem.last, stem.count >= 3, !vowels.contains(String(last)) else { return [] }
        let rest = stem.dropLast()
        guard let before = rest.last, !vowels.contains(String(before)) else { return [] }
        if before == "ь" || before == "й" { return [rest.dropLast() + "е" + String(last)] }
        return ["е", "о"].map { rest + $0 + String(last) }
    }

    /// The same backwards: "павел" without its vowel.
    private static func withoutVowel(_ word: String) -> [String] {
        guard word.count >= 3, let last = word.last, "цклвньр".contains(last) else { return [] }
        let rest = word.dropLast()
        guard let vowel = rest.last, vowel == "е" || vowel == "о" else { return [] }
        let start = rest.dropLast()
        guard let before = start.last else { return [] }
        if vowels.contains(String(before)) { return [start + "й" + String(last)] }
        return before == "л" && vowel == "е"
            ? [start + "ь" + String(last), start + String(last)] : [start + String(last)]
    }
}
