#include "kiosk/tools/preview/answers_file.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "content/compiler/fault.h"
#include "content/compiler/given.h"
#include "kiosk/tools/preview/strict_json.h"

namespace pocketplan::preview {
namespace {

using content::QuestionIndex;
using content::compiler::Given;
using Json = nlohmann::json;

Given given_of(const Json& value) {
    Given given;
    if (value.is_string()) {
        given.kind = Given::Kind::text;
        given.text = value.get_ref<const std::string&>();
    } else if (value.is_object()) {
        given.kind = Given::Kind::parts;
        for (const auto& [key, part] : value.items()) given.parts.push_back({key, given_of(part)});
    } else if (value.is_array()) {
        given.kind = Given::Kind::list;
        for (const auto& part : value) given.list.push_back(given_of(part));
    } else if (!value.is_null()) {
        given.kind = Given::Kind::other;
        given.text = value.dump();
    }
    return given;
}

}  // namespace

tl::expected<AnswersFile, std::string> read_answers(const std::filesystem::path& file,
                                                    const content::Library& library) {
    const auto fail = [&](const std::string& what) {
        return tl::unexpected(content::compiler::in_one_line(file.string() + ": " + what));
    };
    const auto json = read_json(file);
    if (!json) return fail(json.error());
    Given root = given_of(*json);
    const auto language =
        std::find_if(root.parts.begin(), root.parts.end(), [](const auto& part) { return part.key == "language"; });
    std::string tag;
    if (language != root.parts.end()) {
        if (language->value.kind != Given::Kind::text) return fail("language: expected a language tag, in quotes");
        tag = language->value.text;
        root.parts.erase(language);
    }
    auto answers = content::compiler::read_answers(root, library);
    if (answers) return AnswersFile{std::move(*answers), std::move(tag)};
    return fail(answers.error().place + ": " + answers.error().message);
}

std::string day_to_come(const content::Answers& answers, const content::Library& library, const content::Date& today) {
    const auto order = [](const content::Date& date) { return std::tuple(date.year, date.month, date.day); };
    for (std::size_t at = 0; at < library.questions.size(); ++at) {
        const auto* const date = std::get_if<content::Date>(&answers[static_cast<QuestionIndex>(at)]);
        if (date != nullptr && library.questions[at].past && order(*date) > order(today))
            return library.questions[at].id;
    }
    return {};
}

}  // namespace pocketplan::preview
