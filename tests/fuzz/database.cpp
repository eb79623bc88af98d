// content.db: refused, or a library of which every part can be used. An input is a letter and
//   f: a whole file
//   b: bytes of a good file that change: three for the place, low one first, one for the value. A place behind the
//      file's end cuts it off as far from its beginning
//   e: values of a good library that change, before it is stored and sealed: two for the place, low one first, two for
//      the value

#include <array>
#include <limits>
#include <type_traits>

#include "content/bytes_of_file.h"
#include "content/dates.h"
#include "content/digest.h"
#include "content/interview.h"
#include "content/plan.h"
#include "tests/content/tiny_library.h"
#include "tests/fuzz/fuzz.h"

namespace pocketplan::fuzz {
namespace {

using content::Library;

std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t count) {
    std::size_t number = 0;
    for (std::size_t byte = count; byte-- > 0;) number = number << 8U | static_cast<unsigned char>(bytes[at + byte]);
    return number;
}

// Goes through all the values of a library, and changes some.
class Scribbler {
public:
    explicit Scribbler(std::string_view edits) : edits_(edits) {}

    template <class T, class Fields>
    void rows(const std::string&, std::vector<T>& list, Fields fields) {
        if constexpr (!std::is_pointer_v<T>) {
            meet([&](unsigned, unsigned value) { list.resize(value); });
        }
        const auto row = [this](const char*, auto& value) {
            this->meet([&](unsigned how, unsigned by) { change(value, how, by); });
        };
        for (auto& part : list) fields(row, part);
    }

private:
    template <class Change>
    void meet(Change change_it) {
        for (std::size_t at = 0; at + 4 <= edits_.size(); at += 4) {
            if (number_at(edits_, at, 2) != met_) continue;
            change_it(static_cast<unsigned>(number_at(edits_, at + 2, 1)),
                      static_cast<unsigned>(number_at(edits_, at + 3, 1)));
        }
        ++met_;
    }
    static void change(std::string& text, unsigned how, unsigned by) { text = std::string(by, static_cast<char>(how)); }
    static void change(double& value, unsigned how, unsigned by) {
        constexpr std::array values{0.0, -1.0, 1e300, std::numeric_limits<double>::infinity()};
        value = how < values.size() ? values[how] : by;
    }
    template <content::Number T>
    static void change(T& value, unsigned how, unsigned by) {
        value = static_cast<T>(std::int64_t{by} << how % 48U);
    }
    template <content::Number T>
    static void change(std::optional<T>& value, unsigned how, unsigned by) {
        value.reset();
        if (how != 0) change(value.emplace(), how, by);
    }
    static void change(content::Date& date, unsigned how, unsigned by) {
        date = {static_cast<int>(how * by), static_cast<int>(how), static_cast<int>(by % 100)};
    }
    template <content::Number T>
    static void change(std::vector<T>& values, unsigned how, unsigned by) {
        values.resize(how);
        if (!values.empty()) change(values.back(), 0, by);
    }
    static void change(content::Condition& condition, unsigned how, unsigned by) {
        using Operation = content::Condition::Operation;
        condition.steps.push_back(
            {static_cast<Operation>(how % 16), content::QuestionIndex(how / 16), static_cast<std::uint8_t>(by)});
    }

    std::string_view edits_;
    std::size_t met_ = 0;
};

struct Scene {
    Library library = content::make_tiny_library();
    std::filesystem::path file = "/dev/shm/pocketplan-fuzz-database." + std::to_string(getpid());
    std::string good;

    Scene() {
        require(content::save_library(library, file), "a library can be stored");
        good = content::bytes_of_file(file).value();
    }
    Scene(const Scene&) = delete;
    Scene& operator=(const Scene&) = delete;
    ~Scene() { std::filesystem::remove(file); }
};

std::string changed(std::string file, std::string_view edits) {
    const auto whole = file.size();
    for (std::size_t at = 0; at + 4 <= edits.size(); at += 4) {
        const auto place = number_at(edits, at, 3);
        if (place < file.size()) file[place] = edits[at + 3];
        if (place >= whole) file.resize(std::min(file.size(), place - whole));
    }
    return file;
}

void use(Library& library) {
    for (const auto& language : library.languages) {
        require(language.texts.size() == library.text_ids.size(), "every text is there");
    }
    content::age(library, {2026, 11, 27});
    content::Answers answers(library.questions.size());
    content::forget_stale(library, answers);
    for (auto at = content::next_question(library, answers, {}); at;) {
        at = content::next_question(library, answers, at);
    }
    const auto plan = content::make_plan(answers, library);
    for (const auto& topic : library.topics) content::make_topic(topic, library);
    for (const auto& paper : plan.papers) {
        for (const auto& section : paper.sections) {
            for (const auto& block : section.blocks) {
                for (const auto& item : block.items) {
                    const auto text = library.text(content::LanguageIndex{}, item.text);
                    require(text.data() != nullptr, "a text is there");
                }
            }
        }
    }
    for (std::size_t at = 0; at < library.languages.size(); ++at) {
        const auto& keyboard = library.keyboard(content::LanguageIndex(static_cast<std::uint16_t>(at)));
        require(!keyboard.layers.empty(), "a keyboard has keys");
    }
}

}  // namespace
}  // namespace pocketplan::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace pocketplan;
    static const fuzz::Scene scene;
    if (size == 0) return -1;
    const auto text = fuzz::text_of(data + 1, size - 1);
    if (data[0] == 'e') {
        auto library = scene.library;
        fuzz::Scribbler scribbler(text);
        content::exchange(scribbler, library);
        if (!content::save_library(library, scene.file)) return 0;
        auto loaded = content::load_library(scene.file);
        if (!loaded) return 0;
        fuzz::require(content::digest_of(*loaded) == content::digest_of(library), "what is loaded is what was stored");
        fuzz::use(*loaded);
        return 0;
    }
    if (data[0] != 'f' && data[0] != 'b') return -1;
    const fuzz::MemoryFile file(data[0] == 'f' ? text : fuzz::changed(scene.good, text));
    auto loaded = content::load_library(file.path());
    if (loaded) {
        fuzz::use(*loaded);
    } else {
        fuzz::require_one_line(content::describe(loaded.error(), file.path()));
    }
    return 0;
}
