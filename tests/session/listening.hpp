#pragma once

// What somebody with closed eyes hears of a session, and what they can tell from it.

#include <algorithm>
#include <cctype>
#include <map>
#include <string>
#include <vector>

#include <stretchcore/cue/render.hpp>

#include "session/people.hpp"

namespace stretchcore {
inline namespace session_tests {

inline const std::vector<std::string> five_exercises{"dynamic-inner-thigh-stretch", "strap-hamstring-hold",
                                                     "bent-knee-fallout", "pelvic-tilts", "seated-inner-thigh-stretch"};

/// Lower case, with single spaces around every word.
inline std::string heard_words(std::string text) {
  for (const std::string mark : {"…", "«", "»", "¿", "¡", "–"}) {
    for (auto at = text.find(mark); at != text.npos; at = text.find(mark)) text.replace(at, mark.size(), " ");
  }
  std::string words{" "};
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = byte >= 0x80 || std::isalnum(byte) != 0;
    if (letter) words += static_cast<char>(byte < 0x80 ? std::tolower(byte) : byte);
    if (!letter && words.back() != ' ') words += ' ';
  }
  return words.back() == ' ' ? words : words + ' ';
}

inline bool hears(const std::string& text, const std::string& phrase) {
  return heard_words(text).find(' ' + phrase + ' ') != std::string::npos;
}

/// The side that a sentence names; nothing if it names none, or both.
inline std::optional<Side> side_heard(const std::string& text) {
  const bool left = hears(text, "left") || hears(text, "links") || hears(text, "izquierda");
  const bool right = hears(text, "right") || hears(text, "rechts") || hears(text, "derecha");
  if (left == right) return std::nullopt;
  return left ? Side::left : Side::right;
}

/// The first number in a sentence; nothing if there is none.
inline std::optional<int> number_heard(const std::string& text) {
  const auto digit = [](unsigned char c) { return std::isdigit(c) != 0; };
  const auto first = std::find_if(text.begin(), text.end(), digit);
  if (first == text.end()) return std::nullopt;
  return std::stoi(std::string{first, std::find_if_not(first, text.end(), digit)});
}

/// How long nothing was said, sounded or moved, worked out from the events alone.
class Silence {
 public:
  void hear(const Session& session, const std::vector<Event>& events) {
    for (const Event& event : events) {
      const Time time = std::visit([](const auto& one) { return one.time; }, event);
      Time until{0};
      if (std::holds_alternative<CueGiven>(event)) {
        const std::string& language = session.options().language;
        until = time + spoken_length(session.text(event, language));
      }
      const bool moves = std::holds_alternative<RepetitionCompleted>(event) ||
                         std::holds_alternative<AttemptRejected>(event) || std::holds_alternative<Guide>(event);
      if (moves) until = time;
      until_ = std::max(until_, until);
    }
  }
  Time at(Time now) const { return now - until_; }

 private:
  Time until_{0};
};

}  // namespace session_tests
}  // namespace stretchcore
