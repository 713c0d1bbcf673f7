/* read/kind: bytes -> what kind of file. Formats with a name are told by their first bytes, everything else that is no
 * text by its control characters. */
#include "read/kind.h"

static const struct {
    const char *start;
    const char *what;
} foreign[] = {
    {"\x1F\x8B", "a gzip file; unpack it first (gunzip)"},
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
    {"\x28\xB5\x2F\xFD", "a zstd file; unpack it first (unzstd)"},
    {"SQLite format 3", "an SQLite database; isnad reads text"},
    {"\x7F"
     "ELF",
     "a program; isnad reads text"},
};

static const char *const markup[] = {"<!doctype html", "<html", "<?xml", "<rss", "<feed"};

static View without_mark(View bytes) {
    return view_starts(bytes, VIEW("\xEF\xBB\xBF")) ? view_slice(bytes, 3, bytes.length) : bytes;
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
    View text = view_trim(without_mark(view_slice(bytes, 0, KIND_BYTES)));
    for (size_t i = 0; i < sizeof markup / sizeof *markup; i++) {
        View tag = view(markup[i]);
        if (view_equal_folded(view_slice(text, 0, tag.length), tag))
            return "HTML or XML, which isnad does not read yet; save the text as plain text (.txt)";
    }
    if (view_starts(text, VIEW("[")) && view_starts(view_trim(view_slice(text, 1, text.length)), VIEW("{\"")))
        return "one JSON array; write one object a line instead (jq -c '.[]')";
    if (view_starts(bytes, (View){"\xFF\xFE\0\0", 4}) || view_starts(bytes, (View){"\0\0\xFE\xFF", 4}))
        return "UTF-32; save it as UTF-8";
    if (view_starts(bytes, VIEW("\xFF\xFE")) || view_starts(bytes, VIEW("\xFE\xFF")))
        return NULL; /* UTF-16 */
    return too_many_controls(view_slice(bytes, 0, KIND_BYTES))
               ? "binary, no text; isnad reads plain text and JSON Lines"
               : NULL;
}

bool kind_json_lines(View bytes) {
    View text = view_trim(without_mark(view_slice(bytes, 0, KIND_BYTES)));
    if (!view_starts(text, VIEW("{")))
        return false;
    text = view_trim(view_slice(text, 1, text.length));
    return view_starts(text, VIEW("\"")) || view_starts(text, VIEW("}"));
}
