# Chaffinch. `make run` and `make test` need nothing but a Debian machine with Swift; `make help` lists the rest.

SHELL := /bin/bash
SCRATCH ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/chaffinch
BUILD := swift build --explicit-target-dependency-import-check error
export SWIFT_BACKTRACE := enable=no

.PHONY: help run test build bench bench-compare bench-learning bench-authentication bench-service bench-faults bench-soak bench-differential bench-truth bench-import bench-observatory first-day authentication-worth instructions fuzz lint format model install-dependencies clean

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## */\1\t/' | expand -t 24

run: build  ## build, then judge the messages of examples/ and explain one
	@Scripts/demo $(SCRATCH)/release/release/chaffinch

build: install-dependencies  ## build the program, optimised
	@$(BUILD) -c release --product chaffinch --scratch-path $(SCRATCH)/release

test:  ## build and run the tests, cut off from every network but loopback
	@Scripts/install-dependencies tests
	@$(BUILD) --build-tests --scratch-path $(SCRATCH)/debug
	@Scripts/without-network swift test --skip-build --disable-xctest --scratch-path $(SCRATCH)/debug

bench: build  ## measure Chaffinch alone: speed, memory, start
	@Benchmarks/run --program $(SCRATCH)/release/release/chaffinch

bench-compare: build  ## measure beside the peers, and write docs/measurements.md
	@Benchmarks/compare --program $(SCRATCH)/release/release/chaffinch
	@Benchmarks/first-day --program $(SCRATCH)/release/release/chaffinch
	@Benchmarks/learning --program $(SCRATCH)/release/release/chaffinch
	@Benchmarks/authentication --program $(SCRATCH)/release/release/chaffinch
	@Benchmarks/service --program $(SCRATCH)/release/release/chaffinch
	@Benchmarks/faults --program $(SCRATCH)/release/release/chaffinch
	@Benchmarks/soak --program $(SCRATCH)/release/release/chaffinch

bench-learning: build  ## measure learning beside other filters that learn, and write docs/measurements.md
	@Benchmarks/learning --program $(SCRATCH)/release/release/chaffinch

bench-authentication: build  ## measure SPF, DKIM and a whole check beside OpenSSL, OpenDKIM, dkimpy, libspf2 and pyspf
	@Benchmarks/authentication --program $(SCRATCH)/release/release/chaffinch

bench-service: build  ## measure the service in traffic beside Rspamd and beside no filter, on a quiet machine
	@Benchmarks/service --program $(SCRATCH)/release/release/chaffinch

bench-faults: build  ## make things go wrong under load, and count what is lost; needs root
	@Benchmarks/faults --program $(SCRATCH)/release/release/chaffinch

bench-soak: build  ## run the service under load for a quarter of an hour, and look at its memory
	@Benchmarks/soak --program $(SCRATCH)/release/release/chaffinch

bench-import: build  ## import a log of Postfix of a gigabyte beside pflogsumm, and write docs/measurements.md
	@Benchmarks/import --program $(SCRATCH)/release/release/chaffinch
bench-observatory: build  ## measure counting, what a year of a large network takes, and how long questions to it take
	@Benchmarks/observatory --program $(SCRATCH)/release/release/chaffinch

bench-differential: build  ## put 10,000 records and 10,000 mails before us and before pyspf and dkimpy, and group the disagreements
	@Benchmarks/differential --program $(SCRATCH)/release/release/chaffinch

bench-truth: build  ## simulate 200 countries, and count how often estimates hold the truth
	@Benchmarks/truth --program $(SCRATCH)/release/release/chaffinch

authentication-worth: build  ## measure what authentication is worth in verdicts, and write docs/measurements.md
	@Benchmarks/authentication-worth --program $(SCRATCH)/release/release/chaffinch

first-day: build  ## measure what ships before anybody taught it, and write docs/measurements.md
	@Benchmarks/first-day --program $(SCRATCH)/release/release/chaffinch

instructions: build  ## count the instructions of five fixed inputs and compare with the recorded counts
	@Benchmarks/instructions --program $(SCRATCH)/release/release/chaffinch

fuzz: install-dependencies  ## fuzz every parser; FUZZ_SECONDS each (default 60), FUZZ_ONLY=MIME for one
	@Scripts/fuzz $(SCRATCH)/fuzz

lint: install-dependencies  ## check arrows, formatting and the shell scripts' syntax
	@Scripts/check-arrows
	@Scripts/list-checks --check
	@swift format lint --strict --recursive Package.swift Sources Tests Fuzz Benchmarks
	@for script in Scripts/* Benchmarks/* .ci/run; do if head -1 $$script 2>/dev/null | grep -q bash; then bash -n $$script || exit 1; fi; done
	@echo "lint: clean"

format:  ## format the code in place
	@swift format --in-place --recursive Package.swift Sources Tests Fuzz Benchmarks

model: build  ## train the starter model and that of the kinds of spam again, from open corpora and our own examples; same bytes every time
	@Scripts/train-starter $(SCRATCH)/release/release/chaffinch
	@Scripts/train-threats $(SCRATCH)/release/release/chaffinch

install-dependencies:  ## install from Debian what is missing
	@Scripts/install-dependencies

clean:  ## remove what was built
	rm -rf $(SCRATCH)
