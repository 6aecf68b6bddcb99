import Testing

@testable import Domain

@Suite struct MergeTests {
    static let base = Entries(["name": "Ёлка", "city": "Омск", "note": "old", "vip": "no"])

    @Test func `a field that only one editor has changed takes that editor's value`() {
        let mine = Entries(["name": "Ёлка", "city": "Тверь", "note": "old"])
        let theirs = Entries(["name": "Ель", "city": "Омск", "note": "old", "vip": "no"])
        let merge = Merge(mine, from: MergeTests.base, with: theirs)
        #expect(merge.entries["name"] == "Ель" && merge.entries["city"] == "Тверь" && merge.entries["note"] == "old")
        #expect(merge.adopted == ["name"] && merge.clashes.isEmpty)
    }

    @Test func `a field that both editors have changed keeps the sender's value and reports the other's`() {
        let mine = Entries(["name": "Ёлка", "city": "Омск", "note": "mine"])
        let theirs = Entries(["name": "Ёлка", "city": "Омск", "note": "", "vip": "no"])
        let merge = Merge(mine, from: MergeTests.base, with: theirs)
        #expect(merge.entries["note"] == "mine" && merge.clashes == ["note": ""] && merge.adopted.isEmpty)
    }

    @Test func `the same change by both editors is no clash`() {
        let both = Entries(["name": "Ель", "city": "Омск", "note": "old", "vip": "yes"])
        let merge = Merge(both, from: MergeTests.base, with: both)
        #expect(merge.entries == both && merge.clashes.isEmpty && merge.adopted.isEmpty)
    }

    @Test func `a box that the other editor has ticked or cleared is taken over`() {
        let untouched = Entries(["name": "Ёлка", "city": "Омск", "note": "old"])
        var theirs = MergeTests.base
        theirs["vip"] = "yes"
        #expect(Merge(untouched, from: MergeTests.base, with: theirs).entries["vip"] == "yes")
        var ticked = untouched
        ticked["vip"] = "yes"
        #expect(Merge(ticked, from: theirs, with: MergeTests.base).entries["vip"] == "no")
        #expect(Merge(ticked, from: MergeTests.base, with: MergeTests.base).entries["vip"] == "yes")
    }

    @Test func `a field that neither the record nor the opened form has is taken from the sender`() {
        let mine = Entries(["agree-1-text": "send data", "name": "Ёлка", "city": "Омск", "note": "old"])
        let merge = Merge(mine, from: MergeTests.base, with: MergeTests.base)
        #expect(merge.entries["agree-1-text"] == "send data")
    }
}
