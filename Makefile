# Everything a person does with this repository. `make` alone shows what there is.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

PREFIX ?= /usr/local
BINDIR ?= $(PREFIX)/bin
UNITDIR ?= $(PREFIX)/lib/systemd/system
# The Swift runtime goes into the programs, so that they run where there is no toolchain.
RELEASE_FLAGS ?= -c release --static-swift-stdlib

# The suites of BranchingPostgresTests that need no PostgreSQL.
PURE_SUITES = BranchErrorTests CopyDivisionTests DisplayNameTests DumpVerdictTests PostDataTests SchemaDivisionTests \
	StrategyDecisionTests WorkQueueTests
# Tests with random inputs go on for AYB_FUZZ_SECONDS; `make test` gives them as long as they ask for.
# The suites that put a server under load for seconds, which `make test` has.
LOAD_SUITES = ConnectionCrowdTests RandomRequestTests
space := $(subst ,, )
any = ($(subst $(space),|,$(strip $(1))))

.PHONY: help demo test check format lint hooks docs pictures bench build release install

help: ## Show these lines
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## Start a server with a PostgreSQL of its own, and make a first branch
	@Scripts/demo.sh

test: ## Run all tests, on every PostgreSQL from 13 to 18 that can be had
	@Scripts/test.sh

check: ## Check the style and run the quick tests, which need no PostgreSQL
	@Scripts/setup.sh build
	@Scripts/lint.sh
	swift build --build-tests --explicit-target-dependency-import-check error
	@began=$$(date +%s); AYB_FUZZ_SECONDS=0.2 swift test --skip-build --skip '$(call any,$(LOAD_SUITES))' \
		--filter 'BranchingCoreTests|MigrationPlannerTests|SchemaComparisonTests|DumpTextTests|PostgresLinkTests|PostgresToolsTests|BranchingHTTPTests|AybTests|BranchingPostgresTests\.$(call any,$(PURE_SUITES))/'; \
	echo "check: the tests took $$(($$(date +%s) - began)) s"

format: ## Format the Swift sources
	swift format format --in-place --recursive Package.swift Sources Tests

lint: ## Check the style of the sources, and the documents
	@Scripts/lint.sh

hooks: ## Have Git format what is committed and check it (.githooks/pre-commit)
	git config core.hooksPath .githooks

docs: ## Write the reference of the three libraries into .build/docs
	@Scripts/setup.sh build
	@mkdir -p .build/docs
	@for target in BranchingCore BranchingPostgres BranchingHTTP; do \
		swift package --allow-writing-to-directory .build/docs generate-documentation \
			--target $$target --warnings-as-errors --output-path .build/docs/$$target; \
	done

pictures: ## Make the pictures of docs/admin-dashboard.md from the running program
	@Scripts/pictures.sh

bench: ## Measure clones, the client, the schema diff and memory; prints tables
	@Scripts/bench.sh
	@Scripts/bench-stream.sh
	@Scripts/bench-reflink.sh
	@Scripts/bench-diff.sh
	@Scripts/bench-list.sh
	@Scripts/bench-load.sh
	@Scripts/bench-api.sh

build: ## Build ayb and ayb-server for development
	@Scripts/setup.sh build
	swift build --product ayb
	swift build --product ayb-server

release: ## Build ayb and ayb-server for use
	@Scripts/setup.sh build
	swift build $(RELEASE_FLAGS) --product ayb
	swift build $(RELEASE_FLAGS) --product ayb-server

# Where there is a release build, it is installed as it is: root seldom has a toolchain in PATH.
install: $(if $(wildcard .build/release/ayb-server),,release) ## Install the release build and the systemd unit under PREFIX (/usr/local)
	install -d "$(DESTDIR)$(BINDIR)" "$(DESTDIR)$(UNITDIR)"
	install -m 755 .build/release/ayb .build/release/ayb-server "$(DESTDIR)$(BINDIR)/"
	sed 's|/usr/local/bin/|$(BINDIR)/|' docs/ayb-server.service >"$(DESTDIR)$(UNITDIR)/ayb-server.service"
	chmod 644 "$(DESTDIR)$(UNITDIR)/ayb-server.service"
