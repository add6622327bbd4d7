import Spreadsheet

/// How the entry workbook looks: yellow is for writing, grey is calculated, blue is a header.
enum EntryStyles {
  static let headerColour: Colour = 0x1F4E79
  static let inputColour: Colour = 0xFFF8E1
  static let fixedColour: Colour = 0xEDEDED
  static let lineColour: Colour = 0xBFBFBF

  /// Thousands separator and two decimals; whole numbers lose theirs by ``wholeNumbers``. (`#,##0.##` would
  /// leave a comma dangling.)
  static let amountFormat = "#,##0.00"

  package static let title = make { ($0.isBold, $0.fontSize, $0.textColour) = (true, 16, headerColour) }
  static let subtitle = make { ($0.isBold, $0.fontSize) = (true, 12) }
  package static let heading = make {
    ($0.isBold, $0.fontSize, $0.textColour) = (true, 13, headerColour)
    $0.borders = CellStyle.Borders(bottom: .medium, colour: headerColour)
  }
  static let hint = make { ($0.isItalic, $0.textColour) = (true, 0x595959) }
  package static let plain = make {
    $0.wrapsText = true
    $0.verticalAlignment = .top
  }
  package static let header = make {
    ($0.isBold, $0.textColour, $0.fillColour, $0.wrapsText, $0.fontSize) = (
      true, .white, headerColour, true, 10
    )
    $0.verticalAlignment = .centre
    $0.borders = .all(.thin, colour: lineColour)
  }
  package static let yearHeader = header.with {
    $0.horizontalAlignment = .right
    $0.numberFormat = "0"
  }
  package static let label = make {
    ($0.isBold, $0.fillColour, $0.wrapsText) = (true, fixedColour, true)
    $0.verticalAlignment = .top
    $0.borders = .all(.thin, colour: lineColour)
  }
  package static let explanation = make {
    ($0.textColour, $0.wrapsText) = (0x595959, true)
    $0.verticalAlignment = .top
  }
  /// A cell to write words in.
  package static let input = make {
    ($0.isLocked, $0.fillColour, $0.wrapsText) = (false, inputColour, true)
    $0.verticalAlignment = .top
    $0.borders = .all(.thin, colour: lineColour)
  }
  /// A cell for codes: text, so that no program turns them into numbers.
  package static let code = input.with { $0.numberFormat = "@" }
  package static let number = input.with {
    $0.numberFormat = "0"
    $0.horizontalAlignment = .left
  }
  package static let amount = input.with {
    $0.numberFormat = amountFormat
    $0.horizontalAlignment = .right
    $0.wrapsText = false
  }
  static let keyName = code.with {
    $0.isBold = true
    $0.horizontalAlignment = .right
  }
  package static let weight = input.with {
    $0.numberFormat = "General"
    $0.horizontalAlignment = .right
  }
  /// Filled in by fordel, and left open so that the row can be deleted.
  package static let identifier = input.with {
    ($0.fillColour, $0.textColour, $0.numberFormat) = (fixedColour, 0x7F7F7F, "@")
  }
  /// Calculated in the row, and left open so that the row can be deleted.
  static let rowSum = amount.with { $0.fillColour = fixedColour }
  package static let totalLabel = make { ($0.isBold, $0.fillColour) = (true, fixedColour) }
  package static let total = make {
    ($0.isBold, $0.fillColour, $0.numberFormat) = (true, fixedColour, amountFormat)
    $0.horizontalAlignment = .right
    $0.borders = .all(.thin, colour: lineColour)
  }
  /// What the live check says, and how it looks where something is to be done.
  static let check = rowSum.with {
    ($0.numberFormat, $0.textColour, $0.wrapsText) = ("General", 0x595959, false)
    $0.horizontalAlignment = .left
  }
  static let flagged = make { ($0.isBold, $0.textColour, $0.fillColour) = (true, 0x9C0006, 0xFFC7CE) }
  static let lockedRow = CellStyle()
  package static let open = make { $0.isLocked = false }

  /// Whole numbers are shown without decimals.
  static let wholeNumbers = make { $0.numberFormat = "#,##0" }

  private static func make(_ change: (inout CellStyle) -> Void) -> CellStyle { CellStyle().with(change) }
}
