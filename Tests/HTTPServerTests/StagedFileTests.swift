import Foundation
import HTTP
import Testing

@Suite struct StagedFileTests {
    @Test func `a staged file is there for its owner alone and as long as it is held`() throws {
        let folder = try TemporaryFolder()
        do {
            let file = try StagedFile(in: folder.path)
            try file.write([1, 2, 3])
            let name = try #require(folder.names.first)
            #expect(folder.names.count == 1 && name.hasPrefix(".kamdesk-upload-"))
            #expect(try folder.bytes(name) == [1, 2, 3])
            let facts = try FileManager.default.attributesOfItem(atPath: file.path)
            #expect(facts[.posixPermissions] as? Int == 0o600)
        }
        #expect(folder.names == [])
    }

    @Test func `an upload that is kept stays at its place`() throws {
        let folder = try TemporaryFolder()
        do {
            let file = try StagedFile(in: folder.path)
            try file.write([1, 2])
            try Upload(fileName: "a", byteCount: 2, file: file).keep(at: folder.place("kept"))
        }
        #expect(folder.names == ["kept"])
        #expect(try folder.bytes("kept") == [1, 2])
    }

    @Test func `an upload that cannot be kept is gone like any other`() throws {
        let folder = try TemporaryFolder()
        do {
            let upload = Upload(fileName: "a", byteCount: 0, file: try StagedFile(in: folder.path))
            #expect(throws: StagedFile.Failure.self) { try upload.keep(at: folder.place("none/kept")) }
        }
        #expect(folder.names == [])
    }

    @Test func `a folder that is not there has no room and takes no file`() {
        #expect(throws: StagedFile.Failure.self) { try PassingRoom(in: "/nowhere").take(1) }
        #expect(throws: StagedFile.Failure.self) { try StagedFile(in: "/nowhere") }
    }

    @Test func `leftovers are removed and nothing else`() throws {
        let folder = try TemporaryFolder()
        for name in [".kamdesk-upload-abc123", ".kamdesk-upload-abc1234", ".kamdesk-upload-", "desk.sqlite"] {
            try folder.write(name, "a")
        }
        let held = try StagedFile(in: folder.path)
        StagedFile.removeLeftovers(in: folder.path)
        #expect(folder.names.count == 4)
        #expect(!folder.names.contains(".kamdesk-upload-abc123"))
        #expect(FileManager.default.fileExists(atPath: held.path))
    }

    @Test(arguments: [
        ("a.txt", "a.txt"),
        (String(repeating: "я", count: 200) + ".xlsx", String(repeating: "я", count: 125) + ".xlsx"),
        (String(repeating: "a", count: 300), String(repeating: "a", count: 255)),
        ("a." + String(repeating: "b", count: 300), "a." + String(repeating: "b", count: 253)),
    ])
    func `a long name loses the end of its stem`(sent: String, name: String) throws {
        let folder = try TemporaryFolder()
        #expect(Upload(fileName: sent, byteCount: 0, file: try StagedFile(in: folder.path)).fileName == name)
    }
}
