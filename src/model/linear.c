/* See linear.h. The only file that knows oneDNN.
 *
 * Int8 with AVX512-VNNI is ours (panels.h): oneDNN cannot take the row scales, so its sums had to be written and read
 * once more. What remains oneDNN's is float, and int8 with AVX2-VNNI or AMX: bytes times int8 and not int8 times int8,
 * since it adds the 128 itself for the latter at every load, which took 40 % more time, and packs its weights ten times
 * slower. Left out: everything that oneDNN could fuse behind a product.
 */
#include "model/linear.h"

#include <assert.h>
#include <dnnl.h>
#include <stdlib.h>
#include <string.h>

/* From libgomp; declared here because clang has no omp.h of its own in Debian's package. */
extern int omp_get_max_threads(void);
extern void omp_set_num_threads(int threads);

#define ALIGNMENT 64

struct Engine {
    dnnl_engine_t engine;
    dnnl_stream_t stream; /* for packing only, by the thread that opens the model */
    const Kernels *kernels;
    Multiply multiply; /* NULL: oneDNN */
    bool int8;
};

/* A product compiled for one shape. */
typedef struct Product {
    size_t inputs, outputs, rows;
    dnnl_primitive_t primitive;
    dnnl_memory_desc_t input, output, scratch;
} Product;

struct Lane {
    const Engine *engine;
    dnnl_stream_t stream;
    LIST(Product) products;
    Arena *arena; /* of the list */
    void *scratch;
    size_t scratch_size;
    void *sums; /* [LANE_ROWS_DEEP][most_outputs] int32 or float, aligned */
    size_t most_outputs;
};

int single_thread_begin(void) {
    int threads = omp_get_max_threads();
    omp_set_num_threads(1);
    return threads;
}

void single_thread_end(int threads) {
    omp_set_num_threads(threads);
}

static Code refused(dnnl_status_t status, Error *error) {
    if (status == dnnl_out_of_memory) {
        return error_memory(error);
    }
    return error_set(error, ERROR_DATA,
                     "oneDNN refused a matrix product (status %d): install oneDNN 2.6 or newer (libdnnl2)",
                     (int)status);
}

static void *take_aligned(Arena *arena, size_t size) {
    char *data = arena_take(arena, size + ALIGNMENT);
    return data ? data + (ALIGNMENT - (uintptr_t)data % ALIGNMENT) : NULL;
}

/* --- engine --------------------------------------------------------------------------------------------------- */

bool engine_int8(const Engine *engine) {
    return engine->int8;
}

const Kernels *engine_kernels(const Engine *engine) {
    return engine->kernels;
}

static bool processor_has_vnni(void) {
    dnnl_cpu_isa_t isa = dnnl_get_effective_cpu_isa();
    return isa == dnnl_cpu_isa_avx2_vnni || (isa & dnnl_cpu_isa_avx512_core_vnni) == dnnl_cpu_isa_avx512_core_vnni;
}

/* oneDNN names sets of instructions by bits, each set holding the smaller ones. */
static Multiply without_amx(void) {
    bool amx = (dnnl_get_effective_cpu_isa() & dnnl_cpu_isa_avx512_core_amx) == dnnl_cpu_isa_avx512_core_amx;
    return amx ? NULL : panels_best();
}

Code engine_new(Precision precision, const Kernels *kernels, Engine **engine, Error *error) {
    return engine_new_with(precision, kernels, without_amx(), engine, error);
}

Code engine_new_with(Precision precision, const Kernels *kernels, Multiply multiply, Engine **out, Error *error) {
    bool vnni = processor_has_vnni();
    if (precision == PRECISION_INT8 && !vnni) {
        return error_set(error, ERROR_USAGE, "int8 needs a processor with VNNI: choose float, or let isnad choose");
    }
    Engine *engine = calloc(1, sizeof *engine);
    if (!engine) {
        return error_memory(error);
    }
    engine->kernels = kernels;
    engine->int8 = precision != PRECISION_FLOAT && vnni;
    engine->multiply = engine->int8 ? multiply : NULL;
    dnnl_status_t status = dnnl_engine_create(&engine->engine, dnnl_cpu, 0);
    if (status == dnnl_success) {
        status = dnnl_stream_create(&engine->stream, engine->engine, dnnl_stream_default_flags);
    }
    if (status != dnnl_success) {
        engine_free(engine);
        return refused(status, error);
    }
    *out = engine;
    return OK;
}

void engine_free(Engine *engine) {
    if (engine) {
        dnnl_stream_destroy(engine->stream);
        dnnl_engine_destroy(engine->engine);
        free(engine);
    }
}

/* --- products ------------------------------------------------------------------------------------------------- */

/* The product of one shape, weights in the layout that oneDNN likes best for LANE_ROWS rows. */
static dnnl_status_t describe(const Engine *engine, size_t inputs, size_t outputs, size_t rows,
                              dnnl_primitive_desc_t *product) {
    dnnl_data_type_t input_type = engine->int8 ? dnnl_u8 : dnnl_f32, weight_type = engine->int8 ? dnnl_s8 : dnnl_f32;
    dnnl_dims_t input_shape = {(dnnl_dim_t)rows, (dnnl_dim_t)inputs};
    dnnl_dims_t weight_shape = {(dnnl_dim_t)inputs, (dnnl_dim_t)outputs};
    dnnl_dims_t output_shape = {(dnnl_dim_t)rows, (dnnl_dim_t)outputs};
    dnnl_memory_desc_t input, weight, output;
    dnnl_status_t status = dnnl_memory_desc_init_by_tag(&input, 2, input_shape, input_type, dnnl_ab);
    if (status == dnnl_success) {
        status = dnnl_memory_desc_init_by_tag(&weight, 2, weight_shape, weight_type, dnnl_format_tag_any);
    }
    if (status == dnnl_success) {
        status = dnnl_memory_desc_init_by_tag(&output, 2, output_shape, engine->int8 ? dnnl_s32 : dnnl_f32, dnnl_ab);
    }
    if (status == dnnl_success && rows != LANE_ROWS) {
        dnnl_primitive_desc_t full = NULL;
        status = describe(engine, inputs, outputs, LANE_ROWS, &full);
        if (status == dnnl_success) {
            weight = *dnnl_primitive_desc_query_md(full, dnnl_query_weights_md, 0);
        }
        dnnl_primitive_desc_destroy(full);
    }
    dnnl_primitive_attr_t attributes = NULL;
    dnnl_matmul_desc_t operation;
    if (status == dnnl_success) {
        status = dnnl_matmul_desc_init(&operation, &input, &weight, NULL, &output);
    }
    if (status == dnnl_success) {
        status = dnnl_primitive_attr_create(&attributes);
    }
    if (status == dnnl_success) {
        status = dnnl_primitive_attr_set_scratchpad_mode(attributes, dnnl_scratchpad_mode_user);
    }
    if (status == dnnl_success) {
        status = dnnl_primitive_desc_create(product, &operation, attributes, engine->engine, NULL);
    }
    dnnl_primitive_attr_destroy(attributes);
    return status;
}

static dnnl_status_t reorder(const Engine *engine, const dnnl_memory_desc_t *from, const void *plain,
                             const Linear *linear) {
    const dnnl_memory_desc_t *to = NULL;
    dnnl_primitive_desc_t description = NULL;
    dnnl_primitive_t primitive = NULL;
    dnnl_memory_t source = NULL;
    dnnl_status_t status = dnnl_memory_get_memory_desc(linear->memory, &to);
    if (status == dnnl_success) {
        status = dnnl_reorder_primitive_desc_create(&description, from, engine->engine, to, engine->engine, NULL);
    }
    if (status == dnnl_success) {
        status = dnnl_primitive_create(&primitive, description);
    }
    if (status == dnnl_success) {
        status = dnnl_memory_create(&source, from, engine->engine, (void *)(uintptr_t)plain);
    }
    if (status == dnnl_success) {
        dnnl_exec_arg_t arguments[] = {{DNNL_ARG_FROM, source}, {DNNL_ARG_TO, linear->memory}};
        status = dnnl_primitive_execute(primitive, engine->stream, 2, arguments);
    }
    if (status == dnnl_success) {
        status = dnnl_stream_wait(engine->stream);
    }
    dnnl_memory_destroy(source);
    dnnl_primitive_destroy(primitive);
    dnnl_primitive_desc_destroy(description);
    return status;
}

/* --- packing -------------------------------------------------------------------------------------------------- */

static dnnl_status_t pack_plain(const Engine *engine, const Linear *linear, const void *plain, size_t step) {
    dnnl_dims_t shape = {(dnnl_dim_t)linear->inputs, (dnnl_dim_t)linear->outputs}, steps = {1, (dnnl_dim_t)step};
    dnnl_memory_desc_t from;
    dnnl_status_t status = dnnl_memory_desc_init_by_strides(&from, 2, shape, engine->int8 ? dnnl_s8 : dnnl_f32, steps);
    return status == dnnl_success ? reorder(engine, &from, plain, linear) : status;
}

static float *expand(const Weights *weights) {
    float *plain = calloc(weights->outputs * weights->inputs, sizeof *plain);
    for (size_t i = 0; plain && i < weights->outputs; i++) {
        const int8_t *row = weights->values + i * weights->step;
        for (size_t k = 0; k < weights->inputs; k++) {
            plain[i * weights->inputs + k] = (float)row[k] * weights->scale[i];
        }
    }
    return plain;
}

static Code pack_for_onednn(const Engine *engine, Arena *arena, const Weights *weights, Linear *linear, Error *error) {
    dnnl_primitive_desc_t product = NULL;
    dnnl_status_t status = describe(engine, linear->inputs, linear->outputs, LANE_ROWS, &product);
    if (status == dnnl_success) {
        const dnnl_memory_desc_t *layout = dnnl_primitive_desc_query_md(product, dnnl_query_weights_md, 0);
        linear->packed = take_aligned(arena, dnnl_memory_desc_get_size(layout));
        dnnl_memory_t memory = NULL;
        status =
            linear->packed ? dnnl_memory_create(&memory, layout, engine->engine, linear->packed) : dnnl_out_of_memory;
        linear->memory = memory;
    }
    dnnl_primitive_desc_destroy(product);
    if (status == dnnl_success && engine->int8) {
        status = pack_plain(engine, linear, weights->values, weights->step);
    } else if (status == dnnl_success) {
        float *plain = expand(weights);
        status = plain ? pack_plain(engine, linear, plain, weights->inputs) : dnnl_out_of_memory;
        free(plain);
    }
    return status == dnnl_success ? OK : refused(status, error);
}

static Code pack_panels(Arena *arena, const Weights *weights, Linear *linear, Error *error) {
    int8_t *packed = take_aligned(arena, panels_size(linear->outputs, linear->inputs));
    if (!packed) {
        return error_memory(error);
    }
    panels_pack(weights->values, weights->step, linear->outputs, linear->inputs, packed);
    linear->packed = packed;
    return OK;
}

Code linear_pack(const Engine *engine, Arena *arena, const Weights *weights, Linear *linear, Error *error) {
    *linear = (Linear){
        .outputs = weights->outputs, .inputs = weights->inputs, .scale = weights->scale, .bias = weights->bias};
    linear->offset = arena_array(arena, weights->outputs, sizeof *linear->offset);
    if (!linear->offset) {
        return error_memory(error);
    }
    for (size_t i = 0; engine->int8 && i < weights->outputs; i++) {
        linear->offset[i] = 128 * engine->kernels->sum(weights->values + i * weights->step, weights->inputs);
    }
    return engine->multiply ? pack_panels(arena, weights, linear, error)
                            : pack_for_onednn(engine, arena, weights, linear, error);
}

void linear_drop(Linear *linear) {
    dnnl_memory_destroy(linear->memory);
    linear->memory = NULL;
}

/* --- rows ----------------------------------------------------------------------------------------------------- */

static_assert(LANE_STEP >= PANEL_ROWS, "both products read rows behind the last one");

bool rows_take(const Engine *engine, Arena *arena, size_t most, size_t width, Rows *rows) {
    size_t count = most + LANE_STEP;
    *rows = (Rows){.width = width, .most = most};
    if (engine->int8) {
        rows->rounded = take_aligned(arena, count * width);
        rows->scales = arena_array(arena, count, sizeof *rows->scales);
        return rows->rounded && rows->scales;
    }
    rows->values = take_aligned(arena, count * width * sizeof *rows->values);
    return rows->values != NULL;
}

void rows_set(const Engine *engine, Rows *rows, size_t at, const float *x, size_t step, size_t count) {
    for (size_t i = 0; i < count; i++) {
        size_t place = (at + i) * rows->width;
        if (engine->int8) {
            rows->scales[at + i] = engine->kernels->round_row(x + i * step, rows->width, rows->rounded + place);
        } else {
            memcpy(rows->values + place, x + i * step, rows->width * sizeof *x);
        }
    }
}

void rows_copy(Rows *rows, size_t at, const Rows *from, size_t row) {
    if (from->rounded) {
        memcpy(rows->rounded + at * rows->width, from->rounded + row * rows->width, rows->width);
        rows->scales[at] = from->scales[row];
    } else {
        memcpy(rows->values + at * rows->width, from->values + row * rows->width, rows->width * sizeof *rows->values);
    }
}

/* --- running -------------------------------------------------------------------------------------------------- */

Code lane_new(const Engine *engine, size_t most_outputs, Lane **out, Error *error) {
    Lane *lane = calloc(1, sizeof *lane);
    if (!lane) {
        return error_memory(error);
    }
    lane->engine = engine;
    lane->most_outputs = most_outputs;
    lane->arena = arena_new(0);
    dnnl_status_t status = dnnl_stream_create(&lane->stream, engine->engine, dnnl_stream_default_flags);
    if (!lane->arena || posix_memalign(&lane->sums, ALIGNMENT, LANE_ROWS_DEEP * most_outputs * sizeof(int32_t)) != 0) {
        lane->sums = NULL;
        status = dnnl_out_of_memory;
    }
    if (status != dnnl_success) {
        lane_free(lane);
        return refused(status, error);
    }
    *out = lane;
    return OK;
}

void lane_free(Lane *lane) {
    if (!lane) {
        return;
    }
    for (size_t i = 0; i < lane->products.count; i++) {
        dnnl_primitive_destroy(lane->products.items[i].primitive);
    }
    dnnl_stream_destroy(lane->stream);
    arena_free(lane->arena);
    free(lane->scratch);
    free(lane->sums);
    free(lane);
}

static bool grow_scratch(Lane *lane, size_t size) {
    if (size <= lane->scratch_size) {
        return true;
    }
    void *grown = NULL;
    if (posix_memalign(&grown, ALIGNMENT, size) != 0) {
        return false;
    }
    free(lane->scratch);
    lane->scratch = grown;
    lane->scratch_size = size;
    return true;
}

static dnnl_status_t compile(Lane *lane, size_t inputs, size_t outputs, size_t rows, Product **product) {
    Product made = {.inputs = inputs, .outputs = outputs, .rows = rows};
    dnnl_primitive_desc_t description = NULL;
    dnnl_status_t status = describe(lane->engine, inputs, outputs, rows, &description);
    if (status == dnnl_success) {
        made.input = *dnnl_primitive_desc_query_md(description, dnnl_query_src_md, 0);
        made.output = *dnnl_primitive_desc_query_md(description, dnnl_query_dst_md, 0);
        made.scratch = *dnnl_primitive_desc_query_md(description, dnnl_query_scratchpad_md, 0);
        status = dnnl_primitive_create(&made.primitive, description);
    }
    dnnl_primitive_desc_destroy(description);
    if (status != dnnl_success) {
        return status;
    }
    if (!grow_scratch(lane, dnnl_memory_desc_get_size(&made.scratch)) ||
        !list_push(lane->arena, &lane->products, made)) {
        dnnl_primitive_destroy(made.primitive);
        return dnnl_out_of_memory;
    }
    *product = &lane->products.items[lane->products.count - 1];
    return dnnl_success;
}

static dnnl_status_t find(Lane *lane, size_t inputs, size_t outputs, size_t rows, Product **product) {
    for (size_t i = 0; i < lane->products.count; i++) {
        Product *one = &lane->products.items[i];
        if (one->outputs == outputs && one->inputs == inputs && one->rows == rows) {
            *product = one;
            return dnnl_success;
        }
    }
    return compile(lane, inputs, outputs, rows, product);
}

/* The rows of one block into lane->sums. */
static dnnl_status_t multiply(Lane *lane, const Linear *linear, const Rows *rows, size_t first, size_t count) {
    size_t padded = (count + LANE_STEP - 1) / LANE_STEP * LANE_STEP;
    Product *product = NULL;
    dnnl_status_t status = find(lane, linear->inputs, linear->outputs, padded, &product);
    dnnl_memory_t input = NULL, output = NULL, scratch = NULL;
    void *from =
        rows->rounded ? (void *)(rows->rounded + first * rows->width) : (void *)(rows->values + first * rows->width);
    if (status == dnnl_success) {
        status = dnnl_memory_create(&input, &product->input, lane->engine->engine, from);
    }
    if (status == dnnl_success) {
        status = dnnl_memory_create(&output, &product->output, lane->engine->engine, lane->sums);
    }
    if (status == dnnl_success) {
        status = dnnl_memory_create(&scratch, &product->scratch, lane->engine->engine, lane->scratch);
    }
    if (status == dnnl_success) {
        dnnl_exec_arg_t arguments[] = {{DNNL_ARG_SRC, input},
                                       {DNNL_ARG_WEIGHTS, linear->memory},
                                       {DNNL_ARG_DST, output},
                                       {DNNL_ARG_SCRATCHPAD, scratch}};
        status = dnnl_primitive_execute(product->primitive, lane->stream, 4, arguments);
    }
    if (status == dnnl_success) {
        status = dnnl_stream_wait(lane->stream);
    }
    dnnl_memory_destroy(scratch);
    dnnl_memory_destroy(output);
    dnnl_memory_destroy(input);
    return status;
}

Code linear_run(Lane *lane, const Linear *linear, const Rows *rows, size_t first, size_t count, float *out,
                size_t out_step, Error *error) {
    const Kernels *kernels = lane->engine->kernels;
    size_t outputs = linear->outputs;
    if (lane->engine->multiply) {
        Panels panels = {linear->packed, outputs, linear->inputs, linear->offset, linear->scale, linear->bias};
        lane->engine->multiply(&panels, rows->rounded + first * rows->width, rows->scales + first, count, out,
                               out_step);
        return OK;
    }
    size_t most = linear->inputs > linear->outputs ? LANE_ROWS_DEEP : LANE_ROWS;
    for (size_t done = 0; done < count; done += most) {
        size_t block = count - done < most ? count - done : most;
        dnnl_status_t status = multiply(lane, linear, rows, first + done, block);
        if (status != dnnl_success) {
            return refused(status, error);
        }
        float *to = out + done * out_step;
        if (lane->engine->int8) {
            kernels->restore(lane->sums, linear->offset, linear->scale, linear->bias, rows->scales + first + done,
                             block, outputs, to, out_step);
        }
        for (size_t i = 0; !lane->engine->int8 && i < block; i++) {
            memcpy(to + i * out_step, (const float *)lane->sums + i * outputs, outputs * sizeof *to);
            kernels->add(to + i * out_step, linear->bias, outputs);
        }
    }
    return OK;
}
