import Domain

/// The names of the world's people.
enum Names {
    /// A person's name: "Irina Sokolova", "Соколова Ирина Павловна".
    static func person(_ random: inout SplitMix, _ tongue: Tongue) -> String {
        let isWoman = random.chance(60)
        let given = random.pick(isWoman ? women : men)
        let family = random.pick(families)
        let father = random.pick(fathers)
        switch tongue {
        case .english: return given.english + " " + (isWoman ? feminine(family.english, "a", "aya") : family.english)
        case .russian:
            return
                "\(isWoman ? feminine(family.russian, "а", "ая") : family.russian) \(given.russian) \(father)\(isWoman ? "на" : "ич")"
        }
    }

    /// The female form of a family name.
    private static func feminine(_ family: String, _ ending: String, _ adjective: String) -> String {
        for suffix in ["sky", "ский"] where family.hasSuffix(suffix) {
            return family.dropLast(suffix == "sky" ? 1 : 2) + adjective
        }
        return family.hasSuffix("o") || family.hasSuffix("о") ? family : family + ending
    }

    private static let women = [
        Text("Irina", "Ирина"), Text("Elena", "Елена"), Text("Olga", "Ольга"), Text("Natalia", "Наталья"),
        Text("Marina", "Марина"),
        Text("Tatiana", "Татьяна"), Text("Svetlana", "Светлана"), Text("Lyudmila", "Людмила"), Text("Galina", "Галина"),
        Text("Vera", "Вера"), Text("Ksenia", "Ксения"), Text("Yulia", "Юлия"), Text("Alyona", "Алёна"),
        Text("Zoya", "Зоя"),
    ]
    private static let men = [
        Text("Pavel", "Павел"), Text("Oleg", "Олег"), Text("Andrey", "Андрей"), Text("Sergey", "Сергей"),
        Text("Viktor", "Виктор"),
        Text("Dmitry", "Дмитрий"), Text("Mikhail", "Михаил"), Text("Konstantin", "Константин"), Text("Roman", "Роман"),
        Text("Fyodor", "Фёдор"), Text("Semyon", "Семён"), Text("Timur", "Тимур"),
    ]
    private static let fathers = [
        "Павлов", "Иванов", "Сергеев", "Андреев", "Викторов", "Петров", "Михайлов", "Олегов", "Романов", "Семёнов",
        "Алексеев",
    ]
    private static let families = [
        Text("Sokolov", "Соколов"), Text("Gromov", "Громов"), Text("Titov", "Титов"), Text("Mironov", "Миронов"),
        Text("Karpov", "Карпов"), Text("Belov", "Белов"), Text("Zaytsev", "Зайцев"), Text("Kuznetsov", "Кузнецов"),
        Text("Vorobyov", "Воробьёв"), Text("Fedoseyev", "Федосеев"), Text("Lebedinsky", "Лебединский"),
        Text("Ostrovsky", "Островский"),
        Text("Shevchenko", "Шевченко"), Text("Kovalenko", "Коваленко"), Text("Ponomaryov", "Пономарёв"),
        Text("Danilov", "Данилов"),
        Text("Yegorov", "Егоров"), Text("Kiselyov", "Киселёв"), Text("Grachev", "Грачёв"),
        Text("Zhukovsky", "Жуковский"),
        Text("Rodionov", "Родионов"), Text("Safonov", "Сафонов"), Text("Timofeyev", "Тимофеев"),
        Text("Uvarov", "Уваров"),
        Text("Khabarov", "Хабаров"), Text("Chernov", "Чернов"), Text("Shchukin", "Щукин"), Text("Yudin", "Юдин"),
    ]

    /// Towns and their territories.
    static let towns: [(town: Text, territory: Text)] = [
        (Text("Rostov-on-Don", "Ростов-на-Дону"), south), (Text("Taganrog", "Таганрог"), south),
        (Text("Krasnodar", "Краснодар"), south),
        (Text("Sochi", "Сочи"), south), (Text("Stavropol", "Ставрополь"), south),
        (Text("Volgograd", "Волгоград"), south),
        (Text("Astrakhan", "Астрахань"), south), (Text("Kazan", "Казань"), volga), (Text("Samara", "Самара"), volga),
        (Text("Saratov", "Саратов"), volga), (Text("Nizhny Novgorod", "Нижний Новгород"), volga),
        (Text("Ufa", "Уфа"), volga),
        (Text("Perm", "Пермь"), volga), (Text("Orenburg", "Оренбург"), volga), (Text("Voronezh", "Воронеж"), centre),
        (Text("Lipetsk", "Липецк"), centre), (Text("Kursk", "Курск"), centre), (Text("Tula", "Тула"), centre),
        (Text("Oryol", "Орёл"), centre), (Text("Belgorod", "Белгород"), centre), (Text("Ryazan", "Рязань"), centre),
    ]
    private static let south = Text("South", "Юг")
    private static let volga = Text("Volga", "Поволжье")
    private static let centre = Text("Centre", "Центр")
}
