# make, make demo, make check, make install; CC, CFLAGS, LDFLAGS, PREFIX and DESTDIR as usual.

CC = cc
CFLAGS = -O2
LDFLAGS =
PREFIX = /usr/local
DESTDIR =
BUILD = build

PROGRAMS = $(notdir $(basename $(wildcard cmd/fs-*.c)))
SOURCES = $(wildcard lib/*/*.c)
ASSETS = $(wildcard lib/picture/*.js)
OBJECTS = $(SOURCES:%.c=$(BUILD)/%.o) $(ASSETS:lib/picture/%.js=$(BUILD)/asset/%_js.o)
PAGES = $(wildcard docs/*.[157])

FLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700 -Ilib -Wall -Wextra -Wshadow \
	-Wpointer-arith -Wcast-qual -Wstrict-prototypes -Wmissing-prototypes -Wvla -pedantic -pthread

all: $(PROGRAMS:%=$(BUILD)/%)

$(BUILD)/fs-%: $(BUILD)/cmd/fs-%.o $(BUILD)/libfs.a
	$(CC) $(FLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $^ -lm

$(BUILD)/libfs.a: $(OBJECTS)
	rm -f $@
	$(AR) -rc $@ $(OBJECTS)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(FLAGS) -MMD -MP $(CFLAGS) -c -o $@ $<

# An asset is a plain file; od and sed make it an array.
$(BUILD)/asset/%_js.c: lib/picture/%.js
	@mkdir -p $(@D)
	{ printf '#include "picture/asset.h"\nstatic const unsigned char bytes[] = {\n'; \
	  od -An -v -tu1 $< | sed 's/[0-9][0-9]*/&,/g'; \
	  printf '};\nconst struct str asset_%s_js = {(const char *)bytes, sizeof(bytes)};\n' $*; } > $@.new
	mv $@.new $@

$(BUILD)/asset/%.o: $(BUILD)/asset/%.c
	$(CC) $(FLAGS) $(CFLAGS) -c -o $@ $<

clean:
	rm -rf $(BUILD)

-include $(OBJECTS:.o=.d) $(PROGRAMS:%=$(BUILD)/cmd/%.d)

.PHONY: all clean
.SECONDARY:
