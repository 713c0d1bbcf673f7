/* export/words: text in the clothes of XML and JSON, and the short phrases that several formats write. Phrases are made
 * in a buffer and kept in the record's arena; without memory
 * their data is NULL and facts->full says so. */
#include "export/format.h"

/* XML 1.0's Char: tab, line breaks, and everything from space on but surrogates, U+FFFE and U+FFFF. */
static bool xml_allows(uint32_t code_point) {
    if (code_point < 0x20)
        return code_point == '\t' || code_point == '\n' || code_point == '\r';
    return code_point != 0xFFFE && code_point != 0xFFFF && !(code_point >= 0xD800 && code_point <= 0xDFFF) &&
           code_point <= 0x10FFFF;
}

void xml_text(Buffer *out, View text) {
    for (size_t i = 0; i < text.length;) {
        size_t start = i;
        uint32_t code_point = utf8_next(text, &i);
        switch (code_point) {
        case '&': buffer_append(out, VIEW("&amp;")); break;
        case '<': buffer_append(out, VIEW("&lt;")); break;
        case '>': buffer_append(out, VIEW("&gt;")); break;
        case '"': buffer_append(out, VIEW("&quot;")); break;
        case '\n': buffer_append(out, VIEW("&#10;")); break;
        case '\r': buffer_append(out, VIEW("&#13;")); break;
        case '\t': buffer_append(out, VIEW("&#9;")); break;
        default: buffer_append(out, xml_allows(code_point) ? view_slice(text, start, i) : VIEW("\xEF\xBF\xBD"));
        }
    }
}

static View kept(const Facts *facts, Buffer *out) {
    View made = out->failed ? view(NULL) : arena_copy(facts->arena, buffer_view(out));
    buffer_free(out);
    return facts_made(facts, made);
}

View text_upper(const Facts *facts, View text) {
    Buffer out;
    buffer_init(&out, 0);
    for (size_t i = 0; i < text.length;) {
        char bytes[4];
        uint32_t code_point = unicode_upper(utf8_next(text, &i));
        buffer_append(&out, (View){bytes, utf8_write(code_point, bytes)});
    }
    return kept(facts, &out);
}

/* White space of any kind is one space; other control characters go. */
View text_line(const Facts *facts, View text) {
    Buffer out;
    bool space = false;
    buffer_init(&out, 0);
    for (size_t i = 0; i < text.length;) {
        size_t start = i;
        uint32_t code_point = utf8_next(text, &i);
        bool blank = unicode_is_space(code_point) || code_point == '\t' || code_point == '\n' || code_point == '\r';
        if (!blank && (code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0)))
            continue;
        if (!blank && space && out.length)
            buffer_byte(&out, ' ');
        if (!blank)
            buffer_append(&out, view_slice(text, start, i));
        space = blank || (space && !out.length);
    }
    return kept(facts, &out);
}

View text_joined(const Facts *facts, const QuoteList *list) {
    Buffer out;
    buffer_init(&out, 0);
    for (size_t i = 0; i < list->count; i++) {
        buffer_append(&out, i ? VIEW(" ... ") : VIEW(""));
        buffer_append(&out, list->items[i].text);
    }
    return kept(facts, &out);
}

View actors_joined(const Facts *facts, const ActorList *list, const char *between) {
    Buffer out;
    buffer_init(&out, 0);
    for (size_t i = 0; i < list->count; i++) {
        buffer_append(&out, view(i ? between : ""));
        buffer_append(&out, list->items[i]->name);
    }
    return kept(facts, &out);
}

View chain_joined(const Facts *facts, const EventFact *event) {
    Buffer out;
    buffer_init(&out, 0);
    for (size_t i = 0; i < event->chain_count; i++) {
        buffer_append(&out, i ? VIEW(" <- ") : VIEW(""));
        buffer_append(&out, event->chain[i]);
    }
    return kept(facts, &out);
}

View speaker_words(const Facts *facts, const StatementFact *statement) {
    Buffer out;
    buffer_init(&out, 0);
    if (statement->channel.data) {
        buffer_append(&out, statement->channel);
        buffer_append(&out, statement->speaker.count ? VIEW(": ") : VIEW(""));
    }
    buffer_append(&out, actors_joined(facts, &statement->speaker, ", "));
    if (!out.length && statement->role.data)
        buffer_append(&out, statement->role);
    return kept(facts, &out);
}

View counts_words(const Facts *facts, const AccountFact *account) {
    Buffer out;
    Json json;
    buffer_init(&out, 0);
    for (size_t i = 0; i < account->count_count; i++) {
        const CountFact *count = &account->counts[i];
        buffer_append(&out, i ? VIEW("; ") : VIEW(""));
        buffer_append(&out, count->what);
        json_init(&json, &out);
        if (count->from) {
            buffer_byte(&out, ' ');
            json_decimal(&json, count->low, 3);
        }
        if (!count->to) {
            buffer_append(&out, count->from ? VIEW(" or more") : VIEW(""));
        } else if (!count->from || count->high > count->low) {
            json_init(&json, &out);
            buffer_append(&out, count->from ? VIEW(" to ") : VIEW(" at most "));
            json_decimal(&json, count->high, 3);
        }
    }
    return kept(facts, &out);
}

void json_member(Json *json, const char *key, View text) {
    if (!text.data)
        return;
    json_key(json, key);
    json_text(json, text);
}

void json_member_day(Json *json, const char *key, Day day) {
    int year, month, of_month;
    if (day == DAY_UNKNOWN)
        return;
    day_split(day, &year, &month, &of_month);
    json_key(json, key);
    json->comma = false;
    buffer_format(json->out, "\"%04d-%02d-%02d\"", year, month, of_month);
    json->comma = true;
}

void json_member_number(Json *json, const char *key, double number, int digits) {
    json_key(json, key);
    json_decimal(json, number, digits);
}

View day_instant(const Facts *facts, Day day) {
    int year = 1970, month = 1, of_month = 1;
    if (day != DAY_UNKNOWN)
        day_split(day, &year, &month, &of_month);
    return facts_made(facts, arena_format(facts->arena, "%04d-%02d-%02dT00:00:00.000Z", year, month, of_month));
}
