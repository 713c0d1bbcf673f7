/* See config.h. */
#include "model/config.h"

#include "model/labels.h"

#include <math.h>

#define MOST_WIDTH       8192
#define MOST_LABELS      4096
#define MOST_HEADS       256 /* tag heads, families */
#define MOST_ROLES       256 /* Argument.role is a byte */
#define MOST_FAMILY_ROWS 65536

static bool size_between(const JsonValue *config, const char *key, size_t least, size_t most, size_t *size) {
    long long value = 0;
    if (!json_value_integer(json_value_member(config, key), &value) || value < (long long)least ||
        value > (long long)most) {
        return false;
    }
    *size = (size_t)value;
    return true;
}

static Code read_sizes(const Tensors *tensors, const JsonValue *config, Model *model, Error *error) {
    double epsilon = 0;
    struct {
        const char *key;
        size_t least, most, *size;
    } sizes[] = {{"layers", 1, 64, &model->layer_count},
                 {"width", 8, MOST_WIDTH, &model->width},
                 {"heads", 1, MOST_WIDTH, &model->heads},
                 {"ffn", 8, 4 * MOST_WIDTH, &model->ffn},
                 {"vocab", 3, (size_t)1 << 22, &model->pieces},
                 {"positions", 8, (size_t)1 << 16, &model->positions},
                 {"window", PIECES_OF_A_WORD + 2, (size_t)1 << 13, &model->window}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        if (!size_between(config, sizes[i].key, sizes[i].least, sizes[i].most, sizes[i].size)) {
            return tensors_fault(tensors, error, "config says no %s between %zu and %zu", sizes[i].key, sizes[i].least,
                                 sizes[i].most);
        }
    }
    if (model->width % model->heads != 0 || model->window > model->positions) {
        return tensors_fault(tensors, error, "config: width is no multiple of heads, or window is more than positions");
    }
    if (!json_value_boolean(json_value_member(config, "cased"), &model->vocabulary.cased)) {
        return tensors_fault(tensors, error, "config does not say whether it is cased");
    }
    if (!json_value_number(json_value_member(config, "norm_epsilon"), &epsilon) || !(epsilon > 0) || epsilon > 1) {
        return tensors_fault(tensors, error, "config says no norm_epsilon between 0 and 1");
    }
    model->epsilon = (float)epsilon;
    return OK;
}

static Code read_labels(const Tensors *tensors, const JsonValue *names, Arena *arena, const char *of, size_t most,
                        Labels *labels, Error *error) {
    labels->count = json_value_count(names);
    if (json_value_kind(names) != JSON_KIND_ARRAY || labels->count == 0 || labels->count > most) {
        return tensors_fault(tensors, error, "config has not 1 to %zu labels in %s", most, of);
    }
    labels->names = arena_array(arena, labels->count, sizeof *labels->names);
    if (!labels->names) {
        return error_memory(error);
    }
    for (size_t i = 0; i < labels->count; i++) {
        View name = json_value_text(json_value_item(names, i));
        if (!name.data) {
            return tensors_fault(tensors, error, "config has a label in %s that is no text", of);
        }
        labels->names[i] = arena_copy(arena, name);
        if (!labels->names[i].data) {
            return error_memory(error);
        }
    }
    return OK;
}

static Code read_tags(const Tensors *tensors, const JsonValue *tags, Model *model, Layout *layout, Error *error) {
    if (json_value_count(tags) > MOST_HEADS) {
        return tensors_fault(tensors, error, "config has more than %d tag heads", MOST_HEADS);
    }
    for (size_t i = 0; i < json_value_count(tags); i++) {
        const JsonValue *item = json_value_item(tags, i);
        View name = json_value_text(json_value_member(item, "name"));
        Labels labels;
        Code code = read_labels(tensors, json_value_member(item, "labels"), model->arena,
                                name.data ? name.data : "a tag head", MOST_LABELS, &labels, error);
        TagName tag;
        if (code == OK && name.data && tag_by_name(name, &tag)) {
            model->heads_of[tag].labels = labels;
            model->heads_of[tag].first = layout->tag_rows;
            code = tag_understand(tensors, model, tag, error);
        }
        if (code != OK) {
            return code;
        }
        layout->tag_rows += labels.count;
    }
    for (size_t i = 0; i < TAG_COUNT; i++) {
        if (model->heads_of[i].labels.count == 0) {
            return tensors_fault(tensors, error, "no tag head %s", tag_name((TagName)i));
        }
    }
    return OK;
}

static Code read_families(const Tensors *tensors, const JsonValue *families, Model *model, Layout *layout,
                          Error *error) {
    if (json_value_count(families) > MOST_HEADS) {
        return tensors_fault(tensors, error, "config has more than %d families", MOST_HEADS);
    }
    for (size_t i = 0; i < json_value_count(families); i++) {
        const JsonValue *item = json_value_item(families, i);
        View name = json_value_text(json_value_member(item, "name")),
             kind = json_value_text(json_value_member(item, "kind"));
        Labels roles;
        size_t width = 0;
        Code code = read_labels(tensors, json_value_member(item, "roles"), model->arena,
                                name.data ? name.data : "a family", MOST_ROLES, &roles, error);
        if (code == OK &&
            (!size_between(item, "width", 1, MOST_WIDTH, &width) || roles.count * width > MOST_FAMILY_ROWS)) {
            code = tensors_fault(tensors, error, "config has a family too wide");
        }
        FamilyName family;
        if (code == OK && name.data && family_by_name(name, &family)) {
            model->families[family].roles = roles;
            model->families[family].width = width;
            layout->family_rows[family] = layout->project_rows;
            if (!view_equal(kind, view(family_is_rank(family) ? "rank" : "label"))) {
                return tensors_fault(tensors, error, "family %s is of another kind", family_name(family));
            }
            code = family_understand(tensors, model, family, error);
        }
        if (code != OK) {
            return code;
        }
        layout->project_rows += 2 * width;
    }
    for (size_t i = 0; i < FAMILY_COUNT; i++) {
        if (model->families[i].roles.count == 0) {
            return tensors_fault(tensors, error, "no family %s", family_name((FamilyName)i));
        }
    }
    return OK;
}

Code config_read(const Tensors *tensors, Model *model, Layout *layout, Error *error) {
    *layout = (Layout){0};
    View format = tensors_metadata(tensors, "format"), version = tensors_metadata(tensors, "version");
    View text = tensors_metadata(tensors, "config");
    if (!view_equal(format, VIEW("isnad-model"))) {
        return tensors_fault(tensors, error, "no weights of isnad");
    }
    if (!view_equal(version, VIEW("1"))) {
        return tensors_fault(tensors, error, "weights of version %.20s, and this isnad reads version 1",
                             version.data ? version.data : "unknown");
    }
    JsonValue *config = NULL;
    Error cause;
    Code code = text.data ? json_value_parse(text, "config", 1, &config, &cause) : ERROR_INPUT;
    if (code == ERROR_INPUT) {
        return tensors_fault(tensors, error, "no config in it");
    }
    if (code != OK) {
        return error_memory(error);
    }
    code = read_sizes(tensors, config, model, error);
    if (code == OK) {
        code = read_tags(tensors, json_value_member(config, "tags"), model, layout, error);
    }
    if (code == OK) {
        code = read_families(tensors, json_value_member(config, "families"), model, layout, error);
    }
    json_value_free(config);
    return code;
}
