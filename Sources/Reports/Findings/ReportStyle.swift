/// The style sheet of the report of findings.
package enum ReportStyle {
  /// The whole sheet, for a page that stands alone.
  package static let text = """
    :root{color-scheme:light dark;\(ReportPalette.properties(ReportPalette.light))}
    @media (prefers-color-scheme:dark){:root{\(ReportPalette.properties(ReportPalette.dark))}}
    *{box-sizing:border-box}
    body{font:1rem/1.5 system-ui,sans-serif;color:var(--page-text);background:var(--page-ground);margin:0 auto;padding:1rem;max-width:80rem}
    a{color:var(--link-text)}
    a:focus-visible,.sheet:focus-visible,li:target,td:target{outline:3px solid var(--link-text);outline-offset:2px}
    .skip{position:absolute;left:-999px}.skip:focus{position:static}
    .summary{font-size:1.2rem;font-weight:bold}
    .next,dt,.empty,caption{color:var(--quiet-text)}
    dt,code{white-space:nowrap}
    h2{border-bottom:2px solid;margin-top:2rem}
    .findings{list-style:none;padding:0}.findings li{margin:0 0 1rem;scroll-margin-top:1rem}.findings p{margin:0}
    .remedy{font-weight:bold}
    strong.error,strong.warning,strong.note{padding:0 .4em;border-radius:.2em}
    .error{color:var(--error-text);background:var(--error-ground)}
    .warning{color:var(--warning-text);background:var(--warning-ground)}
    .note{color:var(--note-text);background:var(--note-ground)}
    dl{display:flex;flex-wrap:wrap;gap:0 1.5rem;margin:.2rem 0;font-size:.9rem}dl div{display:flex;gap:.4rem}dd{margin:0}
    .sheet{overflow:auto;max-height:40rem;border:1px solid;margin:1rem 0}
    table{border-collapse:collapse;font-size:.85rem}caption{text-align:left;padding:.2rem .4rem}
    th,td{border:1px solid #8a8f98;padding:.15rem .4rem;vertical-align:top;max-width:22rem;scroll-margin:4rem;white-space:pre-line}
    thead th,tbody th,thead td{color:var(--head-text);background:var(--head-ground);font-weight:normal}
    thead th,thead td{position:sticky;top:0}
    td.number{text-align:right;font-variant-numeric:tabular-nums}
    td.error,td.warning,td.note{outline:2px solid;outline-offset:-2px;font-weight:bold}
    sup{margin-left:.3em}td.error a,td.warning a,td.note a{color:inherit}
    @media print{@page{size:A4 landscape;margin:12mm}:root{\(ReportPalette.properties(ReportPalette.light))}
    body{max-width:none;padding:0;font-size:10pt}.skip,nav{display:none}.sheet{overflow:visible;max-height:none}table{font-size:7pt}
    table.wide{width:100%;table-layout:fixed;font-size:5.5pt;overflow-wrap:anywhere}table.wide th,table.wide td{padding:1px 2px}
    thead th,thead td{position:static}.findings li,tr{break-inside:avoid}h2,h3{break-after:avoid}
    td,th,strong{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
    """

  /// What reports need on the local page beside its own style sheet.
  package static let onPage = """
    :root{\(ReportPalette.properties(ReportPalette.light))}
    @media (prefers-color-scheme:dark){:root{\(ReportPalette.properties(ReportPalette.dark))}}
    .report .error,td.no{color:var(--error-text);background:var(--error-ground)}
    .report .warning,td.wait{color:var(--warning-text);background:var(--warning-ground)}
    .report .note,td.yes{color:var(--note-text);background:var(--note-ground)}
    .report h1{font-size:1.3rem}.report .skip,.report .next{display:none}.summary,.remedy{font-weight:bold}
    .findings{list-style:none;padding:0}.findings li{margin:0 0 1rem;scroll-margin-top:1rem}.findings p{margin:0}
    .report dl{display:flex;flex-wrap:wrap;gap:0 1.5rem;margin:.2rem 0}.report dl div{display:flex;gap:.4rem}.report dd{margin:0}
    .sheet{overflow:auto;max-height:40rem;border:1px solid;margin:1rem 0}.sheet table{font-size:.85rem}
    li:target,td:target{outline:3px solid var(--link-text);outline-offset:2px}
    td.number{text-align:right}sup{margin-left:.3em}td.error a,td.warning a,td.note a{color:inherit}
    """
}
