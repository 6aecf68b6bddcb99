import Synchronization

/// Holds guesses at passwords and codes to ten a minute, by account and by network. From networks where somebody has come in, guesses at
/// their account are counted apart: a stranger's elsewhere do not keep them out.
final class Throttle: Sendable {
    static let most = 10
    static let span = Duration.seconds(60)

    /// How many networks of an account are known.
    private static let mostHomes = 8

    private let failures = Mutex<[String: [ContinuousClock.Instant]]>([:])
    private let homes = Mutex<[String: [String]]>([:])

    /// By what attempts on an account from a network are counted.
    func names(of account: String, from network: String) -> [String] {
        let isHome = homes.withLock { $0[account]?.contains(network) ?? false }
        return [isHome ? "\(account) at \(network)" : account, "network \(network)"]
    }

    /// Somebody has come in.
    func welcome(_ account: String, from network: String) {
        homes.withLock { homes in
            let others = homes[account, default: []].filter { $0 != network }
            homes[account] = others.suffix(Throttle.mostHomes - 1) + [network]
        }
    }

    /// Counts an attempt under some names and lets it go on (nil), or tells how many seconds it has to wait. One that turns out to
    /// be right is taken off again by `forgive`: until then it counts, so that many at once are no way around.
    func attempt(_ names: [String]) -> Int? {
        let now = ContinuousClock.now
        // A name is kept for a minute, however long the one is that somebody typed.
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
