import Domain
import Foundation
import Store

/// Writes the records of a `TeamDesk`.
struct TeamRecords {
    let desk: Desk
    private(set) var users: [String: User.ID] = [:]
    private(set) var numbers: [String: [String: Int64]] = [:]
    private(set) var product = Product.ID(0)

    init(_ desk: Desk) { self.desk = desk }

    /// Does an act as one of us, nil as the program.
    @discardableResult
    func act<T>(_ who: String? = nil, on day: Day = TeamDesk.today, _ body: (WriteTransaction) throws -> T) throws -> T
    {
        try desk.write(as: who.map { .user(users[$0]!) } ?? .program, at: TeamDesk.noon, on: day, body)
    }

    mutating func keep(_ kind: String, _ letter: String, _ number: Int64) {
        numbers[kind, default: [:]][letter] = number
    }

    mutating func hire() throws {
        for (name, role, department, administers) in [
            ("anna", .kam, "north", false), ("boris", .kam, "north", false), ("clara", .kam, "south", false),
            ("head", .head, "north", false), ("over", .head, nil, false), ("director", .director, nil, false),
            ("support", .support, nil, false), ("reader", .reader, nil, false), ("admin", .administrator, nil, true),
            ("deputy", .kam, "south", false),
            ("former", .kam, "south", false), ("lead", .kam, "south", true), ("left", .director, nil, true),
        ] as [(String, Role, String?, Bool)] {
            users[name] = try act {
                try $0.addColleague(
                    UserDraft(name: name, role: role, department: department, administers: administers))
            }
            keep("colleagues", name, users[name]!.number)
        }
        try act { write in
            try write.setOpen(false)
            for user in users.values { try write.setPassword(TeamDesk.hash, of: user) }
            try write.changeColleague(
                users["left"]!, from: nil,
                UserDraft(name: "left", role: .director, administers: true, isActive: false))
            try write.orderAbsence(
                AbsenceDraft(
                    number: "12-k", user: users["anna"]!, deputy: users["deputy"]!, from: TeamDesk.today,
                    to: TeamDesk.today + 5))
        }
        try act {
            try $0.orderAbsence(
                AbsenceDraft(
                    number: "11-k", user: users["anna"]!, deputy: users["former"]!, from: TeamDesk.today - 9,
                    to: TeamDesk.today - 1))
        }
        keep("history", "-t", try desk.read { try $0.lastChange() }!.number)
        for kind in ["absences", "imports", "products"] { keep(kind, "-", 1) }
        keep("colleagues", "-", users["clara"]!.number)
        product = try act { try $0.addProduct(ProductDraft(name: "Gloves", group: "Group")) }
        try importProduct()
    }

    private mutating func importProduct() throws {
        let path = URL(fileURLWithPath: desk.path).deletingLastPathComponent().appendingPathComponent("in.csv").path
        try Data("key,name\nnew,Imported\n".utf8).write(to: URL(fileURLWithPath: path))
        _ = try desk.importFile(
            .products, path: path, name: Room.team.word("n", "file") + ".csv", ImportOptions(map: ""),
            at: TeamDesk.noon
        ) { _, _ in }
        try FileManager.default.removeItem(atPath: path)
    }

    /// A client with everything that the desk can know of one.
    mutating func write(_ letter: String) throws {
        let holder = TeamDesk.holders[letter].flatMap { users[$0] }
        func word(_ room: Room, _ field: String) -> String { room.word(letter, field) }
        func draft(_ note: String) -> ClientDraft {
            let k = { Room.client.word(letter, $0) }
            return ClientDraft(
                key: k("key"), name: "Client \(letter)", shortName: k("short"), kind: .hospital, inn: k("inn"),
                kpp: k("kpp"), ogrn: k("ogrn"), vat: k("vat"), address: k("address"), city: "City",
                country: k("country"), territory: k("territory"), segment: k("segment"),
                lostReason: k("lost"), phone: k("phone"), email: k("email"), web: k("web"), note: k(note),
                isConfidential: letter == "s")
        }
        let client = try act(on: TeamDesk.today - 60) {
            try $0.addClient(draft("oldnote"), kam: holder == nil ? nil : Desk.owner)
        }
        keep("clients", letter, client.number)
        // What is written first stands last in the history, and its first page shows only the latest.
        try writeTender(letter)
        try act { _ = try $0.changeClient(client, from: nil, draft("note")) }
        if let holder {
            try act { write in
                var handover = HandoverDraft(user: holder, from: TeamDesk.today)
                handover.note = word(.dossier, "handover")
                try write.handOver(client, handover)
            }
        }
        try writePeople(letter, client)
        try writeMoney(letter, client)
    }

    private mutating func writePeople(_ letter: String, _ client: Client.ID) throws {
        func word(_ room: Room, _ field: String) -> String { room.word(letter, field) }
        let place = TeamDesk.letters.firstIndex(of: letter)!
        func draft(_ note: String) -> PersonDraft {
            PersonDraft(
                key: word(.dossier, "personkey"), name: "Person \(letter)", isVip: true,
                phone: word(.dossier, "personphone"), email: word(.dossier, "personemail"),
                birthday: Day("19\(41 + place)-03-0\(4 + place)")!, note: word(.personal, note))
        }
        let person = try act { try $0.addPerson(draft("oldpersonnote")) }
        try act { _ = try $0.changePerson(person, from: nil, draft("personnote")) }
        keep("people", letter, person.number)
        let post = try act {
            try $0.addPost(PostDraft(title: "Chief", role: .gatekeeper), person: person, client: client)
        }
        keep("posts", letter, post.number)
        let matter = MatterDraft(
            side: .ours, text: word(.dossier, "agreed"), due: TeamDesk.today, person: person)
        let interaction = try act {
            try $0.logInteraction(
                contact(client, word(.dossier, "oldtopic"), word(.dossier, "oldsaid"), [person]), agreed: [matter])
        }
        try act {
            _ = try $0.changeInteraction(
                interaction, from: nil,
                contact(
                    client, word(.dossier, "topic"), word(.dossier, "said"), [person],
                    lawful: word(.dossier, "lawful")))
        }
        keep("interactions", letter, interaction.number)
        let secret = try act {
            try $0.logInteraction(
                contact(
                    client, word(.personal, "whisper"), word(.personal, "whispered"), [person], isConfidential: true),
                agreed: [MatterDraft(side: .ours, text: word(.personal, "pact"), due: TeamDesk.today, person: person)])
        }
        keep("interactions", letter + "!", secret.number)
        let number = try act {
            try $0.addMatter(
                MatterDraft(side: .theirs, text: word(.dossier, "oldpromise"), due: TeamDesk.today, person: person),
                client: client)
        }
        try act {
            _ = try $0.changeMatter(
                number, from: nil,
                MatterDraft(side: .theirs, text: word(.dossier, "promise"), due: TeamDesk.today, person: person))
        }
        keep("matters", letter, number.number)
        let gone = try act { try $0.logInteraction(contact(client, word(.dossier, "gonetopic"), nil, [])) }
        try act { try $0.deleteInteraction(gone, from: nil) }
        let objections = (1...BriefDraft.objections).map {
            Objection(text: word(.dossier, "objection\($0)"), answer: word(.dossier, "answer\($0)"))
        }
        try act {
            try $0.prepareBrief(
                BriefDraft(
                    place: word(.dossier, "place"), aim: word(.dossier, "aim"), people: [person],
                    objections: objections), of: client, from: nil)
        }
    }

    func contact(
        _ client: Client.ID?, _ topic: String, _ note: String?, _ people: [Person.ID], isConfidential: Bool = false,
        lawful: String? = nil, on day: Day = TeamDesk.today - 3
    ) -> InteractionDraft {
        InteractionDraft(
            client: client, kind: .call, day: day, topic: topic, note: note, mood: nil,
            isConfidential: isConfidential, lawfulSubject: lawful, people: people)
    }

    mutating func writeMoney(_ letter: String, _ client: Client.ID) throws {
        func word(_ field: String) -> String { Room.money.word(letter, field) }
        let sold = TeamDesk.today - 40
        let worth = Worth(
            quantity: Quantity(thousandths: 3000), price: Money(777_00), discount: Discount(hundredths: 0), cost: nil)
        let one = Worth(
            quantity: Quantity(thousandths: 1000), price: Money(777_00), discount: Discount(hundredths: 0), cost: nil)
        let order = try act {
            try $0.addOrder(
                OrderDraft(
                    number: word("order"), client: client, day: sold, shippedOn: sold, status: .shipped,
                    note: word("ordernote")), lines: [OrderLineDraft(product: product, worth: worth)])
        }
        keep("orders", letter, order.number)
        // Each client has one line, and the clients come one after the other.
        keep("lines", letter, Int64(TeamDesk.letters.firstIndex(of: letter)! + 1))
        try act {
            _ = try $0.addOrder(
                OrderDraft(number: word("refused"), client: client, day: sold, status: .refused, reason: word("reason"))
            )
        }
        keep(
            "returns", letter,
            try act {
                try $0.addReturn(
                    GoodsReturnDraft(day: sold + 2, worth: one, reason: word("back"), note: word("backnote")),
                    of: OrderLine.ID(numbers["lines"]![letter]!))
            }.number)
        let invoice = try act {
            try $0.addInvoice(
                InvoiceDraft(
                    number: word("invoice"), order: order, day: sold, due: sold + 30, amount: Money(777_00),
                    note: word("invoicenote")), of: client)
        }
        keep("invoices", letter, invoice.number)
        let payment = try act {
            try $0.addPayment(
                PaymentDraft(
                    number: word("payment"), day: sold + 3, amount: Money(111_00), note: word("paymentnote")),
                of: client)
        }
        keep("payments", letter, payment.number)
        try act { try $0.allocateOldestFirst(payment) }
        let gone = try act {
            try $0.addPayment(PaymentDraft(number: word("gone"), day: sold, amount: Money(1)), of: client)
        }
        try act { try $0.deletePayment(gone, from: nil) }
    }

    /// Somebody who holds a post at a and at c, and what was said to them apart from both.
    mutating func share() throws {
        let shared = try act { try $0.addPerson(PersonDraft(name: "Shared")) }
        for letter in ["a", "c"] {
            try act {
                try $0.addPost(
                    PostDraft(title: "Both"), person: shared, client: Client.ID(numbers["clients"]![letter]!))
            }
        }
        let apart = try act("clara") { write in
            try write.logInteraction(
                contact(
                    Client.ID(numbers["clients"]!["c"]!), Room.dossier.word("c", "sharedtopic"),
                    Room.dossier.word("c", "sharednote"), [shared]))
            return try write.logInteraction(
                contact(nil, Room.dossier.word("c", "apart"), Room.dossier.word("c", "apartnote"), [shared]),
                agreed: [
                    MatterDraft(
                        side: .ours, text: Room.dossier.word("c", "apartmatter"), due: TeamDesk.today, person: shared)
                ])
        }
        keep("people", "shared", shared.number)
        try writeProfiles(shared)
        keep("interactions", "apart", apart.number)
        keep("account", "-", 999)
        try writeEvents()
        try finishTenders()
        try keepHistory()
    }

    /// The first line of history of each client's order or interaction is what `/history/ID` is asked for.
    private mutating func keepHistory() throws {
        try desk.read { read in
            for letter in TeamDesk.letters {
                let client = Client.ID(numbers["clients"]![letter]!)
                let lines = try read.clientHistory(client).changes
                if let line = lines.first(where: { $0.subject == .matter && $0.act == .changed }) {
                    keep("history", letter, line.id.number)
                }
                if let line = lines.first(where: { $0.subject == .invoice }) {
                    keep("history", letter + "$", line.id.number)
                }
            }
            let shared = Person.ID(numbers["people"]!["shared"]!)
            if let line = try read.personHistory(shared).changes.first(where: { $0.subject == .ladderMove }) {
                keep("history", "c*", line.id.number)
            }
        }
    }
}
