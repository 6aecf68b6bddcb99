import Domain
import Store

/// More of what is known of a client, which changes every sum, count and date that it goes into.
extension TeamRecords {
    func add(to letter: String, _ rooms: [Room]) throws {
        let client = Client.ID(numbers["clients"]![letter]!)
        let person = Person.ID(numbers["people"]![letter]!)
        for room in rooms {
            switch room {
            case .client:
                try act { write in
                    var draft = try write.read.client(client).draft
                    draft.lostReason = nil
                    (draft.note, draft.territory, draft.segment) = ("other", "other", "other")
                    try write.changeClient(client, from: nil, draft)
                }
            case .dossier:
                try addTalk(client, person, letter)
                try addProfile(client, person, letter)
                try addTender(client, letter)
            case .money:
                try addMoney(client, letter)
                try addSecurity(letter)
            case .personal:
                try addPersonalFact(person, letter)
                try addToProjects(client, person, letter)
                try act { write in
                    try write.logInteraction(
                        contact(client, "hush", "hush", [person], isConfidential: true, on: TeamDesk.today - 1),
                        agreed: [matter(person, due: TeamDesk.today - 2)])
                    var draft = try write.read.person(person).draft
                    (draft.note, draft.birthday) = ("other", Day("1960-03-09").map(Birthday.init))
                    try write.changePerson(person, from: nil, draft)
                }
            case .team: break
            }
        }
    }

    private func matter(_ person: Person.ID, due: Day) -> MatterDraft {
        MatterDraft(side: .ours, text: "more", due: due, person: person)
    }

    private func addTalk(_ client: Client.ID, _ person: Person.ID, _ letter: String) throws {
        try act { write in
            try write.logInteraction(
                contact(client, "more", "more", [person], on: TeamDesk.today - 1),
                agreed: [matter(person, due: TeamDesk.today - 1), matter(person, due: TeamDesk.today + 1)])
            try write.addMatter(matter(person, due: TeamDesk.today - 9), client: client)
            try write.setDone(Matter.ID(numbers["matters"]![letter]!), true)
            try write.deleteInteraction(Interaction.ID(numbers["interactions"]![letter]!), from: nil)
            try write.prepareBrief(BriefDraft(aim: "other"), of: client, from: nil)
            var draft = try write.read.person(person).draft
            (draft.phone, draft.isVip, draft.isKol) = ("other", false, true)
            try write.changePerson(person, from: nil, draft)
            let post = Post.ID(numbers["posts"]![letter]!)
            var place = try write.read.post(post).draft
            place.role = .decider
            try write.changePost(post, from: nil, place)
        }
    }

    private func addMoney(_ client: Client.ID, _ letter: String) throws {
        let worth = Worth(
            quantity: Quantity(thousandths: 7000), price: Money(913_00), discount: Discount(hundredths: 500),
            cost: Money(500_00))
        try act { write in
            for back in [20, 50, 400] {
                let day = TeamDesk.today - back
                try write.addOrder(
                    OrderDraft(
                        number: "more-\(letter)-\(back)", client: client, day: day, shippedOn: day, status: .shipped),
                    lines: [OrderLineDraft(product: product, worth: worth)])
                try write.addInvoice(
                    InvoiceDraft(
                        number: "more-\(letter)-\(back)", day: day, due: day + 1, amount: Money(1234_00)), of: client)
            }
            try write.addOrder(
                OrderDraft(number: "more-\(letter)", client: client, day: TeamDesk.today, status: .draft))
            try write.addPayment(PaymentDraft(number: "more", day: TeamDesk.today, amount: Money(99_00)), of: client)
        }
    }
}
