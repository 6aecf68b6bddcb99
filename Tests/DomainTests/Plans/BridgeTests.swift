import Testing

@testable import Domain

@Suite struct BridgeTests {
    private func sale(_ client: Int64, _ product: Int64, _ quantity: Int64, _ turnover: Int64, _ income: Int64? = nil)
        -> Bridge.Sale
    {
        Bridge.Sale(
            client: client, product: product, quantity: quantity, turnover: turnover, amount: income ?? turnover)
    }

    @Test func `price, volume, clients lost and won are told apart`() {
        let bridge = Bridge(
            from: [sale(1, 1, 10, 1000), sale(2, 1, 5, 500)], to: [sale(1, 1, 12, 1320), sale(3, 1, 1, 90)])
        #expect(bridge.before == 1500 && bridge.after == 1410)
        #expect(bridge.lost == -500 && bridge.won == 90)
        #expect(bridge.volume == 200 && bridge.price == 120 && bridge.mix == 0)
    }

    @Test func `what a client who stayed takes up or gives up is mix`() {
        let bridge = Bridge(
            from: [sale(1, 1, 10, 1000), sale(1, 2, 1, 300)], to: [sale(1, 1, 10, 1000), sale(1, 3, 1, 700)])
        #expect(bridge.mix == 400 && bridge.price == 0 && bridge.volume == 0 && bridge.lost == 0 && bridge.won == 0)
    }

    @Test func `of income, what grew otherwise than the rest is mix`() {
        // The turnover at old prices grows from 200 to 300; the income would grow from 60 to 90 if all had grown alike.
        let bridge = Bridge(
            from: [sale(1, 1, 10, 100, 50), sale(1, 2, 10, 100, 10)],
            to: [sale(1, 1, 20, 200, 100), sale(1, 2, 10, 100, 10)])
        #expect(bridge.volume == 30 && bridge.mix == 20 && bridge.price == 0)
    }

    @Test func `the parts sum to the difference, whatever was sold or came back`() {
        var random = SplitMix(seed: 11)
        func year() -> [Bridge.Sale] {
            var seen: Set<[Int64]> = []
            return (0..<40).compactMap { _ in
                let (client, product) = (Int64(random.next() % 8), Int64(random.next() % 6))
                guard seen.insert([client, product]).inserted else { return nil }
                let turnover = Int64(random.next() % 2_000_000) - 200_000
                return sale(client, product, Int64(random.next() % 9000) - 500, turnover, turnover / 3 - 17)
            }
        }
        for _ in 0..<300 {
            let (one, other) = (year(), year())
            let bridge = Bridge(from: one, to: other)
            let sum = bridge.before + bridge.price + bridge.volume + bridge.mix + bridge.lost + bridge.won
            #expect(sum == bridge.after)
            #expect(Bridge(from: one.reversed(), to: other.reversed()) == bridge)
        }
    }
}
