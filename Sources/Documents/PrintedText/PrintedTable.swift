/// A table of printed text: its caption, its headings and its rows.
struct PrintedTable {
  var caption: String?
  var meaning: PrintedMeaning
  /// What the head says beside columns and years: the unit and the price level.
  var unit: String
  /// Columns between the labels and the years, as their headings stand.
  var columns: [PrintedColumnWords]
  var years: [Int]
  /// Where the years stand, if that is known.
  var places: [PrintedSpan] = []
  /// Where the column between labels and years begins, if that is known.
  var sideStart: Double?
  var rows: [PrintedRow] = []
  /// The line of the years.
  var line: Int
  /// How its figures are written from 1.000 on, or where it has none so large, those of the whole text.
  var thousands = Thousands.unknown
  /// Whether its figures stand cell by cell or column by column, so that nothing tells their rows and years.
  var isScattered = false

  var hasCommittees: Bool { columns.contains { $0.role == .committee } }
  var hasAccounts: Bool { columns.contains { $0.role == .account } }
  var hasControlAreas: Bool { columns.contains { $0.role == .controlArea } }
}

/// How figures from a thousand on are written: four digits without a point are a code where money has points.
enum Thousands {
  case grouped, plain, unknown
}

/// A row of a table.
struct PrintedRow {
  var kind: PrintedRowKind
  /// The lines of its words, in the order of the text.
  var fragments: [String]
  /// Where each of them begins, if that is known.
  var starts: [Double?] = []
  /// How far down each of them stands, if that is known.
  var tops: [Double?] = []
  /// How far down its figures stand.
  var figureTop: Double?
  /// Words that stand behind the figures and belong to the label.
  var late: [String] = []
  /// Its figures as they stand, before they are joined and counted.
  var pieces: [PrintedPiece] = []
  /// Spaces behind the last figure, or behind the label of a row without figures.
  var trailing = 0
  /// The first line of the row.
  var line: Int
  var committee: String?
  var share: String?
  var hasMark = false
  /// Whether a line of nothing but dashes stands below its other figures: they may be signs of figures further down.
  var hasLooseDashes = false

  // What is made of it:
  var label = ""
  var controlArea: String?
  var account: String?
  /// The figures with their years; `nil` where no year is known.
  var figures: [PlacedFigure] = []
  var certainty = Certainty.full
  /// For paybacks.
  var payback: String?

  init(kind: PrintedRowKind, fragments: [String], line: Int) {
    self.kind = kind
    self.fragments = fragments
    self.line = line
  }
}

/// A word among the figures of a row.
struct PrintedPiece: Hashable {
  var text: String
  /// Spaces before it; `nil` at the beginning of a line.
  var gap: Int?
  /// Whether a letter stands before it in its line.
  var followsWord: Bool
  /// Where it stands, if that is known.
  var span: PrintedSpan?

  /// Whether it begins a line.
  var beginsLine: Bool { gap == nil }
}

/// A figure and the index of its year.
struct PlacedFigure: Hashable {
  var amount: PrintedAmount
  var year: Int?
}

/// How sure the years of a row are, and what decided.
enum Certainty: Hashable {
  /// As many figures as years, or places in the text: nothing was to be decided.
  case full
  /// One placement alone agrees with the sums named.
  case proved(sums: [String])
  /// The same figures stand in another row of the proposal.
  case repeated(row: String)
  /// The spaces left in the line, and no sum says otherwise.
  case spaces
  /// The custom alone: what goes on fills to the right, what ends to the left.
  case custom
  /// Nothing decides, or a sum contradicts: readings are the years that each figure could be of.
  case uncertain(readings: [String])
}
