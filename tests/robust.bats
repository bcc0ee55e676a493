#!/usr/bin/env bats
# What every program owes its users, whatever it does: odd input, bad files, full disks, readers
# that go away.  Each test goes through all programs of cmd/.

load helper

# The command that reads a profile with a program, in the array `command`; operands can follow.
command_of() {
	case $1 in
	fs-parse | fs-fold | fs-svg | fs-heatmap | fs-scope) command=("$1") ;;
	fs-slice) command=("$1" start end) ;;
	*) fail "robust.bats has to be told of $1" ;;
	esac
}

# Input that all is well with, in the file `good`.
good_input_of() {
	case $1 in
	fs-parse) head -c 100000 "$(app_perf)" | sed '$d' ;;
	*) timed_lines 500 ;;
	esac >good
}

# N timed lines as fs-parse writes them, but for the `end`.
timed_lines() {
	echo '# fs-folded="1"'
	echo '# origin="100"'
	awk -v n="$1" 'BEGIN { for (i = 0; i < n; i++)
		printf "%d.%06d cpu=%d tid=7/%d\tapp;main;f%d;leaf %d 1\n", i / 100, i % 100 * 10000, i % 2, i % 5, i % 37, i % 11 }'
}

# One sample with the frames on stdin, leaf first, as a program reads it.
one_sample() {
	case $1 in
	fs-parse)
		echo 'app  7 [000]  100.000001:   10101010 cpu-clock: '
		sed 's/.*/	4005d0 &+0x10 (\/bin\/app)/'
		echo
		;;
	*)
		printf '0.000001 cpu=0 tid=7\tapp;'
		tac | tr '\n' ';' | sed 's/;$/ 1\n/'
		;;
	esac
}

# Whether a program draws: it then wants something to show.
draws() {
	case $1 in
	fs-svg | fs-heatmap | fs-scope) return 0 ;;
	*) return 1 ;;
	esac
}

# What went wrong was said by the program in one line of stderr, and no more.
expect_message() {
	expect_line stderr "^$1: "
	[ "$(wc -l <stderr)" -eq 1 ] || fail "more than a line: $(cat stderr)"
}

@test "robust: all programs are built" {
	[ -n "$(programs)" ]
	for program in $(programs); do
		[ -x "$BUILD/$program" ] || fail "$program is not built"
	done
}

@test "robust: good input gives status 0, an output, and nothing on stderr" {
	for program in $(programs); do
		command_of "$program"
		good_input_of "$program"
		run_split "${command[@]}" good
		expect_status 0
		expect_empty stderr
		[ -s stdout ]
		cp stdout expected
		run_from good "${command[@]}"
		expect_status 0
		draws "$program" || same expected stdout
		run_from good "${command[@]}" -
		expect_status 0
		draws "$program" || same expected stdout
	done
}

@test "robust: empty input is nothing; where something is to be shown or read, a failure" {
	for program in $(programs); do
		command_of "$program"
		run_from /dev/null "${command[@]}"
		expect_empty stdout
		case $program in
		fs-slice | fs-fold)
			expect_status 0
			expect_empty stderr
			;;
		*)
			expect_status 1
			expect_message "$program"
			;;
		esac
	done
}

@test "robust: a missing final newline and CRLF change nothing" {
	for program in $(programs); do
		command_of "$program"
		good_input_of "$program"
		sed '$!b' good | awk 'NF { last = NR } { line[NR] = $0 } END { for (i = 1; i <= last; i++) print line[i] }' >trimmed
		run_from trimmed "${command[@]}"
		expect_status 0
		cp stdout expected
		head -c -1 trimmed >short
		run_from short "${command[@]}"
		expect_status 0
		same expected stdout
		sed 's/$/\r/' trimmed >crlf
		run_from crlf "${command[@]}"
		expect_status 0
		tr -d '\r' <stdout >without
		same expected without
	done
}

@test "robust: NUL bytes in a name do no harm" {
	for program in $(programs); do
		command_of "$program"
		printf 'one\na@b\nmain\n' | one_sample "$program" | tr '@' '\0' >nul
		run_from nul "${command[@]}"
		expect_status 0
		case $program in fs-slice | fs-fold) continue ;; esac
		tr -d '\0' <stdout | cmp - stdout || fail "$program writes NULs"
	done
}

@test "robust: a name of a mebibyte" {
	name=$(head -c 1048576 /dev/zero | tr '\0' 'x')
	for program in $(programs); do
		command_of "$program"
		printf '%s\nmain\n' "$name" | one_sample "$program" >long
		run_from long "${command[@]}"
		expect_status 0
		draws "$program" || [ "$(awk 'length > 1048576 { n++ } END { print n + 0 }' stdout)" -eq 1 ] || fail "$program lost it"
	done
}

@test "robust: a stack of 100,000 frames" {
	awk 'BEGIN { for (i = 0; i < 100000; i++) print "f" i }' >frames
	for program in $(programs); do
		command_of "$program"
		one_sample "$program" <frames >deep
		run_from deep "${command[@]}"
		expect_status 0
		draws "$program" || [ "$(grep ';f0' stdout | tr ';' '\n' | wc -l)" -eq 100001 ] ||
			fail "$program lost frames"
	done
}

@test "robust: garbage is refused, or understood in no part" {
	head -c 300000 "$BUILD/$(programs | head -1)" >garbage
	for program in $(programs); do
		command_of "$program"
		run_split "${command[@]}" garbage
		[ "$status" -le 2 ] || fail "$program: status $status"
		[ -s stderr ] || fail "$program says nothing"
		[ "$(wc -l <stderr)" -lt 10 ]
		refute grep -q "$(printf '[\001-\010\033]')" stderr
	done
}

@test "robust: a full disk is status 1 and a message" {
	[ -c /dev/full ] || skip "no /dev/full"
	for program in $(programs); do
		command_of "$program"
		good_input_of "$program"
		status=0
		"${command[@]}" good >/dev/full 2>stderr || status=$?
		expect_status 1
		expect_message "$program"
		expect_line stderr 'No space left'
		run_split "${command[@]}" -o /dev/full good
		expect_status 1
		expect_line stderr "^$program: /dev/full: No space left"
		status=0
		"$program" --help >/dev/full 2>stderr || status=$?
		expect_status 1
	done
}

@test "robust: a reader that goes away ends the program without a word" {
	for program in $(programs); do
		command_of "$program"
		good_input_of "$program"
		for trap in '' 'trap "" PIPE;'; do
			# true is gone long before anything is written.
			bash -c "$trap"' { sleep 0.2; "$@" 2>stderr; echo $? >code; } | true' \
				bash "${command[@]}" good || true
			status=$(cat code)
			expect_status 141
			expect_empty stderr
		done
	done
}

@test "robust: | head -1 gives a line and no complaint" {
	for program in $(programs); do
		command_of "$program"
		good_input_of "$program"
		"${command[@]}" good 2>stderr | head -1 >first
		[ "$(wc -l <first)" -eq 1 ]
		expect_empty stderr
	done
}

@test "robust: closed standard input or output is an error" {
	for program in $(programs); do
		command_of "$program"
		good_input_of "$program"
		status=0
		"${command[@]}" <&- >stdout 2>stderr || status=$?
		expect_status 1
		expect_empty stdout
		status=0
		"${command[@]}" good >&- 2>stderr || status=$?
		expect_status 1
		expect_message "$program"
	done
}

@test "robust: a file that is not there" {
	for program in $(programs); do
		command_of "$program"
		run_split "${command[@]}" not-there
		expect_status 1
		expect_empty stdout
		expect_text stderr "$program: not-there: No such file or directory"
	done
}

@test "robust: bytes of a file name do not reach the terminal" {
	for program in $(programs); do
		command_of "$program"
		run_split "${command[@]}" "$(printf 'not\033[31m\there')"
		expect_status 1
		expect_text stderr "$program: not?[31m?here: No such file or directory"
	done
}

@test "robust: a file that may not be read" {
	as=()
	place=$BATS_TEST_TMPDIR
	if [ "$(id -u)" -eq 0 ]; then
		needs setpriv
		as=(setpriv --reuid=65534 --regid=65534 --clear-groups)
		place=$(mktemp -d)
		chmod 755 "$place"
	fi
	touch "$place/secret"
	chmod 000 "$place/secret"
	for program in $(programs); do
		command_of "$program"
		cp "$BUILD/$program" "$place/"
		run_split "${as[@]}" "$place/$program" "${command[@]:1}" "$place/secret"
		expect_status 1
		expect_empty stdout
		expect_text stderr "$program: $place/secret: Permission denied"
	done
	rm -rf "$place"
}

@test "robust: a directory as operand" {
	mkdir directory
	for program in $(programs); do
		command_of "$program"
		run_split "${command[@]}" directory
		expect_status 1
		expect_empty stdout
		expect_text stderr "$program: directory: Is a directory"
	done
}

@test "robust: -o writes what stdout would show" {
	for program in $(programs); do
		command_of "$program"
		good_input_of "$program"
		"${command[@]}" good >expected
		rm -rf place
		mkdir place
		run_split "${command[@]}" -o place/file good
		expect_status 0
		expect_empty stdout
		same expected place/file
		[ "$(ls -A place)" = file ]
	done
}

@test "robust: -o leaves the old file and nothing else when the program fails" {
	good_input_of fs-svg
	{
		cat good
		yes '1.0 no tab and no count' | head -1
	} >broken
	for program in $(programs); do
		command_of "$program"
		rm -rf place
		mkdir place
		echo old >place/file
		run_split "${command[@]}" -o place/file not-there
		expect_status 1
		expect_text place/file old
		run_split "${command[@]}" -o place/file --no-such-option good
		expect_status 2
		expect_text place/file old
		case $program in
		fs-slice | fs-heatmap)
			run_split "${command[@]}" -o place/file broken
			expect_status 1
			expect_text place/file old
			;;
		esac
		[ "$(ls -A place)" = file ]
	done
}

@test "robust: -o leaves nothing behind when the program is told to end" {
	for program in $(programs); do
		command_of "$program"
		good_input_of "$program"
		rm -rf place fifo
		mkdir place
		mkfifo fifo
		"${command[@]}" -o place/file <fifo 2>stderr 3>&- &
		pid=$!
		exec 9>fifo
		cat good >&9
		sleep 0.3
		kill -TERM "$pid"
		status=0
		wait "$pid" || status=$?
		exec 9>&-
		expect_status 143
		[ -z "$(ls -A place)" ] || fail "$program leaves $(ls -A place)"
	done
}

@test "robust: -o to a device leaves the device" {
	for program in $(programs); do
		command_of "$program"
		good_input_of "$program"
		run_split "${command[@]}" -o /dev/null good
		expect_status 0
		expect_empty stdout
		[ -c /dev/null ]
		run_split "${command[@]}" -o no-such-directory/file good
		expect_status 1
		expect_message "$program"
	done
}

@test "robust: --help and --version go to stdout, status 0" {
	for program in $(programs); do
		run_split "$program" --help
		expect_status 0
		expect_empty stderr
		expect_line stdout "^usage: $program "
		[ "$(awk 'length > 100' stdout)" = '' ] || fail "$program --help is wider than 100 columns"
		run_split "$program" --version
		expect_status 0
		expect_empty stderr
		expect_line stdout "^$program [0-9][0-9.]*\$"
	done
}

@test "robust: a wrong command line is status 2, says why, and does nothing" {
	for program in $(programs); do
		command_of "$program"
		good_input_of "$program"
		for wrong in --no-such-option -Z -o; do
			run_split "${command[@]}" good "$wrong"
			expect_status 2
			expect_empty stdout
			expect_line stderr "^$program: "
			expect_line stderr "^$program: try '$program --help'"
		done
	done
}

# Files of other kinds, and what the message must hold.
wrong_files() {
	timed_lines 1000 | gzip -c >x.gz
	echo 'x.gz|gzip -dc x.gz | @'
	cp x.gz 'my x.gz'
	echo "my x.gz|try: gzip -dc 'my x.gz' | @"
	printf '2ELIFREP\150\000\000\000' >swapped.data
	echo 'swapped.data|perf.data file; try: perf script -i swapped.data | fs-parse'
	printf '\050\265\057\375\044\001\002\003' >x.zst
	echo 'x.zst|zstd -dc x.zst | @'
	printf '\3757zXZ\000\000\004' >x.xz
	echo 'x.xz|xz -dc x.xz | @'
	printf 'PERFILE2\150\000\000\000' >perf.data
	echo 'perf.data|perf script -i perf.data | fs-parse'
	printf '\012\004\010\001\020\002\012\004\010\003\020\004' >x.pb
	echo 'x.pb|pprof profile; try: perf record '
	printf 'FLR\000\000\002\000\000' >x.jfr
	echo 'x.jfr|Java Flight Recorder file; try: perf record '
	printf '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg">\n</svg>\n' >x.svg
	echo 'x.svg|SVG picture, not a profile; try: perf script | fs-parse'
	printf '<!DOCTYPE html>\n<html><body>a;b 1</body></html>\n' >x.html
	echo 'x.html|HTML page, not a profile; try: perf script | fs-parse'
	printf '# To display the perf.data header info, please use --header/--header-only options.\n#\n# Overhead  Command\n    12.00%%  app\n' >report
	echo 'report|perf script | fs-parse'
	if [ -d "$SHARED/corpus" ]; then
		cp "$(corpus robust/not-perf.data.txt)" real.data
		echo 'real.data|perf script -i real.data | fs-parse'
		cp "$(corpus robust/not-perf-report-stdio.txt)" real.report
		echo 'real.report|perf script | fs-parse'
	fi
}

@test "robust: a file of another kind gives the command that helps" {
	wrong_files >wrong
	for program in $(programs); do
		command_of "$program"
		while IFS='|' read -r file help; do
			run_split "${command[@]}" "$file"
			expect_status 1
			expect_empty stdout
			expect_message "$program"
			grep -qF -- "${help//@/$program}" stderr || fail "$program $file: $(cat stderr)"
			run_from "$file" "${command[@]}"
			expect_status 1
			expect_empty stdout
			expect_message "$program"
		done <wrong
	done
}

@test "robust: a profiler's text and our own lines, each given to the wrong program" {
	good_input_of fs-parse
	mv good app.perf
	good_input_of fs-fold
	for program in $(programs); do
		command_of "$program"
		if [ "$program" = fs-parse ]; then
			run_split fs-parse good
			expect_line stderr 'fs-heatmap good'
		else
			run_split "${command[@]}" app.perf
			expect_line stderr "fs-parse app.perf | $program"
		fi
		expect_status 1
		expect_empty stdout
	done
}

@test "robust: neither locale nor time zone nor the size of blocks nor threads change a byte" {
	for program in $(programs); do
		command_of "$program"
		good_input_of "$program"
		run_split "${command[@]}" good
		cp stdout expected
		run_split env LC_ALL=tr_TR.UTF-8 LANG=tr_TR.UTF-8 TZ=Asia/Tokyo "${command[@]}" good
		same expected stdout
		run_split "${command[@]}" good
		same expected stdout
		case $program in
		fs-parse | fs-fold) options='-j1 -j2 -j8' ;;
		*) options='' ;;
		esac
		case $program in
		fs-parse | fs-fold | fs-slice) sizes='1 13 4096 1048576' ;;
		*) sizes='' ;;
		esac
		for option in $options; do
			run_split "${command[@]}" "$option" good
			expect_status 0
			same expected stdout
		done
		for size in $sizes; do
			for option in ${options:---}; do
				run_split "${command[@]}" "--block-size=$size" "$option" good
				expect_status 0
				same expected stdout
			done
		done
	done
}

@test "robust: -o with an empty name is a wrong command line and leaves nothing behind" {
	printf '1.5\ta;b 1\n' >in
	for program in $(programs); do
		set --
		[ "$program" != fs-slice ] || set -- start end
		run_split "$program" "$@" -o '' in
		expect_status 2
		[ "$(ls -A | tr '\n' ' ')" = 'in stderr stdout ' ] || fail "$program: $(ls -A)"
	done
}

@test "robust: a signal leaves the old file and no temporary" {
	needs python3
	for signal in HUP INT QUIT TERM PIPE ALRM USR1 XFSZ; do
		echo old >out
		mkfifo pipe
		# A shell's background jobs ignore INT and QUIT, and Python PIPE and XFSZ.
		python3 -c 'import os, signal, sys
for s in "HUP INT QUIT TERM PIPE ALRM USR1 XFSZ".split():
    signal.signal(getattr(signal, "SIG" + s), signal.SIG_DFL)
os.execvp(sys.argv[1], sys.argv[1:])' fs-fold -o out pipe 2>/dev/null 3>&- &
		pid=$!
		exec 9>pipe
		printf 'a;b 1\n' >&9
		for _ in 1 2 3 4 5 6 7 8 9 10; do
			compgen -G '.fs-*' >tmp-names && break
			sleep 0.1
		done
		kill -"$signal" $pid
		for _ in 1 2 3 4 5 6 7 8 9 10; do
			kill -0 $pid 2>/dev/null || break
			sleep 0.1
		done
		exec 9>&-
		wait $pid || true
		[ "$(cat out)" = old ] || fail "$signal"
		! compgen -G '.fs-*' >tmp-names || fail "$signal: $(ls -A)"
		rm pipe
	done
}
