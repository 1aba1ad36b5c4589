#include "check_words.hpp"

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <stretchcore/cue/render.hpp>
#include <stretchcore/detail/describe.hpp>

#include "moments.hpp"
#include "reviews.hpp"

namespace stretchcore {
namespace {

using namespace literals;

constexpr Time longest_moving = 3.8_s;   // eight words and a dash: while she moves there is time for no more
constexpr Time longest_at_rest = 8.6_s;  // twenty
constexpr Time longest_beat = 2_s;       // a word for the way out or back is over long before the way is

std::string in_seconds(Time time) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f s", to_seconds(time));
  return text;
}

/// Calls `visit(path, text)` for every text of a value, however deep; who has read a text is none.
template <class Visit>
void each_text(const std::string& path, const Text& text, const Visit& visit) {
  if (!text.empty() && !path.ends_with("reviewed_by")) visit(path, text);
}

template <class T, class Visit>
void each_text(const std::string& path, const std::vector<T>& values, const Visit& visit) {
  for (std::size_t i = 0; i < values.size(); ++i) each_text(numbered(path, i), values[i], visit);
}

template <class T, class Visit>
void each_text(const std::string& path, const T& value, const Visit& visit) {
  if constexpr (detail::DescribedStruct<T>) {
    detail::each_member<T>([&](std::string_view name, auto member) {
      each_text((path.empty() ? "" : path + ".").append(name), value.*member, visit);
    });
  }
}

bool moving(Moment moment) {
  switch (moment) {
    case Moment::tempo:
    case Moment::breath:
    case Moment::practice:
    case Moment::hold:
    case Moment::press:
    case Moment::confirm:
    case Moment::count_aloud:
    case Moment::over_target:
    case Moment::ease_off:
    case Moment::last_ones:
    case Moment::rule:
      return true;
    default:
      return false;
  }
}

Time longest(Moment moment) {
  if (moment == Moment::go_out || moment == Moment::come_back) return longest_beat;
  return moving(moment) ? longest_moving : longest_at_rest;
}

void check_text(const std::string& path, Moment moment, const Text& text, std::vector<Finding>& findings) {
  for (const auto& [language, words] : text) {
    for (const std::string& placeholder : placeholders(words)) {
      if (placeholder == "side" || placeholder == "count" || placeholder == "parts") continue;
      findings.push_back(
          {Severity::error, path + "." + language, "{" + placeholder + "} is not one of {side}, {count}, {parts}"});
    }
    const Time length = spoken_length(words, {Side::left, 10, {}}, language);
    if (length <= longest(moment)) continue;
    findings.push_back({Severity::warning, path + "." + language,
                        "takes " + in_seconds(length) + " to say; its moment (" + std::string{name(moment)} +
                            ") has time for " + in_seconds(longest(moment))});
  }
}

/// Few words fill in what the whole ones do, and no more; words of safety have no limits.
void check_limits(const std::string& path, const Cue& cue, std::vector<Finding>& findings) {
  for (const auto& [language, words] : cue.brief) {
    const std::vector<std::string> known = placeholders(in_language(cue.text, language));
    for (const std::string& placeholder : placeholders(words)) {
      if (std::find(known.begin(), known.end(), placeholder) != known.end()) continue;
      findings.push_back(
          {Severity::error, path + ".brief." + language, "{" + placeholder + "} is not in the whole words"});
    }
  }
  const bool limited = !cue.brief.empty() || cue.cooldown || cue.at_most || cue.fades;
  if (!limited || !of_safety(cue.moment)) return;
  findings.push_back({Severity::warning, path,
                      "words of safety (" + std::string{name(cue.moment)} +
                          ") are said whole each time: brief, cooldown, at_most and fades are not heeded"});
}

/// The plain language of a tag with a register: nobody needs all words in every register.
bool has_register(const std::string& tag) { return tag.find("-x-") != tag.npos; }

void check_languages(const Exercise& exercise, std::vector<Finding>& findings) {
  std::set<std::string> languages;
  each_text("", exercise, [&](const std::string&, const Text& text) {
    for (const auto& [tag, words] : text) {
      if (!has_register(tag)) languages.insert(tag);
    }
  });
  languages.insert("en");
  struct Missing {
    std::string first;
    int count = 0;
  };
  std::map<std::string, Missing> missing;
  each_text("", exercise, [&](const std::string& path, const Text& text) {
    for (const std::string& tag : languages) {
      // Who speaks the German of Austria is understood in German.
      if (spoken_language(text, tag) == tag || text.contains(tag.substr(0, tag.find('-')))) continue;
      Missing& of = missing[tag];
      if (of.count++ == 0) of.first = path;
    }
  });
  for (const auto& [tag, of] : missing) {
    const std::string others = of.count > 1 ? ", and so " + std::to_string(of.count - 1) + " other texts" : "";
    findings.push_back(
        {Severity::warning, of.first,
         "has no \"" + tag + "\"" + others + "; " +
             (tag == "en" ? "other languages fall back to it" : "another language is said there instead")});
  }
}

}  // namespace

void check_words(const Exercise& exercise, std::vector<Finding>& findings) {
  for (std::size_t i = 0; i < exercise.cues.size(); ++i) {
    const Cue& cue = exercise.cues[i];
    const std::string path = numbered("cues", i);
    check_text(path + ".text", cue.moment, cue.text, findings);
    check_text(path + ".brief", cue.moment, cue.brief, findings);
    check_limits(path, cue, findings);
  }
  for (std::size_t i = 0; i < exercise.rules.size(); ++i) {
    check_text(numbered("rules", i) + ".words", Moment::rule, exercise.rules[i].words, findings);
  }
  check_languages(exercise, findings);
}

}  // namespace stretchcore
