/* html.h - what is shared by pages: data and scripts inside them.
 *
 * Text and attributes of HTML are escaped as those of SVG are (svg_put_text).  What stands in a
 * script element is not escaped by HTML; so nothing may stand there that ends it.
 */
#ifndef PICTURE_HTML_H
#define PICTURE_HTML_H

#include "base/text.h"

/* Writes s as one line of data in a script element: control bytes and what is no UTF-8 become U+FFFD,
 * `<` becomes `\(`, and `\` is doubled. */
void html_put_line(struct text *text, struct str s);

/* Writes a script of our own, without what only we read: indentation, and lines that are comments. */
void html_put_script(struct text *text, struct str script);

#endif
