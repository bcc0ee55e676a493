#!/usr/bin/env bats
# The programs together, on a real profile.

load helper

# 1,364 samples: what `grep -c` of its header lines gives, and perf's own count of that time.
SAMPLES=1364

@test "pipeline: perf's text to a flame graph of one burst" {
	fs-parse "$(app_perf)" | fs-slice 1.013 1.1 | fs-fold | fs-svg >flame.svg
	expect_line flame.svg '<svg'
	expect_line flame.svg 'gc_collect'
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

@test "pipeline: slices that tile a profile fold to the fold of the whole" {
	fs-parse "$(app_perf)" >app.fs
	fs-fold app.fs >whole
	fs-slice start 1.0137 app.fs >a
	fs-slice 1.0137 7.5 app.fs >b
	fs-slice 7.5 end app.fs >c
	fs-fold a b c >parts
	same whole parts
	for piece in a b c; do
		fs-fold "$piece" >"$piece.folded"
	done
	fs-fold a.folded b.folded c.folded >parts
	same whole parts
}

@test "pipeline: the fold's total is the number of samples" {
	fs-parse "$(app_perf)" >app.fs
	[ "$(fs-fold app.fs | awk '{ sum += $NF } END { print sum }')" -eq "$(grep -c "$(printf '\t')" app.fs)" ]
}

@test "pipeline: a heat map of the same" {
	fs-parse "$(app_perf)" | fs-heatmap >heat.svg
	expect_line heat.svg '<svg'
}
