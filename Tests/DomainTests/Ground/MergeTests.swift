import Testing

@testable import Domain

@Suite struct MergeTests {
    static let base = Entries(["name": "Ёлка", "city": "Омск", "note": "old", "vip": "no"])

    @Test func `a field that one of two has changed is as that one has it`() {
        let mine = Entries(["name": "Ёлка", "city": "Тверь", "note": "old"])
        let theirs = Entries(["name": "Ель", "city": "Омск", "note": "old", "vip": "no"])
        let merge = Merge(mine, from: MergeTests.base, with: theirs)
        #expect(merge.entries["name"] == "Ель" && merge.entries["city"] == "Тверь" && merge.entries["note"] == "old")
        #expect(merge.adopted == ["name"] && merge.clashes.isEmpty)
    }

    @Test func `a field that both have changed stays as it was sent, with theirs beside it`() {
        let mine = Entries(["name": "Ёлка", "city": "Омск", "note": "mine"])
        let theirs = Entries(["name": "Ёлка", "city": "Омск", "note": "", "vip": "no"])
        let merge = Merge(mine, from: MergeTests.base, with: theirs)
        #expect(merge.entries["note"] == "mine" && merge.clashes == ["note": ""] && merge.adopted.isEmpty)
    }

    @Test func `the same change of both is none`() {
        let both = Entries(["name": "Ель", "city": "Омск", "note": "old", "vip": "yes"])
        let merge = Merge(both, from: MergeTests.base, with: both)
        #expect(merge.entries == both && merge.clashes.isEmpty && merge.adopted.isEmpty)
    }

    @Test func `a box that the other has ticked or emptied is taken over`() {
        let untouched = Entries(["name": "Ёлка", "city": "Омск", "note": "old"])
        var theirs = MergeTests.base
        theirs["vip"] = "yes"
        #expect(Merge(untouched, from: MergeTests.base, with: theirs).entries["vip"] == "yes")
        var ticked = untouched
        ticked["vip"] = "yes"
        #expect(Merge(ticked, from: theirs, with: MergeTests.base).entries["vip"] == "no")
        #expect(Merge(ticked, from: MergeTests.base, with: MergeTests.base).entries["vip"] == "yes")
    }

    @Test func `what neither the record nor the opened form has is the sender's own`() {
        let mine = Entries(["agree-1-text": "send data", "name": "Ёлка", "city": "Омск", "note": "old"])
        let merge = Merge(mine, from: MergeTests.base, with: MergeTests.base)
        #expect(merge.entries["agree-1-text"] == "send data")
    }
}
