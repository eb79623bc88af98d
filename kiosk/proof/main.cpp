// pocketplan-content: builds, checks and shows content packs. Exit status: 0 done, 2 the pack or the call is at fault,
// 1 anything else.

#include <filesystem>
#include <iostream>

#include <CLI/CLI.hpp>

#include "content/compiler/compile.h"
#include "content/compiler/update_po.h"
#include "content/local.h"
#include "kiosk/papers/installed.h"
#include "kiosk/papers/today.h"
#include "kiosk/proof/fit.h"
#include "kiosk/proof/new_pack.h"
#include "kiosk/proof/notices.h"
#include "kiosk/proof/sheets.h"
#include "kiosk/proof/write_book.h"

namespace {

using namespace pocketplan;
using namespace pocketplan::content;

enum Exit { done = 0, failed = 1, users_fault = 2 };

void tell(const compiler::Faults& faults) {
    for (const auto& fault : faults) std::cerr << compiler::describe(fault) << "\n";
}

tl::expected<compiler::Pack, Exit> compile_or_tell(const std::filesystem::path& folder) {
    auto pack = compiler::compile(folder);
    if (pack) return std::move(*pack);
    tell(pack.error());
    return tl::unexpected(users_fault);
}

tl::expected<typeset::Typesetter, Exit> typesetter_or_tell() {
    const auto fonts = papers::shipped_file("fonts/fonts.conf");
    auto typesetter = typeset::Typesetter::create(fonts);
    if (typesetter) return std::move(*typesetter);
    std::cerr << fonts.string() << ": expected our fonts beside it; install Pocketplan again\n";
    return tl::unexpected(failed);
}

// Whether it fits is looked at only where all else is good.
tl::expected<compiler::Pack, Exit> prove_or_tell(const std::filesystem::path& folder) {
    auto pack = compile_or_tell(folder);
    if (!pack) return pack;
    const auto typesetter = typesetter_or_tell();
    if (!typesetter) return tl::unexpected(typesetter.error());
    auto faults = proof::check_fit(*pack, *typesetter);
    if (faults.empty()) faults = proof::check_sheets(*pack, *typesetter);
    if (faults.empty()) return pack;
    tell(faults);
    return tl::unexpected(users_fault);
}

int check(const std::filesystem::path& folder) {
    const auto pack = prove_or_tell(folder);
    if (!pack) return pack.error();
    for (const auto& notice : proof::notices_of(*pack, papers::today())) {
        std::cout << compiler::describe({notice.place, "notice: " + notice.message}) << "\n";
    }
    const auto& library = pack->library;
    std::cout << folder.string() << ": good: " << library.languages.size() << " languages, " << library.questions.size()
              << " questions, " << library.advice.size() << " items of advice, " << library.text_ids.size()
              << " texts, " << pack->stories.size() << " stories\n";
    return done;
}

// A draft may only be tried, never installed: whoever builds for others leaves --drafts out.
enum class Drafts { left_out, taken };

int build(const std::filesystem::path& folder, const std::filesystem::path& output, Drafts drafts) {
    auto pack = prove_or_tell(folder);
    if (!pack) return pack.error();
    if (drafts == Drafts::left_out) content::drop_drafts(pack->library);
    if (save_library(pack->library, output)) return done;
    std::cerr << output.string() << ": cannot be written; name a file in a folder that exists\n";
    return failed;
}

// What does not fit is in the book to be seen, so it is no reason to refuse one.
int write_proof(const std::filesystem::path& folder, const std::filesystem::path& output) {
    const auto pack = compile_or_tell(folder);
    if (!pack) return pack.error();
    const auto typesetter = typesetter_or_tell();
    if (!typesetter) return typesetter.error();
    const auto written = proof::write_book(pack->library, {folder, pack->common}, *typesetter, papers::today(), output);
    if (!written) {
        std::cerr << written.error() << "\n";
        return users_fault;
    }
    std::cout << (output / "index.html").string() << ": open it in a browser\n";
    return done;
}

int update(const std::filesystem::path& folder) {
    const auto changed = compiler::update_po(folder, papers::today());
    if (!changed) {
        tell(changed.error());
        return users_fault;
    }
    for (const auto& file : *changed) std::cout << file << ": updated\n";
    if (changed->empty()) std::cout << folder.string() << ": templates and translations were up to date\n";
    return done;
}

int begin_new(const std::filesystem::path& folder) {
    const auto begun = proof::begin_pack(folder, papers::today());
    if (!begun) {
        std::cerr << begun.error() << "\n";
        return users_fault;
    }
    std::cout << folder.string() << ": a pack that passes the check; docs/CONTENT.md says what to write into it\n";
    return done;
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
    build_command->add_flag("--drafts", drafts, "with translations that are not complete, to try them");
    auto* const new_command = add("new", "begin a pack in a new folder");
    auto* const update_command = add("update-po", "make the templates, and bring every translation up to them");
    auto* const proof_command = add("proof", "write a web site for those who read and translate a pack");
    proof_command->add_option("-o", output, "the folder to write")->required();
    add("check", "tell what is wrong with a pack");
    app.require_subcommand(1);
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp& help) {
        return app.exit(help);
    } catch (const CLI::ParseError& error) {
        std::cerr << "pocketplan-content: " << error.what() << "; see --help\n";
        return users_fault;
    }
    if (build_command->parsed()) return build(pack, output, drafts ? Drafts::taken : Drafts::left_out);
    if (new_command->parsed()) return begin_new(pack);
    if (update_command->parsed()) return update(pack);
    if (proof_command->parsed()) return write_proof(pack, output);
    return check(pack);
}
