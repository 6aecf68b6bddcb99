import Synchronization

/// Limits guesses at passwords and codes to ten a minute, per account and per network. From a network where the user has signed in before,
/// guesses at the account are counted apart, so strangers elsewhere cannot lock the user out.
final class Throttle: Sendable {
    static let most = 10
    static let span = Duration.seconds(60)

    /// How many networks of an account are remembered.
    private static let mostHomes = 8

    private let failures = Mutex<[String: [ContinuousClock.Instant]]>([:])
    private let homes = Mutex<[String: [String]]>([:])

    /// The names under which attempts on an account from a network are counted.
    func names(of account: String, from network: String) -> [String] {
        let isHome = homes.withLock { $0[account]?.contains(network) ?? false }
        return [isHome ? "\(account) at \(network)" : account, "network \(network)"]
    }

    /// Remembers that somebody signed in to the account from this network.
    func welcome(_ account: String, from network: String) {
        homes.withLock { homes in
            let others = homes[account, default: []].filter { $0 != network }
            homes[account] = others.suffix(Throttle.mostHomes - 1) + [network]
        }
    }

    /// Counts an attempt and returns nil, or returns how many seconds to wait. `forgive` takes a right attempt off again. Until then it
    /// counts, so many attempts at once do not get around the limit.
    func attempt(_ names: [String]) -> Int? {
        let now = ContinuousClock.now
        // Names are kept for a minute, so a long typed name is cut.
        let names = names.map(Throttle.short)
        return failures.withLock { failures in
            if failures.count > 10_000 { failures = failures.filter { $0.value.contains { now - $0 < Throttle.span } } }
            var wait = Duration.zero
            for name in names {
                let recent = failures[name, default: []].filter { now - $0 < Throttle.span }
                failures[name] = recent.isEmpty ? nil : recent
                if recent.count >= Throttle.most { wait = max(wait, Throttle.span - (now - recent[0])) }
            }
            guard wait == .zero else { return Int(wait.components.seconds) + 1 }
            for name in names { failures[name, default: []].append(now) }
            return nil
        }
    }

    private static func short(_ name: String) -> String { String(name.prefix(200)) }

    func forgive(_ names: [String]) {
        failures.withLock { failures in
            for name in names.map(Throttle.short) { _ = failures[name]?.popLast() }
        }
    }
}
