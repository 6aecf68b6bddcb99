import Secrets
import Testing

@Suite struct QRCodeTests {
    @Test func `a short text is a code of the first size with its three finders`() throws {
        let code = try #require(QRCode("kamdesk"))
        #expect(code.size == 21)
        for (x, y) in [(0, 0), (14, 0), (0, 14)] {
            #expect((0..<7).allSatisfy { code.isDark(x + $0, y) && code.isDark(x, y + $0) })
            #expect((1..<6).allSatisfy { !code.isDark(x + $0, y + 1) })
            #expect(code.isDark(x + 3, y + 3))
        }
        #expect(!code.isDark(-1, 0) && !code.isDark(0, 21))
    }

    @Test func `an empty text or a text that is too long gets no QR code`() {
        #expect(QRCode("") == nil)
        #expect(QRCode(String(repeating: "a", count: 2331)) != nil)
        #expect(QRCode(String(repeating: "a", count: 2332)) == nil)
    }

    @Test func `a terminal shows every module with four light ones around`() throws {
        let code = try #require(QRCode("https://192.168.0.17:8090/"))
        let lines = code.terminal.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
        #expect(lines.count == (code.size + 9) / 2)
        #expect(lines.allSatisfy { $0.count == code.size + 8 })
        for y in 0..<code.size {
            for x in 0..<code.size {
                let block = lines[(y + 4) / 2][x + 4]
                #expect(code.isDark(x, y) == (block == "█" || block == (y % 2 == 0 ? "▀" : "▄")))
            }
        }
        #expect(lines[0].allSatisfy { $0 == " " } && lines[1].allSatisfy { $0 == " " })
    }

    @Test func `a path covers the dark modules and no other`() throws {
        let code = try #require(QRCode("otpauth://totp/a"))
        var dark: Set<[Int]> = []
        for run in code.path.matches(of: /M(\d+) (\d+)h(\d+)v1h-(\d+)z/) {
            let (x, y, length) = (Int(run.1)!, Int(run.2)!, Int(run.3)!)
            #expect(run.3 == run.4)
            for offset in 0..<length { #expect(dark.insert([x + offset, y]).inserted) }
        }
        for y in 0..<code.size {
            for x in 0..<code.size { #expect(code.isDark(x, y) == dark.contains([x, y])) }
        }
        #expect(code.path.hasPrefix("M0 0h7v1h-7z"))
    }
}
