// pocketplan-content: builds, checks and shows content packs.

#include <filesystem>
#include <iostream>

#include <CLI/CLI.hpp>

#include "content/compiler/compile.h"
#include "content/compiler/update_po.h"
#include "content/local.h"
#include "kiosk/papers/today.h"
#include "kiosk/tools/command_line.h"
#include "kiosk/tools/proof/fit.h"
#include "kiosk/tools/proof/new_pack.h"
#include "kiosk/tools/proof/notices.h"
#include "kiosk/tools/proof/sheets.h"
#include "kiosk/tools/proof/write_book.h"

namespace {

using namespace pocketplan;
using namespace pocketplan::content;

using tools::Failure;
using Done = tl::expected<void, Failure>;

tl::expected<compiler::Pack, Failure> compile(const std::filesystem::path& folder) {
    auto pack = compiler::compile(folder);
    if (!pack) return tools::users_fault(compiler::describe(pack.error()));
    return std::move(*pack);
}

// Checks whether everything fits only if all else is good.
tl::expected<compiler::Pack, Failure> prove(const std::filesystem::path& folder) {
    auto pack = compile(folder);
    if (!pack) return pack;
    const auto typesetter = tools::load_fonts();
    if (!typesetter) return tl::make_unexpected(typesetter.error());
    auto faults = proof::check_fit(*pack, *typesetter);
    if (faults.empty()) faults = proof::check_sheets(*pack, *typesetter);
    if (!faults.empty()) return tools::users_fault(compiler::describe(faults));
    return pack;
}

Done check(const std::filesystem::path& folder) {
    const auto pack = prove(folder);
    if (!pack) return tl::make_unexpected(pack.error());
    for (const auto& notice : proof::notices_of(*pack, papers::today())) {
        std::cout << compiler::describe({notice.place, "notice: " + notice.message}) << "\n";
    }
    const auto& library = pack->library;
    std::cout << folder.string() << ": good: " << library.languages.size() << " languages, " << library.questions.size()
              << " questions, " << library.advice.size() << " items of advice, " << library.text_ids.size()
              << " texts, " << pack->stories.size() << " stories\n";
    return {};
}

// A draft may only be tried, never installed: whoever builds for others leaves --drafts out.
enum class Drafts { left_out, taken };

Done build(const std::filesystem::path& folder, const std::filesystem::path& output, Drafts drafts) {
    auto pack = prove(folder);
    if (!pack) return tl::make_unexpected(pack.error());
    if (drafts == Drafts::left_out) content::drop_drafts(pack->library);
    if (save_library(pack->library, output)) return {};
    return tools::failed(output.string() + ": cannot be written; name a file in a folder that exists");
}

// Text that does not fit is no reason to refuse a book: the book is where its author sees it.
Done write_proof(const std::filesystem::path& folder, const std::filesystem::path& output) {
    const auto pack = compile(folder);
    if (!pack) return tl::make_unexpected(pack.error());
    const auto typesetter = tools::load_fonts();
    if (!typesetter) return tl::make_unexpected(typesetter.error());
    const auto written = proof::write_book(pack->library, {folder, pack->common}, *typesetter, papers::today(), output);
    if (!written) return tools::users_fault(written.error());
    std::cout << (output / "index.html").string() << ": open it in a browser\n";
    return {};
}

Done update(const std::filesystem::path& folder) {
    const auto changed = compiler::update_po(folder, papers::today());
    if (!changed) return tools::users_fault(compiler::describe(changed.error()));
    for (const auto& file : *changed) std::cout << file << ": updated\n";
    if (changed->empty()) std::cout << folder.string() << ": templates and translations were up to date\n";
    return {};
}

Done begin_new(const std::filesystem::path& folder) {
    const auto begun = proof::begin_pack(folder, papers::today());
    if (!begun) return tools::users_fault(begun.error());
    std::cout << folder.string() << ": a pack that passes the check; docs/CONTENT.md says what to write into it\n";
    return {};
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"Builds, checks and shows Pocketplan's content packs"};
    std::string pack;
    std::string output;
    bool drafts = false;
    const auto add = [&](const char* name, const char* description) {
        auto* const command = app.add_subcommand(name, description);
        command->add_option("PACK", pack, "the pack's folder")->required();
        return command;
    };
    auto* const build_command = add("build", "compile a pack into content.db");
    build_command->add_option("-o", output, "the content.db to write")->required();
    build_command->add_flag("--drafts", drafts, "include incomplete translations, to try them");
    auto* const new_command = add("new", "start a pack in a new folder");
    auto* const update_command = add("update-po", "write the templates, and bring every translation up to date");
    auto* const proof_command = add("proof", "write a web site for people who proof-read or translate a pack");
    proof_command->add_option("-o", output, "the folder to write")->required();
    add("check", "say what is wrong with a pack");
    app.require_subcommand(1);
    if (const auto ended = tools::parse(app, "pocketplan-content", argc, argv)) return *ended;
    const auto run = [&]() -> Done {
        if (build_command->parsed()) return build(pack, output, drafts ? Drafts::taken : Drafts::left_out);
        if (new_command->parsed()) return begin_new(pack);
        if (update_command->parsed()) return update(pack);
        if (proof_command->parsed()) return write_proof(pack, output);
        return check(pack);
    };
    return tools::finish(run(), "pocketplan-content");
}
