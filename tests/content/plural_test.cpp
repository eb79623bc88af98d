#include "content/compiler/plural.h"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "content/model.h"

namespace pocketplan::content::compiler {
namespace {

// Form by count, as digits: "100..." for the counts 0, 1, 2 ...
std::string forms_of(const std::string& header, std::size_t most = 25) {
    const auto forms = read_plural_forms(header);
    if (!forms) return "refused";
    std::string digits;
    for (std::size_t n = 0; n < most; ++n) digits += std::to_string(forms->by_count[n]);
    return digits;
}

// As Poedit, Transifex, Weblate and gettext's own manual write them.
TEST(PluralForms, OfTheWorldsLanguagesAreRead) {
    EXPECT_EQ(forms_of("nplurals=1; plural=0;"), std::string(25, '0'));
    EXPECT_EQ(forms_of("nplurals=2; plural=n != 1;", 5), "10111");
    EXPECT_EQ(forms_of("nplurals=2; plural=(n > 1)", 5), "00111");
    EXPECT_EQ(forms_of("nplurals=3; plural=(n == 1) ? 0 : ((n != 0 && n % 1000000 == 0) ? 1 : 2);", 5), "20222");
    EXPECT_EQ(forms_of("nplurals=3; plural=(n == 0 || n == 1) ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2;", 5), "00222");
    EXPECT_EQ(
        forms_of("nplurals=4; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : "
                 "n%10==0 || (n%10>=5 && n%10<=9) || (n%100>=11 && n%100<=14)? 2 : 3);"),
        "2011122222222222222220111");
    EXPECT_EQ(
        forms_of("nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;",
                 13),
        "0123333333344");
    EXPECT_EQ(forms_of("nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);", 6),
              "301223");
    EXPECT_EQ(forms_of("nplurals=5; plural=n==1 ? 0 : n==2 ? 1 : (n>2 && n<7) ? 2 :(n>6 && n<11) ? 3 : 4;", 12),
              "401222233334");
    EXPECT_EQ(forms_of("nplurals = 2; plural=n!=1;"), "refused") << "gettext wants 'nplurals='";
}

TEST(PluralForms, KnowEveryOperatorAndAnyNumber) {
    EXPECT_EQ(forms_of("nplurals=2; plural=n/10*10==n;", 12), "100000000010");
    EXPECT_EQ(forms_of("nplurals=2; plural=n-1>n;", 3), "100") << "unsigned, as gettext's";
    EXPECT_EQ(forms_of("nplurals=2; plural=!n+!n==2-0;", 3), "100");
    EXPECT_EQ(forms_of("nplurals=2; plural=!!n;", 3), "011");
    EXPECT_EQ(forms_of("nplurals=2;\tplural=\tn\t>=\t2\t;", 4), "0011");
    EXPECT_EQ(forms_of("nplurals=2; plural=n<12345678901234567;", 2), "11");
    EXPECT_EQ(forms_of("nplurals=3; plural=n<1?0:n<2?1:2;", 4), "0122") << "? binds from the right";
    EXPECT_EQ(forms_of("nplurals=2; plural=n==1||n==2&&n==3;", 4), "0100");
    EXPECT_EQ(forms_of("nplurals=2; plural=1<2==1;", 2), "11");
}

TEST(PluralForms, DivideByZeroNowhereThatCounts) {
    for (const char* division :
         {"n/0", "n%0", "1/n", "n%n", "10/(n-50)", "n==99 ? 1/0 : 0", "1 && 1/0", "5%(n-1000)"}) {
        EXPECT_EQ(forms_of("nplurals=2; plural=" + std::string(division) + ";"), "refused") << division;
    }
    EXPECT_EQ(forms_of("nplurals=2; plural=n==0 ? 0 : n/n;", 3), "011") << "left out for 0, as gettext leaves it out";
    EXPECT_EQ(forms_of("nplurals=2; plural=n!=0 && n%n==0;", 3), "011");
    EXPECT_EQ(forms_of("nplurals=2; plural=n==0 || n/n==1;", 3), "111");
}

TEST(PluralForms, ThatAreNoneAreRefused) {
    for (const char* header : {"",
                               "nplurals=2;",
                               "plural=n;",
                               "nplurals=0; plural=0;",
                               "nplurals=7; plural=0;",
                               "nplurals=2; plural=;",
                               "nplurals=2; plural=n",
                               "nplurals=2; plural=2;",
                               "nplurals=2; plural=m != 1;",
                               "nplurals=2; plural=n = 1;",
                               "nplurals=2; plural=n & 1;",
                               "nplurals=2; plural=n | 1;",
                               "nplurals=2; plural=(n != 1;",
                               "nplurals=2; plural=n != 1);",
                               "nplurals=2; plural=n ? 1;",
                               "nplurals=2; plural=n : 1;",
                               "nplurals=2; plural=-1;",
                               "nplurals=2; plural=nn;",
                               "nplurals=2; plural=n == ;",
                               "nplurals=INTEGER; plural=EXPRESSION;"}) {
        EXPECT_EQ(forms_of(header), "refused") << header;
    }
    EXPECT_NE(forms_of("nplurals=2; plural=n>900;"), "refused");
    EXPECT_EQ(forms_of("nplurals=2; plural=n>900 ? 2 : 0;"), "refused") << "as far as msgfmt --check looks";
}

TEST(PluralForms, MayBeLongButNotBottomless) {
    std::string chain = "nplurals=2; plural=";
    for (int i = 0; i < 90; ++i) chain += "n==" + std::to_string(i * 2) + " ? 0 : ";
    EXPECT_EQ(forms_of(chain + "1;", 4), "0101");
    std::string sum = "nplurals=1; plural=0*(0";
    for (int i = 0; i < 5000; ++i) sum += "+n";
    EXPECT_EQ(forms_of(sum + ");", 2), "00");
    for (const std::string open : {"(", "!", "!("}) {
        std::string deep = "nplurals=2; plural=";
        for (int i = 0; i < 200'000; ++i) deep += open;
        EXPECT_EQ(forms_of(deep + "n;"), "refused");
    }
}

// Random expressions with their values: the test builds a tree, writes it down, and evaluates it.
class Made {
public:
    explicit Made(unsigned seed) : random_(seed) {}

    // The text, fully bracketed or with as few brackets as chance leaves, and its value for each n.
    struct Term {
        std::string text;
        std::vector<std::uint64_t> values;
    };
    Term term(int depth) {
        if (depth == 0 || pick(5) == 0) return leaf();
        if (pick(6) == 0) return choice(term(depth - 1), term(depth - 1), term(depth - 1));
        return binary(term(depth - 1), term(depth - 1));
    }

private:
    std::size_t pick(std::size_t many) { return random_() % many; }
    Term leaf() {
        Term made{"n", {}};
        const std::uint64_t number = random_() % 1'000'000'000;
        if (pick(2) == 0) made.text = std::to_string(number);
        for (std::uint64_t n = 0; n <= 1000; ++n) made.values.push_back(made.text == "n" ? n : number);
        return made;
    }
    Term choice(const Term& a, const Term& b, const Term& c) {
        Term made{"(" + a.text + (pick(2) == 0 ? " ? " : "?") + b.text + ":" + c.text + ")", {}};
        for (std::size_t n = 0; n <= 1000; ++n) made.values.push_back(a.values[n] != 0 ? b.values[n] : c.values[n]);
        return made;
    }
    Term binary(const Term& a, const Term& b) {
        static const std::vector<std::string> signs{
            "||", "&&", "==", "!=", "<", ">", "<=", ">=", "+", "-", "*", "/", "%"};
        std::size_t sign = pick(signs.size());
        if (sign > 10 && std::count(b.values.begin(), b.values.end(), 0U) > 0) sign = 10;
        Term made{(pick(4) == 0 ? "!(" : "(") + a.text + " " + signs[sign] + " " + b.text + ")", {}};
        for (std::size_t n = 0; n <= 1000; ++n) {
            const auto value = worked_out(sign, a.values[n], b.values[n]);
            made.values.push_back(made.text.front() == '!' ? static_cast<std::uint64_t>(value == 0) : value);
        }
        return made;
    }
    static std::uint64_t worked_out(std::size_t sign, std::uint64_t a, std::uint64_t b) {
        const std::vector<std::uint64_t> all{
            a != 0 || b != 0,   a != 0 && b != 0,  a == b, a != b, a<b, a> b, a <= b, a >= b, a + b, a - b, a * b,
            b == 0 ? 0 : a / b, b == 0 ? 0 : a % b};
        return all[sign];
    }
    std::mt19937 random_;
};

TEST(PluralForms, OfAnyExpressionAreWhatItComesTo) {
    Made made(20251211);
    for (int times = 0; times < 60; ++times) {
        const auto term = made.term(4);
        const auto forms = read_plural_forms("nplurals=5; plural=(" + term.text + ") % 5;");
        ASSERT_TRUE(forms) << term.text;
        for (std::size_t n = 0; n < counts; ++n)
            EXPECT_EQ(forms->by_count[n], term.values[n] % 5) << n << " " << term.text;
    }
}

}  // namespace
}  // namespace pocketplan::content::compiler
