#!/usr/bin/env python3
"""Makes fixtures of printed text that hold facts only: the lines of tables, captions, headings, labels, figures and
field names, with one neutral line wherever running text stood.

usage: make_fixtures.py TRANSCRIPTIONS TEXTS OUT_DIR

A line stays if every word in it, or the part of a word that a line break left, stands in the transcription of the
document, in the form's own words below, or is no word (figures, boxes, dashes). Everything else is running text.
"""
import json
import pathlib
import re
import sys

NEUTRAL = "Her stod løbende tekst, som ikke er taget med, fordi kun tabeller og felter hører til en prøve af læsning."
FORM = """forslagets titel resumé kort fremstillende forvaltning berørte forvaltninger der søges om midler fra angiv pl
styringsområde bevilling profitcenter mv udvalg innovationspulje sæt x nettoeffekt på administrative udgifter kr p l
tilbagebetalingstid baseret på serviceeffektivisering totaløkonomi note noter til alle tabeller alle besparelser er
angivet med negativt fortegn hvem er hørt ja nej ikke relevant dato for godkendelse og evt høringssvar side af
samlede implementeringsomkostninger varige ændringer totalt investeringer i alt år service anlæg overførsel
økonomiforvaltningen kultur fritidsforvaltningen børne ungdomsforvaltningen sundheds omsorgsforvaltningen
socialforvaltningen teknik miljøforvaltningen beskæftigelses integrationsforvaltningen budget forbrug bevillingsområde
investeringsforslag tværgående effektiviseringsforslag ofs overførselssagen tabel innovations pulje godkendt d den efter
koncern it kit bif sof høring i med pr angiv hovedmed effekten udgiften"""


def words(text):
    return re.findall(r"[a-zæøåéü]+", text.lower())


def vocabulary(value):
    if isinstance(value, dict):
        return {w for k, v in value.items() if k not in ("anomalies", "source") for w in vocabulary(v)}
    if isinstance(value, list):
        return {w for v in value for w in vocabulary(v)}
    return set(words(value)) if isinstance(value, str) else set()


def stays(line, known):
    found = words(line)
    if not found:
        return True
    if len(line.strip()) > 110:
        return False

    def fits(word, isEdge):
        return word in known or (isEdge and any(word in k for k in known))

    return all(fits(w, i in (0, len(found) - 1)) for i, w in enumerate(found))


def main():
    corpus, texts, out = map(pathlib.Path, sys.argv[1:4])
    out.mkdir(parents=True, exist_ok=True)
    for path in sorted(texts.glob("*.txt")):
        known = set(words(FORM)) | vocabulary(json.loads((corpus / f"{path.stem}.json").read_text()))
        kept, dropped = [], False
        for line in path.read_text().split("\n"):
            if stays(line, known):
                if dropped and line.strip():
                    kept.append(NEUTRAL)
                    dropped = False
                kept.append(line)
            else:
                dropped = True
        text = re.sub(r"(\n *){4,}", "\n\n\n", "\n".join(kept))
        (out / path.name).write_text(re.sub(rf"({re.escape(NEUTRAL)}\s*\n)+", NEUTRAL + "\n\n", text))


if __name__ == "__main__":
    main()
