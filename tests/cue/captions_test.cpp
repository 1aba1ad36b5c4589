#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include <stretchcore/cue/captions.hpp>

#include "catch.hpp"

namespace cue_captions_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

std::vector<std::string> rows_of(const std::string& text) {
  std::vector<std::string> rows;
  std::istringstream stream{text};
  for (std::string row; std::getline(stream, row);) rows.push_back(row);
  return rows;
}

std::size_t characters(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

std::string without_space(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
  return text;
}

const std::vector<std::string> texts{
    "And back.",
    "Sit sideways to the wall, lie back, and let it hold your legs.",
    "Schwanger, kürzlich verletzt oder operiert, oder spricht eine Krankheit dagegen? Ja oder nein?",
    "Entumecimiento, hormigueo, ardor, un dolor agudo: junta las piernas y di «alto» enseguida. Después, descansa un "
    "rato con las dos rodillas dobladas y los pies en la pared, sin ninguna prisa por levantarte.",
    "الآن ارجع ببطء واسترح قليلا قبل أن تنهض من مكانك على الأرض",
    "Gut 💙 so 🧘🏽‍♀️, und langsam zurück.",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen ist ein langes Wort",
};

}  // namespace

TEST_CASE("captions fit the screen, lose no character, and never show half of one") {
  for (const std::string& text : texts) {
    CAPTURE(text);
    const std::vector<Line> lines{{2_s, 12_s, text}};
    std::string all;
    for (const Line& caption : captions(lines)) {
      const std::vector<std::string> rows = rows_of(caption.text);
      REQUIRE(!rows.empty());
      CHECK(rows.size() <= 2);
      for (const std::string& row : rows) {
        CHECK(characters(row) <= caption_width);
        CHECK((static_cast<unsigned char>(row.front()) & 0xc0U) != 0x80U);
      }
      CHECK(caption.start >= 2_s);
      CHECK(caption.end - caption.start >= caption_shortest);
      CHECK(caption.end - caption.start <= caption_longest);
      all += caption.text + ' ';
    }
    CHECK(without_space(all) == without_space(text));
  }
}

TEST_CASE("a caption stays for as long as it takes to read, unless the next one comes") {
  const std::string text = "Knees soft, never locked. If your tailbone lifts, slide away.";
  const std::vector<Line> alone{{1_s, 1500_ms, text}};
  const Time needed = captions(alone).front().end - captions(alone).front().start;
  CHECK(to_seconds(needed) == Approx(static_cast<double>(text.size()) / caption_speed));
  const std::vector<Line> cut{{1_s, 1500_ms, text}, {2_s, 3_s, "Stop."}};
  const std::vector<Line> shown = captions(cut);
  REQUIRE(shown.size() == 2);
  CHECK(shown[0].end == 2_s - caption_gap);
  CHECK(shown[1].start == 2_s);
}

TEST_CASE("what needs several captions is divided where a sentence ends, else a part of one") {
  const std::vector<Line> lines{
      {0_s, 9_s,
       "Both share one width now: the smaller of the two. If one leg feels little, that is as "
       "it is meant to be, and common."}};
  const auto all = captions(lines);
  REQUIRE(all.size() == 2);
  CHECK(all[0].text == "Both share one width now:\nthe smaller of the two.");
  CHECK(all[1].text.starts_with("If one leg"));
  const std::vector<Line> parts{{0_s, 9_s,
                                 "And when you are quite ready to go on with this, lie on your side for a little while "
                                 "and breathe as you please"}};
  CHECK(captions(parts)[0].text.ends_with("this,"));
  const std::vector<Line> russian{
      {0_s, 9_s,
       "раз два три четыре пять шесть семь восемь девять десять мотор одиннадцать двенадцать "
       "тринадцать четырнадцать"}};
  CHECK_FALSE(captions(russian)[0].text.ends_with("мотор"));  // its last byte is also that of a dash
  const std::vector<Line> none{{0_s, 9_s,
                                "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
                                "fifteen sixteen seventeen eighteen"}};
  CHECK(captions(none)[0].text.size() > 60);
}

TEST_CASE("captions are in the order of time and never overlap, whatever comes in") {
  const std::vector<Line> lines{{5_s, 6_s, "third"},  {1_s, 9_s, "first"}, {1_s, 2_s, "second"},
                                {5_s, 5_s, "fourth"}, {7_s, 8_s, ""},      {7_s, 8_s, " \n\t "}};
  const std::vector<Line> shown = captions(lines);
  for (std::size_t i = 0; i < shown.size(); ++i) {
    CHECK(shown[i].end > shown[i].start);
    CHECK(!shown[i].text.empty());
    if (i > 0) CHECK(shown[i].start >= shown[i - 1].end);
  }
  CHECK(shown.back().text == "fourth");
  CHECK(captions({}).empty());
}

TEST_CASE("WebVTT and SRT say the same, each in its own way") {
  const std::vector<Line> lines{{500_ms, 2_s, "Ease <off> & rest --> now"}, {3723_s, 3725_s, "Say \"stop\"."}};
  CHECK(to_webvtt(lines) ==
        "WEBVTT\n\n1\n00:00:00.500 --> 00:00:02.000\nEase &lt;off&gt; &amp; rest --&gt; now\n\n"
        "2\n01:02:03.000 --> 01:02:05.000\nSay \"stop\".\n\n");
  CHECK(to_srt(lines) ==
        "1\n00:00:00,500 --> 00:00:02,000\nEase <off> & rest -> now\n\n"
        "2\n01:02:03,000 --> 01:02:05,000\nSay \"stop\".\n\n");
  CHECK(to_webvtt({}) == "WEBVTT\n\n");
}

TEST_CASE("moving all lines moves all captions") {
  std::vector<Line> lines;
  Time at = 1_s;
  for (const std::string& text : texts) {
    lines.push_back({at, at + 3_s, text});
    at += 4_s;
  }
  std::vector<Line> later = lines;
  for (Line& line : later) {
    line.start += 60_s;
    line.end += 60_s;
  }
  const std::vector<Line> one = captions(lines);
  const std::vector<Line> other = captions(later);
  REQUIRE(one.size() == other.size());
  for (std::size_t i = 0; i < one.size(); ++i) {
    CHECK(other[i].text == one[i].text);
    CHECK(other[i].start == one[i].start + 60_s);
    CHECK(other[i].end == one[i].end + 60_s);
  }
}

TEST_CASE("line breaks of Unicode separate words as spaces do, and break no row") {
  const std::vector<Line> shown =
      captions(std::vector{Line{Time{0}, seconds(1), "one\xC2\x85two\xE2\x80\xA8three\xE2\x80\xA9"}});
  REQUIRE(shown.size() == 1);
  CHECK(shown[0].text == "one two three");
}

}  // namespace cue_captions_test
