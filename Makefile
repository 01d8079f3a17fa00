# The interface for people and for CI (CONTRACT 5). Every target installs what it needs; none swallows a failure.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules

ENGINE := .venv/engine
QGIS := .venv/qgis
ENGINE_PYTHON := $(ENGINE)/bin/python
QGIS_PYTHON := $(QGIS)/bin/python
VERSION := $(shell sed -n 's/^version *= *//p' metadata.txt 2>/dev/null)
ZIP := dist/mining_monitor-$(VERSION).zip
# PYTEST: more arguments for pytest, e.g. make test-engine PYTEST="-k tiling -x"
PYTEST ?=
LINTED := mining_monitor tests .ci

export MINING_MONITOR_ENGINE ?= $(abspath $(ENGINE_PYTHON))
export PYTHONDONTWRITEBYTECODE ?= 1

.PHONY: help engine qgis demo test test-engine test-qgis test-qgis-adapter test-qgis-gui test-qgis-process test-desktop \
	test-browser test-postgis test-killed test-package test-matrix lint typecheck scan i18n translations package link bench bench-window \
	clean

help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 16

# ---- environments -----------------------------------------------------------------------------------------------

engine: $(ENGINE)/.ready ## Build .venv/engine: the engine's libraries and the developers' tools

$(ENGINE)/.ready: .ci/environment.sh .ci/requirements-dev.txt mining_monitor/engine/requirements.txt
	.ci/environment.sh engine $(ENGINE)

qgis: $(QGIS)/.ready ## Install QGIS where it is missing and build .venv/qgis for the tests in it

$(QGIS)/.ready: .ci/environment.sh .ci/packages.sh .ci/requirements-qgis.txt
	.ci/packages.sh qgis
	.ci/environment.sh qgis $(QGIS)

# ---- what people run --------------------------------------------------------------------------------------------

demo: engine qgis translations ## Sample scene, Detect in the real QGIS, results and a map in build/demo
	.ci/packages.sh desktop
	$(QGIS_PYTHON) tests/demo/demo.py --output build/demo

link: translations ## Link this checkout into your QGIS profile (PROFILE=folder for another one)
	python3 .ci/link.py $(if $(PROFILE),--profile "$(PROFILE)")

bench: engine ## Speed and memory against the issue's figures: build/bench/bench.json and a table (QUICK=1: small)
	$(ENGINE_PYTHON) -m tests.bench $(if $(QUICK),--quick) --output build/bench

bench-window: export MINING_MONITOR_STRICT_TIME := 1
bench-window: engine qgis translations ## Every claim of time at its word: 50 ms for the window, 1 s for cancel (tests/clock.py)
	.ci/packages.sh desktop
	$(ENGINE_PYTHON) -m pytest -m clock tests/engine tests/client $(PYTEST)
	QT_QPA_PLATFORM=offscreen $(QGIS_PYTHON) -m pytest -m clock tests/qgis/adapter $(PYTEST)
	QT_QPA_PLATFORM=offscreen $(QGIS_PYTHON) -m pytest -m clock tests/qgis/gui $(PYTEST)
	$(QGIS_PYTHON) -m pytest -m clock tests/desktop $(PYTEST)

# ---- checks -----------------------------------------------------------------------------------------------------

test: lint typecheck test-engine test-browser test-qgis test-postgis test-desktop scan test-package ## Everything but the matrix

test-engine: engine ## Engine, client, contract and repository, without QGIS
	$(ENGINE_PYTHON) -m pytest tests/engine tests/client tests/contract tests/repository tests/bench $(PYTEST)

test-browser: engine ## The report and the GeoJSON in a real browser: accessibility, printing, a web map
	.ci/packages.sh browser || echo "Chromium cannot be installed here: the tests that need it are skipped, and say so"
	$(ENGINE_PYTHON) -m pytest tests/browser $(PYTEST)

test-qgis: test-qgis-adapter test-qgis-gui test-qgis-process ## Adapter and gui in real QGIS, and the real qgis_process

# One process each: what one leaves in QGIS (it caches CRS with the PROJ context of a thread, adapter/crs_cache.py) does
# not reach the next, and a crash takes only its own results along.
test-qgis-adapter: engine qgis translations
	QT_QPA_PLATFORM=offscreen $(QGIS_PYTHON) -m pytest tests/qgis/adapter tests/contract $(PYTEST)

test-qgis-gui: engine qgis translations
	QT_QPA_PLATFORM=offscreen $(QGIS_PYTHON) -m pytest tests/qgis/gui $(PYTEST)

test-qgis-process: engine qgis translations
	.ci/packages.sh desktop
	$(QGIS_PYTHON) -m pytest tests/qgis_process $(PYTEST)

test-postgis: engine qgis translations ## A project that two analysts edit at once, on a real PostGIS server
	.ci/packages.sh postgis || echo "PostGIS cannot be installed here: its tests are skipped, and say so"
	QT_QPA_PLATFORM=offscreen $(QGIS_PYTHON) -m pytest tests/postgis $(PYTEST)

test-desktop: engine qgis translations ## The desktop under Xvfb, where the button is really clicked
	.ci/packages.sh desktop
	$(QGIS_PYTHON) -m pytest tests/desktop $(PYTEST)

test-killed: engine qgis translations ## Kill the desktop at KILLS random moments of an editing session (default 200)
	.ci/packages.sh desktop
	$(QGIS_PYTHON) -m tests.desktop.killing --kills $(or $(KILLS),200)

test-package: engine qgis package ## The zip: its layout, and its way through an empty QGIS profile
	.ci/packages.sh desktop
	MINING_MONITOR_ZIP=$(abspath $(ZIP)) $(QGIS_PYTHON) -m pytest tests/package $(PYTEST)

test-matrix: package ## The same in QGIS 3.40 and 3.44 (SUITES="trixie forky"; needs root and debootstrap)
	$(if $(MINUTES),MINUTES=$(MINUTES)) .ci/matrix.sh $(ZIP) $(SUITES)

lint: engine ## ruff, and the walls between the rooms
	$(ENGINE)/bin/ruff check $(LINTED)
	$(ENGINE)/bin/ruff format --check $(LINTED)
	$(ENGINE)/bin/lint-imports
	$(ENGINE_PYTHON) -m pytest -q tests/repository/test_layout.py tests/repository/test_qt6_names.py

typecheck: engine ## mypy, strict, as pyproject.toml says
	$(ENGINE)/bin/mypy

scan: engine package ## bandit and detect-secrets on the unpacked zip, as plugins.qgis.org does
	$(ENGINE_PYTHON) .ci/scan.py $(ZIP)

# ---- package ----------------------------------------------------------------------------------------------------

i18n: ## Bring i18n/*.ts up to date with the sources, and compile them
	.ci/packages.sh translations
	python3 .ci/translations.py update
	python3 .ci/translations.py compile

translations: ## Compile i18n/*.ts to i18n/*.qm
	.ci/packages.sh translations
	python3 .ci/translations.py compile

package: translations ## dist/mining_monitor-<version>.zip
	python3 .ci/package.py $(ZIP)

clean: ## Remove what was built and the tools' caches (ENVIRONMENTS=1: the environments, too)
	rm -rf build dist $(if $(ENVIRONMENTS),.venv) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache i18n/*.qm
	find mining_monitor tests .ci -name __pycache__ -type d -prune -exec rm -rf {} +
