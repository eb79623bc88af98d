// pocketplan-words: takes words that somebody signed, and goes back to those before. Exit status: 0 done, 2 the words
// are refused or the call is wrong.

#include <iostream>

#include <CLI/CLI.hpp>

#include "kiosk/papers/installed.h"
#include "kiosk/tools/command_line.h"
#include "kiosk/tools/failure.h"
#include "kiosk/words/taken.h"

int main(int argc, char** argv) {
    using namespace pocketplan;
    words::Places places;
    places.shipped = papers::shipped_file("content.db");
    std::string offered;
    CLI::App app{"Takes signed words for the kiosk, and goes back to those before"};
    app.add_option("--keys", places.keys, "the folder of public keys");
    app.add_option("--taken", places.taken, "the folder where taken words are kept");
    app.add_option("--shipped", places.shipped, "the words that came with a package");
    app.add_option("--refused", places.refused, "the file that says why words were refused");
    auto* const take_command = app.add_subcommand("take", "take words that are newer than those that are there");
    take_command->add_option("FILE", offered, "a file of words with FILE.minisig, or a folder")->required();
    auto* const back_command = app.add_subcommand("back", "go back to the words before; again: return");
    app.add_subcommand("settle", "give up taken words that are older than the package's");
    app.require_subcommand(1);
    if (const auto ended = tools::parse(app, "pocketplan-words", argc, argv)) return *ended;
    const auto done = take_command->parsed()   ? words::take(offered, places)
                      : back_command->parsed() ? words::go_back(places)
                                               : words::settle(places);
    if (!done) return tools::finish(tools::users_fault("pocketplan-words: " + done.error()), "pocketplan-words");
    if (!done->empty()) std::cout << *done << '\n';
    return tools::finish({}, "pocketplan-words");
}
