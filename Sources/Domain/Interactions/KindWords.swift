// The words that name a kind of interaction.

extension LineWords {
    /// Only whole forms count: Metelkina is no meeting, and Обедина no lunch.
    static func kind(_ word: String) -> InteractionKind? { kinds[word] }

    /// The forms of each word, as a stem and its endings.
    private static let kinds: [String: InteractionKind] = {
        let verb = " s ed ing"
        let noun = " а у ом е ы ов ам ами ах"
        let feminine = "а и ы у е ой ей"
        let past = " а и"
        let forms: [(stem: String, endings: String, kind: InteractionKind)] = [
            ("informal", " ly", .informal), ("coffee", " s", .informal), ("lunch", " es ed", .informal),
            ("dinner", " s", .informal), ("неформальн", "о ая ой ую ый ого ые ых", .informal),
            ("кофе", " й", .informal),
            ("обед", noun, .informal), ("обедал", past, .informal), ("пообедал", past, .informal),
            ("ужин", noun, .informal),
            ("ужинал", past, .informal), ("visit", verb, .visit), ("визит", noun, .visit), ("посетил", past, .visit),
            ("заехал", past, .visit), ("заезжал", past, .visit), ("был", past, .visit), ("call", verb, .call),
            ("phon", "e es ed ing", .call), ("rang", " ", .call),
            ("звон", "ок ка ку ком ке ки ков ю ил ила или", .call),
            ("созвон", noun, .call), ("созвонил", "ся ась ись", .call), ("позвонил", past, .call),
            ("перезвонил", past, .call),
            ("телефон", noun + " ный ному", .call), ("negotiat", "e es ed ing ion ions", .negotiation),
            ("переговор", noun, .negotiation), ("переговорил", past, .negotiation), ("meet", " s ing ings", .meeting),
            ("met", " ", .meeting), ("встреч", feminine + " ался алась ались", .meeting),
            ("встретил", "ся ась ись а и ", .meeting),
            ("congress", " es", .event), ("conference", " s", .event), ("event", " s", .event), ("round", " ", .event),
            ("round-table", " s", .event), ("мероприяти", "е я ю ем и", .event), ("конгресс", noun, .event),
            ("конференци", "я и ю ей", .event), ("кругл", "ый ого ому ым ом", .event), ("e-mail", verb, .message),
            ("email", verb, .message), ("mail", verb, .message), ("messag", "e es ed ing", .message),
            ("wrote", " ", .message),
            ("letter", " s", .message), ("письм", "о а у ом е", .message), ("написал", past, .message),
            ("писал", past, .message),
            ("сообщ", "ение ения ению ением ил ила или", .message), ("почт", feminine, .message),
            ("переписк", feminine, .message),
            ("train", "ed ing ings", .training), ("обуч", "ение ения ению ением ении ал ала али", .training),
            ("тренинг", noun, .training), ("merch", " andising andiser", .merchandising),
            ("shelf", " ", .merchandising),
            ("мерч", " андайзинг андайзинга андайзингу андайзингом андайзинге", .merchandising),
            ("выкладк", feminine, .merchandising), ("present", "ation ations ed ing", .presentation),
            ("презентаци", "я и ю ей", .presentation), ("презентовал", past, .presentation),
            ("доклад", noun, .presentation),
        ]
        let words = forms.flatMap { form in
            form.endings.split(separator: " ", omittingEmptySubsequences: false).map { (form.stem + $0, form.kind) }
        }
        return Dictionary(words) { first, _ in first }
    }()
}
