#!/usr/bin/env bats
# fs-parse: what is idle time (docs/design.md, "Idle").  Each name of the rule stands in a stack in
# which no other name of the rule decides, so that none can be left out of the program unnoticed.

load helper

# Reads samples, one a line: a header in which TIME stands for the time, and behind a `|` the names
# of its functions, root first.  Leaves the lines of those that are idle time in the file idle, of
# the others in the file busy; fs-parse's further arguments may follow.
judge() {
	cat >lines
	awk -F' *[|] *' '{
		time = 1000 + NR ".000000"
		sub(/TIME/, time, $1)
		print $1
		n = split($2, name, " ")
		for (i = n; i > 0; i--)
			printf "\tffffffff%08x %s+0x1 ([kernel.kallsyms])\n", NR * 256 + i, name[i]
		print ""
	}' lines >in
	chosen drop "$@" >busy
	chosen only "$@" >idle
	cat idle busy | sort >got
	sort lines | diff - got
}

# The lines of judge's that fs-parse keeps.
chosen() {
	local idle=$1
	shift
	fs-parse -q --origin 1000 --idle "$idle" "$@" in >out
	sed -n 's/^\([0-9][0-9]*\)\..*/\1/p' out | while read -r n; do
		sed -n "${n}p" lines
	done
}

# The same for stacks of an idle CPU: each line is names, root first.
judge_stacks() {
	sed 's/^/swapper     0 [000]  TIME:   10101010 cycles: |/' | judge
}

all_idle() {
	expect_empty busy
	[ -s idle ]
}

all_busy() {
	expect_empty idle
	[ -s busy ]
}

@test "idle: each function that waits is idle by itself" {
	judge_stacks <<-'E'
		cpuidle_enter_state
		arch_cpu_idle
		cpu_bringup_and_idle
		pv_native_safe_halt
		xen_hypercall_sched_op
		xen_hypercall_vcpu_op
		acpi_idle_enter
		acpi_processor_ffh_cstate_enter
		mwait_idle_with_hints.constprop.0
		intel_idle_xstate
		default_idle
		do_idle
		poll_idle
	E
	all_idle
}

@test "idle: functions that are called much alike are not" {
	judge_stacks <<-'E'
		do_idle_work
		try_do_idle
		poll_idle_count
		my_poll_idle
		default_enter_idle
		rest_init
		cpu_startup_entry
		mwait_play_dead
		acpi_processor_notify
		xen_hypercall_event_channel_op
		halt
		schedule
	E
	all_busy
}

@test "idle: what an idle function calls is idle, wherever the function stands" {
	judge_stacks <<-'E'
		x86_64_start_kernel rest_init do_idle
		do_idle tick_nohz_idle_enter ktime_get
		poll_idle local_clock sched_clock
		do_idle cpuidle_enter_state default_enter_idle
	E
	all_idle
}

# `irq` holds for softirq, too: no function can tell whether that word is in the list.
@test "idle: each word of interrupt work keeps a sample by itself, in small letters and large" {
	judge_stacks <<-'E'
		do_idle handle_irq_event
		do_idle do_IRQ
		do_idle __do_softirq
		do_idle run_SoftIrq
		do_idle common_interrupt
		do_idle apic_Interrupt
		do_idle sysvec_reboot
		do_idle SYSVEC_REBOOT
		do_idle exc_nmi
		do_idle do_NMI
		do_idle scheduler_ipi
		do_idle IPI_reschedule
		do_idle xen_evtchn_do_upcall
		do_idle XEN_UPCALL
	E
	all_busy
}

@test "idle: the scheduler's own work on an idle CPU is kept" {
	judge_stacks <<-'E'
		do_idle schedule_idle
		do_idle schedule_idle __schedule finish_task_switch
	E
	all_busy
}

@test "idle: what locks or masks interrupts is no work of theirs" {
	judge_stacks <<-'E'
		do_idle _raw_spin_lock_irq
		do_idle _raw_spin_lock_irqsave
		do_idle _raw_spin_unlock_IRQRESTORE
		do_idle arch_local_irq_enable
		do_idle raw_local_irq_disable
		do_idle arch_local_irq_save
		do_idle arch_local_irq_restore
	E
	all_idle
	judge_stacks <<-'E'
		do_idle irq_spin_wait
		do_idle _raw_spin_nmi
		do_idle irq_enable_chip
		do_idle irq_disable_lazy
		do_idle irq_save_state
		do_idle irq_restore_state
		do_idle irq_enabled_by_default
	E
	all_busy
}

@test "idle: interrupt work counts from the idle function nearest the leaf on" {
	judge_stacks <<-'E'
		common_interrupt do_idle
		common_interrupt schedule_idle do_idle ktime_get
		do_idle common_interrupt cpuidle_enter_state
		do_idle common_interrupt cpuidle_enter_state _raw_spin_lock_irq
		do_idle intel_idle_irq
	E
	all_idle
	judge_stacks <<-'E'
		do_idle common_interrupt net_rx_action
		cpuidle_enter_state do_idle common_interrupt net_rx_action
		common_interrupt do_idle exc_nmi
		do_idle _raw_spin_lock_irq common_interrupt
		do_idle common_interrupt _raw_spin_lock_irq
	E
	all_busy
}

@test "idle: the idle thread is swapper, swapper/N, or what has thread id 0" {
	judge <<-'E'
		swapper     0 [000]  TIME:   1 cycles: | do_idle
		swapper    17 [000]  TIME:   1 cycles: | do_idle
		swapper/3    17 [003]  TIME:   1 cycles: | do_idle
		cpu-idler     0 [000]  TIME:   1 cycles: | do_idle
	E
	all_idle
	judge <<-'E'
		swapper0    17 [000]  TIME:   1 cycles: | do_idle
		swap    17 [000]  TIME:   1 cycles: | do_idle
		a swapper    17 [000]  TIME:   1 cycles: | do_idle
		app    17 [000]  TIME:   1 cycles: | do_idle
		:-1    -1 [000]  TIME:   1 cycles: | do_idle
	E
	all_busy
}

@test "idle: a thread without an id is not thread 0, one without a name may be" {
	judge <<-'E'
		app [000]  TIME:   1 cycles: | do_idle
		swapper [000]  TIME:   1 cycles: | do_idle
		swapper/1 [001]  TIME:   1 cycles: | do_idle
	E
	[ "$(cat busy)" = 'app [000]  TIME:   1 cycles: | do_idle' ]
	judge <<-'E'
		 1929 [000]  TIME:   1 cycles: | do_idle
		    0 [000]  TIME:   1 cycles: | do_idle
	E
	[ "$(cat idle)" = '    0 [000]  TIME:   1 cycles: | do_idle' ]
}

@test "idle: a sample without frames is not idle" {
	judge <<-'E'
		swapper     0 [000]  TIME:   1 cycles: | do_idle
		swapper     0 [000]  TIME:   1 cycles: |
	E
	[ "$(cat busy)" = 'swapper     0 [000]  TIME:   1 cycles: |' ]
}

@test "idle: events of CPU time alone are, those of a hybrid CPU among them" {
	judge --all-events <<-'E'
		swapper     0 [000]  TIME:   1 cycles: | do_idle
		swapper     0 [000]  TIME:   1 cycles:ppp: | do_idle
		swapper     0 [000]  TIME:   1 cpu-cycles: | do_idle
		swapper     0 [000]  TIME:   1 cpu-clock:u: | do_idle
		swapper     0 [000]  TIME:   1 task-clock: | do_idle
		swapper     0 [000]  TIME:   1 cpu_core/cycles/: | do_idle
		swapper     0 [000]  TIME:   1 cpu_atom/cycles/P: | do_idle
		swapper     0 [000]  TIME:   1 cpu_core/ref-cycles/u: | do_idle
	E
	all_idle
	judge --all-events <<-'E'
		swapper     0 [000]  TIME:   1 instructions: | do_idle
		swapper     0 [000]  TIME:   1 page-faults: | do_idle
		swapper     0 [000]  TIME:   1 context-switches: | do_idle
		swapper     0 [000]  TIME:   1 raw 0x1a8: | do_idle
		swapper     0 [000]  TIME:   1 cpu_core/instructions/: | do_idle
		swapper     0 [000]  TIME:   1 cpu_atom/cache-misses/P: | do_idle
		swapper     0 [000]  TIME: sched:sched_switch: prev_comm=cycles clock | do_idle
		swapper     0 [000]  TIME: power:clock_set_rate: x | do_idle
	E
	all_busy
}

@test "idle: where no event is printed, samples are CPU time" {
	judge <<-'E'
		swapper     0 [000]  TIME:   10101010 | do_idle
		swapper     0 [000]  TIME:   10101010 | do_idle schedule_idle
		app     7 [000]  TIME:   10101010 | do_idle
	E
	[ "$(cat idle)" = 'swapper     0 [000]  TIME:   10101010 | do_idle' ]
}

@test "idle: names of --idle-frame are idle functions, interrupt work on them is work" {
	judge --idle-frame my_wait --idle-frame my_irq_wait <<-'E'
		swapper     0 [000]  TIME:   1 cycles: | my_wait
		swapper     0 [000]  TIME:   1 cycles: | my_irq_wait
		swapper     0 [000]  TIME:   1 cycles: | common_interrupt my_wait ktime_get
	E
	all_idle
	judge --idle-frame my_wait <<-'E'
		swapper     0 [000]  TIME:   1 cycles: | my_wait common_interrupt
		swapper     0 [000]  TIME:   1 cycles: | my_waiting
		app     7 [000]  TIME:   1 cycles: | my_wait
	E
	all_busy
}
