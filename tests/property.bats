#!/usr/bin/env bats
# Random samples in every form of perf script's text, read back the same: tools/property.py, which
# runs longer, and from a seed of one's choice, by hand.

load helper

@test "property: what is printed in any form is read back the same" {
	needs python3
	python3 "$TESTS/tools/property.py" 4 || fail "$(head -c 2000 property.txt)"
}
