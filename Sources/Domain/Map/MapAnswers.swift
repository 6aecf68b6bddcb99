/// What a map answers in words, about the people and ties that it draws.
package struct MapAnswers: Sendable, Encodable {
    /// Who sways the decision, the largest share first; at most twelve.
    package var sways: [Sway]
    /// Circles of three or more people, the largest first.
    package var circles: [[Named<Person>]]
    /// The best introduction to the chosen person; nil if nobody was chosen or no chain leads there.
    package var introduction: Chain?
    /// The viewer's own best introduction, if the best of all begins with a colleague.
    package var ownIntroduction: Chain?
    /// The people whom only one colleague knows, by colleague.
    package var knownByOne: [KnownByOne]

    package struct Sway: Sendable, Encodable {
        package var person: Named<Person>
        package var side: MapSide
        /// The share of the whole, in per cent.
        package var percent: Int
        /// The people who give them the most, at most three, with the kinds of ties.
        package var through: [Giver]
        package var kinds: [KindCount]

        package struct Giver: Sendable, Encodable {
            package var person: Named<Person>
            package var kinds: [TieKind]
        }

        /// How many people give along a kind of tie.
        package struct KindCount: Sendable, Encodable {
            package var kind: TieKind
            package var people: Int
        }
    }

    package struct Chain: Sendable, Encodable {
        /// The colleague to ask.
        package var user: Named<User>
        package var people: [Named<Person>]
        /// The ties between neighbouring people.
        package var ties: [MapTie]
        /// True for each tie that is a conflict of interest.
        package var isPersonal: [Bool]
        /// In per cent of a certain introduction.
        package var percent: Int
        /// The index of the tie that counts least; nil if there are no ties.
        package var weakest: Int?
    }

    package struct KnownByOne: Sendable, Encodable {
        package var user: Named<User>
        package var people: [Named<Person>]
    }

    /// `me` is the viewer. Ties of family and friends do not lead to people who decide a tender.
    package init(
        _ people: [MapPerson], _ ties: [MapTie], _ closeness: [Closeness], to target: Person.ID?, decidesTender: Bool,
        me: User.ID
    ) {
        let places = Dictionary(uniqueKeysWithValues: people.enumerated().map { ($1.id, $0) })
        let names = people.map { Named<Person>(id: $0.id, name: $0.name) }
        let links = ties.map {
            InfluenceTie(
                a: places[$0.from]!, b: places[$0.to]!, kind: $0.kind, strength: $0.strength,
                isPositive: $0.isPositive, certainty: $0.certainty)
        }
        sways =
            ties.isEmpty
            ? []
            : InfluenceRanking(powers: people.map(\.power), ties: links).sways.prefix(12).map { sway in
                Sway(
                    person: names[sway.person], side: people[sway.person].side,
                    percent: Int((sway.share * 100).rounded()),
                    through: sway.givers.map { Sway.Giver(person: names[$0.person], kinds: $0.kinds) },
                    kinds: sway.kinds.map { Sway.KindCount(kind: $0.kind, people: $0.people) })
            }
        circles = Circles(count: people.count, ties: links).members.filter { $0.count > 2 }.map { $0.map { names[$0] } }
            .sorted { $0.count > $1.count }
        let users = Dictionary(closeness.map { ($0.user.id, $0.user) }) { first, _ in first }
        let way = target.flatMap { places[$0] }.flatMap { target in
            Introduction(
                to: target, count: people.count, ties: links,
                starts: closeness.map {
                    Introduction.Start(user: Int($0.user.id.number), person: places[$0.person]!, step: $0.step)
                }, me: Int(me.number), forbidsPersonal: decidesTender)
        }
        func named(_ chain: Introduction.Chain) -> Chain {
            Chain(
                user: users[User.ID(Int64(chain.user))]!, people: chain.people.map { names[$0] },
                ties: chain.ties.map { ties[$0] }, isPersonal: chain.isPersonal,
                percent: Int((chain.product * 100).rounded()), weakest: chain.weakest)
        }
        introduction = way.map { named($0.best) }
        ownIntroduction = way?.mine.map(named)
        let knows = Dictionary(grouping: closeness.filter { $0.step > .none }, by: \.person).filter {
            $0.value.count == 1
        }
        knownByOne = Dictionary(grouping: knows.values.map { $0[0] }) { $0.user.id }.sorted { $0.key < $1.key }.map {
            KnownByOne(user: $1[0].user, people: $1.map(\.person).sorted().map { names[places[$0]!] })
        }
    }
}
