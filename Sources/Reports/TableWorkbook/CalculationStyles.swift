import Spreadsheet

/// The looks of the sheet `Beregning`: amounts plain, formulas of shares light, rounded shares and totals set
/// off.
enum CalculationStyles {
  package static let heading = CellStyle().with {
    $0.isBold = true
    $0.fontSize = 12
    $0.textColour = 0x1F3864
  }

  package static func text(_ step: CalculationStep) -> CellStyle {
    base(step).with {
      $0.wrapsText = true
      $0.numberFormat = "@"
    }
  }

  package static func weight(_ step: CalculationStep) -> CellStyle {
    base(step).with {
      $0.horizontalAlignment = .right
      $0.numberFormat = "General"
    }
  }

  /// Three decimals where a share is not whole, none where it is rounded; lines as they are.
  package static func number(_ step: CalculationStep, _ cell: CalculationCell) -> CellStyle {
    base(step).with {
      $0.horizontalAlignment = .right
      if case .check = cell { return }
      switch step {
      case .rounded, .roundedSum, .roundedTotal: $0.numberFormat = "#,##0"
      case .line, .sum, .rest, .total: $0.numberFormat = cell.isWhole ? "#,##0" : "#,##0.00###"
      case .part, .exact: $0.numberFormat = "#,##0.000"
      }
    }
  }

  private static func base(_ step: CalculationStep) -> CellStyle {
    CellStyle().with {
      $0.verticalAlignment = .top
      $0.borders = .all(.hair, colour: 0xBFBFBF)
      switch step {
      case .line, .part: break
      case .sum, .rest: $0.isBold = true
      case .exact: $0.fillColour = 0xF2F2F2
      case .rounded:
        $0.isBold = true
        $0.fillColour = 0xE2EFDA
      case .total, .roundedSum, .roundedTotal:
        $0.isBold = true
        $0.borders.top = .thin
      }
    }
  }
}
