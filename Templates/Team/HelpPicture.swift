import Domain

/// A small map with what its marks mean: three people of different power and stance, and two ties.
func mapPicture(_ l: Language) -> HTML {
    """
    <svg class="map help" viewBox="0 0 420 150" width="420" font-size="12" role="img" aria-label="\(l("A map of three people"))">
    <line class="tie" x1="80" y1="76" x2="210" y2="66"/><line class="tie negative" x1="210" y1="66" x2="340" y2="86"/>
    <circle class="body for" cx="80" cy="76" r="17"/><path class="ring" d="M80 53a23 23 0 0 1 0 46"/>
    <circle class="body neutral" cx="210" cy="66" r="25"/><path class="ring" d="M210 35a31 31 0 0 1 31 31"/>
    <circle class="body against" cx="340" cy="86" r="14"/>
    <text x="210" y="22">\(l("much power, neutral"))</text><text x="80" y="122">\(l("for us, well known"))</text>
    <text x="340" y="122">\(l("against us"))</text></svg>
    """
}

/// The four levels of a project as stairs: the higher, the less often the head asks.
func projectPicture(_ l: Language) -> HTML {
    let steps = Array(DevelopmentLevel.allCases.enumerated())
    return """
        <svg class="drawn" viewBox="0 0 480 150" width="480" font-size="12" role="img" aria-label="\(l("A project climbs from D1 to D4"))">
        <path class="line" d="M10 132H120V104H230V76H340V48H470"/>
        \(each: steps, { place, level in """
            <text class="strong" x="\(18 + place * 110)" y="\(124 - place * 28)">D\(level.rawValue)</text>\
            <text x="\(40 + place * 110)" y="\(124 - place * 28)">\(String(l.word(level.style).prefix { $0 != ":" }))</text>
            """ })
        <text x="10" y="22">\(l("joint review: up, or down again")) ↗</text></svg>
        """
}

/// The way of a guest: invited, what they answered, whether they came.
func eventPicture(_ l: Language) -> HTML {
    func box(_ x: Int, _ y: Int, _ standing: GuestStanding) -> HTML {
        """
        <rect class="line" x="\(x)" y="\(y)" width="130" height="30" rx="6"/>\
        <text x="\(x + 65)" y="\(y + 20)" text-anchor="middle">\(l.word(standing))</text>
        """
    }
    return """
        <svg class="drawn" viewBox="0 0 480 120" width="480" font-size="12" role="img" aria-label="\(l("A guest: invited, answered, was there"))">
        <path class="line" d="M131 60H155V26H174M155 60V94H174M305 26H329V26H348M329 26V94H348"/>
        \(box(1, 45, .invited))\(box(175, 11, .accepted))\(box(175, 79, .declined))\(box(349, 11, .came))\(box(349, 79, .missed))
        </svg>
        """
}

/// Who sees what: the KAM's clients lie in the department, and the department in the company.
func rolesPicture(_ l: Language) -> HTML {
    """
    <svg class="drawn" viewBox="0 0 480 170" width="480" font-size="12" role="img" aria-label="\(l("What each role sees"))">
    <rect class="line" x="1" y="1" width="478" height="168" rx="8"/><text x="14" y="22">\(l("Director, reader: the whole company"))</text>
    <rect class="line" x="14" y="34" width="300" height="122" rx="8"/><text x="27" y="55">\(l("Head: the department"))</text>
    <rect class="line soft" x="27" y="66" width="128" height="78" rx="8"/><text x="37" y="88">\(l("KAM: own clients"))</text>
    <rect class="line" x="167" y="66" width="134" height="78" rx="8"/><text x="177" y="88">\(l("A colleague’s:"))</text>\
    <text x="177" y="108">\(l("by name only"))</text>
    <rect class="line" x="328" y="34" width="138" height="122" rx="8"/><text x="338" y="55">\(l("Sales support:"))</text>\
    <text x="338" y="75">\(l("orders and money"))</text></svg>
    """
}
