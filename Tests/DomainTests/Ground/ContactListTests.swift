import Testing

@testable import Domain

@Suite struct ContactListTests {
    @Test(
        arguments: [
            ("a@x.example", "a@x.example"), ("a@x.example; b@x.example", "a@x.example; b@x.example"),
            ("a@x.example,b@x.example", "a@x.example; b@x.example"),
            ("a@x.example b@x.example", "a@x.example; b@x.example"),
            ("a@x.example\nb@x.example", "a@x.example; b@x.example"), ("Anna B <a@x.example>", "a@x.example"),
            ("\"B, Anna\" <a@x.example>", "a@x.example"), ("<a@x.example>", "a@x.example"),
            ("mailto:a@x.example", "a@x.example"),
            ("MAILTO:a@x.example", "a@x.example"), ("a@x,", "a@x"), ("a@x;;", "a@x"),
            ("work: a@x.example", "work: a@x.example"),
            ("work: mailto:a@x.example", "work: a@x.example"), ("a@x.example; A@X.example", "a@x.example"),
            ("anna@пример.рф", "anna@пример.рф"),
            ("", nil), (",", nil), ("a", nil), ("a@", nil), ("@x", nil), ("a@b@c", nil), ("a@x; nonsense", nil),
            ("<a@x.example", nil),
        ] as [(String, String?)])
    func `e-mail addresses are read as what they mean`(typed: String, kept: String?) {
        #expect(ContactList(emails: typed)?.text == kept)
        if let kept { #expect(ContactList(emails: kept)?.text == kept) }
    }

    @Test(
        arguments: [
            ("+7 495 111-22-33", "+7 495 111-22-33"),
            ("+7 495 111 22 33; +7 916 000 00 00", "+7 495 111 22 33; +7 916 000 00 00"),
            ("84951112233, 89160000000", "84951112233; 89160000000"),
            ("8 (495) 111-22-33 доб. 45", "8 (495) 111-22-33 доб. 45"),
            ("111-22-33, ask Anna", "111-22-33, ask Anna"), ("tel:+74951112233", "+74951112233"),
            ("work: 111-22-33; home: 222-33-44", "work: 111-22-33; home: 222-33-44"),
            ("8 495 111-22-33; +7(495)1112233", "8 495 111-22-33"),
            ("8 495 111-22-33 доб. 1; 8 495 111-22-33 доб. 2", "8 495 111-22-33 доб. 1; 8 495 111-22-33 доб. 2"),
            ("1", "1"), ("1; 2", "1; 2"), ("0,,0", "0,,0"),
            ("<script>alert(1);</script>", "<script>alert(1);</script>"), ("a:b", "a:b"),
            ("javascript:alert(1);x", "javascript:alert(1);x"), ("1'000'000.00", "1'000'000.00"),
            ("ask the desk", "ask the desk"), ("112, 113", "112, 113"),
            ("+49 30 123456\n+49 30 654321", "+49 30 123456; +49 30 654321"),
        ])
    func `telephones are kept as they are typed, each once`(typed: String, kept: String) {
        #expect(ContactList(phones: typed).text == kept)
        #expect(ContactList(phones: kept).text == kept)
    }

    @Test(
        arguments: [
            ("+7 495 111-22-33", "+74951112233"), ("8 (495) 111-22-33", "+74951112233"),
            ("8 495 111-22-33 доб. 45", "+74951112233;ext=45"),
            ("+49 30 1234567 ext. 9", "+49301234567;ext=9"), ("111-22-33", "1112233"), ("112", "112"),
            ("ask Anna", nil), ("1'000'000.00", nil), ("<b>112</b>", nil), ("", nil),
            ("+1 (212) 555-0100 #12", "+12125550100;ext=12"),
        ] as [(String, String?)])
    func `a link dials the number and its extension`(phone: String, dialled: String?) {
        #expect(ContactList.dialled(phone) == dialled)
    }

    @Test func `a merge keeps what differs`() {
        #expect(ContactList.phones("1", and: "2") == "1; 2")
        #expect(ContactList.phones("8 495 111-22-33", and: "+7 495 111-22-33; 5") == "8 495 111-22-33; 5")
        #expect(ContactList.phones(nil, and: "2") == "2" && ContactList.phones("1", and: nil) == "1")
        #expect(ContactList.phones(nil, and: nil) == nil)
        #expect(ContactList.emails("a@x", and: "b@x; A@x") == "a@x; b@x")
    }
}
