# profile.awk - timed folded lines of SAMPLES samples on 8 CPUs and 32 threads, 1,000 a second on each CPU,
# with STACKS distinct stacks, of which each goes on from a part of an earlier one; some are frequent,
# most are rare.
function next_random() {
	seed = (seed * 16807) % 2147483647
	return seed / 2147483647
}

function make_stack(i, from, n, frames, keep, stack, k, more) {
	if (i == 0)
		return "app;main"
	n = split(stacks[int(next_random() * i)], frames, ";")
	keep = 2 + int(next_random() * (n - 1))
	stack = frames[1]
	for (k = 2; k <= keep && k <= n; k++)
		stack = stack ";" frames[k]
	more = 3 + int(next_random() * 12)
	for (k = 0; k < more && keep + k < 60; k++)
		stack = stack ";ns" int(next_random() * 40) "::function_" int(next_random() * 4000)
	return stack
}

BEGIN {
	seed = 42
	for (i = 0; i < STACKS; i++)
		stacks[i] = make_stack(i)
	print "# fs-folded=\"1\""
	print "# origin=\"0\""
	for (i = 0; i < SAMPLES; i++) {
		r = next_random()
		# Each stack at least once.
		at = i < STACKS ? i : int(STACKS * r * r * r)
		printf "%.6f cpu=%d tid=100/%d\t%s 1\n", 0.5 + i / 8000 + next_random() / 10000, i % 8,
			100 + (at + i % 8) % 32, stacks[at]
	}
}
