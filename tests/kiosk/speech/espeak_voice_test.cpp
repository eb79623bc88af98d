// The real espeak-ng, in each language of the check-in pack.

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>

#include <espeak-ng/speak_lib.h>
#include <gtest/gtest.h>

#include "kiosk/speech/languages.h"
#include "kiosk/speech/voice.h"
#include "tests/kiosk/speech/fake_sound.h"

namespace {

using namespace pocketplan::speech;
using pocketplan::tests::seconds_of;

struct Sentence {
    std::string tag;
    std::string espeak_language;  // as the voice itself says
    std::string text;
};

const std::vector<Sentence> sentences{{"en", "en-us", "Please take the sheets out of the printer before you leave."},
                                      {"es", "es-419", "Saque las hojas de la impresora antes de salir de la sala."},
                                      {"pt-BR", "pt-br", "Tire as folhas da impressora antes de sair da sala."},
                                      {"ht", "ht", "Tanpri pran fèy yo nan enprimant lan anvan ou soti."},
                                      {"zh-Hans", "cmn-latn-pinyin", "请在离开之前从打印机取出纸张。"},
                                      {"pa", "pa", "ਜਾਣ ਤੋਂ ਪਹਿਲਾਂ ਪ੍ਰਿੰਟਰ ਵਿੱਚੋਂ ਕਾਗਜ਼ ਕੱਢ ਲਓ।"},
                                      {"ru", "ru", "Перед уходом возьмите листы из принтера."},
                                      {"ar", "ar", "خذ الأوراق من الطابعة قبل أن تغادر الغرفة."},
                                      {"fr", "fr-fr", "Prenez les feuilles dans l'imprimante avant de partir."},
                                      {"tr", "tr", "Çıkmadan önce kağıtları yazıcıdan alın."},
                                      {"hi", "hi", "जाने से पहले प्रिंटर से काग़ज़ निकाल लें।"},
                                      {"bn", "bn", "যাওয়ার আগে প্রিন্টার থেকে কাগজ নিয়ে নিন।"},
                                      {"vi", "vi-vn-x-south", "Xin lấy giấy ra khỏi máy in trước khi rời đi."},
                                      {"fa-AF", "fa", "پیش از رفتن کاغذها را از چاپگر بردارید."}};

// One for all tests: a process has only one espeak-ng.
Voice& voice() {
    static const auto only = create_espeak_voice();
    return *only;
}

std::vector<Sample> samples_of(const Sentence& sentence, int percent = 100) {
    std::vector<Sample> all;
    const auto said = voice().say(sentence.text.c_str(), voice_for(sentence.tag).data(), percent, [&](Samples samples) {
        all.insert(all.end(), samples.begin(), samples.end());
        return Go::on;
    });
    EXPECT_EQ(said, Said::ended) << sentence.tag;
    return all;
}

double loudness(const std::vector<Sample>& samples) {
    double sum = 0;
    for (const auto sample : samples) sum += static_cast<double>(sample) * sample;
    return std::sqrt(sum / static_cast<double>(samples.size()));
}

TEST(EspeakVoice, EveryLanguageOfThePackHasAVoice) {
    std::ifstream file(SOURCE_DIR "/content/check-in/languages.yaml");
    std::stringstream languages;
    languages << file.rdbuf();
    const std::string yaml = languages.str();
    const std::regex tag("tag: ([A-Za-z-]+)");
    std::size_t count = 0;
    for (std::sregex_iterator at(yaml.begin(), yaml.end(), tag), end; at != end; ++at, ++count) {
        const std::string name = (*at)[1];
        EXPECT_FALSE(voice_for(name).empty()) << name;
        EXPECT_TRUE(std::any_of(sentences.begin(), sentences.end(), [&](const auto& s) { return s.tag == name; }));
    }
    EXPECT_EQ(count, sentences.size());
}

TEST(EspeakVoice, EachLanguageIsHeardInItsOwnVoiceForAPlausibleTime) {
    for (const auto& sentence : sentences) {
        const auto samples = samples_of(sentence);
        EXPECT_EQ(std::string(espeak_GetCurrentVoice()->languages + 1), sentence.espeak_language);
        EXPECT_GT(loudness(samples), 1000) << sentence.tag;
        EXPECT_GT(seconds_of(samples), 2) << sentence.tag;
        EXPECT_LT(seconds_of(samples), 12) << sentence.tag;
    }
}

// A voice that does not know a script reads its letters as those of English, which its phonemes tell.
TEST(EspeakVoice, EachLanguageIsReadInItselfToItsEnd) {
    for (const auto& sentence : sentences) {
        samples_of(sentence);
        const void* rest = sentence.text.c_str();
        while (rest != nullptr) {
            const std::string phonemes = espeak_TextToPhonemes(&rest, espeakCHARS_UTF8, 0);
            EXPECT_EQ(phonemes.find('('), std::string::npos) << sentence.tag << ": " << phonemes;
        }
    }
}

TEST(EspeakVoice, TwiceTheTextTakesTwiceTheTime) {
    for (auto sentence : sentences) {
        const double once = seconds_of(samples_of(sentence));
        sentence.text += " " + sentence.text;
        EXPECT_NEAR(seconds_of(samples_of(sentence)) / once, 2, 0.3) << sentence.tag;
    }
}

TEST(EspeakVoice, HalfTheSpeedTakesFourTimesAsLongAsTwiceTheSpeed) {
    for (const auto& sentence : sentences) {
        const double slow = seconds_of(samples_of(sentence, 50));
        const double usual = seconds_of(samples_of(sentence, 100));
        const double fast = seconds_of(samples_of(sentence, 200));
        EXPECT_NEAR(slow / fast, 4, 0.3) << sentence.tag;
        EXPECT_GT(slow, usual) << sentence.tag;
        EXPECT_GT(usual, fast) << sentence.tag;
    }
}

TEST(EspeakVoice, SlowSpeechIsAsLoudAsTheUsual) {
    for (const auto& sentence : sentences) {
        EXPECT_NEAR(loudness(samples_of(sentence, 50)) / loudness(samples_of(sentence)), 1, 0.2) << sentence.tag;
    }
}

TEST(EspeakVoice, ASinkThatWantsNoMoreGetsNoMore) {
    for (const int rate : {50, 100, 200}) {
        int calls = 0;
        voice().say(sentences[0].text.c_str(), "en-us", rate, [&](Samples) {
            ++calls;
            return Go::no_further;
        });
        EXPECT_EQ(calls, 1);
    }
}

TEST(EspeakVoice, WhatWasCutOffIsNotHeardInTheNext) {
    const auto expected = samples_of(sentences[1]);
    voice().say(sentences[0].text.c_str(), "en-us", 100, [](Samples) { return Go::no_further; });
    EXPECT_NEAR(seconds_of(samples_of(sentences[1])), seconds_of(expected), 0.01);
}

TEST(EspeakVoice, AVoiceThatIsNotThereIsToldAndTheNextIsFound) {
    EXPECT_EQ(voice().say("x", "no-such-voice", 100, [](Samples) { return Go::on; }), Said::no_voice);
    EXPECT_FALSE(samples_of(sentences[0]).empty());
}

TEST(EspeakVoice, MarkupAndPhonemeCodesInATextAreOnlyText) {
    const auto plain = samples_of({"en", "", "Ana"});
    EXPECT_GT(samples_of({"en", "", "Ana <audio src='/etc/passwd'/> [[w3:ld]]"}).size(), plain.size());
}

// As a listener counts them, over sentences as screens have them.
TEST(EspeakVoice, TheUsualSpeedIsOneHundredAndTwentyWordsAMinute) {
    double time = 0;
    std::ptrdiff_t count = 0;
    for (const std::string text :
         {"Give this to a person you trust.", "Do not carry it. Do not hand it to officers.",
          "Keep this in a safe place. It is general information, and it is not legal advice.",
          "You may ask for an interpreter.", "Do you want a list of things to bring, or not?", "Yes, please"}) {
        std::istringstream words(text);
        count += std::distance(std::istream_iterator<std::string>(words), {});
        time += seconds_of(samples_of({"en", "", text}));
    }
    EXPECT_NEAR(static_cast<double>(count) * 60 / time, 122.5, 2.5);
}

}  // namespace
