/* rewrite.c - stacks made alike before they are summed */
#include "profile/rewrite.h"

#include "profile/timed.h"

bool
rewrite_root(struct rewrite *rewrite, struct str list)
{
	static const struct str known[] = {{"cpu", 3}, {"tid", 3}, {"pid", 3}, {"event", 5}};
	struct str key;

	rewrite->n_root = 0;
	while (str_field(&list, ',', &key)) {
		size_t i = 0;
		while (i < sizeof(known) / sizeof(*known) && !str_equal(known[i], key))
			i++;
		if (i == sizeof(known) / sizeof(*known) || rewrite->n_root == REWRITE_MOST_KEYS)
			return false;
		rewrite->root[rewrite->n_root++] = key;
	}
	return rewrite->n_root > 0;
}

bool
rewrite_any(const struct rewrite *rewrite)
{
	return rewrite->n_root > 0 || rewrite->comm != REWRITE_KEEP || rewrite->reverse ||
	    (rewrite->skip_after != NULL && rewrite->skip_after->n > 0);
}

/* Whether frame is called name, its mark `_[k]` aside. */
static bool
is_called(struct str frame, struct str name)
{
	if (!str_starts(frame, name))
		return false;
	struct str rest = str_skip(frame, name.n);
	return rest.n == 0 ||
	    (rest.n == 4 && str_starts(rest, STR("_[")) && str_ends(rest, STR("]")));
}

static bool
is_any(struct str frame, const struct opt_list *names)
{
	for (size_t i = 0; i < names->n; i++)
		if (is_called(frame, str_from(names->items[i])))
			return true;
	return false;
}

/* What of frames, without the thread's name, begins at the frame nearest the leaf that is called
 * one of names; all where none is. */
static struct str
skip_after(struct str frames, const struct opt_list *names)
{
	struct str rest = frames;

	while (rest.n > 0) {
		size_t separator = str_find_char_last(rest, ';');
		size_t start = separator < rest.n ? separator + 1 : 0;
		if (is_any(str_skip(rest, start), names))
			return str_skip(frames, start);
		rest.n = start > 0 ? separator : 0;
	}
	return frames;
}

/* Where a frame comes in front of the next one. */
static void
put_separator(struct text *text)
{
	if (text->n > 0)
		text_put_char(text, ';');
}

static void
put_key(struct text *text, struct str keys, struct str key)
{
	bool id = str_equal(key, STR("pid")) || str_equal(key, STR("tid"));
	struct str value = timed_key(keys, id ? STR("tid") : key);
	size_t slash = id ? str_find_char(value, '/') : value.n;

	if (id && slash < value.n)
		value = key.s[0] == 'p' ? str_head(value, slash) : str_skip(value, slash + 1);
	else if (id && key.s[0] == 'p')
		value.n = 0;
	put_separator(text);
	text_put(text, key);
	text_put_char(text, '=');
	for (size_t i = 0; i < value.n; i++)
		text_put_char(text, value.s[i] == ';' ? ':' : value.s[i]);
	if (value.n == 0)
		text_put_char(text, '?');
}

static void
put_comm(struct text *text, struct str comm, enum rewrite_comm how)
{
	if (how == REWRITE_NONE)
		return;
	put_separator(text);
	size_t before = text->n;
	for (size_t i = 0; i < comm.n; i++)
		if (how == REWRITE_KEEP || !str_is_digit(comm.s[i]))
			text_put_char(text, comm.s[i]);
	if (text->n == before)
		text_put(text, STR("[unknown]"));
}

static void
reverse_bytes(char *s, size_t n)
{
	for (size_t i = 0; i < n / 2; i++) {
		char c = s[i];
		s[i] = s[n - 1 - i];
		s[n - 1 - i] = c;
	}
}

/* Frames in the other order: all bytes, then those of each frame again. */
static void
reverse_frames(char *s, size_t n)
{
	reverse_bytes(s, n);
	for (size_t start = 0, end; start < n; start = end + 1) {
		end = start + str_find_char((struct str){s + start, n - start}, ';');
		reverse_bytes(s + start, end - start);
	}
}

struct str
rewrite_stack(const struct rewrite *rewrite, struct str keys, struct str stack, struct text *text)
{
	if (!rewrite_any(rewrite))
		return stack;
	size_t comm = str_find_char(stack, ';');
	struct str frames = str_skip(stack, comm < stack.n ? comm + 1 : comm);
	text_clear(text);
	if (rewrite->skip_after != NULL)
		frames = skip_after(frames, rewrite->skip_after);
	for (size_t i = 0; i < rewrite->n_root; i++)
		put_key(text, keys, rewrite->root[i]);
	put_comm(text, str_head(stack, comm), rewrite->comm);
	if (frames.n > 0)
		put_separator(text);
	text_put(text, frames);
	if (text->n == 0)
		text_put(text, STR("[unknown]"));
	if (rewrite->reverse)
		reverse_frames(text->s, text->n);
	return text_str(text);
}
