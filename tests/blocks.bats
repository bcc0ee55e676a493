#!/usr/bin/env bats
# fs-parse gives the same bytes wherever a block ends and however many workers there are, on every
# recorded text.

load helper

# The texts of the corpus, `fields/fp-a.default.txt`.
texts() {
	(cd "$SHARED/corpus" && ls fields/*.gz tricky/*.gz robust/*.gz incident/*.perf.gz) | sed 's/\.gz$//'
}

# The same bytes, messages and status for blocks of $1 bytes as for the default size, for each -j.
same_for_blocks_of() {
	local text file jobs
	shared
	texts | while IFS= read -r text; do
		file=$(corpus "$text")
		if sanitized && [ "$(wc -c <"$file")" -gt 200000 ]; then
			continue
		fi
		run_split fs-parse -j 1 --idle keep --all-events "$file"
		mv stdout want && mv stderr want.err && echo "$status" >want.status
		for jobs in 1 2 8; do
			run_split fs-parse -j $jobs --block-size "$1" --idle keep --all-events "$file"
			cmp want stdout && cmp want.err stderr || fail "$text: -j $jobs"
			[ "$status" -eq "$(cat want.status)" ] || fail "$text: -j $jobs: status $status"
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
