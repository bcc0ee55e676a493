/* perf_layout.h - how the columns of one `perf script` text stand. */
#ifndef PROFILE_PERF_LAYOUT_H
#define PROFILE_PERF_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

struct perf_layout {
	bool time; /* header lines hold a time stamp */
	bool bare; /* neither that nor an event beside ids: perf_bare.h */
	bool ids;  /* and the thread's id */
	bool cpu;  /* and, where there are no ids to tell it by, a CPU in brackets */
	bool
	    latency; /* -L: ids and CPU, where they are there, keep to the columns of perf_latency.h */
	bool names;    /* and so does a thread's name */
	bool guests;   /* columns of virtual machines stand in front of some */
	bool misc;     /* and, without ids, the letters of +misc */
	bool period;   /* without a time: a number stands before the event */
	bool event;    /* a name and a colon */
	bool chains;   /* frames stand on lines of their own; else the one frame is in the header */
	bool offsets;  /* symbols end in +0x.. */
	bool symbols;  /* frames have symbols */
	bool modules;  /* frames have modules, in parentheses */
	bool tabs;     /* a tab stands before each frame: what has none is no frame */
	bool sources;  /* a line of source stands behind each frame */
	size_t width;  /* of the (first) id, right-aligned, and the blank before it */
	size_t indent; /* blanks, or tabs, that a paste put before every line */
	char margin;   /* which of them */
};

#endif
