#!/usr/bin/env bats
# What holds for all inputs, tried on many: random samples in every form of perf script's text, read
# back the same (tools/property.py, which runs longer by hand), and profiles cut at random times.
# A test that fails says its seed; FS_SEED repeats it.

load helper

@test "property: what is printed in any form is read back the same" {
	needs python3
	python3 "$TESTS/tools/property.py" 4 || fail "$(head -c 2000 property.txt)"
}

# A recording of 113 seconds, bundled.
incident_perf() {
	unpacked "$TESTS/data/incident-99-app.perf" "$ROOT/build/corpus/incident-99-app.perf"
}

# From 1 to 2147483646, what the generator below takes.
seed_of() {
	echo "${FS_SEED:-$((1 + (RANDOM * 32768 + RANDOM) % 2147483646))}"
}

# Prints 9 times in order, of the profile $1 and about it, by the seed $2: anywhere, to the
# microsecond or the nanosecond, on a sample and a nanosecond behind it, and one of them twice.
cuts() {
	awk -v seed="$2" '
		function random(below) { seed = seed * 16807 % 2147483647; return int(seed / 2147483647 * below) }
		# awk has whole numbers to 2^53; a profile of days in nanoseconds fits.
		function ns(text, part) {
			split(text, part, ".")
			return part[1] * 1000000000 + substr(part[2] "000000000", 1, 9)
		}
		/^[0-9]/ { time[n++] = $1 }
		END {
			first = ns(time[0]); last = ns(time[n - 1])
			for (i = 0; i < 8; i++) {
				kind = random(4)
				where = ns(time[random(n)])
				if (kind == 0)
					where += 1
				else if (kind == 1)
					where = int(random(1000000) * (last - first) / 1000000000) * 1000 + first
				else if (kind == 2)
					where = random(1000000) * 1000000 * int(last / 1000000000) / 1000 + random(1000)
				printf "%.0f\n", where
				if (i == 0)
					printf "%.0f\n", where
			}
		}' "$1" | sort -n | awk '{ printf "%d.%09d\n", int($1 / 1000000000), $1 % 1000000000 }'
}

samples() {
	grep -v '^#' "$@" || true
}

# fs-slice with the arguments that follow a file: read from a pipe, which cannot be sought in, it
# gives the same bytes as sought; they are left in the file slice.
slice() {
	local file=$1
	shift
	fs-slice "$@" "$file" >slice
	# shellcheck disable=SC2002
	cat "$file" | fs-slice "$@" - >piped
	cmp slice piped || fail "fs-slice $*"
}

# The profile $1, vouched for by its end line, cut by the seed $2: the parts have each of its samples
# once, fold to its fold however they are folded, and so do every other part at once, and what that
# leaves out.
expect_tiles() {
	local file=$1 seed=$2 from=start to n=0
	local -a every=()
	echo "FS_SEED=$seed $file"
	rm -f part.* ./*.folded
	cuts "$file" "$seed" >cuts
	echo end >>cuts
	while read -r to; do
		n=$((n + 1))
		slice "$file" "$from" "$to"
		mv slice part.$n
		fs-fold part.$n >$n.folded
		[ $((n % 2)) -eq 0 ] || every+=(-r "$from,$to")
		from=$to
	done <cuts
	[ $n -eq 10 ]
	samples "$file" | sort >whole
	samples -h part.* | sort | diff - whole
	fs-fold "$file" >whole.fold
	fs-fold part.* | diff - whole.fold
	fs-fold ./*.folded | diff - whole.fold
	slice "$file" "${every[@]}"
	samples -h part.[13579] | sort >want
	samples slice | sort | diff - want
	slice "$file" -v "${every[@]}"
	samples -h part.[2468] part.10 | sort >want
	samples slice | sort | diff - want
}

# The profile $1 with each sample up to 4 s late by the seed $2, vouched for by an end line of its own.
late() {
	grep '^#' "$1" | sed '$d' >comments
	samples "$1" | awk -v seed="$2" '{
		seed = seed * 16807 % 2147483647
		printf "%.6f\t%s\n", $1 + seed / 2147483647 * 4, $0
	}' | sort -s -t "$(printf '\t')" -k1,1n | cut -f 2- | cat comments - >body
	cat body
	echo "# end=\"disorder=4 bytes=$(wc -c <body | tr -d ' ')\""
}

# Twice, of the profile $1 as the further arguments have fs-parse read it, and once with late samples.
expect_tiles_of() {
	local perf=$1 seed
	shift
	fs-parse -q "$@" "$perf" >run.fs
	tail -1 run.fs | grep -q '^# end='
	seed=$(seed_of)
	expect_tiles run.fs "$seed"
	expect_tiles run.fs $((seed * 48271 % 2147483647))
	late run.fs "$seed" >late.fs
	[ "$(samples late.fs | wc -l)" -eq "$(samples run.fs | wc -l)" ]
	expect_tiles late.fs $((seed * 16807 % 2147483647))
}

@test "property: slices that tile a profile add up exactly to the whole" {
	expect_tiles_of "$(app_perf)"
	expect_tiles_of "$(app_perf)" --idle keep --weight period
}

@test "property: slices that tile the bundled incident add up exactly to the whole" {
	expect_tiles_of "$(incident_perf)"
	expect_tiles_of "$(incident_perf)" --idle keep
}

@test "property: slices that tile the recorded incident add up exactly to the whole" {
	shared
	expect_tiles_of "$(corpus incident/incident-99.perf)"
	expect_tiles_of "$(corpus incident/incident-99.perf)" --idle keep --weight period
}

@test "property: the times at which a profile is cut are in order, one twice, and of all kinds" {
	printf '%s\ta 1\n' 0.500000 7.250000 8.000001 90.000000 >run.fs
	for seed in 1 2 3 4 5 6; do
		cuts run.fs $seed >cuts
		[ "$(wc -l <cuts)" -eq 9 ]
		sort -n cuts | diff - cuts
		uniq -d cuts >twice
		[ -s twice ]
		cat cuts
	done >all
	expect_line all '^\(0.500000\|7.250000\|8.000001\|90.000000\)000$'
	expect_line all '^\(0.500000\|7.250000\|8.000001\|90.000000\)001$'
	grep -v '00[01]$' all >nanoseconds
	[ -s nanoseconds ]
	refute grep -v '^[0-9]*\.[0-9]\{9\}$' all
}
