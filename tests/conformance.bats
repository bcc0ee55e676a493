#!/usr/bin/env bats
# fs-parse --flamegraph against what stackcollapse-perf.pl itself made of the inputs of FlameGraph's
# own test suite: 13 texts, six options each.  They are not part of the repository: all skips where
# they are not there.
#
# The results are equal byte for byte, sorted, but for two things, both in docs/oddities.md: the
# script loses a last sample that no empty line follows, and the results were made by a version of
# it that takes the L off Java's names only in a thread whose root frame is exactly `java`, so
# neither with --pid nor with --tid.  The tests name the texts, and turn what is given to fs-parse
# or comes out of it back by exactly these two; what is equal then differs in nothing else.

load helper

OPTIONS="pid tid kernel jit all addrs"
LOSES_LAST=" dd-stacks-01 iperf-stacks-pidtid-01 java-stacks-01 mirageos-stacks-01 numa-stacks-01 vertx-stacks-01 "
JAVA=" java-faults-01 java-stacks-01 java-stacks-02 vertx-stacks-01 "

conformance() {
	CASES=$SHARED/conformance/flamegraph
	[ -d "$CASES" ] || skip "FlameGraph's inputs are not at $CASES"
}

# The script's option as ours.
arguments() {
	case $1 in
	kernel) echo --annotate k ;;
	jit) echo --annotate j ;;
	all) echo --annotate kji ;;
	*) echo "--$1" ;;
	esac
}

# What fs-parse makes of stdin under option $1.
collapse() {
	# shellcheck disable=SC2046 # some are two words
	fs-parse -q --flamegraph $(arguments "$1") | fs-fold | sort
}

# All of the text on stdin before its last sample; samples are parted by empty lines.
without_last() {
	awk '{ line[NR] = $0 } $0 == "" { blank = NR }
		END { for (i = 1; i <= blank; i++) print line[i] }'
}

loses_last() {
	[[ $LOSES_LAST == *" $1 "* ]]
}

keeps_java() {
	[[ $JAVA == *" $1 "* ]] && [[ $2 == [pt]id ]]
}

# What fs-parse makes of text $1 under option $2, turned back: the last sample taken away, and the
# thread called so that its names keep their L.
turned_back() {
	local last=cat before=cat behind=cat
	loses_last "$1" && last=without_last
	keeps_java "$1" "$2" && before='sed s/^java/Java/' && behind='sed s/^Java/java/'
	$last <"$1" | $before | collapse "$2" | $behind | sort
}

# Each option of text $1: equal as it is, or, where one of the two differences is known, only when
# that is turned back.
conforms() {
	local option
	conformance
	gzip -dc "$CASES/perf-$1.txt.gz" >"$1"
	for option in $OPTIONS; do
		gzip -dc "$CASES/results/perf-$1-collapsed-$option.txt.gz" | sort >want
		[ -s want ]
		collapse "$option" <"$1" >got
		if loses_last "$1" || keeps_java "$1" "$option"; then
			refute cmp -s want got
			turned_back "$1" "$option" >got
		fi
		same want got || fail "--$option"
	done
}

@test "conformance: each of FlameGraph's inputs is tested here" {
	conformance
	(cd "$CASES" && ls perf-*.txt.gz) | sed 's/^perf-\(.*\)\.txt\.gz$/\1/' | sort >want
	sed -n 's/^	conforms \([a-zA-Z0-9-]*\)$/\1/p' "$BATS_TEST_FILENAME" | sort >got
	same want got
}

@test "conformance: of the 78 results 40 differ, 36 by the last sample, 8 by Java's names" {
	conformance
	all=0 last=0 java=0 either=0
	for file in "$CASES"/perf-*.txt.gz; do
		text=$(basename "$file" .txt.gz) text=${text#perf-}
		for option in $OPTIONS; do
			all=$((all + 1))
			! loses_last "$text" || last=$((last + 1))
			! keeps_java "$text" "$option" || java=$((java + 1))
			if loses_last "$text" || keeps_java "$text" "$option"; then
				either=$((either + 1))
			fi
		done
	done
	[ "$all $last $java $either" = "78 36 8 40" ]
}

@test "conformance: cycles and instructions, the first event met" {
	conforms cycles-instructions-01
}

@test "conformance: dd" {
	conforms dd-stacks-01
}

@test "conformance: funcab, by command" {
	conforms funcab-cmd-01
}

@test "conformance: funcab, by process" {
	conforms funcab-pid-01
}

@test "conformance: iperf, with process and thread" {
	conforms iperf-stacks-pidtid-01
}

@test "conformance: page faults of Java" {
	conforms java-faults-01
}

@test "conformance: Java with inlined frames" {
	conforms java-stacks-01
}

@test "conformance: Java, frames not indented" {
	conforms java-stacks-02
}

@test "conformance: JavaScript, without times" {
	conforms js-stacks-01
}

@test "conformance: mirageos" {
	conforms mirageos-stacks-01
}

@test "conformance: numa" {
	conforms numa-stacks-01
}

@test "conformance: Rust" {
	conforms rust-Yamakaky-dcpu
}

@test "conformance: vert.x" {
	conforms vertx-stacks-01
}
