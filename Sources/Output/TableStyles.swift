package import AllocationTables
import ProposalModel
package import Spreadsheet

/// The looks of an exported table: calm, readable in print, totals set off by a line.
package enum TableStyles {
  package static let caption = CellStyle().with {
    $0.isBold = true
    $0.fontSize = 13
    $0.textColour = 0x1F3864
  }
  package static let header = CellStyle().with {
    $0.isBold = true
    $0.fillColour = 0xD9E2F3
    $0.borders = .all(.thin, colour: 0x8EA9DB)
    $0.wrapsText = true
    $0.verticalAlignment = .centre
  }
  package static let yearHeader = header.with {
    $0.horizontalAlignment = .right
    $0.numberFormat = "0"
  }
  package static let frontPageValue = CellStyle().with {
    $0.wrapsText = true
    $0.verticalAlignment = .top
    $0.horizontalAlignment = .left
    $0.borders = .all(.hair, colour: 0xBFBFBF)
  }
  package static let note = CellStyle().with {
    $0.isItalic = true
    $0.textColour = 0x595959
    $0.wrapsText = true
    $0.verticalAlignment = .top
  }

  /// The style of a text cell in a row of `kind`.
  package static func text(_ kind: TableRowKind, isCode: Bool = false) -> CellStyle {
    base(kind).with {
      $0.wrapsText = true
      if isCode { $0.numberFormat = "@" }
    }
  }

  /// The style of a figure in a row of `kind` whose amounts have `decimals` decimals.
  package static func figure(_ kind: TableRowKind, decimals: Int) -> CellStyle {
    base(kind).with {
      $0.horizontalAlignment = .right
      $0.numberFormat = numberFormat(decimals: decimals)
    }
  }

  /// Thousands separator and minus; a Danish Excel shows `-1.275,50`.
  package static func numberFormat(decimals: Int) -> String {
    decimals == 0 ? "#,##0" : "#,##0." + String(repeating: "0", count: decimals)
  }

  private static func base(_ kind: TableRowKind) -> CellStyle {
    CellStyle().with {
      $0.verticalAlignment = .top
      $0.borders = .all(.hair, colour: 0xBFBFBF)
      switch kind {
      case .heading:
        $0.isBold = true
        $0.fillColour = 0xF2F2F2
      case .subtotal, .total, .effect:
        $0.isBold = true
        $0.borders.top = .thin
        $0.borders.colour = 0x404040
        if kind != .subtotal { $0.fillColour = 0xE2EFDA }
      case .memo, .payback: $0.isItalic = true
      case .line: break
      }
    }
  }
}
