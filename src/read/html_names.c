/* read/html_names: class names -> what a part of a page is.
 *
 * Content systems name their parts alike: "related-posts", "relatedPosts", "block--related". A name is taken apart at
 * hyphens, underscores and inner capitals; single parts and pairs of them are looked up, and once more without a
 * plural s. Names that tell a state and no part ("has-sidebar", "no-comments", "tag-syria") are passed over. The list
 * stands here and not in data/, since it is the vocabulary of mark-up, not of the news. Left out: names of single
 * sites.
 */
#include "read/html_names.h"
#include <stdlib.h>
#include <string.h>

#define LONGEST 48 /* bytes of a part or pair */

typedef struct Name {
    const char *name; /* small letters, the parts of a pair joined by a hyphen */
    unsigned means;
} Name;

/* clang-format off */
/* By name, for bsearch. */
static const Name names[] = {
    {"action-bar", NAMED_JUNK},
    {"action-links", NAMED_JUNK},
    {"ad", NAMED_JUNK},
    {"addthis", NAMED_JUNK},
    {"addtoany", NAMED_JUNK},
    {"adsbygoogle", NAMED_JUNK},
    {"adslot", NAMED_JUNK},
    {"adunit", NAMED_JUNK},
    {"advert", NAMED_JUNK},
    {"advertisement", NAMED_JUNK},
    {"advertising", NAMED_JUNK},
    {"also-like", NAMED_JUNK},
    {"also-read", NAMED_JUNK},
    {"article-body", NAMED_BODY},
    {"article-content", NAMED_BODY},
    {"article-copy", NAMED_BODY},
    {"article-description", NAMED_STANDFIRST},
    {"article-detail", NAMED_BODY},
    {"article-info", NAMED_BYLINE},
    {"article-intro", NAMED_STANDFIRST},
    {"article-lead", NAMED_STANDFIRST},
    {"article-main", NAMED_BODY},
    {"article-meta", NAMED_BYLINE},
    {"article-summary", NAMED_STANDFIRST},
    {"article-tag", NAMED_JUNK},
    {"article-teaser", NAMED_STANDFIRST},
    {"article-text", NAMED_BODY},
    {"article-tools", NAMED_JUNK},
    {"articlebody", NAMED_BODY},
    {"articlecontent", NAMED_BODY},
    {"articletext", NAMED_BODY},
    {"audio-player", NAMED_JUNK},
    {"auteur", NAMED_BYLINE | NAMED_AUTHOR},
    {"auteurs", NAMED_BYLINE | NAMED_AUTHOR},
    {"author", NAMED_BYLINE | NAMED_AUTHOR},
    {"author-bio", NAMED_JUNK},
    {"author-box", NAMED_JUNK},
    {"author-card", NAMED_JUNK},
    {"author-info", NAMED_BYLINE | NAMED_AUTHOR},
    {"author-name", NAMED_BYLINE | NAMED_AUTHOR},
    {"autor", NAMED_BYLINE | NAMED_AUTHOR},
    {"autore", NAMED_BYLINE | NAMED_AUTHOR},
    {"autores", NAMED_BYLINE | NAMED_AUTHOR},
    {"avtor", NAMED_BYLINE | NAMED_AUTHOR},
    {"banner", NAMED_DOUBTFUL},
    {"bio-box", NAMED_JUNK},
    {"blog-feed", NAMED_DOUBTFUL},
    {"body-content", NAMED_BODY},
    {"body-copy", NAMED_BODY},
    {"body-main", NAMED_BODY},
    {"body-text", NAMED_BODY},
    {"bottom-nav", NAMED_JUNK},
    {"breadcrumb", NAMED_JUNK},
    {"breaking-news-bar", NAMED_JUNK},
    {"byline", NAMED_BYLINE | NAMED_AUTHOR},
    {"call-to", NAMED_JUNK},
    {"caption", NAMED_CAPTION},
    {"category-link", NAMED_JUNK},
    {"comentario", NAMED_JUNK},
    {"comentarios", NAMED_JUNK},
    {"comment", NAMED_JUNK},
    {"commentaire", NAMED_JUNK},
    {"commentaires", NAMED_JUNK},
    {"commenti", NAMED_JUNK},
    {"commentlist", NAMED_JUNK},
    {"commento", NAMED_JUNK},
    {"comments-area", NAMED_JUNK},
    {"consent", NAMED_JUNK},
    {"content-article", NAMED_BODY},
    {"content-body", NAMED_BODY},
    {"content-text", NAMED_BODY},
    {"contributor", NAMED_BYLINE | NAMED_AUTHOR},
    {"cookie", NAMED_JUNK},
    {"cookiebar", NAMED_JUNK},
    {"cookieconsent", NAMED_JUNK},
    {"copy-body", NAMED_BODY},
    {"copyright", NAMED_JUNK},
    {"copyright-holder", NAMED_CAPTION},
    {"correspondent", NAMED_BYLINE | NAMED_AUTHOR},
    {"create-date", NAMED_DATE},
    {"creator", NAMED_BYLINE | NAMED_AUTHOR},
    {"credit", NAMED_CAPTION},
    {"cta", NAMED_JUNK},
    {"data-publicacao", NAMED_DATE},
    {"date", NAMED_DATE},
    {"date-published", NAMED_DATE},
    {"dateline", NAMED_DATE},
    {"dateline-author", NAMED_BYLINE | NAMED_AUTHOR},
    {"datetime", NAMED_DATE},
    {"datum", NAMED_DATE},
    {"datum-veroeffentlicht", NAMED_DATE},
    {"deck", NAMED_STANDFIRST},
    {"dek", NAMED_STANDFIRST},
    {"detail-content", NAMED_BODY},
    {"details-content", NAMED_BODY},
    {"details-text", NAMED_BODY},
    {"disqus", NAMED_JUNK},
    {"donate", NAMED_JUNK},
    {"donation", NAMED_JUNK},
    {"donation-box", NAMED_JUNK},
    {"editor-pick", NAMED_JUNK},
    {"email-signup", NAMED_JUNK},
    {"entry-body", NAMED_BODY},
    {"entry-content", NAMED_BODY},
    {"entry-date", NAMED_DATE},
    {"entry-footer", NAMED_JUNK},
    {"entry-meta", NAMED_BYLINE},
    {"entry-summary", NAMED_STANDFIRST},
    {"entry-tag", NAMED_JUNK},
    {"entry-utility", NAMED_JUNK},
    {"excerpt", NAMED_STANDFIRST},
    {"fb-comments", NAMED_JUNK},
    {"fb-like", NAMED_JUNK},
    {"fecha", NAMED_DATE},
    {"fecha-publicacion", NAMED_DATE},
    {"field-body", NAMED_BODY},
    {"figcaption", NAMED_CAPTION},
    {"firma", NAMED_BYLINE | NAMED_AUTHOR},
    {"floating-player", NAMED_JUNK},
    {"follow", NAMED_JUNK},
    {"footer", NAMED_DOUBTFUL},
    {"full-text", NAMED_BODY},
    {"fulltext", NAMED_BODY},
    {"gallery", NAMED_GALLERY},
    {"gallery-caption", NAMED_CAPTION},
    {"gdpr", NAMED_JUNK},
    {"gh-content", NAMED_BODY},
    {"hits", NAMED_BYLINE},
    {"image", NAMED_PICTURE},
    {"image-credit", NAMED_CAPTION},
    {"image-gallery", NAMED_GALLERY},
    {"img", NAMED_PICTURE},
    {"img-caption", NAMED_CAPTION},
    {"imgbox", NAMED_PICTURE},
    {"infobox", NAMED_JUNK},
    {"intro-text", NAMED_STANDFIRST},
    {"item-content", NAMED_BODY},
    {"item-info", NAMED_BYLINE},
    {"item-tools", NAMED_JUNK},
    {"journalist", NAMED_BYLINE | NAMED_AUTHOR},
    {"jp-relatedposts", NAMED_JUNK},
    {"keyword", NAMED_JUNK},
    {"komentar", NAMED_JUNK},
    {"komentari", NAMED_JUNK},
    {"komentarz", NAMED_JUNK},
    {"komentarze", NAMED_JUNK},
    {"kommentar", NAMED_JUNK},
    {"kommentare", NAMED_JUNK},
    {"kommentarer", NAMED_JUNK},
    {"kommentarii", NAMED_JUNK},
    {"language-switcher", NAMED_JUNK},
    {"latest-news", NAMED_JUNK},
    {"lead-paragraph", NAMED_STANDFIRST},
    {"lead-text", NAMED_STANDFIRST},
    {"legal", NAMED_DOUBTFUL},
    {"link-list", NAMED_JUNK},
    {"live-blog", NAMED_LIVE},
    {"live-coverage", NAMED_LIVE},
    {"live-feed", NAMED_LIVE},
    {"live-post", NAMED_LIVE},
    {"live-story", NAMED_LIVE},
    {"live-update", NAMED_LIVE},
    {"liveblog", NAMED_LIVE},
    {"liveupdate", NAMED_LIVE},
    {"login", NAMED_JUNK},
    {"mailing-list", NAMED_JUNK},
    {"masthead", NAMED_JUNK},
    {"mc-embed", NAMED_JUNK},
    {"media", NAMED_PICTURE},
    {"menu", NAMED_JUNK},
    {"meta", NAMED_BYLINE},
    {"metadata", NAMED_BYLINE},
    {"modal", NAMED_JUNK},
    {"more-from", NAMED_JUNK},
    {"more-news", NAMED_JUNK},
    {"more-on", NAMED_JUNK},
    {"more-post", NAMED_JUNK},
    {"more-stories", NAMED_JUNK},
    {"most-popular", NAMED_JUNK},
    {"most-read", NAMED_JUNK},
    {"most-viewed", NAMED_JUNK},
    {"mostread", NAMED_JUNK},
    {"mostviewed", NAMED_JUNK},
    {"muhabir", NAMED_BYLINE | NAMED_AUTHOR},
    {"name-body", NAMED_BODY},
    {"nav", NAMED_JUNK},
    {"navbar", NAMED_JUNK},
    {"navigation", NAMED_JUNK},
    {"news-body", NAMED_BODY},
    {"news-content", NAMED_BODY},
    {"news-detail", NAMED_BODY},
    {"news-details", NAMED_BODY},
    {"news-text", NAMED_BODY},
    {"newsletter", NAMED_JUNK},
    {"newslettersignup", NAMED_JUNK},
    {"next-post", NAMED_JUNK},
    {"noprint", NAMED_JUNK},
    {"notice-cookie", NAMED_JUNK},
    {"notification", NAMED_JUNK},
    {"off-canvas", NAMED_JUNK},
    {"offcanvas", NAMED_JUNK},
    {"onesignal", NAMED_JUNK},
    {"onetrust", NAMED_JUNK},
    {"outbrain", NAMED_JUNK},
    {"overlay", NAMED_DOUBTFUL},
    {"page-link", NAMED_JUNK},
    {"page-text", NAMED_BODY},
    {"pager", NAMED_JUNK},
    {"pagination", NAMED_JUNK},
    {"paywall", NAMED_DOUBTFUL},
    {"photo", NAMED_PICTURE},
    {"photo-credit", NAMED_CAPTION},
    {"photo-essay", NAMED_GALLERY},
    {"photo-gallery", NAMED_GALLERY},
    {"photo-meta", NAMED_JUNK},
    {"photobox", NAMED_PICTURE},
    {"photographer", NAMED_CAPTION},
    {"pic", NAMED_PICTURE},
    {"picbox", NAMED_PICTURE},
    {"picture", NAMED_PICTURE},
    {"pisatel", NAMED_BYLINE | NAMED_AUTHOR},
    {"player", NAMED_JUNK},
    {"poll", NAMED_JUNK},
    {"popular", NAMED_JUNK},
    {"popup", NAMED_JUNK},
    {"post-author", NAMED_BYLINE | NAMED_AUTHOR},
    {"post-body", NAMED_BODY},
    {"post-content", NAMED_BODY},
    {"post-date", NAMED_DATE},
    {"post-details", NAMED_BYLINE},
    {"post-footer", NAMED_JUNK},
    {"post-label", NAMED_JUNK},
    {"post-meta", NAMED_BYLINE},
    {"post-navigation", NAMED_JUNK},
    {"post-tag", NAMED_JUNK},
    {"post-text", NAMED_BODY},
    {"post-utility", NAMED_JUNK},
    {"postbody", NAMED_BODY},
    {"posted-by", NAMED_BYLINE | NAMED_AUTHOR},
    {"posted-on", NAMED_DATE},
    {"prev-next", NAMED_JUNK},
    {"print", NAMED_DOUBTFUL},
    {"print-only", NAMED_JUNK},
    {"privacy", NAMED_JUNK},
    {"promo", NAMED_DOUBTFUL},
    {"promoted", NAMED_JUNK},
    {"promotion", NAMED_JUNK},
    {"pub-date", NAMED_DATE},
    {"pubdate", NAMED_DATE},
    {"publicacion", NAMED_DATE},
    {"publicado", NAMED_DATE},
    {"publication-date", NAMED_DATE},
    {"publish-date", NAMED_DATE},
    {"published", NAMED_DATE},
    {"published-date", NAMED_DATE},
    {"publishtime", NAMED_DATE},
    {"push", NAMED_DOUBTFUL},
    {"rating", NAMED_JUNK},
    {"reactie", NAMED_JUNK},
    {"reacties", NAMED_JUNK},
    {"reactions", NAMED_JUNK},
    {"read-also", NAMED_JUNK},
    {"read-more", NAMED_JUNK},
    {"read-next", NAMED_JUNK},
    {"read-time", NAMED_BYLINE},
    {"reading-time", NAMED_BYLINE},
    {"readmore", NAMED_JUNK},
    {"recirc", NAMED_JUNK},
    {"recirculation", NAMED_JUNK},
    {"recommend", NAMED_JUNK},
    {"recommendation", NAMED_JUNK},
    {"recommended", NAMED_JUNK},
    {"redactor", NAMED_BYLINE | NAMED_AUTHOR},
    {"redattore", NAMED_BYLINE | NAMED_AUTHOR},
    {"regwall", NAMED_JUNK},
    {"related", NAMED_JUNK},
    {"related-posts", NAMED_JUNK},
    {"relatedarticles", NAMED_JUNK},
    {"relatedposts", NAMED_JUNK},
    {"relatedstories", NAMED_JUNK},
    {"reporter", NAMED_BYLINE | NAMED_AUTHOR},
    {"respond", NAMED_JUNK},
    {"rich-text", NAMED_BODY},
    {"richtext", NAMED_BODY},
    {"schrijver", NAMED_BYLINE | NAMED_AUTHOR},
    {"screen-reader", NAMED_JUNK},
    {"search", NAMED_JUNK},
    {"see-also", NAMED_JUNK},
    {"share", NAMED_JUNK},
    {"sharebar", NAMED_JUNK},
    {"shareblock", NAMED_JUNK},
    {"sharedaddy", NAMED_JUNK},
    {"sharethis", NAMED_JUNK},
    {"sharing", NAMED_JUNK},
    {"sidebar", NAMED_DOUBTFUL},
    {"sign-up", NAMED_JUNK},
    {"signup", NAMED_JUNK},
    {"single-content", NAMED_BODY},
    {"site-footer", NAMED_JUNK},
    {"site-header", NAMED_JUNK},
    {"site-nav", NAMED_JUNK},
    {"skip-link", NAMED_JUNK},
    {"skip-to", NAMED_JUNK},
    {"skiplink", NAMED_JUNK},
    {"slides", NAMED_GALLERY},
    {"slideshow", NAMED_GALLERY},
    {"social", NAMED_JUNK},
    {"social-media", NAMED_JUNK},
    {"socialicons", NAMED_JUNK},
    {"sponsor", NAMED_JUNK},
    {"sponsored", NAMED_JUNK},
    {"sr-only", NAMED_JUNK},
    {"standfirst", NAMED_STANDFIRST},
    {"story-body", NAMED_BODY},
    {"story-content", NAMED_BODY},
    {"story-tags", NAMED_JUNK},
    {"story-text", NAMED_BODY},
    {"storybody", NAMED_BODY},
    {"sub-headline", NAMED_STANDFIRST},
    {"sub-title", NAMED_STANDFIRST},
    {"subheading", NAMED_STANDFIRST},
    {"subheadline", NAMED_STANDFIRST},
    {"submitted", NAMED_BYLINE | NAMED_AUTHOR},
    {"subscribe", NAMED_JUNK},
    {"subscriber-offer", NAMED_JUNK},
    {"subscription", NAMED_JUNK},
    {"subtitle", NAMED_STANDFIRST},
    {"taboola", NAMED_JUNK},
    {"tag-cloud", NAMED_JUNK},
    {"tag-link", NAMED_JUNK},
    {"tag-list", NAMED_JUNK},
    {"tagcloud", NAMED_JUNK},
    {"taglist", NAMED_JUNK},
    {"tags", NAMED_JUNK},
    {"tarih", NAMED_DATE},
    {"tarihi", NAMED_DATE},
    {"teaser", NAMED_DOUBTFUL},
    {"teaser-list", NAMED_JUNK},
    {"teaser-text", NAMED_STANDFIRST},
    {"text-body", NAMED_BODY},
    {"text-content", NAMED_BODY},
    {"text-long", NAMED_BODY},
    {"thumb", NAMED_PICTURE},
    {"thumbcaption", NAMED_PICTURE},
    {"thumbinner", NAMED_PICTURE},
    {"thumbnail", NAMED_PICTURE},
    {"ticker", NAMED_JUNK},
    {"time", NAMED_DATE},
    {"timestamp", NAMED_DATE},
    {"toolbar", NAMED_JUNK},
    {"toolbox", NAMED_JUNK},
    {"top-bar", NAMED_JUNK},
    {"topbar", NAMED_JUNK},
    {"topic", NAMED_DOUBTFUL},
    {"trending", NAMED_JUNK},
    {"tts", NAMED_JUNK},
    {"up-next", NAMED_JUNK},
    {"update-time", NAMED_DATE},
    {"updated", NAMED_DATE},
    {"user-login", NAMED_JUNK},
    {"verfasser", NAMED_BYLINE | NAMED_AUTHOR},
    {"veroeffentlicht", NAMED_DATE},
    {"view-count", NAMED_BYLINE},
    {"views", NAMED_BYLINE},
    {"visually-hidden", NAMED_JUNK},
    {"whatsapp", NAMED_JUNK},
    {"widget", NAMED_DOUBTFUL},
    {"wp-caption", NAMED_CAPTION},
    {"write-by", NAMED_BYLINE | NAMED_AUTHOR},
    {"writer", NAMED_BYLINE | NAMED_AUTHOR},
    {"written-by", NAMED_BYLINE | NAMED_AUTHOR},
    {"wysiwyg", NAMED_BODY},
    {"yazan", NAMED_BYLINE | NAMED_AUTHOR},
    {"yazar", NAMED_BYLINE | NAMED_AUTHOR},
    {"yorum", NAMED_JUNK},
    {"yorumlar", NAMED_JUNK},
    {"you-may", NAMED_JUNK},
    {"you-might", NAMED_JUNK},
    {"zergnet", NAMED_JUNK}
};
/* clang-format on */

static const char *const states[] = {"has", "no", "with", "without", "is", "tag", "category", "type", "status", "term"};

static int compare(const void *a, const void *b) {
    return strcmp(((const Name *)a)->name, ((const Name *)b)->name);
}

static unsigned look_up(const char *part) {
    Name key = {part, 0};
    const Name *found = bsearch(&key, names, sizeof names / sizeof *names, sizeof *names, compare);
    return found ? found->means : 0;
}

static unsigned meaning(char *part) {
    size_t length = strlen(part);
    unsigned means = look_up(part);
    if (!means && length > 3 && part[length - 1] == 's') {
        part[length - 1] = '\0';
        means = look_up(part);
        part[length - 1] = 's';
    }
    return means;
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

/* The next part of a name, small letters; false at the end. One that is too long is cut. */
static bool next_part(View name, size_t *at, char part[LONGEST]) {
    size_t length = 0;
    while (*at < name.length && !is_letter(name.data[*at]))
        ++*at;
    while (*at < name.length && is_letter(name.data[*at])) {
        char c = name.data[*at];
        if (length && is_capital(c) && !is_capital(name.data[*at - 1]))
            break;
        if (length + 1 < LONGEST)
            part[length++] = (char)(is_capital(c) ? c + 32 : c);
        ++*at;
    }
    part[length] = '\0';
    return length > 0;
}

static bool is_state(const char *part) {
    for (size_t i = 0; i < sizeof states / sizeof *states; i++)
        if (strcmp(part, states[i]) == 0)
            return true;
    return false;
}

static unsigned one_name(View name) {
    char before[LONGEST] = "", part[LONGEST], pair[2 * LONGEST + 1];
    unsigned means = 0;
    bool state = false;
    for (size_t at = 0; next_part(name, &at, part);) {
        size_t first = strlen(before), second = strlen(part);
        unsigned joined = 0;
        if (first) {
            memcpy(pair, before, first);
            pair[first] = '-';
            memcpy(pair + first + 1, part, second + 1);
            joined = meaning(pair);
        }
        if (state)
            return joined;
        state = !first && is_state(part);
        means |= joined ? joined : meaning(part);
        memcpy(before, part, second + 1);
    }
    return means;
}

unsigned html_names(View list) {
    unsigned means = 0;
    View name;
    while (view_split(&list, ' ', &name))
        means |= one_name(view_trim(name));
    return means;
}
