/* config: the `config` of a weights file -> sizes, tag heads and families of a Model, within sane limits. */
#ifndef ISNAD_MODEL_CONFIG_H
#define ISNAD_MODEL_CONFIG_H

#include "model/safetensors.h"
#include "model/weights.h"

/* What of the file is not kept in the Model: heads and families that this isnad does not read still take their rows. */
typedef struct Layout {
    size_t tag_rows;                  /* of tags.weight */
    size_t project_rows;              /* of project.weight */
    size_t family_rows[FAMILY_COUNT]; /* first row of each of ours; SIZE_MAX: not there */
} Layout;

Code config_read(const Tensors *tensors, Model *model, Layout *layout, Error *error);

#endif
