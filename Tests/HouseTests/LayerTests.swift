import Foundation
import Testing

@Suite struct LayerTests {
    /// Which of our own modules a layer may import; the design's table.
    static let layers: [(folder: String, may: Set<String>)] = [
        ("Sources/HTTP", []),
        ("Sources/Certificates", ["CGnuTLS"]),
        ("Sources/Secrets", ["CSodium", "COath", "CQREncode"]),
        ("Sources/Domain", ["CCSV", "CUchardet"]),
        ("Sources/Routes", ["Domain", "HTTP"]),
        ("Templates", ["Domain", "Routes"]),
        ("Sources/Workbooks", ["Domain", "CXLSXWriter"]),
        ("Sources/Store", ["Domain", "GRDB", "GRDBSQLite", "CSQLite", "CStemmer", "CSodium"]),
        ("Sources/HTTPServer", ["HTTP", "CMicroHTTPD", "CGnuTLS", "Logging"]),
        (
            "Sources/Web",
            [
                "Domain", "HTTP", "Routes", "Secrets", "Store", "Templates", "Embedded", "Workbooks", "CSodium",
                "Logging",
            ]
        ),
        ("Sources/Demo", ["Domain", "Store"]),
        (
            "Sources/kamdesk",
            ["Domain", "Web", "HTTPServer", "Certificates", "Secrets", "Store", "Demo", "ArgumentParser", "Logging"]
        ),
        ("Tests/Bench/Layout", ["Domain"]),
    ]
    /// What comes with the toolchain may be imported anywhere.
    static let toolchain: Set<String> = ["Foundation", "Glibc", "Swift", "Synchronization"]

    @Test(arguments: layers.map(\.folder))
    func `each file imports only what its layer may`(folder: String) throws {
        let may = try #require(LayerTests.layers.first { $0.folder == folder }).may.union(LayerTests.toolchain)
        let files = House.files(in: folder, ending: ".swift")
        #expect(!files.isEmpty)
        for file in files {
            let imports = try House.text(file).split(separator: "\n").filter { $0.contains("import ") && $0.isImport }
                .map { String($0.split(separator: " ").last!) }
            #expect(Set(imports).subtracting(may) == [], "\(file)")
        }
    }

    @Test func `every folder of sources is a layer of the table`() throws {
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: House.root.appendingPathComponent("Sources").path)
        let systemLibraries = folders.filter { $0.hasPrefix("C") && $0.dropFirst().first?.isUppercase == true }
        let layered = LayerTests.layers.map(\.folder).filter { $0.hasPrefix("Sources/") }
            .map { $0.replacing("Sources/", with: "") }
        #expect(Set(folders) == Set(layered + systemLibraries + ["Embedded"]))
    }

    @Test func `no Swift file has more than 300 lines`() throws {
        for folder in ["Sources", "Templates", "Tests"] {
            for file in House.files(in: folder, ending: ".swift") {
                let lines = try House.text(file).split(separator: "\n", omittingEmptySubsequences: false).count - 1
                #expect(lines <= 300, "\(file) has \(lines)")
            }
        }
    }

    @Test func `every file of Public is embedded and served by its own name`() throws {
        let list = try House.text("Sources/Embedded/Embedded.c")
        let files = House.files(in: "Public", ending: "")
            .filter { !$0.hasSuffix("/css") && !$0.hasSuffix("/js") && !$0.hasSuffix("/img") }
        let names = files.map { String($0.split(separator: "/").last!) }
        #expect(Set(names).count == names.count)
        for (file, name) in zip(files, names) {
            #expect(list.contains("#embed \"../../\(file)\""), "\(file)")
            #expect(list.contains("{\"\(name)\", "), "\(name)")
        }
    }
}

extension Substring {
    fileprivate var isImport: Bool {
        let words = split(separator: " ")
        return words.first == "import" || (words.count == 3 && words[1] == "import")
    }
}
