// pocketplan-content: builds and checks content packs. Exit status: 0 done, 2 the pack or the call is at fault, 1
// anything else.

#include <filesystem>
#include <iostream>

#include <CLI/CLI.hpp>

#include "content/compiler/compile.h"
#include "kiosk/papers/installed.h"
#include "kiosk/proof/fit.h"

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

// Whether it fits is looked at only where all else is good.
tl::expected<compiler::Pack, Exit> prove_or_tell(const std::filesystem::path& folder) {
    auto pack = compile_or_tell(folder);
    if (!pack) return pack;
    const auto fonts = papers::shipped_file("fonts/fonts.conf");
    const auto typesetter = typeset::Typesetter::create(fonts);
    if (!typesetter) {
        std::cerr << fonts.string() << ": expected our fonts beside it; install Pocketplan anew\n";
        return tl::unexpected(failed);
    }
    const auto faults = proof::check_fit(*pack, *typesetter);
    if (faults.empty()) return pack;
    tell(faults);
    return tl::unexpected(users_fault);
}

int check(const std::filesystem::path& folder) {
    const auto pack = prove_or_tell(folder);
    if (!pack) return pack.error();
    const auto& library = pack->library;
    std::cout << folder.string() << ": good: " << library.languages.size() << " languages, "
              << library.questions.size() << " questions, " << library.advice.size() << " items of advice, "
              << library.text_ids.size() << " texts\n";
    return done;
}

int build(const std::filesystem::path& folder, const std::filesystem::path& output) {
    const auto pack = prove_or_tell(folder);
    if (!pack) return pack.error();
    if (save_library(pack->library, output)) return done;
    std::cerr << output.string() << ": cannot be written; name a file in a folder that exists\n";
    return failed;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"Builds and checks Pocketplan's content packs"};
    std::string pack;
    std::string output;
    auto* const build_command = app.add_subcommand("build", "compile a pack into content.db");
    build_command->add_option("PACK", pack, "the pack's folder")->required();
    build_command->add_option("-o", output, "the content.db to write")->required();
    auto* const check_command = app.add_subcommand("check", "tell what is wrong with a pack");
    check_command->add_option("PACK", pack, "the pack's folder")->required();
    app.require_subcommand(1);
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp& help) {
        return app.exit(help);
    } catch (const CLI::ParseError& error) {
        std::cerr << "pocketplan-content: " << error.what() << "; see --help\n";
        return users_fault;
    }
    return build_command->parsed() ? build(pack, output) : check(pack);
}
