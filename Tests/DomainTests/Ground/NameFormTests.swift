import Domain
import Testing

@Suite struct NameFormTests {
    @Test(arguments: [
        ("Анна", "АННА"), ("Зоё", "зое\u{308}"), ("Ян  Ли", " ян\u{A0}ли "), ("Ян Ли", "Я\u{200B}н Ли\u{200F}"),
        ("Straße", "STRASSE"),
        ("Σωκράτης", "ΣΩΚΡΆΤΗΣ"), ("A\u{FE0F}da", "ada"),
    ])
    func `two forms of one name count as the same name`(a: String, b: String) {
        #expect(NameForm(a) == NameForm(b))
    }

    @Test(arguments: [
        ("Анна", "Aннa"), ("Ева", "EBA"), ("Cop", "Сор"), ("Νίνα", "Nίνα"), ("Ｐaul", "Paul"), ("0лег", "Олег"),
        ("Ivan", "lvan"), ("Test 1", "Test l"), ("İpek", "i\u{307}pek\u{2E}"), ("ꓮꓠꓠꓮ", "ANNA"), ("O`Brien", "Oʼbrien"),
        ("Anna–Maria", "ANNA-MARIA"), ("John Smith", "J0HN SMITH"), ("Сор Anna", "Cop ANNA"), ("Marn", "Mam"),
    ])
    func `names that look alike are recognised by their look`(a: String, b: String) {
        #expect(NameForm(a) != NameForm(b) && NameLook(a).isLike(NameLook(b)))
    }

    @Test(arguments: [
        ("Анна", "Яна"), ("Иван Ли", "Иван Ле"), ("Alla", "Alia"), ("Zoë", "Zoe"), ("Ann", "Анн"), ("Петр", "Пётр"),
        ("Ian", "Lan"),
        ("Test 1", "Test 11"), ("Anna-Maria", "Anna Maria"), ("Łukasz", "Lukasz"), ("Ы", "Ъ"), ("!", "?"),
    ])
    func `names that look different do not count as alike`(a: String, b: String) {
        #expect(!NameLook(a).isLike(NameLook(b)))
    }

    @Test func `a word of mixed alphabets is recognised, and two words of one alphabet each are allowed`() {
        #expect(NameForm("Aннa").mixesAlphabets && NameForm("Bова").mixesAlphabets)
        #expect(NameForm("Ꮇarta").mixesAlphabets && NameForm("Pɑvel").mixesAlphabets)
        #expect(!NameForm("Oʼbrien").mixesAlphabets && !NameForm("Əliyev").mixesAlphabets)
        #expect(!NameForm("Анна Smith").mixesAlphabets && !NameForm("Анна").mixesAlphabets)
    }
}
