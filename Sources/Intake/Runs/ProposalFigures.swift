import Findings
import ProposalModel

/// The figures of a proposal with their cells, as far as a document and a workbook of one number have to be
/// compared.
struct ProposalFigures: Sendable {
  /// A figure that two files may both have.
  private struct Key: Hashable, Sendable {
    var section: LineSection
    var text: String
    var area: ControlArea?
    var year: Int
  }

  private struct Value: Sendable {
    var amount: Amount
    var place: Place
  }

  private var values: [Key: Value] = [:]

  /// The figures of Tabel 1: of lines with the same words, the sum. Only documents and files beside them need
  /// any, but which those are shows only at the end.
  init(_ item: IntakeItem) {
    guard let proposal = item.proposal else { return }
    for line in proposal.lines where line.condition == .ifAdopted {
      for (year, figure) in zip(proposal.years, line.figures) {
        let key = Key(
          section: line.section, text: Spelling.key(line.tableOneItem ?? line.text), area: line.controlArea,
          year: year)
        let place = item.origins[.figure(line.id, year: year)]
        values[key, default: Value(amount: .zero, place: place)].amount += figure.amount
      }
    }
  }

  /// Figures that both have and that differ, one finding for each line, at the cells of these.
  func differences(from other: ProposalFigures, file: String, other otherFile: String) -> [Finding] {
    let differing = values.filter { key, value in
      other.values[key].map { $0.amount != value.amount } ?? false
    }
    let lines = Dictionary(grouping: differing) {
      "\($0.key.section.rawValue) \($0.key.text) \($0.key.area?.rawValue ?? "")"
    }
    return lines.sorted { $0.key < $1.key }.compactMap { _, figures in
      let figures = figures.sorted { $0.key.year < $1.key.year }
      guard let first = figures.first, let theirs = other.values[first.key] else { return nil }
      let words = figures.compactMap { figure -> String? in
        other.values[figure.key].map {
          "\(figure.key.year): \(figure.value.amount.danish()) her og \($0.amount.danish()) i \(otherFile)"
        }
      }
      return Catalogue.documentDiffers(
        words, otherPlace: theirs.place, at: first.value.place, cells: figures.compactMap(\.value.place.cell))
    }
  }
}
