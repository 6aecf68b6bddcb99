import Foundation

/// How a name looks to a reader: each letter is replaced by the plainest letter that looks like it. If two names look alike, nobody can
/// tell whose sign-in name is whose.
package struct NameLook: Sendable {
    /// For every word, its look as typed, in lower case and in upper case.
    private let words: [[String]]

    package init(_ name: String) {
        words = visible(name).split(separator: " ").map { word in
            let word = String(word)
            return [
                NameLook.shape(word, foldsCase: true), NameLook.shape(word.lowercased()),
                NameLook.shape(word.uppercased()),
            ]
        }.filter { !$0[0].isEmpty }
    }

    /// True if a reader could mistake one name for the other, word by word: "Анна" with a Latin "а", or "BeIkin" with a capital "i".
    package func isLike(_ other: NameLook) -> Bool {
        !words.isEmpty && words.count == other.words.count
            && zip(words, other.words).allSatisfy { zip($0, $1).contains { $0 == $1 } }
    }

    private static func shape(_ word: String, foldsCase: Bool = false) -> String {
        var shape = String.UnicodeScalarView()
        for letter in word.unicodeScalars.flatMap(LookAlikes.plain) {
            // An "i" already has a dot.
            if letter == "\u{307}", let last = shape.last, last == "i" || last == "j" { continue }
            // A capital "L" looks like no other letter. A small one looks like a capital "i".
            shape.append(
                contentsOf: (foldsCase && letter != "L" ? String(letter).lowercased() : String(letter)).unicodeScalars)
        }
        return String(shape)
    }
}

/// Letters that look like others.
enum LookAlikes {
    /// What a character of a name looks like: its plain compatible form, as a Latin letter if possible. Empty for signs that are easily
    /// overlooked.
    static func plain(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        if apostrophes.contains(scalar) { return ["'"] }
        switch scalar.properties.generalCategory {
        case .dashPunctuation: return ["-"]
        case _ where dashes.contains(scalar): return ["-"]
        case _ where twins[scalar] != nil: break
        case .modifierSymbol, .otherPunctuation, .connectorPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation, .finalPunctuation:
            return []
        default: break
        }
        let forms =
            twins[scalar]
            ?? String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars.flatMap {
                twins[$0] ?? [$0]
            }
        return forms.flatMap { inLatin[$0] ?? [$0] }
    }

    /// True if the character is not a letter from A to Z but looks like one or more of them.
    static func isDrawnAsLatin(_ scalar: Unicode.Scalar) -> Bool { twins[scalar]?.allSatisfy(\.isASCII) ?? false }

    /// Latin letters and digits that look like others.
    private static let inLatin: [Unicode.Scalar: [Unicode.Scalar]] = [
        "I": ["l"], "1": ["l"], "|": ["l"], "0": ["O"], "m": ["r", "n"], "w": ["v", "v"], "W": ["V", "V"],
    ]

    private static let apostrophes = Set(
        ("'`\u{B4}\u{2018}\u{2019}\u{201B}\u{2032}\u{2035}\u{2B9}\u{2BB}"
            + "\u{2BC}\u{2BD}\u{2BE}\u{2BF}\u{2C8}\u{2CA}\u{2CB}\u{2F4}\u{55A}\u{5F3}"
            + "\u{A78C}\u{FF07}\u{FF40}\u{384}\u{1FBD}\u{1FBF}\u{1FFE}\u{1FEF}\u{1FFD}").unicodeScalars)
    private static let dashes = Set("\u{2043}\u{2212}\u{2D7}".unicodeScalars)

    private static let twins: [Unicode.Scalar: [Unicode.Scalar]] = {
        var twins: [Unicode.Scalar: [Unicode.Scalar]] = [:]
        for group in table.split(separator: " ") {
            let parts = group.split(separator: ":")
            for letter in parts[1].unicodeScalars { twins[letter] = Array(parts[0].unicodeScalars) }
        }
        return twins
    }()

    /// Unicode's table of confusables (UTS #39), for letters and signs written from left to right. The characters after a colon look like
    /// the text before it.
    private static let table =
        "2:ƧϨᒿꙄꛯꝚ 3:ƷȜЗӠⳌꝪꞫ 4:Ꮞ 5:Ƽ 6:бᏮⳒ 8:Ȣȣ৪੪ 9:৭੧୨൭ⳊꝮ A:ΑАᎪᗅꓮ B:ΒВᏴᗷꓐꞴ C:ϹСᏟⲤꓚ D:Ꭰᗞᗪꓓ E:ΕЕᎬ⋿ⴹꓰ F:ϜᖴꓝꞘ "
        + "G:ԌᏀᏳꓖ H:ΗНᎻᕼⲎꓧ J:ͿЈᎫᒍꓙꞲ K:ΚКᏦᛕⲔꓗ L:ᏞᒪⳐꓡ M:ΜϺМᎷᗰᛖⲘꓟ N:ΝⲚꓠ O:ΟОՕ০ଠ୦ዐⲞⵔ〇ꓳ P:ΡРᏢᑭⲢꓑ Q:ⵕ R:ƦᎡᏒᖇꓣ "
        + "S:ЅՏᏕᏚꓢ T:ΤТᎢ⊤⟙Ⲧꓔ U:Սሀᑌ∪⋃ꓴ V:ѴᏙᐯⴸꓦꛟ W:ԜᎳᏔꓪ X:ΧХ᙭ᚷ╳ⲬⵝꓫꞳ Y:ΥУҮᎩᎽⲨꓬ Z:ΖᏃꓜ a:ɑαа⍺ b:ƄЬᏏᑲᖯ c:ϲсᴄⲥꮯ "
        + "d:ԁᏧᑯꓒ e:еҽ℮ꬲ f:քẝꞙꬵ g:ƍɡցᶃ h:һհᏂ i:ıɩɪιіӏᎥ⍳ꙇꭵ j:ϳј l:ƖǀΙІӀᛁ∣⏽Ⲓⵏꓲ n:ոռ o:οσоօ०੦૦௦౦೦ഠ൦๐໐ဝ၀ჿᴏᴑⲟꬽ "
        + "p:ρр⍴ⲣ q:ԛգզ r:гᴦⲅꭇꭈꮁ s:ƽѕꜱꮪ t:τтꭲ u:ʋυսᴜꞟꭎꭒ v:νѵᴠ∨⋁ꮩ w:ɯѡԝաᴡꮃ x:×χхᕁᕽ᙮⤫⤬⨯ y:ɣʏγуүყᶌỿꭚ z:ᴢꮓ AA:Ꜳ "
        + "AE:ÆӔ AO:Ꜵ AU:Ꜷ AV:ꜸꜺ AY:Ꜽ OE:Œ OO:ꚘꝎ T3:Ꜩ aa:ꜳ ae:æӕ ao:ꜵ au:ꜷ av:ꜹꜻ ay:ꜽ bl:Ы dz:ʣ lO:Ю ll:ǁ ls:ʪ "
        + "lz:ʫ oe:œ oo:ꚙꝏ tf:ꝷ ts:ʦ ue:ᵫ uo:ꭣ Þ:Ϸ ß:βᏰꞵ þ:ƿϸ ĸ:κкᴋⲕꮶ ƅ:ьꮟ Ɔ:ϽↃꓛ Ǝ:ꓱ Ə:Ә Ɛ:ԐᏋ ƨ:ϩᴤꙅ Ʃ:Σ ƫ:Ꮏ "
        + "ǝ:əә Ƕ:Ԋ ȝ:ʒӡⳍꝫ ȷ:յ ɂ:ꭾ Ʌ:ΛЛꓥ ɋ:ᶐ ɔ:ͻᴐↄ ɜ:зᴈ ɢ:ԍᏻꮐ ɰ:պ ɸ:φфⲫ ʀ:ꭱꮢ ʃ:ꭍ ʌ:ᴧ ʍ:мᴍꮇ ʘ:Ꙩ ʙ:вᏼ ʚ:ꞝ ʜ:нꮋ "
        + "ʟ:ⳑꮮ Γ:ГᎱⲄ Δ:Ⲇ Π:ПⲠ Φ:ФՓⲪ Ψ:ѰⲮ λ:Ⲗ π:пᴨ ς:ϛ χ:ⲭꭓꭕ ψ:ѱ ω:ⲱꙍꞷ ϗ:ⳤ Ϭ:Ⳝ И:Ͷ Ш:Ⲽ л:ᴫ ш:ⲽ љ:ꭠ Ѡ:Ꮗ Ҷ:Ӌ ҷ:ӌ "
        + "Ո:ꓵ ᴀ:ꭺ ᴅ:ꭰ ᴇ:ꭼ ᴊ:ꭻ ᴎ:ͷи ᴘ:ᴩꮲ ᴙ:я ẟ:δծ Ⅎ:ꓞ Ɐ:ꓯ Ⱶ:ͰᎨᎰ ⱶ:ꮀ ー:ꟷ ꓕ:Ʇ ꓤ:Ꞟ Ꙍ:Ꞷ ꜧ:ꞕ Ꜿ:Ͽ ꜿ:ͽ Ꝺ:ꝺ Ꞓ:ЄⲈ "
        + "ꞓ:ɛεєԑⲉꮛ dȝ:ʤ dʑ:ʥ fŋ:ʩ lȝ:ɮ oᴇ:ɶ tȝ:ꜩ tɕ:ʨ tʃ:ʧ ƅi:ы ǝo:ᴔ ɔe:ꭢ ˉb:ъ Ъl:Ꙑ ˉbi:ꙑ"
}
