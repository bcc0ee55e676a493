# make, make demo, make check, make install; CC, CFLAGS, LDFLAGS, PREFIX and DESTDIR as usual.
# For those who change something: check-asan, check-tsan, check-musl, fuzz, golden, bench, lint,
# format, format-check; BUILD is the directory built into, WERROR=1 makes a warning an error.

CC = cc
CFLAGS = -O2
LDFLAGS =
PREFIX = /usr/local
DESTDIR =
BUILD = build
WERROR =

PROGRAMS = $(notdir $(basename $(wildcard cmd/fs-*.c)))
SOURCES = $(wildcard lib/*/*.c)
ASSETS = $(wildcard lib/picture/*.js lib/picture/*.css)
ASSET_SOURCES = $(foreach asset,$(ASSETS),$(BUILD)/asset/$(subst .,_,$(notdir $(asset))).c)
OBJECTS = $(SOURCES:%.c=$(BUILD)/%.o) $(ASSET_SOURCES:%.c=%.o)
PAGES = $(wildcard docs/*.[157])
MEASURES = $(patsubst tests/bench/%.c,$(BUILD)/bench/%,$(wildcard tests/bench/*.c))
UNITS = $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(wildcard tests/unit/*_test.c))
C_FILES = $(wildcard cmd/*.[ch] lib/*/*.[ch] tests/unit/*.[ch] tests/bench/*.[ch] tests/fuzz/*.[ch])
SHELL_FILES = .ci/run $(filter-out %.py,$(wildcard tests/*.bash tests/tools/* tests/bench/*.sh))

FLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700 -Ilib -Wall -Wextra -Wshadow \
	-Wpointer-arith -Wcast-qual -Wstrict-prototypes -Wmissing-prototypes -Wvla -pedantic -pthread \
	$(if $(WERROR),-Werror)

# make V=1 shows whole commands.
SAY_CC = $(if $(V),,@echo "  cc   $@";)
SAY_LINK = $(if $(V),,@echo "  link $@";)

all: $(PROGRAMS:%=$(BUILD)/%)

$(BUILD)/fs-%: $(BUILD)/cmd/fs-%.o $(BUILD)/libfs.a
	$(SAY_LINK)$(CC) $(FLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $^ -lm

$(BUILD)/libfs.a: $(OBJECTS)
	@rm -f $@
	$(if $(V),,@)$(AR) -rc $@ $(OBJECTS)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(SAY_CC)$(CC) $(FLAGS) -MMD -MP $(CFLAGS) -c -o $@ $<

# An asset is a plain file; od and sed make it an array.  Indents, and comments
# that have lines of their own, are left out.
TAB := $(shell printf '\t')
MAKE_ASSET = $(if $(V),,@)mkdir -p $(@D) && \
	{ printf '\#include "picture/asset.h"\nstatic const unsigned char bytes[] = {\n'; \
	  sed -e '/^$(TAB)*\/\*.*\*\/$$/d' -e '/^$(TAB)*\/\*/,/\*\/$$/d' -e 's/^$(TAB)*//' $< | \
	  od -An -v -tu1 | sed 's/[0-9][0-9]*/&,/g'; \
	  printf '0};\nconst struct str asset_%s = {(const char *)bytes, sizeof(bytes) - 1};\n' \
	  $(basename $(notdir $@)); } > $@.new && mv $@.new $@

$(BUILD)/asset/%_js.c: lib/picture/%.js
	$(MAKE_ASSET)

$(BUILD)/asset/%_css.c: lib/picture/%.css
	$(MAKE_ASSET)

$(BUILD)/asset/%.o: $(BUILD)/asset/%.c
	$(SAY_CC)$(CC) $(FLAGS) $(CFLAGS) -c -o $@ $<

# A real profile, and one of the bursts in it: where and what; and the page to find it in.
DEMO = $(BUILD)/demo
demo: all
	@mkdir -p $(DEMO)
	@gzip -dc tests/data/incident-99-app.perf.gz > $(DEMO)/app.perf
	$(BUILD)/fs-parse $(DEMO)/app.perf -o $(DEMO)/app.fs
	$(BUILD)/fs-heatmap $(DEMO)/app.fs -o $(DEMO)/heat.svg
	$(BUILD)/fs-slice 19.22 19.32 $(DEMO)/app.fs | $(BUILD)/fs-fold | \
		$(BUILD)/fs-svg --title "One burst, 19.22 s to 19.32 s" -o $(DEMO)/flame.svg
	@cd $(DEMO) && $(abspath $(BUILD))/fs-scope app.fs -o report.html
	@echo
	@echo "The heat map, when it was busy:   file://$(abspath $(DEMO))/heat.svg"
	@echo "The flame graph of one burst:     file://$(abspath $(DEMO))/flame.svg"
	@echo "Both in one page, any range:      file://$(abspath $(DEMO))/report.html"

install: all
	mkdir -p $(DESTDIR)$(PREFIX)/bin
	for program in $(PROGRAMS); do \
		install -m 755 $(BUILD)/$$program $(DESTDIR)$(PREFIX)/bin/ || exit 1; done
	for page in $(PAGES); do \
		section=$(DESTDIR)$(PREFIX)/share/man/man$${page##*.}; \
		mkdir -p $$section && install -m 644 $$page $$section/ || exit 1; done

uninstall:
	for program in $(PROGRAMS); do rm -f $(DESTDIR)$(PREFIX)/bin/$$program; done
	for page in $(notdir $(PAGES)); do \
		rm -f $(DESTDIR)$(PREFIX)/share/man/man$${page##*.}/$$page; done

# Tests of single modules are programs of their own: tests/unit/str_test.c.
$(BUILD)/tests/unit/%.o: tests/unit/%.c
	@mkdir -p $(@D)
	$(SAY_CC)$(CC) $(FLAGS) -Itests -MMD -MP $(CFLAGS) -c -o $@ $<

$(BUILD)/unit/%: $(BUILD)/tests/unit/%.o $(BUILD)/libfs.a
	@mkdir -p $(@D)
	$(SAY_LINK)$(CC) $(FLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $^ -lm

check: all $(UNITS) $(MEASURES)
	BUILD=$(BUILD) tests/tools/run $(TESTS)

# The same tests against builds that see what memory and threads are used for.  What a sanitizer
# finds ends the program with status 99, and is kept in a log, so that no test can miss it.
CHECK_SANITIZED = +@rm -rf $(BUILD)/$(1)/log && mkdir -p $(BUILD)/$(1)/log && \
	env FS_SANITIZED=$(1) \
	ASAN_OPTIONS=exitcode=99:detect_leaks=0:log_path=$(abspath $(BUILD))/$(1)/log/asan \
	UBSAN_OPTIONS=print_stacktrace=1:log_path=$(abspath $(BUILD))/$(1)/log/ubsan \
	TSAN_OPTIONS=exitcode=99:log_path=$(abspath $(BUILD))/$(1)/log/tsan \
	$(MAKE) BUILD=$(BUILD)/$(1) LDFLAGS= TESTS="$(3)" check \
	CFLAGS="-O1 -g -fno-omit-frame-pointer -fno-sanitize-recover=all -fsanitize=$(2)"; \
	status=$$?; test -z "$$(ls $(BUILD)/$(1)/log)" || \
	{ cat $(BUILD)/$(1)/log/*; status=1; }; exit $$status

check-asan:
	$(call CHECK_SANITIZED,asan,address$(COMMA)undefined,$(TESTS))

# What has threads: fs-parse and fs-fold.
THREADS = $(addprefix tests/,blocks.bats fs-parse.bats fs-fold.bats pieces.bats pipeline.bats)

check-tsan:
	$(call CHECK_SANITIZED,tsan,thread,$(or $(TESTS),$(THREADS)))

COMMA = ,

# The other libc of Linux; where its compiler is missing there is nothing to check.
check-musl:
	@if command -v musl-gcc >/dev/null; then \
		$(MAKE) BUILD=$(BUILD)/musl CC=musl-gcc LDFLAGS=-static check; \
	else echo "musl-gcc is not installed"; fi

# Throws broken texts at the readers, each target for FUZZ_SECONDS; clang's libFuzzer finds them.
FUZZ_SECONDS = 30
FUZZERS = $(patsubst tests/fuzz/%.c,$(BUILD)/fuzz/%,$(wildcard tests/fuzz/*.c))
FUZZ_FLAGS = -O1 -g -fno-omit-frame-pointer -fno-sanitize-recover=all

fuzz:
	+$(MAKE) BUILD=$(BUILD)/fuzz/lib CC=clang LDFLAGS= \
		CFLAGS="$(FUZZ_FLAGS) -fsanitize=fuzzer-no-link,address,undefined" \
		$(BUILD)/fuzz/lib/libfs.a
	$(MAKE) CC=clang CFLAGS="$(FUZZ_FLAGS) -fsanitize=fuzzer,address,undefined" $(FUZZERS)
	tests/tools/fuzz $(BUILD)/fuzz $(FUZZ_SECONDS)

$(BUILD)/fuzz/%: tests/fuzz/%.c $(BUILD)/fuzz/lib/libfs.a
	$(SAY_LINK)$(CC) $(FLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $^ -lm

# Rewrites what the golden cases expect; `git diff` is the review.
golden: all
	BUILD=$(BUILD) tests/tools/golden write

bench: all $(MEASURES)
	status=0; for part in run stacks memory shapes graph heat zoom scope; do \
		BUILD=$(BUILD) tests/bench/$$part.sh || status=1; done; exit $$status

$(BUILD)/bench/%: tests/bench/%.c
	@mkdir -p $(@D)
	$(SAY_LINK)$(CC) $(FLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $<

format:
	clang-format -i $(C_FILES)

format-check:
	clang-format --dry-run -Werror $(C_FILES)

lint: $(ASSET_SOURCES)
	printf '%s\n' $(wildcard cmd/*.c lib/*/*.c) | \
		xargs -P 4 -n 8 sh -c 'clang-tidy --quiet "$$@" -- $(FLAGS)' tidy
	shellcheck -S warning $(SHELL_FILES)
	shellcheck -S warning -s bats $(wildcard tests/*.bats)

clean:
	rm -rf $(BUILD)

-include $(OBJECTS:.o=.d) $(PROGRAMS:%=$(BUILD)/cmd/%.d) $(UNITS:$(BUILD)/unit/%=$(BUILD)/tests/unit/%.d)

.PHONY: all demo install uninstall check check-asan check-tsan check-musl fuzz golden bench format \
	format-check lint clean
.SECONDARY:
