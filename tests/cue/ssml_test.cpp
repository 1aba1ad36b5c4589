#include <string>
#include <vector>

#include <stretchcore/cue/ssml.hpp>

#include "catch.hpp"

namespace cue_ssml_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

int count(const std::string& text, const std::string& what) {
  int found = 0;
  for (auto at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("lines become sentences, and silence breaks") {
  const std::vector<Line> lines{{1_s, 2_s, "One & \"two\" <three> it's"}, {4500_ms, 5_s, "Zwei 💙"}};
  CHECK(to_ssml(lines, "de-AT") ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<speak version=\"1.1\" xmlns=\"http://www.w3.org/2001/10/synthesis\" xml:lang=\"de-AT\">\n"
        "  <break time=\"1000ms\"/>\n  <mark name=\"line-1\"/>\n"
        "  <s>One &amp; &quot;two&quot; &lt;three&gt; it&apos;s</s>\n"
        "  <break time=\"2500ms\"/>\n  <mark name=\"line-2\"/>\n  <s>Zwei 💙</s>\n</speak>\n");
}

TEST_CASE("the older version has nothing that an engine might not know") {
  const std::vector<Line> lines{{1_s, 2_s, "One."}, {3_s, 4_s, "Two."}};
  const std::string text = to_ssml(lines, "en", Ssml::v1_0);
  CHECK(count(text, "<mark") == 0);
  CHECK(count(text, "version=\"1.0\"") == 2);  // of XML, and of SSML
  CHECK(count(text, "<s>") == 2);
}

TEST_CASE("a long silence is several breaks, and none is longer than ten seconds") {
  const std::vector<Line> lines{{0_s, 1_s, "One."}, {26_s, 27_s, "Two."}};
  const std::string text = to_ssml(lines, "en");
  CHECK(count(text, "<break time=\"10000ms\"/>") == 2);
  CHECK(count(text, "<break time=\"5000ms\"/>") == 1);
  CHECK(count(text, "<break") == 3);
}

TEST_CASE("what XML has no character for is left out, and nothing else") {
  const std::vector<Line> lines{{0_s, 1_s, std::string{"a\x01\x1f"} + "b\tc\nd"}};
  CHECK(to_ssml(lines, "en").find("<s>ab\tc\nd</s>") != std::string::npos);
  CHECK(to_ssml(lines, "e\"n").find("xml:lang=\"e&quot;n\"") != std::string::npos);
  CHECK(count(to_ssml({}, "en"), "<s>") == 0);
}

}  // namespace cue_ssml_test
