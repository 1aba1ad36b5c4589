#pragma once

// What may become of a document that somebody, or something, has changed. Used by the tests, by the fuzz target and by
// the program that runs a million of them.

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <stretchcore/document/json.hpp>
#include <stretchcore/error.hpp>
#include <stretchcore/session/analyse.hpp>
#include <stretchcore/session/check.hpp>
#include <stretchcore/session/session.hpp>

#include "document/random_value.hpp"
#include "model/sample_exercise.hpp"
#include "session/people.hpp"

namespace stretchcore {

enum class Reading {
  refused,     ///< with the place
  accepted,    ///< and it holds what its type promises
  placeless,   ///< refused, and nobody knows where
  impossible,  ///< accepted, and it breaks a limit, `check` refuses it, or it reads otherwise once it is written
};

/// Where in the document, or that all of it is too much.
inline bool has_place(const DocumentError& error) {
  const std::string_view words = error.what();
  if (!error.path().empty()) return true;
  for (const std::string_view whole : {"document: line ", "document: is nested", "document: has more than"}) {
    if (words.starts_with(whole)) return true;
  }
  return words.ends_with(" is not an object") || words.find("exceed the limit") != std::string_view::npos;
}

/// Whether a value that was read holds what its type promises, and is read again as it is written.
template <class T>
bool possible(const T& value) {
  try {
    if constexpr (requires { value.validate(); }) value.validate();
    if constexpr (std::is_same_v<T, Exercise>) {
      for (const Finding& finding : findings(value)) {
        if (finding.severity == Severity::error) return false;
      }
    }
    return from_json<T>(to_json(value, -1)) == value;
  } catch (const Error&) {
    return false;
  }
}

/// Anything that is thrown besides goes on.
template <class T>
Reading reading_of(std::string_view text) {
  try {
    const T value = from_json<T>(text);
    return possible(value) ? Reading::accepted : Reading::impossible;
  } catch (const DocumentError& error) {
    return has_place(error) ? Reading::refused : Reading::placeless;
  }
}

/// Documents of one kind, and how they are read.
struct DocumentKind {
  std::string_view name;
  std::vector<std::string> samples;
  Reading (*read)(std::string_view text);
};

template <class T>
DocumentKind document_kind(std::string_view name, const std::vector<T>& values) {
  DocumentKind kind{name, {}, &reading_of<T>};
  for (const T& value : values) kind.samples.push_back(to_json(value, kind.samples.size() % 2 == 0 ? -1 : 2));
  return kind;
}

/// Every kind of document there is.
inline const std::vector<DocumentKind>& document_kinds() {
  static const std::vector<DocumentKind> all = [] {
    Rehearsal rehearsal{Session{inner_thigh()}, {.rate = 10, .hidden = {}, .reply = agreeable}};
    rehearsal.play_to(Phase::stretching, Stage::opening);
    rehearsal.play_for(seconds(11));
    const Summary summary = rehearsal.session.summary();
    std::vector<Exercise> exercises{sample_exercise()};
    for (const auto& [id, exercise] : catalog()) exercises.push_back(exercise);
    Person person;
    person.key = "k-17";
    person.facts = {{"hip_surgery", Fact::no}, {"pregnancy", Fact::unknown}};
    person.clearances = {{"hip_surgery", "sample-stretch"}};
    person.limits = {{.at_most = degrees(20), .kind = LimitKind::agreed, .until = "2027-03-31"}};
    SessionOptions options;
    options.error_model = error_model(Source::imu_pair);
    options.neutral = Neutral{degrees(1.25), std::nullopt, degrees(-0.5)};
    Analysis analysis;
    analysis.repetitions = summary.repetitions;
    analysis.asymmetry = summary.asymmetry;
    return std::vector<DocumentKind>{document_kind("exercise", exercises),
                                     document_kind("person", std::vector{person}),
                                     document_kind("options", std::vector{options}),
                                     document_kind("summary", std::vector{summary}),
                                     document_kind("analysis", std::vector{analysis}),
                                     document_kind("event", rehearsal.events),
                                     document_kind("input", rehearsal.inputs),
                                     document_kind("repetition", summary.repetitions),
                                     document_kind("posture", std::vector{rehearsal.posture()})};
  }();
  return all;
}

/// One change, of the kinds that hands, programs and transfers make.
inline void mutate_text(Random& random, std::string& text) {
  constexpr std::array tokens{"null",
                              "true",
                              "-1",
                              "1e308",
                              "1e999",
                              "-0.0",
                              "0.5",
                              "4294967297",
                              "\"\"",
                              "\"x\"",
                              "[]",
                              "{}",
                              "NaN",
                              ",",
                              ":",
                              "\"",
                              "\\u0000",
                              "\"en\": ",
                              "[[[[",
                              "\xc3(",
                              "}",
                              "]",
                              "\"side\": \"left\", "};
  if (text.empty()) {
    text = "{";
    return;
  }
  const std::size_t at = up_to(random, text.size() - 1);
  switch (up_to(random, 7)) {
    case 0:
      text[at] = static_cast<char>(text[at] ^ (1 << up_to(random, 7)));
      break;
    case 1:
      text[at] = static_cast<char>(random());
      break;
    case 2:
      text.erase(at, 1 + up_to(random, 40));
      break;
    case 3:
      text.insert(at, text.substr(up_to(random, text.size() - 1), up_to(random, 60)));
      break;
    case 4:
      text[at] = "0123456789.-e{}[],:\""[up_to(random, 19)];
      break;
    case 5:
      text.insert(at, tokens[up_to(random, tokens.size() - 1)]);
      break;
    case 6: {  // a whole value, or a name, becomes another
      const std::size_t from = std::min(text.find_first_of("0123456789-\"tfn[{", at), text.size());
      const std::size_t to = std::min(text.find_first_of(",]}:\n", from), text.size());
      text.replace(from, to - from, tokens[up_to(random, tokens.size() - 1)]);
      break;
    }
    default:
      text.resize(at);
  }
}

}  // namespace stretchcore
