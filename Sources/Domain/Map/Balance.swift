/// A colleague's judgement of a person at a client on a day, as the balance uses it.
package struct Judgement: Sendable, Equatable {
    package var person: Person.ID
    package var client: Client.ID
    package var day: Day
    /// 0 to 5; nil if this judgement does not say, so that an earlier one still counts.
    package var power: Int?
    /// -2 to 2; nil if this judgement does not say.
    package var stance: Int?

    package init(person: Person.ID, client: Client.ID, day: Day, power: Int?, stance: Int?) {
        self.person = person
        self.client = client
        self.day = day
        self.power = power
        self.stance = stance
    }
}

/// The period in which a person holds a post at a client; a nil end is open.
package struct PostSpan: Sendable, Equatable {
    package var person: Person.ID
    package var client: Client.ID
    package var from: Day?
    package var to: Day?

    package init(person: Person.ID, client: Client.ID, from: Day?, to: Day?) {
        self.person = person
        self.client = client
        self.from = from
        self.to = to
    }
}

/// The balance of power on a day, at one or several clients: the sum of power times stance over the people there, with the range that
/// unknown values allow. A person at two clients counts at each.
package struct Balance: Sendable, Equatable, Encodable {
    package var day: Day
    /// The lowest and the highest possible value, whatever the unknown values are.
    package var low: Int
    package var high: Int
    /// The value from what is known; see `weight`.
    package var middle: Int

    package init(day: Day, low: Int, middle: Int, high: Int) {
        self.day = day
        self.low = low
        self.middle = middle
        self.high = high
    }
}

extension Balance {
    /// What a person adds to the balance. An unknown stance counts as 0, an unknown power as 1.
    package static func weight(power: Int?, stance: Int?) -> Int { (power ?? 1) * (stance ?? 0) }

    /// The curve between two days: a point on the first day, on each day with a change, and on the last day. Of judgements of one day, the
    /// last in the list counts.
    package static func curve(_ judgements: [Judgement], _ spans: [PostSpan], from first: Day, to last: Day)
        -> [Balance]
    {
        guard first <= last else { return [] }
        var events: [Turn] = judgements.enumerated().map {
            Turn(day: $1.day, place: $0, kind: .judged($1))
        }
        for (place, span) in spans.enumerated() {
            let seat = Seat(person: span.person, client: span.client)
            events.append(Turn(day: span.from ?? .distant, place: place, kind: .came(seat)))
            if let to = span.to { events.append(Turn(day: to + 1, place: place, kind: .left(seat))) }
        }
        events.sort { ($0.day, $0.place) < ($1.day, $1.place) }
        var (seats, sum) = ([Seat: Weight](), Width())
        var (curve, next) = ([Balance](), 0)
        var day = first
        while day <= last {
            var hasChanged = false
            while next < events.count, events[next].day <= day {
                let event = events[next]
                var weight = seats[event.seat, default: Weight()]
                sum -= weight.width
                event.apply(to: &weight)
                sum += weight.width
                seats[event.seat] = weight
                (next, hasChanged) = (next + 1, true)
            }
            let point = Balance(day: day, low: sum.low, middle: sum.middle, high: sum.high)
            if day == first || day == last || hasChanged { curve.append(point) }
            guard day < last else { break }
            day = next < events.count ? min(events[next].day, last) : last
        }
        return curve
    }
}

/// A person at a client. A person with posts at two clients counts at each by the judgements made there.
private struct Seat: Hashable {
    let person: Person.ID
    let client: Client.ID
}

private struct Turn {
    enum Kind {
        case came(Seat)
        case left(Seat)
        case judged(Judgement)
    }

    let day: Day
    let place: Int
    let kind: Kind

    var seat: Seat {
        switch kind {
        case .came(let seat), .left(let seat): seat
        case .judged(let judgement): Seat(person: judgement.person, client: judgement.client)
        }
    }

    func apply(to weight: inout Weight) {
        switch kind {
        case .came: weight.posts += 1
        case .left: weight.posts -= 1
        case .judged(let judgement):
            weight.power = judgement.power ?? weight.power
            weight.stance = judgement.stance ?? weight.stance
        }
    }
}

private struct Weight {
    var posts = 0
    var power: Int?
    var stance: Int?

    var width: Width {
        guard posts > 0 else { return Width() }
        let (weakest, strongest) = (power ?? 0, power ?? 5)
        let (least, most) = (stance ?? -2, stance ?? 2)
        let ends = [weakest * least, weakest * most, strongest * least, strongest * most]
        return Width(low: ends.min()!, middle: Balance.weight(power: power, stance: stance), high: ends.max()!)
    }
}

private struct Width {
    var low = 0
    var middle = 0
    var high = 0

    static func += (a: inout Width, b: Width) {
        a = Width(low: a.low + b.low, middle: a.middle + b.middle, high: a.high + b.high)
    }
    static func -= (a: inout Width, b: Width) {
        a = Width(low: a.low - b.low, middle: a.middle - b.middle, high: a.high - b.high)
    }
}

extension Day {
    /// A day before all that anybody noted.
    fileprivate static let distant = Day(year: 1, month: 1, day: 1)!
}
