/* asset.h - the plain files of this folder that go into our pages, turned into C by the Makefile. */
#ifndef PICTURE_ASSET_H
#define PICTURE_ASSET_H

#include "base/str.h"

extern const struct str asset_flamegraph_js;
extern const struct str asset_flamegraph_layout_js;
extern const struct str asset_flamegraph_zoom_js;
extern const struct str asset_heatmap_js;

#endif
