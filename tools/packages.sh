# The Debian packages that isnad is built with, and those that ./check needs beside them. Read by demo and check.
BUILD_PACKAGES="build-essential pkg-config libdnnl-dev libutf8proc-dev libjansson-dev zlib1g-dev libzstd-dev libxml2-dev libexpat1-dev libuchardet-dev libsqlite3-dev"
CHECK_PACKAGES="clang clang-format python3 chromium mandoc python3-networkx python3-rdflib gdal-bin"
