/// What a cell format of the file does to the values under it: its number format, and a font that strikes
/// out, raises or lowers all of it or has the colour of the cell behind it.
package struct CellLook: Hashable, Sendable {
  let format: NumberFormatCode
  /// Whether the whole cell is struck out.
  let isStruck: Bool
  /// Whether the whole cell is raised or lowered.
  let isRaised: Bool
  /// The displays of ``NumberFormatCode/displays``, with the font's marks.
  private let displays: [CellDisplay]

  package init(
    format: NumberFormatCode, isStruck: Bool = false, isRaised: Bool = false, isSameColour: Bool = false,
    isOnWhite: Bool = true
  ) {
    (self.format, self.isStruck, self.isRaised) = (format, isStruck, isRaised)
    displays = zip(format.displays, format.colours).map { display, colour in
      // A colour of the number format, `[Red]`, is used in place of the font's.
      let isUnseen =
        switch colour {
        case .ofFont: isSameColour
        case .white: isOnWhite
        case .other: false
        }
      return CellDisplay(
        format: display,
        marks: [
          isStruck ? .struckOut : [], isRaised ? .raisedDigits : [], isUnseen ? .sameColour : [],
        ])
    }
  }

  /// Whether cells of this look have ``CellDisplay/plain``.
  package var isPlain: Bool { displays.allSatisfy { $0 == .plain } }

  /// What is seen of a number.
  func display(of number: DecimalNumber) -> CellDisplay { displays[format.displayIndex(of: number)] }

  /// What is seen of a text, an error or a truth value, none of which a number format's sections for numbers
  /// concern.
  var displayOfText: CellDisplay { displays[format.textDisplayIndex] }

  /// What is seen of a number too large to be read, or of a date that is not stored as a number.
  var displayOfUnreadNumber: CellDisplay { displays[0] }
}

/// Which parts of a text are struck out or raised, as its runs say.
package struct RunMarks: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Some visible characters are struck out.
  package static let struck = RunMarks(rawValue: 1)
  /// Some visible characters are not, whatever the cell's font.
  package static let unstruck = RunMarks(rawValue: 2)
  /// Some visible characters follow the cell's font.
  package static let inherited = RunMarks(rawValue: 4)
  /// Some digits are raised or lowered.
  package static let raised = RunMarks(rawValue: 8)

  /// Whether the runs say nothing that the cell does not.
  package var isPlain: Bool { isSubset(of: .inherited) }

  /// The marks of a cell with such a text, whose font strikes out or does not.
  func marks(isFontStruck: Bool) -> CellMarks {
    let hasStruck = contains(.struck) || (isFontStruck && contains(.inherited))
    let hasPlain = contains(.unstruck) || (!isFontStruck && contains(.inherited))
    return [
      hasStruck ? (hasPlain ? .partlyStruck : .struckOut) : [], contains(.raised) ? .raisedDigits : [],
    ]
  }
}
