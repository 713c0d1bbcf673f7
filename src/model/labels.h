/* labels: the names in a weights file's config -> the enumerations of model.h. An unknown name is refused: it would be
 * a decision that nobody downstream knows. */
#ifndef ISNAD_MODEL_LABELS_H
#define ISNAD_MODEL_LABELS_H

#include "model/safetensors.h"
#include "model/weights.h"

/* Name of a tag head or family; false when there is none such here (then it is not read). */
bool tag_by_name(View name, TagName *tag);
const char *tag_name(TagName tag);
bool family_by_name(View name, FamilyName *family);
const char *family_name(FamilyName family);
/* Families that hold one score and no roles of their own. */
bool family_is_rank(FamilyName family);

/* Fills head->meanings (or the model's lemma rules); the error names the label. */
Code tag_understand(const Tensors *tensors, Model *model, TagName tag, Error *error);
Code family_understand(const Tensors *tensors, Model *model, FamilyName family, Error *error);

#endif
