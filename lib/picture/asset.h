/* asset.h - the plain files of this folder that go into our pages, turned into C by the Makefile. */
#ifndef PICTURE_ASSET_H
#define PICTURE_ASSET_H

#include "base/str.h"

extern const struct str asset_flamegraph_js;
extern const struct str asset_flamegraph_controls_js;
extern const struct str asset_flamegraph_copy_js;
extern const struct str asset_flamegraph_document_js;
extern const struct str asset_flamegraph_draw_js;
extern const struct str asset_flamegraph_layout_js;
extern const struct str asset_flamegraph_merge_js;
extern const struct str asset_flamegraph_page_js;
extern const struct str asset_flamegraph_read_js;
extern const struct str asset_flamegraph_state_js;
extern const struct str asset_flamegraph_steps_js;
extern const struct str asset_flamegraph_tree_js;
extern const struct str asset_flamegraph_walk_js;
extern const struct str asset_flamegraph_words_js;
extern const struct str asset_heatmap_js;
extern const struct str asset_heatmap_axes_js;
extern const struct str asset_heatmap_model_js;
extern const struct str asset_heatmap_ramp_js;
extern const struct str asset_heatmap_select_js;
extern const struct str asset_heatmap_words_js;
extern const struct str asset_scope_command_js;
extern const struct str asset_scope_count_js;
extern const struct str asset_scope_css;
extern const struct str asset_scope_data_js;
extern const struct str asset_scope_flame_js;
extern const struct str asset_scope_grid_js;
extern const struct str asset_scope_js;
extern const struct str asset_scope_map_js;
extern const struct str asset_scope_parts_js;
extern const struct str asset_scope_posix_js;
extern const struct str asset_scope_state_js;
extern const struct str asset_scope_time_js;
extern const struct str asset_scope_tree_js;
extern const struct str asset_scope_view_js;

#endif
