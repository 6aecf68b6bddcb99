# The commands of the house. The first two are all a user needs: make run, make test.

PORT ?= 8090
DESK ?= desk.sqlite
DATA ?= ../shared/data
PREFIX ?= /usr/local
RELEASE := .build/release/kamdesk
VENV := .build/browser
# The day on which the tests of the running program live, DAY=2027-01-01; without it the one that Tests/Torture/daemon.py names.
DAY ?=
export DAY
# A real browser is two workers; what belongs to one world stays with one of them.
PYTEST := KAMDESK=.build/debug/kamdesk $(VENV)/bin/pytest -q --numprocesses 2 --dist loadgroup --no-loadscope-reorder
ROOT := $(if $(filter 0,$(shell id -u)),,sudo)
# An undeclared import between targets is an error; every debug build says so, or the next one would start afresh.
DEBUG := --explicit-target-dependency-import-check error
LIBRARIES := libmicrohttpd-dev libsqlite3-dev libcsv-dev libuchardet-dev libstemmer-dev libsodium-dev liboath-dev \
  libqrencode-dev libgnutls28-dev libxlsxwriter-dev pkg-config
BROWSER := chromium poppler-utils python3-venv fonts-noto-core fonts-dejavu-core
# What the torture of the desk's machine needs: a clock that can be set; and what counts the instructions that hostile text costs.
TORTURE := faketime valgrind
# What the benchmark holds the map's layout against.
BENCH := graphviz

.PHONY: run install test setup setup-torture setup-bench real torture sanitize bench bench-large release check-layout check-swift \
  check-browser check-faults

run: setup release
	@test -e "$(DESK)" || $(RELEASE) demo --desk "$(DESK)"
	@exec $(RELEASE) serve --desk "$(DESK)" --port $(PORT)

test: setup setup-torture $(VENV)/ready check-layout check-swift check-browser check-faults

setup:
	@$(call install,$(LIBRARIES))

setup-torture:
	@$(call install,$(TORTURE))

setup-bench:
	@$(call install,$(BENCH))

release:
	swift build -c release --static-swift-stdlib --product kamdesk

# The installed program is without its debug symbols, which are half of it.
install: release
	install -D -s -m 755 $(RELEASE) $(DESTDIR)$(PREFIX)/bin/kamdesk

check-layout:
	swift format lint --recursive --strict Package.swift Sources Templates Tests

check-swift:
	swift test $(DEBUG) --skip RealDataTests

check-browser:
	$(PYTEST) Tests/Browser

check-faults:
	python3 Tests/Torture/kills.py --kills 20
	python3 Tests/Torture/import_kills.py --kills 4
	python3 Tests/Torture/editors.py --editors 20 --clients 8 --seconds 8
	python3 Tests/Torture/upgrades.py
	python3 Tests/Torture/copies.py --copies 3 --damages 20
	python3 Tests/Torture/faults.py

real: setup $(VENV)/ready
	DATA="$(abspath $(DATA))" swift test $(DEBUG) --filter RealDataTests
	DATA="$(abspath $(DATA))" KAMDESK=.build/debug/kamdesk $(VENV)/bin/pytest -q Tests/RealDataTests/test_hostile_strings.py
	swift build $(DEBUG) --product network-bench
	DATA="$(abspath $(DATA))" NETWORK_BENCH=.build/debug/network-bench $(VENV)/bin/pytest -q Tests/RealDataTests/test_networks.py

torture: setup setup-torture $(VENV)/ready release
	TORTURE_MUTATIONS=100000 TORTURE_DRIPPERS=250 swift test $(DEBUG) --filter HTTPServerTests
	TORTURE_TEXTS=1 swift test $(DEBUG) --filter CostTests
	TORTURE_WAL=500 swift test $(DEBUG) --filter StoreTests.LostTailTests
	python3 Tests/Torture/kills.py --kills 400
	python3 Tests/Torture/editors.py
	python3 Tests/Torture/upgrades.py --kills 200 --lines 100000
	KAMDESK=$(RELEASE) python3 Tests/Torture/copies.py --damages 400 --writers 12
	python3 Tests/Torture/faults.py --full
	KAMDESK=$(RELEASE) python3 Tests/Torture/crowd.py
	SWEEP=all $(PYTEST) Tests/Browser/test_sweep.py

# The sanitizers, each in a build of its own; nothing is suppressed.
SANITIZED := --filter 'HTTPServerTests|WebTests|SecretsTests|StoreTests'

sanitize: setup
	nice swift test --sanitize=thread --scratch-path .build-thread $(SANITIZED)
	ASAN_OPTIONS=detect_leaks=0 nice swift test --sanitize=address --scratch-path .build-address $(SANITIZED)

bench: setup setup-bench release
	mkdir -p .build/bench
	cc -O2 -Wall -Wextra -o .build/bench/floor Tests/Bench/floor.c Tests/Bench/stems.c -lmicrohttpd -lsqlite3 -lstemmer
	cc -O2 -Wall -Wextra -shared -fPIC -o .build/bench/trace.so Tests/Bench/trace.c -lsqlite3 -ldl
	python3 Tests/Bench/bench.py $(if $(LARGE),--large $(LARGE))
	python3 Tests/Bench/imports.py
	swift build -c release --static-swift-stdlib --product layout-bench
	python3 Tests/Bench/layout.py $(if $(wildcard $(DATA)/kol_networks),--data $(DATA))

bench-large: release
	@test -e .build/bench/large.sqlite || \
	  { mkdir -p .build/bench && $(RELEASE) demo --clients 101000 --years 3 --desk .build/bench/large.sqlite; }
	$(MAKE) bench LARGE=.build/bench/large.sqlite

$(VENV)/ready: Tests/Browser/requirements.txt
	@$(call install,$(BROWSER))
	python3 -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --requirement $<
	@touch $@

# Installs the Debian packages that are missing; asks the network only for those.
define install
missing=$$(for p in $(1); do dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || echo $$p; done); \
test -z "$$missing" || { $(ROOT) apt-get update -qq && $(ROOT) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; }
endef
