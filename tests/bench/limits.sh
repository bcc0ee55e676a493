# limits.sh - the kibibytes that a program may take: docs/design.md, "Memory"; sourced by run.sh and
# memory.sh.
#
# Blocks are at most 16 MB, and 4 MB a worker.  On top of that comes what cannot be less: a fold has
# the text of each distinct stack, its hash and its sum, once a worker and once merged; a heat map's
# grid has a number of eight bytes a cell.  Both grow by doubling, which for a while takes the old
# and the new.

# shellcheck shell=bash
BLOCKS=16384 WORKER=4096

# With that many workers.
limit_parse() {
	echo $((BLOCKS + WORKER * $1))
}

limit_slice() {
	echo "$BLOCKS"
}

# With that many workers, of the stacks in a file of folded lines.
limit_fold() {
	echo $((BLOCKS + WORKER * $1 + 4 * ($1 + 1) * ($(wc -c <"$2") / 1024 + 1)))
}

limit_svg() {
	echo $((BLOCKS + 8 * ($(wc -c <"$1") / 1024 + 1)))
}

# Of a map of that many columns of 50 rows.
limit_heatmap() {
	echo $((BLOCKS + 4 * ($1 * 50 * 8 / 1024 + 1)))
}

# The seconds that a file of timed lines spans.
seconds_of() {
	awk '/^[0-9]/ { if (int($1) > last) last = int($1) } END { print last + 1 }' "$1"
}
