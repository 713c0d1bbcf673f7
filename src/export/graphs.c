/* export/graphs: GEXF 1.3 and GraphML: actors as nodes, who stands with whom as edges, as src/relations says it. The
 * graph is known only when the last record is in, so both remember every edge. Edges that hold both ways ("talks with")
 * are written once, directed like the others, with symmetric set, since readers take one kind of edge in a graph. Left
 * out: what an edge rests on, event by event (isnad relations has it). */
#include "export/format.h"
#include <stdio.h>

typedef enum Language { GEXF, GRAPHML } Language;

typedef struct Graph {
    Buffer *out, nodes, edges;
    Arena *arena;
    Map *node_of; /* keys -> node numbers */
    size_t edge_count;
    Language language;
    bool full;
} Graph;

/* What nodes and edges carry: ids in the file, titles, and types as both languages name them. */
typedef struct Attribute {
    const char *id, *title, *type;
} Attribute;

static const Attribute node_attributes[] = {
    {"kind", "kind", "string"}, {"code", "code", "string"}, {"known", "known", "string"}};
static const Attribute edge_attributes[] = {
    {"relation", "relation", "string"},  {"sign", "sign", "integer"},      {"symmetric", "symmetric", "boolean"},
    {"happened", "happened", "integer"}, {"open", "open", "integer"},      {"denied", "denied", "integer"},
    {"tellers", "tellers", "integer"},   {"first", "first day", "string"}, {"last", "last day", "string"}};

static void open_value(Graph *graph, Buffer *out, const char *id) {
    buffer_format(out, graph->language == GEXF ? "<attvalue for=\"%s\" value=\"" : "<data key=\"%s\">", id);
}

static void close_value(Graph *graph, Buffer *out) {
    buffer_append(out, graph->language == GEXF ? VIEW("\"/>") : VIEW("</data>"));
}

static void text_value(Graph *graph, Buffer *out, const char *id, View text) {
    if (!text.length)
        return;
    open_value(graph, out, id);
    xml_text(out, text);
    close_value(graph, out);
}

static void number_value(Graph *graph, Buffer *out, const char *id, long long number) {
    open_value(graph, out, id);
    buffer_format(out, "%lld", number);
    close_value(graph, out);
}

static void begin_node(Graph *graph, uint32_t number, View name) {
    Buffer *out = &graph->nodes;
    buffer_format(out, "<node id=\"n%u\"", number);
    if (graph->language == GEXF) {
        buffer_append(out, VIEW(" label=\""));
        xml_text(out, name);
        buffer_append(out, VIEW("\"><attvalues>"));
    } else {
        buffer_append(out, VIEW(">"));
        text_value(graph, out, "label", name);
    }
}

static uint32_t node_of(Graph *graph, const RelationActor *actor) {
    uint32_t number = (uint32_t)map_count(graph->node_of);
    Buffer *out = &graph->nodes;
    if (map_get(graph->node_of, actor->key, &number))
        return number;
    if (!map_set(graph->node_of, actor->key, number))
        graph->full = true;
    begin_node(graph, number, actor->name);
    text_value(graph, out, "kind", actor->kind);
    text_value(graph, out, "code", actor->code);
    text_value(graph, out, "known", actor->known);
    buffer_append(out, graph->language == GEXF ? VIEW("</attvalues></node>\n") : VIEW("</node>\n"));
    return number;
}

static void take_relation(void *into, const Relation *relation) {
    Graph *graph = into;
    Buffer *out = &graph->edges;
    uint32_t from = node_of(graph, &relation->from), to = node_of(graph, &relation->to);
    View first = day_format(graph->arena, relation->first), last = day_format(graph->arena, relation->last);
    size_t weight = relation->happened + relation->open + relation->denied;
    buffer_format(out, "<edge id=\"e%zu\" source=\"n%u\" target=\"n%u\"", graph->edge_count++, from, to);
    if (graph->language == GEXF) {
        buffer_format(out, " weight=\"%zu\" label=\"%s\"", weight, relation->relation);
        if (first.data)
            buffer_format(out, " start=\"%s\" end=\"%s\"", first.data, last.data ? last.data : first.data);
        buffer_append(out, VIEW("><attvalues>"));
    } else {
        buffer_append(out, VIEW(">"));
        number_value(graph, out, "weight", (long long)weight);
    }
    text_value(graph, out, "relation", view(relation->relation));
    number_value(graph, out, "sign", relation->sign);
    text_value(graph, out, "symmetric", relation->sign == 0 ? VIEW("true") : VIEW("false"));
    number_value(graph, out, "happened", (long long)relation->happened);
    number_value(graph, out, "open", (long long)relation->open);
    number_value(graph, out, "denied", (long long)relation->denied);
    number_value(graph, out, "tellers", (long long)relation->tellers);
    text_value(graph, out, "first", first);
    text_value(graph, out, "last", last);
    buffer_append(out, graph->language == GEXF ? VIEW("</attvalues></edge>\n") : VIEW("</edge>\n"));
}

static void declare_gexf(Buffer *out, const char *class, const Attribute *attributes, size_t count) {
    buffer_format(out, "<attributes class=\"%s\">\n", class);
    for (size_t i = 0; i < count; i++)
        buffer_format(out, "<attribute id=\"%s\" title=\"%s\" type=\"%s\"/>\n", attributes[i].id, attributes[i].title,
                      attributes[i].type);
    buffer_append(out, VIEW("</attributes>\n"));
}

static void declare_graphml(Buffer *out, const char *class, const Attribute *attributes, size_t count) {
    for (size_t i = 0; i < count; i++) {
        View type = view(attributes[i].type);
        buffer_format(out, "<key id=\"%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n", attributes[i].id, class,
                      attributes[i].title, view_equal(type, VIEW("integer")) ? "int" : attributes[i].type);
    }
}

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void write_gexf(Graph *graph) {
    Buffer *out = graph->out;
    buffer_append(out, VIEW("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                            "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
                            "<meta><creator>isnad</creator></meta>\n"
                            "<graph mode=\"dynamic\" defaultedgetype=\"directed\" timeformat=\"date\">\n"));
    declare_gexf(out, "node", node_attributes, COUNT(node_attributes));
    declare_gexf(out, "edge", edge_attributes, COUNT(edge_attributes));
    buffer_append(out, VIEW("<nodes>\n"));
    buffer_append(out, buffer_view(&graph->nodes));
    buffer_append(out, VIEW("</nodes>\n<edges>\n"));
    buffer_append(out, buffer_view(&graph->edges));
    buffer_append(out, VIEW("</edges>\n</graph>\n</gexf>\n"));
}

static void write_graphml(Graph *graph) {
    static const Attribute label = {"label", "label", "string"}, weight = {"weight", "weight", "integer"};
    Buffer *out = graph->out;
    buffer_append(out, VIEW("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                            "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"));
    declare_graphml(out, "node", &label, 1);
    declare_graphml(out, "node", node_attributes, COUNT(node_attributes));
    declare_graphml(out, "edge", &weight, 1);
    declare_graphml(out, "edge", edge_attributes, COUNT(edge_attributes));
    buffer_append(out, VIEW("<graph id=\"isnad\" edgedefault=\"directed\">\n"));
    buffer_append(out, buffer_view(&graph->nodes));
    buffer_append(out, buffer_view(&graph->edges));
    buffer_append(out, VIEW("</graph>\n</graphml>\n"));
}

static Code record(Export *export, const Facts *facts, Error *error) {
    return relations_add(export->relations, facts->line, facts->file, facts->number, error);
}

static Code end(Export *export, Language language, Error *error) {
    Graph graph = {.out = export->out, .arena = export->arena, .node_of = map_new(export->arena), .language = language};
    if (!graph.node_of)
        return error_memory(error);
    buffer_init(&graph.nodes, 0);
    buffer_init(&graph.edges, 0);
    Code code = relations_each(export->relations, take_relation, &graph, error);
    if (code == OK && language == GEXF)
        write_gexf(&graph);
    else if (code == OK)
        write_graphml(&graph);
    if (code == OK && (graph.full || graph.nodes.failed || graph.edges.failed))
        code = error_memory(error);
    buffer_free(&graph.nodes);
    buffer_free(&graph.edges);
    return code;
}

static Code end_gexf(Export *export, Error *error) {
    return end(export, GEXF, error);
}

static Code end_graphml(Export *export, Error *error) {
    return end(export, GRAPHML, error);
}

const ExportFormat export_gexf = {.name = {"gexf", "gexf", "actors and who stands with whom, as a graph in GEXF 1.3"},
                                  .needs = NEEDS_RELATIONS,
                                  .record = record,
                                  .end = end_gexf};
const ExportFormat export_graphml = {.name = {"graphml", "graphml", "the same graph in GraphML"},
                                     .needs = NEEDS_RELATIONS,
                                     .record = record,
                                     .end = end_graphml};
