/// Assessments of people over two years. Until ten months ago the oncology centre's chief physician is for us. Then a deputy who is against
/// us acts in his place, and the group follows. Half a year ago Irina Sokolova becomes chief physician, and a neutral person comes over to
/// us.
enum Judgements {
    /// Columns: family name | organisation | assessments. Each assessment: days ago, power, stance, openness, a(ssumed) or c(onfirmed),
    /// source. "." means not stated.
    static let ofUs = """
        Astakhov | oncology | 786 5 +2 3 c visit; 480 5 +2 3 c table; 304 0 . . c order
        Kostenko | oncology | 780 3 -1 1 a visit; 405 3 -2 0 c budget; 297 5 -2 0 c order; 160 4 -2 1 c order; 38 3 -1 1 c talk
        Sokolova | oncology | 782 3 +1 2 c visit; 500 3 +2 3 c talk; 290 2 +2 3 c visit; 178 4 +2 3 a congress; 164 5 +2 3 c order
        Zhdanov | oncology | 778 3 0 1 c committee; 270 3 0 1 a visit; 148 4 0 2 c talk; 98 4 +1 2 c committee; 33 4 +2 2 c committee
        Gromov | oncology | 780 3 +1 2 c visit; 520 3 +2 3 c congress; 268 1 +2 3 c talk; 140 3 +2 3 c visit
        Tarasova | oncology | 776 3 +1 2 c committee; 262 3 0 1 a visit; 84 3 +1 2 c committee
        Merkulova | oncology | 779 2 +1 2 c visit; 205 2 0 2 a visit; 60 2 +1 2 c visit
        Prokhorov | oncology | 769 3 -1 1 a table; 255 4 -1 1 c committee; 110 3 0 1 a talk
        Galstyan | oncology | 765 2 -1 1 a visit; 240 2 -1 1 c colleague; 52 2 0 1 a talk
        Nesterova | oncology | 772 1 +1 2 c visit; 410 1 +2 3 c visit
        Demidova | oncology | 750 1 +1 2 a visit; 375 1 +2 3 c congress
        Goncharova | oncology | 540 1 +1 2 a visit
        Rogova | oncology | 740 1 0 1 a visit; 310 1 +1 2 c visit
        Samoylova | oncology | 784 1 . 1 a visit; 150 1 +1 2 a visit
        Titov | oncology | 777 2 0 1 c tender; 256 2 -1 0 a tender; 66 2 0 1 a visit
        Panin | oncology | 735 1 -1 1 a tender
        Malakhov | oncology | 775 3 +1 2 c tender; 282 0 . . c order
        Belova | oncology | 774 3 +1 1 c budget; 276 3 -1 1 c budget; 72 3 0 1 a budget
        Levchenko | group | 782 5 +1 1 c visit; 288 5 -1 1 a budget; 130 5 0 1 a talk; 70 5 +1 2 c visit
        Ignatova | group | 780 3 +1 2 c table; 280 3 0 1 a visit; 88 3 +1 2 c table
        Voronin | group | 776 4 0 1 a budget; 292 4 -1 0 c budget; 92 4 0 1 a budget
        Rudakov | group | 781 4 +1 2 c visit; 265 3 0 2 c visit; 76 4 +1 2 c visit
        Sabirova | group | 774 2 0 1 a tender; 260 2 -1 1 a tender; 64 2 0 1 a tender
        Stolyarova | group | 764 2 +1 2 c table; 300 2 +1 2 c committee
        Lomov | group | 778 3 +1 2 c visit; 420 0 . . c letter
        Popova | group | 760 1 . 1 a visit
        Sizov | group | 480 1 0 2 a visit
        Dyomin | city | 772 4 +1 2 c visit; 250 4 0 1 a visit; 62 4 +1 2 c visit
        Osipova | city | 766 3 0 2 a visit; 230 3 0 1 a visit; 58 3 +1 2 c visit
        Gusev | city | 764 2 +1 3 c table; 380 2 +2 3 c congress
        Kolesnik | city | 762 3 -1 1 c budget; 120 3 -1 1 c budget
        Bykov | city | 758 2 0 1 a tender
        Melnik | city | 740 2 +1 2 c committee
        Kruglova | city | 768 2 +2 3 c visit
        Feldman | city | 735 1 . . a colleague
        Sizov | city | 750 1 +1 2 a visit; 500 0 . . c order
        Gromov | children | 760 2 +1 2 a visit; 500 2 +2 3 c visit
        Shilova | children | 750 3 +1 2 c visit
        Belyaev | ministry | 780 5 0 0 a budget; 340 5 0 1 a budget
        Novik | ministry | 778 4 +1 2 c table; 360 0 . . c site
        Tolmacheva | ministry | 756 2 0 1 a site; 350 4 0 1 a order; 115 4 +1 2 a table
        Frolova | ministry | 770 3 +1 2 c visit; 220 3 +1 2 c letter
        Mironova | ministry | 775 4 +1 2 c visit; 345 3 +1 2 c visit
        Karpov | ministry | 760 3 +2 3 c congress
        Agapov | ministry | 740 3 . 0 a site
        Malakhov | ministry | 270 2 +1 2 a talk
        Khasanova | ministry | 730 1 +1 2 c visit
        Sorokin | university | 768 5 0 1 a site; 325 5 +1 1 a table
        Lapina | university | 765 3 +1 2 c visit
        Karpov | university | 778 3 +2 3 c visit; 430 4 +2 3 c congress
        Gromov | university | 770 2 +1 2 c table; 430 2 +2 3 c congress
        Gusev | university | 695 1 +1 2 a table
        Abramov | university | 772 3 +1 2 c table; 395 3 0 2 c talk
        Vetrova | university | 640 2 +1 2 a visit
        Vlasov | university | 615 3 +1 2 c visit; 360 3 +2 3 c letter
        Novik | university | 330 3 +1 2 a talk
        Malyshev | university | 590 1 . . a tender
        Prokhorov | university | 750 2 -1 1 a table
        Astakhov | university | 300 2 +2 3 c visit
        Akhmetov | donfarm | 776 5 +1 2 c visit; 300 5 +1 2 c visit
        Lomov | donfarm | 395 4 +1 2 a talk; 180 4 +2 3 c visit
        Nechaev | donfarm | 760 2 +1 2 c visit; 290 2 -1 1 a talk
        Simonova | donfarm | 755 3 0 1 a letter
        Bagdasaryan | donfarm | 770 2 +1 2 c tender
        Brodsky | donfarm | 600 2 -2 0 c talk
        Tkach | donfarm | 620 2 0 1 a visit
        Pak | donfarm | 750 1 +2 3 c visit
        """

    /// The stance to a competitor. Columns: family name | organisation | competitor | days ago, stance, certainty, source.
    static let ofCompetitors = """
        Kostenko | oncology | Northpharm | 775 +1 a colleague; 400 +2 c budget; 60 +1 a talk
        Astakhov | oncology | Northpharm | 760 -1 c talk
        Sokolova | oncology | Northpharm | 495 0 a visit; 170 -1 c talk
        Zhdanov | oncology | Northpharm | 640 +1 a committee; 240 +1 a committee; 95 0 c committee
        Prokhorov | oncology | Northpharm | 620 +1 a congress
        Galstyan | oncology | Vostokmed | 580 +1 a visit
        Belova | oncology | Northpharm | 270 +1 c budget; 70 0 a budget
        Gromov | oncology | Northpharm | 515 0 c congress
        Levchenko | group | Northpharm | 286 +1 a budget; 68 0 a visit
        Voronin | group | Northpharm | 290 +2 c budget; 90 0 a budget
        Kolesnik | city | Vostokmed | 500 +1 c budget
        Dyomin | city | Northpharm | 245 +1 a visit; 60 0 a visit
        Tolmacheva | ministry | Northpharm | 330 0 a table
        Sorokin | university | Vostokmed | 400 +1 a site
        Brodsky | donfarm | Northpharm | 598 +2 c talk
        Akhmetov | donfarm | Northpharm | 450 +1 c visit
        """

    static let competitors = [
        "Northpharm": Text("Northpharm", "Нордфарм"), "Vostokmed": Text("Vostokmed", "Востокмед"),
    ]
}
