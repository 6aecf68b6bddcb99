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
