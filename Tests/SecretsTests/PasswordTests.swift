import Foundation
import Secrets
import Synchronization
import Testing

@Suite struct PasswordTests {
    @Test func `a password matches its own hash and no other does`() throws {
        let hash = try Passwords.hash("correct horse battery")
        #expect(hash.hasPrefix("$argon2id$v=19$m=65536,t=3,p=1$"))
        #expect(Passwords.matches("correct horse battery", hash))
        #expect(!Passwords.matches("correct horse batterz", hash))
        #expect(!Passwords.matches("", hash))
        #expect(!Passwords.matches("correct horse battery", "no hash at all"))
        #expect(!Passwords.needsRehash(hash))
    }

    @Test func `composed letters match the same letters typed in parts`() throws {
        let hash = try Passwords.hash("Müller-Straße 1")
        #expect(Passwords.matches("Mu\u{308}ller-Straße 1", hash))
    }

    @Test func `passwords that differ only after a NUL are different passwords`() throws {
        #expect(!Passwords.matches("0123456789\0b", try Passwords.hash("0123456789\0a")))
    }

    @Test func `a password has ten to two hundred characters and at most 1024 bytes`() throws {
        #expect(throws: Passwords.Refused.tooShort) { try Passwords.check("012345678") }
        // Nine characters, one of them typed in two parts.
        #expect(throws: Passwords.Refused.tooShort) { try Passwords.check("01234567u\u{308}") }
        try Passwords.check("пароль-ящик")
        try Passwords.check(String(repeating: "a", count: 200))
        #expect(throws: Passwords.Refused.tooLong) { try Passwords.check(String(repeating: "a", count: 201)) }
        try Passwords.check(String(repeating: "語", count: 200))
        #expect(throws: Passwords.Refused.tooLong) {
            try Passwords.check(String(repeating: "語", count: 100) + String(repeating: "🗝", count: 100) + "語語語")
        }
        #expect(throws: Passwords.Refused.tooLong) { try Passwords.hash(String(repeating: "a", count: 201)) }
    }

    @Test func `an unknown user has a hash of the usual cost that no password matches`() {
        #expect(!Passwords.needsRehash(Passwords.nobody))
        for password in ["", "0123456789", "nobody"] { #expect(!Passwords.matches(password, Passwords.nobody)) }
    }

    @Test func `a hash with other parameters must be made again`() {
        let old = Passwords.nobody.replacingOccurrences(of: "t=3", with: "t=2")
        #expect(old != Passwords.nobody)
        #expect(Passwords.needsRehash(old))
        #expect(Passwords.needsRehash("no hash at all"))
    }

    @Test func `passwords checked at the same time all get the right answer`() throws {
        let hash = try Passwords.hash("correct horse battery")
        let right = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: 4) { turn in
            if Passwords.matches(turn % 2 == 0 ? "correct horse battery" : "another password", hash) {
                right.add(1, ordering: .relaxed)
            }
        }
        #expect(right.load(ordering: .relaxed) == 2)
    }
}
