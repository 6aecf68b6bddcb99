/// What a map says in a sentence or two, above its picture.
package struct MapHeadline: Sendable, Encodable {
    /// The most names that a sentence holds.
    package static let most = 3

    /// Who sways the decision most; nil if there are no ties.
    package var first: MapAnswers.Sway?
    /// Who is against us, the most powerful first; at most `most`.
    package var against: [Named<Person>]
    /// How many are against us beside those.
    package var othersAgainst: Int
    /// How many people there are whose stance is known.
    package var judged: Int
    /// How many roles in the client's decisions nobody holds; nil for other maps.
    package var emptySeats: Int?
    /// The judgements of the most powerful people that changed since the chosen day; at most `most`.
    package var moves: [MapMove]
    /// How many other changes there are since that day.
    package var otherMoves: Int

    init(_ people: [MapPerson], _ answers: MapAnswers, emptySeats: Int?, _ moves: [MapMove]) {
        first = answers.sways.first
        judged = people.count { $0.stance != nil }
        let against = people.filter { $0.side == .against }.sorted {
            (-($0.power ?? 0), $0.id) < (-($1.power ?? 0), $1.id)
        }
        self.against = against.prefix(MapHeadline.most).map { Named(id: $0.id, name: $0.name) }
        othersAgainst = against.count - self.against.count
        self.emptySeats = emptySeats
        let judgements = moves.compactMap { move in move.change.judged.map { (move, $0) } }
            .sorted { (-($0.1.power ?? 0), $0.1.id) < (-($1.1.power ?? 0), $1.1.id) }
        self.moves = judgements.prefix(MapHeadline.most).map(\.0)
        otherMoves = moves.count - self.moves.count
    }
}

extension MapChange {
    /// The person whose stance changed; nil for any other change.
    fileprivate var judged: MapPerson? { if case .stance(let person, _) = self { person } else { nil } }
}
