/* Lookups in the shipped tables: hits and near misses. */
#include "identity/tables.h"
#include "tests/test.h"
#include <math.h>

static Arena *arena;
static const Tables *tables;

static View folded(const char *text) {
    return unicode_fold(arena, view(text));
}

static size_t folded_words(const char *text, View words[32]) {
    View rest = view(text);
    size_t count = 0;
    while (count < 32 && view_split(&rest, ' ', &words[count]))
        count++;
    return count;
}

static void check_country(const char *name, const char *code, CountryNameKind kind) {
    CountryHit hits[4];
    size_t count = country_find(tables, folded(name), hits, 4);
    if (!code) {
        CHECK(count == 0);
        return;
    }
    if (CHECK(count > 0)) {
        CHECK_TEXT(hits[0].country->alpha3, code);
        CHECK(hits[0].kind == kind);
    }
}

static void test_countries(void) {
    check_country("Iraq", "IRQ", COUNTRY_NAME);
    check_country("the United States", "USA", COUNTRY_NAME);
    check_country("America", "USA", COUNTRY_NAME);
    check_country("Iraqi", "IRQ", COUNTRY_ADJECTIVE);
    check_country("Iraqis", "IRQ", COUNTRY_PEOPLE);
    check_country("Frenchmen", "FRA", COUNTRY_PEOPLE);
    check_country("Kiev", "UKR", COUNTRY_CAPITAL);
    check_country("The Kremlin", "RUS", COUNTRY_GOVERNMENT);
    check_country("Côte d'Ivoire", "CIV", COUNTRY_NAME);
    check_country("Iraqs", NULL, COUNTRY_NAME);
    check_country("Kremlins", NULL, COUNTRY_NAME);
    check_country("", NULL, COUNTRY_NAME);
    CountryHit hits[4];
    CHECK(country_find(tables, folded("Congolese"), hits, 4) == 4); /* two countries, adjective and people */
    CHECK(country_find(tables, folded("Congolese"), hits, 1) == 1);
    CHECK(country_find(tables, folded("us"), hits, 4) > 0);
    CHECK(!tables_written_alike(hits[0].written, VIEW("us")));
    CHECK(tables_written_alike(hits[0].written, VIEW("US")));
    CHECK(tables_written_alike(VIEW("Iraq"), VIEW("iraq")));
    const CountryEntry *kosovo = country_by_code(tables, VIEW("KSV"));
    if (CHECK(kosovo != NULL)) {
        CHECK_TEXT(kosovo->name, "Kosovo");
        CHECK_TEXT(kosovo->capital, "Pristina");
        CHECK(country_borders(kosovo, VIEW("SRB")) && !country_borders(kosovo, VIEW("GRC")));
    }
    CHECK(country_by_code(tables, VIEW("XXX")) == NULL);
}

static void check_place(const char *name, const char *country, const char *kind, double lat, double lon) {
    PlaceEntry hits[8];
    size_t count = place_find(tables, folded(name), hits, 8);
    if (!kind) {
        CHECK(count == 0);
        return;
    }
    if (CHECK(count > 0)) {
        CHECK_TEXT(hits[0].countries, country);
        CHECK_TEXT(hits[0].kind, kind);
        CHECK(fabs(hits[0].lat - lat) < 0.3 && fabs(hits[0].lon - lon) < 0.3);
    }
}

static void test_places(void) {
    check_place("Mosul", "IRQ", "seat", 36.34, 43.12);
    check_place("Baghdad", "IRQ", "capital", 33.34, 44.4);
    check_place("بغداد", "IRQ", "capital", 33.34, 44.4);
    check_place("Anbar province", "IRQ", "province", 33.8, 42.4);
    check_place("the governorate of Anbar", "IRQ", "province", 33.8, 42.4);
    check_place("the city of Fallujah", "IRQ", "city", 33.35, 43.79);
    check_place("al-Hasakah", "SYR", "seat", 36.5, 40.75);
    check_place("Khan Younis", "PSE", "city", 31.34, 34.3);
    check_place("Strait of Hormuz", NULL, "strait", 26.57, 56.25);
    check_place("the Gaza Strip", "PSE", "region", 31.42, 34.36);
    check_place("Benghazi, Libya", "LBY", "seat", 32.12, 20.07);
    check_place("Paris, Texas", "USA", "city", 33.66, -95.56);
    check_place("eastern Aleppo", "SYR", "seat", 36.2, 37.16);
    check_place("the airport of Kidal", "MLI", "airport", 18.44, 1.41);
    check_place("the Yemeni capital", "YEM", "capital", 15.35, 44.2);
    check_place("the Yemeni airport", NULL, NULL, 0, 0);
    check_place("northern Mosulia", NULL, NULL, 0, 0);
    check_place("Mosulia", NULL, NULL, 0, 0);
    check_place("province", NULL, NULL, 0, 0);
    check_place("the", NULL, NULL, 0, 0);
    PlaceEntry hits[8];
    CHECK(place_find_alike(tables, folded("Jisr al-Shoghour"), VIEW("SYR"), hits, 8) == 1);
    CHECK(place_find_alike(tables, folded("Baqoubah"), VIEW("IRQ"), hits, 8) > 0);
    CHECK(place_find_alike(tables, folded("Baqoubah"), VIEW("SYR"), hits, 8) == 0);
    CHECK(place_find_alike(tables, folded("Aa"), VIEW("SYR"), hits, 8) == 0);
    if (CHECK(place_find(tables, folded("northern Iraq"), hits, 8) == 1)) {
        CHECK_TEXT(hits[0].countries, "IRQ");
        CHECK(isnan(hits[0].lat));
    }
    size_t count = place_find(tables, folded("London"), hits, 8);
    if (CHECK(count > 1)) {
        CHECK_TEXT(hits[0].countries, "GBR");
        CHECK(hits[0].population > hits[1].population);
    }
    CHECK(place_find(tables, folded("London"), hits, 1) == 1);
}

static void test_actors(void) {
    const ActorEntry *hits[4];
    if (CHECK(actor_find(tables, folded("the Taliban"), hits, 4) > 0)) {
        CHECK(hits[0]->kind == ACTOR_ORGANIZATION);
        CHECK_TEXT(actor_code_on(hits[0], day_from(2020, 1, 1)), "AFGREB");
        CHECK_TEXT(actor_code_on(hits[0], day_from(2022, 1, 1)), "AFGGOV");
        CHECK_TEXT(actor_code_on(hits[0], DAY_UNKNOWN), "AFGGOV");
    }
    if (CHECK(actor_find(tables, folded("Nikol Pashinyan"), hits, 4) > 0)) { /* opposition before, government after */
        CHECK_TEXT(actor_code_on(hits[0], day_from(2018, 5, 7)), "ARMOPP");
        CHECK_TEXT(actor_code_on(hits[0], day_from(2018, 5, 8)), "ARMGOV");
    }
    if (CHECK(actor_find(tables, folded("Aung San Suu Kyi"), hits, 4) > 0)) { /* and opposition again */
        CHECK_TEXT(actor_code_on(hits[0], day_from(2015, 1, 1)), "MMROPP");
        CHECK_TEXT(actor_code_on(hits[0], day_from(2020, 1, 1)), "MMRGOV");
        CHECK_TEXT(actor_code_on(hits[0], day_from(2021, 3, 1)), "MMROPP");
    }
    if (CHECK(actor_find(tables, folded("Macron"), hits, 4) > 0)) {
        CHECK_TEXT(hits[0]->name, "Emmanuel Macron");
        CHECK_TEXT(actor_title_on(hits[0], day_from(2020, 1, 1)), "president");
        CHECK_TEXT(actor_title_on(hits[0], day_from(2001, 1, 1)), NULL);
    }
    CHECK(actor_find(tables, folded("Talibans"), hits, 4) == 0);
    View roles = VIEW("-@..2020-02-03=IRQGOV|minister|@x");
    ActorRole role;
    CHECK(actor_next_role(&roles, &role) && role.to == day_from(2020, 2, 3) && role.from == DAY_UNKNOWN);
    CHECK_TEXT(role.title, NULL);
    CHECK_TEXT(role.code, "IRQGOV");
    CHECK(actor_next_role(&roles, &role) && view_equal(role.title, VIEW("minister")) && !role.code.data);
    CHECK(actor_next_role(&roles, &role) && role.from == DAY_UNKNOWN);
    CHECK(!actor_next_role(&roles, &role));
}

static void test_leaders(void) {
    const LeaderEntry *hits[4];
    if (CHECK(leader_find(tables, folded("Merkel"), VIEW("DEU"), hits, 4) == 1)) {
        CHECK_TEXT(hits[0]->office, "chancellor");
        CHECK(hits[0]->from == day_from(2005, 11, 22) && hits[0]->to == day_from(2021, 12, 8));
    }
    CHECK(leader_find(tables, folded("Trump"), (View){NULL, 0}, hits, 4) == 2);
    CHECK(leader_find(tables, folded("Merkel"), VIEW("FRA"), hits, 4) == 0);
}

static void check_agent(const char *description, const char *code, size_t taken, bool plural) {
    View words[32];
    size_t count = folded_words(description, words);
    AgentHit hit = agent_find(tables, words, count, count - 1);
    if (!code) {
        CHECK(hit.agent == NULL);
        return;
    }
    if (CHECK(hit.agent != NULL)) {
        CHECK_TEXT(hit.agent->code, code);
        CHECK(hit.words == taken);
        CHECK(hit.plural == plural);
    }
}

static void test_agents(void) {
    check_agent("a senior army officer", "MIL", 2, false);
    check_agent("tall officer", "", 1, false);
    check_agent("policemen", "COP", 1, true);
    check_agent("the opposition", "OPP", 1, false);
    check_agent("opposition lawmakers", "OPP", 2, true);
    check_agent("defense minister", "MIL", 2, false);
    check_agent("the wheelbarrow", NULL, 0, false);
    View words[2] = {VIEW("police"), VIEW("chief")};
    CHECK(agent_find(tables, words, 2, 2).agent == NULL);
}

static void test_anonymous(void) {
    View words[32];
    size_t first, end, count = folded_words("three senior officials", words);
    AnonymousHit hit = anonymous_find(tables, words, count, 2);
    CHECK_TEXT(hit.role, "official");
    CHECK(hit.plural);
    CHECK_TEXT(anonymous_find(tables, words, count, 0).role, NULL);
    count = folded_words("an expert who did not give his name said", words);
    CHECK_TEXT(anonymous_reason(tables, words, count, &first, &end), "anonymity");
    CHECK(first == 3 && end == 8);
    count = folded_words("an expert gave his name", words);
    CHECK_TEXT(anonymous_reason(tables, words, count, &first, &end), NULL);
}

static void test_outlets(void) {
    OutletHit hits[4];
    if (CHECK(outlet_find(tables, folded("AFP"), hits, 4) > 0)) {
        CHECK_TEXT(hits[0].outlet->name, "Agence France-Presse");
        CHECK_TEXT(hits[0].outlet->kind, "agency");
        CHECK_TEXT(hits[0].written, "AFP");
    }
    if (CHECK(outlet_find(tables, folded("Figaro"), hits, 4) > 0))
        CHECK_TEXT(hits[0].outlet->country, "FRA");
    CHECK(outlet_find(tables, folded("Le Figarino"), hits, 4) == 0);
}

static void check_cue(const char *lemmas, const char *words, const char *commitment) {
    View l[32], w[32];
    size_t count = folded_words(lemmas, l);
    CHECK(folded_words(words, w) == count);
    const CueEntry *cue = cue_find(tables, l, w, count);
    if (commitment ? CHECK(cue != NULL) : !CHECK(cue == NULL))
        CHECK_TEXT(cue->commitment, commitment);
}

static void test_cues(void) {
    check_cue("say", "said", "said");
    check_cue("accord to", "according to", "said");
    check_cue("point out", "pointed out", "said");
    check_cue("deny", "denies", "denied");
    check_cue("have claim", "has claimed", "claimed");
    check_cue("be quote as say", "was quoted as saying", "said");
    check_cue("walk", "walked", NULL);
}

static void check_type(EventType type, const char *lemmas, const char *mode, const char *cameo) {
    View words[32];
    size_t count = folded_words(lemmas, words);
    const TypeEntry *entry = type_find(tables, type, words, NULL, count);
    CHECK_TEXT(entry->mode, mode);
    CHECK_TEXT(entry->cameo, cameo);
}

static void test_types(void) {
    check_type(EVENT_ASSAULT, "car bomb attack", "explosives", "1832");
    check_type(EVENT_ASSAULT, "open fire", "firearms", "193");
    check_type(EVENT_COERCE, "arrest", "arrest", "173");
    check_type(EVENT_PROTEST, "strike", "strike", "143");
    check_type(EVENT_ASSAULT, "strike", NULL, "190");
    check_type(EVENT_PROTEST, "whistle", NULL, "140");
    check_type(EVENT_ACCUSE, "sue", "allege", "115");
}

static void test_persons(void) {
    CHECK(given_name_gender(tables, folded("Fatima")) == GENDER_FEMALE);
    CHECK(given_name_gender(tables, folded("Muhammad")) == GENDER_MALE);
    CHECK(given_name_gender(tables, folded("Sasha")) == GENDER_UNKNOWN);
    CHECK(given_name_known(tables, folded("Sasha")) && !given_name_known(tables, folded("Baghdad")));
    CHECK(given_names_alike(tables, folded("Bill"), folded("William")));
    CHECK(given_names_alike(tables, folded("Bob"), folded("Rob")));
    CHECK(!given_names_alike(tables, folded("Bill"), folded("Robert")));
}

int main(void) {
    test_begin("tables");
    Error error = {0};
    Tables *opened = NULL;
    arena = arena_new(0);
    if (CHECK(arena != NULL) && CHECK_OK(tables_open(arena, "data", &opened, &error), error)) {
        tables = opened;
        test_countries();
        test_places();
        test_actors();
        test_leaders();
        test_agents();
        test_anonymous();
        test_outlets();
        test_cues();
        test_types();
        test_persons();
    }
    arena_free(arena);
    return test_end();
}
