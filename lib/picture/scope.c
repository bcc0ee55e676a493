/* scope.c - the whole scope as one self-contained page */
#include "picture/scope.h"

#include "analysis/column.h"
#include "base/calendar.h"
#include "base/sha256.h"
#include "picture/asset.h"
#include "picture/heat.h"
#include "picture/html.h"
#include "picture/svg.h"

#include <inttypes.h>

/* A picture of its own has a prolog, which a page has not. */
static struct str
element(struct str svg)
{
	return str_skip(svg, str_find(svg, STR("<svg")));
}

static void
put_attribute(struct text *text, const char *name, struct str value)
{
	text_print(text, " data-%s=\"", name);
	svg_put_text(text, value);
	text_put_char(text, '"');
}

/* The colours of kinds of frames, where the palette tells them apart. */
static void
put_kinds(enum palette palette, struct text *text)
{
	static const char *const words[] = {"user", "kernel", "JIT", "inlined"};
	struct color color;

	text_put(text, STR(" data-kinds=\""));
	for (int kind = FRAME_USER; kind <= FRAME_INLINED; kind++) {
		if (!palette_kind(palette, (enum frame_kind)kind, &color))
			continue;
		text_print(text, "%s%s ", kind > 0 ? "," : "", words[kind]);
		color_put(text, color);
	}
	text_put_char(text, '"');
}

static void
put_ranges(const struct named *ranges, struct text *text)
{
	text_put(text, STR("<script type=\"text/plain\" id=\"scope-ranges\">"));
	for (size_t i = 0; i < ranges->n; i++) {
		const struct named_range *range = &ranges->ranges[i];
		text_print(text, "%" PRId64 " %" PRId64 " ", range->begin, range->end);
		html_put_line(text, range->third);
	}
	text_put(text, STR("</script>\n"));
}

/* A column is at most a day, and may be more than what there are samples of. */
static void
put_zones(const char *whose, const struct axes_clock *clock, const struct samples *samples,
    struct text *text)
{
	text_print(text, " data-zone%s=\"", whose);
	axes_clock_put_zones(text, clock, nsec_sub(samples->first, CALENDAR_DAY),
	    nsec_add(samples->last, CALENDAR_DAY));
	text_put_char(text, '"');
}

static void
put_clock(const struct scope *scope, size_t i, struct text *text)
{
	const struct axes_clock *clock = &scope->clocks[i];
	const char *whose = i == 0 ? "" : "-old";

	if (!clock->known)
		return;
	text_print(text, " data-wall%s=\"%" PRId64 "\"", whose, clock->wall);
	if (clock->about)
		text_print(text, " data-about%s=\"\"", whose);
	if (clock->local)
		put_zones(whose, clock, scope->data->profiles[i], text);
}

/* The colours of cells (heatmap_ramp.js): those between which the levels lie, and of cells that do not
 * stand out. */
static void
put_ramp(const char *name, bool dark, struct text *text)
{
	const struct heat heat = {0};
	const uint32_t *stops;
	unsigned n = ramp_stops(RAMP_HEAT, dark, &stops);

	text_print(text, " data-%s=\"", name);
	for (unsigned i = 0; i < n; i++)
		text_print(text, "%s#%06" PRIx32, i > 0 ? " " : "", stops[i]);
	for (unsigned level = 1; level <= HEAT_GREYS; level++)
		text_print(
		    text, "%s#%06" PRIx32, level > 1 ? " " : ";", heat_color(&heat, level, dark));
	text_put_char(text, '"');
}

/* Nothing is fetched from anywhere, and no script runs but the page's own, whatever a name should hold. */
static void
put_head(const struct scope *scope, struct str script, struct text *text)
{
	text_put(text,
	    STR("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
		"script-src 'sha256-"));
	sha256_put_base64(text, script);
	text_put(text,
	    STR("'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
		"form-action 'none'\">\n"
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		"<title>"));
	svg_put_text(text, scope->title);
	text_put(text, STR("</title>\n<style>\n"));
	text_put(text, asset_scope_css);
	text_put(text, STR("</style>\n</head>\n"));
}

static void
put_pictures(const struct scope *scope, struct text *text)
{
	text_put(text, STR("<div id=\"still\">\n"));
	for (size_t i = 0; i < scope->data->n; i++)
		text_put(text, element(scope->maps[i]));
	text_put(text, element(scope->flame));
	text_put(text, STR("</div>\n"));
}

static void
put_script(struct text *text)
{
	/* Each needs those before it. */
	const struct str *parts[] = {&asset_flamegraph_layout_js, &asset_flamegraph_tree_js,
	    &asset_flamegraph_merge_js, &asset_flamegraph_words_js, &asset_flamegraph_state_js,
	    &asset_flamegraph_draw_js, &asset_flamegraph_controls_js, &asset_flamegraph_copy_js,
	    &asset_flamegraph_page_js, &asset_flamegraph_steps_js, &asset_flamegraph_walk_js,
	    &asset_flamegraph_js, &asset_heatmap_model_js, &asset_heatmap_words_js,
	    &asset_heatmap_ramp_js, &asset_heatmap_axes_js, &asset_heatmap_select_js,
	    &asset_scope_time_js, &asset_scope_data_js, &asset_scope_grid_js, &asset_scope_tree_js,
	    &asset_scope_state_js, &asset_scope_count_js, &asset_scope_posix_js,
	    &asset_scope_command_js, &asset_scope_map_js, &asset_scope_flame_js,
	    &asset_scope_parts_js, &asset_scope_view_js, &asset_scope_js};

	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		html_put_script(text, *parts[i]);
}

void
scope_draw(const struct scope *scope, struct text *text)
{
	struct text script = {0};

	put_script(&script);
	put_head(scope, text_str(&script), text);
	text_put(text, STR("<body>\n<main id=\"scope\""));
	put_attribute(text, "unit", scope->unit);
	text_put(text, STR(" data-column=\""));
	column_put(text, scope->column);
	text_print(text, "\" data-rows=\"%" PRIu32 "\"", scope->rows);
	put_attribute(text, "before", scope->before);
	put_attribute(text, "after", scope->after);
	if (scope->old.n > 0)
		put_attribute(text, "old", scope->old);
	put_ramp("ramp", false, text);
	put_ramp("ramp-dark", true, text);
	put_kinds(scope->data->palette, text);
	for (size_t i = 0; i < scope->data->n; i++)
		put_clock(scope, i, text);
	text_put(text, STR(">\n<header>\n<h1>"));
	svg_put_text(text, scope->title);
	text_put(text, STR("</h1>\n<p id=\"caption\">"));
	svg_put_text(text, scope->subtitle);
	text_put(text, STR("</p>\n"));
	if (scope->pruned.n > 0) {
		text_put(text, STR("<p id=\"pruned\">"));
		svg_put_text(text, scope->pruned);
		text_put(text, STR("</p>\n"));
	}
	text_put(text, STR("</header>\n"));
	put_pictures(scope, text);
	text_put(text, STR("</main>\n"));
	put_ranges(scope->ranges, text);
	scope_data_put(scope->data, text);
	text_put(text, STR("<script>"));
	text_put(text, text_str(&script));
	text_put(text, STR("</script>\n"));
	text_free(&script);
	text_put(text, STR("</body>\n</html>\n"));
}
