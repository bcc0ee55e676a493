#!/usr/bin/env bats
# fs-parse gives the same bytes wherever a block ends and however many workers there are, on every
# recorded text.

load helper

# The texts of the corpus, `fields/fp-a.default.txt`.
texts() {
	(cd "$SHARED/corpus" && ls fields/*.gz tricky/*.gz robust/*.gz incident/*.perf.gz) | sed 's/\.gz$//'
}

# What fs-parse gives for the text $1, the file $2, in blocks of its own size and without workers:
# found once for all the tests of this file. Prints the beginning of the names of its three files.
reference() {
	local want=$BATS_FILE_TMPDIR/${1//\//-}
	if [ ! -e "$want.status" ]; then
		run_split fs-parse -j 1 --idle keep --all-events "$2"
		mv stdout "$want.out" && mv stderr "$want.err" && echo "$status" >"$want.status"
	fi
	echo "$want"
}

# The same bytes, messages and status for blocks of $1 bytes, for each -j.
same_for_blocks_of() {
	local text file jobs want
	shared
	texts | while IFS= read -r text; do
		file=$(corpus "$text")
		if sanitized && [ "$(wc -c <"$file")" -gt 200000 ]; then
			continue
		fi
		want=$(reference "$text" "$file")
		for jobs in 1 2 8; do
			run_split fs-parse -j $jobs --block-size "$1" --idle keep --all-events "$file"
			cmp "$want.out" stdout && cmp "$want.err" stderr || fail "$text: -j $jobs"
			[ "$status" -eq "$(cat "$want.status")" ] || fail "$text: -j $jobs: status $status"
		done
	done
}

@test "blocks: the same bytes for blocks of 1 byte" {
	same_for_blocks_of 1
}

@test "blocks: the same bytes for blocks of 4 KiB" {
	same_for_blocks_of 4096
}

@test "blocks: the same bytes for blocks of 1 MiB" {
	same_for_blocks_of 1048576
}
