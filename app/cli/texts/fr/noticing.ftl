etape = Notice aux parents, { $count ->
        [one] { $count } page
       *[other] { $count } pages
    }, en trois formats
