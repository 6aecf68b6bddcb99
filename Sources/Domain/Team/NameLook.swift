import Foundation

/// How a name looks to whoever reads it: each letter as the plainest one that is drawn like it. Two names that look alike have two forms,
/// and nobody could tell whose login is whose.
package struct NameLook: Sendable {
    /// Of every word its look as it is typed, in small letters and in capitals.
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

    /// Could people take one name for the other where they read it, word by word? "Анна" with a Latin "а", "BeIkin" with a capital "i".
    package func isLike(_ other: NameLook) -> Bool {
        !words.isEmpty && words.count == other.words.count
            && zip(words, other.words).allSatisfy { zip($0, $1).contains { $0 == $1 } }
    }

    private static func shape(_ word: String, foldsCase: Bool = false) -> String {
        var shape = String.UnicodeScalarView()
        for letter in word.unicodeScalars.flatMap(LookAlikes.plain) {
            // An "i" has its dot already.
            if letter == "\u{307}", let last = shape.last, last == "i" || last == "j" { continue }
            // A capital "L" is like nothing else; a small one is like a capital "i".
            shape.append(
                contentsOf: (foldsCase && letter != "L" ? String(letter).lowercased() : String(letter)).unicodeScalars)
        }
        return String(shape)
    }
}

/// Letters that are drawn like others.
enum LookAlikes {
    /// What a letter or a sign of a name is drawn like: the compatible plain form of it, and of these the Latin one; nothing of a sign that
    /// is easily overlooked.
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

    /// Is it drawn like a letter from A to Z, or like several, and is none?
    static func isDrawnAsLatin(_ scalar: Unicode.Scalar) -> Bool { twins[scalar]?.allSatisfy(\.isASCII) ?? false }

    /// What Latin letters and digits look like among themselves.
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

    /// Unicode's table of confusables (UTS #39), of letters and signs that are written from left to right: before the colon what those
    /// behind it are drawn like.
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
