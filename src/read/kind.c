/* read/kind: bytes -> what kind of file. Formats with a name are told by their first bytes, everything else that is no
 * text by its control characters. */
#include "read/kind.h"
#include <string.h>

static const struct {
    const char *start;
    const char *what;
} foreign[] = {
    {"PK\x03\x04", "a ZIP, Word or EPUB file; save the text as plain text (.txt)"},
    {"%PDF-", "a PDF; turn it into text first (pdftotext)"},
    {"\xD0\xCF\x11\xE0", "an old Word file; save the text as plain text (.txt)"},
    {"{\\rtf", "a Rich Text file; save the text as plain text (.txt)"},
    {"\x89PNG", "an image; isnad reads text"},
    {"\xFF\xD8\xFF", "an image; isnad reads text"},
    {"GIF8", "an image; isnad reads text"},
    {"BZh", "a bzip2 file; unpack it first (bunzip2)"},
    {"\xFD"
     "7zXZ",
     "an xz file; unpack it first (unxz)"},
    {"SQLite format 3", "an SQLite database; isnad reads text"},
    {"\x7F"
     "ELF",
     "a program; isnad reads text"},
};

View kind_without_mark(View bytes) {
    return view_starts(bytes, VIEW("\xEF\xBB\xBF")) ? view_slice(bytes, 3, bytes.length) : bytes;
}

/* Behind what may stand in front of a root element: white space, the declaration, comments, the document type. *html is
 * set when that is HTML's. */
static View behind_prologue(View text, bool *html) {
    static const struct { const char *start, *end; } parts[] = {{"<?", "?>"}, {"<!--", "-->"}, {"<!", ">"}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts;) {
        text = view_trim(text);
        size_t end = SIZE_MAX;
        if (view_starts(text, view(parts[i].start)))
            end = view_find(text, view(parts[i].end), 0);
        *html = *html || view_equal_folded(view_slice(text, 0, 14), VIEW("<!doctype html"));
        if (end != SIZE_MAX)
            text = view_slice(text, end + strlen(parts[i].end), text.length);
        i = end == SIZE_MAX ? i + 1 : 0;
    }
    return text;
}

bool kind_markup(View head, View root) {
    bool html = false;
    View text = behind_prologue(kind_without_mark(head), &html);
    if (html)
        return view_equal(root, VIEW("html"));
    if (!view_starts(text, VIEW("<")) || text.length < root.length + 2)
        return false;
    char behind = text.data[root.length + 1];
    return view_equal_folded(view_slice(text, 1, root.length + 1), root) &&
           (behind == '>' || behind == ' ' || behind == '/' || (behind >= '\t' && behind <= '\r'));
}

static bool too_many_controls(View bytes) {
    size_t controls = 0;
    for (size_t i = 0; i < bytes.length; i++) {
        unsigned char byte = (unsigned char)bytes.data[i];
        if (byte == 0)
            return true;
        controls += (byte < 0x20 && !(byte >= '\t' && byte <= '\r')) || byte == 0x7F;
    }
    return controls * 5 > bytes.length || (controls > 8 && controls * 50 > bytes.length);
}

const char *kind_foreign(View bytes) {
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++)
        if (view_starts(bytes, view(foreign[i].start)))
            return foreign[i].what;
    if (view_starts(view_trim(kind_without_mark(view_slice(bytes, 0, KIND_BYTES))), VIEW("<?xml ")))
        return "XML of a kind that isnad does not read; save the text as plain text (.txt)";
    if (view_starts(bytes, (View){"\xFF\xFE\0\0", 4}) || view_starts(bytes, (View){"\0\0\xFE\xFF", 4}))
        return "UTF-32; save it as UTF-8";
    if (view_starts(bytes, VIEW("\xFF\xFE")) || view_starts(bytes, VIEW("\xFE\xFF")))
        return NULL; /* UTF-16 */
    return too_many_controls(view_slice(bytes, 0, KIND_BYTES))
               ? "binary, no text; isnad reads text and the formats of man isnad"
               : NULL;
}
