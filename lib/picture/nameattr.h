/* nameattr.h - what a user's file says of functions: a link and a title of their own.
 *
 *	struct nameattr attributes = {0};
 *	nameattr_read(&attributes, "links.tsv");
 *	const struct nameattr_entry *entry = nameattr_find(&attributes, STR("f_[k]"), STR("f"));
 *	nameattr_say_odd(&attributes);
 *	nameattr_free(&attributes);
 *
 * The format is flamegraph.pl's: a line a function, its name, a tab, and attributes with tabs
 * between, `main\thref=https://..\ttitle=where all begins`.  Taken are title, target, and href where
 * it leads to http, https, mailto, a place relative to the picture, or in it; never what could be
 * script.  All else is counted.  An unreadable file ends the program.
 */
#ifndef PICTURE_NAMEATTR_H
#define PICTURE_NAMEATTR_H

#include "base/intern.h"
#include "base/text.h"

struct nameattr_entry {
	struct str href, target, title; /* empty: not given */
};

struct nameattr {
	const char *path;
	struct intern names;
	struct nameattr_entry *entries; /* by the number of the name */
	size_t capacity;
	struct arena arena;
	uint64_t odd;          /* attributes that were not taken */
	struct text first_odd; /* `12: onclick` */
};

void nameattr_read(struct nameattr *attributes, const char *path);

/* What is said of a name, with its mark or without; an empty entry where nothing is, or attributes is
 * NULL. */
const struct nameattr_entry *
nameattr_find(const struct nameattr *attributes, struct str marked, struct str name);

/* Around a box: a link, if there is one; into the whole window where no target is given, as
 * flamegraph.pl does. */
void nameattr_open_link(const struct nameattr_entry *entry, struct text *text);
void nameattr_close_link(const struct nameattr_entry *entry, struct text *text);

/* Ends the tag of a box, whose last attribute is open, and writes the user's title, with the name in
 * data-name, where the script finds it; false, and nothing, where there is none. */
bool nameattr_put_title(const struct nameattr_entry *entry, struct str name, struct text *text);

/* Says how many attributes were not taken, where there are any. */
void nameattr_say_odd(struct nameattr *attributes);

/* Whether a link leads where no script runs. */
bool nameattr_is_safe(struct str href);

void nameattr_free(struct nameattr *attributes);

#endif
