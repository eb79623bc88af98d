// pocketplan-content: builds and checks content packs. Exit status: 0 done, 2 the pack or the call is at fault, 1
// anything else.

#include <filesystem>
#include <iostream>

#include <CLI/CLI.hpp>

#include "content/compiler/compile.h"

namespace {

using namespace pocketplan::content;

enum Exit { done = 0, failed = 1, users_fault = 2 };

tl::expected<Library, Exit> compile_or_tell(const std::filesystem::path& pack) {
    auto library = compiler::compile(pack);
    if (library) return std::move(*library);
    for (const auto& fault : library.error()) std::cerr << compiler::describe(fault) << "\n";
    return tl::unexpected(users_fault);
}

int check(const std::filesystem::path& pack) {
    const auto library = compile_or_tell(pack);
    if (!library) return library.error();
    std::cout << pack.string() << ": good: " << library->languages.size() << " languages, " << library->questions.size()
              << " questions, " << library->advice.size() << " items of advice, " << library->text_ids.size()
              << " texts\n";
    return done;
}

int build(const std::filesystem::path& pack, const std::filesystem::path& output) {
    const auto library = compile_or_tell(pack);
    if (!library) return library.error();
    if (save_library(*library, output)) return done;
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
