#include "kiosk/speech/languages.h"

#include <algorithm>
#include <array>

namespace pocketplan::speech {
namespace {

struct VoiceOfTag {
    std::string_view tag;
    std::string_view voice;  // as `espeak-ng --voices` names it
};

// Chinese is the voice whose name is about Latin letters: espeak-ng 1.51 turns Chinese into pinyin, and its plain "cmn"
// then reads most of that as English. Where espeak-ng has several, the one of most visitors in the United States:
// Spanish of Latin America, Portuguese of Brazil, Vietnamese of the south. Dari is read by a voice for the Persian of
// Iran.
constexpr std::array<VoiceOfTag, 14> voices{{{"en", "en-us"},
                                             {"es", "es-419"},
                                             {"pt-BR", "pt-br"},
                                             {"ht", "ht"},
                                             {"zh-Hans", "cmn-latn-pinyin"},
                                             {"pa", "pa"},
                                             {"ru", "ru"},
                                             {"ar", "ar"},
                                             {"fr", "fr"},
                                             {"tr", "tr"},
                                             {"hi", "hi"},
                                             {"bn", "bn"},
                                             {"vi", "vi-vn-x-south"},
                                             {"fa-AF", "fa"}}};

}  // namespace

std::string_view voice_for(std::string_view tag) {
    const auto* const found =
        std::find_if(voices.begin(), voices.end(), [&](const VoiceOfTag& voice) { return voice.tag == tag; });
    return found == voices.end() ? std::string_view() : found->voice;
}

}  // namespace pocketplan::speech
