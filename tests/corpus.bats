#!/usr/bin/env bats
# The recorded profiles, against what perf itself counted and what the recorded program did when.
# All of it skips where the profiles are not there (helper.bash, `shared`).

load helper

# Lines of $1 that are no comments.
count_samples() {
	grep -a -c -v '^# .*"$' "$1" || true
}

# perf died while it printed these four, or printed neither time nor event: what the text holds.
in_text() {
	case $1 in
	fields/fp-a.srcline | fields/fp-a.srcline-full | fields/fp-a.srccode) echo 676 ;;
	fields/sched.trace) echo 0 ;;
	*) echo "$2" ;;
	esac
}

@test "corpus: each text gives as many samples as perf counted" {
	shared
	tail -n +2 "$SHARED/corpus/counts.tsv" | while IFS=$'\t' read -r text count _; do
		file=$(corpus "$text.txt" 2>/dev/null) || file=$(corpus "$text.perf")
		fs-parse --idle keep --all-events --no-time "$file" >out 2>err || [ "$text" = fields/sched.trace ]
		want=$(in_text "$text" "$count")
		[ "$(count_samples out)" -eq "$want" ] || fail "$text: $(count_samples out), not $want"
	done
}

@test "corpus: each event of a text gives as many samples as perf counted" {
	shared
	tail -n +2 "$SHARED/corpus/counts.tsv" | while IFS=$'\t' read -r text _ events _; do
		case $text in
		*minus-event | *srcline* | *srccode | fields/sched.trace) continue ;;
		esac
		case $events in
		*';'*) ;;
		*) continue ;;
		esac
		file=$(corpus "$text.txt")
		tr ';' '\n' <<<"$events" | while IFS= read -r event; do
			fs-parse -q --idle keep --event "${event%=*}" "$file" >out
			[ "$(count_samples out)" -eq "${event##*=}" ] || fail "$text: $event"
		done
	done
}

incidents="incident-99 incident-99-noisy incident-999"

@test "incident: kept and dropped add up to what perf counted" {
	shared
	for name in $incidents; do
		want=$(awk -F'\t' -v text="incident/$name" '$1 == text { print $2 }' "$SHARED/corpus/counts.tsv")
		[ -n "$want" ] || want=$(awk -F'\t' '$1 == "(all)" { print $2 }' "$SHARED/corpus/incident/$name.functions.tsv")
		fs-parse -q "$(corpus "incident/$name.perf")" >out
		kept=$(count_samples out)
		end=$(tail -1 out)
		idle=${end#* idle=} idle=${idle%% *}
		[[ $end == *"kept=$kept idle=$idle other-event=0 "* ]]
		[ $((kept + idle)) -eq "$want" ]
	done
}

@test "incident: idle is 7,781 of swapper's 7,811 samples; interrupts and the scheduler are kept" {
	shared
	fs-parse -q "$(corpus incident/incident-99.perf)" >out
	[[ $(tail -1 out) == *" idle=7781 "* ]]
	[ "$(grep -c $'\tswapper' out)" -eq 30 ]
	[ "$(grep $'\tswapper' out | grep -c schedule_idle)" -eq 7 ]
}

@test "incident: the samples of each second are perf's" {
	shared
	for name in $incidents; do
		fs-parse -q --idle keep "$(corpus "incident/$name.perf")" |
			awk '/^[0-9]/ { n[int($1)]++ } END { for (c in n) print c "\t" n[c] }' | sort -n >got
		tail -n +2 "$SHARED/corpus/incident/$name.columns.tsv" | cut -f 1,3 | sort -n >want
		same want got
	done
}

# The cells of a timed stream: column, row of 50, samples; integer arithmetic on the digits.
cells() {
	awk '/^[0-9]/ { split($1, t, "."); n[t[1] "\t" int(t[2] / 20000)]++ }
		END { for (cell in n) print cell "\t" n[cell] }' | sort -n -k1,1 -k2,2
}

@test "incident: the samples of each cell of 50 rows are perf's" {
	shared
	for name in $incidents; do
		fs-parse -q --idle keep "$(corpus "incident/$name.perf")" | cells >got
		gzip -dc "$SHARED/corpus/incident/$name.heat50.tsv.gz" | awk -F'\t' 'NR > 1 && $3 > 0' |
			cut -f 1-3 | sort -n -k1,1 -k2,2 >want
		same want got
	done
}

# Samples of folded lines on stdin: those with the function $1 in the stack, and all.
share() {
	awk -v name="$1" '{ n = $NF; all += n; sub(/ [0-9]+$/, ";"); if (index($0, ";" name ";")) hit += n }
		END { print hit + 0, all + 0 }'
}

@test "incident: a burst is its garbage collection, the time just before it is not" {
	shared
	fs-parse -q "$(corpus incident/incident-99-app.perf)" -o app.fs
	awk -F'\t' '$3 == "gc_collect" { print $1, $2 }' "$SHARED/corpus/incident/truth-incident-99.tsv" |
		awk 'NR % 2' >bursts
	[ "$(wc -l <bursts)" -eq 16 ]
	while read -r start end; do
		read -r hit all < <(fs-slice "@$start" "@$end" app.fs | fs-fold | share gc_collect)
		[ "$all" -ge 10 ] && [ $((hit * 10)) -ge $((all * 7)) ] || fail "$start: $hit of $all"
		before=$(awk -v t="$start" 'BEGIN { printf "%.6f", t - 0.08 }')
		read -r hit all < <(fs-slice "@$before" "@$start" app.fs | fs-fold | share gc_collect)
		[ "$hit" -eq 0 ] || fail "before $start: $hit of $all"
	done <bursts
}

@test "incident: the lock holder, the cron jobs and start-up are where the truth has them" {
	shared
	fs-parse -q "$(corpus incident/incident-99-app.perf)" -o app.fs
	for name in app_startup cron_report hold_table_lock; do
		awk -F'\t' -v name="$name" '$3 == name { print $1, $2 }' \
			"$SHARED/corpus/incident/truth-incident-99.tsv" >phases
		[ -s phases ]
		ranges=$(awk '{ printf "-r @%s,@%s ", $1, $2 }' phases)
		# shellcheck disable=SC2086
		read -r inside _ < <(fs-slice $ranges app.fs | fs-fold | share "$name")
		read -r all _ < <(fs-fold app.fs | share "$name")
		[ "$inside" -gt 0 ] && [ "$inside" -eq "$all" ] || fail "$name: $inside of $all"
	done
}

@test "incident: functions have perf's number of samples" {
	shared
	fs-parse -q --idle keep "$(corpus incident/incident-99.perf)" | fs-fold >folded
	while IFS=$'\t' read -r name want; do
		case $name in
		function | '('*) continue ;;
		esac
		read -r hit _ < <(share "$name" <folded)
		[ "$hit" -eq "$want" ] || fail "$name: $hit, not $want"
	done <"$SHARED/corpus/incident/incident-99.functions.tsv"
}
