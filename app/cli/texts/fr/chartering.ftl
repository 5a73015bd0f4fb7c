etape = Charte en trois formats
