import Domain
import Testing

@testable import Store

/// Two departments, a KAM in each, and whoever may look on; every client has a dossier whose words are its own.
final class SightDesk {
    let temporary = try! TemporaryDesk()
    var users: [String: User.ID] = [:]
    var clients: [String: Client.ID] = [:]
    var people: [String: Person.ID] = [:]

    static let today = TemporaryDesk.today
    /// Each holds the client of their letter: a and b in one department, c in another; n has nobody, s is a's secret.
    static let holders = ["a": "anna", "b": "boris", "c": "clara", "n": nil, "s": "anna"]

    init() throws {
        try temporary.write { write in
            for (name, role, department, administers) in [
                ("anna", .kam, "north", false), ("boris", .kam, "north", false), ("clara", .kam, "south", false),
                ("head", .head, "north", false), ("over", .head, nil, false), ("director", .director, nil, false),
                ("support", .support, nil, false), ("reader", .reader, nil, false),
                ("reader-n", .reader, "north", false),
                ("admin", .administrator, nil, false), ("deputy", .kam, "south", false), ("lead", .kam, "south", true),
            ] as [(String, Role, String?, Bool)] {
                users[name] = try write.addColleague(
                    UserDraft(name: name, role: role, department: department, administers: administers))
            }
            let product = try write.addProduct(ProductDraft(name: "Gloves"))
            for (letter, holder) in SightDesk.holders.sorted(by: { $0.key < $1.key }) {
                let client = try write.addClient(
                    ClientDraft(
                        key: "key\(letter)", name: "Client \(letter)", kind: .hospital,
                        note: "clientnote\(letter)", isConfidential: letter == "s"), kam: holder.flatMap { users[$0] })
                clients[letter] = client
                let person = try write.addPerson(
                    PersonDraft(
                        name: "Person \(letter)", isVip: true, phone: "phone\(letter)",
                        birthday: TemporaryDesk.today + 3, note: "personnote\(letter)"))
                people[letter] = person
                try write.addPost(PostDraft(title: "Chief \(letter)", role: .decider), person: person, client: client)
                try write.logInteraction(
                    SightDesk.contact(client, "topic\(letter)", note: "said\(letter)", people: [person]),
                    agreed: [MatterDraft(side: .ours, text: "promise\(letter)", due: TemporaryDesk.today, person: nil)])
                try write.logInteraction(
                    SightDesk.contact(client, "whisper\(letter)", isConfidential: true))
                try write.prepareBrief(BriefDraft(aim: "aim\(letter)"), of: client, from: nil)
                try write.addOrder(
                    OrderDraft(
                        number: "order\(letter)", client: client, day: TemporaryDesk.today - 40,
                        shippedOn: TemporaryDesk.today - 40, status: .shipped, note: "ordernote\(letter)"),
                    lines: [
                        OrderLineDraft(
                            product: product,
                            worth: Worth(
                                quantity: Quantity(thousandths: 1000), price: Money(777_00),
                                discount: Discount(hundredths: 0), cost: nil))
                    ])
                try write.addInvoice(
                    InvoiceDraft(
                        number: "invoice\(letter)", day: TemporaryDesk.today - 40, due: TemporaryDesk.today - 10,
                        amount: Money(777_00)), of: client)
            }
            try write.orderAbsence(
                AbsenceDraft(
                    number: "1", user: users["anna"]!, deputy: users["deputy"]!, from: SightDesk.today,
                    to: SightDesk.today + 5))
        }
    }

    static func contact(
        _ client: Client.ID, _ topic: String, note: String? = nil, isConfidential: Bool = false,
        people: [Person.ID] = []
    ) -> InteractionDraft {
        InteractionDraft(
            client: client, kind: .call, day: today, topic: topic, note: note, mood: nil,
            isConfidential: isConfidential,
            people: people)
    }

    func read<T>(_ who: String, on day: Day = SightDesk.today, _ body: (ReadTransaction) throws -> T) throws -> T {
        try temporary.desk.read(as: .user(users[who]!), on: { _ in day }, body)
    }
}

@Suite struct SightTests {
    /// Which of the clients a, b, c, n and s each of us sees whole.
    static let whole: [(who: String, clients: String)] = [
        ("anna", "as"), ("boris", "b"), ("clara", "c"), ("head", "abns"), ("over", "abcns"), ("director", "abcns"),
        ("support", "abcn"), ("reader", "abcn"), ("reader-n", "abn"), ("admin", ""), ("deputy", "as"), ("lead", ""),
    ]

    @Test(arguments: whole.map(\.who))
    func `each user sees their own clients whole, and only the names of the others`(who: String) throws {
        let desk = try SightDesk()
        let expected = SightTests.whole.first { $0.who == who }!.clients
        try desk.read(who) { read in
            let seen = try desk.clients.filter { try read.sees($0.value) }.keys.sorted().joined()
            #expect(seen == expected)
            let list = try read.clientList(ClientListQuery(), on: SightDesk.today)
            #expect(list.rows.map(\.name) == ["Client a", "Client b", "Client c", "Client n", "Client s"])
            #expect(
                Set(list.rows.filter { $0.status != nil }.map { String($0.name.last!) })
                    == Set(expected.map { String($0) }))
            for (letter, client) in desk.clients {
                let named = try read.namedClientSheet(client, on: SightDesk.today)
                #expect(named.client.name == "Client \(letter)")
                if !expected.contains(letter) {
                    #expect(throws: Refusal.notFound) { try read.clientSheet(client, on: SightDesk.today) }
                    #expect(throws: Refusal.notFound) { try read.clientMatters(client) }
                    #expect(throws: Refusal.notFound) { try read.clientHistory(client) }
                }
            }
        }
    }

    @Test func `a deputy sees the absent colleague's clients from the first day of the absence to the last`() throws {
        let desk = try SightDesk()
        for (day, sees) in [(-1, false), (0, true), (5, true), (6, false)] {
            let seen = try desk.read("deputy", on: SightDesk.today + day) { try $0.sees(desk.clients["a"]!) }
            #expect(seen == sees, "\(day)")
        }
    }

    @Test func `a deputy's act is recorded as done for the absent colleague`() throws {
        let desk = try SightDesk()
        let client = try #require(desk.clients["a"])
        _ = try desk.temporary.desk.write(
            as: .user(desk.users["deputy"]!), at: TemporaryDesk.noon, on: SightDesk.today
        ) {
            try $0.logInteraction(
                SightDesk.contact(client, "stood in"))
        }
        let line = try desk.read("director") { try $0.clientHistory(client) }.changes[0]
        #expect(line.by == "deputy" && line.forWhom == "anna")
        #expect(try Desk.check(path: desk.temporary.path) == [])
    }

    @Test func `a user may not change what they do not see`() throws {
        let desk = try SightDesk()
        let (client, person) = (try #require(desk.clients["b"]), try #require(desk.people["b"]))
        let acts: [(String, (WriteTransaction) throws -> Void)] = [
            (
                "client",
                { _ = try $0.changeClient(client, from: nil, ClientDraft(name: "X", kind: .other)) }
            ),
            (
                "handover",
                { try $0.handOver(client, HandoverDraft(user: desk.users["anna"]!, from: SightDesk.today + 1)) }
            ),
            ("deletion", { try $0.deleteClient(client, from: 1) }),
            (
                "contact",
                {
                    try $0.logInteraction(
                        SightDesk.contact(client, "t"))
                }
            ),
            (
                "matter",
                {
                    _ = try $0.changeMatter(
                        Matter.ID(2), from: nil, MatterDraft(side: .ours, text: "t", due: nil, person: nil))
                }
            ),
            ("done", { try $0.setDone(Matter.ID(2), true) }),
            ("person", { _ = try $0.changePerson(person, from: nil, PersonDraft(name: "t")) }),
            (
                "a person of others at one's own client",
                { _ = try $0.addPost(PostDraft(title: nil), person: person, client: desk.clients["a"]!) }
            ),
            ("order", { _ = try $0.addOrder(OrderDraft(client: client, day: SightDesk.today, status: .draft)) }),
            ("brief", { try $0.prepareBrief(BriefDraft(aim: "t"), of: client, from: nil) }),
        ]
        for (name, act) in acts {
            #expect(throws: Refusal.notFound, "\(name)") {
                try desk.temporary.desk.write(
                    as: .user(desk.users["anna"]!), at: TemporaryDesk.noon, on: SightDesk.today, act)
            }
        }
        #expect(try Desk.check(path: desk.temporary.path) == [])
    }

    @Test func `a user may not give a deputy more rights than they have themselves`() throws {
        let desk = try SightDesk()
        func order(_ who: String, absent: String) throws {
            try desk.temporary.desk.write(as: .user(desk.users[who]!), at: TemporaryDesk.noon, on: SightDesk.today) {
                try $0.orderAbsence(
                    AbsenceDraft(
                        number: "2", user: desk.users[absent]!, deputy: desk.users["lead"]!, from: SightDesk.today,
                        to: SightDesk.today))
            }
        }
        try order("head", absent: "boris")
        try order("director", absent: "clara")
        for absent in ["clara", "director", "over", "support"] {
            #expect(throws: Refusal.invalid(Problems(["user": .notOfDepartment])), "\(absent)") {
                try order("head", absent: absent)
            }
        }
        for who in ["anna", "lead", "admin"] {
            #expect(throws: Refusal.self, "\(who)") { try order(who, absent: "boris") }
        }
    }

    @Test func `a user may take back their own act, and others may not`() throws {
        let desk = try SightDesk()
        let (client, store) = (try #require(desk.clients["a"]), desk.temporary.desk)
        func act(_ who: String, after hours: Int64, _ body: (WriteTransaction) throws -> Void) throws {
            let moment = Moment(milliseconds: TemporaryDesk.noon.milliseconds + hours * 3_600_000 + 1000)
            try store.write(as: .user(desk.users[who]!), at: moment, on: SightDesk.today, body)
        }
        func last() throws -> Change.ID { try #require(try desk.read("director") { try $0.lastChange() }) }
        // Handed over from today on, the client is the other's at once.
        try act("anna", after: 1) {
            try $0.handOver(client, HandoverDraft(user: desk.users["clara"]!, from: SightDesk.today + 1))
        }
        let handover = try last()
        #expect(throws: Refusal.notFound) { try act("boris", after: 1) { try $0.takeBack(handover) } }
        try act("anna", after: 1) { try $0.takeBack(handover) }
        try act("anna", after: 2) { try $0.deleteClient(client, from: 1) }
        let deletion = try last()
        for who in ["boris", "clara"] {
            #expect(throws: Refusal.notFound, "\(who)") { try act(who, after: 2) { try $0.takeBack(deletion) } }
        }
        #expect(throws: Refusal.notAllowed) { try act("deputy", after: 2) { try $0.takeBack(deletion) } }
        try act("anna", after: 2) { try $0.takeBack(deletion) }
        #expect(try Desk.check(path: desk.temporary.path) == [])
    }

    @Test func `a KAM may add a client and hand over a client of their own`() throws {
        let desk = try SightDesk()
        let anna = Caller.user(desk.users["anna"]!)
        let client = try desk.temporary.desk.write(as: anna, at: TemporaryDesk.noon, on: SightDesk.today) { write in
            let id = try write.addClient(
                ClientDraft(name: "New", kind: .hospital), kam: desk.users["anna"])
            try write.handOver(desk.clients["a"]!, HandoverDraft(user: desk.users["boris"]!, from: SightDesk.today + 1))
            return id
        }
        let hers = try desk.read("anna") { try $0.sees(client) }
        let his = try desk.read("boris", on: SightDesk.today + 1) { try $0.sees(desk.clients["a"]!) }
        #expect(hers && his)
    }
}
