#include <algorithm>
#include <array>

#include <harfbuzz/hb-subset.h>

#include "printer/typeset/engine.h"

namespace pocketplan::typeset {
namespace {

using HbBlob = Owned<hb_blob_t, hb_blob_destroy>;
using HbFace = Owned<hb_face_t, hb_face_destroy>;

void put16(std::vector<std::byte>& table, std::size_t value) {
    table.push_back(static_cast<std::byte>(value >> 8 & 0xFF));
    table.push_back(static_cast<std::byte>(value & 0xFF));
}

void put32(std::vector<std::byte>& table, std::size_t value) {
    put16(table, value >> 16);
    put16(table, value & 0xFFFF);
}

// A cmap with one format 4 subtable (OpenType 1.9, "cmap"), which is all that libharu reads: one segment for our
// consecutive codes, and the one that ends every table.
std::vector<std::byte> make_cmap(char16_t first_code, const std::vector<std::uint32_t>& glyphs) {
    std::vector<std::byte> table;
    for (const std::size_t value : {0, 1, 3, 1}) put16(table, value);  // version, one table, Windows, BMP
    put32(table, 12);
    const std::size_t length = 32 + 2 * glyphs.size();
    for (const std::size_t value : {std::size_t{4}, length, std::size_t{0}}) put16(table, value);
    for (const std::size_t value : {4, 4, 1, 0}) put16(table, value);  // two segments, and how to search them
    put16(table, first_code + glyphs.size() - 1);
    for (const std::size_t value : {0xFFFF, 0}) put16(table, value);
    put16(table, first_code);
    put16(table, 0xFFFF);
    for (const std::size_t value : {0, 1}) put16(table, value);  // idDelta
    for (const std::size_t value : {4, 0}) put16(table, value);  // idRangeOffset: the glyphs follow
    for (const auto glyph : glyphs) put16(table, glyph);
    return table;
}

// The subset's tables with our cmap instead of its own.
std::vector<std::byte> with_cmap(hb_face_t* subset, const std::vector<std::byte>& cmap) {
    const HbFace builder(hb_face_builder_create());
    std::array<hb_tag_t, 64> tags{};
    unsigned count = tags.size();
    hb_face_get_table_tags(subset, 0, &count, tags.data());
    for (unsigned i = 0; i < count; ++i) {
        if (tags[i] == HB_TAG('c', 'm', 'a', 'p')) continue;
        const HbBlob table(hb_face_reference_table(subset, tags[i]));
        hb_face_builder_add_table(builder.get(), tags[i], table.get());
    }
    const HbBlob ours(hb_blob_create(reinterpret_cast<const char*>(cmap.data()), static_cast<unsigned>(cmap.size()),
                                     HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    hb_face_builder_add_table(builder.get(), HB_TAG('c', 'm', 'a', 'p'), ours.get());
    // libharu 2.3 writes prep last, empty if there is none, and cannot seek to the end of data that exactly fills its
    // buffers of 4096 bytes. This prep is the usual one of fonts without hints: smooth at every size.
    static constexpr std::array<char, 7> prep{'\xB8', 1, '\xFF', '\x85', '\xB0', 4, '\x8D'};
    const HbBlob program(hb_blob_create(prep.data(), prep.size(), HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    hb_face_builder_add_table(builder.get(), HB_TAG('p', 'r', 'e', 'p'), program.get());
    const HbBlob file(hb_face_reference_blob(builder.get()));
    unsigned length = 0;
    const auto* const data = reinterpret_cast<const std::byte*>(hb_blob_get_data(file.get(), &length));
    return {data, data + length};
}

}  // namespace

std::vector<std::byte> Typesetter::subset(FaceIndex index, char16_t first_code,
                                          std::span<const std::uint32_t> glyphs) const {
    const Face& face = engine_->face(index);
    const HbBlob blob(hb_blob_create_from_file(face.file.c_str()));
    const HbFace whole(hb_face_create(blob.get(), static_cast<unsigned>(face.index)));
    const Owned<hb_subset_input_t, hb_subset_input_destroy> input(hb_subset_input_create_or_fail());
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
    // Shaping is done, so its tables are no longer needed.
    hb_set_t* const dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (const char* tag : {"GSUB", "GPOS", "GDEF"}) hb_set_add(dropped, hb_tag_from_string(tag, 4));
    for (const auto& glyph : glyphs) hb_set_add(hb_subset_input_glyph_set(input.get()), glyph);

    const Owned<hb_subset_plan_t, hb_subset_plan_destroy> plan(hb_subset_plan_create_or_fail(whole.get(), input.get()));
    if (!plan) return {};
    const HbFace built(hb_subset_plan_execute_or_fail(plan.get()));
    if (!built) return {};
    // HarfBuzz 6 lists tables only for a face over bytes, not for one that it has just built.
    const HbBlob bytes(hb_face_reference_blob(built.get()));
    const HbFace subset(hb_face_create(bytes.get(), 0));
    const hb_map_t* const new_ids = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
    std::vector<std::uint32_t> subset_glyphs;
    for (const auto glyph : glyphs) subset_glyphs.push_back(hb_map_get(new_ids, glyph));
    return with_cmap(subset.get(), make_cmap(first_code, subset_glyphs));
}

}  // namespace pocketplan::typeset
