/* export/facts_text: what stands around a span, and other questions that several formats put to the Facts. */
#include "export/facts.h"

static size_t byte_of(const Facts *facts, Quote quote) {
    return (size_t)(quote.text.data - facts->text.data);
}

View facts_made(const Facts *facts, View made) {
    if (!made.data)
        *facts->full = true;
    return made;
}

View facts_before(const Facts *facts, Quote quote, size_t most) {
    if (!quote.text.data)
        return VIEW("");
    size_t end = byte_of(facts, quote), start = end;
    while (start > 0 && most-- > 0)
        utf8_previous(facts->text, &start);
    return view_slice(facts->text, start, end);
}

View facts_after(const Facts *facts, Quote quote, size_t most) {
    if (!quote.text.data)
        return VIEW("");
    size_t start = byte_of(facts, quote) + quote.text.length, end = start;
    while (end < facts->text.length && most-- > 0)
        utf8_next(facts->text, &end);
    return view_slice(facts->text, start, end);
}

View facts_paragraph(const Facts *facts, Quote quote) {
    if (!quote.text.data)
        return VIEW("");
    size_t start = byte_of(facts, quote), end = start;
    while (start > 0 && facts->text.data[start - 1] != '\n')
        start--;
    while (end < facts->text.length && facts->text.data[end] != '\n')
        end++;
    return view_trim(view_slice(facts->text, start, end));
}

long facts_sentence(const Facts *facts, Quote quote) {
    long number = 0;
    for (size_t i = 0; quote.text.data && i < facts->sentence_count; i++)
        if (facts->sentences[i] <= byte_of(facts, quote))
            number = (long)i + 1;
    return number;
}

bool facts_leads(const Facts *facts, Quote quote) {
    View rest = facts->text, line;
    if (!quote.text.data)
        return false;
    while (view_split(&rest, '\n', &line)) {
        View trimmed = view_trim(line);
        if (trimmed.length && !view_equal(trimmed, facts->title))
            return quote.text.data <= line.data + line.length;
    }
    return true;
}

long facts_nearest(const ActorFact *actor, Quote quote) {
    long best = -1;
    for (size_t i = 0; actor && i < actor->mention_count; i++) {
        long start = actor->mentions[i].quote.start;
        long distance = start < quote.start ? quote.start - start : start - quote.start;
        long before = best < quote.start ? quote.start - best : best - quote.start;
        if (start >= 0 && (best < 0 || distance < before))
            best = start;
    }
    return best;
}

Day account_first(const AccountFact *account) {
    return account->from != DAY_UNKNOWN ? account->from : account->to;
}

Day account_last(const AccountFact *account) {
    return account->to != DAY_UNKNOWN ? account->to : account->from;
}

View facts_headline(const Facts *facts) {
    return facts->title.length ? facts->title : facts->name.length ? facts->name : facts->id;
}
