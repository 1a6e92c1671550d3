# Daily acts. `make` lists them.
PY = .venv/bin/python
.DEFAULT_GOAL = help
.PHONY: help run test unit mutation lint format messages docs css lock bundle forward pictures

help:  ## List these acts.
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 12

run:  ## Start the site on this machine.
	./run

test:  ## Run all tests with real servers.
	./test

unit:  ## Run the tests that need no server.
	./test --unit

mutation:  ## Change the code in 200 small ways and count what the tests notice (minutes).
	$(PY) tests/tools/mutation_sample.py

lint:  ## Check style, types, templates and floors.
	sh scripts/lint.sh

format:  ## Bring Python and templates into their form.
	.venv/bin/ruff check -q --fix . ; .venv/bin/ruff format -q . ; sh scripts/templates.sh

messages:  ## Collect the texts to translate into locale/ (needs gettext).
	$(PY) manage.py makemessages -v 0 -l zh_Hans --no-location --no-obsolete --ignore var --ignore .venv --ignore node_modules --ignore bundle

docs:  ## Write docs/settings.md from the code.
	$(PY) -m gongshi.settings.document

css:  ## Compile the public style sheet again (needs Node).
	cd site/styles && npm ci --no-audit --no-fund --silent && npm run --silent build

pictures:  ## Picture every public page and editors' screen of the running ./run, and say what is wrong.
	$(PY) tests/tools/pictures.py http://127.0.0.1:8000 var/pictures

lock:  ## Resolve the lock files again from the .in files (needs uv).
	sh scripts/lock.sh

bundle:  ## Pack project and packages into dist/, from which ./run installs without a network.
	sh scripts/bundle.sh

forward:  ## Run the tests against the newest Wagtail, to know early what an upgrade costs.
	sh scripts/forward.sh
