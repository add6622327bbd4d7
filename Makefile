# fordel: budget spreadsheets for the City of Copenhagen's investment proposals.
# `make demo` and `make test` are all a newcomer needs; everything else is for those who work on fordel.

SHELL := /bin/bash
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
FORDEL := .build/release/fordel

.PHONY: demo test lint libraries build interoperability page bench fuzz clean

demo: libraries build
	@Tests/scripts/demo.sh $(FORDEL)

test: libraries
	swift test -c release

build: libraries
	swift build -c release --product fordel

# The two C libraries, from Debian or Ubuntu, if they are missing.
libraries:
	@if ! pkg-config --exists xlsxwriter libzip 2>/dev/null; then \
	  echo "Installing libxlsxwriter-dev and libzip-dev …"; \
	  $(SUDO) apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends libxlsxwriter-dev libzip-dev pkg-config; \
	fi

lint:
	swift format lint --strict -r Sources Tests Package.swift

interoperability: build
	Tests/interoperability/run.sh $(FORDEL)
	python3 Tests/kvantum/simulator.py $(FORDEL) 10

# The local page in a real browser: Debian's chromium, driven from Python; `make page PICTURES=out/page` keeps pictures.
page: build
	@command -v chromium >/dev/null || { $(SUDO) apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends chromium >/dev/null; }
	@test -d .build-page || { python3 -m venv .build-page && \
	  .build-page/bin/pip -q install playwright==1.65.2 axe-playwright-python==0.1.8; }
	.build-page/bin/python Tests/page/browser.py $(FORDEL) $(if $(PICTURES),--pictures $(PICTURES))

# Ratios to the peers, which are installed into .build-peers; `make bench BENCHMARKS=write` runs one alone.
bench: libraries
	Tests/benchmarks/run.sh $(BENCHMARKS)

# Every reader of foreign bytes under libFuzzer and AddressSanitizer; `make fuzz SECONDS=600` for longer.
SECONDS := 60
fuzz: libraries
	Tests/fuzz/fuzz.sh $(SECONDS)

clean:
	rm -rf .build .build-fuzz .build-page out
