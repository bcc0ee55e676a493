/* svg.h - what is shared by all that is drawn: escaped text, lengths, and the frame of a file.
 *
 * Names are hostile: whatever bytes come in, what goes out is well-formed XML.  This is the one
 * escaping routine of the house for SVG.
 */
#ifndef PICTURE_SVG_H
#define PICTURE_SVG_H

#include "base/text.h"

/* What is written for readers, and what is code: names and commands. */
#define SVG_SANS "system-ui,-apple-system,'Segoe UI',Roboto,'DejaVu Sans',sans-serif"
#define SVG_MONO "ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace"

/* Writes s as character data, good in content and in quoted attributes: markup is escaped, control
 * bytes, broken UTF-8, surrogates and what XML forbids become U+FFFD. */
void svg_put_text(struct text *text, struct str s);

/* Writes tenths of a pixel as a number: 123 is 12.3, 120 is 12. */
void svg_put_tenths(struct text *text, uint64_t tenths);

/* Writes a script element that holds s, which is UTF-8; what would end its CDATA is split. */
void svg_put_script(struct text *text, struct str s);

#endif
