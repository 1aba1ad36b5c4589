#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <stretchcore/cue/body_words.hpp>
#include <stretchcore/cue/render.hpp>
#include <stretchcore/cue/standard_cues.hpp>
#include <stretchcore/document/catalog.hpp>

#include "catch.hpp"

namespace cue_standard_cues_test {

using namespace stretchcore;

namespace {

const std::vector<std::string> languages{"en", "de", "es"};

/// The text in lower-case words with one space between and around them. Letters beyond ASCII are kept as they are.
std::string plain_words(const std::string& text) {
  std::string words = " ";
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (c >= 'A' && c <= 'Z') {
      words += static_cast<char>(c - 'A' + 'a');
    } else if (letter || c == '\'') {
      words += c;
    } else if (words.back() != ' ') {
      words += ' ';
    }
  }
  if (words.back() != ' ') words += ' ';
  return words;
}

bool says(const std::string& text, const std::string& phrase) {
  return plain_words(text).find(' ' + phrase + ' ') != std::string::npos;
}

std::ptrdiff_t word_count(const std::string& text) {
  const std::string words = plain_words(text);
  return std::count(words.begin(), words.end(), ' ') - 1;
}

/// Said while the person moves: three to eight words are all there is time for.
const std::set<Moment> moving{Moment::tempo,    Moment::go_out,      Moment::hold,        Moment::press,
                              Moment::confirm,  Moment::over_target, Moment::ease_off,    Moment::last_ones,
                              Moment::practice, Moment::come_back,   Moment::ask_stretch, Moment::breath};

/// The words of emergencies have tables of their own: no exercise has others, so they are no standard for one.
std::vector<Cue> words_of_emergencies() {
  std::vector<Cue> all = emergency_cues("112");
  for (const BodyWords& words : body_words()) all.push_back(words.cue);
  return all;
}

bool speaks(const std::vector<Cue>& cues, Moment moment) {
  return std::any_of(cues.begin(), cues.end(), [&](const Cue& c) { return c.moment == moment; });
}

/// Their words come from the exercise: its rules, its symptoms, its conditions.
bool of_the_exercise(Moment moment) {
  return moment == Moment::rule || moment == Moment::advice || moment == Moment::caution;
}

}  // namespace

TEST_CASE("every moment but those of rules, symptoms and conditions has standard words, or those of an emergency") {
  detail::each_enumerator<Moment>([&](std::string_view name, Moment moment) {
    INFO(name);
    CHECK(speaks(standard_cues(), moment) == (!of_emergency(moment) && !of_the_exercise(moment)));
    if (!of_the_exercise(moment)) CHECK(speaks(words_of_emergencies(), moment) == of_emergency(moment));
  });
}

TEST_CASE("standard words fit sessions with and without a sensor, with and without answers") {
  // These need an eye, or the lack of one; every other moment must have words for every session.
  const std::set<Moment> seen_only{Moment::seen,       Moment::side_check, Moment::be_still,        Moment::coverage,
                                   Moment::target_set, Moment::confirm,    Moment::side_determined, Moment::over_target,
                                   Moment::pause_lost, Moment::pause_rule, Moment::found,           Moment::breath,
                                   Moment::unmeasured};
  const std::set<Moment> unseen_only{Moment::by_feel, Moment::ask_ready, Moment::ask_side, Moment::tempo};
  const std::set<Moment> answered_only{Moment::ask_health, Moment::ask_which};  // else there is `health_notice`
  std::vector<Cue> cues = standard_cues();
  for (Cue& cue : words_of_emergencies()) cues.push_back(std::move(cue));  // these too are for every session
  detail::each_enumerator<Moment>([&](std::string_view name, Moment moment) {
    if (of_the_exercise(moment)) return;
    for (const Sensing sensing : {Sensing::seen, Sensing::unseen}) {
      for (const Answering answering : {Answering::possible, Answering::impossible}) {
        const bool fits = std::any_of(cues.begin(), cues.end(), [&](const Cue& c) {
          return c.moment == moment && (c.sensing == Sensing::any || c.sensing == sensing) &&
                 (c.answering == Answering::any || c.answering == answering);
        });
        INFO(name);
        if (answered_only.contains(moment)) {
          CHECK(fits == (answering == Answering::possible));
          continue;
        }
        CHECK(fits == (sensing == Sensing::seen ? !unseen_only.contains(moment) : !seen_only.contains(moment)));
      }
    }
  });
}

TEST_CASE("ids of standard cues and of emergencies differ") {
  std::set<std::string> ids;
  for (const std::vector<Cue>& cues : {standard_cues(), words_of_emergencies()}) {
    for (const Cue& cue : cues) {
      CHECK(cue.id.starts_with("standard-"));
      CHECK(ids.insert(cue.id).second);
    }
  }
}

TEST_CASE("words of emergencies exist in every language, fill in nothing, and are short") {
  for (const Cue& cue : words_of_emergencies()) {
    CHECK(cue.text.size() == languages.size());
    CHECK(cue.brief.empty());
    for (const std::string& language : languages) {
      INFO(cue.id << " in " << language);
      REQUIRE(cue.text.contains(language));
      CHECK(placeholders(cue.text.at(language)).empty());
      CHECK(word_count(cue.text.at(language)) >= 1);
      CHECK(word_count(cue.text.at(language)) <= 20);
    }
  }
}

TEST_CASE("standard words exist in every language, with the same known placeholders") {
  for (const Cue& cue : standard_cues()) {
    INFO(cue.id);
    CHECK(cue.text.size() == languages.size());
    std::vector<std::string> expected = placeholders(cue.text.at("en"));
    for (const std::string& language : languages) {
      INFO(language);
      REQUIRE(cue.text.contains(language));
      CHECK_FALSE(cue.text.at(language).empty());
      CHECK(placeholders(cue.text.at(language)) == expected);
    }
    for (const std::string& placeholder : expected) {
      CHECK((placeholder == "side" || placeholder == "count" || placeholder == "parts"));
    }
  }
}

TEST_CASE("standard words are short, shortest while the person moves") {
  for (const Cue& cue : standard_cues()) {
    for (const auto& [language, text] : cue.text) {
      INFO(cue.id << " in " << language << ": " << text);
      for (const int count : {1, 10}) {
        const auto words = word_count(render(text, {Side::left, count, {}}, language));
        CHECK(words >= 1);
        CHECK(words <= (moving.contains(cue.moment) ? 8 : 20));
      }
    }
  }
}

TEST_CASE("brief words are fewer, in every language, and fill in nothing else; those of safety are always whole") {
  int brief = 0;
  for (const Cue& cue : standard_cues()) {
    if (cue.brief.empty()) continue;
    ++brief;
    INFO(cue.id);
    CHECK(cue.brief.size() == languages.size());
    for (const auto& [language, text] : cue.brief) {
      CHECK(word_count(text) < word_count(cue.text.at(language)));
      for (const std::string& name : placeholders(text)) CHECK(name == "count");
    }
    const std::set<Moment> whole{Moment::symptom_notice, Moment::symptom_check, Moment::stop,   Moment::stay,
                                 Moment::pause_rule,     Moment::pause_lost,    Moment::advice, Moment::come_out};
    CHECK_FALSE(whole.contains(cue.moment));
  }
  CHECK(brief >= 6);
}

TEST_CASE("no table says what sounds like something else, or only in one country") {
  // "Tip over" is falling, "seat" may be the chair, "alto" is also high, "túmbate" is said in Spain alone.
  const std::map<std::string, std::vector<std::string>> misheard{
      {"en", {"tell me stop", "tip over", "your seat", "nought", "there is your width"}},
      {"de", {"kipp auf", "kleine Öffnungen", "hohlkreuz", "enger"}},
      {"es",
       {"di alto", "«alto»", "rodillas blandas", "firmeza", "el aire sigue", "manda", "isquiotibiales", "túmbate"}}};
  const auto look = [&](const std::string& id, const Text& text) {
    for (const auto& [language, phrases] : misheard) {
      if (!text.contains(language)) continue;
      INFO(id << ": " << text.at(language));
      for (const std::string& phrase : phrases) CHECK_FALSE(says(text.at(language), phrase));
    }
  };
  for (const std::vector<Cue>& cues : {standard_cues(), words_of_emergencies()}) {
    for (const Cue& cue : cues) {
      look(cue.id, cue.text);
      look(cue.id, cue.brief);
    }
  }
  for (const auto& [id, exercise] : catalog()) {
    for (const Cue& cue : exercise.cues) look(id + " " + cue.id, cue.text);
    for (const Rule& rule : exercise.rules) look(id + " " + rule.id, rule.words);
    for (const StopSymptom& symptom : exercise.stop_symptoms) look(id, symptom.advice);
    for (const Contraindication& one : exercise.contraindications) look(id + " " + one.code, one.instead);
  }
}

TEST_CASE("paced words are over long before the way out or back is") {
  for (const Cue& cue : standard_cues()) {
    if (cue.moment != Moment::go_out && cue.moment != Moment::come_back) continue;
    for (const auto& [language, text] : cue.text) CHECK(spoken_length(text) < std::chrono::milliseconds{1500});
  }
}

TEST_CASE("standard words name no part of the body and no left or right of their own") {
  const std::vector<std::string> parts{"leg",  "legs",   "knee", "knees", "hip",
                                       "hips", "pelvis", "arm",  "arms",  "back is"};
  for (const Cue& cue : standard_cues()) {
    INFO(cue.id);
    if (cue.moment == Moment::ask_health || cue.moment == Moment::health_notice) continue;  // these are about the body
    for (const std::string& part : parts) CHECK_FALSE(says(cue.text.at("en"), part));
    // A question about the sides lists them, and the check of the camera asks for one; all else is mirrored by {side}.
    if (cue.moment == Moment::ask_side || cue.moment == Moment::side_check) continue;
    for (const std::string side : {"left", "right"}) CHECK_FALSE(says(cue.text.at("en"), side));
  }
}

TEST_CASE("the way out has silences between its steps, and stopping begins with stopping") {
  std::vector<Cue> out;
  std::vector<Cue> stop;
  for (const Cue& cue : standard_cues()) {
    if (cue.moment == Moment::come_out) out.push_back(cue);
    if (cue.moment == Moment::stop) stop.push_back(cue);
  }
  REQUIRE(out.size() >= 2);
  CHECK(out.front().then_wait >= std::chrono::seconds{10});
  REQUIRE(stop.size() >= 2);
  CHECK(says(stop.front().text.at("en"), "we end here"));
  for (const Cue& cue : stop) CHECK(cue.then_wait > Time{0});
}

TEST_CASE("where a side is filled in, German takes an adverb and Spanish a feminine word") {
  std::vector<Cue> cues = standard_cues();
  for (const auto& [id, exercise] : catalog()) cues.insert(cues.end(), exercise.cues.begin(), exercise.cues.end());
  const auto word_before = [](const std::string& text, std::size_t at) {
    const auto end = text.find_last_not_of(" :,", at - 1);
    const auto begin = text.find_last_of(" ¿¡", end);
    return text.substr(begin + 1, end - begin);
  };
  const std::set<std::string> feminine{"la",   "parte", "pierna", "Pierna", "rodilla",
                                       "mano", "Mano",  "cadera", "Cadera", "oreja"};
  const std::set<std::string> declined{"das",   "dem",    "den",    "der",    "die",   "dein",
                                       "deine", "deinem", "deinen", "deiner", "deines"};
  const std::set<std::string> nouns{"Fuß", "Knie", "Bein", "Seite", "Hüfte", "Arm"};
  int filled = 0;
  for (const Cue& cue : cues) {
    for (const Text& text : {cue.text, cue.brief}) {
      for (const std::string language : {"de", "es"}) {
        if (!text.contains(language)) continue;
        const std::string& words = text.at(language);
        const auto at = words.find("{side}");
        if (at == words.npos) continue;
        CAPTURE(cue.id, words);
        ++filled;
        REQUIRE(at > 0);  // the word is not capitalised
        const std::string before = word_before(words, at);
        if (language == "es") CHECK(feminine.contains(before));
        if (language == "de") CHECK_FALSE((declined.contains(before) || nouns.contains(before)));
      }
    }
  }
  CHECK(filled > 40);
}

TEST_CASE("the words about going by feel fit a picture that comes and goes: they do not say that nobody is found") {
  for (const Cue& cue : standard_cues()) {
    if (cue.moment != Moment::ask_by_feel && cue.moment != Moment::by_feel) continue;
    for (const std::string words : {"find", "can't see you:", "finde", "encontr", "No puedo verte"}) {
      for (const auto& [language, text] : cue.text) CHECK(text.find(words) == std::string::npos);
    }
  }
}

}  // namespace cue_standard_cues_test
