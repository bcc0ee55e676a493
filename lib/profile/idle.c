/* idle.c - samples of a CPU that had nothing to do */
#include "profile/idle.h"

static bool
holds_any(struct str name, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_find(name, str_from(words[i])) < name.n)
			return true;
	return false;
}

static bool
is_idle_function(struct str name)
{
	static const char *const parts[] = {"cpuidle", "cpu_idle", "cpu_bringup_and_idle",
	    "safe_halt", "xen_hypercall_sched_op", "xen_hypercall_vcpu_op", "acpi_idle",
	    "acpi_processor_ffh", "mwait_idle", "intel_idle", "default_idle"};

	return holds_any(name, parts, sizeof(parts) / sizeof(*parts)) ||
	    str_equal(name, STR("do_idle")) || str_equal(name, STR("poll_idle"));
}

/* Functions that lock or mask interrupts are named after them and are no work of theirs. */
static bool
is_masking(struct str name)
{
	static const char *const ends[] = {"irq_enable", "irq_disable", "irq_save", "irq_restore"};
	size_t spin = str_find(name, STR("spin_"));

	if (spin < name.n && str_holds_nocase(str_skip(name, spin), STR("irq")))
		return true;
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		if (str_ends(name, str_from(ends[i])))
			return true;
	return false;
}

static bool
is_interrupt_work(struct str name)
{
	static const char *const words[] = {"irq", "interrupt", "sysvec", "nmi", "ipi", "upcall"};

	if (str_equal(name, STR("schedule_idle")))
		return true;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (str_holds_nocase(name, str_from(words[i])))
			return !is_masking(name);
	return false;
}

enum frame_idle
idle_of_name(struct str name, const struct idle_more *more)
{
	for (size_t i = 0; more != NULL && i < more->n; i++)
		if (str_equal(name, str_from(more->names[i])))
			return FRAME_IDLE;
	if (is_idle_function(name))
		return FRAME_IDLE;
	return is_interrupt_work(name) ? FRAME_INTERRUPT : FRAME_BUSY;
}

static bool
is_idle_thread(const struct sample *sample)
{
	return sample->tid == 0 || str_equal(sample->comm, STR("swapper")) ||
	    str_starts(sample->comm, STR("swapper/"));
}

bool
idle_sample(const struct sample *sample)
{
	if (!is_idle_thread(sample))
		return false;
	for (size_t i = 0; i < sample->n; i++) {
		if (sample->frames[i]->idle == FRAME_IDLE)
			return true;
		if (sample->frames[i]->idle == FRAME_INTERRUPT)
			return false;
	}
	return false;
}
