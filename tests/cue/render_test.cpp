#include <string>

#include <stretchcore/cue/render.hpp>

#include "catch.hpp"

namespace cue_render_test {

using namespace stretchcore;
using namespace stretchcore::literals;

TEST_CASE("placeholders are filled with words of the language") {
  Filling filling;
  filling.side = Side::right;
  filling.count = 10;
  filling.parts = ChannelSet{Channel::hip_abduction_left, Channel::knee_flexion_right};
  CHECK(render("A touch less on the {side}.", filling, "en") == "A touch less on the right.");
  CHECK(render("Etwas weniger weit {side}.", filling, "de") == "Etwas weniger weit rechts.");
  CHECK(render("Un poco menos con la {side}.", filling, "es-MX") == "Un poco menos con la derecha.");
  CHECK(render("{count} to go, {count}.", filling, "en") == "10 to go, 10.");
  CHECK(render("I can follow your {parts}.", filling, "en") ==
        "I can follow your legs and knees, but not your pelvis.");
  CHECK(render("{side}{count}", filling, "en") == "right10");
}

TEST_CASE("what cannot be filled stays visible") {
  const Filling nothing;
  CHECK(render("{sdie} leg", nothing, "en") == "{sdie} leg");
  CHECK(render("{side} leg", nothing, "en") == "{side} leg");
  CHECK(render("your {parts}", nothing, "en") == "your {parts}");
  CHECK(render("{}", nothing, "en") == "{}");
  CHECK(render("{count", nothing, "en") == "{count");
  CHECK(render("count}", nothing, "en") == "count}");
  CHECK(render("} {count} {", nothing, "en") == "} 0 {");
  CHECK(render("{{count}}", nothing, "en") == "{0}");
  CHECK(render("", nothing, "en").empty());
}

TEST_CASE("text without placeholders is rendered as it stands") {
  const Filling filling{Side::left, 3, ChannelSet{Channel::pelvis_tilt}};
  for (const std::string text : {"Rest.", "Öffnen … und zurück.", "¿Más suelto?", "a } b { c"}) {
    CHECK(render(text, filling, "es") == text);
  }
}

TEST_CASE("placeholders are listed by name, in order") {
  CHECK(placeholders("no braces").empty());
  CHECK(placeholders("{count} and {side}, {count}") == std::vector<std::string>{"count", "side", "count"});
  CHECK(placeholders("{sdie}") == std::vector<std::string>{"sdie"});
  CHECK(placeholders("{ {side}") == std::vector<std::string>{"side"});
  CHECK(placeholders("{side").empty());
}

TEST_CASE("words are filled in the language of the text, not in the one asked for") {
  const Text english_only{{"en", "Now the {side} side."}};
  CHECK(spoken_language(english_only, "de") == "en");
  const Text both{{"de", "Jetzt {side}."}, {"en", "Now the {side} side."}};
  CHECK(spoken_language(both, "de-AT") == "de");
  CHECK(spoken_language(both, "es") == "en");
  CHECK(spoken_language(Text{{"fr", "Voilà."}}, "de") == "fr");
  CHECK(spoken_language(Text{}, "de").empty());
}

TEST_CASE("a voice says 150 words a minute and pauses at dashes and ellipses") {
  CHECK(spoken_length("") == 300_ms);
  CHECK(spoken_length("  ...") == 600_ms);
  CHECK(spoken_length("Rest.") == 700_ms);
  CHECK(spoken_length("Close your legs and rest.") == 2300_ms);
  CHECK(spoken_length("Side-on, it's one.") == 1500_ms);
  CHECK(spoken_length("Und öffnen …") == 1400_ms);
  CHECK(spoken_length("And open… and home.") == 2200_ms);
  CHECK(spoken_length("Öffnen—über") == 1400_ms);
  CHECK(spoken_length("one , two") == 1100_ms);
}

TEST_CASE("more text never takes less time") {
  const std::string text = "Now open while it stays easy… keep some in reserve — and come back in.";
  Time before{0};
  for (std::size_t end = text.find(' '); end != std::string::npos; end = text.find(' ', end + 1)) {
    const Time length = spoken_length(std::string_view{text}.substr(0, end));
    CHECK(length > before);
    before = length;
  }
}

TEST_CASE("words take as long filled in as they do as a text, whatever is filled in") {
  for (const std::string_view language : {"en", "de", "es"}) {
    for (const std::string_view pattern : {"I can follow your {parts}. The rest is yours.", "{parts}",
                                           "{count} more on the {side}…", "{parts} and {parts}", "no placeholder"}) {
      for (unsigned seed = 1; seed < 200; ++seed) {
        Filling filling{Side::right, 7, {}};
        for (std::size_t c = 0; c < channel_count; ++c) {
          if ((seed * 2654435761U >> (c % 29)) % 3 == 0) filling.parts.insert(static_cast<Channel>(c));
        }
        CHECK(spoken_length(pattern, filling, language) == spoken_length(render(pattern, filling, language)));
      }
    }
  }
}

}  // namespace cue_render_test
