import Domain
import Foundation
import Store

/// The demo desk: believable clients in pharma and trade. It is the same for the same seed, day and language.
package struct World: Sendable {
    package var clients: Int
    package var years: Int
    /// How many people an average client has. The named clients have a fixed number.
    package var people: Int
    package var seed: UInt64
    package var tongue: Tongue
    /// The world's present day: what is late is late on this day.
    package var today: Day

    /// `language` is "ru"; any other value means English. There are always at least the named clients.
    package init(
        clients: Int, years: Int, people: Int = 3, seed: UInt64, language: String,
        today: Day = Moment.current().day(in: TimeZone.current.identifier)
    ) {
        self.clients = max(clients, NamedClient.all.count)
        self.years = max(years, 1)
        self.people = max(people, 1)
        self.seed = seed
        tongue = language.hasPrefix("ru") ? .russian : .english
        self.today = today
    }

    static let ownerName = Text("Anna Orlova", "Орлова Анна Дмитриевна")
    /// The name of the desk's owner in a language.
    package static func owner(language: String) -> String { ownerName(language.hasPrefix("ru") ? .russian : .english) }

    static let colleagues: [(name: Text, role: Role)] = [
        (Text("Marta Weiss", "Вайс Марта Генриховна"), .kam), (Text("Pavel Sedov", "Седов Павел Олегович"), .kam),
        (Text("Igor Belkin", "Белкин Игорь Львович"), .head), (Text("Olga Zimina", "Зимина Ольга Юрьевна"), .support),
        (Text("Roman Lisin", "Лисин Роман Игоревич"), .kam), (Text("Daria Gorina", "Горина Дарья Петровна"), .kam),
        (Text("Timur Akhmedov", "Ахмедов Тимур Рашидович"), .kam),
    ]

    /// What keeps a KAM behind the plan of the present quarter.
    enum Trouble {
        /// Discounts.
        case price
        /// Every client buys less.
        case volume
        /// The clients buy what earns least.
        case mix
        /// The two largest clients have left.
        case lost
        /// The plan counts on new clients, and none came.
        case won
    }

    /// Each of them has another trouble.
    static let troubles: [User.ID: Trouble] = [
        User.ID(2): .mix, User.ID(3): .lost, User.ID(6): .price, User.ID(7): .volume, User.ID(8): .won,
    ]

    /// Who holds a client that has no name of its own: the owner every fourth, Pavel those who left, the others the rest in turn.
    static func kam(ofClient place: Int, _ status: ClientStatus) -> User.ID {
        if place % 4 == 0 { return Desk.owner }
        return status == .lost || status == .dormant
            ? User.ID(3) : [2, 3, 6, 7, 8].map(User.ID.init)[place * 3 / 4 % 5]
    }

    /// The first day of the present quarter.
    var quarter: Day { today.lastFullQuarter.upperBound + 1 }

    /// How many days its history has, from the first day to today.
    var length: Int { years * 365 + 1 }
    var start: Day { today - (length - 1) }

    /// The moment of an act on a day: in working hours, with later acts at later times.
    func moment(_ day: Day, _ sequence: Int) -> Moment {
        Moment(milliseconds: Int64(day.number) * 86_400_000 + Int64(6 * 3600 + sequence % 28_800) * 1000)
    }

    /// The day, or the Friday before if it is a weekend.
    func workday(_ day: Day) -> Day {
        switch day.weekday {
        case .saturday: max(start, day - 1)
        case .sunday: max(start, day - 2)
        default: day
        }
    }

    /// An amount in roubles; in an English world, as many euro cents.
    func money(_ roubles: Int) -> Money { Money(Int64(tongue == .russian ? roubles * 100 : roubles)) }

    /// Fills a new desk with the world.
    package func write(into desk: Desk, progress: (_ done: Int, _ of: Int) -> Void) throws {
        try desk.write(at: moment(start, 0), on: start) { write in
            let colleagues = try World.colleagues.map { name, role in
                let department = role == .kam ? Text("South", "Юг")(tongue) : nil
                return try write.addColleague(UserDraft(name: name(tongue), role: role, department: department))
            }
            let owner = try write.read.colleague(Desk.owner).0
            try write.changeColleague(
                Desk.owner, from: nil,
                UserDraft(
                    name: owner.name, role: owner.role, department: Text("Key clients", "Ключевые клиенты")(tongue),
                    administers: owner.administers))
            // She came last and has a department of her own.
            try write.addColleague(
                UserDraft(
                    name: Text("Vera Klein", "Кляйн Вера Андреевна")(tongue), role: .kam,
                    department: Text("Chains", "Сети")(tongue)))
            try write.orderAbsence(
                AbsenceDraft(
                    number: "14-k", user: colleagues[0], deputy: colleagues[1], from: today + 7, to: today + 20))
        }
        var population = Population(self)
        try desk.fill(on: today) { filling in
            let products = try Goods.all.enumerated().map {
                try filling.addProduct($0.element.draft(key: "P-\($0.offset + 1)", self))
            }
            for place in 0..<clients {
                try population.found(filling)
                if place % 1000 == 0 { progress(100 * place / clients, 1000) }
            }
            var contacts = Contacts(self, with: population)
            var commerce = Commerce(self, with: population, products)
            for place in 0..<length {
                try contacts.happen(on: start + place, in: population, filling)
                try commerce.happen(on: start + place, in: population, filling)
                progress(100 + 500 * place / length, 1000)
            }
        } finishing: { done, count in
            progress(600 + 400 * done / count, 1000)
        }
        try Story(self, in: population).write(into: desk)
    }
}
