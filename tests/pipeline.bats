#!/usr/bin/env bats
# The programs together, on a real profile.

load helper

# 1,364 samples: what `grep -c` of its header lines gives, and perf's own count of that time.
SAMPLES=1364

@test "pipeline: perf's text to a flame graph of one burst" {
	fs-parse "$(app_perf)" | fs-slice 1.013 1.1 >burst.fs
	fs-fold burst.fs | fs-svg >flame.svg
	# The boxes of the picture weigh what the lines tell.
	all=$(grep -c '^[0-9]' burst.fs)
	gc=$(grep -c ';gc_collect[; ]' burst.fs)
	[ "$gc" -gt 1 ] && [ "$gc" -lt "$all" ]
	expect_line flame.svg "<title>all ($all samples, 100%)"
	[ "$(sed -n 's/.*<title>gc_collect (\([0-9]*\) samples, .*/\1/p' flame.svg | awk '{ sum += $1 } END { print sum }')" -eq "$gc" ]
	refute grep -q aggregate_metrics flame.svg
}

@test "pipeline: every sample is kept or counted as left out" {
	fs-parse "$(app_perf)" >app.fs
	kept=$(grep -c "$(printf '\t')" app.fs)
	end=$(sed -n 's/^# end="\(.*\)"$/\1/p' app.fs)
	[ "$kept" -eq "$(echo "$end" | sed 's/.*kept=\([0-9]*\).*/\1/')" ]
	[ $((kept + $(echo "$end" | sed 's/.*idle=\([0-9]*\).*/\1/'))) -eq "$SAMPLES" ]
	# Only swapper is ever idle, and it was 827 of them.
	[ "$(grep -vc "$(printf '\t')swapper" app.fs)" -ge $((SAMPLES - 827)) ]
	[ "$(fs-parse --idle keep "$(app_perf)" | grep -c "$(printf '\t')")" -eq "$SAMPLES" ]
}

@test "pipeline: the fold's total is the number of samples" {
	fs-parse "$(app_perf)" >app.fs
	[ "$(fs-fold app.fs | awk '{ sum += $NF } END { print sum }')" -eq "$(grep -c "$(printf '\t')" app.fs)" ]
}
