/* paper.c - the colours of a picture beside those of its cells */
#include "picture/paper.h"

const struct paper *
paper_of(bool dark)
{
	static const struct paper papers[] = {
	    {
		.page = "#fff",
		.plot = "#fff",
		.text = "#1b1d20",
		.quiet = "#5f656c",
		.line = "#8a9097",
		.faint = "#e2e5e8",
		.mark = "#1463d8",
		.gap = "#f1f3f4",
	    },
	    {
		.page = "#15171a",
		.plot = "#1d2024",
		.text = "#e4e6e9",
		.quiet = "#9ba1a8",
		.line = "#6a7078",
		.faint = "#33383e",
		.mark = "#8fc0ff",
		.gap = "#111316",
	    },
	};

	return &papers[dark];
}

void
paper_put_style(const struct paper *paper, struct text *svg)
{
	text_print(svg,
	    "svg{background:%s}.page{fill:%s}text{fill:%s}.quiet,.quiet text{fill:%s}.plot{fill:%s}"
	    ".line{stroke:%s}.faint{stroke:%s}.mark{stroke:%s}text.mark{fill:%s;stroke:none}"
	    ".halo{stroke:%s}.gap{fill:%s}",
	    paper->page, paper->page, paper->text, paper->quiet, paper->plot, paper->line,
	    paper->faint, paper->mark, paper->mark, paper->page, paper->gap);
}
