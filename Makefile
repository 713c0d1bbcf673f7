# make             build/libisnad.a and build/isnad
# make test        builds and runs every test; the last line is "N passed, N failed"
# make CC=clang    the same with clang (give it a folder of its own: BUILD=build-clang)
# make asan        everything again in build-asan with the address and undefined-behaviour sanitizers, and its tests
# make lint        include order, sizes, layout
# make soak-store  a keeper killed at 200 random moments; make bench-store: time, size, answers (bench/store.sh)
# make golden      renews the records that tests/golden compares with, when a change of them is meant
# make install     to PREFIX (/usr/local) below DESTDIR; make uninstall takes away what install put there
# make picture     docs/page.png, the example report as a page, drawn by Chromium
# make format      lays the sources out with clang-format
# data/places.packed is made by all of these from the tables beside it.
# A new room or file needs no line here: src/ROOM/*.c, src/cli/*.c and tests/ROOM/test_*.c are found by their names.

BUILD ?= build
ifeq ($(origin CC),default)
CC = gcc
endif
OPTIMISE ?= -O2 -g
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Werror
LIBRARIES = dnnl libutf8proc jansson zlib libzstd libxml-2.0 expat uchardet sqlite3
# A library without a .pc file (oneDNN in Debian) is linked by its plain name.
LINK := $(foreach library,$(LIBRARIES),$(or $(shell pkg-config --libs $(library) 2>/dev/null),-l$(patsubst lib%,%,$(library)))) \
	-lm -lpthread -lgomp
INCLUDE := -Isrc -Iinclude $(foreach library,$(LIBRARIES),$(shell pkg-config --cflags $(library) 2>/dev/null))
ALL_CFLAGS = -std=c17 -D_GNU_SOURCE $(WARNINGS) $(OPTIMISE) $(SANITIZE) -pthread $(INCLUDE) $(CFLAGS)

LIBRARY_SOURCES := $(sort $(filter-out src/cli/%,$(wildcard src/*.c src/*/*.c)))
CLI_SOURCES := $(sort $(wildcard src/cli/*.c))
TEST_SOURCES := $(sort $(wildcard tests/*/test_*.c))

C_FILES = $(shell find src include tests bench train -name '*.[ch]' 2>/dev/null | sort)
object = $(patsubst %.c,$(BUILD)/%.o,$(1))
# The page (page/) goes into the library as bytes.
PAGE_FILES := page/shell.html $(sort $(wildcard page/*.css)) $(sort $(wildcard page/*.js))
PAGE_PARTS := $(BUILD)/page/parts.o
# So do the store's tables.
SCHEMA := $(BUILD)/store/schema.o
LIBRARY := $(BUILD)/libisnad.a
COMMAND := $(if $(CLI_SOURCES),$(BUILD)/isnad)
PLACES := data/places.packed
TESTS := $(patsubst %.c,$(BUILD)/%,$(TEST_SOURCES))

.PHONY: all tests test asan lint bench-model bench-store soak-store format clean golden picture install uninstall
.SECONDARY:

all: $(LIBRARY) $(COMMAND) $(PLACES)

tests: all $(TESTS)

test: tests
	@BUILD=$(BUILD) tools/run_tests.sh

asan:
	@$(MAKE) --no-print-directory test BUILD=build-asan OPTIMISE="-O1 -g -fno-omit-frame-pointer" \
		SANITIZE="-fsanitize=address,undefined -fno-sanitize-recover=all"

lint:
	@failed=0; tools/check_includes.sh || failed=1; tools/check_sizes.py || failed=1; \
		clang-format --dry-run --Werror $(C_FILES) || failed=1; exit $$failed

# Speed of the model: MODEL=folder with weights, PRECISION=int8 or float, RUNS, REPORTS=texts.
MODEL ?= model
PRECISION ?= int8
RUNS ?= 3
REPORTS ?= $(wildcard tests/model/reference/*.txt)
bench-model: $(BUILD)/bench/model_bench
	$< $(MODEL) $(PRECISION) $(RUNS) $(REPORTS)

soak-store: all
	BUILD=$(BUILD) KILLS=$(or $(KILLS),200) tests/store/safe.sh --kills-only

# RECORDS of isnad read, varied (our own annotated texts when none are given).
RECORDS ?= $(BUILD)/bench/records.jsonl
STORED ?= 1000 10000 40000 100000
bench-store: all $(RECORDS)
	BUILD=$(BUILD) RECORDS=$(RECORDS) bench/store.sh $(STORED)

$(BUILD)/bench/records.jsonl: $(wildcard train/texts/*.jsonl) | $(COMMAND)
	@mkdir -p $(@D)
	$(BUILD)/isnad read --json --model $(MODEL) $(sort $^) >$@.part
	mv $@.part $@

# Fuzzes the doors of src/read with clang's libFuzzer: FUZZ_SECONDS; what it finds is left in build-fuzz.
FUZZ_SECONDS ?= 60
fuzz-doors:
	@mkdir -p build-fuzz/found build-fuzz/seeds
	@for file in tests/read/cases/*.txt; do { printf '\0'; cat "$$file"; } >"build-fuzz/seeds/$$(basename "$$file")"; done
	clang -std=c17 -D_GNU_SOURCE -O1 -g $(INCLUDE) -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all \
		-o build-fuzz/doors tests/read/fuzz_doors.c $(wildcard src/base/*.c src/read/*.c) $(LINK)
	cd build-fuzz && ./doors -max_total_time=$(FUZZ_SECONDS) -max_len=20000 -rss_limit_mb=2048 -print_final_stats=1 found seeds

golden: all
	BUILD=$(BUILD) tools/golden.py renew

picture: all
	BUILD=$(BUILD) tools/picture.py docs/page.png

PREFIX ?= /usr/local
ROOT = $(DESTDIR)$(PREFIX)
# FOLDER:FILES, below PREFIX.
INSTALLED_FOLDERS = bin lib include share/man/man1 share/bash-completion/completions \
	share/isnad/model share/isnad/data share/doc/isnad
bin = $(BUILD)/isnad
lib = $(LIBRARY)
include = include/isnad.h
share/man/man1 = man/isnad.1
share/bash-completion/completions = completions/isnad
share/isnad/model = model/weights.safetensors model/vocab.txt model/CARD.md
share/isnad/data = $(sort $(wildcard data/*.tsv data/*.tsv.gz)) $(PLACES)
share/doc/isnad = README.md LICENSE NOTICE data/example.txt docs/exports.md

install: all
	@for folder in $(INSTALLED_FOLDERS); do mkdir -p "$(ROOT)/$$folder" || exit 1; done
	@$(foreach folder,$(INSTALLED_FOLDERS),install -p -m $(if $(filter bin,$(folder)),755,644) $($(folder)) \
		"$(ROOT)/$(folder)" &&) :
	@echo "isnad is in $(ROOT)"

uninstall:
	@$(foreach folder,$(INSTALLED_FOLDERS),rm -f $(foreach file,$(notdir $($(folder))),"$(ROOT)/$(folder)/$(file)") &&) :
	@rmdir "$(ROOT)/share/isnad/model" "$(ROOT)/share/isnad/data" "$(ROOT)/share/isnad" "$(ROOT)/share/doc/isnad" \
		2>/dev/null; :

format:
	clang-format -i $(C_FILES)

clean:
	rm -rf build build-asan build-clang build-fuzz $(PLACES)

# The archive is made anew each time, so that a file that was removed or renamed does not live on in it.
$(LIBRARY): $(call object,$(LIBRARY_SOURCES)) $(PAGE_PARTS) $(SCHEMA)
	@rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/page/parts.c: tools/page_parts.sh $(PAGE_FILES)
	@mkdir -p $(@D)
	tools/page_parts.sh $(PAGE_FILES) >$@

$(BUILD)/store/schema.c: tools/sql_parts.sh src/store/schema.sql
	@mkdir -p $(@D)
	tools/sql_parts.sh src/store/schema.sql >$@

$(PAGE_PARTS) $(SCHEMA): %.o: %.c
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/isnad: $(call object,$(CLI_SOURCES)) $(LIBRARY)
	$(CC) $(SANITIZE) $(LDFLAGS) -o $@ $^ $(LINK)

# The gazetteer in the form that opens at once; made anew when its tables or its format change.
$(PLACES): data/places.tsv.gz data/place_names.tsv.gz src/identity/gazetteer.h | $(COMMAND)
	$(BUILD)/isnad prepare-data data

$(BUILD)/tests/%: $(BUILD)/tests/%.o $(LIBRARY)
	$(CC) $(SANITIZE) $(LDFLAGS) -o $@ $^ $(LINK)

$(BUILD)/bench/%: $(BUILD)/bench/%.o $(LIBRARY)
	$(CC) $(SANITIZE) $(LDFLAGS) -o $@ $^ $(LINK)

# What train/days.py learns from.
$(BUILD)/train/%: $(BUILD)/train/%.o $(LIBRARY)
	$(CC) $(SANITIZE) $(LDFLAGS) -o $@ $^ $(LINK)

$(BUILD)/tests/%.o: tests/%.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -I. -MMD -MP -c -o $@ $<

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

-include $(patsubst %.c,$(BUILD)/%.d,$(LIBRARY_SOURCES) $(CLI_SOURCES) $(TEST_SOURCES))
