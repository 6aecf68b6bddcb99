import Domain
import Testing

@Suite struct TaxNumberTests {
    @Test(arguments: ["7707083893", "7736050003", "500100732259", "77 07 08 38 93"])
    func `an INN with correct check digits is accepted`(text: String) {
        #expect(TaxNumber.inn(text) == text.filter { $0 != " " })
    }

    @Test(arguments: [
        "7707083894", "500100732258", "500100732269", "770708389", "77070838930", "0000000000", "77O7083893", "",
        "７７０７０８３８９３",
    ])
    func `any other INN is refused`(text: String) { #expect(TaxNumber.inn(text) == nil) }

    @Test(arguments: [
        ("1027700132195", true), ("304500116000157", true), ("1027700132196", false), ("102770013219", false),
        ("0000000000000", false),
    ])
    func `an OGRN is accepted only with a correct check digit`(text: String, holds: Bool) {
        #expect((TaxNumber.ogrn(text) != nil) == holds)
    }

    @Test(arguments: [
        ("770101001", true), ("7701AB001", true), ("77010100", false), ("7701ab001", false), ("A70101001", false),
    ])
    func `a KPP may have letters only in the place of its reason`(text: String, holds: Bool) {
        #expect((TaxNumber.kpp(text) != nil) == holds)
    }

    @Test(
        arguments: [("de 136 695 976", "DE136695976"), ("ATU12345678", "ATU12345678"), ("12345", nil), ("D", nil)]
            as [(String, String?)])
    func `a foreign VAT number must begin with its country`(text: String, kept: String?) {
        #expect(TaxNumber.vat(text) == kept)
    }
}
