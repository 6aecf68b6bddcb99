import Domain
import Testing

@Suite("Short names")
struct ShortNameTests {
    @Test(arguments: [
        ("Орлова Анна Дмитриевна", "Орлова А. Д."), ("Анна Дмитриевна Орлова", "Орлова А. Д."),
        ("Абрамович Роман Аркадьевич", "Абрамович Р. А."), ("Кузьмина Ольга Ильинична", "Кузьмина О. И."),
        ("Фёдоров Илья Кузьмич", "Фёдоров И. К."), ("Anna Orlova", "Anna Orlova"),
    ])
    func `a full Russian name keeps its surname and two initials, and is never broken`(full: String, short: String) {
        #expect(shortName(full) == short.replacing(" ", with: "\u{A0}"))
    }

    @Test(arguments: [
        "Роман Аркадьевич Абрамович", "Мамедов Али Гусейн", "Maria Clara de Souza", "Christopher Featherstonehaugh", "",
        "Орлова",
    ])
    func `a name whose surname is not certain stays as it is`(full: String) {
        #expect(shortName(full) == full)
    }
}
