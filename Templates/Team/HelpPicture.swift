import Domain

/// A small map with what its marks mean: three people of different power and stance, and two ties.
func mapPicture(_ l: Language) -> HTML {
    """
    <svg class="map help" viewBox="0 0 420 150" width="420" font-size="12" role="img" aria-label="\(l("A map of three people"))">
    <line class="tie" x1="80" y1="62" x2="210" y2="48"/><line class="tie negative" x1="210" y1="48" x2="340" y2="72"/>
    <circle class="body for" cx="80" cy="62" r="17"/><path class="ring" d="M80 39a23 23 0 0 1 0 46"/>
    <circle class="body neutral" cx="210" cy="48" r="25"/><path class="ring" d="M210 17a31 31 0 0 1 31 31"/>
    <circle class="body against" cx="340" cy="72" r="14"/>
    <text x="80" y="104">\(l("for us, well known"))</text><text x="210" y="98">\(l("much power, neutral"))</text>
    <text x="340" y="112">\(l("against us"))</text></svg>
    """
}
