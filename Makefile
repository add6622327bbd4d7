# fordel: budget spreadsheets for the City of Copenhagen's investment proposals.
# `make demo` and `make test` are all a newcomer needs; everything else is for those who work on fordel.

SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -c
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
FORDEL := .build/release/fordel

# What the tool was built from, for `fordel --version`.
export FORDEL_COMMIT := $(shell git log -1 --format='%h of %cs' 2>/dev/null)$(shell git diff --quiet HEAD 2>/dev/null || echo ' with changes')

# Where `make install` puts things; DESTDIR goes before all of it, for packages.
PREFIX := /usr/local
ZSHDIR := $(PREFIX)/share/zsh/site-functions
SHARE = $(DESTDIR)$(PREFIX)/share
INSTALLED = $(DESTDIR)$(PREFIX)/bin/fordel $(SHARE)/man/man1/fordel.1.gz $(SHARE)/man/da/man1/fordel.1.gz \
  $(SHARE)/bash-completion/completions/fordel $(DESTDIR)$(ZSHDIR)/_fordel \
  $(SHARE)/fish/vendor_completions.d/fordel.fish $(SHARE)/applications/fordel.desktop

.PHONY: demo test lint libraries build install uninstall deb guides docs pictures interoperability page bench fuzz clean

demo: libraries build
	@Tests/scripts/demo.sh $(FORDEL)

# Debug information doubles what the optimiser takes, and nobody debugs these.
RELEASE := -c release -debug-info-format none

test: libraries
	swift test $(RELEASE)

# With FORDEL_BUILT the tool that `make test` built is taken as it is: tests are built with other flags, and so all would be
# compiled a second time.
build: libraries
	$(if $(FORDEL_BUILT),test -x $(FORDEL) || )swift build $(RELEASE) --product fordel

# The two C libraries, from Debian or Ubuntu, if they are missing.
libraries:
	@if ! pkg-config --exists xlsxwriter libzip 2>/dev/null; then \
	  echo "Installing libxlsxwriter-dev and libzip-dev …"; \
	  $(SUDO) apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends libxlsxwriter-dev libzip-dev pkg-config; \
	fi

# The tool with its manual pages (English, Danish), completions and an entry in the menu of programs.
install:
	@test -x $(FORDEL) || { echo "There is nothing to install yet: run make build first."; exit 1; }
	install -Dm755 $(FORDEL) $(DESTDIR)$(PREFIX)/bin/fordel
	install -d $(sort $(dir $(INSTALLED)))
	$(FORDEL) manual --language en | gzip -9n > $(SHARE)/man/man1/fordel.1.gz
	$(FORDEL) manual --language da | gzip -9n > $(SHARE)/man/da/man1/fordel.1.gz
	$(FORDEL) --generate-completion-script bash > $(SHARE)/bash-completion/completions/fordel
	$(FORDEL) --generate-completion-script zsh > $(DESTDIR)$(ZSHDIR)/_fordel
	$(FORDEL) --generate-completion-script fish > $(SHARE)/fish/vendor_completions.d/fordel.fish
	install -m644 Tests/package/fordel.desktop $(SHARE)/applications/fordel.desktop
	install -d $(SHARE)/doc/fordel
	install -m644 README.md LÆSMIG.md CHANGELOG.md Sources/fordel/Documentation.docc/*.md $(SHARE)/doc/fordel

uninstall:
	rm -f $(INSTALLED)
	rm -rf $(SHARE)/doc/fordel

# A Debian package under out/, with Swift's own libraries in it, tried in a bare Debian root where that may be made.
# A build of its own: with and without Swift's libraries are different builds.
deb: libraries
	@command -v lintian >/dev/null && command -v debootstrap >/dev/null || { $(SUDO) apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends dpkg-dev lintian debootstrap >/dev/null; }
	swift build $(RELEASE) --static-swift-stdlib --scratch-path .build-deb --product fordel
	@rm -f out/fordel_*.deb
	Tests/package/deb.sh .build-deb/release/fordel out
	lintian --fail-on error --suppress-tags bad-distribution-in-changes-file out/fordel_*.deb
	Tests/package/bare.sh out/fordel_*.deb

lint:
	swift format lint --strict -r Sources Tests Package.swift

# Every command that a page shows is run, every link and example checked.
guides: build
	python3 Tests/guides.py $(FORDEL)
	python3 Tests/examples.py

# The documentation as archives under out/docs, warnings being errors.
docs: build
	Tests/docs.sh .build/release/Modules out/docs

# The pictures of the pages anew, from the samples.
pictures: build
	Tests/scripts/pictures.sh $(FORDEL)

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
	rm -rf .build .build-deb .build-fuzz .build-page out
