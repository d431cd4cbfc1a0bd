.PHONY: help setup build test bench country fuzz lint run stafett-check

STAFETT = .build/debug/stafett
HISTORIES = .build/histories.sqlite
COUNTRY = .build/country

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## /\1: /p' Makefile

setup: ## install libyaml, SQLite, zlib, expat and curl with apt, and what the tests need, if missing
	@.ci/setup

build: setup ## build everything, for debugging
	swift build

# With -static-executable the linker takes libyaml.a and the C library too, so that the file runs on
# any Linux of its kind: in an image without Swift, without libyaml, without anything.
stafett-check: ## build the checker alone, as one file that needs nothing: .build/stafett-check
	@.ci/setup checker
	swift build -c release --product stafett-check --scratch-path .build/alone \
	  --static-swift-stdlib -Xswiftc -static-executable
	strip -o .build/stafett-check .build/alone/release/stafett-check
	@ls -l .build/stafett-check

# Debug, since a newcomer waits for the build and not for the program.
run: setup ## build, play real Swedish histories, and show the board, a timeline and what is due
	swift build --product stafett
	@rm -f $(HISTORIES) $(HISTORIES)-wal $(HISTORIES)-shm $(HISTORIES)-lock
	@echo; echo "== Real histories, played through Pipelines/ into $(HISTORIES)"
	@$(STAFETT) test Pipelines/scenarios --into $(HISTORIES)
	@echo; echo "== The board of cases, as the histories end (stafett cases)"
	@$(STAFETT) cases --store $(HISTORIES)
	@echo; echo "== A care programme, 2015 to 2020 (stafett history nvp-prostatacancer)"
	@$(STAFETT) history nvp-prostatacancer --store $(HISTORIES)
	@echo; echo "== What was due at the turn of the year 2020 (stafett due --on 2020-12-31)"
	@$(STAFETT) due --on 2020-12-31 --store $(HISTORIES)
	@echo; echo "Go on: README.md, A first case in five minutes. The program is $(STAFETT)."

country: setup ## play a made-up country (300 programmes, 150 initiatives, 80 drugs, 480 groups, 450 regional cases) into a store
	swift build --product stafett
	swift build --product generate-country
	@rm -rf $(COUNTRY) $(COUNTRY).sqlite*
	@"$$(swift build --show-bin-path)/generate-country" $(COUNTRY)
	@$(STAFETT) test $(COUNTRY) --into $(COUNTRY).sqlite > /dev/null
	@echo; echo "Look at it: $(STAFETT) cases --store $(COUNTRY).sqlite; stafett view lists the overviews."

test: setup ## run all tests
	swift test --parallel

bench: setup ## measure speed beside what the machine allows
	@Tests/Bench/run

fuzz: setup ## feed the check with made-up bytes for ten minutes (or FUZZ_SECONDS)
	@Tests/Fuzz/run

lint: ## check the style of every Swift file
	swift format lint --strict --recursive Sources Plugins Tests Package.swift
