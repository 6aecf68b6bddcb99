import Domain
import Store

/// Orders, returns, invoices and payments, day by day.
struct Commerce {
    let world: World
    private let products: [Product.ID]
    private var random: SplitMix
    private var buyers: [Buyer?] = []
    /// The clients that order on each day, by index; days count from the world's start.
    private var plan: [[Int32]]
    private var orders = 0
    private var payments = 0

    init(_ world: World, with population: Population, _ products: [Product.ID]) {
        self.world = world
        self.products = products
        random = SplitMix(seed: world.seed &+ 2)
        plan = Array(repeating: [], count: world.length)
        let distributors = population.members.indices.filter { population.members[$0].kind == .distributor }
        for place in population.members.indices {
            var buyer = Buyer(place, in: population, &random)
            if place >= NamedClient.all.count, population.members[place].kind != .distributor, random.chance(10) {
                buyer?.payer = random.pick(distributors)
            }
            buyers.append(buyer)
            if let buyer { schedule(buyer, place) }
        }
        // What they ordered last came before the quarter began.
        let left = largest(2, in: population) { World.troubles[$0.kam] == .lost }.map(Int32.init)
        for day in max(0, world.quarter - 14 - world.start)..<world.length { plan[day].removeAll(where: left.contains) }
    }

    /// The places of the members who buy most, among those still buying.
    private func largest(_ count: Int, in population: Population, where fits: (Population.Member) -> Bool) -> [Int] {
        func turnover(_ place: Int) -> Int {
            guard let buyer = buyers[place], buyer.last == nil, fits(population.members[place]) else { return 0 }
            return buyer.size * 365 / buyer.interval
        }
        return Array(buyers.indices.filter { turnover($0) > 0 }.sorted { turnover($0) > turnover($1) }.prefix(count))
    }

    private mutating func schedule(_ buyer: Buyer, _ place: Int) {
        var day = world.start + random.below(buyer.interval)
        while day < world.today, day <= buyer.last ?? world.today {
            plan[world.workday(day) - world.start].append(Int32(place))
            let interval = buyer.interval * (70 + random.below(61)) / 100
            day = day + max(1, day >= buyer.falls ?? world.today ? 2 * interval : interval)
        }
    }

    /// Adds all orders of a day, with their returns, invoices and payments.
    mutating func happen(on day: Day, in population: Population, _ filling: Filling) throws {
        for place in plan[day - world.start] {
            guard let buyer = buyers[Int(place)] else { continue }
            try order(by: buyer, population.members[Int(place)], on: day, in: population, filling)
        }
    }

    private mutating func order(
        by buyer: Buyer, _ member: Population.Member, on day: Day, in population: Population, _ filling: Filling
    ) throws {
        orders += 1
        let shipped = day + 2 + random.below(9)
        let isRefused = random.chance(2)
        let isShipped = !isRefused && shipped <= world.today
        let payer = buyer.payer.flatMap { random.chance(60) ? population.members[$0].id : nil }
        let order = try filling.addOrder(
            OrderDraft(
                number: String(orders), client: member.id, payer: payer, kam: random.chance(95) ? member.kam : nil,
                day: day,
                shippedOn: isShipped ? shipped : nil,
                status: isRefused
                    ? .refused : isShipped ? Commerce.shipped(world.today - shipped) : open(world.today - day),
                reason: isRefused ? random.pick(Commerce.refusals)(world.tongue) : nil))
        var worth = Money.zero
        let first = random.below(buyer.basket.count)
        let trouble = day >= world.quarter ? World.troubles[member.kam] : nil
        for place in 0..<min(buyer.basket.count, lines()) {
            let chosen = trouble == .mix ? buyer.poorest : buyer.basket[(first + place) % buyer.basket.count]
            let draft = line(of: buyer, chosen, on: day, trouble)
            worth += draft.worth.turnover
            let line = try filling.addLine(draft, to: order)
            if isShipped && random.chance(1) { try giveBack(draft.worth, of: line, after: shipped, filling) }
        }
        let amount = Money((worth.minor * 12 + 5) / 10)
        if isShipped, let habit = buyer.habit {
            try invoice(amount, for: order, of: payer ?? member.id, on: shipped, habit, filling)
        } else if !isShipped, !isRefused, buyer.habit == nil, random.chance(40) {
            try pay(amount, of: payer ?? member.id, on: day, filling)
        }
    }

    /// Gives one and a half as many lines as orders.
    private mutating func lines() -> Int { [1, 1, 1, 1, 1, 1, 2, 2, 2, 3][random.below(10)] }

    private mutating func line(of buyer: Buyer, _ place: Int, on day: Day, _ trouble: World.Trouble?) -> OrderLineDraft
    {
        let goods = Goods.all[place]
        // Trade grows by a seventh a year.
        let grown = buyer.size * (1000 - 140 * (world.today - day) / 365) / 1000
        let wanted = (day >= buyer.falls ?? world.today ? grown / 2 : grown) * (60 + random.below(81)) / 100
        let size =
            switch trouble {
            case .volume: wanted * 2 / 5
            case .mix: wanted * 3 / 4
            case .price, .lost, .won, nil: wanted
            }
        let given = random.chance(25) ? Discount(hundredths: Int64(2 + random.below(9)) * 100) : .none
        return OrderLineDraft(
            product: products[place],
            worth: Worth(
                quantity: Quantity(thousandths: Int64(max(1, size / goods.price)) * 1000),
                price: world.money(goods.price),
                discount: trouble == .price ? Discount(hundredths: 2_000) : given,
                cost: goods.cost.map(world.money)))
    }

    private mutating func giveBack(_ sold: Worth, of line: OrderLine.ID, after shipped: Day, _ filling: Filling) throws
    {
        let day = world.workday(shipped + 3 + random.below(25))
        guard day <= world.today else { return }
        var worth = sold
        worth.quantity = Quantity(thousandths: Int64(1 + random.below(Int(sold.quantity.thousandths / 1000))) * 1000)
        try filling.addReturn(
            GoodsReturnDraft(day: day, worth: worth, reason: random.pick(Commerce.faults)(world.tongue)), of: line)
    }

    private mutating func invoice(
        _ amount: Money, for order: Order.ID, of client: Client.ID, on day: Day, _ habit: Buyer.Habit,
        _ filling: Filling
    ) throws {
        let due = day + 30
        let isDisputed = day > world.today - 150 && random.chance(3)
        let id = try filling.addInvoice(
            InvoiceDraft(
                number: Text("I-\(order.number)", "С-\(order.number)")(world.tongue), order: order, day: day, due: due,
                amount: amount, isDisputed: isDisputed), of: client)
        let paid = world.workday(due + habit.delay(&random))
        guard !isDisputed else { return }
        // Sometimes half of the amount is paid first, and the rest some weeks later.
        let half = random.chance(8) ? Money(amount.minor / 2) : .zero
        if half > .zero, paid <= world.today { try pay(half, of: client, on: paid, settling: (id, half), filling) }
        let rest = half > .zero ? world.workday(paid + 30) : paid
        if rest <= world.today { try pay(amount - half, of: client, on: rest, settling: (id, amount - half), filling) }
    }

    private mutating func pay(
        _ amount: Money, of client: Client.ID, on day: Day, settling invoice: (Invoice.ID, Money)? = nil,
        _ filling: Filling
    ) throws {
        payments += 1
        try filling.addPayment(
            PaymentDraft(number: String(payments), day: day, amount: amount), of: client, settling: invoice)
    }

    private static func shipped(_ daysAgo: Int) -> OrderStatus {
        daysAgo < 3 ? .shipped : daysAgo < 12 ? .delivered : .closed
    }

    private mutating func open(_ age: Int) -> OrderStatus {
        age < 3 && random.chance(40) ? .draft : [.accepted, .handed, .confirmed][min(2, age / 3)]
    }

    private static let refusals = [
        Text("Not in stock", "Нет на складе"), Text("Their budget is spent", "Бюджет клиента исчерпан"),
        Text("Price not agreed", "Цена не согласована"),
    ]
    private static let faults = [
        Text("Damaged in transit", "Повреждено в пути"), Text("Ordered by mistake", "Ошибка в заказе"),
        Text("Short shelf life", "Короткий срок годности"), Text("Wrong series", "Не та серия"),
    ]
}
